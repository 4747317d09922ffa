/**
 * DataStore: BitBake's variables with flags, overrides, pending operations, expansion and history.
 *
 * A store is a chain of layers (layer.ts): writes go to the top one, reads fall through, a copy shares all below.
 * Expanded values are kept with what they are made of (dependencies.ts) and forgotten when one of these is written.
 * What a value is, given records and active overrides, is in value.ts; this file is the API and the writes.
 * Sources: the BitBake manual's "Syntax and Operators", and real BitBake compared operation by operation
 * (test/datastore/cases).
 */
import { DataStoreError } from "./errors.js";
import { ExpansionContext } from "./context.js";
import { filterKey, functionKey } from "./dependencies.js";
import { emitVariable } from "./emit.js";
import { Expander, References } from "./expansion.js";
import { FlaggedRecords, NO_INFO, PENDING_KINDS } from "./flags.js";
import { VariableHistory, historyEntry } from "./history.js";
import type { Operated } from "./history.js";
import { IncludeHistory } from "./includes.js";
import { expandKeys, isKey, listKeys } from "./keys.js";
import type { Operation } from "./names.js";
import { NO_PENDING, NO_VARIANTS } from "./record.js";
import type { Variant } from "./record.js";
import { FAILED, renamedMessage } from "./renamed.js";
import { restore, Snapshot, stateOf } from "./snapshot.js";
import type { RecordState } from "./snapshot.js";
import type { Template } from "./template.js";
import type {
  DataStoreOptions,
  ExpansionResult,
  GetOptions,
  HistoryEntry,
  LogInfo,
  SeenState,
  StoreMessage,
  Value,
} from "./types.js";
import { ValueReader } from "./value.js";

/** How renameVar sets and deletes: with the parser's meaning, and no trace but its own. */
const MOVING: LogInfo = { ignore: true, parsing: true };
/** Where BitBake renames the variants of a renamed variable, as its histories name the place. */
const RENAMED: LogInfo = { file: "data_smart.py", line: 0, func: "renameVar" };
/** Renames within renames: one for each override of a name, a handful in reality. */
const MAXIMUM_RENAMES = 50;

/** See the file's comment. Names are any string; see types.ts for values, options and results. */
export class DataStore extends FlaggedRecords {
  /** @internal */
  readonly reader: ValueReader;
  protected readonly expander: Expander;
  private filters: ReadonlyMap<string, string>;
  private renames: ReadonlyMap<string, string>;
  private usedFilters: Set<string> | null = null;
  /**
   * @internal What stands for the store in a Python VM. With the store itself, for V8's collections of young objects take
   * whatever a WeakMap leads to for alive: every recipe's store would be moved to the old ones.
   */
  handle: unknown;
  protected isTracking: boolean;
  private readonly variableHistory: VariableHistory;
  private readonly includeHistory: IncludeHistory;
  /** Renames that run within each other: a name that becomes a variant of itself is renamed for ever. */
  private renaming = 0;

  /** @param source the store this one is a copy of; use `createCopy` */
  constructor(options: DataStoreOptions = {}, source?: DataStore) {
    super(source?.context ?? new ExpansionContext(options), source);
    this.expander = new Expander(this, this.context);
    this.reader = new ValueReader(this, this.expander, source?.reader);
    this.filters = source?.filters ?? new Map<string, string>();
    this.renames = source?.renames ?? options.renamedVariables ?? new Map<string, string>();
    this.isTracking = source?.isTracking ?? options.tracking ?? false;
    this.variableHistory = source?.variableHistory.copy() ?? new VariableHistory();
    this.includeHistory = source?.includeHistory.copy() ?? new IncludeHistory();
  }

  get options(): DataStoreOptions {
    return this.context.options;
  }

  /** Warnings so far, if the options name no receiver. */
  get messages(): readonly StoreMessage[] {
    return this.context.messages;
  }

  // ---- variables

  /**
   * `=`, or with a name such as `A:append:x` the operation it means. Unless `info.parsing`, the pending operations
   * and the variants of the name are dropped, as Python's d.setVar does.
   */
  setVar(name: string, value: Value, info: LogInfo = NO_INFO): void {
    if (typeof value === "string" && value.length > 4096) this.options.onExpansion?.(value.length);
    const old = this.top.find(name);
    const known = old?.info ?? this.context.names.of(name);
    if (this.renames.size > 0 && this.renames.has(known.base)) this.tellRenamed(name, info);
    if (known.operation !== undefined) {
      this.setOperation(known.operation, value, info);
      return;
    }
    const record = this.writing(name, old);
    if (info.parsing !== true) {
      record.append = record.prepend = record.remove = NO_PENDING;
      if (record.variants !== NO_VARIANTS) {
        for (const variant of this.reader.activeVariants(record))
          this.delVar(variant.name, { ...info, ignore: true });
        record.variants = NO_VARIANTS;
      }
    }
    this.registerVariant(name, known);
    record.content = value;
    this.touchValue(name, known);
    this.reader.noteOverrideSource(name);
    if (this.isTracking) this.record(info, { op: "set", variable: name, detail: value });
  }

  private setOperation({ base, kind, condition }: Operation, value: Value, info: LogInfo): void {
    const record = this.writing(base, this.top.find(base));
    const waiting = record[kind].length;
    if ((waiting & 15) === 15) this.options.onExpansion?.(waiting * 256);
    record.addPending(kind, [{ value, condition }]);
    this.registerVariant(base, record.info);
    this.touchValue(base, record.info);
    this.reader.noteOverrideSource(base);
    const op = condition === null ? `:${kind}` : `:${kind}[${condition}]`;
    this.record(info, { variable: base, detail: value }, op);
  }

  private tellRenamed(name: string, info: LogInfo): void {
    const message = renamedMessage(this.renames, name, info);
    if (message === undefined) return;
    this.context.tell("error", "renamed-variable", message);
    this.setVar(FAILED, true, { ignore: true });
  }

  getVar(name: string, options?: GetOptions): Value;
  getVar(name: string, expand?: boolean, noweakdefault?: boolean, parsing?: boolean): Value;
  getVar(name: string, expand: boolean | GetOptions = true, noweakdefault = false, parsing = false): Value {
    if (typeof expand === "object") {
      return this.getVar(name, expand.expand ?? true, expand.noweakdefault, expand.parsing);
    }
    if (parsing) return this.reader.parsing(name, expand, noweakdefault);
    if (expand && !noweakdefault) return this.reader.expanded(name);
    return this.reader.uncached(name, expand, noweakdefault);
  }

  /** As setting `name:append`. */
  appendVar(name: string, value: Value, info: LogInfo = NO_INFO): void {
    this.record(info, { op: "append", variable: name, detail: value });
    this.setVar(`${name}:append`, value, { ...info, ignore: true });
  }

  /** As setting `name:prepend`. */
  prependVar(name: string, value: Value, info: LogInfo = NO_INFO): void {
    this.record(info, { op: "prepend", variable: name, detail: value });
    this.setVar(`${name}:prepend`, value, { ...info, ignore: true });
  }

  /** Deletes value, flags and pending operations; the variants stay, as names of their own. */
  delVar(name: string, info: LogInfo = NO_INFO): void {
    if (this.isTracking) this.record(info, { op: "del", variable: name, detail: "" });
    const record = this.writing(name, this.top.find(name));
    this.touchKey(record.info.flagsKey);
    record.clear();
    record.variants = NO_VARIANTS;
    this.withdrawVariant(name, record.info);
    this.touchValue(name, record.info);
  }

  /**
   * Moves the value (a weak default becomes one), the pending operations and the variants to another name; flags
   * stay behind and are lost, as in BitBake.
   */
  renameVar(name: string, to: string, info: LogInfo = NO_INFO): void {
    const newName = this.context.names.of(to).name;
    if (name === newName) {
      this.context.tell(
        "warning",
        "rename-same",
        `Calling renameVar with equivalent keys (${name}) is invalid`,
      );
      return;
    }
    if (this.renaming >= MAXIMUM_RENAMES) {
      throw new DataStoreError(
        "too-deep",
        `renaming ${name.slice(0, 200)} makes variants of itself without end`,
        "RecursionError",
      );
    }
    this.renaming++;
    try {
      this.renameWithVariants(name, newName, info);
    } finally {
      this.renaming--;
    }
  }

  private renameWithVariants(name: string, newName: string, info: LogInfo): void {
    const variants = this.top.find(name)?.variants ?? NO_VARIANTS;
    const value = this.getVar(name, false, false, true);
    let moved = false;
    if (value !== null) {
      moved = true;
      if (this.isTracking) this.variableHistory.rename(name, newName);
      if (this.isTracking) this.record(info, { variable: newName, detail: value }, `rename from ${name}`);
      const isRenamed = this.renames.size > 0 && this.renames.has(this.context.names.of(newName).base);
      this.setVar(newName, value, isRenamed ? { ...info, ...MOVING } : MOVING);
    }
    const old = this.top.find(name);
    if (old !== undefined) {
      if (old.append !== NO_PENDING || old.prepend !== NO_PENDING || old.remove !== NO_PENDING) {
        moved = true;
        const target = this.writing(newName, this.top.find(newName));
        for (const kind of PENDING_KINDS) target.addPending(kind, old[kind]);
        this.registerVariant(newName, target.info);
        this.touchValue(newName, target.info);
      }
      if (variants !== NO_VARIANTS) {
        moved = true;
        const renamed = variants.map(({ name: one, suffix }) => ({
          name: one.replaceAll(name, newName),
          suffix,
        }));
        variants.forEach((variant, i) => this.renameVar(variant.name, (renamed[i] as Variant).name, RENAMED));
        const target = this.opened(newName, this.top.find(newName));
        target.variants = renamed; // in place of what was there: BitBake's way
        this.registerVariant(newName, target.info);
        this.touchValue(newName, target.info);
      }
    }
    if (!moved) return;
    if (this.isTracking) this.record(info, { variable: name, detail: newName }, "rename (to)");
    this.delVar(name, MOVING);
  }

  /** Whether there are, or were, names that could replace this one's value with the right overrides. */
  hasOverrides(name: string): boolean {
    this.reader.noteRaw(name);
    this.reader.noteOdd();
    return (this.top.find(name)?.variants ?? NO_VARIANTS) !== NO_VARIANTS;
  }

  /**
   * An expression applied to the expanded value of the name and of all its variants each time; it replaces an
   * earlier one, null removes it.
   */
  setVarFilter(name: string, expression: string | null): void {
    this.mayWrite();
    const filters = new Map(this.filters);
    if (expression === null) filters.delete(name);
    else filters.set(name, expression);
    this.filters = filters;
    this.touchValue(name, this.context.names.of(name));
    this.touchKey(filterKey(name));
  }

  /** Forgets the values that the name's filter was applied to. */
  renewFilter(name: string): void {
    this.setVarFilter(name, this.filters.get(name) ?? null);
  }

  /** Names with a filter. */
  filteredNames(): string[] {
    return [...this.filters.keys()];
  }

  /** The names whose filter is applied are added to this set from now on. */
  noteFilters(used: Set<string>): void {
    this.usedFilters = used;
  }

  /** @internal Whether there is a filter of just this name. */
  hasFilter(name: string): boolean {
    return this.filters.size > 0 && this.filters.has(name);
  }

  /** @internal The filter of the name before the first colon. */
  filterOf(name: string): string | undefined {
    const colon = name.indexOf(":");
    if (colon < 0) {
      if (this.usedFilters !== null && this.filters.has(name)) this.usedFilters.add(name);
      return this.filters.get(name);
    }
    const base = name.slice(0, colon);
    if (this.reader.collects) this.reader.noteKey(filterKey(base));
    return this.filters.get(base);
  }

  /** Makes the name known, without a value. */
  initVar(name: string): void {
    this.writing(name, this.top.find(name));
  }

  // ---- expansion

  /**
   * Replaces the `${...}` of a text; what is not set stays as it is.
   * @throws {ExpansionError} on a cycle, or when an expression fails
   */
  expand(text: string, variable?: string): string {
    return this.expander.expand(text, variable);
  }

  /** As expand, and tells what the text itself referred to. */
  expandWithRefs(text: string, variable?: string): ExpansionResult {
    const found = new References();
    const value = this.expander.expand(text, variable, found);
    const python = new Set(found.codes);
    return { value, unexpanded: text, variable, references: found.references(), python };
  }

  /**
   * As expandWithRefs of the name's unexpanded value, from what is kept of its expanded one where that is known.
   * Undefined where the two are not made alike: the name has removals or a filter.
   */
  lookInto(name: string): ExpansionResult | undefined {
    return this.filterOfBase(name) === undefined ? this.reader.lookInto(name) : undefined;
  }

  /**
   * The text that the name's value is made of by expansion alone; null without a value. Undefined if it is made in another
   * way: of an object, with removals or a filter.
   */
  plainText(name: string): string | null | undefined {
    return this.filterOfBase(name) === undefined ? this.reader.plainText(name) : undefined;
  }

  /**
   * What a name's value and flags are made of, in one look: `flags` as stored (null without any) and, if `needsText` says so
   * of these, `text` as plainText gives it, else null. False, and nothing told, for a name that was never written.
   */
  lookAt(name: string, seen: SeenState, needsText: (flags: SeenState["flags"]) => boolean): boolean {
    const record = this.top.find(name);
    this.reader.noteRaw(name);
    this.reader.noteFlags(name);
    if (record === undefined) return false;
    seen.flags = record.flags;
    if (!needsText(record.flags)) seen.text = null;
    else seen.text = this.filterOfBase(name) === undefined ? this.reader.plainTextOf(record) : undefined;
    return true;
  }

  /** A text cut at its references. */
  templateOf(text: string): Template {
    return this.context.templates.referencesOf(text);
  }

  private filterOfBase(name: string): string | undefined {
    const colon = name.indexOf(":");
    return this.filters.size === 0 ? undefined : this.filters.get(colon < 0 ? name : name.slice(0, colon));
  }

  /** Python's str() of a value. */
  textOf(value: Value): string {
    return typeof value === "string" ? value : this.context.values.toText(value);
  }

  /** Python's truth of a value. */
  truthOf(value: Value): boolean {
    return this.context.values.isTrue(value);
  }

  /** The unexpanded texts of the `:remove` operations that take a word out of the name's value, each once. */
  effectiveRemovals(name: string): string[] {
    return this.reader.effectiveRemovals(name);
  }

  /** For evaluators: what is being evaluated depends on more than this store; it is kept until the next write only. */
  noteImpure(): void {
    if (this.context.frame !== null) this.context.frame.impure = true;
    this.reader.noteUncertain();
  }

  protected override noteRenamed(name: string, to: string): void {
    this.renames = new Map([...this.renames, [name, to]]);
  }

  protected override noteTouched(name: string): void {
    this.reader.noteTouched(name);
  }

  protected override noteKeyTouched(key: string): void {
    this.reader.noteKeyTouched(key);
  }

  /** For evaluators: what is being evaluated called this function of the metadata (calls in `${@...}` are seen). */
  noteFunction(name: string): void {
    this.reader.noteKey(functionKey(name));
  }

  // ---- the whole

  /** All names with a value, a flag or a pending operation, or whose active variant has one. */
  keys(): string[] {
    this.noteImpure();
    return listKeys(this);
  }

  /** Whether keys() names it. */
  hasKey(name: string): boolean {
    this.reader.noteOdd();
    return isKey(this, name);
  }

  /** Whether there is a value. */
  has(name: string): boolean {
    return this.getVar(name, false) !== null;
  }

  /** An independent copy: writes to either are not seen by the other. The cost does not depend on the size. */
  createCopy(): DataStore {
    this.noteImpure();
    return new DataStore(this.context.options, this);
  }

  /**
   * Forbids further writes. Children share what is computed here or, where it is the same, there. `flatten`: make
   * one layer of all, for a base that many copies stand on.
   */
  freeze(flatten = true): this {
    if (!this.isFrozen) {
      if (flatten) this.reader.overrides();
      this.freezeLayers(flatten);
    }
    return this;
  }

  /** Every name's state as plain data, for whoever writes a store down; `load` takes it. History is not part of it. */
  exportState(): ReadonlyMap<string, RecordState> {
    const records = [...this.top.flattened().records].filter(
      ([, record]) => record.holds || record.variants.length > 0,
    );
    return new Map(records.map(([name, record]) => [name, stateOf(record)] as const));
  }

  /** The state as an immutable value, with edits, patches and undo (snapshot.ts). */
  snapshot(): Snapshot {
    return Snapshot.of(this);
  }

  /** The filters by variable. */
  get filterMap(): ReadonlyMap<string, string> {
    return this.filters;
  }

  /** Puts whole records in place, as `exportState` gives them. */
  load(records: ReadonlyMap<string, RecordState>, filters: ReadonlyMap<string, string>): void {
    for (const [name, state] of records) {
      const record = this.writing(name, this.top.find(name));
      restore(record, state);
      this.touchKey(record.info.flagsKey);
      this.touchValue(name, record.info);
    }
    for (const name of new Set([...this.filters.keys(), ...filters.keys()])) {
      if (this.filters.get(name) !== filters.get(name)) this.setVarFilter(name, filters.get(name) ?? null);
    }
  }

  /** Renames the keys whose names hold `${...}` that `source` can expand, as bb.data.expandKeys. */
  expandKeys(source: DataStore = this, info?: LogInfo): void {
    expandKeys(this, source, info);
  }

  /** Computes the active overrides if a write made them stale. */
  needOverrides(): void {
    this.reader.overrides();
  }

  /** The active overrides, the strongest last. */
  overrides(): readonly string[] {
    this.reader.noteOdd();
    return this.reader.activeOverrides();
  }

  // ---- history

  enableTracking(): void {
    this.isTracking = true;
  }

  disableTracking(): void {
    this.isTracking = false;
  }

  get tracking(): boolean {
    return this.isTracking;
  }

  /** The operations on the name, in the order applied; empty while tracking was off. */
  history(name: string): readonly HistoryEntry[] {
    return this.variableHistory.variable(name);
  }

  /** The history itself, for those who rewrite it. */
  get varhistory(): VariableHistory {
    return this.variableHistory;
  }

  /** Which file included which. */
  get inchistory(): IncludeHistory {
    return this.includeHistory;
  }

  /** Runs `body` with `file` entered in the include history. */
  include<T>(file: string, body: () => T): T {
    return this.includeHistory.within(file, body);
  }

  /** What `bitbake -e` prints for one variable; `all`: also variables that are not exported, and history comments. */
  emitVar(name: string, all = false): string {
    return emitVariable(this, name, all);
  }

  protected override record(info: LogInfo, done: Omit<Operated, "op"> & { op?: string }, op?: string): void {
    if (!this.isTracking || info.ignore === true) return;
    const place = info.file === undefined ? this.options.callerDetails?.() : undefined;
    this.variableHistory.record(
      historyEntry(info, { ...done, op: op ?? info.op ?? done.op ?? "set" }, place),
    );
  }
}
