/** Where a syntax error is found, what is said about it, and how the parser goes on behind it. */
import { expect } from "chai";
import { firstError, parse } from "../../src/recipe-grammar/index.js";

/** [file, source, "line:column", found, expected, start of the hint] of the only error. */
const ERRORS: readonly (readonly [string, string, string, string, string, string?])[] = [
  ["a.bb", "A = x\n", "1:5", '"x"', "a quoted value", "Write the value in quotes"],
  ["a.bb", "A := ${B}", "1:6", '"${B}"', "a quoted value", "Write the value in quotes"],
  ["a.bb", 'A == "x"\n', "1:4", '"="', "a quoted value", "Write the value in quotes"],
  ["a.bb", 'A = "x" # comment\n', "1:9", '"#"', "the end of the line", "A comment cannot follow a value"],
  ["a.bb", 'A = "x" y\n', "1:9", '"y"', "the end of the line", "Nothing may follow"],
  ["a.bb", 'A = "x\nB = "1"\n', "1:7", "the end of the line", 'a closing "', "A value goes on"],
  ["a.bb", "A = 'a'b'\n", "1:7", '"\'"', "no third quote", "A value may not hold one quote"],
  [
    "a.bb",
    'A = "x" \\\n\nB = "1"\n',
    "1:8",
    "the end of a joined line",
    "nothing behind the closing quote",
    "Remove the",
  ],
  ["a.bb", 'A = "a \\\n   b" c\n', "2:7", '"c"', "the end of the line", "Nothing may follow"],
  ["a.bb", '  A = "x"\n', "1:3", '"A"', "a statement at the start of the line", "Statements and comments"],
  [
    "a.bb",
    '\ufeffA = "x"\n',
    "1:1",
    "a byte order mark",
    "a statement",
    "The file begins with a byte order mark",
  ],
  [
    "a.bb",
    "inhert autotools\n",
    "1:8",
    '"autotools"',
    "an operator (= ?= ??= := += =+ .= =.)",
    'Did you mean "inherit"?',
  ],
  ["a.bb", "inherit\n", "1:8", "the end of the line", "names of classes"],
  ["a.bb", "require\n", "1:8", "the end of the line", "a file"],
  ["a.bb", "unset A[f]\n", "1:10", '"]"', "the name of a variable", "BitBake unsets only flags of two"],
  ["a.bb", "export A B\n", "1:10", '"B"', "the name of a variable", "export takes one name"],
  ["a.bb", "addpylib a b\n", "1:10", '"a"', "a directory and a namespace", "addpylib is for layer.conf"],
  ["a.bb", 'A[x = "1"\n', "1:5", '"="', '"]"', "A flag is written"],
  ["a.bb", '# c\nnaïve = "x"\n', "2:3", '"ï"', "a character of a name", "Names are made of"],
  ["a.bb", "python foo {\n  pass\n}\n", "1:12", '"{"', '"() {"', "A function begins with: python NAME () {"],
  [
    "a.bb",
    "def f(x)\n  pass\n",
    "1:9",
    "the end of the line",
    '":"',
    "A function begins with: def NAME(...):",
  ],
  ["a.bb", "do_x() { # c\n  a\n}\n", "1:10", '"#"', "the end of the line", "The body of a function"],
  ["a.bb", "do_x() {\n  a\n", "1:1", "the end of the file", '"}"', "A function ends at a line that is }"],
  ["a.bb", "}\n", "1:1", '"}"', "a statement", "A function ends at the first line"],
  ["a.bb", "<<<<<<< HEAD\n", "1:1", '"<"', "a statement", "These look like the marks of an unfinished merge"],
  ["a.bb", '= "x"\n', "1:1", '"="', "the name of a variable"],
  ["a.bb", '# a \\\nB = "1"\n', "2:1", '"B = \\"1\\""', "a comment", "Remove the backslash"],
  ["a.bb", 'A = "a \\\n# b \\\n c"\n', "2:1", '"# b \\\\"', "the rest of the statement", "Move the comment"],
  ["a.bb", 'A = "x \\\n', "1:1", '"A = \\"x \\\\"', "the rest of the statement", "Remove the backslash"],
  ["a.bb", '\\\nA = "1"\n', "1:1", '"\\\\"', "the rest of the statement", "Remove the backslash"],
  [
    "a.conf",
    "inherit autotools\n",
    "1:1",
    '"inherit"',
    "an assignment or include",
    "Functions, tasks and inherit",
  ],
  [
    "a.conf",
    "do_x() {\n  a\n}\n",
    "1:1",
    '"do_x"',
    "an assignment or include",
    "Functions, tasks and inherit",
  ],
];

/** Sources with errors, and the kinds of statements that are read in spite of them. */
const RECOVERY: readonly (readonly [string, string, readonly string[]])[] = [
  ["the next line", 'A = x\nB = "1"\n', ["error", "assignment"]],
  ["indented lines belong to the error", 'A = "x\n  y\n  z"\nB = "1"\n', ["error", "assignment"]],
  [
    "behind the function that the line would have begun",
    "do_x() { #\na\n}\ninherit b\n",
    ["error", "inherit"],
  ],
  ["a statement ends what has no closing brace", 'do_x( {\n  a\nB = "1"\n', ["error", "assignment"]],
  ["a function without end, at the next statement", 'do_x() {\n  a\n\nB = "1"\n', ["error", "assignment"]],
  [
    "a function without end, behind an indented brace",
    "do_x() {\n  a\n }\n\nc d\n",
    ["error", "blank", "error"],
  ],
  [
    "a function without end, before the next value over lines",
    'f() {\n a\nB = "1 \\\n 2"\n',
    ["error", "assignment"],
  ],
  ["behind the value that holds a comment", 'A = "1 \\\n# c \\\n 2"\nB = "1"\n', ["error", "assignment"]],
  ["the line behind a comment with a backslash", '# a \\\nB = "1"\n', ["error", "assignment"]],
  ["every line of several", 'a b\nA = "1"\nc d\n#\n', ["error", "assignment", "error", "comment"]],
];

describe("grammar: syntax errors", () => {
  for (const [file, source, place, found, expected, hint] of ERRORS) {
    it(`${file} ${JSON.stringify(source)}`, () => {
      const errors = parse(source, file, { baseConfig: false }).diagnostics.filter(
        (d) => d.severity === "error",
      );
      expect(errors.length).to.equal(1);
      const [error] = errors;
      expect(`${error.span!.start.line}:${error.span!.start.column}`).to.equal(place);
      expect([error.found, error.expected]).to.deep.equal([found, expected]);
      expect(error.hint?.slice(0, hint?.length)).to.equal(hint);
      expect(error.span!.file).to.equal(file);
    });
  }

  for (const [title, source, kinds] of RECOVERY) {
    it(`goes on: ${title}`, () => {
      expect(parse(source, "a.bb").statements.map((s) => s.kind)).to.deep.equal(kinds);
    });
  }

  it("warns where BitBake warns or is silent, and refuses nothing then", () => {
    const tree = parse('A="1"\npython () {\n\tx\n}\ndo_x() {\n', "dir/a.b.bb");
    expect(firstError(tree)).to.equal(undefined);
    expect(tree.diagnostics.map(({ code, severity, span }) => [code, severity, span!.start])).to.deep.equal([
      ["assignment-whitespace", "warning", { offset: 1, line: 1, column: 2 }],
      ["python-tabs", "warning", { offset: 18, line: 3, column: 1 }],
      ["function-without-body", "warning", { offset: 23, line: 5, column: 1 }],
    ]);
    expect(tree.diagnostics[1].message).to.contain("found tabs in a.b, line 3");
    expect(tree.statements.map((s) => s.kind)).to.deep.equal(["assignment", "function", "ignored"]);
  });

  it("reads hostile lines in time", function () {
    this.timeout(10_000);
    const size = 100_000;
    const hostile = [
      "+".repeat(size),
      `A = "${'"'.repeat(size)}`,
      `addfragments${" ".repeat(size)}x`,
      `addfragments${" ".repeat(100)}x`,
      'A = "\\\n'.repeat(size / 10),
      "\\\n".repeat(size),
      "#\\\n".repeat(size / 10),
      "f() {\n".repeat(size / 20),
      "f() { #\n".repeat(size / 20),
      `(${" ".repeat(300)}`.repeat(300),
      `addtask a${" after b before c".repeat(size / 20)}`,
      `${"${".repeat(size)}= "x"`,
      `${"[".repeat(size)}= "x"`,
    ];
    for (const source of hostile) {
      for (const file of ["a.bb", "a.conf"])
        expect(parse(source, file).statements.length).to.be.greaterThan(0);
    }
  });

  it("refuses a line that is longer than any statement", () => {
    expect(firstError(parse("+".repeat(20_000), "a.bb"))!.code).to.equal("line-too-long");
    expect(firstError(parse(`A = "${"x".repeat(1_000_000)}"\n`, "a.bb"))).to.equal(undefined);
  });
});
