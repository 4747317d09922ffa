def f(a, /, b, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, 2, c=3))
print(f(1, 2, 3, 4, c=5, e=6, a=7))
print(f(1, b=2, c=3, **{"x y": 1}))
def p(a, b, /): return a + b
for call in [lambda: p(1, b=2), lambda: p(a=1, b=2), lambda: f(b=1, c=2), lambda: p(1), lambda: f(1, 2)]:
    try:
        call()
    except TypeError as e:
        print(e)
def many(*, a, b, c): pass
try:
    many()
except TypeError as e:
    print(e)
try:
    many(b=1)
except TypeError as e:
    print(e)
def three(a, b, c, d): pass
try:
    three()
except TypeError as e:
    print(e)
