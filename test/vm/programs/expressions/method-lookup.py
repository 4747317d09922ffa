class A:
    def m(self): return "A.m"
    @classmethod
    def c(cls): return "A.c", cls.__name__
    @staticmethod
    def s(): return "A.s"
    def __call__(self, *a): return "called", a
a = A()
m = a.m
print(m(), m.__self__ is a, A.m(a), A.c(), a.c(), a.s(), a(1), a.__call__(2))
a.m = lambda: "instance"
print(a.m(), m())
del a.m
print(a.m())
A.m = lambda self: "patched"
print(a.m(), m())
class B(A):
    def m(self): return "B+" + super().m()
print(B().m(), B.c())
print("x".join.__self__, [].append.__name__, str.upper("a"), list.append.__name__, "a".__add__("b"), (5).__add__(6), int.__add__(1, 2))
s = "hello"
up = s.upper
print(up(), getattr(s, "title")(), str.join("-", ["a", "b"]), dict.fromkeys("ab", 1), {}.get.__name__)
class C:
    def __getattr__(self, n): return lambda *a: (n, a)
print(C().anything(1, 2), C().x.__class__.__name__)
for f in (lambda: a.nope(), lambda: "a".nope(), lambda: None.nope(), lambda: A.nope(), lambda: (5).nope(1), lambda: [].nope(1, 2)):
    try:
        f()
    except AttributeError as e:
        print(e)
class Slot:
    __slots__ = ("f",)
s = Slot()
s.f = lambda x: x * 2
print(s.f(4))
class Call:
    class_attr = len
    def meth(self): return self.class_attr([1, 2])
print(Call().meth())
