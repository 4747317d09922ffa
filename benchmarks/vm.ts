/**
 * The VM beside CPython, Pyodide, Skulpt's own compiler and Brython on the programs of benchmarks/vm; the cost of a cold
 * inline expression, of starting a VM and of importing. CPU time, so that other work on the machine disturbs little; the
 * peers take turns, and the least time of all rounds counts, so that a slow minute of a shared machine is nobody's.
 *
 *     npx tsx benchmarks/vm.ts [--only NAME,NAME] [--seconds 1] [--rounds 3] [--cpython-only]
 *
 * `npm install --no-save pyodide` adds Pyodide. A peer that cannot run a program has no ratio there; means are over the
 * programs that both run.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildSync } from "esbuild";
import type { Timing } from "./vm/peers/measure.js";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    seconds: { type: "string", default: "1" },
    rounds: { type: "string", default: "3" },
    "cpython-only": { type: "boolean", default: false },
  },
});
const root = join(dirname(fileURLToPath(import.meta.url)), "vm");
const wanted = values.only?.split(",");
const files = readdirSync(root)
  .filter((name) => name.endsWith(".py") && (wanted === undefined || wanted.includes(basename(name, ".py"))))
  .sort()
  .map((name) => join(root, name));

function timings(program: string, args: readonly string[]): Record<string, Timing> {
  const text = execFileSync(program, [...args, values.seconds, ...files], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(text.trim().split("\n").pop()!) as Record<string, Timing>;
}
// Bundled: tsx names every function as it is made, which costs several times what the programs do.
const runner = join(root, "../../node_modules/.cache/sandbake-benchmarks/run.mjs");
buildSync({
  entryPoints: [join(root, "peers", "run.ts")],
  outfile: runner,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
});
const inNode = (kind: string): Record<string, Timing> => timings(process.execPath, [runner, kind]);

const kinds = ["ours"];
if (!values["cpython-only"]) {
  if (existsSync(join(root, "../../node_modules/pyodide"))) kinds.push("pyodide");
  kinds.push("skulpt", "brython");
}
const empty = (): Record<string, Timing> => ({});
const cpython = empty();
const columns = new Map(kinds.map((kind) => [kind, empty()]));
for (let round = 0; round < Number(values.rounds); round++) {
  keepLeast(
    cpython,
    timings(process.env["PYTHON"] ?? "/usr/bin/python3", [join(root, "peers", "cpython.py")]),
  );
  for (const [kind, least] of columns) keepLeast(least, inNode(kind));
}

function keepLeast(least: Record<string, Timing>, now: Record<string, Timing>): void {
  for (const [file, timing] of Object.entries(now)) {
    const before = least[file];
    if (before === undefined || (!("error" in before) && !("error" in timing) && timing[0] < before[0]))
      least[file] = timing;
  }
}

const logs = new Map([...columns.keys()].map((name) => [name, [] as number[]]));
const overSkulpt: number[] = [];
console.log(
  `program          CPython ms ${[...columns.keys()].map((n) => `${n} (ratio)`.padStart(20)).join("")}`,
);
for (const file of files) {
  const base = cpython[file] as readonly [number, string];
  let line = basename(file, ".py").padEnd(16) + base[0].toFixed(3).padStart(11);
  for (const [name, all] of columns) {
    const t = all[file];
    if ("error" in t) {
      line += "-".padStart(20);
      if (name === "ours") console.log(`${basename(file)}: ${t.error}`);
      continue;
    }
    if (name === "ours" && t[1] !== base[1]) console.log(`${basename(file)}: ${t[1]} is not ${base[1]}`);
    logs.get(name)!.push(Math.log(t[0] / base[0]));
    line += `${t[0].toFixed(3)} (${(t[0] / base[0]).toFixed(2)})`.padStart(20);
  }
  const theirs = columns.get("skulpt")?.[file];
  const ours = columns.get("ours")![file];
  if (theirs !== undefined && !("error" in theirs) && !("error" in ours))
    overSkulpt.push(Math.log(theirs[0] / ours[0]));
  console.log(line);
}
const mean = (list: readonly number[]): string =>
  list.length === 0 ? "-" : Math.exp(list.reduce((a, b) => a + b, 0) / list.length).toFixed(2);
console.log(
  "geometric mean".padEnd(27) +
    [...logs.values()].map((l) => `${mean(l)} of ${l.length}`.padStart(20)).join(""),
);
if (overSkulpt.length > 0) console.log(`faster than Skulpt's own compiler: ${mean(overSkulpt)} times`);

for (const line of inNode("costs") as unknown as readonly string[]) console.log(line);
