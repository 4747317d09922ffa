def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get())
def a():
    x = 1
    def b():
        def c():
            nonlocal x
            x += 1
            return x
        return c
    return b()
c = a()
print(c(), c())
def make():
    out = []
    for i in range(3):
        def f(): return i
        out.append(f)
    return out
print([f() for f in make()])
def param(x):
    def get(): return x
    x = x + 1
    return get
print(param(4)())
def nested_comp(n):
    return [[(i, j, n) for j in range(i)] for i in range(n)]
print(nested_comp(3))
def unbound():
    def g(): return later
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    later = 1
    return g()
print(unbound())
