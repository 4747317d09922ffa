from dataclasses import dataclass, field
from enum import Enum, IntFlag, auto
from functools import total_ordering, lru_cache, partial, reduce
class Color(Enum):
    RED = 1
    GREEN = auto()
    @property
    def pretty(self): return self.name.title()
print(Color.RED, Color["GREEN"], Color(2).pretty, [c.value for c in Color], Color.RED is Color(1), repr(Color.RED))
class Perm(IntFlag):
    R = 4
    W = 2
    X = 1
print(Perm.R | Perm.W, Perm.R in (Perm.R | Perm.X), int(Perm.R | Perm.X))
@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
    def __post_init__(self): self.sum = self.x + self.y
p = P(1, 2)
print(p, p == P(1, 2), P(0) < p, p.sum, P(3, tags=["a"]).tags)
@dataclass(frozen=True)
class F:
    v: int
try:
    F(1).v = 2
except Exception as e:
    print(type(e).__name__, e)
print(hash(F(1)) == hash(F(1)))
@total_ordering
class V:
    def __init__(self, s): self.t = tuple(map(int, s.split(".")))
    def __eq__(self, o): return self.t == o.t
    def __lt__(self, o): return self.t < o.t
print(V("1.2") < V("1.10"), V("2.0") >= V("1.9"), max(V("1.2"), V("1.10")).t)
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.cache_info().misses, partial(pow, 2)(10), reduce(lambda a, b: a * b, range(1, 6)))
