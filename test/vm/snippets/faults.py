# --- bare raise after an exception was thrown in
def g():
    try: yield 1
    except ValueError as e:
        try: yield 2
        except KeyError: pass
        raise
it = g(); next(it); it.throw(ValueError("v"))
try: it.throw(KeyError("k"))
except Exception as e: print(repr(e), repr(e.__context__))
# --- exc_info in generators
import sys
def g():
    print(sys.exc_info()[1])
    yield sys.exc_info()[1]
    try: raise ValueError("inner")
    except ValueError:
        yield sys.exc_info()[1]
    yield sys.exc_info()[1]
try: raise KeyError("outer")
except KeyError:
    it = g()
    print([repr(x) for x in it], repr(sys.exc_info()[1]))
it = g()
print(next(it))
# --- the same exception in caller and generator
def g():
    try: yield
    except BaseException:
        try: yield
        except BaseException: pass
        raise
it = g(); next(it)
try: raise ValueError(1)
except ValueError as e:
    it.throw(e)
    try: it.throw(e)
    except ValueError as f: print(f is e, f.__context__)
    try: raise
    except ValueError as h: print(h is e)
# --- gi_yieldfrom
def inner(): yield 1
def outer():
    x = inner()
    yield from x
    yield 2
o = outer(); print(o.gi_yieldfrom); next(o); print(o.gi_yieldfrom.__name__, o.gi_running, o.gi_suspended if hasattr(o, "gi_suspended") else None); next(o); print(o.gi_yieldfrom)
# --- a field that contains itself
import dataclasses
f = dataclasses.field(); f.metadata
@dataclasses.dataclass
class A: x: int = dataclasses.field(default=1, metadata={"a": 1})
fld = dataclasses.fields(A)[0]
fld.default = fld
print("..." in repr(fld))
# --- dataclass of a generic alias
import dataclasses, types
class D(types.GenericAlias): pass
@dataclasses.dataclass
class E(types.GenericAlias):
    origin: type = list
    args: type = int
print(dataclasses.is_dataclass(E), dataclasses.is_dataclass(list[int]))
# --- flag with a __new__ of its own
import enum
class F(enum.Flag):
    def __new__(cls, value, label):
        o = object.__new__(cls); o._value_ = value; o.label = label
        return o
    A = 1, "a"
    B = 2, "b"
print(F.A, F.A.label, F.A | F.B, list(F), F(1))
# --- enum members that are named tuples
import enum, collections
P = collections.namedtuple("P", "x y")
class E(P, enum.Enum):
    A = 1, 2
print(E.A, repr(E.A), E.A.x)
# --- ranges beyond 2**53
r = range(2**60, 2**60 + 10, 3)
print(len(r), r[1], r[-1], list(r), 2**60 + 3 in r, r.index(2**60 + 6), r[1:3], r[::-1], hash(r) == hash(range(2**60, 2**60 + 12, 3)))
r = range(2**100)
print(r[2**70], r[-1], bool(r), 2**99 in r, r.count(5), range(0, 2**100, 2**98)[2], r == range(2**100))
try: len(r)
except OverflowError as e: print(e)
for x in range(2**63, 2**63 + 2): print(x)
# --- bisect on huge sequences
import bisect
class Big:
    def __len__(self): return 2**62
    def __getitem__(self, i): return i
print(bisect.bisect_left(range(10**18), 10**17), bisect.bisect(Big(), 2**61 + 1), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 2, 2, 3], 2, 1, 3))
# --- islice beyond
import itertools, sys
print(list(itertools.islice(itertools.count(), 1, 10, sys.maxsize)), list(itertools.islice(range(100), 10, 2**62, 40)))
for a in ((-1,), (1, 2, 0), (None, None, -1), ("a",), (2**70,)):
    try: itertools.islice([], *a)
    except Exception as e: print(type(e).__name__, e)
# --- heap emptied by a comparison
import heapq
heap = []
class Evil:
    def __lt__(self, o): heap.clear(); return NotImplemented
heap.extend(Evil() for _ in range(5))
try: heapq.heappop(heap)
except Exception as e: print(type(e).__name__, e)
heap = []
try: heapq.heappush(heap, 1); print(heap, heapq.heappop(heap), heapq.heappushpop([1, 2], 0), heapq.heapreplace([1, 2], 9))
except Exception as e: print(e)
# --- assignments to __class__
class A: pass
class B: pass
class S: __slots__ = ("a",)
class T: __slots__ = ("a",)
class U(int): pass
a = A(); a.__class__ = B; print(type(a).__name__)
s = S(); s.a = 1; s.__class__ = T; print(s.a, type(s).__name__)
for o, c in ((A(), S), (S(), A), (1, A), (A(), int), (U(1), A), (A(), 5), (object(), A), ([], A)):
    try: o.__class__ = c; print("ok", type(o).__name__)
    except TypeError as e: print(e)
# --- assignments to __dict__
class A: pass
a = A(); a.x = 1
a.__dict__ = {"y": 2}; print(a.y, hasattr(a, "x"))
for v in (1, [], None):
    try: a.__dict__ = v
    except TypeError as e: print(e)
try: A.__dict__ = {}
except AttributeError as e: print(e)
del a.__dict__; print(a.__dict__)
def f(): pass
f.__dict__ = {"q": 1}; print(f.q)
try: f.__dict__ = 5
except TypeError as e: print(e)
# --- lru_cache hashes a key once
import functools
class K:
    n = 0
    def __hash__(self): K.n += 1; return 1
    def __eq__(self, o): return True
@functools.lru_cache
def f(x): return 1
f(K()); print(K.n); f(K()); print(K.n, f.cache_info())
# --- keys of cmp_to_key
import functools
K = functools.cmp_to_key(lambda a, b: a - b)
k = K(1)
print(k < K(2), k == K(1), k.obj)
for f in (lambda: k < 1, lambda: K(), lambda: K(1, 2), lambda: functools.cmp_to_key(lambda: 0)(1) < functools.cmp_to_key(lambda: 0)(2)):
    try: print(f())
    except TypeError as e: print(e)
# --- subclasses of builtin iterators with keywords
class F(filter):
    def __init__(self, f, it, newarg=None): self.newarg = newarg
class F2(filter):
    def __new__(cls, f, it, newarg=None):
        o = super().__new__(cls, f, it); o.n = newarg
        return o
f = F(None, [0, 1], newarg=3) if False else F2(None, [0, 1], newarg=3)
print(list(f), f.n)
for t, a in ((filter, (None, [])), (F, (None, [])), (zip, ())):
    try: t(*a, newarg=1); print("ok", t.__name__)
    except TypeError as e: print(e)
# --- match: Sequence and Mapping by ABC
import collections.abc as abc
class S:
    def __len__(self): return 2
    def __getitem__(self, i): return i
def kind(o):
    match o:
        case [*_]: return "sequence"
        case {}: return "mapping"
        case _: return "neither"
print(kind(S()), kind([]), kind({}), kind("s"), kind(b"b"), kind(bytearray()), kind(range(2)), kind(()), kind(abc.Sequence))
abc.Sequence.register(S); print(kind(S()))
class M:
    def keys(self): return []
    def __getitem__(self, k): raise KeyError
abc.Mapping.register(M); print(kind(M()))
class Sub(S): pass
print(kind(Sub()))
import collections, array
print(kind(collections.deque()), kind(collections.OrderedDict()), kind(collections.UserList()), kind(array.array("i")), kind(memoryview(b"")))
# --- arguments of str.find
for f in (lambda: "a".find(1), lambda: "a".find("a", "b"), lambda: "abc".find("c", None, None), lambda: "a".find("a", 1.0), lambda: "a".index("z"), lambda: "abcabc".rfind("b", -4, -1), lambda: "a".startswith(1), lambda: "a".startswith(("a", 1)), lambda: "a".find(sub="a")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# --- int.from_bytes
for f in (lambda: int.from_bytes(b"\x01\x02"), lambda: int.from_bytes(b"\x01", "middle"), lambda: int.from_bytes("a", "big"), lambda: int.from_bytes([1, 255], "little", signed=True), lambda: int.from_bytes([256]), lambda: (5).to_bytes(), lambda: (-1).to_bytes(1), lambda: (256).to_bytes(1, "big"), lambda: (-129).to_bytes(1, "big", signed=True), lambda: (1).to_bytes(-1), lambda: (1).to_bytes(2, "x"), lambda: True.to_bytes(2, "little")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# --- %d and its errors
for fmt, v in (("%d", "a"), ("%d", 1.9), ("%d", 1j), ("%x", 1.5), ("%x", "a"), ("%c", "ab"), ("%c", 1.5), ("%c", 0x110000), ("%f", "a"), ("%i", None), ("%q", 1), ("%", 1), ("%(a)s", 1), ("%s %s", 1), ("%s", (1, 2)), ("%d", True), ("%*d", (5, 1)), ("%.*f", (2, 1.234)), ("%(a)d", {"a": 3}), ("%()s", {"": 1}), ("%5.2d|%-5d|%+d", (1, 2, 3)), ("%d", 10**30), ("%#o %#X", (8, 255)), ("%r", "é"), ("%a", "é"), ("%%", ()), ("%s", ())):
    try: print(fmt % v)
    except Exception as e: print(fmt, type(e).__name__, e)
# --- hash of tuples and frozensets
print(hash(()) == hash(()), hash((1, 2)) == hash((1, 2)), hash((1,)) != hash((2,)), hash(frozenset()) == hash(frozenset()), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
# --- weak references and their callbacks
import weakref, gc
class A: pass
a = A()
log = []
r = weakref.ref(a, lambda ref: log.append(ref is r))
print(r() is a, weakref.getweakrefcount(a), repr(r)[:8])
w = weakref.WeakValueDictionary(); w["k"] = a; print(list(w), "k" in w, len(w))
k = weakref.WeakKeyDictionary(); k[a] = 1; print(k[a], len(k))
s = weakref.WeakSet([a]); print(a in s, len(s))
p = weakref.proxy(a); a.x = 3; print(p.x, type(p).__name__)
try: weakref.ref(1)
except TypeError as e: print(e)
f = weakref.finalize(a, print, "finalized"); print(f.alive, f.peek()[1:], ); f(); print(f.alive, f())
m = weakref.WeakMethod(a.__init__) if False else None
# --- bare raise outside
def f(): raise
try: f()
except RuntimeError as e: print(e)
try:
    try: 1 / 0
    except ZeroDivisionError: f()
except Exception as e: print(repr(e))
# --- copies of itertools objects
import itertools, copy
for make in (lambda: itertools.count(5, 2), lambda: itertools.cycle("abc"), lambda: itertools.repeat(1, 4), lambda: itertools.chain([1, 2], [3]), lambda: itertools.accumulate([1, 2, 3]), lambda: itertools.compress("abc", [1, 0, 1]), lambda: itertools.takewhile(bool, [1, 2, 0]), lambda: itertools.dropwhile(bool, [1, 0, 2]), lambda: itertools.islice(range(9), 1, 8, 2), lambda: itertools.product("ab", [1, 2]), lambda: itertools.permutations("abc", 2), lambda: itertools.combinations("abcd", 2), lambda: itertools.combinations_with_replacement("ab", 2), lambda: itertools.zip_longest("ab", "c"), lambda: itertools.starmap(pow, [(2, 3), (3, 2)]), lambda: itertools.filterfalse(None, [0, 1, 0]), lambda: zip([1, 2], [3, 4]), lambda: enumerate("ab"), lambda: map(abs, [-1, 2]), lambda: filter(None, [1, 0, 2]), lambda: reversed([1, 2, 3]), lambda: iter([1, 2]), lambda: iter((1, 2)), lambda: iter(range(3)), lambda: iter({1: 2})):
    it = make(); next(it)
    try: c = copy.copy(it); print(type(it).__name__, list(itertools.islice(c, 3)), list(itertools.islice(copy.deepcopy(make()), 4)))
    except Exception as e: print(type(it).__name__, type(e).__name__, e)
# --- pickles of itertools objects
import itertools, pickle
for make in (lambda: itertools.count(5, 2), lambda: itertools.repeat(1, 4), lambda: itertools.chain([1, 2], [3]), lambda: itertools.islice([1, 2, 3, 4], 1, 3), lambda: itertools.product("ab", [1, 2]), lambda: itertools.permutations("abc", 2), lambda: itertools.combinations("abcd", 2), lambda: itertools.zip_longest("ab", "c"), lambda: enumerate([7, 8]), lambda: zip([1], [2]), lambda: reversed([1, 2])):
    it = make(); next(it)
    for proto in (0, 2, 4): print(type(it).__name__, list(itertools.islice(pickle.loads(pickle.dumps(it, proto)), 3)), end=" ")
    print()
# --- repr of count and repeat
import itertools
print(itertools.count(1), itertools.count(1, 2), itertools.count(1.5, 0.5), itertools.repeat(1), itertools.repeat("a", 3))
# --- scanner of a pattern
import re
sc = re.compile(r"\w").scanner("a b")
print(sc.match(), sc.search(), sc.search(), sc.pattern.pattern)
s = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t), (r"\s+", None)])
print(s.scan("12 ab !"))
# --- arrays are buffers
import array
a = array.array("i", [1, 2, 3])
print(bytes(array.array("B", b"abc")), memoryview(a).format, memoryview(a).tolist(), bytearray(array.array("b", [1])), b"".join([array.array("B", b"x")]), a.tobytes(), a.itemsize, a.typecode)
m = memoryview(a); m[0] = 9; print(a, a[1:], a + a, a * 2)
import io; b = io.BytesIO(); print(b.write(array.array("H", [1])), b.getvalue())
# --- json's own behaviours
import json
for f in (lambda: json.dumps([1], separators=(1, 2)), lambda: json.dumps({1: 1, "1": 2}), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps({(1, 2): 3}, skipkeys=True), lambda: json.dumps(float("nan")), lambda: json.dumps(float("inf"), allow_nan=False), lambda: json.dumps({"b": 1, "a": 2}, sort_keys=True, indent="\t"), lambda: json.dumps({2: 1, "a": 2}, sort_keys=True), lambda: json.dumps("é\ud800\u2028😀"), lambda: json.dumps("é", ensure_ascii=False), lambda: json.dumps(object()), lambda: json.dumps(set(), default=list), lambda: json.dumps([[], {}], indent=2), lambda: json.loads("[1,]"), lambda: json.loads("{'a': 1}"), lambda: json.loads('{"a": 1 "b"}'), lambda: json.loads('"a\nb"'), lambda: json.loads('"\\ud83d\\ude00 \\x"'), lambda: json.loads("01"), lambda: json.loads("NaN"), lambda: json.loads("-Infinity"), lambda: json.loads("1e400"), lambda: json.loads(""), lambda: json.loads(b'\xff\xfe"\x00a\x00"\x00'), lambda: json.loads("[1] 2"), lambda: json.loads('{"a": [1, {"b": null}]}', object_pairs_hook=list), lambda: json.loads("1.5", parse_float=str), lambda: json.loads("[" * 3), lambda: json.JSONDecoder().raw_decode(" 1 x", 1), lambda: json.dumps({True: 1, None: 2, 1.5: 3}), lambda: json.loads(1)):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
l = [1, 2, 3]
class L(list): pass
print(json.dumps(L([1, 2])), json.dumps({"x": L()}))
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
# --- codecs of text files
import io
b = io.BytesIO()
t = io.TextIOWrapper(b, encoding="cp437", newline="\n"); t.write("é\n"); t.flush(); print(b.getvalue())
t = io.TextIOWrapper(io.BytesIO("a\r\nb".encode("utf-16")), encoding="utf-16"); print(t.read().encode())
t = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfx"), encoding="utf-8-sig"); print(t.read())
# --- changes of the MRO
class A: pass
class B: pass
class C(A): pass
C.__bases__ = (B,); print(C.__mro__[1].__name__, issubclass(C, A), issubclass(C, B))
for v in ((), 5, (C,), (1,)):
    try: C.__bases__ = v
    except TypeError as e: print(e)
# --- suggestions
class A:
    blech = 1
for f in (lambda: A().blach, lambda: undefined_nam):
    try: f()
    except Exception as e: print(e, e.name)
# --- syntax warnings (3.12)
import warnings
for s in ("assert (1, 'x')", "x is 1", "x is 'a'", "1 is 1", "[1](2)", "(1)()", "'a'[1, 2]", "(1, 2)['a']", "'\\d'", "b'\\d'", "'\\400'", "x is ()", "None is 1", "[1][1.5]", "{}[1]", "1()", "f'{1}'()", "x is not 'a'", "...()", "(lambda: 1)()", "[][(1, 2)]", "1 in 2", "f'\\d{1}'"):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: compile(s, "<s>", "exec")
        except SyntaxError as e: print(s, e.msg)
    print(s, [str(x.message).split(" at ")[0] for x in w], [x.lineno for x in w])
# --- deprecation warnings of conversions
import warnings
class I:
    def __index__(self): return 5
class T:
    def __trunc__(self): return 5
class J:
    def __int__(self): return True
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(int(I()), int(T()), int(J()))
    print(~5)
print([str(x.message) for x in w])
# --- comparing bool of NotImplemented
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(bool(NotImplemented))
print([str(x.message) for x in w])
# --- generators that nobody ended
log = []
def g():
    try: yield 1
    finally: log.append("closed")
it = g(); next(it); it.close(); print(log)
for x in g(): break
it = g(); next(it)
try: it.throw(KeyError)
except KeyError: print(log.count("closed") >= 2)
# --- memoryview formats
b = bytearray(range(16))
m = memoryview(b)
for f in "bBhHiIlLqQfdc?":
    c = m.cast(f); print(f, c.itemsize, len(c), c.nbytes, c.shape, c.strides, repr(c[0]), c.format)
h = m.cast("H"); h[0] = 513; h[1:3] = memoryview(bytes(4)).cast("H"); print(b.hex(), h[::2].tolist(), h == m, h.tolist())
for f in (lambda: m.cast("x"), lambda: h.cast("I"), lambda: m[:3].cast("H"), lambda: m[::2].cast("H"), lambda: h.__setitem__(0, 70000), lambda: h.__setitem__(0, "a"), lambda: h.__setitem__(slice(0, 1), b"ab"), lambda: memoryview(b"a")[0:1].__setitem__(0, 1), lambda: memoryview("a")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# --- array methods
import array
a = array.array("i", [3, 1, 2])
a.append(5); a.insert(0, 9); a.insert(-1, 7); a.extend([1, 2]); print(a, a.pop(), a.pop(0), a.index(1), a.count(1), a.tolist())
a[1:3] = array.array("i", [8]); del a[0]; a.reverse(); print(a, a[-1], a[::2], 8 in a, len(a), a == array.array("l", a.tolist()), a < array.array("i", [100]))
a.byteswap(); print(a[0]); a.fromlist([1]); a.frombytes(b"\1\0\0\0"); print(a[-2:], list(a)[-1], a * 0, array.array("u", "héé"), array.array("d", [1, 2.5]), array.array("u", "ab").tounicode())
for f in (lambda: array.array("z"), lambda: array.array("b", [200]), lambda: array.array("B", [-1]), lambda: array.array("i", ["a"]), lambda: array.array("i", "a"), lambda: a["x"], lambda: a[99], lambda: a.remove(12345), lambda: a.frombytes(b"abc"), lambda: a + [1], lambda: array.array("i").pop(), lambda: a.extend(array.array("b")), lambda: a.fromlist((1,)), lambda: a.__setitem__(0, 2**40)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import copy, pickle
print(copy.copy(a) == a, pickle.loads(pickle.dumps(a)) == a, copy.deepcopy(a) is a)
# --- attributes of subclasses of iterators and method wrappers
class S(staticmethod): pass
class K(classmethod): pass
class M(map): pass
class F(filter): pass
class Z(zip): pass
class R(reversed): pass
class E(enumerate): pass
s = S(len); s.x = 1; print(s.x, s.__func__, s([1]))
k = K(len); k.x = 1; print(k.x, k.__func__)
for it in (M(abs, [-1]), F(None, [0, 2]), Z([1], [2]), R([1, 2]), E("a")):
    it.x = 1; it.y = 2; print(it.x, it.y, list(it), vars(it))
class A:
    f = S(lambda: 5)
print(A.f(), A().f(), next(iter(lambda: 5, 6)))
# --- json of a list that changes
import json
a = [object()] * 10
def shrink(o):
    del a[-1]
print(json.dumps(a, default=shrink))
# --- AttributeErrors of __getattr__ learn their name
class A:
    def __getattr__(self, attr): raise AttributeError
class B:
    def __getattr__(self, attr): raise AttributeError("own", name="n", obj=5)
for c in A(), B():
    try: c.bluch
    except AttributeError as e: print(e.name, e.obj is c, e.args)
# --- warnings as errors
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("error", SyntaxWarning)
    for s, mode in (("77 is x", "eval"), ("assert (78, 1)", "exec")):
        try: compile(s, "<s>", mode)
        except SyntaxError as e: print(type(e).__name__, e.lineno)
