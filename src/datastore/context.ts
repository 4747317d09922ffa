/**
 * What all copies of one store share: the caller's hooks, the parsed texts, the frame of the value being computed,
 * and the counters. It takes the place of module-level state: two unrelated stores share nothing.
 */
import type { Frame } from "./dependencies.js";
import { DataStoreError } from "./errors.js";
import { Evaluations } from "./evaluations.js";
import { NameTable } from "./names.js";
import { TemplateCache } from "./template.js";
import type { DataStoreOptions, StoreMessage, Value, ValueHooks } from "./types.js";
import { VariantLists } from "./variant-lists.js";

/** How deep expansions may nest; BitBake ends at about this depth with Python's RecursionError. */
export const MAXIMUM_DEPTH = 320;
/** How often the result of an expansion may hold something to expand; a text that writes itself never ends. */
export const MAXIMUM_ROUNDS = 500;
/** One that writes itself twice grows fast: after so many rounds it may not be longer than this (UTF-16 units). */
export const GROWING_ROUNDS = 16;
export const GROWN_LENGTH = 1_000_000;
/** How often a value may be asked for again, by Python, while it is being computed. */
export const MAXIMUM_REENTRY = 16;

/** See the file's comment. */
export class ExpansionContext {
  readonly templates = new TemplateCache();
  readonly names = new NameTable();
  readonly variantLists = new VariantLists();
  readonly evaluations = new Evaluations(this);
  readonly messages: StoreMessage[] = [];
  readonly values: Required<ValueHooks>;
  frame: Frame | null = null;
  pythonDepth = 0;
  depth = 0;
  private lastVersion = 0;

  constructor(readonly options: DataStoreOptions) {
    this.values = { ...PLAIN_VALUES, ...options.values };
  }

  /** A number no store of this context had before; a store takes one at each write. */
  nextVersion(): number {
    return ++this.lastVersion;
  }

  tell(severity: StoreMessage["severity"], code: string, message: string): void {
    const entry = { severity, code, message };
    if (this.options.onMessage) this.options.onMessage(entry);
    else this.messages.push(entry);
  }
}

/** Python's names of the types of JS values, for messages. */
function typeName(value: Value): string {
  if (value === null || value === undefined) return "NoneType";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "str";
  return Array.isArray(value) ? "list" : typeof value;
}

/** Python's str() of the plain JS values. */
function toText(value: Value): string {
  if (value === null || value === undefined) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (Array.isArray(value))
    return `[${value.map((v) => (typeof v === "string" ? `'${v}'` : toText(v))).join(", ")}]`;
  return Object.prototype.toString.call(value);
}

/** The store alone, without an evaluator's values. */
const PLAIN_VALUES: Required<ValueHooks> = {
  isTrue: (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)),
  toText,
  typeName,
  add: (left, right) => {
    if (Array.isArray(left) && Array.isArray(right)) return [...(left as unknown[]), ...(right as unknown[])];
    if (typeof left === "string") {
      throw new DataStoreError(
        "value-type",
        `can only concatenate str (not "${typeName(right)}") to str`,
        "TypeError",
      );
    }
    const types = `'${typeName(left)}' and '${typeName(right)}'`;
    throw new DataStoreError("value-type", `unsupported operand type(s) for +: ${types}`, "TypeError");
  },
};
