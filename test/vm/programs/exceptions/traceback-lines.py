import sys
def a():
    b(
        1,
        2,
    )
def b(x, y):
    z = [
        x,
        y / 0,
    ]
def lines(f):
    try:
        f()
    except Exception as e:
        tb = e.__traceback__.tb_next
        out = []
        while tb:
            out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        return out
print(lines(a))
def c():
    for i in range(3):
        if i == 1:
            raise ValueError
print(lines(c))
def d():
    try:
        x = 1
        1 / 0
    finally:
        y = 2
print(lines(d))
def e():
    with open_it():
        pass
class CM:
    def __enter__(self): return self
    def __exit__(self, *a):
        return False
def open_it(): return CM()
def w():
    with open_it() as q:
        q.x = 1
        raise KeyError
print(lines(w))
def comp():
    return [1 / (2 - i) for i in range(5)]
print(lines(comp)[0])
def g():
    yield 1
    1 / 0
def h():
    for _ in g():
        pass
print(lines(h))
f = lambda: 1 / 0
print(lines(f))
def cond(x=0):
    return (1 if x
            else 1 / x)
print(lines(cond))
fr = sys._getframe()
print(fr.f_code.co_name, fr.f_lineno, fr.f_globals is globals(), fr.f_back)
def caller(): return callee()
def callee():
    f = sys._getframe(1)
    return f.f_code.co_name, f.f_lineno, f.f_back.f_code.co_name
print(caller())
