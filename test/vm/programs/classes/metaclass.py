class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name)
        super().__init__(name, bases, ns)
    def hello(cls): return "hello " + cls.__name__
    def __getattr__(cls, n): return n + "?"
    def __len__(cls): return 7
    def __iter__(cls): return iter("xy")
    def __contains__(cls, x): return x == 1
class A(metaclass=Meta, flag=True):
    x = injected
class B(A): pass
print(A.hello(), B.hello(), B.zzz, len(B), list(A), 1 in A, type(B).__name__, A.x)
T = type("T", (A,), {"f": lambda self: 3})
print(T().f(), T.__name__, type(T) is Meta)
def fmeta(name, bases, ns, **kw): return (name, len(bases), kw)
class F(metaclass=fmeta, k=1): pass
print(F)
class Rec(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"): print("set", k)
        super().__setitem__(k, v)
class RM(type):
    @classmethod
    def __prepare__(mcs, n, b): return Rec()
class R(metaclass=RM):
    a = 1
    def f(self): pass
    a = 2
print(R.a, type(R.__dict__).__name__)
class M1(type): pass
class M2(type): pass
try:
    class X(M1("a", (), {}), M2("b", (), {})): pass
except TypeError as e:
    print(e)
