/** What holds for every text: it prints back, nothing throws, statements tile it, shortcuts agree with the grammar. */
import { expect } from "chai";
import fc from "fast-check";
import { grammar } from "../../src/recipe-grammar/compiled.js";
import { HeadReader, type LineRule, readWhole } from "../../src/recipe-grammar/heads.js";
import {
  firstError,
  parse,
  positionAt,
  print,
  spanOf,
  type Statement,
} from "../../src/recipe-grammar/index.js";
import { isSpace, Lines } from "../../src/recipe-grammar/lines.js";

const PIECES = [
  ...[
    "A",
    "do_x",
    "${PN}",
    "é",
    "٣",
    "𝟘",
    "1",
    "+",
    "-",
    ".",
    "/",
    "~",
    ":append",
    ":",
    "@",
    "[f]",
    "[ff@.x]",
    "[",
    "]",
  ],
  ...[
    "=",
    " = ",
    "?=",
    " ??= ",
    ":=",
    "+=",
    " =+ ",
    ".=",
    "=.",
    '"',
    "'",
    '""',
    '"x"',
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\x0c",
  ],
  ...[
    "#",
    "# c",
    "\\",
    "\\\n",
    "\n",
    "\r\n",
    "\r",
    "\u2028",
    "\ufeff",
    "\0",
    "(",
    ")",
    "()",
    " () {",
    "{",
    "}",
    "\n}\n",
    ";",
  ],
  ...[
    "python ",
    "python",
    "fakeroot ",
    "def ",
    "def f(x):",
    "export ",
    "unset ",
    "include ",
    "require ",
    "include_all ",
  ],
  ...[
    "inherit ",
    "inherit_defer ",
    "addtask ",
    " after ",
    " before ",
    "deltask ",
    "addhandler ",
    "EXPORT_FUNCTIONS ",
  ],
  ...["addpylib ", "addfragments ", "a b c d", "text", "  indented", "${@x('y')}"],
];
const line = fc.array(fc.constantFrom(...PIECES.filter((piece) => !/[\n\r]/.test(piece))), { maxLength: 9 });
const some = (...choices: string[]) =>
  fc.array(fc.constantFrom(...choices), { maxLength: 4 }).map((all) => all.join(""));
const names = some("A", "_b", "${PN}", "-", "1", "+", ".", ":append", ":", "/", "é", "def", "unset");
const words = some(
  "a",
  "b c",
  " after ",
  "x-y",
  "=",
  ":",
  "#",
  '"',
  "'",
  " ",
  "  ",
  "${@x('y')}",
  "{",
  "(",
  ") {",
  "é",
);
/** Lines of which many mean something. */
const likely = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("", "export ", " "),
      names,
      fc.constantFrom("", "[f]", "[a@.b]", "[", "[]"),
      fc.constantFrom(" = ", "=", "?=", " ??= ", ":=", " += ", "=+", ".=", " =.\t", " "),
      fc.constantFrom(
        '""',
        "''",
        '"x"',
        '"x y"',
        '"a"b"',
        '"a"b"c"',
        "'\"'",
        '"',
        "x",
        '"a" # b',
        '"a\'b"',
        '"x" ',
      ),
    )
    .map((parts) => parts.join("")),
  fc
    .tuple(
      fc.constantFrom(
        "include",
        "require",
        "include_all",
        "inherit",
        "inherit_defer",
        "addtask",
        "deltask",
        "addhandler",
      ),
      fc.constantFrom(" ", "  ", "\t", "", " =", " += ", ' ?= "'),
      words,
    )
    .map((parts) => parts.join("")),
  fc
    .tuple(
      fc.constantFrom(
        "EXPORT_FUNCTIONS",
        "addpylib",
        "addfragments",
        "def",
        "unset",
        "export",
        "python",
        "fakeroot",
        "fakeroot python",
      ),
      fc.constantFrom(" ", "  ", ""),
      fc.oneof(words, names),
      fc.constantFrom("", "[ff]", "[f]", "(x):", "():", " () {", "() { ", ": #", "(a) {", " b c d e"),
    )
    .map((parts) => parts.join("")),
);
const text = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(""));
const file = fc.constantFrom("x.bb", "x.conf", "a/b.bbclass", "y.inc");

const RECIPE = [
  'SUMMARY = "A thing"\n',
  'SRC_URI = "https://example.org/a.tar.gz \\\n           file://b.patch \\\n           "\n',
  "inherit autotools pkgconfig\n",
  "do_install:append () {\n\tinstall -d ${D}\n\n\tif true; then\n\t    :\n\tfi\n}\n",
  'python () {\n    d.setVar("A", "1")\n}\n',
  "def f(d):\n    return 1\n\n# about g\n",
  "addtask deploy after do_compile before do_build # now\n",
  'FILES:${PN}-doc += "${datadir}/doc"\r\n',
  "do_compile[depends] ?= 'a:do_b'\n",
  "\n",
];

describe("grammar: properties", () => {
  it("prints every text back, and its statements tile it", () => {
    fc.assert(
      fc.property(text, file, (source, name) => {
        const tree = parse(source, name);
        expect(print(tree)).to.equal(source);
        let at = 0;
        for (const statement of tree.statements) {
          expect(statement.span.start.offset).to.equal(at);
          expect(statement.span.start).to.deep.equal(positionAt(tree.lineStarts, at));
          expect(statement.span.end.offset).to.be.greaterThan(at);
          at = statement.span.end.offset;
        }
        expect(at).to.equal(source.length);
      }),
      { numRuns: 1500 },
    );
  });

  it("gives each error statement its diagnostic, inside of the file", () => {
    fc.assert(
      fc.property(text, file, (source, name) => {
        const tree = parse(source, name);
        const errors = tree.statements.filter(
          (s): s is Extract<Statement, { kind: "error" }> => s.kind === "error",
        );
        expect(errors.map((s) => s.diagnostic)).to.deep.equal(
          tree.diagnostics.filter((d) => d.severity === "error"),
        );
        expect(firstError(tree)).to.equal(errors[0]?.diagnostic);
        for (const { message, span, found, expected } of tree.diagnostics.filter(
          (d) => d.severity === "error",
        )) {
          expect(message).to.not.equal("");
          expect(found).to.be.a("string");
          expect(expected).to.be.a("string");
          expect(span!.start.offset).to.be.within(0, span!.end.offset);
          expect(span!.end.offset).to.be.at.most(source.length);
          expect(spanOf(tree, { start: span!.start.offset, end: span!.end.offset })).to.deep.equal(span);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("survives any change of a recipe", () => {
    const change = fc.record({ at: fc.nat(600), cut: fc.nat(4), put: fc.constantFrom("", ...PIECES) });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(RECIPE),
        fc.array(change, { maxLength: 4 }),
        file,
        (lines, changes, name) => {
          let source = lines.join("");
          for (const { at, cut, put } of changes) source = source.slice(0, at) + put + source.slice(at + cut);
          expect(print(parse(source, name))).to.equal(source);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("says where names, operators and values stand", () => {
    fc.assert(
      fc.property(text, file, (source, name) => {
        const joined = (part: string): string => part.replace(/\\\s*?(?:\r\n|\n|\r)/gu, "");
        for (const statement of parse(source, name).statements) {
          if (statement.kind !== "assignment") continue;
          const { nameRange, operatorRange, valueRange } = statement;
          expect(joined(source.slice(nameRange.start, nameRange.end))).to.equal(statement.name);
          expect(joined(source.slice(operatorRange.start, operatorRange.end))).to.equal(statement.operator);
          expect(source.slice(valueRange.start - 1, valueRange.start)).to.equal(statement.quote);
          if (!/\s(?:\r|\n)/.test(source)) {
            expect(joined(source.slice(valueRange.start, valueRange.end))).to.equal(statement.value);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("reads the skeleton of a line as the whole line", () => {
    const reader = new HeadReader();
    let understood = 0;
    // The grammar itself knows letters beyond ASCII, but not the numbers that Python's \w takes: the skeleton maps them.
    const random = line.map((pieces) => pieces.filter((piece) => piece !== "٣" && piece !== "𝟘").join(""));
    const plain = fc.oneof(random, { weight: 3, arbitrary: likely });
    const rule = fc.constantFrom<LineRule>("recipeLine", "confLine", "baseConfLine");
    fc.assert(
      fc.property(plain, rule, (source, start) => {
        const whole = readWhole(source, start);
        expect(reader.read(source, start)).to.deep.equal(whole);
        if (whole) understood++;
      }),
      { numRuns: 6000 },
    );
    expect(understood).to.be.greaterThan(1000);
  });

  it("ends and continues blocks as the grammar says", () => {
    fc.assert(
      fc.property(line, (pieces) => {
        const source = `do_x() {\n${pieces.join("")}`;
        const { start, end } = new Lines(source).at(1) ?? { start: source.length, end: source.length };
        const body = source.slice(start, end);
        if (grammar.match(body, "functionEnd").succeeded()) {
          expect(parse(source, "x.bb").statements[0].kind).to.equal("function");
        }
        const block = parse(`def f():\n${pieces.join("")}\n`, "x.bb").statements[0];
        expect(block.span.end.line > 2).to.equal(grammar.match(body, "defContinues").succeeded());
      }),
      { numRuns: 1500 },
    );
  });

  it("knows the white space that the grammar knows", () => {
    for (let code = 0; code < 0x10000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      // Matching all 65,000 is slow: those that either side could take, and a sample.
      if (!/[\s\p{Z}\p{Cc}]/u.test(String.fromCharCode(code)) && code % 97 !== 0) continue;
      expect(isSpace(code), code.toString(16)).to.equal(
        grammar.match(String.fromCharCode(code), "ws").succeeded(),
      );
    }
  });
});
