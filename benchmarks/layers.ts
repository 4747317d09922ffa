/**
 * All recipes of a build directory, side by side in one run: BitBake's `bitbake -p` and ours, each cold (no cache) and warm;
 * `env RECIPE` cold and warm; peak memory. Prints times and ratios. Run from the repository after `npm run build`:
 *
 *     npx tsx benchmarks/layers.ts BUILD_DIR --bitbake CHECKOUT [--recipe zlib] [--runs 3] [--jobs N] [--allow-read PATHS]
 *
 * BUILD_DIR is a BitBake build directory (conf/bblayers.conf); BitBake works in a copy of it, with /usr/bin/python3. Its
 * cold run has no cache and no TMPDIR; the second run after an empty TMPDIR parses all again, so the third one is the
 * first warm one, and counts. BitBake computes the base hashes of all tasks always, we with --hashes: both are measured. BitBake works in a server that outlives the command, so its CPU time and memory are those
 * of the client alone; the wall clock's times compare. Figures mean something on a machine that does nothing else.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bitbake: { type: "string" },
    recipe: { type: "string", default: "zlib" },
    runs: { type: "string", default: "3" },
    jobs: { type: "string", default: String(availableParallelism()) },
    "allow-read": { type: "string" },
  },
});
const [build] = positionals;
const bitbake = values.bitbake ?? process.env["BITBAKE"];
const main = resolve(import.meta.dirname, "../dist/cli/main.js");
if (build === undefined || !existsSync(join(build, "conf/bblayers.conf")) || bitbake === undefined) {
  console.error(
    "usage: npx tsx benchmarks/layers.ts BUILD_DIR --bitbake CHECKOUT [--recipe NAME] [--runs N] [--jobs N]",
  );
  process.exit(2);
}
if (!existsSync(main) || !existsSync("/usr/bin/time") || !existsSync("/usr/bin/python3")) {
  console.error("needs dist (npm run build), GNU time (/usr/bin/time) and /usr/bin/python3");
  process.exit(2);
}

interface Sample {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly said: string;
}

function measure(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Sample {
  const begin = performance.now();
  const run = spawnSync("/usr/bin/time", ["-v", ...argv], { cwd, env, encoding: "utf8", maxBuffer: 1 << 28 });
  const wall = (performance.now() - begin) / 1000;
  if (run.status !== 0) throw new Error(`${argv.join(" ")} failed:\n${run.stdout}\n${run.stderr}`);
  const figure = (label: string): number =>
    Number(new RegExp(`${label}[^:]*: ([0-9.]+)`).exec(run.stderr)?.[1]);
  const said = /Parsing of .*|PV=.*/.exec(run.stdout)?.[0] ?? "";
  return {
    wall,
    cpu: figure("User time") + figure("System time"),
    megabytes: figure("Maximum resident") / 1024,
    said,
  };
}

const scratch = mkdtempSync(join(tmpdir(), "layers-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
const copy = join(scratch, "build");
cpSync(build, copy, { recursive: true });
const cache = join(scratch, "cache");
const runs = Number(values.runs);
const remove = (...paths: string[]): void => {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
};

const theirEnvironment = {
  HOME: process.env["HOME"],
  PATH: [join(bitbake, "bin"), process.env["PATH"]].join(delimiter),
  LC_ALL: "en_US.UTF-8",
};
const theirs = (...options: string[]): Sample =>
  measure(["/usr/bin/python3", join(bitbake, "bin/bitbake"), ...options], copy, theirEnvironment);
const ours = (...options: string[]): Sample => {
  const open = ["--build", build, "--bitbake", bitbake, "--cache-dir", cache, "--quiet"];
  const read = values["allow-read"] === undefined ? [] : ["--allow-read", values["allow-read"]];
  return measure([process.execPath, main, ...options, ...open, ...read], process.cwd(), process.env);
};
const coldTheirs = (): void => remove(join(copy, "tmp"), join(copy, "cache"));

const middle = (samples: readonly Sample[], pick: (sample: Sample) => number): number =>
  samples.map(pick).sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? NaN;

function row(name: string, their: readonly Sample[], our: readonly Sample[]): void {
  const [a, b] = [their, our].map((samples) => middle(samples, ({ wall }) => wall)) as [number, number];
  const cell = (samples: readonly Sample[], wall: number): string =>
    `${wall.toFixed(2).padStart(8)} s ${middle(samples, ({ cpu }) => cpu)
      .toFixed(1)
      .padStart(7)} s ` +
    `${middle(samples, ({ megabytes }) => megabytes)
      .toFixed(0)
      .padStart(6)} MB`;
  console.log(`${name.padEnd(16)} ${cell(their, a)}   ${cell(our, b)}   1/${(a / b).toFixed(1)}`);
}

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? "CPU"}, ` +
    `--jobs ${values.jobs}, median of ${runs}`,
);
console.log(
  `${"".padEnd(16)} ${"BitBake: wall, CPU*, memory".padEnd(29)}   ${"sandbake: wall, CPU, memory".padEnd(29)}   ratio`,
);
const repeat = (body: () => Sample): Sample[] => Array.from({ length: runs }, body);

const parse = ["parse", "--jobs", values.jobs];
const cold: [Sample[], Sample[]] = [[], []];
const hashed: Sample[] = [];
for (let i = 0; i < runs; i++) {
  coldTheirs();
  cold[0].push(theirs("-p"));
  remove(cache);
  cold[1].push(ours(...parse));
  remove(cache);
  hashed.push(ours(...parse, "--hashes"));
}
row("parse, cold", ...cold);
row("with base hashes", cold[0], hashed);
theirs("-p");
row(
  "parse, warm",
  repeat(() => theirs("-p")),
  // What the last cold run kept, base hashes and all, as BitBake's cache has them.
  repeat(() => ours(...parse, "--hashes")),
);
row(
  `env ${values.recipe}, warm`,
  repeat(() => theirs("-e", values.recipe)),
  repeat(() => ours("env", values.recipe)),
);
const first: [Sample[], Sample[]] = [[], []];
for (let i = 0; i < runs; i++) {
  coldTheirs();
  first[0].push(theirs("-e", values.recipe));
  remove(cache);
  first[1].push(ours("env", values.recipe));
}
row(`env ${values.recipe}, cold`, ...first);
console.log(`sandbake: ${cold[1][0]?.said ?? ""}`);
console.log(
  "* BitBake works in a server that outlives the command: its CPU time and memory are the client's alone.",
);
