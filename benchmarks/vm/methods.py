class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def scale(self, k):
        self.x *= k
        self.y *= k
        return self

    @property
    def norm(self):
        return self.x * self.x + self.y * self.y


class Special(Vector):
    def add(self, other):
        return super().add(other)


def run():
    v = Vector(0, 0)
    w = Special(1, 2)
    total = 0
    for i in range(2500):
        v = w.add(v)
        if i % 10 == 0:
            v.scale(0)
        total += v.norm
    return total
