# --- 1: chr(97), ord("a"), chr(0x10ffff), ord(b"a"), callable(len), 
for value in (chr(97), ord("a"), chr(0x10ffff), ord(b"a"), callable(len), callable(1), id(1) == id(1), bin(5), hex(16), repr(len), len.__name__, len.__module__, abs.__doc__[:6],): print(repr(value))
# --- 2: chr(-1)
print(repr(chr(-1)))
# --- 3: ord("ab")
print(repr(ord("ab")))
# --- 4: ord(5)
print(repr(ord(5)))
# --- 5: eval("1 + 2"), eval("x", {"x": 3}), eval("[i for i in range(
for value in (eval("1 + 2"), eval("x", {"x": 3}), eval("[i for i in range(3)]"), eval(" 5 "), eval("x + y", {"x": 1}, {"y": 2}), eval(compile("3", "", "eval")),): print(repr(value))
# --- 6: eval("1 +")
print(repr(eval("1 +")))
# --- 7: eval("x = 1")
print(repr(eval("x = 1")))
# --- 8: eval("")
print(repr(eval("")))
# --- 9: exec("x = 5") is None, (lambda g: (exec("y = 1", g), g["y"])
for value in (exec("x = 5") is None, (lambda g: (exec("y = 1", g), g["y"]))({})[1],): print(repr(value))
# --- 10: compile("1 2", "f", "exec")
print(repr(compile("1 2", "f", "exec")))
# --- 11: compile("1", "f", "other")
print(repr(compile("1", "f", "other")))
# --- 12: isinstance(1, int), isinstance("a", (int, str)), isinstance(
for value in (isinstance(1, int), isinstance("a", (int, str)), isinstance(1, type), isinstance(int, type), isinstance([], list | dict), issubclass(int, (str, object)), isinstance(None, type(None)),): print(repr(value))
# --- 13: isinstance(1, 5)
print(repr(isinstance(1, 5)))
# --- 14: issubclass(1, int)
print(repr(issubclass(1, int)))
# --- 15: isinstance(1, list[int])
print(repr(isinstance(1, list[int])))
# --- 16: getattr(1, "real"), getattr(1, "nope", 5), hasattr("a", "upp
for value in (getattr(1, "real"), getattr(1, "nope", 5), hasattr("a", "upper"), hasattr(1, "nope"), setattr(type("T", (), {}), "x", 1), dir(type("T", (), {"zz": 1}))[-1], vars(type("T", (), {}))["__module__"],): print(repr(value))
# --- 17: getattr(1, "nope")
print(repr(getattr(1, "nope")))
# --- 18: getattr(1, 5)
print(repr(getattr(1, 5)))
# --- 19: setattr(1, "x", 1)
print(repr(setattr(1, "x", 1)))
# --- 20: delattr(object(), "x")
print(repr(delattr(object(), "x")))
# --- 21: vars(1)
print(repr(vars(1)))
# --- 22: object().x
print(repr(object().x))
# --- 23: object().x = 1
object().x = 1
# --- 24: type(1), type("T", (), {}), type("T", (int,), {"a": 1})(5), 
for value in (type(1), type("T", (), {}), type("T", (int,), {"a": 1})(5), type("T", (), {"__repr__": lambda s: "R"})(), type(type), type(None), type(...), type(NotImplemented), type(lambda: 0), type(len), type([].append), type(i for i in []),): print(repr(value))
# --- 25: type(1, 2)
print(repr(type(1, 2)))
# --- 26: type("T", (1,), {})
print(repr(type("T", (1,), {})))
# --- 27: type("T", (bool,), {})
print(repr(type("T", (bool,), {})))
# --- 28: print("a", 1, None, sep="-", end="!/n")
print("a", 1, None, sep="-", end="!\n")
# --- 29: print(*[1, 2], sep="")
print(*[1, 2], sep="")
# --- 30: print("x", sep=5)
print("x", sep=5)
# --- 32: sorted([1, 2], key=5)
print(repr(sorted([1, 2], key=5)))
# --- 33: min(), max(1, 2, key=lambda x: -x)
for value in (min(), max(1, 2, key=lambda x: -x),): print(repr(value))
# --- 34: round("a")
print(repr(round("a")))
# --- 35: divmod("a", 1)
print(repr(divmod("a", 1)))
# --- 36: hash([])
print(repr(hash([])))
# --- 37: hash({})
print(repr(hash({})))
# --- 38: hash((1, [2]))
print(repr(hash((1, [2]))))
# --- 39: bool([]), bool("a"), bool(0j), bool(range(0)), bool(object()
for value in (bool([]), bool("a"), bool(0j), bool(range(0)), bool(object()), bool(), bool(None), bool(float("nan")),): print(repr(value))
# --- 40: int(), float(), str(), list(), dict(), tuple(), set(), compl
for value in (int(), float(), str(), list(), dict(), tuple(), set(), complex(), bytes(), bytearray(), object().__class__, frozenset(), int(x=5) if False else 0,): print(repr(value))
# --- 41: int(x=5)
print(repr(int(x=5)))
# --- 42: object(1)
print(repr(object(1)))
# --- 43: type("T", (), {})(1)
print(repr(type("T", (), {})(1)))
# --- 44: format(1, ".2f"), format("a", ">3"), format(255, "#x"), form
for value in (format(1, ".2f"), format("a", ">3"), format(255, "#x"), format(1234.5, ","), format(True, "s") if False else 0, format(1+2j, ".1f"), format(3, "b"),): print(repr(value))
# --- 45: __name__, __builtins__ is not None, __debug__, Ellipsis, Not
for value in (__name__, __builtins__ is not None, __debug__, Ellipsis, NotImplemented, ...,): print(repr(value))
# --- 46: undefined_name
print(repr(undefined_name))
# --- 47: len
print(repr(len))
# --- 48: staticmethod(len).__func__ is len, classmethod(len).__func__
for value in (staticmethod(len).__func__ is len, classmethod(len).__func__ is len, property(lambda s: 1).fget(0), property().fget, super, isinstance(super, type),): print(repr(value))
# --- 49: super()
print(repr(super()))
# --- 50: all(x > 0 for x in [1, 2]), any(x > 1 for x in [1, 2]), sum(
for value in (all(x > 0 for x in [1, 2]), any(x > 1 for x in [1, 2]), sum(x * x for x in range(4)), max((x for x in [3, 1]), default=0), "".join(c for c in "abc"), dict((k, 1) for k in "ab"), set(x % 2 for x in range(5)), tuple(x for x in [1]),): print(repr(value))
# --- 52: globals()["__name__"], "x" in locals(), (lambda a, b=2: loca
for value in (globals()["__name__"], "x" in locals(), (lambda a, b=2: locals())(1), (lambda: list(vars()))(),): print(repr(value))
# --- 53: import nope_module
import nope_module
# --- 55: from . import x
from . import x
# --- 56: import os.nope
import os.nope
# --- 57: __import__("os").sep, __import__("os.path").__name__, __impo
for value in (__import__("os").sep, __import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__,): print(repr(value))
# --- 58: f"{1}{'a'}{3.5:.2f}", f"{1!r}{'a'!s}{'é'!a}", f"{1=}", f"{1 
for value in (f"{1}{'a'}{3.5:.2f}", f"{1!r}{'a'!s}{'é'!a}", f"{1=}", f"{1 + 1 = }", f"{'a'=!s}", f"{{}}", f"{1:>{5}}", f"{'x':*^{3 + 2}}", f"{[1, 2][0]}", f"{(lambda x: x)(5)}", f"{ {1: 2}[1] }", f"a{1}" "b" f"{2}", f"{1:{'>'}{4}}", rf"\n{1}", f"{1,}", f"{'a' if 1 else 'b'}",): print(repr(value))
# --- 59: f"{1:z}"
print(repr(f"{1:z}"))
# --- 60: f"{undefined}"
print(repr(f"{undefined}"))
# --- 61: assert True, "no"
assert True, "no"
# --- 62: assert False
assert False
# --- 63: assert 0, "message"
assert 0, "message"
# --- 64: assert False, (1, 2)
assert False, (1, 2)
# --- 65: raise ValueError
raise ValueError
# --- 66: raise ValueError("x")
raise ValueError("x")
# --- 67: raise ValueError(1, 2)
raise ValueError(1, 2)
# --- 68: raise KeyError("k")
raise KeyError("k")
# --- 69: raise "string"
raise "string"
# --- 70: raise 5
raise 5
# --- 71: raise ValueError from KeyError("c")
raise ValueError from KeyError("c")
# --- 72: raise SystemExit(3)
raise SystemExit(3)
# --- 73: raise KeyboardInterrupt
raise KeyboardInterrupt
# --- 74: raise StopIteration(5)
raise StopIteration(5)
# --- 75: raise OSError(2, "No such file", "name")
raise OSError(2, "No such file", "name")
# --- 76: raise FileNotFoundError(2, "No such file")
raise FileNotFoundError(2, "No such file")
# --- 77: raise UnicodeDecodeError("utf-8", b"a", 0, 1, "bad")
raise UnicodeDecodeError("utf-8", b"a", 0, 1, "bad")
# --- 78: raise type("E", (Exception,), {"__str__": lambda s: "custom"
raise type("E", (Exception,), {"__str__": lambda s: "custom"})
# --- 79: raise type("E", (Exception,), {})("a", 1)
raise type("E", (Exception,), {})("a", 1)
# --- 81: ExceptionGroup("g", [])
print(repr(ExceptionGroup("g", [])))
# --- 82: ExceptionGroup("g", [1])
print(repr(ExceptionGroup("g", [1])))
# --- 83: None.x
print(repr(None.x))
# --- 84: None()
print(repr(None()))
# --- 85: None[0]
print(repr(None[0]))
# --- 86: None + 1
print(repr(None + 1))
# --- 87: None < 1
print(repr(None < 1))
# --- 88: -None
print(repr(-None))
# --- 89: ~"a"
print(repr(~"a"))
# --- 90: +[]
print(repr(+[]))
# --- 91: not_a_function = 5; not_a_function()
not_a_function = 5; not_a_function()
# --- 92: []()
print(repr([]()))
# --- 93: (lambda: 0)(1)
print(repr((lambda: 0)(1)))
# --- 94: (lambda x: 0)()
print(repr((lambda x: 0)()))
# --- 95: (lambda x, y: 0)(1)
print(repr((lambda x, y: 0)(1)))
# --- 96: (lambda x: 0)(y=1)
print(repr((lambda x: 0)(y=1)))
# --- 97: (lambda x: 0)(1, x=2)
print(repr((lambda x: 0)(1, x=2)))
# --- 98: (lambda x, /: 0)(x=1)
print(repr((lambda x, /: 0)(x=1)))
# --- 99: (lambda *, k: 0)()
print(repr((lambda *, k: 0)()))
# --- 100: (lambda *, k: 0)(1)
print(repr((lambda *, k: 0)(1)))
# --- 101: (lambda *, k, j: 0)()
print(repr((lambda *, k, j: 0)()))
# --- 102: (lambda x: 0)(*5)
print(repr((lambda x: 0)(*5)))
# --- 103: (lambda **k: 0)(**5)
print(repr((lambda **k: 0)(**5)))
# --- 104: (lambda **k: 0)(**{1: 2})
print(repr((lambda **k: 0)(**{1: 2})))
# --- 105: (lambda **k: 0)(**{"a": 1}, a=2)
print(repr((lambda **k: 0)(**{"a": 1}, a=2)))
# --- 106: (lambda *a, **k: (a, k))(1, *[2, 3], x=4, **{"y": 5}), (lamb
for value in ((lambda *a, **k: (a, k))(1, *[2, 3], x=4, **{"y": 5}), (lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3), (lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, 2, 3, d=5, z=6),): print(repr(value))
# --- 107: len(1, 2)
print(repr(len(1, 2)))
# --- 108: len()
print(repr(len()))
# --- 109: len(obj=[])
print(repr(len(obj=[])))
# --- 110: "a".upper(1)
print(repr("a".upper(1)))
# --- 111: [].append()
print(repr([].append()))
# --- 112: [].append(1, 2)
print(repr([].append(1, 2)))
# --- 114: dict.get({})
print(repr(dict.get({})))
# --- 115: list.append(5, 1)
print(repr(list.append(5, 1)))
# --- 116: str.upper(5)
print(repr(str.upper(5)))
# --- 117: "".join()
print(repr("".join()))
# --- 118: with 5: pass
with 5: pass
# --- 119: for x in 5: pass
for x in 5: pass
# --- 120: for x in None: pass
for x in None: pass
# --- 121: del undefined_thing
del undefined_thing
# --- 122: del [1][5]
del [1][5]
# --- 123: del {}["a"]
del {}["a"]
# --- 124: del (1, 2)[0]
del (1, 2)[0]
# --- 125: (1, 2)[0] = 5
(1, 2)[0] = 5
# --- 126: "abc"[0] = "x"
"abc"[0] = "x"
# --- 127: b"abc"[0] = 1
b"abc"[0] = 1
# --- 128: range(3)[0] = 1
range(3)[0] = 1
# --- 129: {1}[0]
print(repr({1}[0]))
# --- 130: 5[0]
print(repr(5[0]))
# --- 131: 5.5()
print(repr(5.5()))
# --- 132: len.x = 1
len.x = 1
# --- 133: int.x = 1
int.x = 1
# --- 134: (lambda: 0).__name__, (lambda: 0).__qualname__, (lambda x=1:
for value in ((lambda: 0).__name__, (lambda: 0).__qualname__, (lambda x=1: 0).__defaults__, (lambda *, k=2: 0).__kwdefaults__, (lambda a, *b: 0).__code__.co_varnames, (lambda a, /, b: 0).__code__.co_posonlyargcount, (lambda: 0).__closure__, (lambda: 0).__doc__, (lambda: 0).__module__,): print(repr(value))
