# What calls are told whose arguments do not fit (conformance/python-calls.ts makes many more of them).
import re


def told(f, *args, **kw):
    try:
        r = f(*args, **kw)
    except Exception as e:
        return f'{type(e).__name__}: {e}'
    return re.sub('0x[0-9a-f]+', '0x', f'{type(r).__name__} {r!r}')


def calls(f, *names):
    """Too few, too many, unknown and doubled keywords."""
    for n in range(5):
        print('', n, told(f, *[1] * n), '|', told(f, *[1] * n, zzz=1))
    for name in names:
        print('', name, told(f, **{name: 1}), '|', told(f, 'a', **{name: 1}), '|', told(f, 'a', 1, **{name: 1}))


def each(owner, names):
    for name in names.split():
        f = getattr(owner, name)
        print(name, told(f), '|', told(f, 1), '|', told(f, 'a', 'a'), '|', told(f, 1, 1, 1), '|', told(f, 1, 1, 1, 1))
        print('', told(f, zzz=1), '|', told(f, None), '|', told(f, 'a', None), '|', told(f, 1, 'a', 'a'))

# --- itertools: with keywords
import itertools
for f, *names in [(itertools.accumulate, 'iterable', 'func', 'initial'), (itertools.combinations, 'iterable', 'r'),
                  (itertools.combinations_with_replacement, 'iterable', 'r'), (itertools.permutations, 'iterable', 'r'),
                  (itertools.compress, 'data', 'selectors'), (itertools.groupby, 'iterable', 'key'), (itertools.count, 'start', 'step'),
                  (itertools.product, 'repeat')]:
    print(f.__name__)
    calls(f, *names)

# --- itertools: positional only
import itertools
each(itertools, 'chain cycle dropwhile takewhile filterfalse islice pairwise starmap tee')
print(told(itertools.islice, 'abc', -1), told(itertools.islice, 'abc', -2), told(itertools.islice, 'abc', 'a', 'b'))
print(told(itertools.islice, 'abc', 1, 2, 0), told(itertools.islice, 'abc', 'a', 2))
print(told(itertools.count, 'a'), told(itertools.count, 1, []), told(itertools.tee, 'a', -1))

# --- builtins: one argument
import builtins
each(builtins, 'abs all any ascii bin callable chr hex len oct ord repr reversed iter next')

# --- builtins: more arguments
import builtins
each(builtins, 'delattr divmod format getattr hasattr isinstance issubclass setattr sum pow round range slice')
calls(pow, 'base', 'exp', 'mod')
calls(round, 'number', 'ndigits')
calls(sum, 'iterable', 'start')

# --- builtins: types
each(__import__('builtins'), 'bool float list tuple set frozenset complex bytes bytearray str classmethod staticmethod')
calls(str, 'object', 'encoding', 'errors')
calls(bytes, 'source', 'encoding', 'errors')
calls(complex, 'real', 'imag')
print(told(type, 1, zzz=1), told(type), told(type, 1, 2), told(type, None, (), {}), told(type, 'a', None, {}))

# --- builtins: pow of three
class P:
    def __pow__(self, other, mod=None):
        return 'pow', other, mod
    def __rpow__(self, other):
        return 'rpow', other
for args in [(2, 3, 5), (2, 1.5, 3), (2, 3, 1.5), (1.5, 2, 3), (2, 1j, 3), (1j, 2, 3), (2, 3, 1j), ('a', 2, 3), (2, 'a', 3), (2, 3, 'a'), (P(), 2, 3), (2, 3, None), (-2, 3, -5)]:
    print(args[1:], told(pow, *args))
print(told(pow, 2, P()), told((2).__rpow__, 3, 5), told((2).__pow__, 1.5, 3), told((1.5).__rpow__, 2, 3), told((2).__round__, None))

# --- builtins: anext
class It:
    def __init__(self, n):
        self.n = n
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n
async def gen():
    yield 'a'
    yield 'b'
def run(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value
async def main():
    it = It(1)
    out = [await anext(it), await anext(it, 'end')]
    g = gen()
    out += [await anext(g), await anext(g, 1), await anext(g, 2)]
    try:
        await anext(it)
    except StopAsyncIteration as e:
        out.append(repr(e))
    return out
print(run(main()))
print(type(anext(It(0), 5)).__name__, told(anext), told(anext, 1), told(anext, 1, 2, 3), told(anext, zzz=1))
x = anext(It(0), 5)
print(told(x.send, None), told(x.throw, ValueError('v')), x.close(), x.__await__() is x, iter(x) is x)

# --- str
each('abc', 'capitalize isalpha lower center ljust zfill strip join partition removeprefix removesuffix replace translate format_map maketrans title')
for name, *names in [('encode', 'encoding', 'errors'), ('expandtabs', 'tabsize'), ('split', 'sep', 'maxsplit'), ('rsplit', 'sep'), ('splitlines', 'keepends')]:
    print(name)
    calls(getattr('abc', name), *names)

# --- bytes
each(b'abc', 'capitalize isalpha lower center ljust zfill strip join partition removeprefix replace maketrans fromhex')
for name, *names in [('decode', 'encoding', 'errors'), ('split', 'sep', 'maxsplit'), ('splitlines', 'keepends'), ('translate', 'table', 'delete'), ('hex', 'sep', 'bytes_per_sep')]:
    print(name)
    calls(getattr(b'abc', name), *names)

# --- list, tuple, dict, set
each([1, 2], 'append extend insert pop remove clear copy reverse count __mul__ __setitem__ __getitem__ __contains__ __setattr__')
calls([1, 2].sort, 'key', 'reverse')
each((1, 2), 'count index __mul__ __format__')
each({1: 2}, 'get pop popitem setdefault keys items values copy clear fromkeys __setitem__ __contains__')
each({1, 2}, 'add discard remove pop copy clear isdisjoint issubset symmetric_difference __contains__')
print(told({}.pop, []), told({}.pop, [], 1), told({1: 2}.pop, []), told([1].index, 1, None), told((1,).index, 1, 'a'))

# --- int, float
each(5, '__pow__ __rpow__ __round__ __format__ bit_length as_integer_ratio __add__')
calls((5).to_bytes, 'length', 'byteorder', 'signed')
calls(int.from_bytes, 'bytes', 'byteorder', 'signed')
calls(int, 'base')
each(1.5, '__pow__ __rpow__ __round__ __format__ is_integer hex as_integer_ratio')

# --- OSError: three arguments
for args in [(1, 2, None), (2, 'b', 'f'), (2, 'b', None, None, 'g'), (2, 'b', 'f', None, 'g'), (2, 'b', 'f', None, None)]:
    e = OSError(*args)
    print(type(e).__name__, e.args, e.filename, e.filename2, str(e))
for a in (None, 1, 'a', True):
    e = BlockingIOError(11, 'x', a)
    print(e.args, e.filename, getattr(e, 'characters_written', 'none'))
print(told(BlockingIOError, 11, 'x', 1.5))

# --- functools, operator
import functools, operator
each(operator, 'abs add concat contains countOf indexOf getitem setitem delitem index length_hint is_ not_ pow truth itemgetter call')
calls(functools.cmp_to_key, 'mycmp')
each(functools, 'cache partial')
print(told(functools.reduce, 1, 1), told(functools.reduce, 1), told(functools.reduce, len, []), told(functools.lru_cache(None), 1))

# --- collections
import collections.abc
calls(collections.deque, 'iterable', 'maxlen')
d = collections.deque([1, 2, 3])
each(d, 'append extend count remove __format__ __getattribute__')
print(told(d.rotate, 'a'), told(d.index, 1, 'a'), told(d.index, 1, None), told(d.__mul__), told(d.__mul__, 'a'))
o = collections.OrderedDict(a=1)
calls(o.pop, 'key', 'default')
calls(o.setdefault, 'key', 'default')
calls(o.popitem, 'last')
print(o.keys(), o.items(), o.values(), type(o.keys()).__mro__, isinstance(o.keys(), collections.abc.KeysView))
print(o.keys() & {'a'}, o.items() == {'a': 1}.items(), [*reversed(o.keys())], o.keys().mapping)

# --- names of types in messages
import collections, functools, itertools, re, operator
for o in (collections.deque(), collections.OrderedDict(), collections.defaultdict(), itertools.count(), functools.partial(len), re.compile('a'), re.match('a', 'a'), operator.itemgetter(1)):
    t = type(o)
    print(t.__name__, told(lambda: o.nope), told(lambda: o + 1), told(lambda: len(o)) if not hasattr(o, '__len__') else '', told(lambda: o < 1))
    print('  ', told(lambda: f'{o:>3}'), told(lambda: t.nope), told(t.__new__), told(lambda: int(o)), told(lambda: 'a' + o), told(lambda: ''.join([o])))
print(collections.deque.append, collections.deque().append.__qualname__, re.Match.group)

# --- math
import math
each(math, 'sqrt floor ceil gcd hypot dist ldexp copysign fmod frexp pow fsum factorial comb perm isqrt isclose trunc')
print(math.hypot(1, 1.5), math.hypot(3, 4), math.hypot(1e200, 1e200), math.hypot(1e-200, 2e-200), math.hypot(), math.hypot(-0.0), math.dist((1, 2, 3), (4.5, 5.5, 7.25)))
print(math.hypot(math.inf, math.nan), math.hypot(1, math.nan), math.hypot(5e-324, 5e-324), math.hypot(0.1, 0.2, 0.3), math.exp2(1.5), math.exp2(0.1))

# --- re
import re
p = re.compile('b')
for name in ('match', 'search', 'fullmatch', 'findall', 'finditer', 'scanner'):
    print(name)
    f = getattr(p, name)
    for args in [(), (1,), ('b', 1, 2, 3), ('b', 'a'), (1, 'a'), (b'b', 'a'), ('b', 1, 'a'), (b'b',)]:
        r = told(f, *args)
        print('  ', args, r)
    print('  ', told(f, zzz=1), told(f, 'a', zzz=1), told(f, 'a', string='b'))
for args in [(1, 'b'), (1, 1), ('x', 1), ([], 'b'), ([], 1), (b'x', 'abb'), (b'x', 'b'), (b'x', 'a'), (len, 'b'), (lambda m: 1, 'abab'), (lambda m: None, 'ab'), ('x', 'b', 'c'), ('x',), ()]:
    print(told(p.sub, *args), told(p.subn, *args))
for args in [([], 'a'), (1, 'a'), ('a', 'b', []), (1, 'b', 'c'), (None, 'b')]:
    print(told(re.search, *args), told(re.sub, args[0], 'x', *args[1:2], 0, *args[2:]))
e = re.error(1)
print(e.args, e.msg, e.pos, re.error('m', 'ab\nc', 3).args, told(re.error), told(re.RegexFlag, 'a'))
print(re.A | re.I, re.I | re.A | re.X, ~re.I, int(~re.I), ~(re.I | re.M), re.RegexFlag(1 << 20), re.RegexFlag(1 << 20 | 2), re.RegexFlag(1 << 20).name, re.RegexFlag(-1).value, re.compile('a', re.A | re.X | re.I))

# --- json
import json
print(told(json.dumps, 1, separators=1), told(json.dumps, 1, separators=()), told(json.dumps, [1], separators=(1, 2, 3)))
print(told(json.dumps, 'a', separators=(1, 2)), told(json.dumps, [1], separators=(1, ':')), told(json.dumps, [1], separators=(',', 1)))
print(told(json.dumps, 'a', indent=b'a'), told(json.JSONEncoder, 1), told(json.JSONEncoder, zzz=1), told(json.JSONDecoder().raw_decode, None))

# --- heapq
import heapq
each(heapq, 'heappush heappop heapify heapreplace heappushpop')
print(told(heapq.heappush, None, 1), told(heapq.heappop, None), told(heapq.heapify, ()))

# --- str: what needs no change is given itself
class C(str):
    pass
c = C('abcdefgh')
for spec in ('>5', '', '<5', '5', 's', '.3', '.8', '>20', '5s', '=5', '*^8', '*^9'):
    r = told(lambda: (format(c, spec) is c, type(format(c, spec)).__name__))
    print(repr(spec), r)
class F:
    def __format__(self, spec):
        return C('f' + spec)
print(f'{c:>5}' is c, type(f'{c}').__name__, type(f'{c!s:>5}').__name__, type(f'{c:>5}x').__name__, type(f'{F()}').__name__, type(f'{F():x}').__name__, f'{F():x}', f'{F()}{F()}')
print(c.partition('z')[0] is c, c.rpartition('z')[2] is c, type(c.partition('c')[0]).__name__, c.partition('gh'))

# --- io: files that are closed, or open for something else
import io, os, tempfile
d = tempfile.mkdtemp()
p = os.path.join(d, 'x')
with open(p, 'w') as f:
    f.write('abc\ndef\n')
def show(label, f, *args):
    r = told(f, *args).replace(d, 'D')
    print(label, args and str(args[0]).replace(d, 'D'), r)
for label, make in [('raw r', lambda: io.FileIO(p)), ('raw w', lambda: io.FileIO(p + 'w', 'w')), ('rb', lambda: open(p, 'rb')),
                    ('wb', lambda: open(p + 'w', 'wb')), ('BytesIO', lambda: io.BytesIO(b'abc')), ('StringIO', lambda: io.StringIO('abc')),
                    ('r', lambda: open(p)), ('w', lambda: open(p + 'w', 'w'))]:
    for name, *args in [('read',), ('read', 'a'), ('readline',), ('readlines',), ('tell',), ('seek', -1), ('seek', 0, 7), ('write', 1), ('readable',)]:
        f = make()
        if name == 'readable' and label != 'raw r' or label == 'wb' and args == ['a'] or name == 'readlines' and label == 'w':
            f.close()
            continue
        show(f'{label} {name}', getattr(f, name), *args)
        f.close()
        if label in ('rb', 'wb', 'raw r', 'raw w') and (name != 'read' or label != 'wb') and name not in ('readline', 'readlines', 'readable'):
            show(f'{label} closed {name}', getattr(f, name), *args)
f = open(p, 'rb')
for name, arg in [('readinto', b'ab'), ('readinto', 1), ('peek', 'a'), ('read1', None), ('write', b'x'), ('truncate', 1)]:
    show(name, getattr(f, name), arg)
f.close()
show('peek', f.peek)
for mode in ('q', 'rw', '', 'r+w', 'b', 1, None, 'x'):
    show('FileIO', io.FileIO, p, mode)
    show('open', open, p, mode)
for args in [(), (None,), (1.5,), (-1,), ([],), ('a\0b',), (p + 'no',), (p, 'r', -1, 1), (p, 'r', -1, None, None, 'z'), (p, 'r', 0), (p, 'r', -1, None, None, None, False)]:
    print(told(open, *args).replace(d, 'D'))
print(told(open, p, zzz=1), told(open, p, file=1), told(open), repr(io.FileIO(p, 'w+')).replace(d, 'D'))
f = io.FileIO(p)
f.close()
print(f, told(f.read), told(f.write, b''))

# --- os: paths
import os
for f in (os.mkdir, os.rmdir, os.lstat, os.stat, os.remove, os.readlink, os.rename, os.symlink, os.chmod):
    print(f.__name__, told(f), '|', told(f, None), '|', told(f, 1.5, 'a'), '|', told(f, 'a', 1.5), '|', told(f, zzz=1), '|', told(f, 1, 2, 3, 4, 5, 6, 7))
print(told(os.makedirs), told(os.path.join), told(os.path.exists), told(os.path.commonprefix, None), told(os.getcwd, 1), told(os.getpid, 1))

# --- qualified names inside eval
f = eval('lambda: (lambda a: a)')
print(f.__qualname__, f().__qualname__, told(f()), told(f(), 1, 2))
print(eval('lambda: (lambda: (lambda b: b))')()().__qualname__, eval('lambda: (x for x in "ab")')().__qualname__, next(eval('((lambda: x) for x in "ab")')).__qualname__)
print(repr(eval('(x for x in "ab")'))[:27], eval('lambda: (x for x in "ab")')().__name__)

# --- weakref, aliases, bisect, builtin functions
import bisect, types, weakref, unicodedata
print(re.sub('0x[0-9a-f]+', '0x', repr(weakref.ref(int))))

print(types.GenericAlias(len, (1, len)), types.GenericAlias(list, (bisect.bisect, re.compile)), list[int | None, 'a'], list[list[int]])
print(told(bisect.bisect, 1, 1), told(bisect.bisect, 1, 1, hi=1), told(bisect.insort, None, 1), told(bisect.bisect), told(bisect.bisect, [], 1, zzz=1))
print(len.__eq__(1), [].append.__eq__(len), len == 1, len != 1, [].append == [].append, len.__eq__(len))
print(told(unicodedata.category, None), told(unicodedata.name, None), told(unicodedata.name, 'ab'))

# --- os.utime
import os, tempfile
p = os.path.join(tempfile.mkdtemp(), 'x')
open(p, 'w').close()
for args, kw in [(((1, 1.123456789),), {}), (((1, -1.5),), {}), (((1, 0.1),), {}), (((3, 4),), {}), ((), {'ns': (1, 2)}), (('a',), {}), (((1,),), {}), (([1, 2],), {}), (((1, 'a'),), {}),
                 (((1, 2),), {'ns': (1, 2)}), ((), {'ns': (1,)}), ((None,), {'ns': None}), ((), {'ns': (1, 1.5)})]:
    print(args, kw, told(os.utime, p, *args, **kw))
    if len(args) < 2 and 'ns' in kw or args[:1] and type(args[0]) is tuple:
        print('', os.stat(p).st_mtime_ns)

# --- sumprod, separators: no JavaScript error (3.12)
import math, json
print(told(math.sumprod, [1], []), told(math.sumprod, [1, 2], [3, 4]), told(json.dumps, [], separators=()))
