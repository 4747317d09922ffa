def run():
    d = {}
    for i in range(2000):
        d["key%d" % (i % 500)] = i
    total = 0
    for k, v in d.items():
        if k in d and v % 3:
            total += d[k]
    e = {v: k for k, v in d.items()}
    for k in list(e):
        if k % 2:
            del e[k]
    return total, len(e), d.get("nope", 1), sum(d.values())
