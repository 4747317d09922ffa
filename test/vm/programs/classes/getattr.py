class A:
    def __getattr__(self, n):
        if n.startswith("dyn"): return n.upper()
        raise AttributeError(n)
    def __setattr__(self, n, v): print("set", n); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
a = A()
a.x = 1
print(a.x, a.dynamic, hasattr(a, "nope"))
del a.x
class B:
    def __getattribute__(self, n):
        if n == "secret": return "hidden"
        return super().__getattribute__(n)
    y = 2
b = B()
print(b.secret, b.y)
try:
    b.z
except AttributeError as e:
    print(e)
class C:
    @property
    def p(self): raise AttributeError("inner")
    def __getattr__(self, n): return "fallback " + n
print(C().p)
class D:
    def __dir__(self): return ["b", "a"]
print(dir(D()))
print(type(getattr(A, "__getattr__")).__name__, A.__getattr__(a, "dynx"))
