class A:
    def f(self): return ["A"]
    @classmethod
    def c(cls): return [cls.__name__, "A"]
    @staticmethod
    def s(): return "sA"
    p = property(lambda self: "pA")
class B(A):
    def f(self): return ["B"] + super().f()
    @classmethod
    def c(cls): return ["B"] + super().c()
    def viaattr(self): return super().p, super().s()
    def nested(self):
        def inner(): return super(B, self).f()
        return inner()
    def lam(self): return (lambda: super(__class__, self).f())()
print(B().f(), B.c(), B().viaattr(), B().nested(), B().lam())
class C(B):
    def f(self):
        x = super()
        return x.f() + [type(x).__name__]
print(C().f())
class Meta(type):
    def __call__(cls, *a, **k):
        r = super().__call__(*a, **k)
        r.made = True
        return r
class M(metaclass=Meta):
    def __new__(cls, *a):
        self = super().__new__(cls)
        self.args = a
        return self
print(M(1, 2).args, M().made)
try:
    super()
except RuntimeError as e:
    print(e)
def f(self): return super().x
try:
    f(1)
except (RuntimeError, TypeError) as e:
    print(type(e).__name__, e)
class G:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
class H(G, tag="t"): pass
print(H.tag)
try:
    class K(G, nope=1): pass
except TypeError as e:
    print(e)
