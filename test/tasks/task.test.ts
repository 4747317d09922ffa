/** A task's datastore and the run of Python tasks, held to what tasks of real BitBake report (conformance/tasks/probe.sh). */
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SandbakeError } from "../../src/diagnostics/errors.js";
import type { Workspace } from "../../src/layers/workspace.js";
import { applyOutcome } from "../../src/tasks/outcome.js";
import { openRecipe, type Recipe } from "../../src/tasks/recipe.js";
import { openExample } from "../layers/example.js";

const data = join(import.meta.dirname, "data");
const probe = readFileSync(join(data, "probe_1.0.bb"), "utf8");
const theirs = (name: string): Record<string, string | null> =>
  JSON.parse(readFileSync(join(data, `${name}.json`), "utf8")) as Record<string, string | null>;

describe("tasks: a datastore for each", () => {
  let workspace: Workspace;
  let recipe: Recipe;
  before(() => {
    workspace = openExample("samovar", {
      "/example/meta-teapot/recipes-tea/probe_1.0.bb": probe,
      "/example/meta-teapot/classes/native.bbclass": "",
    });
    recipe = openRecipe(workspace, "probe");
  });

  /** What the task's own report says, of the names that BitBake's says something about. */
  function ours(name: string): Record<string, unknown> {
    const bytes = workspace.evaluator.host.readFile(`/example/build/tmp/probe/${name}.json`);
    const all = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    return Object.fromEntries(Object.keys(theirs(name)).map((key) => [key, all[key]]));
  }

  it("a Python task sees what it sees in BitBake", () => {
    recipe.task("do_probe").run();
    expect(ours("probe-probe")).to.deep.equal(theirs("probe-probe"));
    recipe.task("two_words").run();
    expect(ours("probe-two_words")).to.deep.equal(theirs("probe-two_words"));
  });

  it("a variant's task likewise", () => {
    openRecipe(workspace, "probe-native").task("two_words").run();
    expect(ours("probe-native-two_words")).to.deep.equal(theirs("probe-native-two_words"));
  });

  it("a run changes nothing but its outcome", () => {
    const { store } = recipe;
    const task = recipe.task("probe");
    const before = new Map(store.keys().map((key) => [key, store.getVar(key, false)]));
    const outcome = task.run();
    for (const [key, value] of before) expect(store.getVar(key, false), key).to.equal(value);
    expect(task.snapshot.get("FROM_MAIN")).to.equal(null);
    expect(task.snapshot.get("WORD")).to.equal("in probe appended");
    expect(recipe.task("two_words").snapshot.get("WORD")).to.equal("two");
    expect(recipe.store.getVar("WORD")).to.equal("plain");
    expect(outcome.snapshot.get("FROM_MAIN")).to.equal("main");
    expect(task.run().serialise()).to.equal(outcome.serialise());
  });

  it("the outcome says what was set, appended, deleted", () => {
    const changes = new Map(
      recipe
        .task("probe")
        .run()
        .changes()
        .map((change) => [change.variable, change]),
    );
    expect([...changes.keys()]).to.deep.equal([
      "FOLDER",
      "FROM_AFTER",
      "FROM_APPEND",
      "FROM_BEFORE",
      "FROM_MAIN",
      "RENAMED",
      "TO_APPEND",
      "TO_DELETE",
      "TO_RENAME",
      "WORD:task-probe",
    ]);
    expect(changes.get("TO_APPEND")).to.deep.include({ kind: "appended", before: "x", after: "y" });
    expect([...(changes.get("TO_APPEND")?.flags ?? [])]).to.deep.equal([["flag", [null, "1"]]]);
    expect(changes.get("TO_DELETE")).to.deep.include({ kind: "deleted", before: "y", after: null });
    expect(changes.get("FROM_MAIN")).to.deep.include({ kind: "set", before: null, after: "main" });
    expect(changes.get("WORD:task-probe")).to.deep.include({
      kind: "set",
      before: "in probe",
      after: "written",
    });
  });

  it("patches lead there and back; as JSON in another process too", () => {
    const task = recipe.task("probe");
    const { patches, inverse, snapshot, ...outcome } = task.run();
    expect(outcome).to.be.an("object");
    const there = task.snapshot.apply(patches);
    expect(there.get("TO_APPEND")).to.equal("xy");
    const back = there.apply(inverse);
    expect(back.get("TO_APPEND")).to.equal("x");
    expect(back.get("FROM_MAIN")).to.equal(null);

    const text = task.run().serialise();
    const elsewhere = openRecipe(
      openExample("samovar", { "/example/meta-teapot/recipes-tea/probe_1.0.bb": probe }),
      "probe",
    );
    const { functions } = elsewhere.workspace.evaluator.python;
    const again = applyOutcome(elsewhere.task("probe").snapshot, text, functions);
    for (const name of [...snapshot.keys()].filter((key) => !key.startsWith("_") && key !== "BB_ORIGENV")) {
      expect(functions.encode(again.get(name, false)), name).to.deep.equal(
        workspace.evaluator.python.functions.encode(snapshot.get(name, false)),
      );
      expect([...again.flags(name).keys()], name).to.deep.equal([...snapshot.flags(name).keys()]);
    }
    expect(() => applyOutcome(task.snapshot, "{}", functions)).to.throw(
      SandbakeError,
      /no serialised outcome/,
    );
  });

  it("variables can be brought along", () => {
    const outcome = recipe.task("two_words").run({ variables: new Map([["BB_TASKHASH", "abc"]]) });
    expect(outcome.changes().map((c) => c.variable)).not.to.include("BB_TASKHASH");
  });

  it("errors name task, file and line; a failed run leaves nothing", () => {
    expect(() => recipe.task("nonsense")).to.throw(
      SandbakeError,
      /Task do_nonsense does not exist for target probe/,
    );
    expect(() => recipe.task("shell").run()).to.throw(SandbakeError, /do_shell is a shell task/);
    const line = probe.split("\n").findIndex((text) => text.includes("steeped")) + 1;
    expect(() => recipe.task("fails").run()).to.throw(
      SandbakeError,
      `/example/meta-teapot/recipes-tea/probe_1.0.bb:${line}: ValueError: steeped too long`,
    );
    expect(recipe.task("fails").snapshot.get("LOST")).to.equal(null);
  });
});
