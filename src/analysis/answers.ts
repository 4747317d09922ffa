/**
 * Answers of buildDependencies, shared by all recipes of a run. Most variables of a recipe are those of the classes: the
 * same text with the same flags refers to the same names, whatever these hold, except where an answer looks further. An
 * answer is kept with everything that it was made of, and holds wherever all of that is the same:
 *
 * - the key's unexpanded text and its flags; flags' texts that are expanded, as expanded;
 * - of a text of names alone: that their values are plain, so that the expansion finds no further name in them; of any
 *   other text: what its expansion found;
 * - of a shell function: the values of its references where it is parsed (BB_HASH_CODEPARSER_VALS applied), and the
 *   exported names;
 * - which of the names that code calls are keys, and the values of `contains` lookups.
 */
import { ExpansionError, type DataStore, type ExpansionResult, type Value } from "../datastore/index.js";
import {
  buildDependencies,
  flagOf,
  shellExpansion,
  type Dependencies,
  type DependencyContext,
  type Trace,
} from "./dependencies.js";
import { FlagShapes, type FlagShape } from "./flags.js";
import { PlainValues, type PlainValue } from "./plain-values.js";

/** So many keys are kept; at twice as many those that were not asked for lately are forgotten. */
const KEYS = 30_000;
/** Answers of one key. */
const ALTERNATIVES = 12;
const NOTHING: readonly string[] = [];
const NONE: readonly never[] = [];
const NO_VALUES: readonly PlainValue[] = [];

/** Dependencies that many recipes share. */
export class Answer implements Dependencies {
  private set: ReadonlySet<string> | undefined;
  private hashed: string | undefined;

  constructor(
    /** The names in order. */
    readonly list: readonly string[],
    readonly value: Value,
  ) {}

  get names(): ReadonlySet<string> {
    return (this.set ??= new Set(this.list));
  }

  /** What is hashed of it; always asked for the same key, but for UNSET. */
  entry(key: string, textOf: (value: Value) => string): string {
    const { value } = this;
    if (value === "" || value === null || value === undefined) return key;
    return (this.hashed ??= key + textOf(value));
  }
}

/** The answer for every variable without value and flags. */
const UNSET = new Answer(NOTHING, "");

/** What an answer was made of. */
interface Kept {
  readonly answer: Answer;
  readonly raw: Value;
  readonly shape: FlagShape | undefined;
  readonly flags: readonly string[];
  readonly found: Found | undefined;
  readonly values: readonly string[];
  readonly exported: string | undefined;
  readonly calls: readonly (readonly [name: string, isKey: boolean])[];
  readonly lookups: readonly (readonly [name: string, value: string | null])[];
}

/** What counts of an expansion. */
interface Found {
  readonly references: readonly string[];
  readonly python: readonly string[];
  /** Undefined where the value does not count. */
  readonly value: string | undefined;
}

/** See the file's comment. */
export class Answers {
  #recent = new Map<string, Kept[]>();
  #older = new Map<string, Kept[]>();
  readonly #shapes = new Map<string, FlagShapes>();
  readonly #texts = new Map<string, string>();

  /** The answers of a key, the one used last first. */
  of(key: string): Kept[] {
    let kept = this.#recent.get(key);
    if (kept === undefined) {
      kept = this.#older.get(key) ?? [];
      if (this.#recent.size >= KEYS) {
        this.#older = this.#recent;
        this.#recent = new Map();
      }
      this.#recent.set(key, kept);
    }
    return kept;
  }

  shapes(excludedFlags: ReadonlySet<string>, isTrue: (value: Value) => boolean): FlagShapes {
    const id = [...excludedFlags].join(" ");
    let shapes = this.#shapes.get(id);
    if (shapes === undefined) this.#shapes.set(id, (shapes = new FlagShapes(excludedFlags, isTrue)));
    return shapes;
  }

  /** The same text as one object, so that comparing it costs nothing. */
  same(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}

/** The dependencies of one recipe's keys. */
export class RecipeAnswers {
  readonly #plain: PlainValues;
  #plainCode: PlainValues | undefined;
  readonly #shapes: FlagShapes;
  readonly #isKey = new Map<string, boolean>();
  readonly #lookups = new Map<string, string | null>();
  #exported: string | undefined;
  #version: number;

  // What the key that is asked for is made of.
  private isUnset = false;
  private raw: Value = null;
  private shape: FlagShape | undefined;
  private flags: readonly string[] = NOTHING;
  private expansion: ExpansionResult | undefined;
  private found: Found | undefined;
  private values: readonly PlainValue[] = NO_VALUES;
  private exported: string | undefined;

  constructor(
    private readonly answers: Answers,
    private readonly context: DependencyContext,
  ) {
    const { store, excludedFlags } = context;
    this.#plain = new PlainValues(store);
    this.#shapes = answers.shapes(excludedFlags, (value) => value !== undefined && store.truthOf(value));
    this.#version = store.version;
  }

  /** As buildDependencies. */
  of(key: string): Dependencies {
    const { context, answers } = this;
    this.renew();
    let isKnown: boolean;
    let failure: ExpansionError | undefined;
    try {
      isKnown = this.read(key) && context.store.version === this.#version;
      if (isKnown && this.isUnset) return UNSET;
    } catch (error) {
      if (!(error instanceof ExpansionError)) throw error;
      failure = error;
      isKnown = false;
    }
    if (!isKnown) {
      // What failed fails again, with the way that leads there; an error of OVERRIDES is told once.
      const dependencies = buildDependencies(key, context);
      if (failure !== undefined) throw failure;
      return dependencies;
    }
    const all = answers.of(key);
    for (let i = 0; i < all.length; i++) {
      const kept = all[i];
      if (!this.holds(kept)) continue;
      if (i > 0) {
        all.splice(i, 1);
        all.unshift(kept);
      }
      return kept.answer;
    }
    const trace: Trace = { calls: new Map(), lookups: new Map() };
    const { names, value } = buildDependencies(key, context, this.expansion, trace);
    const answer = new Answer(names.size === 0 ? NOTHING : [...names], value);
    if (context.store.version !== this.#version) return answer;
    const { raw, shape, flags, found, values, exported } = this;
    const texts = values.length === 0 ? NOTHING : values.map((part) => part.value);
    const calls = trace.calls.size === 0 ? NONE : [...trace.calls];
    const lookups = trace.lookups.size === 0 ? NONE : [...trace.lookups];
    all.unshift({ answer, raw, shape, flags, found, values: texts, exported, calls, lookups });
    if (all.length > ALTERNATIVES) all.pop();
    return answer;
  }

  /** What was read before a write does not count. */
  private renew(): void {
    const { version } = this.context.store;
    this.#plainCode?.renew();
    if (this.#version === version) return;
    this.#version = version;
    this.#plain.renew();
    this.#isKey.clear();
    this.#lookups.clear();
    this.#exported = undefined;
  }

  /** Reads what the key is made of; false if that is nothing to be kept by. */
  private read(key: string): boolean {
    const { store, library } = this.context;
    this.isUnset = false;
    this.raw = null;
    this.shape = undefined;
    this.flags = NOTHING;
    this.expansion = undefined;
    this.found = undefined;
    this.values = NO_VALUES;
    this.exported = undefined;
    if (library.has(key)) return true;
    const flag = flagOf(key);
    if (flag !== undefined) {
      const value = store.getVarFlag(flag.name, flag.flag, false);
      this.raw = value;
      if (typeof value !== "string") return value === null || typeof value === "number";
      if (!this.needsExpansion(key, value)) return true;
      return this.expandedTo(store.expandWithRefs(value, key), false);
    }
    const shape = (this.shape = store.derivedFromFlags(key, this.#shapes.of));
    if (shape?.isPlain === false) return false;
    if (shape !== undefined && shape.expanded.length > 0)
      this.flags = shape.expanded.map((read) => this.flag(key, read));
    if (shape?.hasOwnValue === true) return true;
    const raw = store.plainText(key);
    if (raw === undefined) return false;
    this.raw = raw;
    if (shape?.isFunction === true) return shape.isPython || this.readShell(key, raw ?? "");
    if (raw === null) {
      this.isUnset = shape === undefined;
      return true;
    }
    if (!this.needsExpansion(key, raw)) return true;
    const known = store.lookInto(key);
    return known !== undefined && this.expandedTo(known, false);
  }

  private readShell(key: string, raw: string): boolean {
    this.exported = this.#exported ??= this.answers.same([...this.context.exported].join(" "));
    if (!raw.includes("${")) return true;
    const { store, codeStore } = this.context;
    const template = store.templateOf(raw);
    if (template.isPlain && !template.names.includes(key)) {
      this.#plainCode ??= new PlainValues(codeStore);
      const values = this.plainParts(this.#plainCode, template);
      if (values !== undefined) {
        this.values = values;
        return true;
      }
    }
    return this.expandedTo(shellExpansion(key, raw, this.context), true);
  }

  /** A value that may not be read with the dummy values leads to the real ones (shellExpansion). */
  private plainParts(
    plain: PlainValues,
    template: ReturnType<DataStore["templateOf"]>,
  ): PlainValue[] | undefined {
    try {
      return plain.ofTemplate(template);
    } catch (error) {
      if (error instanceof ExpansionError) return undefined;
      throw error;
    }
  }

  /** Whether an expansion may find more than the names in the text. */
  private needsExpansion(key: string, text: string): boolean {
    if (!text.includes("${")) return false;
    const template = this.context.store.templateOf(text);
    if (!template.isPlain || template.names.includes(key)) return true;
    return this.#plain.ofTemplate(template) === undefined;
  }

  private expandedTo(expansion: ExpansionResult, valueCounts: boolean): true {
    const { references, python, value } = expansion;
    this.expansion = expansion;
    this.found = {
      references: [...references],
      python: [...python],
      value: valueCounts ? value : undefined,
    };
    return true;
  }

  private flag(key: string, { flag, text }: { readonly flag: string; readonly text: string }): string {
    const { store } = this.context;
    const template = store.templateOf(text);
    const parts = template.isPlain ? this.#plain.ofTemplate(template) : undefined;
    if (parts === undefined) return store.expand(text, `${key}[${flag}]`);
    let value = template.literals[0] ?? "";
    parts.forEach((part, i) => (value += part.value + (template.literals[i + 1] ?? "")));
    return value;
  }

  private holds(kept: Kept): boolean {
    if (kept.raw !== this.raw || kept.shape !== this.shape || kept.exported !== this.exported) return false;
    const { values, found } = this;
    if (kept.values.length !== values.length) return false;
    for (let i = 0; i < values.length; i++) if (kept.values[i] !== values[i]?.value) return false;
    if (!sameTexts(kept.flags, this.flags)) return false;
    if (kept.found !== found) {
      if (kept.found === undefined || found === undefined || kept.found.value !== found.value) return false;
      if (!sameTexts(kept.found.references, found.references)) return false;
      if (!sameTexts(kept.found.python, found.python)) return false;
    }
    for (const [name, isKey] of kept.calls) if (this.isKey(name) !== isKey) return false;
    for (const [name, value] of kept.lookups) if (this.lookup(name) !== value) return false;
    return true;
  }

  private isKey(name: string): boolean {
    let isKey = this.#isKey.get(name);
    if (isKey === undefined) this.#isKey.set(name, (isKey = this.context.isKey(name)));
    return isKey;
  }

  private lookup(name: string): string | null {
    let text = this.#lookups.get(name);
    if (text === undefined) {
      const value = this.context.store.getVar(name);
      this.#lookups.set(name, (text = value === null ? null : this.context.store.textOf(value)));
    }
    return text;
  }
}

function sameTexts(left: readonly string[], right: readonly string[]): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}
