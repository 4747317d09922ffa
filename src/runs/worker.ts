/** What a worker thread of crew.ts does: opens the same workspace, then takes files off the common list until none is left. */
import type { MessagePort } from "node:worker_threads";
import { PackingEvaluator, type Packed } from "./evaluate.js";
import type { Opened } from "./opener.js";
import { listFiles, type Selection } from "./order.js";
import { Recorder } from "./recorder.js";

export interface WorkerTask {
  /** The module whose `openForWorker(request)` opens the workspace. */
  readonly module: string;
  readonly request: unknown;
  /** The place in the order that is next. */
  readonly next: Int32Array;
  readonly selection: Selection;
  readonly records: boolean;
  readonly port: MessagePort;
}

/** One result, by its place in `listFiles`. */
export interface WorkerMessage {
  readonly index: number;
  readonly packed: Packed;
}

export default async function work(task: WorkerTask): Promise<void> {
  const { module, request, next, selection, records, port } = task;
  const opener = (await import(module)) as { openForWorker: (request: unknown) => Opened };
  const { workspace, host, finished } = opener.openForWorker(request);
  const recorder = records ? new Recorder() : undefined;
  host.observe(recorder);
  const evaluator = new PackingEvaluator(workspace, recorder);
  const { fresh } = evaluator.configuration();
  const list = listFiles(workspace, selection);
  let early: Packed["fresh"] = fresh;
  for (;;) {
    const item = list.order[Atomics.add(next, 0, 1)];
    if (item === undefined) break;
    const { part, file, index } = item;
    const packed = evaluator.evaluate(part, file);
    const message: WorkerMessage = { index, packed: { ...packed, fresh: [...early, ...packed.fresh] } };
    early = [];
    port.postMessage(message);
  }
  finished();
  port.close();
}
