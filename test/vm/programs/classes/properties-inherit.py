class Base:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def util(x): return x * 2
class Sub(Base):
    @Base.v.setter
    def v(self, x): self._v = x * 10
    @property
    def extra(self): return super().v + 100
s = Sub.make()
s.v = 3
print(s.v, s.extra, Sub.util(4), type(s).__name__)
class P:
    x = property(lambda self: "get", lambda self, v: print("set", v), lambda self: print("del"), "the doc")
p = P()
p.x = 1
del p.x
print(p.x, P.x.__doc__, P.x.fget(None))
class A:
    attr = "class"
a = A()
a.attr = "instance"
print(a.attr, A.attr)
del a.attr
print(a.attr)
A.attr = "changed"
print(a.attr, a.__dict__)
class Count:
    n = 0
    def __init__(self): type(self).n += 1
class Count2(Count): pass
Count(); Count2(); Count2()
print(Count.n, Count2.n)
def method(self): return "added", self.__class__.__name__
A.method = method
print(a.method(), A.method(a))
a.own = lambda: "no self"
print(a.own())
