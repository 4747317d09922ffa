/**
 * What a store knows of one name. A record lies in one layer and is changed in place only while that layer is a
 * store's top; otherwise it is cloned into the top first. The arrays are never changed in place.
 */
import type { Layer } from "./layer.js";
import type { NameInfo, PendingKind } from "./names.js";
import type { Value } from "./types.js";

/** A `:append`, `:prepend` or `:remove` that waits for the value to be asked for. */
export interface Pending {
  readonly value: Value;
  /** The overrides that must all be active, as written ("x:y"), or null. */
  readonly condition: string | null;
}

/** Another name that replaces this one's value while its overrides are active. */
export interface Variant {
  readonly name: string;
  /** The overrides, as written: "x:y" of "A:x:y". */
  readonly suffix: string;
}

export const NO_PENDING: readonly Pending[] = [];
export const NO_VARIANTS: readonly Variant[] = [];

/** One name's state. `undefined` content: never set, or deleted; null: set to None. */
export class VarRecord {
  content: Value = undefined;
  /** Changed through ownFlags() only: a clone shares them until it does. */
  flags: ReadonlyMap<string, Value> | null = null;
  private sharesFlags = false;
  /** Some flag may be a weak default of another. */
  hasWeakFlags = false;
  append: readonly Pending[] = NO_PENDING;
  prepend: readonly Pending[] = NO_PENDING;
  remove: readonly Pending[] = NO_PENDING;
  variants: readonly Variant[] = NO_VARIANTS;
  /** The name itself was written (not only one of its variants). */
  declared = false;
  /** The store whose top layer it lies in has listed the name among those that it wrote itself. */
  isLocal = false;

  constructor(
    /** What its name says. */
    readonly info: NameInfo,
    /** The layer it was made for: while that is a store's top, the record may be changed. */
    public layer: Layer,
  ) {}

  clone(layer: Layer): VarRecord {
    const copy = new VarRecord(this.info, layer);
    copy.content = this.content;
    copy.flags = this.flags;
    copy.sharesFlags = this.flags !== null;
    copy.hasWeakFlags = this.hasWeakFlags;
    copy.append = this.append;
    copy.prepend = this.prepend;
    copy.remove = this.remove;
    copy.variants = this.variants;
    copy.declared = this.declared;
    return copy;
  }

  /** The flags, to be changed. */
  ownFlags(): Map<string, Value> {
    if (this.flags === null) {
      const made = new Map<string, Value>();
      this.flags = made;
      return made;
    }
    if (this.sharesFlags) {
      this.flags = new Map(this.flags);
      this.sharesFlags = false;
    }
    return this.flags as Map<string, Value>;
  }

  /** Its value is what was assigned, whatever the overrides are. */
  get isSimple(): boolean {
    return (
      this.append === NO_PENDING &&
      this.prepend === NO_PENDING &&
      this.remove === NO_PENDING &&
      this.variants === NO_VARIANTS
    );
  }

  /** Forgets everything but the variants. */
  clear(): void {
    this.content = undefined;
    this.flags = null;
    this.sharesFlags = false;
    this.append = this.prepend = this.remove = NO_PENDING;
    this.declared = true;
  }

  /** False for a deleted name: nothing of its own is left. */
  get holds(): boolean {
    return (
      this.content !== undefined ||
      this.append !== NO_PENDING ||
      this.prepend !== NO_PENDING ||
      this.remove !== NO_PENDING ||
      (this.flags !== null && this.flags.size > 0)
    );
  }

  /** Whether the overrides that are active have no say in its unexpanded value. */
  get isUnconditional(): boolean {
    return (
      this.variants === NO_VARIANTS &&
      this.remove === NO_PENDING &&
      this.append.every(isAlways) &&
      this.prepend.every(isAlways)
    );
  }

  addPending(kind: PendingKind, pending: readonly Pending[]): void {
    if (pending.length > 0) this[kind] = [...this[kind], ...pending];
  }
}

function isAlways({ condition }: Pending): boolean {
  return condition === null || condition === "";
}
