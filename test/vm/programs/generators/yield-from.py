def inner():
    x = yield 1
    print("inner got", x)
    try:
        yield 2
    except ValueError as e:
        print("inner caught", e)
    return "result"
def outer():
    r = yield from inner()
    print("r", r)
    yield from [10, 20]
    return (yield from (i for i in "ab"))
o = outer()
print(next(o), o.send("s"), o.throw(ValueError("t")), next(o), next(o), next(o))
try:
    next(o)
except StopIteration as e:
    print(e.value)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("itval")
        return self.n
    def send(self, v): print("sent", v); return 99
    def throw(self, *a): print("thrown", type(a[0]).__name__); raise StopIteration("tv")
    def close(self): print("closed")
def d():
    v = yield from It()
    print("v", v)
    yield "after"
g = d()
print(next(g), g.send(5), g.throw(KeyError("k")))
g = d()
next(g)
g.close()
print(list(d()))
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else:
        yield t
print(list(tree([1, [2, [3, 4], 5], [6]])))
def sub():
    yield 1
    raise KeyError("sub")
def sup():
    try:
        yield from sub()
    except KeyError as e:
        yield "handled " + str(e)
print(list(sup()))
try:
    def nf(): yield from 5
    list(nf())
except TypeError as e:
    print(e)
