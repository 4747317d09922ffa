def numbers(n):
    for i in range(n):
        yield i
def evens(it):
    for i in it:
        if i % 2 == 0:
            yield i
def squares(it):
    return (i * i for i in it)
print(list(squares(evens(numbers(10)))), sum(squares(evens(numbers(100)))))
def chunk(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.clear()
    if buf:
        yield tuple(buf)
print(list(chunk("abcdefg", 3)))
def merge(*its):
    its = [iter(i) for i in its]
    while its:
        for i in list(its):
            try:
                yield next(i)
            except StopIteration:
                its.remove(i)
print(list(merge("abc", [1], (True, None))))
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)):
            yield from flatten(i)
        else:
            yield i
print(list(flatten([1, [2, (3, [4]), []], 5])))
def perms(s):
    if len(s) <= 1:
        yield s
    else:
        for i, c in enumerate(s):
            for p in perms(s[:i] + s[i + 1:]):
                yield c + p
print(list(perms("abc")))
