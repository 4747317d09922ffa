/** What of a variable's flags counts for signatures, worked out once for all names with the same flags. */
import type { Value } from "../datastore/index.js";

/** Flags whose texts, expanded, are read: of every variable, and of functions. */
const READ = ["vardepsexclude", "vardepvalue", "vardeps"] as const;
const READ_OF_FUNCTIONS = [...READ, "prefuncs", "postfuncs", "exports"] as const;

/** Compared by identity: the same flags have the same shape. */
export interface FlagShape {
  readonly isFunction: boolean;
  readonly isPython: boolean;
  /** Of the flags that are read, those that are to be expanded. */
  readonly expanded: readonly { readonly flag: string; readonly text: string }[];
  /** `vardepvalue` stands for the value. */
  readonly hasOwnValue: boolean;
  /** False where a flag that is read is no text, or one is an object, which may change. */
  readonly isPlain: boolean;
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
    const counted = [...flags.keys()].filter((flag) => !this.excluded.has(flag));
    const isPlain =
      texts.every((text) => text === null || typeof text === "string") &&
      [...flags.values()].every((value) => typeof value !== "object" || value === null);
    if (!isPlain) return { isFunction, isPython, expanded: [], hasOwnValue: false, isPlain };
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
      shape = { isFunction, isPython, expanded, hasOwnValue, isPlain };
      this.#known.set(id, shape);
    }
    return shape;
  };
}
