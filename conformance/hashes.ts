/**
 * Base hashes against a dump of real BitBake:
 *
 *     npx tsx conformance/hashes.ts --build DIR --bitbake DIR --layers-root DIR [--allow-run git] [--allow-read DIR]
 *       [--part I/N] DUMP.jsonl.gz
 *
 * Prints how many tasks' hashes are equal, the ones that differ by recipe, and, where the dump holds what BitBake's
 * signature generator saw, the first variable whose dependencies or value differ. Exits 1 when one differs.
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { openWorkspace } from "../src/cli/open.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    build: { type: "string" },
    bitbake: { type: "string" },
    "layers-root": { type: "string" },
    "allow-run": { type: "string", multiple: true, default: [] },
    "allow-read": { type: "string", multiple: true, default: [] },
    part: { type: "string", default: "0/1" },
  },
});
const [dump] = positionals;
const { build, bitbake, "layers-root": root } = options;
if (dump === undefined || build === undefined || bitbake === undefined || root === undefined) {
  console.error("usage: hashes.ts --build DIR --bitbake DIR --layers-root DIR DUMP.jsonl.gz");
  process.exit(2);
}
const [index = 0, parts = 1] = options.part.split("/").map(Number);

interface Theirs {
  readonly key: string;
  readonly tasks: readonly { readonly name: string; readonly basehash: string | null }[];
  readonly siggen?: {
    readonly gendeps: Readonly<Record<string, readonly string[]>>;
    readonly varvals: Readonly<Record<string, unknown>>;
  };
}

const out = {
  out: (data: unknown) => console.log(String(data)),
  err: (data: unknown) => console.error(String(data)),
};
const workspace = openWorkspace(
  out,
  {
    build,
    bitbake,
    layersRoot: root,
    allowRun: options["allow-run"],
    allowRead: options["allow-read"],
  } as never,
  false,
);
workspace.computeSignatures = true;

const byFile = new Map<string, Map<string, Theirs>>();
const numbers = new Map<string, number>();
for await (const line of createInterface({ input: createReadStream(dump).pipe(createGunzip()) })) {
  if (!/^\{"kind": ?"recipe"/.test(line)) continue;
  const key =
    /"key": ?"([^"]*)"/.exec(line.slice(0, 1000))?.[1]?.replaceAll("${LAYERS}", root.replace(/\/$/, "")) ??
    "";
  const virtual = /^virtual:(.*):([^:]*)$/.exec(key);
  const file = virtual?.[2] ?? key;
  if (!numbers.has(file)) numbers.set(file, numbers.size);
  if ((numbers.get(file) ?? 0) % parts !== index) continue;
  const { tasks, siggen } = JSON.parse(line) as Theirs;
  const variants = byFile.get(file) ?? new Map<string, Theirs>();
  variants.set(virtual?.[1] ?? "", { key, tasks, ...(siggen ? { siggen } : {}) });
  byFile.set(file, variants);
}

let equal = 0;
let different = 0;
for (const [file, variants] of byFile) {
  for (const { name, store, signatures, signatureError } of workspace.evaluate(file)) {
    const theirs = variants.get(name);
    if (theirs === undefined) continue;
    if (signatureError !== undefined)
      console.log(
        `${theirs.key}: ${signatureError instanceof Error ? signatureError.message : "signing failed"}`,
      );
    const wrong = theirs.tasks.filter(
      (task) => (signatures?.tasks.get(task.name)?.basehash ?? null) !== task.basehash,
    );
    equal += theirs.tasks.length - wrong.length;
    different += wrong.length;
    if (wrong.length === 0) continue;
    console.log(`${theirs.key}: ${wrong.map((task) => task.name).join(" ")}`);
    for (const [variable, names] of Object.entries(theirs.siggen?.gendeps ?? {})) {
      const ours = signatures?.variables.get(variable);
      const value = ours === undefined || ours.value === null ? null : store.textOf(ours.value);
      const expected = theirs.siggen?.varvals[variable];
      const wanted = expected === null || expected === undefined ? null : store.textOf(expected);
      const same = [...(ours?.names ?? [])].sort().join(" ") === [...names].sort().join(" ");
      if (same && value === wanted) continue;
      console.log(`  first cause: ${variable}`);
      console.log(`    ours:   ${[...(ours?.names ?? [])].sort().join(" ")} | ${JSON.stringify(value)}`);
      console.log(`    theirs: ${[...names].sort().join(" ")} | ${JSON.stringify(wanted)}`);
      break;
    }
  }
}
console.log(`${byFile.size} recipes: ${equal} base hashes equal, ${different} different`);
process.exit(different === 0 ? 0 : 1);
