def f(a, b, c): return (a, b, c)
print(f(1, 2, 3), f(1, 2, c=3), f(c=3, b=2, a=1), f(*[1, 2], **{"c": 3}))
for call in [lambda: f(1), lambda: f(1, 2), lambda: f(), lambda: f(1, 2, 3, 4), lambda: f(1, 2, 3, a=1),
             lambda: f(1, 2, d=3), lambda: f(1, a=2, b=3), lambda: f(*[1], *[2, 3, 4, 5])]:
    try:
        call()
    except TypeError as e:
        print(e)
