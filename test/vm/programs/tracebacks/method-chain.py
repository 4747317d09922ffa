class Q:
    def a(self): return self
    def b(self): raise LookupError
x = (Q()
     .a()
     .b())
