def outer():
    try:
        return middle()
    except KeyError as e:
        return f"outer caught {e}"
    finally:
        print("outer finally")
def middle():
    try:
        return inner()
    except ValueError:
        print("not reached")
    finally:
        print("middle finally")
def inner():
    raise KeyError("k")
print(outer())
def retry(f, n):
    for attempt in range(n):
        try:
            return f(attempt)
        except ValueError as e:
            print("attempt", attempt, e)
            last = e
    raise RuntimeError("gave up") from last
def flaky(n):
    if n < 2:
        raise ValueError(f"fail {n}")
    return "ok"
print(retry(flaky, 3))
try:
    retry(flaky, 2)
except RuntimeError as e:
    print(e, repr(e.__cause__))
def suppress(*kinds):
    class S:
        def __enter__(self): return self
        def __exit__(self, t, v, tb): return t is not None and issubclass(t, kinds)
    return S()
with suppress(KeyError, IndexError):
    {}[1]
with suppress(KeyError):
    with suppress(ValueError):
        {}["x"]
print("done")
def chain():
    try:
        try:
            raise ValueError(1)
        except ValueError as e:
            raise TypeError(2) from e
    except TypeError as e:
        try:
            raise OSError(3)
        except OSError as o:
            return [type(x).__name__ for x in (o, o.__context__, o.__context__.__cause__)]
print(chain())
