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
/** Outcomes of one expression. */
const ALTERNATIVES = 8;
/** The name of what is evaluated, in the chain of frames: no variable's. */
const EXPRESSION = "\0e";

interface Outcome {
  readonly text: string;
  readonly seen: readonly unknown[];
  /** Unexpanded and expanded values. */
  readonly raws: readonly (readonly [name: string, value: Value])[];
  readonly values: readonly (readonly [name: string, value: Value])[];
}

/** See the file's comment. */
export class Evaluations {
  private readonly kept = new Map<string, Outcome[]>();

  constructor(private readonly context: ExpansionContext) {}

  /** What an expression gave before, if that holds here; `seen` is what its surroundings are. */
  private known(code: string, store: DataStore, seen: readonly unknown[]): string | undefined {
    const known = this.kept.get(code);
    if (known === undefined) return undefined;
    for (let i = 0; i < known.length; i++) {
      const outcome = known[i];
      if (!holds(outcome, seen, store)) continue;
      if (i > 0) {
        known.splice(i, 1);
        known.unshift(outcome);
      }
      return outcome.text;
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
      const outcome = this.outcome(text, seen, frame, store, surroundings);
      if (outcome !== undefined) {
        if (this.kept.size >= EXPRESSIONS) this.kept.clear();
        const known = this.kept.get(code);
        if (known === undefined) this.kept.set(code, [outcome]);
        else if (known.unshift(outcome) > ALTERNATIVES) known.pop();
      }
    }
    return text;
  }

  private outcome(
    text: string,
    seen: readonly unknown[],
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
      return { text, seen, values: read, raws: asWritten };
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

function holds({ seen, raws, values }: Outcome, sees: readonly unknown[], store: DataStore): boolean {
  for (let i = 0; i < sees.length; i++) if (seen[i] !== sees[i]) return false;
  try {
    for (const [name, value] of raws) if (store.getVar(name, false) !== value) return false;
    for (const [name, value] of values) if (store.getVar(name) !== value) return false;
    return true;
  } catch {
    return false; // the expression will meet the error, if it reads the name
  }
}
