/**
 * One recipe file evaluated to what threads hand over and caches keep: its result as JSON (read again only where it is
 * asked for) with what it looked at. The same in the main thread and in a worker.
 */
import type { Message } from "../evaluate/evaluator.js";
import { evaluateToResult, type RecipeResult } from "../layers/evaluate-all.js";
import type { Workspace } from "../layers/workspace.js";
import { sha256, type Recorder } from "./recorder.js";

/** A result on its way. Plain data. */
export interface Packed {
  /** The RecipeResult as JSON in UTF-8. */
  readonly json: Uint8Array<ArrayBuffer>;
  /** Of `json`; empty where nothing is to be kept. */
  readonly sha256: string;
  readonly messages: readonly Message[];
  readonly targets: number;
  readonly skipped: number;
  readonly failed: boolean;
  /** It may be kept: no failure, and the recipe does not forbid it (BB_DONT_CACHE). */
  readonly keep: boolean;
  /** Milliseconds that it took: the long ones go first in the next run. */
  readonly cost: number;
  /** What it looked at (recorder.ts), as numbers of the thread's stamps in the order seen. */
  readonly own: readonly number[];
  readonly shared: readonly number[];
  /** Stamps that the thread has not handed over before. */
  readonly fresh: readonly (readonly [key: string, stamp: string])[];
}

/** Evaluates files of one workspace, in one thread. */
export class PackingEvaluator {
  readonly #numbers = new Map<string, number>();
  readonly #encoder = new TextEncoder();

  #workspace: Workspace;

  /**
   * @param recorder observes the workspace's host; undefined: nothing is to be kept
   * @param reopen another workspace of the same files, where an evaluation had to be ended from outside
   */
  constructor(
    workspace: Workspace,
    private readonly recorder: Recorder | undefined,
    private readonly reopen: () => Workspace,
  ) {
    this.#workspace = workspace;
  }

  get workspace(): Workspace {
    return this.#workspace;
  }

  /** What the configuration looked at; to be asked once it is evaluated and before the first recipe. */
  configuration(): { readonly seen: readonly number[]; readonly fresh: Packed["fresh"] } {
    for (const part of this.workspace.multiconfigs()) void part.files;
    const { recorder } = this;
    if (recorder === undefined) return { seen: [], fresh: [] };
    const keys = recorder.takeAll();
    const fresh = this.#number(recorder);
    return { seen: this.#of(keys), fresh };
  }

  evaluate({ mc }: Pick<Workspace, "mc">, file: string): Packed {
    const start = performance.now();
    if (this.#workspace.ended) this.#workspace = this.reopen();
    const part = this.#workspace.multiconfig(mc) ?? this.#workspace;
    const result = evaluateToResult(part, file);
    const cost = Math.round(performance.now() - start);
    const summaries = "summaries" in result ? result.summaries : [];
    const json = this.#encoder.encode(JSON.stringify(result));
    const counts = {
      json,
      messages: result.messages,
      targets: summaries.length,
      skipped: summaries.reduce((n, { skipped }) => (skipped === undefined ? n : n + 1), 0),
      failed: "error" in result,
      keep: "summaries" in result && !summaries.some(({ dontCache }) => dontCache),
      cost,
    };
    const { recorder } = this;
    if (recorder === undefined) return { ...counts, sha256: "", own: [], shared: [], fresh: [] };
    const { host } = part.evaluator;
    const paths = new Set([file, ...summaries.flatMap(({ fileDepends }) => fileDepends)]);
    const { own, shared } = recorder.takeFor(
      host.realpath(file),
      [...paths].map((path) => host.realpath(path)),
    );
    const fresh = this.#number(recorder);
    return { ...counts, sha256: sha256(json), own: this.#of(own), shared: this.#of(shared), fresh };
  }

  #number(recorder: Recorder): Packed["fresh"] {
    const fresh = recorder.takeFresh();
    for (const [key] of fresh) this.#numbers.set(key, this.#numbers.size);
    return fresh;
  }

  #of(keys: readonly string[]): number[] {
    return keys.map((key) => this.#numbers.get(key) ?? -1);
  }
}

/** A result whose summaries are read from their JSON when they are first asked for. */
export function unpack(
  file: string,
  mc: string,
  packed: Pick<Packed, "targets" | "skipped" | "failed"> & { readonly messages: readonly Message[] },
  json: () => Uint8Array,
  cached: boolean,
): RecipeResult {
  const { targets, skipped, failed, messages } = packed;
  const parsed = (): RecipeResult => JSON.parse(new TextDecoder().decode(json())) as RecipeResult;
  if (failed) return parsed();
  let read: Exclude<RecipeResult, { error: unknown }> | undefined;
  const whole = (): typeof read => (read ??= parsed() as Exclude<RecipeResult, { error: unknown }>);
  return {
    file,
    mc,
    messages,
    get summaries() {
      return whole()?.summaries ?? [];
    },
    get metadata() {
      return whole()?.metadata ?? [];
    },
    counts: { targets, skipped },
    ...(cached ? { cached } : {}),
  };
}
