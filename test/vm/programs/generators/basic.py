def g(n):
    for i in range(n):
        yield i
    return "done"
print(list(g(3)), sum(g(4)), tuple(g(2)))
it = g(1)
print(next(it))
try:
    next(it)
except StopIteration as e:
    print(e.value)
try:
    next(it)
except StopIteration as e:
    print(e.value)
print(type(it).__name__, it.__name__, it.__qualname__, iter(it) is it)
def empty():
    return
    yield
print(list(empty()))
def inf():
    n = 0
    while True:
        yield n
        n += 1
from_inf = inf()
print([next(from_inf) for _ in range(4)])
e = (x * x for x in range(4))
print(type(e).__name__, list(e), list(e), e.__name__)
def fib():
    a, b = 0, 1
    while 1:
        yield a
        a, b = b, a + b
for x in fib():
    if x > 20: break
    print(x, end=" ")
print()
print(dict((k, v) for k, v in zip("ab", g(2))), max(g(3)), any(x == 1 for x in g(5)), "".join(c for c in "xyz"))
