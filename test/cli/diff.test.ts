/**
 * `sandbake diff`: two sides of one recipe. Both sides' values are held to BitBake's by test/layers/teapot.test.ts; here
 * they are read from its dumps.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { main } from "../../src/cli/program.js";

const root = join(import.meta.dirname, "../..");
const build = join(root, "examples/teapot/build");

function diff(...argv: string[]): { status: number; out: string; err: string } {
  let out = "";
  let err = "";
  const io = {
    out: (data: string | Uint8Array) => (out += String(data)),
    err: (text: string) => (err += text),
  };
  const status = main(["diff", "green-tea", "--build", build, "-q", ...argv], io);
  return { status, out, err };
}

/** The variables of green-tea in a dump by BitBake. */
function oracle(machine: string): Record<string, unknown> {
  const lines = readFileSync(join(root, `test/layers/oracle/teapot-${machine}.jsonl`), "utf8").split("\n");
  const records = lines
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { pn?: string; vars: Record<string, unknown> });
  const found = records.find(({ pn }) => pn === "green-tea");
  if (!found) throw new Error(`no green-tea in the dump for ${machine}`);
  return found.vars;
}

describe("diff", () => {
  it("between two machines: the variables that BitBake's dumps differ in, with their values", () => {
    const { status, out } = diff("--machine", "samovar", "--to-machine", "travel-mug", "--json");
    const { differences } = JSON.parse(out) as {
      differences: { area: string; name: string; from: unknown; to: unknown }[];
    };
    const [from, to] = [oracle("samovar"), oracle("travel-mug")];
    const own = /^_|BBINCLUDED|PARSED_WITH/; // _task_deps is told as tasks; the others name files of the checkout
    const expected = [...new Set([...Object.keys(from), ...Object.keys(to)])]
      .filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]) && !own.test(name))
      .sort();
    const told = differences.filter(({ area, name }) => area === "vars" && !own.test(name));
    expect(told.map(({ name }) => name).sort()).to.deep.equal(expected);
    expect(expected).to.include("INGREDIENTS");
    for (const { name, from: a, to: b } of told)
      expect([a, b], name).to.deep.equal([from[name] ?? null, to[name] ?? null]);
    expect(status).to.equal(0);
  });

  it("without a layer: what its bbappend added is gone", () => {
    const layer = join(root, "examples/teapot/meta-infusions");
    const { out } = diff("--without-layer", layer, "--only", "INGREDIENTS", "do_brew");
    expect(out).to.equal(
      'Variables (1):\n  INGREDIENTS\n    - "water sencha jasmine"\n    + "water sencha"\n\n' +
        "Functions whose text differs (1):\n  do_brew\n",
    );
  });

  it("the same twice: no difference; nothing to compare with: an error of usage that says what there is", () => {
    expect(diff("--to-machine", "samovar").out).to.equal("green-tea: no difference\n");
    const { status, err } = diff();
    expect(status).to.equal(2);
    expect(err).to.contain("--to-machine").and.contain("--without-layer");
  });
});
