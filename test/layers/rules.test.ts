/**
 * The layers in rules/set under the scenarios in rules/scenarios.json: what the commands print against what real BitBake
 * printed for the same command line (rules/expected, written by conformance/layers/rules.py).
 *
 * BitBake gives some lists in an order that changes from run to run: the recipes of a name after the first, references
 * between layers, warnings. These are compared as sets.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { evaluateCatalog, partOf } from "../../src/cli/catalog.js";
import {
  printAppends,
  printCrossDepends,
  printLayers,
  printOverlayed,
  printRecipes,
} from "../../src/cli/commands/layers.js";
import { printVersions } from "../../src/cli/commands/versions.js";
import { messagePrinter, UsageError, type Io } from "../../src/cli/output.js";
import { startPython } from "../../src/evaluate/python.js";
import { countLine, type Catalog } from "../../src/layers/catalog.js";
import { Workspace } from "../../src/layers/workspace.js";
import { defaultFacts, memoryHost } from "../../src/sandbox/index.js";

interface Scenario {
  readonly name: string;
  readonly local: readonly string[];
  readonly files: Record<string, string>;
}
interface Answer {
  readonly argv: readonly string[];
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly buildlist?: readonly string[];
}

const rules = join(import.meta.dirname, "rules");
const scenarios = JSON.parse(readFileSync(join(rules, "scenarios.json"), "utf8")) as Scenario[];

function setFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (dir: string): void => {
    for (const name of readdirSync(join(rules, "set", dir))) {
      const path = `${dir}/${name}`;
      if (statSync(join(rules, "set", path)).isDirectory()) visit(path);
      else files.set(`/rules${path}`, readFileSync(join(rules, "set", path), "utf8"));
    }
  };
  visit("");
  return files;
}

const base = setFiles();

class Run {
  #out = "";
  #err = "";
  readonly io: Io = {
    out: (data) => void (this.#out += typeof data === "string" ? data : new TextDecoder().decode(data)),
    err: (text) => void (this.#err += text),
  };
  readonly workspace: Workspace;
  readonly print = messagePrinter(this.io, false);
  #catalog: Promise<Catalog> | undefined;

  constructor(scenario: Scenario) {
    const files = new Map(base);
    files.set("/rules/build/conf/local.conf", `${scenario.local.join("\n")}\n`);
    for (const [path, text] of Object.entries(scenario.files)) files.set(`/rules/${path}`, text);
    const env = new Map([
      ["BBPATH", "/rules/build"],
      ["HOME", "/home/user"],
      ["PATH", "/usr/bin:/bin"],
      ["PWD", "/rules/build"],
    ]);
    const host = memoryHost(files, { ...defaultFacts, env, cwd: "/rules/build" });
    this.workspace = new Workspace({
      host,
      topdir: "/rules/build",
      startPython: (log) => startPython({ host, log }),
      log: this.print,
    });
  }

  catalog(): Promise<Catalog> {
    return (this.#catalog ??= evaluateCatalog(this.io, this.workspace, this.print, true));
  }

  /** Runs the counterpart of one of BitBake's command lines. */
  async answer(argv: readonly string[]): Promise<{ status: number; out: string; err: string }> {
    await this.catalog();
    const said = this.#err;
    this.#out = this.#err = "";
    const status = await this.#dispatch(argv);
    return { status, out: this.#out.trimEnd(), err: said + this.#err };
  }

  async #dispatch(argv: readonly string[]): Promise<number> {
    const catalog = await this.catalog();
    const failed = this.print.counts.errors > 0 ? 1 : 0;
    const [, command = "", ...rest] = argv;
    const { flags, names, mc } = options(rest);
    const has = (name: string): boolean => flags.has(name);
    switch (command) {
      case "-p":
        this.io.out(`${countLine(catalog.counts)}\n`);
        return failed;
      case "-s":
        return printVersions(this.io, partOf(catalog), {}) || failed;
      case "show-layers":
        return printLayers(this.io, this.workspace, {}) || failed;
      case "show-recipes":
        return (
          printRecipes(this.io, partOf(catalog, mc), names, {
            filenames: has("-f"),
            recipesOnly: has("-r"),
            multiple: has("-m"),
            bare: has("-b"),
            showVariants: has("--show-variants"),
            ...(has("-i") ? { inherits: (flags.get("-i") ?? "").split(",") } : {}),
            ...(has("-l") ? { layer: flags.get("-l") ?? "" } : {}),
          }) || failed
        );
      case "show-overlayed":
        return (
          printOverlayed(this.io, partOf(catalog), { filenames: has("-f"), sameVersion: has("-s") }) || failed
        );
      case "show-appends":
        return printAppends(this.io, partOf(catalog), names, {}) || failed;
      case "show-cross-depends":
        return (
          printCrossDepends(this.io, partOf(catalog), {
            filenames: has("-f"),
            ...(has("-i") ? { ignore: [flags.get("-i") ?? ""] } : {}),
          }) || failed
        );
      default:
        throw new Error(`no counterpart of ${argv.join(" ")}`);
    }
  }
}

function options(words: readonly string[]): { flags: Map<string, string>; names: string[]; mc: string } {
  const flags = new Map<string, string>();
  const names: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (["-i", "-l", "--mc"].includes(word)) flags.set(word, words[++i] ?? "");
    else if (word.startsWith("-")) flags.set(word, "");
    else names.push(word);
  }
  return { flags, names, mc: flags.get("--mc") ?? "" };
}

/** A listing in one order: the lines of a name after its first sorted, names kept; lists without names sorted. */
function settled(text: string, argv: readonly string[]): string[] {
  const lines = text.split("\n").map((line) => line.trimEnd());
  // The width of the path's column depends on the length of the folder's name, which was another one.
  if (argv[1] === "show-layers") return lines.map((line) => line.replace(/^(\S+ +\/\S+) +/, "$1  "));
  if (argv[1] === "show-cross-depends") return lines.sort();
  if (argv[1] === "show-appends") return appendBlocks(lines).sort();
  const out: string[] = [];
  let block: string[] = [];
  // With names, the line after "pn:" is the recipe taken; with file names it is the line without indent.
  const flush = (): void => {
    const first = block[0]?.endsWith(":") ? 2 : block[0]?.startsWith(" ") ? 0 : 1;
    out.push(...block.slice(0, first), ...block.slice(first).sort());
    block = [];
  };
  for (const line of lines) {
    if (!line.startsWith("  ")) flush();
    block.push(line);
  }
  flush();
  return out;
}

/** Each recipe with its bbappends as one text. */
function appendBlocks(lines: readonly string[]): string[] {
  const blocks: string[] = [];
  for (const line of lines) {
    if (line.startsWith("  ")) blocks[blocks.length - 1] += `\n${line}`;
    else blocks.push(line);
  }
  return blocks;
}

const notOfTheListing = /^(Summary: |WARNING: |ERROR: |NOTE: |versions of |Parsing of .* complete)/;

/** The warnings and errors that BitBake printed, without the first word. */
function messages(text: string): string[] {
  const found: string[] = [];
  let open = false;
  for (const line of text.split("\n")) {
    const start = /^(?:WARNING|ERROR): (.*)$/.exec(line);
    if (start) found.push(start[1] ?? "");
    else if (open && line.startsWith("  ")) found[found.length - 1] += `\n${line}`;
    open = start !== null || (open && line.startsWith("  "));
  }
  return found.sort();
}

/** BitBake's listing without the messages around it. */
function listing(stdout: string, argv: readonly string[]): string {
  const lines = stdout.split("\n");
  if (argv[1] === "-p") return lines.find((line) => line.startsWith("Parsing of")) ?? "";
  return lines
    .filter((line) => !notOfTheListing.test(line))
    .join("\n")
    .trim();
}

const expectedOf = (name: string): Answer[] =>
  JSON.parse(readFileSync(join(rules, `expected/${name}.json`), "utf8")) as Answer[];

/** Scenarios whose configuration BitBake refuses. */
const refused = new Set([
  "multiconfig-missing",
  "series-mismatch",
  "duplicate-collection",
  "depends-missing",
  "depends-version",
  "depends-version-none",
  "priority-invalid",
  "pattern-missing",
  "pattern-broken",
  "layers-empty",
]);
/** Scenarios where BitBake stops at the errors, and sandbake lists what it can. */
const goesOn = new Set(["dangling", "mask", "broken"]);
/** What BitBake says in them names its own files, or nothing at all. */
const unlike = new Set(["layer-missing", "layer-no-conf", "dynamic-broken"]);

describe("layers: collections, listings and versions as BitBake's", () => {
  for (const scenario of scenarios) {
    const { name } = scenario;
    if (unlike.has(name)) continue;
    const answers = expectedOf(name).filter(({ argv }) => argv[1] !== "-g" && argv[0] !== "bitbake-getvar");
    if (refused.has(name)) {
      it(`${name}: refused in BitBake's words`, () => {
        const { workspace } = new Run(scenario);
        const [answer] = answers;
        const texts = messages(`${answer?.stdout ?? ""}\n${answer?.stderr ?? ""}`);
        let error: unknown;
        try {
          void workspace.files;
        } catch (thrown) {
          error = thrown;
        }
        expect(texts).to.not.deep.equal([]);
        for (const text of texts) expect(String(error)).to.contain(text);
      });
      continue;
    }
    it(name, async () => {
      const run = new Run(scenario);
      for (const { argv, status, stdout, stderr } of answers) {
        const title = argv.join(" ");
        let ours;
        try {
          ours = await run.answer(argv);
        } catch (error) {
          expect(error, title).to.be.instanceOf(UsageError);
          expect(status, title).to.not.equal(0);
          continue;
        }
        expect(ours.status, title).to.equal(status);
        if (goesOn.has(name) && argv[1] !== "-p") continue;
        if (name === "broken") {
          expect(ours.out).to.match(
            /^Parsing of 39 \.bb files complete \(0 cached, 36 parsed\)\. .* 3 errors\.$/,
          );
          continue;
        }
        if (argv[1] === "-s" && status !== 0) continue; // BitBake's list ends where the error is
        expect(settled(ours.out, argv), title).to.deep.equal(settled(listing(stdout, argv), argv));
        if (argv === answers[0]?.argv) {
          expect(messages(ours.err), title).to.include.members(messages(`${stdout}\n${stderr}`));
        }
      }
    });
  }
});

describe("layers: providers as BitBake chooses them", () => {
  for (const scenario of scenarios) {
    const graphs = expectedOf(scenario.name).filter(({ argv }) => argv[1] === "-g");
    if (graphs.length === 0) continue;
    it(scenario.name, async () => {
      const run = new Run(scenario);
      const catalog = await run.catalog();
      for (const { argv, status, stdout, stderr, buildlist } of graphs) {
        for (const target of argv.slice(2))
          checkTarget(target, catalog, { argv, status, stdout, stderr, buildlist });
      }
    });
  }

  /** What `bitbake -g TARGET` built first, or said that nobody provides. */
  function checkTarget(target: string, catalog: Catalog, answer: Answer): void {
    const [, mc = "", name = target] = /^mc:([^:]*):(.*)$/.exec(target) ?? [];
    if (mc === "*" || name === "world") return;
    const title = answer.argv.join(" ");
    if (!catalog.parts.has(mc)) {
      expect(answer.stderr, title).to.contain(`nonexistent multiconfig configuration named ${mc}`);
      return;
    }
    const { providers } = partOf(catalog, mc);
    const said = `${answer.stdout}\n${answer.stderr}`;
    const choice = providers.build(name);
    const missing = said.includes(`Nothing PROVIDES '${name}'`);
    expect(choice === undefined || choice.eligible.length === 0, title).to.equal(missing);
    if (missing) {
      const text = providers.explainMissing(name);
      expect(`${said}\n`, title).to.contain(`ERROR: ${text}\n`);
      return;
    }
    if (!choice) return;
    if (answer.buildlist) {
      const built = `${mc === "" ? "" : `mc:${mc}:`}${choice.eligible[0]?.pn ?? ""}`;
      expect(answer.buildlist, title).to.include(built);
    }
    const several = `Multiple providers are available for ${name} (`;
    expect(!choice.unique, title).to.equal(said.includes(several));
    if (!choice.unique)
      expect(said).to.contain(`${several}${choice.eligible.map(({ pn }) => pn).join(", ")})`);
    for (const recipe of choice.eligible) {
      for (const { message } of providers.versionMessages(recipe.pn, name)) {
        if (choice.eligible.length === 1) expect(said, title).to.contain(message);
      }
    }
    const [taken] = choice.eligible;
    for (const wanted of new Set(taken?.packages.flatMap(({ rdepends }) => rdepends) ?? [])) {
      const runtime = providers.runtime(wanted);
      expect(runtime === undefined, `${title}: ${wanted}`).to.equal(
        said.includes(`Nothing RPROVIDES '${wanted}'`),
      );
      if (runtime && said.includes(`for runtime ${wanted} (`)) {
        expect(runtime.unique).to.equal(false);
        expect(said).to.contain(`(${runtime.eligible.map(({ pn }) => pn).join(", ")})`);
      }
    }
  }
});

describe("layers: targets of a multiconfig", () => {
  const scenario = scenarios.find(({ name }) => name === "multiconfig");
  if (!scenario) throw new Error("no scenario called multiconfig");

  it("are found in their configuration", () => {
    const { workspace } = new Run(scenario);
    const { store, skipped } = workspace.find("mc:elm:mango").variant;
    expect([store.getVar("MACHINE"), store.getVar("BB_CURRENT_MC"), skipped]).to.deep.equal([
      "elm",
      "elm",
      undefined,
    ]);
    expect(store.getVar("STAMP")).to.equal("/rules/build/tmp-elm/stamps/mango-1.0-r0");
    expect(workspace.find("mc:ash:mango").variant.skipped).to.equal("incompatible with machine ash");
    expect(workspace.find("mc:elm:virtual/kernel").variant.store.getVar("PN")).to.equal("kernel-c");
    expect(workspace.find("apple").variant.store.getVar("MACHINE")).to.equal("oak");
  });

  it("of one that is not there are an error in BitBake's words", () => {
    const { workspace } = new Run(scenario);
    expect(() => workspace.find("mc:none:apple")).to.throw(
      "Multiconfig dependency mc:none:apple depends on nonexistent multiconfig configuration named none",
    );
  });
});

describe("layers: bad input is told and hurts nothing else", () => {
  it("PACKAGES_DYNAMIC that is no expression, names of JavaScript's, a pattern that is no glob", async () => {
    const run = new Run({
      name: "bad",
      local: [],
      files: {
        "meta-core/recipes-fruit/proto_1.0.bb":
          'PN = "__proto__"\nPACKAGES_DYNAMIC = "^broken(- ^whole-.*"\nPROVIDES = "constructor"\n',
      },
    });
    const { providers } = partOf(await run.catalog());
    expect(providers.build("constructor")?.eligible.map(({ pn }) => pn)).to.deep.equal(["__proto__"]);
    expect(providers.runtime("whole-x")?.eligible.map(({ pn }) => pn)).to.deep.equal(["__proto__"]);
    expect(providers.build("toString")).to.equal(undefined);
    expect(providers.choose("__proto__")?.chosen?.pv).to.equal("1.0");
    const { err } = await run.answer(["bitbake", "-p"]);
    expect(err).to.contain("Error parsing regular expression '^broken(-'");
    expect((await run.answer(["bitbake-layers", "show-recipes", "["])).out).to.equal("");
    expect((await run.answer(["bitbake-layers", "show-recipes", "__*"])).out).to.contain(
      "__proto__:\n  meta-core            1.0",
    );
  });
});
