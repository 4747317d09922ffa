/** The worker from the page's side: one question at a time, the newest counts, and it is ended when it takes too long. */
import type { Answer, Request } from "./protocol.js";

/** Milliseconds after which an evaluation is stopped. */
export const patience = 10_000;
/** The same for a record or replay, which may hold a whole distribution's configuration. */
const replayPatience = 180_000;

type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;
export type Question = WithoutId<Request>;

export type Outcome = { readonly answer: Answer } | { readonly stopped: string };

export class Evaluator {
  #worker: Worker | undefined;
  #next = 1;
  #running: { readonly id: number; readonly timer: number; readonly limit: number } | undefined;
  #waiting: Question[] = [];

  constructor(
    private readonly tell: (outcome: Outcome) => void,
    private readonly busy: (busy: boolean) => void,
  ) {}

  /** Asks; a question of the same kind that still waits is replaced. */
  ask(question: Question): void {
    if (this.#running !== undefined) {
      this.#waiting = [...this.#waiting.filter(({ kind }) => kind !== question.kind), question];
      return;
    }
    const id = this.#next++;
    const limit = question.kind === "evaluate" ? patience : replayPatience;
    this.#running = { id, limit, timer: window.setTimeout(() => this.stop(), limit) };
    this.busy(true);
    this.worker.postMessage({ ...question, id } satisfies Request);
  }

  /** Ends what runs; the next question gets a new worker. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const seconds = (this.#running?.limit ?? patience) / 1000;
    this.finish({
      stopped: `Stopped after ${seconds} s: a loop without end in the metadata's Python is the usual cause.`,
    });
  }

  private get worker(): Worker {
    if (this.#worker === undefined) {
      this.#worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
      this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.id === this.#running?.id) this.finish({ answer: data });
      };
      this.#worker.onerror = (event) => {
        this.#worker?.terminate();
        this.#worker = undefined;
        this.finish({
          stopped: `The evaluation failed: ${event.message || "the worker could not be loaded"}`,
        });
      };
    }
    return this.#worker;
  }

  private finish(outcome: Outcome): void {
    if (this.#running === undefined) return;
    clearTimeout(this.#running.timer);
    this.#running = undefined;
    this.tell(outcome);
    const next = this.#waiting.shift();
    if (next !== undefined) this.ask(next);
    else this.busy(false);
  }
}
