class Desc:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.n = "_" + name
    def __get__(self, obj, cls=None): return self if obj is None else obj.__dict__.get(self.n, "unset")
    def __set__(self, obj, v): obj.__dict__[self.n] = v
    def __delete__(self, obj): del obj.__dict__[self.n]
class NonData:
    def __get__(self, obj, cls): return ("nondata", obj is None)
class A:
    d = Desc()
    n = NonData()
a = A()
print(a.d, a.n, A.n, isinstance(A.d, Desc))
a.d = 5
a.__dict__["n"] = "own"
print(a.d, a.n, vars(a))
del a.d
print(a.d)
class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "doc x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): print("del"); self._x = None
    @property
    def ro(self): return 1
p = P()
p.x = 4
print(p.x, P.x.__doc__)
del p.x
for f in (lambda: setattr(p, "ro", 1), lambda: delattr(p, "ro")):
    try:
        f()
    except AttributeError as e:
        print(e)
class Cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, c):
        v = o.__dict__[self.n] = self.f(o)
        return v
class Q:
    @Cached
    def big(self): print("computing"); return 42
q = Q()
print(q.big, q.big)
