def consumer(func):
    def start(*a, **k):
        g = func(*a, **k)
        next(g)
        return g
    return start
@consumer
def printer(prefix):
    n = 0
    try:
        while True:
            v = yield n
            n += 1
            print(prefix, v)
    except GeneratorExit:
        print(prefix, "closing after", n)
@consumer
def splitter(*targets):
    while True:
        v = yield
        for t in targets:
            t.send(v)
p, q = printer("P"), printer("Q")
s = splitter(p, q)
for x in (1, "two"):
    s.send(x)
p.close()
q.close()
@consumer
def averager():
    total = count = 0
    avg = None
    while True:
        v = yield avg
        if v is None:
            return total, count
        total += v
        count += 1
        avg = total / count
a = averager()
print(a.send(10), a.send(20))
try:
    a.send(None)
except StopIteration as e:
    print(e.value)
