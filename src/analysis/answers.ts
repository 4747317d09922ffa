/**
 * Answers of buildDependencies, shared by all recipes of a run. Most variables of a recipe are those of the classes: the
 * same text with the same flags refers to the same names, whatever these hold, except where an answer looks further. An
 * answer is kept with everything that it was made of, and holds wherever all of that is the same:
 *
 * - the key's unexpanded text and its flags; flags' texts that are expanded, as expanded;
 * - of a text of names alone: that their values are plain, so that the expansion finds no further name in them; of any
 *   other text: what its expansion found;
 * - of a shell function: the values of its references where it is parsed (BB_HASH_CODEPARSER_VALS applied); that it
 *   depends on all exported names is said, and these are not part of it;
 * - which of the names that code calls are keys, and the values of `contains` lookups.
 */
import { ExpansionError, type ExpansionResult, type Template, type Value } from "../datastore/index.js";
import { buildDependencies, shellExpansion } from "./dependencies.js";
import type { Dependencies, DependencyContext, Trace } from "./dependencies.js";
import { FlagShapes, sameFlags, type FlagShape } from "./flags.js";
import { Standing, type Ground, type Settled } from "./ground.js";
import { KeyTable, type Key } from "./keys.js";
import { Layout, type Laid } from "./layout.js";
import { PlainValues } from "./plain-values.js";

/** Answers of one key. */
const ALTERNATIVES = 12;
/** References that lead deeper are left to the store, which knows how deep is too deep. */
const DEEPEST = 60;
const NONE: readonly never[] = [];
const NO_CODE: ReadonlySet<string> = new Set();
const NO_NAMES: ReadonlySet<string> = new Set();
const NO_FLAGS: ReadonlyMap<string, Value> = new Map();

/** Dependencies that many recipes share. */
export class Answer implements Laid {
  // Layout's.
  laidIn = 0;
  laidAt = 0;
  laidSize = 0;

  constructor(
    readonly keys: readonly Key[],
    readonly value: Value,
    /** Of a shell function: it depends on all that the recipe exports too. */
    readonly onExported: boolean,
  ) {}

  /** As buildDependencies gives them, in a recipe that exports these names. */
  dependencies(exported: readonly Key[]): Dependencies {
    const keys = this.onExported ? [...exported, ...this.keys] : this.keys;
    return { names: new Set(keys.map(({ name }) => name)), value: this.value };
  }
}

/** The answer for every variable without value and flags. */
const UNSET = new Answer(NONE, "", false);

const UNSET_SETTLED: Settled = { answer: UNSET, plain: NONE, calls: NONE, areVariables: NONE };

/** What an answer holds by. */
interface Conditions {
  readonly raw: Value;
  /** Names and values in turn; null without flags. */
  readonly flags: readonly unknown[] | null;
  readonly shape: FlagShape | undefined;
  readonly flagTexts: readonly string[];
  /** Names whose values are plain. */
  readonly plain: readonly Key[];
  /** Of a shell function the names in its text and their values, where these are plain. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly found: Found | undefined;
  readonly isShell: boolean;
}

/** An answer and what it holds by; see the file's comment. All are made here, so that V8 sees one shape. */
export class Kept implements Conditions {
  readonly raw: Value;
  readonly flags: readonly unknown[] | null;
  readonly shape: FlagShape | undefined;
  readonly flagTexts: readonly string[];
  readonly plain: readonly Key[];
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly found: Found | undefined;
  readonly isShell: boolean;

  constructor(
    readonly answer: Answer,
    conditions: Conditions,
    /** Names that code calls, and whether each is a variable. */
    readonly calls: readonly Key[],
    readonly areVariables: readonly boolean[],
    readonly lookups: readonly (readonly [name: string, value: string | null])[],
    /** Of a shell function: names that are not exported. */
    readonly apart: readonly string[],
  ) {
    this.raw = conditions.raw;
    this.flags = conditions.flags;
    this.shape = conditions.shape;
    this.flagTexts = conditions.flagTexts;
    this.plain = conditions.plain;
    this.names = conditions.names;
    this.values = conditions.values;
    this.found = conditions.found;
    this.isShell = conditions.isShell;
  }

  /** Nothing that was looked at further than the name itself was more than whether it is plain, or a variable. */
  get isSimple(): boolean {
    return (
      this.found === undefined &&
      this.names.length === 0 &&
      this.flagTexts.length === 0 &&
      this.lookups.length === 0 &&
      this.apart.length === 0
    );
  }
}

/** What counts of an expansion. */
interface Found {
  readonly references: readonly string[];
  readonly python: readonly string[];
  /** Undefined where the value does not count. */
  readonly value: string | undefined;
}

/** What all recipes of a run share; see the file's comment. */
export class Answers {
  readonly keys = new KeyTable();
  readonly layout = new Layout();
  readonly #shapes = new Map<string, FlagShapes>();
  #ground: Ground | undefined;

  /** The ground that a store's names stand on; the same as long as nothing of it changes. */
  ground({ store, library }: DependencyContext, shapes: FlagShapes): Ground | undefined {
    const { base } = store;
    // What a value is being made of would not be noted.
    if (base === undefined || store.reader.collects) return undefined;
    const last = this.#ground;
    if (last?.base === base && last.shapes === shapes && last.library === library) return last;
    return (this.#ground = { base, shapes, library });
  }

  shapes(excludedFlags: ReadonlySet<string>, isTrue: (value: Value) => boolean): FlagShapes {
    const id = [...excludedFlags].join(" ");
    let shapes = this.#shapes.get(id);
    if (shapes === undefined) this.#shapes.set(id, (shapes = new FlagShapes(excludedFlags, isTrue)));
    return shapes;
  }
}

type Kind = "library" | "flag" | "variable";

/** The dependencies of one recipe's keys. */
export class RecipeAnswers {
  readonly #plain: PlainValues;
  #plainCode: PlainValues | undefined;
  readonly #shapes: FlagShapes;
  readonly #standing: Standing;
  #depth = 0;
  readonly #lookups = new Map<string, string | null>();
  #exported: readonly Key[] | undefined;
  #version: number;
  #now: number;

  // The key that is asked for: what was read of it, and what was worked out so far.
  private kind: Kind = "variable";
  private raw: Value = null;
  readonly #seen: { flags: ReadonlyMap<string, Value> | null; text: string | null | undefined } = {
    flags: null,
    text: null,
  };
  private shape: FlagShape | undefined;
  private flagTexts: readonly string[] | undefined;
  private expansion: ExpansionResult | undefined;
  private found: Found | undefined;

  constructor(
    private readonly answers: Answers,
    private readonly context: DependencyContext,
  ) {
    const { store, excludedFlags } = context;
    this.#plain = new PlainValues(store);
    this.#shapes = answers.shapes(excludedFlags, (value) => value !== undefined && store.truthOf(value));
    this.#version = store.version;
    this.#now = answers.keys.now();
    const ground = answers.ground(context, this.#shapes);
    this.#standing = new Standing(store, answers.keys, ground, this.#now);
  }

  /** As buildDependencies. */
  of(key: Key): Answer {
    this.renew();
    let conditions: Conditions | undefined;
    try {
      const settled = this.#standing.of(key)?.settled;
      if (settled !== undefined && this.stands(settled)) return settled.answer;
      if (this.look(key)) {
        if (this.isUnset) return this.settle(key, UNSET_SETTLED).answer;
        const known = this.known(key);
        if (known !== undefined) return known;
        conditions = this.conditions(key);
      }
    } catch (error) {
      if (!(error instanceof ExpansionError)) throw error;
      throw this.failedAgain(key, error);
    }
    const stands = conditions !== undefined && this.context.store.version === this.#version;
    if (stands) {
      const simple = this.simple(key, conditions as Conditions);
      if (simple !== undefined) return this.keep(key, simple, conditions);
    }
    return this.built(key, conditions, stands ? this.expansion : undefined);
  }

  /** A plain text's answer, or one's of names alone, with flags that name themselves at most: it can be read off. */
  private simple(key: Key, { shape, plain, found }: Conditions): Answer | undefined {
    if (this.kind === "library" || found !== undefined || shape?.isSimple === false) return undefined;
    const { ignored } = this.context;
    let keys: readonly Key[] = plain;
    if (shape !== undefined && shape.counted.length > 0)
      keys = [...plain, ...this.keysOf(shape.counted.map((flag) => `${key.name}[${flag}]`))];
    if (ignored.size > 0) keys = keys.filter(({ name }) => !ignored.has(name));
    return new Answer(keys, this.raw === null && this.kind === "variable" ? "" : this.raw, false);
  }

  /** Any other key's answer. */
  private built(
    key: Key,
    conditions: Conditions | undefined,
    expansion: ExpansionResult | undefined,
  ): Answer {
    const { context } = this;
    const calls = new Map<string, boolean>();
    const lookups = new Map<string, string | null>();
    const leavesExported = conditions?.isShell === true;
    const trace: Trace = { calls, lookups, excluded: NO_NAMES, leavesExported };
    const { names, value } = buildDependencies(key.name, context, expansion, trace);
    const apart = leavesExported ? [...trace.excluded] : NONE;
    if (!this.areApart(apart)) {
      const all = buildDependencies(key.name, context);
      return new Answer(this.keysOf(all.names), all.value, false);
    }
    const answer = new Answer(this.keysOf(names), value, leavesExported);
    return this.keep(key, answer, conditions, this.keysOf(calls.keys()), [...calls.values()], lookups, apart);
  }

  /** What a recipe alone has is met once; so the first time nothing is kept. */
  private keep(
    key: Key,
    answer: Answer,
    conditions: Conditions | undefined,
    calls: readonly Key[] = NONE,
    areVariables: readonly boolean[] = NONE,
    lookups?: ReadonlyMap<string, string | null>,
    apart: readonly string[] = NONE,
  ): Answer {
    if (conditions === undefined || key.met === 0 || this.context.store.version !== this.#version)
      return answer;
    const looked = lookups === undefined || lookups.size === 0 ? NONE : [...lookups];
    const kept = new Kept(answer, conditions, calls, areVariables, looked, apart);
    if (key.kept.length === 0) key.kept = [kept];
    else if (key.kept.unshift(kept) > ALTERNATIVES) key.kept.pop();
    return answer;
  }

  private keysOf(names: Iterable<string>): Key[] {
    return Array.from(names, (name) => this.answers.keys.of(name));
  }

  /** What failed fails again, with the way that leads there; but an error of OVERRIDES is told once. */
  private failedAgain(key: Key, error: ExpansionError): unknown {
    try {
      buildDependencies(key.name, this.context);
      return error;
    } catch (again) {
      return again instanceof ExpansionError ? again : error;
    }
  }

  /** What was read before a write does not count. */
  private renew(): void {
    const { version } = this.context.store;
    this.#plainCode?.renew();
    if (this.#version === version) return;
    this.#version = version;
    this.#now = this.answers.keys.now();
    this.#plain.renew();
    this.#standing.renew();
    this.#lookups.clear();
  }

  /** Reads what the key is made of; false if that is nothing to be kept by. */
  private look(key: Key): boolean {
    const { store, library } = this.context;
    const seen = this.#seen;
    this.raw = null;
    this.shape = undefined;
    this.flagTexts = undefined;
    this.expansion = undefined;
    this.found = undefined;
    seen.flags = null;
    if (key.library !== library) {
      key.library = library;
      key.isLibrary = library.has(key.name);
    }
    if (key.isLibrary) {
      this.kind = "library";
      return true;
    }
    if (key.flag !== undefined) {
      this.kind = "flag";
      this.raw = store.getVarFlag(key.flag.name, key.flag.flag, false);
      return typeof this.raw === "string" || this.raw === null || typeof this.raw === "number";
    }
    this.kind = "variable";
    if (!store.lookAt(key.name, seen, hasNoOwnValue)) return true;
    if (seen.text === undefined) return false;
    this.raw = seen.text;
    return true;
  }

  /** A variable without value and flags. */
  private get isUnset(): boolean {
    return this.kind === "variable" && this.raw === null && this.#seen.flags === null;
  }

  /** The answer given before, where it holds. */
  private known(key: Key): Answer | undefined {
    const { kept } = key;
    for (let i = 0; i < kept.length; i++) {
      const one = kept[i];
      if (one.raw !== this.raw || !this.holds(one, key)) continue;
      // What was read may have written something.
      if (this.context.store.version !== this.#version) return undefined;
      if (i > 0) {
        kept.splice(i, 1);
        kept.unshift(one);
      }
      if (one.isSimple && !key.flag?.flag.startsWith("_")) this.settle(key, one);
      return one.answer;
    }
    return undefined;
  }

  /** Keeps an answer with what stands of its name, if that stands. */
  private settle(key: Key, settled: Settled): Settled {
    const fact = this.#standing.learn(key);
    if (fact !== undefined) fact.settled = settled;
    return settled;
  }

  /** Whether what a settled answer holds by is so here. */
  private stands({ plain, calls, areVariables }: Settled): boolean {
    if (!this.arePlain(plain)) return false;
    for (let i = 0; i < calls.length; i++) if (this.isVariable(calls[i]) !== areVariables[i]) return false;
    // What was read may have written something.
    return this.context.store.version === this.#version;
  }

  private holds(kept: Kept, key: Key): boolean {
    const { flags, plain, found, names, values, calls, areVariables } = kept;
    if (!sameFlags(flags, this.#seen.flags) && kept.shape !== this.shapeOf(key)) return false;
    if (!this.areApart(kept.apart)) return false;
    if (kept.flagTexts !== NONE && !sameTexts(kept.flagTexts, this.textsOfFlags(key, kept.shape)))
      return false;
    if (!this.arePlain(plain)) return false;
    for (let i = 0; i < names.length; i++) if (this.plainCode(names[i]) !== values[i]) return false;
    if (found !== undefined) {
      const now = this.foundIn(key, kept.shape);
      if (now === undefined || found.value !== now.value) return false;
      if (!sameTexts(found.references, now.references) || !sameTexts(found.python, now.python)) return false;
    }
    for (let i = 0; i < calls.length; i++) if (this.isVariable(calls[i]) !== areVariables[i]) return false;
    for (const [name, value] of kept.lookups) if (this.lookup(name) !== value) return false;
    return true;
  }

  /** What an answer for the key of the moment will hold by; undefined if it cannot be kept. */
  private conditions(key: Key): Conditions | undefined {
    const { raw } = this;
    const flags = this.#seen.flags === null || key.met === 0 ? null : inTurn(this.#seen.flags);
    const shape = this.shapeOf(key);
    if (shape?.isPlain === false) return undefined;
    const flagTexts = this.textsOfFlags(key, shape);
    const isShell = shape !== undefined && shape.isFunction && !shape.isPython && !shape.hasOwnValue;
    // Written out: V8 gives each object that another is spread into a hidden class of its own.
    const held = (
      plain: readonly Key[],
      names: readonly string[],
      values: readonly string[],
      found: Found | undefined,
    ): Conditions => ({ raw, flags, shape, flagTexts, plain, names, values, found, isShell });
    if (typeof raw !== "string" || !raw.includes("${")) return held(NONE, NONE, NONE, undefined);
    if (shape !== undefined && (shape.hasOwnValue || (shape.isFunction && shape.isPython)))
      return held(NONE, NONE, NONE, undefined);
    const { isPlain, names } = this.context.store.templateOf(raw);
    if (isShell) {
      const values = this.valuesIn(key, raw);
      if (values !== undefined) return held(NONE, names, values, undefined);
    } else if (isPlain && !names.includes(key.name)) {
      const plain = names.map((name) => this.answers.keys.of(name));
      if (plain.every((name) => this.isPlain(name))) {
        this.expansion = plainExpansion(raw, raw, names); // nobody asks for the value
        return held(plain, NONE, NONE, undefined);
      }
    }
    const found = this.foundIn(key, shape);
    return found === undefined ? undefined : held(NONE, NONE, NONE, found);
  }

  // ---- worked out once for a key, when it is asked for

  private shapeOf(key: Key): FlagShape | undefined {
    const { flags } = this.#seen;
    if (flags === null) return undefined;
    return (this.shape ??= this.#shapes.of(
      areAllSeen(flags) ? flags : (this.context.store.getVarFlags(key.name) ?? NO_FLAGS),
    ));
  }

  /** The texts of the flags that are read and hold references, expanded. */
  private textsOfFlags(key: Key, shape: FlagShape | undefined): readonly string[] {
    if (shape === undefined || shape.expanded.length === 0) return NONE;
    return (this.flagTexts ??= shape.expanded.map(({ flag, text }) => {
      const template = this.context.store.templateOf(text);
      const parts = template.isPlain ? this.#plain.ofTemplate(template) : undefined;
      if (parts === undefined) return this.context.store.expand(text, `${key.name}[${flag}]`);
      return filledIn(
        template,
        parts.map(({ value }) => value),
      );
    }));
  }

  /** Of a shell function the values of the names in its text, if all are plain; it is expanded with them then. */
  private valuesIn(key: Key, text: string): readonly string[] | undefined {
    const template = this.context.store.templateOf(text);
    const { names } = template;
    if (!template.isPlain || names.includes(key.name)) return undefined;
    const values: string[] = [];
    for (const name of names) {
      const value = this.plainCode(name);
      if (value === undefined) return undefined;
      values.push(value);
    }
    this.expansion = plainExpansion(text, filledIn(template, values), names);
    return values;
  }

  /** What the expansion of the key's text finds. */
  private foundIn(key: Key, shape: FlagShape | undefined): Found | undefined {
    if (this.found !== undefined) return this.found;
    const { store } = this.context;
    const text = this.raw as string;
    const isShell = shape !== undefined && shape.isFunction;
    if (isShell) {
      if (this.valuesIn(key, text) === undefined)
        this.expansion = shellExpansion(key.name, text, this.context);
    } else
      this.expansion = this.kind === "flag" ? store.expandWithRefs(text, key.name) : store.lookInto(key.name);
    if (this.expansion === undefined) return undefined;
    const { references, python, value } = this.expansion;
    this.found = { references: [...references], python: [...python], value: isShell ? value : undefined };
    return this.found;
  }

  // ---- worked out once for a recipe, until the next write

  /** What shell functions depend on. */
  get exported(): readonly Key[] {
    const { exported, ignored } = this.context;
    return (this.#exported ??= [...exported]
      .filter((name) => !ignored.has(name))
      .map((name) => this.answers.keys.of(name)));
  }

  private areApart(names: readonly string[]): boolean {
    for (const name of names) if (this.context.exported.has(name)) return false;
    return true;
  }

  private arePlain(keys: readonly Key[]): boolean {
    for (let i = 0; i < keys.length; i++) if (!this.isPlain(keys[i])) return false;
    return true;
  }

  private isPlain(key: Key): boolean {
    if (key.plainAt === this.#now) return key.isPlain;
    const now = this.#now;
    const parts = this.#standing.of(key)?.parts;
    let isPlain: boolean;
    if (parts !== undefined && this.#depth < DEEPEST) {
      key.plainAt = now; // a name that leads to itself is not plain
      key.isPlain = false;
      this.#depth++;
      try {
        isPlain = this.arePlain(parts);
      } finally {
        this.#depth--;
      }
    } else {
      isPlain = this.#plain.of(key.name).isPlain;
      if (isPlain) this.learnParts(key);
    }
    key.isPlain = isPlain;
    key.plainAt = now;
    return isPlain;
  }

  /** Of a plain value that stands: the names that its text holds. */
  private learnParts(key: Key): void {
    const { store } = this.context;
    const fact = this.#standing.learn(key);
    if (fact === undefined || fact.parts !== undefined) return;
    const text = store.plainText(key.name);
    if (typeof text !== "string") return;
    if (!text.includes("${")) fact.parts = NONE;
    else {
      const template = store.templateOf(text);
      if (template.isPlain) fact.parts = this.keysOf(template.names);
    }
  }

  /** A plain value with the dummy values; one that may not be read with these leads to the real ones (shellExpansion). */
  private plainCode(name: string): string | undefined {
    this.#plainCode ??= new PlainValues(this.context.codeStore);
    try {
      const part = this.#plainCode.of(name);
      return part.isPlain ? part.value : undefined;
    } catch (error) {
      if (error instanceof ExpansionError) return undefined;
      throw error;
    }
  }

  private isVariable(key: Key): boolean {
    if (key.variableAt !== this.#now) {
      const fact = this.#standing.of(key) ?? this.#standing.learn(key);
      if (fact === undefined) key.isVariable = this.context.isKey(key.name);
      else key.isVariable = fact.isVariable ??= this.context.isKey(key.name);
      key.variableAt = this.#now;
    }
    return key.isVariable;
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

/** With `vardepvalue` nobody asks for the value itself. */
function hasNoOwnValue(flags: ReadonlyMap<string, Value> | null): boolean {
  return flags?.has("vardepvalue") !== true;
}

/** A text with its references replaced. */
function filledIn({ literals }: Template, values: readonly string[]): string {
  let text = literals[0] ?? "";
  for (let i = 0; i < values.length; i++) text += values[i] + (literals[i + 1] ?? "");
  return text;
}

/** What an expansion gives that finds the names of a text and nothing further. */
function plainExpansion(unexpanded: string, value: string, names: readonly string[]): ExpansionResult {
  return { value, unexpanded, variable: undefined, references: new Set(names), python: NO_CODE };
}

/** Whether all flags of a record are flags that anybody sees: none the store's own, none weak. */
function areAllSeen(flags: ReadonlyMap<string, Value>): boolean {
  for (const flag of flags.keys()) if (flag.startsWith("_")) return false;
  return true;
}

/** Keys and values in turn. */
function inTurn(map: ReadonlyMap<string, Value>): readonly unknown[] {
  const list: unknown[] = [];
  for (const [key, value] of map) list.push(key, value);
  return list;
}

function sameTexts(left: readonly string[], right: readonly string[]): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}
