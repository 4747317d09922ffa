def tries(*fs):
    for f in fs:
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
class A: pass
tries(lambda: A() + 1, lambda: A()[0], lambda: A()(), lambda: len(A()), lambda: iter(A()), lambda: A() < A(), lambda: A().x, lambda: A.x, lambda: -A(), lambda: 1 in A(), lambda: [*A()], lambda: {**A()}, lambda: A(1), lambda: A() @ 1)
def setitem(): A()[0] = 1
def delitem(): del A()[0]
def setattr_(): (1).x = 2
def attr(): "a".foo = 1
def fn(): return (lambda: 0).x
def mod(): import sys; return sys.nope_nope
def unpack(): a, b = A()
def withit():
    with A(): pass
def raiseit(): raise A
def tup(): (1, 2)[0] = 3
def strs(): "abc"[0] = "x"
tries(setitem, delitem, setattr_, attr, fn, mod, unpack, withit, raiseit, tup, strs)
