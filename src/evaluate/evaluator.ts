/**
 * Reads one file into a store: the walk over its statements, and what `include`, `require` and `inherit` lead to. A
 * recipe goes on to finalise.ts. One evaluator serves a run; all state of a recipe is in its store.
 */
import type { DataStore, LogInfo } from "../datastore/index.js";
import { LimitError, SandbakeError } from "../diagnostics/errors.js";
import { suggest } from "../diagnostics/suggest.js";
import { places } from "../modules/bb/places.js";
import { defaultLimits } from "../sandbox/budget.js";
import type { Host } from "../sandbox/host.js";
import { basename, dirname, joinPath, normalise } from "../sandbox/paths.js";
import { IncludedFiles, isDependency, markDependency } from "./dependencies.js";
import { EvaluationError } from "./errors.js";
import type { PythonSide } from "./python-side.js";
import { which } from "./resolve.js";
import type { Sources } from "./sources.js";
import { evaluateStatement } from "./statements.js";

/** A message for the person who runs the evaluation, in BitBake's words. */
export interface Message {
  readonly level: "debug" | "note" | "warn" | "error";
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  /** The sandbox refused something; the permission that would allow it, "" where none does. Of level debug. */
  readonly permission?: string;
}

export interface EvaluatorOptions {
  readonly host: Host;
  readonly sources: Sources;
  readonly python: PythonSide;
  readonly log: (message: Message) => void;
  /** Files that may include or inherit each other (Limits.includeDepth); a ring of files ends there. */
  readonly includeDepth?: number;
}

/** Findings of the parser that BitBake warns of too; the others are for who edits the file. */
const bitbakeWarnings: ReadonlySet<string> = new Set(["assignment-whitespace", "python-tabs"]);

export class Evaluator {
  readonly host: Host;
  readonly sources: Sources;
  readonly python: PythonSide;
  readonly log: (message: Message) => void;
  readonly includedFiles = new IncludedFiles();
  readonly #includeDepth: number;
  #depth = 0;

  constructor(options: EvaluatorOptions) {
    this.#includeDepth = options.includeDepth ?? defaultLimits.includeDepth;
    this.host = options.host;
    this.sources = options.sources;
    this.python = options.python;
    this.log = options.log;
  }

  /** BBPATH of a store. */
  static bbpath(store: DataStore): string {
    const value = store.getVar("BBPATH");
    return typeof value === "string" ? value : "";
  }

  /**
   * Evaluates the statements of a file. `included` is false only for the first file of a configuration or a recipe:
   * FILE then stays set to it. `baseConfig`: bblayers.conf, a layer.conf or bitbake.conf itself.
   */
  evaluateFile(path: string, store: DataStore, included: boolean, baseConfig = false): void {
    const outer = included ? store.getVar("FILE", false) : null;
    const file = this.#locate(path, store);
    const isClass = file.endsWith(".bbclass");
    const tree = this.sources.tree(file, baseConfig);
    for (const { severity, code, message, span } of tree.diagnostics) {
      if (severity !== "warning" || !bitbakeWarnings.has(code)) continue;
      const place = code === "assignment-whitespace" ? `${file}:${span?.start.line ?? 0} ` : "";
      this.log({ level: "warn", message: `${place}${message}` });
    }
    if (isClass) this.#noteClass(file, store);
    else if (file !== outer) store.setVar("FILE", file, entering(file));
    this.#depth++;
    try {
      store.include(path, () => {
        for (const statement of tree.statements) {
          try {
            evaluateStatement(statement, store, this, file);
          } catch (error) {
            if (this.python.unknown?.lose(error, file, statement.line) === true) continue;
            throw withPlace(error, file, statement.line);
          }
        }
      });
    } finally {
      this.#depth--;
    }
    if (!isClass && typeof outer === "string" && outer !== file) {
      store.setVar("FILE", outer, leaving(file));
    }
  }

  /** The absolute path of a file that must exist, noted as a dependency. */
  #locate(path: string, store: DataStore): string {
    let file = path;
    if (!path.startsWith("/")) {
      const { found, attempts } = which(this.host, Evaluator.bbpath(store), path, this.python.functions.cwd);
      for (const attempt of attempts) markDependency(store, attempt);
      if (!found) {
        throw new EvaluationError(
          "missing-file",
          `file ${path} not found in ${Evaluator.bbpath(store)}`,
          path,
          0,
        );
      }
      file = found;
    }
    markDependency(store, normalise(file));
    if (!this.host.exists(file)) throw new EvaluationError("missing-file", `file ${file} not found`, file, 0);
    return file;
  }

  #noteClass(file: string, store: DataStore): void {
    const inherited = this.inherited(store);
    if (!inherited.includes(file)) store.setVar("__inherit_cache", [...inherited, file], { ignore: true });
  }

  /** The classes inherited so far, as paths in order. */
  inherited(store: DataStore): readonly string[] {
    return this.stringList(store.getVar("__inherit_cache", false));
  }

  /** A list that we or the metadata's Python stored, as strings. */
  stringList(value: unknown): readonly string[] {
    if (value === null || value === undefined) return [];
    const list = Array.isArray(value) ? (value as unknown[]) : this.python.toJs(value);
    return Array.isArray(list) ? (list as unknown[]).map(String) : [];
  }

  /** `include` and `require`: each named file, the including file's folder first, then BBPATH. */
  include(names: string, store: DataStore, file: string, line: number, force: boolean): void {
    const expanded = store.expand(names);
    for (const name of expanded.split(/\s+/).filter(Boolean))
      this.#includeOne(name, store, file, line, force);
  }

  #includeOne(name: string, store: DataStore, file: string, line: number, force: boolean): void {
    if (name === file) return; // a file does not include itself
    let target = name;
    if (!name.startsWith("/")) {
      const { found, attempts } = which(
        this.host,
        `${dirname(file)}:${Evaluator.bbpath(store)}`,
        name,
        this.python.functions.cwd,
      );
      if (found && isDependency(store, found)) {
        this.log({
          level: "warn",
          message: `Duplicate inclusion for ${found} in ${String(store.getVar("FILE"))}`,
          file,
          line,
        });
      }
      for (const attempt of attempts) markDependency(store, attempt);
      target = found;
    } else if (isDependency(store, name)) {
      this.log({
        level: "warn",
        message: `Duplicate inclusion for ${name} in ${String(store.getVar("FILE"))}`,
        file,
        line,
      });
    } else markDependency(store, name);
    if (target === "" || !this.host.exists(target)) {
      // The include history shows what was asked for, found or not.
      store.include(name, () => undefined);
      if (!force) return;
      throw new EvaluationError(
        "missing-file",
        `Could not include required file ${name}`,
        file,
        line,
        undefined,
        `It was looked for in ${dirname(file)} and on BBPATH (${Evaluator.bbpath(store)}).`,
      );
    }
    if (this.host.stat(target).kind === "directory") {
      throw new EvaluationError("missing-file", `${target} is a directory, not a file`, file, line);
    }
    this.#enter(target, store, file, line);
  }

  /** Evaluates a file that a statement named; a ring of files ends here. */
  #enter(target: string, store: DataStore, file: string, line: number): void {
    if (this.#depth >= this.#includeDepth) {
      throw new EvaluationError(
        "include-depth",
        `files include each other more than ${this.#includeDepth} deep (limit includeDepth): ${file} includes ${target}`,
        file,
        line,
        undefined,
        "A file that includes itself, directly or through others, never ends.",
      );
    }
    this.evaluateFile(target, store, true);
  }

  /** `include_all`: the same relative path in every folder of BBPATH, where it is there. */
  includeAll(name: string, store: DataStore, file: string, line: number): void {
    const expanded = store.expand(name);
    for (const dir of Evaluator.bbpath(store).split(":"))
      this.include(joinPath(dir, expanded), store, file, line, false);
  }

  /** `inherit`: classes not yet inherited, found in classes-recipe or classes-global first, then classes. */
  inherit(names: string, store: DataStore, file: string, line: number, deferred = false): void {
    for (const name of store.expand(names).split(/\s+/).filter(Boolean)) {
      const toDefer = store.getVar("BB_DEFER_BBCLASSES");
      if (!deferred && typeof toDefer === "string" && toDefer.split(/\s+/).includes(name)) {
        this.deferInherit(name, store, file, line);
        continue;
      }
      const found = this.#findClass(name, store);
      if (found === "") {
        throw new EvaluationError(
          "unknown-class",
          `Could not inherit file classes/${name}.bbclass`,
          file,
          line,
          undefined,
          this.#suggestClass(name, store),
        );
      }
      if (this.inherited(store).includes(found)) continue;
      this.#enter(found, store, file, line);
    }
  }

  #findClass(name: string, store: DataStore): string {
    const kind = store.getVar("__bbclasstype", false);
    for (const folder of [`classes-${typeof kind === "string" ? kind : "recipe"}`, "classes"]) {
      const path = name.startsWith("/") || name.endsWith(".bbclass") ? name : `${folder}/${name}.bbclass`;
      if (path.startsWith("/")) {
        if (this.host.exists(path)) return path;
        continue;
      }
      const { found, attempts } = which(this.host, Evaluator.bbpath(store), path, this.python.functions.cwd);
      // The place where it was found is noted when it is read.
      for (const attempt of attempts) if (attempt !== found) markDependency(store, attempt);
      if (found) return found;
    }
    return "";
  }

  #suggestClass(name: string, store: DataStore): string {
    const known = new Set<string>();
    for (const dir of Evaluator.bbpath(store).split(":")) {
      for (const folder of ["classes", "classes-recipe", "classes-global"]) {
        const path = joinPath(dir, folder);
        if (path.startsWith("/") && this.host.exists(path)) {
          for (const entry of this.host.list(path))
            if (entry.endsWith(".bbclass")) known.add(basename(entry).slice(0, -8));
        }
      }
    }
    const near = suggest(name, known);
    return near.length > 0
      ? `Did you mean ${near.join(" or ")}?`
      : `No folder of BBPATH holds classes/${name}.bbclass.`;
  }

  /** `inherit_defer`: kept until the recipe and its appends are read. */
  deferInherit(names: string, store: DataStore, file: string, line: number): void {
    const pending = this.deferred(store);
    store.setVar("__BBDEFINHERITS", [...pending, { names, file, line }], { ignore: true });
  }

  deferred(store: DataStore): readonly DeferredInherit[] {
    return (store.getVar("__BBDEFINHERITS", false) as readonly DeferredInherit[] | null) ?? [];
  }
}

/** An error that knows no file yet gets the statement's; exceptions of Python and limits pass as they are. */
function withPlace(error: unknown, file: string, line: number): unknown {
  if (!(error instanceof SandbakeError) || error.detail.file !== undefined) return error;
  if (error instanceof LimitError) return new LimitError(error.limit, error.maximum, { file, line });
  return new EvaluationError(error.code, error.message, file, line, error, error.detail.hint);
}

/** Configuration files are read by one part of BitBake, everything else by another. */
const isRecipe = (file: string): boolean => !file.endsWith(".conf");
const entering = (file: string): LogInfo => (isRecipe(file) ? places.enterRecipe : places.enterConfiguration);
const leaving = (file: string): LogInfo => (isRecipe(file) ? places.leaveRecipe : places.leaveConfiguration);

/** One `inherit_defer` that waits for the end of parsing. */
export interface DeferredInherit {
  readonly names: string;
  readonly file: string;
  readonly line: number;
}
