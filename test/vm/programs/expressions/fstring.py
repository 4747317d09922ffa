x, y, s = 5, 3.14159, "text"
print(f"{x} {y:.2f} {s!r} {s!s:>8} {s!a} {x:03d} {x=} {x = } {s=!s} {y=:.1f}")
print(f"{{}} {x}{y}" f"joined {s}" "plain")
w = 10
print(f"{s:>{w}}|{s:<{w}}|{s:^{w}}|{y:{w}.{x}f}|{s:{'*'}^{w}}")
print(f"{x + 1} {[i for i in range(3)]} {(lambda a: a * 2)(4)} {x if x > 3 else y} {'nested ' + f'{x}'}")
print(f'{s!r:*^12}', f"{None}", f"{True:d}", f"{'a' 'b'}", f"{x:>5}{x:<5}|")
print(f"""multi
{x}
line""")
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(f"{F()} {F():abc} {F()!s} {F()!r:>6} {F():{x}}")
d = {"k": 1}
print(f"{d['k']} {d}")
print(f"{x:#x} {x:b} {1234567:,} {0.5:%} {x!r:>4} {-x:+d}")
print(f"", f"{''}", f"{x}" == "5", type(f"{x}").__name__)
try:
    f"{x:zz}"
except ValueError as e:
    print(e)
print(rf"\d{x}", f"\x41{x}\n".strip())
