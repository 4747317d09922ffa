/**
 * Static mode against full evaluation over the recipes of a build: how many variables are known, and whether any known
 * value is wrong; CPU seconds of both in the same run. From the repository:
 *
 *     node --import=tsx benchmarks/static.ts BUILD_DIR [--bitbake CHECKOUT] [--layers-root DIR] [--every N] [RECIPE...]
 *
 * Counted are the variables (no functions, no names that begin with `__`) of every variant that the full evaluation has,
 * also those that static mode has not found. RECIPE is the beginning of a file's name. `--every 10`: each tenth file.
 */
import { parseArgs } from "node:util";
import { startPython } from "../src/evaluate/python.js";
import { causeText, staticVariable } from "../src/evaluate/static/report.js";
import { startStatic, type StaticPython } from "../src/evaluate/static/side.js";
import { Workspace } from "../src/layers/workspace.js";
import { machineFacts, nodeHost } from "../src/sandbox/host/node.js";
import { basename } from "../src/sandbox/paths.js";
import type { PythonForWorkspace } from "../src/evaluate/python-side.js";
import type { Variant } from "../src/evaluate/finalise.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bitbake: { type: "string" },
    "layers-root": { type: "string" },
    every: { type: "string", default: "1" },
    causes: { type: "string", default: "15" },
  },
});
const [build, ...wanted] = positionals;
if (build === undefined) {
  console.error(
    "usage: node --import=tsx benchmarks/static.ts BUILD_DIR [--bitbake DIR] [--layers-root DIR] [--every N] [RECIPE...]",
  );
  process.exit(2);
}
const topdir: string = build;

function open(start: (host: ReturnType<typeof nodeHost>) => PythonForWorkspace): Workspace {
  const env = new Map(machineFacts().env);
  if (values.bitbake !== undefined) env.set("PATH", `${values.bitbake}/bin:${env.get("PATH") ?? ""}`);
  env.set("BBPATH", topdir).set("PWD", topdir);
  const read = [topdir, "/etc", "/usr/lib/os-release", "/usr/include/linux"];
  for (const folder of [values.bitbake, values["layers-root"]]) if (folder !== undefined) read.push(folder);
  const stat = (env.get("PATH") ?? "").split(":");
  const host = nodeHost({ read, stat, run: [] }, { env, cwd: topdir });
  return new Workspace({
    host,
    topdir,
    startPython: () => start(host),
    onLayers: (layers) => host.grantRead(layers),
  });
}

let python: StaticPython | undefined;
const followed = open((host) => {
  const started = startStatic(host, () => undefined);
  ({ python } = started);
  return started;
});
const run = open((host) => startPython({ host, log: () => undefined }));

const seconds = { followed: 0, run: 0 };
function timed<T>(of: keyof typeof seconds, body: () => T): T {
  const before = process.cpuUsage().user;
  try {
    return body();
  } finally {
    seconds[of] += (process.cpuUsage().user - before) / 1e6;
  }
}
function variants(of: keyof typeof seconds, workspace: Workspace, file: string): readonly Variant[] {
  try {
    return timed(of, () => workspace.evaluate(file));
  } catch (error) {
    console.log(
      `${basename(file)} (${of === "run" ? "full" : "static"}): ${String(error).split("\n", 1)[0] ?? ""}`,
    );
    return [];
  }
}

timed("followed", () => followed.configuration);
timed("run", () => run.configuration);
const counts = { known: 0, wrong: 0, partly: 0, unknown: 0, absent: 0 };
const causes = new Map<string, number>();
const files = run.files.recipes
  .filter((_file, i) => i % Number(values.every) === 0)
  .filter((file) => wanted.length === 0 || wanted.some((name) => basename(file).startsWith(name)));
for (const file of files) {
  const ours = variants("followed", followed, file);
  for (const { name, store } of variants("run", run, file)) {
    const own = ours.find((variant) => variant.name === name)?.store;
    for (const key of store.keys()) {
      if (key.startsWith("__") || Boolean(store.getVarFlag(key, "func", false))) continue;
      if (own === undefined) {
        counts.absent++;
        continue;
      }
      const found = timed("followed", () => staticVariable(own, key, python as StaticPython));
      if (found.state !== "known") {
        counts[found.state]++;
        const cause = causeText(found.cause).replace(/\s+/g, " ").slice(0, 150);
        causes.set(cause, (causes.get(cause) ?? 0) + 1);
        continue;
      }
      let value: unknown;
      try {
        value = store.getVar(key);
      } catch (error) {
        value = error;
      }
      if (value === found.value) counts.known++;
      else {
        counts.wrong++;
        console.log(
          `WRONG ${basename(file)} ${name} ${key}: ${JSON.stringify(found.value)}, not ${JSON.stringify(value)}`,
        );
      }
    }
  }
}
const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
const share = (n: number): string => `${((100 * n) / total).toFixed(2)} %`;
console.log(`${files.length} recipe files, ${total} variables of all variants`);
console.log(`known   ${counts.known} (${share(counts.known)}), of them wrong: ${counts.wrong}`);
console.log(`partly  ${counts.partly} (${share(counts.partly)})`);
console.log(
  `unknown ${counts.unknown + counts.absent} (${share(counts.unknown + counts.absent)}), not found at all ${counts.absent}`,
);
console.log(
  `CPU: static ${seconds.followed.toFixed(1)} s (with reading), full ${seconds.run.toFixed(1)} s (without)`,
);
for (const [cause, n] of [...causes].sort((a, b) => b[1] - a[1]).slice(0, Number(values.causes)))
  console.log(`  ${String(n).padStart(7)}  ${cause}`);
