try:
    1 / 0
except ZeroDivisionError as e:
    print(e, type(e), e.args)
try:
    raise ValueError("a", 2)
except (TypeError, ValueError) as e:
    print(e, repr(e), e.args)
try:
    raise KeyError("k")
except LookupError as e:
    print(e, repr(e))
try:
    raise ValueError
except ValueError as e:
    print(repr(e))
else:
    print("not here")
finally:
    print("finally")
try:
    pass
except:
    print("no")
else:
    print("else")
finally:
    print("fin")
class MyError(Exception):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
try:
    raise MyError(3)
except Exception as e:
    print(e, e.code, e.args)
for bad in (lambda: [][1], lambda: {}["a"], lambda: int("x"), lambda: "a".nope, lambda: None.x, lambda: (1, 2)[5], lambda: "abc"[9], lambda: float("q"), lambda: [1].remove(2), lambda: {1}.remove(3), lambda: [].pop(), lambda: {}.popitem()):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    print(e)
