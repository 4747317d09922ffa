print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 != 1, 1 == 1.0 == True)
def f(n):
    print("f", n)
    return n
print(f(1) < f(3) < f(2) < f(9))
print(1 is 1, None is not None, "a" in "abc", "z" not in "abc", 2 in [1, 2], 3 not in {1: 2})
print([1, 2] < [1, 3], (1, "a") == (1, "a"), "a" < "b", {1} < {1, 2}, [1] == (1,), {1: 2} == {1: 2.0})
class A:
    def __eq__(self, o): return "eq"
    def __lt__(self, o): return []
print(A() == 1, 1 == A(), A() < 1, not A() < 1, A() != 1, A() < 1 < 2)
a = b = []
print(a is b, a is not [], a == [])
x = float("nan")
print(x == x, x != x, [x] == [x], x in [x])
for g in (lambda: 1 < "a", lambda: None < None, lambda: [] < {}, lambda: {} < {}, lambda: 1j < 2j):
    try:
        g()
    except TypeError as e:
        print(e)
