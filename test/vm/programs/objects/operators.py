# Operator protocols: reflection, in-place, comparison, truth, length, containers, calls, conversion.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return ("add", self.v, getattr(o, "v", o))
    def __radd__(self, o): return ("radd", self.v, o)
    def __sub__(self, o): return NotImplemented
    def __rsub__(self, o): return ("rsub", o)
    def __mul__(self, o): return NotImplemented
    def __matmul__(self, o): return "matmul"
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __divmod__(self, o): return "divmod"
    def __rdivmod__(self, o): return "rdivmod"
    def __floordiv__(self, o): return "floordiv"
    def __truediv__(self, o): return "truediv"
    def __mod__(self, o): return "mod"
    def __rmod__(self, o): return "rmod"
    def __lshift__(self, o): return "lshift"
    def __rrshift__(self, o): return "rrshift"
    def __and__(self, o): return "and"
    def __ror__(self, o): return "ror"
    def __xor__(self, o): return "xor"
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return 3
    def __index__(self): return self.v
    def __int__(self): return self.v
    def __float__(self): return float(self.v)
    def __complex__(self): return complex(self.v)
n = N(5)
for f in [lambda: n + 1, lambda: 1 + n, lambda: n + n, lambda: n - 1, lambda: 1 - n, lambda: n * 2, lambda: 2 * n, lambda: n @ 1, lambda: 1 @ n,
          lambda: -n, lambda: +n, lambda: ~n, lambda: abs(n), lambda: n ** 2, lambda: 2 ** n, lambda: pow(n, 2, 3), lambda: pow(2, 3, n), lambda: divmod(n, 1), lambda: divmod(1, n),
          lambda: n // 1, lambda: n / 1, lambda: 1 / n, lambda: n % 1, lambda: 7 % n, lambda: n << 1, lambda: 1 >> n, lambda: n & 1, lambda: 1 | n, lambda: n ^ 1,
          lambda: round(n), lambda: round(n, 2), lambda: int(n), lambda: float(n), lambda: [1, 2, 3, 4, 5, 6][n], lambda: hex(n), lambda: range(n),
          lambda: [0] * n, lambda: "ab" * n, lambda: (1,) * n, lambda: [] + n, lambda: "x" + n, lambda: () + n]:
    show(f)

class I:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(o); return self
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return "sub"
    def __ior__(self, o): return "ior"
x = I(); y = x
x += 1; x += 2
print(x is y, x.log)
x -= 1
print(x)
z = I(); z |= 3
print(z)
def bad_inplace():
    z = I(); z *= 2
show(bad_inplace)

class C:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return ("lt", self.v)
    def __eq__(self, o): return [self.v]
class DD(C):
    def __gt__(self, o): return ("sub gt", self.v)
c, d = C(1), DD(2)
for f in [lambda: c < d, lambda: c > d, lambda: d < c, lambda: c == d, lambda: c != d, lambda: c <= d, lambda: hash(c), lambda: 1 < c, lambda: 1 > c, lambda: c == 1, lambda: 1 == c, lambda: [c] == [1], lambda: c in [5]]:
    show(f)

class B1:
    def __bool__(self): return False
class B2:
    def __len__(self): return 0
class B3:
    def __bool__(self): return 1
class B4:
    def __len__(self): return -1
class B5:
    def __len__(self): return "x"
class B6:
    def __bool__(self): return True
    def __len__(self): return 0
for k in [B1, B2, B3, B4, B5, B6]:
    show(lambda: (bool(k()), not k()))
    show(lambda: len(k()))

class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i * 10
show(lambda: list(Seq()))
show(lambda: 20 in Seq())
show(lambda: [a for a in Seq()])
show(lambda: len(Seq()))
show(lambda: reversed(Seq()))
class Seq2(Seq):
    def __len__(self): return 3
show(lambda: list(reversed(Seq2())))
class NoIter:
    __iter__ = None
    def __getitem__(self, i): return i
show(lambda: iter(NoIter()))
class BadIter:
    def __iter__(self): return 5
show(lambda: iter(BadIter()))
class NoContains:
    __contains__ = None
show(lambda: 1 in NoContains())
class Cont:
    def __contains__(self, x): return "yes" if x == 1 else ""
show(lambda: (1 in Cont(), 2 in Cont(), 2 not in Cont()))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("done")
        return self.n
show(lambda: list(It()))
it = It()
print(next(it), next(it), next(it), next(it, "default"))
show(lambda: next(it))
show(lambda: next([]))
class Item:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
m = Item()
show(lambda: m[1:2, ..., None])
m[1] = 2; m["a":"b"] = 3
del m[4]
class GetOnly:
    def __getitem__(self, k): return k
def so(): GetOnly()[1] = 2
def do(): del GetOnly()[1]
show(so); show(do)
show(lambda: object()[1])
def so2(): object()[1] = 2
def do2(): del object()[1]
show(so2); show(do2)
class Call:
    def __call__(self, *a, **k): return a, k
show(lambda: Call()(1, 2, x=3))
show(lambda: object()())
show(lambda: (1)(2))
show(lambda: callable(Call()) and callable(len) and callable(int) and not callable(1))
class R1:
    def __repr__(self): return 5
class R2:
    def __str__(self): return None
class R3:
    def __repr__(self): return "R3!"
class R4:
    def __format__(self, spec): return "fmt:" + spec
class R5:
    def __format__(self, spec): return 5
show(lambda: repr(R1())); show(lambda: str(R2())); show(lambda: (str(R3()), "%s %r" % (R3(), R3()), f"{R3()!s:>5}"))
show(lambda: (format(R4(), "abc"), f"{R4():xyz}", "{:q}".format(R4()))); show(lambda: format(R5(), ""))
show(lambda: format(R3(), "x")); show(lambda: format(R3()))
class H:
    def __hash__(self): return 12
    def __eq__(self, o): return True
class H2:
    def __hash__(self): return "x"
class H3:
    __hash__ = None
show(lambda: (hash(H()), {H(): 1}[H()])); show(lambda: hash(H2())); show(lambda: hash(H3())); show(lambda: {H3(): 1}); show(lambda: hash([])); show(lambda: hash({})); show(lambda: hash(set()))
class Ix:
    def __index__(self): return "x"
show(lambda: [1][Ix()]); show(lambda: [1]["a"]); show(lambda: range("a")); show(lambda: bin(1.5))
for f in [lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: () + [], lambda: 1 - "a", lambda: {} + {}, lambda: None + 1, lambda: "a" * "b", lambda: [] * 1.5, lambda: 1 < "a", lambda: [] < (), lambda: None < None,
          lambda: -"a", lambda: ~1.5, lambda: abs("x"), lambda: 1 in 1, lambda: "a" in 1, lambda: 1 in "a", lambda: len(1), lambda: iter(1), lambda: 1[0], lambda: 1 << 1.0, lambda: 1 @ 1, lambda: {1} | [1], lambda: {} | [1], lambda: int + 1, lambda: print + 1]:
    show(f)
class W:
    def __enter__(self): return "entered"
    def __exit__(self, *a): print("exit", a[0] and a[0].__name__); return True
with W() as w: print(w); raise ValueError
class NoExit:
    def __enter__(self): pass
def nw():
    with NoExit(): pass
def nw2():
    with 1: pass
show(nw); show(nw2)
