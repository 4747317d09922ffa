# Names that generated code calls directly as long as they mean the builtin; attributes of modules, changed behind it.
import string
import sys
import types


class Meta(type):
    def __instancecheck__(cls, o):
        return o == 7


class Odd(metaclass=Meta):
    pass


class Text(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


def ask(o, c):
    return isinstance(o, c)


def length(o):
    return len(o)


print(ask(7, Odd), ask(8, Odd), ask(Odd(), Odd), ask(1, int), ask(True, int), ask("", (int, (str,))), ask(1, int | None))
for bad in (3, "int", (int, 3), None):
    try:
        print(ask("x", bad))
    except TypeError as e:
        print(type(e).__name__, e)
saved = isinstance
isinstance = lambda o, c: "mine"
print(ask(1, int))
del isinstance
print(ask(1, int))
len = lambda o: "long"
print(length([1]))
del len
print(length([1]))


def find(x, where):
    return x in where, x not in where


text = Text("a")
for where in (["b", text], ("a", 1), {"a"}, frozenset("ab"), {"a": 1}, "cab", ["b", 2.5, None], (), [], {1, 2}, range(3), {text}, [text], iter("xa")):
    print(find("a", where))
print(find(text, ["b"]), find(text, []), find("b", {text}), find("a", {text: 1}), find(1, (True,)), find("1", [1]))
try:
    find("a", 3)
except TypeError as e:
    print(e)


def digits():
    return string.digits, string.capwords("a b")


m = types.ModuleType("m")


def get(m):
    try:
        return m.x, m.f(1)
    except AttributeError as e:
        return str(e)


print(digits(), digits())
string.digits = "none"
string.capwords = str.upper
print(digits())
del string.digits
try:
    digits()
except AttributeError as e:
    print(e)
print(get(m))
m.x, m.f = 1, lambda n: n + 1
print(get(m), get(m))
m.f = lambda n: n * 10
print(get(m))
del m.x
print(get(m))
m.__getattr__ = lambda name: "made " + name
print(get(m))
m.x = 2
print(get(m), get(m))


class Sub(types.ModuleType):
    x = property(lambda self: "property")

    def f(self, n):
        return self.__name__ * n


m.__class__ = Sub
print(get(m))
other = types.ModuleType("other")
other.x, other.f = 5, hex
print(get(other), get(m), get(other))
print(get(types.SimpleNamespace(x=1, f=abs)), get(sys) if hasattr(sys, "x") else "none")
