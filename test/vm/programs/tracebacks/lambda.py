f = lambda x: x.missing
print([f(v) for v in [1]])
