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

/** Lists up to this length are searched one by one. */
const SHORT = 12;

/** Names in the order in which they were first added, each once. Most lists are short. */
class NameList {
  readonly items: string[] = [];
  private index: Set<string> | null = null;

  add(name: string): void {
    const { items, index } = this;
    if (index !== null) {
      if (index.has(name)) return;
      index.add(name);
    } else {
      for (const item of items) if (item === name) return;
      if (items.length === SHORT) this.index = new Set(items).add(name);
    }
    items.push(name);
  }
}

/** The value being computed at the moment, and what it has read so far (its own name is not listed). */
export class Frame {
  private readonly valueList = new NameList();
  private readonly keyList = new NameList();
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

  /** Names whose expanded values were read. */
  get values(): readonly string[] {
    return this.valueList.items;
  }

  /** Keys of what was looked at as written. */
  get keys(): readonly string[] {
    return this.keyList.items;
  }

  addValue(name: string): void {
    if (name !== this.variable) this.valueList.add(name);
  }

  addKey(key: string): void {
    if (key !== this.variable) this.keyList.add(key);
  }

  /** What an unfinished `inner` read this frame's value depends on itself. */
  addAll(inner: Frame): void {
    for (const name of inner.values) this.addValue(name);
    for (const key of inner.keys) this.addKey(key);
  }

  /** What `inner` looked at this frame's value depends on too, by way of `inner`'s own value. */
  absorb(inner: Frame): void {
    if (inner.impure) this.impure = true;
    if (inner.usesOverrides) this.usesOverrides = true;
  }
}
