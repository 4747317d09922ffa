/** A name that no recipe file is called by: the catalog of all recipes decides, as BitBake's providers do. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { mainAsync } from "../../src/cli/program.js";

describe("cli: provided names", () => {
  let dir: string;
  let cache: string;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), "sandbake-test-"));
    cache = join(dir, "cache");
    cpSync(join(import.meta.dirname, "../../examples/teapot"), dir, { recursive: true });
    const recipe = (name: string, text: string): void =>
      writeFileSync(join(dir, `meta-teapot/recipes-tea/kettle/${name}.bb`), `LICENSE = "MIT"\n${text}`);
    recipe("pot-iron_1.0", 'PROVIDES += "tetsubin"\nPACKAGES = "${PN} cast"\n');
    recipe("pot-iron_2.0", 'PROVIDES += "tetsubin"\n');
    recipe("pot-iron_3.0", 'PROVIDES += "tetsubin"\nDEFAULT_PREFERENCE = "-1"\n');
    recipe("pot-clay_1.0", 'PROVIDES += "kyusu"\npython () {\n    raise bb.parse.SkipRecipe("no clay")\n}\n');
    recipe("broken_1.0", "no statement\n");
  });
  after(() => {
    rmSync(dir, { recursive: true });
  });

  async function run(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
    let [out, err] = ["", ""];
    const status = await mainAsync([...argv, "--build", join(dir, "build"), "--cache-dir", cache], {
      out: (data) => (out += String(data)),
      err: (text) => (err += text),
    });
    return { status, out, err };
  }

  it("is the version that BitBake takes; the second time without evaluating recipes", async () => {
    const first = await run("getvar", "PV", "-r", "tetsubin", "--value");
    expect(first).to.include({ status: 0, out: "2.0\n" });
    expect(first.err).to.equal(
      "NOTE: no recipe file is called tetsubin: looking in all recipes who provides it\n",
    );
    rmSync(join(dir, "meta-teapot/recipes-tea/kettle/broken_1.0.bb"));
    await run("getvar", "PV", "-r", "tetsubin", "--value");
    expect(await run("getvar", "PV", "-r", "tetsubin", "--value")).to.deep.equal({
      status: 0,
      out: "2.0\n",
      err: "",
    });
  });

  it("works for every command about a recipe", async () => {
    expect((await run("env", "tetsubin", "--json")).out).to.contain('"pn": "pot-iron"');
    expect((await run("explain", "PV", "-r", "tetsubin")).out).to.contain("2.0");
    expect((await run("diff", "tetsubin", "--to-machine", "travel-mug", "--only", "MACHINE")).out).to.contain(
      "travel-mug",
    );
  });

  it("says what is missing: skipped providers, packages, names that look alike", async () => {
    const skipped = await run("env", "kyusu");
    expect(skipped.status).to.equal(1);
    expect(skipped.err).to.contain("Nothing PROVIDES 'kyusu'\npot-clay was skipped: no clay");
    expect((await run("env", "cast")).err).to.contain(
      "hint: A package is called cast; the recipe that makes it is pot-iron.",
    );
    expect((await run("env", "tetsubinn")).err).to.contain("Close matches:\n  tetsubin");
  });
});
