count = 0
def inc():
    global count
    count += 1
    def nested():
        global count
        count += 10
    nested()
inc()
print(count)
def outer():
    x = "outer"
    def middle():
        nonlocal x
        x = "middle"
        def inner():
            nonlocal x
            x = "inner"
            return x
        return inner(), x
    return middle(), x
print(outer())
def shadow():
    count = "local"
    def read(): return count
    def glob():
        global count
        return count
    return read(), glob()
print(shadow())
class A:
    count = "class"
    def m(self): return count
    global newname
    newname = "from class"
print(A().m(), newname)
def acc():
    state = {"n": 0}
    total = 0
    def add(v):
        nonlocal total
        total += v
        state["n"] += 1
        return total, state["n"]
    return add
a, b = acc(), acc()
a(1), a(2), b(10)
print(a(0), b(0))
def dele():
    x = 1
    def d():
        nonlocal x
        del x
    d()
    try:
        return x
    except NameError as e:
        return str(e)
print(dele())
def loopvar():
    fs = []
    for i in range(3):
        def f(i=i): return i
        fs.append(f)
    return [f() for f in fs]
print(loopvar())
