if (n := len("abc")) > 2: print(n)
while (n := n - 1) > 0: print(n)
def f(a=(b := 3)): return a
print(f(), b)
print((lambda: (z := 4) + z)())
d = {"k": (v := 1)}
print(d, v)
