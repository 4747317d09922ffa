/** The example for embedders runs and prints what its comment promises; the public API opens a real build directory too. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { openBuild } from "sandbake/node";

const root = join(import.meta.dirname, "../..");

describe("the public API", () => {
  it("examples/embed.ts", () => {
    const run = spawnSync(process.execPath, ["--import", "tsx", "examples/embed.ts"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(run.stderr).to.equal("");
    expect(run.stdout.split("\n")).to.deep.equal([
      "milk and chocolate",
      "  set in /layer/cocoa_1.0.bb, line 1",
      "  :append[hot] in /layer/cocoa_1.0.bb, line 2",
      "",
    ]);
  });

  it("openBuild: a build directory on disk", () => {
    const workspace = openBuild(join(root, "examples/teapot/build"), {
      read: [join(root, "examples/teapot")],
    });
    expect(workspace.find("green-tea").variant.store.getVar("WATER_TEMPERATURE")).to.equal("80");
  });
});
