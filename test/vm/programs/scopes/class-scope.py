x = "global"
class A:
    y = x
    x = "class"
    z = x
    def m(self): return x
    w = [x for _ in range(2)]
    v = [i for i in x]
print(A.y, A.z, A().m(), A.w, A.v)
def f():
    q = "function"
    class B:
        a = q
        def m(self): return q
    return B
print(f().a, f()().m())
class C:
    a = 1
    try:
        b = [a for _ in range(1)]
    except NameError as e:
        print(e)
    c = [i + 1 for i in [a]]
print(C.c)
def g():
    x = "g"
    class D:
        print(x)
        x = "D"
        print(x)
        del x
        print(x)
g()
class E:
    def f(self): return __class__
print(E().f() is E)
