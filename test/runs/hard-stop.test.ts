/** Faults that no counted limit sees: the recipe is a failure that names the limit, all others are evaluated. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { copyExample, runExample } from "./example.js";

describe("runs: the hard stop", function () {
  this.timeout(120_000);
  let folder: string;
  const recipes = (): string => join(folder, "meta-teapot/recipes-faults");
  const faulty = (name: string, file: string): void => {
    writeFileSync(join(recipes(), file), "tea\n");
    writeFileSync(
      join(recipes(), `${name}_1.0.bb`),
      `LICENSE = "MIT"\nHELD := "\${@open('${recipes()}/${file}').read()}"\n`,
    );
  };
  /** Results of the faulty recipes by name: "ok" or the failure's message. */
  const outcomes = async (jobs: number, limit: readonly string[] = []): Promise<Map<string, string>> => {
    const { files, results } = await runExample(folder, jobs, undefined, { limit, faulty: true });
    return new Map(
      files.map((file, i) => {
        const { error } = JSON.parse(results[i] ?? "") as { error?: { message: string } };
        return [file.replace(/.*\/|_[^_]*$/g, ""), error?.message ?? "ok"];
      }),
    );
  };

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "faults-")));
    copyExample(folder);
    mkdirSync(recipes(), { recursive: true });
    mkdirSync(join(recipes(), "x"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  for (const jobs of [1, 2]) {
    it(`ends what hangs, in whichever of ${jobs} thread${jobs === 1 ? "" : "s"}, and goes on`, async () => {
      faulty("hang", "hang");
      faulty("zeal", "calm");
      const said = await outcomes(jobs, ["seconds=2"]);
      expect(said.get("hang")).to.equal(`${recipes()}/hang_1.0.bb: limit reached: seconds (2)`);
      said.delete("hang");
      expect(said.size).to.be.greaterThan(3);
      expect([...new Set(said.values())]).to.deep.equal(["ok"]);
    });
  }

  it("replaces a worker whose heap is full", async () => {
    faulty("aaa", "heap");
    faulty("bbb", "heap");
    const said = await outcomes(2, ["heapBytes=150000000"]);
    const failed = [...said].filter(([, message]) => message !== "ok");
    expect(failed).to.have.length(1);
    expect(failed[0]?.[1]).to.match(/\/(aaa|bbb)_1\.0\.bb: limit reached: heapBytes \(150000000\)$/);
  });

  it("gives a worker an empty environment", async () => {
    writeFileSync(
      join(recipes(), "env_1.0.bb"),
      'LICENSE = "MIT"\npython () {\n    import os\n    if os.environ.get("SANDBAKE_TEST_SECRET"): bb.fatal("seen")\n}\n',
    );
    process.env["SANDBAKE_TEST_SECRET"] = "x";
    try {
      expect((await outcomes(2)).get("env")).to.equal("ok");
    } finally {
      delete process.env["SANDBAKE_TEST_SECRET"];
    }
  });
});
