/**
 * The bundled example layers, value by value against what real BitBake makes of them. The expected dumps were written by
 * the oracle script from a copy of examples/teapot at /example (see conformance/README.md).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { compareDumps, type DumpRecord } from "../../src/cli/compare.js";
import { dumpRecords } from "../../src/cli/commands/dump.js";
import { openExample } from "./example.js";

describe("layers: recipes that ask to be skipped", () => {
  const file = "/example/meta-teapot/recipes-tea/kettle/spout_1.0.bb";
  const raise = (reason: string): string => `raise bb.parse.SkipRecipe("${reason}")`;

  it("while they are read: the recipe alone, its store as far as it came, __SKIPPED True", () => {
    const text = `A1 = "1"\ndef skip(d):\n    ${raise("early")}\n\nA2 := "\${@skip(d)}"\nA3 = "1"\nBBCLASSEXTEND = "native"\n`;
    const workspace = openExample("samovar", { [file]: text });
    const variants = workspace.evaluate(file);
    expect(variants.map(({ name, skipped }) => [name, skipped])).to.deep.equal([["", "early"]]);
    const read = ["A1", "A2", "A3", "__SKIPPED"].map((name) => variants[0]?.store.getVar(name, false));
    expect(read).to.deep.equal(["1", null, null, true]);
  });

  it("when they are finished: each variant has its reason", () => {
    const more = {
      [file]: `BBCLASSEXTEND = "native"\npython () {\n    if not d.getVar("CUT"):\n        ${raise("no cut")}\n}\n`,
      "/example/meta-teapot/classes/native.bbclass": 'CUT = "1"\n',
    };
    const variants = openExample("samovar", more).evaluate(file);
    expect(variants.map(({ name, skipped }) => [name, skipped])).to.deep.equal([
      ["", "no cut"],
      ["native", undefined],
    ]);
    expect(variants[0]?.store.getVar("__SKIPPED", false)).to.equal("no cut");
  });
});

describe("layers: a hash equivalence server of BitBake's own", () => {
  // Real BitBake's values (`bitbake -e` with these lines).
  for (const [text, expected] of [
    ['BB_HASHSERVE = "auto"', "unix:///example/build/hashserve.sock"],
    ['BB_HASHSERVE ??= "${HOW}"\nHOW = "auto"', "unix:///example/build/hashserve.sock"],
    ['BB_HASHSERVE = "hashes:8686"', "hashes:8686"],
    ['BB_HASHSERVE = ""', ""],
  ] as const)
    it(text.replace("\n", "; "), () => {
      const file = "/example/meta-teapot/recipes-tea/kettle/spout_1.0.bb";
      const workspace = openExample("samovar", {
        "/example/build/conf/local.conf": `MACHINE = "samovar"\nDISTRO = "afternoon"\n${text}\n`,
        [file]: 'SEEN := "${BB_HASHSERVE}"\n',
      });
      const recipe = workspace.evaluate(file)[0];
      expect(workspace.configuration.getVar("BB_HASHSERVE")).to.equal(expected);
      expect(recipe?.store.getVar("SEEN")).to.equal(expected);
    });
});

describe("layers: immediate expansion", () => {
  it("loses what its Python sets, as BitBake does; lazy expansion keeps it", () => {
    const file = "/example/meta-teapot/recipes-tea/kettle/spout_1.0.bb";
    const text = [
      'A1 := "${@d.setVar("B1", "1") or "x"}"',
      'A2 = "${@d.setVar("B2", "1") or "x"}"',
      'A3 := "${A2}"',
      "",
    ].join("\n");
    const { store } = openExample("samovar", { [file]: text }).find("spout").variant;
    // Answered by BitBake for the same text.
    const read = ["A1", "B1", "A3", "B2", "A2", "B2"].map((name) => store.getVar(name));
    expect(read).to.deep.equal(["x", null, "x", null, "x", "1"]);
  });
});

describe("layers: the example equals BitBake", () => {
  it("a dump is the same to the byte in another run", () => {
    const text = (): string =>
      [...dumpRecords(openExample("samovar"), ["*"])].map((r) => JSON.stringify(r)).join("\n");
    expect(text()).to.equal(text());
  });

  for (const machine of ["samovar", "travel-mug"]) {
    it(`MACHINE = ${machine}`, () => {
      const expected = readFileSync(join(import.meta.dirname, `oracle/teapot-${machine}.jsonl`), "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as DumpRecord);
      const ours = [...dumpRecords(openExample(machine), ["*"], "/example")].map(
        (record) => JSON.parse(JSON.stringify(record)) as DumpRecord,
      );
      const result = compareDumps(ours, expected);
      expect(result.records).to.deep.equal({ compared: 4, onlyOurs: [], onlyTheirs: [], failed: [] });
      expect(result.differences).to.deep.equal([]);
      expect(result.areas.get("vars")?.total).to.be.greaterThan(200);
    });
  }
});
