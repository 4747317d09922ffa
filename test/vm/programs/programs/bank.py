class Insufficient(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.short = need - have
class Account:
    interest = 0.05
    def __init__(self, owner, balance=0): self.owner, self._b, self.log = owner, balance, []
    @property
    def balance(self): return self._b
    def withdraw(self, n):
        if n > self._b: raise Insufficient(n, self._b)
        self._b -= n
        self.log.append(("w", n))
    def __enter__(self): self._save = self._b; return self
    def __exit__(self, t, v, tb):
        if t is not None:
            self._b = self._save
            self.log.append(("rollback", t.__name__))
        return t is Insufficient
class Savings(Account):
    def withdraw(self, n):
        super().withdraw(n + 1)
a = Savings("x", 100)
with a as acc:
    acc.withdraw(50)
    acc.withdraw(60)
print(a.balance, a.log)
try:
    a.withdraw(1000)
except Insufficient as e:
    print(e, e.short)
