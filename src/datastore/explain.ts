/**
 * How a variable came to its value: every operation on it and on its override variants with what became of it, the parts
 * that the value is composed of in the order applied, what it refers to, and the classic traps that it fell into.
 *
 * The order is value.ts's (the manual's "Syntax and Operators"): the assigned value or that of the strongest active
 * variant, the weak default, `:append`, `:prepend`, expansion, `:remove`, filter. Operations are known only to a store that
 * tracks; without history the composition is still told, without places.
 */
import { suggest } from "../diagnostics/suggest.js";
import type { Pending, Variant, VarRecord } from "./record.js";
import type { DataStore } from "./store.js";
import { findTraps } from "./traps.js";
import type { HistoryEntry, Value } from "./types.js";

/** Where an operation stands; `line` 0: a step of BitBake itself. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly func?: string;
}

/** One operation of the metadata on the variable or a variant of it. */
export interface ExplainedOperation extends Partial<Place> {
  readonly variable: string;
  /** As the metadata writes it: `=`, `?=`, `??=`, `:=`, `+=`, `=+`, `.=`, `=.`, `:append`, ..., or the history's verb. */
  readonly operator: string;
  /** The flag, for an operation on one. */
  readonly flag?: string;
  /** The overrides that it waits for, or null. */
  readonly condition: string | null;
  readonly text: string;
  /** What became of it. */
  readonly effect: "counts" | "replaced" | "no effect" | "not active" | "lost to override" | "flag";
  /** Why, for a person; "" for what counts. */
  readonly reason: string;
  /** The later operation that replaced it, where one did. */
  readonly replacedBy?: Place;
}

/** One part of the final value, in the order applied. */
export interface ExplainedPart {
  readonly role: "value" | "override" | "weak default" | "append" | "prepend" | "remove" | "filter";
  readonly variable: string;
  readonly condition: string | null;
  readonly text: string;
  readonly place?: Place;
}

/** A variable or expression that the unexpanded value refers to. */
export interface ExplainedReference {
  /** `NAME` or `@code`. */
  readonly text: string;
  /** What it expands to; null where it is not set. */
  readonly value: string | null;
  /** Where a referenced variable was last set. */
  readonly place?: Place;
}

/** Something that is seldom meant. */
export interface Trap {
  readonly code:
    | "append-to-weak-default"
    | "append-before-default"
    | "override-append-replaces"
    | "unknown-override"
    | "no-space";

  readonly message: string;
  readonly hint: string;
  readonly place?: Place;
}

export interface Explanation {
  readonly name: string;
  readonly value: Value;
  readonly unexpanded: Value;
  /** The active overrides, the strongest last. */
  readonly overrides: readonly string[];
  readonly operations: readonly ExplainedOperation[];
  readonly parts: readonly ExplainedPart[];
  readonly references: readonly ExplainedReference[];
  readonly traps: readonly Trap[];
}

/** Explains one variable of a store. An expansion that fails throws ExpansionError, as getVar does. */
export function explainVariable(store: DataStore, name: string): Explanation {
  const unexpanded = store.getVar(name, false);
  const value = store.getVar(name);
  const parts = partsOf(store, name, new Places(store));
  const operations = operationsOf(store, name, parts);
  const found: Omit<Explanation, "traps"> = {
    name,
    value,
    unexpanded,
    overrides: store.overrides().filter((override) => override !== ""),
    operations,
    parts,
    references: typeof unexpanded === "string" ? referencesOf(store, unexpanded, name) : [],
  };
  return { ...found, traps: findTraps(found, (override) => suggest(override, store.overrides())) };
}

const WEAK = "_defaultval";

const text = (store: DataStore, value: Value): string => store.context.values.toText(value);

// ---- what the value is made of

/** Finds the history entry of a pending operation: those of the same kind, condition and text, in order. */
class Places {
  private readonly used = new Set<HistoryEntry>();
  constructor(private readonly store: DataStore) {}

  ofPending(variable: string, kind: string, pending: Pending): Place | undefined {
    const op = pending.condition === null ? `:${kind}` : `:${kind}[${pending.condition}]`;
    return this.take(
      variable,
      (entry) =>
        entry.detail === pending.value &&
        (entry.op === op || (entry.op === kind && entry.func !== undefined)),
    );
  }

  ofLast(variable: string, matches: (entry: HistoryEntry) => boolean): Place | undefined {
    const entry = [...this.store.history(variable)].reverse().find(matches);
    return entry === undefined ? undefined : placeOf(entry);
  }

  private take(variable: string, matches: (entry: HistoryEntry) => boolean): Place | undefined {
    const entry = this.store.history(variable).find((each) => !this.used.has(each) && matches(each));
    if (entry === undefined) return undefined;
    this.used.add(entry);
    return placeOf(entry);
  }
}

const placeOf = ({ file, line, func }: HistoryEntry): Place => ({
  file,
  line,
  ...(func === undefined ? {} : { func }),
});

function partsOf(store: DataStore, name: string, places: Places): ExplainedPart[] {
  const removals: ExplainedPart[] = [];
  const parts = rawParts(store, name, "value", places, removals);
  const filter = store.filterOf(name);
  if (filter !== undefined) {
    removals.push({ role: "filter", variable: name, condition: null, text: filter });
  }
  return [...parts, ...removals];
}

/** The same walk as ValueReader.raw (value.ts), told instead of computed. */
function rawParts(
  store: DataStore,
  name: string,
  role: "value" | "override",
  places: Places,
  removals: ExplainedPart[],
): ExplainedPart[] {
  const record = store.top.find(name);
  if (record === undefined) return [];
  const parts: ExplainedPart[] = [];
  const variant = store.reader.chosen(record);
  if (variant !== undefined && store.getVar(variant.name, false) !== null) {
    parts.push(...rawParts(store, variant.name, "override", places, removals));
  }
  if (parts.length === 0) {
    const weak = record.content === undefined;
    const own = weak ? record.flags?.get(WEAK) : record.content;
    if (own !== undefined && own !== null) {
      const place = places.ofLast(name, (entry) =>
        weak ? entry.flag === WEAK : entry.flag === undefined && isAssignment(entry),
      );
      const part = {
        variable: name,
        condition: null,
        text: text(store, own),
        ...(place ? { place } : {}),
      };
      parts.push({ role: weak && role === "value" ? "weak default" : role, ...part });
    }
  }
  for (const kind of ["append", "prepend", "remove"] as const) {
    for (const pending of record[kind]) {
      const place = places.ofPending(name, kind, pending);
      if (!isActive(store, pending.condition)) continue;
      const part: ExplainedPart = {
        role: kind,
        variable: name,
        condition: pending.condition,
        text: text(store, pending.value),
        ...(place ? { place } : {}),
      };
      (kind === "remove" ? removals : parts).push(part);
    }
  }
  return parts;
}

const isActive = (store: DataStore, condition: string | null): boolean =>
  condition === null || condition === "" || inactive(store, condition).length === 0;

/** The overrides of a condition that are not active. */
function inactive(store: DataStore, condition: string): string[] {
  const active = new Set(store.overrides());
  return condition.split(":").filter((override) => !active.has(override));
}

// ---- what was done

/** The history's verbs as the metadata writes them. */
const OPERATORS = new Map([
  ["set", "="],
  ["set?", "?="],
  ["immediate", ":="],
  ["append", "+="],
  ["prepend", "=+"],
  ["postdot", ".="],
  ["predot", "=."],
]);
const EXTENDS = new Set(["append", "prepend", "postdot", "predot"]);

const isAssignment = ({ op }: HistoryEntry): boolean =>
  op === "set" || op === "set?" || op === "immediate" || EXTENDS.has(op);

/** Its operations, then those of each variant; each with what became of it. */
function operationsOf(store: DataStore, name: string, parts: readonly ExplainedPart[]): ExplainedOperation[] {
  const record = store.top.find(name);
  // The value comes from the first part: an override's, if it is not the variable's own.
  const winner = parts[0]?.variable === name ? undefined : parts[0]?.variable;
  const own = ownOperations(store, name, record, winner);
  const variants = (record?.variants ?? []).flatMap((variant) => variantOperations(store, variant, winner));
  return [...own, ...variants];
}

function ownOperations(
  store: DataStore,
  name: string,
  record: VarRecord | undefined,
  winner: string | undefined,
): ExplainedOperation[] {
  const entries = store.history(name);
  // The operations before the last one that set the whole value are replaced by it.
  const replacing = lastIndex(
    entries,
    ({ op, flag }, i) =>
      flag === undefined && (op === "immediate" || op === "set" || (op === "set?" && !isSet(entries, i))),
  );
  return entries.map((entry, i): ExplainedOperation => {
    const told = tell(store, name, entry);
    if (entry.flag === WEAK) {
      if (winner !== undefined) return lost(told, winner);
      if (record?.content !== undefined)
        return {
          ...told,
          effect: "no effect",
          reason: "a weak default counts only while nothing else is set",
        };
      return i === lastIndex(entries, ({ flag }) => flag === WEAK)
        ? told
        : { ...told, effect: "replaced", reason: "a later weak default replaces it" };
    }
    if (entry.flag !== undefined) return { ...told, effect: "flag", reason: "sets a flag, not the value" };
    if (told.condition !== null) {
      const missing = inactive(store, told.condition);
      if (missing.length > 0) return notActive(told, missing);
    }
    if (told.operator.startsWith(":") && told.operator !== ":=") return told;
    if (entry.op === "set?" && isSet(entries, i))
      return { ...told, effect: "no effect", reason: "the variable was already set" };
    if (winner !== undefined) return lost(told, winner);
    if (i < replacing && isAssignment(entry))
      return {
        ...told,
        effect: "replaced",
        reason: "a later operation sets the whole value",
        replacedBy: placeOf(entries[replacing]),
      };
    return told;
  });
}

/** Whether the parser's value was set before entry `index`. */
function isSet(entries: readonly HistoryEntry[], index: number): boolean {
  const last = entries
    .slice(0, index)
    .filter((entry) => entry.flag === undefined && (isAssignment(entry) || entry.op === "del"))
    .at(-1);
  return last !== undefined && last.op !== "del";
}

function variantOperations(
  store: DataStore,
  variant: Variant,
  winner: string | undefined,
): ExplainedOperation[] {
  const missing = inactive(store, variant.suffix);
  return store.history(variant.name).map((entry) => {
    const told = tell(store, variant.name, entry);
    if (entry.flag !== undefined && entry.flag !== WEAK)
      return { ...told, effect: "flag", reason: "sets a flag, not the value" };
    if (missing.length > 0) return notActive(told, missing);
    if (winner !== undefined && winner !== variant.name) return lost(told, winner);
    return told;
  });
}

function tell(store: DataStore, variable: string, entry: HistoryEntry): ExplainedOperation {
  const pending = /^:(append|prepend|remove)(?:\[(.*)\])?$/.exec(entry.op);
  const fromPython = entry.func !== undefined && (entry.op === "append" || entry.op === "prepend");
  const operator =
    pending !== null
      ? `:${pending[1]}`
      : fromPython
        ? `:${entry.op}`
        : entry.flag === WEAK
          ? "??="
          : (OPERATORS.get(entry.op) ?? entry.op);
  return {
    variable,
    operator,
    condition: pending?.[2] ?? null,
    text: text(store, entry.detail),
    ...placeOf(entry),
    ...(entry.flag !== undefined && entry.flag !== WEAK ? { flag: entry.flag } : {}),
    effect: "counts",
    reason: "",
  };
}

const notActive = (told: ExplainedOperation, missing: readonly string[]): ExplainedOperation => ({
  ...told,
  effect: "not active",
  reason: `${missing.map((each) => `'${each}'`).join(" and ")} ${missing.length > 1 ? "are" : "is"} not in OVERRIDES`,
});
const lost = (told: ExplainedOperation, winner: string): ExplainedOperation => ({
  ...told,
  effect: "lost to override",
  reason: `${winner} replaces the value`,
});

function lastIndex<T>(items: readonly T[], matches: (item: T, index: number) => boolean): number {
  for (let i = items.length - 1; i >= 0; i--) if (matches(items[i], i)) return i;
  return -1;
}

// ---- what it refers to

/** The references of the text itself, each with its value: names first, then Python. */
function referencesOf(store: DataStore, unexpanded: string, name: string): ExplainedReference[] {
  const { references, python } = store.expandWithRefs(unexpanded, name);
  const names = [...references].map((reference): ExplainedReference => {
    const value = store.getVar(reference);
    const set = store
      .history(reference)
      .filter((entry) => isAssignment(entry) && (entry.flag === undefined || entry.flag === WEAK))
      .at(-1);
    return {
      text: reference,
      value: value === null ? null : text(store, value),
      ...(set ? { place: placeOf(set) } : {}),
    };
  });
  const codes = [...python].map((code) => ({
    text: `@${code}`,
    value: store.expand(`\${@${code}}`, undefined),
  }));
  return [...names, ...codes];
}
