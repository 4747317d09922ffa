code = compile("x = 1\ny = x / 0\n", "<recipe>", "exec")
exec(code)
