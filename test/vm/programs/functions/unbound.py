def f():
    print(x)
    x = 1
try:
    f()
except UnboundLocalError as e:
    print(e)
def g():
    x = 1
    del x
    return x
try:
    g()
except UnboundLocalError as e:
    print(e)
def h():
    del y
    y = 1
try:
    h()
except UnboundLocalError as e:
    print(e)
try:
    undefined_name
except NameError as e:
    print(e, e.name)
def k(flag):
    if flag:
        v = 1
    return v
print(k(True))
try:
    k(False)
except UnboundLocalError as e:
    print(e)
def loop():
    for i in []:
        pass
    return i
try:
    loop()
except UnboundLocalError as e:
    print(e)
def exc():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e
try:
    exc()
except UnboundLocalError as e2:
    print(e2)
try:
    del nothing
except NameError as e:
    print(e)
