print([1, *[2, 3], *"ab"], (*range(2), 5), {*[1, 2], 3} == {1, 2, 3}, {**{"a": 1}, "b": 2, **{"a": 3}})
print((), (1,), [], {}, set(), ((1, 2), [3]), 1,)
print({"a": 1, "a": 2}, {1: "i", 1.0: "f", True: "b"})
def order(n): print("o", n); return n
d = {order(1): order(2), order(3): order(4)}
try:
    {[]: 1}
except TypeError as e:
    print(e)
try:
    {**5}
except TypeError as e:
    print(e)
try:
    {[1]}
except TypeError as e:
    print(e)
print([[]] * 2, [*[]], (*(),), {**{}})
x = 1,
print(x)
print(*[1, 2], *(3,), sep="-")
