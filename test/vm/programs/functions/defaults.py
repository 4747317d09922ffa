def f(a, b=2, *, k=3, m): return (a, b, k, m)
print(f(1, m=4), f(1, 5, m=4, k=0), f(a=1, m=2))
def g(a=1, b=2): return a, b
print(g(), g(3), g(b=9), g(3, 4))
for call in [lambda: f(1), lambda: f(m=1), lambda: f(1, 2, 3, m=4), lambda: g(1, 2, 3), lambda: f(1, 2, 3, 4, m=1, k=2),
             lambda: f(), lambda: g(c=1)]:
    try:
        call()
    except TypeError as e:
        print(e)
def h(x, acc=[]):
    acc.append(x)
    return acc
print(h(1), h(2), h(3))
print(f.__defaults__, f.__kwdefaults__, g.__defaults__)
