a = b = c = [1]
print(a is b is c)
x, y = 1, 2
x, y = y, x
print(x, y)
(p, q), r = (1, 2), 3
[s, t] = "st"
print(p, q, r, s, t)
first, *mid, last = range(5)
print(first, mid, last)
*init, end = "abc"
print(init, end)
h, *rest = [1]
print(h, rest)
d = {}
d["a"], d["b"] = 1, 2
print(d)
i = 0
l = [0, 0]
i, l[i] = 1, 9
print(i, l)
for bad in ("a, b = 1", "a, b = [1]", "a, b = 1, 2, 3", "a, *b, c = [1]", "[a] = ()"):
    try:
        exec(bad)
    except (TypeError, ValueError) as e:
        print(e)
def order(n):
    print("eval", n)
    return {}
order(1)[print("key")] = print("value")
class A: pass
a = A()
a.b = A()
a.b.c = 5
print(a.b.c)
l = list(range(10))
l[2:5] = [20]
l[::3] = "wxyz"[:len(l[::3])]
del l[0], l[-1]
print(l)
del l[1:3]
print(l)
x = y = 1
x += 1
print(x, y)
(z) = 3
print(z)
def f():
    a, b = 1, 2
    a, b = b, a
    [c, (d, *e)] = a, (b, 3, 4)
    return a, b, c, d, e
print(f())
