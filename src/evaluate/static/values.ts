/**
 * Values of the static interpreter: plain JS data for Python's (text, numbers, arrays for lists, Map for dicts, Set for
 * sets) and a few classes for the rest. `Unknown` is a value like any other, and what is made of it is unknown too.
 */
import type { DataStore } from "../../datastore/index.js";
import { SandbakeError } from "../../diagnostics/errors.js";
import type * as ast from "../../vm/parser/ast.js";

/** Why something is not known: what may have made or written it, and where. */
export interface Cause {
  readonly reason: string;
  readonly file?: string;
  readonly line?: number;
}

/** A value that is not known. In a store: the variable may hold anything. */
export class Unknown {
  constructor(readonly cause: Cause) {}
}

export class Tuple {
  constructor(readonly items: readonly StaticValue[]) {}
}

/** A module or package by dotted name. */
export class ModuleValue {
  constructor(readonly name: string) {}
}

/** A function of the metadata or of a layer's library. */
export class FunctionValue {
  constructor(
    readonly node: ast.FunctionDef | ast.Lambda,
    readonly name: string,
    readonly file: string,
    /** The scope it was made in; undefined for functions of the metadata's namespace. */
    readonly closure: Scope | undefined,
    /** The module it belongs to; undefined: the metadata's namespace. */
    readonly module: string | undefined,
  ) {}
}

/** A class of a library, without decorators and metaclasses. */
export class ClassValue {
  constructor(
    readonly node: ast.ClassDef,
    readonly file: string,
    readonly module: string | undefined,
  ) {}
}

/** An instance of one. */
export class InstanceValue {
  readonly fields = new Map<string, StaticValue>();
  constructor(readonly of: ClassValue) {}
}

/** A function that we know. */
export class NativeValue {
  constructor(
    readonly name: string,
    readonly call: (args: readonly StaticValue[], keywords: ReadonlyMap<string, StaticValue>) => StaticValue,
  ) {}
}

/** Python's `d`. */
export class StoreValue {
  constructor(readonly store: DataStore) {}
}

/** An exception's class, by its last name. */
export class ExceptionClass {
  constructor(readonly name: string) {}
}

/** An event, as handlers see it. */
export class EventValue {
  constructor(
    readonly name: string,
    readonly fields: ReadonlyMap<string, StaticValue>,
  ) {}
}

export type StaticValue =
  | null
  | boolean
  | number
  | string
  | StaticValue[]
  | Map<StaticValue, StaticValue>
  | Set<StaticValue>
  | Tuple
  | ModuleValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | NativeValue
  | StoreValue
  | ExceptionClass
  | EventValue
  | Unknown;

/** Local names. */
export interface Scope {
  readonly names: Map<string, StaticValue>;
  readonly outer: Scope | undefined;
}

/** An exception of Python, raised by what is interpreted. */
export class Raised extends Error {
  override name = "Raised";
  constructor(
    /** The class's last name: "SkipRecipe". */
    readonly type: string,
    readonly text: string,
  ) {
    super(`${type}: ${text}`);
  }
}

/** Thrown out of an expansion: the value is not known. */
export class UnknownValue extends SandbakeError {
  override name = "UnknownValue";
  constructor(readonly reason: Cause) {
    super("unknown-value", reason.reason, {
      ...(reason.file === undefined ? {} : { file: reason.file }),
      ...(reason.line === undefined ? {} : { line: reason.line }),
    });
  }
}

/** The first unknown among values, looking into lists, tuples, dicts and sets. */
export function unknownIn(values: Iterable<StaticValue>): Unknown | undefined {
  for (const value of values) {
    if (value instanceof Unknown) return value;
    const inner =
      value instanceof Tuple
        ? unknownIn(value.items)
        : Array.isArray(value) || value instanceof Set
          ? unknownIn(value)
          : value instanceof Map
            ? (unknownIn(value.keys()) ?? unknownIn(value.values()))
            : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Whether a store can be reached through one of the values. */
export function holdsStore(values: Iterable<StaticValue>, seen = new Set<InstanceValue>()): boolean {
  for (const value of values) {
    if (value instanceof StoreValue) return true;
    if (value instanceof FunctionValue && closureHoldsStore(value.closure)) return true;
    if (value instanceof InstanceValue && !seen.has(value)) {
      seen.add(value);
      if (holdsStore(value.fields.values(), seen)) return true;
    }
    if (value instanceof Tuple && holdsStore(value.items, seen)) return true;
    if ((Array.isArray(value) || value instanceof Set) && holdsStore(value, seen)) return true;
    if (value instanceof Map && holdsStore(value.values(), seen)) return true;
  }
  return false;
}

function closureHoldsStore(scope: Scope | undefined): boolean {
  for (let at = scope; at !== undefined; at = at.outer)
    for (const value of at.names.values()) if (value instanceof StoreValue) return true;
  return false;
}

/** Python's truth; undefined where it is not known. */
export function truth(value: StaticValue): boolean | undefined {
  if (value instanceof Unknown) return undefined;
  if (value === null || value === false || value === 0 || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map || value instanceof Set) return value.size > 0;
  if (value instanceof Tuple) return value.items.length > 0;
  return true;
}

/** Python's `==`; undefined where it is not known. */
export function same(a: StaticValue, b: StaticValue): boolean | undefined {
  if (a instanceof Unknown || b instanceof Unknown) return undefined;
  if (a === b) return true;
  if (typeof a === "boolean" && typeof b === "number") return Number(a) === b;
  if (typeof a === "number" && typeof b === "boolean") return a === Number(b);
  if (a instanceof Tuple && b instanceof Tuple) return sameItems(a.items, b.items);
  if (Array.isArray(a) && Array.isArray(b)) return sameItems(a, b);
  if (a instanceof Set && b instanceof Set) {
    if (unknownIn([a, b]) !== undefined) return undefined;
    return a.size === b.size && [...a].every((item) => [...b].some((other) => same(item, other) === true));
  }
  if (a instanceof Map && b instanceof Map) {
    if (unknownIn([a, b]) !== undefined) return undefined;
    return (
      a.size === b.size &&
      [...a].every(([key, value]) => b.has(key) && same(value, b.get(key) ?? null) === true)
    );
  }
  return false;
}

function sameItems(a: readonly StaticValue[], b: readonly StaticValue[]): boolean | undefined {
  if (unknownIn([...a, ...b]) !== undefined) return undefined;
  return a.length === b.length && a.every((item, i) => same(item, b[i] ?? null) === true);
}

/** Python's str(); undefined where it is not known or we do not know how. */
export function textOf(value: StaticValue): string | undefined {
  if (typeof value === "string") return value;
  return reprOf(value);
}

export function reprOf(value: StaticValue): string | undefined {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") {
    if (/[^\x20-\x7e]|\\/.test(value)) return undefined;
    return value.includes("'") && !value.includes('"') ? `"${value}"` : `'${value.replaceAll("'", "\\'")}'`;
  }
  const all = (items: Iterable<StaticValue>): string | undefined => {
    const texts = [...items].map(reprOf);
    return texts.includes(undefined) ? undefined : texts.join(", ");
  };
  if (Array.isArray(value)) {
    const inner = all(value);
    return inner === undefined ? undefined : `[${inner}]`;
  }
  if (value instanceof Tuple) {
    const inner = all(value.items);
    return inner === undefined ? undefined : `(${inner}${value.items.length === 1 ? "," : ""})`;
  }
  return undefined;
}

/** The items that iterating gives; undefined where they are not known. */
export function itemsOf(value: StaticValue): readonly StaticValue[] | undefined {
  if (typeof value === "string") return [...value];
  if (Array.isArray(value)) return value;
  if (value instanceof Tuple) return value.items;
  if (value instanceof Set) return [...value];
  if (value instanceof Map) return [...value.keys()];
  return undefined;
}
