a = 1
del a
try:
    a
except NameError as e:
    print(e)
l = [1, 2, 3, 4]
del l[0], l[1:2]
print(l)
d = {"a": 1, "b": 2}
del d["a"]
print(d)
class C: x = 1
c = C()
c.y = 2
del c.y, C.x
print(hasattr(C, "x"))
def f():
    x, y = 1, 2
    del (x, y)
    try:
        return x
    except NameError as e:
        return type(e).__name__
print(f())
for bad in ("del d['zz']", "del l[9]", "del c.q", "del zz"):
    try:
        exec(bad)
    except Exception as e:
        print(type(e).__name__, e)
def g():
    v = 1
    def h(): return v
    del v
    try:
        h()
    except NameError as e:
        print(e)
g()
for i in range(2):
    t = i
    del t
print("t" in globals())
