def f(a, b=2):
    c = 3
    l = locals()
    return sorted(l.items())
print(f(1))
def g():
    x = 1
    def h():
        return x, sorted(locals())
    return h()
print(g())
class K:
    a = 1
    names = sorted(n for n in locals() if not n.startswith("__"))
print(K.names)
print("g" in globals(), globals() is locals())
def v():
    q = 1
    return vars(), dir()
print(v())
def e():
    q = 5
    return eval("q + 1"), eval("[q for _ in range(1)]", {"q": 2})
print(e())
def ex():
    r = []
    exec("r.append(1)\nt = 2")
    return r, "t" in locals()
print(ex())
