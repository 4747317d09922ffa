def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "one-two"
        case -1: return "minus"
        case "a" | b"b": return "text"
        case None: return "none"
        case True: return "true"
        case 1.5: return "float"
        case [] : return "empty"
        case [a]: return f"one {a}"
        case [a, b] if a == b: return "same"
        case (a, [b, *c]): return f"nest {a} {b} {c}"
        case [first, *_, last]: return f"ends {first} {last}"
        case {"k": v, **rest}: return f"map {v} {sorted(rest)}"
        case {}: return "anymap"
        case int(n): return f"int {n}"
        case str() as s: return "str " + s
        case _: return "other"
for x in (0, 2, -1, "a", b"b", None, True, 1.5, [], [7], (3, 3), (1, [2, 3, 4]), [1, 2, 3], {"k": 1, "z": 2}, {"q": 1}, 77, "zz", 3.5, {1}, range(3)):
    print(f(x))
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def g(p):
    match p:
        case P(0, 0): return "origin"
        case P(x, 0) | P(0, x): return f"axis {x}"
        case P(x=a, y=b) if a > b: return f"gt {a} {b}"
        case P(): return "point"
        case complex(real=r, imag=i): return r, i
        case dict(items=_): return "dict"
    return "fell"
for p in (P(0, 0), P(3, 0), P(0, 4), P(5, 1), P(1, 5), 1 + 2j, {}, 5):
    print(g(p))
class Color:
    RED = 1
def h(c):
    match c:
        case Color.RED: return "red"
        case [Color.RED, x]: return x
        case x: return "captured " + str(x)
print(h(1), h([1, 2]), h(5))
def order(cmd):
    match cmd.split():
        case ["go", ("north" | "south") as d]: return "going " + d
        case ["get", obj, *more]: return obj, more
        case [x, *rest]: return x, rest
        case []: return "nothing"
for c in ("go north", "go east", "get a b c", "", "hello"):
    print(order(c))
for bad in ("case P(1, 2, 3): pass", "case int(1, 2): pass", "case P(1, x=2): pass"):
    try:
        exec("match P(1, 2):\n    " + bad if "int" not in bad else "match 1:\n    " + bad)
    except TypeError as e:
        print(e)
match (1, 2):
    case x, y: print(x, y)
match 5:
    case 4: pass
print("end")
def binds(v):
    match v:
        case [a, 2]: r = "m"
        case _: r = "no"
    return r, "a" in locals()
print(binds([1, 2]), binds([1, 3]))
match {"a": [1, {"b": 2}]}:
    case {"a": [1, {"b": b}]}: print("deep", b)
match "ab":
    case ["a", "b"]: print("no")
    case str(x): print(x)
