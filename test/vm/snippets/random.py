import collections, dataclasses, decimal, enum, fractions, functools, itertools, json, math, operator, re, textwrap
def show(f):
    try: print(re.sub(' at 0x[0-9a-f]+', ' at 0x', repr(f())))
    except Exception as e: print(type(e).__name__, e)
class Err(Exception): pass
class Base:
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw)
class Slots: __slots__ = ('p', 'v')
class Manager:
    def __init__(self, swallow): self.swallow = swallow
    def __enter__(self): return 'entered'
    def __exit__(self, *e):
        print('exit', e[0], e[1])
        return self.swallow
def deco(x):
    def wrap(f): return functools.wraps(f)(lambda *a: (x, f(*a)))
    return wrap
a, b, n, w = 3, -2, 7, 0
s, u = 'some text', 'a bc'
xs, d = [4, 1, 3], {'k': 1, 'b': [2]}
# --- program 1
try:
    try:
        raise KeyError('k')
    finally:
        show(lambda: ('%% %o' % (NotImplemented, ((10**20), 10))))
        @dataclasses.dataclass(frozen=True)
        class D:
            x: int
            y: object = ord('😀a'.replace('a'.translate(str.maketrans('a', 'b', 'c')), bytes(range(5)).decode('utf-8', 'ignore'), 0)[-1:][:1])
            z: list = dataclasses.field(default_factory=list, repr=False)
        show(lambda: D(functools.reduce(lambda p, q: p * q, list(itertools.islice(itertools.count(a, b), 4)), (256 << 3)), (d | d)))
        show(lambda: D(1) == D(1))
        show(lambda: D(1) < D(2))
        show(lambda: dataclasses.asdict(D((pow(((4294967296) ** 1), 3, 1000) if ('aXbXc' not in 'ab' 'cd') else divmod(-1000, -1000)[1]))))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
show(lambda: f'{pow((10**20), 0, 1000):s}')
# --- program 2
def f(x, y=n, *args, z=len(sorted({-2, 0x7f, 1000, -2})), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    show(lambda: ...)
    try:
        try:
            raise Err(a)
        finally:
            show(lambda: ...)
            show(lambda: sum(list(range(0, -5, 2))))
    except BaseException as e:
        show(lambda: repr(e))
        show(lambda: repr(e.__context__))
    show(lambda: (not ('%X' % 1000)))
    raise ValueError(x)
show(lambda: f(a, z=3, q=4))
show(lambda: list(f(pow(sum(list(range(5))[1:-2:-2]), 1, -5))))
show(lambda: dict(p=(0.5)))
assert bool(((n, 0x7f), (100.0))), round((0.5), -1)
# --- program 3
show(lambda: (round((100.0), -1) % (--1000)))
def g():
    nonlocal_a = hash(('%05d' % -1).isalpha())
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += n
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: {'k': 1, 'v': 2})
try:
    raise IndexError(1, 2) from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 4
b |= len(list(dict(p=0).values())[:0])
show(lambda: format(False, '#b'))
a, *xs = list(map(lambda v: v * v, [1, 2, 3]))[-100:100:1]
s += chr(0x110000).join([])
show(lambda: chr(65))
# --- program 5
show(lambda: pow((-9007199254740993).bit_length(), 1, -5))
show(lambda: float((255 ^ (4294967296))))
show(lambda: len(list(itertools.dropwhile(bool, xs))))
xs.append((~len([i for i in [1, 2, 3] if i > 2])))
xs.insert(1, (round(round((123456.789), -1)) >> 3))
# --- program 6
with Manager(True) as m:
    show(lambda: m)
    raise IndexError(1, 2)
show(lambda: {2: (0o17, hash(round((-0.0)))), 1.0: ()})
show(lambda: sorted(list({}.values())[:0], reverse=True))
show(lambda: dict(collections.Counter(('' if all(sorted({(lambda x, y=256: x * y)((2147483647)), (2**64), (2**64), (-10**18)})) else '-7'.zfill(6)))))
a = ((-pow(pow((2**64), 1, 7), 1, 1000)) ** 2)
raise StopIteration(3)
# --- program 7
x: list[int] = (-hash(0))
show(lambda: x)
xs[:1] = []
xs = [v for v in xs if isinstance(v, int)]
# --- program 8
show(lambda: [])
show(lambda: list(map(abs, list(dict(zip(list(range(5)), '12')).values())[:0])))
for i, c in enumerate(('it\'s' and '{} {1!s}'.format(256, '', x='line1\nline2\r\n'.rfind(bin(1))))[-1][:3]):
    show(lambda: ord(c) + i)
# --- program 9
a, *xs = list({i: i * 7 for i in list(range(5))}.values())[:0]
show(lambda: sorted([i * j for i in [1, 2, 3] for j in [i for i in [5, 3, 9, 1] if i not in (1, 3)] if i < j], key=lambda v: v % 3))
for i, c in enumerate(('%o %.3s' % (sorted(collections.Counter('a,b,,c').items(), key=repr), abs((2**64))))[:3]):
    show(lambda: (i, c))
(a, b), n = (round((abs('😀a'.find('{}'.lstrip())) << 40), -2), (-10**18)), (w := (0 and round((int.from_bytes(b'abc', 'big') >> 0), 0)))
# --- program 10
raise KeyError('k')
@deco(functools.reduce(lambda p, q: p * q, list(bytearray(b'xyz')), a))
def h(v: int): return v
show(lambda: h(pow(int((0.5)), 0, 7)))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 11
b ^= (~max([*list(range(5)), (256 and 0b101)], default=1_000))
show(lambda: (((123456.789) ** 0.5) ** -1))
assert (abs(((1.0) ** 0.5)) is None), float('a,b,,c')
xs[::2] = [*([*sorted({1000, b}), 1_000] * 0), list(filter(lambda v: v > 1, sorted(set([]) ^ set([5, 3, 9, 1]))))[3]]
xs = [v for v in xs if isinstance(v, int)]
show(lambda: {**{'k': 1, 'v': 2}, 1: divmod(7, int('abc', 2))[0]})
d[a] = ...
# --- program 12
show(lambda: (int.from_bytes(bytes(range(5)), 'little', signed=True) >> 1))
show(lambda: list(filter(lambda v: v > 1, [i % 1 for i in [1, 2, 3]])))
show(lambda: [True, min(list(itertools.islice(itertools.count(a, b), 4)), default=((max(xs, default=(-9007199254740993)) ** 1) and -2)), a, (+256)])
class E(enum.IntFlag):
    A = 1
    B = 2
    C = 'c'
show(lambda: list(E))
show(lambda: str(E.B))
show(lambda: (dict(sorted({'k': 1, 'v': 2}.items(), key=repr)) | dict.fromkeys(xs, round(-1000, 0))))
show(lambda: 'aXbXc'.center(9, '*'))
# --- program 13
show(lambda: dict.fromkeys(('a' + 'Hello, World'), functools.reduce(lambda p, q: p * q, xs, (-10**18))))
# --- program 14
show(lambda: (-a))
n = [hash(ord('ß'[0:][:1]))][1]
match math.fabs((3.14159)):
    case None:
        show(lambda: 'first')
    case [1, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case list():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: [abs(round(1_000, -1)), functools.reduce(lambda p, q: p - q, [], -1000), pow(0, 3, 1000), [][-1]])
show(lambda: (round(((-1.5) // (0b101 / (+(2**64))))) / int.from_bytes(bytearray(b'xyz'), 'big')))
raise ValueError('v')
# --- program 15
show(lambda: f"{a!r:>8} {b=} {s!s:.2}")
@deco((round((2.5)) if False else ord('abc'[-1:][:1])))
def h(v): return v
show(lambda: h((ord(('%i %X' % (1, list(zip([], '\t\n'))))[-1:][:1]) if (not 2) else int('', 16))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
x: 'str' = round((((-9007199254740993) ** 5) / 1000))
show(lambda: x)
P = collections.namedtuple('P', 'x y', defaults=[functools.reduce(lambda p, q: p * q, list(range(0, -5, 2))[0:-1:-2], [][-1])])
show(lambda: P(len(list({'v': 1000, 1: (2**64)}.values())[:0]))._replace(x=textwrap.shorten(s, 8).ljust(5, '*')))
show(lambda: P(1) < P((w := '%s'.index('12').numerator), 2))
show(lambda: [i * j for i in list(range(5)) for j in sorted(set(xs) - set(list({**{}, 1: (-9007199254740993)}.values())[:0])) if i >= j])
# --- program 16
show(lambda: {'a': d, (1, 2): 0x7f})
x: int = (w := ((lambda x, y=1: x + y)(3) if all([i for i in xs if not i]) else 7))
show(lambda: x)
show(lambda: ((3.14159) - (1e-7)))
xs = list(b'a b c')
xs = ([i * j for i in [i * j for i in [] for j in [] if i >= j] for j in sorted({0b101, (int(2) ** 1), -2}) if i < j] * -1)
# --- program 17
try:
    P = collections.namedtuple('P', 'x y', defaults=[(b'a b c'.decode('utf-8', 'ignore').rfind(format(1, 'g').removesuffix(json.dumps((2147483647), default=repr, separators=(',', ':')))) << 0)])
    show(lambda: P((('aXbXc'.count('ab' 'cd') >> 40) << 64))._replace(x=sorted([i for i in [i * j for i in xs for j in xs if i >= j] if i not in (1, 3)])))
    show(lambda: P(1) < P(min(list(d.values())[:0], default=a), 2))
    xs.insert(1, len([len(p) for p in '-7'.split('b')]))
    int('x')
except Exception as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: (-round(json.dumps((2**64), default=repr).find('line1\nline2\r\n'), -2)))
show(lambda: {**dict(sorted(dict(sorted({}.items(), key=repr)).items(), key=repr)), 1: pow(hash((9007199254740993)), 1, 1000)})
show(lambda: f'{(0.5):g}')
# --- program 18
xs[1:3] = list(bytearray(b'xyz'))
xs = [v for v in xs if isinstance(v, int)]
show(lambda: (lambda x, y=((divmod(256, -1000)[1] and (2**31)) + round(abs((0.0)))): x * y)(n))
@deco(((round((1e100)) ** 1) or round((int((1e16)) >> 64), -2)))
def h(v: int): return v
show(lambda: h(pow(hash((0.5)), 0, -5)))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: re.sub(r'(.)(.)', r'<\g<0>>', (oct(int((-1.5))) * 2)))
# --- program 19
show(lambda: f'{(1.0):c}')
show(lambda: round((-1.5), -1))
show(lambda: f'{False:#o}'.expandtabs(3))
# --- program 20
show(lambda: divmod(((-9007199254740993) and (w := 255)).bit_length(), ord('{}'[0:][:1]))[0])
def f(x, y=(-'x1y2'.count('x1y2')), *args, z=(lambda x, y=len(d): x * y)(hash(ord('a'[:-1:-1][0:][:1]))), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    x: 'str' = (abs(3) or len('abc'))
    show(lambda: x)
    yield x
    yield from xs
show(lambda: f((~hash((1e16))), 1, 2, 3))
show(lambda: list(f(max(sorted(set([255]) | set((list(range(5)) + xs))), default=divmod(-2, 'it\'s'.join(['x', 'y', 'z']).index('12'))[0]))))
del xs[:1]
# --- program 21
with Manager(True) as m:
    show(lambda: m)
    raise TypeError
match sorted(sorted([1, 2, 3], key=lambda v: v % 3), reverse=True):
    case 1 | 2:
        show(lambda: 'first')
    case [1, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: ((int((1.0)) ** 2) / (2**31)))
for i, c in enumerate(('%i' % (1e10))[:3]):
    show(lambda: c * i)
# --- program 22
def g():
    nonlocal_a = ((w := (-10**18)) << 3)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += (int('abc', 2) >> 31)
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
class C(dict):
    attr = list(filter(lambda v: v > 1, sorted(set(xs) | set([1, 2, 3]))))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __call__(self, *p, **k): return p, k
show(lambda: C(len('')))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C((round(0x7f, -1) >> 3))
except Exception as e: show(lambda: repr(e))
show(lambda: c == 1)
show(lambda: f'{False:<5}')
a &= int.from_bytes(b'', 'little')
show(lambda: round((0.0), 0))
show(lambda: math.fsum([(lambda x, y=max(list(range(5)), default=0): x * y)((9007199254740993))]))
# --- program 23
show(lambda: (math.ceil(math.fsum([1, 2, 3])) * len({'k': 1, 'v': 2})))
show(lambda: {i: i + hash(1000) for i in list({i: i + ((2**31) if True else 0b101) for i in sorted(set([1, 2, 3]) ^ set([i for i in [1, 2, 3] if 1 <= i < 4]))}.values())[:0]})
show(lambda: re.sub('[a-c]+', '-', f"{a!r:>8} {b=} {s!s:.2}", 1))
# --- program 24
show(lambda: re.sub(r'\s*', r'<\g<0>>', ('\x00\x7f'[:3:1] or 'line1\nline2\r\n'[-1]), 1).replace('{}'.join(['x', 'y', 'z']), ('%5d %i' % (-1, False))))
show(lambda: round((0.0), -1))
class C(Base, dict):
    attr = {'k': 1, 'v': 2}
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __add__(self, o): return ('add', o)
    __radd__ = __add__
show(lambda: C(((w := hash(True)) ** 1)))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(len([(2147483647), max([], default=-1)]))
except Exception as e: show(lambda: repr(e))
show(lambda: sorted(c))
# --- program 25
show(lambda: ord(('%r' % 'line1\nline2\r\n')[-1:][:1]))
xs[-1:] = [divmod(1_000, 0b101)[0], round((1e100)), xs[3], n]
xs = [v for v in xs if isinstance(v, int)]
show(lambda: ('%s'.count('x1y2') / (int((1e100)) // (w := int.from_bytes(bytes(range(5)), 'big', signed=True)))))
class C(int):
    attr = f"{a!r:>4} {b=} {s!s:.5}"
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __call__(self, *p, **k): return p, k
show(lambda: C((w := (max([], default=0) ^ 1)).real))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(int((2**64)))
except Exception as e: show(lambda: repr(e))
show(lambda: issubclass(C, object))
a %= ('AbC dEf'.count('x1y2') << 31)
# --- program 26
raise ValueError('v')
show(lambda: tuple([1, 2, 3]))
show(lambda: round((255 ** 3), 0))
class C(str):
    attr = dict(zip(list(range(5)), chr(-1).join([])))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __iter__(self): yield from (1, 2)
show(lambda: C(round(abs((-1000 / round((1e100)))))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C((len([1, 2, 3]) << 0))
except Exception as e: show(lambda: repr(e))
show(lambda: 1 + c)
show(lambda: ('%x %-5d|' % (list(range(5)), ())))
a, *xs = list(range(-3, -5, 1))
# --- program 27
try:
    xs = list(map(lambda v: v + 1, sorted({(2147483647), (w := 255)})))
    raise ValueError(a)
except Err as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: (w := functools.reduce(lambda p, q: p + q, list(range(5)), (-1).bit_length())))
try:
    try:
        raise ValueError('v')
    finally:
        xs.reverse()
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
show(lambda: list(dict(sorted({**{i: i + 10 for i in [5, 3, 9, 1]}, True: ((2**64) or (w := (2**64)))}.items(), key=repr)).values())[:0])
# --- program 28
a, *xs = list(bytearray(b'xyz'))
show(lambda: chr(0x1f600)[-1:3:2])
s = repr(dict(sorted({}.items(), key=repr)))
k = 0
while k < 3:
    k += 1
    show(lambda: dict(sorted(d.items(), key=repr)))
    show(lambda: '日本'.isalnum())
    show(lambda: chr(10))
# --- program 29
def gen():
    got = yield ((9007199254740993) < -1000)
    show(lambda: got)
    try:
        yield (abs(round((0.5))) and (3 if isinstance((9007199254740993), float | None) else a))
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(bin(((2**31) or -1000))))
show(lambda: it.throw(KeyError))
show(lambda: next(it, 'done'))
for i in list(dict(collections.Counter('x1y2')).values())[:0][:4]:
    assert (chr(0x1f600).join('pqr').zfill(6) >= (('{}' if False else ('12' or 'it\'s')) and '12'.zfill(3))), NotImplemented
    if a > 100: break
else:
    show(lambda: s.zfill(3))
# --- program 30
show(lambda: dict(sorted({**d, 'v': False}.items(), key=repr)))
class E(enum.IntFlag):
    A = enum.auto()
    B = 'b'
    C = enum.auto()
show(lambda: list(E))
show(lambda: E.A)
n *= int.from_bytes(b'a b c', 'little')
(a, b), n = (-2, min(sorted(set(list(b'Hello')) ^ set(list(range(5)))), default=(0 ^ round(0o17, 2)))), (4294967296)
# --- program 31
match 'abc'[-1]:
    case []:
        show(lambda: 'first')
    case [1, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case x if x == 1:
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 32
def gen():
    got = yield ((-1.5) // 1)
    show(lambda: got)
    try:
        yield ([1, 2, 3] * 0)[-1]
    except ValueError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send((r'\d' if ((2**31) != pow((2147483647), 0, 7)) else '\t\n')))
show(lambda: list(it))
show(lambda: next(it, 'done'))
# --- program 33
class E(enum.IntFlag):
    A = enum.auto()
    B = enum.auto()
    C = enum.auto()
show(lambda: list(E))
show(lambda: f'{E.A}')
# --- program 34
s += 'abc'[0:3:2].center(0)
show(lambda: sum([i for i in list(map(abs, list(itertools.accumulate(xs)))) if i > 2]))
# --- program 35
show(lambda: round((1_000 / (2147483647))))
show(lambda: {**dict(q=d), 'v': (int.from_bytes(b'a b c', 'big', signed=True) >> 0)})
def g():
    nonlocal_a = (lambda x, y=int.from_bytes(bytearray(b'xyz'), 'big'): x * y)(int(False))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += 7
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
n += len(dict.fromkeys(xs, 0x7f))
# --- program 36
for i, c in enumerate(('😀a' or '{}').translate(str.maketrans('a', 'b', 'c'))[:3]):
    show(lambda: c * i)
@deco(a)
def h(v=1): return v
show(lambda: h(sum([(255).numerator, (4294967296), 1_000])))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 37
assert (any(list(dict(sorted(dict(p=False).items(), key=repr)).values())[:0]) or ({i: i + True for i in [1, 2, 3]} is None)), round(len([5, 3, 9, 1]), -1)
try:
    raise ExceptionGroup('eg', [ValueError(round(len(ascii(-1)), 0)), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: list(itertools.islice(itertools.count(a, b), 4)))
show(lambda: decimal.Decimal('1.10') - 0)
# --- program 38
show(lambda: [*[i for i in [5, 3, 9, 1] if i > 2], round(10, -2)])
show(lambda: (0.1))
show(lambda: list({}.values())[:0])
# --- program 39
xs[:1] = [*list(range(3, -5, 1)), pow(round((100.0)), 0, 7)]
xs = [v for v in xs if isinstance(v, int)]
xs = [i for i in list(range(5))[-1::-2] if 1 <= i < 4]
show(lambda: [i * hash(0b101) for i in list(b'abc')[0:0:-2]])
# --- program 40
b = round((3.14159))
show(lambda: textwrap.fill(u, 6))
x: int = (b or (3 << 64))
show(lambda: x)
show(lambda: textwrap.dedent('  a\n   b\n'))
# --- program 41
d.pop('k', None)
s = r'\d'.replace('😀a', 'it\'s'[-3:-2:1], 1).capitalize()
show(lambda: {})
show(lambda: {})
@dataclasses.dataclass(frozen=True)
class D:
    x: int
    y: object = abs((~round((-0.0))))
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D(((((int('a,b,,c', 16) ^ (2147483647)) & 7) if True else 10) << 1), dict(p=(2**31))))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(('  pad ' * -1).rfind(json.dumps(divmod(0b101, (+(-9007199254740993))), default=repr, separators=(',', ':'))))))
# --- program 42
for i, c in enumerate(('%c' % ord(s[0:][:1])).removesuffix(f'{1000:^9}')[:3]):
    show(lambda: ord(c) + i)
show(lambda: xs)
class E(enum.IntEnum):
    A = 1
    B = 2
    C = enum.auto()
show(lambda: list(E))
show(lambda: E.C.name)
show(lambda: dict(p=f'{(n << 0):010}'))
# --- program 43
with Manager(False) as m:
    show(lambda: m)
    raise IndexError(1, 2)
show(lambda: None)
show(lambda: 1000)
# --- program 44
show(lambda: (dict(collections.Counter('a,b,,c')) | dict(sorted((d | (d | dict(collections.Counter(format((4294967296), 'b'))))).items(), key=repr))))
# --- program 45
show(lambda: {})
show(lambda: divmod(int.from_bytes(b'Hello', 'big', signed=True), ord('😀a'[0:][:1]))[0])
show(lambda: int(False))
# --- program 46
s += '%s'
class E(enum.IntFlag):
    A = 1
    B = 'b'
    C = enum.auto()
show(lambda: list(E))
show(lambda: E.A < E.B)
b = len(dict(zip(list(range(5)), '%s')))
n = list(map(abs, list(bytes(range(5)))))[-1]
show(lambda: ({1.0: (4294967296), 1.0: (1 in [5, 3, 9, 1])} | {i: i * list(range(5))[0] for i in [1, 2, 3]}))
(a, b), n = (divmod(int.from_bytes(b'\x00\xff', 'little'), (len(list(reversed(xs))) ** 1))[0], list(d.values())[:0][-1]), abs((+False))
# --- program 47
show(lambda: 'é'.join(str(i) for i in list(b'abc')).removesuffix(('%x' % (10**20)))[100:100:2])
s += chr(0x110000)
s += '{} {0!r}'.format(type(10), {i: i * 256 for i in list(range(5))}, x=round((0.1)))
xs[::2] = [i // (w := 256) for i in sorted(list(map(lambda v: v * v, [5, 3, 9, 1])), key=lambda v: v % 3)]
xs = [v for v in xs if isinstance(v, int)]
show(lambda: b'Hello'.decode('utf-8', 'ignore'))
# --- program 48
def gen():
    got = yield ((+(-10**18)) ** 1)
    show(lambda: got)
    try:
        yield (ord(bytearray(b'xyz').decode('utf-8', 'ignore')[-1:][:1]) >> 3)
    except Exception as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send((0).real))
show(lambda: it.throw(KeyError))
show(lambda: next(it, 'done'))
P = collections.namedtuple('P', 'x y', defaults=[hash(abs((9007199254740993)))])
show(lambda: P(round(int(math.floor(((0.0) ** -1))), -2))._replace(x=(divmod((9007199254740993), 1000)[1] is None)))
show(lambda: P(1) < P(pow(int('%s', 36), 0, 7), 2))
show(lambda: (False or True))
show(lambda: hash(False))
show(lambda: (0 >> 1).real)
# --- program 49
class C(Base, dict):
    attr = {i: i + -1 for i in list(range(5))}
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __iter__(self): yield from (1, 2)
show(lambda: C(round(((2**31) or 0), -2)))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(functools.reduce(lambda p, q: p + q, list(reversed([i * j for i in sorted({(2**31), sum(list(range(5))), True}) for j in [i + (lambda x, y=2: x + y)(0x7f) for i in [1, 2, 3]] if i >= j])), ((False * 255) // (~(3 or [5, 3, 9, 1][0])))))
except Exception as e: show(lambda: repr(e))
show(lambda: c == 1)
# --- program 50
def gen():
    got = yield format((2**64), '<5')
    show(lambda: got)
    try:
        yield hash((0.0))
    except ArithmeticError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(sorted({(-10**18)})))
show(lambda: it.close())
show(lambda: next(it, 'done'))
try:
    raise ValueError('v') from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: [i + (w := ord('a'[-1:][:1])) for i in list(bytes(range(5)))])
# --- program 51
show(lambda: ((2.5) // (100.0)))
show(lambda: (('  pad '.rjust(0) + textwrap.shorten(s, 8)) * -1))
xs[::2] = list(map(abs, ([5, 3, 9, 1] + list(b'a b c'))))
xs = [v for v in xs if isinstance(v, int)]
a, *xs = [*list(filter(lambda v: v > 1, [5, 3, 9, 1])), pow((-sum([5, 3, 9, 1])), 0, -5)]
# --- program 52
a *= hash(math.fsum([5, 3, 9, 1]))
show(lambda: abs(math.sqrt((2.5))))
show(lambda: dict.fromkeys('a', (w := False)))
show(lambda: (lambda *v: list(v))(*[i * j for i in [5, 3, 9, 1] for j in [] if i >= j], round((1e-7))))
b -= (-10**18)
show(lambda: f'{(123456.789): }')
# --- program 53
@deco(ord(chr(65)[0:][:1]))
def h(v: int): return v
show(lambda: h(max([i * j for i in (list(range(3, 12, -3)) * 2) for j in sorted({(10**20)}) if i != j], default=ord('é'[0:][:1]))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: ('%5.1f' % 1_000).zfill(6))
# --- program 54
def g():
    nonlocal_a = (lambda x, y=2: x - y)((lambda x, y=(lambda x, y=(-10**18): x - y)([*[5, 3, 9, 1], (round(-1000, 2) if callable(len) else 0b101)][-1]): x + y)(abs((-1000).numerator)))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += a
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
def g():
    nonlocal_a = hash(False)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += (divmod((w := (9007199254740993)), (2147483647))[1] ** 3).bit_length()
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: textwrap.shorten(s, 8))
# --- program 55
class E(enum.IntFlag):
    A = 1
    B = 'b'
    C = 4
show(lambda: list(E))
show(lambda: ~E.A)
show(lambda: (d | {'k': 1, 'v': 2}))
n &= hash((3.14159))
xs[0] = (lambda *v: list(v))(*([(9007199254740993), (functools.reduce(lambda p, q: p - q, [len(p) for p in '12'.split(',')], int((2.5))) >> 0), int(((2.5) ** 0.5))] + list(range(5))), (w := (~2)))
xs = [v for v in xs if isinstance(v, int)]
# --- program 56
show(lambda: a)
match a:
    case 0:
        show(lambda: 'first')
    case [x, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case int() | float():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: round((3.14159), 3))
# --- program 57
P = collections.namedtuple('P', 'x y', defaults=[((lambda *v: list(v))(*list(range(5)), 3)[0] // (9007199254740993)).conjugate()])
show(lambda: P((1 if True else abs(-1000)))._replace(x=type((4294967296))))
show(lambda: P(1) < P(round(pow(list(range(0, -5, 1))[0], 0, 1000), -2), 2))
try:
    raise ExceptionGroup('eg', [ValueError(max([*(list(range(5)) * 2), (-10**18)], default=divmod((2**64), 0o17)[1])), KeyError('k'), TypeError(1)])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 58
show(lambda: '{} {}'.format(None, True, x=1))
xs[::2] = (list(itertools.repeat(a, 2)) * 2)
xs = [v for v in xs if isinstance(v, int)]
# --- program 59
try:
    raise Err(a) from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
s = repr(''.replace('{}', 'a', 0))
show(lambda: {**{'k': 1, 'v': 2}, 1: hash(-1)})
# --- program 60
show(lambda: (lambda *v: list(v))(*list(filter(None, [len(p) for p in 'abc'.join(['x', 'y', 'z']).split(None, 1)])), (lambda x, y=(9007199254740993): x - y)(functools.reduce(lambda p, q: p - q, list(reversed(list(range(5)))), 3))))
show(lambda: math.sqrt(abs(((-10**18) / 1000))))
# --- program 61
(a, b), n = (hash((-0.0)), (~(1000).bit_count())), round(256, -1)
def g():
    nonlocal_a = bin(int.from_bytes(b'\x00\xff', 'little'))[0].join(str(i) for i in [5, 3, 9, 1]).count(('"q"' and 'ab' 'cd'))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += n
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
x: list[int] = (functools.reduce(lambda p, q: p - q, sorted(set([*[], 1_000]) & set(sorted({0b101, True}))), 0o17) ** 0)
show(lambda: x)
try:
    raise ExceptionGroup('eg', [ValueError(abs((lambda x, y=(2**31): x - y)((10**20)))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
xs[-1:] = list(map(int, list(itertools.accumulate(xs))))
xs = [v for v in xs if isinstance(v, int)]
show(lambda: dict(p=-1000))
# --- program 62
s = b'\x00\xff'.decode('utf-8', 'ignore')
class E(enum.Flag):
    A = 'a'
    B = enum.auto()
    C = enum.auto()
show(lambda: list(E))
show(lambda: E.A < E.B)
show(lambda: (0 > 'Hello, World'.rfind('\x00\x7f')))
# --- program 63
show(lambda: '{} {x}'.format((100.0), {i: i + 256 for i in (lambda *v: list(v))(*[1, 2, 3], 2)}, x=len(list(map(lambda v: v + 1, xs)))))
raise StopIteration(3)
try:
    try:
        raise TypeError
    finally:
        b = (lambda x, y=int('line1\nline2\r\n', 36): x + y)((w := (2147483647)))
        try:
            raise TypeError from None
        except Exception as e:
            show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 64
@deco(([i for i in [1, 2, 3] if i not in (1, 3)][3] or a))
def h(v): return v
show(lambda: h((pow(False, 3, 7) or (10 or 0))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
def g():
    nonlocal_a = a
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += functools.reduce(lambda p, q: p * q, [i % (-9007199254740993) for i in (xs * 2)], round((3.14159)))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
n = (w := int.from_bytes(bytes(range(5)), 'big', signed=True))
show(lambda: ((({i: i * 1 for i in (lambda *v: list(v))(*[*xs, True], 0b101)} | dict(sorted({}.items(), key=repr))) | {**d, 'a': 3}) | (dict(zip(xs, '日本')) | dict(zip([5, 3, 9, 1], '%s')))))
# --- program 65
def gen():
    got = yield len({})
    show(lambda: got)
    try:
        yield divmod(int('Hello, World'), functools.reduce(lambda p, q: p - q, [1, 2, 3], (9007199254740993)))[0]
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(('%% %.2f' % (0x7f, 256)).istitle()))
show(lambda: next(it))
show(lambda: next(it, 'done'))
xs = [i * j for i in xs[:100:-2] for j in list(reversed([5, 3, 9, 1])) if i < j]
try:
    show(lambda: '{} {x.real!r}'.format((2**64), dict(p=(-9007199254740993)), x=(2**64)).removeprefix('a'))
    show(lambda: (255 << 64))
    show(lambda: r'\d'.zfill(3))
    raise ValueError(a)
except Exception as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: (+int(False)))
# --- program 66
try:
    raise ZeroDivisionError
except LookupError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: abs(hash(3)))
show(lambda: callable(3))
# --- program 67
show(lambda: ((1e-7) ** -1))
P = collections.namedtuple('P', 'x y', defaults=[min(list({}.values())[:0], default=(hash((123456.789)) << 64))])
show(lambda: P(([][1] << 31))._replace(x=(callable(int) or (256 != False))))
show(lambda: P(1) < P(round(math.fsum(xs)), 2))
raise ZeroDivisionError
show(lambda: round((math.fsum(list(reversed([]))) - (0.1)), 0))
xs.insert(1, (int.from_bytes(b'Hello', 'little') ** 3))
# --- program 68
try:
    raise ZeroDivisionError from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 69
show(lambda: (-1000 ** 3))
@deco(int(('line1\nline2\r\n' if ('\t\n' if ('Hello, World' in '{}') else 'é').startswith('a') else 'line1\nline2\r\n').ljust(0), 2))
def h(v: int): return v
show(lambda: h(functools.reduce(lambda p, q: p - q, sorted(set([]) ^ set(sorted(set([i % 0b101 for i in [5, 3, 9, 1]]) & set(xs)))), ((-9007199254740993) << 64))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: int.from_bytes(b'\x00\xff', 'big', signed=True))
assert isinstance(d, object), (lambda *v: list(v))(*list({}.values())[:0], len(xs))
b |= (hash(((1.0) % (1e10))) % ((-9007199254740993) if False else (1_000 * (10**20))))
# --- program 70
show(lambda: (s * 0))
def g():
    nonlocal_a = (-'12'.rfind('12'))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += functools.reduce(lambda p, q: p + q, [5, 3, 9, 1], hash(min([], default=3)))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
xs = [i - int('a', 0) for i in [*[1, 2, 3], round(1000, 2)]]
show(lambda: (w := 256))
show(lambda: (~functools.reduce(lambda p, q: p + q, list(reversed([5, 3, 9, 1])), (10**20))))
show(lambda: dict(sorted({1: dict(sorted({'k': 1, 'v': 2}.items(), key=repr)), 'k': ((-10**18) if '\t\n'.istitle() else (0).real)}.items(), key=repr)))
# --- program 71
P = collections.namedtuple('P', 'x y', defaults=[divmod(False, int.from_bytes(b'abc', 'little', signed=True))[0]])
show(lambda: P((10**20))._replace(x=(not (2147483647))))
show(lambda: P(1) < P([*[i // -1000 for i in list(range(5))], True][0], 2))
del d['k']
# --- program 72
@deco((2**64))
def h(v=1): return v
show(lambda: h((~hash((1e100)))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 73
xs = list(reversed(list(filter(lambda v: v > 1, list(range(5))))))
show(lambda: r'\d'.strip().replace('{}'.replace(r'\d', 'a,b,,c', 1), chr(233), 1))
xs.pop()
xs.insert(1, [i for i in [1, 2, 3] if i > 2][-1].bit_count())
try:
    raise ZeroDivisionError from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
def gen():
    got = yield chr(10)
    show(lambda: got)
    try:
        yield b
    except (KeyError, TypeError) as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(float('\t\n')))
show(lambda: next(it))
show(lambda: next(it, 'done'))
# --- program 74
try:
    raise KeyError('k') from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 75
show(lambda: list(itertools.dropwhile(bool, xs)))
P = collections.namedtuple('P', 'x y', defaults=[pow(list(range(5))[3], 3, 1000)])
show(lambda: P(int.from_bytes(b'', 'little'))._replace(x=[]))
show(lambda: P(1) < P(sorted([len(p) for p in 'a'.split(None, 1)], key=lambda v: -v)[1], 2))
b ^= functools.reduce(lambda p, q: p * q, (xs + [5, 3, 9, 1]), a)
# --- program 76
show(lambda: abs((-9007199254740993)))
class E(enum.Enum):
    A = 'a'
    B = 'b'
    C = 4
show(lambda: list(E))
show(lambda: str(E.B))
raise StopIteration(3)
# --- program 77
with Manager(True) as m:
    show(lambda: m)
    raise ZeroDivisionError
show(lambda: dict(collections.Counter('日本'.removesuffix(('%.3s %%' % (True, list(range(5))[0]))))))
# --- program 78
a, *xs = list(filter(lambda v: v > 1, [n]))
show(lambda: math.floor((1e10)))
a, *xs = list(map(abs, list(filter(None, (lambda *v: list(v))(*list(range(5)), 1)))))
show(lambda: textwrap.shorten(s, 8).removesuffix(('abc' * 2)).join(['x', 'y', 'z']))
P = collections.namedtuple('P', 'x y', defaults=[a])
show(lambda: P(max(list(itertools.accumulate(xs)), default=divmod(2, list(range(5))[0])[0]))._replace(x=range(0, abs((0b101 or (9007199254740993))))[::-1]))
show(lambda: P(1) < P(functools.reduce(lambda p, q: p - q, list(filter(lambda v: v > 1, list(filter(lambda v: v > 1, [5, 3, 9, 1])))), False), 2))
# --- program 79
assert any(list(map(lambda v: v * v, list(range(5))))), callable(int)
show(lambda: dict(zip(list(itertools.repeat(a, 2)), ''.removesuffix(('Hello, World' * 3)))))
xs[::2] = sorted(set((lambda *v: list(v))(*(list(range(5)) + [5, 3, 9, 1]), 1_000)) ^ set(list({'k': 1, 'v': 2}.values())[:0]))
xs = [v for v in xs if isinstance(v, int)]
show(lambda: '12'.center(0))
show(lambda: list(enumerate([5, 3, 9, 1], 0))[:3])
xs[-1:] = [i * j for i in [(256).numerator, (9007199254740993)] for j in ([1, 2, 3] * -1) if i < j]
xs = [v for v in xs if isinstance(v, int)]
# --- program 80
raise TypeError
show(lambda: math.fsum([][:-2:2]))
show(lambda: dict(p=ord('ab' 'cd'[-1:][:1])))
show(lambda: dict.fromkeys(list(range(5)), hash(any([1, 2, 3]))))
# --- program 81
show(lambda: [])
d[a] = callable(3)
assert ('Hello, World'.translate({97: 'A', 98: None}).rjust(9) + '').isspace(), dict.fromkeys([5, 3, 9, 1], (0 if False else 7))
# --- program 82
show(lambda: ((lambda *v: list(v))(*[i * j for i in list(d.values())[:0] for j in [5, 3, 9, 1] if i >= j], round((2147483647), 2)) + list(reversed(list(reversed([i * j for i in xs for j in [5, 3, 9, 1] if i < j]))))))
show(lambda: '"q"')
try:
    try:
        raise IndexError(1, 2)
    finally:
        a, *xs = list(map(abs, list(filter(lambda v: v > 1, ([] * -1)))))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
x: 'str' = int(hex(((2**31) ** 3)), 2)
show(lambda: x)
# --- program 83
xs = [i // False for i in list(reversed(list(range(5))))]
match (chr(10).removeprefix('\t\n') + ('Hello, World' * -1)):
    case 1 | 2:
        show(lambda: 'first')
    case [_, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case object(real=r):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
a, *xs = xs
for i, c in enumerate(('%5d' % 2).replace(r'\d'.join('pqr'), ('line1\nline2\r\n' * -1), 1)[:3]):
    show(lambda: c * i)
show(lambda: (((1000 << 31) or 1) ** 5))
# --- program 84
x: int = int(int.from_bytes(b'Hello', 'big'))
show(lambda: x)
show(lambda: list(itertools.accumulate(xs)))
def f(x, y=divmod((-1 - (lambda x, y=0x7f: x - y)((lambda x, y=0: x * y)(False))), int(('\x00\x7f' + '"q"'), 2))[1], *args, z=hash(math.fsum(xs)), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    a //= (round(round(functools.reduce(lambda p, q: p - q, list(filter(None, [i // 255 for i in [5, 3, 9, 1]])), 0o17), 2), 0) if (255 == round(7, 0)) else list(reversed(list(range(5))))[3])
    yield x
    yield from xs
show(lambda: f(max(list(range(-3, 5, -1)), default=sum([len(p) for p in json.dumps(sum([5, 3, 9, 1]), default=repr).split(',')])), 1, 2, 3))
show(lambda: list(f((divmod(7, (256).bit_count())[0] ** 2))))
# --- program 85
d['k'] = dict(collections.Counter(''))
show(lambda: dict.fromkeys('it\'s', (w := len(([] + [1, 2, 3])))))
# --- program 86
show(lambda: round((((0.1) ** 0) % (3.14159))))
match None:
    case True:
        show(lambda: 'first')
    case [int(x), *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case x if x == 1:
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: 'AbC dEf')
show(lambda: max([*[1, 2, 3], 0b101], default=functools.reduce(lambda p, q: p + q, list(range(5)), (4294967296))).bit_length())
with Manager(True) as m:
    show(lambda: m)
    raise Err(a)
d['new'] = dict(p=256)
# --- program 87
show(lambda: chr(10))
class C(Slots):
    attr = ('ab' 'cd'.endswith(('a', 'H')) and callable(3))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __init_subclass__(cls, **k): show(lambda: k)
show(lambda: C(int(bool((10**20))).real))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(((len(list(filter(lambda v: v > 1, []))) and 0b101) >> 40))
except Exception as e: show(lambda: repr(e))
show(lambda: list(c))
show(lambda: dict(zip([*list(map(abs, [])), (2 << 3)], ('a,b,,c' if True else 'ab' 'cd'))))
raise StopIteration(3)
P = collections.namedtuple('P', 'x y', defaults=[int(chr(233), 36)])
show(lambda: P(pow(round(abs((3.14159))), 0, -5))._replace(x='Hello, World'.join('pqr')))
show(lambda: P(1) < P(int(False), 2))
# --- program 88
show(lambda: '{} {1}'.format([-1000, 1_000, False, (-9007199254740993)], False, x=int.from_bytes(b'', 'little', signed=True)))
show(lambda: list(map(int, []))[0::1])
xs = list(itertools.chain(xs, [a]))
def g():
    nonlocal_a = int.from_bytes(bytes(range(5)), 'big')
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += round(round((9007199254740993), -1), 0)
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: format((not 0b101), '.3'))
# --- program 89
def f(x, y=abs(hash(round((1e10)))), *args, z=ord('{} {!s}'.format({}, (True not in list(range(5))), x=(2**31))[-1:][:1]), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    (a, b), n = (hash((1.0)), len('\x00\x7f')), min([], default=pow(3, 0, 7))
    raise ValueError(x)
show(lambda: f([i % 0 for i in [len(p) for p in 'aXbXc'.split()]][-1], *xs))
show(lambda: list(f(round((((1e16) ** -1) - (1e100))))))
# --- program 90
@dataclasses.dataclass(slots=True)
class D:
    x: int
    y: object = round(sum(([] + list(range(5)))), -1)
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D(abs((9007199254740993).real), math.floor(((1e-7) ** 2))))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D([i - sum([1, 2, 3]) for i in [i for i in [] if i not in (1, 3)]][3])))
# --- program 91
k = 0
while k < 3:
    k += 1
    d[a] = False
assert (((-9007199254740993), 0x7f) is True), (lambda *v: list(v))(*[1, 2, 3], 0x7f)[-100::2]
# --- program 92
class E(enum.Flag):
    A = 'a'
    B = enum.auto()
    C = 4
show(lambda: list(E))
show(lambda: E['B'])
show(lambda: round(int(int.from_bytes(bytes(range(5)), 'big')), 0))
# --- program 93
show(lambda: {'a': 'ß'.encode('ascii', 'backslashreplace'), 2: (1e-7)})
def gen():
    got = yield NotImplemented
    show(lambda: got)
    try:
        yield ('ß'.rfind(('%-5d| %x' % (((9007199254740993), (2, 0x7f)), False))) * list(d.values())[:0][3])
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(re.findall('[a-c]', 'abc')))
show(lambda: it.close())
show(lambda: next(it, 'done'))
try:
    raise ExceptionGroup('eg', [ValueError((int.from_bytes(bytearray(b'xyz'), 'big') if (((2 ** 3) and (2**31)) != (-9007199254740993)) else (True & min(sorted(xs, key=lambda v: v % 3), default=256)))), KeyError('k'), TypeError(1)])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 94
xs.extend([hash(round(math.sqrt((3.14159)), 1))])
show(lambda: [*[2, 255], abs(255)])
(a, b), n = (functools.reduce(lambda p, q: p * q, list(filter(None, list(b'\x00\xff'))), divmod('-7'.find('é'), ((0o17 if False else (2**31)) ^ sum([1, 2, 3])))[0]), functools.reduce(lambda p, q: p + q, [i - 7 for i in [5, 3, 9, 1]], sorted(sorted(set(([1, 2, 3] + [1, 2, 3])) | set(xs)), reverse=True)[3])), (lambda *v: list(v))(*[i - int(textwrap.dedent('  a\n   b\n'), 2) for i in list(range(5))], 0o17)[-1]
d['k'] = round((0.0), -1)
# --- program 95
try:
    raise ExceptionGroup('eg', [ValueError(len(hex(3))), KeyError('k'), TypeError(1)])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: int('line1\nline2\r\n'))
show(lambda: dict(p=False))
# --- program 96
match (functools.reduce(lambda p, q: p - q, [5, 3, 9, 1], 256), {'k': 1, 'v': 2}):
    case True:
        show(lambda: 'first')
    case [_, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 97
(a, b), n = (int.from_bytes(b'a b c', 'little', signed=True), xs[:-1:-2][-1]), (round(10, 0) or round((2**31), 2))
x: list[int] = pow(int((1e10)), 1, 1000)
show(lambda: x)
raise KeyError('k')
# --- program 98
show(lambda: dict(collections.Counter(hex(True))))
show(lambda: math.floor(float('  pad ')))
x: list[int] = round(round(ord('aXbXc'[-1:][:1]), -2), -1)
show(lambda: x)
s += bytearray(b'xyz').decode('ascii', 'replace').join(['x', 'y', 'z'])
# --- program 99
show(lambda: (2.5))
show(lambda: ('AbC dEf'.join(str(i) for i in [1, 2, 3]) * 0))
# --- program 100
try:
    raise ExceptionGroup('eg', [ValueError(divmod(int('line1\nline2\r\n', 36), (lambda x, y=(lambda x, y=(2**31): x * y)(hash(255)): x - y)(255))[1]), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: (lambda *v: list(v))(*xs, hash((0 if all((xs * 2)) else (-2 if False else 0x7f)))))
match (b'\x00\xff' + b''):
    case []:
        show(lambda: 'first')
    case [_]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case x if x == 1:
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
d.update(k=1)
# --- program 101
raise IndexError(1, 2)
show(lambda: '日本')
show(lambda: [*sorted(list(range(5)), key=str), min(list(reversed(list(map(lambda v: v * v, [1, 2, 3])))), default=7)])
# --- program 102
@deco((2147483647))
def h(v: int): return v
show(lambda: h((int('\x00\x7f'.join(str(i) for i in list(range(5))), 16) << 40)))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
s += ('{}'[-3:] * 2)
# --- program 103
show(lambda: abs(abs((1e16))))
show(lambda: s.translate(str.maketrans('abc', 'xyz')))
try:
    try:
        raise ValueError('v')
    finally:
        P = collections.namedtuple('P', 'x y', defaults=[int.from_bytes(bytearray(b'xyz'), 'little', signed=True)])
        show(lambda: P(n)._replace(x=list(map(lambda v: v * v, [i % (0 << 1) for i in list(range(5))]))))
        show(lambda: P(1) < P(ord(bytearray(b'xyz').decode('latin-1')[-1:][:1]), 2))
        show(lambda: ())
        show(lambda: (3 ** 1))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
d[a] = str(False)
show(lambda: re.sub(r'\w', r'<\g<0>>', 'Hello, World'.translate(str.maketrans('a', 'b', 'c')), 1))
raise KeyError('k')
# --- program 104
show(lambda: {1.0: {}, 'v': ((10**20), isinstance((10**20), int))})
P = collections.namedtuple('P', 'x y', defaults=[hash((-1.5))])
show(lambda: P(('a,b,,c'.index('line1\nline2\r\n') >> 64))._replace(x=dict(collections.Counter('x1y2'.join(str(i) for i in list(range(5)))[-1]))))
show(lambda: P(1) < P((min(sorted({(10**20), (-10**18), -1000, 7}), default=(False and sum(list(filter(lambda v: v > 1, xs))))) ** 3), 2))
# --- program 105
k = 0
while k < 3:
    k += 1
    xs[1:3] = [i for i in [i * j for i in list({'k': 1, 'v': 2}.values())[:0] for j in list(filter(None, [1, 2, 3])) if i < j] if i % 2]
    xs = [v for v in xs if isinstance(v, int)]
    xs.append(min((list(range(5)) * -1), default=a))
show(lambda: ('%5.1f' % (0.0)).join('pqr'))
show(lambda: {i: i + ((int((100.0)) ** 3) << 3) for i in list(itertools.takewhile(lambda v: v < 3, xs))})
(a, b), n = (int(('%g %+d' % (list(reversed(xs)), 0o17)), 10), round(math.fsum(list(reversed(sorted({1000, (2**64), (2**64), (2147483647)})))))), (-1 ** 3).conjugate()
a, *xs = list(range(0, -5, 2))
show(lambda: list(b'abc'))
# --- program 106
def f(x, y=ord(bytes(range(5)).decode('latin-1')[-1:][:1]), *args, z=round(int((1e100)), 2), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    x: 'str' = sum(list(filter(None, ((list(range(5)) * 1) * -1))))
    show(lambda: x)
    k = 0
    while k < 3:
        k += 1
        show(lambda: dict.fromkeys(xs, (-9007199254740993)))
    return a
show(lambda: f(int(False), 1))
show(lambda: list(f(textwrap.fill(u, 6).rfind((u and re.sub(r'(.)(.)', r'<\g<0>>', r'\d', 1))))))
show(lambda: False)
# --- program 107
x: 'str' = (lambda x, y=round((4294967296), -2): x * y)(int('"q"', 36))
show(lambda: x)
xs = [i * j for i in list(reversed([i for i in [(2**64)] if not i])) for j in [len(p) for p in 'it\'s'.join(['x', 'y', 'z']).split('b')] if i != j]
# --- program 108
try:
    raise IndexError(1, 2) from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
x: int = pow(int('line1\nline2\r\n'[5:3:3], 36), 1, 1000)
show(lambda: x)
xs[::2] = [((abs(7) ** 2) % divmod(True, 0x7f)[0]), round(10, -2)]
xs = [v for v in xs if isinstance(v, int)]
k = 0
while k < 3:
    k += 1
    b = 'aXbXc'.join(('1',)).index('-7'.translate(str.maketrans('a', 'b', 'c')).join(['x', 'y', 'z']))
P = collections.namedtuple('P', 'x y', defaults=[round((-1000 / 1_000))])
show(lambda: P(ord('a,b,,c'.ljust(0)[0:][:1]))._replace(x=abs((0.5))))
show(lambda: P(1) < P((abs(int.from_bytes(bytes(range(5)), 'big')) + (10**20)).bit_length(), 2))
# --- program 109
class C(list):
    attr = (2.5)
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    @classmethod
    def cm(cls): return cls.__name__
    @staticmethod
    def sm(x=1): return x
show(lambda: C(max((lambda *v: list(v))(*[i * j for i in list({'k': 1, 'v': 2}.values())[:0] for j in list(range(5)) if i != j], hash(3)), default=(w := int(True)))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(0b101)
except Exception as e: show(lambda: repr(e))
show(lambda: c.p)
xs.insert(1, (+round((123456.789))))
def g():
    nonlocal_a = ord('AbC dEf'[0:][:1])
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += (w := (w := ((-9007199254740993) ** 5)))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
# --- program 110
show(lambda: dict(zip(list(range(5)), re.sub(r'\w', lambda m: m[0].upper(), '😀a', 1))))
raise ZeroDivisionError
show(lambda: ())
d['k'] = ('%r' % 3).rpartition('{} {0}'.format((list(range(5)), 10), NotImplemented, x=1_000))
# --- program 111
show(lambda: (1 == 1))
show(lambda: list(map(lambda v: v * v, list(range(5))[5:-1:-1])))
# --- program 112
xs[-1:] = ([i + 0 for i in xs] + sorted(set(list(range(5))) | set(sorted({1, 2, False}))))
xs = [v for v in xs if isinstance(v, int)]
s = '-7'.rjust(5)
match re.sub(r'\s*', r'<\g<0>>', '%s', 1).rfind('日本'):
    case []:
        show(lambda: 'first')
    case [int(x), *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case str(x):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: {})
# --- program 113
show(lambda: math.sqrt(float('  pad ')))
show(lambda: '{} {0!s}'.format(256, (), x=pow(256, 1, 7)))
a, *xs = sorted(list(filter(None, list(reversed(xs)))), key=lambda v: v % 3)
# --- program 114
if any([i * j for i in [i for i in [i for i in list(range(5)) if not i] if not i] for j in sorted({255, (lambda x, y=int((-0.0)): x - y)((-10**18))}) if i >= j]):
    raise Err(a)
elif (pow(True, 3, 1000) == round(-1, -2)):
    x: 'str' = hash((xs > []))
    show(lambda: x)
    match math.fsum(list(reversed([5, 3, 9, 1]))):
        case None:
            show(lambda: 'first')
        case [x, y]:
            show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
        case {1: v, **rest}:
            show(lambda: ('mapping', globals().get('v')))
        case x if x == 1:
            show(lambda: 'class')
        case _:
            show(lambda: 'other')
else:
    for i in list(itertools.compress(xs, [1, 0, 1]))[:4]:
        show(lambda: sorted(collections.Counter('ab' 'cd').items(), key=repr))
    else:
        show(lambda: (('%g' % int('%s', 10)) * 1))
# --- program 115
show(lambda: [i * j for i in [len(p) for p in '日本'.split('b')] for j in sorted(list(d.values())[:0], key=lambda v: v % 3) if i != j])
for i, c in enumerate(u.join(['x', 'y', 'z'])[:3]):
    show(lambda: (i, c))
# --- program 116
show(lambda: dict.fromkeys('a,b,,c'.join(['x', 'y', 'z']), (0x7f ** 0)))
a, *xs = sorted(list(filter(None, [1, 2, 3])), key=lambda v: -v)
# --- program 117
try:
    raise ExceptionGroup('eg', [ValueError([i % 256 for i in []][-1]), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 118
show(lambda: sorted(set(sorted({sum(list(range(5))), 1})) | set((lambda *v: list(v))(*list(range(5)), -2)[:-2:3])))
try:
    try:
        raise IndexError(1, 2)
    finally:
        d.update(k=1)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
show(lambda: (dict(q=0o17) | dict.fromkeys('AbC dEf', (1_000 ** 3))))
# --- program 119
d['new'] = list(dict(q=(100.0)).values())[:0]
show(lambda: {})
show(lambda: math.fsum(list(itertools.compress(xs, [1, 0, 1]))))
show(lambda: (w := (1 >> 31)))
show(lambda: format((False or 1000), '<')[2].translate(str.maketrans('abc', 'xyz')))
# --- program 120
show(lambda: (w := hash(0x7f)))
(a, b), n = (len(('ab' 'cd' and 'line1\nline2\r\n')), (hash(255) - int((123456.789)))), len(re.sub(r'\w', '-', '-7'))
xs.insert(1, hash((1.0)))
# --- program 121
raise TypeError
match NotImplemented:
    case 1 | 2:
        show(lambda: 'first')
    case [1]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case object(real=r):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
raise KeyError('k')
# --- program 122
show(lambda: ('ß'.removeprefix(textwrap.indent(s, '> ')) + f'{pow(divmod((4294967296), -1)[1], 0, 7):.3}'.replace(textwrap.shorten(s, 8), '\x00\x7f')))
x: 'str' = round(2, 2).numerator
show(lambda: x)
assert bool(list(itertools.accumulate(xs))), b'a b c'.startswith(b'a')
# --- program 123
show(lambda: (hash(0o17) * round(((9007199254740993) / (9007199254740993)))))
show(lambda: dict(zip(sorted({(2147483647), (4294967296), (0o17 ** 2)}), '"q"')))
# --- program 124
xs[0] = ([i + round(False, 0) for i in [5, 3, 9, 1]] * 1)
xs = [v for v in xs if isinstance(v, int)]
show(lambda: float((w := 0o17)))
show(lambda: float(chr(65)))
show(lambda: pow(int.from_bytes(b'abc', 'little'), 1, 1000))
show(lambda: (lambda *v: list(v))(*sorted(list(range(5))), int(float(1))))
# --- program 125
k = 0
while k < 3:
    k += 1
    try:
        raise ExceptionGroup('eg', [ValueError(len(('\x00\x7f' + 'AbC dEf'))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
    except* (TypeError, ValueError) as eg:
        show(lambda: eg.exceptions)
    except* Exception as rest:
        show(lambda: rest)
    show(lambda: isinstance(('%.2f %.2f' % (1_000, NotImplemented)), float | None))
try:
    raise ExceptionGroup('eg', [ValueError(max(list(filter(lambda v: v > 1, ([] * 0))), default=divmod('é'.rfind('it\'s'), int((1e-7)))[0])), KeyError('k'), TypeError(1)])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 126
s = json.dumps(callable(3), default=repr, separators=(',', ':'))
xs.insert(1, (-sum(list(range(5)))))
# --- program 127
x: int = -1
show(lambda: x)
show(lambda: f'{256:.2f}')
show(lambda: pow(((9007199254740993) ** 2), 0, 7))
# --- program 128
xs[::2] = [len({}), len([1, 2, 3]), divmod(10, 3)[1], len(d)]
xs = [v for v in xs if isinstance(v, int)]
# --- program 129
xs = list(bytes(range(5)))
@deco(functools.reduce(lambda p, q: p + q, list(itertools.dropwhile(bool, xs)), (1000 ** 3)))
def h(v: int): return v
show(lambda: h(sum((sorted([5, 3, 9, 1], key=lambda v: v % 3) * -1))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 130
show(lambda: float('"q"'))
show(lambda: f'{((2**31) & (2**31)).conjugate():X}')
def f(x, y=(lambda x, y=int.from_bytes(b'', 'little', signed=True): x + y)((256 >> 0)), *args, z=int(True), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    x: list[int] = round(math.ceil((1e100)))
    show(lambda: x)
    show(lambda: '😀a'.swapcase().title())
    show(lambda: ())
    return a
show(lambda: f(functools.reduce(lambda p, q: p * q, list(range(0, 12, 2))[-3::1], (1).bit_length())))
show(lambda: list(f(sum([i * j for i in list(itertools.repeat(a, 2)) for j in list(range(5)) if i >= j]))))
show(lambda: (123456.789))
# --- program 131
k = 0
while k < 3:
    k += 1
    xs[1:3] = sorted([int.from_bytes(b'a b c', 'little'), int((1.0)), sum([])])
    xs = [v for v in xs if isinstance(v, int)]
match ord(str((9007199254740993))[-1:][:1]):
    case True:
        show(lambda: 'first')
    case [_, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case list():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
(a, b), n = (functools.reduce(lambda p, q: p - q, [i for i in [1, 2, 3] if i % 2], round(((~(2**31)) ^ (ord('日本'[0:][:1]) ** 2)), 2)), int('日本')), hash(((0.5) * (2.5)))
show(lambda: hash((10**20)))
show(lambda: [5, 3, 9, 1])
# --- program 132
xs[:1] = [i // hash((2**31)) for i in [][1:100:-2]]
xs = [v for v in xs if isinstance(v, int)]
show(lambda: divmod((2**31), (10**20))[1])
show(lambda: math.fsum(xs))
# --- program 133
@deco(hash((True == (2**31))))
def h(v=1): return v
show(lambda: h((lambda x, y=len([5, 3, 9, 1]): x + y)(hash(2))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 134
P = collections.namedtuple('P', 'x y', defaults=[divmod([5, 3, 9, 1][3], (+(-10**18)))[0]])
show(lambda: P((abs(int((0.5))) if bool(abs((9007199254740993))) else n))._replace(x=format(-1, '#b')[-1:-2:-1].count(r'\d')))
show(lambda: P(1) < P((w := (int.from_bytes(b'abc', 'big', signed=True) ^ 0x7f)), 2))
d['k'] = ...
show(lambda: ((abs((-0.0)) % (2147483647)) ** 2))
for i, c in enumerate(f"{a!r:>8} {b=} {s!s:.5}"[:3]):
    show(lambda: ord(c) + i)
class C(dict):
    attr = ([] < xs)
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    @property
    def p(self): return self.attr
show(lambda: C((0b101).conjugate().real))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(int(False))
except Exception as e: show(lambda: repr(e))
show(lambda: c(1, k=2))
# --- program 135
a, *xs = list(range(3, 12, 1))
show(lambda: ([] + list(map(lambda v: v + 1, [1, 2, 3]))))
show(lambda: dict.fromkeys([5, 3, 9, 1], divmod(-1000, 0o17)[0]))
(a, b), n = (round((False / int(math.fsum([i * j for i in [] for j in [] if i < j])))), int.from_bytes(b'', 'little')), functools.reduce(lambda p, q: p - q, list(itertools.islice(itertools.count(a, b), 4)), max([*xs, (-9007199254740993)], default=min([], default=round(round((-9007199254740993), -2), -1))))
with Manager(False) as m:
    show(lambda: m)
    raise KeyError('k')
show(lambda: any(list(range(5))))
# --- program 136
def gen():
    got = yield divmod('ß'.find('AbC dEf'), 7)
    show(lambda: got)
    try:
        yield int(len([]))
    except ArithmeticError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(dict(sorted(d.items(), key=repr))))
show(lambda: it.throw(KeyError))
show(lambda: next(it, 'done'))
# --- program 137
show(lambda: u)
s = (f'{-1000: }' + json.dumps(-2, default=repr, indent=1))
# --- program 138
d['k'] = (True not in [1, 2, 3])
d[a] = list(reversed(sorted(set(list(range(5))) ^ set(list(range(5))))))
show(lambda: NotImplemented)
# --- program 139
xs.append(((max([5, 3, 9, 1], default=int(('line1\nline2\r\n' and 'abc'), 2)) and (-10**18)) * ((4294967296) or 256)))
try:
    try:
        raise StopIteration(3)
    finally:
        P = collections.namedtuple('P', 'x y', defaults=[(round(abs((lambda x, y=True: x * y)((2**31))), 0) >> 64)])
        show(lambda: P(max(list(reversed([1, 2, 3])), default=hash((2**31))))._replace(x=[i for i in [] if i % 2]))
        show(lambda: P(1) < P((+(1_000 or 10)), 2))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
a = (9007199254740993)
show(lambda: (-10**18))
show(lambda: [int(re.sub(r'(.)(.)', '-', '😀a'), 0), (w := sum(list(range(5)))), int((1e16))])
xs.append((lambda x, y=hash((-0.0)): x * y)(int('a', 0)))
# --- program 140
xs = list(bytes(range(5)))
try:
    try:
        raise ZeroDivisionError
    finally:
        xs = list(dict(p=10).values())[:0]
        match NotImplemented:
            case 'a':
                show(lambda: 'first')
            case [*_, x, y]:
                show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
            case {1: v, **rest}:
                show(lambda: ('mapping', globals().get('v')))
            case str(x):
                show(lambda: 'class')
            case _:
                show(lambda: 'other')
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
d.update(k=1)
# --- program 141
show(lambda: 'a,b,,c'[2].translate(str.maketrans('abc', 'xyz')))
raise IndexError(1, 2)
class E(enum.Enum):
    A = enum.auto()
    B = 2
    C = 'c'
show(lambda: list(E))
show(lambda: E('x'))
# --- program 142
def gen():
    got = yield dict(sorted({'k': 1, 'v': 2}.items(), key=repr))
    show(lambda: got)
    try:
        yield round((int.from_bytes(bytearray(b'xyz'), 'big') / (2**64)))
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(d.items()))
show(lambda: it.throw(ValueError(1)))
show(lambda: next(it, 'done'))
# --- program 143
show(lambda: (float(1_000) - math.fabs((0.5))))
(a, b), n = (hash(n), len({None: 1_000, 1.0: -2})), (lambda x, y=(((2147483647) if False else 10) ** 0): x * y)(format(False, '*^7').rfind(''))
# --- program 144
assert bool(1000), b'abc'.decode()
@deco(round(int.from_bytes(bytes(range(5)), 'big', signed=True), -1))
def h(v=1): return v
show(lambda: h(('%i %-5d|' % (re.findall('[a-c]', r'\d'), True)).rfind(re.sub(r'\s*', lambda m: m[0].upper(), ('{}' if ([1, 2, 3] < list(itertools.islice(itertools.count(a, b), 4))) else 'ß'), 1))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
try:
    raise ExceptionGroup('eg', [ValueError(round(math.trunc((-0.0)))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
xs.remove(1)
# --- program 145
class C(dict):
    attr = dict(collections.Counter('-7'))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    __slots__ = ('q',)
show(lambda: C(int('{}')))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(hash(abs((255 / -2))))
except Exception as e: show(lambda: repr(e))
show(lambda: c.p)
with Manager(True) as m:
    show(lambda: m)
    raise ValueError('v')
# --- program 146
a, *xs = list(map(int, (list(itertools.accumulate(xs)) + [])))
assert callable(None), textwrap.indent(s, '> ')
# --- program 147
show(lambda: (pow(True, 3, 1000) if ('\x00\x7f' in u) else ((0o17 << 0) if True else 2)))
show(lambda: 'a'.upper().join(str(i) for i in [5, 3, 9, 1]))
# --- program 148
show(lambda: repr({}))
raise TypeError
raise KeyError('k')
P = collections.namedtuple('P', 'x y', defaults=[hash(False)])
show(lambda: P(round(functools.reduce(lambda p, q: p - q, list(filter(lambda v: v > 1, [])), abs(sum([]))), 2))._replace(x=math.sqrt((1.0))))
show(lambda: P(1) < P(int((1e100)), 2))
show(lambda: dict(zip([*list(reversed([])), (-1000 & (7 & 256))], ('' + s))))
show(lambda: round(abs((0.0)), 0))
# --- program 149
with Manager(True) as m:
    show(lambda: m)
    raise IndexError(1, 2)
show(lambda: re.sub(r'(.)(.)', '-', re.sub(r'\s*', '-', str(10))))
# --- program 150
for i, c in enumerate(('"q"'.swapcase().replace('x1y2', textwrap.shorten(s, 8)) + (format((-9007199254740993), '') + '')).join(['x', 'y', 'z'])[:3]):
    show(lambda: ord(c) + i)
P = collections.namedtuple('P', 'x y', defaults=[(len([1, 2, 3]) if bool(True) else pow(round((0.1)), 1, 1000))])
show(lambda: P(round(pow(0, 3, 7), -2))._replace(x=list(range(0, -5, 2))))
show(lambda: P(1) < P(hash(False), 2))
show(lambda: abs(((0.0) + (1e-7))))
# --- program 151
show(lambda: [(3 % min([5, 3, 9, 1], default=-1000)), int(textwrap.indent(s, '> ')), int.from_bytes(b'Hello', 'little'), (1000 & (2**64))])
show(lambda: (functools.reduce(lambda p, q: p + q, [5, 3, 9, 1], abs(7)) if (not bool(0x7f)) else (w := (-2 and -1))))
# --- program 152
show(lambda: (1.0))
@dataclasses.dataclass(frozen=True)
class D:
    x: int
    y: object = max(([len(p) for p in textwrap.fill(u, 6).split(',')] * -1), default=int.from_bytes(b'', 'big'))
    z: list = dataclasses.field(default_factory=list, compare=False)
show(lambda: D(int((2147483647)), ('ß'.rstrip('c').lower() and str(1_000)[2])))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(divmod(min(list(range(5)), default=3), ((2**64) ** 3))[1])))
match f"{a!r:>8} {b=} {s!s:.2}":
    case None:
        show(lambda: 'first')
    case [*_, x]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case list():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: (+round(sum(([1, 2, 3] + [1, 2, 3])), -2)))
# --- program 153
show(lambda: min(list(filter(lambda v: v > 1, list(reversed(list(range(5)))))), default=(w := ((w := pow((10**20), 0, -5)) if '\x00\x7f'.startswith('a') else (2**64)).bit_length())))
@dataclasses.dataclass(slots=True)
class D:
    x: int
    y: object = int.from_bytes(b'\x00\xff', 'little')
    z: list = dataclasses.field(default_factory=list, compare=False)
show(lambda: D(int.from_bytes(bytearray(b'xyz'), 'little'), [*('abc'.replace('it\'s', '"q"') if True else '{} {!r}'.format(float(int((0.1))), (-1.5), x=(2**64))), *sorted({10, len([1, 2, 3])})][:4]))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D((lambda x, y=('😀a'.index('日本') << 0): x - y)(divmod(len('-7'), '"q"'.count('"q"'))[1]))))
show(lambda: dict(collections.Counter(('a,b,,c'[:-1:1] or ('😀a' + 'x1y2')))))
show(lambda: list(itertools.chain(xs, [a])))
# --- program 154
P = collections.namedtuple('P', 'x y', defaults=[int((not (1000 >> 3)))])
show(lambda: P(divmod(int((0.1)), max([False, (2**64)], default=(2**64)))[1])._replace(x=dict.fromkeys(xs, (-1000 ** 1))))
show(lambda: P(1) < P((w := (hash(10) // (10**20))), 2))
try:
    raise ExceptionGroup('eg', [ValueError(functools.reduce(lambda p, q: p - q, (lambda *v: list(v))(*([1, 2, 3] + (lambda *v: list(v))(*(lambda *v: list(v))(*xs, 7), [5, 3, 9, 1][1]))[1:-1], (-10**18)), ((-9007199254740993) if ([i * 0o17 for i in []] != [i for i in list(filter(lambda v: v > 1, list(range(5)))) if not i]) else int.from_bytes(b'Hello', 'big', signed=True)))), KeyError('k'), TypeError(1)])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 155
show(lambda: ('%.2f' % b'a b c'.decode('ascii', 'replace')))
match {**{i: i * 10 for i in [1, 2, 3]}, True: 10}:
    case None:
        show(lambda: 'first')
    case [int(x), *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case x if x == 1:
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: dict(zip([], '日本'.join(str(i) for i in [5, 3, 9, 1]).casefold())))
show(lambda: (round(((-1.5) ** 0.5), 3) ** -1))
# --- program 156
try:
    raise ExceptionGroup('eg', [ValueError(divmod(sum([1, 2, 3]), ((-9007199254740993) ** 5))[0]), KeyError('k'), TypeError(1)])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 157
try:
    raise Err(a) from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: 'x1y2')
show(lambda: (100.0))
show(lambda: None)
show(lambda: math.fsum(list(dict(collections.Counter('😀a')).values())[:0]))
# --- program 158
d.update(k=1)
class C(Base):
    attr = 'a,b,,c'.rjust(0, '*').join(str(i) for i in list(range(5))).translate({97: 'A', 98: None})
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    @classmethod
    def cm(cls): return cls.__name__
    @staticmethod
    def sm(x=1): return x
show(lambda: C(int.from_bytes(b'\x00\xff', 'little', signed=True)))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(min(sorted(list(filter(None, xs)), key=str), default=((9007199254740993) >> 40)))
except Exception as e: show(lambda: repr(e))
show(lambda: c < c)
xs[::2] = (lambda *v: list(v))(*[i for i in list(itertools.takewhile(lambda v: v < 3, xs)) if i not in (1, 3)], ([1, 2, 3][-1] << 0))
xs = [v for v in xs if isinstance(v, int)]
# --- program 159
show(lambda: abs((0.5)))
if (hex(min(xs, default=3)) == 0x7f):
    try:
        try:
            raise TypeError
        finally:
            show(lambda: min([i * j for i in [1, 2, 3] for j in [] if i < j], default=int('line1\nline2\r\n', 2)))
            show(lambda: dict(zip([1, 2, 3], '😀a')))
            show(lambda: {2: pow(1000, 1, -5), 1: ...})
    except BaseException as e:
        show(lambda: repr(e))
        show(lambda: repr(e.__context__))
elif (str((2147483647)) == repr(pow(0b101, 1, 7)).ljust(5, '*').zfill(6)):
    show(lambda: ((False or False) and True))
    show(lambda: [][100:100:-1])
    raise KeyError('k')
else:
    x: 'str' = int('{} {0}'.format(False, True, x=1000), 0)
    show(lambda: x)
    show(lambda: (len(d) / 2))
show(lambda: hash(False))
# --- program 160
show(lambda: ''.isspace())
show(lambda: float(False))
show(lambda: dict(collections.Counter('{} {x[0]!r}'.format('{}', 0o17, x=(10).conjugate()))))
show(lambda: sorted(set([2]) & set(list(b'\x00\xff'))))
# --- program 161
show(lambda: {True: 1_000, 1: round((1e16))})
def gen():
    got = yield n
    show(lambda: got)
    try:
        yield int.from_bytes(bytes(range(5)), 'little', signed=True)
    except (KeyError, TypeError) as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(dict(collections.Counter(('abc' if 'Hello, World'.istitle() else '{}')))))
show(lambda: it.close())
show(lambda: next(it, 'done'))
# --- program 162
show(lambda: xs)
def g():
    nonlocal_a = (pow((lambda x, y=3: x + y)((2**31)), 1, 7) ** 1)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += n
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
for i in list({i: i + 0o17 for i in list(reversed([1, 2, 3][-3:3:3]))}.values())[:0][:4]:
    del d['k']
else:
    show(lambda: (('%d' % 255).casefold() + textwrap.indent(s, '> ').join('pqr').zfill(6)))
# --- program 163
show(lambda: (format('\x00\x7f', 'n').replace(bytes(range(5)).decode(), '12'[-1], 1) + s))
raise ZeroDivisionError
# --- program 164
s = b'abc'.decode('latin-1')
try:
    x: int = (('abc'.translate(str.maketrans('abc', 'xyz')).rfind(textwrap.indent(s, '> ')) or 'a'.count('')) if ((lambda x, y=(w := 3): x - y)((10**20)) is True) else (ord('  pad '[0:][:1]) << 64))
    show(lambda: x)
    int('x')
except LookupError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: round((-(-10**18)), -2))
match (~-2):
    case 0:
        show(lambda: 'first')
    case [int(x)]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
try:
    raise ValueError('v') from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 165
show(lambda: f"{a!r:>4} {b=} {s!s:.5}")
show(lambda: [i for i in (list(range(10, -5, -3)) + [i - -1000 for i in []]) if i > 2])
show(lambda: (divmod((2**64), False)[1] << 3))
# --- program 166
show(lambda: f'{math.ceil((2.5)):.2f}')
xs.clear()
show(lambda: False)
# --- program 167
show(lambda: dict(p=d))
try:
    raise ExceptionGroup('eg', [ValueError(((lambda x, y=(2**31): x * y)(len([])) if (not True) else (max(xs, default=(4294967296)) ** 1))), KeyError('k'), TypeError(1)])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
xs = sorted(set(((list(range(5)) + [5, 3, 9, 1]) * -1)) & set([*list(b''), (~-1000)]))
s += (('日本' and textwrap.shorten(s, 8)).translate(str.maketrans('a', 'b', 'c')) + '-7'.zfill(6))
show(lambda: slice(None, (2147483647)).indices(5))
# --- program 168
show(lambda: [*chr(0x1f600).ljust(9, '*'), *[5, 3, 9, 1]][:4])
@deco(int.from_bytes(b'', 'little'))
def h(v: int): return v
show(lambda: h((w := int(all(list(range(5)))))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
x: list[int] = abs(hash((2147483647)))
show(lambda: x)
show(lambda: {**{**dict(q='\t\n'.translate(str.maketrans('a', 'b', 'c'))), 'k': len({'k': 1, 'v': 2})}, None: len(d)})
raise IndexError(1, 2)
# --- program 169
b &= a
class C(list):
    attr = ...
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __bool__(self): return False
show(lambda: C(int(json.dumps(False, default=repr), 2)))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(int(False))
except Exception as e: show(lambda: repr(e))
show(lambda: c(1, k=2))
def g():
    nonlocal_a = ord(b'Hello'.decode('ascii', 'replace')[-1:][:1])
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += ((functools.reduce(lambda p, q: p + q, [i + (2**64) for i in list(b'a b c')], -2) if (False is True) else 2) | int.from_bytes(b'Hello', 'little'))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: (list(reversed((list(range(5)) + (list(reversed(xs)) + [len(p) for p in ''.split()])))) + (list(range(5)) * 0)))
# --- program 170
try:
    raise ExceptionGroup('eg', [ValueError(ord('{} {x!s}'.format(0, type(1_000), x=-1)[0:][:1])), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
xs.insert(1, divmod(divmod(-1, 255)[0], round((3.14159)))[0])
show(lambda: ('%5d' % (10 / 2))[-1])
# --- program 171
@dataclasses.dataclass(slots=True)
class D:
    x: int
    y: object = int.from_bytes(b'a b c', 'little')
    z: list = dataclasses.field(default_factory=list)
show(lambda: D((~sum([])), json.dumps(functools.reduce(lambda p, q: p * q, [], (2**64)), default=repr, indent=1)))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(((1 * (1000).real) * int((-0.0))))))
# --- program 172
show(lambda: ((2147483647) / round((-10**18), 0)))
show(lambda: (256 <= -1 >= 0o17))
P = collections.namedtuple('P', 'x y', defaults=[int.from_bytes(b'Hello', 'big', signed=True)])
show(lambda: P(a)._replace(x=False))
show(lambda: P(1) < P((-len([5, 3, 9, 1])), 2))
a, *xs = sorted({round(((-0.0) + 0x7f)), ((2147483647) ** 1), len(dict(p=3))})
show(lambda: abs((-1.5)))
# --- program 173
show(lambda: (-pow(1_000, 1, 7)))
with Manager(True) as m:
    show(lambda: m)
    raise ZeroDivisionError
# --- program 174
show(lambda: round(((1e16) ** -1), 1))
a //= functools.reduce(lambda p, q: p - q, (list(range(5)) * -1), n)
if callable(None):
    for i, c in enumerate(s.join(['x', 'y', 'z'])[:3]):
        show(lambda: c * i)
elif True:
    b &= round((w := functools.reduce(lambda p, q: p * q, [], 3)), -2)
else:
    (a, b), n = (min(list(filter(lambda v: v > 1, sorted({(2**64), 1000}))), default=pow((2147483647), 3, 1000)), (w := (w := 0))), (ord('{} {!s}'.format(('Hello, World', (2147483647)), 2, x=0b101)[-1:][:1]) if ([][-1] == 0x7f) else (w := (-9007199254740993)))
# --- program 175
show(lambda: divmod(round((min([1, 2, 3], default=2) / [1, 2, 3][0])), (0o17 if ('%#x %5d' % ('ab' 'cd', (4294967296))).endswith('') else divmod(2, 0b101)[1]))[1])
xs[0] = [(7 ** 0), (-(0o17).conjugate())]
xs = [v for v in xs if isinstance(v, int)]
# --- program 176
b = (w := functools.reduce(lambda p, q: p - q, list(map(lambda v: v * v, [5, 3, 9, 1])), False))
match list(b'Hello'):
    case 0:
        show(lambda: 'first')
    case [1, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case object(real=r):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
d.pop('k', None)
show(lambda: dict.fromkeys(f'{-1000:c}', ((10**20) ** 3)))
b = (-1 << 40)
# --- program 177
with Manager(True) as m:
    show(lambda: m)
    raise TypeError
show(lambda: hex('ab' 'cd'.rfind('{} {x[0]!s}'.format((10**20), (1_000 + 0b101), x=sum([i for i in [5, 3, 9, 1] if i not in (1, 3)])))))
# --- program 178
show(lambda: list(reversed([i + 0b101 for i in (([1, 2, 3] + xs) * 2)])))
# --- program 179
show(lambda: list(dict(p=-1).values())[:0])
show(lambda: (float('日本') ** 2))
show(lambda: f"{a!r:>4} {b=} {s!s:.2}")
try:
    try:
        raise ValueError('v')
    finally:
        show(lambda: '-7'.splitlines())
        show(lambda: {})
        show(lambda: ...)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 180
show(lambda: sorted(([5, 3, 9, 1] * 0), key=lambda v: -v))
del xs[:1]
# --- program 181
with Manager(False) as m:
    show(lambda: m)
    raise IndexError(1, 2)
# --- program 182
try:
    try:
        raise StopIteration(3)
    finally:
        class C(Slots):
            attr = None
            def __init__(self, *v): self.v = v
            def __repr__(self): return f'C({getattr(self, "v", None)})'
            def __call__(self, *p, **k): return p, k
        show(lambda: C(((2147483647).conjugate() ** 2)))
        c = None
        show(lambda: [C(1) for _ in '1'])
        try: c = C((sum(xs).bit_length() if True else ('日本'.find('Hello, World') and 10)))
        except Exception as e: show(lambda: repr(e))
        show(lambda: c < c)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
show(lambda: (math.fsum([i for i in list(range(10, -5, -3)) if i not in (1, 3)]) ** -1))
# --- program 183
show(lambda: dict.fromkeys([1, 2, 3], (-10**18)))
try:
    raise ExceptionGroup('eg', [ValueError(round(False, -1)), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
@dataclasses.dataclass(eq=False, repr=True)
class D:
    x: int
    y: object = f"{a!r:>4} {b=} {s!s:.5}".index('{} {}'.format(False, 256, x=-2))
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D(abs('é'.index('a,b,,c')), (not [*[], -1][1])))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D((int.from_bytes(bytearray(b'xyz'), 'big') % round('-7'.index(('%s' % hash((10**20)))), -1)))))
# --- program 184
class C(Base, dict):
    attr = 'a,b,,c'.translate(str.maketrans('abc', 'xyz'))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    @property
    def p(self): return self.attr
show(lambda: C(round((round((1e16), 0) ** 2))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(min(list(b''), default=((2147483647) or (-9007199254740993)).real))
except Exception as e: show(lambda: repr(e))
show(lambda: issubclass(C, object))
# --- program 185
show(lambda: slice(None, (9007199254740993)).indices(10))
@dataclasses.dataclass(order=True)
class D:
    x: int
    y: object = ((w := (255).conjugate()) if f"{a!r:>4} {b=} {s!s:.2}".isdecimal() else len(xs))
    z: list = dataclasses.field(default_factory=list, compare=False)
show(lambda: D(int(((4294967296) and -2)), len({})))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(int.from_bytes(bytearray(b'xyz'), 'big'))))
show(lambda: (-1.5))
show(lambda: int.from_bytes(b'abc', 'big'))
class E(enum.IntFlag):
    A = 'a'
    B = 2
    C = 4
show(lambda: list(E))
show(lambda: str(E.B))
# --- program 186
try:
    raise ExceptionGroup('eg', [ValueError(divmod(round((lambda x, y=(-9007199254740993): x - y)(-1), -2), functools.reduce(lambda p, q: p * q, list(bytearray(b'xyz')), -2))[1]), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
try:
    show(lambda: b)
    xs.insert(1, functools.reduce(lambda p, q: p * q, list(d.values())[:0], ord(str((-9007199254740993))[0:][:1])))
    show(lambda: slice(None, 3).indices(5))
    'a' + 1
except Err as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: round(hash((True and (-1 is None))), 0))
a = '12'[-3:0:1].index(format(False, '_x'))
# --- program 187
(a, b), n = (functools.reduce(lambda p, q: p + q, [len(p) for p in ('%a %05d' % (round((100.0)), (4294967296))).split()], divmod(3, (10**20))[0]), int(('a' if True else format((4294967296), 'c')), 36)), sum(list(itertools.accumulate(xs))[:0:-1])
@deco(functools.reduce(lambda p, q: p - q, sorted(set([7, (w := -1000)]) ^ set(sorted(set([i - 1_000 for i in xs]) & set(list(range(5)))))), functools.reduce(lambda p, q: p - q, [1, 2, 3], 256)))
def h(v: int): return v
show(lambda: h((divmod((9007199254740993), functools.reduce(lambda p, q: p * q, [5, 3, 9, 1], round((100.0))))[0] if all(list(bytearray(b'xyz'))) else sorted(set([5, 3, 9, 1]) | set([1, 2, 3]))[0])))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 188
show(lambda: [i % divmod(0, 0)[1] for i in (lambda *v: list(v))(*[], 10)])
show(lambda: [i // (lambda x, y=(256 >> 40): x + y)(int.from_bytes(b'a b c', 'big', signed=True)) for i in [int('\x00\x7f', 2), 0, 0o17]])
show(lambda: ([len(p) for p in ('%x %d' % ((0.5), (2**64))).split('b')] + [*[*[], (-9007199254740993)], min(list(map(lambda v: v + 1, xs)), default=10)]))
a += (divmod(int(math.trunc((100.0))).numerator, (4294967296))[0] ** 1)
show(lambda: dict(collections.Counter('{} {x}'.format(dict.fromkeys([5, 3, 9, 1], (10**20)), divmod(('%a %X' % ((4294967296), 0x7f)).index('é'), abs(10))[0], x=(2**31)))))
# --- program 189
try:
    raise ExceptionGroup('eg', [ValueError(max(sorted({'AbC dEf'.find('{}'.translate(str.maketrans('a', 'b', 'c'))), 2, 1000, int('line1\nline2\r\n', 16)}), default=pow(sorted({3, 0o17, -2, (2**31)})[-1], 1, 1000))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
match 'ab' 'cd':
    case True:
        show(lambda: 'first')
    case [*_, x]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case str(x):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 190
show(lambda: [i for i in list(filter(None, sorted(set(sorted(set([1, 2, 3]) - set([i * j for i in [] for j in [] if i >= j]))) | set(xs)))) if i not in (1, 3)])
try:
    try:
        raise TypeError
    finally:
        show(lambda: None)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 191
try:
    raise TypeError from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
raise IndexError(1, 2)
show(lambda: sorted({((2**31) if False else (2**64)), ('%.2f' % '\t\n').find('AbC dEf')}))
# --- program 192
show(lambda: ((format((4294967296), '>8') * 2) if ((2**64) not in [5, 3, 9, 1]) else (json.dumps(0, default=repr, separators=(',', ':')) + 'é')).rfind(f"{a!r:>8} {b=} {s!s:.2}"))
show(lambda: chr(233))
# --- program 193
raise ValueError('v')
show(lambda: a)
show(lambda: list(map(int, list(reversed(list(range(5))))))[1])
show(lambda: (float(abs(abs(0o17))) ** -1))
show(lambda: int.from_bytes(b'', 'little', signed=True))
# --- program 194
for i in list(map(abs, ([] * -1)))[:4]:
    class E(enum.Enum):
        A = enum.auto()
        B = 'b'
        C = enum.auto()
    show(lambda: list(E))
    show(lambda: E.A < E.B)
    try:
        try:
            raise StopIteration(3)
        finally:
            show(lambda: ...)
            show(lambda: list(enumerate([i for i in [1, 2, 3] if i > 2], 0))[:3])
            show(lambda: abs((1.0)))
    except BaseException as e:
        show(lambda: repr(e))
        show(lambda: repr(e.__context__))
    show(lambda: math.fsum(list(filter(lambda v: v > 1, [(2**64), 0, 3, 10]))))
    if a > 100: break
else:
    show(lambda: chr(-1))
show(lambda: {})
for i, c in enumerate(textwrap.fill(u, 6)[:3]):
    show(lambda: c * i)
# --- program 195
match f'{((9007199254740993) ** 1):e}':
    case 0:
        show(lambda: 'first')
    case [_, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case str(x):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: json.dumps({}, default=repr, separators=(',', ':')))
show(lambda: '\t\n'.lower().join('pqr'))
a ^= (ord('abc'[-1:][:1]) ** 1)
# --- program 196
def f(x, y=functools.reduce(lambda p, q: p * q, [len(p) for p in 'a,b,,c'.split(None, 1)], ((w := 2) and divmod(0o17, -1000)[1])), *args, z=round(float((-0b101))), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    class E(enum.IntEnum):
        A = 1
        B = enum.auto()
        C = 1
    show(lambda: list(E))
    show(lambda: E('x'))
    a, *xs = list(reversed([i + (+(lambda x, y=0: x * y)(0x7f)) for i in list(filter(lambda v: v > 1, list({**d, 1: False}.values())[:0]))]))
    return a
show(lambda: f(len('AbC dEf'), 1))
show(lambda: list(f(len((dict(sorted({**d, 'v': 1000}.items(), key=repr)) | {})))))
# --- program 197
show(lambda: [len(p) for p in 'ß'.split()])
n //= a
del xs[:1]
with Manager(True) as m:
    show(lambda: m)
    raise ZeroDivisionError
n = 255
show(lambda: ('Hello, World' if (False or True) else '  pad ').replace(s.join(str(i) for i in []).zfill(3), ('  pad ' if True else chr(65)[0]), 1))
# --- program 198
raise ValueError('v')
show(lambda: (int(callable(int)) ** 3))
try:
    raise ExceptionGroup('eg', [ValueError(functools.reduce(lambda p, q: p + q, ([*list(range(5)), (10 ** 2)] * 0), round(3, 0))), KeyError('k'), TypeError(1)])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 199
show(lambda: repr(False).center(0))
show(lambda: sum(list(reversed(list(b'')))))
# --- program 200
show(lambda: ord(('% d' % '日本')[0:][:1]))
show(lambda: [1, 2, 3])
show(lambda: (float(sum(xs)) ** 0))
show(lambda: int((0.1)))
match (not abs((1.0))):
    case None:
        show(lambda: 'first')
    case [x, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case str(x):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 201
def f(x, y=(2**64), *args, z=int((lambda x, y=3: x - y)(1000)), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    a = int((0.0))
    return x, y
show(lambda: f(chr(65).count(u), *xs))
show(lambda: list(f(pow(((-9007199254740993) ** 0), 1, 1000))))
a *= abs(functools.reduce(lambda p, q: p + q, list(range(10, 12, -3)), (0 + 10)))
# --- program 202
class C(Base):
    attr = round((0.5))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __len__(self): return 3
show(lambda: C(b))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C((lambda x, y=int('aXbXc'): x * y)(abs(((2**31) % ((-10**18) and (9007199254740993))))))
except Exception as e: show(lambda: repr(e))
show(lambda: c == 1)
show(lambda: sorted({hash((ord('12'[0:][:1]) ** 0)), (w := ((10**20) or abs(0o17))), int(format((2**64), '^9'), 0), False}))
# --- program 203
show(lambda: s.find(f'{round((-1.5), 3):,}'))
show(lambda: ...)
# --- program 204
try:
    try:
        raise StopIteration(3)
    finally:
        show(lambda: fractions.Fraction((lambda x, y=(-10**18): x + y)(-1000), 1))
        show(lambda: dict.fromkeys(xs, False))
        try:
            raise ValueError('v') from KeyError
        except Exception as e:
            show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
b = abs((-1 ** 2))
show(lambda: (round(2, 2) not in {1: 10, 2: -1}))
# --- program 205
a, *xs = list(range(-3, 5, 1))
class C(str):
    attr = ()
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    __slots__ = ('q',)
show(lambda: C((round(((1.0) ** 0)) << 64)))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(sum((lambda *v: list(v))(*[i * j for i in [] for j in xs if i < j], 1000)))
except Exception as e: show(lambda: repr(e))
show(lambda: c.p)
# --- program 206
show(lambda: int(False))
@dataclasses.dataclass(order=True)
class D:
    x: int
    y: object = 0o17
    z: list = dataclasses.field(default_factory=list)
show(lambda: D(round(((float(0o17) ** 0.5) ** 0)), (((100.0) % ((1e10) * (1e16))) + (0.5))))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D((int('{}'.join(str(i) for i in list(range(5))), 16) % 0x7f))))
show(lambda: format(3, ',').lstrip())
# --- program 207
match (math.trunc((100.0)) % (1e100)):
    case []:
        show(lambda: 'first')
    case [x, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case x if x == 1:
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: NotImplemented)
raise Err(a)
xs = [*([*xs, -1] * 2), max([i * j for i in xs for j in list(bytes(range(5))) if i != j], default=round((0 / 1000)))]
d['new'] = [*list(range(5)), divmod(int((4294967296)), False)[1]]
# --- program 208
(a, b), n = ((2147483647), (sum(xs) if (0x7f == abs((1e-7))) else max(list(range(5)), default=(4294967296)).numerator)), b
show(lambda: textwrap.shorten(s, 8))
show(lambda: xs)
raise TypeError
show(lambda: int(((256 if True else 255).numerator / False)))
d[a] = math.ceil(((1.0) ** 0.5))
# --- program 209
x: int = int.from_bytes(bytearray(b'xyz'), 'little')
show(lambda: x)
show(lambda: sorted([i for i in [] if not i], reverse=True))
show(lambda: [])
# --- program 210
show(lambda: abs(abs(round((0.5), -1))))
s = ((json.dumps(False, default=repr).join(str(i) for i in xs) or '"q"') + ('%r % d' % (False, ...))[2])
xs = list(range(0, -5, 1))
# --- program 211
k = 0
while k < 3:
    k += 1
    show(lambda: b'\x00\xff'.split())
    (a, b), n = ((((w := (round((-1.5)) ** 0)) ** 2) * int(True)).numerator, (r'\d' + r'\d').rfind(f'{(9007199254740993):#x}'.translate(str.maketrans('abc', 'xyz')))), divmod((w := True), int.from_bytes(b'\x00\xff', 'big', signed=True))[0]
    show(lambda: NotImplemented)
xs = [len(p) for p in str(10).removeprefix('AbC dEf').split('b')]
show(lambda: sum([]))
show(lambda: round((1e10), -1))
show(lambda: ((~n) / (0o17 // 0o17)))
# --- program 212
for i, c in enumerate(hex(7).replace(repr(divmod((w := (-10**18)), 1_000)[0]), f"{a!r:>4} {b=} {s!s:.2}", 1)[:3]):
    show(lambda: c * i)
# --- program 213
show(lambda: list({}.values())[:0][1])
show(lambda: abs(abs(((0.1) % (1e100)))))
n %= pow(hash(divmod(255, hash(0))[0]), 1, 7)
P = collections.namedtuple('P', 'x y', defaults=[abs((w := int(True)))])
show(lambda: P((lambda x, y=int('\t\n'): x + y)(int.from_bytes(b'abc', 'little')))._replace(x=dict(zip([], ''))))
show(lambda: P(1) < P(n, 2))
# --- program 214
show(lambda: (xs[:3:-2] + [i * j for i in sorted(set([1, 2, 3]) - set(list(range(5)))) for j in [1, 2, 3] if i >= j]))
for i in ([] + list(dict.fromkeys(list(range(5)), divmod((-1).bit_count(), 0)[1]).values())[:0])[:4]:
    for i, c in enumerate(json.dumps(True, default=repr, indent=1)[:3]):
        show(lambda: ord(c) + i)
    if a > 100: break
else:
    show(lambda: (textwrap.shorten(s, 8)[-1] * 1))
class C:
    attr = ()
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __iter__(self): yield from (1, 2)
show(lambda: C(sum(list(range(10, 12, -3)))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(abs((w := hash(1000))))
except Exception as e: show(lambda: repr(e))
show(lambda: hash(c) == hash(c))
# --- program 215
assert ((0o17 ** 1) < (w := (-10**18)) != int(('%X' % (1e10)), 10)), dict(collections.Counter('a,b,,c'))
d[a] = {1: (2147483647), (1, 2): -2}
if bool(d):
    try:
        try:
            raise ValueError('v')
        finally:
            show(lambda: ((256).numerator if True else 0x7f))
    except BaseException as e:
        show(lambda: repr(e))
        show(lambda: repr(e.__context__))
elif (((list(range(5)) * 1) + [5, 3, 9, 1]) == list(map(int, list(bytes(range(5)))))):
    show(lambda: dict(p=1))
    show(lambda: (dict(q=(0b101, (2**31))) is True))
    show(lambda: list(map(int, xs)))
else:
    for i, c in enumerate('it\'s'.join(str(i) for i in sorted(set([(9007199254740993), hash((2**64)), 0x7f, 255]) & set([]))).join(str(i) for i in list(filter(None, [1, (-10**18)])))[:3]):
        show(lambda: c * i)
# --- program 216
try:
    raise IndexError(1, 2) from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: dict(collections.Counter(''.join(str(i) for i in []))))
n &= -1000
show(lambda: (lambda p, /, q=1, *r, k=int('😀a', 2), **o: (p, q, r, k, o))(-2, 2, 3))
# --- program 217
show(lambda: json.dumps(True, default=repr))
show(lambda: math.ceil(math.fsum(list(map(abs, sorted(set(xs) | set(xs)))))))
def gen():
    got = yield json.dumps('x1y2'.encode('utf-16-le'), default=repr, separators=(',', ':'))
    show(lambda: got)
    try:
        yield abs((a * 0b101))
    except Err as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(None))
show(lambda: next(it))
show(lambda: next(it, 'done'))
# --- program 218
with Manager(False) as m:
    show(lambda: m)
    raise ZeroDivisionError
# --- program 219
try:
    del xs[:1]
    None.x
except LookupError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: hash((-9007199254740993)))
show(lambda: max(list({}.values())[:0], default=min([5, 3, 9, 1], default=round(((2**31) >> 40), -1))))
(a, b), n = (('\t\n'.count('a,b,,c'.removeprefix('ß')) >> 40), format(False, '010').rfind(re.sub(r'\w', r'<\g<0>>', '日本', 1))), min(sorted(set([][-1::2]) | set(list(itertools.dropwhile(bool, xs)))), default=hash((a if False else 0x7f)))
# --- program 220
assert all(sorted(list(b'abc'), key=str)), (not True)
try:
    xs[0] = [i + (255 // 3) for i in sorted(set([1, 2, 3]) | set(list(range(0, -5, 2))))]
    xs = [v for v in xs if isinstance(v, int)]
    try:
        n = ((divmod(-2, 0)[1] or 256) * (0x7f if True else -2))
        'a' + 1
    except LookupError as e:
        show(lambda: (type(e).__name__, e.args, str(e)))
    finally:
        show(lambda: (~(len(oct(hash((9007199254740993)))) or (256 ** 5))))
    'a' + 1
except Err as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: int((0.5)))
# --- program 221
try:
    raise Err(a) from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: (round(0o17, 0) << 40))
show(lambda: (int('', 0) & ((2147483647) if True else 10)))
show(lambda: re.sub('', '-', 'ab' 'cd'.zfill(3), 1).removesuffix(('it\'s'.removeprefix(b'abc'.decode('latin-1')) * 3)))
show(lambda: 0x7f)
a %= (functools.reduce(lambda p, q: p + q, [i * j for i in [1, 2, 3] for j in [len(p) for p in 'it\'s'.split('b')] if i < j], int.from_bytes(b'\x00\xff', 'little', signed=True)) ** 1)
# --- program 222
show(lambda: re.sub('[a-c]+', lambda m: m[0].upper(), '  pad '))
@dataclasses.dataclass(eq=False, repr=True)
class D:
    x: int
    y: object = sum(list(reversed([])))
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D((w := (7 ** 2)), sorted(set((lambda *v: list(v))(*xs, (2147483647))) ^ set([]))))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(round((2.5)))))
# --- program 223
assert (min([5, 3, 9, 1], default=7) not in {}), {'a': int('line1\nline2\r\n', 36), 2: (0b101 ** 0).numerator}
(a, b), n = (round(math.fsum(list(range(0, 5, 1)))), ((2 ** 5) ** 3)), ord(('\x00\x7f' if False else 'it\'s'.rjust(0).translate({97: 'A', 98: None}))[0:][:1])
show(lambda: ([1, 2, 3][3] or a))
# --- program 224
show(lambda: hash((-9007199254740993)))
show(lambda: dict(zip(list(b''), '-7'[0:0:-2])))
match ...:
    case 'a':
        show(lambda: 'first')
    case [_]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case x if x == 1:
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 225
@dataclasses.dataclass
class D:
    x: int
    y: object = pow(int.from_bytes(b'abc', 'big'), 3, -5)
    z: list = dataclasses.field(default_factory=list)
show(lambda: D(abs(xs[3]), (lambda *v: list(v))(*[len(p) for p in 'it\'s'.split('b')], functools.reduce(lambda p, q: p - q, [5, 3, 9, 1], (lambda x, y=1000: x * y)(1)))))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(functools.reduce(lambda p, q: p + q, list(filter(lambda v: v > 1, list(range(5)))), (0o17 ** 2)))))
show(lambda: (lambda x, y=(2147483647): x - y)('%s'.index('  pad ')).bit_length())
# --- program 226
show(lambda: {i: i * len([5, 3, 9, 1]) for i in sorted((lambda *v: list(v))(*xs, 2), key=lambda v: -v)})
(a, b), n = ((1 & hash(0b101)), int(True)), hash((1e100))
show(lambda: dict(p=(1e100)))
show(lambda: functools.reduce(lambda p, q: p - q, list(range(0, 12, -1)), n))
for i, c in enumerate(json.dumps(None, default=repr, separators=(',', ':'))[2][:3]):
    show(lambda: (i, c))
# --- program 227
show(lambda: dict(zip(list(range(-3, 5, 1)), s)))
show(lambda: b'Hello'.decode())
xs.pop()
show(lambda: (((9007199254740993) & (lambda x, y=256: x * y)((2147483647))) / int((-0.0))))
# --- program 228
show(lambda: math.fsum(xs))
(a, b), n = ((w := ((-1 ** 2) and [5, 3, 9, 1][3])), (w := int.from_bytes(b'a b c', 'little', signed=True))), len(dict(zip([5, 3, 9, 1], 'it\'s')))
xs[::2] = list(range(-3, 5, 1))
xs = [v for v in xs if isinstance(v, int)]
try:
    raise ExceptionGroup('eg', [ValueError(pow(round((-1 ** 2), 0), 0, 1000)), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 229
show(lambda: chr(10)[:100:1])
(a, b), n = (functools.reduce(lambda p, q: p * q, sorted([1, 2, 3], key=lambda v: -v), divmod((lambda x, y=(2147483647): x + y)(1000), round(abs(math.fabs((123456.789)))))[1]), divmod(ord('12'[-1:][:1]), a)[1]), f'{(True if False else (+(True * (2**64)))):#x}'.index((r'\d' if (f'{True:^9}' < 'line1\nline2\r\n'.swapcase()) else 'a,b,,c'[1:3]))
# --- program 230
@dataclasses.dataclass(order=True)
class D:
    x: int
    y: object = round(pow((0).bit_count(), 0, -5), 2)
    z: list = dataclasses.field(default_factory=list)
show(lambda: D((int(('line1\nline2\r\n' and 'line1\nline2\r\n'.zfill(3)), 0) ** 0), (abs(255) == (123456.789))))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(len([len(p) for p in ('{}' or 'line1\nline2\r\n').split()]))))
def gen():
    got = yield ((-9007199254740993) - int('-7', 0))
    show(lambda: got)
    try:
        yield ((1_000 << 64) // (1000 >> 0))
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(list(map(int, [5, 3, 9, 1]))))
show(lambda: next(it))
show(lambda: next(it, 'done'))
# --- program 231
assert ((bin(256) + '"q"'.translate({97: 'A', 98: None})) >= format(('%s' if False else r'\d'), ' ')), list(range(-3, 12, 2))
xs[::2] = [i * j for i in xs for j in [i + min([], default=-2) for i in [i for i in list({'a': False, 'a': True}.values())[:0] if 1 <= i < 4]] if i >= j]
xs = [v for v in xs if isinstance(v, int)]
class E(enum.Flag):
    A = enum.auto()
    B = 'b'
    C = 1
show(lambda: list(E))
show(lambda: E.A)
show(lambda: b'abc'.decode('ascii', 'replace').join(['x', 'y', 'z']))
show(lambda: sum(list(map(lambda v: v * v, [5, 3, 9, 1][5:1:3]))))
# --- program 232
show(lambda: math.fsum(sorted(set([]) & set([i for i in list(range(-3, 12, -3)) if i % 2]))))
# --- program 233
assert (b''.decode('utf-8', 'ignore').zfill(3) == ('%5d %.2f' % (f'{(2**64):}', None))), (False is None)
class E(enum.IntFlag):
    A = enum.auto()
    B = 2
    C = 'c'
show(lambda: list(E))
show(lambda: E.A < E.B)
# --- program 234
s += '{} {1}'.format((9007199254740993), (2147483647), x=(-10**18))[-1][:100:-1]
show(lambda: dict(p=(True and False)))
@deco((w := (w := int(('' or '😀a'), 2))))
def h(v): return v
show(lambda: h(sum(list(map(lambda v: v * v, sorted(set(sorted({0x7f})) | set([])))))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 235
a, *xs = list(filter(None, list(itertools.takewhile(lambda v: v < 3, xs))))
show(lambda: dict(sorted(dict(collections.Counter('\x00\x7f')).items(), key=repr)))
xs[-1:] = sorted(sorted(set([*list(bytes(range(5))), int.from_bytes(b'Hello', 'big', signed=True)]) & set([i + (lambda x, y=-2: x - y)((-(9007199254740993))) for i in xs])))
xs = [v for v in xs if isinstance(v, int)]
# --- program 236
show(lambda: {i: i * int.from_bytes(b'abc', 'big', signed=True) for i in (list(range(5)) + [-2])})
# --- program 237
show(lambda: dict(p={'k': 1, 'v': 2}))
show(lambda: [i for i in list(dict.fromkeys([5, 3, 9, 1], (2**64)).values())[:0] if i % 2])
show(lambda: (b'\x00\xff' + bytes(range(5))))
# --- program 238
with Manager(True) as m:
    show(lambda: m)
    raise TypeError
show(lambda: abs(float(pow(((10**20) ** 0), 0, 7))))
try:
    raise ExceptionGroup('eg', [ValueError((lambda x, y=(7 and True): x + y)(ord('12'.removesuffix('é')[0:][:1]))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 239
def f(x, y=round((1e10)), *args, z=max(sorted(set([][-100:0]) | set([1, 2, 3])), default=256), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    P = collections.namedtuple('P', 'x y', defaults=[b])
    show(lambda: P(max([*sorted(set([]) - set(xs)), True], default=3).bit_count())._replace(x=f'{len([0x7f, (9007199254740993), 0b101, (4294967296)]):#b}'.join(str(i) for i in []).lstrip().startswith('')))
    show(lambda: P(1) < P(min(xs, default=int.from_bytes(bytearray(b'xyz'), 'little', signed=True)), 2))
    return
show(lambda: f(((list(range(5))[0] if ((2**31) is True) else sum([i for i in [1, 2, 3] if 1 <= i < 4])) or divmod(sum([]), 0o17)[1]), z=3, q=4))
show(lambda: list(f(round((123456.789)))))
# --- program 240
d.pop('k', None)
show(lambda: ('{} {1!s}'.format(xs, int('x1y2', 2), x=len(list(range(5)))) and chr(-1)))
# --- program 241
show(lambda: (math.trunc((2.5)) // 0b101))
show(lambda: list(map(int, [(-10**18), True, functools.reduce(lambda p, q: p - q, xs, 3), 0b101])))
# --- program 242
show(lambda: abs(abs(math.floor((123456.789)))))
show(lambda: list(b''))
# --- program 243
show(lambda: hex(7).isnumeric())
xs.extend([int(('日本' * -1))])
# --- program 244
show(lambda: u)
show(lambda: math.fsum(list(filter(lambda v: v > 1, (lambda *v: list(v))(*[], 0x7f)))))
show(lambda: dict(zip([i * j for i in [1, 2, 3] for j in list(itertools.accumulate(xs)) if i != j], format((-0.0), '05'))))
show(lambda: ('AbC dEf' and '😀a'.rjust(5)).join(str(i) for i in [i // (10**20) for i in sorted(list(range(5)), key=lambda v: v % 3)]))
# --- program 245
for i in [i * j for i in list(reversed([5, 3, 9, 1])) for j in list(map(lambda v: v + 1, [*[], (4294967296)])) if i >= j][:4]:
    d['new'] = [*'\t\n', *list(range(5))][:4]
    if i == 2: break
else:
    show(lambda: hex((-2).bit_length()))
(a, b), n = ((~round((10**20), -1)), (hash((3.14159)) | max([], default=True))), (w := (round((1.0)) >> 31))
match str(((2**31) >> 64)):
    case None:
        show(lambda: 'first')
    case [x]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case object(real=r):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 246
try:
    raise ExceptionGroup('eg', [ValueError(divmod(int((0.0)), (~divmod(sum(list(range(5))), 1_000)[1]))[1]), KeyError('k'), TypeError(1)])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: ...)
show(lambda: ((1e10) ** 2))
show(lambda: {i: i * (len({}) >> 31) for i in ([] * 2)})
# --- program 247
a, *xs = sorted([*sorted(([len(p) for p in ('% d' % 2).split(',')] + xs), key=str), (2**64)], key=lambda v: v % 3)
show(lambda: math.fsum([i * j for i in list(range(5)) for j in [1, 2, 3] if i >= j]))
try:
    raise ExceptionGroup('eg', [ValueError(n), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 248
(a, b), n = (max(([] + xs), default=[1, 2, 3][3]), int(b)), pow(((int.from_bytes(b'\x00\xff', 'little') << 3) * functools.reduce(lambda p, q: p + q, [], (10**20))), 1, 1000)
# --- program 249
show(lambda: f"{a!r:>8} {b=} {s!s:.5}")
show(lambda: f"{a!r:>8} {b=} {s!s:.2}")
for i, c in enumerate(json.dumps(round((0.0), -1), default=repr)[:3]):
    show(lambda: ord(c) + i)
# --- program 250
show(lambda: list(itertools.takewhile(lambda v: v < 3, xs)))
try:
    raise ExceptionGroup('eg', [ValueError(ord(('ab' 'cd' + bin(True))[-1:][:1])), KeyError('k'), TypeError(1)])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 251
del d['k']
a = int(s, 10)
a, *xs = (lambda *v: list(v))(*sorted({sum(list(itertools.takewhile(lambda v: v < 3, xs))), -1, divmod(sum([1, 2, 3]), sum(list(map(lambda v: v + 1, xs))))[1], (10**20)}), ((-10**18) ** 0))
(a, b), n = (n, functools.reduce(lambda p, q: p * q, ([] + [5, 3, 9, 1]), (0b101 and -1))), pow(((2**64) + (lambda x, y=0o17: x * y)(-1000)), 3, -5)
# --- program 252
show(lambda: dict(zip(list(b'abc')[-3::3], f'{(1e100):,}')))
with Manager(False) as m:
    show(lambda: m)
    raise ZeroDivisionError
show(lambda: [i for i in [] if i > 2])
# --- program 253
show(lambda: dict(sorted({i: i + int('ab' 'cd') for i in [*[1, 2, 3], 0x7f]}.items(), key=repr)))
show(lambda: ((((3.14159) // (1e-7)) / (-1.5)) // 0o17))
for i, c in enumerate(u[:3]):
    show(lambda: ord(c) + i)
# --- program 254
def g():
    nonlocal_a = n
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += ([5, 3, 9, 1] + list(map(lambda v: v * v, [5, 3, 9, 1])))[-1]
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
n = a
show(lambda: ('"q"'[-1] or 'line1\nline2\r\n'.replace('-7'[0], ('%o' % int('', 0)), 0)))
show(lambda: (max(xs, default=round((2.5))) ** 3))
try:
    try:
        raise IndexError(1, 2)
    finally:
        with Manager(True) as m:
            show(lambda: m)
            raise ValueError('v')
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
show(lambda: (str([]) if isinstance(3, int) else (re.sub(r'\s*', r'<\g<0>>', 'a,b,,c', 1).removeprefix('x1y2') + ('Hello, World' + 'a'))))
# --- program 255
with Manager(True) as m:
    show(lambda: m)
    raise ValueError('v')
xs = [i * j for i in [i for i in [10, functools.reduce(lambda p, q: p * q, [1, 2, 3], (-9007199254740993)), sum([])] if not i] for j in [i * j for i in xs for j in [5, 3, 9, 1] if i >= j] if i != j]
# --- program 256
show(lambda: ...)
for i, c in enumerate((('it\'s'.translate(str.maketrans('abc', 'xyz')) + 'AbC dEf') if False else ('%X' % (-10**18)))[:3]):
    show(lambda: c * i)
for i, c in enumerate(re.sub(r'\w', '-', '', 1).translate({97: 'A', 98: None})[:3]):
    show(lambda: c * i)
show(lambda: ())
show(lambda: '{} {0!r}'.format(-2, (0.5), x=(False if True else -1000))[-1:100:3].replace('aXbXc'.join('pqr'), '{} {0!r}'.format(None, [5, 3, 9, 1], x=255)))
# --- program 257
(a, b), n = ((lambda x, y=((+(10**20)) ** 1).real: x * y)(int.from_bytes(bytes(range(5)), 'little').conjugate()), (1_000 ** 3).real), min([], default=(lambda x, y=(0).numerator: x - y)(3))
# --- program 258
d[a] = dict.fromkeys('日本', int('é', 0))
show(lambda: [i % ((w := 0o17) if True else ((2**64) ** 3)) for i in list(itertools.takewhile(lambda v: v < 3, xs))])
P = collections.namedtuple('P', 'x y', defaults=[(w := b)])
show(lambda: P('abc'.rjust(0, '*').count(s))._replace(x=('ab' 'cd' * -1)))
show(lambda: P(1) < P((-9007199254740993), 2))
n = sum(sorted(set(xs) | set([])))
# --- program 259
show(lambda: {i: i * len(xs) for i in [*list(itertools.chain(xs, [a])), len({'k': 1, 'v': 2})]})
show(lambda: {True: [5, 3, 9, 1], 1: 1000})
(a, b), n = ((max(xs, default=(-9007199254740993)) >> 0), (w := 0x7f)), len(d)
match ('%% %5.1f' % ({}, 3)).removesuffix(('日本' * -1)):
    case 1 | 2:
        show(lambda: 'first')
    case [int(x), *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case int() | float():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 260
show(lambda: dict(zip(list(d.values())[:0], chr(233).replace('{}', f'{divmod(1_000, (2**64))[0]:x}', 0))))
xs.insert(1, round(float(3)))
try:
    raise ExceptionGroup('eg', [ValueError(n), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
class E(enum.Enum):
    A = 1
    B = enum.auto()
    C = 1
show(lambda: list(E))
show(lambda: E.A == 1)
assert (1000 < (False ^ 7) < (functools.reduce(lambda p, q: p + q, (list(range(5)) * 2), (2**31)) if 'ab' 'cd'[0:0:1].startswith('a') else hash(1000))), abs(256)
# --- program 261
show(lambda: [*[*[*[len(p) for p in '😀a'.split()], len(list(range(5)))], True], ord('line1\nline2\r\n'[-1:][:1])])
# --- program 262
match abs((3.14159)):
    case []:
        show(lambda: 'first')
    case [1, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case str(x):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
d.pop('k', None)
xs.sort()
show(lambda: sorted(set((xs * 1)) | set(list(reversed([5, 3, 9, 1])))))
show(lambda: {i: i + '%s'.join(str(i) for i in list({'k': 1, 'v': 2}.values())[:0]).find(textwrap.indent(s, '> ')) for i in (list(range(-3, -5, 2)) * 0)})
# --- program 263
show(lambda: s)
show(lambda: list(filter(lambda v: v > 1, (lambda *v: list(v))(*list(range(5)), (2147483647)))))
show(lambda: list(zip(list(range(5)), 'Hello, World')))
# --- program 264
match [len(p) for p in ('ab' 'cd' + '  pad ').split()]:
    case 1 | 2:
        show(lambda: 'first')
    case [x, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: round((256 / (9007199254740993))))
# --- program 265
xs.extend([int(f'{(0.0):5}', 16)])
show(lambda: list(filter(None, sorted([1, 2, 3], key=lambda v: -v))))
show(lambda: ('it\'s' + ('é'.zfill(3) and 'it\'s')))
show(lambda: math.fsum(((lambda *v: list(v))(*list(b''), 0x7f) + [1, 2, 3])))
P = collections.namedtuple('P', 'x y', defaults=[255])
show(lambda: P(round(round(0b101, 0), -2))._replace(x=list(b'abc')))
show(lambda: P(1) < P(sum(sorted([i * j for i in [5, 3, 9, 1] for j in [] if i != j], reverse=True)), 2))
show(lambda: b'a b c'.decode('ascii', 'replace').ljust(9))
# --- program 266
try:
    try:
        raise ValueError('v') from KeyError
    except Exception as e:
        show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
    if (() is True):
        show(lambda: list(reversed([])))
        show(lambda: ())
        show(lambda: bytes(range(5)).upper())
    elif (('%a' % (0.5)) < re.sub('[a-c]+', '-', 'Hello, World')):
        show(lambda: float(0))
        show(lambda: {**{}, 1: 10})
        show(lambda: ord('AbC dEf'[-1:][:1]))
    else:
        show(lambda: [i for i in ([5, 3, 9, 1] * 0) if i % 2])
        show(lambda: dict(zip([-1000, 255, -2, (4294967296)], ('% d %e' % (False, {'k': 1, 'v': 2})))))
        show(lambda: 256)
    'a' + 1
except LookupError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: int.from_bytes(bytearray(b'xyz'), 'big'))
# --- program 267
try:
    raise Err(a) from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: float('\x00\x7f'[0]))
# --- program 268
b %= functools.reduce(lambda p, q: p - q, list(itertools.islice(itertools.count(a, b), 4)), -2)
try:
    show(lambda: (xs * 1))
    @deco((~'aXbXc'.index('12')))
    def h(v=1): return v
    show(lambda: h(((w := (0b101 >> 1)) ** 5)))
    show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
    show(lambda: ({'k': 1, 'v': 2} | {2: 3, 'k': 7}))
    None.x
except ArithmeticError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: a)
try:
    try:
        raise TypeError
    finally:
        assert (not (1000, ())), {i: i * round((1e-7)) for i in [1, 2, 3]}
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
show(lambda: [len(p) for p in ('%5d' % -1000).split(',')])
assert ('a' * 3).join(('1',)).endswith(''), ...
# --- program 269
show(lambda: math.fsum([i * j for i in [1, 2, 3] for j in list(dict(sorted({}.items(), key=repr)).values())[:0] if i >= j]))
show(lambda: ([i for i in [(-9007199254740993), int('ß', 16), 0, 1000] if i > 2] * 0))
raise Err(a)
try:
    raise ExceptionGroup('eg', [ValueError(((256 * int.from_bytes(bytearray(b'xyz'), 'little')) ** 5)), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
for i in sorted({int('a,b,,c'), round(pow(255, 0, 7), -1), int.from_bytes(b'', 'little', signed=True), hash(int((1.0)))})[:4]:
    for i, c in enumerate('ß'.replace('  pad ', f"{a!r:>8} {b=} {s!s:.2}").lstrip()[:3]):
        show(lambda: c * i)
else:
    show(lambda: bin(round((9007199254740993), -1)))
show(lambda: dict(collections.Counter('{}'.lstrip())))
# --- program 270
show(lambda: dict(collections.Counter(bytes(range(5)).decode('utf-8', 'ignore').zfill(6))))
# --- program 271
def g():
    nonlocal_a = sum(sorted(set([len(p) for p in 'AbC dEf'.split(',')]) & set(xs)))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += n
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
P = collections.namedtuple('P', 'x y', defaults=[ord(re.sub(r'(.)(.)', '-', '\x00\x7f')[0:][:1])])
show(lambda: P(n)._replace(x=float((4294967296))))
show(lambda: P(1) < P(int('aXbXc'.zfill(6), 16), 2))
show(lambda: sorted({256, (2147483647)}))
show(lambda: list(range(3, -5, -1)))
# --- program 272
x: 'str' = ord('ab' 'cd'.center(0, '*')[0:][:1])
show(lambda: x)
show(lambda: ([i * j for i in [1, 2, 3] for j in [*list(filter(None, [5, 3, 9, 1])), False] if i >= j] * 1))
# --- program 273
show(lambda: hex(ord(format(True, '<')[-1:][:1])))
P = collections.namedtuple('P', 'x y', defaults=[('%X % d' % ((-9007199254740993), int('', 0))).index('{} {x.real!r}'.format((1.0), (), x=(hash(round((1e-7))) if False else functools.reduce(lambda p, q: p * q, list(map(abs, [1, 2, 3])), 0b101))))])
show(lambda: P(('-7'.join(('1',))[0::3] * 3).find('line1\nline2\r\n'))._replace(x='%s'))
show(lambda: P(1) < P(round(((a / 1000) ** 2)), 2))
show(lambda: (0.1))
try:
    raise IndexError(1, 2) from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: int(oct(7).replace('\t\n', 'AbC dEf').rjust(9), 0))
show(lambda: b''.decode('ascii', 'replace'))
# --- program 274
show(lambda: [i * (lambda x, y=round(abs((1.0))): x - y)(255) for i in [i * j for i in [1, 2, 3] for j in sorted(set(xs) - set([])) if i < j]])
show(lambda: list(range(3, -5, 2)))
show(lambda: 'aXbXc'.removeprefix('  pad '))
show(lambda: abs(float(3)))
try:
    try:
        raise StopIteration(3)
    finally:
        (a, b), n = (list(reversed([i * j for i in [i for i in [5, 3, 9, 1] if i not in (1, 3)] for j in (list(range(5)) * -1) if i < j]))[3], divmod((w := ((10**20) if all([5, 3, 9, 1]) else len([5, 3, 9, 1]))), int('', 16))[1]), pow(abs(min((list(range(3, -5, 2)) + list(range(5))), default=sum([5, 3, 9, 1]))), 0, -5)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 275
show(lambda: [i % int((2.5)) for i in (lambda *v: list(v))(*sorted(xs, key=lambda v: v % 3), True)[100:-2:1]])
# --- program 276
(a, b), n = (max((list(range(5)) + list(range(5))), default=round((-1.5))).bit_count(), (len(d) << 1)), round(sum([1, 2, 3]), 2)
show(lambda: f"{a!r:>4} {b=} {s!s:.5}".count('12'.translate(str.maketrans('a', 'b', 'c'))))
show(lambda: chr(233))
# --- program 277
try:
    raise ExceptionGroup('eg', [ValueError((n ** 5)), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
assert (callable(None) and ((w := (4294967296)) < (4294967296) >= (-10**18))), (math.fsum([1, 2, 3]) + 2.5j)
show(lambda: abs((-0.0)))
# --- program 278
show(lambda: math.floor((256 / 256)))
with Manager(False) as m:
    show(lambda: m)
    raise ValueError('v')
# --- program 279
show(lambda: chr(-1)[-100:-1:-2])
for i, c in enumerate((f"{a!r:>8} {b=} {s!s:.2}".removeprefix('aXbXc') + ascii(dict(collections.Counter(('%s' or 'Hello, World')))))[:3]):
    show(lambda: (i, c))
# --- program 280
show(lambda: (not NotImplemented))
show(lambda: abs((2 / min([5, 3, 9, 1], default=7))))
s += b''.decode('utf-8', 'ignore')
show(lambda: len([*[], 0b101]))
show(lambda: ascii(math.fsum([1, 2, 3])))
# --- program 281
show(lambda: (w := ('\x00\x7f' + '  pad ').find('12')))
if (('%s' or '12') in ('a,b,,c' + re.sub(r'\s*', r'<\g<0>>', '', 1))):
    (a, b), n = (int((-1000 == b)), (lambda x, y=round(abs((0.5))): x + y)(divmod(round((0.1)), (0x7f and True))[1])), (~len(xs))
    def g():
        nonlocal_a = hash(hash((2**64))).bit_length()
        def inner():
            nonlocal nonlocal_a
            nonlocal_a += (int(str(-2), 10) or (w := (w := int('abc', 0))))
            return nonlocal_a
        return inner(), inner(), nonlocal_a
    show(g)
elif ((3.14159) is True):
    with Manager(False) as m:
        show(lambda: m)
        raise KeyError('k')
else:
    show(lambda: ((2**64) == '{}'.count('aXbXc')))
a = '{} {x[0]}'.format(((2**31) and 2), (9007199254740993), x=10).join([]).removesuffix('ß').rfind(s.replace('line1\nline2\r\n'.join(str(i) for i in list(range(5))), 'x1y2', 1).capitalize()[2])
# --- program 282
def gen():
    got = yield type('12')
    show(lambda: got)
    try:
        yield abs((lambda x, y=True: x * y)((0o17 >> 3)))
    except ValueError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send({**{'k': 1, 'v': 2}, 1: 0}))
show(lambda: it.close())
show(lambda: next(it, 'done'))
# --- program 283
try:
    try:
        show(lambda: (-1.5))
        show(lambda: (-2 or ord(r'\d'[-1:][:1])))
        show(lambda: math.trunc(abs((0.1))))
        d['missing']
    except LookupError as e:
        show(lambda: (type(e).__name__, e.args, str(e)))
    finally:
        show(lambda: (lambda *v: list(v))(*[*[1, 2, 3], 7], ('%o %r' % ((2147483647), (10**20))).index('{}'))[3])
    'a' + 1
except LookupError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: int('{}'.join(str(i) for i in [1, 2, 3]), 36))
d.update(k=1)
# --- program 284
k = 0
while k < 3:
    k += 1
    s = str(functools.reduce(lambda p, q: p + q, list(range(5)), 0x7f))
    b = (lambda x, y=round((-0.0)): x - y)(functools.reduce(lambda p, q: p + q, list(range(10, -5, 1)), 0))
# --- program 285
s += (format(((2**31) < (2**64)), '5') if ([] < [5, 3, 9, 1]) else re.sub(r'(.)(.)', '-', textwrap.indent(s, '> ')).translate({97: 'A', 98: None}))
class E(enum.Enum):
    A = 'a'
    B = 2
    C = 1
show(lambda: list(E))
show(lambda: E['B'])
# --- program 286
show(lambda: list(range(3, 12, 2)))
def gen():
    got = yield isinstance(2, (str, list))
    show(lambda: got)
    try:
        yield ord('日本'.center(0, '*').join(str(i) for i in list(range(5)))[-1:][:1])
    except Exception as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(math.fsum([1, 2, 3])))
show(lambda: it.throw(KeyError))
show(lambda: next(it, 'done'))
show(lambda: u)
# --- program 287
show(lambda: math.floor((float((2147483647)) * int('日本', 16))))
show(lambda: functools.reduce(lambda p, q: p - q, sorted({10, 255, len([i + -1 for i in [*[], (10**20)]])}), 10))
d['new'] = abs('line1\nline2\r\n'.index('{}'))
xs.insert(1, ((lambda x, y=hash((-9007199254740993)): x - y)((-(10 if '\t\n'.endswith('') else False))) or int(256)))
# --- program 288
show(lambda: (('日本' or 'a').center(5, '*')[1:] or (('%i' % -1000) if (False and False) else '日本')))
show(lambda: u.title())
show(lambda: list(itertools.compress(xs, [1, 0, 1])))
show(lambda: ((float(1_000) ** 0) - math.floor((1e16))))
# --- program 289
xs.append(round(float('ab' 'cd')))
show(lambda: abs(abs(math.fabs(round((123456.789), -1)))))
try:
    raise TypeError from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
d[a] = hex(0x7f)
# --- program 290
show(lambda: ({**{}, 1.0: len(xs)} | {i: i + (-10**18) for i in ([i for i in xs if i > 2] * -1)}))
xs.append(int('it\'s', 0))
show(lambda: 'aXbXc'.replace('12'.translate(str.maketrans('abc', 'xyz')), 'a,b,,c', 1).replace(re.sub(r'\w', r'<\g<0>>', 'AbC dEf'), f'{((-1.5) ** 2):}'))
# --- program 291
show(lambda: [i * j for i in [i for i in [5, 3, 9, 1] if 1 <= i < 4] for j in [i * 256 for i in [1, 2, 3]] if i < j])
show(lambda: list(dict(sorted(dict(zip([5, 3, 9, 1], '-7')).items(), key=repr)).values())[:0])
d['k'] = ('  pad ', (4294967296).real)
# --- program 292
def f(x, y=divmod((+0x7f), round(-1000, -2))[0], *args, z=((lambda x, y=1_000: x + y)(((-9007199254740993) and 0)) if callable(int) else divmod(ord('%s'[0:][:1]), -1000)[0]), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    a, *xs = list(reversed([*([] * -1), 256]))
    P = collections.namedtuple('P', 'x y', defaults=[divmod(pow(0b101, 1, -5), a)[0]])
    show(lambda: P(((w := 1000).bit_length() if callable(3) else b))._replace(x=float(1_000)))
    show(lambda: P(1) < P(ord(repr([*[1, 2, 3], len(xs)])[-1:][:1]), 2))
show(lambda: f(divmod(round((0.5)), pow(len(d), 1, -5))[0], *xs))
show(lambda: list(f(functools.reduce(lambda p, q: p - q, list(reversed(list(range(5)))), int(math.floor(abs((3.14159))))))))
xs.sort()
raise IndexError(1, 2)
show(lambda: [i - (lambda x, y=10: x - y)((w := (4294967296))) for i in [i for i in [] if i > 2]])
# --- program 293
for i, c in enumerate('abc'[:3]):
    show(lambda: c * i)
show(lambda: dict.fromkeys('12', (True | int.from_bytes(b'Hello', 'little', signed=True))))
k = 0
while k < 3:
    k += 1
    xs.remove(1)
    (a, b), n = (functools.reduce(lambda p, q: p * q, list(map(lambda v: v + 1, xs)), pow((w := (2**31)), 1, 7)), (round(((0.5) - (1.0))) << 0)), abs(hash(0o17))
show(lambda: dict(p=((2**64), -2)))
show(lambda: ('\t\n' if '\x00\x7f'.isprintable() else '"q"')[2:-1:2])
# --- program 294
xs.append(sum(list(itertools.chain(xs, [a]))))
try:
    raise ExceptionGroup('eg', [ValueError(max((lambda *v: list(v))(*sorted(set([1, 2, 3]) ^ set([*[], (a or len([1, 2, 3]))])), 0), default=ord('"q"'[-1:][:1]))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 295
with Manager(False) as m:
    show(lambda: m)
    raise Err(a)
assert (not (-1000, (-10**18))), (255 >= (-10**18))
try:
    raise ExceptionGroup('eg', [ValueError([i + False for i in [5, 3, 9, 1]][3]), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 296
@dataclasses.dataclass(order=True)
class D:
    x: int
    y: object = (round((2.5)) - int((2.5)))
    z: list = dataclasses.field(default_factory=list, compare=False)
show(lambda: D(round(abs((abs(0o17) or (10**20))), -1), abs((1e-7))))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(1)))
show(lambda: ord('é'[5:3:-1][0:][:1]))
try:
    raise ExceptionGroup('eg', [ValueError(int(f'{3:.2f}'[-1], 10)), KeyError('k'), TypeError(1)])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: {'k': 1, 'v': 2})
# --- program 297
match ():
    case 'a':
        show(lambda: 'first')
    case [int(x)]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case int() | float():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 298
show(lambda: dict(sorted(dict(collections.Counter(r'\d'.zfill(6))).items(), key=repr)))
show(lambda: (1e-7))
show(lambda: (dict(collections.Counter('\x00\x7f')) | dict(q=(7 and 1000))))
raise ValueError('v')
# --- program 299
show(lambda: dict(sorted(dict(collections.Counter('')).items(), key=repr)))
# --- program 300
show(lambda: {1: ..., 'v': d})
try:
    raise ExceptionGroup('eg', [ValueError(((lambda x, y=min([], default=1000): x * y)(pow((9007199254740993), 3, 7)) >> 0)), KeyError('k'), TypeError(1)])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
class C:
    attr = (math.fsum([1, 2, 3]) % (0.1))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    @property
    def p(self): return self.attr
show(lambda: C(len(format(True, '+.2e'))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(sum((list(range(5)) + xs)[0::2]))
except Exception as e: show(lambda: repr(e))
show(lambda: C.__mro__[1:])
b = 0
raise IndexError(1, 2)
# --- program 301
show(lambda: all(list(range(5))))
raise StopIteration(3)
def gen():
    got = yield sorted({max(sorted({(10**20), 1000}), default=-1), 1, -2, -2})
    show(lambda: got)
    try:
        yield (pow((2**31), 1, -5) if (-1 in [5, 3, 9, 1]) else hash(int.from_bytes(bytearray(b'xyz'), 'little')))
    except ArithmeticError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(fractions.Fraction(a, (-(-10**18)))))
show(lambda: it.throw(ValueError(1)))
show(lambda: next(it, 'done'))
# --- program 302
assert ([][100:-2:-2] == list(range(5))), [5, 3, 9, 1][0]
show(lambda: {**dict.fromkeys('it\'s'.strip(), len(xs)), None: [1, 2, 3][-1]})
show(lambda: list(dict(p=1).values())[:0])
xs = [i + sum(list(range(5))) for i in xs[5:-2:-2]]
show(lambda: sorted(set(list(range(5))) & set(list(bytes(range(5))))))
show(lambda: json.dumps('x1y2', default=repr, separators=(',', ':')))
# --- program 303
k = 0
while k < 3:
    k += 1
    def f(x, y=abs(((-9007199254740993) << 1)), *args, z=(-(+(2**64))), **kw):
        a = 1
        xs = [x]
        s = u = 'in f'
        b = n = 2
        d = kw
        w = 0
        try:
            raise Err(a) from None
        except Exception as e:
            show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
        raise ValueError(x)
    show(lambda: f((9007199254740993), y=2))
    show(lambda: list(f((((2147483647) << 1) << 1))))
@deco(len(xs))
def h(v: int): return v
show(lambda: h(len(d)))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: (math.trunc((1.0)) / (-0.0)))
show(lambda: {2: dict(collections.Counter('12')), 2: (-9007199254740993)})
try:
    raise TypeError from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 304
s = format(min(list(range(5)), default=2), '^9').join('pqr')
# --- program 305
class E(enum.IntEnum):
    A = 'a'
    B = 'b'
    C = 4
show(lambda: list(E))
show(lambda: str(E.B))
n = ('%5d %05d' % ((lambda x, y=(2**64): x * y)(2), 256)).index(bytes(range(5)).decode('ascii', 'replace'))
x: int = round(((w := (-10**18)) / int('\x00\x7f', 10)))
show(lambda: x)
# --- program 306
try:
    raise TypeError from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: re.sub('', r'<\g<0>>', ('%%' % (2147483647))))
# --- program 307
show(lambda: (math.fsum(xs) ** 0.5))
class E(enum.Enum):
    A = 'a'
    B = 2
    C = 1
show(lambda: list(E))
show(lambda: E.A < E.B)
# --- program 308
with Manager(True) as m:
    show(lambda: m)
    raise KeyError('k')
# --- program 309
with Manager(True) as m:
    show(lambda: m)
    raise StopIteration(3)
# --- program 310
try:
    try:
        raise IndexError(1, 2)
    finally:
        xs[0] = []
        xs = [v for v in xs if isinstance(v, int)]
        with Manager(True) as m:
            show(lambda: m)
            raise StopIteration(3)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 311
def gen():
    got = yield ((3.14159) ** 0)
    show(lambda: got)
    try:
        yield round(round(math.fsum(xs), 3))
    except Exception as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send([*[i + (2**31) for i in [5, 3, 9, 1]], (-10**18)]))
show(lambda: next(it))
show(lambda: next(it, 'done'))
def gen():
    got = yield {i: i * (-10**18) for i in []}
    show(lambda: got)
    try:
        yield round(round(float((2147483647)), 0))
    except Exception as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(dict(sorted({}.items(), key=repr))))
show(lambda: it.throw(KeyError))
show(lambda: next(it, 'done'))
# --- program 312
n = round((w := -1000).real, -1)
with Manager(True) as m:
    show(lambda: m)
    raise Err(a)
# --- program 313
try:
    raise ExceptionGroup('eg', [ValueError(min(list(map(int, [i for i in [] if i > 2])), default=divmod(3, 2)[0])), KeyError('k'), TypeError(1)])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
raise Err(a)
def g():
    nonlocal_a = round((len(list({'k': 1, 'v': 2}.values())[:0]) % (-2 // (0 ** 0))), 0)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += divmod(((4294967296) | '😀a'.count('ab' 'cd')), list(range(5))[3])[0]
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: list(reversed(sorted(set(xs) & set([])))))
class E(enum.Flag):
    A = enum.auto()
    B = 'b'
    C = enum.auto()
show(lambda: list(E))
show(lambda: E['B'])
show(lambda: None)
# --- program 314
d['new'] = 'é'.translate(str.maketrans('a', 'b', 'c'))[0]
show(lambda: f'{abs((3.14159)):^9}')
@dataclasses.dataclass
class D:
    x: int
    y: object = ('é'.find('') ** 3)
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D((lambda x, y=(0b101 and round((-1.5))): x - y)(('日本' and '\x00\x7f').rfind('日本')), {i: i * int((123456.789)) for i in xs}))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D((abs(abs(10)) and min(sorted(set((list(range(5)) + [])) - set(xs)), default=(2**64))))))
# --- program 315
show(lambda: (int(float(0x7f)) or (1 >> 0)))
xs.sort()
show(lambda: float('it\'s'))
show(lambda: math.fsum(sorted(set([i for i in list(range(5)) if 1 <= i < 4]) & set(list(filter(lambda v: v > 1, xs))))))
show(lambda: all(list(range(5))))
show(lambda: '{} {x!s}'.format(-2, (-9007199254740993), x=False)[-100:-1:-1])
# --- program 316
@deco(divmod([][0], int('abc', 36))[0])
def h(v: int): return v
show(lambda: h(int(re.sub('', '-', '\t\n', 1), 2)))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
try:
    raise ExceptionGroup('eg', [ValueError(((w := -1) if ('  pad '.rjust(9, '*') < '{} {x[0]}'.format((4294967296), {'k': 1, 'v': 2}, x=(-10**18))) else (((0 or (-10**18)) | 2) if ((2**31) < ord('it\'s'[-1:][:1]) >= (w := (-10**18))) else int.from_bytes(b'', 'little')))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: {i: i * 'abc'.ljust(5, '*').count('x1y2'[-1]) for i in list(reversed(xs))})
show(lambda: math.fabs(math.fsum(sorted(set([5, 3, 9, 1]) - set(xs)))))
class E(enum.Flag):
    A = 1
    B = 'b'
    C = 'c'
show(lambda: list(E))
show(lambda: E(1))
# --- program 317
show(lambda: list(itertools.dropwhile(bool, xs)))
x: int = len(d)
show(lambda: x)
# --- program 318
for i, c in enumerate(b'abc'.decode().join(str(i) for i in list(filter(None, [5, 3, 9, 1])))[:3]):
    show(lambda: (i, c))
show(lambda: abs((+0x7f)))
# --- program 319
show(lambda: format((1000 == max(list(range(5)), default=False)), '5'))
show(lambda: dict(zip(sorted({2, len(list(range(5))), 10, min([5, 3, 9, 1], default=255)}), (textwrap.fill(u, 6) if (xs > [1, 2, 3]) else json.dumps(0o17, default=repr, separators=(',', ':'))))))
show(lambda: d)
# --- program 320
show(lambda: (not None))
show(lambda: round((int((3.14159)) / (2**64)), 1))
# --- program 321
show(lambda: '{} {x[0]!s}'.format(False, ((0.5) ** 2), x=-2)[0])
P = collections.namedtuple('P', 'x y', defaults=[(n if ([] != [5, 3, 9, 1]) else hash((False and (False < round((2.5)) != 255))))])
show(lambda: P(abs(len(xs)))._replace(x='  pad '.rjust(9)))
show(lambda: P(1) < P(json.dumps((10**20), default=repr, indent=1).index((f'{1_000:%}' + 'a')), 2))
try:
    raise ZeroDivisionError from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: None)
show(lambda: [i * j for i in list(reversed([1, 2, 3])) for j in [*list({'k': 1, 'v': 2}.values())[:0], abs(round((2**31), 0))] if i < j])
show(lambda: 7)
# --- program 322
show(lambda: (('12' if True else ('é' and re.sub('[a-c]+', lambda m: m[0].upper(), 'it\'s')).replace('a,b,,c', '%s', 0)) + format(0o17, '')))
xs = sorted(set(list(map(lambda v: v * v, [i * j for i in [1, 2, 3] for j in xs if i >= j]))) ^ set(xs))[1:3]
show(lambda: list(itertools.takewhile(lambda v: v < 3, xs)))
s += re.sub(r'\w', '-', oct(0o17))
assert isinstance(True, int), int(True)
# --- program 323
a, *xs = list(map(lambda v: v + 1, (list(range(5)) * -1)))[0:1:-2]
show(lambda: functools.reduce(lambda p, q: p - q, [], (2 if (-1000 is True) else (255).numerator)))
P = collections.namedtuple('P', 'x y', defaults=[chr(0x1f600).count('aXbXc')])
show(lambda: P(round(((2 or 0b101) >> 40), 2))._replace(x=()))
show(lambda: P(1) < P(((0x7f >> 0) or n), 2))
# --- program 324
@deco(int(''))
def h(v: int): return v
show(lambda: h('ß'.join(str(i) for i in []).replace('Hello, World', '  pad ').rfind('{} {0!s}'.format((w := 256), xs, x=(9007199254740993)))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 325
class E(enum.StrEnum):
    A = 'a'
    B = 2
    C = enum.auto()
show(lambda: list(E))
show(lambda: len(E))
try:
    raise ExceptionGroup('eg', [ValueError(functools.reduce(lambda p, q: p * q, [1, 2, 3][5:-2:3], ord('abc'.join(str(i) for i in xs)[-1:][:1]))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 326
(a, b), n = (abs(int((str([5, 3, 9, 1][3]) < 'aXbXc'))), functools.reduce(lambda p, q: p * q, sorted(xs, reverse=True), int(2))), (('12' * 0).rfind(('%a %d' % (list(range(5)), 256))) if (pow('😀a'.count(('%X' % ((2147483647) or 255))), 3, -5) == 1) else (True and (9007199254740993)))
s += hex(((lambda x, y=(-9007199254740993): x + y)(functools.reduce(lambda p, q: p + q, [], (2147483647))) ** 2))
b = (lambda *v: list(v))(*[i - (2147483647) for i in []], 0x7f)[-1]
show(lambda: None)
# --- program 327
show(lambda: '-7'.ljust(9))
raise TypeError
P = collections.namedtuple('P', 'x y', defaults=[((255 or 2) >> 31)])
show(lambda: P(round((round((3.14159), 3) % (-0.0))))._replace(x=(lambda x, y=(w := 1): x + y)(hash((0.0)))))
show(lambda: P(1) < P(min(list(filter(None, list(range(5)))), default=(min([i for i in [] if i % 2][:3:3], default=int(json.dumps(3, default=repr, sort_keys=True))) or (1_000).bit_length())), 2))
a, *xs = list(range(3, 5, 1))
# --- program 328
show(lambda: {i: i * int(True) for i in sorted({int((2147483647)), ((4294967296) if True else ord('abc'[-1:][:1]))})})
show(lambda: '{} {1!r}'.format(((-10**18), 0b101), list(range(5)), x=int('a,b,,c', 0)))
show(lambda: math.fsum([int.from_bytes(b'Hello', 'little', signed=True), hash(abs((2**64)))]))
try:
    try:
        raise IndexError(1, 2)
    finally:
        show(lambda: (w := True))
        s += re.sub(r'\w', '-', r'\d'.capitalize(), 1)
        for i, c in enumerate(s[:3]):
            show(lambda: c * i)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
show(lambda: list(range(3, 5, 2)))
# --- program 329
def f(x, y=round((lambda x, y=ord('a'[0:][:1]): x + y)(1_000), -2), *args, z=abs(round((-0.0))), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    xs[0] = [i * j for i in sorted({(4294967296), 0x7f, pow(-1000, 3, 1000)}) for j in sorted([i for i in [5, 3, 9, 1] if not i], reverse=True) if i >= j]
    xs = [v for v in xs if isinstance(v, int)]
    return a
show(lambda: f(('\x00\x7f'.count(r'\d') or round(n, 0)), *xs))
show(lambda: list(f(sum((list(range(5)) * 0)))))
a -= ord(f"{a!r:>4} {b=} {s!s:.5}"[-1:][:1])
xs = [i * j for i in [(-1 ** 3), divmod((1000 >> 0), 1)[0]] for j in list(itertools.accumulate(xs)) if i != j]
# --- program 330
xs[1:3] = list(reversed(list(reversed(sorted([1, 2, 3], key=lambda v: -v)))))
xs = [v for v in xs if isinstance(v, int)]
# --- program 331
x: int = (lambda x, y=round((1e10)): x + y)(round((-0.0)))
show(lambda: x)
s += f"{a!r:>8} {b=} {s!s:.5}"
(a, b), n = (int.from_bytes(bytes(range(5)), 'big'), int.from_bytes(b'\x00\xff', 'little')), min([5, 3, 9, 1], default=round((1e16))).bit_length()
show(lambda: list(b''))
# --- program 332
def gen():
    got = yield (r'\d' >= '')
    show(lambda: got)
    try:
        yield list({'k': 1, 'v': 2}.values())[:0][0]
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(dict(zip([i for i in sorted({int((100.0))}) if 1 <= i < 4], 'line1\nline2\r\n'))))
show(lambda: it.throw(KeyError))
show(lambda: next(it, 'done'))
n = (int((3.14159)) or ((-1 if False else int('{}', 36)) >> 1))
# --- program 333
show(lambda: json.dumps({'k': 1, 'v': 2}, default=repr, sort_keys=True))
show(lambda: (w := max([], default=(2**31))))
# --- program 334
show(lambda: [i * j for i in ([] * 1) for j in ([5, 3, 9, 1][-100:3:1] + [i for i in sorted([i * j for i in [5, 3, 9, 1] for j in [1, 2, 3] if i < j], key=str) if i > 2]) if i < j])
try:
    d.update(k=1)
    match [i * j for i in list(range(5)) for j in [5, 3, 9, 1] if i < j]:
        case 0:
            show(lambda: 'first')
        case [int(x), *rest]:
            show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
        case {**rest}:
            show(lambda: ('mapping', globals().get('v')))
        case bool():
            show(lambda: 'class')
        case _:
            show(lambda: 'other')
    'a' + 1
except Err as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: int.from_bytes(b'Hello', 'little'))
# --- program 335
match functools.reduce(lambda p, q: p + q, [*xs, 1], (10 if True else (2**64))):
    case 0:
        show(lambda: 'first')
    case [1, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case int() | float():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: [len(p) for p in bytes(range(5)).decode('ascii', 'replace').split()])
show(lambda: dict(zip(([5, 3, 9, 1] * -1), repr(-2))))
# --- program 336
show(lambda: {**dict(zip([1, 2, 3], '"q"')), None: (4294967296)})
(a, b), n = (a, int('ab' 'cd', 16)), (lambda x, y=str(3).find('it\'s'.zfill(3)): x * y)((0 ** 5))
show(lambda: dict(collections.Counter(oct(1_000))))
# --- program 337
match abs((True ** 2)):
    case True:
        show(lambda: 'first')
    case [int(x)]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case int() | float():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 338
show(lambda: [])
P = collections.namedtuple('P', 'x y', defaults=[divmod(int('a', 36), len(xs))[0]])
show(lambda: P(sorted({(255 ** 2), (int((0.1)) if True else 0b101), False})[1])._replace(x=oct(10)))
show(lambda: P(1) < P(int(b'a b c'.decode('ascii', 'replace'), 2).numerator, 2))
show(lambda: (chr(0x110000) and s.removeprefix('it\'s')))
for i in [i for i in ([5, 3, 9, 1] * 1) if i % 2][:4]:
    show(lambda: ((9007199254740993) * 3))
    del d['k']
else:
    show(lambda: 'ab' 'cd'.replace('it\'s', 'it\'s').zfill(6)[100::-1].join(str(i) for i in (list(map(lambda v: v * v, [len(p) for p in '-7'.split('b')][:1:-1])) + [])))
show(lambda: abs((1e-7)))
# --- program 339
show(lambda: (lambda x, y=round((1e10)): x * y)((((4294967296) ^ (-10**18)) or 1)))
show(lambda: abs(((1.0) / (9007199254740993))))
# --- program 340
def gen():
    got = yield ...
    show(lambda: got)
    try:
        yield round(functools.reduce(lambda p, q: p * q, [len(p) for p in f'{(w + -1):d}'.split()], (3 and functools.reduce(lambda p, q: p - q, [1, 2, 3], int(((1e16) // (1e10)))))), -2)
    except Err as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send([*'ab' 'cd', *[]][:4]))
show(lambda: next(it))
show(lambda: next(it, 'done'))
show(lambda: dict(p=(-1.5)))
raise TypeError
# --- program 341
x: 'str' = sum((lambda *v: list(v))(*[*xs, (-10**18)], ((9007199254740993) or -2)))
show(lambda: x)
# --- program 342
show(lambda: ''.isspace())
show(lambda: [1, 2, 3])
show(lambda: d)
P = collections.namedtuple('P', 'x y', defaults=[(int.from_bytes(b'a b c', 'big') * ord(('é' if False else 'line1\nline2\r\n')[-1][-1:][:1]))])
show(lambda: P(sum(sorted([1, 2, 3], key=lambda v: v % 3)))._replace(x=bool(True)))
show(lambda: P(1) < P(functools.reduce(lambda p, q: p - q, xs, abs((-10**18))), 2))
for i in [*sorted(set([1, 2, 3]) - set(list(range(5)))), 0x7f][:4]:
    class E(enum.IntEnum):
        A = 'a'
        B = 2
        C = 4
    show(lambda: list(E))
    show(lambda: str(E.B))
else:
    show(lambda: hex(min(list(range(5)), default=1_000)))
show(lambda: {**dict(q=u), True: max([len(p) for p in '\x00\x7f'.split()], default=0x7f)})
# --- program 343
show(lambda: int(1_000))
show(lambda: ('' not in 'ab' 'cd'.zfill(3)))
show(lambda: {(1, 2): False, 'k': str((0, True))})
xs = list(bytearray(b'xyz'))
show(lambda: [xs[1], (2147483647), functools.reduce(lambda p, q: p + q, list(map(lambda v: v + 1, xs)), max([5, 3, 9, 1], default=hash((-9007199254740993)))), len(d)])
for i in list(dict(collections.Counter('"q"')).values())[:0][:4]:
    b += hash((256 / format(0, '>8').find('12')))
    assert all([list(filter(None, [5, 3, 9, 1]))[-1]]), ((math.fsum(xs) ** 0.5) / (1.0))
    if a > 100: break
else:
    show(lambda: '  pad ')
# --- program 344
for i, c in enumerate(r'\d'.join(str(i) for i in [])[-1].translate({97: 'A', 98: None})[:3]):
    show(lambda: ord(c) + i)
def gen():
    got = yield format('line1\nline2\r\n'.index(('%o' % 7)), '+.2e')
    show(lambda: got)
    try:
        yield len({})
    except Err as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(((1e16) ** 0)))
show(lambda: it.throw(ValueError(1)))
show(lambda: next(it, 'done'))
show(lambda: round((1.0)))
for i, c in enumerate('-7'.join([]).join(str(i) for i in list(bytearray(b'xyz')))[:3]):
    show(lambda: ord(c) + i)
# --- program 345
show(lambda: dict(zip([], ('%a' % hash(7)))))
k = 0
while k < 3:
    k += 1
    try:
        raise KeyError('k') from None
    except Exception as e:
        show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
raise TypeError
show(lambda: list({(1, 2): 3, (1, 2): (10**20)}.values())[:0])
P = collections.namedtuple('P', 'x y', defaults=[b])
show(lambda: P([i * round(2, -2) for i in list(range(5))][3])._replace(x=functools.reduce(lambda p, q: p - q, list({}.values())[:0], ((9007199254740993) << 64))))
show(lambda: P(1) < P(round([][3], 0), 2))
b = int.from_bytes(b'a b c', 'big')
# --- program 346
show(lambda: ([*list(filter(None, list(itertools.takewhile(lambda v: v < 3, xs)))), (9007199254740993)] + [][1:100:1]))
# --- program 347
assert (not NotImplemented), (({'k': 1, 'v': 2} | {'k': 1, 'v': 2}) | d)
d[a] = list(range(0, -5, 1))
show(lambda: math.fsum(xs))
# --- program 348
x: int = (int.from_bytes(b'a b c', 'little', signed=True) if ('"q"' == 'abc') else ([5, 3, 9, 1][0] ^ 0b101))
show(lambda: x)
# --- program 349
assert (functools.reduce(lambda p, q: p * q, [], (w := 255)) not in d), ...
show(lambda: [i * j for i in list(b'\x00\xff') for j in [i // int(False) for i in [5, 3, 9, 1]] if i >= j])
show(lambda: list(dict(p=((1e16) * (-0.0))).values())[:0])
# --- program 350
s = '{} {x[0]}'.format(0x7f, (2147483647), x=(2147483647)).zfill(6).join('pqr')
show(lambda: oct(pow(-1, 0, 1000)))
show(lambda: (lambda *v: list(v))(*[5, 3, 9, 1], (True ** 5)))
show(lambda: ((w := -1) - (a << 1)))
# --- program 351
show(lambda: list(reversed([i * j for i in [i + (9007199254740993) for i in []] for j in (lambda *v: list(v))(*[], (4294967296)) if i >= j])))
# --- program 352
show(lambda: {**{'k': 1, 'v': 2}, 2: divmod((2147483647), 1000)[0]})
# --- program 353
show(lambda: [i for i in list(filter(None, list(range(5)))) if 1 <= i < 4])
xs[1:3] = list(b'')
xs = [v for v in xs if isinstance(v, int)]
# --- program 354
for i in [][:4]:
    s = ('%r %.3s' % (0o17, ord('Hello, World'[-1:][:1]))).translate(str.maketrans('abc', 'xyz'))
else:
    show(lambda: ('%% %a' % ((), [1, 2, 3])))
# --- program 355
(a, b), n = (len(dict(zip([1, 2, 3], '\x00\x7f'))).numerator, len(u)), ord('{} {x!s}'.format(False, pow(round((2**64), 0), 1, -5), x=(2147483647))[0:][:1])
show(lambda: (math.fabs((False / ((2**31) ^ (2**64)))) ** 0.5))
match [*[], int.from_bytes(b'', 'little')]:
    case 1 | 2:
        show(lambda: 'first')
    case [*_, x]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: ((d | d) | {}))
# --- program 356
show(lambda: re.sub(r'\w', r'<\g<0>>', '\t\n', 1))
xs[1:3] = list(reversed(sorted({(2**31), ord('line1\nline2\r\n'[0:][:1]), (4294967296)})))
xs = [v for v in xs if isinstance(v, int)]
class E(enum.Enum):
    A = 'a'
    B = enum.auto()
    C = 4
show(lambda: list(E))
show(lambda: E('x'))
show(lambda: list(map(abs, [i * j for i in [5, 3, 9, 1] for j in list(range(5)) if i != j])))
# --- program 357
show(lambda: list(itertools.repeat(a, 2)))
show(lambda: abs(((((1e10) // (1e-7)) - abs((1.0))) - math.sqrt((123456.789)))))
try:
    (a, b), n = (int(min([5, 3, 9, 1], default=round((1e100)))).bit_count(), hash((u >= format(0, '#o')))), abs(len([1, 2, 3]))
    k = 0
    while k < 3:
        k += 1
        show(lambda: bool(0))
        show(lambda: all(list(reversed([5, 3, 9, 1]))))
    try:
        try:
            raise IndexError(1, 2)
        finally:
            show(lambda: None)
            show(lambda: ('😀a' and (r'\d' + 'a,b,,c')))
    except BaseException as e:
        show(lambda: repr(e))
        show(lambda: repr(e.__context__))
    'a' + 1
except LookupError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: int(chr(-1).join([]), 0))
show(lambda: {})
# --- program 358
assert (functools.reduce(lambda p, q: p * q, list(range(5)), (-10**18)) not in dict(zip(xs, f'{round((9007199254740993), 2):X}'))), (math.fsum([]) + -1j)
show(lambda: int(((1e-7) ** 0.5)))
xs[:1] = sorted(set([i * j for i in list(map(int, [*[], ord('ß'[0:][:1])])) for j in list(map(int, list(range(5)))) if i != j]) | set(sorted(set([1, 2, 3]) - set([]))))
xs = [v for v in xs if isinstance(v, int)]
for i in [i for i in list(reversed([1, 2, 3])) if i > 2][:4]:
    x: list[int] = (+ord('12'[0:][:1]))
    show(lambda: x)
    if a > 100: break
else:
    show(lambda: format('  pad '.casefold(), '05'))
@deco((-list(reversed([]))[3]))
def h(v): return v
show(lambda: h((-round((((3.14159) / (1e100)) ** 0)))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: list(filter(None, [*(lambda *v: list(v))(*list(bytes(range(5))), True), (2**64)])))
# --- program 359
show(lambda: [i * j for i in list(range(10, -5, 2)) for j in [5, 3, 9, 1] if i >= j])
# --- program 360
show(lambda: float(0b101))
show(lambda: dict(zip(sorted(set(list(range(3, -5, 1))) - set([])), ('aXbXc' if True else '{} {0}'.format((4294967296), hash(False), x=(-9007199254740993))))))
# --- program 361
show(lambda: (sorted([5, 3, 9, 1]) * 0))
show(lambda: {**{**d, (1, 2): 7}, 'k': True.bit_count()})
d['k'] = d
s = f'{1:X}'[0:-2:3].join('pqr')
# --- program 362
@dataclasses.dataclass(slots=True)
class D:
    x: int
    y: object = int.from_bytes(bytearray(b'xyz'), 'big', signed=True)
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D(hash((list(map(int, xs)) > [])), oct((4294967296)).center(5, '*')))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(f'{int.from_bytes(b00x000xff0, 0big0):<5}'.count(('a,b,,c' * 3)))))
show(lambda: dict.fromkeys(list(range(5)), (2**64).real))
# --- program 363
x: int = pow(min([], default=0), 3, 7)
show(lambda: x)
@deco(int(re.sub(r'\w', r'<\g<0>>', 'ß').replace('%s', 'ab' 'cd', 1), 0))
def h(v=1): return v
show(lambda: h(abs(((((4294967296) >> 40) and [5, 3, 9, 1][3]) or (-10**18)))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: dict.fromkeys('it\'s'[-1], int((1e-7))))
n //= abs((-10**18)).conjugate()
# --- program 364
show(lambda: list(reversed(list(map(int, list(range(5)))))))
# --- program 365
show(lambda: ('  pad ' if 'aXbXc'.endswith(('a', 'H')) else json.dumps(True, default=repr)))
def g():
    nonlocal_a = (w := [][1])
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += abs(pow(functools.reduce(lambda p, q: p - q, [], 255), 1, 1000))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: sorted(list(range(0, -5, -3)), key=str))
show(lambda: abs((1e10)))
show(lambda: sorted(set([i % 2 for i in [5, 3, 9, 1]]) ^ set(list(range(3, 5, -1)))))
# --- program 366
show(lambda: float(0o17))
P = collections.namedtuple('P', 'x y', defaults=[int.from_bytes(b'Hello', 'little', signed=True)])
show(lambda: P(((w := min(xs, default=(+(-9007199254740993)))) ^ pow(-2, 0, -5)))._replace(x=isinstance(None, int)))
show(lambda: P(1) < P(int.from_bytes(b'', 'little', signed=True), 2))
d['new'] = ...
try:
    try:
        raise StopIteration(3)
    finally:
        s += bin(min([i * j for i in sorted({-1, (-9007199254740993)}) for j in [] if i != j], default=0b101))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 367
xs = ([*[i - (0b101 if ((2**64) <= 1) else 1_000) for i in [1, 2, 3]], 3] * 0)
a, *xs = sorted(list(filter(lambda v: v > 1, list(range(3, 12, 2)))), key=str)
show(lambda: b''.decode('ascii', 'replace'))
@dataclasses.dataclass(eq=False, repr=True)
class D:
    x: int
    y: object = (a and max([5, 3, 9, 1], default='aXbXc'.count('it\'s'[0::2])))
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D(f"{a!r:>8} {b=} {s!s:.2}".rfind((u if False else '\t\n')), float(True)))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(hash((0x7f == (9007199254740993))))))
x: list[int] = functools.reduce(lambda p, q: p + q, [i * j for i in sorted({False, 0b101, 2, -2}) for j in [5, 3, 9, 1] if i < j], (3 if True else -1000))
show(lambda: x)
show(lambda: {**dict(sorted(dict(collections.Counter('x1y2')).items(), key=repr)), None: (10**20)})
# --- program 368
class E(enum.IntFlag):
    A = 1
    B = 'b'
    C = 4
show(lambda: list(E))
show(lambda: f'{E.A}')
# --- program 369
show(lambda: dict(zip([i for i in [] if i not in (1, 3)], '"q"'.join('pqr'))))
show(lambda: [i + 1 for i in (list(range(5)) + [1, 2, 3])][3])
show(lambda: '12'.join(str(i) for i in [1, 2, 3])[:1:2])
for i, c in enumerate('{} {x!r}'.format((2**64), 'a,b,,c'.count('{}'), x=0b101).replace('{} {x[0]!s}'.format(255, (), x=-1000), re.sub('', '-', '', 1))[:3]):
    show(lambda: ord(c) + i)
# --- program 370
b = int(False)
try:
    show(lambda: ((0 <= 1_000) is True))
    a, *xs = [int((-0.0)), (-1000 ** 1)]
    show(lambda: s)
    raise ValueError(a)
except ValueError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: int(round((0.1))))
show(lambda: ([i % (-9007199254740993) for i in [5, 3, 9, 1]] * -1))
show(lambda: (dict.fromkeys([1, 2, 3], (10 or 7)) | dict(q=[1, 2, 3])))
for i, c in enumerate('-7'[:3]):
    show(lambda: c * i)
# --- program 371
show(lambda: None)
assert all([1, 2, 3][2:100:2]), (bytearray(b'xyz') + b'\x00\xff')
show(lambda: {i: i * sum(list(range(5))) for i in []})
# --- program 372
with Manager(True) as m:
    show(lambda: m)
    raise ZeroDivisionError
# --- program 373
try:
    try:
        raise Err(a)
    finally:
        raise TypeError
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
show(lambda: (hex(int((2.5))) if False else s)[2])
show(lambda: sorted([len(p) for p in f'{min(list(range(5)), default=-2):#o}'.split(',')], key=lambda v: -v))
P = collections.namedtuple('P', 'x y', defaults=[int.from_bytes(b'abc', 'big')])
show(lambda: P(int.from_bytes(bytes(range(5)), 'little'))._replace(x=callable(3)))
show(lambda: P(1) < P(int.from_bytes(bytearray(b'xyz'), 'big', signed=True), 2))
show(lambda: list(reversed(sorted(set(list(range(-3, 5, 2))) - set([])))))
show(lambda: 'a'.capitalize()[-3::1])
# --- program 374
show(lambda: json.dumps({'k': 1, 'v': 2}, default=repr))
P = collections.namedtuple('P', 'x y', defaults=[((1_000 ** 1) or ord('  pad '[2:-1][0:][:1]))])
show(lambda: P(int.from_bytes(bytearray(b'xyz'), 'big', signed=True))._replace(x=round(((2.5) - float(1000)), 0)))
show(lambda: P(1) < P(abs((int('  pad '.replace('"q"', 'abc', 0), 10) ** 0)), 2))
s += '  pad '
# --- program 375
P = collections.namedtuple('P', 'x y', defaults=[n])
show(lambda: P(sorted({int((2.5)), -2, (-2 and 0x7f)})[5::1][1])._replace(x=([1, 2, 3] + [])[-1]))
show(lambda: P(1) < P(pow(10, 1, 7), 2))
for i, c in enumerate(('%d %c' % (False, 'a'))[:3]):
    show(lambda: (i, c))
try:
    raise ZeroDivisionError from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 376
del d['k']
s += f'{(1e100):}'.ljust(0, '*')
raise IndexError(1, 2)
show(lambda: list(b'a b c'))
d['k'] = True
# --- program 377
with Manager(False) as m:
    show(lambda: m)
    raise StopIteration(3)
(a, b), n = ((pow((lambda x, y=(-9007199254740993): x + y)((2147483647)), 1, 7) >> 3), pow((-10**18), 3, 7)), sum([i - int((-0.0)) for i in sorted(list(range(5)), key=lambda v: v % 3)])
try:
    raise ZeroDivisionError from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
assert isinstance(((4294967296), ((1, 10), 0b101)), object), round((123456.789), 1)
show(lambda: None)
class C(dict):
    attr = float((1000 - 1))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
show(lambda: C(divmod((~[1, 2, 3][1]), ((1_000 if True else True) or (10**20)))[0]))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(a)
except Exception as e: show(lambda: repr(e))
show(lambda: C.cm(), c.sm())
# --- program 378
show(lambda: divmod(min([5, 3, 9, 1], default=7), int(json.dumps(0o17, default=repr, sort_keys=True), 2))[0])
# --- program 379
show(lambda: dict.fromkeys(xs, max(([5, 3, 9, 1] * 1), default=(-10**18))))
for i in list(reversed(list(bytearray(b'xyz'))))[:4]:
    assert (not True), f"{a!r:>8} {b=} {s!s:.5}"
    if i == 2: break
else:
    show(lambda: ('AbC dEf'.replace(('%5.1f %g' % ((2147483647), int.from_bytes(b'', 'big'))), ('line1\nline2\r\n' or '%s'), 1) * 0))
show(lambda: (3 <= 0 < functools.reduce(lambda p, q: p - q, xs, 10)))
show(lambda: dict(p=[]))
a, *xs = list(itertools.chain(xs, [a]))
# --- program 380
show(lambda: ((-0.0) ** 0))
(a, b), n = (sum([len(p) for p in ''.split(',')]), ord('-7'[-100::3][-1:][:1])), hash((1e100))
show(lambda: float((2**64)))
show(lambda: dict(p=int((1e10))))
# --- program 381
try:
    try:
        raise KeyError('k')
    finally:
        def g():
            nonlocal_a = hash(((w := 0o17) or functools.reduce(lambda p, q: p - q, list(reversed(xs)), False)))
            def inner():
                nonlocal nonlocal_a
                nonlocal_a += (w := int('AbC dEf', 2))
                return nonlocal_a
            return inner(), inner(), nonlocal_a
        show(g)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 382
show(lambda: (min(xs, default=-2) / len([])))
try:
    raise ExceptionGroup('eg', [ValueError((sum(list(range(5))) ** 0)), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: 'ß'.join('pqr'))
# --- program 383
show(lambda: (10).bit_count())
show(lambda: {1: False, (1, 2): ('ß', int.from_bytes(b'a b c', 'little', signed=True))})
# --- program 384
try:
    raise ValueError('v') from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 385
try:
    raise Err(a) from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
(a, b), n = (round((w := -2), 0), int(False)), b
show(lambda: (256 if True else (2**31)))
# --- program 386
show(lambda: math.fabs((255 / True)))
show(lambda: round(math.floor((1e16)), -1))
# --- program 387
show(lambda: sorted((sorted([]) * 0), key=str))
class E(enum.IntEnum):
    A = 1
    B = 2
    C = 1
show(lambda: list(E))
show(lambda: str(E.B))
try:
    raise TypeError from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: ('%c' % b))
show(lambda: ('%.2f %05d' % ('%s'.zfill(3), 'Hello, World')))
# --- program 388
def f(x, y=int.from_bytes(b'\x00\xff', 'big', signed=True), *args, z=round(abs(((100.0) * (1e16)))), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    del d['k']
    xs[:1] = list(range(10, -5, -3))
    xs = [v for v in xs if isinstance(v, int)]
    return x, y
show(lambda: f(sum(list(map(abs, [1, 2, 3])))))
show(lambda: list(f(('"q"' + 'a').count(('%.3s' % 0b101).join(str(i) for i in [5, 3, 9, 1]).removesuffix('')))))
# --- program 389
k = 0
while k < 3:
    k += 1
    d['k'] = (lambda p, /, q=1, *r, k=(1_000 << 40), **o: (p, q, r, k, o))((9007199254740993), 2)
    b = (+hash(max([1, 2, 3], default=(2**31))))
show(lambda: (list(filter(lambda v: v > 1, list(range(5)))) + list(filter(lambda v: v > 1, [len(p) for p in f'{-1:b}'.split()]))))
P = collections.namedtuple('P', 'x y', defaults=[(~((2**64) ** 1))])
show(lambda: P(divmod(ord(bin((4294967296))[0:][:1]), (int.from_bytes(b'abc', 'little', signed=True) | len(list(range(5)))))[1])._replace(x=repr(())))
show(lambda: P(1) < P(abs(((10**20) ** 5)), 2))
# --- program 390
show(lambda: sum([i * j for i in list(range(5)) for j in xs if i >= j]))
# --- program 391
show(lambda: ('{} {x!s}'.format(7, False, x=10) + 'line1\nline2\r\n'.removeprefix('é').capitalize()))
xs = [i for i in (list(reversed(list(range(5)))) * 2) if i not in (1, 3)]
@dataclasses.dataclass(order=True)
class D:
    x: int
    y: object = sorted(set([i * j for i in xs for j in list(range(5)) if i >= j]) - set(list(range(5))))[-1]
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D(sum([i for i in [round((123456.789)), 256, (10 - 2), (-10**18)] if 1 <= i < 4]), None))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(functools.reduce(lambda p, q: p * q, list(map(abs, list(range(10, 5, -3)))), pow(int.from_bytes(b'\x00\xff', 'big'), 3, 1000)))))
# --- program 392
@dataclasses.dataclass(order=True)
class D:
    x: int
    y: object = (9007199254740993).real.conjugate()
    z: list = dataclasses.field(default_factory=list)
show(lambda: D((-s.count(r'\d')), len(xs)))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(round(((2**64) >> 40), -2))))
# --- program 393
P = collections.namedtuple('P', 'x y', defaults=[len({'k': 1, 'v': 2})])
show(lambda: P(sum([5, 3, 9, 1][-1:-1:2]))._replace(x=list({'k': 2, 1.0: (1 and -2)}.values())[:0]))
show(lambda: P(1) < P((-sum(list({}.values())[:0])), 2))
show(lambda: (round(((0.0) + abs(((2147483647) / 3))), -1) ** 0.5))
xs.insert(1, round(hash(False).bit_count(), -1))
# --- program 394
show(lambda: int.from_bytes(b'abc', 'big', signed=True))
raise ValueError('v')
try:
    raise KeyError('k') from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: '"q"'.translate(str.maketrans('a', 'b', 'c')).join(['x', 'y', 'z']))
match ...:
    case 1 | 2:
        show(lambda: 'first')
    case [_, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case x if x == 1:
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: list(map(abs, [*[i for i in sorted(xs) if not i], 10])))
# --- program 395
d[a] = (('AbC dEf' if True else 'Hello, World') + '12'.lstrip())
xs.sort()
show(lambda: dict(zip(list(filter(lambda v: v > 1, list(range(5)))), '{}')))
xs.insert(1, (round('Hello, World'.count('日本'), 2) - abs(True)))
a, *xs = (list(range(-3, 5, 1)) * 0)
show(lambda: {i: i * max([5, 3, 9, 1], default=(-9007199254740993)) for i in [i * j for i in [i * j for i in xs for j in list(filter(None, list(range(5)))) if i != j] for j in [1, 2, 3] if i >= j]})
# --- program 396
show(lambda: sorted({a, f"{a!r:>8} {b=} {s!s:.5}".index('a'.replace('', ('😀a' + '12')[:-1:-1], 1))}))
b |= int('AbC dEf', 36)
# --- program 397
raise StopIteration(3)
show(lambda: int.from_bytes(b'abc', 'little', signed=True))
show(lambda: '{} {x!s}'.format((-10**18), d, x=0b101).rjust(5).expandtabs(3))
show(lambda: (('\t\n' and chr(233)) or '%s'.ljust(9, '*')))
@deco((pow((10**20), 3, 7) ** 5))
def h(v): return v
show(lambda: h((divmod(0b101, round((0.1)))[0] or hash((10**20)))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
try:
    raise ExceptionGroup('eg', [ValueError(functools.reduce(lambda p, q: p + q, list(reversed(list(range(5)))), ''.index('{}'))), KeyError('k'), TypeError(1)])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 398
s = bytearray(b'xyz').decode('utf-8', 'ignore')
show(lambda: isinstance({'k': 1, 'v': 2}, int))
xs = sorted({int('%s'.translate(str.maketrans('a', 'b', 'c'))[1:-2:-1], 10), max([5, 3, 9, 1], default=list(range(5))[1]), int('', 0), round((-10**18), 2)})
show(lambda: divmod(divmod((w := (2**64)), (4294967296))[0], divmod(2, 0)[1])[0])
show(lambda: ())
x: int = abs(abs(round((1e100))))
show(lambda: x)
# --- program 399
xs.pop()
class C:
    attr = [len(p) for p in '{} {1!s}'.format(min([5, 3, 9, 1], default=0b101), (1.0), x=functools.reduce(lambda p, q: p - q, list(filter(None, [5, 3, 9, 1])), (2**64))).split(None, 1)]
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __getattr__(self, n): return n.upper()
show(lambda: C(abs(hash(bool(3)))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(sum(([] + [5, 3, 9, 1])))
except Exception as e: show(lambda: repr(e))
show(lambda: c == 1)
show(lambda: int.from_bytes(b'\x00\xff', 'little'))
assert bool(...), '日本'[-1].rpartition('%s')
# --- program 400
for i in [(w := '日本'.index(r'\d')), (lambda x, y=1_000: x - y)(7)][:4]:
    show(lambda: (d | {'k': 1, 'v': 2}))
    match NotImplemented:
        case 1 | 2:
            show(lambda: 'first')
        case [x, y]:
            show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
        case {**rest}:
            show(lambda: ('mapping', globals().get('v')))
        case object(real=r):
            show(lambda: 'class')
        case _:
            show(lambda: 'other')
    show(lambda: 0o17)
    if i == 2: break
else:
    show(lambda: ('%05d %i' % ('aXbXc', [i for i in [i * 0o17 for i in [5, 3, 9, 1]] if i not in (1, 3)])))
# --- program 401
xs[1:3] = list(bytearray(b'xyz'))
xs = [v for v in xs if isinstance(v, int)]
show(lambda: bin(0).index(('ab' 'cd' * 2)))
show(lambda: sorted([])[1])
# --- program 402
xs = [((10**20) if True else 3)]
show(lambda: sorted(set(sorted({divmod((9007199254740993), (-9007199254740993))[0].real, len([i for i in list(range(5)) if i > 2]), (2147483647)})) | set(list(range(-3, 12, -1)))))
# --- program 403
try:
    d['new'] = len(list(range(5)))
    n *= min(([i * j for i in ([] + [1, 2, 3]) for j in list(range(3, -5, -3)) if i < j] * 0), default=round(((100.0) ** -1)))
    d['missing']
except Err as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: ((2 ** 2) if isinstance((lambda x, y=1: x * y)(-1), (str, list)) else ord(r'\d'[-1:][:1])))
xs.clear()
class C(int):
    attr = []
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __eq__(self, o): return True
show(lambda: C(round(math.fsum([1, 2, 3]))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(hash((((0.0) + (0.0)) ** 0)))
except Exception as e: show(lambda: repr(e))
show(lambda: bool(c))
show(lambda: bool(0o17))
# --- program 404
show(lambda: ([1, 2, 3] + [i % round(round((1e16)), -2) for i in list(range(5))]))
# --- program 405
assert (not None), (pow(0, 3, 7) == ())
def g():
    nonlocal_a = pow(functools.reduce(lambda p, q: p - q, [][100:-2:1], (0b101 | a)), 1, -5)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += ('ab' 'cd' * 1).index(textwrap.dedent('  a\n   b\n'))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
def gen():
    got = yield float((-9007199254740993))
    show(lambda: got)
    try:
        yield (len(xs) or (4294967296).numerator)
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(bool((0b101 ** 1))))
show(lambda: next(it))
show(lambda: next(it, 'done'))
# --- program 406
show(lambda: 'a'.translate({97: 'A', 98: None}).count('{} {!s}'.format('é', ((1000, (-10**18)) is None), x=hash((1).bit_length()))))
show(lambda: (0.5))
a -= (lambda x, y=(~(-9007199254740993)): x * y)(len({}))
show(lambda: (2, [1, 2, 3][0]))
# --- program 407
for i, c in enumerate('{} {1!s}'.format({}, {}, x=round((100.0)))[:3]):
    show(lambda: c * i)
show(lambda: (f'{max([5, 3, 9, 1], default=255):,}' if (pow(False, 1, 1000) in xs) else chr(0x1f600)))
# --- program 408
try:
    try:
        raise IndexError(1, 2)
    finally:
        try:
            raise ExceptionGroup('eg', [ValueError(10), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
        except* KeyError as eg:
            show(lambda: eg.exceptions)
        except* Exception as rest:
            show(lambda: rest)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 409
(a, b), n = (json.dumps(7, default=repr, sort_keys=True).count(format(255, 'g')), (len(dict(collections.Counter('AbC dEf'))) or hash(1_000))), ((-1000 ** 5) or [5, 3, 9, 1][-1])
show(lambda: sorted(set([i * j for i in list(reversed((lambda *v: list(v))(*[i + False for i in xs], -1))) for j in list(itertools.islice(itertools.count(a, b), 4)) if i < j]) | set(list(itertools.dropwhile(bool, xs)))))
# --- program 410
show(lambda: dict(p=(0b101).bit_length()))
show(lambda: sum(list(range(5))))
match 'aXbXc'.islower():
    case 'a':
        show(lambda: 'first')
    case [int(x), y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case object(real=r):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
xs[0] = list(map(int, list(range(-3, 12, 1))))
xs = [v for v in xs if isinstance(v, int)]
x: int = 3
show(lambda: x)
# --- program 411
(a, b), n = (int(r'\d'), (abs((2**31)) if (False or False) else min([], default=0x7f))), n
# --- program 412
show(lambda: '-7'[5:0])
show(lambda: json.dumps((2**31), default=repr, sort_keys=True)[-100::-1])
# --- program 413
try:
    raise IndexError(1, 2) from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: f'{(1.0):g}')
del d['k']
match list(b'abc'):
    case 'a':
        show(lambda: 'first')
    case [1, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 414
show(lambda: dict(collections.Counter('-7'.title())))
d['k'] = ()
xs = list(b'a b c')
assert ('a,b,,c'.isalpha() or ('%-5d|' % (2.5)).endswith('')), bool(1_000)
# --- program 415
try:
    raise ZeroDivisionError from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 416
try:
    s += ascii(([1, 2, 3], 7))
    1 // 0
except (KeyError, TypeError) as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: int.from_bytes(b'\x00\xff', 'little', signed=True))
show(lambda: {i: i * ('%r %a' % (3, (2147483647).bit_length())).index(u) for i in [i * j for i in xs for j in [] if i >= j]})
xs[-1:] = [i * j for i in list({i: i + 0b101 for i in list(range(5))}.values())[:0] for j in sorted({0b101, (-1 or 0o17), (int((0.0)) or (9007199254740993)), functools.reduce(lambda p, q: p + q, [1, 2, 3], 255)}) if i >= j]
xs = [v for v in xs if isinstance(v, int)]
show(lambda: ('%s' % (10**20)).removesuffix(('line1\nline2\r\n' + textwrap.indent(s, '> '))))
# --- program 417
try:
    raise KeyError('k') from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: (-10**18))
P = collections.namedtuple('P', 'x y', defaults=[(ord('日本'[-1:][:1]) if (0b101 <= (1.0)) else (w := 0o17))])
show(lambda: P(ord(textwrap.shorten(s, 8).join([])[0:][:1]).real)._replace(x=(2**31)))
show(lambda: P(1) < P(hash(('Hello, World' in '{}')), 2))
show(lambda: sorted({'abc'.rfind(b'\x00\xff'.decode()), round(f'{1:#x}'.count('é'), -1)}))
# --- program 418
try:
    raise StopIteration(3) from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: (lambda x, y=hash((not 0b101)): x - y)(((9007199254740993) >> 0)))
# --- program 419
xs.append((w := sum(list(filter(None, xs)))))
a //= (ord(textwrap.dedent('  a\n   b\n')[-1:][:1]) >> 3)
# --- program 420
a, *xs = list(bytes(range(5)))
d['new'] = ((2**31) / 1000)
show(lambda: dict(collections.Counter('it\'s')))
a, *xs = list(range(0, 12, 1))
show(lambda: b)
# --- program 421
show(lambda: '{}'.ljust(9)[0])
class C(int):
    attr = True
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __init_subclass__(cls, **k): show(lambda: k)
show(lambda: C(hash(int((0.0)))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C((lambda x, y=max(xs, default=(n // 0o17)): x + y)(ord('{}'.lstrip()[0:][:1])))
except Exception as e: show(lambda: repr(e))
show(lambda: c.p)
show(lambda: [i // (((1_000 or 0b101) >> 0) and 1000) for i in list(range(0, -5, 2))])
@deco(ord(f"{a!r:>4} {b=} {s!s:.2}"[-1:][:1]))
def h(v=1): return v
show(lambda: h(s.find(b'Hello'.decode('latin-1'))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 422
try:
    raise KeyError('k') from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
xs[0] = list(range(10, 5, -3))
xs = [v for v in xs if isinstance(v, int)]
show(lambda: float('a'))
# --- program 423
show(lambda: dict(zip([i + (3).conjugate() for i in [5, 3, 9, 1]], re.sub('', lambda m: m[0].upper(), '{} {!s}'.format(-1, True, x=False)).join(('1',)))))
show(lambda: float(format((2147483647), '>8')))
show(lambda: round(float(3)))
# --- program 424
try:
    raise ExceptionGroup('eg', [ValueError((~int.from_bytes(b'', 'big'))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: {})
# --- program 425
show(lambda: f"{a!r:>8} {b=} {s!s:.2}")
@deco(((2147483647) >> 1))
def h(v=1): return v
show(lambda: h((round((1e16)) >> 31)))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
(a, b), n = ('Hello, World'.center(5, '*').find(('%X %.2f' % ((), a))), ((lambda x, y=(-10**18): x * y)(10) << 3)), round(min([len(p) for p in ('%X %05d' % (1, 256)).split('b')], default=(2**31)), 0)
xs = [*[i % 2 for i in []], int(json.dumps(False, default=repr), 16)]
# --- program 426
assert 'AbC dEf'.translate(str.maketrans('abc', 'xyz')).lower().islower(), (lambda p, /, q=1, *r, k=(-9007199254740993), **o: (p, q, r, k, o))((-10**18), k=1)
# --- program 427
show(lambda: s)
class C(int):
    attr = NotImplemented
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __eq__(self, o): return True
show(lambda: C([i * j for i in xs for j in [5, 3, 9, 1] if i < j][0]))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(int(((0.5) ** 0)))
except Exception as e: show(lambda: repr(e))
show(lambda: list(c))
show(lambda: ((lambda x, y=functools.reduce(lambda p, q: p - q, xs[-3:-1:3], divmod((-9007199254740993), (+10))[1]): x * y)((2 << 40)) if isinstance(sum(xs), float | None) else len(list(range(5)))))
# --- program 428
show(lambda: (10 not in xs))
del xs[:1]
xs[-1:] = (lambda *v: list(v))(*list(range(-3, -5, -3)), (int.from_bytes(b'a b c', 'big', signed=True) >> 1))
xs = [v for v in xs if isinstance(v, int)]
# --- program 429
P = collections.namedtuple('P', 'x y', defaults=[(((divmod(hash((1e16)), 0b101)[1] if False else 0b101) ** 3) + (-10))])
show(lambda: P(ord('it\'s'[-1:][:1]))._replace(x=((0.0) * pow((-10**18), 3, -5))))
show(lambda: P(1) < P((~functools.reduce(lambda p, q: p * q, [*list(range(5)), False], 7)), 2))
# --- program 430
(a, b), n = (round(len([]), -1), round([*[5, 3, 9, 1], 0x7f][1], -1)), int((u.rstrip('c') if True else ('%s' + re.sub(r'(.)(.)', r'<\g<0>>', '', 1))), 2)
def g():
    nonlocal_a = (w := sum([1, 2, 3]))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += ord(('%c' % (1.0))[0:][:1])
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: (functools.reduce(lambda p, q: p - q, [1, 2, 3], -2) ** 3))
# --- program 431
s += repr((1e100)).casefold()
xs.insert(1, [i * (0o17 if (0 is True) else False) for i in list(range(5))][-1])
b *= 0x7f
raise KeyError('k')
# --- program 432
(a, b), n = (int.from_bytes(b'abc', 'big'), abs(sum(list(range(5))))), len([5, 3, 9, 1])
show(lambda: b'Hello'.decode('utf-8', 'ignore'))
# --- program 433
show(lambda: sorted({256, '%s'.translate({97: 'A', 98: None}).index(('x1y2' * 3)), (+(2147483647)), -2})[3])
show(lambda: dict.fromkeys('aXbXc'[-100:-1:1], round((1e10))))
# --- program 434
def g():
    nonlocal_a = 'x1y2'[100:1].find(('a,b,,c' and f'{1000:<5}'))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += (lambda x, y=(lambda x, y=pow(0o17, 1, -5): x - y)(pow(-2, 3, 7)): x * y)(int.from_bytes(b'', 'big'))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
n = ('AbC dEf'[2] * 2).index('12'.zfill(3))
def gen():
    got = yield ...
    show(lambda: got)
    try:
        yield (((~(-1000).numerator) ** 2) * int('it\'s', 0))
    except (KeyError, TypeError) as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(callable(3)))
show(lambda: list(it))
show(lambda: next(it, 'done'))
show(lambda: math.fsum(list(filter(None, sorted(set(list(range(5))) - set([1, 2, 3]))))))
# --- program 435
show(lambda: (math.trunc((123456.789)) // round((-1.5), 1)))
for i, c in enumerate(json.dumps(True, default=repr)[0][:3]):
    show(lambda: (i, c))
class C(Base, dict):
    attr = None
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __hash__(self): return 42
show(lambda: C(((1 ^ (3 ** 3)) if isinstance((0x7f >> 31), object) else divmod(sum(list(range(5))), pow(0o17, 1, 1000))[0])))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(round(abs(round((0.0), 3))))
except Exception as e: show(lambda: repr(e))
show(lambda: bool(c))
x: list[int] = max([i for i in sorted(set(xs) - set([5, 3, 9, 1])) if i not in (1, 3)], default=False.bit_length())
show(lambda: x)
# --- program 436
show(lambda: sorted(set([i % (9007199254740993) for i in [5, 3, 9, 1]]) ^ set((list(range(3, -5, 1)) + xs))))
n &= round((round(abs((float(1_000) - (3.14159))), 0) - (123456.789)))
show(lambda: math.fsum(list(range(5))))
def f(x, y=int(ascii(0), 10), *args, z=ord(format((-1000 ^ 10), '*^7').rjust(5)[0:][:1]), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    show(lambda: list(enumerate([*xs, 0], 0))[:3])
    show(lambda: NotImplemented)
    show(lambda: ((9007199254740993) / min([5, 3, 9, 1], default=(-2 // (2147483647)))))
    raise ValueError(x)
show(lambda: f(hash(True), *xs))
show(lambda: list(f((hash(256) + b))))
show(lambda: (((-1 + 1) >> 1) / '"q"'.join([]).find('-7'.translate(str.maketrans('abc', 'xyz')))))
# --- program 437
xs = []
match dict.fromkeys('😀a'[2], sum([])):
    case 0:
        show(lambda: 'first')
    case [1]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 438
try:
    show(lambda: (list(reversed([1, 2, 3])) * 1))
    show(lambda: (lambda x, y=1000: x - y)(-1000))
    show(lambda: (''.join('pqr') < ('日本' * 1)))
    int('x')
except LookupError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: min([i % 1_000 for i in list(range(5))], default=int.from_bytes(b'\x00\xff', 'little')))
assert True, ...
# --- program 439
(a, b), n = (len(textwrap.shorten(s, 8)), min([0o17, -2], default=(a if True else (w := -1000)))), ord(ascii((2**31))[-1:][:1])
for i in [len(p) for p in '{} {x.real!s}'.format(('😀a' == 'AbC dEf'), (10 if True else (2**31)), x=pow(3, 0, -5)).split('b')][:4]:
    show(lambda: complex(int('aXbXc', 16), 0))
    show(lambda: ('\x00\x7f' in '\x00\x7f'))
    show(lambda: (-int.from_bytes(b'abc', 'big', signed=True)))
    if i == 2: break
else:
    show(lambda: re.sub(r'\w', r'<\g<0>>', '  pad '.join(str(i) for i in [5, 3, 9, 1]), 1))
show(lambda: abs(float(1)))
show(lambda: list({1.0: (4294967296), None: 0o17}.values())[:0])
# --- program 440
n = b
show(lambda: (lambda *v: list(v))(*[], (lambda x, y=(4294967296): x * y)((9007199254740993))))
class E(enum.Flag):
    A = enum.auto()
    B = 2
    C = 4
show(lambda: list(E))
show(lambda: ~E.A)
@dataclasses.dataclass(eq=False, repr=True)
class D:
    x: int
    y: object = int.from_bytes(bytearray(b'xyz'), 'little')
    z: list = dataclasses.field(default_factory=list, compare=False)
show(lambda: D((w := (w := ((4294967296) ** 1))), sorted(collections.Counter('a,b,,c').items(), key=repr)))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(hash(math.fsum([1, 2, 3])))))
show(lambda: (int((2.5)) / pow(1, 3, 7)))
xs.sort()
# --- program 441
show(lambda: ord((json.dumps(10, default=repr, sort_keys=True)[-1] + ('%c' % -1)).replace('Hello, World'.translate(str.maketrans('abc', 'xyz')), ''[-1], 1).translate(str.maketrans('a', 'b', 'c'))[0:][:1]))
# --- program 442
for i, c in enumerate(('{} {x!r}'.format({}, xs[2:-2:2], x=-1000) and ('it\'s' + ('%d %g' % (255, False)).removeprefix('é'))).rjust(5, '*')[:3]):
    show(lambda: c * i)
# --- program 443
show(lambda: 'a'.ljust(9, '*'))
show(lambda: str(-2))
xs.insert(1, int((0.1)))
# --- program 444
s = (f"{a!r:>8} {b=} {s!s:.2}" or r'\d')
d['k'] = ((3.14159) + 1j)
# --- program 445
xs[-1:] = list({i: i * (2**31).conjugate() for i in [i + 10 for i in list(range(5))]}.values())[:0]
xs = [v for v in xs if isinstance(v, int)]
show(lambda: sorted(list(itertools.compress(xs, [1, 0, 1])), key=str))
show(lambda: dict(sorted(dict(zip([1, 2, 3], '"q"'.replace('abc', '日本', 0))).items(), key=repr)))
# --- program 446
match sorted(list({'k': 1, 'v': 2}.values())[:0], key=lambda v: -v):
    case True:
        show(lambda: 'first')
    case [int(x), y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case list():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
(a, b), n = (sum(sorted([*xs, round((1e16))], key=lambda v: -v)), pow(hash((1.0)), 3, -5)), sorted({2, abs(round((-9007199254740993), -1)), True, (10**20).numerator})[3]
del xs[:1]
xs.extend([((1 >> 3) >> 1).real])
a, *xs = [i for i in (list(d.values())[:0] * 1) if not i]
# --- program 447
xs[::2] = [round((3).real, 2), int('it\'s', 10)]
xs = [v for v in xs if isinstance(v, int)]
# --- program 448
x: 'str' = functools.reduce(lambda p, q: p + q, (sorted(set(list(reversed(list({}.values())[:0]))) - set(list(range(5)))) + list(range(10, 12, 1))), '{}'.index(((format(0o17, 'e') + '12') * 0)))
show(lambda: x)
show(lambda: [*list(reversed([5, 3, 9, 1])), pow(1, 3, 7)])
# --- program 449
show(lambda: list(zip(list(reversed([])), '%s'.join(str(i) for i in list(range(5))), strict=True)))
show(lambda: (len('  pad ') and (pow(3, 1, -5) ** 0)))
show(lambda: ('%5.1f %-5d|' % (('AbC dEf' == textwrap.shorten(s, 8)), type({'k': 1, 'v': 2}))))
show(lambda: int(True))
show(lambda: ({'k': 1, 'v': 2} | {}))
# --- program 450
show(lambda: {i: i * round(float((10**20))) for i in xs})
xs = [len(p) for p in json.dumps(-2, default=repr, separators=(',', ':')).removeprefix('é')[0].split(',')]
assert (([] + [*[5, 3, 9, 1], (7 | 3)]) is True), ...
assert (True is None), list(d.values())[:0]
@deco(ord(('%.2f' % (10**20))[0:][:1]))
def h(v=1): return v
show(lambda: h(abs(len({i: i + abs(1000) for i in []}))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: (hash((2147483647)) <= 1_000 >= 1000))
# --- program 451
raise IndexError(1, 2)
try:
    show(lambda: (-2 <= 2 < 10))
    int('x')
except ValueError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: functools.reduce(lambda p, q: p * q, (lambda *v: list(v))(*[i * (-2).numerator for i in [5, 3, 9, 1]], False), (w := pow((9007199254740993), 0, -5))))
show(lambda: dict(p=...))
try:
    raise ExceptionGroup('eg', [ValueError((~((10**20) and 0))), KeyError('k'), TypeError(1)])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
del xs[:1]
# --- program 452
show(lambda: list(enumerate([1, 2, 3], 1))[:3])
b = list(range(5))[1:-1][0]
show(lambda: {'k': 1, 'v': 2})
# --- program 453
show(lambda: {'a': (divmod((2147483647), True)[0] not in (list(range(5)) + xs)), 'k': pow(-2, 3, 1000)})
try:
    xs = list(map(abs, list(itertools.compress(xs, [1, 0, 1]))))
    a &= (int(f"{a!r:>4} {b=} {s!s:.2}", 0) | (int('12', 16) or -1))
    int('x')
except (KeyError, TypeError) as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: round(round(-1000, 0), 2))
class E(enum.Flag):
    A = 1
    B = 2
    C = 1
show(lambda: list(E))
show(lambda: len(E))
# --- program 454
for i in list(bytes(range(5)))[:4]:
    d['new'] = list(zip(sorted({2, abs(0o17), (4294967296)}), '{} {x.real!s}'.format(int((1e10)), 0x7f, x=-2), strict=True))
    assert (('%s'.removesuffix('aXbXc').title() * 1) == 'AbC dEf'), None
    if i == 2: break
else:
    show(lambda: bin((w := (0b101 ** 5))))
s = format('abc', ',').zfill(3)
with Manager(False) as m:
    show(lambda: m)
    raise ZeroDivisionError
show(lambda: divmod('-7'.index('-7'.translate({97: 'A', 98: None})), pow(False, 0, 7)))
show(lambda: (b'Hello'.decode('ascii', 'replace') + r'\d'.center(0)))
show(lambda: float(3))
# --- program 455
show(lambda: divmod([1, 2, 3][1], (((2147483647) if False else 2) - (abs((10**20)) // functools.reduce(lambda p, q: p + q, [], 256))))[0])
(a, b), n = (pow(((2 ^ n) | (2147483647)), 1, 1000), (pow(round((4294967296), -2), 3, 7) ** 2)), (-hash(True))
# --- program 456
assert (list(range(5)) == ((2.5) ** 0.5)), math.fsum(list(range(0, -5, -1)))
@dataclasses.dataclass(eq=False, repr=True)
class D:
    x: int
    y: object = ('a' + ''[-1]).join(str(i) for i in [5, 3, 9, 1]).index('AbC dEf'.removesuffix('a,b,,c'[2]))
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D((-((4294967296) * pow(divmod(((2**64) << 64), -1000)[1], 3, 7))), int((1e16))))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(round((w := 256), 0))))
@deco(round((-2 / hash(256))))
def h(v: int): return v
show(lambda: h(textwrap.indent(s, '> ').rfind(re.sub(r'(.)(.)', r'<\g<0>>', '😀a', 1))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 457
del xs[:1]
try:
    raise StopIteration(3) from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: xs)
# --- program 458
show(lambda: dict(sorted(dict(zip([5, 3, 9, 1], '  pad ')).items(), key=repr)))
xs[0] = [*(lambda *v: list(v))(*list(range(5)), (w := int(format(-2, '-'), 0))), round((2147483647), -2)]
xs = [v for v in xs if isinstance(v, int)]
show(lambda: 'a')
# --- program 459
P = collections.namedtuple('P', 'x y', defaults=[(w := int(False))])
show(lambda: P(round(math.fsum((lambda *v: list(v))(*[5, 3, 9, 1], (0o17 // (2**64))))))._replace(x=bool('{}'.isascii())))
show(lambda: P(1) < P((divmod(2, (10**20))[1] | pow(pow(abs((9007199254740993)), 3, 1000), 1, -5)), 2))
show(lambda: {i: i * (w := sum([i for i in [i * j for i in [1, 2, 3] for j in [1, 2, 3] if i != j] if i > 2])) for i in list(itertools.accumulate(xs))})
def g():
    nonlocal_a = (divmod(-2, 1000)[0] >> 0)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += hash(divmod((2147483647), divmod(((2**31) << 1), (2**64))[0])[0])
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
# --- program 460
xs[-1:] = (lambda *v: list(v))(*[i for i in [i - (10**20) for i in [*[1, 2, 3], -1]] if i % 2], functools.reduce(lambda p, q: p + q, [1, 2, 3], -1000))
xs = [v for v in xs if isinstance(v, int)]
# --- program 461
show(lambda: round(((-0.0) ** 2), 0))
show(lambda: ((round((2**64), -1) ** 1) ** 5))
xs = [*[n], int('aXbXc', 36)]
# --- program 462
for i, c in enumerate('12'[:3]):
    show(lambda: (i, c))
class C:
    attr = chr(65)
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __lt__(self, o): return True
show(lambda: C(('abc'.rfind('😀a') and int('\t\n', 10))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C((w := b))
except Exception as e: show(lambda: repr(e))
show(lambda: c.v)
show(lambda: '\x00\x7f'.endswith(''))
for i, c in enumerate(textwrap.shorten(s, 8)[:3]):
    show(lambda: ord(c) + i)
n = ord(str((~0))[0:][:1])
xs.insert(1, len('ab' 'cd'))
# --- program 463
b = (min((xs + xs), default=int.from_bytes(b'Hello', 'little')) if (True or ((4294967296) >= 2)) else '日本'.count('\x00\x7f'))
assert (((4294967296) if (int((2.5)) < abs((2**64)) >= 1000) else int('{} {1}'.format(((2**31) or -2), (1e-7), x=-1), 10)) <= float((9007199254740993))), dict(zip([1, 2, 3], format('', 'X')))
show(lambda: ('\t\n'.removesuffix('%s') + f'{1:5}'))
# --- program 464
with Manager(True) as m:
    show(lambda: m)
    raise IndexError(1, 2)
def g():
    nonlocal_a = (divmod(functools.reduce(lambda p, q: p - q, xs, (2**31)), (True and len([1, 2, 3])))[0] ** 5)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += hash(False)
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: chr(-1))
@deco(int('  pad '.removeprefix(f'{-2:*^7}')))
def h(v): return v
show(lambda: h(abs(sum(list(map(int, sorted([5, 3, 9, 1], key=str)))))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: [i * j for i in [5, 3, 9, 1] for j in list(range(3, -5, -3)) if i != j])
d['k'] = list({}.values())[:0]
# --- program 465
show(lambda: dict(p=-2))
show(lambda: float(max([1, 2, 3], default=10)))
def g():
    nonlocal_a = len(({} | {'k': 1, 'v': 2}))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += 1
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
@deco((w := pow(0x7f, 3, -5)))
def h(v): return v
show(lambda: h(min([i - 256 for i in list({'k': 1, 'v': 2}.values())[:0]], default=abs(10))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
match (fractions.Fraction(255, (2147483647)), list(range(5))):
    case []:
        show(lambda: 'first')
    case [*_, x, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
raise ZeroDivisionError
# --- program 466
P = collections.namedtuple('P', 'x y', defaults=[abs((9007199254740993).bit_count())])
show(lambda: P(ord('%s'[-100:1:1][5:3:1][-1:][:1]))._replace(x=(round(math.floor((0.1))) <= (-10**18) != 1000)))
show(lambda: P(1) < P((w := ((2147483647) ** 2)), 2))
# --- program 467
show(lambda: (('%05d' % -1).join(str(i) for i in [1, 2, 3]) + 'é'[-1]).translate(str.maketrans('abc', 'xyz')))
n = int('\t\n'[-100:0:-1].rstrip('c'), 10)
with Manager(True) as m:
    show(lambda: m)
    raise KeyError('k')
d['k'] = math.fsum([])
# --- program 468
x: 'str' = round(math.fsum(sorted(set([5, 3, 9, 1]) - set((list(range(5)) * -1)))))
show(lambda: x)
show(lambda: (int('', 16) / len([5, 3, 9, 1])))
show(lambda: (2 ** 1).real)
d['new'] = f'{(1.0):d}'
@dataclasses.dataclass(order=True)
class D:
    x: int
    y: object = hash(256)
    z: list = dataclasses.field(default_factory=list)
show(lambda: D(max(([] + list(range(5))), default=round(math.ceil(((3 and hash((10**20))) / 255)))), (0x7f >= (4294967296))))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(sum(sorted({2})))))
show(lambda: 'a'.lstrip().join(str(i) for i in sorted({0, 0x7f, 10})))
# --- program 469
def gen():
    got = yield (pow(1000, 3, 1000) if False else 10)
    show(lambda: got)
    try:
        yield (abs(-1000) and min(list(b'')[::2], default=True))
    except (KeyError, TypeError) as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send({i: i + 255 for i in sorted({1000})}))
show(lambda: next(it))
show(lambda: next(it, 'done'))
show(lambda: (chr(10) or (r'\d' + '  pad ')))
show(lambda: callable(len))
P = collections.namedtuple('P', 'x y', defaults=[(functools.reduce(lambda p, q: p - q, [1, 2, 3], abs(2)) - min(list(range(5)), default=n))])
show(lambda: P((sum((list(range(5)) + [i for i in [5, 3, 9, 1] if i % 2])) >> 31))._replace(x=(math.fsum(xs) / (-10**18))))
show(lambda: P(1) < P(hash((-9007199254740993)), 2))
# --- program 470
show(lambda: round(max([], default=3), -2))
show(lambda: ...)
b = ord(''[-1:][:1]).bit_count()
d[a] = abs(math.fsum(xs))
show(lambda: list(reversed((list(range(5))[5::-1] + sorted(list(range(5)), reverse=True)))))
s += bytes(range(5)).decode('utf-8', 'ignore')
# --- program 471
for i, c in enumerate(re.sub(r'(.)(.)', r'<\g<0>>', 'ß').join(str(i) for i in [i // int.from_bytes(bytes(range(5)), 'big') for i in sorted({(-9007199254740993)})])[:3]):
    show(lambda: c * i)
# --- program 472
class E(enum.Enum):
    A = 1
    B = enum.auto()
    C = enum.auto()
show(lambda: list(E))
show(lambda: E.C.name)
def gen():
    got = yield ('12' or b'a b c'.decode('utf-8', 'ignore'))
    show(lambda: got)
    try:
        yield (int((3.14159)) >> 64)
    except (KeyError, TypeError) as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send({i: i * pow(255, 0, -5) for i in [5, 3, 9, 1]}))
show(lambda: it.close())
show(lambda: next(it, 'done'))
show(lambda: math.fabs((math.trunc(((1e-7) - (1e100))) ** 0.5)))
# --- program 473
@deco(abs((0x7f if False else (w := (-9007199254740993))).real))
def h(v): return v
show(lambda: h(round(math.fsum(list(itertools.repeat(a, 2))))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
(a, b), n = (abs(hash(bool((-2 is True)))), (((-10**18) if False else (2**31)) ** 3)), (+n)
show(lambda: (0.0))
# --- program 474
show(lambda: ('%s' if False else '-7'))
show(lambda: dict(collections.Counter(('% d %e' % (1000, round((1.0)))))))
# --- program 475
show(lambda: dict(sorted(dict(zip(xs, u)).items(), key=repr)))
# --- program 476
show(lambda: math.floor((10 / (2**64))))
show(lambda: (-9007199254740993))
show(lambda: (1e100))
show(lambda: ((sorted({(w := (2**64))}) * 0) + [1, 2, 3]))
class C(Base):
    attr = ...
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __hash__(self): return 42
show(lambda: C(max([][-1:1:-1], default=10)))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(divmod(abs(10), (-9007199254740993).bit_count())[1])
except Exception as e: show(lambda: repr(e))
show(lambda: c(1, k=2))
show(lambda: ((list(range(5)) * 0) + list(reversed([1, 2, 3]))))
# --- program 477
show(lambda: sum(list(bytearray(b'xyz'))))
show(lambda: (sum(list(range(5))) // (1000 ** 5)))
k = 0
while k < 3:
    k += 1
    def gen():
        got = yield list(filter(None, [1, 2, 3]))
        show(lambda: got)
        try:
            yield ord(str(False)[0:][:1])
        except ArithmeticError as e:
            yield repr(e)
        finally:
            show(lambda: 'closing')
    it = gen()
    show(lambda: next(it))
    show(lambda: it.send(NotImplemented))
    show(lambda: list(it))
    show(lambda: next(it, 'done'))
show(lambda: [len(p) for p in f'{3:-}'.zfill(3).split(None, 1)])
# --- program 478
a, *xs = list(b'')
@deco(pow(abs(len(xs)), 0, 7))
def h(v: int): return v
show(lambda: h(max(list(range(-3, 12, 1)), default=(len(([5, 3, 9, 1] * 0)) and (-9007199254740993)))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: '{}'.ljust(5).join(['x', 'y', 'z']))
# --- program 479
show(lambda: {**{}, 'k': 'Hello, World'.removesuffix('  pad ').replace('Hello, World', '{}', 1).rfind(('ab' 'cd' if (1 is True) else ''))})
@deco(((+True) >> 0))
def h(v: int): return v
show(lambda: h(b'a b c'.decode('latin-1').find('  pad '.translate(str.maketrans('a', 'b', 'c')))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: dict(p=(False or False)))
# --- program 480
class E(enum.Enum):
    A = 'a'
    B = enum.auto()
    C = enum.auto()
show(lambda: list(E))
show(lambda: E.A | E.B)
show(lambda: format('abc', '=+6'))
s = chr(-1)
class C:
    attr = [5, 3, 9, 1][3]
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __getattr__(self, n): return n.upper()
show(lambda: C(((True << 1) >> 64)))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(ord('12'[-1:][:1]).bit_length())
except Exception as e: show(lambda: repr(e))
show(lambda: issubclass(C, object))
# --- program 481
show(lambda: ('%s' % (0 ** 5)))
def g():
    nonlocal_a = (7 // (2**31)).bit_count()
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += round((~0x7f), -2)
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
def g():
    nonlocal_a = (ord(u[-1:][:1]) or False.conjugate())
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += (b and n)
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: math.fsum([len(p) for p in re.sub(r'(.)(.)', '-', 'it\'s').ljust(9).split('b')]))
show(lambda: oct(0x7f).join(('1',)))
# --- program 482
show(lambda: [*[5, 3, 9, 1], (-10**18)])
show(lambda: bool(-2))
assert (not (7, (2.5))), (0.0)
show(lambda: ())
show(lambda: [*[1, 2, 3][2:3:3], hex(((10**20) if True else 2)).find('  pad '.ljust(9))])
def gen():
    got = yield list(enumerate('%s', 0))[:3]
    show(lambda: got)
    try:
        yield abs((lambda x, y=1000: x - y)(True))
    except ArithmeticError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(repr(xs)))
show(lambda: next(it))
show(lambda: next(it, 'done'))
# --- program 483
xs.pop()
try:
    raise ValueError('v') from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
def gen():
    got = yield '-7'.join(['x', 'y', 'z'])
    show(lambda: got)
    try:
        yield abs((-9007199254740993))
    except (KeyError, TypeError) as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(('' * 0)))
show(lambda: it.throw(ValueError(1)))
show(lambda: next(it, 'done'))
# --- program 484
def g():
    nonlocal_a = hash('12'.isidentifier())
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += (round(abs((123456.789))) >> 31)
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
class E(enum.Enum):
    A = enum.auto()
    B = 'b'
    C = 'c'
show(lambda: list(E))
show(lambda: E.C.name)
show(lambda: (len([5, 3, 9, 1]) ** 3))
try:
    raise StopIteration(3) from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 485
if ((w := (2**31)) in {}):
    k = 0
    while k < 3:
        k += 1
        show(lambda: slice(-2, 0b101).indices(5))
        s = bin(abs((9007199254740993)))
elif (not ()):
    show(lambda: (abs((0.5)) ** -1))
else:
    x: int = abs((pow((10**20), 0, -5) and round(1, 2)))
    show(lambda: x)
with Manager(False) as m:
    show(lambda: m)
    raise ZeroDivisionError
show(lambda: f"{a!r:>4} {b=} {s!s:.2}")
xs = sorted(set([i for i in list(range(5)) if i > 2]) & set([1, 2, 3]))[-100:1:-1]
d['new'] = dict(zip([], f"{a!r:>4} {b=} {s!s:.5}"))
a *= round(round((1.0), 0))
# --- program 486
s = chr(0x1f600)
show(lambda: hex(int.from_bytes(b'\x00\xff', 'little')))
show(lambda: ('é' * -1)[0:1:2].replace(('it\'s' or '  pad ')[-3::1], f'{a:e}', 1))
def gen():
    got = yield [i % len(list(range(5))) for i in sorted((list(range(3, 5, -1)) * -1), key=str)]
    show(lambda: got)
    try:
        yield b
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send([len(p) for p in 'abc'.split(None, 1)]))
show(lambda: list(it))
show(lambda: next(it, 'done'))
show(lambda: textwrap.shorten(s, 8))
# --- program 487
show(lambda: dict.fromkeys('%s', round(((0.0) ** 0))))
show(lambda: math.trunc((((1e16) ** 0.5) ** 0)))
x: 'str' = hash(0)
show(lambda: x)
def gen():
    got = yield ...
    show(lambda: got)
    try:
        yield abs(int.from_bytes(b'\x00\xff', 'big', signed=True))
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(abs((100.0))))
show(lambda: it.throw(ValueError(1)))
show(lambda: next(it, 'done'))
# --- program 488
match json.dumps((2147483647), default=repr, indent=1):
    case []:
        show(lambda: 'first')
    case [x]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case str(x):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: list(reversed([i // int((0.5)) for i in []])))
k = 0
while k < 3:
    k += 1
    show(lambda: {(1, 2): 3, 'v': True})
    a = (w := 1000).conjugate()
    show(lambda: float(((256).numerator or (9007199254740993))))
# --- program 489
for i, c in enumerate(('\t\n' + 'line1\nline2\r\n').removesuffix(('"q"' * -1))[:3]):
    show(lambda: ord(c) + i)
raise KeyError('k')
def gen():
    got = yield ((0.0) + -1j)
    show(lambda: got)
    try:
        yield b
    except (KeyError, TypeError) as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(dict(collections.Counter('日本'.join(str(i) for i in sorted({0}))))))
show(lambda: next(it))
show(lambda: next(it, 'done'))
del xs[:1]
# --- program 490
show(lambda: (((-0.0) ** 2) ** 2))
xs[0] = sorted([len(p) for p in '%s'.split(None, 1)], reverse=True)
xs = [v for v in xs if isinstance(v, int)]
with Manager(True) as m:
    show(lambda: m)
    raise Err(a)
match (not {}):
    case []:
        show(lambda: 'first')
    case [_]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case x if x == 1:
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 491
try:
    try:
        raise KeyError('k')
    finally:
        a, *xs = [*[len(p) for p in '{} {1}'.format('ab' 'cd', 1, x=-1000).split(',')], ord('ab' 'cd'[0:][:1])]
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
s += chr(0x110000)
show(lambda: pow(len(list(b'Hello')), 0, -5))
raise ZeroDivisionError
class E(enum.Enum):
    A = 'a'
    B = 2
    C = 4
show(lambda: list(E))
show(lambda: E.A | E.B)
# --- program 492
def f(x, y=int('line1\nline2\r\n'.removesuffix('aXbXc')[5:-2:2], 36), *args, z=int.from_bytes(bytes(range(5)), 'little', signed=True), **kw):
    a = 1
    xs = [x]
    s = u = 'in f'
    b = n = 2
    d = kw
    w = 0
    try:
        n += (w := (False or (-10**18)))
    except LookupError as e:
        show(lambda: (type(e).__name__, e.args, str(e)))
    finally:
        show(lambda: (-(1000 and (2**64))))
    yield x
    yield from xs
show(lambda: f(len({'k': 1, 'v': 2}), z=3, q=4))
show(lambda: list(f(round(divmod((9007199254740993), False.real)[0], -2))))
# --- program 493
with Manager(True) as m:
    show(lambda: m)
    raise StopIteration(3)
def gen():
    got = yield float(hex((-10**18)))
    show(lambda: got)
    try:
        yield int(int.from_bytes(b'abc', 'little'))
    except (KeyError, TypeError) as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(sorted(set([i * a for i in [1, 2, 3]]) & set(list(range(5))))))
show(lambda: it.close())
show(lambda: next(it, 'done'))
# --- program 494
try:
    try:
        raise StopIteration(3)
    finally:
        try:
            show(lambda: format((-9007199254740993), 'c'))
            int('x')
        except ValueError as e:
            show(lambda: (type(e).__name__, e.args, str(e)))
        finally:
            show(lambda: ('%r' % 256).count((f"{a!r:>8} {b=} {s!s:.2}" and b''.decode('utf-8', 'ignore').join(('1',)))))
        show(lambda: list(filter(None, [5, 3, 9, 1])))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
for i, c in enumerate(chr(10)[:3]):
    show(lambda: c * i)
# --- program 495
k = 0
while k < 3:
    k += 1
    x: int = hash(bool((2**64)))
    show(lambda: x)
for i in [i for i in sorted(set((list(range(5)) + list({'k': 1, 'v': 2}.values())[:0])) & set([i for i in xs if 1 <= i < 4])) if i not in (1, 3)][:4]:
    def g():
        nonlocal_a = (((10**20) >> 0) ** 3)
        def inner():
            nonlocal nonlocal_a
            nonlocal_a += max(sorted([1, 2, 3]), default=round((-1.5)))
            return nonlocal_a
        return inner(), inner(), nonlocal_a
    show(g)
else:
    show(lambda: str(256).zfill(3))
# --- program 496
try:
    raise Err(a) from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: list(reversed(sorted({(+(10**20))}))))
def g():
    nonlocal_a = round(int(textwrap.dedent('  a\n   b\n'), 16), -1)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += sum([i * True for i in list(range(0, -5, 1))])
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: pow((2 ** 1), 3, -5))
show(lambda: ())
show(lambda: list(reversed((lambda *v: list(v))(*list(range(-3, -5, 1))[::1], (2147483647)))))
# --- program 497
show(lambda: (2.5))
show(lambda: ((0.1) ** -1))
show(lambda: list(b'a b c'))
k = 0
while k < 3:
    k += 1
    x: int = len({**d, 1: (9007199254740993)})
    show(lambda: x)
    show(lambda: (not -2))
    show(lambda: ...)
try:
    raise TypeError from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
for i, c in enumerate(json.dumps(0, default=repr, indent=1).join([])[:3]):
    show(lambda: ord(c) + i)
# --- program 498
for i in list(dict(sorted({}.items(), key=repr)).values())[:0][:4]:
    class E(enum.Flag):
        A = 1
        B = enum.auto()
        C = 1
    show(lambda: list(E))
    show(lambda: E.A | E.B)
    with Manager(True) as m:
        show(lambda: m)
        raise Err(a)
    show(lambda: -1)
    if i % 2: continue
else:
    show(lambda: ('%e' % (-1.5)))
raise KeyError('k')
a, *xs = list(map(lambda v: v + 1, sorted({(1 + (10**20)), (2147483647), (-9007199254740993), -1000})))
# --- program 499
try:
    try:
        raise StopIteration(3)
    finally:
        (a, b), n = (int(False), 0), pow((~divmod(True, (lambda x, y=0: x - y)(10))[0]), 0, 1000)
        class E(enum.Enum):
            A = enum.auto()
            B = 2
            C = 'c'
        show(lambda: list(E))
        show(lambda: E.C.name)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
show(lambda: round(abs(((1e10) ** 2)), 1))
show(lambda: format(('%%' % 1000), '_x').join(str(i) for i in ([5, 3, 9, 1] * 1)))
# --- program 500
try:
    try:
        raise ExceptionGroup('eg', [ValueError(abs(int.from_bytes(b'abc', 'big', signed=True))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
    except* KeyError as eg:
        show(lambda: eg.exceptions)
    except* Exception as rest:
        show(lambda: rest)
    'a' + 1
except Exception as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: (~ord('{}'[0:][:1])))
s = chr(-1)
show(lambda: ''[100:-1].replace('%s', ('% d' % 'a,b,,c'))[-3:100:2])
# --- program 501
def gen():
    got = yield (lambda *v: list(v))(*list(range(5)), -1)
    show(lambda: got)
    try:
        yield min((lambda *v: list(v))(*[i * j for i in [1, 2, 3] for j in [1, 2, 3] if i != j], 3), default=(1000 >> 31))
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(dict.fromkeys([1, 2, 3], 0)))
show(lambda: it.throw(ValueError(1)))
show(lambda: next(it, 'done'))
show(lambda: hash(-1))
show(lambda: [*list(map(lambda v: v * v, [])), round((1.0))])
# --- program 502
def gen():
    got = yield range(2, (2147483647))[::-1]
    show(lambda: got)
    try:
        yield 'ab' 'cd'.zfill(6).index(json.dumps(-1000, default=repr, separators=(',', ':')).join(str(i) for i in [1, 2, 3]))
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(((not 2) or callable(int))))
show(lambda: it.close())
show(lambda: next(it, 'done'))
assert u.startswith(''), math.ceil((1e16))
show(lambda: [i * pow(-1000, 1, 7) for i in [int(False)]])
# --- program 503
match list(b''):
    case True:
        show(lambda: 'first')
    case [x, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case int() | float():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
with Manager(False) as m:
    show(lambda: m)
    raise IndexError(1, 2)
assert (not False), ()
a, *xs = list(range(10, -5, -1))
# --- program 504
show(lambda: ({'v': 10, True: [i for i in [1, 2, 3] if i % 2]} | dict(q=-2)))
k = 0
while k < 3:
    k += 1
    class E(enum.StrEnum):
        A = 'a'
        B = 2
        C = 1
    show(lambda: list(E))
    show(lambda: str(E.B))
    show(lambda: NotImplemented)
    show(lambda: list(reversed([])))
show(lambda: int(int('%s', 2)))
show(lambda: (b and abs(max([1, 2, 3], default=(2**31)))))
show(lambda: dict(collections.Counter((re.sub(r'\w', '-', '😀a', 1) + f'{-1000:_x}')[2])))
# --- program 505
def gen():
    got = yield (lambda *v: list(v))(*[], (7 if False else (2147483647)))
    show(lambda: got)
    try:
        yield ('  pad '.count('line1\nline2\r\n') ** 5)
    except Exception as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send((functools.reduce(lambda p, q: p - q, xs, (2).conjugate()) and ((0o17).bit_count() or 1_000))))
show(lambda: next(it))
show(lambda: next(it, 'done'))
del xs[:1]
# --- program 506
show(lambda: any((xs * 0)))
for i in [*([] + []), (0x7f >> 0)][:4]:
    for i in (lambda *v: list(v))(*sorted(list(range(0, 5, -1)), key=lambda v: -v), (pow(-1, 0, 7) ** 3))[:4]:
        show(lambda: re.findall(r'(\w)(\d)?', 'ab' 'cd'.title()))
        if i % 2: continue
    else:
        show(lambda: f'{0x7f:<5}'.zfill(3))
    xs.append(pow((10 and 3), 0, -5))
    if a > 100: break
else:
    show(lambda: (('%5.1f' % (0.5)) * 1))
with Manager(True) as m:
    show(lambda: m)
    raise Err(a)
assert (hex(0o17) + repr('-7')).endswith('a'), (255 / 'x1y2'.rfind(('😀a' and '  pad ')))
# --- program 507
match float(abs(1_000)):
    case 0:
        show(lambda: 'first')
    case [x, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case list():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: list(b'Hello'))
n //= (('a' + '12'[0:3:-1]) * -1).index('x1y2'.zfill(6))
show(lambda: list(itertools.islice(itertools.count(a, b), 4)))
# --- program 508
xs[1:3] = []
xs = [v for v in xs if isinstance(v, int)]
class C(Base):
    attr = ...
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __lt__(self, o): return True
show(lambda: C((b and ord(('abc' * 2)[-1:][:1]))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(abs(((+pow((-10**18), 1, 7)) >> 64)))
except Exception as e: show(lambda: repr(e))
show(lambda: c == 1)
show(lambda: d)
# --- program 509
try:
    try:
        raise TypeError
    finally:
        for i in [5, 3, 9, 1][:4]:
            show(lambda: ())
            show(lambda: ...)
            show(lambda: [*f"{a!r:>8} {b=} {s!s:.2}".join(str(i) for i in xs).center(5), *list(bytes(range(5)))][:4])
        else:
            show(lambda: (re.sub('', r'<\g<0>>', 'a,b,,c') * -1)[-1])
        (a, b), n = ((pow(1_000, 0, 1000) & divmod((4294967296), (~0b101))[0]), pow(hash(0), 1, 7)), ((-False) and ord(f"{a!r:>4} {b=} {s!s:.5}"[-1:][:1]))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 510
show(lambda: float(0))
n = (w := (lambda x, y=(-10**18): x * y)((2**64)))
d.update(k=1)
try:
    try:
        raise TypeError
    finally:
        with Manager(True) as m:
            show(lambda: m)
            raise ZeroDivisionError
        show(lambda: ())
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 511
def g():
    nonlocal_a = chr(233).index(('"q"' if False else u))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += sum(list(filter(None, [1, 2, 3])))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: {1.0: {'k': 1, 'v': 2}, 1.0: '  pad '})
show(lambda: round(int((1e10)), -2))
a, *xs = list(bytes(range(5)))
s += textwrap.indent(s, '> ').zfill(6)
x: 'str' = a
show(lambda: x)
# --- program 512
xs[::2] = (lambda *v: list(v))(*list(bytearray(b'xyz')), int(r'\d', 2))
xs = [v for v in xs if isinstance(v, int)]
show(lambda: int.from_bytes(b'a b c', 'little', signed=True))
try:
    show(lambda: 'ab' 'cd'.removeprefix('\x00\x7f'))
    b = (10**20)
    show(lambda: ('%X %#x' % (False, True)))
    'a' + 1
except LookupError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: [5, 3, 9, 1][1])
show(lambda: list(reversed([i - (-0b101) for i in list(range(5))])))
show(lambda: bin([5, 3, 9, 1][1]))
# --- program 513
def gen():
    got = yield float('aXbXc')
    show(lambda: got)
    try:
        yield int.from_bytes(b'Hello', 'little')
    except (KeyError, TypeError) as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(type(d)))
show(lambda: next(it))
show(lambda: next(it, 'done'))
# --- program 514
n = divmod((round(sum([1, 2, 3]), 0) << 31), int('a,b,,c', 16))[0]
show(lambda: (re.sub('', lambda m: m[0].upper(), 'abc').rstrip('c').strip() * -1))
match ('"q"' == ('%s' % -1000)):
    case True:
        show(lambda: 'first')
    case [int(x)]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case object(real=r):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: (((123456.789) ** 0) ** -1))
# --- program 515
show(lambda: chr(0x110000)[0])
class C(Base, dict):
    attr = list(range(-3, -5, 2))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __call__(self, *p, **k): return p, k
show(lambda: C(abs((w := 10))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(sorted(set(list(reversed([1, 2, 3]))) | set([5, 3, 9, 1]))[3])
except Exception as e: show(lambda: repr(e))
show(lambda: vars(c))
s += bin((+(divmod((-9007199254740993), False)[1] and -2)))
show(lambda: len({'k': 1, 'v': 2}))
# --- program 516
show(lambda: {2: dict.fromkeys([5, 3, 9, 1], 0b101), 'v': None})
show(lambda: (round(len([5, 3, 9, 1]), 0) & (255 ** 2)))
x: int = functools.reduce(lambda p, q: p + q, ([5, 3, 9, 1] * 2), round(3, -2))
show(lambda: x)
try:
    try:
        raise ValueError('v')
    finally:
        show(lambda: ())
        show(lambda: {None: 1_000, 2: (0.5)})
        d['k'] = (lambda *v: list(v))(*[5, 3, 9, 1], (2147483647))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 517
def gen():
    got = yield a
    show(lambda: got)
    try:
        yield round(int('😀a'.swapcase().translate(str.maketrans('abc', 'xyz')), 0), 0)
    except LookupError as e:
        yield repr(e)
    finally:
        show(lambda: 'closing')
it = gen()
show(lambda: next(it))
show(lambda: it.send(bool((xs * -1))))
show(lambda: next(it))
show(lambda: next(it, 'done'))
# --- program 518
show(lambda: f'{(0.5):g}')
show(lambda: dict(zip([i * j for i in list(range(5)) for j in [1, 2, 3] if i != j], '😀a')))
class C(list):
    attr = ((0o17 * True) / (4294967296))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __len__(self): return 3
show(lambda: C(int(((2147483647) not in []))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(sorted({False, (True >> 31)})[0])
except Exception as e: show(lambda: repr(e))
show(lambda: super(C, c).__repr__.__name__)
raise StopIteration(3)
# --- program 519
show(lambda: (lambda *v: list(v))(*list(itertools.islice(itertools.count(a, b), 4)), 'line1\nline2\r\n'.count('line1\nline2\r\n')))
show(lambda: math.fsum(list(reversed(sorted(xs)))))
match int((1e10)):
    case []:
        show(lambda: 'first')
    case [_, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case x if x == 1:
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: f'{1_000:_x}')
# --- program 520
s = chr(0x110000).join(str(i) for i in [i * j for i in [1, 2, 3] for j in list(reversed(sorted({10}))) if i >= j][5:3:2])
try:
    try:
        raise IndexError(1, 2)
    finally:
        show(lambda: True)
        assert isinstance([1, 2, 3][5:-1:-2], int), ('Hello, World' or 'AbC dEf')
        show(lambda: '日本'.join(str(i) for i in [i for i in [] if i % 2]))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
xs[:1] = list(itertools.accumulate(xs))
xs = [v for v in xs if isinstance(v, int)]
show(lambda: dict(q=d))
# --- program 521
for i, c in enumerate(('"q"'.translate(str.maketrans('a', 'b', 'c'))[-3:0].translate({97: 'A', 98: None}) * 3)[:3]):
    show(lambda: ord(c) + i)
match [i for i in [] if i not in (1, 3)]:
    case 1 | 2:
        show(lambda: 'first')
    case [int(x), *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: dict(sorted({i: i * 1 for i in [1, 2, 3]}.items(), key=repr)))
# --- program 522
xs[1:3] = [*list(b'\x00\xff'), (w := divmod((1).real, 0)[1])]
xs = [v for v in xs if isinstance(v, int)]
a ^= (w := (w := False))
def g():
    nonlocal_a = int((-0.0))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += (round(-2, 0) ** 0)
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: functools.reduce(lambda p, q: p + q, (list(range(5)) + list(dict(zip(xs, textwrap.dedent('  a\n   b\n'))).values())[:0]), (w := 10)))
show(lambda: re.sub(r'\w', lambda m: m[0].upper(), u, 1))
show(lambda: (1e10))
# --- program 523
show(lambda: list(reversed(list(filter(lambda v: v > 1, list(map(lambda v: v + 1, list(range(5)))))))))
match [5, 3, 9, 1]:
    case 'a':
        show(lambda: 'first')
    case [x]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case str(x):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: (not -1))
show(lambda: abs(((1e10) % (w := 7))))
# --- program 524
xs.reverse()
show(lambda: {i: i * ord(s[-1:][:1]) for i in list(range(-3, -5, 1))})
s = (bin((-9007199254740993)) * -1)
try:
    try:
        raise KeyError('k')
    finally:
        show(lambda: True)
        show(lambda: -1)
        a, *xs = list(filter(None, [len(p) for p in json.dumps(0x7f, default=repr, sort_keys=True).split(',')]))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 525
a += pow(3, 3, 7)
raise IndexError(1, 2)
show(lambda: float('😀a'[2]))
try:
    try:
        raise ZeroDivisionError
    finally:
        show(lambda: ...)
        show(lambda: ('%s' % 3))
        show(lambda: {'k': 1, 'v': 2})
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 526
match f'{0o17:%}'.zfill(3).count('line1\nline2\r\n'):
    case True:
        show(lambda: 'first')
    case [*_, x]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
show(lambda: {**{'k': 1, 'v': 2}, 1.0: 2})
show(lambda: ('AbC dEf' * 3).removeprefix(''.rjust(9)))
# --- program 527
try:
    raise ExceptionGroup('eg', [ValueError(ord(f"{a!r:>4} {b=} {s!s:.5}"[-1:][:1])), KeyError('k'), TypeError(1)])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
try:
    raise ExceptionGroup('eg', [ValueError((w := round(round((-9007199254740993), 0), -1))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: divmod(((lambda x, y=(--1): x + y)(round((10**20), -1)) and 255), (True ** 3))[0])
# --- program 528
try:
    try:
        raise ValueError('v')
    finally:
        k = 0
        while k < 3:
            k += 1
            show(lambda: NotImplemented)
        show(lambda: functools.reduce(lambda p, q: p - q, list(map(lambda v: v + 1, sorted(set(([5, 3, 9, 1] * 2)) - set(xs)))), round((2.5))))
        assert (hash((2**64)) <= functools.reduce(lambda p, q: p + q, [1, 2, 3], -2) < (((1_000 ** 1) or 0b101) << 1)), format((~(2**31)), '10.1f')
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 529
show(lambda: (dict(q={'k': 1, 'v': 2}) | dict(zip(xs, '{}'))))
class C(Base):
    attr = 'ab' 'cd'
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __lt__(self, o): return True
show(lambda: C(int('a')))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(pow((lambda x, y=-1: x * y)(0x7f), 0, 1000))
except Exception as e: show(lambda: repr(e))
show(lambda: issubclass(C, object))
show(lambda: NotImplemented)
# --- program 530
show(lambda: ('{}' + '\x00\x7f'))
P = collections.namedtuple('P', 'x y', defaults=[(((256).bit_length() ^ (-0x7f)) >> 40)])
show(lambda: P((w := (+256)))._replace(x='😀a'.zfill(3).translate(str.maketrans('abc', 'xyz'))))
show(lambda: P(1) < P(len(list(range(5))), 2))
show(lambda: (f'{1:010}' + '%s'.join(['x', 'y', 'z'])[1:0:2]))
xs.sort()
show(lambda: None)
k = 0
while k < 3:
    k += 1
    show(lambda: hash((2 | True)))
    show(lambda: list(zip(list(range(5)), ('a' if True else '😀a'.join(str(i) for i in [])))))
    show(lambda: ...)
# --- program 531
show(lambda: abs(math.fabs((2.5))))
match s:
    case None:
        show(lambda: 'first')
    case [_, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case x if x == 1:
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
b = functools.reduce(lambda p, q: p - q, list({2: (1e-7), 'a': ((1e10) ** -1)}.values())[:0], 10)
# --- program 532
show(lambda: None)
try:
    raise ExceptionGroup('eg', [ValueError(divmod(2, abs((2**31)))[0]), KeyError('k'), TypeError(1)])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
class E(enum.IntFlag):
    A = 'a'
    B = 2
    C = 4
show(lambda: list(E))
show(lambda: E('x'))
# --- program 533
show(lambda: 'a,b,,c'.join([]).rjust(9, '*'))
show(lambda: round(math.floor((2.5)), 0))
show(lambda: (json.dumps((1_000).numerator, default=repr, indent=1).rfind('line1\nline2\r\n'[-1].zfill(6)) + len([1, 2, 3])))
show(lambda: math.sqrt(round((1e-7), 0)))
try:
    try:
        raise TypeError
    finally:
        xs.reverse()
        a = (~(0x7f).bit_length())
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 534
show(lambda: list(map(lambda v: v + 1, sorted([], key=lambda v: -v))))
xs.sort()
(a, b), n = ((int.from_bytes(b'a b c', 'big') >> 31), False), (round(7, -2) ** 2)
show(lambda: [])
def g():
    nonlocal_a = max(sorted([i * 2 for i in []], reverse=True), default=sum([5, 3, 9, 1]))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += int([1, 2, 3][3])
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: {'k': 1, 'v': 2})
# --- program 535
try:
    with Manager(False) as m:
        show(lambda: m)
        raise ValueError('v')
    show(lambda: '12'[-100:-1:-2])
    show(lambda: ((3.14159) ** -1))
    int('x')
except ArithmeticError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: round(max([5, 3, 9, 1], default=(-10**18)), 2))
# --- program 536
show(lambda: list(bytes(range(5)))[1])
class C:
    attr = '{} {!r}'.format((2**31), (2147483647), x=(4294967296))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __iter__(self): yield from (1, 2)
show(lambda: C(0b101))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(('Hello, World'.count('  pad ').numerator ** 2))
except Exception as e: show(lambda: repr(e))
show(lambda: hash(c) == hash(c))
show(lambda: {})
# --- program 537
(a, b), n = (divmod(((0o17).bit_length() >> 1), abs([5, 3, 9, 1][-1]))[1], sum((xs + list(reversed([5, 3, 9, 1]))))), sum((lambda *v: list(v))(*xs, round((-0.0))))
def g():
    nonlocal_a = round(divmod((lambda x, y=(-10**18): x - y)(-1000), hash(False))[1], -2)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += abs(sum([]))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: (2.5))
xs = (lambda *v: list(v))(*[*[5, 3, 9, 1], (2**64)], (3).conjugate())
show(lambda: dict(collections.Counter(('x1y2' if False else '😀a'))))
# --- program 538
show(lambda: 'it\'s'.center(5, '*')[2])
class C(Base, dict):
    attr = dict.fromkeys('aXbXc', (2147483647))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __init_subclass__(cls, **k): show(lambda: k)
show(lambda: C(round((lambda x, y=int('a', 16): x * y)(((-10**18) ** 1)), -2)))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C((3 * a).bit_count())
except Exception as e: show(lambda: repr(e))
show(lambda: vars(c))
# --- program 539
try:
    raise StopIteration(3) from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
def g():
    nonlocal_a = ((hash(True) ^ (-10**18)) ^ ord('x1y2'.join(['x', 'y', 'z'])[0:][:1]))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += (round(float(0)).bit_length() + (1_000 & 0))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
# --- program 540
show(lambda: [i * j for i in [i for i in [] if i > 2] for j in list(itertools.takewhile(lambda v: v < 3, xs)) if i >= j])
class C(list):
    attr = ()
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __format__(self, spec): return '<' + spec + '>'
show(lambda: C(b))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C([*sorted(xs, key=str), (2**31)][-1])
except Exception as e: show(lambda: repr(e))
show(lambda: C.__name__, C.__qualname__, C.__module__)
# --- program 541
show(lambda: b''.center(7))
@dataclasses.dataclass(eq=False, repr=True)
class D:
    x: int
    y: object = int.from_bytes(bytearray(b'xyz'), 'big', signed=True)
    z: list = dataclasses.field(default_factory=list)
show(lambda: D((hash(abs(float(hash(-1)))) if (divmod(-1, 256)[1] <= 10 < 0x7f) else len([])), '😀a'.rpartition('\x00\x7f')))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(len(('%s %-5d|' % (10, (lambda *v: list(v))(*[5, 3, 9, 1], -2)))))))
show(lambda: [a])
show(lambda: callable(3))
# --- program 542
match sorted(collections.Counter(json.dumps({}, default=repr, indent=1)).items(), key=repr):
    case 0:
        show(lambda: 'first')
    case [1, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
xs.extend([functools.reduce(lambda p, q: p * q, sorted([], key=str), sum([i for i in list(range(5)) if i not in (1, 3)]))])
# --- program 543
def g():
    nonlocal_a = pow(sum([5, 3, 9, 1]), 1, 1000)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += (w := (lambda x, y=max(xs[1:-1:3], default=(w := 0o17)): x - y)(sum(sorted(set(list(range(5))) - set([1, 2, 3])))))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: min(sorted({1_000, (9007199254740993), 256, (+True)}), default=2))
d['new'] = [*[5, 3, 9, 1], -1]
xs.remove(1)
show(lambda: (functools.reduce(lambda p, q: p - q, list(reversed(list(range(5)))), (4294967296)) / divmod(n, 2)[1]))
# --- program 544
try:
    raise Err(a) from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
try:
    raise KeyError('k') from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
assert ('%s'.endswith(('a', 'H')) and bool(pow(256, 1, 1000))), (False and any(list(range(5))))
s = 'it\'s'[-1]
show(lambda: ('AbC dEf'.join(('1',)) + f'{(2**31):#b}'))
show(lambda: textwrap.dedent('  a\n   b\n'))
# --- program 545
class C(Base, dict):
    attr = ()
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    __slots__ = ('q',)
show(lambda: C(sum(list(range(-3, 5, -3)))))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(max(list(d.values())[:0], default=(-10)))
except Exception as e: show(lambda: repr(e))
show(lambda: 1 + c)
show(lambda: dict.fromkeys([5, 3, 9, 1], hash(len([5, 3, 9, 1]))))
# --- program 546
show(lambda: list(itertools.repeat(a, 2)))
try:
    try:
        raise ZeroDivisionError
    finally:
        xs[:1] = list(filter(None, list(dict(collections.Counter('AbC dEf'[5:0:-1])).values())[:0]))
        xs = [v for v in xs if isinstance(v, int)]
        b -= a
        d[a] = format((-10**18), '*^7')
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 547
try:
    raise IndexError(1, 2) from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
try:
    raise IndexError(1, 2) from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
@deco(int.from_bytes(bytearray(b'xyz'), 'big'))
def h(v): return v
show(lambda: h(sum(([] * -1))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 548
show(lambda: dict(p='日本'))
match '12'.center(5, '*').center(9, '*'):
    case []:
        show(lambda: 'first')
    case [_]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case int() | float():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 549
try:
    try:
        raise StopIteration(3) from None
    except Exception as e:
        show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
    d['missing']
except Err as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
finally:
    show(lambda: (sum([5, 3, 9, 1]) % ('ab' 'cd'.find('%s') and (-2 or divmod(-2, (2147483647))[0]))))
x: 'str' = (round(abs((100.0))) and max(list(map(int, [1, 2, 3])), default=-2))
show(lambda: x)
# --- program 550
show(lambda: hash(((9007199254740993) / (4294967296))))
class E(enum.Enum):
    A = enum.auto()
    B = 'b'
    C = 1
show(lambda: list(E))
show(lambda: E.C.name)
for i, c in enumerate('x1y2'.rjust(5)[0].join(str(i) for i in [len(p) for p in ('ß' * -1).split('b')])[:3]):
    show(lambda: ord(c) + i)
show(lambda: chr(233).translate({97: 'A', 98: None}))
show(lambda: ())
d[a] = ((0.5), 0o17)
# --- program 551
show(lambda: f'{(9007199254740993):*^7}'.join(['x', 'y', 'z']))
@dataclasses.dataclass(order=True)
class D:
    x: int
    y: object = len(dict(collections.Counter('abc'))).real
    z: list = dataclasses.field(default_factory=list, compare=False)
show(lambda: D((int('line1\nline2\r\n', 10) ** 3), NotImplemented))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(((2**64) | max([1, 2, 3], default=1_000)))))
show(lambda: round(int((123456.789)), -2))
show(lambda: (-0.0))
# --- program 552
xs.sort()
match ('-7' * 2):
    case None:
        show(lambda: 'first')
    case [x, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 553
show(lambda: (max(xs, default=(0b101 or 1000)) / ((10 if False else round(1_000, -2)) ** 3)))
class C(str):
    attr = hex((2**31))
    def __init__(self, *v): self.v = v
    def __repr__(self): return f'C({getattr(self, "v", None)})'
    def __hash__(self): return 42
show(lambda: C(1000))
c = None
show(lambda: [C(1) for _ in '1'])
try: c = C(int('line1\nline2\r\n'.replace(u, b'Hello'.decode('utf-8', 'ignore')), 10))
except Exception as e: show(lambda: repr(e))
show(lambda: list(c))
# --- program 554
show(lambda: [*[7], ((~7) if True else hash(1000))])
match ...:
    case 'a':
        show(lambda: 'first')
    case [int(x), y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case list():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 555
show(lambda: str(('%i' % 2).join(['x', 'y', 'z'])))
assert ('line1\nline2\r\n' + 'AbC dEf').startswith(''), dict(collections.Counter(re.sub(r'(.)(.)', r'<\g<0>>', 'AbC dEf', 1)))
def g():
    nonlocal_a = (w := ((2147483647) ** 5))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += round(((123456.789) ** 0))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: textwrap.dedent('  a\n   b\n')[2])
show(lambda: re.sub('', lambda m: m[0].upper(), '{} {!s}'.format(0o17, -1000, x=divmod(((10**20) ** 5), (-9007199254740993))[1]), 1))
# --- program 556
k = 0
while k < 3:
    k += 1
    d['k'] = (lambda *v: list(v))(*list(range(0, -5, -3)), 1_000)
    k = 0
    while k < 3:
        k += 1
        show(lambda: (('%5.1f %.2f' % (1000, True)) if (2 <= -1 < 'ab' 'cd'.find('AbC dEf'.replace('ab' 'cd', '  pad ', 0))) else 'é'))
        show(lambda: [*('\x00\x7f' and '日本').replace('x1y2', '%s'), *xs][:4])
    show(lambda: None)
d['k'] = {2: 'Hello, World', 'v': False}
xs = list({**d, (1, 2): (7).real}.values())[:0]
# --- program 557
P = collections.namedtuple('P', 'x y', defaults=[(round((3.14159)) >> 0)])
show(lambda: P((((4294967296) if False else 3) ** 0))._replace(x='a'[0]))
show(lambda: P(1) < P(int.from_bytes(b'\x00\xff', 'little', signed=True), 2))
show(lambda: ((10**20) ** 1))
show(lambda: (list(itertools.takewhile(lambda v: v < 3, xs)) * 0))
try:
    raise ExceptionGroup('eg', [ValueError(((s.count('') >> 3) ** 1)), KeyError('k'), TypeError(1)])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
raise ValueError('v')
# --- program 558
try:
    raise StopIteration(3) from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
class E(enum.Enum):
    A = enum.auto()
    B = enum.auto()
    C = 1
show(lambda: list(E))
show(lambda: E.A)
show(lambda: round(functools.reduce(lambda p, q: p + q, [5, 3, 9, 1], int.from_bytes(bytearray(b'xyz'), 'little')), 0))
show(lambda: ('-7' * -1).center(5))
# --- program 559
show(lambda: math.fsum([]))
match ''.join(str(i) for i in list(filter(None, xs))):
    case 1 | 2:
        show(lambda: 'first')
    case [int(x), *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case x if x == 1:
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 560
show(lambda: float('aXbXc'.index(re.sub(r'(.)(.)', r'<\g<0>>', 'line1\nline2\r\n', 1))))
show(lambda: {1.0: complex(0, -2.5), None: False})
def g():
    nonlocal_a = sum([5, 3, 9, 1])
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += ord(u[-1:][:1])
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: int.from_bytes(b'Hello', 'little', signed=True))
# --- program 561
try:
    try:
        raise ZeroDivisionError
    finally:
        with Manager(True) as m:
            show(lambda: m)
            raise Err(a)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
show(lambda: (math.fsum(xs) // (2.5)))
# --- program 562
match '\x00\x7f'.rpartition(re.sub('', r'<\g<0>>', 'ß')):
    case 1 | 2:
        show(lambda: 'first')
    case [x, y]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {**rest}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 563
match (({} | d) | {1: {'k': 1, 'v': 2}, None: 'a,b,,c'}):
    case True:
        show(lambda: 'first')
    case [*_, x, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {'k': v}:
        show(lambda: ('mapping', globals().get('v')))
    case str(x):
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 564
(a, b), n = (sum((lambda *v: list(v))(*(lambda *v: list(v))(*list(d.values())[:0], 10), (lambda x, y=(2147483647): x - y)(-1))), ((+ord('ab' 'cd'[-1:][:1])) ** 1)), (((1000 - 255) >> 0) << 64)
xs.insert(1, sum([10, max([1, 2, 3], default=1)]))
xs = list(reversed([len(p) for p in 'ab' 'cd'.split(None, 1)]))
def g():
    nonlocal_a = f'{255:}'.count(('%5.1f %.3s' % ((10**20), 'aXbXc'.find('日本'))))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += int.from_bytes(b'Hello', 'big', signed=True)
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
# --- program 565
show(lambda: (((1.0) // round((100.0), 1)) ** -1))
s = textwrap.fill(u, 6)
b = (-2 or round((100.0)))
try:
    raise ExceptionGroup('eg', [ValueError(pow(n, 1, 1000)), KeyError('k'), TypeError(1)])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: (lambda *v: list(v))(*[i * j for i in [1, 2, 3] for j in list(d.values())[:0] if i != j], int.from_bytes(b'\x00\xff', 'big')))
show(lambda: dict(p=()))
# --- program 566
show(lambda: abs(math.ceil((-0.0))))
@deco(int.from_bytes(b'abc', 'little', signed=True))
def h(v): return v
show(lambda: h(pow((n or 3), 1, -5)))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
try:
    raise ExceptionGroup('eg', [ValueError((hash(ord('{}'[-1:][:1])) | int(256))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 567
show(lambda: hash((2**64)))
class E(enum.IntFlag):
    A = 1
    B = enum.auto()
    C = enum.auto()
show(lambda: list(E))
show(lambda: E.A)
show(lambda: math.fsum([*sorted(set(list(map(abs, [5, 3, 9, 1]))) & set([1, 2, 3])), True]))
a &= -1
(a, b), n = (hash(((2**31) if ('\t\n' == '') else len([]))), round(round((123456.789), 0))), max([1_000, len(sorted(list(range(5)), key=lambda v: -v)), 2], default=ord('12'[-1:][:1]))
show(lambda: (round((0.1), 0) - 2))
# --- program 568
xs.extend([(+[5, 3, 9, 1][1])])
@dataclasses.dataclass(order=True)
class D:
    x: int
    y: object = round((123456.789)).conjugate()
    z: list = dataclasses.field(default_factory=list, compare=False)
show(lambda: D([i * j for i in [] for j in list(b'Hello') if i != j][1], complex(1, 0)))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(10)))
show(lambda: (1_000 << 40))
# --- program 569
try:
    try:
        raise StopIteration(3)
    finally:
        d['new'] = NotImplemented
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
show(lambda: (round(math.sqrt((1e16))) << 64))
show(lambda: {'a': (10**20), 'a': ((10**20), False)})
show(lambda: dict(sorted(dict.fromkeys([], 2).items(), key=repr)))
# --- program 570
xs[0] = list(range(10, 5, 1))
xs = [v for v in xs if isinstance(v, int)]
class E(enum.Enum):
    A = enum.auto()
    B = enum.auto()
    C = 1
show(lambda: list(E))
show(lambda: E.A == 1)
show(lambda: (lambda x, y=((2).bit_length() if False else a): x + y)(n))
for i, c in enumerate('a'.upper()[:3]):
    show(lambda: (i, c))
# --- program 571
@dataclasses.dataclass(frozen=True)
class D:
    x: int
    y: object = int('12', 10)
    z: list = dataclasses.field(default_factory=list, compare=False)
show(lambda: D(hash(10), math.fsum([1, 2, 3])))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(ord(('{} {x[0]!s}'.format((-9007199254740993), (-10**18), x=255) if any([1, 2, 3]) else '{} {!s}'.format(255, (0b101 and -1000), x=255))[0:][:1]))))
a, *xs = ([len(p) for p in ('abc'.ljust(0, '*') * 0).split('b')] + list(range(5))[2:0:1])
a = (-int.from_bytes(b'abc', 'little', signed=True))
# --- program 572
class E(enum.IntFlag):
    A = enum.auto()
    B = 2
    C = enum.auto()
show(lambda: list(E))
show(lambda: len(E))
show(lambda: {**dict.fromkeys('{} {x.real!r}'.format({'k': 1, 'v': 2}, 255, x=(2**31)), list(range(5))[-1]), 'a': divmod(int('12', 2), round((1e10)))[0]})
show(lambda: {'k': 1, 'v': 2})
show(lambda: (hash((-2 ** 2)) / (0o17 ** 1)))
show(lambda: list(itertools.takewhile(lambda v: v < 3, xs)))
show(lambda: dict(sorted({'v': fractions.Fraction(1, (10**20)), None: False}.items(), key=repr)))
# --- program 573
d['k'] = ([i * j for i in list(range(5)) for j in (lambda *v: list(v))(*[1, 2, 3], (9007199254740993)) if i >= j] + [5, 3, 9, 1])
raise IndexError(1, 2)
class E(enum.IntEnum):
    A = 'a'
    B = enum.auto()
    C = 4
show(lambda: list(E))
show(lambda: E(1))
show(lambda: True)
(a, b), n = ((9007199254740993), divmod(round((9007199254740993), -2), round(((1e100) // 10)).real)[1]), functools.reduce(lambda p, q: p * q, [7], [1, 2, 3][1])
show(lambda: '日本'.center(9, '*').rfind('{} {x.real}'.format((d | {}), 3, x=1000)[0]))
# --- program 574
xs = list(range(3, 12, 2))
try:
    raise ExceptionGroup('eg', [ValueError(int.from_bytes(bytes(range(5)), 'little', signed=True)), KeyError('k'), TypeError(1)])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
with Manager(False) as m:
    show(lambda: m)
    raise ValueError('v')
raise ZeroDivisionError
# --- program 575
try:
    raise ExceptionGroup('eg', [ValueError(int.from_bytes(bytes(range(5)), 'big')), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
xs = list(itertools.chain(xs, [a]))
show(lambda: (('😀a' + 'é').istitle() and (not None)))
xs = sorted({hash((2147483647)), len(format((4294967296), '#b'))})
show(lambda: (dict(p=abs(-1)) | dict(sorted({}.items(), key=repr))))
assert ([-2][0:1:3] == [i // ((2**31) ** 5) for i in [1, 2, 3]]), ('%5.1f' % (256 >> 3))
# --- program 576
@dataclasses.dataclass
class D:
    x: int
    y: object = (lambda x, y='abc'[-1].index('it\'s'): x + y)(round(math.fsum(xs)))
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D(10, json.dumps('-7', default=repr, indent=1)))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(int.from_bytes(b'', 'big', signed=True))))
show(lambda: math.fsum(list(map(lambda v: v * v, xs))))
xs = ([3, functools.reduce(lambda p, q: p - q, [], (9007199254740993)), (2147483647)] + ([] * 2))
# --- program 577
show(lambda: list(filter(None, [1, 2, 3])))
def g():
    nonlocal_a = int(re.sub(r'\s*', '-', 'a,b,,c'), 0)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += divmod((3).real, ord('aXbXc'[-1:][:1]))[0]
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: {})
show(lambda: math.trunc(math.fsum(list(d.values())[:0])))
# --- program 578
match list(enumerate('ß'.ljust(9), 0))[:3]:
    case 0:
        show(lambda: 'first')
    case [1, *rest]:
        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))
    case {1: v, **rest}:
        show(lambda: ('mapping', globals().get('v')))
    case bool():
        show(lambda: 'class')
    case _:
        show(lambda: 'other')
# --- program 579
show(lambda: math.trunc(abs(math.fsum(list(range(5))))))
show(lambda: ...)
k = 0
while k < 3:
    k += 1
    xs.append([i - int('-7'.translate(str.maketrans('a', 'b', 'c')), 0) for i in [i * j for i in list(reversed([])) for j in [1, 2, 3] if i >= j]][-1])
    xs[0] = [1, 2, 3]
    xs = [v for v in xs if isinstance(v, int)]
show(lambda: r'\d'.removesuffix('\x00\x7f').count(('%5.1f %.2f' % (math.fsum(list(range(5))), 7))))
show(lambda: round(((-1.5) + (1e-7)), 0))
# --- program 580
s = chr(10).zfill(6)
@dataclasses.dataclass(slots=True)
class D:
    x: int
    y: object = ((0b101 << 64) or (~functools.reduce(lambda p, q: p - q, [1, 2, 3], 0)))
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D(functools.reduce(lambda p, q: p + q, sorted([1, 2, 3], key=lambda v: -v), [5, 3, 9, 1][3]), math.floor((-0.0))))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(len(({'k': 1, 'v': 2} | d)))))
# --- program 581
a, *xs = [len(p) for p in '%s'.split(',')]
def g():
    nonlocal_a = round((math.fsum([5, 3, 9, 1][-3::2]) ** 2))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += (w := functools.reduce(lambda p, q: p * q, [i for i in xs if i > 2], int('%s', 16)))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: (('-7' if True else u) + ('Hello, World' + b''.decode('ascii', 'replace'))))
# --- program 582
a = (w := functools.reduce(lambda p, q: p * q, [1, 2, 3], -2))
for i in list(({} | d).values())[:0][5:-2][:4]:
    with Manager(True) as m:
        show(lambda: m)
        raise ZeroDivisionError
    if a > 100: break
else:
    show(lambda: '{} {x!s}'.format((), list(b''), x=(w := 3)))
show(lambda: ('%a %.3s' % ('line1\nline2\r\n', 0)))
show(lambda: dict(sorted({'v': {}, 2: (pow(256, 0, 7), 7)}.items(), key=repr)))
# --- program 583
a &= ((b and 3) and 0o17).conjugate()
n = (((4294967296) << 3) and (10 >> 40))
for i in list(filter(None, list(filter(None, [i * j for i in xs for j in [i for i in [len(p) for p in '\x00\x7f'.split(',')] if not i] if i >= j]))))[:4]:
    b //= ((-2 ** 3) if '{}'.isprintable() else (w := (2**64)))
    show(lambda: (255 ** 1))
    show(lambda: math.floor((0.0)))
    if i % 2: continue
else:
    show(lambda: ('%5d' % re.sub(r'\w', r'<\g<0>>', 'x1y2').count(json.dumps(7, default=repr, indent=1))).zfill(3))
show(lambda: ((lambda x, y=0: x + y)(-1) ** 3))
# --- program 584
for i, c in enumerate(format(-2, '#o')[:3]):
    show(lambda: c * i)
for i in sorted(list(range(10, 5, -3)))[:4]:
    show(lambda: 'abc'.removesuffix(re.sub(r'\w', '-', '😀a', 1)))
    xs.sort()
    show(lambda: 'Hello, World')
    if i == 2: break
else:
    show(lambda: ascii(True))
show(lambda: dict(zip([len(p) for p in '日本'.split()], ascii((... is True)))))
# --- program 585
show(lambda: {i: i + (-int('%s', 36)) for i in list(itertools.chain(xs, [a]))})
xs[:1] = list((dict(collections.Counter('{}')) | dict(zip((lambda *v: list(v))(*list(reversed(xs)), (lambda x, y=False: x + y)((2**64))), '日本'))).values())[:0]
xs = [v for v in xs if isinstance(v, int)]
assert callable(len), (round(1, 0) / list(range(5))[3])
class E(enum.Enum):
    A = 'a'
    B = 2
    C = 4
show(lambda: list(E))
show(lambda: E.A | E.B)
# --- program 586
n %= round(((0.1) + abs((1e-7))))
@dataclasses.dataclass(slots=True)
class D:
    x: int
    y: object = (abs(-2) and sum((xs + [])))
    z: list = dataclasses.field(default_factory=list)
show(lambda: D(list(map(abs, list(range(5))))[1], round((3.14159), 3)))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(abs(max([1, 2, 3], default=-2)))))
# --- program 587
show(lambda: b''.decode())
show(lambda: float(-1))
show(lambda: s.join(str(i) for i in [5, 3, 9, 1][:-1:3]))
try:
    raise ExceptionGroup('eg', [ValueError((2).bit_count()), KeyError('k'), TypeError(1)])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
assert callable(int), sorted((list(range(5)) * 2))
# --- program 588
show(lambda: [i for i in list(range(0, 5, 1))[-100:1:3] if not i])
assert bool(None), list(b'')
class E(enum.Enum):
    A = 'a'
    B = 2
    C = 4
show(lambda: list(E))
show(lambda: str(E.B))
show(lambda: math.fsum(sorted(set(list({1: (4294967296), (1, 2): 1}.values())[:0]) - set([i for i in list(itertools.takewhile(lambda v: v < 3, xs)) if i % 2]))))
a = hash(((3.14159) / (123456.789)))
# --- program 589
def g():
    nonlocal_a = n
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += abs(a)
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
a = functools.reduce(lambda p, q: p + q, sorted({3, round(n, -2), 1000}), min(([5, 3, 9, 1] * 0), default=round(((2.5) ** 0))))
show(lambda: (b & (w := xs[3])))
# --- program 590
def g():
    nonlocal_a = (lambda x, y=pow((2147483647), 1, 7).bit_count(): x * y)((lambda x, y=1_000: x + y)(-2))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += len(format(1, '.2f'))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: math.fsum([len(xs)]))
show(lambda: re.sub('[a-c]+', '-', 'é', 1).join(str(i) for i in [i * n for i in [1, 2, 3]]))
# --- program 591
show(lambda: ...)
try:
    raise ExceptionGroup('eg', [ValueError(ord(oct(False)[-1:][:1])), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: (('%05d' % int.from_bytes(b'\x00\xff', 'big')).join('pqr') and f'{0:.3}'))
show(lambda: ...)
xs = ([5, 3, 9, 1][0:100:-1] + [len(p) for p in f"{a!r:>4} {b=} {s!s:.2}".split(',')])
# --- program 592
try:
    try:
        raise KeyError('k')
    finally:
        xs.extend([sum(list(reversed(list(range(5)))))])
        for i, c in enumerate(f'{abs(round(round((-1.5), 0), 3)):5}'[:3]):
            show(lambda: c * i)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 593
assert json.dumps(divmod((2**31), 0o17)[0], default=repr, sort_keys=True).endswith(''), max([i - 10 for i in [5, 3, 9, 1]], default=0b101)
show(lambda: oct((-1 ** 2)))
k = 0
while k < 3:
    k += 1
    for i, c in enumerate(f"{a!r:>4} {b=} {s!s:.2}".removeprefix('AbC dEf'.strip('a '))[:3]):
        show(lambda: (i, c))
    show(lambda: {'k': 1, 'v': 2})
xs[::2] = sorted(list(map(int, [i for i in list({'k': 1, 'v': 2}.values())[:0] if i % 2])), key=str)
xs = [v for v in xs if isinstance(v, int)]
# --- program 594
try:
    try:
        raise Err(a)
    finally:
        xs.append(('😀a'.index(s) and max([], default=0o17).bit_count()))
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
n = functools.reduce(lambda p, q: p - q, list(range(5)), (True ** 2))
n = ((9007199254740993) if ((-9007199254740993) <= a != int('  pad ', 0)) else a)
# --- program 595
try:
    assert callable(len), (xs + [1, 2, 3])
    1 // 0
except LookupError as e:
    show(lambda: (type(e).__name__, e.args, str(e)))
else:
    show(lambda: 'else')
finally:
    show(lambda: list(itertools.compress(xs, [1, 0, 1]))[3])
show(lambda: sorted({'Hello, World'.count('abc'), 2})[5:1])
# --- program 596
try:
    raise ExceptionGroup('eg', [ValueError(round((-9007199254740993), -2)), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
xs[:1] = [i for i in sorted(set(xs) ^ set([i * round((3.14159)) for i in xs])) if i % 2]
xs = [v for v in xs if isinstance(v, int)]
for i, c in enumerate('{}'.expandtabs(3)[-1][:3]):
    show(lambda: ord(c) + i)
# --- program 597
show(lambda: 'a,b,,c'.splitlines())
show(lambda: ('abc' == 'Hello, World'))
show(lambda: float((3).real))
show(lambda: (math.fsum(xs) ** 0.5))
class E(enum.StrEnum):
    A = enum.auto()
    B = 'b'
    C = 1
show(lambda: list(E))
show(lambda: E.A == 1)
# --- program 598
show(lambda: format('12'[-1:1:3], '05'))
show(lambda: '日本'.removeprefix('12').translate({97: 'A', 98: None}))
show(lambda: (1.0))
show(lambda: d)
show(lambda: round(round((1e100), 0), 0))
try:
    raise ValueError('v') from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 599
show(lambda: [])
show(lambda: divmod('Hello, World'.lower().count('a'), ((2147483647) % (2**31)))[0])
show(lambda: sorted(set(list(dict(p=(3.14159)).values())[:0]) ^ set(list(map(int, list({}.values())[:0])))))
try:
    raise TypeError from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
x: list[int] = len(('%x' % 0))
show(lambda: x)
# --- program 600
show(lambda: int('aXbXc'))
b *= round(float('aXbXc'.index('"q"')))
s += bytes(range(5)).decode()
try:
    raise ExceptionGroup('eg', [ValueError(f'{float(7):010}'.rfind(format((2147483647), '_'))), KeyError('k'), TypeError(1)])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 601
show(lambda: ((-9007199254740993) / (w := (w := (7 if False else 0o17)))))
@deco((hash((9007199254740993)) ** 5))
def h(v): return v
show(lambda: h(ord('AbC dEf'[2].center(5)[0:][:1]).bit_length()))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
s = 'aXbXc'
(a, b), n = (max(list(d.values())[:0], default=hash(0x7f)), divmod((sum(list(range(5))) if False else (False ** 2)), pow(int.from_bytes(b'abc', 'big'), 3, -5))[0]), (lambda x, y=((-(2**64)) >> 64): x + y)(hash(True))
show(lambda: sorted(set([]) - set(sorted(xs, reverse=True))))
raise ValueError('v')
# --- program 602
show(lambda: {'k': 1, 'v': 2})
for i in list(itertools.dropwhile(bool, xs))[:4]:
    @deco(round(((-1.5) ** 0)))
    def h(v=1): return v
    show(lambda: h(int.from_bytes(b'\x00\xff', 'little', signed=True)))
    show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
    if i == 2: break
else:
    show(lambda: ('%5d' % '  pad '))
# --- program 603
show(lambda: {})
s = (('it\'s' + 'aXbXc') if all([]) else ('%s' % 1_000).translate(str.maketrans('abc', 'xyz')))
for i, c in enumerate(chr(-1)[:3]):
    show(lambda: (i, c))
@deco(a)
def h(v): return v
show(lambda: h(int.from_bytes(bytearray(b'xyz'), 'little', signed=True)))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: list(filter(lambda v: v > 1, sorted([]))))
# --- program 604
show(lambda: list(range(0, 12, 2)))
show(lambda: abs((-0.0)))
class E(enum.Enum):
    A = enum.auto()
    B = enum.auto()
    C = 4
show(lambda: list(E))
show(lambda: str(E.B))
show(lambda: math.fsum((lambda *v: list(v))(*[*[5, 3, 9, 1], 0b101], (9007199254740993).numerator)))
# --- program 605
show(lambda: (not None))
@deco(min(list(reversed([1, 2, 3])), default=-1000).bit_count())
def h(v: int): return v
show(lambda: h(round(int(1000), 2)))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
d['k'] = math.fsum(list(range(5)))
show(lambda: f'{False:<5}')
show(lambda: f"{a!r:>4} {b=} {s!s:.5}".zfill(6))
b = (w := int((0.5)))
# --- program 606
show(lambda: (int.from_bytes(bytearray(b'xyz'), 'big') ** 2))
show(lambda: dict(collections.Counter('日本'.join(str(i) for i in []))))
class E(enum.IntFlag):
    A = 1
    B = 'b'
    C = enum.auto()
show(lambda: list(E))
show(lambda: E(1))
show(lambda: list(itertools.permutations(s[:3], 2))[:4] and None)
# --- program 607
show(lambda: sorted(sorted({2, 0, b}), key=str))
def g():
    nonlocal_a = int.from_bytes(b'Hello', 'little')
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += list(range(3, 12, -3))[-1]
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
# --- program 608
show(lambda: u[2])
show(lambda: (round((0.1), 3) ** 2))
class E(enum.IntFlag):
    A = 'a'
    B = 'b'
    C = 'c'
show(lambda: list(E))
show(lambda: E.A)
show(lambda: [((-9007199254740993) ** 3)])
# --- program 609
show(lambda: (dict(collections.Counter('😀a'.upper())) | ((({'k': 1, 'v': 2} | {'k': 1, 'v': 2}) | {'k': 1, 'v': 2}) | {**{}, 2: 1000})))
show(lambda: list(range(-3, 5, 2)))
show(lambda: ())
s += ('%a %e' % ((ord(chr(-1)[0:][:1]), 1), {}))
show(lambda: round(((3.14159) ** 0.5)))
try:
    raise ValueError('v') from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 610
show(lambda: (-0.0))
d.pop('k', None)
show(lambda: (dict(zip([], '  pad ')) | {'k': 1, 'v': 2}))
show(lambda: abs(ord(json.dumps('aXbXc', default=repr, indent=1)[0:][:1])))
raise IndexError(1, 2)
try:
    raise StopIteration(3) from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 611
s = (re.sub(r'\w', '-', 'aXbXc', 1) * 2)
show(lambda: chr(-1))
show(lambda: (((3.14159) ** 0.5) + (2.5)))
for i in list(range(5))[:4]:
    show(lambda: abs((1e100)))
    show(lambda: (math.fsum([1, 2, 3]) ** 0))
    show(lambda: frozenset(['AbC dEf'.index('abc'.zfill(3))]))
else:
    show(lambda: 'it\'s'.translate(str.maketrans('a', 'b', 'c')).rjust(9).rjust(0, '*'))
# --- program 612
try:
    raise ExceptionGroup('eg', [ValueError(divmod(((n * 10) >> 1), [*list(reversed(list(range(5)))), 1][3])[0]), KeyError('k'), TypeError(1)])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: ((+abs(True)) ** 3))
d[a] = textwrap.shorten(s, 8)
show(lambda: (divmod((-10**18), (0x7f).real)[1] ** 2))
# --- program 613
def g():
    nonlocal_a = (sum(xs) if (((9007199254740993) and (2**31)) <= (2**64)) else '-7'.removesuffix('a,b,,c').rfind('  pad '.removeprefix('\t\n')))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += divmod([][-1], functools.reduce(lambda p, q: p - q, [], -1000))[0]
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
show(lambda: format(1, '05').strip().translate(str.maketrans('abc', 'xyz')))
# --- program 614
show(lambda: (math.fsum(sorted(xs)) * (0.0)))
show(lambda: {})
try:
    raise ExceptionGroup('eg', [ValueError(int('line1\nline2\r\n'.replace(bin(0x7f), re.sub(r'\s*', r'<\g<0>>', '日本', 1)), 2)), KeyError('k'), TypeError(1)])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
d['new'] = list(itertools.dropwhile(bool, xs))
# --- program 615
@dataclasses.dataclass(frozen=True)
class D:
    x: int
    y: object = (round(int((0.1)), 2) and len('é'))
    z: list = dataclasses.field(default_factory=list, compare=False)
show(lambda: D(((~0) ** 2), ()))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D(len(('  pad ' if isinstance(False, float | None) else ('%%' % int('', 2)))))))
# --- program 616
@dataclasses.dataclass(slots=True)
class D:
    x: int
    y: object = round(round(round((100.0), -1), -1))
    z: list = dataclasses.field(default_factory=list, repr=False)
show(lambda: D(int(False), {**d, 2: (2**64)}))
show(lambda: D(1) == D(1))
show(lambda: D(1) < D(2))
show(lambda: dataclasses.asdict(D((int((0.0)) if (7 not in [5, 3, 9, 1]) else len([1, 2, 3])))))
# --- program 617
a = ord((textwrap.shorten(s, 8) * -1)[0:][:1])
with Manager(False) as m:
    show(lambda: m)
    raise StopIteration(3)
for i, c in enumerate(re.sub('[a-c]+', '-', ('%+d %s' % (1_000, min([], default=(9007199254740993)))), 1)[:3]):
    show(lambda: ord(c) + i)
a, *xs = [i * j for i in list({i: i + 0b101 for i in (xs * 1)}.values())[:0] for j in [len(p) for p in '"q"'.split(None, 1)] if i != j]
show(lambda: math.floor(abs(abs((round((-1 / (9007199254740993)), 1) / math.trunc((1e-7)))))))
show(lambda: 'a,b,,c')
# --- program 618
def g():
    nonlocal_a = round(((-1.5) ** 0.5))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += int.from_bytes(b'Hello', 'big', signed=True)
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
assert (pow(1000, 3, 7) not in {'k': 1, 'v': 2}), tuple([5, 3, 9, 1])
# --- program 619
try:
    try:
        raise IndexError(1, 2)
    finally:
        for i, c in enumerate('\t\n'[:3]):
            show(lambda: c * i)
except BaseException as e:
    show(lambda: repr(e))
    show(lambda: repr(e.__context__))
# --- program 620
show(lambda: 7)
with Manager(False) as m:
    show(lambda: m)
    raise KeyError('k')
s = format((ord('{}'[0:][:1]) / (lambda x, y=[1, 2, 3][1]: x * y)(len([]))), '.2f')
s = ('%c' % 'AbC dEf')
show(lambda: ((lambda x, y=1_000: x - y)(int('AbC dEf', 10)) & int(float((4294967296)))))
show(lambda: (dict(sorted(dict.fromkeys([1, 2, 3], -1000).items(), key=repr)) | dict.fromkeys('it\'s', sum([1, 2, 3]))))
# --- program 621
show(lambda: ord('  pad '.translate({97: 'A', 98: None}).center(5)[0:][:1]))
show(lambda: {'k': dict.fromkeys([1, 2, 3], -2), True: d})
show(lambda: abs(abs((-0.0))))
try:
    raise ZeroDivisionError from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: textwrap.fill(u, 6))
# --- program 622
show(lambda: None)
(a, b), n = ((lambda x, y='a'.count('😀a'): x - y)(len(([5, 3, 9, 1] + [5, 3, 9, 1]))), (w := (+divmod((0b101).numerator, 10)[0]))), pow((2 ** 5), 3, 7)
P = collections.namedtuple('P', 'x y', defaults=[((w := (-9007199254740993)) and min(xs, default=((2147483647) ** 1)))])
show(lambda: P((lambda x, y=False: x * y)(-1000).conjugate())._replace(x=format(256, '-')[1::2][0]))
show(lambda: P(1) < P(divmod([][0], (0b101 >> 3))[1], 2))
show(lambda: (w := (round((1e-7)) ** 1)))
xs[-1:] = [1, 2, 3]
xs = [v for v in xs if isinstance(v, int)]
# --- program 623
try:
    raise Err(a) from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
xs.pop()
a, *xs = ([*[5, 3, 9, 1], False] + [i for i in [] if not i])
show(lambda: [])
show(lambda: (math.fsum(list(range(0, 12, 1))) ** 0.5))
# --- program 624
try:
    raise ExceptionGroup('eg', [ValueError([i * j for i in sorted(list(range(5)), reverse=True) for j in sorted([1, 2, 3], key=lambda v: -v) if i != j][1]), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: (list(d.values())[:0] + list(range(5))))
raise ValueError('v')
# --- program 625
with Manager(False) as m:
    show(lambda: m)
    raise KeyError('k')
b = (lambda x, y=pow(1000, 0, 1000): x - y)((lambda x, y=pow(10, 0, -5): x - y)(-1)).conjugate()
xs[:1] = list(itertools.repeat(a, 2))
xs = [v for v in xs if isinstance(v, int)]
show(lambda: {i: i * ord('日本'.replace(s, f'{(2**64):05}', 1)[-1:][:1]) for i in ([i * j for i in list(range(5)) for j in list(range(5)) if i >= j] + [1, 2, 3])})
xs.extend([round(float((lambda x, y=(0o17).bit_length(): x * y)(256)))])
# --- program 626
show(lambda: (sum(xs) ** 0))
show(lambda: ({'k': 1, 'v': 2} | ({'k': 1, 'v': 2} | dict(sorted(d.items(), key=repr)))))
try:
    raise ExceptionGroup('eg', [ValueError(pow(-1, 0, 7)), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 627
@deco(int(('ß' if False else '\x00\x7f'), 16))
def h(v): return v
show(lambda: h('%s'[5:1:3].casefold().rfind('日本'.removesuffix('x1y2'.translate(str.maketrans('abc', 'xyz'))))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
s += format(math.ceil((float('x1y2') ** 0.5)), 'x')
raise Err(a)
(a, b), n = (abs(int(re.sub(r'(.)(.)', '-', '\t\n', 1))), 2), (lambda x, y=pow([5, 3, 9, 1][0], 0, 1000): x - y)(xs[3])
a, *xs = ([i * (9007199254740993) for i in [i * j for i in [] for j in list(range(5)) if i >= j]] * 1)
# --- program 628
show(lambda: math.floor(((1e100) * (-10**18))))
show(lambda: round(math.fsum([5, 3, 9, 1])))
try:
    raise ExceptionGroup('eg', [ValueError(abs(divmod((9007199254740993), False)[1])), KeyError('k'), TypeError(1)])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 629
show(lambda: (-ord('ab' 'cd'[-1:][:1])))
show(lambda: round(((0.0) ** 0), 3))
for i in [hash((2**31)), int.from_bytes(bytes(range(5)), 'big'), hash(True)][:4]:
    show(lambda: ('{}'.zfill(6)[-1:0:-1] * 1))
    show(lambda: (not 10))
    xs.append(sum(['x1y2'.join(('1',)).count('x1y2')]))
else:
    show(lambda: format(((re.sub('[a-c]+', '-', '{}') * 0) not in f'{list(range(5))[3]:+.2e}'), ','))
# --- program 630
show(lambda: 'line1\nline2\r\n'.join(str(i) for i in [5, 3, 9, 1])[0])
show(lambda: math.floor(abs((1.0))))
with Manager(False) as m:
    show(lambda: m)
    raise StopIteration(3)
show(lambda: s.zfill(6))
xs.insert(1, 0o17)
show(lambda: dict.fromkeys(xs, (10 ** 2)))
# --- program 631
xs = list(reversed(([1, 2, 3] + [5, 3, 9, 1])))
try:
    raise KeyError('k') from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: round((w := 0o17), 0))
show(lambda: '{} {0!s}'.format((1.0), False, x=(lambda x, y=256: x * y)((-1000 if callable(None) else 1000))))
raise IndexError(1, 2)
# --- program 632
try:
    raise ExceptionGroup('eg', [ValueError(int(1)), KeyError('k'), TypeError(1)])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
a = divmod(pow(0b101, 3, 1000).conjugate(), divmod(-1000, (10**20))[0])[1]
xs.insert(1, hash(True))
# --- program 633
n //= int(format((-9007199254740993), '-'), 2)
@deco(b)
def h(v=1): return v
show(lambda: h([*[1, 2, 3], (4294967296)][-1]))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
xs[::2] = list(map(abs, list(range(0, 5, -1))))
xs = [v for v in xs if isinstance(v, int)]
show(lambda: {})
# --- program 634
show(lambda: (a & round(1, -1)))
show(lambda: {i: i + int((0.0)) for i in list(range(5))})
try:
    raise ValueError('v') from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
n -= int('é'.removesuffix(s), 2)
show(lambda: frozenset([round(-1000, 0)]))
# --- program 635
s = s
show(lambda: list(b'Hello'))
show(lambda: {'k': 1, 'v': 2})
show(lambda: (round(True, -2) if '{}'.startswith('a') else (((2**31) % ord('Hello, World'[0:][:1])) if False else (10**20))))
@deco(f'{0o17:10.1f}'.index(('{}' + '%s')))
def h(v=1): return v
show(lambda: h(((list(itertools.takewhile(lambda v: v < 3, xs)) + list(range(5))) + sorted(set([]) | set([])))[1]))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 636
show(lambda: re.sub(r'(.)(.)', r'<\g<0>>', 'it\'s'.replace('😀a', '"q"'), 1))
s += 'é'.swapcase().lstrip()
with Manager(True) as m:
    show(lambda: m)
    raise IndexError(1, 2)
(a, b), n = ((10**20), b), int.from_bytes(b'a b c', 'little', signed=True)
xs[::2] = [i for i in (lambda *v: list(v))(*xs, (0b101 or (2147483647))) if i not in (1, 3)]
xs = [v for v in xs if isinstance(v, int)]
# --- program 637
with Manager(False) as m:
    show(lambda: m)
    raise IndexError(1, 2)
with Manager(False) as m:
    show(lambda: m)
    raise TypeError
for i, c in enumerate('x1y2'.translate(str.maketrans('a', 'b', 'c'))[:3]):
    show(lambda: (i, c))
# --- program 638
show(lambda: (dict(zip([], 'it\'s')) | {'k': 256, 'v': (lambda x, y=0b101: x - y)(False)}))
xs.remove(1)
(a, b), n = (round(((w := (9007199254740993)) / (-10**18))), ((10).real ** 5)), (~(w := int.from_bytes(bytes(range(5)), 'little')))
a = 'ab' 'cd'.strip().rfind('{} {!r}'.format(1, (1e10), x=n).upper())
@deco(n)
def h(v): return v
show(lambda: h((w := sum([]))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 639
def g():
    nonlocal_a = (lambda x, y=(w := 7): x + y)(n)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += int.from_bytes(b'', 'little', signed=True)
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
# --- program 640
assert isinstance(type(True), bool), abs(abs((1e100)))
k = 0
while k < 3:
    k += 1
    d[a] = abs(abs((0.1)))
    d['new'] = math.fsum(list(map(lambda v: v * v, [1, 2, 3])))
show(lambda: list(map(abs, list(range(10, 5, -1)))))
(a, b), n = (pow(abs(max(list(range(5)), default=1000)), 0, -5), round(float(2))), (-len(list(itertools.accumulate(xs))))
# --- program 641
show(lambda: ((0.5) ** -1))
try:
    raise ExceptionGroup('eg', [ValueError(int('é'.translate(str.maketrans('abc', 'xyz')))), KeyError('k'), TypeError(1)])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
assert (sum([5, 3, 9, 1]) < (10**20) >= (w := (lambda x, y=0x7f: x * y)(int((0b101 / (2**31)))))), b
# --- program 642
def g():
    nonlocal_a = functools.reduce(lambda p, q: p * q, ([i * j for i in xs for j in [1] if i != j] * 1), a)
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += abs(int(False))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
# --- program 643
show(lambda: '"q"'.upper()[-1:100:-2])
assert (int((1.0)) not in [1, 2, 3]), (w := 1_000)
class E(enum.IntEnum):
    A = enum.auto()
    B = 2
    C = 'c'
show(lambda: list(E))
show(lambda: E.A)
# --- program 644
show(lambda: math.fsum([i for i in [i * j for i in list(filter(lambda v: v > 1, [1, 2, 3])) for j in list(range(5)) if i < j] if 1 <= i < 4]))
try:
    raise IndexError(1, 2) from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: ({i: i + a for i in [1, 2, 3]} | dict(collections.Counter(('%d %i' % (0b101, 2))))))
show(lambda: dict(sorted(dict.fromkeys(([1, 2, 3] + xs), (2**31)).items(), key=repr)))
(a, b), n = ((pow(256, 1, 1000) if (not -1) else (w := int('\t\n', 10))).numerator, (sum(xs) << 1)), 1000
# --- program 645
show(lambda: dict.fromkeys([], a))
show(lambda: f'{(2**31):s}'.join(str(i) for i in (list(reversed([])) * 0)))
try:
    raise ExceptionGroup('eg', [ValueError(list(b'a b c')[-1]), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 646
def g():
    nonlocal_a = round((3.14159))
    def inner():
        nonlocal nonlocal_a
        nonlocal_a += (~functools.reduce(lambda p, q: p - q, list(range(5)), hash(1_000)))
        return nonlocal_a
    return inner(), inner(), nonlocal_a
show(g)
# --- program 647
for i in [i + (f"{a!r:>8} {b=} {s!s:.2}" * 1).count('\t\n') for i in list(reversed([5, 3, 9, 1]))][:4]:
    a, *xs = [*list(filter(None, [1, 2, 3])), (-(-9007199254740993))]
    if i % 2: continue
else:
    show(lambda: repr('AbC dEf'.endswith(('a', 'H'))))
show(lambda: round(abs((((3.14159) ** 0.5) // 256)), 1))
show(lambda: {**dict(p=(1e16)), 1.0: divmod(len([]), (10).real)[0]})
d['k'] = (7 / divmod(1000, len([1, 2, 3]))[0])
# --- program 648
class E(enum.Flag):
    A = 1
    B = 'b'
    C = 'c'
show(lambda: list(E))
show(lambda: str(E.B))
del d['k']
# --- program 649
show(lambda: (256).bit_length())
try:
    raise ExceptionGroup('eg', [ValueError(([][1] >> 64)), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 650
b &= ((9007199254740993) if False else sum([1, 2, 3])).conjugate()
n = len({})
show(lambda: (math.fsum([5, 3, 9, 1]) ** 0))
d['new'] = (lambda *v: list(v))(*list(range(10, -5, 2)), functools.reduce(lambda p, q: p * q, [i - False for i in list(d.values())[:0]], sum([1, 2, 3])))
with Manager(False) as m:
    show(lambda: m)
    raise ValueError('v')
# --- program 651
a -= ord('{} {!r}'.format(0o17, list(range(5)), x=0x7f)[0:][:1])
show(lambda: abs((0.0)))
@deco(hash(('%s' in f'{True:#b}')))
def h(v): return v
show(lambda: h(len({(1, 2): functools.reduce(lambda p, q: p - q, [5, 3, 9, 1], (2**31)), 2: (2**31)})))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
xs.insert(1, functools.reduce(lambda p, q: p * q, list(b'a b c'), (True ** 2)))
# --- program 652
class E(enum.IntFlag):
    A = enum.auto()
    B = enum.auto()
    C = 'c'
show(lambda: list(E))
show(lambda: f'{E.A}')
raise ZeroDivisionError
# --- program 653
@deco(hash(round((-9007199254740993), 0)))
def h(v=1): return v
show(lambda: h(('"q"'.count('  pad ') if (xs == ([1, 2, 3] + xs)) else (10 << 40))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: (ascii(((10, (10**20)), 'é')) and re.sub(r'(.)(.)', '-', 'a')))
del d['k']
show(lambda: re.findall('.', 'é'))
# --- program 654
d[a] = dict.fromkeys([1, 2, 3], ((9007199254740993) << 3))
show(lambda: list(range(10, -5, 2))[-1])
try:
    raise Err(a) from KeyError
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: {'k': d, 2: False})
# --- program 655
show(lambda: ascii((100.0)).zfill(3))
show(lambda: dict(zip(sorted(set(list(d.values())[:0]) & set(list(reversed([]))[100::-1])), '\x00\x7f')))
s = ((('% d' % -1) * 3)[5:100:3] and '{} {0!r}'.format((255 ** 2), (1_000, 3), x=(functools.reduce(lambda p, q: p - q, [len(p) for p in textwrap.dedent('  a\n   b\n').split(None, 1)], (0b101 // divmod(10, -2)[1])) ^ 1000)))
xs[1:3] = [len(p) for p in ('%a' % (1e-7)).split()]
xs = [v for v in xs if isinstance(v, int)]
show(lambda: [i * j for i in ([1, 2, 3] * -1) for j in sorted({sum(sorted({-2})), (~2), int('\t\n', 2)}) if i != j])
d.pop('k', None)
# --- program 656
show(lambda: ((([] * 2) + [5, 3, 9, 1]) * 2))
d[a] = ('\t\n' if True else 'a')
x: list[int] = ((--1000) if (256 <= math.fsum([])) else round(((10**20) | divmod(False, 0b101)[0]), -1))
show(lambda: x)
(a, b), n = (((~3) << 3), max([][2:100:2], default=sorted([5, 3, 9, 1])[-1])), sum(list(range(10, 5, 1)))
x: int = 256
show(lambda: x)
# --- program 657
class E(enum.IntFlag):
    A = 1
    B = 2
    C = 'c'
show(lambda: list(E))
show(lambda: E.C.name)
show(lambda: float('ß'[-3:-2:3]))
# --- program 658
show(lambda: int(f'{(-9007199254740993):5}', 16))
a, *xs = [i * j for i in list(b'\x00\xff') for j in list(map(int, xs)) if i < j]
show(lambda: 'aXbXc'.join(('1',))[-100:-1:-2])
try:
    raise StopIteration(3) from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 659
show(lambda: list(itertools.islice(itertools.count(a, b), 4)))
try:
    raise TypeError from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: {**dict(zip(sorted(set([]) & set(sorted([], reverse=True))), 'x1y2')), 'v': ((w := -1) and -1000)})
show(lambda: u)
# --- program 660
with Manager(True) as m:
    show(lambda: m)
    raise KeyError('k')
show(lambda: ('%#x' % ((1e-7) * (1e100))))
show(lambda: math.fsum(([1, 2, 3] + sorted({255, 1, (2**31)}))))
show(lambda: ())
show(lambda: None)
# --- program 661
show(lambda: (-sum([5, 3, 9, 1])))
class E(enum.StrEnum):
    A = enum.auto()
    B = enum.auto()
    C = 4
show(lambda: list(E))
show(lambda: E(1))
# --- program 662
P = collections.namedtuple('P', 'x y', defaults=[(hash(3).conjugate() if ((-10**18) not in list(range(5))) else (+0x7f))])
show(lambda: P((int(s, 10) and b))._replace(x=(w := 1000)))
show(lambda: P(1) < P((round(1_000, -1) ** 2), 2))
x: int = (round((2**64), 0) if isinstance(((4294967296), (-9007199254740993)), object) else (ord('\x00\x7f'.translate(str.maketrans('a', 'b', 'c'))[0:][:1]) // (4294967296)))
show(lambda: x)
for i, c in enumerate('{} {!s}'.format([5, 3, 9, 1], (0, round((2.5))), x=abs(a))[:3]):
    show(lambda: (i, c))
# --- program 663
show(lambda: dict(sorted({**{'k': 1, 'v': 2}, 'a': (-10**18)}.items(), key=repr)))
try:
    raise ExceptionGroup('eg', [ValueError((('"q"' and 'a,b,,c') and '😀a').rfind('\t\n'.join(str(i) for i in xs))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 664
class E(enum.Enum):
    A = enum.auto()
    B = enum.auto()
    C = 1
show(lambda: list(E))
show(lambda: ~E.A)
show(lambda: dict.fromkeys(xs, ord('a'[0:][:1])))
# --- program 665
show(lambda: list(range(0, 5, -3)))
show(lambda: ((3.14159) ** 2))
show(lambda: list(itertools.chain(xs, [a])))
show(lambda: dict(zip(list(d.values())[:0], textwrap.shorten(s, 8))))
with Manager(False) as m:
    show(lambda: m)
    raise StopIteration(3)
# --- program 666
try:
    raise ExceptionGroup('eg', [ValueError(abs(((-1 ** 0) - 2))), KeyError('k'), TypeError(1)])
except* (TypeError, ValueError) as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
a, *xs = list(filter(None, sorted(set([i * j for i in xs for j in list(range(5)) if i != j]) & set(list(range(5))))))
# --- program 667
xs[-1:] = list(range(10, 12, 1))
xs = [v for v in xs if isinstance(v, int)]
@deco((sum(list(range(5))) ^ sum(list(b'a b c'))))
def h(v: int): return v
show(lambda: h((lambda *v: list(v))(*[], 0x7f)[-1]))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
raise StopIteration(3)
# --- program 668
assert (not d), divmod(False, 0x7f)[0]
k = 0
while k < 3:
    k += 1
    xs[-1:] = list(reversed([i * j for i in list({'k': 1, 'v': 2}.values())[:0] for j in list(filter(None, xs)) if i < j]))
    xs = [v for v in xs if isinstance(v, int)]
show(lambda: [i for i in [*[], sum(list(range(5)))] if i % 2])
# --- program 669
x: 'str' = pow((lambda x, y=(-9007199254740993): x - y)((9007199254740993)).numerator, 1, 7)
show(lambda: x)
@deco('  pad '.ljust(9, '*').index(format('', ' ')))
def h(v: int): return v
show(lambda: h(ord(('abc' if ((2**31) > (-10**18)) else '{} {0!s}'.format((2**64), 255, x=(-10**18)))[-1:][:1])))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: round(abs(float(round((0.0)))), 0))
# --- program 670
@deco(b)
def h(v: int): return v
show(lambda: h(int(re.sub(r'\w', lambda m: m[0].upper(), ('-7' * 0), 1), 2)))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
xs = [i + round(float(7)) for i in list(range(10, 5, 2))]
show(lambda: NotImplemented)
n = ((lambda x, y=hash(0): x * y)(0o17) - int('', 10))
# --- program 671
show(lambda: min([1, 2, 3], default=(0 << 64)).numerator)
with Manager(False) as m:
    show(lambda: m)
    raise KeyError('k')
show(lambda: (functools.reduce(lambda p, q: p * q, sorted(xs, key=str), 0) | (lambda x, y=divmod((+False), (2**31))[0]: x * y)(1_000)))
show(lambda: ((round((1e-7), 0) ** 2) / False))
show(lambda: (lambda *v: list(v))(*sorted({(255).real}), divmod(-2, 1)[0]))
# --- program 672
class E(enum.StrEnum):
    A = enum.auto()
    B = 2
    C = 'c'
show(lambda: list(E))
show(lambda: E.A == 1)
raise KeyError('k')
# --- program 673
for i in ([5, 3, 9, 1] + xs)[-1:100][:4]:
    show(lambda: bytearray(b'xyz').decode('latin-1'))
    show(lambda: int.from_bytes(b'a b c', 'little'))
    show(lambda: re.sub('', r'<\g<0>>', '{} {x[0]!s}'.format(3, abs(((1e16) / (123456.789))), x=int.from_bytes(b'\x00\xff', 'little'))))
    if i == 2: break
else:
    show(lambda: ('😀a' + textwrap.fill(u, 6)).replace(u, bin(len(xs)), 0))
# --- program 674
show(lambda: None)
show(lambda: sorted(set(list(range(5))) - set(list(range(5)))))
k = 0
while k < 3:
    k += 1
    show(lambda: ())
show(lambda: float('12'.expandtabs(3)))
# --- program 675
try:
    raise ExceptionGroup('eg', [ValueError(abs(round((-10**18), 2))), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* KeyError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
show(lambda: round(float((lambda x, y=0x7f: x + y)((10**20))), -1))
# --- program 676
(a, b), n = (False.bit_count().conjugate(), int(((1e-7) // (3.14159)))), round(abs((2**31)), -2)
show(lambda: (w := (2**31)))
a, *xs = list(reversed(list(itertools.accumulate(xs))))
s = ('%g %#x' % (list(reversed(list(range(5)))), dict(zip(list(b'Hello'), 'x1y2'))))
show(lambda: {**dict(sorted(d.items(), key=repr)), None: divmod(-2, min(list(range(5)), default=int('-7', 36)))[0]})
b //= (False ** 3)
# --- program 677
assert (not 'ß'.center(5, '*')), dict(q=(-9007199254740993))
P = collections.namedtuple('P', 'x y', defaults=[hash((True or True))])
show(lambda: P(n)._replace(x=dict.fromkeys(list(range(5)), int.from_bytes(b'abc', 'little'))))
show(lambda: P(1) < P(7, 2))
xs[-1:] = xs
xs = [v for v in xs if isinstance(v, int)]
# --- program 678
class E(enum.Enum):
    A = enum.auto()
    B = enum.auto()
    C = 1
show(lambda: list(E))
show(lambda: E.A < E.B)
# --- program 679
show(lambda: dict(q=False))
show(lambda: sorted(set([i for i in sorted({1000, 10}) if i % 2]) & set(sorted(set(sorted({(255).real, 0o17, (4294967296), -1000})) | set(sorted(set(xs) | set(xs)))))))
show(lambda: math.trunc(abs((123456.789))))
show(lambda: '{} {x.real!r}'.format(True, (list(range(5)) != list(range(5))), x=int(False)))
show(lambda: {None: {}, 1.0: 'it\'s'.startswith(('a', 'H'))})
xs.append(len(('😀a' if True else '%s')))
# --- program 680
P = collections.namedtuple('P', 'x y', defaults=[((('日本' * 3) + textwrap.shorten(s, 8)).rfind(r'\d') * [1, 2, 3][-1])])
show(lambda: P((pow(functools.reduce(lambda p, q: p + q, [], 10), 1, 1000) ** 5))._replace(x=abs(True)))
show(lambda: P(1) < P((int('ab' 'cd', 16) ** 5), 2))
show(lambda: dict(collections.Counter('-7'.join(('1',)))))
show(lambda: oct(len([1, 2, 3])))
xs.append(a)
# --- program 681
try:
    raise ExceptionGroup('eg', [ValueError(hash(False)), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 682
assert ((not min([1, 2, 3], default=3)) and all(list(reversed([5, 3, 9, 1])))), operator.itemgetter(0, 1)(list(range(5)))
show(lambda: {**{**d, 'v': 255}, 'a': len([1, 2, 3])})
show(lambda: ((0b101 / ((-10**18) if (len([1, 2, 3]) in []) else int('a', 2))) + (2.5)))
show(lambda: f'{(w + (3 << 3)):}')
show(lambda: sorted(sorted([5, 3, 9, 1]), key=lambda v: v % 3))
(a, b), n = ((lambda x, y=(abs(-1000) + (4294967296)): x + y)((ord(''.join(str(i) for i in [])[-100:-2:-2][-1:][:1]) if bool(1000) else (9007199254740993))), hash((9007199254740993))), (pow((9007199254740993), 1, 7).real << 1)
# --- program 683
show(lambda: 10)
a, *xs = list(range(0, 12, 2))
show(lambda: int(round((1.0), -1)).bit_count())
show(lambda: [i % divmod(ord('-7'[-1:][:1]), (lambda x, y=-1: x + y)(0x7f))[0] for i in xs][0])
xs.clear()
show(lambda: ((math.fsum([]) ** 2) * -2))
# --- program 684
xs = list(dict(sorted(({'k': 1, 'v': 2} | {}).items(), key=repr)).values())[:0]
@deco((xs[1].conjugate() + (w := -2)))
def h(v: int): return v
show(lambda: h((int.from_bytes(b'Hello', 'big') and round((-1 / int.from_bytes(b'abc', 'big', signed=True))))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: chr(-1))
# --- program 685
for i in list(range(3, 5, 1))[:4]:
    show(lambda: list(bytearray(b'xyz')))
    raise ZeroDivisionError
    show(lambda: operator.itemgetter(0, 1)([5, 3, 9, 1]))
else:
    show(lambda: s)
# --- program 686
try:
    raise StopIteration(3) from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
raise TypeError
show(lambda: {**dict(sorted({'k': 1, 'v': 2}.items(), key=repr)), 'k': (hash(1) if bool((2147483647)) else int((-1.5)))})
# --- program 687
try:
    raise Err(a) from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
(a, b), n = ((hash(divmod(1000, (4294967296))[0]) if '"q"'.startswith('') else ord('AbC dEf'[0:][:1])), (round(((0.5) + (100.0))) ** 3)), round(round((1e16), 1))
show(lambda: list(dict(q=int('Hello, World', 2)).values())[:0])
# --- program 688
try:
    raise ExceptionGroup('eg', [ValueError(round(sorted({255, (-9007199254740993)})[3], 2)), KeyError('k'), ExceptionGroup('in', [ValueError(2)])])
except* ValueError as eg:
    show(lambda: eg.exceptions)
except* Exception as rest:
    show(lambda: rest)
# --- program 689
for i, c in enumerate(('\x00\x7f'.capitalize() + ('a,b,,c'[0] if '日本'.startswith(('a', 'H')) else ('{}'.zfill(3) if True else 'Hello, World')))[:3]):
    show(lambda: (i, c))
@deco((abs(7) or list(range(5))[1]))
def h(v): return v
show(lambda: h((w := -2)))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 690
with Manager(False) as m:
    show(lambda: m)
    raise TypeError
show(lambda: list(itertools.chain(xs, [a])))
x: int = (lambda x, y=sum(list(range(5))): x - y)(ord('Hello, World'[0:][:1]))
show(lambda: x)
# --- program 691
show(lambda: 'é'.replace(hex((10**20)), 'ab' 'cd'.replace(str((4294967296)), 'aXbXc').translate(str.maketrans('a', 'b', 'c')), 0))
show(lambda: round((math.fabs(round((-1.5), 1)) / (-1.5))))
for i in [i for i in [*list(itertools.dropwhile(bool, xs)), int('ab' 'cd', 36)] if i > 2][:4]:
    raise KeyError('k')
else:
    show(lambda: chr(-1))
# --- program 692
s = chr(65).join(str(i) for i in list(map(int, [])))
try:
    raise ZeroDivisionError from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: {i: i + int.from_bytes(bytes(range(5)), 'big') for i in [(10**20), 1, (2**31), 1000]})
# --- program 693
a &= ((lambda x, y=abs(1000): x * y)((4294967296)) and int(math.fsum([1, 2, 3])))
try:
    raise Err(a) from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: ''.join(str(i) for i in sorted((list(reversed(xs)) * 2), key=lambda v: -v)))
# --- program 694
show(lambda: d)
show(lambda: abs(((0 / 1000) - math.trunc((-1.5)))))
xs.clear()
xs = list(b'')
show(lambda: dict(q=(1.0)))
xs.remove(1)
# --- program 695
for i, c in enumerate(hex((3 ** 0)).replace(bin((2**64)), '😀a', 1)[:3]):
    show(lambda: c * i)
show(lambda: float(256))
x: int = pow(ord('{}'[0:][:1]), 1, 7)
show(lambda: x)
show(lambda: [i * j for i in list(dict.fromkeys([], (2147483647)).values())[:0] for j in (list(d.values())[:0] * 0) if i < j])
# --- program 696
show(lambda: re.sub(r'\s*', '-', '%s'.join([]), 1))
show(lambda: list(range(0, 5, 2)))
show(lambda: sorted([a, int.from_bytes(b'\x00\xff', 'little', signed=True), 1_000], key=lambda v: v % 3))
xs[-1:] = ((lambda *v: list(v))(*list(range(5)), divmod(pow(1, 3, 1000), 10)[1]) * 0)
xs = [v for v in xs if isinstance(v, int)]
show(lambda: ('\x00\x7f' and ('%s'.removeprefix('ab' 'cd') if (1_000 == 0o17) else r'\d')))
# --- program 697
xs.append(int(bytes(range(5)).decode('latin-1'), 16))
show(lambda: '\x00\x7f'.zfill(3).center(5, '*'))
with Manager(False) as m:
    show(lambda: m)
    raise ValueError('v')
show(lambda: dict(zip(list(reversed([1, 2, 3]))[1:-2:3], b'a b c'.decode('ascii', 'replace'))))
# --- program 698
show(lambda: abs((7 ** 1)))
show(lambda: max(sorted([], key=lambda v: v % 3), default=divmod((2**31), hash(1))[0]))
show(lambda: ((4294967296) <= (4294967296)))
show(lambda: NotImplemented)
xs.extend([(lambda x, y=(lambda x, y=(9007199254740993): x * y)((divmod(-2, 0o17)[0] - (3 << 1))): x * y)([len(p) for p in 'a'.split('b')][3])])
n *= a.bit_length()
# --- program 699
for i, c in enumerate(ascii(False).replace(s, chr(10))[:3]):
    show(lambda: c * i)
x: int = sum([5, 3, 9, 1])
show(lambda: x)
show(lambda: dict(sorted(dict(collections.Counter('AbC dEf')).items(), key=repr)))
d['new'] = (ascii(-1000) >= '{}')
# --- program 700
with Manager(True) as m:
    show(lambda: m)
    raise KeyError('k')
show(lambda: json.dumps(NotImplemented, default=repr, indent=1))
show(lambda: list(filter(lambda v: v > 1, list(b'Hello'))))
show(lambda: (math.fabs(float((2**64))) ** 0))
# --- program 701
show(lambda: dict(q=(functools.reduce(lambda p, q: p - q, [], [5, 3, 9, 1][3]) ^ int((0.1))).numerator))
show(lambda: list(map(lambda v: v + 1, sorted(set([5, 3, 9, 1]) | set(xs)))))
s += (re.sub(r'(.)(.)', '-', r'\d') or json.dumps(int('\x00\x7f', 36), default=repr, indent=1))
show(lambda: (1e100))
b = (int.from_bytes(bytes(range(5)), 'little') ^ (10**20))
# --- program 702
xs.reverse()
@deco(functools.reduce(lambda p, q: p * q, list(({**dict(sorted({'k': 1, 'v': 2}.items(), key=repr)), 'v': max([], default=0x7f)} | {'k': 1, 'v': 2}).values())[:0], int('aXbXc', 16).bit_count()))
def h(v): return v
show(lambda: h(abs(((2**31) or (-1000 ** 0)))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 703
show(lambda: ({i: i * ((2147483647) << 3) for i in list(range(5))} | dict(collections.Counter(f'{(2147483647):5}'))))
try:
    raise ZeroDivisionError from Err(1)
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 704
show(lambda: str((0.1)))
s = oct(2)[0:-2:-2]
a = 1
d[a] = isinstance(..., dict)
show(lambda: str(0))
# --- program 705
show(lambda: list(b''))
xs = sorted(set(list(b'a b c')) - set([i * j for i in [i * j for i in list(range(5)) for j in sorted({(abs((10**20)) | (-10**18)), 7}) if i != j][::3] for j in xs if i != j]))
show(lambda: n)
xs = list(reversed(sorted({round((-9007199254740993), 2)})))
n &= (ord('a,b,,c'[0:][:1]) or max([], default=(2**31)))
# --- program 706
@deco((((0x7f << 1) and -1000).bit_count() << 1))
def h(v=1): return v
show(lambda: h(max(list(b'\x00\xff'), default=divmod(3, (False - 1_000))[0])))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
s += chr(0x1f600).join(str(i) for i in list({'k': 1, 'v': 2}.values())[:0])
# --- program 707
@deco(round(len({'k': 1, 'v': 2}), 2))
def h(v): return v
show(lambda: h((w := (lambda x, y=1: x - y)(-2))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
show(lambda: re.sub(r'\s*', '-', '日本', 1).zfill(3))
# --- program 708
show(lambda: list(reversed(list({'k': 1, 'v': 2}.values())[:0])))
show(lambda: textwrap.indent(s, '> ').replace('%s', u, 1))
n -= max(list(reversed(xs)), default=max([*xs, 0x7f], default=(-9007199254740993)))
show(lambda: dict(sorted(d.items(), key=repr)))
show(lambda: min([1, 2, 3], default=(10**20)))
# --- program 709
xs.insert(1, int((abs((~1_000)) / n)))
show(lambda: [i * n for i in list(range(-3, 12, -3))])
show(lambda: round(divmod((9007199254740993), (-10**18))[1], -1).numerator)
show(lambda: 'it\'s'.center(9, '*'))
show(lambda: frozenset([(256 if True else (-10**18))]))
# --- program 710
show(lambda: [*list(range(0, -5, -3)), (0o17 * a)])
xs = list(itertools.repeat(a, 2))
xs[0] = list(reversed(list(itertools.compress(xs, [1, 0, 1]))))
xs = [v for v in xs if isinstance(v, int)]
show(lambda: bool((10**20)))
# --- program 711
xs[-1:] = [i % (2147483647) for i in [*list(range(5)), 1000]][5:-1]
xs = [v for v in xs if isinstance(v, int)]
show(lambda: s)
d[a] = {**{'k': 1, 'v': 2}, True: 7}
show(lambda: '\x00\x7f'.zfill(6))
# --- program 712
show(lambda: (((3.14159) ** -1) ** 0))
show(lambda: dict.fromkeys([5, 3, 9, 1], hash(True)))
del xs[:1]
show(lambda: callable(len))
show(lambda: {i: i * (sum([]) if callable(None) else (w := ((10**20) // 1))) for i in list(map(lambda v: v + 1, list(range(5))[0:0:-2]))})
# --- program 713
show(lambda: ('%X %c' % (repr(int.from_bytes(bytes(range(5)), 'big')), float(7))))
(a, b), n = (abs(abs((4294967296))), ((lambda x, y=0: x + y)((4294967296)) - (255).bit_length())), int('a')
show(lambda: ((1_000).bit_length() / int.from_bytes(b'\x00\xff', 'little')))
show(lambda: math.fsum(list(range(10, -5, -3))))
a, *xs = (list(reversed(list(range(5)))) + list(itertools.takewhile(lambda v: v < 3, xs)))
# --- program 714
show(lambda: ('-7'.removeprefix(u.zfill(6)) + u))
show(lambda: [len(p) for p in 'a'.split(',')][5:-2:3])
P = collections.namedtuple('P', 'x y', defaults=[abs((max([*[5, 3, 9, 1], (-10**18)], default=7) + len([5, 3, 9, 1])))])
show(lambda: P('aXbXc'.count(u))._replace(x=NotImplemented))
show(lambda: P(1) < P(round(round((100.0), 0)), 2))
# --- program 715
xs[::2] = [5, 3, 9, 1]
xs = [v for v in xs if isinstance(v, int)]
with Manager(True) as m:
    show(lambda: m)
    raise IndexError(1, 2)
# --- program 716
b |= (lambda x, y=round((4294967296), 0): x - y)('AbC dEf'.find(oct(divmod((9007199254740993), 10)[0])))
show(lambda: b'a b c'.decode('ascii', 'replace'))
d[a] = None
show(lambda: ('aXbXc'.join(str(i) for i in [1, 2, 3]) or '-7'[2]))
show(lambda: ord('%s'[5:100:-1][0:][:1]))
# --- program 717
show(lambda: divmod(abs(False), round(-1000, 0))[1])
P = collections.namedtuple('P', 'x y', defaults=[255])
show(lambda: P(json.dumps(1_000, default=repr, sort_keys=True).find(('%r %s' % ('a,b,,c', max([1, 2, 3], default=divmod(0b101, (2147483647))[1])))))._replace(x=('{}' < '{}')))
show(lambda: P(1) < P(ord(f'{0b101:10.1f}'[0:][:1]), 2))
assert isinstance(('日本' if False else '😀a').join(str(i) for i in list(b'Hello')), float | None), list(bytes(range(5)))
# --- program 718
show(lambda: (3.14159))
show(lambda: ('12'.zfill(3) if (1_000 is None) else repr((-(4294967296)))))
show(lambda: divmod(hash((True / (10**20))), hash((0.0)))[0])
a = (lambda x, y=round(-1000, 2): x + y)(max(xs, default=(-9007199254740993)))
show(lambda: {})
# --- program 719
show(lambda: (2.5))
xs[0] = sorted({int.from_bytes(bytes(range(5)), 'big'), a, int.from_bytes(b'abc', 'big', signed=True)})
xs = [v for v in xs if isinstance(v, int)]
show(lambda: (round((((100.0) ** 0.5) / (100.0)), 0) ** -1))
show(lambda: ())
# --- program 720
show(lambda: ('a,b,,c'.join(['x', 'y', 'z']) and 'Hello, World').replace(f'{1_000:>8}', format(-2, '.2f')))
show(lambda: textwrap.indent(s, '> ').join(('1',))[2:0:1])
show(lambda: 'Hello, World'.strip('a '))
s += format(7, '10.1f').removeprefix(('%d' % -1000))
show(lambda: ord(('  pad ' or ('12' if bool(0o17) else b'a b c'.decode('ascii', 'replace')))[0:][:1]))
# --- program 721
show(lambda: dict(collections.Counter(('%a' % 'line1\nline2\r\n'))))
with Manager(False) as m:
    show(lambda: m)
    raise IndexError(1, 2)
show(lambda: {i: i * ([] + [1, 2, 3])[0] for i in [*xs, 1_000]})
# --- program 722
show(lambda: dict(sorted(({} | {'k': 1, 'v': 2}).items(), key=repr)))
show(lambda: [i * j for i in list(b'Hello') for j in list(filter(lambda v: v > 1, [True])) if i < j])
show(lambda: min(list(reversed(list(range(10, 5, 1)))), default=int('{}', 16)))
show(lambda: f"{a!r:>8} {b=} {s!s:.5}"[:0:1])
show(lambda: (pow((-(2**64)), 3, 7) ** 1))
# --- program 723
show(lambda: int(re.sub(r'\s*', '-', 'ß'[0]), 10))
xs = [i * j for i in [*xs, -1000] for j in list(range(3, 5, -1)) if i != j]
show(lambda: b'\x00\xff'.startswith(b'a'))
show(lambda: sorted({hash((2**64)), abs(-2), (+(2147483647)), round((255 >> 64), 2)}))
show(lambda: f'{round((100.0), 0):+.2e}')
# --- program 724
show(lambda: b'abc'.decode('ascii', 'replace').center(5))
x: int = b'a b c'.decode('latin-1').rfind(r'\d'.removeprefix('AbC dEf'.zfill(3)[0]))
show(lambda: x)
x: int = (lambda x, y=((lambda x, y=1000: x + y)((10**20)) - ((9007199254740993) << 40)): x + y)(divmod(hash(10), int(2))[0])
show(lambda: x)
# --- program 725
x: list[int] = (w := hash((-1 ** 2)))
show(lambda: x)
show(lambda: list(b'abc'))
show(lambda: f"{a!r:>4} {b=} {s!s:.2}")
show(lambda: pow(divmod(0o17, 2)[0], 3, 7))
# --- program 726
b += abs((hash(0o17) << 1))
show(lambda: float(0o17))
show(lambda: (ascii(0x7f) and 'it\'s'))
(a, b), n = (sum(list(map(abs, (xs * -1)))), (sum([5, 3, 9, 1]) if '%s'.endswith(('a', 'H')) else int((round(float(0x7f), 0) // False)))), f'{b:+.2e}'.find('%s'.strip('a '))
show(lambda: {})
# --- program 727
d['new'] = (not 0o17)
xs.sort()
show(lambda: list(map(lambda v: v + 1, list(map(abs, [])))))
xs.remove(1)
show(lambda: {i: i + (1 ** 3) for i in [('%g' % 1).find('  pad '.rjust(9, '*')), 255, (2147483647)]})
# --- program 728
assert ('%i %g' % ((-9007199254740993), 2)).istitle(), abs((3.14159))
show(lambda: ([(-(True - (4294967296))), [1, 2, 3][3]] * 1))
show(lambda: f"{a!r:>8} {b=} {s!s:.2}")
xs = (lambda *v: list(v))(*list(map(lambda v: v + 1, [])), (~round(b, 0)))
d['k'] = [len(p) for p in b'a b c'.decode().split(None, 1)]
# --- program 729
show(lambda: ord('aXbXc'.zfill(6)[-1:][:1]))
s += b'a b c'.decode('ascii', 'replace')
show(lambda: ('%g %X' % ([1, 2, 3][1], (10**20)))[2].join(str(i) for i in list(range(-3, 12, -3))))
x: 'str' = max(list(bytearray(b'xyz')), default=divmod(round(math.fsum([1, 2, 3])), 2)[0])
show(lambda: x)
# --- program 730
(a, b), n = (abs(hash(int.from_bytes(b'a b c', 'big'))), abs(max([i for i in [1, 2, 3] if i > 2], default=functools.reduce(lambda p, q: p * q, [*[1, 2, 3], 2], False)))), True
show(lambda: math.floor((math.fsum(list({}.values())[:0]) ** -1)))
d[a] = f"{a!r:>4} {b=} {s!s:.5}"
show(lambda: dict(zip(list(range(3, -5, 1)), 'abc'[2])))
xs.pop()
# --- program 731
show(lambda: ('%X' % (functools.reduce(lambda p, q: p * q, [1, 2, 3], 7) or (2147483647))))
xs[1:3] = sorted({functools.reduce(lambda p, q: p + q, list(range(5)), 0o17), sum([]), len([5, 3, 9, 1]), hash(0x7f)})
xs = [v for v in xs if isinstance(v, int)]
show(lambda: frozenset([len('abc')]))
show(lambda: list(map(lambda v: v + 1, [len(p) for p in 'a,b,,c'.split()])))
# --- program 732
try:
    raise KeyError('k') from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
show(lambda: [i for i in (list(range(5)) + [5, 3, 9, 1]) if not i][:3:-1])
# --- program 733
show(lambda: (('"q"' if True else chr(0x1f600)) if True else re.sub(r'\s*', '-', 'aXbXc', 1).zfill(3)))
try:
    raise KeyError('k') from None
except Exception as e:
    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))
# --- program 734
show(lambda: dict(collections.Counter((re.sub('', lambda m: m[0].upper(), 'x1y2') + 'it\'s'))))
show(lambda: {**{i: i + True for i in [1, 2, 3][5:1:1]}, 'k': pow((4294967296), 3, 1000)})
show(lambda: (-0.0))
show(lambda: format((bytearray(b'xyz').decode('utf-8', 'ignore') not in oct(round(int(-2), 0)).zfill(3)), 'b'))
xs.insert(1, (sum(xs) ** 1))
# --- program 735
x: int = max([((-10**18) ** 2)][-1:-2:2], default=ord(r'\d'[0:][:1]))
show(lambda: x)
assert bool({}), ()
show(lambda: dict(collections.Counter(textwrap.shorten(s, 8).join(str(i) for i in []))))
# --- program 736
x: list[int] = round(((2**31) ** 2), 2)
show(lambda: x)
show(lambda: (-1 << 0))
del xs[:1]
# --- program 737
show(lambda: {**dict(q=0o17), 'k': (textwrap.shorten(s, 8).index('\t\n') >> 64)})
show(lambda: len(list(filter(lambda v: v > 1, [1, 2, 3]))))
show(lambda: abs(functools.reduce(lambda p, q: p + q, [], True)))
a |= (divmod((-9007199254740993), b)[1] * len({'k': 1, 'v': 2}))
# --- program 738
P = collections.namedtuple('P', 'x y', defaults=[b])
show(lambda: P(functools.reduce(lambda p, q: p * q, sorted(set(([5, 3, 9, 1] * 1)) | set(list(map(lambda v: v * v, xs)))), functools.reduce(lambda p, q: p - q, [5, 3, 9, 1], 1_000)))._replace(x=NotImplemented))
show(lambda: P(1) < P((''.center(9, '*').count('😀a') if all([len(p) for p in '\t\n'.split()]) else (w := (2147483647))), 2))
show(lambda: dict(sorted(dict(collections.Counter('abc')).items(), key=repr)))
# --- program 739
@deco(((functools.reduce(lambda p, q: p + q, xs, 10) ** 3) | sum([5, 3, 9, 1]).numerator))
def h(v): return v
show(lambda: h(abs(round('line1\nline2\r\n'.index(('{}' + 'é')), 0))))
show(lambda: (h.__name__, h.__annotations__, h.__defaults__))
# --- program 740
show(lambda: [(-1000 and ((2**31) and (w := True))), 1_000, (7 if True else int.from_bytes(bytes(range(5)), 'big')), -1000])
show(lambda: list(filter(lambda v: v > 1, list(filter(None, [len(p) for p in r'\d'.join('pqr').split('b')])))))
show(lambda: sorted([i * j for i in list(range(5)) for j in [5, 3, 9, 1] if i != j], key=str))
assert callable(3), ('%X' % 1_000)
# --- program 741
raise StopIteration(3)
xs.append((round((0.0)) if (None is True) else list(range(5))[-1]))
for i, c in enumerate('{} {!s}'.format('%s', (1e100), x=functools.reduce(lambda p, q: p + q, (lambda *v: list(v))(*sorted({(9007199254740993)}), 3), functools.reduce(lambda p, q: p + q, list(map(int, [])), 1000)))[:3]):
    show(lambda: (i, c))
# --- program 742
show(lambda: abs((functools.reduce(lambda p, q: p * q, [i * j for i in list(range(5)) for j in ([5, 3, 9, 1] * 1) if i >= j], (2 >> 1)) / -2)))
show(lambda: functools.reduce(lambda p, q: p - q, [7, (divmod(sum([1, 2, 3]), 1)[1] * 7), (256 ** 2), (False and (round((0.0)) if False else (0 | (2**64))))], (lambda x, y=int(format(1, 's'), 0): x + y)(7)))
xs = sorted([i for i in [][:3:2] if i not in (1, 3)], key=lambda v: -v)
show(lambda: dict.fromkeys([5, 3, 9, 1], functools.reduce(lambda p, q: p * q, [i - 0b101 for i in [1, 2, 3]], 0)))
# --- program 743
show(lambda: (lambda *v: list(v))(*sorted(set(list(range(5))) ^ set(xs)), [1, 2, 3][0]))
show(lambda: (lambda x, y=list(range(5))[3]: x * y)(int((1e-7)).numerator))
show(lambda: None)
show(lambda: int(3))
# --- program 744
xs.pop()
show(lambda: 255)
show(lambda: hash((False or False)))
show(lambda: abs((0.1)))
# --- program 745
show(lambda: 'AbC dEf'.zfill(6))
show(lambda: textwrap.dedent('  a\n   b\n'))
show(lambda: dict.fromkeys(list(dict(p=(2147483647)).values())[:0], b))
d[a] = ()
# --- program 746
show(lambda: ((1.0) - ord(''[0:][:1]).bit_count()))
xs.insert(1, (int((123456.789)) + False))
show(lambda: list(range(10, 5, -1)))
show(lambda: {i: i + int.from_bytes(b'', 'little') for i in [*xs, (9007199254740993)]})
# --- program 747
with Manager(False) as m:
    show(lambda: m)
    raise ZeroDivisionError
show(lambda: {'k': f"{a!r:>8} {b=} {s!s:.5}".lstrip().isidentifier(), 'v': '{}'})
# --- program 748
show(lambda: ((-True) / int('Hello, World')))
(a, b), n = (round(ord('line1\nline2\r\n'[0:][:1]), 0), (lambda x, y=(w := (2147483647)): x + y)((2**64).numerator)), b
show(lambda: list(zip([], '%s', strict=True)))
show(lambda: dict.fromkeys(list(b'Hello'), ord('  pad '[-1:][:1])))
# --- program 749
show(lambda: (list(map(abs, [*list({'k': 1, 'v': 2}.values())[:0], 2])) * 2))
x: 'str' = sorted({(2147483647), pow((w := 1000), 0, -5), int(s, 2), hash(1)})[1]
show(lambda: x)
show(lambda: (dict(q=-1) | dict(sorted({'k': 1, 'v': 2}.items(), key=repr))))
# --- program 750
show(lambda: json.dumps((2**64), default=repr, indent=1))
show(lambda: ('%5d' % (0.1)))
show(lambda: dict.fromkeys([i for i in list(range(5)) if 1 <= i < 4], (w := False)))
d.update(k=1)
# --- program 751
n += (lambda x, y=True.real: x - y)('AbC dEf'.rfind(('"q"' if (10 == (2147483647)) else r'\d')))
raise ValueError('v')
show(lambda: ((+functools.reduce(lambda p, q: p - q, (lambda *v: list(v))(*[5, 3, 9, 1], (-1 | int((9007199254740993)))), -1)) // (7 >> 64)))
assert (((functools.reduce(lambda p, q: p - q, [], hash(((2**31) and 0o17))) or divmod((-10**18), ((-10**18) % (9007199254740993)))[0]) or divmod(1, (w := a))[0]) < int(True) < False.bit_length().real), ...
# --- program 752
a, *xs = [len(p) for p in 'abc'.replace('line1\nline2\r\n', f"{a!r:>4} {b=} {s!s:.5}").split()]
show(lambda: isinstance(3, float | None))
show(lambda: (int(('"q"' if False else 'Hello, World'), 10) * (len([]) >> 40)))
show(lambda: dict(collections.Counter('{} {!s}'.format((abs(pow((10**20), 3, 1000)), (-9007199254740993)), -1, x=(2147483647)).removeprefix('a'))))
# --- program 753
show(lambda: (0.1))
for i, c in enumerate(json.dumps(ord(''[0:][:1]), default=repr, indent=1).translate(str.maketrans('a', 'b', 'c'))[:3]):
    show(lambda: (i, c))
b |= ord(('-7' * 3)[0:][:1])
# --- program 754
show(lambda: {**{**{**{'k': 1, 'v': 2}, True: -1}, 1: (2147483647)}, 1.0: (False ** 5)})
with Manager(False) as m:
    show(lambda: m)
    raise Err(a)
# --- program 755
show(lambda: format((0b101 | abs(-1000)), ' '))
show(lambda: dict.fromkeys(list(range(10, -5, -3)), int('ß', 2)))
a &= ord('line1\nline2\r\n'[0:][:1])
show(lambda: (lambda x, y=(1000 or pow(0o17, 3, 1000)): x + y)([][1]))
# --- program 756
show(lambda: None)
d.update(k=1)
show(lambda: (1e10))
show(lambda: format((9007199254740993), '010').isdigit())
# --- program 757
P = collections.namedtuple('P', 'x y', defaults=[(w := (+abs(False)))])
show(lambda: P(round(format(0, 'd').count((('12' + '\t\n') and 'ß')), -1))._replace(x=isinstance(True, dict)))
show(lambda: P(1) < P(round(math.fsum(list(itertools.compress(xs, [1, 0, 1])))), 2))
show(lambda: (len(xs) / ((2**31) ** 3)))
# --- program 758
P = collections.namedtuple('P', 'x y', defaults=[ord('abc'.translate({97: 'A', 98: None})[0:][:1])])
show(lambda: P(hash((1e100)))._replace(x=NotImplemented))
show(lambda: P(1) < P((w := n), 2))
show(lambda: [i * j for i in [0b101, (1 and 1000), (w := 255), sum(xs)] for j in sorted(set((list(range(5))[:-1:-2] + [])) & set([1, 2, 3])) if i < j])
# --- program 759
show(lambda: f'{(abs((1.0)) * ((0.0) ** -1)):,.2f}')
show(lambda: float(('%.2f %r' % ('-7', (-10**18)))))
show(lambda: format(0b101, '08b').title())
show(lambda: math.ceil(math.ceil((1e100))))
# --- program 760
for i in sorted(set(sorted(set(list(range(5))) - set(list({'k': 1, 'v': 2}.values())[:0]))) & set(list(filter(lambda v: v > 1, [1, 2, 3]))))[:4]:
    d['new'] = sorted({256, 1, 0b101})
else:
    show(lambda: f'{(math.fsum(xs) + 1000):e}')
# --- program 761
xs.extend([((-hash(True)) ** 5)])
show(lambda: dict(zip((lambda *v: list(v))(*list(map(lambda v: v + 1, [i // -1000 for i in list(range(5))])), True), (chr(-1) * 3))))
show(lambda: dict.fromkeys(list(itertools.accumulate(xs)), functools.reduce(lambda p, q: p + q, [5, 3, 9, 1], 0o17)))
show(lambda: (list(range(-3, 12, -3)) + list(itertools.takewhile(lambda v: v < 3, xs))))
# --- program 762
show(lambda: divmod((-1000 or round((0.0))), (-b))[0])
show(lambda: (0.5))
show(lambda: False)
show(lambda: (f"{a!r:>8} {b=} {s!s:.5}" + json.dumps(list(itertools.groupby(xs[:3]))[:4] and None, default=repr, sort_keys=True)))
# --- program 763
show(lambda: range(2, 1000)[0])
show(lambda: (b'Hello'.decode('latin-1') * -1).ljust(5, '*').join(str(i) for i in ((lambda *v: list(v))(*sorted({256, -1}), (9007199254740993)) + list(map(lambda v: v + 1, [1, 2, 3])))))
show(lambda: bytearray(b'xyz').decode('ascii', 'replace'))
show(lambda: list(reversed(list(range(5))))[3])
# --- program 764
P = collections.namedtuple('P', 'x y', defaults=[ord('%s'[0][-1:][:1])])
show(lambda: P(functools.reduce(lambda p, q: p + q, list(bytes(range(5))), round((round(255, 2) or 0x7f), 2)))._replace(x=d))
show(lambda: P(1) < P(ord('é'[2].rstrip('c').replace('é', '%s', 1)[-1:][:1]), 2))
show(lambda: {1.0: False, 'k': {}})
# --- program 765
show(lambda: round(float('  pad ')))
with Manager(False) as m:
    show(lambda: m)
    raise TypeError
# --- program 766
x: 'str' = sorted(set([]) - set([1_000, pow(1_000, 0, 7)]))[1]
show(lambda: x)
show(lambda: list(b'abc'))
show(lambda: sorted(set([]) & set([i * 2 for i in list(range(5))])))
# --- program 767
P = collections.namedtuple('P', 'x y', defaults=[int.from_bytes(bytes(range(5)), 'little', signed=True)])
show(lambda: P(pow(round((1e-7)), 1, 1000))._replace(x=(abs(False) not in (list(range(5)) + xs))))
show(lambda: P(1) < P(abs(int(('  pad ' and 'a,b,,c'), 2)), 2))
show(lambda: sorted((lambda *v: list(v))(*xs, (~2)), key=str))
# --- program 768
show(lambda: 255)
show(lambda: list(map(int, list(itertools.repeat(a, 2)))))
show(lambda: ((1000 if False else (-10**18)) / len('\x00\x7f')))
xs.reverse()
# --- program 769
P = collections.namedtuple('P', 'x y', defaults=[(abs(0o17) ** 0)])
show(lambda: P(hash(2))._replace(x=(int('AbC dEf', 10) if False else (-2 >> 40))))
show(lambda: P(1) < P(a, 2))
s = 'a,b,,c'[-1][-1:-2:-1]
# --- program 770
show(lambda: [i * j for i in [1, 2, 3] for j in xs if i < j])
show(lambda: [])
(a, b), n = (abs(divmod(functools.reduce(lambda p, q: p - q, [*[i % (-9007199254740993) for i in list(filter(None, xs))], (2147483647)], 3), (2**64))[0]), abs(functools.reduce(lambda p, q: p * q, [1, 2, 3], (255 and len([1, 2, 3]))))), (w := int('%s'[2], 16))
# --- program 771
xs.clear()
show(lambda: dict.fromkeys(('12' + 'aXbXc'[100:100:3]), (hash(0b101) // (2**64))))
a, *xs = sorted(set([*[], True]) & set(list(filter(None, [5, 3, 9, 1]))))
# --- program 772
show(lambda: (len(list({'k': 1, 'v': 2}.values())[:0]) if ([] == xs) else round(3, 2)))
show(lambda: (lambda *v: list(v))(*list(reversed([1, 2, 3]))[-100::3], round((1e100))))
show(lambda: {**d, 1: n})
# --- program 773
b &= int('{}', 2)
show(lambda: (((2.5) ** 0) / (-10**18)))
show(lambda: (math.sqrt(round(((1.0) / (123456.789)), -1)) ** 0))
# --- program 774
show(lambda: [*sorted(set(list(range(5))) & set([i * j for i in sorted({2, 7, (10**20)}) for j in [len(p) for p in '12'.translate(str.maketrans('a', 'b', 'c')).split('b')] if i != j])), int.from_bytes(b'a b c', 'big')])
show(lambda: (lambda *v: list(v))(*[*sorted(set(xs) - set(list(reversed(list(itertools.repeat(a, 2)))))), (4294967296)], pow(0b101, 3, -5)))
show(lambda: round((1e10), 0))
# --- program 775
xs = (lambda *v: list(v))(*xs, int(True))
for i, c in enumerate(re.sub(r'\s*', '-', 'Hello, World', 1)[5::2][:3]):
    show(lambda: ord(c) + i)
# --- program 776
s = (('%e %05d' % (3, isinstance(1_000, float | None))) + 'a')
del d['k']
show(lambda: dict(zip((([1, 2, 3] + xs) * -1), 'é'.zfill(3)[2])))
# --- program 777
for i, c in enumerate(json.dumps('"q"', default=repr, sort_keys=True)[100:1:-2][:3]):
    show(lambda: ord(c) + i)
n = ord(f'{(2**31):g}'[0:][:1])
# --- program 778
show(lambda: b'abc'.decode('utf-8', 'ignore'))
show(lambda: dict(sorted(dict.fromkeys([], max(list(range(5)), default=0b101)).items(), key=repr)))
show(lambda: list(range(0, 5, 2)))
# --- program 779
show(lambda: repr(callable(3)))
raise TypeError
(a, b), n = (divmod(sum([1, 2, 3]), (False ** 5))[0], max(sorted(set([1, 2, 3]) & set([])), default=hash(len([*[1, 2, 3], 1000])))), (lambda x, y=[len(p) for p in 'line1\nline2\r\n'.split(None, 1)][0]: x - y)((w := -1000))
