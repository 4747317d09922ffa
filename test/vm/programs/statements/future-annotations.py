from __future__ import annotations
def f(a: int | None, b: undefined[x, "y"] = 1) -> list[int]: pass
print(f.__annotations__)
class A:
    x: B = 1
print(A.__annotations__)
y: "quoted"
print(__annotations__)
