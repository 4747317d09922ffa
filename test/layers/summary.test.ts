/** Summaries against BitBake's dump of the example, and through JSON and structured clone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { errorOf, failureOf } from "../../src/evaluate/failure.js";
import { EvaluationError, PythonError } from "../../src/evaluate/errors.js";
import { evaluateAll, type RecipeResult } from "../../src/layers/evaluate-all.js";
import { recipeKey, splitRecipeKey } from "../../src/layers/summary.js";
import { openExample } from "./example.js";

interface OracleRecord {
  readonly kind: string;
  readonly key: string;
  readonly vars: Record<string, string | null>;
  readonly tasks: readonly { name: string; deps: readonly string[] }[];
  readonly inherits: readonly string[];
}

async function all(more: Record<string, string> = {}, signal?: AbortSignal): Promise<RecipeResult[]> {
  const results: RecipeResult[] = [];
  for await (const result of evaluateAll(openExample("samovar", more), signal ? { signal } : {}))
    results.push(result);
  return results;
}

const words = (text: string | null | undefined): string[] => (text ?? "").split(/\s+/).filter(Boolean);

describe("layers: summaries", () => {
  it("hold what BitBake's dump of the example says", async () => {
    const oracle = readFileSync(join(import.meta.dirname, "oracle/teapot-samovar.jsonl"), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as OracleRecord)
      .filter(({ kind }) => kind === "recipe");
    const summaries = (await all()).flatMap((result) => ("summaries" in result ? result.summaries : []));
    const byKey = new Map(summaries.map((summary) => [summary.key, summary]));
    expect(byKey.size).to.equal(oracle.length);
    for (const { key, vars, tasks, inherits } of oracle) {
      const summary = byKey.get(key.replaceAll("${LAYERS}", "/example"));
      expect(summary?.pn).to.equal(vars["PN"]);
      expect([summary?.pe, summary?.pv, summary?.pr]).to.deep.equal([
        vars["PE"] ?? "",
        vars["PV"],
        vars["PR"],
      ]);
      expect(summary?.provides).to.include.members(words(vars["PROVIDES"]));
      expect(summary?.depends).to.deep.equal(words(vars["DEPENDS"]));
      expect(summary?.tasks.map(({ name, deps }) => ({ name, deps }))).to.deep.equal(
        tasks.map(({ name, deps }) => ({ name, deps })),
      );
      expect(summary?.inherits).to.deep.equal(
        inherits.map((path) => path.replaceAll("${LAYERS}", "/example")),
      );
    }
  });

  it("are plain data, in the order of the files", async () => {
    const results = await all();
    expect(structuredClone(results)).to.deep.equal(results);
    expect(JSON.parse(JSON.stringify(results))).to.deep.equal(results);
    expect(results.map(({ file }) => file)).to.deep.equal(openExample("samovar").files.recipes);
  });

  it("a broken recipe is a result among the others; what it said is with it", async () => {
    const broken = "/example/meta-teapot/recipes-tea/kettle/broken_1.0.bb";
    const text = 'python () {\n    bb.warn("steam")\n    d.getVar("X").strip()\n}\n';
    const results = await all({ [broken]: text });
    expect(results.filter((result) => "error" in result).map(({ file }) => file)).to.deep.equal([broken]);
    const result = results.find(({ file }) => file === broken);
    expect(result?.messages.map(({ level, message }) => [level, message])).to.deep.equal([["warn", "steam"]]);
    if (!result || !("error" in result)) throw new Error("no error");
    expect(result.error.kind).to.equal("python");
    expect(result.error.text).to.match(/AttributeError: 'NoneType' object has no attribute 'strip'/);
    expect([result.error.file, result.error.line]).to.deep.equal([broken, 3]);
    const again = errorOf(result.error);
    expect(again).to.be.instanceOf(PythonError);
    expect(failureOf(again)).to.deep.equal(result.error);
  });

  it("a failure gives the same error again", () => {
    const error = new EvaluationError("missing-file", "file x not found", "/a.bb", 3, undefined, "Look.");
    expect(failureOf(errorOf(failureOf(error)))).to.deep.equal(failureOf(error));
    expect(failureOf(errorOf(failureOf(new TypeError("x")))).message).to.equal("x");
  });

  it("end when the signal is aborted", async () => {
    const controller = new AbortController();
    controller.abort(new Error("enough"));
    const outcome = await all({}, controller.signal).catch((error: unknown) => error);
    expect(String(outcome)).to.equal("Error: enough");
  });

  it("keys are BitBake's names", () => {
    for (const [file, variant, mc, key] of [
      ["/a/b.bb", "", "", "/a/b.bb"],
      ["/a/b.bb", "native", "", "virtual:native:/a/b.bb"],
      ["/a/b.bb", "devupstream:target", "", "virtual:devupstream:target:/a/b.bb"],
      ["/a/b.bb", "native", "x", "mc:x:virtual:native:/a/b.bb"],
    ] as const) {
      expect(recipeKey(file, variant, mc)).to.equal(key);
      expect(splitRecipeKey(key)).to.deep.equal({ file, variant, mc });
    }
  });
});
