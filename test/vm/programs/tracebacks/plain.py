def f(x):
    return g(x) + 1

def g(x):
    y = x * 2
    raise ValueError("bad %d" % y)

f(2)
