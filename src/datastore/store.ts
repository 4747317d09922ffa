/**
 * DataStore: BitBake's variables with flags, overrides, pending operations, expansion and history.
 * SIGNATURES ONLY in this commit; bodies follow.
 */
import { DataStoreError } from "./errors.js";
import type {
  DataStoreOptions,
  ExpansionResult,
  GetOptions,
  HistoryEntry,
  LogInfo,
  StoreMessage,
  Value,
} from "./types.js";

function notYet(name: string): never {
  throw new DataStoreError("not-implemented", `DataStore.${name} is not written yet`);
}

/** See types.ts for values, options and results. Names are any string. */
export class DataStore {
  readonly options: DataStoreOptions;
  readonly messages: StoreMessage[] = [];
  constructor(options: DataStoreOptions = {}) {
    this.options = options;
  }

  // ---- variables
  setVar(_name: string, _value: Value, _info?: LogInfo): void {
    notYet("setVar");
  }
  getVar(name: string, options?: GetOptions): Value;
  getVar(name: string, expand?: boolean, noweakdefault?: boolean, parsing?: boolean): Value;
  getVar(_name: string, _expand?: boolean | GetOptions, _noweakdefault?: boolean, _parsing?: boolean): Value {
    return notYet("getVar");
  }
  /** As setting `name:append`. */
  appendVar(_name: string, _value: Value, _info?: LogInfo): void {
    notYet("appendVar");
  }
  prependVar(_name: string, _value: Value, _info?: LogInfo): void {
    notYet("prependVar");
  }
  delVar(_name: string, _info?: LogInfo): void {
    notYet("delVar");
  }
  renameVar(_name: string, _newName: string, _info?: LogInfo): void {
    notYet("renameVar");
  }
  /** True if any of the known overrides gives this variable another value. */
  hasOverrides(_name: string): boolean {
    return notYet("hasOverrides");
  }
  setVarFilter(_name: string, _expression: string): void {
    notYet("setVarFilter");
  }
  initVar(_name: string): void {
    notYet("initVar");
  }

  // ---- flags
  setVarFlag(_name: string, _flag: string, _value: Value, _info?: LogInfo): void {
    notYet("setVarFlag");
  }
  getVarFlag(_name: string, _flag: string, _expand = true, _noweakdefault = false, _parsing = false): Value {
    return notYet("getVarFlag");
  }
  appendVarFlag(_name: string, _flag: string, _value: Value, _info?: LogInfo): void {
    notYet("appendVarFlag");
  }
  prependVarFlag(_name: string, _flag: string, _value: Value, _info?: LogInfo): void {
    notYet("prependVarFlag");
  }
  delVarFlag(_name: string, _flag: string, _info?: LogInfo): void {
    notYet("delVarFlag");
  }
  setVarFlags(_name: string, _flags: ReadonlyMap<string, Value>, _info?: LogInfo): void {
    notYet("setVarFlags");
  }
  /**
   * The flags in the order set, or null when there are none. `expand`: the flags to expand (true: all, false:
   * none). `internalFlags`: also those that begin with `_` or `:`, and `_content`.
   */
  getVarFlags(
    _name: string,
    _expand: boolean | readonly string[] = false,
    _internalFlags = false,
  ): Map<string, Value> | null {
    return notYet("getVarFlags");
  }
  /** Deletes all flags but the value and the internal ones. */
  delVarFlags(_name: string, _info?: LogInfo): void {
    notYet("delVarFlags");
  }

  // ---- expansion
  expand(_text: string, _variable?: string): string {
    return notYet("expand");
  }
  expandWithRefs(_text: string, _variable?: string): ExpansionResult {
    return notYet("expandWithRefs");
  }
  /** For evaluators: what is being evaluated depends on more than this store; keep it only until the next write. */
  noteImpure(): void {
    notYet("noteImpure");
  }

  // ---- the whole
  keys(): string[] {
    return notYet("keys");
  }
  has(_name: string): boolean {
    return notYet("has");
  }
  /** Names written in this store itself, not in the one it was copied from. */
  localKeys(): string[] {
    return notYet("localKeys");
  }
  /** An independent copy: writes to either are not seen by the other. Costs nothing by size. */
  createCopy(): DataStore {
    return notYet("createCopy");
  }
  /** Renames keys whose names hold `${...}`; bb.data.expandKeys. Names are expanded in `reader` (default this). */
  expandKeys(_reader?: DataStore): void {
    notYet("expandKeys");
  }
  /** Forbids further writes, and lets children share what is expanded. */
  freeze(): this {
    return notYet("freeze");
  }
  /** Computes the override list if a write made it stale. */
  needOverrides(): void {
    notYet("needOverrides");
  }
  /** The active overrides, weakest first. */
  overrides(): readonly string[] {
    return notYet("overrides");
  }
  /** Names with the `export` flag set and without `unexport`. */
  exportedKeys(): string[] {
    return notYet("exportedKeys");
  }

  // ---- history
  enableTracking(): void {
    notYet("enableTracking");
  }
  disableTracking(): void {
    notYet("disableTracking");
  }
  get tracking(): boolean {
    return notYet("tracking");
  }
  history(_name: string): readonly HistoryEntry[] {
    return notYet("history");
  }
  /** Runs `body` with `file` entered in the include history. */
  include<T>(_file: string, _body: () => T): T {
    return notYet("include");
  }
  /** The block that `bitbake -e` prints for one variable ("" when it prints nothing). */
  emitVar(_name: string, _all = false): string {
    return notYet("emitVar");
  }
}
