def f(n):
    if n == 0:
        raise KeyError("deep")
    return f(n - 1)

f(6)
