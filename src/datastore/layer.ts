/**
 * One level of a store: what was written there, and what was computed from there on down. Stores are chains of
 * layers; the lower ones are sealed and shared, so a copy costs nothing. A lookup goes down the chain.
 *
 * Computed values: an entry lies in the lowest layer at which it is true (its home), so that what depends on the
 * configuration alone is computed once for all recipes. A layer above may use it if neither the name nor anything
 * the value was made of was written in between (`adopt`). See dependencies.ts for what a value is made of.
 */
/* eslint-disable @typescript-eslint/no-this-alias -- walks along the chain begin at `this` */
import type { References } from "./expansion.js";
import type { VarRecord } from "./record.js";
import type { Value } from "./types.js";

/** A chain of more layers than this is made shorter when it is copied. */
const LONGEST_CHAIN = 8;

/** A computed value and what it was directly made of. */
export interface CacheEntry {
  readonly value: Value;
  /** Names whose expanded values it was made of. */
  readonly values: readonly string[];
  /** Keys of what it looked at as written. */
  readonly keys: readonly string[];
  /** Null for a value that holds until the next write only (made of more than the store). */
  readonly home: Layer | null;
  /** The store's version at which an impure value was made. */
  readonly version: number;
  /** Anything below looked at the active overrides. */
  readonly usesOverrides: boolean;
  /** The text before the expansion and what it referred to; null for a value with removals or without text. */
  readonly origin: Origin | null;
}

/** Where an expanded value comes from. */
export interface Origin {
  readonly text: string;
  /** Null for a text without references. */
  readonly found: References | null;
}

/** Key -> names of cached values made of it (may name some that are gone). Most keys have one. */
class Dependents {
  private readonly names = new Map<string, string | Set<string>>();

  add(key: string, name: string): void {
    const known = this.names.get(key);
    if (known === undefined) this.names.set(key, name);
    else if (typeof known !== "string") known.add(name);
    else if (known !== name) this.names.set(key, new Set([known, name]));
  }

  /** Takes out the names of a key. */
  take(key: string): string | Set<string> | undefined {
    const names = this.names.get(key);
    if (names !== undefined) this.names.delete(key);
    return names;
  }
}

/** The names and records of a layer, and the place of each name. */
export interface Listing {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly records: readonly VarRecord[];
}

/** See the file's comment. */
export class Layer {
  readonly records = new Map<string, VarRecord>();
  /** Names with `${` in them, for key expansion. */
  readonly unexpandedNames = new Set<string>();
  readonly cache = new Map<string, CacheEntry>();
  private readonly byValue = new Dependents();
  private readonly byKey = new Dependents();
  /** Keys written in this layer; for the root nothing lies below, so nothing is kept. */
  readonly touched = new Set<string>();
  readonly depth: number;

  private list: Listing | undefined;

  constructor(readonly parent: Layer | null) {
    this.depth = parent === null ? 0 : parent.depth + 1;
  }

  find(name: string): VarRecord | undefined {
    for (let layer: Layer | null = this; layer !== null; layer = layer.parent) {
      const record = layer.records.get(name);
      if (record !== undefined) return record;
    }
    return undefined;
  }

  /** The names of this layer, in the order first written. Kept: names are only added, and a record is replaced in a new layer. */
  listing(): Listing {
    if (this.list?.names.length !== this.records.size) {
      const names = [...this.records.keys()];
      const places = new Map(names.map((name, i) => [name, i] as const));
      this.list = { names, places, records: [...this.records.values()] };
    }
    return this.list;
  }

  get isEmpty(): boolean {
    return this.records.size === 0 && this.touched.size === 0;
  }

  /** This layer, or one that holds what the chain above the root holds when that has become long. */
  compacted(): Layer {
    if (this.depth <= LONGEST_CHAIN) return this;
    const layers: Layer[] = [];
    let root: Layer = this;
    for (; root.parent !== null; root = root.parent) layers.push(root);
    const merged = new Layer(root);
    for (const layer of layers.reverse()) merged.take(layer);
    return merged;
  }

  /** One layer that holds what the whole chain holds; of the computed values, those known here. */
  flattened(): Layer {
    if (this.parent === null) return this;
    const layers: Layer[] = [];
    for (let layer: Layer | null = this; layer !== null; layer = layer.parent) layers.push(layer);
    const merged = new Layer(null);
    for (const layer of layers.reverse()) merged.take(layer);
    for (const [name, record] of merged.records) {
      if (!record.holds && record.variants.length === 0) merged.records.delete(name);
    }
    for (const [name, entry] of this.cache)
      if (entry.home !== null) merged.keep(name, { ...entry, home: merged });
    return merged;
  }

  private take(layer: Layer): void {
    for (const [name, record] of layer.records) {
      record.layer = this;
      this.records.set(name, record);
    }
    for (const name of layer.unexpandedNames) this.unexpandedNames.add(name);
    if (this.parent !== null) for (const key of layer.touched) this.touched.add(key);
  }

  /** The value of `name` if a valid one is known. */
  cached(name: string, version: number): CacheEntry | undefined {
    const own = this.cache.get(name);
    if (own !== undefined) return own.home !== null || own.version === version ? own : undefined;
    if (this.parent === null || this.touched.has(name)) return undefined;
    return this.adopt(name);
  }

  /** Takes over a lower layer's value of `name` if everything it is made of still stands. */
  private adopt(name: string): CacheEntry | undefined {
    for (let layer = this.parent; layer !== null; layer = layer.parent) {
      const entry = layer.cache.get(name);
      if (entry !== undefined) {
        if (entry.home === null || !this.allStand(entry, entry.home.depth)) return undefined;
        this.keep(name, entry);
        return entry;
      }
      if (layer.touched.has(name)) return undefined;
    }
    return undefined;
  }

  /** Whether all that a value was made of at `depth` means the same here. */
  private allStand(entry: CacheEntry, depth: number): boolean {
    for (const key of entry.keys) if (this.isTouchedAbove(key, depth)) return false;
    for (const name of entry.values) if (!this.stands(name, depth)) return false;
    return true;
  }

  private isTouchedAbove(key: string, depth: number): boolean {
    for (let layer: Layer | null = this; layer !== null && layer.depth > depth; layer = layer.parent) {
      if (layer.touched.has(key)) return true;
    }
    return false;
  }

  /** Whether the expanded value of `name` is the same here as at `depth`. */
  private stands(name: string, depth: number): boolean {
    const own = this.cache.get(name);
    if (own !== undefined) return own.home !== null && own.home.depth <= depth;
    if (this.isTouchedAbove(name, depth)) return false;
    for (let layer = this.parent; layer !== null; layer = layer.parent) {
      const entry = layer.cache.get(name);
      if (entry === undefined) continue;
      if (entry.home === null || entry.home.depth > depth) return false;
      if (!this.allStand(entry, entry.home.depth)) return false;
      this.keep(name, entry);
      return true;
    }
    return true;
  }

  /** The lowest layer at which a value of `name`, made of the values of `names` and of `keys`, is true. */
  homeFor(name: string, names: readonly string[], keys: readonly string[]): Layer {
    let home = this.writtenAt(name, 0);
    for (const key of keys) {
      if (home === this.depth) break;
      home = this.writtenAt(key, home);
    }
    for (const key of names) {
      if (home === this.depth) break;
      const known = this.cache.get(key)?.home;
      home = this.writtenAt(key, Math.max(home, known?.depth ?? 0));
    }
    let layer: Layer = this;
    while (layer.depth > home && layer.parent !== null) layer = layer.parent;
    return layer;
  }

  private writtenAt(key: string, atLeast: number): number {
    for (let layer: Layer | null = this; layer !== null && layer.depth > atLeast; layer = layer.parent) {
      if (layer.touched.has(key)) return layer.depth;
    }
    return atLeast;
  }

  /** Remembers a computed value here. */
  keep(name: string, entry: CacheEntry): void {
    this.cache.set(name, entry);
    if (entry.home === null) return;
    for (const key of entry.values) this.byValue.add(key, name);
    for (const key of entry.keys) this.byKey.add(key, name);
  }

  /** `key` changed here: forgets every value made of it, directly or not. */
  touch(key: string): void {
    if (this.parent !== null) this.touched.add(key);
    if (this.cache.size === 0) return;
    this.cache.delete(key);
    const looked = this.byKey.take(key);
    if (looked !== undefined) this.forget(looked);
    const made = this.byValue.take(key);
    if (made !== undefined) this.forget(made);
  }

  private forget(names: string | Set<string>): void {
    const queue: (string | Set<string>)[] = [names];
    const drop = (name: string): void => {
      if (!this.cache.delete(name)) return;
      const next = this.byValue.take(name);
      if (next !== undefined) queue.push(next);
    };
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (typeof next === "string") drop(next);
      else for (const name of next) drop(name);
    }
  }
}
