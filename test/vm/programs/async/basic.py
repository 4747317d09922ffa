class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return r
async def f(x):
    a = await Aw(x)
    b = await Aw(x + 1)
    return a, b
c = f(1)
print(type(c).__name__, c.send(None), c.send("A"))
try:
    c.send("B")
except StopIteration as e:
    print(e.value)
def run(co):
    try:
        v = co.send(None)
        while True:
            v = co.send(v)
    except StopIteration as e:
        return e.value
print(run(f(5)))
async def g():
    return [await f(i) for i in range(2)], {i: await f(i) for i in range(1)}
print(run(g()))
class CM:
    async def __aenter__(self): print("aenter"); return await Aw("e")
    async def __aexit__(self, *a): print("aexit", a[0]); return await Aw(True)
async def w():
    async with CM() as v:
        print("v", v)
        raise ValueError
    return "out"
print(run(w()))
class AI:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return await Aw(self.n)
async def loop():
    out = []
    async for x in AI(3):
        if x == 1: continue
        out.append(x)
    else:
        out.append("else")
    return out, [y async for y in AI(2)], [y async for y in AI(4) if y % 2]
print(run(loop()))
async def agen(n):
    for i in range(n):
        await Aw(i)
        yield i * 10
async def use():
    r = []
    async for x in agen(3): r.append(x)
    a = agen(2)
    r.append(await a.__anext__())
    r.append(await a.asend(None))
    try:
        await a.__anext__()
    except StopAsyncIteration:
        r.append("stop")
    return r, type(a).__name__
print(run(use()))
async def err():
    try:
        await f_err()
    except KeyError as e:
        return "caught " + str(e)
async def f_err(): raise KeyError("x")
print(run(err()))
try:
    c.send(None)
except RuntimeError as e:
    print(e)
async def bad(): await 5
try:
    run(bad())
except TypeError as e:
    print(e)
b = bad()
b.close()
async def closing():
    try:
        await Aw(1)
    finally:
        print("closed")
cl = closing()
cl.send(None)
cl.close()
