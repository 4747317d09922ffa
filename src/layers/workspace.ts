/**
 * A build directory or a set of layers, opened for evaluation: configuration once, then any recipe from a copy of it. The
 * door to the whole project for the CLI and for embedders.
 */
import { signRecipe, type RecipeSignatures, type SignatureOptions } from "../analysis/signatures.js";
import { words, type DataStore } from "../datastore/index.js";
import { userError } from "../evaluate/errors.js";
import { Evaluator, type Message } from "../evaluate/evaluator.js";
import { evaluateRecipe, type Variant } from "../evaluate/finalise.js";
import type { PythonForWorkspace } from "../evaluate/python-side.js";
import { Sources } from "../evaluate/sources.js";
import { places } from "../modules/bb/places.js";
import { sha256Hex } from "../modules/hash/sha256.js";
import type { Host } from "../sandbox/host.js";
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
  /** Warnings and notes of the evaluation, in BitBake's words. Default: dropped. */
  readonly log?: (message: Message) => void;
}

export class Workspace {
  readonly evaluator: Evaluator;
  readonly #python: PythonForWorkspace;
  readonly #options: WorkspaceOptions;
  /** The multiconfig whose configuration this is, "" for the default one. */
  readonly mc: string = "";
  #base: DataStore | undefined;
  #files: RecipeFiles | undefined;
  /** Where messages go instead of the log, while an evaluation collects its own. */
  #messages: Message[] | undefined;
  #signatures: SignatureOptions | undefined;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    const log = (message: Message): void => {
      if (this.#messages) this.#messages.push(message);
      else options.log?.(message);
    };
    this.#python = options.startPython(log);
    this.evaluator = new Evaluator({
      host: options.host,
      sources: new Sources(options.host),
      python: this.#python.side,
      log,
    });
    this.#python.attach(this.evaluator);
  }

  /** The configuration's store; evaluated at the first call. Frozen: copy it to change something. */
  get configuration(): DataStore {
    if (!this.#base) {
      this.#base = this.#guard(this.#options.topdir, () => this.#configure());
    }
    return this.#base;
  }

  /**
   * The configuration as `bitbake -e` without a recipe prints it, as measured on BitBake 2.19: names expanded and the
   * anonymous functions of the INHERITed classes run.
   */
  printedConfiguration(): DataStore {
    const store = this.configuration.createCopy();
    const { evaluator } = this;
    const { python } = evaluator;
    return this.#guard(this.#options.topdir, () =>
      python.isolate(store, () => {
        store.expandKeys(store, places.expandKeys);
        python.runAnonymous(evaluator.stringList(store.getVar("__BBANONFUNCS", false)), store);
        return store;
      }),
    );
  }

  #configure(): DataStore {
    const { topdir, onLayers, prefiles, postfiles, tracking } = this.#options;
    const store = evaluateConfiguration(
      {
        topdir,
        makeStore: this.#python.makeStore,
        ...(onLayers ? { onLayers } : {}),
        ...(prefiles ? { prefiles } : {}),
        ...(postfiles ? { postfiles } : {}),
        ...(tracking ? { tracking } : {}),
      },
      this.evaluator,
    );
    this.#files = collectRecipeFiles(store, this.#options.host, this.#python.match, this.#python.search);
    store.setVar("BBFILES_PRIORITIZED", this.#files.entries.join(" "), { ignore: true });
    return store.freeze();
  }

  /** Runs an evaluation; what goes wrong is an error for people, with file and line. */
  #guard<T>(file: string, body: () => T): T {
    try {
      return body();
    } catch (error) {
      throw userError(error, file, this.#python.side);
    }
  }

  /** The recipe files of the configuration. */
  get files(): RecipeFiles {
    void this.configuration;
    if (!this.#files) throw new Error("unreachable: the configuration lists its files");
    return this.#files;
  }

  /** Whether evaluate() computes the base hashes of tasks (`Variant.signatures`). */
  computeSignatures = false;

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
      const { host } = this.#options;
      const { side } = this.#python;
      const ignored = configuration.getVar("BB_BASEHASH_IGNORE_VARS");
      this.#signatures = {
        code: side.code,
        library: side.library(configuration),
        ignored: new Set(ignored === null ? [] : words(configuration.textOf(ignored))),
        sha256: (text) => host.sha256?.(text) ?? sha256Hex(text),
      };
    }
    return this.#signatures;
  }

  /** The default configuration and those of BBMULTICONFIG, each as a workspace. */
  multiconfigs(): readonly Workspace[] {
    return [this];
  }

  /** Runs `body`; what is said meanwhile goes to `messages` and not to the log. */
  collectMessages<T>(messages: Message[], body: () => T): T {
    const outer = this.#messages;
    this.#messages = messages;
    try {
      return body();
    } finally {
      this.#messages = outer;
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
    store.setVar("__BBMULTICONFIG", "", { ignore: true });
    store.setVar("FILE_LAYERNAME", this.files.layerOf(file).name, places.recipeLayer);
    const request = {
      file,
      appends: this.files.appendsOf(file),
      store,
      ...(only ? { only } : {}),
      ...(this.#signs ? { sign: this.sign } : {}),
    };
    return this.#guard(file, () => {
      const variants = evaluateRecipe(request, this.evaluator);
      return read ? variants.map(read) : variants;
    });
  }

  /** Finds a recipe by PN, provided name, file or `virtual:VARIANT:FILE`, and evaluates it. */
  find(name: string): Found {
    return findRecipe(name, this);
  }
}
