/**
 * One level of a store: what was written there, and what was computed from there on down. Stores are chains of
 * layers; the lower ones are sealed and shared, so a copy costs nothing. A lookup goes down the chain.
 *
 * Computed values: an entry lies in the lowest layer at which it is true (its home), so that what depends on the
 * configuration alone is computed once for all recipes. A layer above may use it if neither the name nor anything
 * the value was made of was written in between (`adopt`). Keys of dependencies are variable names; flags, overrides
 * and the like have keys of their own (see dependencies.ts).
 */
/* eslint-disable @typescript-eslint/no-this-alias -- walks along the chain begin at `this` */
import type { VarRecord } from "./record.js";
import type { Value } from "./types.js";

/** A chain of more layers than this is made shorter when it is copied. */
const LONGEST_CHAIN = 8;

/** A computed value and the keys it was directly made of. */
export interface CacheEntry {
  readonly value: Value;
  readonly dependencies: ReadonlySet<string>;
  /** Null for a value that holds until the next write only (made of more than the store). */
  readonly home: Layer | null;
  /** The store's version at which an impure value was made. */
  readonly version: number;
  /** Anything below looked at the active overrides. */
  readonly usesOverrides: boolean;
}

/** See the file's comment. */
export class Layer {
  readonly records = new Map<string, VarRecord>();
  /** Names with `${` in them, for key expansion. */
  readonly unexpandedNames = new Set<string>();
  readonly cache = new Map<string, CacheEntry>();
  /** Key -> names of cached values made of it (may name some that are gone). */
  private readonly dependents = new Map<string, Set<string>>();
  /** Keys written in this layer; for the root nothing lies below, so nothing is kept. */
  readonly touched = new Set<string>();
  readonly depth: number;

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
    for (const [name, record] of layer.records) this.records.set(name, record);
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
        if (entry.home === null) return undefined;
        for (const key of entry.dependencies) if (!this.stands(key, entry.home.depth)) return undefined;
        this.keep(name, entry);
        return entry;
      }
      if (layer.touched.has(name)) return undefined;
    }
    return undefined;
  }

  /** Whether `key` means the same here as at `depth`. */
  private stands(key: string, depth: number): boolean {
    const own = this.cache.get(key);
    if (own !== undefined) return own.home !== null && own.home.depth <= depth;
    for (let layer: Layer | null = this; layer !== null && layer.depth > depth; layer = layer.parent) {
      if (layer.touched.has(key)) return false;
    }
    for (let layer = this.parent; layer !== null; layer = layer.parent) {
      const entry = layer.cache.get(key);
      if (entry === undefined) continue;
      if (entry.home === null || entry.home.depth > depth) return false;
      for (const inner of entry.dependencies) if (!this.stands(inner, entry.home.depth)) return false;
      this.keep(key, entry);
      return true;
    }
    return true;
  }

  /** The lowest layer at which a value of `name` made of `keys` is true. */
  homeFor(name: string, keys: ReadonlySet<string>): Layer {
    let home = this.writtenAt(name, 0);
    for (const key of keys) {
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
    for (const key of entry.dependencies) {
      const names = this.dependents.get(key);
      if (names === undefined) this.dependents.set(key, new Set([name]));
      else names.add(name);
    }
  }

  /** `key` changed here: forgets every value made of it, directly or not. */
  touch(key: string): void {
    if (this.parent !== null) this.touched.add(key);
    this.cache.delete(key);
    const first = this.dependents.get(key);
    if (first === undefined) return;
    const queue = [key];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const names = this.dependents.get(next);
      if (names === undefined) continue;
      this.dependents.delete(next);
      for (const name of names) if (this.cache.delete(name)) queue.push(name);
    }
  }
}
