/**
 * CPython's own tests in our VM:
 *
 *     npx tsx conformance/cpython/run.ts [--tests DIRECTORY] [--verbose] [--json FILE] [--steps N] [--seconds N] [--test-seconds N] [module...]
 *
 * DIRECTORY is CPython 3.11's `test` package (Debian: libpython3.11-testsuite, /usr/lib/python3.11/test); nothing of it
 * is copied. Every module runs in a process of its own, its tests one by one, each with its own budget of steps and at
 * most `--test-seconds` (20); a module gets `--seconds` in all (120), its remaining tests count as errored after that (on a
 * machine that is busy give both more). What
 * test.support needs and the VM has not is in shims/ and harness.py.
 *
 * Prints for each module how many test methods passed, failed, errored, were skipped, or are marked as an
 * implementation detail of CPython; the rate is passed / (passed + failed + errored). --verbose adds the failures
 * grouped by the last line of their tracebacks. Exits 0 when the rates of issue 3 are reached (90 % overall, 70 % each).
 */
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const all = (
  "grammar syntax scope generators exceptions dict set list tuple int long float unicode string fstring format re json " +
  "itertools functools collections enum dataclasses contextlib textwrap shlex fnmatch posixpath configparser argparse " +
  "urlparse operator bisect heapq copy abc descr class super property with patma"
)
  .split(" ")
  .map((name) => `test_${name}`);

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: "string", default: "/usr/lib/python3.11/test" },
    steps: { type: "string", default: "300000000" },
    seconds: { type: "string", default: "120" },
    "test-seconds": { type: "string", default: "20" },
    verbose: { type: "boolean", default: false },
    json: { type: "string" },
  },
});

/** Milliseconds that one test may take. */
const testLimit = Number(options["test-seconds"]) * 1000;

const outcomes = ["passed", "failed", "errored", "skipped", "detail"] as const;
type Outcome = (typeof outcomes)[number];

interface TestResult {
  id: string;
  outcome: Outcome;
  text: string;
}

interface ModuleResult {
  module: string;
  results: TestResult[];
  /** Why the module could not be imported. */
  broken?: string;
  seconds: number;
}

interface Line {
  tests?: number;
  start?: number;
  end?: number;
  id?: string;
  outcome?: Outcome;
  text?: string;
  broken?: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const cache = here("../../node_modules/.cache/cpython-tests");

/** Runs the tests of a module from `first` on in one process; gives the index to go on with, undefined at the end. */
function runFrom(state: ModuleResult, first: number, deadline: number): Promise<number | undefined> {
  const child = spawn(
    process.execPath,
    [
      "--stack-size=4000",
      `${cache}/child.mjs`,
      options.tests,
      here("shims"),
      options.steps,
      state.module,
      String(first),
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  return new Promise((resolve) => {
    let total: number | undefined;
    let running: { index: number; id: string } | undefined;
    let killed = "";
    let noise = "";
    const kill = (why: string): void => {
      killed = why;
      child.kill("SIGKILL");
    };
    const overall = setTimeout(() => {
      kill("time limit of the module");
    }, deadline - Date.now());
    let single = setTimeout(() => undefined, 0);
    child.stderr.on("data", (data: Buffer) => {
      noise = (noise + data.toString()).slice(-2000);
    });
    const lines = createInterface({ input: child.stdout });
    lines.on("line", (text) => {
      if (!text.startsWith("{")) return;
      const line = JSON.parse(text) as Line;
      if (line.tests !== undefined) total = line.tests;
      if (line.broken !== undefined) state.broken = line.broken;
      if (line.start !== undefined) {
        running = { index: line.start, id: line.id ?? "?" };
        clearTimeout(single);
        single = setTimeout(() => {
          kill("time limit of a test");
        }, testLimit);
      }
      if (line.end !== undefined && running) {
        state.results.push({ id: running.id, outcome: line.outcome ?? "errored", text: line.text ?? "" });
        running = undefined;
      }
    });
    const ended = Promise.all([
      new Promise((done) => child.on("close", done)),
      new Promise((done) => lines.on("close", done)),
    ]);
    void ended.then(() => {
      clearTimeout(overall);
      clearTimeout(single);
      if (total === undefined) state.broken ??= killed || `the process ended: ${noise}`;
      const next = running === undefined ? state.results.length : running.index + 1;
      if (running)
        state.results.push({
          id: running.id,
          outcome: "errored",
          text: killed || `the process ended: ${noise}`,
        });
      if (total === undefined || state.broken !== undefined || next >= total) resolve(undefined);
      else if (Date.now() < deadline) resolve(next);
      else {
        for (let i = next; i < total; i++)
          state.results.push({ id: `number ${i}`, outcome: "errored", text: "time limit of the module" });
        resolve(undefined);
      }
    });
  });
}

async function runModule(module: string): Promise<ModuleResult> {
  const begin = Date.now();
  const state: ModuleResult = { module, results: [], seconds: 0 };
  let first: number | undefined = 0;
  while (first !== undefined) first = await runFrom(state, first, begin + Number(options.seconds) * 1000);
  state.seconds = (Date.now() - begin) / 1000;
  return state;
}

const count = (results: readonly TestResult[], outcome: Outcome): number =>
  results.filter((r) => r.outcome === outcome).length;

function rate(results: readonly TestResult[]): number {
  const judged = results.filter((r) => r.outcome !== "skipped" && r.outcome !== "detail").length;
  return judged === 0 ? 0 : (100 * count(results, "passed")) / judged;
}

function row(name: string, results: readonly TestResult[], seconds: number): string {
  const cells = outcomes.map((o) => String(count(results, o)).padStart(7));
  return `| ${name.padEnd(17)} | ${cells.join(" | ")} | ${rate(results).toFixed(1).padStart(6)} | ${seconds.toFixed(1).padStart(7)} |`;
}

/** The line that says why: the last of the traceback, without what varies. */
function cause(text: string): string {
  const lines = text.trim().split("\n");
  // The exception's own line is the last that is not indented and follows the frames.
  const at = lines.findLastIndex((line) => line.startsWith("  ")) + 1;
  return (lines[at] ?? lines.at(-1) ?? "").replace(/0x[0-9a-f]+/g, "0x...").slice(0, 140);
}

mkdirSync(cache, { recursive: true });
await build({
  entryPoints: [here("child.ts")],
  outfile: `${cache}/child.mjs`,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});

console.log(`| module            | ${outcomes.map((o) => o.padStart(7)).join(" | ")} | rate % | seconds |`);
console.log(`| ----------------- | ${outcomes.map(() => "------:").join(" | ")} | -----: | ------: |`);
const modules: ModuleResult[] = [];
for (const name of positionals.length > 0 ? positionals : all) {
  const result = await runModule(name);
  modules.push(result);
  console.log(row(name, result.results, result.seconds));
  if (result.broken !== undefined) console.log(`\n${name} did not run: ${cause(result.broken)}\n`);
}
const everything = modules.flatMap((m) => m.results);
const seconds = modules.reduce((sum, m) => sum + m.seconds, 0);
console.log(row("total", everything, seconds));

if (options.verbose) {
  for (const { module, results } of modules) {
    const groups = new Map<string, string[]>();
    for (const { id, outcome, text } of results) {
      if (outcome !== "failed" && outcome !== "errored") continue;
      const key = cause(text);
      const names = groups.get(key) ?? [];
      names.push(id.split(".").at(-1) ?? id);
      groups.set(key, names);
    }
    if (groups.size > 0) console.log(`\n${module}`);
    for (const [key, names] of [...groups].sort((a, b) => b[1].length - a[1].length))
      console.log(
        `  ${names.length} x ${key}   [${names.slice(0, 3).join(", ")}${names.length > 3 ? ", ..." : ""}]`,
      );
  }
}
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(modules, undefined, 1));
process.exitCode =
  rate(everything) >= 90 && modules.every((m) => m.broken === undefined && rate(m.results) >= 70) ? 0 : 1;
