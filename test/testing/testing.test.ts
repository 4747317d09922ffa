/** sandbake/testing: what it gives of a recipe, golden files, and the example of docs/testing.md, run as it stands there. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { lineDiff } from "../../src/testing/golden.js";
import { errorOf, evaluateRecipe, golden } from "../../src/testing/index.js";

describe("sandbake/testing", () => {
  const recipe = evaluateRecipe(
    'A = "1"\nA += "2"\nA[doc] = "letters"\nL = "${@[1, 2]}"\ndo_x () {\n    :\n}\naddtask x after do_y\nBBCLASSEXTEND = "native"\n',
    { name: "tea_2.1.bb", files: { "classes/native.bbclass": 'A:append = " native"\n' } },
  );

  it("gives values, flags, tasks and history", () => {
    expect(recipe.value("A")).to.equal("1 2");
    expect(recipe.raw("PN")).to.contain("vars_from_file");
    expect([recipe.value("PN"), recipe.value("PV"), recipe.value("NOTHING")]).to.deep.equal([
      "tea",
      "2.1",
      null,
    ]);
    expect(recipe.flags("A")).to.deep.equal({ doc: "letters" });
    expect([...recipe.tasks]).to.deep.equal([["do_x", ["do_y"]]]);
    expect(recipe.history("A").map(({ op, line }) => [op, line])).to.deep.include.members([["set", 1]]);
    expect(recipe.text("A", "PV")).to.equal('A = "1 2"\nPV = "2.1"\n');
  });

  it("names the variants there are", () => {
    expect(() => evaluateRecipe("", {}, "native")).to.throw('no variant "native"; it has ""');
  });

  it("gives the error with its place", () => {
    const { message, detail } = errorOf('A = "1"\ninherit nothing\n');
    expect(message).to.contain("Could not inherit file classes/nothing.bbclass");
    expect([detail.file, detail.line]).to.deep.equal(["/layers/meta-test/recipes/test_1.0.bb", 2]);
    expect(() => errorOf('A = "1"\n')).to.throw("without an error");
  });

  it("compares with golden files and writes them", () => {
    const dir = mkdtempSync(join(tmpdir(), "sandbake-test-"));
    const file = join(dir, "deep/a.txt");
    try {
      expect(() => golden("a\nb\nc\n", file, { update: false })).to.throw("SANDBAKE_UPDATE=1");
      golden("a\nb\nc\n", file, { update: true });
      golden("a\nb\nc\n", file, { update: false });
      expect(() => golden("a\nB\nc\n", file, { update: false })).to.throw("- b\n+ B\n  c");
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it("shows what goes and what comes", () => {
    expect(lineDiff("a\nb\nc\nd\ne", "a\nc\nX\nd\ne")).to.deep.equal([
      "  a",
      "- b",
      "  c",
      "+ X",
      "  d",
      "  e",
    ]);
  });

  it("the example of docs/testing.md holds", () => {
    const text = readFileSync(join(import.meta.dirname, "../../docs/testing.md"), "utf8");
    const code = (/```ts\n([^]*?)```/.exec(text)?.[1] ?? "").replace(/^import .*\n/gm, "");
    const ran: string[] = [];
    const body = code.replace("(text: string)", "(text)");
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the documentation's own code
    const example = new Function("expect", "errorOf", "evaluateRecipe", "describe", "it", body);
    const it = (name: string, test: () => void): void => {
      test();
      ran.push(name);
    };
    example(expect, errorOf, evaluateRecipe, (_name: string, tests: () => void) => tests(), it);
    expect(ran).to.deep.equal(["is strong above two leaves", "boils first", "wants leaves"]);
  });
});
