/**
 * Flags of variables, and which variables are exported, which is a matter of flags. BitBake keeps values and pending
 * operations among the flags too, under names of its own (`_content`, `_defaultval`, `:append`).
 */
import type { Expander } from "./expansion.js";
import type { Operated } from "./history.js";
import { LayeredRecords } from "./layered.js";
import { NO_PENDING } from "./record.js";
import type { VarRecord } from "./record.js";
import { RENAMES } from "./renamed.js";
import type { LogInfo, Value } from "./types.js";
import type { ValueReader } from "./value.js";

const CONTENT = "_content";
const WEAK = "_defaultval";
const WEAK_FLAG = "_defaultval_flag_";
export const NO_INFO: LogInfo = {};
export const PENDING_KINDS = ["append", "prepend", "remove"] as const;

/** See the file's comment. */
export abstract class FlaggedRecords extends LayeredRecords {
  /** @internal */
  abstract readonly reader: ValueReader;
  protected abstract readonly expander: Expander;
  protected abstract isTracking: boolean;

  abstract getVar(name: string, expand?: boolean, noweakdefault?: boolean, parsing?: boolean): Value;
  /** A name is another from now on: whoever sets it is told. */
  protected abstract noteRenamed(name: string, to: string): void;
  protected abstract record(info: LogInfo, done: Omit<Operated, "op"> & { op?: string }, op?: string): void;

  /** Sets a flag; the value itself is the flag `_content`, the `??=` value `_defaultval`. */
  setVarFlag(name: string, flag: string, value: Value, info: LogInfo = NO_INFO): void {
    const record = this.writing(name, this.top.find(name));
    if (flag === CONTENT) record.content = value;
    else {
      record.ownFlags().set(flag, value);
      if (flag.startsWith(WEAK_FLAG)) record.hasWeakFlags = true;
    }
    this.touchKey(record.info.flagsKey);
    if (flag === WEAK || flag === CONTENT) {
      this.touchValue(name, record.info);
      if (flag === WEAK) {
        this.registerVariant(name, record.info);
        this.reader.noteOverrideSource(name);
      }
    } else if (name === RENAMES && typeof value === "string") {
      this.noteRenamed(flag, value);
    } else if (flag === "export" || flag === "unexport") {
      this.noteExport(name);
    }
    if (this.isTracking) this.record(info, { op: "set", variable: name, flag, detail: value });
  }

  /** A flag's value, by default expanded; null when there is none. Overrides do not apply to flags. */
  getVarFlag(name: string, flag: string, expand = true, noweakdefault = false, parsing = false): Value {
    if (flag === CONTENT) return this.getVar(name, expand, noweakdefault, parsing);
    this.reader.noteFlags(name);
    const value = this.flagOf(this.top.find(name), flag, noweakdefault);
    return expand && typeof value === "string" ? this.expander.expand(value, `${name}[${flag}]`) : value;
  }

  /** Several flags as getVarFlag gives them, `_content` not among them. */
  readFlags(name: string, flags: readonly string[], expand = true): Value[] {
    this.reader.noteFlags(name);
    const record = this.top.find(name);
    const values: Value[] = [];
    for (const flag of flags) {
      const value = this.flagOf(record, flag, false);
      values.push(
        expand && typeof value === "string" ? this.expander.expand(value, `${name}[${flag}]`) : value,
      );
    }
    return values;
  }

  private flagOf(record: VarRecord | undefined, flag: string, noweakdefault: boolean): Value {
    if (record === undefined) return null;
    if (flag.startsWith(":")) {
      const kind = flag.slice(1);
      if (kind !== "append" && kind !== "prepend" && kind !== "remove") return null;
      return record[kind] === NO_PENDING
        ? null
        : record[kind].map(({ value, condition }) => [value, condition]);
    }
    if (record.flags === null) return null;
    const value = record.flags.get(flag);
    if (value !== undefined) return value;
    return noweakdefault || !record.hasWeakFlags ? null : (record.flags.get(WEAK_FLAG + flag) ?? null);
  }

  appendVarFlag(name: string, flag: string, value: Value, info: LogInfo = NO_INFO): void {
    this.record(info, { op: "append", variable: name, flag, detail: value });
    const old = this.getVarFlag(name, flag, false);
    const joined = this.reader.concatenate(this.context.values.isTrue(old) ? old : "", value);
    this.setVarFlag(name, flag, joined, { ...info, ignore: true });
  }

  prependVarFlag(name: string, flag: string, value: Value, info: LogInfo = NO_INFO): void {
    this.record(info, { op: "prepend", variable: name, flag, detail: value });
    const old = this.getVarFlag(name, flag, false);
    const joined = this.reader.concatenate(value, this.context.values.isTrue(old) ? old : "");
    this.setVarFlag(name, flag, joined, { ...info, ignore: true });
  }

  /** Deletes a flag and its weak default. */
  delVarFlag(name: string, flag: string, info: LogInfo = NO_INFO): void {
    const known = this.top.find(name);
    if (known === undefined || !known.holds) return;
    if (flag === CONTENT ? known.content !== undefined : known.flags?.has(flag) === true)
      this.record(info, { variable: name, flag, detail: "" }, "delFlag");
    const record = this.writing(name, known);
    if (flag === CONTENT) record.content = undefined;
    else if (record.flags?.has(flag) === true) {
      const flags = record.ownFlags();
      flags.delete(flag);
      flags.delete(WEAK_FLAG + flag);
    }
    this.touchKey(record.info.flagsKey);
    if (flag === WEAK || flag === CONTENT) this.touchValue(name, record.info);
  }

  setVarFlags(name: string, flags: ReadonlyMap<string, Value>, info: LogInfo = NO_INFO): void {
    for (const [flag, value] of flags) {
      if (flag === CONTENT) continue;
      // BitBake records these only where the caller says where it stands.
      this.setVarFlag(name, flag, value, info.file === undefined ? { ...info, ignore: true } : info);
    }
  }

  /**
   * The flags in the order set, or null when there are none. `expand`: the flags to expand. `internalFlags`: also
   * those that begin with `_`, and the value as `_content`.
   */
  getVarFlags(
    name: string,
    expand: readonly string[] = [],
    internalFlags = false,
  ): Map<string, Value> | null {
    this.reader.noteFlags(name);
    const record = this.top.find(name);
    if (record === undefined) return null;
    const flags = new Map<string, Value>();
    if (internalFlags) {
      if (record.content !== undefined) flags.set(CONTENT, record.content);
      for (const kind of PENDING_KINDS) {
        if (record[kind] !== NO_PENDING) flags.set(`:${kind}`, this.flagOf(record, `:${kind}`, true));
      }
    }
    for (const [flag, value] of record.flags ?? []) {
      if (internalFlags) {
        flags.set(flag, value);
      } else if (flag.startsWith(WEAK_FLAG)) {
        const plain = flag.slice(WEAK_FLAG.length);
        if (!record.flags?.has(plain)) flags.set(plain, this.flagValue(name, plain, value, expand));
      } else if (!flag.startsWith("_")) {
        flags.set(flag, this.flagValue(name, flag, value, expand));
      }
    }
    return flags.size > 0 ? flags : null;
  }

  private flagValue(name: string, flag: string, value: Value, expand: readonly string[]): Value {
    if (typeof value !== "string" || !expand.includes(flag)) return value;
    return this.expander.expand(value, `${name}[${flag}]`);
  }

  /** Deletes all flags; the value stays. */
  delVarFlags(name: string, info: LogInfo = NO_INFO): void {
    const known = this.top.find(name);
    if (known === undefined || !known.declared) return;
    this.record(info, { variable: name, detail: "" }, "delete flags");
    const record = this.writing(name, known);
    this.touchKey(record.info.flagsKey);
    record.flags = null;
    record.append = record.prepend = record.remove = NO_PENDING;
    if (record.content === undefined) {
      this.forget(name, record);
    }
    this.touchValue(name, record.info);
  }

  /** Names with the flag `export` and without `unexport`, sorted. */
  exportedKeys(): string[] {
    const names = this.exportList();
    return [...names]
      .filter((name) => !name.startsWith("__"))
      .filter((name) => this.isTrueFlag(name, "export") && !this.isTrueFlag(name, "unexport"))
      .sort();
  }

  private isTrueFlag(name: string, flag: string): boolean {
    return this.context.values.isTrue(this.getVarFlag(name, flag, false));
  }

  private exportList(): ReadonlySet<string> {
    const list = this.top.find("__exportlist")?.content;
    return list instanceof Set ? (list as ReadonlySet<string>) : new Set();
  }

  private noteExport(name: string): void {
    const names = this.exportList();
    const record = this.writing("__exportlist", this.top.find("__exportlist"));
    if (names.has(name)) return;
    record.content = new Set([...names, name]);
    this.touchValue("__exportlist", record.info);
  }
}
