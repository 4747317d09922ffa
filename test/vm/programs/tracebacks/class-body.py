def bad():
    raise TypeError("no")

class A:
    x = 1
    y = bad()
