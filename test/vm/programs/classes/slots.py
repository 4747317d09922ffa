class S:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = S()
print(s.a, hasattr(s, "b"), hasattr(s, "__dict__"))
s.b = 2
print(s.b)
try:
    s.c = 1
except AttributeError as e:
    print(e)
del s.a
try:
    s.a
except AttributeError as e:
    print(e)
class T(S): pass
t = T()
t.c = 5
print(t.c, t.a, t.__dict__)
class U:
    __slots__ = "only"
u = U()
u.only = 1
print(u.only, U.__slots__)
try:
    class W:
        __slots__ = ("x",)
        x = 1
except ValueError as e:
    print(e)
