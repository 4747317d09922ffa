/**
 * All recipes of a workspace, with worker threads and a cache on disk: what `evaluateAll` gives, in the same order, however
 * many threads there are and whatever came from the cache.
 *
 * A run read from disk is valid as far as what it looked at is unchanged. If all that the configuration looked at is, the
 * configuration is not even evaluated. If not, it is, and when its outcome is the same as before, the recipes stand; each
 * is evaluated again when something of its own changed, and all are when something changed that any of them may have
 * used (recorder.ts).
 */
import { SandbakeError } from "../diagnostics/errors.js";
import type { Message } from "../evaluate/evaluator.js";
import type { EvaluateAllOptions, RecipeResult } from "../layers/evaluate-all.js";
import type { Workspace } from "../layers/workspace.js";
import type { NodeHost } from "../sandbox/host/node.js";
import { Crew, type CrewResult } from "./crew.js";
import type { OpenedRun, RunStore, RunWriter, StoredEntry, StoredPart } from "./disk.js";
import { PackingEvaluator, unpack } from "./evaluate.js";
import type { Opened, Opener } from "./opener.js";
import { Recorder, sha256 } from "./recorder.js";
import { StampTable } from "./stamps.js";
import { changedStamps } from "./validity.js";

/** Fewer files than this are evaluated in this thread: a worker needs the time of its configuration first. */
const worthWorkers = 16;

export interface RunOptions<Facts> {
  /** Opens the workspace here; called only when something must be evaluated. */
  readonly open: () => Opened;
  /** Opens it in a worker; without it there are none. */
  readonly opener?: Opener;
  /** Threads that evaluate, this one included. */
  readonly jobs: number;
  /** Where results are kept; undefined: nowhere. */
  readonly store?: RunStore;
  /** Runs programs again that a kept run ran. */
  readonly host: () => NodeHost;
  /** What is to be known of a configuration without evaluating it. Plain data. */
  readonly facts: (part: Workspace) => Facts;
}

/** One configuration of a run. */
export interface RunPart<Facts> {
  readonly mc: string;
  readonly files: readonly string[];
  readonly facts: Facts;
}

/** See the file's comment. Use it once: `open`, `results`, and `close` in any case. */
export class LayerRun<Facts> {
  readonly #options: RunOptions<Facts>;
  #opened: Opened | undefined;
  #previous: OpenedRun | undefined;
  #changed = new Set<number>();
  #crew: Crew | undefined;
  #own: PackingEvaluator | undefined;
  readonly #recorder: Recorder | undefined;
  readonly #table = new StampTable();
  #configuration: readonly number[] = [];
  #digest = "";
  #parts: readonly RunPart<Facts>[] = [];
  #messages: readonly Message[] = [];
  /** Entries of the previous run that stand, by multiconfig and file. */
  readonly #valid = new Map<string, StoredEntry>();

  constructor(options: RunOptions<Facts>) {
    this.#options = options;
    this.#recorder = options.store === undefined ? undefined : new Recorder();
  }

  /** The workspace; opened at the first call. */
  get workspace(): Workspace {
    return this.#open().workspace;
  }

  #open(): Opened {
    if (this.#opened === undefined) {
      this.#opened = this.#options.open();
      this.#opened.host.observe(this.#recorder);
    }
    return this.#opened;
  }

  /** An evaluation had to be ended from outside: what it left is not used again. */
  #reopen(): Workspace {
    this.#opened = undefined;
    return this.#open().workspace;
  }

  /**
   * Reads what is kept, and evaluates the configuration unless it stands. Throws what is wrong with the configuration.
   * `all`: all results will be asked for, so that workers may begin already.
   */
  open(all = true): { readonly parts: readonly RunPart<Facts>[]; readonly messages: readonly Message[] } {
    const { store, host } = this.#options;
    this.#previous = store?.open();
    const previous = this.#previous?.run;
    if (previous !== undefined) {
      this.#changed = changedStamps(previous.stamps, host);
      if (!previous.configuration.some((place) => this.#changed.has(place))) {
        this.#digest = previous.digest;
        this.#parts = previous.parts.map(({ mc, files, facts }) => ({ mc, files, facts: facts as Facts }));
        this.#messages = previous.messages as readonly Message[];
        this.#findValid();
        return { parts: this.#parts, messages: this.#messages };
      }
    } else if (all) this.#startCrew(undefined); // nothing is known: the workers begin with the configuration at once
    this.#evaluateConfiguration();
    this.#findValid();
    return { parts: this.#parts, messages: this.#messages };
  }

  #evaluateConfiguration(): PackingEvaluator {
    const { workspace } = this.#open();
    const own = new PackingEvaluator(workspace, this.#recorder, () => this.#reopen());
    const messages: Message[] = [];
    const { seen, fresh } = workspace.collectMessages(messages, () => own.configuration());
    this.#table.add(0, fresh);
    this.#configuration = this.#table.places(0, seen);
    this.#digest =
      this.#recorder === undefined ? "" : configurationDigest(workspace, this.#table, this.#configuration);
    this.#parts = workspace.multiconfigs().map((part) => ({
      mc: part.mc,
      files: part.files.recipes,
      facts: this.#options.facts(part),
    }));
    this.#messages = messages;
    return (this.#own = own);
  }

  /** Which results of the previous run stand. */
  #findValid(): void {
    const previous = this.#previous?.run;
    if (previous === undefined || previous.digest !== this.#digest) return;
    if (previous.shared.some((place) => this.#changed.has(place))) return;
    for (const entry of previous.entries) {
      if (entry.seen.some((place) => this.#changed.has(place))) continue;
      if (this.#opened !== undefined) {
        const part = this.#opened.workspace.multiconfig(entry.mc);
        if (part?.files.layerOf(entry.file).name !== entry.layer) continue;
        if (part.files.appendsOf(entry.file).join("\0") !== entry.appends.join("\0")) continue;
      }
      this.#valid.set(keyOf(entry.mc, entry.file), entry);
    }
  }

  #startCrew(only: ReadonlySet<number> | undefined, files?: readonly string[], most?: number): Crew {
    const { opener, jobs: wanted } = this.#options;
    const jobs = most ?? wanted;
    const costs = new Map<string, number>();
    for (const { file, cost } of this.#previous?.run.entries ?? [])
      costs.set(file, (costs.get(file) ?? 0) + cost);
    return (this.#crew ??= new Crew({
      jobs: opener === undefined ? 1 : jobs,
      opener: opener ?? { module: "", request: undefined },
      selection: { files, only, costs },
      table: this.#recorder === undefined ? undefined : this.#table,
    }));
  }

  /** The results, in order. What was evaluated is written as it comes; the next run finds it once all have been told. */
  async *results({ files, signal }: EvaluateAllOptions = {}): AsyncGenerator<RecipeResult, void, void> {
    const items = this.#parts.flatMap((part) => (files ?? part.files).map((file) => ({ mc: part.mc, file })));
    const missing = new Set<number>();
    items.forEach(({ mc, file }, index) => {
      if (!this.#valid.has(keyOf(mc, file))) missing.add(index);
    });
    const shared = new Set<number>();
    const writes = files === undefined && (missing.size > 0 || this.#opened !== undefined);
    const writer = writes ? this.#options.store?.begin() : undefined;
    const evaluated = missing.size === 0 ? undefined : this.#evaluated(missing, items.length, files, signal);
    try {
      for (const [index, { mc, file }] of items.entries()) {
        signal?.throwIfAborted();
        const entry = this.#valid.get(keyOf(mc, file));
        if (entry !== undefined) {
          const messages = entry.messages as readonly Message[];
          yield unpack(file, mc, { ...entry, messages, failed: false }, () => this.#kept(entry), true);
          continue;
        }
        const next = await evaluated?.next();
        if (next === undefined || next.done === true)
          throw new Error(`unreachable: no result for ${file} (${index})`);
        const { packed, own, shared: more } = next.value;
        for (const place of more) shared.add(place);
        const { json, messages, targets, skipped, cost } = packed;
        if (packed.keep) {
          const counts = { messages, targets, skipped, cost, sha256: packed.sha256 };
          writer?.append({ file, mc, ...this.#decided(mc, file), ...counts, seen: own }, json);
        }
        yield unpack(file, mc, packed, () => json, false);
      }
      this.#opened?.finished();
      if (writer !== undefined) this.#end(writer, shared);
    } finally {
      writer?.drop();
      await evaluated?.return();
    }
  }

  /** Ends the workers. Summaries of results can be read after that, too. */
  async close(): Promise<void> {
    await this.#crew?.stop();
  }

  #evaluated(
    missing: ReadonlySet<number>,
    total: number,
    files: readonly string[] | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<CrewResult, void, void> {
    const own = this.#own ?? this.#evaluateAfterAll();
    if (this.#crew === undefined) {
      const few = missing.size < worthWorkers;
      this.#crew = this.#startCrew(missing.size === total ? undefined : missing, files, few ? 1 : undefined);
    }
    return this.#crew.evaluate(own, signal);
  }

  /** The configuration stood, but a recipe does not: it must come to the files told before. */
  #evaluateAfterAll(): PackingEvaluator {
    const told = JSON.stringify(this.#parts.map(({ mc, files }) => [mc, files]));
    const own = this.#evaluateConfiguration();
    if (JSON.stringify(this.#parts.map(({ mc, files }) => [mc, files])) !== told)
      throw new SandbakeError("changed", "the layers changed while they were read: run again");
    return own;
  }

  #decided(mc: string, file: string): { layer: string; appends: readonly string[] } {
    const part = this.workspace.multiconfig(mc);
    return { layer: part?.files.layerOf(file).name ?? "", appends: part?.files.appendsOf(file) ?? [] };
  }

  /** A result that stands; should it turn out to be damaged, it is evaluated. */
  #kept(entry: StoredEntry): Uint8Array {
    const json = this.#previous?.read(entry);
    if (json !== undefined) return json;
    const part = this.workspace.multiconfig(entry.mc) ?? this.workspace;
    return new PackingEvaluator(part, undefined, () => part).evaluate(part, entry.file).json;
  }

  /** What stands of the previous run comes along with its stamps, then the run is whole. */
  #end(writer: RunWriter, shared: ReadonlySet<number>): void {
    const previous = this.#previous;
    const stamps = this.#table;
    const carried = new Map<number, number>();
    const carry = (place: number): number => {
      let now = carried.get(place);
      if (now === undefined) {
        const [key = "", stamp = ""] = previous?.run.stamps[place] ?? [];
        now = stamps.place(key, stamp);
        carried.set(place, now);
      }
      return now;
    };
    for (const entry of this.#valid.values()) {
      const json = previous?.read(entry);
      if (json !== undefined) writer.append({ ...entry, seen: entry.seen.map(carry) }, json);
    }
    const all = new Set(shared);
    if (this.#valid.size > 0) for (const place of previous?.run.shared ?? []) all.add(carry(place));
    if (stamps.conflicts) return;
    const parts: StoredPart[] = this.#parts.map((part) => ({ ...part }));
    writer.end({
      configuration: this.#configuration,
      shared: [...all],
      digest: this.#digest,
      messages: this.#messages,
      parts,
      stamps: stamps.list,
    });
  }
}

const keyOf = (mc: string, file: string): string => `${mc}\0${file}`;

/** The outcome of the configurations: every name with its text, flags and operations, and the content of all files read. */
function configurationDigest(workspace: Workspace, table: StampTable, seen: readonly number[]): string {
  const lines: string[] = [];
  for (const part of workspace.multiconfigs()) {
    const store = part.configuration;
    for (const name of store.keys().sort()) {
      const flags = store.getVarFlags(name, [], true);
      lines.push(JSON.stringify([part.mc, name, flags === null ? null : [...flags].map(plainPair)]));
    }
  }
  const read = seen.map((place) => table.list[place]).filter((entry) => entry?.[0].startsWith("c") === true);
  for (const [key, stamp] of read as [string, string][]) lines.push(`${key} ${stamp}`);
  return sha256(lines.sort().join("\n"));
}

function plainPair([flag, value]: readonly [string, unknown]): unknown {
  return [
    flag,
    typeof value === "string" || typeof value === "number" || Array.isArray(value) ? value : typeof value,
  ];
}
