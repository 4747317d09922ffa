/**
 * What the limits cost, and how far oe-core stays below them.
 *
 *     npx tsx benchmarks/limits.ts BUILD --bitbake DIR [--sample 60] [--rounds 5]   time with and without, in alternation
 *     npx tsx benchmarks/limits.ts BUILD --bitbake DIR --maxima [--sample 60]       the most of each that a recipe needs
 *
 * Without --sample all recipes are evaluated, each in its variants with all its values expanded; the configuration counts.
 * Times are CPU seconds of a process for each. Without limits the budget's methods are emptied; the counter that generated
 * code decrements stays in both.
 */
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { openWorkspace } from "../src/cli/open.js";
import type { IncludeNode } from "../src/datastore/index.js";
import { evaluateToResult } from "../src/layers/evaluate-all.js";
import type { Workspace } from "../src/layers/workspace.js";
import { Budget, defaultLimits, type Limits } from "../src/sandbox/budget.js";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    bitbake: { type: "string" },
    "allow-read": { type: "string", default: "/usr/include/linux" },
    sample: { type: "string" },
    rounds: { type: "string", default: "5" },
    once: { type: "string" },
    maxima: { type: "boolean", default: false },
  },
});
const [build = "."] = positionals;

function open(
  tracking: boolean,
  limit: readonly string[] = [],
): { workspace: Workspace; files: readonly string[] } {
  const io = { out: () => undefined, err: () => undefined };
  const { bitbake, "allow-read": allowRead } = values;
  const options = {
    build,
    ...(bitbake === undefined ? {} : { bitbake }),
    allowRead: [allowRead],
    allowRun: ["git"],
    quiet: true,
    limit,
  };
  const workspace = openWorkspace(io, options, tracking);
  const all = workspace.files.recipes;
  const step = values.sample === undefined ? 1 : Math.max(1, all.length / Number(values.sample));
  const files = Array.from(
    { length: Math.floor(all.length / step) },
    (_, i) => all[Math.floor(i * step)] ?? "",
  );
  return { workspace, files };
}

/** What a process of its own does: a function that changes in the middle of a process costs more than it saves. */
function once(): void {
  if (values.once === "without")
    for (const name of ["step", "allocate", "expand", "write"] as const)
      Object.assign(Budget.prototype, { [name]: () => undefined });
  const before = process.cpuUsage();
  const { workspace, files } = open(false);
  for (const file of files) evaluateToResult(workspace, file);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1e6);
}

/** CPU seconds of a cold evaluation. */
function seconds(limited: boolean): number {
  const args = [...process.execArgv, ...process.argv.slice(1), "--once", limited ? "with" : "without"];
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

function overhead(): void {
  const ratios: number[] = [];
  const best = { limited: Infinity, free: Infinity };
  for (let round = 1; round <= Number(values.rounds); round++) {
    const first = seconds(round % 2 === 0);
    const second = seconds(round % 2 !== 0);
    const [limited, free] = round % 2 === 0 ? [first, second] : [second, first];
    best.limited = Math.min(best.limited, limited);
    best.free = Math.min(best.free, free);
    ratios.push(limited / free);
    console.log(`round ${round}: ${limited.toFixed(2)} s with limits, ${free.toFixed(2)} s without`);
  }
  ratios.sort((a, b) => a - b);
  const at = (part: number): string => (ratios[Math.floor((ratios.length - 1) * part)] ?? 0).toFixed(3);
  console.log(
    `ratio: median ${at(0.5)}, from ${at(0)} to ${at(1)}; of the best times ${(best.limited / best.free).toFixed(3)}`,
  );
}

const deepest = (nodes: readonly IncludeNode[]): number =>
  nodes.reduce((most, { children }) => Math.max(most, 1 + deepest(children)), 0);

function maxima(): void {
  // What no counter shows must do with a hundredth of its default.
  const hundredth = (["integerBits", "regexSteps"] as const).map(
    (name) => `${name}=${defaultLimits[name] / 100}`,
  );
  const { workspace, files } = open(true, hundredth);
  const most = new Map<keyof Limits, { value: number; file: string }>();
  const note = (name: keyof Limits, value: number, file: string): void => {
    if (value > (most.get(name)?.value ?? -1)) most.set(name, { value, file });
  };
  const { runtime } = workspace.evaluator.python as unknown as {
    runtime: { budget: Budget; code: { thread: { d: number } } };
  };
  const { budget, code } = runtime;
  let current = "(configuration)";
  const allocate = budget.allocate.bind(budget);
  budget.allocate = (bytes) => {
    note("valueBytes", bytes, current);
    allocate(bytes);
  };
  let depth = code.thread.d;
  Object.defineProperty(code.thread, "d", {
    get: () => depth,
    set: (value: number) => note("depth", (depth = value), current),
  });
  // Counted from one `renew` to the next, where they are highest.
  const renew = budget.renew.bind(budget);
  const look = (): void => {
    for (const [name, value] of Object.entries(budget.used)) note(name as keyof Limits, value, current);
  };
  budget.renew = () => {
    look();
    renew();
  };
  let failures = 0;
  for (const file of files) {
    current = file;
    const before = performance.now();
    const result = evaluateToResult(workspace, file);
    note("seconds", (performance.now() - before) / 1000, file);
    if ("error" in result) {
      failures++;
      console.log(result.error.message);
    }
    look();
    const { heapUsed, external } = process.memoryUsage();
    note("heapBytes", heapUsed + external, file);
    for (const { store } of workspace.evaluate(file))
      note("includeDepth", deepest(store.inchistory.tree()), file);
  }
  console.log(`${files.length} recipes, ${failures} failures; ${hundredth.join(" and ")} are enough for all`);
  for (const [name, { value, file }] of [...most].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const part = ((100 * value) / defaultLimits[name]).toPrecision(2);
    console.log(
      `${name.padEnd(13)} ${String(Number(value.toPrecision(6))).padStart(14)} of ${defaultLimits[name]} (${part} %)  ${file.replace(/.*\//, "")}`,
    );
  }
}

if (values.once !== undefined) once();
else if (values.maxima) maxima();
else overhead();
