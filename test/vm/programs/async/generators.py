class Aw:
    def __await__(self):
        return (yield "w")
def run(co, *sends):
    out = []
    it = co.__await__() if hasattr(co, "__await__") and not hasattr(co, "send") else co
    v = None
    while True:
        try:
            out.append(it.send(v))
            v = "r"
        except StopIteration as e:
            return out, e.value
async def gen():
    try:
        x = yield 1
        print("x", x)
        await Aw()
        yield 2
    finally:
        print("cleanup")
async def main():
    g = gen()
    r = [await g.asend(None), await g.asend("sent")]
    await g.aclose()
    return r
print(run(main()))
async def athrow():
    g = gen()
    await g.__anext__()
    try:
        await g.athrow(ValueError("v"))
    except ValueError as e:
        return "caught " + str(e)
print(run(athrow()))
async def nested():
    async def inner(n):
        for i in range(n):
            yield i
    return [(i, j) async for i in inner(2) async for j in inner(i + 1)], {i async for i in inner(3)}, {i: i * i async for i in inner(3) if i}
print(run(nested()))
async def genexp():
    async def inner():
        yield 1
        yield 2
    ag = (i * 10 async for i in inner())
    return [x async for x in ag], type(ag).__name__
print(run(genexp()))
class It:
    def __aiter__(self): return self
    async def __anext__(self): raise StopAsyncIteration
async def empty():
    async for x in It(): pass
    else: return "else"
print(run(empty()))
async def withs():
    class M:
        def __init__(self, n): self.n = n
        async def __aenter__(self): print("in", self.n); return self.n
        async def __aexit__(self, t, v, tb): print("out", self.n, t and t.__name__); return t is KeyError
    async with M(1) as a, M(2) as b:
        print(a, b)
    async with M(3):
        raise KeyError
    try:
        async with M(4):
            raise ValueError
    except ValueError:
        return "value"
print(run(withs()))
