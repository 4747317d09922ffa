# What is remembered at a place of the code must follow every change of classes and objects.
class A:
    kind = "A.kind"
    count = 0

    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x

    def name(self):
        return "A.name"


class B(A):
    pass


def read(o):
    return o.x


def call(o):
    return o.name()


def write(o, v):
    o.x = v


def all3(o):
    return read(o), call(o), o.kind


a, b = A(1), B(2)
for _ in range(3):
    print(all3(a), all3(b))

# a method replaced, added below, removed
A.name = lambda self: "replaced"
print(call(a), call(b))
B.name = lambda self: "B.name"
print(call(a), call(b))
del B.name
print(call(a), call(b))

# the object's own attribute hides the method
a.name = lambda: "own"
print(call(a), call(b), call(A(0)))
del a.name
print(call(a))

# a property put over an attribute, and taken away
A.x = property(lambda self: "property", lambda self, v: self.__dict__.__setitem__("x", ("set", v)))
print(read(a), read(b))
write(a, 5)
print(read(a), a.__dict__)
del A.x
print(read(a), read(b))
write(a, 6)
print(read(a), a.__dict__)


# a class attribute that becomes a descriptor afterwards
class D:
    pass


class E:
    d = D()


def read_d(o):
    return type(o.d).__name__


e = E()
print(read_d(e))
e.d = 3
print(read_d(e))
D.__get__ = lambda self, obj, owner=None: "got"
print(read_d(e))
D.__set__ = lambda self, obj, value: None
print(read_d(e))
del D.__set__
print(read_d(e))

# counters in a class do not disturb
for i in range(3):
    A.count += 1
    print(A.count, call(a), a.count)

# the dict and the attributes are one
c = A(7)
c.y = 8
d = c.__dict__
print(d, read(c))
d["x"] = 70
d["z"] = 9
print(read(c), c.z, list(vars(c)))
del c.y
print(d, hasattr(c, "y"))
write(c, 71)
print(d)
c.__dict__ = {"x": "new"}
print(read(c), d["x"])

# the class of an object changed
class F:
    def name(self):
        return "F.name"

    kind = "F.kind"


f = A(11)
print(all3(f))
f.__class__ = F
print(all3(f), f.__dict__)

# deleted attributes, order of attributes
g = A(1)
g.b, g.a = 2, 3
print(list(g.__dict__))
h = A(1)
h.a, h.b = 2, 3
del h.x
h.x = 4
print(list(h.__dict__), read(h))
try:
    k = A(1)
    del k.x
    read(k)
except AttributeError as e:
    print(e)
try:
    del A(1).nothing
except AttributeError as e:
    print(e)

# __getattribute__ and __getattr__ given later
class G:
    def __init__(self):
        self.x = 1


m = G()
print(read(m))
G.__getattr__ = lambda self, n: "attr " + n
print(read(m), m.nope)
G.__getattribute__ = lambda self, n: "attribute " + n
print(read(m), m.nope)
del G.__getattribute__, G.__getattr__
print(read(m))
G.__setattr__ = lambda self, n, v: object.__setattr__(self, n, ("through", v))
write(m, 2)
print(read(m))
del G.__setattr__
write(m, 3)
print(read(m))


# many names, many classes at one place
class H:
    pass


o = H()
for i in range(100):
    setattr(o, "n%d" % i, i)
print(o.n0, o.n99, len(vars(o)), sum(getattr(o, "n%d" % i) for i in range(100)))
for i in range(500):
    p = H()
    setattr(p, "v%d" % i, i)
    p.x = i
    assert read(p) == i and vars(p) == {"v%d" % i: i, "x": i}
many = [type("T%d" % i, (A,), {"name": lambda self, i=i: i})(i) for i in range(12)]
print([(read(t), call(t)) for t in many + many[::-1]])


# bases changed
class P:
    def name(self):
        return "P.name"


class Q(P):
    x = 0


q = Q()
print(call(q))
Q.__bases__ = (F,)
print(call(q))


class R:
    __slots__ = ("x", "name")


r = R()
write(r, 1)
r.name = lambda: "slot"
print(read(r), call(r))
for attempt in (lambda: write(object(), 1), lambda: read(object()), lambda: write(1, 1), lambda: read(int), lambda: call(None)):
    try:
        attempt()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


# operands are evaluated in order, once
def order(n):
    log = []

    def note(v):
        log.append(v)
        return v

    r1 = n + (n := 5)
    r2 = (n, n - (n := 2), n)
    r3 = note(1) + note(2) * note(3)
    l = [n, n]
    l[note(0)] = note(9)
    r4 = note(l)[note(0)] < note(10)
    r5 = max(n, (n := 50), n)
    return r1, r2, r3, r4, r5, log


print(order(1))


# mixed numbers at one place
def ops(x, y):
    return x + y, x - y, x * y, x < y, x == y, x != y, x >= y


class N(int):
    def __add__(self, other):
        return "N+"

    def __radd__(self, other):
        return "+N"

    def __lt__(self, other):
        return "N<"

    def __eq__(self, other):
        return "N=="


big = 2**53 - 1
for x, y in [(1, 2), (1.5, 2), (True, 2), (big, 1), (big, big), (-big, 2), (0, -5), (N(1), 2), (1, N(2)), (1.0, N(2))]:
    print(ops(x, y))
for x, y in [("a", "b"), ([1], [2]), ((1,), (2,)), ("a", 1)]:
    for op in (lambda: x + y, lambda: x < y, lambda: x == y, lambda: x - y):
        try:
            print(op())
        except TypeError as e:
            print(e)
