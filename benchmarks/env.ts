/**
 * `sandbake env RECIPE` from a cold start, process start to end, with what it takes at most of memory; beside it real
 * BitBake, when a checkout is named. Run from the repository after `npm run build`:
 *
 *     npx tsx benchmarks/env.ts BUILD_DIR [RECIPE] [--runs N] [--bitbake CHECKOUT]
 *
 * BUILD_DIR is a BitBake build directory (conf/bblayers.conf). The peer needs Python 3.9 or newer, a UTF-8 locale and what
 * BitBake asks of a host; it works in a copy of the build directory, once cold (no cache) and then warm. The time is the
 * wall clock's; CPU time and peak resident memory (/usr/bin/time -v) are given for ours only: BitBake works in a
 * server that outlives the command.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "5" }, bitbake: { type: "string" } },
});
const [build, recipe = "zlib"] = positionals;
const main = resolve(import.meta.dirname, "../dist/cli/main.js");
if (build === undefined || !existsSync(join(build, "conf/bblayers.conf"))) {
  console.error("usage: npx tsx benchmarks/env.ts BUILD_DIR [RECIPE] [--runs N] [--bitbake CHECKOUT]");
  process.exit(2);
}
if (!existsSync(main) || !existsSync("/usr/bin/time")) {
  console.error("needs dist (npm run build) and GNU time (/usr/bin/time)");
  process.exit(2);
}
const bitbake = values.bitbake ?? process.env["BITBAKE"];

interface Sample {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly lines: number;
}

function measure(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Sample {
  const begin = performance.now();
  const run = spawnSync("/usr/bin/time", ["-v", ...argv], { cwd, env, encoding: "utf8", maxBuffer: 1 << 28 });
  const wall = (performance.now() - begin) / 1000;
  if (run.status !== 0) throw new Error(`${argv.join(" ")} failed:\n${run.stderr}`);
  const figure = (label: string): number =>
    Number(new RegExp(`${label}[^:]*: ([0-9.]+)`).exec(run.stderr)?.[1]);
  return {
    wall,
    cpu: figure("User time") + figure("System time"),
    megabytes: figure("Maximum resident") / 1024,
    lines: run.stdout.split("\n").length,
  };
}

function show(name: string, samples: readonly Sample[], own = false): void {
  const column = (pick: (s: Sample) => number): number[] => samples.map(pick).sort((a, b) => a - b);
  const wall = column((s) => s.wall);
  const middle = (list: readonly number[]): number => list[Math.floor(list.length / 2)] ?? NaN;
  console.log(
    `${name.padEnd(28)} ${middle(wall).toFixed(2).padStart(7)} s  (${(wall[0] ?? NaN).toFixed(2)} to ${(wall.at(-1) ?? NaN).toFixed(2)}, ${samples.length} runs)` +
      (own
        ? `  CPU ${middle(column((s) => s.cpu)).toFixed(2)} s  peak ${middle(column((s) => s.megabytes)).toFixed(0)} MB`
        : "") +
      `  ${samples[0]?.lines ?? 0} lines`,
  );
}

console.log(`env ${recipe}; Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? "CPU"}`);
const ours = [process.execPath, main, "env", recipe, "--build", build];
const options = bitbake === undefined ? [] : ["--bitbake", bitbake, "--allow-run=git"];
show(
  "sandbake env, cold",
  Array.from({ length: Number(values.runs) }, () =>
    measure([...ours, ...options, "--quiet"], process.cwd(), process.env),
  ),
  true,
);

if (bitbake === undefined) {
  console.log("bitbake -e                   not measured: name a checkout with --bitbake or BITBAKE");
} else {
  const copy = mkdtempSync(join(tmpdir(), "sandbake-bench-"));
  try {
    cpSync(join(build, "conf"), join(copy, "conf"), { recursive: true });
    const bin = resolve(bitbake, "bin");
    const env = {
      ...process.env,
      PATH: `${bin}:${process.env["PATH"] ?? ""}`,
      LC_ALL: "en_US.UTF-8",
      BBPATH: copy,
    };
    const peer = ["python3", join(bin, "bitbake"), "-e", recipe];
    show("bitbake -e, cold", [measure(peer, copy, env)]);
    measure(peer, copy, env); // the second run after an empty TMPDIR still parses everything
    show(
      "bitbake -e, warm",
      Array.from({ length: 3 }, () => measure(peer, copy, env)),
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
