/**
 * `sandbake diffsigs A B`: what differs between two sigdata files of BitBake, or between two snapshots (the JSON of `sandbake
 * hashes`, of a recipe or of a build); `sandbake diffsigs RECIPE -c TASK --to-...`:
 * between a recipe's task under two configurations. In the words of bitbake-diffsigs, causes first.
 */
import { readFileSync } from "node:fs";
import { compareSigData, type Difference } from "../../tasks/signatures/differences.js";
import { compareSnapshots, readSnapshot, type SignatureSnapshot } from "../../tasks/signatures/snapshots.js";
import { readSigData, sigDataOf, type SigData } from "../../tasks/signatures/sigdata.js";
import { openWorkspace, type OpenOptions } from "../open.js";
import { exitCodes, UsageError, type Io } from "../output.js";
import { otherSide, type OtherSide } from "./diff.js";
import { noTask, signedRecipe, taskName } from "./hashes.js";

export interface DiffsigsOptions extends OpenOptions, OtherSide {
  readonly task?: string;
  readonly json?: boolean;
}

export function diffsigs(
  io: Io,
  first: string,
  second: string | undefined,
  options: DiffsigsOptions,
): number {
  let sides: readonly [SigData, SigData];
  if (second !== undefined) {
    const [a, b] = [read(first), read(second)];
    if ("kind" in a && "kind" in b) return snapshots(io, a, b, options);
    if ("kind" in a || "kind" in b)
      throw new UsageError("diffsigs: one file is BitBake's, the other one of `sandbake hashes --json`");
    sides = [a, b];
  } else {
    const { task } = options;
    if (task === undefined)
      throw new UsageError("diffsigs: name the task with -c TASK, or two sigdata files");
    const name = taskName(task);
    sides = [computed(io, first, name, options), computed(io, first, name, otherSide(options, "diffsigs"))];
  }
  const differences = compareSigData(...sides);
  if (options.json)
    io.out(`${JSON.stringify({ schemaVersion: 1, task: sides[0].task, differences }, null, 2)}\n`);
  else io.out(render(sides[0].task, differences));
  return exitCodes.ok;
}

function snapshots(io: Io, a: SignatureSnapshot, b: SignatureSnapshot, options: DiffsigsOptions): number {
  const { task } = options;
  const found = compareSnapshots(a, b, task === undefined || a.kind === "build" ? task : taskName(task));
  if (options.json) {
    io.out(`${JSON.stringify({ schemaVersion: 1, ...found }, null, 2)}\n`);
    return exitCodes.ok;
  }
  const { added, removed, changed, following } = found;
  for (const name of removed) io.out(`${name}: gone\n`);
  for (const name of added) io.out(`${name}: new\n`);
  for (const { task: name, differences } of changed) {
    const lines = differences.flatMap(({ text }) => text.split("\n"));
    io.out(`${name}:\n${lines.map((line) => `  ${line}`.trimEnd()).join("\n")}\n`);
  }
  if (following.length > 0)
    io.out(`${following.length} more differ only in the hashes of tasks that they depend on\n`);
  if (added.length + removed.length + changed.length + following.length === 0) io.out("no difference\n");
  return exitCodes.ok;
}

function read(file: string): SigData | SignatureSnapshot {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UsageError(
      `diffsigs: cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? "error"}`,
    );
  }
  const snapshot = bytes[0] === 0x7b ? readSnapshot(new TextDecoder().decode(bytes)) : undefined;
  return snapshot ?? readSigData(bytes, file);
}

function computed(io: Io, recipe: string, task: string, options: OpenOptions): SigData {
  const { signatures, store, ignored } = signedRecipe(openWorkspace(io, options, false), recipe);
  if (!signatures.tasks.has(task)) throw noTask(recipe, task, signatures);
  return sigDataOf(task, signatures, store, ignored);
}

function render(task: string, differences: readonly Difference[]): string {
  if (differences.length === 0) return `${task}: no difference\n`;
  return differences.map(({ text }) => `${text}\n`).join("");
}
