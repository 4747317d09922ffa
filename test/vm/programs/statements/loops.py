for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 1: break
        print(i, j)
    else:
        print("inner else", i)
else:
    print("outer else")
n = 5
while n:
    n -= 1
    if n == 2: break
else:
    print("never")
print(n)
while n > 0: n -= 1
else: print("while else")
for x in []: pass
else: print("empty else")
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]: print(a, b, c)
d = {}
for d["k"] in range(2): print(d)
class O: pass
o = O()
for o.attr in "ab": pass
print(o.attr)
for i in (1, 2), (3, 4): print(i)
for i in range(10, 0, -3): print(i, end=" ")
print()
l = [1, 2, 3]
for x in l:
    if x < 3: l.append(x + 10)
    if len(l) > 6: break
print(l)
try:
    for k in d: d["new" + k] = 1
except RuntimeError as e:
    print(e)
def f():
    for i in range(5):
        if i == 3: return i
print(f())
for i, c in enumerate("ab", 1): print(i, c)
for a, b in zip([1, 2], "xyz"): print(a, b)
i = 0
while True:
    i += 1
    try:
        if i < 3: continue
        break
    finally:
        print("fin", i)
