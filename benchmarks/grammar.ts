/**
 * How long it takes to parse every metadata file of some layers, on one core, with peers:
 *
 *     npx tsx benchmarks/grammar.ts [--bitbake BITBAKE_DIR] DIR...
 *
 * - ours: RecipeParser, cold (the first pass of the process) and warm (the best of five);
 * - the same grammar without shortcuts: Ohm reads every character of every logical line and of every line of a body, and
 *   nothing is remembered;
 * - with --bitbake: BitBake's own parser, one CPython process, statements only (nothing is evaluated).
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";

const loading = performance.now();
const { print, RecipeParser } = await import("../src/recipe-grammar/index.js");
const { readWhole } = await import("../src/recipe-grammar/heads.js");
const { joinConfLine, joinRecipeLine } = await import("../src/recipe-grammar/logical-lines.js");
const { Lines } = await import("../src/recipe-grammar/lines.js");
const loaded = performance.now() - loading;

const roots: string[] = [];
let bitbake: string | undefined;
for (let i = 2; i < process.argv.length; i++) {
  if (process.argv[i] === "--bitbake") bitbake = process.argv[++i];
  else roots.push(process.argv[i]);
}
if (roots.length === 0) {
  console.error("usage: npx tsx benchmarks/grammar.ts [--bitbake BITBAKE_DIR] DIR...");
  process.exit(2);
}

const files = roots.flatMap((root) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:bb|bbappend|bbclass|inc|conf)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`),
);
files.sort();
const sources = files.map((file) => readFileSync(file, "utf8"));
const characters = sources.reduce((sum, source) => sum + source.length, 0);

/** Parses everything with a fresh parser; returns milliseconds. */
function ours(): number {
  const start = performance.now();
  const parser = new RecipeParser();
  for (let i = 0; i < files.length; i++) parser.parse(sources[i], files[i]);
  return performance.now() - start;
}

/** Every character through the grammar; returns milliseconds. */
function plain(): number {
  const start = performance.now();
  for (let i = 0; i < files.length; i++) {
    const conf = files[i].endsWith(".conf");
    const lines = new Lines(sources[i]);
    for (let next = 0; next < lines.count;) {
      const line = conf ? joinConfLine(lines, next, files[i]) : joinRecipeLine(lines, next, files[i]);
      if (!("problem" in line)) readWhole(line.text, conf ? "baseConfLine" : "recipeLine");
      next = line.next;
    }
  }
  return performance.now() - start;
}

const rows: [string, number][] = [];
rows.push(["ours, cold", ours()]);
rows.push(["ours, warm", Math.min(...Array.from({ length: 5 }, ours))]);
rows.push(["the grammar without shortcuts", plain()]);
if (bitbake !== undefined) {
  const oracle = new URL("../conformance/grammar/oracle.py", import.meta.url).pathname;
  const run = spawnSync("python3", [oracle, bitbake, "time"], { input: files.join("\n"), encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  rows.push([
    `BitBake's parser (${execFileSync("python3", ["-V"], { encoding: "utf8" }).trim()})`,
    Number(run.stdout),
  ]);
}

const parser = new RecipeParser();
const faithful = files.every((file, i) => print(parser.parse(sources[i], file)) === sources[i]);
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}`);
console.log(
  `${files.length} files, ${characters} characters; printed back byte for byte: ${faithful ? "yes" : "NO"}`,
);
console.log(`loading the parser: ${loaded.toFixed(0)} ms (with tsx's compilation)`);
const best = rows[1][1];
for (const [name, time] of rows) {
  const speed = ((characters / time) * 1000) / 1e6;
  console.log(
    `${name.padEnd(36)} ${time.toFixed(0).padStart(7)} ms  ${speed.toFixed(1).padStart(6)} MB/s  x${(time / best).toFixed(1)}`,
  );
}
