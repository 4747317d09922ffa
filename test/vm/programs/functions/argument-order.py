def trace(x):
    print("eval", x)
    return x
def f(*a, **k): return a, sorted(k.items())
print(f(trace(1), *[trace(2)], trace(3), a=trace(4), **{"b": trace(5)}, c=trace(6)))
def g(a=trace("default a"), *, b=trace("default b")): return a, b
print(g(), g(1, b=2))
print({trace("k1"): trace("v1"), trace("k2"): trace("v2")})
trace("x") < trace("y") < trace("z")
l = [0, 0]
l[trace(0)], l[trace(1)] = trace("a"), trace("b")
print(l)
class C:
    def __getattr__(self, n):
        print("attr", n)
        return lambda *a: (n, a)
C().method(trace("arg"))
print([trace(i) for i in (trace(0), trace(1)) if trace(i > 0)])
trace(0) or trace("") or trace("last")
print(trace(1) if trace(True) else trace(2))
lambda x=trace("lambda default"): x
