class V:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"V({self.x})"
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    def __radd__(self, o): return V(o + self.x)
    def __iadd__(self, o): self.x += 100; return self
    def __sub__(self, o): return NotImplemented
    def __rsub__(self, o): return "rsub"
    def __mul__(self, o): return V(self.x * o)
    __rmul__ = __mul__
    def __matmul__(self, o): return "matmul"
    def __truediv__(self, o): return "div"
    def __floordiv__(self, o): return "floordiv"
    def __mod__(self, o): return "mod"
    def __pow__(self, o, m=None): return "pow", m
    def __lshift__(self, o): return "lshift"
    def __rrshift__(self, o): return "rrshift"
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __neg__(self): return V(-self.x)
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __le__(self, o): return "le"
    def __hash__(self): return hash(self.x)
    def __bool__(self): return self.x != 0
    def __len__(self): return 3
    def __getitem__(self, k): return ("get", k)
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __contains__(self, k): return k == 1
    def __call__(self, *a, **k): return a, k
    def __index__(self): return self.x
    def __int__(self): return 77
    def __float__(self): return 7.5
    def __divmod__(self, o): return "divmod"
    def __round__(self, n=None): return "round", n
v = V(3)
print(v + 1, 1 + v, v + v, v * 2, 2 * v, 5 - v, v @ 1, v / 1, v // 1, v % 1, v ** 2, pow(v, 2, 5), v << 1, 8 >> v)
print(v & 1, v | 1, v ^ 1, -v, +v, ~v, abs(v), v == V(3), v != V(3), v < V(4), v > V(2), v <= v, v >= v)
w = v
w += 1
print(w is v, v, bool(V(0)), len(v), v[1], v[1:2], v[1, 2], v["a":], 1 in v, 2 not in v, v(1, k=2))
v[0] = 5
del v[0]
print([10, 20, 30][V(1)], int(v), float(v), divmod(v, 2), round(v), round(v, 2), {V(1): 2}[V(1)], hex(V(255)))
try:
    v - 1
except TypeError as e:
    print(e)
try:
    V(1) > 3
except AttributeError as e:
    print(e)
try:
    object() < object()
except TypeError as e:
    print(e)
for f in [lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: {} + {}, lambda: -"a", lambda: None[0], lambda: 1(), lambda: len(1), lambda: 1 in 2, lambda: [1] * "a"]:
    try:
        f()
    except TypeError as e:
        print(e)
