def f(x): return "neg" if x < 0 else "zero" if x == 0 else "pos" if x < 10 else "big"
print([f(x) for x in (-5, 0, 5, 50)])
print(1 if 0 else 2 if 0 else 3, (1 if True else 2) + 5, [1, 2][True], not 1 == 2)
x = None
print(x or "default", x and x.y, (x is None and "none") or "some", x is not None and x or 7)
print(1 < 2 == 2 < 3, 1 < 3 > 2, not 1 < 2, 1 if 2 < 1 else 0, 5 in [1, 5] == True, (5 in [1, 5]) == True)
a, b = 1, 2
print(a < b and b < 3 or a > 5, a == 1 and "one" or "other", bool(a and b), a & b | 4)
print("a" if "" else "b", [] or {} or () or 0 or None, all(x > 0 for x in (1, 2)), any(()))
print(2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 * 3 + 4 // 3 - 5 % 3, 1 + 2 << 3, ~1 + 1, not 0 + 1, 10 - 2 - 3)
print(1 or 1 / 0, 0 and 1 / 0, [1 / x if x else "inf" for x in (1, 0)])
print(3 > 2 > 1 != 0 <= 0 is not None)
