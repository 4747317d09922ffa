class CM:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        return False

def f():
    try:
        with CM() as c:
            c.x = 1
            c.nope()
    finally:
        done = True

f()
