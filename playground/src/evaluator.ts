/** The worker from the page's side: one question at a time, the newest counts, and it is ended when it takes too long. */
import type { EvaluateAnswer, EvaluateRequest } from "./protocol.js";

/** Milliseconds after which an evaluation is stopped. */
export const patience = 10_000;

type Question = Omit<EvaluateRequest, "id">;

export type Outcome = { readonly answer: EvaluateAnswer } | { readonly stopped: string };

export class Evaluator {
  #worker: Worker | undefined;
  #next = 1;
  #running: { readonly id: number; readonly timer: number } | undefined;
  #waiting: Question | undefined;

  constructor(
    private readonly tell: (outcome: Outcome) => void,
    private readonly busy: (busy: boolean) => void,
  ) {}

  /** Asks; a question that still waits is replaced. */
  ask(question: Question): void {
    if (this.#running !== undefined) {
      this.#waiting = question;
      return;
    }
    const id = this.#next++;
    this.#running = { id, timer: window.setTimeout(() => this.stop(), patience) };
    this.busy(true);
    this.worker.postMessage({ ...question, id } satisfies EvaluateRequest);
  }

  /** Ends what runs; the next question gets a new worker. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.finish({
      stopped: `Stopped after ${patience / 1000} s: a loop without end in the metadata's Python is the usual cause.`,
    });
  }

  private get worker(): Worker {
    if (this.#worker === undefined) {
      this.#worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
      this.#worker.onmessage = ({ data }: MessageEvent<EvaluateAnswer>) => {
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
    const next = this.#waiting;
    this.#waiting = undefined;
    if (next !== undefined) this.ask(next);
    else this.busy(false);
  }
}
