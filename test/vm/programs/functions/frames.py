import sys
def where():
    f = sys._getframe(1)
    return f.f_code.co_name, f.f_lineno
def a():
    x = where()
    return x, where()
print(a())
def depth(n):
    if n == 0:
        f, names = sys._getframe(), []
        while f:
            names.append(f.f_code.co_name)
            f = f.f_back
        return names
    return depth(n - 1)
print(depth(2))
class K:
    here = where()
    def m(self): return where()
print(K.here, K().m(), [where() for _ in range(1)][0][1])
def g():
    yield where()
    yield where()
print(list(g()))
try:
    sys._getframe(100)
except ValueError as e:
    print(e)
def locs():
    a = 1
    b = [2]
    return sorted(locals().items())
print(locs())
def tb():
    try:
        secret = 42
        raise ValueError
    except ValueError as e:
        return e.__traceback__.tb_frame.f_code.co_name
print(tb())
def inner(v):
    w = v * 2
    raise KeyError(w)
try:
    inner(4)
except KeyError as e:
    t = e.__traceback__.tb_next
    print(t.tb_frame.f_locals, t.tb_lineno, t.tb_frame.f_code.co_name)
