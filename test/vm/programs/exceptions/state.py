import sys
print(sys.exc_info())
def inner(): return sys.exc_info()[0]
try:
    raise ValueError(1)
except ValueError:
    print(inner(), sys.exc_info()[1])
    try:
        raise KeyError(2)
    except KeyError:
        print(inner())
    print(inner())
print(inner())
def gen():
    try:
        raise TypeError
    except TypeError:
        yield inner()
        yield inner()
g = gen()
print(next(g), inner())
try:
    raise OSError
except OSError:
    print(next(g), inner())
print(inner())
def reraise():
    try:
        1 / 0
    except ZeroDivisionError as e:
        saved = e
    raise saved
try:
    reraise()
except ZeroDivisionError as e:
    tb = e.__traceback__
    lines = []
    while tb:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(lines)
try:
    try:
        1 / 0
    except:
        x = 1
        raise
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next)
