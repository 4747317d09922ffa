/**
 * The text of a function with all it needs, as bb.data.emit_func and emit_func_python write it into the run script of a
 * task (measured on BitBake 2.19, conformance/tasks/emit.py). For a shell function: the exported variables, the function,
 * then the functions that it calls and those of `vardeps`, level by level, each level in order. For a Python function:
 * its definition and its call, then likewise, of Python's only.
 */
import type { DataStore } from "../datastore/index.js";
import { words } from "../datastore/index.js";
import { byCodePoint } from "../sandbox/overlay.js";
import type { CodeAnalyser } from "./code.js";

/** One function of a script. */
export interface ScriptFunction {
  readonly name: string;
  /** As it stands in the script. */
  readonly text: string;
  /** Where the metadata defines it. */
  readonly file?: string;
  readonly line?: number;
}

/** What a script is made of. */
export interface ScriptParts {
  /** Lines that export or unset a variable, by name. */
  readonly variables: readonly { readonly name: string; readonly text: string }[];
  /** The function itself first. */
  readonly functions: readonly ScriptFunction[];
}

const isSet = (store: DataStore, name: string, flag: string): boolean => {
  const value = store.getVarFlag(name, flag, false);
  return value !== null && store.truthOf(value);
};

/** The parts of a shell function's script. Functions that cannot be named in a shell are left out. */
export function shellScript(store: DataStore, name: string, code: CodeAnalyser): ScriptParts {
  const variables = [];
  for (const key of store.keys().sort(byCodePoint)) {
    if (key.startsWith("__") || isSet(store, key, "func")) continue;
    if (!isSet(store, key, "export") && !isSet(store, key, "unexport")) continue;
    const text = store.emitVar(key, false);
    if (text !== "") variables.push({ name: key, text });
  }
  const isShell = (key: string): boolean => isSet(store, key, "func") && !isSet(store, key, "python");
  const functions = levels(store, name, isShell, (key) => code.shell(valueOf(store, key, true)).execs);
  return {
    variables,
    functions: functions.flatMap((key) => {
      const text = store.emitVar(key, false);
      return text === "" ? [] : [{ name: key, text, ...placeOf(store, key) }];
    }),
  };
}

/** The parts of a Python function's script. */
export function pythonScript(store: DataStore, name: string, code: CodeAnalyser): ScriptParts {
  const isPython = (key: string): boolean => isSet(store, key, "func") && isSet(store, key, "python");
  const functions = levels(store, name, isPython, (key) => code.python(valueOf(store, key, false)).execs);
  return {
    variables: [],
    functions: functions.map((key) => {
      const body = valueOf(store, key, false).replace(/\n+$/, "");
      const text = body.startsWith("def") ? body : `def ${key}(d):\n${body}`;
      return { name: key, text: `${text}\n`, ...placeOf(store, key) };
    }),
  };
}

/** What emit_func writes. */
export function shellScriptText({ variables, functions }: ScriptParts): string {
  const exported = variables.map(({ text }) => text).join("");
  return `${exported}\n${functions.map(({ text }) => `${text}\n`).join("")}`;
}

/** What emit_func_python writes. */
export function pythonScriptText(name: string, { functions }: ScriptParts): string {
  return functions.map(({ text }, i) => `${text}\n${i === 0 ? `${name}(d)\n\n` : ""}`).join("");
}

/** The function and all that it leads to. */
function levels(
  store: DataStore,
  name: string,
  counts: (key: string) => boolean,
  calls: (key: string) => Iterable<string>,
): string[] {
  const found = [name];
  const seen = new Set(found);
  const below = (key: string): string[] => {
    const more = store.getVarFlag(key, "vardeps");
    return [...calls(key), ...words(more === null ? "" : store.textOf(more))];
  };
  for (let level = [name]; level.length > 0;) {
    const next = new Set(level.flatMap(below));
    level = [...next].filter((key) => !seen.has(key) && counts(key)).sort(byCodePoint);
    for (const key of level) seen.add(key);
    found.push(...level);
  }
  return found;
}

function valueOf(store: DataStore, key: string, expand: boolean): string {
  const value = store.getVar(key, expand);
  return value === null ? "" : store.textOf(value);
}

function placeOf(store: DataStore, key: string): { file?: string; line?: number } {
  const [file, line] = [store.getVarFlag(key, "filename", false), store.getVarFlag(key, "lineno", false)];
  const number = line === null ? Number.NaN : Number(store.textOf(line));
  return {
    ...(typeof file === "string" ? { file } : {}),
    ...(Number.isNaN(number) ? {} : { line: number }),
  };
}
