def show(e):
    while e is not None:
        print(type(e).__name__, e, "cause", repr(e.__cause__), "suppress", e.__suppress_context__)
        e = e.__context__
try:
    try:
        raise ValueError("first")
    except ValueError:
        raise KeyError("second")
except KeyError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise TypeError("t") from z
except TypeError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("t") from None
except TypeError as e:
    show(e)
try:
    try:
        1 / 0
    finally:
        [][1]
except IndexError as e:
    show(e)
try:
    try:
        raise ValueError("v")
    except ValueError as v:
        try:
            raise KeyError("k")
        except KeyError:
            pass
        raise
except ValueError as e:
    show(e)
def f():
    try:
        raise ValueError("in f")
    except ValueError:
        g()
def g(): raise RuntimeError("in g")
try:
    f()
except RuntimeError as e:
    show(e)
try:
    raise ValueError from TypeError("cause")
except ValueError as e:
    show(e)
try:
    raise ValueError from 3
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
class Mgr:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("exit")
try:
    with Mgr():
        raise ValueError("body")
except KeyError as e:
    show(e)
