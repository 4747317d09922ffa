/**
 * A recipe's variables whatever happens: by full evaluation, or, where a limit stops it (a loop without end, too much memory),
 * from static mode, which runs none of the metadata's Python. The answer says which, and which limit at which place.
 */
import type { DataStore } from "../datastore/index.js";
import { LimitError } from "../diagnostics/errors.js";
import { userError } from "../evaluate/errors.js";
import type { StaticVariable } from "../evaluate/static/report.js";
import type { StaticWorkspace } from "./open-static.js";
import type { Workspace } from "./workspace.js";

/** The variables of a recipe, or of the configuration. */
export interface RecipeVariables {
  readonly mode: "full" | "static";
  /** In mode "static": what stopped the full evaluation. */
  readonly stopped?: LimitError;
  readonly store: DataStore;
  /**
   * A variable. In mode "full" all are known but those whose own value hits a limit: of these static mode tells what it
   * knows. What an expansion throws otherwise is thrown.
   */
  readonly variable: (name: string) => StaticVariable;
}

/**
 * Evaluates a recipe (by PN, provided name or file; undefined: the configuration), and falls back to static mode.
 * `openStatic` opens the same files in static mode; it is called only where a limit was reached.
 * @throws what Workspace.find throws, but for LimitError where static mode can tell something
 */
export function recipeVariables(
  workspace: Workspace,
  name: string | undefined,
  openStatic: () => StaticWorkspace,
): RecipeVariables {
  let followed: { readonly opened: StaticWorkspace; readonly store: DataStore } | undefined;
  const follow = (limit: LimitError): NonNullable<typeof followed> => {
    try {
      if (followed === undefined) {
        const opened = openStatic();
        followed = { opened, store: storeOf(opened.workspace, name) };
      }
      return followed;
    } catch {
      throw limit; // static mode has no answer either: the first cause counts
    }
  };
  let store: DataStore;
  try {
    store = storeOf(workspace, name);
  } catch (error) {
    const stopped = limitOf(error);
    if (stopped === undefined) throw error;
    const { opened, store: own } = follow(stopped);
    return { mode: "static", stopped, store: own, variable: (variable) => opened.variable(own, variable) };
  }
  const { evaluator } = workspace;
  return {
    mode: "full",
    store,
    variable: (variable) => {
      try {
        const value = store.getVar(variable);
        return { state: "known", value: value === null ? null : store.textOf(value) };
      } catch (error) {
        const stopped = limitOf(error);
        if (stopped === undefined)
          throw userError(error, String(store.getVar("FILE", false)), evaluator.python);
        const { opened, store: own } = follow(stopped);
        return opened.variable(own, variable);
      }
    },
  };
}

/** The limit that an error is, or that is behind it. */
export function limitOf(error: unknown): LimitError | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth++)
    if (at instanceof LimitError) return at;
  return undefined;
}

function storeOf(workspace: Workspace, name: string | undefined): DataStore {
  return name === undefined ? workspace.configuration.createCopy() : workspace.find(name).variant.store;
}
