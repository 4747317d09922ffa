def f(*a, **k): return a, k
for call in [lambda: f(*1), lambda: f(**1), lambda: f(**{1: 2}), lambda: f(x=1, **{"x": 2}), lambda: f(*None), lambda: len(**{"a": 1})]:
    try:
        print(call())
    except TypeError as e:
        print(e)
print(f(*"ab", *(1, 2), **{"q": 1}, r=2, **{"s": 3}))
