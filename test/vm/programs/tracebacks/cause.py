def load(name):
    try:
        return {}[name]
    except KeyError as e:
        raise RuntimeError("cannot load " + name) from e

class A:
    def method(self):
        load("x")

A().method()
