from contextlib import contextmanager, ExitStack, suppress, closing
@contextmanager
def tag(name):
    print("<" + name + ">")
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print("</" + name + ">")
with tag("a") as a, tag("b") as b:
    print(a, b)
with tag("c"):
    raise ValueError("inside")
try:
    with tag("d"):
        raise KeyError("k")
except KeyError as e:
    print("through", e)
with ExitStack() as stack:
    for n in "xy":
        stack.enter_context(tag(n))
    stack.callback(print, "callback", 1)
    print("body")
with suppress(ZeroDivisionError):
    1 / 0
@tag("deco")
def f(x): return x
print(f(5))
class R:
    def close(self): print("closed")
with closing(R()) as r: print("using")
@contextmanager
def bad():
    yield 1
    yield 2
try:
    with bad(): pass
except RuntimeError as e:
    print(e)
@contextmanager
def noyield():
    if False: yield
try:
    with noyield(): pass
except RuntimeError as e:
    print(e)
