import re
p = re.compile(r'(?P<year>\d{4})-(?P<month>\d\d)(?:-(\d\d))?')
m = p.search('on 2024-05-17 and 2023-01')
print(m, m.group(), m.group(1, 'month'), m.groups(), m.groupdict(), m.span('year'), m.start(3), m.lastindex, m.lastgroup)
print(m['year'], m[0], m.expand(r'\g<year>/\2'), m.pos, m.endpos, m.re is p, m.string, m.regs)
print(p.findall('2024-05-17 2023-01'), [x.span() for x in p.finditer('2024-05-17 2023-01')])
print(p.sub(r'\3.\2.\1', '2024-05-17'), p.subn('x', '2024-05-17 2023-01', count=1))
print(re.sub(r'\w+', lambda m: m.group().upper(), 'ab cd'), re.sub('x*', '-', 'abxd'))
print(re.split(r'(,)\s*', 'a, b,c'), re.split(r'\s+', ' a b  c ', maxsplit=1))
print(re.fullmatch('a+', 'aaa'), re.fullmatch('a+', 'aab'), re.match('b', 'ab'))
print(p, repr(re.compile(b'a\x00', re.I)), re.compile('x', re.A | re.M), p.flags, p.groups, dict(p.groupindex), p.pattern)
print(re.I, re.I | re.M, repr(re.X), re.NOFLAG, (re.I | re.S) & re.S, int(re.M), re.compile('', re.I).flags)
print(re.escape('a.b*c[1]-d e#'), re.escape(b'a.b'))
for bad in ['(', 'a**', '(?P<n>a)(?P<n>b)', '[z-a]', '(?<=a*)b', '\\q', '(?P=x)', 'a\n(b']:
    try:
        re.compile(bad)
    except re.error as e:
        print(type(e).__name__, e, '|', e.msg, e.pos, e.lineno, e.colno, repr(e.pattern))
for f in [lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'), lambda: re.match('a', 5), lambda: re.compile(5), lambda: m.group(9),
          lambda: m.group('no'), lambda: p.sub(r'\9', '2024-05'), lambda: re.compile(p, re.I), lambda: re.sub('a', 5, 'a')]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(re.compile('a') == re.compile('a'), re.compile('a') == re.compile('a', re.I), hash(re.compile('q')) == hash(re.compile('q')))
print(re.findall('(a)(b)?', 'aab'), re.findall('a|(b)', 'ab'), re.findall(b'.', b'xy'))
print([m.group() for m in re.finditer(r'\b\w', 'über öl')], re.findall(r'(?i)ÀB', 'àb ÀB'))
print(bool(re.match('', '')), re.match('a*?', 'aaa').span(), re.search('(?<!x)a', 'xa a').span())
import copy, pickle
print(copy.copy(p) is p, copy.deepcopy(p) is p, pickle.loads(pickle.dumps(p)) == p)
print(re.compile('(?x) a  b # c\n c').match('abc'), isinstance(p, re.Pattern), isinstance(m, re.Match), re.Pattern[str])
s = '😀a😀b'
print(re.search('b', s).span(), re.sub('😀', 'x', s), [m.span() for m in re.finditer('.', s)])
print(p.match('xx2024-05', 2).span(), p.search('2024-05', 0, 6), p.scanner if hasattr(p, 'nope') else 'ok')
