# Attribute access hooks, dir, vars, getattr and friends, module attributes, mappingproxy, dynamic classes.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
class A:
    x = 1
    def __getattr__(self, n): return "ga:" + n
a = A()
print(a.x, a.y, getattr(a, "z", 3), hasattr(a, "q"), "x" in vars(a), a.__dict__)
class B:
    def __getattribute__(self, n):
        if n == "secret": raise AttributeError("no " + n)
        return object.__getattribute__(self, n)
    v = 2
b = B(); print(b.v); show(lambda: b.secret); print(getattr(b, "secret", "dflt"), hasattr(b, "secret"))
class C:
    def __setattr__(self, n, v): print("set", n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
c = C(); c.p = 1; c.p = 2; del c.p
show(lambda: delattr(c, "p"))
class D:
    def __getattr__(self, n): raise ValueError("ve " + n)
show(lambda: D().x); show(lambda: getattr(D(), "x", 1)); show(lambda: hasattr(D(), "x"))
show(lambda: getattr(1, "nope")); show(lambda: getattr(1, 2)); show(lambda: setattr(1, "a", 2)); show(lambda: delattr(1, "real")); show(lambda: setattr(object(), "a", 1)); show(lambda: setattr(len, "a", 1))
show(lambda: setattr(int, "a", 1)); show(lambda: delattr(int, "real")); show(lambda: setattr((1).__class__, "b", 1)); show(lambda: setattr(1, "real", 3)); show(lambda: setattr([], "append", 3))
show(lambda: getattr()); show(lambda: hasattr(1)); show(lambda: vars(1)); show(lambda: dir(1)[:2])
class E:
    """Doc of E"""
    a: int = 1
    b: str
    def f(self): "doc f"
print(E.__doc__, E.__annotations__, E.f.__doc__, E.__module__, E.__qualname__, E.f.__qualname__, E.__name__)
print([n for n in dir(E) if not n.startswith("__")], [n for n in dir(E()) if not n.startswith("__")])
print(sorted(n for n in dir(object())))
e = E(); e.inst = 1
print(vars(e), [n for n in dir(e) if not n.startswith("__")])
mp = E.__dict__
print(type(mp), "a" in mp, mp["a"], mp.get("zz", 5), len(mp) > 3, [k for k in mp if not k.startswith("__")])
show(lambda: mp.__setitem__("q", 1))
def setmp(): mp["q"] = 1
show(setmp)
E.q = 5; print(mp["q"]); del E.q; show(lambda: E.q); show(lambda: delattr(E, "q"))
E.__name__ = "Renamed"; print(E, E.__qualname__); E.__qualname__ = "Q.R"; print(E)
show(lambda: setattr(E, "__name__", 1)); show(lambda: delattr(E, "__name__")); show(lambda: setattr(E, "__qualname__", 3))
class F:
    def __dir__(self): return ["zz", "aa"]
print(dir(F()))
class G:
    class Inner:
        def m(self): pass
    def m(self):
        class Local: pass
        return Local
print(G.Inner.__qualname__, G.Inner.m.__qualname__, G().m().__qualname__, G.Inner, repr(G.Inner()).startswith("<__main__.G.Inner object at 0x"))
print(isinstance(1, (str, (int,))), isinstance(True, int), issubclass(bool, (str, int)), isinstance(1, int | str), isinstance(None, int | None), issubclass(int, int | str))
show(lambda: isinstance(1, 1)); show(lambda: issubclass(1, int)); show(lambda: issubclass(int, 1)); show(lambda: isinstance(1, (int, 1))); show(lambda: isinstance(1, ("x", int)))
show(lambda: isinstance([], list[int]))
print(int | str, int | None, list[int], dict[str, list[int]], type(int | str), list[int].__origin__, list[int].__args__, list[int]() == [], (int | str) == (str | int), int | int, list[int] == list[int])
show(lambda: int | 1); show(lambda: int[1]); show(lambda: E[1])
class H:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(H[1, 2])
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(), int), type(Fake()) is Fake, isinstance(Fake(), Fake))
class Duck:
    __bases__ = ()
print(issubclass(Duck(), Duck) if False else "skip")
o = object(); print(o == o, o != o, o.__eq__(1), o.__ne__(o), hash(o) == hash(o), o.__class__, o.__doc__ is None, object.__doc__[:20])
show(lambda: o < o); show(lambda: object(1)); show(lambda: object.__new__(int)); show(lambda: object.__new__()); show(lambda: object.__new__(1)); show(lambda: int.__new__(str))
class I:
    def __new__(cls, *a, **k):
        self = super().__new__(cls); self.new = (a, k); return self
    def __init__(self, *a, **k): self.init = (a, k)
i = I(1, k=2); print(i.new, i.init)
class J:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(J())
class K:
    def __init__(self): return 1
show(lambda: K())
class L:
    def __init__(self, a): pass
show(lambda: L()); show(lambda: L(1, 2)); show(lambda: L(b=1)); show(lambda: L(1, a=1))
class M:
    def __new__(cls, a): return object.__new__(cls, a)
show(lambda: M(1))
class N(M):
    def __init__(self, a): pass
show(lambda: N(1))
import sys
ModuleType = type(sys)
print(ModuleType, ModuleType("m"), ModuleType("m", "doc").__doc__)
mod = ModuleType("mymod"); mod.x = 1; print(mod.x, mod.__dict__["x"], mod.__name__); show(lambda: mod.nope)
mod.__getattr__ = lambda n: "dyn " + n; print(mod.anything)
X = type("X", (), {"f": lambda self: 1, "__module__": "zz"}); print(X, X().f(), X.__module__)
print(callable(A), callable(a), type(a.__class__), a.__class__ is A)
print(id(a) == id(a), id(a) != id(b), type(id(a)))
