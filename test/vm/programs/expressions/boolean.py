def t(x): print("t", x); return x
print(t(0) and t(1), t(1) and t(2), t(0) or t(3), t(4) or t(5), not t(""))
print(1 and 2 and 3, 0 or "" or None, (1 or 2) and 3, 1 and 0 or 5, not 1 or not 0)
print("yes" if [] else "no", (1 if True else 2) if False else 3)
class B:
    def __bool__(self): return False
class L:
    def __len__(self): return 0
class N:
    def __bool__(self): return 5
print(bool(B()), bool(L()), "x" if B() else "y", bool(object()))
try:
    bool(N())
except TypeError as e:
    print(e)
x = None
print(x and x.y, x is None or x.y)
if 0: print("no")
elif "": print("no")
elif 0.0 or [] or {} or (): print("no")
else: print("else")
print([i for i in range(10) if i % 2 if i > 3], all([]), any([]), True + True)
