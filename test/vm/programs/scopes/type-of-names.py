print(__name__, type(__builtins__).__name__ in ("module", "dict"), "print" in dir(__builtins__))
len_ = len
def len(x): return "shadowed"
print(len([1]))
del len
print(len([1, 2]) == len_([1, 2]))
import builtins
builtins.custom = "from builtins"
print(custom)
del builtins.custom
try:
    custom
except NameError as e:
    print(e)
def f():
    print = "local print"
    return print
print(f())
list = [1, 2]
print([x for x in list])
del list
print(list("ab"))
class A:
    int = str
    def f(self, x): return int(x)
    y = int(5)
print(repr(A.y), A().f("7"))
globals()["dynamic"] = 42
print(dynamic)
globals().update(d1=1, d2=2)
print(d1 + d2)
del globals()["d1"]
try:
    d1
except NameError as e:
    print(e)
def g():
    global created
    created = "x"
g()
print(created, vars()["created"], "created" in globals())
exec("via_exec = 5")
print(via_exec)
print(eval("via_exec + 1"), eval("__name__"))
