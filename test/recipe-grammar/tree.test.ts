/** The shape of the tree: ranges of every part, spans of statements, options, printing. */
import { expect } from "chai";
import {
  type Assignment,
  fileKind,
  parse,
  print,
  RecipeParser,
  spanOf,
  splitWords,
  type Statement,
  textOf,
} from "../../src/recipe-grammar/index.js";

const SOURCE = [
  "# A recipe",
  'export SRC_URI:append[f1] ??= "a \\',
  '    b" ',
  "do_it:append () {",
  "  one  ",
  "",
  "}",
  "def f(x):",
  "  return x",
  "",
  "require ${A}/b.inc",
  "unset X[ff]",
  "addtask t after a before b # why",
  "",
].join("\r\n");

function only<K extends Statement["kind"]>(
  source: string,
  kind: K,
  file = "a.bb",
): Extract<Statement, { kind: K }> {
  const found = parse(source, file).statements.filter((s) => s.kind === kind);
  expect(found.length).to.equal(1);
  return found[0] as Extract<Statement, { kind: K }>;
}

describe("grammar: tree", () => {
  const tree = parse(SOURCE, "dir/a.bb");
  const cut = ({ start, end }: { start: number; end: number }): string => SOURCE.slice(start, end);

  it("has the statements in order, with BitBake's lines", () => {
    expect(tree.statements.map((s) => [s.kind, s.line])).to.deep.equal([
      ["comment", 1],
      ["assignment", 3],
      ["function", 7],
      ["def", 11],
      ["include", 11],
      ["unset", 12],
      ["addtask", 13],
    ]);
    expect(print(tree)).to.equal(SOURCE);
    expect(textOf(tree, tree.statements[5])).to.equal("unset X[ff]\r\n");
  });

  it("gives ranges of every part of an assignment, over joined lines", () => {
    const assignment = tree.statements[1] as Assignment;
    expect([
      assignment.name,
      assignment.flag,
      assignment.operator,
      assignment.value,
      assignment.exported,
    ]).to.deep.equal([...["SRC_URI:append", "f1", "??=", "a     b"], true]);
    expect(cut(assignment.nameRange)).to.equal("SRC_URI:append");
    expect(cut(assignment.flagRange!)).to.equal("f1");
    expect(cut(assignment.operatorRange)).to.equal("??=");
    expect(cut(assignment.valueRange)).to.equal("a \\\r\n    b");
    expect(spanOf(tree, assignment.valueRange)).to.deep.equal({
      file: "dir/a.bb",
      start: { offset: SOURCE.indexOf("a \\"), line: 2, column: 32 },
      end: { offset: SOURCE.indexOf('" \r\n'), line: 3, column: 6 },
    });
    expect(assignment.span).to.deep.equal({
      file: "dir/a.bb",
      start: { offset: 12, line: 2, column: 1 },
      end: { offset: SOURCE.indexOf("do_it"), line: 4, column: 1 },
    });
  });

  it("gives the bodies of functions and where they begin", () => {
    const shell = tree.statements[2] as Extract<Statement, { kind: "function" }>;
    expect([shell.name, shell.body, shell.bodyLine]).to.deep.equal(["do_it:append", "  one\n\n", 5]);
    expect(cut(shell.nameRange)).to.equal("do_it:append");
    expect(cut(shell.bodyRange)).to.equal("  one  \r\n\r\n");
    const python = tree.statements[3] as Extract<Statement, { kind: "def" }>;
    expect([python.name, python.body, python.bodyLine]).to.deep.equal(["f", "def f(x):\n  return x\n", 8]);
    expect(cut(python.nameRange)).to.equal("f");
    expect(cut(python.bodyRange)).to.equal("def f(x):\r\n  return x\r\n\r\n");
  });

  it("gives ranges of the texts of directives", () => {
    const [include, unset, task] = tree.statements.slice(4) as [
      Extract<Statement, { kind: "include" }>,
      Extract<Statement, { kind: "unset" }>,
      Extract<Statement, { kind: "addtask" }>,
    ];
    expect(cut(include.pathRange)).to.equal("${A}/b.inc");
    expect([cut(unset.nameRange), cut(unset.flagRange!)]).to.deep.equal(["X", "ff"]);
    expect([cut(task.textRange), task.text]).to.deep.equal(["t after a before b ", "t after a before b "]);
  });

  it("knows anonymous functions by the lack of a name and by BitBake's name for it", () => {
    for (const head of ["python () {", "python __anonymous() {", "() {"]) {
      const found = only(`${head}\n}\n`, "function");
      expect([found.name, found.anonymous, found.body]).to.deep.equal(["__anonymous", true, ""]);
    }
    expect(only("python x() {\n}\n", "function").anonymous).to.equal(false);
  });

  it("takes the language from the file's name, or from the caller", () => {
    expect(["a.conf", "a.bb", "a.bbappend", "a.bbclass", "a.inc"].map(fileKind)).to.deep.equal([
      ...["conf", "bb", "bb", "bb", "bb"],
    ]);
    expect(parse("inherit a\n", "a.conf").statements[0].kind).to.equal("error");
    expect(parse("inherit a\n", "a.conf", { kind: "bb" }).statements[0].kind).to.equal("inherit");
    expect(parse("addpylib a b\n", "layer.conf").statements[0].kind).to.equal("addpylib");
    expect(parse("addpylib a b\n", "other.conf", { baseConfig: false }).statements[0].kind).to.equal("error");
  });

  it("reads names of prototypes as names", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    for (const name of names) {
      expect(only(`${name}[${name}] = "${name}"\n`, "assignment").name).to.equal(name);
      expect(only(`inherit ${name}\n`, "inherit").text).to.equal(name);
    }
  });

  it("reads many files with one parser as with one for each", () => {
    const parser = new RecipeParser();
    const sources = Array.from(
      { length: 50 },
      (_, i) => `${"A".repeat(i)}${"+".repeat(i % 7)} = "${i}"\n${SOURCE}`,
    );
    for (const source of sources) expect(parser.parse(source, "a.bb")).to.deep.equal(parse(source, "a.bb"));
  });

  it("splits words as Python does", () => {
    expect(splitWords(" a\tb\u00a0c\x1cd \u2003e\ufefff ")).to.deep.equal(["a", "b", "c", "d", "e\ufefff"]);
    expect(splitWords("  ")).to.deep.equal([]);
  });
});
