"""Module doc."""
def f():
    """f doc"""
class A:
    """A doc"""
    def m(self):
        'm doc'
print(__doc__, f.__doc__, A.__doc__, A.m.__doc__, A().m.__doc__)
def g():
    x = "not doc"
print(g.__doc__)
def h():
    f"not a doc {1}"
print(h.__doc__)
