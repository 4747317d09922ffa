class Base:
    def __init__(self, n): self.n = n
    def hi(self): return "base " + str(self.n)
    @classmethod
    def make(cls, n): return cls(n)
class Left(Base):
    def hi(self): return "left+" + super().hi()
class Right(Base):
    def hi(self): return "right+" + super().hi()
class Both(Left, Right):
    def __init__(self, n):
        super().__init__(n * 2)
    def hi(self): return "both+" + super().hi()
b = Both(4)
print(b.hi(), [c.__name__ for c in Both.__mro__])
print(Both.make(1).hi(), isinstance(b, Right), issubclass(Both, Base), issubclass(Left, Right))
print(super(Left, b).hi())
class Old(Base):
    def hi(self): return Base.hi(self) + "!"
print(Old(1).hi())
try:
    class Bad(Base, Left): pass
except TypeError as e:
    print(e)
try:
    class Bad2(1): pass
except TypeError as e:
    print(e)
class D(dict):
    def __missing__(self, k): return k * 2
print(D(a=1)["a"], D()["x"], type(D()).__name__)
class L(list):
    def total(self): return sum(self)
l = L([1, 2]); l.append(3)
print(l, l.total(), l == [1, 2, 3], L.__base__)
class S(str):
    def shout(self): return self.upper() + "!"
print(S("ab").shout(), S("ab") + "c", type(S("a") + "b").__name__)
class I(int):
    def __add__(self, o): return I(int(self) + o + 100)
print(I(1) + 2, type(I(1) + 2).__name__, I(5) * 2)
