/** What of a variable's flags counts for signatures, worked out once for all names with the same flags. */
import type { Value } from "../datastore/index.js";

/** Flags whose texts, expanded, are read: of every variable, and of functions. */
const READ = ["vardepsexclude", "vardepvalue", "vardeps"] as const;
const READ_OF_FUNCTIONS = [...READ, "prefuncs", "postfuncs", "exports"] as const;

/** Flags whose values count; of others only that they are there. */
const COUNTED: ReadonlySet<string> = new Set([...READ_OF_FUNCTIONS, "func", "python", "vardepvalueexclude"]);

/** Compared by identity: the same flags have the same shape. */
export interface FlagShape {
  readonly isFunction: boolean;
  readonly isPython: boolean;
  /** Of the flags that are read, those that are to be expanded. */
  readonly expanded: readonly { readonly flag: string; readonly text: string }[];
  /** `vardepvalue` stands for the value. */
  readonly hasOwnValue: boolean;
  /** False where a flag whose value counts is no text: an object may change. */
  readonly isPlain: boolean;
  /** No value of a flag counts: the flags that are there are all that they add to the dependencies. */
  readonly isSimple: boolean;
  /** The flags that the variable depends on, as `NAME[flag]`. */
  readonly counted: readonly string[];
}

/** Whether flags, kept as names and values in turn, have the same shape as others: those that are there in the same order, and of those that count the values. */
export function sameFlags(
  kept: readonly unknown[] | null,
  flags: ReadonlyMap<string, Value> | null,
): boolean {
  if (kept === null || flags === null) return kept === flags;
  if (kept.length !== flags.size * 2) return false;
  let i = 0;
  for (const [flag, value] of flags) {
    if (kept[i] !== flag || (kept[i + 1] !== value && COUNTED.has(flag))) return false;
    i += 2;
  }
  return true;
}

/** The shapes met so far, for one list of flags that count for nothing. */
export class FlagShapes {
  readonly #known = new Map<string, FlagShape>();

  constructor(
    private readonly excluded: ReadonlySet<string>,
    private readonly isTrue: (value: Value) => boolean,
  ) {}

  readonly of = (flags: ReadonlyMap<string, Value>): FlagShape => {
    const isFunction = this.isTrue(flags.get("func"));
    const isPython = this.isTrue(flags.get("python"));
    const ownValue = flags.get("vardepvalue") ?? null;
    const read = isFunction && ownValue === null ? READ_OF_FUNCTIONS : READ;
    const texts = read.map((flag) => flags.get(flag) ?? null);
    const without = flags.get("vardepvalueexclude");
    const counted =
      this.excluded.size === 0 ? [] : [...flags.keys()].filter((flag) => !this.excluded.has(flag));
    const isPlain =
      texts.every((text) => text === null || typeof text === "string") &&
      !isObject(flags.get("func")) &&
      !isObject(flags.get("python"));
    if (!isPlain)
      return {
        isFunction,
        isPython,
        expanded: [],
        hasOwnValue: false,
        isPlain,
        isSimple: false,
        counted,
      };
    const excluded = typeof without === "string" ? without : null;
    const id = JSON.stringify([isFunction, isPython, texts, excluded, counted]);
    let shape = this.#known.get(id);
    if (shape === undefined) {
      const expanded = read
        .map((flag, i) => ({ flag, text: texts[i] }))
        .filter(
          (one): one is { flag: (typeof read)[number]; text: string } => one.text?.includes("${") === true,
        );
      const hasOwnValue = ownValue !== null;
      const isSimple = !isFunction && excluded === null && texts.every((text) => text === null);
      shape = { isFunction, isPython, expanded, hasOwnValue, isPlain, isSimple, counted };
      this.#known.set(id, shape);
    }
    return shape;
  };
}

function isObject(value: Value): boolean {
  return typeof value === "object" && value !== null;
}
