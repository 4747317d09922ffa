def queens(n):
    def place(row, cols, d1, d2):
        if row == n:
            yield list(cols)
            return
        for c in range(n):
            if c not in cols and row + c not in d1 and row - c not in d2:
                yield from place(row + 1, cols + [c], d1 | {row + c}, d2 | {row - c})
    yield from place(0, [], set(), set())
print(len(list(queens(6))), next(queens(8)))
