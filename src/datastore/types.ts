/**
 * The vocabulary of the DataStore: values, where an operation stands (LogInfo), what a caller injects (expression
 * and filter evaluators), and what an expansion hands back. No behaviour here.
 */
import type { ExpansionError } from "./errors.js";
import type { DataStore } from "./store.js";

/**
 * A variable's or flag's value. Strings are BitBake's text; `null` is Python's None (getVar's answer for what is
 * not set); anything else is an object of the evaluator's world, kept and handed back as the same object.
 */
export type Value = unknown;

/**
 * Where an operation comes from, for the variable's history. Everything is optional: without `file` the store asks
 * its `callerDetails` hook, else it records an unknown place. `parsing: true` on setVar keeps the pending
 * `:append`, `:prepend` and `:remove` of the variable (the parser's `=`); without it they are dropped.
 */
export interface LogInfo {
  readonly file?: string;
  readonly line?: number;
  /** The history's verb; by default the operation's own ("set", "append", ...). */
  readonly op?: string;
  /** The text shown in the history; by default the value. */
  readonly detail?: Value;
  readonly func?: string;
  readonly flag?: string;
  readonly variable?: string;
  /** True: the operation leaves no trace in the history. */
  readonly ignore?: boolean;
  readonly parsing?: boolean;
}

/** One line of a variable's history, in the order applied. */
export interface HistoryEntry {
  readonly variable: string;
  readonly op: string;
  readonly file: string;
  readonly line: number;
  readonly detail: Value;
  readonly flag?: string;
  readonly func?: string;
}

/** Options of getVar in their named form. */
export interface GetOptions {
  /** Replace `${...}` (default true). */
  readonly expand?: boolean;
  /** Do not fall back to the `??=` value (default false). */
  readonly noweakdefault?: boolean;
  /** The value as the parser sees it: no override, no pending `:append`/`:prepend`/`:remove` (default false). */
  readonly parsing?: boolean;
}

/** What `lookAt` tells of a name. */
export interface SeenState {
  flags: ReadonlyMap<string, Value> | null;
  text: string | null | undefined;
}

/** Runs `${@code}`. The VM implements it; the store only knows this. */
export interface ExpressionEvaluator {
  /**
   * The value of the expression `code` (the text between `${@` and `}`, not trimmed), with `d` being `store`.
   * `variable` is the variable being expanded, where known. A non-string answer is turned into text by `ValueHooks.toText`.
   * A result must depend on nothing but what is read through `store`; otherwise call `store.noteImpure()` before
   * returning, and the value is kept only until the next write.
   */
  evaluate(code: string, variable: string | undefined, store: DataStore): unknown;
  /** Without it every expression is evaluated each time. */
  readonly surroundings?: Surroundings;
  /** "SyntaxError" and "invalid syntax" of an error thrown by evaluate; default the JS name and message. */
  describeError?(error: unknown): { readonly type: string; readonly message: string };
  /** True for an error that leaves an expansion as it is, not wrapped in ExpansionError (bb.parse.SkipRecipe, limits). */
  passesThrough?(error: unknown): boolean;
  /** The ExpansionError that an error of Python carries (one of the store's that went through Python code). */
  expansionErrorOf?(error: unknown): ExpansionError | undefined;
}

/** What inline Python sees beside the store, for whoever keeps outcomes. */
export interface Surroundings {
  /** The objects that an expression may name (functions, modules), in an order that the expression alone decides. */
  of(code: string, store: DataStore): readonly unknown[];
  /** The variable that leads to them, if one does. */
  readonly variable?: string;
  /** Grows with everything that Python does outside of the store: messages, questions to the host. */
  deeds(): number;
}

/** What the store must know of values that are not strings; the defaults know the plain JS values. */
export interface ValueHooks {
  /** Python's truth. */
  isTrue?(value: Value): boolean;
  /** Python's str(). */
  toText?(value: Value): string;
  /** Python's type(value).__name__. */
  typeName?(value: Value): string;
  /** Python's left + right, where one is not a string. */
  add?(left: Value, right: Value): Value;
}

/** Applies the filter expressions of setVarFilter to an expanded value (bb.filter.apply_filters). */
export interface FilterEvaluator {
  apply(value: Value, expressions: readonly string[]): Value;
}

/** A warning the store wants to tell the user (a key replaced by key expansion, a renamed override, ...). */
export interface StoreMessage {
  readonly severity: "warning" | "error" | "note";
  readonly code: string;
  readonly message: string;
}

/** What a store needs from outside; all optional. Children share their parent's. */
export interface DataStoreOptions {
  readonly evaluator?: ExpressionEvaluator;
  readonly filters?: FilterEvaluator;
  readonly values?: ValueHooks;
  /** File, line and function of the code calling the store, when an operation names none and tracking is on. */
  readonly callerDetails?: () =>
    { readonly file: string; readonly line: number; readonly func?: string } | undefined;
  /** Receives warnings; without it they are collected in `store.messages`. */
  readonly onMessage?: (message: StoreMessage) => void;
  /** Told the length of each text before `${...}` in it is replaced, and of large values set; throws to refuse (a limit). */
  readonly onExpansion?: (length: number) => void;
  /** Names no longer used and their new names (or, with a space in it, what to say of one); see renamed.ts. */
  readonly renamedVariables?: ReadonlyMap<string, string>;
  /** Keep variable history (default false, as BitBake; `enableTracking()` turns it on later). */
  readonly tracking?: boolean;
}

/**
 * The result of expandWithRefs: the value and everything the text referred to, directly. Task hashes are made of
 * these (a later issue adds what an analysis of `python` tells).
 */
export interface ExpansionResult {
  readonly value: string;
  /** The text before the expansion. */
  readonly unexpanded: string;
  readonly variable: string | undefined;
  /** Variables named by `${...}`, each in its expanded form, whether set or not. */
  readonly references: ReadonlySet<string>;
  /** The Python expressions evaluated, each as it was evaluated (inner `${...}` replaced). */
  readonly python: ReadonlySet<string>;
}
