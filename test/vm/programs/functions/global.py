x = 1
def f():
    global x, y
    x += 1
    y = "new"
    return x
print(f(), x, y)
def g():
    global z
    for z in range(3): pass
    def h():
        return z
    return h()
print(g(), z)
def h():
    global x
    del x
h()
try:
    x
except NameError as e:
    print(e)
def imp():
    global sys
    import sys
imp()
print(sys.__name__)
