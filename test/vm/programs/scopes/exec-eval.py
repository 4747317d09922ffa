g = {}
exec("a = 1\ndef f(): return a + 1\nclass C: pass", g)
print(g["a"], g["f"](), g["C"].__module__ if "__module__" in g["C"].__dict__ else None, "__builtins__" in g)
l = {}
exec("b = a * 2\nc = [a for _ in range(2)]", g, l)
print(l, "b" in g)
print(eval("a + b", g, l), eval("sum(x for x in [a, 2])", g), eval(" 1+1"))
code = compile("x * 2", "<e>", "eval")
print([eval(code, {"x": i}) for i in range(3)], code.co_name, code.co_filename)
class M(dict):
    def __missing__(self, key): return key.upper()
print(eval("foo + bar", {}, M()), eval("len(foo)", {}, M(len=len)))
try:
    exec("x = undefined_thing", {})
except NameError as e:
    print(e)
try:
    eval("1 +")
except SyntaxError as e:
    print(e.msg, e.lineno)
try:
    eval(3)
except TypeError as e:
    print(e)
ns = {"__builtins__": {"len": len}}
print(eval("len('ab')", ns))
try:
    eval("print", ns)
except NameError as e:
    print(e)
exec(compile("for i in range(2): print(i)", "s", "exec"))
print(eval("(lambda q: q + base)(1)", {"base": 5}), eval("[z for z in range(3) if z]"))
class NS:
    def __init__(self): self.d = {}
    def __getitem__(self, k): print("get", k); return self.d[k]
    def __setitem__(self, k, v): print("set", k); self.d[k] = v
exec("p = 1\nprint(p)", {}, NS())
def fun(): return eval("__name__")
print(fun())
