# assorted behaviour across types
def t(src):
    try:
        print(ascii(src), '=>', ascii(eval(src)))
    except Exception as e:
        print(ascii(src), '!!', type(e).__name__, ascii(str(e)))
for src in r"""
str.upper('a')
str.upper(1)
str.join(',', ['a'])
list.append([], 1)
list.append((), 1)
dict.get({'a':1}, 'a')
''.join.__name__
str.join.__name__
type(''.join), type(str.join), type(dict.fromkeys), type(str.maketrans), type(''.__add__), type(str.__add__)
str.__add__
''.__add__('a')
str.__dict__['join']
int.__dict__['real']
'join' in dir(str)
sorted(x for x in dir(str) if not x.startswith('_'))
sorted(x for x in dir(list) if not x.startswith('_'))
sorted(x for x in dir(dict) if not x.startswith('_'))
sorted(x for x in dir(set) if not x.startswith('_'))
sorted(x for x in dir(frozenset) if not x.startswith('_'))
sorted(x for x in dir(tuple) if not x.startswith('_'))
sorted(x for x in dir(int) if not x.startswith('_'))
sorted(x for x in dir(float) if not x.startswith('_'))
sorted(x for x in dir(complex) if not x.startswith('_'))
sorted(x for x in dir(bytes) if not x.startswith('_'))
sorted(x for x in dir(bytearray) if not x.startswith('_'))
sorted(x for x in dir(range) if not x.startswith('_'))
sorted(x for x in dir(slice) if not x.startswith('_'))
sorted(x for x in dir({}.keys()) if not x.startswith('_'))
sorted(set(dir(str)) ^ set(dir(object)))
sorted(set(dir(int)) - set(dir(object)))
sorted(set(dir(float)) - set(dir(object)))
sorted(set(dir(list)) - set(dir(object)))
sorted(set(dir(dict)) - set(dir(object)))
sorted(set(dir(set)) - set(dir(object)))
sorted(set(dir(tuple)) - set(dir(object)))
sorted(set(dir(bytes)) - set(dir(object)))
sorted(set(dir(range)) - set(dir(object)))
isinstance(True, int), isinstance(1, float), issubclass(bool, int), isinstance([], object)
type(1), type('a'), type([]), type({}), type(()), type(set()), type(b''), type(1.0), type(1j), type(range(1)), type(slice(1)), type(None), type({}.keys()), type({}.items()), type({}.values())
type(iter([])), type(iter(())), type(iter({})), type(iter({}.items())), type(iter(set())), type(iter(range(1))), type(iter(b'')), type(iter(bytearray()))
type(reversed([])), type(reversed({})), type(reversed({}.items()))
int.__mro__, bool.__mro__, str.__mro__
bool.__bases__
class_ if False else 0
(1).__class__.__name__, 'a'.__class__.__qualname__, [].__class__.__module__
int.__doc__[:20]
len.__name__
setattr('a', 'b', 1)
setattr([], 'b', 1)
(1).foo
del_ if False else None
int.foo
setattr(int, 'foo', 1)
'a'.__class__ == str
hash('a') == hash('a')
hash(()) == hash(())
hash((1,2)) != hash((2,1))
hash(None) == hash(None)
hash([])
hash({})
hash({1})
hash(bytearray())
{1:2}.__hash__
[].__hash__ is None
callable(str), callable('a')
str(1.0), str(True), str(None), str([1,'a']), str({'a':'b'}), str((1,)), str({1}), str(b'a')
repr(str), repr(int)
list(map(str, [1, 2.5, None]))
[1,2,3].index(2), (1,2,3).index(2), 'abc'.index('b')
'abc' 'def'
'a' if [] else 'b'
not [], not [0], not '', not ' ', not 0, not 0.0, not 0j, not None, not {}, not set(), not range(0), not b''
[] or 5, [0] and 6
1 < 2 < 3, 1 < 3 < 2
1 == 1.0 == True
[1,2,3] > [1,2], (1,2) > (1,), 'b' > 'a', b'b' > b'a'
1 in [1.0], True in [1], 'a' in {'a': 1}, (1,) in [(1,)]
1 in 5
'a' in 5
None in 'abc'
[] < 5
None < None
{} < {}
1j < 1j
1 < 'a'
[1] < ['a']
object() < object()
-'a'
+[]
~1.5
~'a'
-None
abs('a')
len(5)
len(1.5)
5[0]
5()
'a'()
None[0]
{}['x':]
[][{}]
(1).real = 5
[1,2][0:1] + [3]
'abc'[1:][::-1]
[*range(3), *'ab', *{'k': 1}]
{**{'a': 1}, **{'b': 2}}
(lambda *a, **k: (a, k))(1, *[2], x=3, **{'y': 4})
max('abc'), min([3,1,2]), max([1,2],[1,3]), max({'a':1,'b':2}), sum([1,2.5]), sum([[1],[2]],[])
sum(['a'])
max([])
min(1)
max(1,'a')
any([0,'',1]), all([]), all([1,0])
divmod(7,3), divmod(-7,3), divmod(7.5,2)
round(2.5), round(3.5), round(-0.5), round(1234567,-3), round(0.1+0.2,2)
pow(2,100), pow(2,-1), pow(2,3,5)
chr(65), chr(0x1F600), ord('a'), ord('\U0001F600')
chr(-1)
chr(0x110000)
ord('ab')
ord(b'a')
bin(10), oct(8), hex(255), bin(-5), hex(2**70)
bin(1.5)
sorted({'b':1,'a':2}), sorted({'b':1,'a':2}.items(), key=lambda kv: kv[1])
list(zip('ab', [1,2], (3,4))), list(enumerate('ab')), list(zip()), dict(zip('ab', [1,2]))
list(filter(lambda x: x > 1, [1,2,3])), list(map(lambda a,b: a*b, [1,2], [3,4]))
'%s' % 1.0, '%s' % True, '%s' % None, '%s' % [1], '%d' % True, '%s' % {'a': 1}
f'{1!r:>4}{"a":<3}|{2.5:08.3f}|{True}|{None}|{[1]}'
f'{1:{2}}', f'{"a":>{1+2}}', f"{'a' 'b'}"
int('0b101', 2), int('0o17', 8), int('0xff', 16), int(' -5 ')
float('nan') != float('nan'), float('-inf'), -float('inf') < 10**400
1e308*10, -1e308*10, 5e-324/2
10**20, -10**20, 10**20//3, -10**20//3, 10**20%7, 2**200 >> 190, 2**70 & 2**69-1
0x_ff, 1_000, 0b1010, 0o17, 1e1_0, .5, 5., 1_0.5e-1
'\x41\u0042\U00000043\101\'\"\\'
b'\x41\101\n'
r'\n', rb'\n', u'a'
'abc'.encode().decode('ascii')
memoryview(bytearray(b'abc'))[0:2].tobytes()
type('X', (str,), {})('abc').upper()
type('X', (int,), {'__add__': lambda s, o: 'add'})(5) + 1
type('X', (list,), {'__len__': lambda s: 42})([1]).__len__()
len(type('X', (list,), {'__len__': lambda s: 42})([1]))
type('X', (dict,), {'__missing__': lambda s, k: k})()['q']
type('X', (float,), {})(1.5) * 2
type('X', (tuple,), {})([1,2])[1]
type('X', (bytes,), {})(b'abc')[1:]
type('X', (bool,), {})
type('X', (range,), {})
type('X', (slice,), {})
type('X', (type({}.keys()),), {})
str.__new__(int)
int.__new__(str)
int.__new__(bool)
object.__new__(int)
str.__init__('a', 1, 2)
list.__init__([], 1)
[].__init__([1])
tuple.__new__(tuple, [1])
dict.__new__(dict, 1, 2)
list.__new__(list, 1, 2)
'abc'.__iter__().__next__()
[1,2].__iter__().__length_hint__()
[].__class_getitem__(int)
list[int], dict[str, int], tuple[int, ...], set[str], type[int]
list[int]('ab'), isinstance(list[int], type)
int | str, int | None
(1).__round__(-1), (15).__round__(-1), (2.5).__round__(), (2.567).__round__(2)
(7).__rfloordiv__(20), (7).__rmod__(20), (2).__rpow__(3), (1).__radd__(2.5)
(7.5).__rmod__(20), (1.5).__rdivmod__(7)
'a'.__ne__('b'), 'a'.__lt__(1), [].__eq__(()), ().__ge__(()), {}.__ne__({})
'%c%c' % ('a', 98)
''.join(reversed('abc')), ''.join(sorted('hello')), ''.join({'a': 1, 'b': 2})
'a-b_c d'.replace('-', '').replace('_', '').split(), 'A.B'.lower().title()
' x '.strip() + '|' + ' x '.lstrip() + '|' + ' x '.rstrip() + '|'
'key=value=x'.partition('='), 'key=value=x'.rpartition('='), 'a/b/c'.rsplit('/', 1), 'a\nb\n'.splitlines()
""".strip().split('\n'):
    t(src)
