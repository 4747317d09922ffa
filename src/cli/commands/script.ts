/** `sandbake script RECIPE -c TASK`: the script that BitBake would run for a task. */
import { openRecipe } from "../../tasks/recipe.js";
import { taskScript } from "../../tasks/script.js";
import { openWorkspace, type OpenOptions } from "../open.js";
import { exitCodes, type Io } from "../output.js";

export interface ScriptOptions extends OpenOptions {
  readonly task: string;
  readonly json?: boolean;
}

export function script(io: Io, name: string, options: ScriptOptions): number {
  const recipe = openRecipe(openWorkspace(io, options, false), name);
  const { text, ...made } = taskScript(recipe, options.task);
  if (options.json === true)
    io.out(
      `${JSON.stringify({ schemaVersion: 1, recipe: recipe.key, pn: recipe.name, ...made, text }, null, 2)}\n`,
    );
  else io.out(text);
  return exitCodes.ok;
}
