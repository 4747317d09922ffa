def f(how):
    for i in range(3):
        try:
            if how == "return": return "r"
            if how == "break": break
            if how == "continue": continue
            if how == "raise": raise ValueError
        finally:
            print("f", how, i)
    return "end"
for h in ("return", "break", "continue", "none"):
    print(f(h))
try:
    f("raise")
except ValueError:
    print("caught")
def override():
    try:
        return 1
    finally:
        return 2
def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"
def loop():
    while True:
        try:
            1 / 0
        finally:
            break
    return "left"
def order():
    out = []
    try:
        try:
            out.append(1)
            raise ValueError
        finally:
            out.append(2)
    except ValueError:
        out.append(3)
    else:
        out.append(4)
    finally:
        out.append(5)
    return out
def value():
    x = 1
    try:
        return x
    finally:
        x = 2
def nested():
    try:
        try:
            return "inner"
        finally:
            print("f1")
    finally:
        print("f2")
print(override(), swallow(), loop(), order(), value(), nested())
def gen():
    try:
        yield 1
        yield 2
    finally:
        print("gen closed")
g = gen()
print(next(g))
g.close()
def cont():
    for i in range(3):
        try:
            continue
        finally:
            print("c", i)
    else:
        print("else")
cont()
