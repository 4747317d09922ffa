fs = {n: (lambda x, n=n: x ** n) for n in range(3)}
print([fs[n](2) for n in fs])
compose = lambda *f: (lambda x: x) if not f else (lambda x: f[0](compose(*f[1:])(x)))
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a)))
print(Y(lambda self: lambda n: 1 if n < 2 else n * self(n - 1))(10))
k = lambda: (yield 5)
print(list(k()))
print((lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3))
print(sorted([(2, "b"), (1, "z"), (2, "a")], key=lambda p: (-p[0], p[1])))
class A:
    x = 5
    f = lambda self: self.x
    g = staticmethod(lambda y: y + 1)
print(A().f(), A.g(1))
print([(lambda: i)() for i in range(3)], list(map(lambda a, b=2, *c: (a, b, c), [1], [2], [3])))
print((lambda x: (lambda y: (lambda z: (x, y, z))(3))(2))(1))
print(max([1, 5, 3], key=lambda v: -v), list(filter(lambda v: v % 2, range(5))))
def apply(f, *a, **k): return f(*a, **k)
print(apply(lambda *a, **k: (a, k), 1, 2, x=3))
print((lambda s: s[::-1] == s)("abba"), (lambda: None)() is None, (lambda: ...)())
