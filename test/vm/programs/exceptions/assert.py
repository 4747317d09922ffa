def f(x):
    assert x, "message " + str(x)
f(1)
try:
    f(0)
except AssertionError as e:
    print(repr(e))
try:
    assert False
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert (lambda: 0)(), {"a": 1}
except AssertionError as e:
    print(e.args)
print(__debug__)
