/**
 * `sandbake diffsigs A B`: what differs between two sigdata files of BitBake; `sandbake diffsigs RECIPE -c TASK --to-...`:
 * between a recipe's task under two configurations. In the words of bitbake-diffsigs, causes first.
 */
import { readFileSync } from "node:fs";
import { compareSigData, type Difference } from "../../tasks/signatures/differences.js";
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
  if (second !== undefined) sides = [read(first), read(second)];
  else {
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

function read(file: string): SigData {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UsageError(
      `diffsigs: cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? "error"}`,
    );
  }
  return readSigData(bytes, file);
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
