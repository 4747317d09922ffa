"""getVar-like: a store with overrides, looked up 20,000 times (FACTS: getVar)."""


class Store:
    def __init__(self):
        self.values = {}
        self.cache = {}
        self.overrides = ["linux", "qemux86", "class-target"]

    def setVar(self, name, value):
        self.cache.pop(name, None)
        self.values[name] = {"value": value, "flags": {}}

    def getVar(self, name, expand=True):
        if expand and name in self.cache:
            return self.cache[name]
        entry = self.values.get(name)
        if entry is None:
            return None
        value = entry["value"]
        for o in self.overrides:
            key = name + ":" + o
            if key in self.values:
                value = self.values[key]["value"]
        if expand and "${" in value:
            start = value.index("${")
            end = value.index("}", start)
            value = value[:start] + (self.getVar(value[start + 2 : end]) or "") + value[end + 1 :]
        if expand:
            self.cache[name] = value
        return value


def run():
    d = Store()
    for i in range(50):
        d.setVar("V%d" % i, "a ${V%d} b" % (i + 1) if i % 5 else "plain")
        d.setVar("V%d:linux" % i, "linux%d" % i)
    n = 0
    for i in range(20000):
        n += len(d.getVar("V%d" % (i % 50)))
        if i % 100 == 0:
            d.setVar("V3", "x")
    return n
