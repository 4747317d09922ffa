/**
 * Runs the coverage-guided fuzzer Jazzer.js over one target: npx tsx conformance/fuzz/run.ts TARGET [SECONDS] [FOLDER]
 * Jazzer.js is native, so it is no dependency: it is fetched by `npx`, or JAZZER names its executable. FOLDER keeps the
 * corpus and the inputs that failed (crash-*); a next run goes on with them.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { targets } from "./targets.js";

const [target = "", seconds = "1800", folder] = process.argv.slice(2);
if (!Object.hasOwn(targets, target)) {
  console.error(`name a target: ${Object.keys(targets).join(", ")}`);
  process.exit(2);
}
const place = folder === undefined ? mkdtempSync(join(tmpdir(), "sandbake-fuzz-")) : resolve(folder);
const corpus = join(place, `corpus-${target}`);
mkdirSync(corpus, { recursive: true });
// One CommonJS file: Jazzer instruments what is required.
const bundle = join(place, `${target}.cjs`);
buildSync({
  stdin: {
    contents: `import { targets } from "./targets.ts"; export function fuzz(data) { targets[${JSON.stringify(target)}](data); }`,
    resolveDir: import.meta.dirname,
  },
  bundle: true,
  platform: "node",
  format: "cjs",
  outfile: bundle,
  logLevel: "error",
});
const [command = "npx", ...before] = process.env["JAZZER"]?.split(" ") ?? ["npx", "--yes", "@jazzer.js/core"];
const done = spawnSync(
  command,
  [
    ...before,
    bundle,
    corpus,
    "--sync",
    "--timeout=60000", // milliseconds; a loaded machine is no hang
    "--",
    `-max_total_time=${seconds}`,
    "-max_len=4096",
    "-print_final_stats=1",
    `-artifact_prefix=${place}/`,
  ],
  { stdio: "inherit", cwd: place },
);
console.log(`corpus and failures: ${place}`);
process.exit(done.status ?? 1);
