/** `sandbake watch`: what is saved is evaluated again, as a person or an editor saves it. */
import { spawn } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { mainAsync } from "../../src/cli/program.js";

interface Line {
  readonly schemaVersion: number;
  readonly event: string;
  readonly recipe: string;
  readonly paths: readonly string[];
  readonly differences?: readonly { name: string; from: unknown; to: unknown }[];
  readonly error?: { readonly code: string; readonly file?: string };
}

describe("cli: watch", function () {
  this.timeout(30_000);
  let dir: string;
  before(() => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), "sandbake-test-")));
    cpSync(join(import.meta.dirname, "../../examples/teapot"), dir, { recursive: true });
  });
  after(() => {
    rmSync(dir, { recursive: true });
  });

  it("evaluates what was made of the changed file, and tells the differences", async () => {
    const lines: Line[] = [];
    const plain: string[] = [];
    let arrived: () => void = () => undefined;
    const ended = new AbortController();
    const done = mainAsync(["watch", "green-tea", "kettle", "--json", "--build", join(dir, "build")], {
      out: (data) => {
        lines.push(JSON.parse(String(data)) as Line);
        arrived();
      },
      err: (text) => void plain.push(text),
      signal: ended.signal,
    });
    /** The next `n` lines. */
    const next = async (n: number): Promise<Line[]> => {
      while (lines.length < n) await new Promise<void>((resolve) => (arrived = resolve));
      return lines.splice(0, n);
    };
    const path = (name: string): string => join(dir, name);
    const green = path("meta-teapot/recipes-tea/green-tea/green-tea_2.1.bb");
    const kettle = path("meta-teapot/recipes-tea/kettle/kettle_1.0.bb");
    const add = (file: string, text: string): void => writeFileSync(file, readFileSync(file, "utf8") + text);
    const told = (line: Line | undefined, name: string): unknown =>
      line?.differences?.filter((each) => each.name === name).map(({ from, to }) => [from, to]);

    expect(
      (await next(2)).map(({ schemaVersion, event, recipe }) => [schemaVersion, event, recipe]),
    ).to.deep.equal([
      [1, "evaluated", "green-tea"],
      [1, "evaluated", "kettle"],
    ]);
    while (plain.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setImmediate(resolve)); // the watchers stand
    expect(plain.join("")).to.match(/^NOTE: watching \d+ folders; Ctrl-C ends\n$/);

    // As an editor saves: another file in its place.
    writeFileSync(`${kettle}~`, `${readFileSync(kettle, "utf8")}SUMMARY = "boils"\n`);
    renameSync(`${kettle}~`, kettle);
    const [first] = await next(1);
    expect([first?.event, first?.recipe, first?.paths]).to.deep.equal(["changed", "kettle", [kettle]]);
    expect(told(first, "SUMMARY")).to.deep.equal([
      [first?.differences?.find(({ name }) => name === "SUMMARY")?.from, "boils"],
    ]);

    utimesSync(green, 1, 1); // no change
    add(path("meta-teapot/classes/brew.bbclass"), 'INGREDIENTS:append = " honey"\n');
    const [second] = await next(1);
    expect(second?.recipe).to.equal("green-tea");
    expect(JSON.stringify(told(second, "INGREDIENTS"))).to.contain("honey");

    add(green, "no statement\n");
    const [third] = await next(1);
    expect([third?.event, third?.recipe, third?.error?.code, third?.error?.file]).to.deep.equal([
      "failed",
      "green-tea",
      "syntax-error",
      green,
    ]);
    writeFileSync(green, readFileSync(green, "utf8").replace("no statement\n", 'LEAVES = "1g"\n'));
    const [fourth] = await next(1);
    expect(fourth?.event).to.equal("changed");
    expect(JSON.stringify(told(fourth, "LEAVES"))).to.contain("1g");

    writeFileSync(path("meta-infusions/recipes-tea/green-tea/kettle_%.bbappend"), 'SUMMARY = "whistles"\n');
    const appended = await next(2);
    expect(told(appended[1], "SUMMARY")).to.deep.equal([["boils", "whistles"]]);

    add(path("build/conf/local.conf"), 'HOUSE = "tea"\n');
    const all = await next(2);
    expect(all.map((line) => told(line, "HOUSE"))).to.deep.equal([[[null, "tea"]], [[null, "tea"]]]);

    ended.abort();
    expect(await done).to.equal(0);
    expect(lines).to.deep.equal([]);
  });

  it("ends with exit code 0 on Ctrl-C", async () => {
    const main = join(import.meta.dirname, "../../src/cli/main.ts");
    const child = spawn(
      process.execPath,
      ["--import=tsx", main, "watch", "kettle", "--build", join(dir, "build")],
      {
        cwd: join(import.meta.dirname, "../.."),
        env: { ...process.env, XDG_CACHE_HOME: join(dir, "cache") },
      },
    );
    let err = "";
    child.stderr.on("data", (data: Buffer) => {
      err += data.toString();
      if (err.includes("Ctrl-C ends")) child.kill("SIGINT");
    });
    const code = await new Promise<unknown>((resolve) =>
      child.on("exit", (status, signal) => resolve(status ?? signal)),
    );
    expect(code, err).to.equal(0);
  });
});
