/**
 * What a computed value is made of: the keys it read, collected while it is computed. A plain name as a key means
 * that name's expanded value; everything else has a key that begins with NUL, which no variable's name does.
 */
import type { DataStore } from "./store.js";

/** The unexpanded value of a name. */
export const rawKey = (name: string): string => `\0r${name}`;
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
  readonly dependencies = new Set<string>();
  /** Made of more than the store: valid until the next write only. */
  impure = false;
  usesOverrides = false;

  constructor(
    readonly store: DataStore,
    readonly variable: string,
    readonly parent: Frame | null,
    /** How many `${@...}` are being evaluated around it. */
    readonly pythonDepth: number,
  ) {}

  /** What `inner` looked at this frame's value depends on too, by way of `inner`'s own value. */
  absorb(inner: Frame): void {
    if (inner.impure) this.impure = true;
    if (inner.usesOverrides) this.usesOverrides = true;
  }
}
