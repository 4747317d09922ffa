# Metaclasses: creation protocol, conflicts, __prepare__, __call__, attribute lookup, instance and subclass checks.
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, sorted(kw))
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, sorted(kw))
        super().__init__(name, bases, ns)

    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], sorted(kw))
        return {"prepared": True}

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)

    def __instancecheck__(cls, obj):
        return obj == 42 or super().__instancecheck__(obj)

    def __subclasscheck__(cls, sub):
        return sub is int or super().__subclasscheck__(sub)

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter(["a", "b"])

    def __contains__(cls, x):
        return x == "in"

    def __getitem__(cls, k):
        return ("item", k)

    def __getattr__(cls, name):
        if name.startswith("auto_"):
            return name
        raise AttributeError(name)

    def __repr__(cls):
        return "<Meta " + cls.__name__ + ">"

    @property
    def shout(cls):
        return cls.__name__.upper()

    def hello(cls):
        return "hello from " + cls.__name__


class A(metaclass=Meta, flag=1):
    x = 1

    def __init__(self, v=None):
        self.v = v


class B(A, other=2):
    pass


print(A.prepared, A.shout, B.hello(), len(A), list(A), "in" in A, A[3], B.auto_x)
a = A(5)
print(a.v, isinstance(42, A), isinstance(43, A), isinstance(a, A), issubclass(int, A), issubclass(str, A), issubclass(B, A))
try:
    a.hello
except AttributeError as e:
    print(e)
try:
    A.nope
except AttributeError as e:
    print("AttributeError", e)
print(A, B, type(A), repr(type(B)))


class M1(type):
    pass


class M2(type):
    pass


class C1(metaclass=M1):
    pass


class C2(metaclass=M2):
    pass


try:
    class D(C1, C2):
        pass
except TypeError as e:
    print(e)


class M3(M1, M2):
    pass


class E(C1, C2, metaclass=M3):
    pass


print(type(E).__name__)
T = type("T", (C1,), {"y": 2})
print(type(T).__name__, T.y, T.__name__, T.__bases__)


def factory(name, bases, ns, **kw):
    return (name, bases, sorted(k for k in ns if not k.startswith("__")), kw)


class F(metaclass=factory, k=1):
    q = 1


print(F)


class Sub:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        print("init_subclass", cls.__name__, tag)


class S1(Sub, tag="one"):
    pass


class S2(S1):
    pass


try:
    class S3(Sub, bad=1):
        pass
except TypeError as e:
    print(e)


class Entries:
    def __init__(self, t):
        self.t = t

    def __mro_entries__(self, bases):
        return (self.t,)


class G(Entries(dict)):
    pass


print(G.__bases__, G.__orig_bases__[0].t)
try:
    type("H", (Entries(dict),), {})
except TypeError as e:
    print(e)


class WithMro(type):
    def mro(cls):
        return [cls, Extra, object]


class Extra:
    extra = "extra"


class K(metaclass=WithMro):
    pass


print(K.extra, [c.__name__ for c in K.__mro__])
print(type.__call__(A, 3).v)
print(type(type), isinstance(type, object), isinstance(object, type), type.__mro__, object.__bases__, type.__base__)
for bad in [lambda: type(1, (), {}), lambda: type("x", [], {}), lambda: type("x", (), []), lambda: type("x", (1,), {}), lambda: type(), lambda: type(1, 2)]:
    try:
        bad()
    except TypeError as e:
        print("TypeError", e)
