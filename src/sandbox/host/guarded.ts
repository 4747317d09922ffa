/**
 * The hard stop: work in a worker thread of Node that is ended from outside, so that not even a fault of ours lets a recipe
 * hang or take the host's memory. The counted limits (budget.ts) are what ends a recipe in order; this ends it anyhow.
 */
import { Worker } from "node:worker_threads";
import { LimitError } from "../../diagnostics/errors.js";

export interface GuardOptions {
  /** Seconds from the request to the answer. */
  readonly seconds?: number;
  /** MiB of JavaScript objects that the worker may hold. */
  readonly megabytes?: number;
}

export const defaultGuard: Required<GuardOptions> = { seconds: 900, megabytes: 4096 };

/** What a worker is started with: an empty environment and no arguments of this process. */
export function guardedWorker(script: URL, workerData: unknown, options: GuardOptions = {}): Worker {
  return new Worker(script, {
    workerData,
    env: {},
    argv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: options.megabytes ?? defaultGuard.megabytes,
      stackSizeMb: 4,
    },
  });
}

/**
 * Sends `request` to a worker and gives the next message that it posts. After `seconds`, or when it dies of its memory,
 * the worker is ended and a LimitError ("seconds", "megabytes") says so for `file`; the caller starts another one and
 * goes on with the next recipe.
 */
export function runGuarded(
  worker: Worker,
  request: unknown,
  file: string,
  options: GuardOptions = {},
): Promise<unknown> {
  const { seconds, megabytes } = { ...defaultGuard, ...options };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end();
      void worker.terminate();
      reject(new LimitError("seconds", seconds, { file, line: 0 }));
    }, seconds * 1000);
    const onMessage = (message: unknown): void => {
      end();
      resolve(message);
    };
    const onError = (error: NodeJS.ErrnoException): void => {
      end();
      void worker.terminate();
      const memory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(memory ? new LimitError("megabytes", megabytes, { file, line: 0 }) : error);
    };
    const onExit = (code: number): void => {
      end();
      reject(new Error(`${file}: the worker ended by itself (exit code ${code})`));
    };
    const end = (): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(request);
  });
}
