/**
 * Speed of the Python front-end over all .py files of some directories, with CPython's own parser beside it:
 *
 *   npx tsx benchmarks/parser.ts DIRECTORY...
 *
 * Prints MB/s (of UTF-8 source) for the tokenizer, the parser and parser + scope analysis: first round (cold) and the
 * best of the later ones (warm).
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "../src/vm/parser/parse.js";
import { Source } from "../src/vm/parser/source.js";
import { Tokenizer } from "../src/vm/parser/tokenizer.js";
import { analyse } from "../src/vm/scope/analyse.js";

const ROUNDS = 7;

function* files(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.isFile() && entry.name.endsWith(".py")) yield path;
  }
}

const paths = process.argv.slice(2).flatMap((directory) => [...files(directory)]);
const sources = paths.map((path) => readFileSync(path, "utf8"));
const megabytes = sources.reduce((n, s) => n + Buffer.byteLength(s), 0) / 1e6;

function measure(name: string, work: (source: string) => unknown): void {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (const source of sources) work(source);
    rates.push(megabytes / ((performance.now() - start) / 1000));
  }
  const warm = Math.max(...rates.slice(1));
  console.log(
    `${name.padEnd(28)} cold ${rates[0].toFixed(1).padStart(6)} MB/s   warm ${warm.toFixed(1).padStart(6)} MB/s`,
  );
}

const options = { filename: "f", unicodeName: () => "?" };
console.log(`${paths.length} files, ${megabytes.toFixed(2)} MB`);
measure("tokenizer", (s) => new Tokenizer(new Source(s, "f", 1)).run());
measure("parser", (s) => parse(s, options));
measure("parser and scope analysis", (s) => analyse(parse(s, options), { filename: "f" }));

const script = `
import ast, sys, time
sources = [open(p, encoding="utf-8").read() for p in sys.stdin.read().split("\\n")]
best = 1e9
for _ in range(3):
    t = time.perf_counter()
    for s in sources: ast.parse(s)
    best = min(best, time.perf_counter() - t)
t = time.perf_counter()
for s in sources: compile(s, "f", "exec")
print(best, time.perf_counter() - t)
`;
const peer = spawnSync("/usr/bin/python3", ["-W", "ignore", "-c", script], {
  input: paths.join("\n"),
  encoding: "utf8",
});
const [parseSeconds, compileSeconds] = peer.stdout.trim().split(" ").map(Number);
console.log(
  `CPython ast.parse                          warm ${(megabytes / parseSeconds).toFixed(1).padStart(6)} MB/s`,
);
console.log(
  `CPython compile                            once ${(megabytes / compileSeconds).toFixed(1).padStart(6)} MB/s`,
);
