class Event:
    handlers = {}
    @classmethod
    def on(cls, name):
        def deco(f):
            cls.handlers.setdefault(name, []).append(f)
            return f
        return deco
    @classmethod
    def fire(cls, name, *a, **k):
        return [h(*a, **k) for h in cls.handlers.get(name, ())]
@Event.on("x")
def one(v, scale=1): return v * scale
@Event.on("x")
@Event.on("y")
def two(v, **k): return sorted(k)
print(Event.fire("x", 3, scale=2), Event.fire("y", 1), Event.fire("z"))
