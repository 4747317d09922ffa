class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)), sum(Count(4)), [x for x in Count(2)], max(Count(5)))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), 5 in Seq())
a, b, c = Seq()
print(a, b, c)
class R:
    def __reversed__(self): return iter([3, 2])
    def __len__(self): return 5
    def __length_hint__(self): return 1
print(list(reversed(R())), len(R()))
it = iter([1, 2])
print(next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration:
    print("stop")
print(list(iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)))
class Bad:
    def __iter__(self): return 5
for f in (lambda: iter(Bad()), lambda: iter(5), lambda: [*5], lambda: list(Bad())):
    try:
        f()
    except TypeError as e:
        print(e)
x, *y = Count(3)
print(x, y)
for i in Count(3):
    if i == 1: break
else:
    print("no")
