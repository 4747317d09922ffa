for src in ("x = = 1", "def f(:\n pass", "if True\n  pass", "return 1", "break", "a b", "(1", "f(a=1, 2)", "x = 'abc", "for in x: pass", "class", "def f(a, a): pass", "1 = x", "yield 1", "def f():\n  global x\n  x = 1\n  nonlocal y", "lambda: (yield)", "def f():\n x\n  y", "await x", "a = 1\n  b = 2"):
    try:
        compile(src, "<t>", "exec")
        print("ok", repr(src))
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno)
