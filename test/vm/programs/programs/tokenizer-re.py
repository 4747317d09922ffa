import re
spec = [("NUM", r"\d+(\.\d*)?"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"[+\-*/=()]"), ("SKIP", r"[ \t]+"), ("BAD", r".")]
master = re.compile("|".join(f"(?P<{n}>{p})" for n, p in spec))
def tokens(s):
    for m in master.finditer(s):
        kind = m.lastgroup
        if kind == "SKIP": continue
        if kind == "BAD": raise SyntaxError(f"bad {m.group()!r} at {m.start()}")
        yield kind, m.group()
print(list(tokens("x = 3.14 * (y_1 + 2)")))
try:
    list(tokens("a ? b"))
except SyntaxError as e:
    print(e)
print(re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@home you@work"), re.split(r"[,;]\s*", "a, b;c"), re.findall(r"(a)(b)?", "aab"))
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "a1b22"), bool(re.match("^a+$", "aaa")), re.fullmatch("a", "ab"))
