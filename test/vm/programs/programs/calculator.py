class Lexer:
    def __init__(self, text): self.text, self.pos = text, 0
    def __iter__(self):
        while self.pos < len(self.text):
            c = self.text[self.pos]
            if c.isspace(): self.pos += 1; continue
            if c.isdigit() or c == ".":
                start = self.pos
                while self.pos < len(self.text) and (self.text[self.pos].isdigit() or self.text[self.pos] == "."):
                    self.pos += 1
                t = self.text[start:self.pos]
                yield "num", float(t) if "." in t else int(t)
                continue
            self.pos += 1
            yield "op", c
        yield "end", None
class Parser:
    prec = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
    def __init__(self, text): self.toks = list(Lexer(text)); self.i = 0
    @property
    def tok(self): return self.toks[self.i]
    def eat(self): self.i += 1; return self.toks[self.i - 1]
    def expr(self, level=0):
        left = self.atom()
        while self.tok[0] == "op" and self.prec.get(self.tok[1], 0) > level:
            op = self.eat()[1]
            right = self.expr(self.prec[op] - (op == "^"))
            left = {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right, "/": lambda: left / right, "^": lambda: left ** right}[op]()
        return left
    def atom(self):
        kind, v = self.eat()
        if kind == "num": return v
        if v == "(":
            r = self.expr()
            assert self.eat() == ("op", ")"), "expected )"
            return r
        if v == "-": return -self.atom()
        raise SyntaxError(f"unexpected {v!r}")
for t in ("1 + 2 * 3", "(1+2)*3", "2^3^2", "-4 + 10 / 4", "((2))", "1 +", "(1"):
    try:
        print(t, "=", Parser(t).expr())
    except (SyntaxError, AssertionError) as e:
        print(t, type(e).__name__, e)
