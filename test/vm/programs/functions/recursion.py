def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(30))
def ack(m, n):
    if m == 0: return n + 1
    if n == 0: return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(900))
def forever(): return forever()
try:
    forever()
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
print(deep(900))
class R:
    def __getattr__(self, n): return getattr(self, n + "x")
try:
    R().a
except RecursionError:
    print("recursion in getattr")
