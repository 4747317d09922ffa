# list, tuple, range, slice, set: methods, slices, sorting, errors
def t(src):
    try:
        print(src, '=>', ascii(eval(src)))
    except Exception as e:
        print(src, '!!', type(e).__name__, ascii(str(e)))
def r(src):
    g = {'a': [1, 2, 3, 4, 5, 6], 'e': []}
    try:
        exec(src, g); print(src, '=>', ascii(g['a']))
    except Exception as e:
        print(src, '!!', type(e).__name__, ascii(str(e)))

for src in """
a[1:3] = [9]
a[1:3] = []
a[1:1] = [7,8]
a[::2] = [0,0,0]
a[::2] = [0]
a[::-1] = [1,2,3,4,5,6]
a[5:2] = [9]
a[-2:] = 'xy'
a[:] = a
a[2:2] = a
a[1:3] = 5
a[::2] = 5
a[10] = 1
a[-7] = 1
a['x'] = 1
a[1.0] = 1
del a[1:3]
del a[::2]
del a[::-2]
del a[10]
del a[-1]
del a[:]
del a['x']
a[0], a[1] = a[1], a[0]
a += (7,8)
a += 5
a += 'xy'
a *= 2
a *= 0
a *= -1
a *= 'x'
a = a + [1]
a = a + (1,)
a.append(a)
a.append()
a.extend(a)
a.extend(5)
a.extend(x for x in 'ab')
a.insert(0, 9)
a.insert(100, 9)
a.insert(-100, 9)
a.insert(-1, 9)
a.insert('x', 9)
a.insert(1)
a.pop()
a.pop(0)
a.pop(-2)
a.pop(10)
a.pop('x')
a.pop(1, 2)
e.pop()
a.remove(3)
a.remove(99)
a.reverse()
a.clear()
a.sort(reverse=True)
a.sort(key=lambda x: -x)
a.sort(key=lambda x: x % 2)
a.sort(key=lambda x: x % 2, reverse=True)
a.sort(lambda x: x)
a.sort(key=5)
a.sort(key=lambda x: a.append(1))
a.append('x'); a.sort()
a.sort(reverse='yes')
a[0] = a; a[1:2] = [a, a]
a[10:20] = [7, 8]
a[-100:-50] = [7]
a[4:2:1] = [1]
a[2**70:] = [1]
a[None:2] = [0]
""".strip().split('\n'): r(src)
for src in """
[1,2,3][1]
[1,2,3][-1]
[1,2,3][3]
[1,2,3][True]
[1,2,3]['a']
[1,2,3][1.0]
[1,2,3][10**30]
[1,2,3][::-1]
[1,2,3][5:]
[1,2,3][-2:]
[1,2,3][::0]
[1,2,3][:'a']
[1,2]+[3]
[1,2]+(3,)
[1,2]*2
2*[1,2]
[1]*1.5
[1]*-1
[0]*(10**30)
[1,2]==[1,2.0]
[1,2]<[1,3]
[1,2]<[1,2,3]
[1,2]<[1,'a']
[1]<(1,)
[1]==(1,)
[[1,2],[3]]<[[1,2],[4]]
1 in [1,2]
'a' in [1,2]
[1,2,1].count(1)
[1,2,1].index(1,1)
[1,2,1].index(1,1,2)
[1,2,1].index(5)
[1,2].copy()
list()
list('abc')
list(5)
list({'a':1})
list(range(3))
list(x=1)
list(1,2)
sorted([3,1,2])
sorted('hello')
sorted([3,1,2],reverse=True)
sorted(['b','A','c'],key=str.lower)
sorted([(1,'b'),(1,'a'),(0,'z')])
sorted([1,'a'])
sorted([1j,2j])
sorted(5)
sorted([3.5,1,True,2**70,-1.0])
sorted([float('nan'),1,2])[1:]
sorted([[2],[1],[1,0]])
sorted([(2,'x'),(1,None),(1,'a')],key=lambda p:p[0])
sorted(range(20),key=lambda x:x%3)
sorted(range(100),key=lambda x:(x*37)%101)==sorted(range(100),key=lambda x:(x*37)%101,reverse=True)[::-1]
sorted([2,1],key=None)
sorted()
[].__len__()
[1].__contains__(1)
[1,2].__getitem__(slice(0,1))
[3].__iter__().__next__()
list(reversed([1,2,3]))
list(reversed((1,2,3)))
list(reversed(range(3)))
list(reversed('abc'))
reversed(5)
reversed({1})
[1,[2,[3]]]
(1,)
()
(1,2)[0]
(1,2)[5]
(1,2)['a']
(1,2)[::-1]
(1,2)+(3,)
(1,2)+[3]
(1,2)*2
(1,2)<(1,3)
(1,2)==(1,2.0)
(1,2)==[1,2]
hash((1,2))==hash((1.0,2))
hash((1,[]))
(1,2,1).count(1)
(1,2,1).index(2)
(1,2,1).index(5)
tuple('abc')
tuple([1,2])
tuple(5)
tuple(1,2)
tuple()
(1,2).append
range(5)
range(1,5)
range(0,10,3)
range(5,0,-1)
list(range(5,0,-2))
range(0)
len(range(0,10,3))
len(range(10**30))
range(10**30)[10**29]
range(10)[3]
range(10)[-1]
range(10)[10]
range(10)[2:5]
range(10)[::-1]
range(10)[::3]
range(10)['a']
range(0,10,0)
range()
range(1,2,3,4)
range(1.5)
range('a')
range(5)==range(0,5,1)
range(0)==range(2,2)
range(0,3,2)==range(0,4,2)
hash(range(5))==hash(range(0,5))
range(5)<range(6)
3 in range(5)
3.0 in range(5)
'a' in range(5)
7 in range(0,10,2)
range(5).index(3)
range(5).index(9)
range(5).index('a')
range(5).count(3)
range(5).start, range(5).stop, range(5).step
bool(range(0)), bool(range(1))
list(range(2**63-1,2**63+2))
list(range(2**53-1,2**53+2))
max(range(10)), sum(range(10**3))
slice(5)
slice(1,5)
slice(1,5,2)
slice(None,-1).indices(10)
slice(None,None,-1).indices(5)
slice(10**30).indices(5)
slice(1,5).indices(-1)
slice(1,2)==slice(1,2)
slice(1,2)<slice(1,3)
hash(slice(1))
slice()
slice(1,2,3,4)
slice('a').stop
slice('a').indices(3)
{1,2,3}
set()
set('aaa')
set([1,1.0,True])
{1,2}|{3}
{1,2}&{2,3}
{1,2}-{2}
{1,2}^{2,3}
{1,2}|[3]
{1,2}<{1,2,3}
{1,2}<={1,2}
{1,2}>{1}
{1,2}=={2,1}
{1,2}==frozenset([1,2])
{1,2}==[1,2]
{1}<[1]
{1,2}.union([3],(4,))
{1,2}.intersection([2],[2,3])
{1,2}.difference([2])
{1,2}.symmetric_difference([2,3])
{1,2}.issubset([1,2,3])
{1,2}.issuperset([1])
{1,2}.isdisjoint([3])
{1,2}.union(5)
{1}.add([])
{[]}
set(5)
set(1,2)
{1}.remove(5)
{1}.discard(5)
set().pop()
{1}.pop()
frozenset([1,2])|{3}
{3}|frozenset([3])
type({3}|frozenset([1])).__name__
type(frozenset([1])|{3}).__name__
frozenset()
frozenset([frozenset([1])])
hash(frozenset([1,2]))==hash(frozenset([2,1]))
hash({1})
frozenset([1]).add
{frozenset([1]):5}[frozenset([1])]
frozenset([1]) in {frozenset([1])}
{1} in {frozenset([1])}
{(1,2),(1.0,2.0)}
{1,'1',b'1'}
set({'a':1})
sorted({3,1,2})
len({1,2})
{x%3 for x in range(10)}
set('abc').copy()=={'a','b','c'}
set().__doc__[:20]
{1}.update([2],[3])
{1,2}.__contains__(1)
{1}.__or__(5)
set.union({1},{2})
set.union([1],{2})
frozenset.union(frozenset([1]),{2})
""".strip().split('\n'): t(src)
s = {1, 2, 3}
try:
    for x in s: s.add(x + 10)
except RuntimeError as e: print(e)
s = {1, 2, 3}; s |= {4}; s &= {1, 4, 5}; s ^= {1, 9}; s -= {9}; print(s)
s.update('ab'); s.difference_update('a'); s.intersection_update({4, 'b'}); s.symmetric_difference_update([4, 5]); print(sorted(map(str, s)))
try: s |= [1]
except TypeError as e: print(e)
class L(list): pass
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
class Z(set): pass
class FZ(frozenset): pass
print(L([1]), type(L([1]) + [2]), L('ab') == ['a', 'b'], T(1, 2), type(T(1) + (2,)), T(1, 2) == (1, 2), {T(1): 5}[(1,)], Z([1]), FZ([1]), Z(), type(Z([1]) | {2}), type(Z([1]).copy()), type(FZ([1]) & {1}))
l = L(); l.x = 5; l.append(l); print(l, l.x)
rec = []; rec.append((rec,)); print(rec)
big = list(range(200000)); big2 = big[:]; big2[5:5] = big; print(len(big2), len(big + big), big2[200004]); big2.extend(big); del big2[::2]; print(len(big2), sum(big) == 199999 * 100000)
big.sort(key=lambda x: -x); print(big[:3]); big.reverse(); print(big[:3]); big[::3] = [0] * len(big[::3]); print(sum(big))
class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f'C{self.v}'
print(sorted([Cmp(x % 7) for x in range(60)], reverse=True)[:9], sorted(map(Cmp, [3, 1, 2])), max([Cmp(1), Cmp(5)], key=lambda c: c.v))
ws = [(x * 7919 % 13, x) for x in range(50)]; print(sorted(ws, key=lambda p: p[0])[:12], sorted(ws, key=lambda p: p[0], reverse=True)[:6])
it = iter([1, 2]); print(it.__length_hint__(), next(it), list(it), list(it))
m = [1, 2, 3]; it = iter(m); next(it); m.append(4); print(list(it)); m.append(5); print(list(it))
print(list(enumerate('ab', 5)), list(zip([1, 2], 'ab')), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 'a'])))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Seq()), 10 in Seq(), list(iter(iter([1, 2, 3]).__next__, 3)))
a, *b, c = range(5); print(a, b, c, *[1, 2], *'xy', [*range(3), *(7, 8)], (*[1], 2), {*[1, 2], 3})
