/** Whole runs through the public API: sandbake/node. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { RecipeResult } from "../../src/index.js";
import { evaluateBuild, openBuild, type EvaluateBuildOptions } from "../../src/node.js";
import { copyExample } from "./example.js";

describe("evaluateBuild", function () {
  this.timeout(60_000);
  let folder: string;
  let build: string;
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "build-")));
    copyExample(folder);
    build = join(folder, "build");
    writeFileSync(join(folder, "meta-teapot/recipes-tea/kettle/broken_1.0.bb"), "no statement\n");
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  async function all(options: EvaluateBuildOptions): Promise<RecipeResult[]> {
    const results: RecipeResult[] = [];
    for await (const result of evaluateBuild(build, options)) results.push(result);
    return results;
  }
  const plain = (results: readonly RecipeResult[]): unknown =>
    results.map((result) =>
      "error" in result
        ? [result.file, result.error.code]
        : [result.file, result.summaries, result.metadata?.map(({ name, license }) => [name, license])],
    );

  it("gives what a workspace gives, with any number of threads and from the cache", async () => {
    const first = await all({ jobs: 1, metadata: true });
    expect(first.map(({ file }) => file)).to.deep.equal(openBuild(build).files.recipes);
    expect(first.filter((result) => "error" in result).map(({ file }) => file)).to.deep.equal([
      join(folder, "meta-teapot/recipes-tea/kettle/broken_1.0.bb"),
    ]);
    const cache = join(folder, "cache");
    expect(plain(await all({ jobs: 2, metadata: true, cache }))).to.deep.equal(plain(first));
    const kept = await all({ jobs: 2, metadata: true, cache });
    expect(plain(kept)).to.deep.equal(plain(first));
    expect(kept.filter(({ cached }) => cached === true)).to.have.length(first.length - 1);
  });

  it("evaluates the files asked for, with hashes where they are wanted", async () => {
    const prefiles = [join(build, "hashes.conf")];
    writeFileSync(prefiles[0] ?? "", 'BB_SIGNATURE_HANDLER = "OEBasicHash"\n');
    const workspace = openBuild(build, { prefiles });
    workspace.computeSignatures = true;
    const { file, variant } = workspace.find("kettle");
    const [result, ...more] = await all({ files: [file], hashes: true, jobs: 2, prefiles });
    expect(more).to.deep.equal([]);
    const tasks = result !== undefined && "summaries" in result ? (result.summaries[0]?.tasks ?? []) : [];
    expect(tasks.length).to.be.greaterThan(0);
    for (const { name, basehash } of tasks) {
      expect(basehash).to.match(/^[0-9a-f]{64}$/);
      expect(basehash).to.equal(variant.signatures?.tasks.get(name)?.basehash);
    }
  });

  it("ends with the signal's reason, before it begins and within", async () => {
    const reason = new Error("enough");
    const failure = async (signal: AbortSignal, abort: () => void): Promise<unknown> => {
      let told = 0;
      try {
        for await (const result of evaluateBuild(build, { signal, jobs: 2 })) {
          void result;
          told++;
          abort();
        }
      } catch (error) {
        return [error, told];
      }
      return undefined;
    };
    expect(await failure(AbortSignal.abort(reason), () => undefined)).to.deep.equal([reason, 0]);
    const controller = new AbortController();
    expect(await failure(controller.signal, () => controller.abort(reason))).to.deep.equal([reason, 1]);
  });

  it("throws what is wrong with the configuration", async () => {
    try {
      await all({ prefiles: [join(folder, "nowhere.conf")] });
      expect.fail("nothing was thrown");
    } catch (error) {
      expect(String(error)).to.contain("nowhere.conf");
    }
  });
});
