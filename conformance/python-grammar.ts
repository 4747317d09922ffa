/**
 * A grammar of Python programs for fast-check. Expressions are typed (int, str, list of ints, ...) so that most programs run
 * far; every printed expression is guarded, so an exception is output like any other. Nothing depends on the order of sets,
 * on addresses or on hashes of texts. Loops are bounded.
 */
import fc from "fast-check";

type Text = fc.Arbitrary<string>;
type Tie = (name: string) => Text;

/** Source from a template whose holes are arbitraries. */
function t(parts: TemplateStringsArray, ...holes: Text[]): Text {
  if (holes.length === 0) return fc.constant(parts[0]);
  return fc
    .tuple(...(holes as [Text, ...Text[]]))
    .map((values) => parts.reduce((text, part, i) => text + values[i - 1] + part));
}

const pick = (...words: string[]): Text => fc.constantFrom(...words);
const many = (item: Text, min = 0, max = 3): Text =>
  fc.array(item, { minLength: min, maxLength: max }).map((items) => items.join(", "));

const integers = pick(
  ..."0 1 2 3 7 10 -1 -2 255 256 1000 -1000 0x7f 0o17 0b101 1_000 True False".split(" "),
  ..."2147483647 4294967296 9007199254740993 -9007199254740993 10**20 -10**18 2**64 2**31"
    .split(" ")
    .map((x) => `(${x})`),
);
const floats = pick(
  ..."0.0 1.0 -1.5 0.1 2.5 3.14159 1e10 1e16 1e-7 123456.789 -0.0 1e100 0.5 100.0"
    .split(" ")
    .map((x) => `(${x})`),
);
const strings = pick(
  "''",
  "'a'",
  "'abc'",
  "'Hello, World'",
  "'  pad '",
  "'a,b,,c'",
  "'12'",
  "'-7'",
  "'x1y2'",
  "'\\t\\n'",
  "'é'",
  "'ß'",
  "'日本'",
  "'😀a'",
  "'it\\'s'",
  "'\"q\"'",
  "'aXbXc'",
  "'AbC dEf'",
  "'{}'",
  "'%s'",
  "'\\x00\\x7f'",
  "'ab' 'cd'",
  "r'\\d'",
  "'line1\\nline2\\r\\n'",
);
const bytesLiterals = pick(
  "b''",
  "b'abc'",
  "b'\\x00\\xff'",
  "b'a b c'",
  "bytearray(b'xyz')",
  "bytes(range(5))",
  "b'Hello'",
);
const names = pick("a", "b", "n");
const keys = pick("'k'", "'v'", "1", "2", "'a'", "None", "(1, 2)", "True", "1.0");
const specs = pick(
  "",
  "5",
  "<5",
  ">8",
  "^9",
  "05",
  "+",
  "x",
  "#x",
  "o",
  "b",
  "#b",
  "X",
  "_",
  ",",
  "08b",
  "e",
  ".2f",
  ".3",
  "10.1f",
  "%",
  "g",
  "n",
  "c",
  "*^7",
  "=+6",
  "s",
  "d",
  " ",
  "-",
  "#o",
  "+.2e",
  "<",
  "010",
  ",.2f",
  "_x",
);
const percents = pick(
  "%d",
  "%5d",
  "%-5d|",
  "%05d",
  "%x",
  "%#x",
  "%o",
  "%s",
  "%r",
  "%e",
  "%.2f",
  "%g",
  "%c",
  "%i",
  "%+d",
  "% d",
  "%5.1f",
  "%X",
  "%%",
  "%a",
  "%.3s",
);

const grammar = fc.letrec((tie) => {
  const at = tie as unknown as Tie;
  const int = at("int");
  const str = at("str");
  const list = at("list");
  const float = at("float");
  const bool = at("bool");
  const dict = at("dict");
  const any = at("any");
  const pair = at("pair");
  const one = (depthSize: "small" | "medium", ...options: Text[]): Text =>
    fc.oneof({ depthSize, withCrossShrink: true, depthIdentifier: "e" }, ...options);
  const slice = fc
    .tuple(
      fc.option(pick("0", "1", "-1", "2", "-3", "5", "100", "-100"), { nil: "" }),
      fc.option(pick("0", "1", "-1", "3", "-2", "100"), { nil: "" }),
      fc.option(pick("1", "-1", "2", "-2", "3"), { nil: "" }),
    )
    .map(([i, j, k]) => `${i}:${j}${k === "" ? "" : `:${k}`}`);
  return {
    int: one(
      "small",
      integers,
      names,
      t`(${int} ${pick("+", "-", "*", "//", "%", "&", "|", "^")} ${int})`,
      t`(${int} ${pick("<<", ">>")} ${pick("0", "1", "3", "31", "40", "64")})`,
      t`(${int} ** ${pick("0", "1", "2", "3", "5")})`,
      t`(${pick("-", "+", "~")}${int})`,
      t`len(${one("small", list, str, dict)})`,
      t`sum(${list})`,
      t`${list}[${pick("0", "-1", "1", "3")}]`,
      t`int(${one("small", float, str, bool, int)})`,
      t`int(${str}, ${pick("0", "2", "10", "16", "36")})`,
      t`(${int} if ${bool} else ${int})`,
      t`${pick("max", "min")}(${list}, default=${int})`,
      t`abs(${int})`,
      t`divmod(${int}, ${int})[${pick("0", "1")}]`,
      t`pow(${int}, ${pick("0", "1", "3")}, ${pick("7", "1000", "-5")})`,
      t`${str}.${pick("find", "count", "index", "rfind")}(${str})`,
      t`ord(${str}[${pick("0", "-1")}:][:1])`,
      t`round(${float})`,
      t`round(${int}, ${pick("-1", "-2", "0", "2")})`,
      t`(w := ${int})`,
      t`(lambda x, y=${int}: x ${pick("+", "-", "*")} y)(${int})`,
      t`${int}.${pick("bit_length()", "bit_count()", "conjugate()", "real", "numerator")}`.map((x) =>
        x.replace(/^(-?\d\w*)\./, "($1)."),
      ),
      t`(${int} ${pick("and", "or")} ${int})`,
      t`int.from_bytes(${bytesLiterals}, ${pick("'big'", "'little'")}${pick("", ", signed=True")})`,
      t`hash(${one("small", int, float, bool)})`,
      t`functools.reduce(lambda p, q: p ${pick("+", "*", "-")} q, ${list}, ${int})`,
    ),
    float: one(
      "small",
      floats,
      t`(${float} ${pick("+", "-", "*", "/", "//", "%")} ${one("small", float, int)})`,
      t`(${int} / ${int})`,
      t`float(${one("small", int, str)})`,
      t`abs(${float})`,
      t`round(${float}, ${pick("0", "1", "3", "-1")})`,
      t`math.${pick("sqrt", "floor", "ceil", "trunc", "fabs")}(${float})`,
      t`(${float} ** ${pick("2", "0.5", "-1", "0")})`,
      t`math.fsum(${list})`,
    ),
    str: one(
      "small",
      strings,
      pick("s", "u"),
      t`(${str} + ${str})`,
      t`(${str} * ${pick("0", "1", "2", "3", "-1")})`,
      str.chain((x) => slice.map((i) => `${x}[${i}]`)),
      t`${str}[${pick("0", "-1", "2")}]`,
      t`${str}.${pick("upper()", "lower()", "title()", "swapcase()", "capitalize()", "casefold()", "strip()", "lstrip()", "rstrip('c')", "expandtabs(3)", "strip('a ')")}`,
      t`${str}.${pick("center", "ljust", "rjust")}(${pick("0", "5", "9")}${pick("", ", '*'")})`,
      t`${str}.zfill(${pick("3", "6")})`,
      t`${str}.replace(${str}, ${str}${pick("", ", 1", ", 0")})`,
      t`${str}.${pick("removeprefix", "removesuffix")}(${str})`,
      t`${str}.join(${pick("['x', 'y', 'z']", "'pqr'", "[]", "('1',)")})`,
      t`${str}.join(str(i) for i in ${list})`,
      t`${str}.translate(${pick("{97: 'A', 98: None}", "str.maketrans('abc', 'xyz')", "str.maketrans('a', 'b', 'c')")})`,
      t`${pick("str", "repr", "ascii")}(${any})`,
      t`format(${one("small", int, float, str, bool)}, '${specs}')`,
      t`f'{${one("small", int, float).map((x) => x.replace(/['"\\]/g, "0").replace(/:=/g, "+"))}:${specs}}'`,
      t`f"{a!r:>${pick("4", "8")}} {b=} {s!s:.${pick("2", "5")}}"`,
      t`('${percents}' % ${one("small", int, float, str)})`,
      t`('${percents} ${percents}' % (${any}, ${any}))`,
      t`'{} {${pick("0", "1", "", "x", "x[0]", "x.real")}${pick("", "!r", "!s")}}'.format(${any}, ${any}, x=${int})`,
      t`chr(${pick("65", "233", "0x1f600", "10", "0x110000", "-1")})`,
      t`${pick("hex", "oct", "bin")}(${int})`,
      t`${bytesLiterals}.decode(${pick("", "'latin-1'", "'ascii', 'replace'", "'utf-8', 'ignore'")})`,
      t`textwrap.${pick("shorten(s, 8)", "fill(u, 6)", "dedent('  a\\n   b\\n')", "indent(s, '> ')")}`,
      t`(${str} ${pick("and", "or")} ${str})`,
      t`(${str} if ${bool} else ${str})`,
      t`re.sub(${pick("r'\\w'", "'[a-c]+'", "r'(.)(.)'", "''", "r'\\s*'")}, ${pick("'-'", "r'<\\g<0>>'", "lambda m: m[0].upper()")}, ${str}${pick("", ", 1")})`,
      t`json.dumps(${any}, default=repr${pick("", ", indent=1", ", sort_keys=True", ", separators=(',', ':')")})`,
    ),
    list: one(
      "small",
      pick("xs", "[]", "[1, 2, 3]", "list(range(5))", "[5, 3, 9, 1]"),
      t`[${many(int, 0, 4)}]`,
      t`[*${list}, ${int}]`,
      t`(${list} + ${list})`,
      t`(${list} * ${pick("0", "1", "2", "-1")})`,
      list.chain((x) => slice.map((i) => `${x}[${i}]`)),
      t`sorted(${list}${pick("", ", reverse=True", ", key=lambda v: -v", ", key=lambda v: v % 3", ", key=str")})`,
      t`[i ${pick("+", "*", "-", "//", "%")} ${int} for i in ${list}]`,
      t`[i for i in ${list} if ${pick("i % 2", "i > 2", "not i", "i not in (1, 3)", "1 <= i < 4")}]`,
      t`[i * j for i in ${list} for j in ${list} if i ${pick("<", "!=", ">=")} j]`,
      t`list(range(${pick("0", "3", "10", "-3")}, ${pick("5", "-5", "12")}, ${pick("1", "2", "-1", "-3")}))`,
      t`list(map(${pick("abs", "lambda v: v + 1", "int", "lambda v: v * v")}, ${list}))`,
      t`list(filter(${pick("None", "lambda v: v > 1")}, ${list}))`,
      t`list(reversed(${list}))`,
      t`[len(p) for p in ${str}.split(${pick("", "','", "None, 1", "'b'")})]`,
      t`sorted(set(${list}) ${pick("|", "&", "-", "^")} set(${list}))`,
      t`sorted({${many(int, 1, 4)}})`,
      t`list(itertools.${pick("accumulate(xs)", "chain(xs, [a])", "islice(itertools.count(a, b), 4)", "takewhile(lambda v: v < 3, xs)", "dropwhile(bool, xs)", "compress(xs, [1, 0, 1])", "repeat(a, 2)")})`,
      t`list(${dict}.values())[:0]`,
      t`list(${bytesLiterals})`,
      t`(lambda *v: list(v))(*${list}, ${int})`,
    ),
    dict: one(
      "small",
      pick("d", "{}", "{'k': 1, 'v': 2}"),
      t`{${keys}: ${any}, ${keys}: ${any}}`,
      t`{**${dict}, ${keys}: ${int}}`,
      t`(${dict} | ${dict})`,
      t`{i: i ${pick("*", "+")} ${int} for i in ${list}}`,
      t`dict(zip(${list}, ${str}))`,
      t`dict(${pick("p", "q")}=${any})`,
      t`dict.fromkeys(${one("small", list, str)}, ${int})`,
      t`dict(sorted(${dict}.items(), key=repr))`,
      t`dict(collections.Counter(${str}))`,
    ),
    bool: one(
      "small",
      pick("True", "False"),
      t`(${int} ${pick("<", "<=", "==", "!=", ">", ">=")} ${one("small", int, float)})`,
      t`(${int} ${pick("<", "<=")} ${int} ${pick("<", "!=", ">=")} ${int})`,
      t`(${str} ${pick("<", "==", "in", "not in", ">=")} ${str})`,
      t`(${list} ${pick("<", "==", "!=", ">")} ${list})`,
      t`(${int} ${pick("in", "not in")} ${one("small", list, dict)})`,
      t`(not ${any})`,
      t`(${bool} ${pick("and", "or")} ${bool})`,
      t`isinstance(${any}, ${pick("int", "(str, list)", "dict", "bool", "float | None", "object")})`,
      t`${pick("all", "any")}(${list})`,
      t`${str}.${pick("isdigit()", "isalpha()", "isspace()", "isupper()", "islower()", "istitle()", "isidentifier()", "isalnum()", "isprintable()", "isdecimal()", "isnumeric()", "isascii()")}`,
      t`${str}.${pick("startswith", "endswith")}(${pick("'a'", "('a', 'H')", "''")})`,
      t`(${any} == ${any})`,
      t`(${any} is ${pick("None", "True")})`,
      t`bool(${any})`,
      t`callable(${pick("len", "3", "int", "None")})`,
    ),
    pair: one(
      "small",
      t`(${any}, ${any})`,
      t`divmod(${int}, ${int})`,
      t`${str}.${pick("partition", "rpartition")}(${str})`,
      t`${str}.${pick("split()", "splitlines()", "splitlines(True)", "rsplit(None, 1)", "split(',')")}`,
      t`list(enumerate(${one("small", list, str)}, ${pick("0", "1")}))[:3]`,
      t`list(zip(${list}, ${str}${pick("", ", strict=True")}))`,
      t`tuple(${list})`,
      t`${dict}.${pick("items()", "keys()", "get('k')", "get(1, 'none')", "setdefault('z', 0)", "copy()")}`,
      t`re.findall(${pick("r'\\w+'", "'[a-c]'", "r'(\\w)(\\d)?'", "'.'")}, ${str})`,
      t`(${bytesLiterals} + ${bytesLiterals})`,
      t`${bytesLiterals}.${pick("hex()", "upper()", "split()", "find(b'c')", "replace(b'a', b'zz')", "center(7)", "startswith(b'a')", "rjust(6, b'.')")}`,
      t`${str}.encode(${pick("", "'latin-1'", "'ascii', 'xmlcharrefreplace'", "'utf-16-le'", "'ascii', 'backslashreplace'")})`,
      t`range(${pick("0", "2", "9")}, ${int})[${pick("0", "-1", "1:", "::-1", ":2")}]`,
      t`complex(${int}, ${pick("1", "-2.5", "0")})`,
      t`(${float} + ${pick("1j", "2.5j", "-1j")})`,
      t`slice(${pick("None", "1", "-2")}, ${int}).indices(${pick("0", "5", "10")})`,
      t`type(${any})`,
      t`frozenset([${int}])`,
      t`fractions.Fraction(${int}, ${int})`,
      t`decimal.Decimal(${pick("'1.10'", "3", "'-0'", "'1e5'")}) ${pick("+", "*", "/", "-", "%")} ${int}`,
      t`operator.itemgetter(${pick("0", "-1", "0, 1")})(${one("small", list, str)})`,
      t`sorted(collections.Counter(${one("small", str, list)}).items(), key=repr)`,
      t`list(itertools.${pick("groupby", "pairwise", "permutations", "combinations_with_replacement")}(${pick("xs[:3]", "s[:3]")}${pick("", ", 2", ", None")}))[:4] and None`,
      t`[*${str}, *${list}][:4]`,
      t`(lambda p, /, q=1, *r, k=${int}, **o: (p, q, r, k, o))(${int}${pick("", ", 2", ", 2, 3", ", q=5", ", k=1", ", z=9", ", **{'y': 1}")})`,
    ),
    any: one("small", int, str, list, bool, float, dict, pair, pick("None", "...", "()", "NotImplemented")),
  };
});

const rule = (name: string): Text => (grammar as unknown as Record<string, Text>)[name];
const int = rule("int");
const str = rule("str");
const list = rule("list");
const bool = rule("bool");
const dict = rule("dict");
const any = rule("any");
const float = rule("float");

const indent = (body: Text): Text => body.map((text) => text.replace(/^(?=.)/gm, "    "));
const show = (value: Text): Text => value.map((text) => `show(lambda: ${text})\n`);
const raised = pick(
  "ValueError('v')",
  "KeyError('k')",
  "TypeError",
  "IndexError(1, 2)",
  "ZeroDivisionError",
  "StopIteration(3)",
  "Err(a)",
);
const caught = pick(
  "ValueError",
  "(KeyError, TypeError)",
  "Exception",
  "LookupError",
  "Err",
  "ArithmeticError",
);

const statements = fc.letrec((tie) => {
  const at = tie as unknown as Tie;
  const body = indent(at("block"));
  const inLoop = indent(
    t`${at("block")}${pick("", "", "if i == 2: break\n", "if i % 2: continue\n", "if a > 100: break\n")}`,
  );
  const inFunction = indent(
    t`${at("block")}${pick("return a\n", "return x, y\n", "return\n", "", "yield x\nyield from xs\n", "raise ValueError(x)\n")}`,
  );
  return {
    block: fc
      .array(at("statement"), { minLength: 1, maxLength: 3, depthIdentifier: "s" })
      .map((lines) => lines.join("")),
    statement: fc.oneof(
      { depthSize: "small", maxDepth: 3, withCrossShrink: true, depthIdentifier: "s" },
      show(any),
      t`${pick("a", "b", "n")} = ${int}\n`,
      t`${pick("a", "b", "n")} ${pick("+=", "-=", "*=", "//=", "%=", "|=", "&=", "^=")} ${int}\n`,
      t`s ${pick("=", "+=")} ${str}\n`,
      t`xs = ${list}\n`,
      t`xs${pick(".append", ".extend", ".insert")}(${int})\n`.map((x) =>
        x.replace(".insert(", ".insert(1, ").replace(/\.extend\((.*)\)\n$/s, ".extend([$1])\n"),
      ),
      t`xs[${pick("0", ":1", "1:3", "::2", "-1:")}] = ${list}\nxs = [v for v in xs if isinstance(v, int)]\n`,
      t`d[${pick("'k'", "'new'", "a")}] = ${any}\n`,
      t`${pick("xs.sort()", "xs.reverse()", "d.pop('k', None)", "xs.clear()", "del xs[:1]", "d.update(k=1)", "del d['k']", "xs.pop()", "xs.remove(1)")}\n`,
      t`a, *xs = ${list}\n`,
      t`(a, b), n = (${int}, ${int}), ${int}\n`,
      t`if ${bool}:\n${body}elif ${bool}:\n${body}else:\n${body}`,
      t`for i in ${list}[:4]:\n${inLoop}else:\n${indent(show(str))}`,
      t`for i, c in enumerate(${str}[:3]):\n${indent(show(pick("(i, c)", "c * i", "ord(c) + i")))}`,
      t`k = 0\nwhile k < 3:\n    k += 1\n${body}`,
      t`try:\n${body}${indent(pick("", "raise ValueError(a)\n", "1 // 0\n", "xs[99]\n", "d['missing']\n", "int('x')\n", "None.x\n", "'a' + 1\n"))}except ${caught} as e:\n    show(lambda: (type(e).__name__, e.args, str(e)))\n${pick("", "else:\n    show(lambda: 'else')\n")}finally:\n${indent(show(int))}`,
      t`try:\n    try:\n        raise ${raised}\n    finally:\n${indent(body)}except BaseException as e:\n    show(lambda: repr(e))\n    show(lambda: repr(e.__context__))\n`,
      t`try:\n    raise ${raised} from ${pick("None", "Err(1)", "KeyError")}\nexcept Exception as e:\n    show(lambda: (repr(e), repr(e.__cause__), e.__suppress_context__))\n`,
      t`with Manager(${pick("True", "False")}) as m:\n    show(lambda: m)\n    raise ${raised}\n`,
      t`def f(x, y=${int}, *args, z=${int}, **kw):\n    a = 1\n    xs = [x]\n    s = u = 'in f'\n    b = n = 2\n    d = kw\n    w = 0\n${inFunction}show(lambda: f(${int}${pick("", ", 1", ", *xs", ", y=2", ", z=3, q=4", ", 1, 2, 3")}))\nshow(lambda: list(f(${int})))\n`,
      t`def g():\n    nonlocal_a = ${int}\n    def inner():\n        nonlocal nonlocal_a\n        nonlocal_a += ${int}\n        return nonlocal_a\n    return inner(), inner(), nonlocal_a\nshow(g)\n`,
      t`def gen():\n    got = yield ${any}\n    show(lambda: got)\n    try:\n        yield ${int}\n    except ${caught} as e:\n        yield repr(e)\n    finally:\n        show(lambda: 'closing')\nit = gen()\nshow(lambda: next(it))\nshow(lambda: it.send(${any}))\nshow(lambda: ${pick("it.throw(ValueError(1))", "it.throw(KeyError)", "next(it)", "it.close()", "list(it)")})\nshow(lambda: next(it, 'done'))\n`,
      t`class C${pick("", "(Base)", "(list)", "(dict)", "(Base, dict)", "(Slots)", "(int)", "(str)")}:\n    attr = ${any}\n    def __init__(self, *v): self.v = v\n    def __repr__(self): return f'C({getattr(self, "v", None)})'\n${indent(pick("", "def __eq__(self, o): return True\n", "def __len__(self): return 3\n", "def __add__(self, o): return ('add', o)\n__radd__ = __add__\n", "def __getitem__(self, i):\n    if i == 2: raise IndexError(i)\n    return i\n", "def __call__(self, *p, **k): return p, k\n", "def __getattr__(self, n): return n.upper()\n", "@property\ndef p(self): return self.attr\n", "@classmethod\ndef cm(cls): return cls.__name__\n@staticmethod\ndef sm(x=1): return x\n", "def __iter__(self): yield from (1, 2)\n", "def __bool__(self): return False\n", "def __lt__(self, o): return True\n", "def __contains__(self, x): return x == 1\n", "def __format__(self, spec): return '<' + spec + '>'\n", "def __hash__(self): return 42\n", "__slots__ = ('q',)\n", "def __init_subclass__(cls, **k): show(lambda: k)\n"))}show(lambda: C(${int}))\nc = None\nshow(lambda: [C(1) for _ in '1'])\ntry: c = C(${int})\nexcept Exception as e: show(lambda: repr(e))\nshow(lambda: ${pick("c.attr", "len(c)", "c + 1", "1 + c", "list(c)", "c(1, k=2)", "c.missing", "c.p", "C.cm(), c.sm()", "bool(c)", "c == 1", "1 in c", "f'{c:>5}'", "c[0]", "C.__mro__[1:]", "isinstance(c, Base)", "c < c", "hash(c) == hash(c)", "vars(c)", "C.__name__, C.__qualname__, C.__module__", "issubclass(C, object)", "c.v", "super(C, c).__repr__.__name__", "sorted(c)")})\n`,
      t`match ${any}:\n    case ${pick("0", "1 | 2", "'a'", "None", "[]", "True")}:\n        show(lambda: 'first')\n    case [${pick("x", "_", "1", "int(x)", "*_, x")}${pick("", ", *rest", ", y")}]:\n        show(lambda: ('sequence', globals().get('x'), globals().get('rest')))\n    case {${pick("'k': v", "**rest", "1: v, **rest")}}:\n        show(lambda: ('mapping', globals().get('v')))\n    case ${pick("str(x)", "int() | float()", "bool()", "list()", "x if x == 1", "object(real=r)")}:\n        show(lambda: 'class')\n    case _:\n        show(lambda: 'other')\n`,
      t`assert ${bool}, ${any}\n`,
      t`raise ${raised}\n`,
      t`x: ${pick("int", "'str'", "list[int]")} = ${int}\nshow(lambda: x)\n`,
      t`@deco(${int})\ndef h(v${pick("", ": int", "=1")}): return v\nshow(lambda: h(${int}))\nshow(lambda: (h.__name__, h.__annotations__, h.__defaults__))\n`,
      t`try:\n    raise ExceptionGroup('eg', [ValueError(${int}), KeyError('k'), ${pick("TypeError(1)", "ExceptionGroup('in', [ValueError(2)])")}])\nexcept* ${pick("ValueError", "KeyError", "(TypeError, ValueError)")} as eg:\n    show(lambda: eg.exceptions)\nexcept* Exception as rest:\n    show(lambda: rest)\n`,
      t`P = collections.namedtuple('P', 'x y', defaults=[${int}])\nshow(lambda: P(${int})._replace(x=${any}))\nshow(lambda: P(1) < P(${int}, 2))\n`,
      t`@dataclasses.dataclass${pick("", "(order=True)", "(frozen=True)", "(slots=True)", "(eq=False, repr=True)")}\nclass D:\n    x: int\n    y: object = ${int}\n    z: list = dataclasses.field(default_factory=list${pick("", ", compare=False", ", repr=False")})\nshow(lambda: D(${int}, ${any}))\nshow(lambda: D(1) == D(1))\nshow(lambda: D(1) < D(2))\nshow(lambda: dataclasses.asdict(D(${int})))\n`,
      t`class E(enum.${pick("Enum", "IntEnum", "Flag", "IntFlag", "StrEnum")}):\n    A = ${pick("1", "'a'", "enum.auto()")}\n    B = ${pick("2", "'b'", "enum.auto()")}\n    C = ${pick("1", "4", "'c'", "enum.auto()")}\nshow(lambda: list(E))\nshow(lambda: ${pick("E.A", "E(1)", "E['B']", "E.A | E.B", "E.A == 1", "E.C.name", "E('x')", "~E.A", "str(E.B)", "f'{E.A}'", "E.A < E.B", "len(E)")})\n`,
    ),
  };
});

/** Before every program: its names, helpers and imports. */
export const prelude = `import collections, dataclasses, decimal, enum, fractions, functools, itertools, json, math, operator, re, textwrap
def show(f):
    try: print(re.sub(' at 0x[0-9a-f]+', ' at 0x', repr(f())))
    except Exception as e: print(type(e).__name__, e)
class Err(Exception): pass
class Base:
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw)
class Slots: __slots__ = ('p', 'v')
class Manager:
    def __init__(self, swallow): self.swallow = swallow
    def __enter__(self): return 'entered'
    def __exit__(self, *e):
        print('exit', e[0], e[1])
        return self.swallow
def deco(x):
    def wrap(f): return functools.wraps(f)(lambda *a: (x, f(*a)))
    return wrap
a, b, n, w = 3, -2, 7, 0
s, u = 'some text', 'a bc'
xs, d = [4, 1, 3], {'k': 1, 'b': [2]}
`;

/** The statements of a program, to follow the prelude. */
export const program: Text = fc
  .array(
    fc.oneof(
      { arbitrary: (statements as unknown as Record<string, Text>)["statement"], weight: 3 },
      { arbitrary: show(fc.oneof(any, int, str, list, dict, float)), weight: 2 },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => lines.join(""));
