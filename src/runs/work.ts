/** What a worker thread of crew.ts does: opens the same workspace, then takes files off the common list until none is left. */
import { parentPort } from "node:worker_threads";
import type { Workspace } from "../layers/workspace.js";
import { PackingEvaluator, type Packed } from "./evaluate.js";
import type { Opened } from "./opener.js";
import { listFiles, type Selection } from "./order.js";
import { Recorder } from "./recorder.js";

export interface WorkerTask {
  /** The module whose `openForWorker(request)` opens the workspace. */
  readonly module: string;
  readonly request: unknown;
  /**
   * Shared by all threads: at 0 the place in the order that is next; at each worker's number the place in the list of what
   * it evaluates, counted from 1, and 0 where it evaluates none.
   */
  readonly places: Int32Array;
  /** The worker's number, from 1 on. */
  readonly thread: number;
  readonly selection: Selection;
  readonly records: boolean;
}

/** One result, by its place in `listFiles`. */
export interface WorkerMessage {
  readonly index: number;
  readonly packed: Packed;
}

/** Doors of Node that no evaluation needs: gone before anything of a layer is read. */
function closeDoors(): void {
  for (const name of ["fetch", "WebSocket", "EventSource", "Request", "Response", "Headers", "FormData"])
    Reflect.deleteProperty(globalThis, name);
  for (const name of ["binding", "_linkedBinding", "dlopen", "kill", "abort", "chdir", "setuid", "setgid"])
    Object.defineProperty(process, name, { value: undefined });
}

/** @param load imports the module of the task */
export async function work(task: WorkerTask, load: (module: string) => Promise<unknown>): Promise<void> {
  const { module, request, places, thread, selection, records } = task;
  const opener = (await load(module)) as { openForWorker: (request: unknown) => Opened };
  closeDoors();
  const recorder = records ? new Recorder() : undefined;
  let opened: Opened | undefined;
  const open = (): Workspace => {
    opened = opener.openForWorker(request);
    opened.host.observe(recorder);
    return opened.workspace;
  };
  const workspace = open();
  const evaluator = new PackingEvaluator(workspace, recorder, open);
  const { fresh } = evaluator.configuration();
  const list = listFiles(workspace, selection);
  let early: Packed["fresh"] = fresh;
  for (;;) {
    const item = list.order[Atomics.add(places, 0, 1)];
    if (item === undefined) break;
    const { part, file, index } = item;
    Atomics.store(places, thread, index + 1);
    const packed = evaluator.evaluate(part, file);
    const message: WorkerMessage = { index, packed: { ...packed, fresh: [...early, ...packed.fresh] } };
    early = [];
    parentPort?.postMessage(message, [packed.json.buffer]);
  }
  Atomics.store(places, thread, 0);
  opened?.finished();
}
