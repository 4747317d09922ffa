/**
 * Replays the cases that real BitBake answered (conformance/datastore/oracle.py) in our store, with an evaluator for
 * the few forms of Python the cases use.
 */
import { SandbakeError } from "../../src/diagnostics/errors.js";
import { DataStore } from "../../src/datastore/index.js";
import type {
  DataStoreOptions,
  ExpressionEvaluator,
  FilterEvaluator,
  Value,
} from "../../src/datastore/index.js";

export type Step = [operation: string, store: number, ...rest: unknown[]];
export interface Case {
  readonly name: string;
  readonly steps: readonly Step[];
}

class PythonError extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

/** Just enough Python: literals, `+`, `or`, d.getVar, d.getVarFlag. */
export const toyEvaluator: ExpressionEvaluator = {
  evaluate(code, variable, store) {
    let rest = code.trim();
    const place = `(${variable === undefined ? "<expansion>" : `Var <${variable}>`}, line 1)`;
    if (/['"]/.test(rest.replace(/'[^']*'|"[^"]*"/g, ""))) {
      throw new PythonError("SyntaxError", `unterminated string literal (detected at line 1) ${place}`);
    }
    const eat = (pattern: RegExp): RegExpExecArray | null => {
      const match = pattern.exec(rest);
      if (match !== null) rest = rest.slice(match[0].length).trimStart();
      return match;
    };
    const operand = (): Value => {
      const text = eat(/^'([^']*)'/) ?? eat(/^"([^"]*)"/);
      if (text !== null) return text[1] ?? "";
      if (eat(/^None\b/)) return null;
      const number = eat(/^\d+/);
      if (number !== null) return Number(number[0]);
      const get = eat(/^d\.getVar\(['"]([^'"]*)['"](?:, (False|True))?\)/);
      if (get !== null) return store.getVar(get[1] ?? "", get[2] !== "False");
      const flag = eat(/^d\.getVarFlag\(['"]([^'"]*)['"], ['"]([^'"]*)['"]\)/);
      if (flag !== null) return store.getVarFlag(flag[1] ?? "", flag[2] ?? "");
      const name = /^\w+$/.exec(rest);
      if (name !== null) throw new PythonError("NameError", `name '${name[0]}' is not defined`);
      throw new PythonError("SyntaxError", `invalid syntax ${place}`);
    };
    const sum = (): Value => {
      let value = operand();
      while (eat(/^\+/)) {
        const right = operand();
        if (typeof value !== "string" || typeof right !== "string")
          throw new PythonError("TypeError", "operands");
        value += right;
      }
      return value;
    };
    let value = sum();
    while (eat(/^or\b/)) {
      const right = sum();
      if (value === null || value === "" || value === 0) value = right;
    }
    if (rest !== "") throw new PythonError("SyntaxError", `invalid syntax ${place}`);
    return value;
  },
  describeError(error) {
    if (error instanceof PythonError) return { type: error.type, message: error.message };
    return { type: (error as Error).name, message: (error as Error).message };
  },
};

/** bb.filter's prefix, suffix and sort. */
export const toyFilters: FilterEvaluator = {
  apply(value, expressions) {
    for (const expression of expressions) {
      const match = /^(prefix|suffix|sort)\(val(?:, '(.*)')?\)$/.exec(expression);
      if (match === null) throw new PythonError("NameError", expression);
      if (typeof value !== "string") throw new PythonError("AttributeError", "split");
      const list = value.split(/[\s]+/).filter((word) => word !== "");
      const extra = match[2] ?? "";
      if (match[1] === "sort") list.sort();
      value = list
        .map((w) => (match[1] === "prefix" ? extra + w : match[1] === "suffix" ? w + extra : w))
        .join(" ");
    }
    return value;
  },
};

export const toyOptions: DataStoreOptions = { evaluator: toyEvaluator, filters: toyFilters };

function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [k, plain(v)] as const));
  if (value instanceof Set) return { set: [...(value as Set<string>)].sort() };
  if (Array.isArray(value)) return value.map(plain);
  return value ?? null;
}

interface Place {
  readonly file: string;
  readonly line: number;
}

/** `at`: an operation with what the parser tells of its place. */
function performAt(d: DataStore, method: string, args: unknown[], place: Place): unknown {
  const [a, b, c] = args as [string, string, unknown];
  switch (method) {
    case "setVar":
      return d.setVar(a, b, place);
    case "appendVar":
      return d.appendVar(a, b, place);
    case "prependVar":
      return d.prependVar(a, b, place);
    case "delVar":
      return d.delVar(a, place);
    case "renameVar":
      return d.renameVar(a, b, place);
    case "setVarFlag":
      return d.setVarFlag(a, b, c, place);
    case "appendVarFlag":
      return d.appendVarFlag(a, b, c, place);
    case "prependVarFlag":
      return d.prependVarFlag(a, b, c, place);
    case "delVarFlag":
      return d.delVarFlag(a, b, place);
    case "delVarFlags":
      return d.delVarFlags(a, place);
    case "setVarFlags":
      return d.setVarFlags(a, new Map(Object.entries(b as unknown as Record<string, Value>)), place);
    case "disableTracking":
      return d.disableTracking();
    case "expand":
      return d.expand(a, b);
    default:
      throw new Error(`unknown method ${method}`);
  }
}

/** Everything that can be asked about the names, as far as it is not None. */
function dump(d: DataStore, names: readonly string[]): unknown {
  const ask = (question: () => unknown): unknown => {
    try {
      return plain(question());
    } catch (error) {
      if (!isKnown(error)) throw error;
      return "!error";
    }
  };
  const answer: [string, unknown][] = [["keys", ask(() => d.keys().sort())]];
  for (const name of names) {
    const value = ask(() => d.getVar(name));
    const known = {
      value,
      unexpanded: value === "!error" ? null : ask(() => d.getVar(name, false)),
      flags: ask(() => d.getVarFlags(name, [], true)),
      overridden: d.hasOverrides(name) ? true : null,
    };
    answer.push([name, Object.fromEntries(Object.entries(known).filter(([, v]) => v !== null))]);
  }
  return Object.fromEntries(answer);
}

function isKnown(error: unknown): boolean {
  return error instanceof SandbakeError || error instanceof PythonError;
}

/** Performs one step and returns what the oracle's `perform` would. */
export function perform(stores: DataStore[], step: Step): unknown {
  const [operation, index] = step;
  const d = stores[index];
  const [a, b, c, e] = step.slice(2) as [string, string, unknown, unknown];
  const info = { file: "f.bb", line: 1 };
  switch (operation) {
    case "copy":
      stores.push(d.createCopy());
      return null;
    case "getVar":
      return plain(d.getVar(a, b as unknown as boolean, c as boolean, e as boolean));
    case "getVarFlag":
      return plain(d.getVarFlag(a, b, c as boolean));
    case "getVarFlags": {
      const flags = d.getVarFlags(a, b as unknown as string[], c as boolean);
      return flags === null ? null : plain(flags);
    }
    case "setParsed":
      return plain(d.setVar(a, b, { ...info, parsing: true }));
    case "setVar":
      return plain(d.setVar(a, b, info));
    case "appendVar":
      return plain(d.appendVar(a, b, info));
    case "prependVar":
      return plain(d.prependVar(a, b, info));
    case "delVar":
      return plain(d.delVar(a, info));
    case "renameVar":
      return plain(d.renameVar(a, b, info));
    case "setVarFlag":
      return plain(d.setVarFlag(a, b, c, info));
    case "appendVarFlag":
      return plain(d.appendVarFlag(a, b, c, info));
    case "prependVarFlag":
      return plain(d.prependVarFlag(a, b, c, info));
    case "delVarFlag":
      return plain(d.delVarFlag(a, b, info));
    case "delVarFlags":
      return plain(d.delVarFlags(a, info));
    case "setVarFlags":
      return plain(d.setVarFlags(a, new Map(b as unknown as [string, string][]), info));
    case "setVarFilter":
      return plain(d.setVarFilter(a, b));
    case "hasOverrides":
      return d.hasOverrides(a);
    case "has":
      return d.has(a);
    case "dump":
      return dump(d, a as unknown as string[]);
    case "at":
      return plain(performAt(d, a, b as unknown as unknown[], c as Place));
    case "track":
      return plain(d.enableTracking());
    case "history":
      return d
        .history(a)
        .map((entry) => [entry.op, entry.file, entry.line, entry.flag ?? null, entry.detail]);
    case "emit":
      return d.emitVar(a, b as unknown as boolean);
    case "exported":
      return d.exportedKeys();
    case "references":
      return [...d.expandWithRefs(a, b).references].sort();
    case "expand":
      return d.expand(a);
    case "expandKeys": {
      const before = d.messages.length;
      d.expandKeys();
      return d.messages.slice(before).map((message) => message.message);
    }
    case "keys":
      return d.keys().sort();
    case "localKeys":
      return d.localKeys().sort();
    case "overrides":
      return [...d.overrides()];
    default:
      throw new Error(`unknown operation ${operation}`);
  }
}

/** JSON with sorted keys: flags are compared as a set. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? { ...Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1))) }
      : inner,
  );
}

export interface Difference {
  readonly step: number;
  readonly what: Step;
  readonly theirs: unknown;
  readonly ours: unknown;
}

/**
 * The first step that answers otherwise than the oracle, if any. An error equals an error. Two answers of the oracle
 * are its implementation's and not compared: a KeyError of getVarFlags, and an expansion that fails where an
 * unexpanded value is asked for (it expands variants early).
 */
export function firstDifference(
  steps: readonly Step[],
  options: DataStoreOptions = toyOptions,
): Difference | undefined {
  const stores = [new DataStore({ ...options, onMessage: undefined })];
  for (const [i, step] of steps.entries()) {
    const theirs = step.at(-1);
    const what = step.slice(0, -1) as Step;
    let ours: unknown;
    try {
      ours = perform(stores, what);
    } catch (error) {
      const message = (error as Error).message;
      ours = { error: isKnown(error) ? "known" : String((error as Error).stack), message };
      const expected = (theirs as { message?: string } | null)?.message;
      if (expected !== undefined && expected !== message) return { step: i, what, theirs, ours };
    }
    const bothFail = isError(theirs) && isError(ours) && (ours as { error: string }).error === "known";
    if (isError(theirs) && (what[0] === "getVarFlags" || (what[0] === "getVar" && what[3] === false)))
      continue;
    if (!bothFail && canonical(ours ?? null) !== canonical(theirs)) return { step: i, what, theirs, ours };
  }
  return undefined;
}

function isError(value: unknown): boolean {
  return typeof value === "object" && value !== null && "error" in value;
}
