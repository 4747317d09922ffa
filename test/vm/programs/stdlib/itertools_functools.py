from itertools import *
import functools, operator
print(list(islice(count(5, 2), 4)), list(islice(cycle('ab'), 5)), list(repeat(1, 3)), count(3), repeat('a', 2), count(1, 2))
print(list(chain('ab', [1])), list(chain.from_iterable(['ab', 'c'])), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul, initial=10)))
print(list(compress('abcd', [1, 0, 1, 0])), list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(takewhile(lambda x: x < 3, [1, 3, 1])), list(filterfalse(None, [0, 1, ''])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise('abcd')), list(zip_longest('abc', 'x', fillvalue='-')), list(islice('abcdef', 1, None, 2)), list(islice('abc', 2)))
print(list(product('ab', repeat=2)), list(product('ab', [1, 2])), list(permutations('abc', 2)), list(combinations('abcd', 2)), list(combinations_with_replacement('ab', 3)), list(permutations([1, 2, 3])), list(combinations('a', 5)))
print([(k, list(g)) for k, g in groupby('aabbbca')], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)])
g = groupby('aab'); k1, g1 = next(g); k2, g2 = next(g); print(k1, list(g1), k2, list(g2))
a, b = tee(iter('abc')); print(next(a), next(a), list(b), list(a), len(tee('x', 3)))
for f in [lambda: list(islice('a', -1)), lambda: list(permutations('a', -1)), lambda: next(iter(chain())), lambda: list(combinations('a', -2)), lambda: count('x'), lambda: list(zip_longest(5))]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
p = functools.partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, functools.partial(print, 1, sep='-'))
print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(lambda a, b: a + b, [], 'init'))
try: functools.reduce(operator.add, [])
except TypeError as e: print(e)
@functools.lru_cache(maxsize=2)
def f(x, y=0):
    "doc"
    print('call', x, y)
    return x + y
print(f(1), f(1), f(2), f(3), f(1), f(1, y=2), f.cache_info(), f.__name__, f.__doc__, f.__wrapped__(1)); f.cache_clear(); print(f.cache_info(), f.cache_parameters())
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80))
class A:
    @functools.lru_cache
    def m(self, x): return x * 2
    @functools.cached_property
    def cp(self): print('once'); return 7
    @functools.singledispatchmethod
    def sd(self, x): return 'base'
    @sd.register
    def _(self, x: int): return 'int'
    pm = functools.partialmethod(lambda self, a, b: (a, b), 1)
print(A().m(4), (x := A()).cp, x.cp, x.sd(1), x.sd('s'), x.pm(2))
@functools.singledispatch
def sd(x): return 'obj'
@sd.register(int)
def _(x): return 'int'
@sd.register
def _(x: list): return 'list'
print(sd(1), sd([]), sd('s'), sd(True), sd.dispatch(bool) is sd.registry[int])
@functools.total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
def deco(fn):
    @functools.wraps(fn)
    def inner(*a): "inner"; return fn(*a)
    return inner
@deco
def named(a): "docs"; return a
print(named.__name__, named.__doc__, named.__qualname__, named.__wrapped__(3))
ig = operator.itemgetter(1, 'a' and 0); print(ig([5, 6]), operator.itemgetter(1)('xy'), operator.attrgetter('real', 'imag')(3), operator.methodcaller('split', ',')('a,b'), operator.itemgetter(2), operator.attrgetter('a.b'), operator.methodcaller('f', 1, k=2))
print(operator.add(1, 2), operator.contains('abc', 'b'), operator.countOf([1, 2, 1], 1), operator.indexOf([1, 2], 2), operator.truth([]), operator.index(True), operator.iadd([1], [2]), operator.length_hint([1, 2]), operator.concat('a', 'b'), operator.not_(0), operator.is_(None, None), operator.floordiv(7, 2))
