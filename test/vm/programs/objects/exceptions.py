# Exceptions: hierarchy, constructors, attributes, text, chaining, notes, groups.
import builtins
names = [n for n in sorted(dir(builtins)) if isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), BaseException)]
for n in names:
    t = getattr(builtins, n)
    print(n, t.__name__, [b.__name__ for b in t.__bases__], t.__module__)
def show(f):
    try:
        r = f()
        print(repr(r), "|", str(r))
    except BaseException as e:
        print("raised", type(e).__name__, e)
for f in [lambda: Exception(), lambda: Exception("a"), lambda: Exception("a", 1), lambda: KeyError("k"), lambda: KeyError("k", 2), lambda: KeyError(), lambda: StopIteration(3), lambda: SystemExit(2), lambda: SystemExit("m", 1),
          lambda: OSError(2, "msg"), lambda: OSError(2, "msg", "file"), lambda: OSError(2, "msg", "file", None, "file2"), lambda: OSError("one"), lambda: OSError(), lambda: OSError(17, "x"), lambda: OSError(13, "x"), lambda: OSError(1, "x"), lambda: OSError(20, "x"), lambda: OSError(21, "x"),
          lambda: OSError(11, "x"), lambda: OSError(32, "x"), lambda: OSError(111, "x"), lambda: OSError(110, "x"), lambda: OSError(3, "x"), lambda: OSError(10, "x"), lambda: OSError(4, "x"), lambda: OSError(9999, "x"), lambda: IOError("x"), lambda: FileNotFoundError(13, "x"), lambda: FileNotFoundError("just"),
          lambda: OSError(1, 2, 3, 4, 5, 6), lambda: PermissionError(13, "Permission denied", "/x"),
          lambda: ImportError("m", name="n", path="p"), lambda: ImportError("m", bad=1), lambda: ModuleNotFoundError("m", name="n"), lambda: AttributeError("m", name="n", obj=1), lambda: NameError("m", name="n"), lambda: AttributeError("m", foo=1),
          lambda: UnicodeDecodeError("utf-8", b"\xff\xfe", 0, 1, "bad"), lambda: UnicodeDecodeError("utf-8", b"\xff\xfe", 0, 2, "bad"), lambda: UnicodeEncodeError("ascii", "a\xe9", 1, 2, "ordinal"), lambda: UnicodeEncodeError("ascii", "\u20ac\U0001f600", 0, 2, "ordinal"), lambda: UnicodeEncodeError("ascii", "\u20ac", 0, 1, "o"), lambda: UnicodeTranslateError("abc", 0, 1, "why"),
          lambda: UnicodeDecodeError("a"), lambda: UnicodeDecodeError(1, b"", 0, 1, "x"), lambda: SyntaxError("m"), lambda: SyntaxError("m", ("dir/f.py", 3, 4, "text")), lambda: SyntaxError("m", ("f", None, 4, "text")), lambda: SyntaxError("m", (None, 3, 4, "t")), lambda: IndentationError("m", ("f", 1, 2, "x")), lambda: SyntaxError(), lambda: SyntaxError("m", ()), lambda: ValueError("é\n"), lambda: ValueError(None), lambda: Exception(a=1), lambda: ValueError([1, "x"])]:
    show(f)
e = OSError(2, "No such", "name")
print(e.errno, e.strerror, e.filename, e.filename2, e.args, type(e).__mro__)
print(StopIteration().value, StopIteration(5).value, SystemExit().code, SystemExit(3).code, SystemExit(1, 2).code)
i = ImportError("m", name="n", path="p"); print(i.name, i.path, i.msg, i.args)
s = SyntaxError("m", ("f", 1, 2, "t", 3, 4)); print(s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset)
u = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "r"); print(u.encoding, u.object, u.start, u.end, u.reason, u.args)
class My(Exception):
    def __init__(self, a, b=2):
        super().__init__(a, b); self.a = a
class My2(Exception):
    def __init__(self, a): self.a = a
class My3(KeyError):
    def __str__(self): return "mine"
class My4(OSError):
    def __init__(self, x): super().__init__(5, "io " + x)
class My5(OSError): pass
print(repr(My(1)), My(1).args, repr(My2("q")), My2("q").args, str(My3("x")), repr(My3("x")), My4("y"), My4("y").errno, My5(2, "a"), type(My5(2, "a")).__name__)
def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError as z:
            raise KeyError("k") from z
    except KeyError as k:
        print(repr(k.__cause__), repr(k.__context__), k.__suppress_context__)
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError("k2")
    except KeyError as k:
        print(repr(k.__cause__), repr(k.__context__), k.__suppress_context__)
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError("k3") from None
    except KeyError as k:
        print(repr(k.__cause__), repr(k.__context__), k.__suppress_context__)
    try:
        try:
            raise ValueError(1)
        finally:
            raise TypeError(2)
    except TypeError as t:
        print(repr(t.__context__), t.__context__.__traceback__ is not None)
    try:
        raise ValueError from KeyError
    except ValueError as v:
        print(repr(v), repr(v.__cause__))
chain()
def bad(f):
    try:
        f()
    except BaseException as x:
        print(type(x).__name__, x)
def r1(): raise 1
def r2(): raise "x"
def r3(): raise int
def r4(): raise ValueError from 3
def r5():
    raise
def r6():
    try: raise ValueError
    except "x": pass
def r7():
    try: raise ValueError
    except (KeyError, 3): pass
for f in [r1, r2, r3, r4, r5, r6, r7]: bad(f)
v = ValueError("n"); v.add_note("one"); v.add_note("two"); print(v.__notes__)
bad(lambda: v.add_note(3))
v.__cause__ = KeyError(); print(v.__suppress_context__)
def seta(n, x): setattr(v, n, x)
bad(lambda: seta("__cause__", 3)); bad(lambda: seta("__context__", 3)); bad(lambda: seta("__traceback__", 3)); bad(lambda: seta("args", 3))
v.args = [1, 2]; print(v.args, repr(v)); v.custom = 5; print(v.__dict__)
print(v.with_traceback(None) is v, v.__traceback__)
g = ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError(2)])])
print(g, repr(g), g.message, g.exceptions)
print(g.subgroup(ValueError), g.split(ValueError), g.subgroup(lambda e: isinstance(e, KeyError)).exceptions, g.split((KeyError, TypeError))[1])
for f in [lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x"), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x", 3), lambda: type(BaseExceptionGroup("x", [ValueError()])), lambda: type(BaseExceptionGroup("x", [KeyboardInterrupt()]))]:
    show(f)
try:
    raise g
except* ValueError as eg:
    print("values", eg.exceptions)
except* (TypeError, KeyError) as eg:
    print("others", eg.exceptions)
try:
    try: raise ExceptionGroup("a", [ValueError(1), OSError(2)])
    except* OSError: raise RuntimeError("new")
except BaseException as x: print(repr(x), x.exceptions)
def deep(): return deep()
try: deep()
except RecursionError as e: print(e)
def gen():
    yield 1
    raise StopIteration("leak")
try: list(gen())
except RuntimeError as e: print(e, repr(e.__cause__))
def un():
    print(zz); zz = 1
bad(un)
bad(lambda: undefined_name)
try: undefined_name
except NameError as e: print(e.name)
try: (5).foo
except AttributeError as e: print(e.name, e.obj)
def fin():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return "ret"
        finally: print("fin", i)
print(fin())
def fin2():
    try: raise ValueError
    except ValueError: return 1
    finally: return 2
print(fin2())
try:
    raise KeyError("x")
except (ValueError, LookupError) as e:
    pass
try: e
except NameError as ne: print(ne)
assert True
bad(lambda: exec("assert False, 'm'")); bad(lambda: exec("assert 0"))
