def f(*a, **k): return a, k
print(f(1, *[2], 3, *(), x=1, **{"y": 2}), f(*"ab"), f(**{}))
print((lambda *a: len(a))(*range(20)), max(*[1, 5, 3]), "-".join(["a", "b"]), str(object=5))
class C:
    def m(self, *a, **k): return a, k
    def __call__(self, x): return x * 2
    @classmethod
    def c(cls, a, b=2, *, k=3): return cls.__name__, a, b, k
c = C()
print(c.m(1, 2, 3, 4, 5), c.m(*[1], **{"a": 2}), c(4), c.c(1), C.c(1, 2, k=4), c.m(k=1))
bm = c.m
print(bm(1), bm.__self__ is c, bm.__func__ is C.m, bm == c.m, bm.__name__)
def order(x): print("arg", x); return x
f(order(1), *[order(2)], k=order(3), **{"z": order(4)})
(order("callee") and f)(order("arg"))
print([].append.__name__, callable(len), "abc".upper(), [3, 1, 2].index(2), {}.get("a", "d"))
def kw(a, *, b): return a, b
for g in (lambda: kw(1, 2), lambda: kw(1), lambda: kw(b=1), lambda: len(), lambda: len(1, 2), lambda: int(x="5") if False else [].append(), lambda: c.m.nope, lambda: "a".join(5), lambda: print(zzz=1)):
    try:
        g()
    except (TypeError, AttributeError) as e:
        print(e)
import operator
print(f(*(x for x in range(3))), list(map(lambda a, b: a + b, [1, 2], [3, 4])))
