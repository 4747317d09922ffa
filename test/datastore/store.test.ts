/** What the store promises beyond BitBake's answers: working alone, copies, caching, errors, snapshots. */
import { expect } from "chai";
import { LimitError, SandbakeError } from "../../src/diagnostics/errors.js";
import { DataStore, DataStoreError, ExpansionError } from "../../src/datastore/index.js";
import type { ExpressionEvaluator } from "../../src/datastore/index.js";
import { toyOptions } from "./replay.js";

function thrown(body: () => unknown): unknown {
  try {
    body();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Counts the evaluations of each code; `read NAME` reads a variable, `impure` and `fail` do what they say. */
function counting(): { counts: Map<string, number>; evaluator: ExpressionEvaluator } {
  const counts = new Map<string, number>();
  return {
    counts,
    evaluator: {
      evaluate(code, _variable, d) {
        counts.set(code, (counts.get(code) ?? 0) + 1);
        const [verb, name = ""] = code.split(" ");
        if (verb === "impure") d.noteImpure();
        if (verb === "fail") throw new RangeError("no");
        if (verb === "limit") throw new LimitError("steps", 1);
        if (verb === "read") return d.getVar(name);
        if (verb === "copy") return d.createCopy().getVar(name);
        return `${code}-${counts.get(code)}`;
      },
    },
  };
}

describe("DataStore alone", () => {
  it("works without an evaluator and says what it lacks", () => {
    const d = new DataStore();
    d.setVar("A", "a ${B}");
    d.setVar("B", "b");
    expect(d.getVar("A")).to.equal("a b");
    d.setVar("P", "${@1+1}");
    const error = thrown(() => d.getVar("P")) as ExpansionError;
    expect(error).to.be.instanceOf(ExpansionError);
    expect(error).to.be.instanceOf(SandbakeError);
    expect(error.code).to.equal("expansion-failed");
    expect(error.message).to.contain("without an evaluator").and.to.contain("variable P");
    expect(d.getVar("P", false)).to.equal("${@1+1}");
  });

  it("says that filters are missing", () => {
    const d = new DataStore();
    d.setVar("A", "a");
    d.setVarFilter("A", "sort(val)");
    expect(() => d.getVar("A")).to.throw(DataStoreError, "without filters");
  });

  it("takes options of getVar by name too", () => {
    const d = new DataStore();
    d.setVarFlag("A", "_defaultval", "${B}");
    expect(d.getVar("A", { expand: false })).to.equal("${B}");
    expect(d.getVar("A", { noweakdefault: true })).to.equal(null);
    d.setVar("A:append", "x");
    expect(d.getVar("A", { expand: false, parsing: true })).to.equal("${B}");
  });

  it("keeps values that are no strings as they are", () => {
    const d = new DataStore();
    const list = ["do_a"];
    d.setVar("L", list);
    expect(d.getVar("L")).to.equal(list);
    expect(d.createCopy().getVar("L", false)).to.equal(list);
    d.setVarFlag("L", "f", list);
    expect(d.getVarFlag("L", "f")).to.equal(list);
  });

  it("tells what a text referred to", () => {
    const { evaluator } = counting();
    const d = new DataStore({ evaluator });
    d.setVar("A", "${Deeper}");
    d.setVar("B", "x ${A} ${U} ${@read A}");
    const result = d.expandWithRefs(d.getVar("B", false) as string, "B");
    expect([...result.references].sort()).to.deep.equal(["A", "Deeper", "U"]); // what A left unexpanded is seen again
    expect([...result.python]).to.deep.equal(["read A"]);
    expect(result.unexpanded).to.equal("x ${A} ${U} ${@read A}");
    expect(result.value).to.equal("x ${Deeper} ${U} ${Deeper}");
  });

  it("collects warnings, or hands them on", () => {
    const d = new DataStore();
    d.setVar("A", "1");
    d.renameVar("A", "A");
    expect(d.messages.map((m) => m.code)).to.deep.equal(["rename-same"]);
    const seen: string[] = [];
    const e = new DataStore({ onMessage: (m) => seen.push(m.message) });
    e.renameVar("A", "A");
    expect(seen).to.deep.equal(["Calling renameVar with equivalent keys (A) is invalid"]);
  });
});

describe("DataStore's renamed variables", () => {
  it("are told, and mark the evaluation as failed", () => {
    const d = new DataStore({ renamedVariables: new Map([["BB_OLD", "BB_NEW"]]) });
    d.setVarFlag("BB_RENAMED_VARIABLES", "OLD", "NEW");
    d.setVarFlag("BB_RENAMED_VARIABLES", "OLD2", "is not supported");
    d.setVar("NEW", "x");
    expect(d.has("_FAILPARSINGERRORHANDLED")).to.equal(false);
    const copy = d.createCopy();
    copy.setVar("OLD", "x", { file: "f.bb", line: 3 });
    copy.setVar("OLD:append", "y", { file: "f.bb", line: 4 });
    copy.setVar("OLD2", "z");
    copy.setVar("BB_OLD", "z");
    // the texts are BitBake's, which tells the second one again without its place
    expect(d.messages.map((m) => m.message)).to.deep.equal([
      "Variable OLD has been renamed to NEW (file: f.bb line: 3)",
      "Variable OLD has been renamed to NEW (file: f.bb line: 4 referenced as: OLD:append)",
      "Variable OLD2 is not supported",
      "Variable BB_OLD has been renamed to BB_NEW",
    ]);
    expect(copy.getVar("_FAILPARSINGERRORHANDLED")).to.equal(true);
    expect(copy.getVar("OLD")).to.equal("xy");
  });
});

describe("DataStore errors", () => {
  it("show the chain of a cycle, the failing variable first", () => {
    const d = new DataStore();
    d.setVar("A", "${B}");
    d.setVar("B", "b ${C}");
    d.setVar("C", "${A}");
    d.setVar("TOP", "t ${A}");
    const error = thrown(() => d.getVar("TOP")) as ExpansionError;
    expect(error.chain).to.deep.equal(["C", "B", "A", "TOP"]);
    expect(error.message).to.equal(
      "Failure expanding variable C, expression was ${A} which triggered exception Exception: " +
        "variable A references itself!\nThe variable dependency chain for the failure is: C -> B -> A -> TOP",
    );
    d.setVar("C", "c");
    expect(d.getVar("TOP")).to.equal("t b c");
  });

  it("end a cycle through Python", () => {
    const { evaluator } = counting();
    const d = new DataStore({ evaluator });
    d.setVar("A", "${@read B}");
    d.setVar("B", "${@read A}");
    expect(() => d.getVar("A")).to.throw(ExpansionError, "references itself!");
  });

  it("end a text that writes itself, and one that does it twice", () => {
    const d = new DataStore(toyOptions);
    d.setVar("A", "x${@d.getVar('A', False)}");
    expect(() => d.getVar("A")).to.throw(ExpansionError, "does not come to an end");
    d.setVar("A", "x${@d.getVar('A', False)}${@d.getVar('A', False)}");
    expect(() => d.getVar("A")).to.throw(ExpansionError, "does not come to an end");
  });

  it("end a chain that is too deep, without the host's stack", () => {
    const d = new DataStore();
    for (let i = 0; i < 5000; i++) d.setVar(`N${i}`, `\${N${i + 1}}`);
    expect(() => d.getVar("N0")).to.throw(ExpansionError, "maximum recursion depth exceeded");
    expect(d.getVar("N4900")).to.equal("${N5000}");
  });

  it("let limits pass, and wrap the rest with its cause", () => {
    const { evaluator } = counting();
    const d = new DataStore({ evaluator });
    d.setVar("L", "${@limit}");
    d.setVar("F", "${@fail}");
    expect(thrown(() => d.getVar("L"))).to.be.instanceOf(LimitError);
    const error = thrown(() => d.getVar("F")) as ExpansionError;
    expect(error.cause).to.be.instanceOf(RangeError);
    expect(error.reason).to.deep.equal({ type: "RangeError", message: "no" });
  });

  it("are told once for OVERRIDES that never settle", () => {
    const d = new DataStore();
    d.setVar("OVERRIDES", "${MO}");
    d.setVar("MO", "a");
    d.setVar("MO:a", "b");
    d.setVar("MO:b", "a");
    d.setVar("X:a", "1");
    expect(() => d.getVar("X")).to.throw(DataStoreError, "stable state after 5 iterations");
    expect(() => d.getVar("X")).not.to.throw();
  });

  it("refuse writes to a frozen store", () => {
    const d = new DataStore();
    d.setVar("A", "a");
    d.freeze();
    expect(() => d.setVar("A", "b")).to.throw(DataStoreError, "frozen");
    expect(() => d.setVarFlag("A", "f", "b")).to.throw(DataStoreError, "frozen");
    const copy = d.createCopy();
    copy.setVar("A", "b");
    expect([d.getVar("A"), copy.getVar("A")]).to.deep.equal(["a", "b"]);
  });
});

describe("DataStore caching", () => {
  it("evaluates once until something it read is written", () => {
    const { counts, evaluator } = counting();
    const d = new DataStore({ evaluator });
    d.setVar("A", "a");
    d.setVar("P", "${@read A}");
    d.setVar("Q", "q ${P}");
    expect([d.getVar("Q"), d.getVar("P"), d.getVar("Q")]).to.deep.equal(["q a", "a", "q a"]);
    d.setVar("UNRELATED", "x");
    d.getVar("Q");
    expect(counts.get("read A")).to.equal(1);
    d.setVar("A", "a2");
    expect(d.getVar("Q")).to.equal("q a2");
    expect(counts.get("read A")).to.equal(2);
  });

  it("keeps an impure value until the next write only", () => {
    const { counts, evaluator } = counting();
    const d = new DataStore({ evaluator });
    d.setVar("I", "${@impure}");
    d.setVar("J", "${I}");
    expect([d.getVar("J"), d.getVar("J")]).to.deep.equal(["impure-1", "impure-1"]);
    d.setVar("UNRELATED", "x");
    expect(d.getVar("J")).to.equal("impure-2");
    expect(d.createCopy().getVar("J")).to.equal("impure-3");
    expect(counts.get("impure")).to.equal(3);
  });

  it("takes a value made with a copy for impure", () => {
    const { evaluator } = counting();
    const d = new DataStore({ evaluator });
    d.setVar("A", "1");
    d.setVar("C", "${@copy A}");
    expect(d.getVar("C")).to.equal("1");
    d.setVar("A", "2");
    expect(d.getVar("C")).to.equal("2");
  });

  it("computes what depends on the frozen base alone once for all copies", () => {
    const { counts, evaluator } = counting();
    const base = new DataStore({ evaluator });
    base.setVar("OVERRIDES", "pn-${PN}:machine");
    base.setVar("PN", "base");
    base.setVar("A", "a");
    base.setVar("A:machine", "am");
    base.setVar("SHARED", "${@read A}");
    base.setVar("OWN", "${@read PN}");
    base.freeze();
    for (const pn of ["x", "y", "z"]) {
      const recipe = base.createCopy();
      recipe.setVar("PN", pn);
      expect([recipe.getVar("SHARED"), recipe.getVar("OWN")]).to.deep.equal(["am", pn]);
    }
    expect([counts.get("read A"), counts.get("read PN")]).to.deep.equal([1, 3]);
    const other = base.createCopy();
    other.setVar("A:pn-w", "aw");
    other.setVar("PN", "w");
    expect(other.getVar("SHARED")).to.equal("am");
    other.setVar("OVERRIDES", "machine:pn-${PN}");
    expect(other.getVar("SHARED")).to.equal("aw");
    expect(base.createCopy().getVar("SHARED")).to.equal("am");
  });

  it("forgets what a function of the metadata made when that is defined again", () => {
    let answer = "one";
    const d = new DataStore({ evaluator: { evaluate: () => answer } });
    d.setVar("A", "${@f(d)}");
    expect(d.getVar("A")).to.equal("one");
    answer = "two";
    expect(d.getVar("A")).to.equal("one");
    d.functionDefined("f");
    expect(d.getVar("A")).to.equal("two");
  });

  it("copies without looking at the names", () => {
    const d = new DataStore();
    for (let i = 0; i < 20_000; i++) d.setVar(`N${i}`, "x");
    d.freeze();
    const start = performance.now();
    for (let i = 0; i < 1000; i++) d.createCopy().setVar("N1", "y");
    expect(performance.now() - start).to.be.below(2000); // 20 million entries copied would take a minute
    expect(d.getVar("N1")).to.equal("x");
  });

  it("stays right over more copies than the chain of layers is long", () => {
    let d = new DataStore();
    d.setVar("A", "0");
    d.setVar("B", "b ${A}");
    for (let i = 1; i <= 40; i++) {
      const before = d;
      d = d.createCopy();
      d.setVar("A", String(i));
      d.setVar(`N${i}`, `\${B} ${i}`);
      expect(d.getVar(`N${i}`)).to.equal(`b ${i} ${i}`);
      expect(before.getVar("B")).to.equal(`b ${i - 1}`);
    }
    expect(d.getVar("N1")).to.equal("b 40 1");
    expect(d.keys()).to.have.length(42);
  });
});

describe("DataStore history", () => {
  it("asks for the caller's place when an operation names none", () => {
    const d = new DataStore({
      tracking: true,
      callerDetails: () => ({ file: "x.bbclass", line: 7, func: "f" }),
    });
    d.setVar("A", "a");
    d.setVar("A", "b", { file: "y.bb", line: 2 });
    expect(d.emitVar("A", true)).to.equal(
      '#\n# $A [2 operations]\n#   set x.bbclass:7 [f]\n#     "a"\n#   set y.bb:2\n#     "b"\n' +
        '# pre-expansion value:\n#   "b"\nA="b"\n',
    );
  });

  it("parts with a copy", () => {
    const d = new DataStore({ tracking: true });
    d.setVar("A", "a");
    const copy = d.createCopy();
    copy.setVar("A", "b");
    d.setVar("A", "c");
    expect(d.history("A").map((e) => e.detail)).to.deep.equal(["a", "c"]);
    expect(copy.history("A").map((e) => e.detail)).to.deep.equal(["a", "b"]);
    copy.disableTracking();
    copy.setVar("A", "d");
    expect(copy.history("A")).to.have.length(2);
    expect(d.tracking).to.equal(true);
  });

  it("keeps which file included which", () => {
    const d = new DataStore();
    d.include("a.bb", () => {
      d.include("b.inc", () => expect(d.inchistory.current()).to.equal("b.inc"));
      d.createCopy().include("not-ours.inc", () => undefined);
    });
    expect(d.inchistory.tree()).to.deep.equal([
      { file: "a.bb", children: [{ file: "b.inc", children: [] }] },
    ]);
  });
});

describe("DataStore snapshots", () => {
  it("give edits whose patches name what changed, and nothing else", () => {
    const d = new DataStore();
    d.setVar("A", "a ${B}");
    d.setVar("B", "b");
    d.setVarFlag("A", "f", "1");
    const first = d.snapshot();
    d.setVar("B", "later");
    expect(first.get("A")).to.equal("a b");

    const one = first.edit((s) => s.setVar("B", "b2"));
    expect([first.get("A"), one.snapshot.get("A")]).to.deep.equal(["a b", "a b2"]);
    const two = one.snapshot.edit((s) => {
      s.setVar("B", "b3");
      s.setVarFlag("A", "g", "2");
    });
    expect(two.patches.map((patch) => patch.path.slice(0, 3))).to.deep.include(["records", "B", "content"]);
    expect(two.patches.map((patch) => patch.path[1])).to.have.members(["A", "B"]);
    expect([...two.snapshot.flags("A")]).to.deep.equal([
      ["f", "1"],
      ["g", "2"],
    ]);
    expect(two.snapshot.apply(two.inverse).get("A")).to.equal("a b2");
    expect(first.apply(one.patches).apply(two.patches).get("A")).to.equal("a b3");
    expect(one.snapshot.getFlag("A", "g")).to.equal(null);
    expect(two.snapshot.keys()).to.have.members(["A", "B"]);
    expect(two.snapshot.expand("${A}!")).to.equal("a b3!");
    expect(two.snapshot.has("C")).to.equal(false);
  });

  it("carry filters", () => {
    const d = new DataStore(toyOptions);
    d.setVar("A", "b a");
    const { snapshot, inverse } = d.snapshot().edit((s) => s.setVarFilter("A", "sort(val)"));
    expect([snapshot.get("A"), snapshot.apply(inverse).get("A")]).to.deep.equal(["a b", "b a"]);
  });

  it("cost what they touch", () => {
    const d = new DataStore();
    for (let i = 0; i < 20_000; i++) d.setVar(`N${i}`, "x");
    let snapshot = d.snapshot();
    const start = performance.now();
    for (let i = 0; i < 100; i++) snapshot = snapshot.edit((s) => s.setVar("N7", String(i))).snapshot;
    expect(performance.now() - start).to.be.below(1000);
    expect(snapshot.get("N7")).to.equal("99");
  });
});
