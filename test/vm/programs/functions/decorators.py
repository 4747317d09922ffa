def deco(tag):
    print("deco", tag)
    def wrap(f):
        print("wrap", tag, f.__name__)
        def inner(*a, **k):
            return tag, f(*a, **k)
        return inner
    return wrap
@deco("a")
@deco("b")
def f(x): return x
print(f(1))
class D:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return "D", self.f(*a)
@D
def g(): return 5
print(g())
@(lambda c: c.__name__)
class K: pass
print(K)
class M:
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return cls.__name__, a
    @property
    def p(self): return 7
    @p.setter
    def p(self, v): print("set", v)
m = M()
print(m.s(1), M.s(2), m.c(3), M.c(4), m.p)
m.p = 9
