def f(a, b: int = 1, *args, c: str, **kw) -> "x":
    """Doc."""
    x = 1
    return x
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__)
c = f.__code__
print(c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_varnames, c.co_flags & 12, c.co_firstlineno, c.co_nlocals)
f.note = 5
print(f.note, f.__dict__)
del f.note
print(hasattr(f, "note"))
f.__name__ = "g"
print(f.__name__)
try:
    f.__name__ = 1
except TypeError as e:
    print(e)
def outer():
    def inner(): return v
    v = 3
    return inner
i = outer()
print(i.__closure__[0].cell_contents, i.__code__.co_freevars, outer.__code__.co_cellvars, i.__qualname__, f.__closure__)
print((lambda: 0).__name__, type(f).__name__, callable(f))
def nodoc(): pass
print(nodoc.__doc__, nodoc())
print(f.__get__(3).__self__, f.__get__(None, int) is f)
