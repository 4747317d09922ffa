x: int = 1
y: "str"
print(__annotations__)
def f(a: int, b: "q" = 2, *c: float, d: list[int] = None, **e: dict) -> None: pass
print(f.__annotations__)
class A:
    z: int
    w: str = "a"
    def m(self, k: "A") -> "A": ...
print(A.__annotations__, A.m.__annotations__)
def g():
    loc: undefined_name = 5
    other: undefined_name
    return loc
print(g())
(paren): int = 3
print("paren" in __annotations__)
class O: pass
o = O()
o.attr: int = 5
d = {}
d["k"]: int = 6
print(o.attr, d, sorted(__annotations__))
try:
    v: undefined_thing = 1
except NameError as e:
    print(e, v)
