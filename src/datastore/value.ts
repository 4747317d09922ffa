/**
 * What a variable's value is: its content or that of the variant its overrides choose, the weak default, then the
 * pending operations, expansion, removals and the filter, in this order; and the keeping of expanded values.
 */
import { MAXIMUM_REENTRY } from "./context.js";
import type { ExpansionContext } from "./context.js";
import { Frame, OVERRIDE_ORDER, overrideKey } from "./dependencies.js";
import { DataStoreError, ExpansionError } from "./errors.js";
import { References, type Expander } from "./expansion.js";
import { NO_OVERRIDES, OverrideState } from "./overrides.js";
import { NO_PENDING, NO_VARIANTS } from "./record.js";
import type { Pending, Variant, VarRecord } from "./record.js";
import type { DataStore } from "./store.js";
import type { ExpansionResult, Value } from "./types.js";
import { withoutWords, words } from "./whitespace.js";

const WEAK = "_defaultval";
const NONE: ReadonlySet<string> = new Set();
const NO_NAMES: readonly string[] = [];
/** OVERRIDES must not change any more after so many looks at it. */
const OVERRIDE_ROUNDS = 5;

/** Reads the values of one store. */
export class ValueReader {
  private readonly context: ExpansionContext;
  private state: OverrideState;
  private stale: boolean;
  /** Something that OVERRIDES was made of changed in a way no write announces (a deletion, a flag): a copy looks again. */
  private isSuspect = false;
  /** The flags, functions and filters that OVERRIDES was made of, by their keys. */
  private keySources: ReadonlySet<string>;
  /** While OVERRIDES is being computed: the names read for it. Nothing is taken from or given to the cache. */
  private computing: Set<string> | null = null;
  private computingKeys = new Set<string>();
  /** While OVERRIDES is being computed: values, as they are with the overrides and the version of the moment. */
  private readonly computed = new Map<string, Value>();
  private computedAt = -1;
  /** While OVERRIDES is being computed: whether the overrides looked at were all active. */
  private asked = new Map<string, boolean>();
  /** More than that was looked at. */
  private askedMore = false;
  /** Names whose values are being computed, and how often each. */
  private readonly active = new Map<string, number>();

  constructor(
    private readonly store: DataStore,
    private readonly expander: Expander,
    source: ValueReader | undefined,
  ) {
    this.context = store.context;
    this.state = source?.state ?? NO_OVERRIDES;
    this.stale = source === undefined || source.stale || source.isSuspect;
    this.keySources = source?.keySources ?? new Set();
  }

  // ---- reading

  /** The expanded value, from the cache where it is known. */
  expanded(name: string): Value {
    if (this.computing !== null) return this.computedOnce(name);
    const store = this.store;
    let entry = store.top.cached(name, store.version);
    if (entry !== undefined && entry.usesOverrides && this.stale) {
      this.overrides();
      entry = store.top.cached(name, store.version);
    }
    const frame = this.context.frame;
    if (frame !== null) {
      if (frame.store === store) {
        frame.addValue(name);
        if (entry !== undefined) {
          if (entry.home === null) frame.impure = true;
          if (entry.usesOverrides) frame.usesOverrides = true;
        }
      } else {
        frame.impure = true;
      }
    }
    return entry !== undefined ? entry.value : this.computeAndKeep(name);
  }

  /** A value while OVERRIDES is being computed: it stands until the overrides are others, or something is written. */
  private computedOnce(name: string): Value {
    const { computed, store } = this;
    if (this.computedAt !== store.version) {
      this.computedAt = store.version;
      computed.clear();
    }
    const known = computed.get(name);
    if (known !== undefined) return known;
    const value = this.compute(name);
    if (this.computedAt === store.version) computed.set(name, value);
    return value;
  }

  /** A value in another form than the usual: not kept. */
  uncached(name: string, expand: boolean, noweakdefault: boolean): Value {
    this.noteRaw(name);
    const removals: Pending[] = [];
    const value = this.raw(name, noweakdefault, removals);
    if (expand || noweakdefault) this.noteOdd();
    else this.context.frame?.raws?.set(name, value);
    return expand ? this.finished(name, value, removals) : value;
  }

  /** As the parser sees it: no variants, nothing pending. */
  parsing(name: string, expand: boolean, noweakdefault: boolean): Value {
    this.noteRaw(name);
    this.noteOdd();
    const value = this.written(this.store.top.find(name), noweakdefault);
    return expand && typeof value === "string" ? this.expander.expand(value, name) : value;
  }

  /** The value being computed looked at the unexpanded `name`. */
  noteRaw(name: string): void {
    if (this.computing !== null) this.computing.add(name);
    const frame = this.context.frame;
    if (frame === null) return;
    if (frame.store === this.store) frame.addKey(name);
    else frame.impure = true;
  }

  /** What is being computed looked at something of which no value is kept. */
  noteOdd(): void {
    if (this.context.frame !== null) this.context.frame.isOdd = true;
  }

  /** The names read now make up OVERRIDES. */
  get computesOverrides(): boolean {
    return this.computing !== null;
  }

  noteFlags(name: string): void {
    if (this.collects) this.noteKey(this.context.names.of(name).flagsKey);
  }

  /** A value is being computed: what it looks at is to be noted. */
  get collects(): boolean {
    return this.context.frame !== null || this.computing !== null;
  }

  noteKey(key: string): void {
    if (this.computing !== null) this.computingKeys.add(key);
    const frame = this.context.frame;
    if (frame === null) return;
    frame.isOdd = true;
    if (frame.store === this.store) frame.addKey(key);
    else frame.impure = true;
  }

  /**
   * The value of a name that has none, or a text that nothing is to be done to; undefined for any other. It is made of
   * nothing but the name's own record, so that nothing is to be noted while it is computed.
   */
  private own(name: string): string | null | undefined {
    const record = this.store.top.find(name);
    if (record === undefined) return null;
    if (!record.isSimple) return undefined;
    const value = this.written(record, false);
    if (value === null) return null;
    if (typeof value !== "string" || value.includes("${") || name.includes(":") || this.store.hasFilter(name))
      return undefined;
    return value;
  }

  private computeAndKeep(name: string): Value {
    const own = this.own(name);
    return own === undefined ? this.computeOthers(name) : this.keepOwn(name, own);
  }

  private keepOwn(name: string, value: string | null): Value {
    const { top, version } = this.store;
    const home = top.homeFor(name, NO_NAMES, NO_NAMES);
    const origin = value === null ? null : { text: value, found: null };
    const entry = { value, values: NO_NAMES, keys: NO_NAMES, home, version, usesOverrides: false, origin };
    top.keep(name, entry);
    if (home !== top) home.cache.set(name, entry);
    return value;
  }

  private computeOthers(name: string): Value {
    const { context, store } = this;
    const outer = context.frame;
    const frame = new Frame(store, name, outer, context.pythonDepth);
    const version = store.version;
    const nested = this.active.get(name) ?? 0;
    if (nested > 0) this.refuseCycle(name, nested, frame);
    this.active.set(name, nested + 1);
    context.frame = frame;
    let done = false;
    try {
      const value = this.compute(name, frame);
      done = true;
      if (store.version === version && this.computing === null) {
        const { impure, usesOverrides, values, keys } = frame;
        const home = impure ? null : store.top.homeFor(name, values, keys);
        const entry = { value, values, keys, home, version, usesOverrides, origin: frame.origin };
        store.top.keep(name, entry);
        if (home !== null && home !== store.top) home.cache.set(name, entry);
      }
      return value;
    } finally {
      context.frame = outer;
      if (nested === 0) this.active.delete(name);
      else this.active.set(name, nested);
      if (outer !== null) {
        if (outer.store !== store) outer.impure = true;
        else outer.absorb(frame);
        if (!done) {
          outer.isOdd = true;
          if (outer.store === store) {
            outer.addKey(name);
            outer.addAll(frame);
          }
        }
      }
    }
  }

  /**
   * A name that leads to itself by `${}` alone never ends. Through Python it may (the code may look at something
   * first), so that is only refused when it goes on and on.
   */
  private refuseCycle(name: string, nested: number, frame: Frame): void {
    let earlier = frame.parent;
    while (earlier !== null && (earlier.variable !== name || earlier.store !== this.store))
      earlier = earlier.parent;
    if (nested > MAXIMUM_REENTRY || (earlier !== null && earlier.pythonDepth === frame.pythonDepth)) {
      throw new DataStoreError("cycle", `variable ${name} references itself!`);
    }
  }

  private compute(name: string, frame?: Frame): Value {
    this.noteRaw(name);
    const removals: Pending[] = [];
    const raw = this.raw(name, false, removals);
    if (frame === undefined || typeof raw !== "string" || removals.length > 0)
      return this.finished(name, raw, removals);
    const found = raw.includes("${") ? new References() : null;
    const value = this.finished(name, raw, removals, found ?? undefined);
    frame.origin = { text: raw, found };
    return value;
  }

  /** What the text of a value referred to; computes the value if it is not known. */
  lookInto(name: string): ExpansionResult | undefined {
    const value = this.expanded(name);
    const origin = this.store.top.cached(name, this.store.version)?.origin ?? null;
    if (origin === null || typeof value !== "string") return undefined;
    const { text, found } = origin;
    if (found === null) return { value, unexpanded: text, variable: name, references: NONE, python: NONE };
    const [only] = found.names;
    const references = found.names.length === 1 && only?.length === 1 ? new Set(only) : found.references();
    const python = found.codes.length === 0 ? NONE : new Set(found.codes);
    return { value, unexpanded: text, variable: name, references, python };
  }

  /**
   * The text that the expanded value is made of by expansion alone; null without a value. Undefined if it is made in
   * another way: of an object, with removals or a filter.
   */
  plainText(name: string): string | null | undefined {
    this.noteRaw(name);
    const record = this.store.top.find(name);
    return record === undefined ? null : this.plainTextOf(record);
  }

  plainTextOf(record: VarRecord): string | null | undefined {
    const removals: Pending[] = [];
    const raw = this.rawOf(record, false, removals);
    if (removals.length > 0 || (typeof raw !== "string" && raw !== null)) return undefined;
    return raw;
  }

  // ---- from records to a value

  /** The unexpanded value; adds the removals that the expanded one needs. */
  private raw(name: string, noweakdefault: boolean, removals: Pending[]): Value {
    const record = this.store.top.find(name);
    return record === undefined ? null : this.rawOf(record, noweakdefault, removals);
  }

  private rawOf(record: VarRecord, noweakdefault: boolean, removals: Pending[]): Value {
    let value: Value = null;
    if (record.variants !== NO_VARIANTS) {
      const variant = this.chosen(record);
      if (variant !== undefined) {
        this.noteRaw(variant.name);
        const inner: Pending[] = [];
        value = this.raw(variant.name, false, inner);
        if (value !== null) removals.push(...inner);
      }
    }
    value ??= this.written(record, noweakdefault);
    if (record.append !== NO_PENDING) {
      for (const pending of record.append) {
        if (this.applies(pending)) value = this.concatenate(value ?? "", pending.value);
      }
    }
    if (record.prepend !== NO_PENDING) {
      for (const pending of record.prepend) {
        if (this.applies(pending)) value = this.concatenate(pending.value, value ?? "");
      }
    }
    if (record.remove !== NO_PENDING) {
      for (const pending of record.remove) if (this.applies(pending)) removals.push(pending);
    }
    return value;
  }

  /** What was assigned, else the weak default. */
  private written(record: VarRecord | undefined, noweakdefault: boolean): Value {
    if (record === undefined) return null;
    if (record.content !== undefined) return record.content;
    return noweakdefault ? null : (record.flags?.get(WEAK) ?? null);
  }

  private finished(name: string, raw: Value, removals: readonly Pending[], found?: References): Value {
    let value = typeof raw === "string" ? this.expander.expand(raw, name, found) : raw;
    if (removals.length > 0 && this.context.values.isTrue(value))
      value = this.withoutRemoved(name, value, removals);
    if (value !== null) {
      const filter = this.store.filterOf(name);
      if (filter !== undefined) value = this.filtered(value, filter);
    }
    return value;
  }

  private withoutRemoved(name: string, value: Value, removals: readonly Pending[]): Value {
    if (typeof value !== "string") {
      const type = this.context.values.typeName(value);
      throw new DataStoreError(
        "value-type",
        `expected string or bytes-like object, got '${type}'`,
        "TypeError",
      );
    }
    const unwanted = new Set<string>();
    for (const { value: text } of removals) {
      if (typeof text !== "string") throw this.notRemovable(name, text);
      for (const word of words(this.expander.expand(text, undefined))) unwanted.add(word);
    }
    return withoutWords(value, unwanted);
  }

  /** The texts of the removals that take a word out of the value. */
  effectiveRemovals(name: string): string[] {
    if (this.store.top.find(name) === undefined) return [];
    const removals: Pending[] = [];
    const raw = this.raw(name, false, removals);
    if (removals.length === 0 || typeof raw !== "string") return [];
    const present = new Set(words(this.expander.expand(raw, name)));
    const found = new Set<string>();
    for (const { value } of removals) {
      if (typeof value !== "string") throw this.notRemovable(name, value);
      if (words(this.expander.expand(value, undefined)).some((word) => present.has(word))) found.add(value);
    }
    return [...found];
  }

  private notRemovable(name: string, value: Value): ExpansionError {
    const { typeName, toText } = this.context.values;
    const message = `'${typeName(value)}' object has no attribute 'split'`;
    return new ExpansionError(name, toText(value), { type: "AttributeError", message }, undefined);
  }

  private filtered(value: Value, expression: string): Value {
    // BitBake asks no filter about an empty value.
    if (value === null || value === "") return value;
    const filters = this.context.options.filters;
    if (filters === undefined) {
      throw new DataStoreError(
        "no-filters",
        `cannot apply the filter ${expression}: this store was made without filters`,
      );
    }
    return filters.apply(value, [expression]);
  }

  /** Python's `left + right`. */
  concatenate(left: Value, right: Value): Value {
    if (typeof left === "string" && typeof right === "string") return left + right;
    return this.context.values.add(left, right);
  }

  // ---- overrides

  private applies(pending: Pending): boolean {
    if (pending.condition === null || pending.condition === "") return true;
    return this.isActive(this.overrides(), pending.condition);
  }

  private isActive(state: OverrideState, condition: string): boolean {
    this.noteOverrides(condition);
    const isActive = state.all(condition);
    if (this.computing !== null) this.asked.set(condition, isActive);
    return isActive;
  }

  private noteOverrides(condition: string): void {
    const frame = this.context.frame;
    if (frame === null || frame.store !== this.store) return;
    frame.usesOverrides = true;
    if (!condition.includes(":")) frame.addKey(overrideKey(condition));
    else for (const part of condition.split(":")) frame.addKey(overrideKey(part));
  }

  /** The variants whose overrides are all active. */
  activeVariants(record: VarRecord): Variant[] {
    const state = this.overrides();
    return record.variants.filter((variant) => this.isActive(state, variant.suffix));
  }

  /** The active variant that wins, if any is active. */
  chosen(record: VarRecord): Variant | undefined {
    const active = this.activeVariants(record);
    if (active.length === 0) return undefined;
    if (active.length > 1) {
      this.noteKey(OVERRIDE_ORDER);
      this.askedMore = true;
    }
    return this.state.choose(active);
  }

  /** A variable was set: if OVERRIDES is made of it, the active overrides are to be looked at again. */
  noteOverrideSource(name: string): void {
    if (this.state.sources.has(name)) this.stale = true;
  }

  /** The value of a name changed, whichever way. */
  noteTouched(name: string): void {
    if (this.state.sources.has(name)) this.isSuspect = true;
  }

  /** Flags, a function, a filter changed. */
  noteKeyTouched(key: string): void {
    if (this.keySources.has(key)) this.isSuspect = true;
  }

  /** What is being computed depends on more than is noted. */
  noteUncertain(): void {
    if (this.computing !== null) this.isSuspect = true;
  }

  /** The active overrides, in order. */
  activeOverrides(): readonly string[] {
    this.askedMore = true;
    return this.overrides().list;
  }

  /** Whether OVERRIDES, computed while one state stood, is the same while the other does. */
  private isSame(other: OverrideState, version: number, deeds: number | undefined): boolean {
    if (this.askedMore || this.store.version !== version || this.deeds() !== deeds) return false;
    for (const [condition, isActive] of this.asked) if (other.all(condition) !== isActive) return false;
    return true;
  }

  private deeds(): number | undefined {
    return this.context.options.evaluator?.surroundings?.deeds();
  }

  /** The active overrides, computed anew if a write made them stale. */
  overrides(): OverrideState {
    if (!this.stale || this.computing !== null) return this.state;
    const { context, store } = this;
    const before = this.state;
    const outer = context.frame;
    const reads = new Set(before.sources);
    this.computing = reads;
    this.computingKeys = new Set();
    this.isSuspect = false;
    context.frame = null;
    let done = false;
    let passes = false;
    const rounds: string[][] = [];
    try {
      let current: string[] = [];
      for (;;) {
        this.state = new OverrideState(current, reads);
        this.asked.clear();
        this.askedMore = false;
        this.computed.clear();
        const { version } = store;
        const deeds = this.deeds();
        const value = store.getVar("OVERRIDES");
        // An evaluator's value that is not known says so here.
        if (typeof value !== "string" && value !== null) context.values.isTrue(value);
        const next = (typeof value === "string" ? value : "").split(":");
        if (next.length === current.length && next.every((name, i) => name === current[i])) break;
        rounds.push(next);
        if (rounds.length === OVERRIDE_ROUNDS) throw unstable(rounds);
        current = next;
        const other = new OverrideState(next, reads);
        if (this.isSame(other, version, deeds)) {
          this.state = other;
          break;
        }
      }
      done = true;
    } catch (error) {
      passes = context.options.evaluator?.passesThrough?.(error) === true;
      throw error;
    } finally {
      // After an error the last overrides stand until the next write, so that it is told once; not if they are unknown.
      this.computing = null;
      this.computed.clear();
      this.stale = passes;
      this.keySources = this.computingKeys;
      if (!done) this.isSuspect = true;
      context.frame = outer;
      for (const name of before.difference(this.state)) store.top.touch(overrideKey(name));
      if (!before.sameOrder(this.state)) store.top.touch(OVERRIDE_ORDER);
    }
    return this.state;
  }
}

function unstable(rounds: readonly (readonly string[])[]): DataStoreError {
  const lists = rounds.map((list) => `[${list.map((name) => `'${name}'`).join(", ")}]`).join("\n");
  return new DataStoreError(
    "unstable-overrides",
    "Overrides could not be expanded into a stable state after 5 iterations, overrides must be being referenced by " +
      `other overridden variables in some recursive fashion. The list of failing override expansions: ${lists}`,
  );
}
