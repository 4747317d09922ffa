/** Runs over layers: the same results from any number of threads and from the cache, and what makes kept results untrue. */
import { spawn } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { copyExample, runExample, type Outcome } from "./example.js";

describe("runs", function () {
  this.timeout(120_000);
  let folder: string;
  let cache: string;
  let first: Outcome;
  const bag = (): string => join(folder, "meta-teapot/recipes-extra/bag/bag_1.0.bb");

  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "runs-")));
    copyExample(folder);
    mkdirSync(join(folder, "meta-teapot/recipes-extra/bag"), { recursive: true });
    writeFileSync(
      bag(),
      'SUMMARY = "a bag"\nLICENSE = "MIT"\nrequire bag.inc\nHAS_NOTE = "${@os.path.exists(d.getVar("FILE_DIRNAME") + "/note")}"\n' +
        'PROVIDES += "bag-${HAS_NOTE}"\nFILE_DIRNAME = "${@os.path.dirname(d.getVar("FILE"))}"\n',
    );
    writeFileSync(join(folder, "meta-teapot/recipes-extra/bag/bag.inc"), 'PROVIDES += "bag-inc"\n');
    writeFileSync(
      join(folder, "meta-teapot/recipes-extra/bag/broken_1.0.bb"),
      'SUMMARY = "${@1/0}"\nPN = "${SUMMARY}"\npython () {\n    raise ValueError("torn")\n}\n',
    );
    cache = join(folder, "cache");
    first = await runExample(folder, 1, cache);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const again = (): Promise<Outcome> => runExample(folder, 1, cache);
  /** Results of files that `outcome` did not take from the cache differ from the first run in these only. */
  const differing = (outcome: Outcome): string[] =>
    outcome.files.filter((_, i) => outcome.results[i] !== first.results[i]);

  it("give the same results in the same order from one, two and four threads", async () => {
    expect(first.results.length).to.be.greaterThan(3);
    expect(first.results.filter((result) => result.includes('"error"'))).to.have.length(1);
    for (const jobs of [2, 4]) {
      const outcome = await runExample(folder, jobs);
      expect(outcome.results).to.deep.equal(first.results);
      expect(outcome.messages).to.deep.equal(first.messages);
    }
  });

  it("take from the cache what stands, without evaluating the configuration; failures are evaluated again", async () => {
    const broken = join(folder, "meta-teapot/recipes-extra/bag/broken_1.0.bb");
    const text = readFileSync(broken);
    let outcome = await again();
    expect(outcome.results).to.deep.equal(first.results);
    expect(outcome.cached).to.equal(first.files.length - 1);
    rmSync(broken);
    await again();
    outcome = await again();
    expect(outcome.configured).to.equal(false);
    expect(outcome.cached).to.equal(first.files.length - 1);
    writeFileSync(broken, text);
    expect((await again()).results).to.deep.equal(first.results);
  });

  it("notice a changed file, a file that comes to be, and that a touched one is the same", async () => {
    await again();
    const inc = join(folder, "meta-teapot/recipes-extra/bag/bag.inc");
    const text = readFileSync(inc, "utf8");
    writeFileSync(inc, 'PROVIDES += "bag-other"\n');
    let outcome = await again();
    expect(differing(outcome)).to.deep.equal([bag()]);
    expect(outcome.results[outcome.files.indexOf(bag())]).to.include('"bag-other"');
    expect(outcome.cached).to.equal(first.files.length - 2);
    writeFileSync(inc, text);
    expect((await again()).results).to.deep.equal(first.results);

    const note = join(folder, "meta-teapot/recipes-extra/bag/note");
    writeFileSync(note, "");
    outcome = await again();
    expect(differing(outcome)).to.deep.equal([bag()]);
    expect(outcome.results[outcome.files.indexOf(bag())]).to.include('"bag-True"');
    rmSync(note);
    expect((await again()).results).to.deep.equal(first.results);

    utimesSync(bag(), new Date(1_000_000_000_000), new Date(1_000_000_000_000));
    outcome = await again();
    expect(outcome.cached).to.equal(first.files.length - 1);
  });

  it("notice a new recipe, and a configuration that comes to another outcome", async () => {
    await again();
    const other = join(folder, "meta-teapot/recipes-extra/bag/string_1.0.bb");
    writeFileSync(other, 'SUMMARY = "a string"\nLICENSE = "MIT"\n');
    let outcome = await again();
    expect(outcome.files).to.include(other);
    expect(outcome.cached).to.equal(first.files.length - 1);
    rmSync(other);
    const local = join(folder, "build/conf/local.conf");
    const text = readFileSync(local, "utf8");
    appendFileSync(local, 'PREFERRED_VERSION_nothing = "1"\n');
    outcome = await again();
    expect(outcome.cached).to.equal(0);
    writeFileSync(local, text);
    expect((await again()).results).to.deep.equal(first.results);
  });

  it("do without a cache that is damaged, of another version, or cannot be written", async () => {
    const names = (end: string): string[] =>
      readdirSync(cache)
        .filter((name) => name.endsWith(end))
        .map((name) => join(cache, name));
    for (const damage of [
      () => {
        for (const path of names(".data")) truncateSync(path, 1000);
      },
      () => {
        for (const path of names(".index")) truncateSync(path, 1000);
      },
      () => {
        for (const path of names(".index"))
          writeFileSync(path, readFileSync(path, "utf8").replace(/^sandbake run \d+ /, "sandbake run 0 "));
      },
      () => {
        for (const path of names(".data")) rmSync(path);
      },
    ]) {
      await again();
      damage();
      expect((await again()).results).to.deep.equal(first.results);
    }
    const outcome = await runExample(folder, 1, "/dev/null/cache");
    expect(outcome.results).to.deep.equal(first.results);
  });

  it("leave a whole run behind or nothing", async () => {
    const own = join(folder, "own");
    await runExample(folder, 2, own, { most: 2 });
    expect(readdirSync(own)).to.deep.equal([]);
    await runExample(folder, 2, own);
    expect(readdirSync(own).map((name) => name.split(".").at(-1))).to.have.members(["data", "index"]);
  });

  it("survive being killed at any moment", async () => {
    const own = join(folder, "killed");
    for (let i = 0; i < 4; i++) {
      const child = spawn(
        process.execPath,
        ["--import=tsx", join(import.meta.dirname, "child.ts"), folder, own],
        { stdio: "ignore" },
      );
      const ended = new Promise((resolve) => child.once("exit", resolve));
      const timer = setTimeout(() => child.kill("SIGKILL"), 1500 + 1500 * i);
      await ended;
      clearTimeout(timer);
    }
    expect((await runExample(folder, 1, own)).results).to.deep.equal(first.results);
    expect((await runExample(folder, 1, own)).results).to.deep.equal(first.results);
  });
});
