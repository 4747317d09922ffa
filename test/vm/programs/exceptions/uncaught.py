def f(x):
    return g(x)
def g(x):
    raise ValueError("bad " + x)
print("before")
f("value")
