import sys
def g():
    try:
        yield 1
    except ValueError as e:
        yield repr(sys.exc_info()[1])
        yield repr(e.__context__)
    yield sys.exc_info()[0]
a = g()
next(a)
try:
    raise KeyError("outer")
except KeyError:
    print(a.throw(ValueError("in")))
    print(next(a))
print(next(a), sys.exc_info()[0])
def h():
    try:
        raise ValueError("h")
    except ValueError:
        yield 1
        try:
            raise
        except ValueError as e:
            yield "re " + str(e)
b = h()
print(next(b), sys.exc_info()[0])
try:
    1 / 0
except ZeroDivisionError:
    print(next(b), sys.exc_info()[0].__name__)
def k():
    for i in range(3):
        try:
            yield i
        finally:
            try:
                raise KeyError(i)
            except KeyError as e:
                print("fin", e, repr(e.__context__))
c = k()
next(c)
try:
    c.throw(TypeError("thrown"))
except TypeError as e:
    print(e)
