a, *b = [1]
print(a, b)
*a, b = "xyz"
print(a, b)
a, (b, *c), *d = 1, "hello", 2, 3
print(a, b, c, d)
for x, *y in [(1, 2, 3), "ab", [9]]:
    print(x, y)
(a, b), [c, d] = (1, 2), [3, 4]
print(a, b, c, d)
a = *range(3), *"ab"
print(a)
def f(): return *(1, 2), 3
print(f())
[*a] = {1: 2, 3: 4}
print(a)
a, b = b, a = 1, 2
print(a, b)
d = {}
d["x"], *d["rest"] = range(4)
print(d)
class O: pass
o = O()
o.a, (o.b, o.c) = 1, (2, 3)
print(vars(o))
x = [1, 2, 3, 4, 5]
x[0], *x[1:3], x[4] = "abcd"
print(x)
print(*[1], *[2, 3], sep=",")
print([*range(3), 10, *[]], {*"aab"} == {"a", "b"}, {**{"a": 1}, **{"b": 2}})
first, *_, last = range(10)
print(first, last, len(_))
def g(a, *args, b=0, **kw): return a, args, b, kw
print(g(*"abc", **dict(b=1, z=2)))
