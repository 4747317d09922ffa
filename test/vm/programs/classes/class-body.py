class A:
    for i in range(3):
        exec(f"m{i} = {i}")
    if True:
        def cond(self): return "cond"
    try:
        v = 1 / 0
    except ZeroDivisionError:
        v = "zero"
    with_list = [n for n in range(3)]
    x: int = 5
    y: str
    lam = lambda self: self.x
    del i
print(A.m0, A.m2, A().cond(), A.v, A.with_list, A.__annotations__, A().lam(), hasattr(A, "i"), hasattr(A, "y"))
def make(base, **ns):
    class K(base):
        nonlocal_base = base
        locals().update(ns)
        def __eq__(self, o): return True
    return K
K = make(object, q=1)
print(K.nonlocal_base, K.q, K() == 5, K.__hash__)
class G:
    def gen(self):
        yield from (self.__class__.__name__, __class__.__name__)
print(list(G().gen()))
import_time = []
class Ordered:
    b = import_time.append("b")
    a = import_time.append("a")
print(import_time, [k for k in Ordered.__dict__ if not k.startswith("__")])
