# dict, views, iteration, subclasses, keys of every kind
def t(f, *a):
    try:
        print(ascii(f(*a)))
    except Exception as e:
        print('!!', type(e).__name__, ascii(str(e)))

d = {'a': 1, 2: 'b', 3.5: None, (1, 'x'): [1], None: 0, True: 't', b'k': 1, frozenset([1]): 2}
print(d, len(d), d[1], d[1.0], d[True], d[2.0], d[(1, 'x')], d[(1.0, 'x')], d[frozenset([1])], d[b'k'])
d[1] = 'one'; d[1.0] = 'uno'
print(d, list(d)[5])
for k in ('zz', [], {}, 7, (1, [])):
    t(lambda: d[k]); t(lambda: d.pop(k)); t(lambda: k in d); t(lambda: d.get(k)); t(lambda: d.setdefault(k) if k == 7 else d.__delitem__(k))
print(d)
t(lambda: {}.popitem()); t(lambda: {}.pop('x')); t(lambda: {}.pop('x', 5)); t(lambda: {}.pop()); t(lambda: {}.get()); t(lambda: {}.setdefault()); t(lambda: dict(1)); t(lambda: dict([1]))
t(lambda: dict(['abc'])); t(lambda: dict(['ab', 'cd'])); t(lambda: dict([(1, 2)], a=3)); t(lambda: dict({'x': 1}, x=2, y=3)); t(lambda: dict(1, 2)); t(lambda: {}.update(5)); t(lambda: {}.update(a=1))
t(lambda: dict.fromkeys('aba')); t(lambda: dict.fromkeys([1, 2], 0)); t(lambda: dict.fromkeys({'q': 1})); t(lambda: dict.fromkeys(5)); t(lambda: dict.fromkeys([[]]))
t(lambda: {1: 2} | {3: 4}); t(lambda: {1: 2} | [(3, 4)]); t(lambda: {1: 2} < {3: 4}); t(lambda: {1: 2} == {1: 2.0}); t(lambda: {1: 2} != {1: 3}); t(lambda: {'a': 1, 'b': 2} == {'b': 2, 'a': 1}); t(lambda: hash({}))
x = {1: 2}; x |= [(3, 4)]; print(x); x |= {1: 0}; print(x)
class M:
    def keys(self): return ['p', 'q']
    def __getitem__(self, k): return k * 2
print(dict(M()), {**M(), 'r': 1})
e = {'a': 1, 'b': 2, 'c': 3}
print(e.keys(), e.values(), e.items(), list(reversed(e)), list(reversed(e.items())), list(reversed(e.values())))
print(*map(sorted, [e.keys() & ['a', 'z'], e.keys() | {'z'}, e.keys() - {'a'}, e.keys() ^ {'a', 'q'}, {'a', 'n'} & e.keys(), ['a'] | e.keys()]))
print(e.keys() == {'a', 'b', 'c'}, e.keys() <= {'a', 'b', 'c', 'd'}, e.keys() > {'a'}, e.items() == {('a', 1), ('b', 2), ('c', 3)}, e.keys() == ['a', 'b', 'c'], e.keys() == e.keys(), e.values() == e.values())
print(('a', 1) in e.items(), ('a', 2) in e.items(), 'a' in e.keys(), 3 in e.values(), e.keys().isdisjoint('xyz'), e.keys().isdisjoint(['a']), len(e.items()))
print(e.keys().mapping, type(e.keys().mapping), e.items() & [('a', 1)], sorted(e.items() - {('a', 1)}))
t(lambda: e.keys() + e.keys()); t(lambda: e.keys()[0]); t(lambda: e.keys() & 5); t(lambda: {}.keys() <= [1]); t(lambda: hash({}.keys())); t(lambda: type({}.keys())())
def mutate():
    for k in e: e[k + 'x'] = 1
t(mutate); print(e)
def mutate2():
    for k in e: del e[k]
t(mutate2); print(e)
def mutate3():
    f = {i: i for i in range(5)}
    for k in f:
        del f[k]; f[k + 100] = k
t(mutate3)
it = iter({1: 2}); print(next(it), next(it, 'end'), next(it, 'end'))
f = {i: i for i in range(10)}
print(f.popitem(), f.popitem(), f.pop(0)); f[0] = 'z'; f[99] = 9
print(f.popitem(), f.popitem(), f, f.popitem())
while f: f.popitem()
print(f)
r = {}; r['self'] = r; r['l'] = [r]; print(r)
class D(dict):
    def __missing__(self, k): return f'missing {k}'
    def __getitem__(self, k): return ('got', dict.__getitem__(self, k))
g = D(a=1)
print(g['a'], g['zz'], g.get('zz'), g, 'zz' in g, dict(g), {**g}, type(g.copy()), isinstance(g, dict), D.fromkeys('xy'), type(D.fromkeys('xy')), g | {'b': 2}, type(g | {}))
class Key:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v)
    def __eq__(self, o): return self.v == (o.v if isinstance(o, Key) else o)
    def __repr__(self): return f'K({self.v!r})'
h = {Key('a'): 1, 'b': 2, Key(5): 3, 6: 4}
print(h, h['a'], h[Key('b')], h[5], h[5.0], h[Key(6)], Key('b') in h, Key('c') in h, h[Key('a')])
h['a'] = 'over'; h[Key('b')] = 'over2'; print(h); del h[Key(6)]; del h['a']; print(h, 6 in h, len(h))
h2 = h.copy(); h2[Key('b')] = 'changed'; print(h, h2, h == h2, {Key(1)} == {1}, {1: 1} == {Key(1): 1})
class BadHash:
    def __hash__(self): raise ValueError('no hash')
class BadEq:
    def __hash__(self): return 1
    def __eq__(self, o): raise KeyError('no eq')
t(lambda: {BadHash(): 1}); t(lambda: {BadEq(): 1, BadEq(): 2}); t(lambda: {1: 1}[BadEq()])
class NoHash:
    def __eq__(self, o): return True
t(lambda: {NoHash(): 1}); t(lambda: {[]: 1}); t(lambda: {{}: 1}); t(lambda: {slice(1): 1})
nan = float('nan'); n = {nan: 1}; print(nan in n, float('nan') in n, n.get(nan), {float('nan'): 1, float('nan'): 2})
big = {2**70: 'big', float(2**70): 'float', -0.0: 'negzero', 0: 'zero', 10**400: 'huge'}; print(big, big[2**70], 10**400 in big, float('inf') in big)
print({1: 'a', 1.0: 'b', True: 'c', 1+0j: 'd'}, {(1, 2): 1, (1.0, 2.0): 2}, {'1': 1, 1: 2, b'1': 3})
print({'__proto__': 1, 'constructor': 2, 'hasOwnProperty': 3, '__class__': 4})
class Sub(str): pass
print({Sub('x'): 1}, {Sub('x'): 1}['x'], {'x': 1}[Sub('x')], type(list({Sub('x'): 1})[0]))
print([x for x in {3: 1, 1: 1, 2: 1}], sorted({3: 1, 1: 1}), max({'a': 1, 'b': 2}), list(zip({'a': 1}, {'b': 2}.values())), *{'k': 1})
try: {}['missing']
except KeyError as ke: print(repr(ke), ke.args, str(ke))
try: {}[(1, 2)]
except KeyError as ke: print(repr(ke), ke.args, str(ke))
l = {i: str(i) for i in range(1000)}; del l[500]; print(len(l), list(l)[499:502], 500 in l); l.clear(); print(l, len(l))
print(dict.__doc__[:30], dict.__name__, {}.__class__, dict.update.__name__, {1: 2}.__len__(), {1: 2}.__contains__(1), {}.__eq__({}), {}.__eq__(1), {}.__or__(1), dict[str, int])
import sys
print(dict(a=1).items().__iter__().__length_hint__(), repr(iter({}.items()))[:18])
