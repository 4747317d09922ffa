import { readFileSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import { CodeAnalyser } from "../../src/analysis/code.js";
import { AnalysisError, analysePython } from "../../src/analysis/python.js";
import { analyseShell, ShellSyntaxError } from "../../src/analysis/shell.js";

interface ShellCase {
  readonly text: string;
  readonly execs: readonly string[];
  readonly functions?: readonly string[];
}
interface PythonCase {
  readonly text: string;
  readonly references?: readonly string[];
  readonly execs?: readonly string[];
  readonly varExecs?: readonly string[];
  readonly contains?: Readonly<Record<string, readonly string[]>>;
}

// Both tables are the answers of BitBake's own ShellParser and PythonParser.
const read = <T>(name: string): T[] =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as T[];
const sorted = (names: Iterable<string> = []): string[] => [...names].sort();

describe("analysis of shell", () => {
  for (const { text, execs, functions } of read<ShellCase>("shell-cases.json")) {
    it(JSON.stringify(text), () => {
      const found = analyseShell(text);
      expect(sorted(found.execs)).to.deep.equal(sorted(execs));
      expect(sorted(found.functions)).to.deep.equal(sorted(functions));
    });
  }

  it("names the line of what is no shell", () => {
    expect(() => analyseShell("foo\nif bar; then\nbaz\n"))
      .to.throw(ShellSyntaxError)
      .with.property("line")
      .that.is.at.least(2);
  });

  it("never throws anything but ShellSyntaxError", () => {
    const word = fc.constantFrom(
      "foo",
      "$(",
      ")",
      "`",
      "'",
      '"',
      "if",
      "fi",
      "case",
      ";;",
      "|",
      "<<A",
      "\n",
      "\\",
      "${",
      "}",
      "=",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (parts) => {
        try {
          analyseShell(parts.join(" "));
        } catch (error) {
          expect(error).to.be.instanceOf(ShellSyntaxError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("analysis of Python", () => {
  for (const { text, references, execs, varExecs, contains } of read<PythonCase>("python-cases.json")) {
    it(JSON.stringify(text), () => {
      const found = analysePython(text);
      expect(sorted(found.references)).to.deep.equal(sorted(references));
      expect(sorted(found.execs)).to.deep.equal(sorted(execs));
      expect(sorted(found.varExecs)).to.deep.equal(sorted(varExecs));
      const lookups = new Map([...found.contains].map(([name, items]) => [name, sorted(items)]));
      expect(lookups).to.deep.equal(new Map(Object.entries(contains ?? {}).map(([k, v]) => [k, sorted(v)])));
    });
  }

  for (const text of ["d.getVar()", "d.getVarFlag('a')", "bb.utils.contains('A')", "d.getVar(name='a')"]) {
    it(`refuses ${text} as BitBake does`, () => {
      expect(() => analysePython(text)).to.throw(AnalysisError, "line 1");
    });
  }

  it("tells calls that it can say nothing of", () => {
    expect(analysePython("x = 1\nd.getVar(x)\n").unhandled).to.deep.equal([{ func: "d.getVar", line: 2 }]);
  });

  it("asks visitors, and the last answer in breadth-first order counts", () => {
    const code = new CodeAnalyser();
    const text = "def f():\n  if 1:\n    v('deep')\n  v('shallow')\n";
    expect([...code.python(text).execs]).to.deep.equal(["v"]);
    code.visitor = (name, [first]) =>
      name === "v" && first?.type === "Constant" && first.value.kind === "str"
        ? { contains: new Map([["QA", new Set([first.value.value])]]), execs: ["seen"] }
        : undefined;
    expect(code.python(text).contains).to.deep.equal(new Map([["QA", new Set(["deep"])]]));
    expect([...code.python(text).execs]).to.deep.equal(["seen"]);
  });
});
