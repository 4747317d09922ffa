/**
 * What evaluation asks of Python. src/evaluate/python.ts answers with the VM; a store without Python (or a test) can
 * answer otherwise.
 */
import type { CodeAnalyser } from "../analysis/code.js";
import type { LibraryFunction } from "../analysis/dependencies.js";
import type { DataStore, ExpressionEvaluator } from "../datastore/index.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { Limits } from "../sandbox/budget.js";
import type { Evaluator } from "./evaluator.js";
import type { SignatureHandler } from "./signature-handler.js";

/** An event of BitBake, by the name of its class in bb.event, with the arguments of its constructor. */
export interface EventCall {
  readonly name: string;
  readonly args: readonly (string | readonly string[] | ReadonlyMap<string, DataStore>)[];
}

/** A value as JSON: text, null, `{type, value}` for what is no string, `{error, cause?}` where expansion fails. */
export type PlainValue =
  | string
  | null
  | { readonly type: string; readonly value?: unknown }
  | { readonly error: string; readonly cause?: string };

/** An exception that Python code did not catch. */
export interface PythonFailure {
  /** `KeyError: 'x'` */
  readonly summary: string;
  /** As CPython prints it, for every frame. */
  readonly traceback: string;
  /** The innermost line of the metadata; undefined if none was running. */
  readonly place: { readonly file: string; readonly line: number } | undefined;
}

/** A value of the store as JSON that can be read back (`plain` is for people): texts and null as they are. */
export type EncodedValue =
  | string
  | null
  | { readonly type: "unset" }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "int" | "float"; readonly value: string }
  | { readonly type: "list" | "tuple" | "set" | "frozenset"; readonly items: readonly EncodedValue[] }
  | { readonly type: "dict"; readonly entries: readonly (readonly [EncodedValue, EncodedValue])[] };

/** Python functions of a finished recipe (python-functions.ts). */
export interface FunctionSide {
  /** The working directory of the metadata's Python; `inNamespace` restores it. */
  cwd: string;
  /** Gives `store` a copy of its namespace, so that what is defined with it reaches no other. */
  copyNamespace(store: DataStore): void;
  /** Runs `body` in the store's namespace. */
  inNamespace<T>(store: DataStore, body: () => T): T;
  /** Defines `def name(d):` with this body in the current namespace and calls it. `line`: of the `def`. */
  call(name: string, body: string, file: string, line: number, store: DataStore): void;
  /** A deep copy of a list, dict or set of Python's; undefined for values that cannot be changed in place. */
  detached(value: unknown): unknown;
  /** A value as JSON. Throws SandbakeError "not-serialisable" for objects of other classes. */
  encode(value: unknown): EncodedValue;
  decode(encoded: EncodedValue): unknown;
}

/** What static mode adds: values that are not known (static/). */
export interface UnknownSide {
  /** The value to store in place of one whose expansion failed for that reason; undefined for other errors. */
  valueOf(error: unknown): unknown;
  isUnknown(value: unknown): boolean;
  /** A statement could not be followed: nothing is sure any more. False for other errors. */
  lose(error: unknown, file: string, line: number): boolean;
}

/** What calculate_extra_depends is told. */
export interface ExtraDependsFacts {
  readonly pn: string;
  /** The keys of the recipes of each PN. */
  readonly byPn: ReadonlyMap<string, readonly string[]>;
  /** The PNs that `world` stands for. */
  readonly world: readonly string[];
}

export interface PythonSide extends ExpressionEvaluator {
  /** The innermost line of a file of the metadata that runs, if one does. */
  running?(): { readonly file: string; readonly line: number } | undefined;
  readonly functions: FunctionSide;
  readonly unknown?: UnknownSide;
  /** Runs a `def` block or a generated `def` in the metadata's namespace; lines are those of the file. */
  define(code: string, file: string, line: number): void;
  /** Calls the named anonymous functions, in order, with `d`. */
  runAnonymous(names: readonly string[], store: DataStore): void;
  /** Makes the event and runs the class handlers that want it. */
  fire(event: EventCall, store: DataStore): void;
  /** Registers one event handler; `mask` is empty for all events. */
  registerHandler(
    name: string,
    body: string,
    mask: readonly string[],
    file: string,
    line: number,
    store: DataStore,
  ): void;
  /** The registered handlers, to be restored after a recipe. */
  saveHandlers(): unknown;
  restoreHandlers(saved: unknown): void;
  /** Puts a folder on the import path and imports the namespace with what its BBIMPORTS names. */
  addPylib(dir: string, namespace: string, store: DataStore): void;
  /** The reason if `error` is bb.parse.SkipRecipe, else undefined. */
  skipReason(error: unknown): string | undefined;
  /** A Python value as JS sees it: lists become arrays, ints numbers. */
  toJs(value: unknown): unknown;
  /** Python's truth of a stored value. */
  isTrue(value: unknown): boolean;
  /** A stored value as JSON (docs/dump-format.md): text and null as they are, other types marked. */
  plain(value: unknown): PlainValue;
  /** An error of an expansion as JSON. */
  plainError(error: unknown): { readonly error: string; readonly cause?: string };
  /** Gives the recipe of `store` a copy of the metadata's namespace, so that nothing of one reaches the next. */
  isolate<T>(store: DataStore, body: () => T): T;
  /** Analyses of code, kept for the run. */
  readonly code: CodeAnalyser;
  /** The functions of the layers' Python namespaces, analysed at the first call; flags come from the configuration. */
  library(configuration: DataStore): ReadonlyMap<string, LibraryFunction>;
  /** The signature handler that a configuration names (BB_SIGNATURE_HANDLER), made anew. */
  signatureHandler?(configuration: DataStore): SignatureHandler;
  /**
   * Runs the text of calculate_extra_depends, with what BitBake gives it (measured): `deps`, a list to append to,
   * `pkg_pn`, recipes by PN, `self_pn` and `world_target`.
   */
  extraDepends?(code: string, facts: ExtraDependsFacts, store: DataStore): string[];
  /** What an exception of Python says; undefined for other errors. */
  describe(error: unknown): PythonFailure | undefined;
}

/** Compiles a Python regular expression to a test. */
export type MatchCompiler = (pattern: string) => (text: string) => boolean;

/** What Python gives a workspace: the evaluator's side, empty stores bound to it, Python's regular expressions. */
export interface PythonForWorkspace {
  readonly side: PythonSide;
  /** What the workspace's evaluations may use. */
  readonly limits?: Limits;
  readonly makeStore: () => DataStore;
  /** Python's re.match and re.search. */
  readonly match: MatchCompiler;
  readonly search: MatchCompiler;
  /** Told the evaluator once it exists: `bb.parse.BBHandler.inherit` and the like lead back to it. */
  readonly attach: (evaluator: Evaluator) => void;
  /** The VM, for tools that run Python beside the metadata's. */
  readonly runtime: Runtime;
}
