# Descriptors: data and non-data, properties, functions, class and static methods, __set_name__, slots.
class Data:
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)

    def __get__(self, obj, owner=None):
        if obj is None:
            return ("class", owner.__name__)
        return obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, value):
        if value == "bad":
            raise ValueError("bad value for " + self.name)
        obj.__dict__[self.name] = value * 2

    def __delete__(self, obj):
        print("delete", self.name)
        del obj.__dict__[self.name]


class NonData:
    def __get__(self, obj, owner=None):
        return "nondata"


class A:
    d = Data()
    n = NonData()

    def m(self, *args, **kw):
        return (type(self).__name__, args, sorted(kw.items()))

    @classmethod
    def c(cls, x=1):
        return cls.__name__, x

    @staticmethod
    def s(x):
        return x

    @property
    def p(self):
        "doc of p"
        return getattr(self, "_p", "nothing")

    @p.setter
    def p(self, v):
        self._p = v

    @p.deleter
    def p(self):
        del self._p


class B(A):
    pass


a = A()
print(A.d, a.d)
a.d = 4
print(a.d, a.__dict__)
try:
    a.d = "bad"
except ValueError as e:
    print(e)
del a.d
print(a.d)
print(a.n)
a.n = "instance"
print(a.n, A.n)
a.__dict__["d"] = "hidden"
print(a.d)
print(a.m(1, k=2), A.m(a, 3), B().m(), a.c(), B.c(5), B().c(), A.s(1), a.s(2))
print(a.p)
a.p = 3
print(a.p, a._p)
del a.p
print(a.p, A.p.__doc__, A.p.fget(a))
f = a.m
print(f.__self__ is a, f.__func__ is A.m, f.__name__, f == a.m, f is a.m, hash(f) == hash(a.m))
try:
    A.m()
except TypeError as e:
    print(e)


class RO:
    @property
    def x(self):
        return 1

    y = property(None, lambda self, v: None)


r = RO()
for name in ["x", "y"]:
    for op in [lambda: getattr(r, name), lambda: setattr(r, name, 1), lambda: delattr(r, name)]:
        try:
            print(name, op())
        except AttributeError as e:
            print(e)


class P(property):
    def __get__(self, obj, owner=None):
        return ("P", super().__get__(obj, owner))


class Q:
    @P
    def v(self):
        "v's doc"
        return 5


print(Q().v, Q.__dict__["v"].__doc__)


class Err:
    @property
    def bad(self):
        raise AttributeError("inner")

    def __getattr__(self, name):
        return "fallback " + name


print(Err().bad, Err().other)


class Slots:
    __slots__ = ("a", "_Slots__b", "c")

    def __init__(self):
        self.a = 1
        self.__b = 2


s = Slots()
print(s.a, s._Slots__b, Slots.a, Slots.__slots__)
for op in [lambda: s.c, lambda: setattr(s, "z", 1), lambda: s.__dict__, lambda: delattr(s, "c")]:
    try:
        op()
    except AttributeError as e:
        print(e)
del s.a
try:
    s.a
except AttributeError as e:
    print(e)


class SubSlots(Slots):
    __slots__ = "d"


class SubDict(Slots):
    pass


t = SubSlots()
t.d = 4
print(t.a, t.d)
u = SubDict()
u.z = 5
print(u.z, u.__dict__)
for src in [{"__slots__": ("1x",)}, {"__slots__": (1,)}, {"__slots__": ("x",), "x": 1}, {"__slots__": ("__dict__", "__dict__")}]:
    try:
        print(type("X", (), dict(src)).__name__)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(staticmethod(len)("abc"), type(A.__dict__["s"]), type(A.__dict__["c"]), type(A.__dict__["m"]))
print(A.__dict__["s"].__name__, A.__dict__["c"].__wrapped__.__name__)


class Bad:
    class D:
        def __set_name__(self, o, n):
            raise KeyError("x")


try:
    class Bad2:
        d = Bad.D()
except Exception as e:
    print(type(e).__name__, e, repr(e.__cause__))
print(int.__add__, (1).__add__(2), str.upper, dict.fromkeys({}.keys()), int.real, object.__init__)
try:
    str.upper(1)
except TypeError as e:
    print(e)
try:
    int.__add__("x", 1)
except TypeError as e:
    print(e)
try:
    str.upper()
except TypeError as e:
    print(e)
