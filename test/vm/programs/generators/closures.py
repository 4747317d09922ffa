def f(n):
    def g():
        nonlocal n
        while n:
            n -= 1
            yield n
    return g
print(list(f(3)()))
gens = [(lambda i: (x + i for x in range(2)))(i) for i in range(2)]
print([list(g) for g in gens])
def with_try():
    for i in range(3):
        try:
            if i == 1: raise ValueError
            yield i
        except ValueError:
            yield "err"
        else:
            yield "else"
        finally:
            yield "fin"
print(list(with_try()))
class T:
    def __iter__(self):
        yield from (1, 2)
        yield self.__class__.__name__
print(list(T()), [*T()], dict(enumerate(T())))
def cm():
    class C:
        def __enter__(self): return "in"
        def __exit__(self, *a): print("exit", a[0]); return True
    with C() as c:
        yield c
        raise ValueError
    yield "after"
print(list(cm()))
def args(a, *b, c=1, **d):
    yield a; yield b; yield c; yield d
print(list(args(1, 2, c=3, e=4)))
x = 5
print(list(x for x in range(3)), x)
g = (print("evaluated") or i for i in [1])
print("made")
print(next(g))
try:
    (i for i in 5)
except TypeError as e:
    print(e)
