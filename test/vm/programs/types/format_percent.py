# %-formatting, str.format, format(): values and errors
def t(src):
    try:
        print(src, '=>', ascii(eval(src)))
    except Exception as e:
        print(src, '!!', type(e).__name__, ascii(str(e)))

class Idx:
    def __index__(self): return 42
    def __repr__(self): return 'Idx'
class Flt:
    def __float__(self): return 2.5
    def __repr__(self): return 'Flt'
class Rep:
    def __repr__(self): return 'rép'
    def __str__(self): return 'str'
    def __format__(self, spec): return f'<{spec}>'
class Bad:
    def __format__(self, spec): return 1
class A:
    def __init__(self, **k): self.__dict__.update(k)
D = {'a': 1, 'b c': 'x', 'd(e)': 2}
vals = ["0", "1", "-1", "42", "255", "10**20", "-10**20", "True", "1.5", "-2.5", "1e100", "float('inf')", "float('nan')", "'abc'", "'é'", "None", "[1]", "Idx()", "Flt()", "b'x'"]
fmts = ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%8.3d", "%i", "%u", "%x", "%#x", "%X", "%#X", "%o", "%#o", "%#010x", "%-#10x|", "%e", "%.2e", "%E", "%f", "%.0f",
        "%#.0f", "%10.2f", "%-10.2f|", "%010.2f", "%+.1f", "%F", "%g", "%G", "%#g", "%.3g", "%s", "%10s", "%-10s|", "%.2s", "%r", "%.3r", "%a", "%c", "%5c", "%ld", "%hd"]
for f in fmts:
    for v in vals:
        t(f"{f!r} % {v}")
for src in r"""
'%d %s' % (1, 'x')
'%d %s' % (1,)
'%d' % (1, 2)
'%d' % ()
'%%' % ()
'%%' % 1
'%' % 1
'%5' % 1
'%z' % 1
'%é' % 1
'%(a)d' % D
'%(a)5d|%(b c)s' % D
'%(d(e))s' % D
'%(x)s' % D
'%(a)d %d' % D
'%(a)d' % 1
'%(a)d' % (1,)
'%(a' % D
'%s' % D
'%s %s' % D
'no' % D
'no' % 1
'no' % ()
'no' % []
'%*d' % (5, 1)
'%-*d|' % (5, 1)
'%*d|' % (-5, 1)
'%.*f' % (2, 3.14159)
'%*.*f' % (8, 2, 3.14159)
'%*d' % ('a', 1)
'%*d' % (1,)
'%.*f' % (-2, 3.7)
'%s' % (1,2)
'%s' % [1,2]
'%s' % ((1,2),)
'%c' % 'ab'
'%c' % 0x110000
'%c' % 0x1F600
'%c' % 1.0
'%r %a' % (Rep(), Rep())
'%s' % Rep()
'%999999999999999999999d' % 1
'%.999999999999999999999d' % 1
b'%d %s %b %r %a %c' % (1, b'x', b'y', 'é', 'é', 65)
b'%s' % 'x'
b'%(a)d' % {b'a': 1}
b'%x%%' % 255
b'%5.1f|' % 2.25
b'%d' % 'x'
b'%c' % 256
b'%c' % b'ab'
b'%s' % (b'a', b'b')
bytearray(b'%d') % 5
'{} {}'.format(1, 2)
'{0} {1} {0}'.format(1, 2)
'{a} {b}'.format(a=1, b=2)
'{} {a}'.format(1, a=2)
'{0} {}'.format(1, 2)
'{} {0}'.format(1, 2)
'{}'.format()
'{1}'.format(1)
'{a}'.format(b=1)
'{{}} {{{}}}'.format(1)
'{'.format(1)
'}'.format(1)
'{0'.format(1)
'{0]}'.format(1)
'{0[}'.format([1])
'{0[0]}'.format([5])
'{0[a]}'.format({'a': 5})
'{0[a b]}'.format({'a b': 5})
'{0[-1]}'.format({'-1': 5})
'{0[-1]}'.format([5])
'{0[9]}'.format([5])
'{0.a}'.format(A(a=7))
'{0.a.b[0]}'.format(A(a=A(b=[3])))
'{0.}'.format(1)
'{0[]}'.format(1)
'{0[0]x}'.format([1])
'{0.x}'.format(1)
'{0!r:>5}'.format('a')
'{0!s}'.format(Rep())
'{0!r}'.format(Rep())
'{0!a}'.format(Rep())
'{0!x}'.format(1)
'{0!}'.format(1)
'{0!r'.format(1)
'{0!rs}'.format(1)
'{0!'.format(1)
'{:{}}'.format('a', 5)
'{:{}.{}}'.format(3.14159, 10, 2)
'{:{w}.{p}f}'.format(3.14159, w=10, p=2)
'{:{:{}}}'.format(1, 2, 3)
'{0:{1}}|{2}'.format('a', 5, 'z')
'{:d}'.format('a')
'{:s}'.format(1)
'{:q}'.format(1)
'{:5}'.format(None)
'{}'.format(None)
'{:5}'.format([1])
'{!s:5}|'.format([1])
'{:x}'.format(Rep())
'{}'.format(Rep())
'{}'.format(Bad())
'{:,}'.format(1234567)
'{:_}'.format(1234567.891)
'{:,d}'.format(-1234567)
'{:_x}'.format(0xdeadbeef)
'{:,x}'.format(5)
'{:,s}'.format('a')
'{:,_}'.format(5)
'{:,,}'.format(5)
'{:012,}'.format(1234567)
'{:=^20,.2f}'.format(1234567.891)
'{:+}'.format(5)
'{: }'.format(5)
'{:#x} {:#o} {:#b} {:#X}'.format(255,8,5,255)
'{:#010x}'.format(255)
'{:c}'.format(65)
'{:c}'.format(-1)
'{:+c}'.format(65)
'{:n}'.format(1234)
'{:%}'.format(0.25)
'{:.1%}'.format(0.255)
'{:.3}'.format('abcdef')
'{:.3}'.format(3.14159)
'{:.3}'.format(1234.5)
'{:e}'.format(12345)
'{:.2f}'.format(True)
'{}'.format(True)
'{:d}'.format(True)
'{:5}'.format(True)
'{:.5d}'.format(1)
'{:z.1f}'.format(-0.01)
'{:*<10}|{:*>10}|{:*^10}|{:*=10}'.format(1,2,3,-4)
'{:<05}'.format(1)
'{:05}'.format('a')
'{:=5}'.format('a')
'{:+5}'.format('a')
'{:#5}'.format('a')
'{:\U0001F600^5}'.format('a')
'{:99999999999999999999}'.format(1)
'{:.99999999999999999999}'.format(1.0)
'{:10.}'.format(1.0)
'{99999999999999999999}'.format(1)
'{:>10}'.format(1+2j)
'{:.2f}'.format(1+2j)
'{:,}'.format(1000+2j)
'{}'.format(1+2j)
'{:s}'.format(1j)
'{a[0]}'.format_map({'a': [1]})
'{}'.format_map({'a': 1})
'{x}'.format_map({'a': 1})
'{a}'.format_map(1)
format(1, '>5')
format('a')
format(1, 2)
format(A(), 'x')
format(Rep(), 'q')
f'{1:>{3+2}}|{"x"!r}|{3.14159:.2f}|{D["a"]}|{Rep()!a}'
f'{1=} {D["a"] = }'
f'{[1,2]}{{}}'
(1).__format__('x')
(1.5).__format__('')
'{0:}'.format(5)
'{:}'.format('x')
'{!r:}'.format('x')
'{:<<5}'.format('x')
'{:}}'.format(5)
'{: <}'.format('x')
""".strip().split('\n'):
    t(src)
