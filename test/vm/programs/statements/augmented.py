x = 5
x += 2; x -= 1; x *= 3; x //= 2; x **= 2; x %= 50; x <<= 2; x >>= 1; x |= 1; x &= 0xff; x ^= 3
print(x)
x /= 2
print(x)
l = m = [1]
l += [2]
l *= 2
print(l, m is l)
t = u = (1,)
t += (2,)
print(t, u)
s = "a"; s += "b"; s *= 3
print(s)
d = {"n": 1}
d["n"] += 5
class C: v = 1
c = C()
c.v += 10
print(d, c.v, C.v)
def idx():
    print("idx once")
    return 0
q = [1, 2]
q[idx()] += 5
print(q)
class I:
    def __iadd__(self, o): return "iadd"
    def __sub__(self, o): return "sub"
    def __imul__(self, o): return NotImplemented
i = I(); i += 1
j = I(); j -= 1
print(i, j)
try:
    k = I(); k *= 2
except TypeError as e:
    print(e)
try:
    n = 1; n += "a"
except TypeError as e:
    print(e)
try:
    t2 = ([],); t2[0] += [1]
except TypeError as e:
    print(e, t2)
st = {1}; st |= {2}; st -= {1}
dd = {1: 2}; dd |= {3: 4}
print(st, dd)
def f():
    a = 1
    def g():
        nonlocal a
        a += 1
    g(); g()
    return a
print(f())
