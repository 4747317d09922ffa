# Odd corners of the object model that pure-Python libraries rely on.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
# functions as descriptors and attribute carriers
def f(a, b=2, *c, d, e=5, **g): "doc"
f.attr = 1; print(f.attr, f.__dict__, f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__get__(3).__self__, f.__get__(None, int) is f)
show(lambda: f()); show(lambda: f(1)); show(lambda: f(1, 2, 3)); show(lambda: f(1, a=2, d=3)); show(lambda: f(1, d=1, **{"d": 2}))
show(lambda: setattr(f, "__name__", 3)); show(lambda: setattr(f, "__dict__", 3)); f.__name__ = "renamed"; print(f.__name__, f.__qualname__)
class C:
    def m(self): pass
print(C.m.__qualname__, C().m.__func__ is C.m, C.m is C.m, C().m == C().m, type(C().m), type(C.m))
o = C(); b = o.m; show(lambda: setattr(b, "x", 1)); C.m.x = 5; print(b.x); show(lambda: b.nope)
# type() of many things
for x in [1, 1.0, 1j, "", b"", bytearray(), [], (), {}, set(), frozenset(), None, ..., NotImplemented, range(1), slice(1), print, len, [].append, "".join, int.__add__, (1).__add__, dict.fromkeys, C, C(), C.m, C().m, lambda: 1, (i for i in []), iter([]), iter(()), iter({}), iter(set()), iter(b""), iter(range(1)), {}.keys(), {}.values(), {}.items(), enumerate([]), zip(), map(int, []), filter(None, []), reversed([]), property(), classmethod(f), staticmethod(f), super(C, o), memoryview(b""), type, object, C.__dict__, list[int], int | str, int.real, C.__dict__["__dict__"], Exception(), iter(int, 1)]:
    print(type(x).__name__, type(x).__module__, type(x).__qualname__)
# namespace types
print(type.__dict__["__doc__"].__get__(int, type)[:13], "mro" in type.__dict__, "__dict__" in C.__dict__, C.__dict__["__dict__"].__get__(o) == {}, type.__dict__["__name__"].__get__(C))
# calling slots explicitly
print(object.__repr__(1)[:11], object.__str__("x"), object.__eq__(1, 1), object.__ne__(1, 2), type.__call__(int, "5"), type.__repr__(int), int.__new__(int, 5), str.__new__(str, b"a", "ascii"), list.__new__(list), object.__getattribute__(1, "real"), dict.__getitem__({1: 2}, 1), list.__len__([1]), str.__contains__("abc", "b"), int.__eq__(1, "x"), float.__lt__(1.0, 2), int.__neg__(3), int.__bool__(0), tuple.__hash__((1,)) == hash((1,)), list.__iter__([1]).__next__(), int.__rsub__(1, 5), str.__mod__("%s", 1), list.__iadd__([1], [2]), int.__pow__(2, 3, 5), int.__divmod__(7, 2), int.__index__(5), dict.__contains__({}, 1), type.__getattribute__(C, "__name__"), object.__reduce_ex__, object.__init_subclass__(), object.__subclasshook__(1))
l = []; list.__init__(l, (1, 2)); list.__setitem__(l, 0, 9); list.__delitem__(l, 1); object.__setattr__(o, "z", 3); object.__delattr__(o, "z"); print(l, vars(o))
show(lambda: object.__setattr__(1, "x", 2)); show(lambda: list.__len__(1)); show(lambda: list.__len__()); show(lambda: [].__len__(1)); show(lambda: (1).__add__()); show(lambda: (1).__add__(1, 2)); show(lambda: (1).__add__(x=1)); show(lambda: [].__iter__().__next__()); show(lambda: object.__new__(C, 1)); show(lambda: C.__new__(C) is not None); show(lambda: C.__new__(int)); show(lambda: list.__new__(C)); show(lambda: list.__new__()); show(lambda: type.__new__(type)); show(lambda: type.__new__(int, "a", (), {})); show(lambda: type("a\0b", (), {})); show(lambda: type("A", (), {}, x=1)); show(lambda: type("A", (object,), {"__slots__": ["a"], "__doc__": "d"}).__doc__)
# __dict__ replaced
d = {"p": 1}; o.__dict__ = d; print(o.p); d["q"] = 2; print(o.q, o.__dict__ is d); show(lambda: setattr(o, "__dict__", 1)); del o.__dict__; print(o.__dict__)
# class attribute __dict__ read only, instance with property named like method
show(lambda: setattr(C, "__dict__", {})); show(lambda: delattr(C, "__dict__")); show(lambda: setattr(int, "__name__", "x")); show(lambda: setattr(C, "__class__", int)); show(lambda: setattr(C, "__doc__", "new")); print(C.__doc__)
# bound builtin methods
ap = l.append; ap(5); print(l, ap.__self__ is l, ap.__name__, ap.__qualname__, l.append == l.append, len.__module__, len.__name__, len.__self__.__name__ if hasattr(len.__self__, "__name__") else None)
print(len.__doc__[:10], int.__doc__[:7], int.__add__.__doc__, (1).__add__.__name__, int.__add__.__objclass__, str.join.__objclass__)
# staticmethod and classmethod of odd callables
class K:
    cm = classmethod(len)
    sm = staticmethod(len)
    par = classmethod(type)
show(lambda: K.sm([1])); show(lambda: K.cm()); print(K.par())
class Chain:
    @classmethod
    @property
    def cp(cls): return cls.__name__ + "!"
print(Chain.cp)
# abstract methods flag without abc
class Abs: pass
Abs.__abstractmethods__ = frozenset({"b", "a"}); show(lambda: Abs()); Abs.__abstractmethods__ = frozenset({"a"}); show(lambda: Abs()); del Abs.__abstractmethods__; print(Abs() is not None); show(lambda: Abs.__abstractmethods__)
# set on type changes lookups that were cached
class P1:
    def v(self): return 1
class P2(P1): pass
x = P2(); print(x.v()); P1.v = lambda self: 2; print(x.v()); P2.v = lambda self: 3; print(x.v()); x.v = lambda: 4; print(x.v()); del x.v; del P2.v; print(x.v()); P1.v = property(lambda self: lambda: 5); print(x.v()); show(lambda: setattr(x, "v", 1))
# __getattribute__ on metaclass, __class__ cell, implicit classmethods
class M(type):
    def __getattribute__(cls, n):
        if n == "magic": return "magic!"
        return super().__getattribute__(n)
class MM(metaclass=M): pass
print(MM.magic); show(lambda: MM().magic)
class Imp:
    def __class_getitem__(cls, i): return cls, i
    def __init_subclass__(cls): cls.sub = True
    def __new__(cls): return object.__new__(cls)
print(type(Imp.__dict__["__class_getitem__"]).__name__, type(Imp.__dict__["__init_subclass__"]).__name__, type(Imp.__dict__["__new__"]).__name__, Imp[1][1])
# order and content of dir for instances, sorted
class Dr:
    z = 1; a = 2
    def __init__(self): self.m = 1
print([n for n in dir(Dr()) if n[0] != "_"], [n for n in dir(Dr) if n[0] != "_"])
# exceptions in special methods travel
class Bomb:
    def __bool__(self): raise ValueError("bool")
    def __len__(self): raise ValueError("len")
    def __iter__(self): raise ValueError("iter")
    def __repr__(self): raise ValueError("repr")
    def __hash__(self): raise ValueError("hash")
    def __eq__(self, o): raise ValueError("eq")
    def __getattr__(self, n): raise ValueError("getattr " + n)
bm = Bomb()
for g in [lambda: bool(bm), lambda: len(bm), lambda: list(bm), lambda: repr(bm), lambda: hash(bm), lambda: bm == 1, lambda: bm.x, lambda: bm in [1], lambda: {bm: 1}, lambda: not bm, lambda: bm and 1, lambda: [bm].index(1), lambda: str([bm]), lambda: hasattr(bm, "x"), lambda: 1 if bm else 2, lambda: all([bm]), lambda: sorted([bm, bm]), lambda: max(bm, bm), lambda: f"{bm}"]:
    show(g)
# copy protocol pieces
print(C().__reduce_ex__(2)[0].__name__ if False else "skip", (5).__getstate__(), Dr().__getstate__(), type("SS", (), {"__slots__": ("a",)})().__getstate__())
