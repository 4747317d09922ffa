# str methods on ordinary, odd and astral input: results and errors
def t(src):
    try:
        print(ascii(src), '=>', ascii(eval(src)))
    except Exception as e:
        print(ascii(src), '!!', type(e).__name__, ascii(str(e)))

S = ["''", "'abc'", "'a b  c'", "' \\t x\\n'", "'héllo wörld'", "'\\U0001F600x\\U0001F601'", "'ß'", "'ǆ'", "'Σας ΑΣ'", "'AbC dEf'", "'1²Ⅷ'", "'\\ud800a'",
     "'a\\r\\nb\\x0bc\\u2028d'", "'\\x1ca\\x85'", "'İıſ'", "'ﬁ'"]
for s in S:
    for m in ("upper lower title capitalize swapcase casefold isalpha isalnum isdigit isdecimal isnumeric isspace isupper islower istitle "
              "isprintable isidentifier isascii split rsplit splitlines strip lstrip rstrip expandtabs __len__ __repr__").split():
        t(f"{s}.{m}()")
    t(f"{s}.splitlines(True)"); t(f"{s}[::-1]"); t(f"{s}[1:]"); t(f"{s}[-1]"); t(f"{s}[::2]"); t(f"list({s})"); t(f"{s}*2"); t(f"{s}.center(9,'*')"); t(f"{s}.zfill(7)")
    t(f"{s}.encode()"); t(f"{s}.encode('ascii','replace')"); t(f"{s}.encode('latin-1','xmlcharrefreplace')"); t(f"{s}.encode('utf-8','surrogateescape')")
    t(f"{s}.encode('ascii','backslashreplace')"); t(f"{s}.encode('utf-16')"); t(f"{s}.encode('ascii')"); t(f"hash({s})==hash({s}+'')")
for src in r"""
'a,b,c'.split(',')
'a,b,c'.split(',',1)
'a,b,c'.rsplit(',',1)
',a,,b,'.split(',')
'a b c d'.split(None,2)
'a b c d'.rsplit(None,2)
'  a  b  '.split(' ')
'  a  b  '.split(maxsplit=1)
'  a  b  '.rsplit(maxsplit=1)
'abc'.split('')
'abc'.split(1)
'abc'.split(sep='b', maxsplit=-5)
'abcabc'.partition('b')
'abcabc'.rpartition('b')
'abc'.partition('x')
'abc'.rpartition('x')
'abc'.partition('')
'xxabcxx'.strip('x')
'xyabcyx'.strip('xy')
'xyabcyx'.lstrip('xy')
'xyabcyx'.rstrip('xy')
'abc'.strip(1)
'\U0001F600a\U0001F600'.strip('\U0001F600')
'aaa'.replace('a','b')
'aaa'.replace('a','b',2)
'aaa'.replace('','-')
'aaa'.replace('','-',2)
''.replace('','-')
''.replace('','-',0)
'aaa'.replace('aa','b')
'abc'.replace('b','')
'abc'.replace(1,'')
'abc'.replace('a')
'hello'.find('l')
'hello'.rfind('l')
'hello'.find('l',3)
'hello'.find('l',-2)
'hello'.find('',5)
'hello'.find('',6)
'hello'.rfind('',2,4)
'hello'.find('lo',0,4)
'hello'.index('z')
'hello'.rindex('z')
'hello'.index('l',None,None)
'hello'.find(1)
'\U0001F600ab\U0001F600'.find('b')
'\U0001F600ab\U0001F600'.rfind('\U0001F600')
'\U0001F600ab\U0001F600'.find('\U0001F600',1)
'hello'.count('l')
'hello'.count('')
'hello'.count('l',3)
'aaaa'.count('aa')
'hello'.count(1)
'hello'.startswith('he')
'hello'.startswith(('x','he'))
'hello'.startswith('l',2)
'hello'.startswith('',6)
'hello'.startswith(1)
'hello'.startswith((1,))
'hello'.endswith('lo')
'hello'.endswith('l',0,4)
'hello'.endswith(())
','.join(['a','b'])
','.join([])
','.join(['a'])
','.join(['a',1])
','.join(1)
','.join('abc')
','.join(x for x in 'xyz')
'abc'.center(10)
'abc'.center(10,'xx')
'abc'.center(10,1)
'abc'.center('x')
'abcd'.center(7,'*')
'abc'.center(6,'*')
'abc'.ljust(5,'-')+'|'
'abc'.rjust(5,'-')
'-5'.zfill(5)
'+5'.zfill(5)
'--5'.zfill(5)
'a\tb\tc'.expandtabs(4)
'a\tb\n\tc'.expandtabs()
'a\tb'.expandtabs(0)
'abc'.translate({97:'X',98:None,99:0x1F600})
'abc'.translate(str.maketrans('ab','xy','c'))
'abc'.translate(str.maketrans({'a':'1','b':None}))
'abc'.translate({97:1.5})
'abc'.translate({97:-1})
'abc'.translate('xyz')
str.maketrans('ab','x')
str.maketrans({'ab':1})
str.maketrans(1)
str.maketrans('a',1)
'abc'.removeprefix('a')
'abc'.removeprefix('x')
'abc'.removesuffix('bc')
'abc'.removesuffix('')
'abc'.removesuffix(1)
'abc'[3]
'abc'[-4]
'abc'['a']
'abc'[1.0]
'abc'[10**30]
'abc'[:10**30]
'abc'[::-2]
'abc'[::0]
'abc'[None:None]
'abc'['a':]
'abc'+1
1+'abc'
'abc'*1.5
'abc'*-1
3*'ab'
'abc'*(2**70)
'a' in 'abc'
'' in ''
1 in 'abc'
'a'<'b'
'a'<1
'a'=='a'
'a'==1
'\ud7ff'<'\U00010000'
'\uffff'<'\U00010000'
'\U0001F600'<'\uffff'
sorted(['\uffff','\U00010000','a','\ud800'])
'a'.encode('foo')
'a'.encode('utf-8','foo')
'\udc80'.encode('utf-8','surrogateescape')
'\ud800'.encode('utf-8')
'\ud800'.encode('utf-8','surrogatepass')
'é'.encode('ascii','foo')
'é€'.encode('cp1252')
'abc'.encode(1)
'abc'.encode(errors='ignore')
str(b'abc','ascii')
str(b'\xff','ascii')
str(b'\xff','utf-8','replace')
str('a','ascii')
str(1,'ascii')
str(b'abc')
str()
str(object='x')
str(1,2,3,4)
'abc'.foo
'abc'.split(',',1,2)
'abc'.upper(1)
'abc'.isidentifier()
'1abc'.isidentifier()
'é1_'.isidentifier()
repr('\'')
repr('\'"')
repr('\x00\x1f\x7f\x80\xa0\xad\u2028\ue000\U000e0001\U0001F600\ud800')
ascii('é\U0001F600')
'%s' % ('a',)
'a\nb'.splitlines()
'a\n'.splitlines()
'\n'.splitlines()
'\r\n\n'.splitlines(keepends=True)
'abc'.__contains__('b')
'abc'.__getitem__(slice(0,2))
'abc'.__add__('d')
'abc'.__mul__(2)
'abc'.__rmul__(2)
'abc'.__mod__(1)
'abc'.__hash__()=='abc'.__hash__()
'abc'.__eq__(1)
'abc'.__format__('>5')
'abc'.__format__(1)
'abc'.__getnewargs__()
""".strip().split('\n'):
    t(src)

class S2(str):
    def __str__(self): return 'S2!' + str.__str__(self)
    def __repr__(self): return 'R'
x = S2('abc')
print(x, [x], type(x + 'd').__name__, type(x.upper()), type(x[:]), x == 'abc', hash(x) == hash('abc'), {x: 1}['abc'], len(x), '%s|%r' % (x, x), f'{x}|{x!r}|{x:>6}')
print(type(str(x)), str.upper(x), x.split('b'), ''.join([x]), type(''.join([x])))
