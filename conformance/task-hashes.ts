/**
 * Task hashes of a whole build against the sigdata files that real BitBake left (`bitbake -S none TARGET`, same build
 * directory, same handler):
 *
 *     sandbake hashes TARGET --full --json --build DIR > ours.json
 *     npx tsx conformance/task-hashes.ts ours.json DIR/tmp/stamps
 *
 * Prints how many are equal, and the others by cause: what differs first (the base hash, a file, which tasks count, a taint),
 * or that only a dependency's hash does. With `--contents OURS_DIR` (of `--sigdata`) the files' contents are compared too.
 * Exits 1 when something differs.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { decompress } from "fzstd";
import { readSigData, type SigData } from "../src/tasks/signatures/sigdata.js";

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { contents: { type: "string" } },
});
const [oursFile, stamps] = positionals;
if (oursFile === undefined || stamps === undefined) {
  console.error("usage: task-hashes.ts OURS.json STAMPS_DIR [--contents OUR_SIGDATA_DIR]");
  process.exit(2);
}

interface Ours {
  readonly tasks: readonly {
    readonly id: string;
    readonly stamp: string;
    readonly basehash: string;
    readonly taskhash: string;
    readonly unihash: string;
    readonly dependencies: readonly { readonly name: string; readonly hash: string }[];
    readonly files: readonly { readonly name: string; readonly checksum: string }[];
  }[];
}
const ours = JSON.parse(readFileSync(oursFile, "utf8")) as Ours;

/** Files by what stands before `.sigdata.`. */
const theirs = new Map<string, { readonly path: string; readonly hash: string }[]>();
for (const entry of readdirSync(stamps, { recursive: true, withFileTypes: true })) {
  const match = /^(.*)\.sigdata\.([0-9a-f]{64})$/.exec(entry.name);
  if (match === null) continue;
  const stamp = join(entry.parentPath, match[1] ?? "");
  const found = theirs.get(stamp) ?? [];
  found.push({ path: join(entry.parentPath, entry.name), hash: match[2] ?? "" });
  theirs.set(stamp, found);
}
const total = [...theirs.values()].reduce((sum, list) => sum + list.length, 0);

const causes = new Map<string, string[]>();
const tell = (cause: string, id: string): void => void causes.set(cause, [...(causes.get(cause) ?? []), id]);
const used = new Set<string>();
let equal = 0;
for (const task of ours.tasks) {
  const found = theirs.get(task.stamp) ?? [];
  const same = found.find(({ hash }) => hash === task.taskhash);
  if (same !== undefined) {
    equal++;
    used.add(same.path);
    continue;
  }
  const [other] = found;
  if (other === undefined) {
    tell("BitBake has no such task", task.id);
    continue;
  }
  used.add(other.path);
  const sig = readSigData(readFileSync(other.path), other.path);
  tell(causeOf(task, sig), task.id);
}
const missing = [...theirs.values()].flat().filter(({ path }) => !used.has(path));
for (const { path } of missing) tell("a task of BitBake's that we have not", relative(stamps, path));

function causeOf(task: Ours["tasks"][number], sig: SigData): string {
  if (sig.basehash !== task.basehash) return "the base hash differs";
  const files = JSON.stringify(task.files.map(({ name, checksum }) => [name, checksum]));
  if (files !== JSON.stringify(sig.files)) return "local files differ";
  const names = task.dependencies.map(({ name }) => name);
  if (JSON.stringify(names) !== JSON.stringify([...sig.tasks.keys()])) return "other tasks count";
  if (sig.taint !== null) return "a taint";
  return "only a dependency's hash differs";
}

console.log(`${ours.tasks.length} tasks, ${total} sigdata files: ${equal} hashes equal`);
for (const [cause, ids] of causes) {
  console.log(`${cause}: ${ids.length}`);
  for (const id of ids.slice(0, 20)) console.log(`  ${id}`);
}

let contents = 0;
if (options.contents !== undefined) {
  let compared = 0;
  const decode = (path: string): unknown =>
    JSON.parse(new TextDecoder().decode(decompress(readFileSync(path))));
  const sorted = (value: unknown): unknown =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        )
      : value;
  for (const { path } of [...theirs.values()].flat()) {
    const own = join(options.contents, relative(stamps, path));
    if (!existsSync(own)) continue;
    compared++;
    const [a, b] = [decode(own), decode(path)] as [Record<string, unknown>, Record<string, unknown>];
    const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
      (field) => JSON.stringify(sorted(a[field])) !== JSON.stringify(sorted(b[field])),
    );
    if (fields.length === 0) continue;
    contents++;
    if (contents <= 10) console.log(`  contents of ${relative(stamps, path)} differ in ${fields.join(", ")}`);
  }
  console.log(`${compared} files' contents compared: ${contents} differ`);
}
process.exit(causes.size === 0 && contents === 0 ? 0 : 1);
