class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[name or cls.__name__.lower()] = cls
class A(Plugin): pass
class B(Plugin, name="bee"): pass
class C(B, name="sea"): pass
print(sorted(Plugin.registry), Plugin.registry["sea"].__mro__[1].__name__)
class Meta(type):
    def __new__(m, name, bases, ns, tag=None):
        c = super().__new__(m, name, bases, ns)
        c.tag = tag
        return c
    def __init__(c, name, bases, ns, tag=None): super().__init__(name, bases, ns)
class D(metaclass=Meta, tag=1): pass
class E(D, tag=2): pass
class F(D): pass
print(D.tag, E.tag, F.tag)
class G:
    def __class_getitem__(cls, item): return cls.__name__, item
print(G[int], G[1, 2])
class Final:
    def __init_subclass__(cls): raise TypeError("no subclasses of " + cls.__bases__[0].__name__)
try:
    class H(Final): pass
except TypeError as e:
    print(e)
class S:
    def __set_name__(self, o, n): self.n = n
class T:
    x = S()
    y = S()
print(T.x.n, T.y.n)
class U:
    def __new__(cls, *a):
        self = super().__new__(cls)
        self.a = a
        return self
    def __init__(self, *a): self.b = a
u = U(1, 2)
print(u.a, u.b)
class W:
    def __new__(cls): return 5
    def __init__(self): print("not called")
print(W())
