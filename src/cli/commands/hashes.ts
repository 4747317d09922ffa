/** `sandbake hashes RECIPE`: the base hashes of a recipe's tasks and what they are made of. */
import { sigDataOf } from "../../tasks/signatures/sigdata.js";
import { SandbakeError } from "../../diagnostics/errors.js";
import type { RecipeSignatures } from "../../analysis/signatures.js";
import type { DataStore } from "../../datastore/index.js";
import type { Workspace } from "../../layers/workspace.js";
import { openWorkspace, type OpenOptions } from "../open.js";
import { exitCodes, type Io, suggestion } from "../output.js";

export interface HashesOptions extends OpenOptions {
  readonly task?: string;
  readonly json?: boolean;
}

export function hashes(io: Io, recipe: string, options: HashesOptions): number {
  const workspace = openWorkspace(io, options, false);
  const { signatures, store, ignored } = signedRecipe(workspace, recipe);
  const task = options.task === undefined ? undefined : taskName(options.task);
  if (task !== undefined && !signatures.tasks.has(task)) throw noTask(recipe, task, signatures);
  const wanted = task === undefined ? [...signatures.tasks.keys()] : [task];
  if (options.json) {
    const tasks = wanted.map((name) => {
      const { basehash, direct, values } = sigDataOf(name, signatures, store, ignored);
      return {
        name,
        basehash,
        dependencies: [...direct].map(([variable, names]) => ({
          name: variable,
          value: values.get(variable) ?? null,
          dependencies: names,
        })),
      };
    });
    io.out(
      `${JSON.stringify({ schemaVersion: 1, recipe, pn: store.getVar("PN"), ignored: [...ignored].sort(), tasks }, null, 2)}\n`,
    );
    return exitCodes.ok;
  }
  for (const name of wanted) io.out(`${signatures.tasks.get(name)?.basehash ?? ""}  ${name}\n`);
  if (task === undefined) return exitCodes.ok;
  const { direct, values } = sigDataOf(task, signatures, store, ignored);
  for (const [variable, names] of direct) {
    io.out(`\n${variable} = ${values.get(variable) ?? "None"}\n`);
    if (names.length > 0) io.out(`  depends on: ${names.join(" ")}\n`);
  }
  return exitCodes.ok;
}

export const taskName = (name: string): string => (name.startsWith("do_") ? name : `do_${name}`);

/** A recipe with its signatures. */
export function signedRecipe(
  workspace: Workspace,
  recipe: string,
): { readonly signatures: RecipeSignatures; readonly store: DataStore; readonly ignored: Iterable<string> } {
  workspace.computeSignatures = true;
  const { variant } = workspace.find(recipe);
  if (variant.signatures === undefined) {
    if (variant.signatureError !== undefined) throw variant.signatureError;
    const why =
      variant.skipped === undefined
        ? "BB_SIGNATURE_HANDLER names none (oe-core sets OEBasicHash)"
        : `it is skipped: ${variant.skipped}`;
    throw new SandbakeError("no-signatures", `${recipe} has no task hashes: ${why}`);
  }
  return {
    signatures: variant.signatures,
    store: variant.store,
    ignored: workspace.signatureOptions.ignored,
  };
}

export function noTask(recipe: string, task: string, signatures: RecipeSignatures): SandbakeError {
  const names = [...signatures.tasks.keys()];
  const hint = suggestion(task, names) ?? `Its tasks are ${names.sort().join(", ")}.`;
  return new SandbakeError("no-task", `${recipe} has no task ${task}`, { hint });
}
