from collections import *
import collections.abc as abc
d = deque([1, 2, 3], maxlen=4); d.append(4); d.append(5); d.appendleft(0); print(d, len(d), d.maxlen, d[0], d[-1], 3 in d, list(reversed(d)))
d.rotate(1); print(d); d.rotate(-2); print(d); d.extendleft([7, 8]); print(d, d.count(8), d.index(8)); d.remove(8); d.insert(1, 'i'); print(d, d == deque([1]), d < deque([9]))
print(deque('abc') + deque('d'), deque('ab') * 2, deque().copy(), repr(deque([1], 3)))
for f in [lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque(maxlen=-1), lambda: hash(deque()), lambda: deque(5), lambda: deque([1]).index(3)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
q = deque(range(1000)); n = 0
while q:
    n += q.popleft()
    if n % 7 == 0: q.append(1)
    if n > 600000: break
print(n)
try:
    for x in (it := deque([1, 2])): it.append(3)
except RuntimeError as e: print(e)
dd = defaultdict(list); dd['a'].append(1); dd['b']; print(dd, dd.get('zz'), 'zz' in dd, dict(dd), dd.default_factory, dd.copy(), dd | {'c': 2})
try: defaultdict(None)['x']
except KeyError as e: print('KeyError', e)
try: defaultdict(5)
except TypeError as e: print(e)
class D(defaultdict):
    def __missing__(self, k): return k * 2
print(D()['ab'], defaultdict(int, a=1, b=2), defaultdict(int, {'q': 1}))
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)]); o.move_to_end('a'); print(o, list(o), o.popitem(), o.popitem(last=False), o)
o.update(z=1); o.move_to_end('z', last=False); print(o, OrderedDict(a=1) == {'a': 1}, OrderedDict([(1, 1), (2, 2)]) == OrderedDict([(2, 2), (1, 1)]), list(reversed(OrderedDict(a=1, b=2))))
try: o.move_to_end('nope')
except KeyError as e: print('KeyError', e)
try: OrderedDict().popitem()
except KeyError as e: print('KeyError', e)
c = Counter('abracadabra'); print(c, c.most_common(2), c['zz'], sorted(c.elements()), c.total()); c.update('aa'); c.subtract({'b': 5}); print(c, +c, -c, c & Counter('aab'), c | Counter(b=9), c + Counter(a=1))
P = namedtuple('P', 'x y', defaults=[5]); p = P(1); print(p, p.x, p[1], p._asdict(), p._replace(y=9), P._fields, P._make([3, 4]), p == (1, 5), P.__doc__, P._field_defaults, isinstance(p, tuple))
try: P()
except TypeError as e: print(e)
try: namedtuple('Q', 'a def')
except ValueError as e: print(e)
print(namedtuple('R', 'a a b', rename=True)._fields, P.x.__doc__)
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(cm['a'], cm['b'], dict(cm), cm.parents, cm.new_child({'z': 1}), list(cm))
class L(UserList): pass
print(L([1, 2]) + [3], UserDict(a=1), UserString('ab').upper())
print(isinstance([], abc.Sequence), isinstance({}, abc.Mapping), issubclass(dict, abc.MutableMapping), isinstance(5, abc.Hashable), isinstance([], abc.Hashable), isinstance(iter([]), abc.Iterator), isinstance(lambda: 0, abc.Callable), isinstance((i for i in []), abc.Generator), isinstance({}.keys(), abc.KeysView), isinstance('', abc.Sized), isinstance(deque(), abc.MutableSequence))
class M(abc.Mapping):
    def __getitem__(self, k): return k
    def __len__(self): return 1
    def __iter__(self): return iter('k')
print(dict(M()), M().get('z'), 'k' in M(), list(M().items()), M() == {'k': 'k'})
try: abc.Sized()
except TypeError as e: print(e)
