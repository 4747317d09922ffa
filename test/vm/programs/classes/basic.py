class A:
    """Doc of A."""
    count = 0
    def __init__(self, x, *, y=2):
        self.x = x
        self.y = y
        A.count += 1
    def total(self): return self.x + self.y
    def __repr__(self): return f"A({self.x}, {self.y})"
a = A(1)
b = A(2, y=5)
print(a, b, a.total(), A.total(b), A.count, A.__doc__, A.__name__, A.__qualname__, A.__module__)
print(isinstance(a, A), type(a) is A, a.__class__ is A, A.__bases__, A.__mro__ == (A, object))
for bad in [lambda: A(), lambda: A(1, 2), lambda: a.nope, lambda: A.nope, lambda: a.total(1)]:
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
a.z = 3
print(sorted(vars(a)), hasattr(a, "z"), getattr(a, "q", "dflt"))
del a.z
try:
    del a.z
except AttributeError as e:
    print(e)
setattr(a, "w", 1)
print(a.w)
class E: pass
E.attr = 5
print(E().attr)
class Outer:
    class Inner:
        def f(self): pass
print(Outer.Inner.__qualname__, Outer.Inner.f.__qualname__)
