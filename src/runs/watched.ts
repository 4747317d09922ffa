/**
 * Recipes that are evaluated again when files have changed: only those that were made of them, or everything where the
 * configuration was, or something that any recipe may have used (recorder.ts).
 */
import { dependencies } from "../evaluate/dependencies.js";
import type { Found } from "../layers/find.js";
import type { Workspace } from "../layers/workspace.js";
import type { NodeHost } from "../sandbox/host/node.js";
import { splitObservationKey } from "../sandbox/observations.js";
import { dirname } from "../sandbox/paths.js";
import type { Opened } from "./opener.js";
import { Recorder } from "./recorder.js";
import { changedStamps } from "./validity.js";

/** What came of one recipe, by the name that it was asked for. */
export type WatchedOutcome = {
  readonly name: string;
  /** Milliseconds; those of the configuration are with the first recipe after it. */
  readonly time: number;
} & ({ readonly found: Found; readonly workspace: Workspace } | { readonly error: unknown });

export interface WatchedChange {
  /** Files and folders that are not as they were. */
  readonly paths: readonly string[];
  /** Everything was evaluated anew. */
  readonly configuration: boolean;
  /** Of the recipes that were evaluated again. */
  readonly outcomes: readonly WatchedOutcome[];
}

export class WatchedRecipes {
  #recorder = new Recorder();
  #opened: (Opened & { readonly host: NodeHost }) | undefined;
  /** What the configuration looked at, and what any recipe may have used. */
  #shared = new Set<string>();
  /** What each recipe was made of alone. */
  readonly #own = new Map<string, ReadonlySet<string>>();
  /** The files of each, as the metadata names them. */
  readonly #files = new Map<string, readonly string[]>();

  constructor(
    private readonly open: () => Opened & { readonly host: NodeHost },
    private readonly names: readonly string[],
  ) {}

  /** Evaluates everything. */
  evaluate(): WatchedOutcome[] {
    this.#recorder = new Recorder();
    this.#own.clear();
    this.#shared = new Set();
    const start = performance.now();
    try {
      this.#opened = this.open();
      this.#opened.host.observe(this.#recorder);
      void this.#opened.workspace.files;
    } catch (error) {
      const time = performance.now() - start;
      return this.names.map((name, i) => ({ name, error, time: i === 0 ? time : 0 }));
    } finally {
      for (const key of this.#recorder.takeAll()) this.#shared.add(key);
    }
    const time = performance.now() - start;
    const outcomes = this.names.map((name) => this.#evaluate(name));
    this.#opened.finished();
    return outcomes.map((outcome, i) => (i === 0 ? { ...outcome, time: outcome.time + time } : outcome));
  }

  #evaluate(name: string): WatchedOutcome {
    const start = performance.now();
    const workspace = this.#workspace;
    const { host } = workspace.evaluator;
    try {
      const found = workspace.find(name);
      const files = [found.file, ...dependencies(found.variant.store)];
      this.#files.set(name, files);
      const { own, shared } = this.#recorder.takeFor(
        host.realpath(found.file),
        files.map((path) => host.realpath(path)),
      );
      this.#own.set(name, new Set(own));
      for (const key of shared) this.#shared.add(key);
      return { name, found, workspace, time: performance.now() - start };
    } catch (error) {
      // It ended early: what it was made of before counts as well.
      this.#own.set(name, new Set([...(this.#own.get(name) ?? []), ...this.#recorder.takeAll()]));
      return { name, error, time: performance.now() - start };
    }
  }

  get #workspace(): Workspace {
    if (this.#opened === undefined) throw new Error("unreachable: evaluate() comes first");
    return this.#opened.workspace;
  }

  /** Looks at all files again and evaluates what is not true any more. Undefined: nothing has changed. */
  refresh(): WatchedChange | undefined {
    const stamps = [...this.#recorder.stamps].filter(([key]) => splitObservationKey(key).kind !== "run");
    const places = changedStamps(stamps, () => {
      throw new Error("unreachable: no program is run again");
    });
    const changed = [...places].flatMap((place) => stamps[place]?.[0] ?? []);
    if (changed.length === 0) return undefined;
    const paths = [...new Set(changed.map((key) => splitObservationKey(key).what))];
    const affected = this.names.filter((name) => changed.some((key) => this.#own.get(name)?.has(key)));
    const known = (key: string): boolean => affected.some((name) => this.#own.get(name)?.has(key));
    const configuration =
      this.#opened === undefined || changed.some((key) => this.#shared.has(key) || !known(key));
    if (configuration) return { paths, configuration, outcomes: this.evaluate() };
    const { sources, host } = this.#workspace.evaluator;
    const gone = new Set(paths);
    for (const key of changed) this.#recorder.forget(key);
    for (const path of paths) this.#opened?.host.forget(path);
    for (const name of affected)
      for (const file of this.#files.get(name) ?? []) if (gone.has(host.realpath(file))) sources.forget(file);
    for (const path of paths) sources.forget(path);
    return { paths, configuration, outcomes: affected.map((name) => this.#evaluate(name)) };
  }

  /** The folders in which something was looked at. */
  *folders(): Iterable<string> {
    for (const key of this.#recorder.stamps.keys()) {
      const { kind, what } = splitObservationKey(key);
      if (kind === "list") yield what;
      else if (kind !== "run") yield dirname(what);
    }
  }
}
