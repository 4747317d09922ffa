add = lambda a, b=10, *c, d=3, **e: (a, b, c, d, e)
print(add(1), add(1, 2, 3, d=4, z=5))
print([f(2) for f in [lambda x: x, lambda x: x * x, lambda x, y=3: x + y]])
print((lambda *a: a)(1, 2), (lambda: (yield))().__class__.__name__)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
