# Thousands of random operations; a checksum for every 20 of them. To see the rows of a group: set SHOW to its number.
SHOW = None
group, total = 0, 0
def out(*a):
    global group, total
    line = ' '.join(map(str, a))
    if SHOW is not None and group // 20 == SHOW: print(line)
    for c in line.encode('utf-8', 'backslashreplace'): total = (total * 31 + c) % 1000003
    group += 1
    if group % 20 == 0: print(group // 20, total)
seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n
def pick(l): return l[rnd(len(l))]
alphabet = ['a', 'b', 'A', ' ', '\t', '\n', ',', 'é', 'ß', '\U0001F600', 'ab', '1', '-', '\x1c', '\x85', 'Σ', 'ς', '.', '0', '\u2028', 'ǆ', '%', '{', '}']
def s(): return ''.join(pick(alphabet) for _ in range(rnd(9)))
def i(): return pick([0, 1, -1, 2, 3, -3, 5, 100, -100, 10**30])
def show(f):
    try: return ascii(f())
    except Exception as e: return type(e).__name__ + ': ' + ascii(str(e))
for n in range(1500):
    x, y, z = s(), s(), s()
    a, b, c = i(), i(), i()
    k = rnd(34)
    ops = [lambda: x.split(y), lambda: x.split(None, a), lambda: x.split(y, a), lambda: x.rsplit(y, a), lambda: x.rsplit(None, a), lambda: x.replace(y, z), lambda: x.replace(y, z, a),
        lambda: x.find(y, a, b), lambda: x.rfind(y, a, b), lambda: x.count(y, a, b), lambda: x.strip(y), lambda: x.lstrip(y), lambda: x.rstrip(y), lambda: x[a:b:c],
        lambda: x[a], lambda: x.partition(y), lambda: x.rpartition(y), lambda: x.title(), lambda: x.swapcase(), lambda: x.capitalize(), lambda: x.casefold(), lambda: (x < y, x == y, x > y),
        lambda: x.startswith(y, a, b), lambda: x.endswith(y, a, b), lambda: x.splitlines(a > 0), lambda: x.center(a % 20, pick(['*', '\U0001F600'])), lambda: x.expandtabs(a % 9), lambda: (x.isalnum(), x.istitle(), x.islower(), x.isupper(), x.isprintable(), x.isspace()),
        lambda: x % (a,), lambda: x.format(a, y), lambda: x.index(y, a), lambda: x.join([y, z]), lambda: (x + y)[::-1], lambda: x.encode(pick(['utf-8', 'ascii', 'latin-1', 'utf-16']), pick(['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace']))]
    out(n, k, ascii(x), ascii(y), a, b, c, show(ops[k]))
def lst(): return [pick([1, 2, 3, 'a', 'b', 2.0, None, True]) for _ in range(rnd(7))]
for n in range(900):
    x, y = lst(), lst()
    a, b, c = i(), i(), i()
    k = rnd(16)
    def assign(): x[a:b:c] = y; return x
    def dele(): del x[a:b:c]; return x
    def assign1(): x[a] = 'N'; return x
    def del1(): del x[a]; return x
    def ins(): x.insert(a, 'N'); return x
    def pop(): return x.pop(a), x
    ops = [assign, dele, assign1, del1, ins, pop, lambda: x[a:b:c], lambda: x == y, lambda: x < y, lambda: x.index(pick(y or [1]), a, b), lambda: x.count(pick(y or [1])),
        lambda: sorted(map(str, x)), lambda: x + y, lambda: x * (a % 5), lambda: tuple(x)[a:b:c], lambda: (sorted(set(map(str, x)) & set(map(str, y))), sorted(set(map(str, x)) - set(map(str, y))), set(x) <= set(y), len(set(x) | set(y)))]
    out(n, k, x, y, a, b, c, show(ops[k]))
d = {}
for n in range(800):
    k = pick([1, 1.0, True, 'a', 'b', (1, 'a'), (1.0, 'a'), None, 2**64, float(2**64), frozenset([1]), b'a', 0.5, -1, ('x', ('y', 2))])
    op = rnd(6)
    if op < 3: d[k] = n
    elif op == 3: out(n, d.pop(k, 'none'))
    elif op == 4: out(n, k in d, d.get(k), list(d.items())[:3])
    elif d: out(n, d.popitem(), len(d))
out(d)
def b(): return bytes(rnd(256) if rnd(3) else rnd(128) for _ in range(rnd(7)))
for n in range(500):
    x, y = b(), b()
    out(n, show(lambda: x.decode('utf-8', pick(['strict', 'replace', 'ignore', 'backslashreplace', 'surrogateescape']))), show(lambda: x.decode(pick(['utf-16', 'utf-32', 'utf-16-be', 'ascii']), pick(['strict', 'replace', 'ignore']))), show(lambda: (x + y).split(y[:1])), x.hex(), show(lambda: x.title() + y.upper()), x < y, show(lambda: x.strip()), repr(x))
for n in range(500):
    x = pick([rnd(100) - 50, (rnd(1 << 20) << rnd(70)) - (rnd(1 << 20) << rnd(70)), rnd(1000) / 8, -rnd(1000) / 7, True, 2**53 + rnd(5), -2**63, 1e22 * rnd(50)])
    y = pick([rnd(100) - 50, (rnd(1 << 20) << rnd(70)) - (rnd(1 << 20) << rnd(70)), rnd(1000) / 8, -rnd(1000) / 7, False, 2**53 - rnd(5)])
    out(n, x, y, *[show(f) for f in (lambda: x + y, lambda: x - y, lambda: x * y, lambda: x / y, lambda: x // y, lambda: x % y, lambda: divmod(x, y), lambda: x < y, lambda: x == y, lambda: x & y, lambda: x ^ y, lambda: round(x, rnd(5) - 2), lambda: f'{x:.{rnd(5)}f}', lambda: '%g %e' % (x, y), lambda: hash(x), lambda: int(x), lambda: f'{x:>{rnd(20)},}', lambda: x >> abs(int(y)) % 90, lambda: x << abs(int(y)) % 90)])
