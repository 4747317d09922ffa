# int, bool, float, complex: operators, conversions, methods, errors
def t(src):
    try:
        r = eval(src)
        print(src, '=>', type(r).__name__, ascii(r))
    except Exception as e:
        print(src, '!!', type(e).__name__, ascii(str(e)))

N = ["0", "-7", "-(2**64)", "True", "2.5", "-0.0", "float('inf')", "(1+2j)", "'a'"]
for op in "+ - * / // % ** < == & | << >>".split():
    for a in N:
        for b in N:
            if op == '**' and ('2**6' in a or '2**5' in a or '2**5' in b or '2**6' in b or '1e308' in a + b): continue
            if op == '<<' and '2**' in b or op == '**' and ('j' in a + b or '.5' in b): continue
            t(f"{a} {op} {b}")
for a in N:
    for b in N:
        t(f"divmod({a}, {b})")
    for f in "-{} +{} ~{} abs({}) int({}) float({}) bool({}) complex({}) hash({})==hash({}) round({}) round({},1) round({},-1) str({}) repr({}) ({}).__class__ bin({}) hex({}) oct({}) ({}).real ({}).imag ({}).conjugate() ({}).as_integer_ratio()".split():
        t(f.replace('{}', '(' + a + ')'))
for src in """
int()
int('12')
int(' 12 ')
int('0x1f', 16)
int('1f', 16)
int('0b11', 0)
int('z', 36)
int('12', 1)
int('12', 37)
int('12', 2)
int(12, 10)
int(b'12')
int(b'zz', 36)
int(bytearray(b'12'))
int('')
int('1_000')
int('1__0')
int('12', base=8)
int(base=8)
int(x=5)
int('٣')
int(3.99)
int(-3.99)
int(1e30)
int('a'*5)
int([])
int(None)
int(1j)
int('9'*4300) % 7
int('9'*4301)
str(10**4300)
len(str(10**4299))
(255).to_bytes(2,'big')
(255).to_bytes(2,'little')
(255).to_bytes()
(256).to_bytes()
(-1).to_bytes(2,'big',signed=True)
(-1).to_bytes(2,'big')
(128).to_bytes(1,'big',signed=True)
(1).to_bytes(1,'foo')
(1).to_bytes(-1,'big')
(0).to_bytes(0,'big')
int.from_bytes(b'\\x01\\x00','big')
int.from_bytes(b'\\x01\\x00','little')
int.from_bytes(b'\\xff','big',signed=True)
int.from_bytes([1,2],'big')
int.from_bytes('a','big')
int.from_bytes(b'')
(2**100).bit_length()
(-255).bit_count()
(5).numerator
(5).denominator
(10).__pow__(3)
(10).__pow__(3, 7)
pow(3, -1, 7)
pow(2, -1, 4)
pow(3, 5, 0)
pow(3, 5, -7)
pow(2, 10, 1.5)
pow(2.0, 3, 5)
pow(2, -2)
pow(0, -1)
pow(0.0, -1)
pow(-8, 1/3)
2.0**10000
(-2.0)**0.5
2**-1
1<<-1
1>>-1
(-1)>>100
(2**70)>>69
1//0
1%0
1/0
1.0/0
1.0//0
1.0%0
divmod(1,0)
divmod(1.0,0)
0**0
0.0**0
float('nan')**0
1**float('nan')
(2**64)/(2**63)
(10**400)/(10**399)
(10**400)/3
10**400*1.0
float(10**400)
1.5+10**400
2**53+1==float(2**53)
2**53+1>float(2**53)
10**400>float('inf')
10**400<float('inf')
float('nan')<1
1<float('nan')
float('nan')==float('nan')
float()
float('1.5')
float(' 1.5e3 ')
float('1_0.5')
float('x')
float(None)
float(b'1.5')
float([])
float('infinity')
float(True)
(1.5).hex()
float.fromhex('0x1.8p0')
float.fromhex('x')
(0.1).hex()
(1e-320).hex()
(2.5).is_integer()
(2.0).is_integer()
(0.1).as_integer_ratio()
(1e300).as_integer_ratio()[0] == int(1e300)
(0.5).as_integer_ratio()
float('inf').as_integer_ratio()
float('nan').as_integer_ratio()
round(2.5)
round(3.5)
round(-2.5)
round(2.675, 2)
round(1e22, 2)
round(12345, -2)
round(15, -1)
round(25, -1)
round(-15, -1)
round(5, -1)
round(10**30+5, -1)
round(1.5, None)
round(1234.5678, -2)
round(float('inf'))
round(float('nan'))
round(1.7976931348623157e308, -308)
0.1+0.2
1e16
1e15
123456789012345678.0
1e-5
0.0001
1e22
1.0
-1.5e-10
1e400
5e-324
hash(0.5)
hash(1.5)
hash(-1)
hash(-1.0)
hash(2**61-1)
hash(2**61)
hash(-2**61)
hash(1e100)
hash(float('inf'))
hash(1)==hash(1.0)==hash(True)==hash(1+0j)
hash(3+4j)
complex('1+2j')
complex('j')
complex('-1.5e3-2J')
complex('(1+2j)')
complex(' 1 ')
complex('1 + 2j')
complex('inf+nanj')
complex('x')
complex(1,2)
complex(1j,2j)
complex(1,2j)
complex('1',2)
complex(1,'2')
complex(real=1.5,imag=2)
complex([])
(1+2j)*(3-1j)
(1+2j)/(3-1j)
(1+2j)/0
(1+2j)**2
(1+2j)**-1
0j**-1
(1+2j)//1
(1+2j)%1
(1+2j)<1
abs(3+4j)
-(1-0j)
1j*1j
complex(-0.0,-0.0)
complex(0.0,-1)
complex(1,float('nan'))
(1+2j)==(1+2j)
(1+0j)==1
int(True)+1
True+True
True&False
True|1
True^True
~True
-True
True/2
bool('')
bool('x')
bool([])
bool(1,2)
bool(x=1)
repr(True)
isinstance(True,int)
True.real
True.bit_length()
(1).__add__(1.5)
(1).__add__('a')
(1).__eq__(1.0)
(1).__lt__(2)
(1.0).__eq__(1)
(1).__bool__()
(5).__divmod__(3)
(5).__rsub__(3)
(5).__truediv__(2)
(5).__floordiv__(2)
(5).__index__()
(5).__round__(1)
(5.5).__trunc__()
(5.5).__floor__()
(-5.5).__ceil__()
int.__add__(1,2)
int.__new__(int,'5')
float.__new__(float,'5')
sum([0.1]*10)
max(1,2.5,True)
sorted([3,1.5,True,10**20,-0.5])
10**20 in range(10**21)
(10**20+1) % 7, -(10**20+1) % 7, (10**20+1) % -7
-7//2, -7%2, 7//-2, 7%-2
-7.5//2, -7.5%2, 7.5//-2, 7.5%-2
-1 & -1, -1 & 255, 1<<40|1, (1<<64)-1 & -(1<<63)
""".strip().split('\n'):
    t(src)

class I(int):
    def __repr__(self): return 'I!'
    def __add__(self, o): return 'added'
class F(float): pass
i = I(5)
print(i, [i], i + 1, 1 + i, type(i * 2), i == 5, {i: 1}[5], hash(i), int(i), type(int(i)), I('7') + 0, I.from_bytes(b'\x01', 'big'), f'{i}', f'{i:03d}', '%d' % i)
print(F(1.5), F('2'), type(F(1.5) + 1), F.fromhex('0x1p1'), type(F.fromhex('0x1p1')), F(1.5).__class__)
