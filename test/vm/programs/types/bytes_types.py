# bytes, bytearray, memoryview
def t(src):
    try:
        print(src, '=>', ascii(eval(src)))
    except Exception as e:
        print(src, '!!', type(e).__name__, ascii(str(e)))
for src in r"""
b'abc'
b'a\'b'
b'\'"'
b'\x00\xff\n\t\\'
bytes()
bytes(3)
bytes(-1)
bytes([1,2,255])
bytes([256])
bytes([-1])
bytes(['a'])
bytes('abc')
bytes('abc','utf-8')
bytes('é','ascii')
bytes('é','ascii','ignore')
bytes(b'x','utf-8')
bytes(1.5)
bytes(None)
bytes((1,2))
bytes(range(3))
bytes(x=1)
b'abc'[0]
b'abc'[-1]
b'abc'[5]
b'abc'['a']
b'abc'[1:]
b'abc'[::-1]
b'abc'[::2]
b'abc'+b'd'
b'abc'+'d'
b'abc'+bytearray(b'd')
b'ab'*2
b'ab'*'x'
2*b'ab'
97 in b'abc'
b'bc' in b'abc'
'a' in b'abc'
300 in b'abc'
b'abc'==b'abc'
b'abc'=='abc'
b'abc'<b'abd'
b'abc'<'abd'
b'abc'==bytearray(b'abc')
hash(b'abc')==hash(b'ab'+b'c')
len(b'abc')
list(b'abc')
b'abc'.decode()
b'\xc3\xa9'.decode()
b'\xff'.decode()
b'\xff'.decode('utf-8','replace')
b'\xff'.decode('utf-8','ignore')
b'\xff'.decode('utf-8','backslashreplace')
b'\xff'.decode('utf-8','surrogateescape')
b'\xe2\x82'.decode()
b'a\xe2\x82b'.decode()
b'a\xe2\x82b'.decode(errors='replace')
b'\xed\xa0\x80'.decode()
b'\xed\xa0\x80'.decode('utf-8','surrogatepass')
b'\xf0\x9f\x98\x80'.decode()
b'\xf0\x9f\x98'.decode()
b'\xf0\x9f\x98x'.decode(errors='replace')
b'\xc0\x80'.decode()
b'\xf5'.decode()
b'\x80'.decode()
b'\xff'.decode('ascii')
b'\xff'.decode('latin-1')
b'\x80\x81'.decode('cp1252')
b'\xff\xfea\x00'.decode('utf-16')
b'\xfe\xff\x00a'.decode('utf-16')
b'a\x00'.decode('utf-16-le')
b'a'.decode('utf-16-le')
b'\x00\xd8'.decode('utf-16-le')
b'\x00\xd8a\x00'.decode('utf-16-le','replace')
b'a\x00\x00\x00'.decode('utf-32-le')
b'\xef\xbb\xbfabc'.decode('utf-8-sig')
b'\xef\xbb\xbfabc'.decode()
b'\\n\\x41\\u00e9'.decode('unicode_escape')
b'abc'.decode('foo')
b'abc'.decode(1)
b'abc'.hex()
b'abc'.hex(':')
b'abcde'.hex(':',2)
b'abcde'.hex(':',-2)
b'abc'.hex('::')
bytes.fromhex('61 62')
bytes.fromhex('6')
bytes.fromhex('zz')
bytes.fromhex(1)
b'a,b,c'.split(b',')
b'a,b,c'.split(b',',1)
b'a,b,c'.rsplit(b',',1)
b' a  b '.split()
b' a b c '.split(None,1)
b' a b c '.rsplit(None,1)
b'a'.split('a')
b'a'.split(b'')
b'a\nb\r\nc'.splitlines()
b'a\nb\r\nc\x0b'.splitlines(True)
b'abc'.find(b'b')
b'abc'.find(98)
b'abc'.find('b')
b'abc'.rfind(b'c',0,2)
b'abc'.index(b'z')
b'abca'.count(b'a')
b'abca'.count(97)
b'abc'.replace(b'b',b'xx')
b'abc'.replace('b','x')
b'abc'.replace(b'',b'-')
b' a '.strip()
b'xax'.strip(b'x')
b'abc'.startswith(b'a')
b'abc'.startswith((b'x',b'a'))
b'abc'.startswith('a')
b'abc'.endswith(b'c')
b','.join([b'a',b'b'])
b','.join([b'a','b'])
b','.join(5)
b'abc'.upper()
b'\xe9Abc dEf'.lower()
b'abc def'.title()
b'abc'.capitalize()
b'aBc'.swapcase()
b'abc'.isalpha()
b'a1'.isalnum()
b'12'.isdigit()
b'Abc'.istitle()
b'ABC'.isupper()
b'abc\xff'.isascii()
b' \t'.isspace()
b'abc'.center(7,b'*')
b'abc'.ljust(5)+b'|'
b'abc'.rjust(5,'*')
b'-5'.zfill(5)
b'a\tb'.expandtabs(4)
b'abc'.partition(b'b')
b'abc'.rpartition(b'x')
b'abc'.removeprefix(b'a')
b'abc'.removesuffix(b'c')
b'abc'.translate(bytes.maketrans(b'ab',b'xy'))
b'abc'.translate(None,b'b')
b'abc'.translate(b'x')
bytes.maketrans(b'a',b'xy')
bytearray()
bytearray(3)
bytearray(b'abc')
bytearray('abc','ascii')
bytearray('abc')
bytearray([1,2])
bytearray([300])
bytearray(b'abc')[0]
bytearray(b'abc')[1:]
bytearray(b'abc')[9]
bytearray(b'abc')+b'd'
b'd'+bytearray(b'abc')
bytearray(b'ab')*2
bytearray(b'abc')==b'abc'
hash(bytearray())
bytearray(b'abc').decode()
bytearray(b'a b').split()
bytearray(b'abc').upper()
bytearray(b'abc').hex()
bytearray(b'abc').pop()
bytearray().pop()
repr(bytearray(b'\xff'))
memoryview(b'abc')[0]
memoryview(b'abc')[1:].tobytes()
memoryview(b'abc')[::-1].tolist()
memoryview(b'abc')[5]
memoryview('abc')
len(memoryview(b'abc'))
memoryview(b'abc')==b'abc'
memoryview(b'abc').readonly
memoryview(b'abc').nbytes
memoryview(b'abc').format, memoryview(b'abc').shape, memoryview(b'abc').ndim
list(memoryview(b'abc'))
bytes(memoryview(b'abc'))
memoryview(b'abc').hex()
b'x'.join([memoryview(b'a'),bytearray(b'b')])
int.from_bytes(memoryview(b'\x01\x02'),'big')
b'%b' % bytearray(b'q')
b'abc'.__getitem__(0)
""".strip().split('\n'): t(src)
def r(src):
    g = {'a': bytearray(b'abcdef')}
    try:
        exec(src, g); print(src, '=>', g['a'])
    except Exception as e: print(src, '!!', type(e).__name__, e)
for src in r"""
a[0] = 65
a[0] = 300
a[0] = 'x'
a[9] = 1
a[1:3] = b'XYZ'
a[1:3] = [1,2]
a[1:3] = 'x'
a[1:3] = 5
a[::2] = b'123'
a[::2] = b'1'
a[:] = a
a[2:2] = a
del a[0]
del a[1:3]
del a[::2]
a += b'xy'
a += [1]
a += 'x'
a *= 2
a.append(65)
a.append(256)
a.append('x')
a.extend(b'xy')
a.extend([1,2])
a.extend('xy')
a.extend(5)
a.insert(0, 65)
a.insert(-1, 65)
a.insert(100, 65)
a.pop(0)
a.pop(-1)
a.pop(100)
a.remove(97)
a.remove(1)
a.reverse()
a.clear()
m = memoryview(a); m[0] = 90; m[1:3] = b'QQ'
m = memoryview(a); m[0] = 300
m = memoryview(a); m[1:3] = b'Q'
m = memoryview(a); a.append(1)
m = memoryview(a); m.release(); a.append(1)
m = memoryview(a); m.release(); m[0]
m = memoryview(b'abc'); m[0] = 1
with memoryview(a) as m: m[0] = 64
for i in range(1000): a.append(i % 256)
""".strip().split('\n'): r(src) if 'range' not in src else (exec(src, g := {'a': bytearray()}), print(len(g['a']), bytes(g['a'][250:260])))
for enc in ('utf-8', 'utf-16', 'utf-32', 'latin-1', 'ascii', 'UTF8', 'Latin_1', 'us-ascii', 'utf_16_be'):
    print(enc, 'aé'.encode(enc, 'replace'), 'aé'.encode(enc, 'replace').decode(enc))
try: '\u20ac\u20ac'.encode('latin-1')
except UnicodeEncodeError as e: print(e, e.start, e.end, e.reason, e.encoding, e.object == '\u20ac\u20ac')
try: b'ab\xff'.decode()
except UnicodeDecodeError as e: print(e, e.start, e.end, e.reason, e.encoding, e.object)
class B(bytes): pass
print(B(b'abc'), type(B(b'abc')[1:]), {B(b'a'): 1}[b'a'], B(b'ab').upper(), type(B.fromhex('61')))
