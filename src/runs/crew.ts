/**
 * Threads that evaluate the recipes of one workspace. This thread is one of them: it needs the configuration anyway, and
 * evaluates it while the workers evaluate theirs; then all take the next file off one counter in shared memory, so that
 * nobody waits for another's long recipe. Results come in the order of the files, whoever made them.
 *
 * A worker has an empty environment and a heap of limited size, and is ended from here when it does not come back. The
 * recipe that it was at is a failure then which names the limit; another worker takes its place.
 */
import { Worker, type WorkerOptions } from "node:worker_threads";
import { LimitError, SandbakeError } from "../diagnostics/errors.js";
import { failureOf } from "../evaluate/failure.js";
import { defaultLimits, type Limits } from "../sandbox/budget.js";
import { hardSeconds, machineClock, workerResources } from "../sandbox/host/guarded.js";
import type { PackingEvaluator, Packed } from "./evaluate.js";
import type { Opener } from "./opener.js";
import { listFiles, type FileItem, type Selection } from "./order.js";
import type { StampTable } from "./stamps.js";
import type { WorkerMessage, WorkerTask } from "./work.js";

/** Seconds that a worker has to end an evaluation by itself before it is ended as a whole. */
const graceSeconds = 10;

/** Starts worker.js. Tests run the sources as they are: a worker then loads them by the tool that they run with. */
function startWorker(options: WorkerOptions): Worker {
  if (import.meta.url.endsWith(".js")) return new Worker(new URL("./worker.js", import.meta.url), options);
  const script = new URL("./worker.ts", import.meta.url).href;
  const code = `import("tsx/esm/api").then((tsx) => { tsx.register(); return import(${JSON.stringify(script)}); })`;
  return new Worker(code, { ...options, eval: true });
}

export interface CrewOptions {
  /** How many threads evaluate, this one included; 1: no worker. */
  readonly jobs: number;
  readonly opener: Opener;
  readonly selection: Selection;
  /** Takes the stamps of what is looked at; undefined: nothing is recorded. */
  readonly table: StampTable | undefined;
}

/** A result with its place in the list, and what it looked at as places in the table. */
export interface CrewResult {
  readonly item: FileItem;
  readonly packed: Packed;
  readonly own: readonly number[];
  readonly shared: readonly number[];
}

/** See the file's comment. The workers start with the constructor. */
export class Crew {
  /** See WorkerTask. */
  readonly #places: Int32Array;
  readonly #limits: Limits;
  #items: readonly FileItem[] | undefined;
  readonly #workers = new Set<Worker>();
  #stopped = false;
  /** Workers started so far, and this thread: each numbers its stamps by itself. */
  #threads = 1;
  readonly #failures: string[] = [];
  readonly #results = new Map<number, Omit<CrewResult, "item">>();
  #wake: () => void = () => undefined;

  constructor(private readonly options: CrewOptions) {
    const workers = options.jobs - 1;
    this.#limits = { ...defaultLimits, ...options.opener.limits };
    this.#places = new Int32Array(new SharedArrayBuffer((workers + 1) * Int32Array.BYTES_PER_ELEMENT));
    for (let thread = 1; thread <= workers; thread++) this.#start(thread);
  }

  /** Starts a worker; another one follows where it had to be ended in the middle of a recipe. */
  #start(thread: number): void {
    const { opener, selection, table } = this.options;
    const { module, request } = opener;
    const data: WorkerTask = {
      module,
      request,
      places: this.#places,
      thread,
      selection,
      records: table !== undefined,
    };
    const worker = startWorker({
      workerData: data,
      // Nothing of this process: the request holds what the metadata may see.
      env: {},
      argv: [],
      resourceLimits: workerResources(this.#limits.heapBytes),
    });
    this.#workers.add(worker);
    const numbers = this.#threads++;
    let failure: unknown;
    const watch = this.#watch(thread, (error) => {
      failure = error;
      void worker.terminate();
    });
    worker.on("message", ({ index, packed }: WorkerMessage) => {
      this.#take(index, packed, numbers);
      this.#wake();
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      const ofMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      failure = ofMemory ? new LimitError("heapBytes", this.#limits.heapBytes) : error;
    });
    worker.on("exit", (code) => {
      clearInterval(watch);
      this.#workers.delete(worker);
      if (code !== 0 && !this.#stopped)
        this.#lost(thread, failure ?? new Error(`it ended with exit code ${code}`));
      this.#wake();
    });
  }

  /** Ends a worker that is at one recipe for longer than any hard stop within it would let it be. */
  #watch(thread: number, end: (error: LimitError) => void): NodeJS.Timeout {
    const { seconds } = this.#limits;
    let at = 0;
    let since = 0;
    const look = (): void => {
      const now = Atomics.load(this.#places, thread);
      if (now !== at) [at, since] = [now, machineClock()];
      else if (at > 0 && machineClock() - since > hardSeconds(seconds) + graceSeconds)
        end(new LimitError("seconds", seconds));
    };
    return setInterval(look, 1000).unref();
  }

  /** A worker ended: what it evaluated is that recipe's failure, and another worker goes on with the next. */
  #lost(thread: number, error: unknown): void {
    const index = Atomics.exchange(this.#places, thread, 0) - 1;
    const item = this.#items?.[index];
    if (item === undefined || this.#results.has(index)) {
      // It came to no recipe, or was done with it: the other threads go on without it.
      this.#failures.push(error instanceof Error ? error.message : String(error));
      return;
    }
    this.#take(index, failed(item, error), 0);
    this.#start(thread);
  }

  /** Numbers of stamps are their thread's own, in the order in which it hands over: they are resolved as they come. */
  #take(index: number, packed: Packed, thread: number): void {
    const { table } = this.options;
    table?.add(thread, packed.fresh);
    const places = (numbers: readonly number[]): readonly number[] => table?.places(thread, numbers) ?? [];
    this.#results.set(index, { packed, own: places(packed.own), shared: places(packed.shared) });
  }

  /** Evaluates with `own` in this thread and all workers. Call once. Ends the workers, also when it is left early. */
  async *evaluate(own: PackingEvaluator, signal?: AbortSignal): AsyncGenerator<CrewResult, void, void> {
    try {
      const { items, order } = listFiles(own.workspace, this.options.selection);
      this.#items = items;
      const wanted = [...order].sort((a, b) => a.index - b.index);
      let told = 0;
      for (;;) {
        signal?.throwIfAborted();
        const item = order[Atomics.add(this.#places, 0, 1)];
        if (item !== undefined) {
          this.#take(item.index, own.evaluate(item.part, item.file), 0);
          await new Promise((resolve) => setImmediate(resolve)); // messages of workers come in
        }
        for (let next = wanted[told]; next !== undefined; next = wanted[told]) {
          const result = this.#results.get(next.index);
          if (result === undefined) break;
          this.#results.delete(next.index);
          told++;
          yield { item: next, ...result };
        }
        if (told === wanted.length) break;
        if (item !== undefined) continue;
        if (this.#workers.size === 0) {
          const lost = wanted[told];
          if (lost !== undefined) this.#take(lost.index, failed(lost, this.#failures[0]), 0);
          continue;
        }
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
          if (this.#workers.size === 0 || this.#results.has(wanted[told]?.index ?? -1)) resolve();
        });
      }
      await this.#allEnded();
    } finally {
      await this.stop();
    }
  }

  /** Workers that are done keep what they generated. */
  async #allEnded(): Promise<void> {
    while (this.#workers.size > 0) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  /** Ends the workers. */
  async stop(): Promise<void> {
    this.#stopped = true;
    Atomics.store(this.#places, 0, 0x3fffffff);
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }
}

/** The result of a file whose thread was ended. */
function failed({ file, part: { mc } }: FileItem, why: unknown): Packed {
  const error =
    why instanceof LimitError
      ? new LimitError(why.limit, why.maximum, { file, line: 0 })
      : new SandbakeError(
          "worker",
          `${file}: the worker thread that evaluated it failed: ${why instanceof Error ? why.message : String(why)}`,
          { file },
        );
  const result = { file, mc, messages: [], error: failureOf(error) };
  const nothing = {
    sha256: "",
    messages: [],
    targets: 0,
    skipped: 0,
    cost: 0,
    own: [],
    shared: [],
    fresh: [],
  };
  return { json: new TextEncoder().encode(JSON.stringify(result)), failed: true, keep: false, ...nothing };
}
