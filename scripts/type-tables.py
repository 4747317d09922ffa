#!/usr/bin/env python3
"""Writes test/vm/types/tables/*.json: results of CPython 3.11 that test/vm/types compares with ours.

Run from the project's root. Rows are [inputs..., result]; an exception is {"e": "ValueError: text"}.
Floats travel as hex strings, ints as decimal strings. Everything is deterministic (fixed seed).
"""
import itertools
import json
import random
import struct

OUT = "test/vm/types/tables/"
rnd = random.Random(20231123)


def attempt(f):
    try:
        return f()
    except Exception as e:  # the table wants every kind
        return {"e": f"{type(e).__name__}: {e}"}


def write(name, rows):
    with open(OUT + name + ".json", "w") as f:
        f.write("[\n" + ",\n".join(json.dumps(r, separators=(",", ":")) for r in rows) + "\n]\n")


floats = [0.0, -0.0, 1.0, -1.0, 0.5, 2.5, 0.125, 0.375, 1.5, 1e16, 1e15, 123456789.123, 1e-5, 1e-4, 0.1, 0.3, 1 / 3, 2 / 3,
          1e22, 1e23, 9.999e22, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 123456.0, 1234567.0, 999999.5,
          99.5, 0.05, 0.25, 1e100, 12345.678, -2.675, 1.005, 1e21, 1e20, 123456789012345678.0, 0.00001234,
          float("inf"), float("-inf"), float("nan"), 9.5, 10.5, 0.95, 1e17, 4503599627370496.5, 1e-7, -1e-3]
floats += [struct.unpack("<d", rnd.randbytes(8))[0] for _ in range(40)]
floats = [x for x in floats]
ints = [0, 1, -1, 7, -7, 42, 255, 1000, -1000, 1234567, 10**6, 2**31, -2**31, 2**53, 2**53 + 1, -2**53 - 1, 2**63, 2**64, 10**20,
        -10**25, 2**100 + 1, 65, 0x1F600, 123456789012345]
strs = ["", "a", "abc", "héllo", "\U0001F600x", "\ud800", "a\nb"]

# format(): a spread of specs over the values
fills = ["", "*", "\U0001F600", "0"]
aligns = ["", "<", ">", "^", "="]
signs = ["", "+", "-", " "]
rows = []


def random_spec(types, wild=False):
    align = rnd.choice(aligns)
    s = (rnd.choice(fills) if align else "") + align
    s += rnd.choice(signs) if rnd.random() < 0.4 else ""
    s += "z" if rnd.random() < 0.1 else ""
    s += "#" if rnd.random() < 0.2 else ""
    s += "0" if rnd.random() < 0.2 else ""
    s += rnd.choice(["", "", "1", "5", "10", "13", "20"])
    s += rnd.choice(["", "", "", ",", "_"])
    s += rnd.choice(["", "", ".0", ".1", ".2", ".3", ".6", ".10", ".17", ".25", "."]) if rnd.random() < 0.7 else ""
    return s + rnd.choice(types)


float_types = ["", "e", "E", "f", "F", "g", "G", "%", "n"]
int_types = ["", "b", "c", "d", "o", "x", "X", "n", "e", "f", "g", "%"]
for x in floats:
    for spec in [".0f", ".2f", ".3e", "g", "%", ".17g"]:
        rows.append(["f", x.hex(), spec, attempt(lambda: format(x, spec))])
for _ in range(450):
    x = rnd.choice(floats)
    spec = random_spec(float_types + ["s", "d", "q", "zz"] if rnd.random() < 0.1 else float_types)
    rows.append(["f", x.hex(), spec, attempt(lambda: format(x, spec))])
for _ in range(350):
    x = rnd.choice(ints)
    spec = random_spec(int_types + ["s", "q", "zz", "é"] if rnd.random() < 0.1 else int_types)
    rows.append(["i", str(x), spec, attempt(lambda: format(x, spec))])
for _ in range(110):
    x = rnd.choice(strs)
    spec = random_spec(["", "s", "s", "d"])
    rows.append(["s", x, spec, attempt(lambda: format(x, spec))])
for _ in range(110):
    re, im = rnd.choice(floats), rnd.choice(floats)
    spec = random_spec(["", "", "e", "f", "g", "s"])
    rows.append(["c", [re.hex(), im.hex()], spec, attempt(lambda: format(complex(re, im), spec))])
write("format", rows)

# floats: repr, hash, hex, round, divmod, pow
rows = []
for x in floats + [struct.unpack("<d", rnd.randbytes(8))[0] for _ in range(100)]:
    rows.append([x.hex(), repr(x), str(hash(x)) if x == x else "nan"])
write("float", rows)
rows = []
for x in [v for v in floats if abs(v) < 1e300] + [rnd.uniform(-1000, 1000) for _ in range(20)] + [k / 8 for k in range(-9, 10)]:
    for n in (0, 1, 2, 10, -1, -5, 400):
        rows.append([x.hex(), n, attempt(lambda: round(x, n).hex())])
write("round", rows)
rows = []
small = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.7, -3.7, 1e-300, float("inf"), float("-inf"), float("nan"), 7.0, 0.1]
for a, b in itertools.product(small, small):
    rows.append([a.hex(), b.hex(), attempt(lambda: [v.hex() for v in divmod(a, b)])])
write("divmod", rows)

# ints: every operator on edge cases and random magnitudes
rows = []
edge = [0, 1, -1, 2, -2, 3, 7, -7, 31, 2**31 - 1, 2**31, -2**31, 2**32, 2**52, 2**53 - 1, 2**53, -2**53, -2**53 - 1, 2**63, 10**18, -10**18]


def some_int():
    if rnd.random() < 0.5:
        return rnd.choice(edge)
    return rnd.choice([1, -1]) * rnd.getrandbits(rnd.choice([5, 20, 31, 33, 50, 53, 54, 64, 90, 130]))


ops = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "//": lambda a, b: a // b,
    "%": lambda a, b: a % b, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b,
    "/": lambda a, b: (a / b).hex(), "<<": lambda a, b: a << (b % 100), ">>": lambda a, b: a >> (b % 100),
    "cmp": lambda a, b: (a > b) - (a < b), "**": lambda a, b: a ** (b % 12),
    "pow3": lambda a, b: pow(a, abs(b) % 1000, (abs(a) >> 3) + 7),
}
for _ in range(700):
    a, b = some_int(), some_int()
    op = rnd.choice(list(ops))
    r = attempt(lambda: ops[op](a, b))
    rows.append([op, str(a), str(b), r if isinstance(r, dict) else str(r)])
for _ in range(150):
    a = some_int()
    for op, f in (("hash", hash), ("bits", int.bit_length), ("count", int.bit_count), ("neg", lambda v: -v), ("inv", lambda v: ~v),
                  ("float", lambda v: float(v).hex()), ("round-2", lambda v: round(v, -2))):
        if rnd.random() < 0.3:
            rows.append([op, str(a), "0", str(f(a))])
write("int", rows)

# int(text, base) and float(text)
rows = []
texts = ["", " 12 ", "1_000", "_1", "1_", "1__0", "+5", "-5", "- 5", "0x1f", "0X_1f", "0b101", "0o17", "017", "00", "0_0", "0x", "zz", "Z9",
         "１２", "١٢", "12.5", "1e5", "\u30031", "\x1f7\x1f", "\u20037", "0b2", "1 2", "--1", "9" * 30, "-" + "9" * 20, "0xdeadbeefcafebabe1234", "a_b", "²"]
for t in texts:
    for base in (10, 0, 16, 2, 8, 36, 3):
        r = attempt(lambda: int(t, base))
        rows.append(["int", t, base, r if isinstance(r, dict) else str(r)])
for t in texts + ["1.5", ".5", "5.", ".", "1e", "1e+5", "1_0.0_1", "1._5", "inf", "-Infinity", "nan", "+nan", "infinit", "1e400", "1e-400", "0x1p3",
                  "2.2250738585072011e-308", "1\x00", "１.５", " \t1.25\n"]:
    r = attempt(lambda: float(t))
    rows.append(["float", t, 0, r if isinstance(r, dict) else r.hex()])
for t in ["0x1p3", "0x1.8p1", "1.8", "-0x.8p0", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p1024", "inf", "x", "0x", "0x1.fffffffffffffp1023", "0x1.fffffffffffff8p1023",
          "0x1.00000000000008p0", "0x1.000000000000081p0", "0x1.8p", "nan"]:
    r = attempt(lambda: float.fromhex(t))
    rows.append(["fromhex", t, 0, r if isinstance(r, dict) else r.hex()])
write("parse", rows)

# float powers
rows = []
for k in range(400):
    a, b = [(rnd.uniform(0, 10), rnd.uniform(-5, 5)), (float(rnd.randrange(1, 100)), rnd.choice([0.5, 1 / 3, -0.5, 1.5, 2.5, -1.0])),
            (rnd.choice([1.1, 1.5, 0.9, 10.0, 2.0, 1.01, 0.1]), float(rnd.randrange(-30, 60))), (-rnd.uniform(0, 50), float(rnd.randrange(-9, 9)))][k % 4]
    rows.append([a.hex(), b.hex(), (a ** b).hex()])
write("power", rows)
