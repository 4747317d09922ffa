/**
 * The script that BitBake would run for a task (`run.do_...`): of a shell task the exported variables, its functions, the
 * working directory and the call; of a Python task its functions and the call. The lines that BitBake puts at the head of
 * a shell script to tell where it failed are not written: `set -e` alone is.
 */
import {
  pythonScript,
  pythonScriptText,
  shellScript,
  shellScriptText,
  type ScriptParts,
} from "../analysis/scripts.js";
import type { Recipe } from "./recipe.js";
import { taskStore } from "./task.js";

/** A task's script and what it is made of. */
export interface TaskScript extends ScriptParts {
  /** `do_...` */
  readonly task: string;
  readonly kind: "shell" | "python";
  /** The last of the flag `dirs`: where a shell script goes first. */
  readonly directory?: string;
  readonly text: string;
}

const HEAD = "#!/bin/sh\n\nset -e\n";
const END = "\n# cleanup\nret=$?\ntrap '' 0\nexit $ret\n";

/**
 * The script of a recipe's task; `name` with or without `do_`.
 * @throws {SandbakeError} "no-task"; what an expansion or the analysis of a function throws
 */
export function taskScript(recipe: Recipe, name: string): TaskScript {
  const { name: task, isPython } = recipe.task(name);
  const store = taskStore(recipe.store, recipe.key, task);
  const { code } = recipe.workspace.evaluator.python;
  if (isPython) {
    const parts = pythonScript(store, task, code);
    return { task, kind: "python", ...parts, text: pythonScriptText(task, parts) };
  }
  const parts = shellScript(store, task, code);
  const dirs = store.getVarFlag(task, "dirs");
  const directory = (dirs === null ? "" : store.textOf(dirs)).split(/\s+/).filter(Boolean).at(-1);
  const go = directory === undefined ? "" : `cd '${directory}'\n`;
  return {
    task,
    kind: "shell",
    ...parts,
    ...(directory === undefined ? {} : { directory }),
    text: `${HEAD}${shellScriptText(parts)}${go}${task}\n${END}`,
  };
}
