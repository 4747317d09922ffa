/**
 * What static mode knows of each variable: its value, a part of it, or nothing, with the cause. "Known" is a promise: the
 * full evaluation gives this value.
 */
import type { DataStore } from "../../datastore/index.js";
import { ExpansionError } from "../../datastore/index.js";
import type { StaticPython } from "./side.js";
import { Unknown, UnknownValue, type Cause } from "./values.js";

/** One variable as static mode sees it. */
export type StaticVariable =
  | { readonly state: "known"; readonly value: string | null }
  /** Texts that are known stand between ones that are not (null), in order. */
  | { readonly state: "partly"; readonly parts: readonly (string | null)[]; readonly cause: Cause }
  | { readonly state: "unknown"; readonly cause: Cause };

/** What is known of a variable of a finished store, which asking does not change. */
export function staticVariable(store: DataStore, name: string, python: StaticPython): StaticVariable {
  const lost = python.lostOf(store);
  if (lost !== undefined) return { state: "unknown", cause: lost };
  return python.asking(() => read(store.createCopy(), name));
}

function read(store: DataStore, name: string): StaticVariable {
  let cause: Cause;
  try {
    const value = store.getVar(name);
    if (typeof value === "string" || value === null) return { state: "known", value };
    cause = value instanceof Unknown ? value.cause : { reason: "its value is no text" };
  } catch (error) {
    cause = causeOf(error);
  }
  let raw: unknown;
  try {
    raw = store.getVar(name, false);
  } catch {
    raw = null; // the override that decides is not known
  }
  if (typeof raw === "string") {
    const parts = partsOf(store, raw);
    if (parts.some((part) => part !== null && part.trim() !== "")) return { state: "partly", parts, cause };
  }
  return { state: "unknown", cause };
}

function causeOf(error: unknown): Cause {
  if (error instanceof UnknownValue) return error.reason;
  if (error instanceof ExpansionError) return { reason: error.message };
  if (error instanceof Error) return { reason: `${error.name}: ${error.message}` };
  throw error;
}

/** A value's text cut at its `${...}`, each expanded where it can be. */
function partsOf(store: DataStore, raw: string): (string | null)[] {
  const parts: (string | null)[] = [];
  const add = (part: string | null): void => {
    const last = parts.at(-1);
    if (part === null ? last !== null : part !== "") {
      if (typeof last === "string" && part !== null) parts[parts.length - 1] = last + part;
      else parts.push(part);
    }
  };
  let end = 0;
  for (const match of raw.matchAll(/\$\{(?:@(?:[^{}]|\{[^{}]*\})*|[^{}@\n\t :]+)\}/g)) {
    add(raw.slice(end, match.index));
    end = match.index + match[0].length;
    try {
      add(store.expand(match[0]));
    } catch (error) {
      causeOf(error);
      add(null);
    }
  }
  add(raw.slice(end));
  return parts;
}

/** A cause as text: `reason (file:line)`. */
export function causeText({ reason, file, line }: Cause): string {
  return file === undefined || file.startsWith("<") ? reason : `${reason} (${file}:${line ?? 0})`;
}
