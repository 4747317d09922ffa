/**
 * Outcomes of inline Python, kept by what the expression read: the same expression gives the same text in every recipe
 * whose variables, as far as it asks for them, are the same. It is asked for them in the order in which it asked before, so
 * a look at what was kept reads nothing that the expression would not read.
 *
 * Not kept: an outcome that took more than values (flags, names, a copy of the store), that met an error, wrote something,
 * or did what is seen outside of the store.
 */
import type { ExpansionContext } from "./context.js";
import { Frame } from "./dependencies.js";
import type { DataStore } from "./store.js";
import type { Surroundings, Value } from "./types.js";

/** Most expressions that are kept; then all are forgotten. */
const EXPRESSIONS = 20_000;
/** Outcomes of one expression that lie together, and how many such places it has. */
const ALTERNATIVES = 8;
const PLACES = 4;
/** The name of what is evaluated, in the chain of frames: no variable's. */
const EXPRESSION = "\0e";

interface Outcome {
  readonly text: string;
  /** Unexpanded and expanded values. */
  readonly raws: readonly (readonly [name: string, value: Value])[];
  readonly values: readonly (readonly [name: string, value: Value])[];
}

/** The value of an outcome that is looked at first; no name where nothing was read. */
interface First {
  readonly name: string | undefined;
  readonly isExpanded: boolean;
  readonly value: Value;
}

function firstOf({ raws, values }: Outcome): First {
  const isExpanded = raws.length === 0;
  const [name, value] = (isExpanded ? values : raws)[0] ?? [];
  return { name, isExpanded, value };
}

/** Outcomes of one expression in the same surroundings whose first value is of the same name, by that value. */
class Alternatives {
  /** What was used last comes last. */
  private readonly byFirst = new Map<Value, Outcome[]>();
  private count = 0;

  constructor(
    private readonly seen: readonly unknown[],
    private readonly first: First,
  ) {}

  matches(sees: readonly unknown[], first = this.first): boolean {
    if (first.name !== this.first.name || first.isExpanded !== this.first.isExpanded) return false;
    const { seen } = this;
    for (let i = 0; i < sees.length; i++) if (seen[i] !== sees[i]) return false;
    return true;
  }

  find(store: DataStore): Outcome | undefined {
    const { first, byFirst } = this;
    try {
      const value = first.name === undefined ? undefined : store.getVar(first.name, first.isExpanded);
      const outcomes = byFirst.get(value);
      if (outcomes === undefined) return undefined;
      for (const outcome of outcomes) {
        if (!holds(outcome, store)) continue;
        byFirst.delete(value);
        byFirst.set(value, outcomes);
        return outcome;
      }
    } catch {
      // the expression will meet the error, if it reads the name
    }
    return undefined;
  }

  add(outcome: Outcome, key: Value): void {
    const { byFirst } = this;
    const outcomes = byFirst.get(key);
    byFirst.delete(key);
    byFirst.set(key, outcomes === undefined ? [outcome] : [outcome, ...outcomes]);
    if (++this.count <= ALTERNATIVES) return;
    const [oldest, list] = byFirst.entries().next().value ?? [];
    if (list === undefined) return;
    list.pop();
    if (list.length === 0) byFirst.delete(oldest);
    this.count--;
  }
}

/** See the file's comment. */
export class Evaluations {
  private readonly kept = new Map<string, Alternatives[]>();

  constructor(private readonly context: ExpansionContext) {}

  /** What an expression gave before, if that holds here; `seen` is what its surroundings are. */
  private known(code: string, store: DataStore, seen: readonly unknown[]): string | undefined {
    for (const alternatives of this.kept.get(code) ?? []) {
      const outcome = alternatives.matches(seen) ? alternatives.find(store) : undefined;
      if (outcome !== undefined) return outcome.text;
    }
    return undefined;
  }

  /** What `evaluate` gives, or gave before; nothing new is kept. */
  ifKnown(code: string, store: DataStore, surroundings: Surroundings, evaluate: () => string): string {
    return this.known(code, store, surroundings.of(code, store)) ?? evaluate();
  }

  /** What `evaluate` gives, or gave before. */
  of(code: string, store: DataStore, surroundings: Surroundings, evaluate: () => string): string {
    const seen = surroundings.of(code, store);
    const found = this.known(code, store, seen);
    if (found !== undefined) return found;
    const { context } = this;
    const outer = context.frame;
    const frame = new Frame(store, EXPRESSION, outer, context.pythonDepth, new Map());
    const { version } = store;
    const deeds = surroundings.deeds();
    let text: string | undefined;
    context.frame = frame;
    try {
      text = evaluate();
    } finally {
      context.frame = outer;
      if (outer !== null) {
        if (outer.store !== store) outer.impure = true;
        else {
          outer.absorb(frame);
          outer.addAll(frame);
        }
        if (text === undefined) outer.isOdd = true;
      }
    }
    if (!frame.isOdd && !frame.impure && store.version === version && surroundings.deeds() === deeds) {
      const made = this.outcome(text, frame, store, surroundings);
      if (made !== undefined) this.keep(code, seen, made);
    }
    return text;
  }

  private keep(code: string, seen: readonly unknown[], outcome: Outcome): void {
    let known = this.kept.get(code);
    if (known === undefined) {
      if (this.kept.size >= EXPRESSIONS) this.kept.clear();
      this.kept.set(code, (known = []));
    }
    const first = firstOf(outcome);
    let alternatives = known.find((group) => group.matches(seen, first));
    if (alternatives === undefined) {
      alternatives = new Alternatives(seen, first);
      if (known.unshift(alternatives) > PLACES) known.pop();
    }
    alternatives.add(outcome, first.value);
  }

  private outcome(
    text: string,
    { values, raws }: Frame,
    store: DataStore,
    { variable }: Surroundings,
  ): Outcome | undefined {
    const { context } = this;
    const outer = context.frame;
    context.frame = null;
    try {
      const read = values.map((name) => [name, store.getVar(name)] as const);
      const asWritten = [...(raws ?? [])].filter(([name]) => name !== variable);
      if (![...read, ...asWritten].every(([, value]) => isText(value))) return undefined;
      return { text, values: read, raws: asWritten };
    } catch {
      return undefined; // what was read once may be refused now: a name that leads to itself by way of the expression
    } finally {
      context.frame = outer;
    }
  }
}

function isText(value: Value): boolean {
  return typeof value === "string" || value === null || value === undefined;
}

function holds({ raws, values }: Outcome, store: DataStore): boolean {
  for (const [name, value] of raws) if (store.getVar(name, false) !== value) return false;
  for (const [name, value] of values) if (store.getVar(name) !== value) return false;
  return true;
}
