/**
 * What the `bb` package asks of the evaluation around it. src/modules knows neither evaluate nor layers, so everything
 * that belongs to them (reading another file, inheriting a class, running a task's function, asking a remote
 * repository) is behind this interface; the lead's evaluator implements it and hands it to `installBitBake`.
 *
 * An optional member that is absent makes the Python function that needs it raise an error naming both; nothing here
 * has a silent default. A member reports failure by throwing: a Python exception (passes as it is) or a SandbakeError
 * (becomes bb.BBHandledException's message, or bb.parse.ParseError where the caller is bb.parse).
 */
import type { DataStore } from "../../datastore/index.js";
import type { Host } from "../../sandbox/host.js";
import type { PyObject } from "../../vm/runtime/objects.js";

/** The levels of bb's logger, least to most severe; `plain` prints without a prefix. */
export type LogLevel = "debug" | "verbnote" | "note" | "plain" | "warn" | "error" | "fatal";

/** One message of bb.debug/note/plain/warn/error/fatal or of the "BitBake" logger. */
export interface LogRecord {
  readonly level: LogLevel;
  readonly message: string;
  /** bb.debug's first argument (1..3); absent for other levels. */
  readonly debugLevel?: number;
  /** bb.warnonce and bb.erroronce: the sink shows equal messages once. */
  readonly once?: boolean;
  /** Where the message was born, if the caller knows: the file and line of the metadata. */
  readonly file?: string;
  readonly line?: number;
}

/** Asks for the newest revision of a remote branch (AUTOREV, a tag, a branch name as SRCREV). */
export interface RevisionQuery {
  readonly store: DataStore;
  /** The fetcher's type: "git", "svn", "hg", ... */
  readonly type: string;
  readonly url: string;
  /** The `name=` of the url, "default" without one. */
  readonly name: string;
  readonly branch: string;
  /** What SRCREV held: "AUTOINC" for AUTOREV, else the tag or the branch. */
  readonly revision: string;
}

/** How `bb.parse.handle` and `inherit` name what to read. */
export interface ParseRequest {
  readonly path: string;
  readonly store: DataStore;
  /** The depth of inclusion BitBake passes (0 for a recipe). */
  readonly include: number;
  readonly baseConfig: boolean;
}

export interface BitBakeContext {
  /** Files, environment, clock and processes: the only way out. */
  readonly host: Host;

  /** A store of its own with the evaluator of `${@...}` (bb.data.init()); absent: one without an evaluator. */
  newStore?(): DataStore;

  /** Receives every message; called once for each, in order. `fatal` is logged before the exception is raised. */
  log(record: LogRecord): void;

  /**
   * bb.parse.mark_dependency(d, f): the evaluation of `store` depends on the content of `path` (absolute, normalised).
   * `present` is false for files that were looked for and are absent (update_cache's negative dependencies).
   */
  markDependency(store: DataStore, path: string, present: boolean): void;

  /** bb.parse.handle: evaluates a file into `store`; variants are "" (the recipe itself), "native", ... */
  parseFile?(request: ParseRequest): ReadonlyMap<string, DataStore>;

  /** bb.parse.BBHandler.inherit(files, fn, lineno, d, deferred). */
  inherit?(classes: string, file: string, line: number, store: DataStore, deferred: boolean): void;

  /** bb.build.exec_func(func, d, dirs): runs a task's function; refused at parse time unless given. */
  execFunction?(name: string, store: DataStore, dirs: readonly string[] | undefined): void;

  /** The newest revision of a branch; undefined or absent: an error that says that the network would be needed. */
  latestRevision?(query: RevisionQuery): string | undefined;

  /**
   * Sees every event after the class handlers did (BitBake's UI handlers stand here): its Python object, its name
   * ("bb.event.RecipeParsed" has the name "RecipeParsed") and the store it was fired with.
   */
  onEvent?(event: PyObject, name: string, store: DataStore | undefined): void;
}
