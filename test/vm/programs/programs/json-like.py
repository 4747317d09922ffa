def dumps(o, indent=0):
    pad = "  " * indent
    if o is None: return "null"
    if o is True: return "true"
    if o is False: return "false"
    if isinstance(o, (int, float)): return repr(o)
    if isinstance(o, str): return '"' + o.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(o, (list, tuple)):
        if not o: return "[]"
        return "[\n" + ",\n".join(pad + "  " + dumps(x, indent + 1) for x in o) + "\n" + pad + "]"
    if isinstance(o, dict):
        return "{\n" + ",\n".join(f"{pad}  {dumps(str(k))}: {dumps(v, indent + 1)}" for k, v in sorted(o.items())) + "\n" + pad + "}"
    raise TypeError(f"cannot serialise {type(o).__name__}")
class Parser:
    def __init__(self, s): self.s, self.i = s, 0
    def ws(self):
        while self.i < len(self.s) and self.s[self.i] in " \n\t": self.i += 1
    def value(self):
        self.ws()
        c = self.s[self.i]
        if c == "{": return self.obj()
        if c == "[": return self.arr()
        if c == '"': return self.string()
        for word, v in (("true", True), ("false", False), ("null", None)):
            if self.s.startswith(word, self.i):
                self.i += len(word)
                return v
        j = self.i
        while j < len(self.s) and self.s[j] in "+-.eE0123456789": j += 1
        if j == self.i: raise ValueError(f"unexpected {c!r} at {self.i}")
        t = self.s[self.i:j]
        self.i = j
        return float(t) if any(x in t for x in ".eE") else int(t)
    def obj(self):
        out = {}
        self.i += 1
        while True:
            self.ws()
            if self.s[self.i] == "}":
                self.i += 1
                return out
            k = self.string()
            self.ws()
            assert self.s[self.i] == ":"
            self.i += 1
            out[k] = self.value()
            self.ws()
            if self.s[self.i] == ",": self.i += 1
    def arr(self):
        out = []
        self.i += 1
        while True:
            self.ws()
            if self.s[self.i] == "]":
                self.i += 1
                return out
            out.append(self.value())
            self.ws()
            if self.s[self.i] == ",": self.i += 1
    def string(self):
        self.i += 1
        out = ""
        while (c := self.s[self.i]) != '"':
            if c == "\\":
                self.i += 1
                c = {"n": "\n"}.get(self.s[self.i], self.s[self.i])
            out += c
            self.i += 1
        self.i += 1
        return out
data = {"a": [1, 2.5, -3], "b": {"c": None, "d": [True, False, []]}, "e": 'quo"te\n'}
text = dumps(data)
print(text)
print(Parser(text).value() == data)
try:
    Parser("[?]").value()
except ValueError as e:
    print(e)
