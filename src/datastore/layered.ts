/**
 * The records of a store in their layers: which one a write goes to, what a copy shares, which names are variants of
 * which, and what computed values a write makes untrue. DataStore gives the operations their meaning.
 */
import type { ExpansionContext } from "./context.js";
import { functionKey } from "./dependencies.js";
import { DataStoreError } from "./errors.js";
import { Layer } from "./layer.js";
import type { NameInfo } from "./names.js";
import { NO_VARIANTS, VarRecord } from "./record.js";

/** See the file's comment. */
export abstract class LayeredRecords {
  /** @internal The layer that writes go to. */
  top: Layer;
  /** @internal Changes with every write; never the same for two stores of one context. */
  version: number;
  protected isFrozen = false;
  /** The names written here, in order; one after a null was forgotten again. */
  private readonly written: (string | null)[] = [];

  protected constructor(
    /** @internal */
    readonly context: ExpansionContext,
    source: LayeredRecords | undefined,
  ) {
    this.version = context.nextVersion();
    this.top = new Layer(source === undefined ? null : source.seal());
  }

  /** The names written (or deleted) in this store itself, not in the one it was copied from. */
  localKeys(): string[] {
    const names = new Set<string>();
    for (let i = 0; i < this.written.length; i++) {
      const name = this.written[i];
      if (name !== null) names.add(name);
      else names.delete(this.written[++i] as string);
    }
    return [...names];
  }

  /** @internal The layer a copy stands on; this store goes on in a new one. */
  seal(): Layer {
    if (this.isFrozen && this.top.parent !== null) return this.top.parent;
    if (this.top.isEmpty && this.top.parent !== null) return this.top.parent;
    const sealed = this.top.compacted();
    this.top = new Layer(sealed);
    return sealed;
  }

  protected freezeLayers(flatten: boolean): void {
    if (flatten) this.top = this.top.flattened();
    this.top = new Layer(this.top); // for what only this store computes
    this.isFrozen = true;
  }

  /** @internal What was written here since this store was copied from `origin`, a frozen store. */
  recordsAbove(origin: LayeredRecords): Map<string, VarRecord> {
    const records = new Map<string, VarRecord>();
    const floor = origin.seal();
    for (let layer: Layer | null = this.top; layer !== null && layer !== floor; layer = layer.parent) {
      for (const [name, record] of layer.records) if (!records.has(name)) records.set(name, record);
    }
    return records;
  }

  /** @internal The lowest layer, if it is another than the one that writes go to: copies share it, and it never changes. */
  get base(): Layer | undefined {
    if (this.top.parent === null) return undefined;
    let layer = this.top.parent;
    while (layer.parent !== null) layer = layer.parent;
    return layer;
  }

  /**
   * @internal Visits the names that have a record above the base, some more than once.
   * @param onlyTop those that were written since this store was last copied, or is a copy
   */
  eachAboveBase(visit: (record: VarRecord, name: string) => void, onlyTop: boolean): void {
    for (let layer = this.top; layer.parent !== null; layer = layer.parent) {
      layer.records.forEach(visit);
      if (onlyTop) return;
    }
  }

  /** @internal Whether a name has a record above the base. */
  isAboveBase(name: string): boolean {
    for (let layer = this.top; layer.parent !== null; layer = layer.parent)
      if (layer.records.has(name)) return true;
    return false;
  }

  /** The names whose own value is an object (no text, number or null). */
  objectNames(): string[] {
    const seen = new Set<string>();
    const found: string[] = [];
    for (let layer: Layer | null = this.top; layer !== null; layer = layer.parent) {
      for (const [name, { content }] of layer.records) {
        if (seen.has(name)) continue;
        seen.add(name);
        if (typeof content === "object" && content !== null) found.push(name);
      }
    }
    return found;
  }

  /** For evaluators: the metadata defined (again) a Python function; what was computed with it is forgotten here. */
  functionDefined(name: string): void {
    this.touchKey(functionKey(name));
    this.version = this.context.nextVersion();
  }

  protected mayWrite(): void {
    if (this.isFrozen)
      throw new DataStoreError("frozen", "the store is frozen: write to a copy of it (createCopy)");
    this.version = this.context.nextVersion();
  }

  /** The record of a name about to be written; `known` is what `top.find` gives for it. */
  protected writing(name: string, known: VarRecord | undefined): VarRecord {
    this.mayWrite();
    const record = this.opened(name, known);
    record.declared = true;
    if (!record.isLocal) {
      record.isLocal = true;
      this.written.push(record.info.name);
    }
    return record;
  }

  protected opened(name: string, known: VarRecord | undefined): VarRecord {
    const { top } = this;
    if (known?.layer === top) return known;
    const record = known?.clone(top) ?? new VarRecord(this.context.names.of(name), top);
    top.records.set(record.info.name, record);
    if (name.includes("${")) top.unexpandedNames.add(name);
    return record;
  }

  /** Enters `A:x:y` as a variant of A:x and of A. */
  protected registerVariant(name: string, info: NameInfo): void {
    for (const { short, suffix } of info.shorter) {
      const known = this.top.find(short);
      const old = known?.variants ?? NO_VARIANTS;
      const variants = this.context.variantLists.with(old, name, suffix);
      if (variants !== old) this.opened(short, known).variants = variants;
    }
  }

  /** The value of the name, and of every name it may be a variant of, is another now. */
  protected touchValue(name: string, info: NameInfo): void {
    this.top.touch(name);
    this.noteTouched(name);
    for (const prefix of info.prefixes) {
      this.top.touch(prefix);
      this.noteTouched(prefix);
    }
  }

  /** What OVERRIDES is made of may have changed. */
  protected abstract noteTouched(name: string): void;
  protected abstract noteKeyTouched(key: string): void;

  protected touchKey(key: string): void {
    this.top.touch(key);
    this.noteKeyTouched(key);
  }

  /** Takes a deleted name off the variants of the shorter ones. */
  protected withdrawVariant(name: string, info: NameInfo): void {
    for (const { short } of info.shorter) {
      const known = this.top.find(short);
      const old = known?.variants ?? NO_VARIANTS;
      const left = this.context.variantLists.without(old, name); // empty, but BitBake still says hasOverrides
      if (left !== old) this.opened(short, known).variants = left;
    }
  }

  /** A name is as if never written here. */
  protected forget(name: string, record: VarRecord): void {
    record.declared = false;
    record.isLocal = false;
    this.written.push(null, name);
  }
}
