/**
 * A build directory or a set of layers, opened for evaluation: configuration once, then any recipe from a copy of it. The
 * door to the whole project for the CLI and for embedders.
 */
import { Answers } from "../analysis/answers.js";
import { signRecipe, type RecipeSignatures, type SignatureOptions } from "../analysis/signatures.js";
import { words, type DataStore } from "../datastore/index.js";
import { LimitError } from "../diagnostics/errors.js";
import { EvaluationError, userError } from "../evaluate/errors.js";
import { Evaluator, type Message } from "../evaluate/evaluator.js";
import { evaluateRecipe, type Variant } from "../evaluate/finalise.js";
import type { MatchCompiler, PythonForWorkspace } from "../evaluate/python-side.js";
import { Sources } from "../evaluate/sources.js";
import { places } from "../modules/bb/places.js";
import { sha256Hex } from "../modules/hash/sha256.js";
import type { HardStop } from "../sandbox/budget.js";
import type { Host } from "../sandbox/host.js";
import { basename } from "../sandbox/paths.js";
import { collectRecipeFiles, type RecipeFiles } from "./collections.js";
import { evaluateConfiguration } from "./configuration.js";
import { findRecipe, type Found } from "./find.js";

export interface WorkspaceOptions {
  readonly host: Host;
  /** The build directory, absolute. */
  readonly topdir: string;
  /** Starts Python for this workspace; called once. */
  readonly startPython: (log: (message: Message) => void) => PythonForWorkspace;
  /** Told the layers' folders when bblayers.conf is read, before they are: a host may open them then. */
  readonly onLayers?: (layers: readonly string[]) => void;
  readonly prefiles?: readonly string[];
  readonly postfiles?: readonly string[];
  /** Keep variable history (needed for `env` and `getvar` without --value). */
  readonly tracking?: boolean;
  /**
   * Asked by `find` for a name that no recipe file is called by: the key of the recipe that provides it (a file,
   * `virtual:VARIANT:FILE`), or undefined if nobody does. Default: recipes are evaluated until one provides it.
   */
  readonly provider?: (name: string, workspace: Workspace) => string | undefined;
  /** Ends an evaluation that no limit ended; the workspace is of no use afterwards (`ended`). */
  readonly stop?: HardStop;
  /** Warnings and notes of the evaluation, in BitBake's words. Default: dropped. */
  readonly log?: (message: Message) => void;
}

/** What the configurations of one run share. */
interface Run {
  readonly options: WorkspaceOptions;
  readonly evaluator: Evaluator;
  readonly python: PythonForWorkspace;
  /** Where messages go instead of the log, while an evaluation collects its own. */
  messages: Message[] | undefined;
  /** Compute base hashes. */
  signatures: boolean;
  /** Results hold each variant's metadata. */
  metadata: boolean;
  /** What ended the run from outside: the state of its VM is unknown, and nothing is evaluated any more. */
  ended: LimitError | undefined;
  /** An evaluation runs already, under the hard stop. */
  stoppable: boolean;
  /** The default configuration first; all of them once it is evaluated. */
  readonly workspaces: Workspace[];
}

/** Starts what the configurations of a run share. */
function startRun(options: WorkspaceOptions): Run {
  const log = (message: Message): void => {
    if (run.messages) run.messages.push(message);
    else options.log?.(message);
  };
  options.host.listenToRefusals?.((what, permission) => log(refusal(what, permission)));
  const python = options.startPython(log);
  const evaluator = new Evaluator({
    host: options.host,
    sources: new Sources(options.host),
    python: python.side,
    log,
    ...(python.limits ? { includeDepth: python.limits.includeDepth } : {}),
  });
  python.attach(evaluator);
  const run: Run = {
    options,
    evaluator,
    python,
    messages: undefined,
    signatures: false,
    metadata: false,
    ended: undefined,
    stoppable: false,
    workspaces: [],
  };
  return run;
}

function refusal(what: string, permission: string): Message {
  const hint = permission === "" ? "" : ` (${permission} allows it)`;
  return { level: "debug", message: `refused: ${what}${hint}`, permission };
}

/** Runs an evaluation under the hard stop. Evaluations within it are part of it. */
function underHardStop<T>(run: Run, file: string, body: () => T): T {
  if (run.ended !== undefined) throw run.ended;
  const { stop } = run.options;
  if (stop === undefined || run.stoppable) return body();
  run.stoppable = true;
  let completed = false;
  try {
    return stop(file, () => {
      try {
        return body();
      } finally {
        completed = true; // not reached where the body is ended from outside
      }
    });
  } catch (error) {
    if (!completed && error instanceof LimitError) run.ended = error;
    throw error;
  } finally {
    run.stoppable = false;
  }
}

export class Workspace {
  readonly #run: Run;
  #base: DataStore | undefined;
  #files: RecipeFiles | undefined;
  #signatures: SignatureOptions | undefined;

  /** Only `new Workspace(options)` is for callers; further multiconfigs of a run come from `multiconfigs()`. */
  constructor(
    options: WorkspaceOptions | { readonly run: unknown },
    /** The multiconfig whose configuration this is, "" for the default one. */
    readonly mc = "",
  ) {
    this.#run = "run" in options ? (options.run as Run) : startRun(options);
    this.#run.workspaces.push(this);
  }

  get evaluator(): Evaluator {
    return this.#run.evaluator;
  }

  /** The configuration's store; evaluated at the first call. Frozen: copy it to change something. */
  get configuration(): DataStore {
    if (!this.#base) {
      const run = this.#run;
      underHardStop(run, run.options.topdir, () => configureAll(run, (error) => this.#userError(error)));
    }
    if (!this.#base) throw new Error("unreachable: all configurations were evaluated");
    return this.#base;
  }

  /** The default configuration and those of BBMULTICONFIG in their order, each as a workspace of its own. */
  multiconfigs(): readonly Workspace[] {
    void this.configuration;
    return this.#run.workspaces;
  }

  /** The workspace of one multiconfig, "" for the default one; undefined if BBMULTICONFIG does not name it. */
  multiconfig(name: string): Workspace | undefined {
    return this.multiconfigs().find(({ mc }) => mc === name);
  }

  /**
   * The configuration as `bitbake -e` without a recipe prints it, as measured on BitBake 2.19: names expanded and the
   * anonymous functions of the INHERITed classes run.
   */
  printedConfiguration(): DataStore {
    const store = this.configuration.createCopy();
    const { evaluator } = this;
    const { python } = evaluator;
    return this.#evaluating(this.#run.options.topdir, () =>
      python.isolate(store, () => {
        store.expandKeys(store, places.expandKeys);
        python.runAnonymous(evaluator.stringList(store.getVar("__BBANONFUNCS", false)), store);
        return store;
      }),
    );
  }

  /** Ends the configuration: lists the recipe files and freezes the store. */
  adopt(store: DataStore): void {
    const { options, python, evaluator } = this.#run;
    this.#files = collectRecipeFiles(store, options.host, python.match, python.search, evaluator.log);
    store.setVar("BBFILES_PRIORITIZED", this.#files.entries.join(" "), { ignore: true });
    this.#base = store.freeze();
  }

  /** The workspace was ended from outside; open another one. */
  get ended(): boolean {
    return this.#run.ended !== undefined;
  }

  /**
   * Runs `body`, which reads values of what was evaluated from `file`: their expansion runs Python of the metadata, and may
   * be ended from outside as an evaluation is.
   * @throws LimitError "seconds"
   */
  underHardStop<T>(file: string, body: () => T): T {
    return underHardStop(this.#run, file, body);
  }

  /** Runs an evaluation; what goes wrong is an error for people, with file and line. */
  #evaluating<T>(file: string, body: () => T): T {
    return this.underHardStop(file, () => this.#guard(file, body));
  }

  #guard<T>(file: string, body: () => T): T {
    try {
      return body();
    } catch (error) {
      throw userError(error, file, this.#run.python.side);
    }
  }

  #userError(error: unknown): unknown {
    return userError(error, this.#run.options.topdir, this.#run.python.side);
  }

  /** The recipe files of the configuration. */
  get files(): RecipeFiles {
    void this.configuration;
    if (!this.#files) throw new Error("unreachable: the configuration lists its files");
    return this.#files;
  }

  /** Whether evaluate() computes the base hashes of tasks (`Variant.signatures`), in all configurations of the run. */
  get computeSignatures(): boolean {
    return this.#run.signatures;
  }
  set computeSignatures(wanted: boolean) {
    this.#run.signatures = wanted;
  }

  /** Whether results (evaluate-all.ts) hold the metadata of each variant beside its summary. */
  get computeMetadata(): boolean {
    return this.#run.metadata;
  }
  set computeMetadata(wanted: boolean) {
    this.#run.metadata = wanted;
  }

  /** Without a signature handler (BB_SIGNATURE_HANDLER unset or `noop`) BitBake computes no hashes either. */
  get #signs(): boolean {
    if (!this.computeSignatures) return false;
    const handler = this.configuration.getVar("BB_SIGNATURE_HANDLER");
    return handler !== null && handler !== "" && handler !== "noop";
  }

  /** Computes base hashes in the terms of this configuration. */
  readonly sign = (store: DataStore, tasks: readonly string[]): RecipeSignatures =>
    signRecipe(store, tasks, this.signatureOptions);

  /** What signatures of this workspace's recipes share. */
  get signatureOptions(): SignatureOptions {
    if (this.#signatures === undefined) {
      const { configuration } = this;
      const { host } = this.#run.options;
      const { side } = this.#run.python;
      const ignored = configuration.getVar("BB_BASEHASH_IGNORE_VARS");
      this.#signatures = {
        code: side.code,
        library: side.library(configuration),
        ignored: new Set(ignored === null ? [] : words(configuration.textOf(ignored))),
        answers: new Answers(),
        sha256: (data) => host.sha256?.(data) ?? sha256Hex(data),
      };
    }
    return this.#signatures;
  }

  /** Python's re.match: compiles a pattern to a test at the start of a text. */
  get match(): MatchCompiler {
    return this.#run.python.match;
  }

  /** Python's re.search, likewise anywhere in the text. */
  get search(): MatchCompiler {
    return this.#run.python.search;
  }

  /** Runs `body`; what is said meanwhile goes to `messages` and not to the log. */
  collectMessages<T>(messages: Message[], body: () => T): T {
    const outer = this.#run.messages;
    this.#run.messages = messages;
    try {
      return body();
    } finally {
      this.#run.messages = outer;
    }
  }

  /** Evaluates one recipe file; gives its variants, "" first, or what `read` makes of each. */
  evaluate(file: string, only?: (variant: string) => boolean): Variant[];
  evaluate<T>(
    file: string,
    only: ((variant: string) => boolean) | undefined,
    read: (variant: Variant) => T,
  ): T[];
  evaluate<T>(
    file: string,
    only?: (variant: string) => boolean,
    read?: (variant: Variant) => T,
  ): (T | Variant)[] {
    const store = this.configuration.createCopy();
    store.setVar("__BBMULTICONFIG", this.mc, { ignore: true });
    store.setVar("FILE_LAYERNAME", this.files.layerOf(file).name, places.recipeLayer);
    const request = {
      file,
      appends: this.files.appendsOf(file),
      store,
      ...(only ? { only } : {}),
      ...(this.#signs ? { sign: this.sign } : {}),
    };
    this.#startUnit(basename(file));
    return this.#evaluating(file, () => {
      const variants = evaluateRecipe(request, this.evaluator);
      return read ? variants.map(read) : variants;
    });
  }

  /** See `WorkspaceOptions.provider`. */
  get provider(): WorkspaceOptions["provider"] {
    return this.#run.options.provider;
  }

  /** What an earlier recipe wrote, or drew of randomness, is not seen by this one. */
  #startUnit(seed: string): void {
    const { host, sources } = this.evaluator;
    for (const path of host.startUnit?.(seed) ?? []) sources.forget(path);
  }

  /** Runs `body`, which writes files that all evaluations from now on see. */
  write(body: () => void): void {
    this.#startUnit("");
    body();
    this.evaluator.host.keepWrites?.();
  }

  /** Finds a recipe by PN, provided name, file or `virtual:VARIANT:FILE`, and evaluates it. */
  find(name: string): Found {
    return findRecipe(name, this);
  }
}

/**
 * Evaluates the default configuration and, where BBMULTICONFIG is set, each of those it names; then MultiConfigParsed is
 * fired with all of them.
 */
function configureAll(run: Run, describe: (error: unknown) => unknown): void {
  const { options, evaluator, python } = run;
  const { topdir, onLayers, prefiles, postfiles, tracking } = options;
  const evaluate = (mc: string): DataStore =>
    evaluateConfiguration(
      {
        topdir,
        mc,
        makeStore: python.makeStore,
        ...(onLayers ? { onLayers } : {}),
        ...(prefiles ? { prefiles } : {}),
        ...(postfiles ? { postfiles } : {}),
        ...(tracking ? { tracking } : {}),
      },
      evaluator,
    );
  options.host.reseed?.("configuration");
  try {
    const stores = new Map([["", evaluate("")]]);
    const names = multiconfigNames(stores.get("")?.getVar("BBMULTICONFIG"), topdir);
    for (const name of names) stores.set(name, evaluate(name));
    const base = stores.get("");
    if (base && names.length > 0) evaluator.python.fire({ name: "MultiConfigParsed", args: [stores] }, base);
    const first = run.workspaces[0];
    for (const [name, store] of stores)
      (name === "" && first ? first : new Workspace({ run }, name)).adopt(store);
    options.host.keepWrites?.();
  } catch (error) {
    run.workspaces.length = 1;
    throw describe(error);
  }
}

/** The words of BBMULTICONFIG, each once. */
function multiconfigNames(value: unknown, topdir: string): string[] {
  const names = typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];
  const numbered = names.find((name) => /^[0-9]/.test(name));
  if (numbered !== undefined) {
    throw new EvaluationError(
      "multiconfig",
      `Multiconfig name '${numbered}' is invalid as multiconfigs cannot start with a digit`,
      topdir,
      0,
    );
  }
  return [...new Set(names)];
}
