/** `addfragments`: configuration snippets of layers, enabled by name (manual section "addfragments Directive"). */
import type { DataStore } from "../datastore/index.js";
import type { AddFragments } from "../recipe-grammar/index.js";
import { joinPath } from "../sandbox/paths.js";
import { EvaluationError } from "./errors.js";
import type { Evaluator } from "./evaluator.js";

const words = (value: unknown): string[] =>
  typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];

export function addFragments(
  statement: AddFragments,
  store: DataStore,
  evaluator: Evaluator,
  file: string,
): void {
  const { line } = statement;
  const prefix = store.expand(statement.prefix);
  const fragments = words(store.getVar(store.expand(statement.fragmentsVariable)));
  const flagged = words(store.getVar(store.expand(statement.flaggedVariablesListVariable)));
  const builtin = new Map(
    words(store.getVar(store.expand(statement.builtinFragmentsVariable))).map((entry) => {
      const [name, variable] = entry.split(":", 2);
      return [name ?? "", variable ?? ""] as const;
    }),
  );
  const used = new Map<string, string>();
  for (const fragment of fragments) {
    const slash = fragment.indexOf("/");
    const first = slash < 0 ? fragment : fragment.slice(0, slash);
    const rest = slash < 0 ? "" : fragment.slice(slash + 1);
    const variable = builtin.get(first);
    if (variable !== undefined) {
      const earlier = used.get(first);
      if (earlier !== undefined) {
        throw new EvaluationError(
          "fragment",
          `Multiple builtin fragments enabled for the same variable: ${earlier}, ${fragment}`,
          file,
          line,
          undefined,
          "Keep one of them.",
        );
      }
      used.set(first, fragment);
      store.setVar(variable, rest, { file, line, parsing: true });
      continue;
    }
    const path = findFragment(prefix, first, rest, store, evaluator);
    if (path === undefined) {
      throw new EvaluationError(
        "fragment",
        `Could not find fragment ${fragment} in enabled layers: ${words(store.getVar("BBLAYERS")).join(" ")}`,
        file,
        line,
        undefined,
        `A fragment is named LAYER/NAME after BBFILE_COLLECTIONS and stands at ${prefix}/NAME.conf in that layer.`,
      );
    }
    evaluator.include(path, store, file, line, true);
    for (const name of flagged) {
      const value = store.getVar(name);
      store.setVarFlag(name, fragment, value);
      store.delVar(name);
    }
  }
}

/** The file of fragment `name` in the layer whose collection is `layer`: its BBFILE_PATTERN names the folder. */
function findFragment(
  prefix: string,
  layer: string,
  name: string,
  store: DataStore,
  evaluator: Evaluator,
): string | undefined {
  const pattern = store.getVar(`BBFILE_PATTERN_${layer}`);
  if (typeof pattern !== "string") return undefined;
  // ^LAYERDIR/ with the folder's name escaped (LAYERDIR_RE), the only form that names one layer.
  const folder = pattern.replace(/^\^/, "").replace(/\\(.)/g, "$1");
  for (const root of words(store.getVar("BBLAYERS"))) {
    const path = joinPath(root, joinPath(prefix, `${name}.conf`));
    if (`${root}/`.startsWith(folder) && evaluator.host.exists(path)) return path;
  }
  return undefined;
}
