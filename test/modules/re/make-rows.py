# Makes the rows of rows.json.gz with CPython: [pattern, is bytes, flags, operation, subject, template, answer, flags of the pattern].
# Usage: make-rows.py table|unicode|errors|random SEED COUNT; "table" is the table of test.re_tests of the running CPython.
import re,sys,json,random,warnings
warnings.simplefilter('ignore')
sys.path.insert(0,'/usr/lib/python3.11')
from test.re_tests import tests as T
rows=[]
def enc(x): return x.decode('latin1') if isinstance(x,bytes) else x
def m2j(m):
    if m is None: return None
    return [[list(m.span(i)) for i in range(m.re.groups+1)], m.lastindex, m.lastgroup]
def add(pat,s,flags=0,ops=('match','search','fullmatch','findall','split','sub'),repl=None):
    b=isinstance(pat,bytes)
    for op in ops:
        try:
            with warnings.catch_warnings(record=True) as w:
                warnings.simplefilter('always')
                p=re.compile(pat,flags)
            if op in('match','search','fullmatch'): r=m2j(getattr(p,op)(s))
            elif op=='findall': r=[m2j(m) for m in p.finditer(s)]
            elif op=='split': r=[enc(x) for x in p.split(s)]
            elif op=='sub':
                t = repl if repl is not None else (b'<\\g<0>>' if b else '<\\g<0>>')
                x,n=p.subn(t,s); r=[enc(x),n]
            else: raise Exception(op)
            rows.append([enc(pat),b,flags,op,enc(s),enc(repl) if repl is not None else None,r,p.flags])
        except re.error as e:
            rows.append([enc(pat),b,flags,op,enc(s),enc(repl) if repl is not None else None,{'error':str(e),'msg':e.msg,'pos':e.pos,'lineno':e.lineno,'colno':e.colno}]); break
        except (IndexError,OverflowError,ValueError) as e:
            rows.append([enc(pat),b,flags,op,enc(s),enc(repl) if repl is not None else None,{'usage':type(e).__name__,'error':str(e)}]); break
        except RecursionError: pass
which=sys.argv[1]
if which=='table':
    for t in T:
        add(t[0],t[1])
        try: add(t[0].encode('latin1'),t[1].encode('latin1'))
        except Exception: pass
        add(t[0],t[1],re.I)
elif which=='inventory':
    pats=[]
    for l in open('inventory.md'):
        m=re.match(r'- `(?:Pattern\.\w+|re\.\w+)` `pat=(.*?)(?: (?:max|repl)=\S*)? flags=(\S+)` ',l)
        if m:
            p=m.group(1)
            f=m.group(2); f=int(f) if f.isdigit() else int(eval(f))
            if p.startswith("b'"): p=eval(p)
            pats.append((p,f&~32))
    words=['qemux86-64','qemuarm','aarch64','i686-poky-linux','x86_64-linux','x86_64-oe-linux-musl','arm-poky-linux-gnueabi','https://x/y','git','LicenseRef-Foo.1','DocumentRef-a:LicenseRef-b','','MIT','GPL-2.0-only','3.4.5','cortexa8hf-neon','-march=armv7-a -mx','${@bb.utils.contains("a",{"b"},1,d)} x y','a  b\tc','libx11_1.0','<U00E9><U1>','powerpc64le','riscv64','mipsisa32r6el','p','ppc64','null','A-B_c.d','mcf5441x','loongarch64','armeb','I686','linux-yocto (1.2.3) x 4.5.6','x\ny','i586\n','LICENSE\n']
    for p,f in dict.fromkeys(pats):
        if isinstance(p,bytes):
            for w in [b'# SPDX-License-Identifier: MIT\nfoo\n',b'/* SPDX-License-Identifier: GPL-2.0 WITH x */\r\n',b'',b'abc']: add(p,w,f)
        else:
            for w in words: add(p,w,f)
elif which=='random':
    R=random.Random(int(sys.argv[2]))
    def atom(d):
        k=R.random()
        if k<.34: return R.choice('aabbcxyA1_ -')
        if k<.40: return '.'
        if k<.50: return R.choice(['[ab]','[^a]','[a-c]','[^\\w]','[\\d_]','[]a]','[^]b]','[a\\-z]','[\\s\\S]','[A-Z]'])
        if k<.58: return R.choice(['\\w','\\W','\\d','\\D','\\s','\\S','\\.','\\x61','\\141','\\n','\\t'])
        if k<.66: return R.choice(['^','$','\\b','\\B','\\A','\\Z'])
        if d<=0: return R.choice('abc')
        if k<.82: return '('+alt(d-1)+')'
        if k<.87: return '(?:'+alt(d-1)+')'
        if k<.90: return R.choice(['(?=','(?!','(?<=','(?<!'])+alt(d-1)+')'
        if k<.92: return '(?>'+alt(d-1)+')'
        if k<.94: return R.choice(['(?i:','(?s:','(?m:','(?-i:','(?a:','(?x:'])+alt(d-1)+')'
        if k<.97: return '\\'+R.choice('12')
        if k<.98: return '(?P<n>'+alt(d-1)+')'
        if k<.99: return '(?(1)'+seq(d-1)+'|'+seq(d-1)+')'
        return R.choice(['(?#c)','(?P=n)','(','[',')','*','{2}','(?i)','\\q','(?P<','(?<a','(?z)','a{3,1}','[z-a]','\\',"(?(2)a)"])
    def quant(): return R.choice(['']*6+['*','+','?','*?','+?','??','{2}','{1,2}','{0,1}?','{,2}','*+','++','?+','{2,}','{1,3}+','{a}','{'])
    def seq(d): return ''.join(atom(d)+quant() for _ in range(R.randint(0,4)))
    def alt(d): return '|'.join(seq(d) for _ in range(R.choice([1,1,1,2,3])))
    for _ in range(int(sys.argv[3])):
        p=alt(3); f=R.choice([0,0,0,0,re.I,re.M,re.S,re.X,re.A,re.I|re.M])
        for s in [''.join(R.choice('aaabbbccxyAB1_ -\n.') for _ in range(R.randint(0,12))) for _ in range(2)]:
            add(p,s,f,ops=R.sample(['match','search','fullmatch','findall','split','sub'],2))
elif which=='unicode':
    for p in ['\\w+','\\W','\\d+','\\s+','(?a)\\w+','é','(?i)É','(?i)straße','(?i)[à-ý]+','(?i)\u212a','(?i)k','(?i)[k]','(?i)ſ','(?i)s','(?i)[a-z]+','(?i)ǆ','(?i)i','(?i)İ','(?i)ı','(?i)[^é]','.','..','[\U0001F600-\U0001F64F]','\U0001F600+','(\w)\\1','(?i)(.)\\1','\\b\\w','\\u00e9','\\U0001F600','[^\u0100-\u0200]','(?i)σ','(?i)ς','(?i)µ','(?i)ᲀ','(?ia)k','(?ia)é','(?i)[\u0100-\u0200]+','(?i)θ','(?i)[θ]+','(?i)(θ)\\1','(?i)ﬅ']:
        for s in ['','é','É','straße STRASSE STRAẞE','ÀÝ×÷àý','K\u212ak','ſsS','ǆǅǄ','iİıI','a😀b😀😀c','éÉeE','٣3๓','\u2003x\x1c\x85y','ΣσςΜμµ','вᲀВ','ĀāȀȁ','θΘϑϴ','ﬅﬆ','日本語 テスト']:
            add(p,s,ops=('search','findall','sub','split'))
elif which=='errors':
    for p in ['(',')','[','a**','a*?+','*','+a','?','{2}','a{2}{3}','a{3,2}','(?','(?P','(?P<','(?P<>a)','(?P<1a>b)','(?P<a>b)(?P<a>c)','(?P=x)','(?Px)','(?P=a','(?(1)a|b|c)','(?(1)a','(a)(?(1)b|c|d)','(?(0)a)','(?(x)a)','(?(-1)a)','(?<a)','(?<','(?<=a*)b','(?<!a|bc)d','(?i','(?i-','(?-','(?-:a)','(?i-i:a)','(?z)','(?iz)','(?i-z:a)','(?au)','(?L)a','a(?i)b','(?i)a','(?#','(?#a)b','\\','a\\','\\q','[\\q]','[a','[a-','[b-a]','[\\w-a]','[a-\\d]','\\x1','\\u12','\\U0000','\\U00110000','[\\x1]','\\8','\\1','(\\1)','(a)\\2','\\400','[\\400]','\\777','[\\8]','(?P<a','(?P<a>','(?:a','(?>a','(?=a','a|*','(|*)','^*','$+','\\b*','(?:^)*','a\n(\nb[','\n\n)','(?t)','(?-t:a)','(?t:a)','x{99999999999}','(?s-','(?s-i','(?i:','(?@)','(?P@)','(?<@)','(?(','(?(a','(?()a)','(?P=)','\\N{x','\\g','(?<=(a)\\1)b','(?<=(?P<q>a)(?P=q))','(?<=(a))(?(1)b)','(a)(?<=(?(1)b|c))d','(?P<é>a)','(?x) a # c\n b ( c','(?m-s)', 'a(?#','(?-a:b)','(?ua)','[]','[^]','[]]','[^]]']:
        add(p,'a',ops=('search',))
        try: add(p.encode('latin1'),b'a',ops=('search',))
        except UnicodeEncodeError: pass
    for t in ['\\1','\\2','\\g<1>','\\g<n>','\\g<x>','\\g','\\g<','\\g<>','\\g<1','\\g<-1>','\\g<a b>','\\0','\\01','\\012','\\123','\\400','\\377','\\9','\\10','\\n\\t\\\\','\\q','\\z','\\&','\\.','a\\','\\g<0>x\\g<01>','\\g<+1>','','x\\1y\\g<n>z','\\é','😀\\1']:
        add('(a)(?P<n>b)?','xabya',ops=('sub',),repl=t)
        try: add(b'(a)(?P<n>b)?',b'xabya',ops=('sub',),repl=t.encode('latin1'))
        except UnicodeEncodeError: pass
    for f in [re.L, re.A|re.U, 0]: add('a','a',f); add(b'a',b'a',f)
    add(b'a',b'a',re.U); add(b'a',b'a',re.L|re.A)
json.dump(rows,sys.stdout,ensure_ascii=True)
