/**
 * Annotations at run time: `list[int] | None` becomes a Converter, which reads Python values as TypeScript ones and writes
 * them back. signature-types.ts holds the table of both sides.
 */
import { SandbakeError } from "../diagnostics/errors.js";
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";

/** A value is not of the annotation's type. */
export const NO: unique symbol = Symbol("no");
export type Maybe<T> = T | typeof NO;

export interface Converter {
  readonly text: string;
  /** A Python value as TypeScript's. */
  readonly read: (o: PyObject) => unknown;
  /** A TypeScript value as Python's. */
  readonly write: (v: unknown) => Maybe<PyObject>;
}

/** What annotations of one VM may need: native types by name, and calls into Python. */
export interface Scope {
  readonly rt: Runtime;
  /** Converter of a native type that an annotation names; undefined: there is none. */
  readonly named: (name: string) => Converter | undefined;
  /** Plain data, foreign objects refused. */
  readonly fromJs: (v: unknown) => PyObject;
  /** A JavaScript iterable as a Python iterator. */
  readonly iterator: (items: Iterable<unknown>, item: Converter) => PyObject;
}

/** Parts of a text between separators outside brackets and quotes. */
export function splitTop(text: string, separator: string): string[] {
  const parts: string[] = [];
  let [start, depth, quote] = [0, 0, ""];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quote !== "") {
      if (c === quote) quote = "";
    } else if (c === "'" || c === '"') quote = c;
    else if (c === "[" || c === "(") depth++;
    else if (c === "]" || c === ")") depth--;
    else if (c === separator && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** The converter of an annotation. @throws SandbakeError "native-signature" for a type that is not known */
export function converter(text: string, scope: Scope): Converter {
  const parts = splitTop(text, "|");
  if (parts.length === 1) return single(text.trim(), scope);
  const choices = parts.map((part) => single(part.trim(), scope));
  return {
    text: choices.map((choice) => choice.text).join(" | "),
    read: (o) => first(choices, (choice) => choice.read(o)),
    write: (v) => first(choices, (choice) => choice.write(v)),
  };
}

function first<T>(choices: readonly Converter[], attempt: (choice: Converter) => Maybe<T>): Maybe<T> {
  for (const choice of choices) {
    const value = attempt(choice);
    if (value !== NO) return value;
  }
  return NO;
}

function single(text: string, scope: Scope): Converter {
  const named = scope.named(text);
  if (named !== undefined) return named;
  const atom = atoms.get(text);
  if (atom !== undefined) return { text, ...atom(scope) };
  const generic = /^(\w+)\[([\s\S]*)\]$/.exec(text);
  const make = generic === null ? undefined : generics.get(generic[1]);
  if (generic === null || make === undefined) {
    throw new SandbakeError("native-signature", `${text} is not a type that a signature can name`, {
      hint: "Name a builtin type, or a native type of the same module (or list it under `using`).",
    });
  }
  const args = splitTop(generic[2], ",").map((part) => part.trim());
  return { text, ...make(args, scope) };
}

type Both = Omit<Converter, "text">;

const atoms = new Map<string, (scope: Scope) => Both>([
  [
    "int",
    ({ rt }) => ({
      read: (o) => {
        if (!rt.isInt(o)) return NO;
        if (typeof o.v === "number") return o.v;
        throw rt.error("OverflowError", "Python int too large to convert to a JavaScript number");
      },
      write: (v) => (Number.isSafeInteger(v) || typeof v === "bigint" ? rt.int(v as number | bigint) : NO),
    }),
  ],
  [
    "bigint",
    ({ rt }) => ({
      read: (o) => (rt.isInt(o) ? BigInt(o.v as number | bigint) : NO),
      write: (v) => (typeof v === "bigint" ? rt.int(v) : NO),
    }),
  ],
  [
    "float",
    ({ rt }) => ({
      read: (o) => (rt.isInstance(o, rt.types["float"]) || rt.isInt(o) ? Number(o.v) : NO),
      write: (v) => (typeof v === "number" ? rt.float(v) : NO),
    }),
  ],
  [
    "str",
    ({ rt }) => ({
      read: (o) => (rt.isStr(o) ? o.v : NO),
      write: (v) => (typeof v === "string" ? rt.str(v) : NO),
    }),
  ],
  [
    "bool",
    ({ rt }) => ({
      read: (o) => (o === rt.true ? true : o === rt.false ? false : NO),
      write: (v) => (typeof v === "boolean" ? rt.bool(v) : NO),
    }),
  ],
  [
    "bytes",
    ({ rt }) => ({
      read: (o) => (rt.isInstance(o, rt.types["bytes"]) ? (o.v as Uint8Array).slice() : NO),
      write: (v) => (v instanceof Uint8Array ? rt.bytes(v.slice()) : NO),
    }),
  ],
  [
    "None",
    ({ rt }) => ({
      read: (o) => (o === rt.none ? undefined : NO),
      write: (v) => (v === undefined || v === null ? rt.none : NO),
    }),
  ],
  ["object", ({ fromJs }) => ({ read: (o) => o, write: (v) => fromJs(v) })],
  ["Any", ({ rt, fromJs }) => ({ read: (o) => rt.toJs(o), write: (v) => fromJs(v) })],
  [
    "Callable",
    ({ rt, fromJs }) => ({
      read: (o) =>
        rt.callable(o)
          ? (...args: unknown[]) =>
              rt.toJs(
                rt.call(
                  o,
                  args.map((a) => fromJs(a)),
                ),
              )
          : NO,
      write: (v) =>
        typeof v === "function" && (v as unknown as PyObject).ob$type === undefined
          ? rt.fn("<function>(*args)", (args: PyObject[]) =>
              fromJs((v as (...a: unknown[]) => unknown)(...args.map((a) => rt.toJs(a)))),
            )
          : NO,
    }),
  ],
  ["list", (scope) => sequence(scope, "list", "Any")],
  ["tuple", (scope) => sequence(scope, "tuple", "Any")],
  ["set", (scope) => setOf(scope, "set", "Any")],
  ["dict", (scope) => dictOf(scope, "Any", "Any")],
]);

const generics = new Map<string, (args: readonly string[], scope: Scope) => Both>([
  ["list", ([item = "Any"], scope) => sequence(scope, "list", item)],
  ["set", ([item = "Any"], scope) => setOf(scope, "set", item)],
  ["frozenset", ([item = "Any"], scope) => setOf(scope, "frozenset", item)],
  ["dict", ([key = "Any", value = "Any"], scope) => dictOf(scope, key, value)],
  [
    "tuple",
    (args, scope) =>
      args.length === 2 && args[1] === "..." ? sequence(scope, "tuple", args[0]) : tupleOf(scope, args),
  ],
  [
    "Iterable",
    ([item = "Any"], scope) => {
      const each = converter(item, scope);
      const { rt } = scope;
      return {
        read: (o) =>
          o.tp$iter === undefined && !rt.isSequence(o) ? NO : all(rt.iterate(o), (x) => each.read(x)),
        write: (v) => (isIterable(v) ? scope.iterator(v, each) : NO),
      };
    },
  ],
]);

function isIterable(v: unknown): v is Iterable<unknown> {
  return v !== null && v !== undefined && typeof v === "object" && Symbol.iterator in v;
}

/** Every item converted; NO as soon as one is. */
function all<A, B>(items: Iterable<A>, convert: (item: A) => Maybe<B>): Maybe<B[]> {
  const out: B[] = [];
  for (const item of items) {
    const value = convert(item);
    if (value === NO) return NO;
    out.push(value);
  }
  return out;
}

function sequence(scope: Scope, kind: "list" | "tuple", item: string): Both {
  const { rt } = scope;
  const each = converter(item, scope);
  return {
    read: (o) => (rt.isInstance(o, rt.types[kind]) ? all(rt.iterate(o), (x) => each.read(x)) : NO),
    write: (v) => {
      if (!Array.isArray(v)) return NO;
      const items = all(v as unknown[], (x) => each.write(x));
      return items === NO ? NO : kind === "list" ? rt.list(items) : rt.tuple(items);
    },
  };
}

function tupleOf(scope: Scope, texts: readonly string[]): Both {
  const { rt } = scope;
  const each = texts.map((text) => converter(text, scope));
  return {
    read: (o) => {
      if (!rt.isInstance(o, rt.types["tuple"]) || rt.len(o) !== each.length) return NO;
      return all([...rt.iterate(o)].entries(), ([i, x]) => each[i].read(x));
    },
    write: (v) => {
      if (!Array.isArray(v) || v.length !== each.length) return NO;
      const items = all((v as unknown[]).entries(), ([i, x]) => each[i].write(x));
      return items === NO ? NO : rt.tuple(items);
    },
  };
}

function setOf(scope: Scope, kind: "set" | "frozenset", item: string): Both {
  const { rt } = scope;
  const each = converter(item, scope);
  return {
    read: (o) => {
      if (!rt.isInstance(o, rt.types["set"]) && !rt.isInstance(o, rt.types["frozenset"])) return NO;
      const items = all(rt.iterate(o), (x) => each.read(x));
      return items === NO ? NO : new Set(items);
    },
    write: (v) => {
      if (!(v instanceof Set)) return NO;
      const items = all(v as Set<unknown>, (x) => each.write(x));
      return items === NO ? NO : rt.call(rt.types[kind] as PyType, [rt.list(items)]);
    },
  };
}

function dictOf(scope: Scope, key: string, value: string): Both {
  const { rt } = scope;
  const [keys, values] = [converter(key, scope), converter(value, scope)];
  const pair = <T>(k: Maybe<T>, v: Maybe<T>): Maybe<[T, T]> => (k === NO || v === NO ? NO : [k, v]);
  return {
    read: (o) => {
      if (!rt.isInstance(o, rt.types["dict"])) return NO;
      const entries = all(rt.iterate(o), (k) => pair<unknown>(keys.read(k), values.read(rt.getItem(o, k))));
      return entries === NO ? NO : new Map(entries);
    },
    write: (v) => {
      if (!(v instanceof Map)) return NO;
      const entries = all(v as Map<unknown, unknown>, ([k, x]) => pair(keys.write(k), values.write(x)));
      return entries === NO ? NO : rt.dict(entries);
    },
  };
}
