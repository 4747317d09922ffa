import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { compareDumps, parseVolatile, type DumpRecord, type Json } from "../../src/cli/compare.js";
import { main } from "../../src/cli/program.js";

const record = (vars: Record<string, Json>, more: Record<string, Json> = {}): DumpRecord => ({
  kind: "recipe",
  key: "a.bb",
  vars,
  flags: {},
  funcs: {},
  tasks: [],
  ...more,
});

function causes(ours: Record<string, Json>, theirs: Record<string, Json>): Record<string, string> {
  const { differences } = compareDumps([record(ours)], [record(theirs)]);
  return Object.fromEntries(differences.map(({ name, cause }) => [name, cause]));
}

describe("cli: comparing dumps", () => {
  it("names each difference by its cause", () => {
    const error = { error: "ExpansionError: x" };
    expect(
      causes(
        {
          SAME: "1",
          VALUE: "1",
          OURS: "1",
          TYPE: null,
          FAILS: error,
          WORKS: "1",
          BOTH: { error: "other words" },
        },
        { SAME: "1", VALUE: "2", THEIRS: "1", TYPE: "", FAILS: "1", WORKS: error, BOTH: error },
      ),
    ).to.deep.equal({
      VALUE: "value",
      OURS: "only in ours",
      THEIRS: "only in theirs",
      TYPE: "type",
      FAILS: "error in ours",
      WORKS: "error in theirs",
    });
  });

  it("counts what it compares", () => {
    const { areas } = compareDumps([record({ A: "1", B: "2" })], [record({ A: "1", B: "3", C: "4" })]);
    expect(areas.get("vars")).to.deep.equal({ equal: 1, total: 3 });
  });

  it("keeps strangers' names apart from JavaScript's", () => {
    const vars = JSON.parse('{"__proto__": "1", "constructor": "2"}') as Record<string, Json>;
    expect(causes(vars, JSON.parse('{"__proto__": "x"}') as Record<string, Json>)).to.deep.equal({
      ["__proto__"]: "value",
      constructor: "only in ours",
    });
  });

  it("compares sets of words as sets, and leaves out what it is told to", () => {
    const ours = [
      record({ W: "a b", COMBINED_FEATURES: "x y", T: "1" }, { skipped: "one of 'pam systemd'" }),
    ];
    const theirs = [
      record({ W: "b a", COMBINED_FEATURES: "y x", T: "2" }, { skipped: "one of 'systemd pam'" }),
    ];
    expect(compareDumps(ours, theirs).differences.map((d) => d.name)).to.deep.equal(["W", "T"]);
    const volatile = parseVolatile("# comment\nT\nword:W\nword:COMBINED_FEATURES\nword:skipped\n");
    expect(compareDumps(ours, theirs, volatile).differences).to.deep.equal([]);
    expect(compareDumps([record({ W: "a b" })], [record({ W: "a c" })], volatile).differences).to.have.length(
      1,
    );
  });

  it("takes the raw text of Python functions, the expanded one of shell functions", () => {
    const f = (python: boolean, raw: string, expanded: string): Json => ({
      python,
      raw_sha256: raw,
      sha256: expanded,
    });
    const compare = (a: Json, b: Json): number =>
      compareDumps([record({}, { funcs: { f: a } })], [record({}, { funcs: { f: b } })]).differences.length;
    expect(compare(f(true, "r", "1"), f(true, "r", "2"))).to.equal(0);
    expect(compare(f(false, "r", "1"), f(false, "r", "2"))).to.equal(1);
    expect(compare(f(true, "r", "1"), f(false, "r", "1"))).to.equal(1);
  });

  it("sees tasks in another order, other dependencies, and base hashes where both have them", () => {
    const task = (name: string, deps: string[], basehash: string | null): Json => ({ name, deps, basehash });
    const areas = (a: Json[], b: Json[]): string[] =>
      compareDumps([record({}, { tasks: a })], [record({}, { tasks: b })]).differences.map((d) => d.area);
    const [a, b] = [task("do_a", [], null), task("do_b", ["do_a"], "1")];
    expect(areas([a, b], [b, a])).to.deep.equal(["task order"]);
    expect(areas([a, b], [a, task("do_b", [], "1")])).to.deep.equal(["task deps"]);
    expect(areas([a, b], [a, task("do_b", ["do_a"], "2")])).to.deep.equal(["basehash"]);
    expect(areas([a], [task("do_a", [], "9")])).to.deep.equal([]);
  });

  it("reports records that only one side has, and failures", () => {
    const failed: DumpRecord = { kind: "failed", key: "b.bb", error: "broken" };
    const { records } = compareDumps([record({}), failed], [{ ...record({}), key: "b.bb" }]);
    expect(records.onlyOurs).to.deep.equal(["a.bb"]);
    expect(records.failed).to.deep.equal(["b.bb: broken"]);
  });

  it("the command: plain and gzip files, exit codes 0 and 1, figures and an example", () => {
    const dir = mkdtempSync(join(tmpdir(), "sandbake-test-"));
    try {
      const [a, b] = [join(dir, "a.jsonl"), join(dir, "b.jsonl.gz")];
      writeFileSync(a, `${JSON.stringify(record({ A: "1" }))}\n`);
      writeFileSync(b, gzipSync(`${JSON.stringify(record({ A: "2" }))}\n`));
      let out = "";
      const run = (...argv: string[]): number =>
        main(argv, { out: (data) => (out += String(data)), err: () => undefined });
      expect(run("compare", a, a)).to.equal(0);
      expect(run("compare", a, b)).to.equal(1);
      expect(out).to.match(/vars +0 of +1 equal +0\.000 %/);
      expect(out).to.match(/- vars A: value x1\n +in a\.bb\n +ours: +"1"\n +theirs: +"2"/);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
