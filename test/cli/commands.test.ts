/** Every command: help with an example, --quiet, --json with a schema's version; what no command does: progress off a terminal. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { expect } from "chai";
import { createProgram, mainAsync } from "../../src/cli/program.js";
import { paint } from "../../src/cli/output.js";

const silence = { out: () => undefined, err: () => undefined };

/** The commands that do something, by their path. */
function leaves(command: Command, above = ""): [string, Command][] {
  return command.commands.flatMap((inner) => {
    const path = `${above}${inner.name()}`;
    return inner.commands.length > 0 ? leaves(inner, `${path} `) : [[path, inner] as [string, Command]];
  });
}

const commands = leaves(createProgram(silence, () => undefined));

/** Written by the first commands for the others. */
const trace = "{dir}/trace.json";
const dump = "{dir}/dump.jsonl";

/** A command line for each command, its options of the build left out. `json`: what the JSON is called there. */
const lines: Readonly<
  Record<string, { argv: string[]; json?: string[]; jsonLines?: true; none?: true; status?: number }>
> = {
  env: { argv: ["kettle"] },
  getvar: { argv: ["SUMMARY", "-r", "kettle", "--value"] },
  explain: { argv: ["SUMMARY", "-r", "kettle"] },
  diffsigs: { argv: ["kettle", "-c", "build", "--to-machine", "travel-mug"] },
  diff: { argv: ["kettle", "--to-machine", "travel-mug"] },
  dump: { argv: ["-o", dump], none: true },
  export: { argv: ["--recipes", "kettle"], none: true },
  watch: { argv: ["kettle"], jsonLines: true },
  compare: { argv: [dump, dump] },
  record: { argv: ["kettle", "--bundle", "-o", trace] },
  replay: { argv: [trace] },
  completion: { argv: ["bash"], none: true },
  demo: { argv: [] },
  parse: { argv: [] },
  versions: { argv: [] },
  "layers show-layers": { argv: [] },
  "layers show-recipes": { argv: [] },
  "layers show-overlayed": { argv: [] },
  "layers show-appends": { argv: [] },
  "layers show-cross-depends": { argv: [] },
  "layers show-machines": { argv: [] },
  graph: { argv: ["kettle", "-o", "{dir}"] },
  query: { argv: ["deps(kettle)"], json: ["-o", "json"] },
  hashes: { argv: ["kettle"] },
  script: { argv: ["kettle", "-c", "build"] },
};

describe("cli: every command", function () {
  this.timeout(60_000);
  let dir: string;
  before(() => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), "sandbake-test-")));
    cpSync(join(import.meta.dirname, "../../examples/teapot"), dir, { recursive: true });
  });
  after(() => {
    rmSync(dir, { recursive: true });
  });

  async function run(
    path: string,
    command: Command,
    ...more: string[]
  ): Promise<{ status: number; out: string; err: string }> {
    let [out, err] = ["", ""];
    const ended = new AbortController();
    const own = (lines[path]?.argv ?? []).map((word) => word.replace("{dir}", dir));
    const has = (flag: string): boolean => command.options.some(({ long }) => long === flag);
    const options = [
      ...(has("--build") ? ["--build", join(dir, "build"), "--set", "BB_SIGNATURE_HANDLER=OEBasicHash"] : []),
      ...(has("--cache-dir") ? ["--cache-dir", join(dir, "cache")] : []),
    ];
    if (path === "watch") setTimeout(() => ended.abort(), 0);
    const status = await mainAsync([...path.split(" "), ...own, ...options, ...more], {
      out: (data) => (out += typeof data === "string" ? data : Buffer.from(data).toString("utf8")),
      err: (text) => (err += text),
      terminal: false,
      signal: ended.signal,
    });
    return { status, out, err };
  }

  it("is in the table", () => {
    expect(commands.map(([path]) => path).filter((path) => lines[path] === undefined)).to.deep.equal([]);
  });

  for (const [path, command] of commands) {
    it(`${path}: help with an example, and what it takes`, async () => {
      let help = "";
      const io = { ...silence, out: (text: string | Uint8Array) => (help += String(text)) };
      expect(await mainAsync([...path.split(" "), "--help"], io)).to.equal(0);
      expect(help).to.match(new RegExp(`Examples?:\n  .*sandbake ${path}`));
      expect(help).to.contain("--quiet");
      expect(command.description().length).to.be.greaterThan(20);
      for (const { description, long } of command.options) expect(description, long).to.not.equal("");
      const line = lines[path];
      if (line?.none === undefined && line?.json === undefined) expect(help).to.contain("--json");
    });

    it(`${path}: --quiet says nothing on stderr, --json is JSON with the schema's version`, async () => {
      const quiet = await run(path, command, "-q");
      expect(quiet.err).to.equal("");
      expect(quiet.status).to.equal(0);
      const { none, json = ["--json"], jsonLines } = lines[path] ?? {};
      if (none !== undefined) return;
      const { status, out, err } = await run(path, command, ...json);
      expect(err, "progress belongs to a terminal").to.not.match(path === "parse" ? /\x1b/ : /\x1b|Parsing/);
      for (const text of jsonLines ? out.trimEnd().split("\n") : [out])
        expect((JSON.parse(text) as { schemaVersion?: unknown }).schemaVersion).to.equal(1);
      expect(status).to.equal(0);
    });
  }

  it("writes no colour where its streams are no terminals; NO_COLOR and FORCE_COLOR as they are known", () => {
    const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
    const coloured = (env: Record<string, string>, isTTY: boolean): boolean => {
      for (const name of ["NO_COLOR", "FORCE_COLOR"]) Reflect.deleteProperty(process.env, name);
      Object.assign(process.env, { TERM: "xterm" }, env);
      return paint(31, "x", { isTTY }) !== "x";
    };
    try {
      expect(coloured({}, true)).to.equal(true);
      expect(coloured({}, false)).to.equal(false);
      expect(coloured({ NO_COLOR: "1" }, true)).to.equal(false);
      expect(coloured({ NO_COLOR: "" }, true)).to.equal(true);
      expect(coloured({ TERM: "dumb" }, true)).to.equal(false);
      expect(coloured({ FORCE_COLOR: "1" }, false)).to.equal(true);
      expect(coloured({ FORCE_COLOR: "0" }, false)).to.equal(false);
    } finally {
      for (const [name, value] of Object.entries({ NO_COLOR, FORCE_COLOR, TERM }))
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
    }
  });

  const faults: readonly [string, string[], number, RegExp][] = [
    ["an unknown command", ["getvra"], 2, /Did you mean getvar\?/],
    ["an unknown option", ["env", "--jsno"], 2, /Did you mean --json\?/],
    [
      "an undefined variable",
      ["getvar", "SUMARY", "-r", "kettle", "--build", "{dir}/build"],
      1,
      /hint: Did you mean SUMMARY\?/,
    ],
    [
      "an unknown recipe",
      ["env", "kettel", "--build", "{dir}/build"],
      1,
      /Did you mean kettle\?|Close matches:\n {2}kettle/,
    ],
    [
      "an unknown machine",
      ["env", "kettle", "--machine", "samover", "--build", "{dir}/build"],
      1,
      /WARNING: no layer has conf\/machine\/samover\.conf\. Did you mean samovar\?/,
    ],
    [
      "an unknown limit",
      ["env", "--limit", "step=1", "--build", "{dir}/build"],
      2,
      /no limit is called step\. Did you mean steps\?/,
    ],
    [
      "an option in place of a value",
      ["getvar", "PV", "-r", "--value", "--build", "{dir}/build"],
      2,
      /-r, --recipe <name> needs a value, but --value follows it/,
    ],
    [
      "a folder in place of a file",
      ["replay", "{dir}"],
      1,
      /^ERROR: \/.*: a folder, where a file is expected\n$/,
    ],
    [
      "a file that is not there",
      ["compare", "{dir}/no", "{dir}/no"],
      1,
      /^ERROR: .*\/no: no such file or folder\n$/,
    ],
    [
      "a query that does not end",
      ["query", "deps(kettle", "--build", "{dir}/build"],
      1,
      / \| deps\(kettle\n +\| +\^\nhint: /,
    ],
  ];
  for (const [name, argv, status, says] of faults) {
    it(`${name}: exit code ${status} and what to do`, async () => {
      let err = "";
      const words = [
        ...argv.map((word) => word.replace("{dir}", dir)),
        ...(argv.includes("--build") && argv.at(-1) !== "--build" ? ["--cache-dir", join(dir, "cache")] : []),
      ];
      expect(await mainAsync(words, { ...silence, err: (text) => (err += text) })).to.equal(status);
      expect(err).to.match(says);
      expect(err).to.not.contain("fault of sandbake");
    });
  }

  it("the README names every command", () => {
    const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
    const unnamed = commands
      .map(([path]) => path.split(" ")[0] ?? "")
      .filter((name) => !new RegExp(`\`(sandbake )?${name}\\b|, \`${name}\\b|sandbake ${name}`).test(readme));
    expect(unnamed).to.deep.equal([]);
  });
});
