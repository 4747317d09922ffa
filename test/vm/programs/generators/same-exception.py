def gen():
    try:
        yield 1
    except ValueError as e:
        try:
            yield 2
        except KeyError:
            pass
        raise
import sys
e0 = ValueError("x")
def outer():
    g = gen()
    next(g)
    try:
        raise e0
    except ValueError as e:
        print(g.throw(e))
        try:
            g.throw(KeyError("k"))
        except ValueError as e2:
            print("got", e2, e2 is e0)
outer()
def gen2():
    try:
        raise e0
    except ValueError:
        yield 1
        raise
def o2():
    g = gen2()
    next(g)
    try:
        raise e0
    except ValueError:
        try: next(g)
        except ValueError as x: print("same", x is e0)
    g = gen2(); next(g)
    try: next(g)
    except ValueError as x: print("same", x is e0)
    try: raise e0
    except ValueError:
        g = gen2(); next(g)
    try: next(g)
    except BaseException as x: print("same", repr(x), x is e0)
o2()
