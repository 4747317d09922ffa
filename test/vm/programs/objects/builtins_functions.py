# Builtin functions: results and messages.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for f in [lambda: abs(-3), lambda: abs(-2.5), lambda: all([1, 0]), lambda: all([]), lambda: any([0, 0]), lambda: any([0, 3]), lambda: ascii("é\n\U0001f600"), lambda: bin(-10), lambda: oct(8), lambda: hex(255), lambda: bool([]), lambda: callable(3), lambda: chr(233), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"),
          lambda: ord("a"), lambda: ord("ab"), lambda: ord(b"a"), lambda: ord(1), lambda: ord("\U0001f600"), lambda: ord(""), lambda: divmod(7, -2), lambda: divmod(7.5, 2), lambda: divmod(1, 0), lambda: divmod("a", 1), lambda: list(enumerate("ab", 5)), lambda: list(enumerate("ab", start=1)), lambda: enumerate(1), lambda: enumerate(), lambda: list(filter(None, [0, 1, 2])), lambda: list(filter(lambda x: x > 1, [1, 2, 3])), lambda: filter(1),
          lambda: format(3.14159, ".2f"), lambda: format(255, "#x"), lambda: format(1, 2), lambda: hash(1) == hash(1.0) == hash(True), lambda: hash("a") == hash("a"), lambda: hash(-1), lambda: hash(2**61 - 1), lambda: hash(2**61), lambda: list(iter(iter([1, 2]).__next__, 2)), lambda: iter(1, 2), lambda: iter(), lambda: len("abc"), lambda: len(), lambda: len(1, 2), lambda: len(x=1),
          lambda: list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), lambda: map(1), lambda: list(map(str, [1, 2])), lambda: max(1, 3, 2), lambda: max([1, 5], key=lambda x: -x), lambda: max([], default=7), lambda: max([]), lambda: max(), lambda: max(1, 2, default=3), lambda: min("b", "a"), lambda: min([3, 1], key=None), lambda: min(1), lambda: max(1, "a"),
          lambda: next(iter([])), lambda: next(iter([]), 4), lambda: next(1), lambda: pow(2, 10), lambda: pow(2, 10, 1000), lambda: pow(2, -1), lambda: pow(3, -1, 7), lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(base=2, exp=3), lambda: pow(2), lambda: pow(2.0, 3, 4), lambda: list(range(3)), lambda: range(1, 10, 3), lambda: list(range(5, 0, -2)), lambda: range(0, 1, 0), lambda: repr("a'b"), lambda: list(reversed([1, 2])), lambda: reversed({1}), lambda: list(reversed({1: 2, 3: 4})), lambda: list(reversed(range(3))),
          lambda: round(2.5), lambda: round(3.5), lambda: round(-2.5), lambda: round(2.675, 2), lambda: round(1234, -2), lambda: round(1.5, None), lambda: round("a"), lambda: round(1e300, 2), lambda: round(15, -1), lambda: round(25, -1), lambda: round(float("nan")), lambda: round(float("inf")), lambda: sorted([3, 1, 2]), lambda: sorted("bca", reverse=True), lambda: sorted([1, "a"]), lambda: sorted(["b", "A"], key=str.lower), lambda: sorted(), lambda: sorted([1], foo=1), lambda: sorted([3, 1], None), lambda: sorted(1),
          lambda: sum([1, 2, 3]), lambda: sum([1.5, 2]), lambda: sum([[1], [2]], []), lambda: sum(["a"], ""), lambda: sum(["a"]), lambda: sum([1, 2], start=10), lambda: sum(1), lambda: sum([b""], b""), lambda: list(zip([1, 2], "ab")), lambda: list(zip()), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1, 2], [3, 4], [5], strict=True)), lambda: zip(1), lambda: zip([1], 2), lambda: type(zip([1])), lambda: type(map(int, [])), lambda: print(1, 2, sep="-", end="!\n"), lambda: print(1, sep=3), lambda: print(bad=1), lambda: print(), lambda: print(*[1, 2], sep=""),
          lambda: isinstance(1), lambda: isinstance(1, int, 3), lambda: getattr(1, "a", 2, 3), lambda: int("12", 8), lambda: int("z", 36), lambda: int("x"), lambda: int("1_000"), lambda: int(" 5 "), lambda: int(3.9), lambda: int(), lambda: int(None), lambda: int("5", base=2), lambda: float("1e3"), lambda: float("x"), lambda: float(), lambda: bool(), lambda: str(), lambda: str(b"x", "ascii"), lambda: list(), lambda: tuple("ab"), lambda: dict(a=1), lambda: dict([(1, 2)]), lambda: dict([1]), lambda: dict(1), lambda: set("aa"), lambda: frozenset([1]),
          lambda: eval("1+1"), lambda: eval("a", {"a": 3}), lambda: eval("a+b", {"a": 3}, {"b": 4}), lambda: eval(1), lambda: exec("x=1"), lambda: eval("1+"), lambda: eval(compile("2*3", "f", "eval")), lambda: compile("1", "f", "bad"), lambda: __import__("nope_nope"), lambda: hasattr(1, "real"), lambda: type(1), lambda: type("A", (), {}).__name__, lambda: slice(1, 2, 3), lambda: slice(5).indices(3), lambda: object.__name__, lambda: NotImplemented, lambda: Ellipsis, lambda: ..., lambda: __debug__, lambda: bool(NotImplemented) if False else None, lambda: type(None)(), lambda: type(None)(1), lambda: id(None) == id(None)]:
    show(f)
d = {}
exec("y = 5\ndef f(): return y", d); print(d["y"], d["f"](), "__builtins__" in d)
def loc(a):
    b = 2
    return sorted(locals().items()), sorted(vars().items()), dir()
print(loc(1)); g = 5; print(globals()["g"], "loc" in globals())
class IterErr:
    def __iter__(self): return self
    def __next__(self): raise KeyError("inner")
show(lambda: list(IterErr())); show(lambda: list(map(lambda x: 1 / x, [1, 0]))); show(lambda: max([1, 2], key=5)); show(lambda: sum(IterErr()))
e = enumerate(["x"]); print(next(e), next(e, "end"), iter(e) is e)
z = zip([1, 2, 3], [4, 5]); print(list(z), list(z))
m = map(int, ["1", "x"]); print(next(m)); show(lambda: next(m))
r = reversed([1, 2, 3]); print(next(r), list(r), r.__length_hint__())
def gen():
    yield 1
    return 7
it = gen(); print(next(it)); show(lambda: next(it)); show(lambda: next(it))
