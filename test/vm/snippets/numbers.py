# --- 1: 7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -
for value in (7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3, divmod(7, -2), divmod(-7, 2),): print(repr(value))
# --- 2: 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7 % -2.5, divmod(7.5
for value in (7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7 % -2.5, divmod(7.5, -2), -0.0 % 5, 5 % float("inf"), -5 % float("inf"),): print(repr(value))
# --- 3: 1 // 0
print(repr(1 // 0))
# --- 4: 1 % 0
print(repr(1 % 0))
# --- 5: 1 / 0
print(repr(1 / 0))
# --- 6: 1.0 // 0
print(repr(1.0 // 0))
# --- 7: 1.0 % 0
print(repr(1.0 % 0))
# --- 8: divmod(1, 0)
print(repr(divmod(1, 0)))
# --- 9: 0 ** -1
print(repr(0 ** -1))
# --- 10: 0.0 ** -1
print(repr(0.0 ** -1))
# --- 11: 2 ** 10, 2 ** -1, (-2) ** 3, (-8) ** (1/3), 2 ** 0.5, 0 ** 0
for value in (2 ** 10, 2 ** -1, (-2) ** 3, (-8) ** (1/3), 2 ** 0.5, 0 ** 0, 10 ** 30, (-1) ** 0.5, 2 ** 64,): print(repr(value))
# --- 12: pow(2, 10, 1000), pow(3, -1, 7), pow(2, 0, 1), pow(-2, 3, 5)
for value in (pow(2, 10, 1000), pow(3, -1, 7), pow(2, 0, 1), pow(-2, 3, 5), pow(2, 3, -5), pow(10, 2),): print(repr(value))
# --- 13: pow(2, -1, 4)
print(repr(pow(2, -1, 4)))
# --- 14: pow(2, 3, 0)
print(repr(pow(2, 3, 0)))
# --- 15: pow(2.0, 3, 5)
print(repr(pow(2.0, 3, 5)))
# --- 16: 1 << 10, 1 << 64, -1 >> 5, 255 >> 3, -255 >> 3, 1 << 0, 5 & 
for value in (1 << 10, 1 << 64, -1 >> 5, 255 >> 3, -255 >> 3, 1 << 0, 5 & 3, 5 | 3, 5 ^ 3, ~5, -1 & 255, -1 ^ 2**70, -5 | 2**40,): print(repr(value))
# --- 17: 1 << -1
print(repr(1 << -1))
# --- 18: 1 << 1.0
print(repr(1 << 1.0))
# --- 19: 1.5 & 1
print(repr(1.5 & 1))
# --- 20: 2**53 + 1, 9007199254740993 * 3, (2**53 + 1) - 1, -(2**63), 
for value in (2**53 + 1, 9007199254740993 * 3, (2**53 + 1) - 1, -(2**63), 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**17 + 0.5, 123456789 ** 5,): print(repr(value))
# --- 21: (10**20).bit_length(), (255).bit_count(), (-8).bit_length(),
for value in ((10**20).bit_length(), (255).bit_count(), (-8).bit_length(), (0).bit_length(), (2**100).bit_count(), (5).as_integer_ratio(), (0.75).as_integer_ratio(),): print(repr(value))
# --- 22: (5).to_bytes(2, "big"), (-5).to_bytes(2, "little", signed=Tr
for value in ((5).to_bytes(2, "big"), (-5).to_bytes(2, "little", signed=True), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"", "big"),): print(repr(value))
# --- 23: round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(
for value in (round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(5, 2), round(1e300, 2), round(0.5), round(-0.5), round(1.5e15 + 0.5),): print(repr(value))
# --- 24: round(float("nan"))
print(repr(round(float("nan"))))
# --- 25: round(float("inf"))
print(repr(round(float("inf"))))
# --- 26: round(2.5, 1.0)
print(repr(round(2.5, 1.0)))
# --- 27: abs(-5), abs(-5.5), abs(3+4j), abs(True), abs(-2**70)
for value in (abs(-5), abs(-5.5), abs(3+4j), abs(True), abs(-2**70),): print(repr(value))
# --- 28: abs("a")
print(repr(abs("a")))
# --- 29: int(3.9), int(-3.9), int(1e20), int(True), int("0"), float(5
for value in (int(3.9), int(-3.9), int(1e20), int(True), int("0"), float(5), float(2**100), float(True), bool(0.0), bool(-1), complex(1, 2), complex("1+2j"), complex("j"),): print(repr(value))
# --- 30: int(float("inf"))
print(repr(int(float("inf"))))
# --- 31: int(float("nan"))
print(repr(int(float("nan"))))
# --- 32: float(10**400)
print(repr(float(10**400)))
# --- 33: int([])
print(repr(int([])))
# --- 34: float([])
print(repr(float([])))
# --- 35: complex("1 + 2j")
print(repr(complex("1 + 2j")))
# --- 36: 0.1 + 0.2, 1e16, 1e15, 1e-5, 0.0001, 1.0, -0.0, 1e22, 1e23, 
for value in (0.1 + 0.2, 1e16, 1e15, 1e-5, 0.0001, 1.0, -0.0, 1e22, 1e23, 123456789012345680.0, 5e-324, 1.7976931348623157e308, 2.5, 1/3, 100.0, 1e100,): print(repr(value))
# --- 37: repr(float("inf")), repr(-float("inf")), repr(float("nan")),
for value in (repr(float("inf")), repr(-float("inf")), repr(float("nan")), str(1e5), str(123456.7), repr(0.1), repr(1.1), 3.0 == 3, 1e0,): print(repr(value))
# --- 38: (0.5).hex(), (1.0).hex(), (-0.1).hex(), float.fromhex("0x1.8
for value in ((0.5).hex(), (1.0).hex(), (-0.1).hex(), float.fromhex("0x1.8p1"), float.fromhex("inf"), (0.0).hex(), (1e-320).hex(),): print(repr(value))
# --- 39: float.fromhex("zz")
print(repr(float.fromhex("zz")))
# --- 40: (2.0).is_integer(), (2.5).is_integer(), float("inf").is_inte
for value in ((2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer(), (5).is_integer() if hasattr(int, "is_integer") else True, (1.5).real, (1.5).imag, (1.5).conjugate(),): print(repr(value))
# --- 41: 1 + 2j, (1+2j) * (3-4j), (1+2j) / (3-4j), (1+2j) ** 2, -(1+2
for value in (1 + 2j, (1+2j) * (3-4j), (1+2j) / (3-4j), (1+2j) ** 2, -(1+2j), (1+2j).conjugate(), (1+2j).real, (1+2j) == (1+2j), 1j * 1j, 0j, -0j, 1e20j, (1.5+0j),): print(repr(value))
# --- 42: (1+2j) < (1+2j)
print(repr((1+2j) < (1+2j)))
# --- 43: (1+2j) // 1
print(repr((1+2j) // 1))
# --- 44: (1+2j) / 0
print(repr((1+2j) / 0))
# --- 45: int(1j)
print(repr(int(1j)))
# --- 46: hash(1) == hash(1.0) == hash(True), hash(2**61 - 1), hash(-1
for value in (hash(1) == hash(1.0) == hash(True), hash(2**61 - 1), hash(-1), hash(0.5), hash(10**20), hash(float("inf")), hash(1+0j) == hash(1), hash(-2), hash(2**61),): print(repr(value))
# --- 47: True + True, True * 3, True == 1, True is 1 == 1, str(True),
for value in (True + True, True * 3, True == 1, True is 1 == 1, str(True), repr(False), int(True), True & False, True | 2, True ^ True, ~True, -True,): print(repr(value))
# --- 48: max(1, 2.5), min(3, 1, 2), max([1, 5, 2]), max("a", "b"), ma
for value in (max(1, 2.5), min(3, 1, 2), max([1, 5, 2]), max("a", "b"), max([], default=0), max([1, -5], key=abs), min((1, "a"), (1, "b")), sum([1, 2.5]), sum([[1], [2]], []), sum((), 5),): print(repr(value))
# --- 49: max([])
print(repr(max([])))
# --- 50: max(1)
print(repr(max(1)))
# --- 51: max(1, "a")
print(repr(max(1, "a")))
# --- 52: sum(["a"])
print(repr(sum(["a"])))
# --- 53: sum(["a"], "")
print(repr(sum(["a"], "")))
# --- 54: sum(5)
print(repr(sum(5)))
# --- 55: 0x1F, 0o17, 0b1010, 1_000_000, 0xdead_beef, 1e3, 1_0.5_0, .5
for value in (0x1F, 0o17, 0b1010, 1_000_000, 0xdead_beef, 1e3, 1_0.5_0, .5, 5., 1E-3, 00, 0_0, 5j, 1e2j, 0XFF, 0O7, 0B1,): print(repr(value))
# --- 56: bin(10), oct(8), hex(255), bin(-5), hex(-255), oct(0), bin(2
for value in (bin(10), oct(8), hex(255), bin(-5), hex(-255), oct(0), bin(2**70), hex(2**64),): print(repr(value))
# --- 57: hex(1.5)
print(repr(hex(1.5)))
# --- 58: isinstance(True, int), isinstance(1, float), isinstance(1.0,
for value in (isinstance(True, int), isinstance(1, float), isinstance(1.0, (int, float)), isinstance(1, int | str), issubclass(bool, int), type(1) is int,): print(repr(value))
# --- 59: float.__name__, int.__doc__[:10], (1).__class__, (1).__add__
for value in (float.__name__, int.__doc__[:10], (1).__class__, (1).__add__(2), (1).__radd__(2), (1).__add__("a"), (1).__truediv__(2), (1.5).__int__(), (1).__index__(), (1).__bool__(),): print(repr(value))
# --- 60: 1 < 2 < 3, 1 < 3 > 2, 1 == 1.0 == True, 1 < 2 > 5, not 1 < 2
for value in (1 < 2 < 3, 1 < 3 > 2, 1 == 1.0 == True, 1 < 2 > 5, not 1 < 2, 1 != 2 != 1, (1 < 2) < 3, 1 <= 1 >= 1,): print(repr(value))
# --- 61: float("nan") == float("nan"), float("nan") < 1, float("nan")
for value in (float("nan") == float("nan"), float("nan") < 1, float("nan") in [float("nan")], [float("nan")] == [float("nan")], (lambda n: [n] == [n])(float("nan")),): print(repr(value))
# --- 62: 1 if 0 else 2, 0 or "x", 1 and "y", None or 0 or [], 1 and 2
for value in (1 if 0 else 2, 0 or "x", 1 and "y", None or 0 or [], 1 and 2 and 3, not None, not [], [] and 1, "" or "default",): print(repr(value))
# --- 63: divmod(2**70, 3**20), (2**70) // 7, (2**70) % 7, -(2**70) //
for value in (divmod(2**70, 3**20), (2**70) // 7, (2**70) % 7, -(2**70) // 7, -(2**70) % 7, (2**70) / 2**68, int(2**70 / 3), 2**200 // 3**100,): print(repr(value))
# --- 64: 10**18 // 3, -10**18 // 7, 10**18 % 7, -10**18 % 7, (10**18)
for value in (10**18 // 3, -10**18 // 7, 10**18 % 7, -10**18 % 7, (10**18) * (10**18), 2**31 * 2**31, 2**62 + 2**62, -2**62 - 2**62, 4294967296 * 4294967296, 65536 * 65536 * 65536,): print(repr(value))
# --- 65: 1e308 * 10, -1e308 * 10, 1e-320, 1e308 + 1e308, 2.0 ** 1023,
for value in (1e308 * 10, -1e308 * 10, 1e-320, 1e308 + 1e308, 2.0 ** 1023, 1e-400, float("1e400"), 0.1 * 3, 1.1 * 1.1, 1e16 + 1, 0.3 - 0.1,): print(repr(value))
# --- 66: 2.0 ** 1024
print(repr(2.0 ** 1024))
# --- 67: int("1" * 50), str(10**49), len(str(2**1000)), int("f" * 20,
for value in (int("1" * 50), str(10**49), len(str(2**1000)), int("f" * 20, 16), int(str(2**70)) == 2**70,): print(repr(value))
# --- 68: (5).__floordiv__(2), (5).__mod__(0) if False else None, (5).
for value in ((5).__floordiv__(2), (5).__mod__(0) if False else None, (5).__pow__(2, 3), (5).__rpow__(2), (5).__divmod__(3), (-5).__abs__(), (5).__neg__(), (5).__invert__(), (5).__ceil__(), (5).__round__(-1),): print(repr(value))
# --- 69: float.__floor__(2.5), float.__ceil__(2.1), (2.5).__trunc__()
for value in (float.__floor__(2.5), float.__ceil__(2.1), (2.5).__trunc__(), (2.7).__round__(), (1).numerator, (1).denominator, (7).imag, (1.0).__eq__(1), (1).__eq__(1.0),): print(repr(value))
