class A:
    __x = 1
    def __init__(self): self.__y = 2
    def get(self): return self.__x, self.__y, __class__._A__x
    def __m(self): return "m"
    def call(self): return self.__m()
a = A()
print(a.get(), sorted(k for k in vars(a)), A._A__x, a.call())
class _B:
    __z = 3
    def f(self, __arg=4): return self.__z, __arg
print(_B().f(), _B._B__z)
try:
    a.__x
except AttributeError as e:
    print(e)
class C:
    def f(self): return __name_x
_C__name_x = 8
print(C().f())
