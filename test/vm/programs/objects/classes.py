# Class bodies and class objects: namespaces, qualified names, closures, private names, late changes, generic classes.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
class Empty: pass
print(Empty.__dict__.keys() >= {"__module__", "__dict__", "__weakref__", "__doc__"}, Empty.__doc__, Empty.__module__)
class Body:
    order = []
    for i in range(3):
        order.append(i)
    def f(self): return i if "i" in globals() else "no global i"
    if True:
        cond = "yes"
    locals()["dyn"] = 1
    x = y = 2
    del y
    lam = lambda self: self.x
    comp = [x_ * 2 for x_ in order]
print(Body.order, Body().f(), Body.cond, Body.dyn, hasattr(Body, "y"), Body().lam(), Body.comp, Body.i)
class Priv:
    __a = 1
    def __m(self): return self.__a
    def get(self): return self.__m()
    class Inner:
        __b = 2
print(Priv().get(), sorted(k for k in vars(Priv) if "__a" in k or "__m" in k), Priv.Inner._Inner__b)
show(lambda: Priv().__a)
class Counter:
    n = 0
    def __new__(cls, *a):
        cls.n += 1
        return super().__new__(cls)
    def __init__(self, name="x"): self.name = name
    def __repr__(self): return f"{type(self).__name__}({self.name!r})"
    def __eq__(self, o): return isinstance(o, Counter) and self.name == o.name
    def __hash__(self): return hash(self.name)
    def __lt__(self, o): return self.name < o.name
print(Counter("b"), Counter("a") == Counter("a"), Counter("a") != Counter("b"), sorted([Counter("c"), Counter("a")]), Counter.n, {Counter("a"): 1}[Counter("a")], len({Counter("a"), Counter("a")}))
c = Counter("z")
Counter.extra = lambda self, k=2: (self.name, k)
print(c.extra(), c.extra(k=5)); Counter.__str__ = lambda self: "patched"; print(str(c), c); del Counter.__str__; print(str(c))
Counter.__len__ = lambda self: 3; print(len(c)); Counter.__getitem__ = lambda self, i: i; print(c[9]); Counter.__call__ = lambda self, *a: a; print(c(1, 2)); del Counter.__call__; show(lambda: c(1))
Counter.__iter__ = lambda self: iter("ab"); print(list(c)); Counter.__contains__ = lambda self, x: True; print(5 in c); Counter.__add__ = lambda self, o: ("add", o); print(c + 1); Counter.__radd__ = lambda self, o: ("radd", o); print(1 + c); Counter.__bool__ = lambda self: False; print(bool(c)); Counter.__enter__ = lambda self: 1; Counter.__exit__ = lambda *a: True
with c as q: print(q)
Counter.__getattr__ = lambda self, n: "dyn" + n; print(c.zzz); del Counter.__getattr__; show(lambda: c.zzz)
c.__len__ = lambda: 99; print(len(c))
class Sub(Counter): pass
Counter.later = 1; print(Sub.later, Sub().later); Sub.later = 2; print(Counter.later, Sub.later); del Sub.later; print(Sub.later)
class Meta(type):
    @property
    def meta_prop(cls): return "mp " + cls.__name__
    def __setattr__(cls, n, v): print("meta set", n); super().__setattr__(n, v)
class WithMeta(metaclass=Meta):
    a = 1
WithMeta.b = 2; print(WithMeta.meta_prop, WithMeta.b); show(lambda: WithMeta().meta_prop)
def outer():
    v = 1
    class C:
        v = v_ = 2
        def get(self): return v
        def cls(self): return __class__
    return C
show(lambda: (outer()().get(), outer()().cls().__qualname__))
def deco(tag):
    def d(cls):
        cls.tag = tag; return cls
    return d
@deco("t1")
@deco("t2")
class Deco: pass
print(Deco.tag)
class A1:
    def __init__(self): self.items = {}
    def __getitem__(self, k): return self.items[k]
    def __setitem__(self, k, v): self.items[k] = v
    def __delitem__(self, k): del self.items[k]
    def __len__(self): return len(self.items)
    def __iter__(self): return iter(self.items)
    def __contains__(self, k): return k in self.items
a = A1(); a["x"] = 1; a["y"] = 2; del a["x"]; a["y"] += 5; print(a["y"], len(a), list(a), "y" in a, bool(a), bool(A1()))
class Prop:
    def __init__(self): self._v = 1
    v = property(lambda s: s._v, lambda s, x: setattr(s, "_v", x * 2), doc="d")
p = Prop(); p.v = 4; p.v += 1; print(p.v, Prop.v.__doc__)
class Ctx:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, t, v, tb): print("exit", self.n, t and t.__name__, v); return self.swallow
with Ctx(1) as x, Ctx(2, True) as y: raise ValueError("inside")
print("after")
try:
    with Ctx(3): raise KeyError("k")
except KeyError as e: print("caught", e)
class T(tuple):
    def __new__(cls, a, b): return tuple.__new__(cls, (a, b))
    a = property(lambda s: s[0])
t = T(1, 2); print(t, t.a, t[1], len(t), isinstance(t, tuple), t == (1, 2), T.__mro__[1])
class F(float):
    def __new__(cls, s): return super().__new__(cls, s)
    def __repr__(self): return "F!"
print(F("1.5"), F(2) + 1, [F(1)], F(3) == 3.0)
class S(str):
    __slots__ = ()
    def __add__(self, o): return S(str.__add__(self, o) + "!")
print(S("a") + "b", type(S("a") + "b").__name__, S("x").join(["1", "2"]), S("k") in {"k": 1}, hash(S("k")) == hash("k"))
class St(set):
    def add(self, x): super().add(x * 2)
st = St(); st.add(2); print(st, 4 in st, st | {1} == {1, 4}, type(st | {1}).__name__)
class By(bytes): pass
print(By(b"ab"), By(b"ab") == b"ab", type(By(b"ab")[:1]).__name__)
class E(Exception):
    code = 3
    def __init__(self, *a, **k): super().__init__(*a); self.k = k
try: raise E(1, 2, z=3)
except E as e: print(e.args, e.k, e.code, str(e), repr(e))
print(isinstance(type, type), issubclass(type, object), type(Empty) is type, Empty.__class__, Empty().__class__, type.__class__ is type)
print(Empty() == Empty(), (lambda o: o == o)(Empty()), Empty() != Empty())
show(lambda: Empty() < Empty()); show(lambda: Empty() + 1); show(lambda: Empty()[0]); show(lambda: len(Empty())); show(lambda: iter(Empty())); show(lambda: Empty()()); show(lambda: int(Empty())); show(lambda: -Empty()); show(lambda: 1 in Empty()); show(lambda: float(Empty())); show(lambda: complex(Empty())); show(lambda: round(Empty())); show(lambda: abs(Empty())); show(lambda: next(Empty())); show(lambda: reversed(Empty())); show(lambda: format(Empty(), "x")); show(lambda: [1][Empty()]); show(lambda: "a" * Empty()); show(lambda: divmod(Empty(), 1)); show(lambda: Empty() @ Empty()); show(lambda: bytes(Empty())); show(lambda: chr(Empty())); show(lambda: sum([Empty()])); show(lambda: "".join([Empty()])); show(lambda: dict(Empty())); show(lambda: {**Empty()}); show(lambda: [*Empty()]); show(lambda: print(*Empty())); show(lambda: print(**Empty())); show(lambda: Empty().x); show(lambda: Empty.x); show(lambda: setattr(Empty(), 1, 2)); show(lambda: isinstance(1, Empty())); show(lambda: issubclass(Empty(), int))
class Inst:
    def __instancecheck__(self, o): return o == 5
    def __subclasscheck__(self, c): return c is int
print(isinstance(5, Inst()), isinstance(6, Inst()), issubclass(int, Inst()), issubclass(str, (Inst(), str)))
class OnlyEq:
    def __eq__(self, o): return True
print(OnlyEq.__hash__, OnlyEq() != 1); show(lambda: hash(OnlyEq()))
class SubEq(OnlyEq): __hash__ = object.__hash__
print(hash(SubEq()) is not None)
class Rev:
    def __reversed__(self): return "rev"
print(reversed(Rev()))
class Length:
    def __length_hint__(self): return 3
    def __iter__(self): return iter([1])
print(list(Length()))
class Fmt:
    def __format__(self, s): return "<" + s + ">"
print(f"{Fmt()}", f"{Fmt():a{1+1}b}", "{0:x} {0}".format(Fmt()))
class Idx:
    def __index__(self): return 2
print([1, 2, 3][Idx()], "abc"[Idx():], range(5)[Idx()], bin(Idx()), int(Idx()), "%d" % Idx(), [0] * Idx(), chr(Idx() .__index__() + 95))
class Missing(dict):
    def __missing__(self, k): self[k] = v = len(k); return v
m = Missing(); print(m["abc"], m, m.get("q"), "q" in m)
print([c.__name__ for c in Counter.__subclasses__()], type.__subclasses__(type)[:0])
