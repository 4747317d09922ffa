def run():
    data = [(i * 7919) % 1009 for i in range(2000)]
    a = sorted(data)
    b = sorted(data, key=lambda x: -x)
    c = sorted(str(x) for x in data)
    pairs = sorted(((x % 13, x) for x in data), key=lambda p: (p[0], -p[1]))
    data.sort(reverse=True)
    return a[0], b[0], c[0], pairs[0], data[5]
