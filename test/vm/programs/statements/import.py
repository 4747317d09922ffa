import math as m
from math import floor, ceil as c
print(m.floor(1.5), floor(2.5), c(2.5), m.__name__)
try:
    import no_such_module
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    from math import nope
except ImportError as e:
    print(str(e).split("(")[0])
try:
    import math.nope
except ModuleNotFoundError as e:
    print(e)
def f():
    import math
    return math.pi > 3
print(f())
from math import *
print(sqrt(4))
import sys
print("math" in sys.modules, sys.modules["math"] is m)
try:
    exec("from . import x", {"__name__": "top", "__package__": ""})
except ImportError as e:
    print(e)
