/** Outcomes of inline Python are kept by what was read, and only where that is all. */
import { expect } from "chai";
import { DataStore } from "../../src/datastore/index.js";

interface Setup {
  readonly store: DataStore;
  /** The expressions evaluated, in order. */
  readonly evaluated: string[];
  /** What expressions may name besides. */
  seen: unknown;
  deeds: number;
}

/** An expression is a list of steps that give texts: `A`, `raw A`, `flag A`, `has A`, `set`, `deed`, `copy`, `fail`. */
function setup(values: Readonly<Record<string, string>>): Setup {
  const evaluated: string[] = [];
  const state: Setup = { store: undefined as unknown as DataStore, evaluated, seen: "f", deeds: 0 };
  const step = (words: readonly string[], store: DataStore): unknown => {
    const [what = "", name = ""] = words;
    if (what === "raw") return store.getVar(name, false);
    if (what === "flag") return store.getVarFlag(name, "f");
    if (what === "has") return store.hasOverrides(name);
    if (what === "copy") return store.createCopy().getVar(name);
    if (what === "deed") return ++state.deeds;
    if (what === "set") store.setVar("OTHER", "x");
    if (what === "fail") throw new Error("failed");
    return what === "set" ? "" : store.getVar(what);
  };
  const store = new DataStore({
    evaluator: {
      evaluate: (code, _variable, d) => {
        evaluated.push(code);
        return code
          .split(", ")
          .map((one) => String(step(one.split(" "), d)))
          .join("-");
      },
      surroundings: { of: () => [state.seen], deeds: () => state.deeds },
    },
  });
  for (const [name, value] of Object.entries(values)) store.setVar(name, value);
  store.freeze();
  return Object.assign(state, { store });
}

/** Values of V in copies of the store, each after some writes. */
function inCopies({ store }: Setup, ...writes: readonly Readonly<Record<string, string>>[]): unknown[] {
  return writes.map((own) => {
    const copy = store.createCopy();
    // As each recipe does: nothing that is kept in the configuration is used.
    for (const [name, value] of Object.entries({ V: String(store.getVar("V", false)), ...own }))
      copy.setVar(name, value);
    return copy.getVar("V");
  });
}

describe("outcomes of inline Python", () => {
  it("are kept by the values read, in the order read", () => {
    const made = setup({ V: "<${@A, raw B}>", A: "${C}", B: "b0", C: "1" });
    const values = inCopies(made, {}, { C: "2" }, { A: "2" }, { C: "1", A: "1" }, { B: "b" }, {});
    expect(values).to.deep.equal(["<1-b0>", "<2-b0>", "<2-b0>", "<1-b0>", "<1-b>", "<1-b0>"]);
    expect(made.evaluated).to.have.length(3);
  });

  it("hold for objects that the expression names", () => {
    const made = setup({ V: "${@A}", A: "1" });
    expect(inCopies(made, {}, {})).to.deep.equal(["1", "1"]);
    made.seen = "g";
    expect(inCopies(made, {})).to.deep.equal(["1"]);
    made.seen = "f";
    expect(inCopies(made, {})).to.deep.equal(["1"]);
    expect(made.evaluated).to.have.length(2);
  });

  it("serve OVERRIDES, which is computed anew when what they read is written", () => {
    const made = setup({ OVERRIDES: "${@A}", A: "x", V: "${@A}", W: "w", "W:x": "wx", "W:y": "wy" });
    const copy = made.store.createCopy();
    const values = ["y", "x", "y", "z"].map((a) => {
      copy.setVar("A", a);
      return [copy.getVar("V"), copy.getVar("W")];
    });
    expect(values).to.deep.equal([
      ["y", "wy"],
      ["x", "wx"],
      ["y", "wy"],
      ["z", "w"],
    ]);
    // Once while the store was frozen, then once for each value of A.
    expect(made.evaluated).to.deep.equal(["A", "A", "A", "A"]);
  });

  for (const code of ["flag A", "has A", "copy A", "set", "deed"]) {
    it(`are not kept of \${@${code}}`, () => {
      const made = setup({ V: `\${@A, ${code}}`, A: "1" });
      inCopies(made, {}, {}, {});
      expect(made.evaluated).to.have.length(3);
    });
  }

  it("are not kept when they failed", () => {
    const made = setup({ V: "${@A, fail}", A: "1" });
    for (let i = 0; i < 2; i++) expect(() => inCopies(made, {})).to.throw("failed");
    expect(made.evaluated).to.have.length(2);
  });

  it("are made of what a kept one is made of: a write is seen", () => {
    const made = setup({ V: "${@A}", A: "${C}", C: "1" });
    const [first, second] = [made.store.createCopy(), made.store.createCopy()];
    for (const copy of [first, second]) {
      copy.setVar("V", "${@A}");
      expect(copy.getVar("V")).to.equal("1");
    }
    expect(made.evaluated).to.have.length(1);
    second.setVar("C", "2");
    expect(second.getVar("V")).to.equal("2");
    first.setVar("A", "3");
    expect(first.getVar("V")).to.equal("3");
    first.createCopy().setVar("A", "4");
    expect(first.getVar("V")).to.equal("3");
  });

  it("leave a name that leads to itself an error", () => {
    const made = setup({ V: "${@A}", A: "${@B}", B: "${A}" });
    expect(() => inCopies(made, {})).to.throw("references itself");
  });
});
