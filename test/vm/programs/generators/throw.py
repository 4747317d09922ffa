def g():
    while True:
        try:
            x = yield "ready"
        except ValueError as e:
            x = yield "caught " + str(e)
        except GeneratorExit:
            print("exit")
            raise
a = g()
print(next(a), a.throw(ValueError("v")), a.throw(ValueError, "w") if False else next(a))
try:
    a.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
try:
    next(a)
except StopIteration:
    print("finished")
b = g()
try:
    b.throw(TypeError("not started"))
except TypeError as e:
    print(e)
c = g()
next(c)
c.close()
c.close()
def bad():
    try:
        yield
    except GeneratorExit:
        yield 1
d = bad()
next(d)
try:
    d.close()
except RuntimeError as e:
    print(e)
def fin():
    try:
        yield 1
    finally:
        print("cleanup")
f = fin()
next(f)
try:
    f.throw(ValueError("z"))
except ValueError as e:
    print("z", e)
def stop():
    yield 1
    raise StopIteration("x")
try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def rec():
    yield next(me)
me = rec()
try:
    next(me)
except ValueError as e:
    print(e)
