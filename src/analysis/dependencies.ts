/**
 * What one variable, flag or library function depends on, and the text that stands for it in a signature: the same
 * answer as bb.data.build_dependencies gives (test/analysis/dependencies.test.ts; conformance/hashes).
 *
 * Where the answer is surprising it is BitBake's: references count whether set or not, calls only if the name is a
 * variable; a `:remove` counts if it takes out a word, and only the first such text (in sorted order) gives references;
 * the lookups of a flag's value are not told.
 */
import type { DataStore, ExpansionResult, Value } from "../datastore/index.js";
import { ExpansionError, words } from "../datastore/index.js";
import type { CodeAnalyser } from "./code.js";
import { flagOf } from "./keys.js";
import type { Contains, PythonAnalysis } from "./types.js";

/** A function or class of a namespace that a layer brings (`addpylib`), analysed. */
export interface LibraryFunction {
  readonly references: ReadonlySet<string>;
  readonly execs: ReadonlySet<string>;
  readonly contains: Contains;
  /** sha256 of its source text, preceded by as many newlines as its line's number. */
  readonly hash: string;
}

/** What a variable's signature is made of. */
export interface Dependencies {
  /** Names of variables, flags (`NAME[flag]`) and library functions. */
  readonly names: ReadonlySet<string>;
  /** Text, null, or another type as the store holds it (a flag's number). */
  readonly value: Value;
}

/** What a walk over dependencies is asked in. */
export interface DependencyContext {
  readonly store: DataStore;
  /** The store that shell functions are expanded in: BB_HASH_CODEPARSER_VALS applied. */
  readonly codeStore: DataStore;
  readonly code: CodeAnalyser;
  readonly library: ReadonlyMap<string, LibraryFunction>;
  /** Whether a name that code calls is a variable (or a library function). */
  readonly isKey: (name: string) => boolean;
  /** Exported variables: shell functions depend on all of them. */
  readonly exported: ReadonlySet<string>;
  /** Flags that count for nothing (BB_SIGNATURE_EXCLUDE_FLAGS); without any, no flag counts. */
  readonly excludedFlags: ReadonlySet<string>;
  /** BB_BASEHASH_IGNORE_VARS. */
  readonly ignored: ReadonlySet<string>;
}

/** What an answer took from elsewhere than the key's own text and flags, in the order asked. */
export interface Trace {
  /** Names that code calls, and whether they are keys. */
  readonly calls: Map<string, boolean>;
  /** Expanded values, as texts, of variables that are asked whether they hold words. */
  readonly lookups: Map<string, string | null>;
  /** Names that the key's flags take out. */
  excluded: ReadonlySet<string>;
  /** Leave out the exported names that a shell function depends on. */
  readonly leavesExported: boolean;
}

/**
 * The dependencies of one key: a variable, `NAME[flag]`, or a library function by its dotted name. `expansion`: the key's
 * text expanded as this function would do it (a shell function's as `shellExpansion` does), where that is known; `trace`
 * takes what else the answer is made of.
 * @throws {ExpansionError, ShellSyntaxError, PySyntaxError, AnalysisError}
 */
export function buildDependencies(
  key: string,
  context: DependencyContext,
  expansion?: ExpansionResult,
  trace?: Trace,
): Dependencies {
  const builder = new Builder(key, context, expansion, trace);
  const own = context.library.get(key);
  if (own !== undefined) return builder.library(own);
  const flag = flagOf(key);
  return flag === undefined ? builder.variable() : builder.flag(flag.name, flag.flag);
}

/**
 * A shell function's text with the dummy values of BB_HASH_CODEPARSER_VALS; where these lead to a place that may not be
 * looked at (WORKDIR is `/` then), with the real ones: the commands are the same.
 */
export function shellExpansion(
  key: string,
  text: string,
  { store, codeStore }: Pick<DependencyContext, "store" | "codeStore">,
): ExpansionResult {
  try {
    const known = codeStore.lookInto(key);
    return known?.unexpanded === text ? known : codeStore.expandWithRefs(text, key);
  } catch (error) {
    if (codeStore === store || !(error instanceof ExpansionError)) throw error;
    return store.expandWithRefs(text, key);
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();
const NO_CONTAINS: Contains = new Map();

class Builder {
  private readonly names = new Set<string>();
  private value = "";
  private excluded: ReadonlySet<string> = NO_NAMES;

  constructor(
    private readonly key: string,
    private readonly context: DependencyContext,
    private readonly expanded: ExpansionResult | undefined,
    private readonly trace: Trace | undefined,
  ) {}

  library(own: LibraryFunction): Dependencies {
    this.value = own.hash;
    this.add(own.references);
    this.call(own.execs);
    this.contains(own.contains);
    return this.finished();
  }

  flag(name: string, flag: string): Dependencies {
    const { store } = this.context;
    const value = store.getVarFlag(name, flag, false);
    if (this.expanded !== undefined) this.found(this.expanded);
    else if (typeof value === "string") this.expansion(store, value, this.key);
    for (const ignored of this.context.ignored) this.names.delete(ignored);
    return { names: this.names, value };
  }

  variable(): Dependencies {
    const { key } = this;
    const { store, excludedFlags } = this.context;
    const flags = store.getVarFlags(key);
    const text = (flag: string): string | undefined => {
      const value = flags?.has(flag) === true ? store.getVarFlag(key, flag) : null;
      return value === null ? undefined : this.text(value);
    };
    this.excluded = new Set(words(text("vardepsexclude") ?? ""));
    if (this.trace !== undefined) this.trace.excluded = this.excluded;
    const instead = text("vardepvalue");
    if (instead !== undefined) this.value = instead;
    else if (this.isTrue(flags?.get("func"))) {
      if (this.isTrue(flags?.get("python"))) this.pythonFunction();
      else this.shellFunction();
      for (const flag of ["prefuncs", "postfuncs", "exports"]) this.add(words(text(flag) ?? ""));
    } else this.plain();
    const without = flags?.get("vardepvalueexclude");
    if (typeof without === "string") {
      for (const part of without.split("|")) if (part !== "") this.value = this.value.replaceAll(part, "");
    }
    if (excludedFlags.size > 0 && flags !== null) {
      for (const flag of flags.keys()) if (!excludedFlags.has(flag)) this.names.add(`${key}[${flag}]`);
    }
    this.add(words(text("vardeps") ?? ""));
    return this.finished();
  }

  private plain(): void {
    const { store } = this.context;
    const known = this.expanded ?? store.lookInto(this.key);
    if (known !== undefined) {
      this.value = known.unexpanded;
      this.contains(this.found(known).contains);
      return;
    }
    const raw = store.getVar(this.key, false);
    this.value = raw === null ? "" : this.text(raw);
    if (typeof raw === "string") this.contains(this.expansion(store, raw, this.key).contains);
    this.removals();
  }

  private pythonFunction(): void {
    const raw = this.context.store.getVar(this.key, false);
    this.value = raw === null ? "" : this.text(raw);
    const found = this.context.code.python(this.value);
    this.add(found.references);
    this.call(found.execs);
    this.contains(found.contains);
  }

  private shellFunction(): void {
    const raw = this.context.store.getVar(this.key, false);
    this.value = raw === null ? "" : this.text(raw);
    if (this.trace?.leavesExported !== true) this.add(this.context.exported);
    const expanded = this.found(this.expanded ?? shellExpansion(this.key, this.value, this.context));
    this.call(this.context.code.shell(expanded.value).execs);
    this.contains(expanded.contains);
    this.removals();
  }

  /** What removed words: their texts belong to the value. */
  private removals(): void {
    const { store } = this.context;
    let first = true;
    for (const text of store.effectiveRemovals(this.key).sort()) {
      this.value += `\n_remove of ${text}`;
      const { references, contains } = this.analysed(store.expandWithRefs(text));
      if (first) this.add(references);
      first = false;
      this.contains(contains);
    }
  }

  /** Expands a text and adds what it refers to and calls; its lookups are given back. */
  private expansion(
    store: DataStore,
    text: string,
    variable: string,
  ): { readonly value: string; readonly contains: Contains } {
    if (!text.includes("${")) return { value: text, contains: NO_CONTAINS };
    return this.found(store.expandWithRefs(text, variable));
  }

  private found(result: ExpansionResult): { readonly value: string; readonly contains: Contains } {
    const { value } = result;
    const { references, codes, contains } = this.analysed(result);
    this.add(references);
    for (const { execs } of codes) this.call(execs);
    return { value, contains };
  }

  private analysed({ references, python }: ExpansionResult): {
    readonly references: ReadonlySet<string>;
    readonly codes: readonly PythonAnalysis[];
    readonly contains: Contains;
  } {
    if (python.size === 0) return { references, codes: [], contains: NO_CONTAINS };
    const all = new Set(references);
    const codes: PythonAnalysis[] = [];
    const contains = new Map<string, Set<string>>();
    for (const code of python) {
      const found = this.context.code.python(code.trim());
      codes.push(found);
      for (const name of found.references) all.add(name);
      for (const [name, items] of found.contains) {
        contains.set(name, new Set([...(contains.get(name) ?? []), ...items]));
      }
    }
    return { references: all, codes, contains };
  }

  /** Of a variable that is only asked whether it holds words, these answers are told and not its value. */
  private contains(contains: Contains): void {
    if (contains.size === 0) return;
    const { ignored, store } = this.context;
    for (const name of [...contains.keys()].sort()) {
      if (this.excluded.has(name) || ignored.has(name)) continue;
      const value = store.getVar(name);
      const text = value === null ? null : this.text(value);
      this.trace?.lookups.set(name, text);
      const present = new Set(words(text ?? ""));
      for (const item of [...(contains.get(name) ?? [])].sort()) {
        const isSet = words(item).every((word) => present.has(word));
        this.value += `\n${name}{${item}} = ${isSet ? "Set" : "Unset"}`;
      }
    }
  }

  private add(names: Iterable<string>): void {
    for (const name of names) this.names.add(name);
  }

  private call(names: Iterable<string>): void {
    for (const name of names) {
      const isKey = this.context.isKey(name);
      this.trace?.calls.set(name, isKey);
      if (isKey) this.names.add(name);
    }
  }

  private finished(): Dependencies {
    for (const name of this.excluded) this.names.delete(name);
    for (const name of this.context.ignored) this.names.delete(name);
    return { names: this.names, value: this.value };
  }

  private text(value: Value): string {
    return this.context.store.textOf(value);
  }

  private isTrue(value: Value): boolean {
    return value !== undefined && this.context.store.truthOf(value);
  }
}
