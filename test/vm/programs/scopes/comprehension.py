x = 10
print([x for x in range(3)], x)
print({k: v for k, v in zip("ab", [1, 2])}, {c for c in "a"}, list(i * j for i in range(3) for j in range(i) if j != 1))
print([(a, b) for a in range(2) for b in range(2) if a != b], [[y for y in range(z)] for z in range(3)])
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *rest in ["abc", "de"]], [rest for first, *rest in ["abc", "de"]])
def f(n): return [lambda: i + n for i in range(2)]
print([g() for g in f(5)])
print([y := 5, y ** 2], y)
print([last := v for v in range(4)], last)
def w():
    total = 0
    r = [total := total + v for v in range(5)]
    return r, total
print(w())
print(any((hit := n) > 2 for n in range(10)), hit)
try:
    [x for x in undefined]
except NameError as e:
    print(e)
