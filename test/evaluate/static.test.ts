/** Static mode: what it calls known is what the full evaluation gives; what it does not know has a cause with a place. */
import { expect } from "chai";
import type { DataStore } from "../../src/datastore/index.js";
import { startPython } from "../../src/evaluate/python.js";
import { staticVariable, type StaticVariable } from "../../src/evaluate/static/report.js";
import { startStatic, type StaticPython } from "../../src/evaluate/static/side.js";
import { Workspace } from "../../src/layers/workspace.js";
import { exampleHost } from "../layers/example.js";

const topdir = "/example/build";

/** The example with more files, followed without running Python. */
function follow(more: Record<string, string>): {
  followed: Workspace;
  variable: (store: DataStore, name: string) => StaticVariable;
} {
  let python: StaticPython | undefined;
  const host = exampleHost("samovar", more);
  const followed = new Workspace({
    host,
    topdir,
    startPython: (log) => {
      const started = startStatic(host, log);
      ({ python } = started);
      return started;
    },
  });
  return { followed, variable: (store, name) => staticVariable(store, name, python as StaticPython) };
}

/** Both evaluations of a recipe in the example layers; `text` replaces the recipe kettle. */
function both(
  text?: string,
  name = "kettle",
): { known: (v: string) => StaticVariable; full: () => Map<string, unknown> } {
  const more: Record<string, string> =
    text === undefined ? {} : { "/example/meta-teapot/recipes-tea/kettle/kettle_1.0.bb": text };
  const { followed, variable } = follow(more);
  const real = exampleHost("samovar", more);
  const run = new Workspace({ host: real, topdir, startPython: (log) => startPython({ host: real, log }) });
  const store = followed.find(name).variant.store;
  const values = (): Map<string, unknown> => {
    const { variant } = run.find(name);
    const found = new Map<string, unknown>();
    for (const key of variant.store.keys()) {
      if (key.startsWith("__") || variant.store.getVarFlag(key, "func", false)) continue;
      const value = variant.store.getVar(key);
      if (typeof value === "string" || value === null) found.set(key, value);
    }
    return found;
  };
  return { known: (v) => variable(store, v), full: values };
}

/** No known value is wrong; gives the names that are not known. */
function check({ known, full }: ReturnType<typeof both>): string[] {
  const rest: string[] = [];
  for (const [name, value] of full()) {
    const variable = known(name);
    if (variable.state === "known") expect(variable.value, name).to.equal(value);
    else rest.push(name);
  }
  return rest;
}

describe("static mode", () => {
  it("the example's recipes, values as the full evaluation gives them", () => {
    for (const name of ["green-tea", "tea-tray"]) {
      const evaluated = both(undefined, name);
      const rest = check(evaluated);
      expect(rest.length, `${name}: ${rest.join(" ")}`).to.be.below(evaluated.full().size * 0.15);
    }
  });

  it("follows writes, conditions, loops, functions, lookups and texts", () => {
    const evaluated = both(`
LICENSE = "MIT"
FEATURES = "steam whistle"
A = "\${@bb.utils.contains('FEATURES', 'steam', 'yes', 'no', d)}"
B = "\${@'-'.join(sorted(d.getVar('FEATURES').split()))}"
C = "\${@len([f for f in d.getVar('FEATURES').split() if f.startswith('w')])}"
D = "\${@helper(d, 'x')}"
LOOP = ""
def helper(d, word):
    found = {}
    for i, name in enumerate(d.getVar("FEATURES").split()):
        found[name] = "%s%d" % (word, i)
    return " ".join(found[k] for k in sorted(found))
python () {
    import re
    for feature in d.getVar("FEATURES").split():
        d.appendVar("LOOP", " " + feature.upper())
        d.setVarFlag("FLAGGED", feature, "1")
    if bb.utils.contains("FEATURES", "whistle", True, False, d):
        d.setVar("E", re.sub(r"[aeiou]+", "_", d.getVar("FEATURES")))
    else:
        d.setVar("E", "never")
    try:
        d.setVar("F", {}["missing"])
    except KeyError:
        d.setVar("F", "caught")
    d.renameVar("C", "RENAMED")
    d.delVar("GONE")
}
GONE = "here"
`);
    const rest = check(evaluated);
    for (const name of ["A", "B", "D", "E", "F", "LOOP", "RENAMED", "GONE"]) {
      expect(evaluated.known(name).state, name).to.equal("known");
    }
    expect(rest).not.to.include("LICENSE");
    expect(evaluated.known("LOOP")).to.deep.equal({ state: "known", value: " STEAM WHISTLE" });
  });

  it("follows the list of tasks, as long as it is sure what is in it", () => {
    const asked = `
    d.setVar("BEFORE", " ".join(sorted(bb.build.preceedtask("do_build", True, d))))
    d.setVar("NONE", str(len(bb.build.preceedtask("do_no_task", True, d))))
    d.setVar("LISTED", " ".join(bb.build.listtasks(d)))
    d.setVar("BETWEEN", " ".join(sorted(bb.build.tasksbetween("do_x", "do_build", d))))
    d.setVar("AFTER", "yes")
}
`;
    const names = ["BEFORE", "NONE", "LISTED", "BETWEEN"];
    const states = (text: string): string[] => {
      const evaluated = both(`LICENSE = "MIT"\naddtask x before do_build\naddtask z\n${text}${asked}`);
      check(evaluated);
      expect(evaluated.known("AFTER")).to.deep.equal({ state: "known", value: "yes" });
      return names.map((name) => evaluated.known(name).state);
    };
    const known = names.map(() => "known");
    const unknown = names.map(() => "unknown");
    expect(states("python () {")).to.deep.equal(known);
    expect(
      states(
        'python () {\n    bb.build.addtask("do_y", before="do_build", after="do_x", d=d)\n    bb.build.deltask("do_z", d)',
      ),
    ).to.deep.equal(known);
    for (const call of [
      'addtask("do_y", "do_build", "do_x", d)',
      'addtask("do_y", before=None, after=None, d=d)',
      'deltask("do_z", d)',
    ]) {
      const unsure = `python () {\n    if time.time() > 5:\n        bb.build.${call}`;
      expect(states(unsure), call).to.deep.equal(unknown);
    }
    const ofUnknown = 'python () {\n    bb.build.addtask("do_y", "do_build", "do_t%d" % int(time.time()), d)';
    expect(states(ofUnknown)).to.deep.equal(unknown);
  });

  it("goes on where a server's address is not known", () => {
    const { followed, variable } = follow({
      "/example/build/conf/local.conf":
        'MACHINE = "samovar"\nDISTRO = "afternoon"\nBB_HASHSERVE = "${@str(time.time())}"\n',
    });
    const state = (name: string): string => variable(followed.configuration, name).state;
    expect(["BB_HASHSERVE", "MACHINE"].map(state)).to.deep.equal(["unknown", "known"]);
  });

  it("a condition that is not known makes what either way writes unknown, with the line", () => {
    const text = `
LICENSE = "MIT"
EITHER = "before"
SURE = "sure"
PARTLY = "known then \${@time.time()} and \${LICENSE}"
python () {
    if time.time() > 5:
        d.setVar("EITHER", "one")
    else:
        d.setVar("OTHER", "two")
    d.setVar("AFTER", "yes")
}
`;
    const evaluated = both(text);
    check(evaluated);
    const either = evaluated.known("EITHER");
    expect(either.state).to.equal("unknown");
    if (either.state === "unknown") {
      expect(either.cause.reason).to.equal("EITHER may be written here");
      expect(either.cause.file).to.equal("/example/meta-teapot/recipes-tea/kettle/kettle_1.0.bb");
      expect(either.cause.line).to.equal(text.split("\n").findIndex((line) => line.includes('"one"')) + 1);
    }
    expect(evaluated.known("OTHER").state).to.equal("unknown");
    expect(evaluated.known("SURE")).to.deep.equal({ state: "known", value: "sure" });
    expect(evaluated.known("AFTER")).to.deep.equal({ state: "known", value: "yes" });
    const partly = evaluated.known("PARTLY");
    expect(partly.state).to.equal("partly");
    if (partly.state === "partly") expect(partly.parts).to.deep.equal(["known then ", null, " and MIT"]);
  });

  it("a call that is not followed and has the datastore makes everything unknown", () => {
    const { known } = both(`
LICENSE = "MIT"
python () {
    import subprocess
    subprocess.check_output(d)
}
`);
    const variable = known("LICENSE");
    expect(variable.state).to.equal("unknown");
    if (variable.state === "unknown")
      expect(variable.cause).to.deep.include({
        reason: "subprocess.check_output() may write any variable",
        line: 5,
      });
  });

  it("a skip that is not sure leaves nothing known; a name that is not known neither", () => {
    expect(
      both(
        `LICENSE = "MIT"\npython () {\n    if time.time() > 5:\n        raise bb.parse.SkipRecipe("late")\n}\n`,
      ).known("LICENSE").state,
    ).to.equal("unknown");
    expect(
      both(`LICENSE = "MIT"\npython () {\n    d.setVar(str(time.time()), "x")\n}\n`).known("LICENSE").state,
    ).to.equal("unknown");
  });

  it("what a try statement guards may have raised anywhere", () => {
    const evaluated = both(`
LICENSE = "MIT"
python () {
    try:
        time.time()
        d.setVar("A", "1")
    except Exception:
        d.setVar("B", "1")
    d.setVar("C", "1")
}
`);
    check(evaluated);
    expect(["A", "B", "C"].map((name) => evaluated.known(name).state)).to.deep.equal([
      "unknown",
      "unknown",
      "known",
    ]);
  });
});
