def acc():
    total = 0
    while True:
        v = yield total
        if v is None: continue
        total += v
a = acc()
print(next(a), a.send(5), a.send(6), next(a))
try:
    acc().send(1)
except TypeError as e:
    print(e)
def two():
    x = yield 1
    print("got", x)
    y = yield 2
    print("got", y)
    return x, y
t = two()
print(t.send(None), t.send("a"))
try:
    t.send("b")
except StopIteration as e:
    print(e.value)
def expr():
    print((yield 1) + (yield 2))
    l = [(yield 3), (yield 4)]
    print(l)
    f = max((yield 5), (yield 6))
    print(f)
g = expr()
v = next(g)
while True:
    try:
        v = g.send(v * 10)
    except StopIteration:
        break
