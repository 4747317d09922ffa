# Method resolution order, super() in all its forms, __class__ and __bases__ assignment.
class O: pass
class F(O): pass
class E(O): pass
class D(O): pass
class C(D, F): pass
class B(D, E): pass
class A(B, C): pass
print([c.__name__ for c in A.__mro__], A.mro() == list(A.__mro__))

class Root:
    def draw(self):
        print("root", hasattr(super(), "draw"))
class Shape(Root):
    def __init__(self, name, **kw):
        self.name = name
        super().__init__(**kw)
    def draw(self):
        print("shape", self.name)
        super().draw()
class Color(Root):
    def __init__(self, color, **kw):
        self.color = color
        super().__init__(**kw)
    def draw(self):
        print("color", self.color)
        super().draw()
class CS(Color, Shape):
    pass
cs = CS(color="red", name="square")
cs.draw()
try:
    CS(color="red", name="square", extra=1)
except TypeError as e:
    print(e)

class X: pass
class Y(X): pass
for bases in [(X, Y), (Y, Y), (object, X), (int, str), (bool,), (type(None),), (type(lambda: 0),), (int, list)]:
    try:
        print(type("Z", bases, {}).__mro__[1:])
    except TypeError as e:
        print(e)

class S1:
    @classmethod
    def make(cls): return ["S1", cls.__name__]
    @staticmethod
    def st(): return "st"
    @property
    def p(self): return "S1.p"
    attr = "S1.attr"
class S2(S1):
    @classmethod
    def make(cls): return ["S2"] + super().make()
    @property
    def p(self): return "S2>" + super().p
    def t(self):
        s = super()
        return s.attr, s.st(), s.__thisclass__.__name__, s.__self_class__.__name__, s.__self__ is self
    def nested(self):
        def inner():
            return super(S2, self).p
        return inner(), [super(S2, self).p for _ in range(1)]
class S3(S2): pass
print(S3.make(), S3().p, S3().t(), S3().nested())
print(super(S2, S3()).p, super(S2, S3).make())
for bad in [lambda: super(S2, 1), lambda: super(1, 2), lambda: super(S2, S1()), lambda: super(S2, S3()).nope, lambda: super(S2).nope]:
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
u = super(S2)
print(u.__get__(S3(), S3).p, u)

class P1:
    def who(self): return "P1"
class P2:
    def who(self): return "P2"
    def __len__(self): return 2
o = P1()
o.k = 1
o.__class__ = P2
print(o.who(), len(o), o.k, type(o).__name__, isinstance(o, P1))
for bad in [int, "x"]:
    try:
        o.__class__ = bad
    except TypeError as e:
        print(e)
class Q(P1): pass
q = Q()
print(q.who())
Q.__bases__ = (P2,)
print(q.who(), len(q), Q.__mro__[1].__name__, P1.__subclasses__(), [c.__name__ for c in P2.__subclasses__()])
try:
    Q.__bases__ = ()
except TypeError as e:
    print(e)
try:
    P2.__bases__ = (Q,)
except TypeError as e:
    print(e)

class Base:
    def __init__(self): self.log = ["Base"]
class L(Base):
    def __init__(self):
        super().__init__(); self.log.append("L")
class R(Base):
    def __init__(self):
        super().__init__(); self.log.append("R")
class Dia(L, R):
    def __init__(self):
        super().__init__(); self.log.append("Dia")
print(Dia().log)

class Int(int):
    def __add__(self, o): return Int(super().__add__(o))
    def __repr__(self): return "Int(%d)" % int(self)
class Str(str):
    def upper(self): return "up:" + super().upper()
class List(list):
    def append(self, x):
        super().append(x); super().append(x)
class Dict(dict):
    def __missing__(self, k): return k * 2
    def __getitem__(self, k): return ("got", super().__getitem__(k))
print(Int(3) + 4, 3 + Int(4), Str("a").upper(), Str("abc")[1:], len(Str("abc")))
l = List([1]); l.append(2); print(l, isinstance(l, list), l == [1, 2, 2])
d = Dict(a=1); print(d["a"], d["zz"], d.get("zz"))
class Tup(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
print(Tup(1, 2), Tup(5).first, Tup(1) + (2,), hash(Tup(1, 2)) == hash((1, 2)))
