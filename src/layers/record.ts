/**
 * What one evaluated store holds, as plain JSON: the format of the oracle dumps (docs/dump-format.md), so that our
 * outcome and BitBake's can be compared field by field.
 */
import type { RecipeSignatures } from "../analysis/signatures.js";
import { explainVariable, type DataStore } from "../datastore/index.js";
import type { Evaluator } from "../evaluate/evaluator.js";
import type { PlainValue } from "../evaluate/python-side.js";
import { sha256Hex } from "../modules/hash/sha256.js";
import { byCodePoint } from "../sandbox/overlay.js";

export interface FunctionRecord {
  readonly python?: true;
  readonly task?: true;
  readonly fakeroot?: true;
  readonly sha256: string | { error: string };
  readonly raw_sha256: string | null;
}

/** The readable contents of a store. */
export interface StoreRecord {
  readonly vars: Record<string, PlainValue>;
  readonly flags: Record<string, Record<string, PlainValue>>;
  readonly funcs: Record<string, FunctionRecord>;
  readonly tasks: readonly { name: string; deps: readonly string[]; basehash: string | null }[];
  readonly inherits: readonly string[];
  readonly anonfuncs: readonly { name: string; sha256: string | null }[];
  readonly handlers: readonly string[];
}

const functionFlags = new Set(["func", "python", "fakeroot", "task"]);

/** Reads everything out of a store. `short` rewrites the paths of files (not values); `signatures`: base hashes. */
export function storeRecord(
  store: DataStore,
  evaluator: Evaluator,
  short: (path: string) => string,
  signatures?: RecipeSignatures,
): StoreRecord {
  const { python } = evaluator;
  const isSet = (key: string, flag: string): boolean => python.isTrue(store.getVarFlag(key, flag, false));
  const attempt = (read: () => unknown): PlainValue => {
    try {
      return python.plain(read());
    } catch (error) {
      return python.plainError(error);
    }
  };
  const keys = store.keys().sort(byCodePoint);
  const functions = new Set(keys.filter((key) => isSet(key, "func")));
  const visible = keys.filter((key) => !key.startsWith("__"));
  // Names are strangers': records without a prototype, so that `__proto__` is a name like any other.
  const vars = Object.create(null) as Record<string, PlainValue>;
  const flags = Object.create(null) as Record<string, Record<string, PlainValue>>;
  const funcs = Object.create(null) as Record<string, FunctionRecord>;
  const active = new Set(store.overrides());
  for (const key of visible)
    if (!functions.has(key)) vars[key] = attempt(() => valueAfterBase(store, key, active));
  for (const key of visible) {
    const names = [...(store.getVarFlags(key)?.keys() ?? [])]
      .filter((flag) => !functions.has(key) || !functionFlags.has(flag))
      .sort(byCodePoint);
    if (names.length === 0) continue;
    const own = Object.create(null) as Record<string, PlainValue>;
    for (const flag of names) own[flag] = attempt(() => store.getVarFlag(key, flag));
    flags[key] = own;
  }
  const tasks = evaluator.stringList(store.getVar("__BBTASKS", false)).map((name) => ({
    name,
    deps: evaluator.stringList(store.getVarFlag(name, "deps", false)).map((dep) => store.expand(dep)),
    basehash: signatures?.tasks.get(name)?.basehash ?? null,
  }));
  const inherits = evaluator.inherited(store).map(short);
  const anonfuncs = evaluator
    .stringList(store.getVar("__BBANONFUNCS", false))
    .map((name) => ({ name, sha256: hash(store.getVar(name, false)) }));
  const handlers = evaluator.stringList(store.getVar("__BBHANDLERS", false));
  // Python functions last: BitBake never expands these, so expanding them must not disturb the above.
  const ordered = visible
    .filter((key) => functions.has(key))
    .sort((a, b) => Number(isSet(a, "python")) - Number(isSet(b, "python")));
  for (const key of ordered) {
    const body = attempt(() => store.getVar(key));
    funcs[key] = {
      ...(isSet(key, "python") ? { python: true as const } : {}),
      ...(isSet(key, "task") ? { task: true as const } : {}),
      ...(isSet(key, "fakeroot") ? { fakeroot: true as const } : {}),
      sha256: typeof body === "string" ? sha256Hex(body) : (body as { error: string }),
      raw_sha256: hash(store.getVar(key, false)),
    };
  }
  return { vars, flags, funcs, tasks, inherits, anonfuncs, handlers };
}

/**
 * The value of a name when those before it were asked already. BitBake's answer for `A:o`, where `A` has a filter, depends on
 * that: once `A` was given by way of `A:o`, its cache holds the text of `A:o` without the filter. The names of a dump are
 * asked in order, `A` before `A:o`. As measured on BitBake 2.19.
 */
function valueAfterBase(store: DataStore, key: string, active: ReadonlySet<string>): unknown {
  const cut = key.lastIndexOf(":");
  if (cut < 0 || !active.has(key.slice(cut + 1)) || store.filterOf(key) === undefined)
    return store.getVar(key);
  const text = store.getVar(key, false);
  if (typeof text !== "string") return store.getVar(key);
  const { parts } = explainVariable(store, key.slice(0, cut));
  const chosen = parts.some(({ role, variable }) => role === "override" && variable === key);
  return chosen ? store.expand(text, key) : store.getVar(key);
}

function hash(value: unknown): string | null {
  return typeof value === "string" ? sha256Hex(value) : null;
}
