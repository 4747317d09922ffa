/** The commands about tasks on the command line: hashes, diffsigs, graph; what is wrong with the arguments. */
import { expect } from "chai";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mainAsync } from "../../src/cli/program.js";
import { exitCodes } from "../../src/cli/output.js";

/** Runs a command line. */
export async function runCommand(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const status = await mainAsync(argv, {
    out: (data) => (out += typeof data === "string" ? data : Buffer.from(data).toString("utf8")),
    err: (text) => (err += text),
  });
  return { status, out, err };
}

describe("cli: arguments of the commands about tasks", () => {
  const wrong: readonly (readonly [argv: string[], says: RegExp])[] = [
    [["graph", "zlib", "--svg", "--build", "x"], /--svg expects a name, and --build is an option/],
    [["graph", "zlib", "-o", "--json"], /-o expects a name, and --json is an option/],
    [["graph", "zlib", "--around", "zlib"], /--tasks-of and --around are for --svg FILE/],
    [["hashes", "a", "b"], /one recipe at a time, or --full/],
    [["hashes", "a", "--sigdata", "x"], /--sigdata is for --full/],
    [["diffsigs", "a"], /name the task with -c TASK/],
    [["diffsigs", "nowhere.sigdata", "nowhere.sigdata"], /cannot read nowhere\.sigdata: ENOENT/],
  ];
  for (const [argv, says] of wrong) {
    it(argv.join(" "), async () => {
      const { status, err } = await runCommand(...argv);
      expect(err).to.match(says);
      expect(status).to.equal(exitCodes.usage);
    });
  }
});

describe("cli: hashes and diffsigs", () => {
  const data = join(import.meta.dirname, "../tasks/data/hashes");
  const read = (name: string): unknown => JSON.parse(readFileSync(join(data, name), "utf8"));
  interface Sig {
    readonly task: string;
    readonly basehash: string;
    readonly taskhash: string;
    readonly varvals: Readonly<Record<string, string | null>>;
  }
  /** What BitBake's sigdata files of the recipes hold (conformance/tasks/hashes.sh), by recipe and task. */
  const theirs = new Map(
    (read("basichash.json") as { file: string; data: Sig }[]).map(({ file, data: sig }) => [
      `${file.replace(/-1\.0-r0\..*/, "")}:${sig.task}`,
      sig,
    ]),
  );
  let dir: string;
  let build: string[];
  before(() => {
    dir = mkdtempSync(join(tmpdir(), "sandbake-test-"));
    cpSync(join(import.meta.dirname, "../../examples/teapot"), dir, { recursive: true });
    // Evaluating few recipes is quicker.
    for (const folder of ["recipes-tea", "recipes-images"])
      rmSync(join(dir, "meta-teapot", folder), { recursive: true });
    rmSync(join(dir, "meta-infusions/recipes-tea"), { recursive: true });
    cpSync(join(data, "recipes"), join(dir, "meta-teapot/recipes-hash/hash"), { recursive: true });
    writeFileSync(join(dir, "meta-teapot/classes/native.bbclass"), "");
    appendFileSync(
      join(dir, "build/conf/local.conf"),
      `${readFileSync(join(data, "local.conf"), "utf8")}BB_SIGNATURE_HANDLER = "basichash"\n`,
    );
    build = ["--build", join(dir, "build"), "--no-cache", "--quiet"];
  });
  after(() => rmSync(dir, { recursive: true }));

  it("hashes RECIPE: the base hashes that BitBake has, and what one is made of", async () => {
    const { out, status } = await runCommand("hashes", "water", ...build);
    expect(status).to.equal(exitCodes.ok);
    for (const task of ["do_heat", "do_taste", "do_pour"])
      expect(out).to.include(`${theirs.get(`water:${task}`)?.basehash ?? "?"}  ${task}\n`);
    const one = await runCommand("hashes", "water", "-c", "heat", "--json", ...build);
    const { tasks } = JSON.parse(one.out) as { tasks: { dependencies: { name: string; value: string }[] }[] };
    const values = Object.fromEntries(tasks[0].dependencies.map(({ name, value }) => [name, value]));
    const wanted = Object.entries(theirs.get("water:do_heat")?.varvals ?? {});
    expect(values).to.deep.equal(Object.fromEntries(wanted.map(([name, value]) => [name, String(value)])));
  });

  it("hashes --full: the task hashes that BitBake has, of all recipes that take part", async () => {
    const { out } = await runCommand("hashes", "spoon:do_polish", "--full", "-j", "1", ...build);
    const lines = out.split("\n").filter(Boolean);
    expect(lines.map((line) => line.slice(66))).to.deep.equal([
      "cup:do_wash",
      "spoon:do_polish",
      "water:do_heat",
      "water:do_pour",
      "water:do_taste",
    ]);
    for (const name of ["cup:do_wash", "water:do_heat"])
      expect(lines).to.include(`${theirs.get(name)?.taskhash ?? "?"}  ${name}`);
  });

  it("diffsigs A B: what BitBake says of its own files, causes first", async () => {
    const pairs = read("diffsigs.json") as { task: string; before: Sig; after: Sig; says: string[] }[];
    const [a, b] = [join(dir, "a"), join(dir, "b")];
    for (const { task, before, after, says } of pairs) {
      writeFileSync(a, JSON.stringify(before));
      writeFileSync(b, JSON.stringify(after));
      const { out } = await runCommand("diffsigs", a, b, "--json");
      const { differences } = JSON.parse(out) as { differences: { text: string }[] };
      // BitBake tells changed hashes of tasks twice; once is enough.
      const once = says.filter((line) => !/^runtaskdeps changed|^Number of task|\n changed to\n/.test(line));
      expect(differences.map(({ text }) => text).sort(), task).to.deep.equal(once.sort());
    }
  });

  it("diffsigs of two files of hashes --json", async () => {
    const [a, b] = [join(dir, "a.json"), join(dir, "b.json")];
    const keep = async (file: string, ...argv: string[]): Promise<void> =>
      writeFileSync(file, (await runCommand("hashes", ...argv, "--json", ...build)).out);
    const recipe = join(dir, "meta-teapot/recipes-hash/hash/water_1.0.bb");
    const before = readFileSync(recipe, "utf8");
    await keep(a, "water");
    await keep(join(dir, "full-a"), "leaf", "--full", "-j", "1");
    writeFileSync(recipe, `${before}do_heat:append () {\n    check\n}\n`);
    await keep(b, "water");
    await keep(join(dir, "full-b"), "leaf", "--full", "-j", "1");
    writeFileSync(recipe, before);
    const recipes = await runCommand("diffsigs", a, b, "-c", "heat");
    expect(recipes.out).to.match(
      /^do_heat:\n {2}Variable do_heat value changed:\n {2}@@ -1 \+1,2 @@\n {7}heat \$\{PN\}\n {2}\+ {4}check\n {2}basehash changed from/,
    );
    const full = await runCommand("diffsigs", join(dir, "full-a"), join(dir, "full-b"));
    expect(full.out).to.match(/^water:do_heat:\n {2}basehash changed from/m);
    expect(full.out).to.match(/^\d+ more differ only in the hashes of tasks that they depend on$/m);
    expect((await runCommand("diffsigs", a, a)).out).to.equal("no difference\n");
    const mixed = await runCommand("diffsigs", a, join(dir, "full-a"));
    expect(mixed.err).to.match(/one file holds a recipe's hashes, the other those of a build/);
  });
});

describe("cli: env and getvar where a limit stops the evaluation", () => {
  let dir: string;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), "sandbake-test-"));
    cpSync(join(import.meta.dirname, "../../examples/teapot"), dir, { recursive: true });
    writeFileSync(
      join(dir, "meta-teapot/recipes-tea/kettle/loop_1.0.bb"),
      'A = "1"\npython __anonymous() {\n    d.setVar("C", "x")\n    while True:\n        pass\n}\n',
    );
  });
  after(() => rmSync(dir, { recursive: true }));
  const run = (...argv: string[]): ReturnType<typeof runCommand> =>
    runCommand(...argv, "--build", join(dir, "build"), "--limit", "steps=100000", "--no-cache");

  it("env: what static mode knows, with an error's exit code", async () => {
    const { out, err, status } = await run("env", "loop");
    expect(status).to.equal(exitCodes.error);
    expect(err).to.match(/loop_1\.0\.bb:\d+: limit reached: steps \(100000\)/);
    expect(err).to.match(/NOTE: what follows is from static mode/);
    expect(out).to.match(/^A="1"$/m);
    expect(out).to.match(/^# C is unknown: /m);
    const { stopped, kind } = JSON.parse((await run("env", "loop", "--json")).out) as Record<string, unknown>;
    expect(kind).to.equal("static");
    expect(stopped).to.include({ limit: "steps", maximum: 100000 });
  });

  it("getvar: a known value, or why it is not known", async () => {
    const known = await run("getvar", "A", "-r", "loop", "--value");
    expect([known.out, known.status]).to.deep.equal(["1\n", exitCodes.error]);
    const unknown = await run("getvar", "C", "-r", "loop", "--value");
    expect(unknown.err).to.match(/The variable 'C' is not known: /);
  });
});
