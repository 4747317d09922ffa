// What a comparison of trees does not show: options, hooks, limits, odd texts.
import { expect } from "chai";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import type * as ast from "../../../src/vm/parser/ast.js";
import { PySyntaxError } from "../../../src/vm/parser/errors.js";
import { FIELDS } from "../../../src/vm/parser/fields.js";
import { parse, type ParseMode } from "../../../src/vm/parser/parse.js";
import { analyse } from "../../../src/vm/scope/analyse.js";

const value = (source: string): ast.Expr => parse(source, { filename: "s", mode: "eval" }).body;

function constant(source: string): ast.ConstantValue {
  const e = value(source);
  if (e.type !== "Constant") throw new Error(`${e.type} is no constant`);
  return e.value;
}

function failure(run: () => unknown): PySyntaxError {
  try {
    run();
  } catch (e) {
    if (e instanceof PySyntaxError) return e;
    throw e;
  }
  throw new Error("accepted");
}

const refused = (source: string, mode: ParseMode = "exec"): PySyntaxError =>
  failure(() => parse(source, { filename: "f.py", mode }));

describe("Python parser: modes and options", () => {
  it("counts lines from firstLine, in nodes and in errors", () => {
    expect(parse("\nx", { filename: "s", firstLine: 40 }).body[0].lineno).to.equal(41);
    const error = failure(() => parse("a\nb c", { filename: "s", firstLine: 10 }));
    expect([error.lineno, error.offset, error.text]).to.deep.equal([11, 3, "b c\n"]);
  });
  it("eval takes one expression", () => {
    expect(value("a, b\n\n").type).to.equal("Tuple");
    expect(refused("x = 1", "eval").message).to.equal("invalid syntax");
    expect(refused("1 +", "eval").text).to.equal("1 +");
    expect(refused("", "eval").message).to.equal("invalid syntax");
  });
  it("single takes one statement line or one compound statement", () => {
    const single = (source: string): ast.Interactive => parse(source, { filename: "s", mode: "single" });
    expect(single("a; b").body).to.have.length(2);
    expect(single("if a:\n  b\n\n").body[0].type).to.equal("If");
    expect(refused("a\nb", "single").message).to.equal(
      "multiple statements found while compiling a single statement",
    );
  });
  it("func takes a function's type", () => {
    const type = parse("(int, *str) -> list[int]", { filename: "s", mode: "func" });
    expect(type.argtypes.map((t) => t.type)).to.deep.equal(["Name", "Name"]);
    expect(type.returns.type).to.equal("Subscript");
  });
  it("gives \\N{...} to the hook and refuses it without one", () => {
    const unicodeName = (name: string): string | undefined => (name === "SNAKE" ? "\u{1f40d}" : undefined);
    const tree = parse("'a\\N{SNAKE}b'", { filename: "s", mode: "eval", unicodeName }).body;
    expect(tree.type === "Constant" && tree.value).to.deep.equal({ kind: "str", value: "a\u{1f40d}b" });
    expect(failure(() => parse("'\\N{NO}'", { filename: "s", unicodeName })).message).to.equal(
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-5: unknown Unicode character name",
    );
    expect(refused("'\\N{SNAKE}'").message).to.contain("names of characters are not supported here");
  });
  it("warns about escapes that mean nothing, once each", () => {
    const warnings: string[] = [];
    parse("'\\d'\nb'\\q'\nr'\\z'", { filename: "s", warn: (m, line) => warnings.push(`${line} ${m}`) });
    expect(warnings).to.deep.equal(["1 invalid escape sequence '\\d'", "2 invalid escape sequence '\\q'"]);
  });
  it("names the file and the line's text in errors", () => {
    const error = refused("x = 1\nfor x in y\n  pass\n");
    expect([error.filename, error.text]).to.deep.equal(["f.py", "for x in y\n"]);
  });
});

describe("Python parser: texts", () => {
  it("takes a byte-order mark, CR and CRLF, form feeds, no last newline", () => {
    const tree = parse("\ufeffif x:\r\n  a\r  b\r\n\f\fc = '''\r\n'''", { filename: "s" });
    expect(tree.body.map((s) => s.lineno)).to.deep.equal([1, 4]);
    const [, assign] = tree.body;
    expect(assign.type === "Assign" && assign.value.type === "Constant" && assign.value.value).to.deep.equal({
      kind: "str",
      value: "\n",
    });
  });
  it("takes an empty text and one of comments", () => {
    for (const source of ["", "\n", "# x", "\n\n  # x\n", "   "])
      expect(parse(source, { filename: "s" }).body).to.deep.equal([]);
    expect(refused("x\0y").message).to.equal("source code string cannot contain null bytes");
  });
  it("keeps ints exact and floats as written", () => {
    expect(constant("9007199254740991")).to.deep.equal({ kind: "int", value: 9007199254740991 });
    expect(constant("9007199254740992")).to.deep.equal({ kind: "int", value: 9007199254740992n });
    expect(constant("0xff_ff_ff_ff_ff_ff_ff_ff")).to.deep.equal({ kind: "int", value: 0xffffffffffffffffn });
    expect(constant("0o777")).to.deep.equal({ kind: "int", value: 511 });
    expect(constant("1.0")).to.deep.equal({ kind: "float", value: 1 });
    expect(constant("1_0e-1_0")).to.deep.equal({ kind: "float", value: 1e-9 });
    expect(constant("1e5j")).to.deep.equal({ kind: "complex", imag: 1e5 });
    expect(constant("...")).to.deep.equal({ kind: "Ellipsis" });
  });
  it("counts columns in UTF-8 bytes and offsets of errors in characters", () => {
    const call = value("f('日本', 'x')");
    expect(call.type === "Call" && call.args[1].col_offset).to.equal(12);
    expect(refused("'日本' '").offset).to.equal(6);
  });
  it("makes identifiers NFKC", () => {
    expect(value("ﬁ")).to.include({ type: "Name", id: "fi" });
  });
});

describe("Python parser: limits", () => {
  const nested = (open: string, close: string, n: number): string => open.repeat(n) + "x" + close.repeat(n);
  it("allows 200 brackets and no more", () => {
    parse(nested("(", ")", 200), { filename: "s" });
    parse(nested("f(", ")", 200), { filename: "s" });
    parse(nested("[{1:", "}]", 100), { filename: "s" });
    for (const source of [
      nested("(", ")", 201),
      nested("(", ")", 1e6),
      "[".repeat(1e6),
      nested("{1:", "}", 500),
    ])
      expect(refused(source).message).to.equal("too many nested parentheses");
  });
  it("refuses decimal ints of more than 4300 digits, as CPython's default", () => {
    expect(constant("1".repeat(4300))).to.deep.equal({ kind: "int", value: BigInt("1".repeat(4300)) });
    expect(constant("0x" + "f".repeat(5000))).to.have.property("kind", "int");
    expect(constant("1".repeat(5000) + ".0")).to.deep.equal({ kind: "float", value: Infinity });
    expect(refused("x = " + "1".repeat(4301)).message).to.contain("Exceeds the limit (4300 digits)");
  });
  it("ends cleanly where little of the stack is left", () => {
    const source = "(".repeat(150) + "x" + ")".repeat(150);
    const outcomes = new Set<string>();
    const attempt = (): void => {
      try {
        analyse(parse(source, { filename: "s" }), { filename: "s" });
        outcomes.add("tree");
      } catch (e) {
        outcomes.add(e instanceof PySyntaxError ? e.kind : String(e));
      }
    };
    /** Goes to the end of the stack, and tries on the way back; gives the frames below. */
    const climb = (): number => {
      let below: number;
      try {
        below = climb() + 1;
      } catch {
        return 0;
      }
      if (below % 500 === 0) attempt();
      return below;
    };
    climb();
    expect([...outcomes].filter((o) => o !== "tree" && o !== "RecursionError")).to.deep.equal([]);
    expect(outcomes.has("tree")).to.equal(true);
    expect(parse(source, { filename: "s" }).body).to.have.length(1);
  });
  it("allows 100 levels of indentation and no more", () => {
    const blocks = (n: number): string =>
      Array.from({ length: n }, (_, i) => `${" ".repeat(i)}if x:\n`).join("") + `${" ".repeat(n)}y\n`;
    parse(blocks(99), { filename: "s" });
    expect(refused(blocks(100)).message).to.equal("too many levels of indentation");
  });
  it("refuses what is too deep without overflowing", () => {
    const deep = [
      "not ".repeat(1e5) + "x",
      "-".repeat(1e5) + "x",
      "lambda: ".repeat(1e5) + "x",
      "x" + " if x else x".repeat(1e5),
      "x" + "**x".repeat(1e5),
      "x" + ".x".repeat(1e5),
      "x" + "+x".repeat(1e5),
      "x" + "()".repeat(1e5),
      "if x: x\n" + "elif x: x\n".repeat(1e4),
      "f'{".repeat(140) + "x",
    ];
    for (const source of deep) {
      const error = refused(source);
      expect(error.kind === "RecursionError" || error.kind === "SyntaxError", source.slice(0, 20)).to.equal(
        true,
      );
    }
    expect(refused(deep[0]).message).to.equal("maximum recursion depth exceeded during compilation");
  });
  it("analyses all that it parses, however deep", () => {
    const deepest = [
      "x" + "+x".repeat(1900),
      "x" + ".x".repeat(1900),
      "not ".repeat(400) + "x",
      "lambda: ".repeat(200) + "x",
      "if x: x\n" + "elif x: x\n".repeat(400),
    ];
    for (const source of deepest) analyse(parse(source, { filename: "s" }), { filename: "s" });
  });
});

describe("Python parser: any text", () => {
  const corpus = (
    JSON.parse(readFileSync(new URL("trees.json", import.meta.url), "utf8")) as [string, string][]
  ).map(([source]) => source);
  const tokens = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "=",
    ":=",
    "*",
    "**",
    "\n",
    "  ",
    "\t",
    "'",
    '"""',
    "f'",
    "\\",
    "#",
  ];
  const words = [
    "x",
    "1",
    "if",
    "else",
    "for",
    "in",
    "def",
    "class",
    "lambda",
    "match",
    "case",
    "type",
    "async",
    "await",
    "yield",
  ];
  const more = [
    "from",
    "import",
    "with",
    "as",
    "try",
    "except",
    "not",
    "is",
    "é",
    "!",
    "$",
    ".",
    "...",
    ";",
    "->",
    "@",
    "_",
    "}}",
    "{{",
  ];

  function terminatesCleanly(source: string): void {
    try {
      analyse(parse(source, { filename: "s", unicodeName: () => "u" }), { filename: "s", source });
    } catch (e) {
      if (!(e instanceof PySyntaxError)) throw e;
      expect(e.message).to.not.equal("");
      expect(e.lineno).to.be.at.least(0);
    }
  }

  it("ends with a tree or a PySyntaxError: random characters", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), terminatesCleanly), {
      numRuns: 600,
    });
  });
  it("ends with a tree or a PySyntaxError: random tokens", () => {
    const token = fc.constantFrom(...tokens, ...words, ...more).chain((t) => fc.constantFrom(t, `${t} `));
    const source = fc.array(token, { maxLength: 40 }).map((list) => list.join(""));
    fc.assert(fc.property(source, terminatesCleanly), { numRuns: 1500 });
  });
  it("ends with a tree or a PySyntaxError: changed programs", () => {
    const change = fc.record({
      source: fc.constantFrom(...corpus),
      at: fc.nat(),
      remove: fc.nat({ max: 6 }),
      insert: fc.constantFrom("", ...tokens, ...words, ...more),
    });
    fc.assert(
      fc.property(change, ({ source, at, remove, insert }) => {
        const i = at % (source.length + 1);
        terminatesCleanly(source.slice(0, i) + insert + source.slice(i + remove));
      }),
      { numRuns: 1500 },
    );
  });
});

describe("Python parser: fields.ts", () => {
  it("describes every node that the parser makes, field for field", () => {
    const seen = new Set<string>();
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(visit);
      if (typeof node !== "object" || node === null || !("type" in node)) return;
      const { type, ...rest } = node as Record<string, unknown> & { type: string };
      seen.add(type);
      const description = FIELDS.get(type);
      if (description === undefined) throw new Error(`${type} is not described`);
      const own = Object.keys(rest).filter((k) => !/^(end_)?(lineno|col_offset)$/.test(k));
      const expected = description.fields
        .filter((f) => f !== "type_comment" && f !== "type_ignores")
        .map((f) => (type === "ExceptHandler" && f === "type" ? "exc_type" : f));
      expect(own.sort(), type).to.deep.equal([...expected].sort());
      expect("lineno" in rest, type).to.equal(description.located);
      Object.values(rest).forEach(visit);
    };
    const sources = JSON.parse(readFileSync(new URL("trees.json", import.meta.url), "utf8")) as [
      string,
      string,
    ][];
    for (const [source] of sources) visit(parse(source, { filename: "s", unicodeName: () => "u" }));
    const leaves = ["Load", "Store", "Del", "TypeIgnore", "Expression", "Interactive", "FunctionType"];
    const missing = [...FIELDS].filter(
      ([name, d]) => !seen.has(name) && !leaves.includes(name) && !/op$|operator/.test(d.base),
    );
    expect(missing.map(([name]) => name)).to.deep.equal([]);
  });
});
