print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 10, 2 ** -1, 2 ** 100, 7 / 2, divmod(-7, 2), -2 ** 2)
print(1 << 40 | 1, -1 & -1, ~5, 0xff ^ 0x0f, 5 & 3, -8 >> 1, 1 << 0, (1 << 70) >> 68)
print(9007199254740993 + 1, 9007199254740991 + 1, 10 ** 20 // 3, -(10 ** 20) % 7, 123456789 * 987654321987654321)
print(0.1 + 0.2, 1e100, 1.0, 1e16, 1e-5, 3.0 * 2, 5 // 2.0, 5.5 % 2, -0.0, 1 / 3, float("inf"), 1e300 * 1e10)
print(1_000_000, 0b101, 0o17, 0xFf, 1j * 1j, 3 + 4j, abs(3 + 4j), (1 + 2j).conjugate())
print(True + 1, True * 5, 3 == 3.0, hash(1) == hash(1.0), int(3.9), int(-3.9), round(2.5), round(3.5), round(1.25, 1))
for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 0 ** -1, lambda: 1 << -1):
    try:
        f()
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
print(max(1, 2.5), min([3, 1]), sum([1, 2.5]), pow(3, 4, 5), abs(-3), bin(10), hex(255), oct(8), int("ff", 16))
i = 2 ** 53 - 2
for _ in range(4):
    print(i, end=" ")
    i += 1
print()
x = 0
for k in range(100): x = x * 31 + k
print(x)
