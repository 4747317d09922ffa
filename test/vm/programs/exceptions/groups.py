try:
    raise ExceptionGroup("g", [ValueError(1), TypeError("t"), ExceptionGroup("h", [ValueError(2), KeyError(3)])])
except* ValueError as e:
    print("V", e.exceptions, e.message)
except* (TypeError, KeyError) as e:
    print("TK", e.exceptions)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError as e:
        print("v", e.exceptions)
except ExceptionGroup as e:
    print("rest", e.message, e.exceptions)
try:
    raise ValueError("naked")
except* ValueError as e:
    print(type(e).__name__, e.message == "", e.exceptions)
else:
    print("no")
finally:
    print("fin")
try:
    try:
        raise ExceptionGroup("a", [ValueError(1)])
    except* ValueError:
        raise KeyError(2)
except BaseException as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise
    except* TypeError as e:
        pass
except ExceptionGroup as e:
    print(repr(e))
try:
    pass
except* ValueError:
    print("no")
else:
    print("else")
g = ExceptionGroup("m", [ValueError(1), ExceptionGroup("n", [TypeError(2)])])
print(g.split(ValueError), g.subgroup(TypeError), str(g))
try:
    raise ValueError("naked2")
except* TypeError:
    pass
