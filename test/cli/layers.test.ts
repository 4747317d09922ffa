/** `sandbake parse`, `versions` and `layers show-*` as commands: streams, JSON, exit codes, progress. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { mainAsync } from "../../src/cli/program.js";

const example = join(import.meta.dirname, "../../examples/teapot");

describe("cli: parse, versions, layers", () => {
  let root = "";
  before(() => {
    root = mkdtempSync(join(tmpdir(), "sandbake-layers-"));
    cpSync(example, root, { recursive: true });
  });
  after(() => rmSync(root, { recursive: true }));

  async function run(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
    let [out, err] = ["", ""];
    const io = {
      out: (data: string | Uint8Array) => void (out += String(data)),
      err: (text: string) => void (err += text),
    };
    const status = await mainAsync([...argv, "--build", join(root, "build")], io);
    return { status, out, err };
  }

  it("parse: BitBake's count line on stdout, progress in plain lines on stderr", async () => {
    const { status, out, err } = await run("parse");
    expect(out).to.match(
      /^Parsing of 3 \.bb files complete \(\d cached, \d parsed\)\. 3 targets, 0 skipped, 0 masked, 0 errors\.\n$/,
    );
    expect(err).to.contain("Parsing recipes: 100% (3/3)");
    expect(status).to.equal(0);
    expect((await run("parse", "--quiet")).err).to.equal("");
  });

  it("parse: a broken recipe is told, counted and ends in 1; the others are evaluated", async () => {
    const broken = join(root, "meta-teapot/recipes-tea/kettle/cracked_1.0.bb");
    writeFileSync(broken, "require nothing.inc\n");
    try {
      const { status, out, err } = await run("parse", "--json");
      expect(status).to.equal(1);
      const { schemaVersion, counts, failures } = JSON.parse(out) as {
        schemaVersion: number;
        counts: Record<string, number>;
        failures: { file: string; error: { code: string } }[];
      };
      expect(schemaVersion).to.equal(1);
      expect([counts["files"], counts["targets"], counts["errors"]]).to.deep.equal([4, 3, 1]);
      expect(failures.map(({ file }) => file)).to.deep.equal([broken]);
      expect(err)
        .to.contain("nothing.inc")
        .and.to.contain("Summary: There was 1 ERROR message, returning a non-zero exit code.");
    } finally {
      rmSync(broken);
    }
  });

  it("versions and listings, as text and as JSON", async () => {
    const text = (await run("versions", "--quiet")).out.split("\n");
    expect(text[0]).to.equal(
      "Recipe Name                                    Latest Version         Preferred Version          Required Version",
    );
    expect(text.some((line) => /^green-tea +:2\.1-r0 +$/.test(line))).to.equal(true);
    const { versions } = JSON.parse((await run("versions", "--json", "--quiet")).out) as {
      versions: { pn: string; latest: string }[];
    };
    expect(versions.map(({ pn }) => pn)).to.deep.equal(["green-tea", "kettle", "tea-tray"]);
    const { layers } = JSON.parse((await run("layers", "show-layers", "--json")).out) as {
      layers: { name: string; folder: string; priority: number }[];
    };
    expect(layers.map(({ name, folder, priority }) => [name, folder, priority])).to.deep.equal([
      ["teapot", "meta-teapot", 5],
      ["infusions", "meta-infusions", 6],
    ]);
    expect((await run("layers", "show-machines", "--bare")).out).to.equal("samovar\ntravel-mug\n");
    expect((await run("layers", "show-appends", "--quiet")).out).to.match(
      /green-tea_2\.1\.bb:\n {2}.*green-tea_%\.bbappend\n$/,
    );
  });

  it("a multiconfig that is not there is a mistake in the command line", async () => {
    const { status, err } = await run("versions", "--mc", "none", "--quiet");
    expect([status, err]).to.deep.equal([2, "sandbake: no multiconfig 'none': BBMULTICONFIG is not set\n"]);
  });
});
