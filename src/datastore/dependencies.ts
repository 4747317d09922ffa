/**
 * What a computed value is made of, collected while it is computed: the names whose expanded values it read (what those
 * were made of counts too), and the keys of what it looked at as written. A plain name as a key means that name's
 * unexpanded value; everything else has a key that begins with NUL, which no variable's name does.
 */
import type { Origin } from "./layer.js";
import type { DataStore } from "./store.js";
import type { Value } from "./types.js";

/** The flags of a name, all together. */
export const flagsKey = (name: string): string => `\0f${name}`;
/** The filter of a name, for the names that begin with it. */
export const filterKey = (name: string): string => `\0x${name}`;
/** A Python function that the metadata defines. */
export const functionKey = (name: string): string => `\0p${name}`;
/** Whether one override is active, and the order of the active ones. */
export const overrideKey = (override: string): string => `\0o${override}`;
export const OVERRIDE_ORDER = "\0O";

/** The value being computed at the moment, and what it has read so far. */
export class Frame {
  /** Names whose expanded values were read. */
  readonly values = new Set<string>();
  /** Keys of what was looked at as written. */
  readonly keys = new Set<string>();
  /** Made of more than the store: valid until the next write only. */
  impure = false;
  usesOverrides = false;
  origin: Origin | null = null;
  /** More was looked at than the expanded values and (of an expression) the unexpanded ones that are listed. */
  isOdd = false;

  constructor(
    readonly store: DataStore,
    readonly variable: string,
    readonly parent: Frame | null,
    /** How many `${@...}` are being evaluated around it. */
    readonly pythonDepth: number,
    /** Of an expression: the unexpanded values read. */
    readonly raws: Map<string, Value> | null = null,
  ) {}

  /** What an unfinished `inner` read this frame's value depends on itself. */
  addAll(inner: Frame): void {
    for (const name of inner.values) this.values.add(name);
    for (const key of inner.keys) this.keys.add(key);
  }

  /** What `inner` looked at this frame's value depends on too, by way of `inner`'s own value. */
  absorb(inner: Frame): void {
    if (inner.impure) this.impure = true;
    if (inner.usesOverrides) this.usesOverrides = true;
  }
}
