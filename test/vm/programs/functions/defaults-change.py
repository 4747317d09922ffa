def f(a, b=1): return a, b
f.__defaults__ = (7, 8)
print(f())
f.__defaults__ = None
try:
    f(1)
except TypeError as e:
    print(e)
def g(*, k=1): return k
g.__kwdefaults__ = {"k": 5}
print(g())
def h(): return 1
def j(): return 2
h.__code__ = j.__code__
print(h())
