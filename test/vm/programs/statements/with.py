class CM:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, t, v, tb): print("exit", self.n, t and t.__name__, v); return self.swallow
with CM(1) as a, CM(2) as b:
    print(a, b)
with CM("s", True):
    raise ValueError("x")
try:
    with CM("n"):
        raise KeyError("k")
except KeyError as e:
    print("caught", e)
def f():
    with CM("r"):
        return "ret"
print(f())
for i in range(3):
    with CM(i):
        if i == 0: continue
        break
with (CM("p1") as x, CM("p2") as y,):
    print(x, y)
class T:
    def __enter__(self): return 1, [2, 3]
    def __exit__(self, *a): pass
with T() as (p, [q, r]):
    print(p, q, r)
d = {}
with T() as d["k"]: print(d)
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
for c in (NoExit, NoEnter, int):
    try:
        with c(): pass
    except TypeError as e:
        print(e)
class BadEnter:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): print("not called")
try:
    with BadEnter(): pass
except ValueError as e:
    print(e)
try:
    with CM("o"), BadEnter(): pass
except ValueError as e:
    print(e)
try:
    with CM("target") as (u, v): pass
except ValueError as e:
    print(e)
def g():
    with CM("loop"):
        for i in range(2):
            with CM(i, True):
                raise ValueError(i)
        return "done"
print(g())
