def f(a, b=1, /, c=2, *args, d, e=5, **kw):
    "doc"
    x = 1
    def inner(): return x
    return inner
c = f.__code__
print(c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames, c.co_cellvars, c.co_freevars, c.co_nlocals)
print(bool(c.co_flags & 4), bool(c.co_flags & 8), c.co_name, c.co_firstlineno)
i = f(1, d=2)
print(i.__code__.co_freevars, i.__closure__[0].cell_contents, i.__qualname__, i.__code__.co_name)
def g(): yield
async def h(): pass
async def k(): yield
print([bool(x.__code__.co_flags & m) for x, m in ((g, 0x20), (h, 0x80), (k, 0x200))], bool(i.__code__.co_flags & 0x10))
import types
def template(): return base + extra
base = "module"
n = types.FunctionType(template.__code__, {"base": 1, "extra": 2}, "named")
print(n(), n.__name__, n.__globals__["base"])
def adder(x):
    def add(y): return x + y
    return add
a = adder(5)
b = types.FunctionType(a.__code__, globals(), "b", None, (types.CellType(100),))
print(a(1), b(1))
a.__closure__[0].cell_contents = 50
print(a(1))
print(f.__code__ is f.__code__, f.__code__ == g.__code__, f.__globals__ is globals(), f.__module__)
import inspect
print(inspect.signature(f), inspect.signature(lambda x, *, y=1: 0), inspect.isgeneratorfunction(g), inspect.iscoroutinefunction(h), inspect.isfunction(f))
print(inspect.getfullargspec(f).kwonlyargs, list(inspect.signature(f).parameters))
