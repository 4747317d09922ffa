/**
 * Threads that evaluate the recipes of one workspace. This thread is one of them: it needs the configuration anyway, and
 * evaluates it while the workers evaluate theirs; then all take the next file off one counter in shared memory, so that
 * nobody waits for another's long recipe. Results come in the order of the files, whoever made them.
 */
import { MessageChannel, type MessagePort } from "node:worker_threads";
import Tinypool from "tinypool";
import { SandbakeError } from "../diagnostics/errors.js";
import { failureOf } from "../evaluate/failure.js";
import type { PackingEvaluator, Packed } from "./evaluate.js";
import type { Opener } from "./opener.js";
import { listFiles, type FileItem, type Selection } from "./order.js";
import type { StampTable } from "./stamps.js";
import type { WorkerMessage, WorkerTask } from "./worker.js";

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
  readonly #next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #pool: Tinypool | undefined;
  readonly #ports: MessagePort[] = [];
  readonly #running: Promise<unknown>[] = [];
  readonly #failures: string[] = [];
  readonly #results = new Map<number, Omit<CrewResult, "item">>();
  #wake: () => void = () => undefined;

  constructor(private readonly options: CrewOptions) {
    const workers = options.jobs - 1;
    if (workers < 1) return;
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    this.#pool = new Tinypool({
      filename: new URL(`./worker.${extension}`, import.meta.url).href,
      minThreads: workers,
      maxThreads: workers,
      concurrentTasksPerWorker: 1,
    });
    for (let thread = 1; thread <= workers; thread++) this.#start(this.#pool, thread);
  }

  #start(pool: Tinypool, thread: number): void {
    const { opener, selection, table } = this.options;
    const { port1, port2 } = new MessageChannel();
    this.#ports.push(port1);
    port1.on("message", ({ index, packed }: WorkerMessage) => {
      this.#take(index, packed, thread);
      this.#wake();
    });
    const closed = new Promise((resolve) => port1.once("close", resolve));
    const task: WorkerTask = {
      ...opener,
      next: this.#next,
      selection,
      records: table !== undefined,
      port: port2,
    };
    const run = pool.run(task, { transferList: [port2] }).then(
      () => closed, // what was posted before the end is still on its way
      (error: unknown) => {
        this.#failures.push(error instanceof Error ? error.message : String(error));
        port1.close();
      },
    );
    this.#running.push(run.then(() => this.#wake()));
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
      const { order } = listFiles(own.workspace, this.options.selection);
      const wanted = [...order].sort((a, b) => a.index - b.index);
      let ended = this.#pool === undefined;
      const finished = Promise.all(this.#running).then(() => {
        ended = true;
        this.#wake();
      });
      let told = 0;
      for (;;) {
        signal?.throwIfAborted();
        const item = order[Atomics.add(this.#next, 0, 1)];
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
        if (ended) {
          const lost = wanted[told];
          if (lost !== undefined) this.#take(lost.index, this.#lost(lost), 0);
          continue;
        }
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
          if (ended || this.#results.has(wanted[told]?.index ?? -1)) resolve();
        });
      }
      await finished;
    } finally {
      await this.stop();
    }
  }

  /** Ends the workers. */
  async stop(): Promise<void> {
    Atomics.store(this.#next, 0, 0x3fffffff);
    for (const port of this.#ports) port.close();
    await this.#pool?.destroy();
  }

  /** The result of a file that a worker took with it when it ended. */
  #lost({ file, part }: FileItem): Packed {
    const [first] = this.#failures;
    const reason = first === undefined ? "ended" : `failed: ${first}`;
    const error = new SandbakeError("worker", `${file}: the worker thread that evaluated it ${reason}`, {
      file,
    });
    const result = { file, mc: part.mc, messages: [], error: failureOf(error) };
    const nothing = { messages: [], targets: 0, skipped: 0, cost: 0, own: [], shared: [], fresh: [] };
    return { json: JSON.stringify(result), failed: true, keep: false, ...nothing };
  }
}
