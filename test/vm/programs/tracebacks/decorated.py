def deco(f):
    def wrapper(*args):
        return f(*args)
    return wrapper

@deco
def h(x):
    assert x > 1, "too small"

h(2)
h(1)
