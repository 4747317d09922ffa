try:
    raise ValueError("x")
except ValueError as e:
    pass
try:
    print(e)
except NameError as err:
    print(err)
e = 5
try:
    raise KeyError
except KeyError as e:
    del e
try:
    e
except NameError as err:
    print(err)
def f():
    try:
        raise ValueError("v")
    except ValueError as x:
        def g(): return x
        print(repr(g()))
    try:
        g()
    except NameError as n:
        print(n)
f()
def order():
    def t():
        print("t evaluated")
        return ValueError
    try:
        raise KeyError
    except t():
        pass
    except KeyError:
        print("key")
order()
