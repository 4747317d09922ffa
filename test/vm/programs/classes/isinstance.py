class Meta(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
class A(metaclass=Meta): pass
print(isinstance(5, A), isinstance(6, A), issubclass(int, A), issubclass(str, A))
print(isinstance(True, int), isinstance(1, (str, int)), isinstance("a", (int, (float, str))), isinstance(1, int | str))
for f in (lambda: isinstance(1, 1), lambda: issubclass(1, int), lambda: isinstance(1, [int])):
    try:
        f()
    except TypeError as e:
        print(e)
print(type(1), type(type), type(None), type(print), type(lambda: 0), type(A), type(A()), type(...), type(NotImplemented))
