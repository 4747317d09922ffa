for e in (ValueError, KeyError, IndexError, ZeroDivisionError, FileNotFoundError, ModuleNotFoundError, UnicodeDecodeError, RecursionError, StopIteration, KeyboardInterrupt, NotImplementedError, UnboundLocalError, IndentationError):
    print(e.__name__, [b.__name__ for b in e.__mro__[1:-1]])
def kind(f):
    try:
        f()
    except ArithmeticError: return "arithmetic"
    except LookupError: return "lookup"
    except (TypeError, ValueError) as e: return type(e).__name__
    except Exception as e: return "exception " + type(e).__name__
print(kind(lambda: 1 / 0), kind(lambda: [][0]), kind(lambda: {}[0]), kind(lambda: int("a")), kind(lambda: 1 + ""), kind(lambda: undefined))
class E1(Exception): pass
class E2(E1):
    def __str__(self): return "custom " + ",".join(map(str, self.args))
try:
    raise E2(1, 2)
except E1 as e:
    print(e, repr(e), e.args, isinstance(e, E2))
e = ValueError("a")
e.add_note("note 1")
e.extra = 5
print(e.__notes__, e.extra, e.__dict__)
print(repr(Exception()), str(Exception()), str(Exception(1)), str(Exception(1, 2)), repr(KeyError("k")), str(KeyError("k")))
o = OSError(2, "No such file", "f.txt")
print(o, o.errno, o.strerror, o.filename, type(o).__name__)
try:
    raise StopIteration(5)
except StopIteration as s:
    print(s.value)
print(ValueError("x") == ValueError("x"), issubclass(OSError, IOError), IOError is OSError)
s = SystemExit(3)
print(s.code, isinstance(s, Exception))
