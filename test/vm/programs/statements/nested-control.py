def f(n):
    out = []
    for i in range(n):
        while True:
            if i == 1:
                break
            try:
                if i == 2:
                    continue_outer = True
                    break
                out.append(i)
                break
            finally:
                out.append(f"f{i}")
        else:
            out.append("no break")
        if i == 3:
            continue
        for j in range(3):
            if j == 2:
                break
            with_else = j
        else:
            out.append("else")
        out.append((i, with_else))
    return out
print(f(5))
def search(grid, x):
    for i, row in enumerate(grid):
        for j, v in enumerate(row):
            if v == x:
                break
        else:
            continue
        break
    else:
        return None
    return i, j
print(search([[1, 2], [3, 4]], 3), search([[1]], 9))
def ladder(x):
    if x < 0: r = "neg"
    elif x == 0: r = "zero"
    elif x < 10:
        if x % 2: r = "small odd"
        else: r = "small even"
    else: r = "big"
    return r
print([ladder(x) for x in (-1, 0, 3, 4, 10)])
def early(x):
    if x:
        return "a"
    while x is None:
        return "b"
    for _ in x:
        return "c"
    try:
        return "d"
    finally:
        pass
print(early(1), early(None), early(""))
n = 10
while n:
    n -= 3
    if n < 0: break
    if n == 4: continue
    print(n)
i = 5
for i in range(2): pass
print(i)
for i in []: pass
print(i)
