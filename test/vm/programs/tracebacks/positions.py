import sys, traceback
def f(a, b):
    return a + b / 0
def g(x):
    y = (x.foo
         .bar(1))
def h(d):
    return d["a"]["b"](1, 2) + 3
def k():
    foo(1) + nosuch
def foo(x): return x
def call(x): return f(x, 1) + 2
class A:
    def __bool__(self): raise ValueError("b")
def m():
    if A(): pass
def n():
    x = [1,
      2 / 0,
      3]
def o():
    assert foo(0), "no"
def p():
    a, b = foo([1,2,3])
def q():
    for x in foo(3):
        pass
def r():
    return f"{foo(1)!r:zz} abc {nosuch}"
def s():
    x = foo
    x.a.b = 3
def t():
    with foo(2): pass
def u():
    raise ValueError("x" + "y")
def v():
    return [z/0 for z in range(3)]
def w():
    import nosuchmodule
def x():
    d = {}
    d[1] += 1
def aa():
    d = {[]: 1}
def bb():
    del foo.x
def cc():
    return foo(**{"x":1, "y": 2})
def dd():
    return foo(*3)
def ee():
    return (
        foo(1)
        + foo("a")
    )
def ff():
    x = 1
    x += "a"
    return x
def gg():
    return not A()
def hh():
    return 1 < "a" < 3
def ii():
    lambda: 3
    return (lambda: 1/0)()
def jj():
    return -"a"
def kk():
    print(undefinedname,
       3)
def ll():
    def gen():
        yield 1
        yield 1/0
    return list(gen())
def mm():
    from os import nosuch
def nn():
    return foo(
        1,
        2,
        3,
        4)
def oo():
    foo(1).bar(
      3
    )
def pp():
    class X(foo): pass
def qq():
    @nosuch
    def z(): pass
def rr():
    @foo
    @foo(1)
    def z(): pass
def ss():
    match foo(3):
        case foo(x=1): pass
def tt():
    return 1 if A() else 2
def uu():
    return A() and 1
def vv():
    while A(): pass
def ww():
    x = yy
    yy = 3
def xx():
    a = b = foo.zork
fs = [lambda: call(3), lambda: g(1), lambda: h({"a":{}}), k, m,n,o,p,q,r,s,t,u,v,w,x,aa,bb,cc,dd,ee,ff,gg,hh,ii,jj,kk,ll,mm,nn,oo,pp,qq,rr,ss,tt,uu,vv,ww,xx]
for fn in fs:
    try: fn()
    except Exception as e:
        tb = e.__traceback__
        print(fn.__name__, type(e).__name__)
        for s in traceback.extract_tb(tb)[1:]:
            print("  ", s.name, s.lineno, getattr(s,"end_lineno",None), getattr(s,"colno",None), getattr(s,"end_colno",None))
