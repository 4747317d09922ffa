def mul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def ident(n): return [[int(i == j) for j in range(n)] for i in range(n)]
def power(m, n):
    r = ident(len(m))
    while n:
        if n & 1: r = mul(r, m)
        m = mul(m, m)
        n >>= 1
    return r
print(mul([[1, 2], [3, 4]], [[5, 6], [7, 8]]), power([[1, 1], [1, 0]], 90)[0][1], list(zip(*[[1, 2], [3, 4]])))
