/**
 * The hard stop: what ends an evaluation that the counted limits (budget.ts) did not end, because of a fault of ours. V8 ends
 * the code of a thread from another thread (the timeout of node:vm), and a worker's heap has a size at which it ends.
 */
import { createContext, runInNewContext, Script } from "node:vm";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import type { ResourceLimits } from "node:worker_threads";
import { LimitError } from "../../diagnostics/errors.js";
import { defaultLimits, type Gauges, type HardStop, type Limits } from "../budget.js";

/** When an evaluation that may take `seconds` is ended from outside: it has had a tenth and a second more. */
export const hardSeconds = (seconds: number): number => seconds * 1.1 + 1;

/** @param seconds the limit `seconds`; Infinity: nothing is ended */
export function hardStop(seconds: number): HardStop {
  if (!Number.isFinite(seconds)) return (_file, body) => body();
  // The context has one function for good. Given the body itself, V8's collections of young objects would take it, and with it
  // the whole store of a recipe, for alive until the next collection of everything: the context is old.
  let running: (() => void) | undefined;
  const context = createContext({ run: () => running?.() });
  const call = new Script("run()");
  const timeout = Math.ceil(hardSeconds(seconds) * 1000);
  return <T>(file: string, body: () => T): T => {
    let result: { readonly value: T } | undefined;
    let thrown: { readonly error: unknown } | undefined;
    running = () => {
      try {
        result = { value: body() };
      } catch (error) {
        thrown = { error };
      }
    };
    try {
      call.runInContext(context, { timeout });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      throw new LimitError("seconds", seconds, { file, line: 0 });
    } finally {
      running = undefined;
    }
    if (thrown !== undefined) throw thrown.error;
    if (result === undefined) throw new Error("unreachable: the body neither returned nor threw");
    return result.value;
  };
}

/** Part of a thread's heap that values of the metadata may fill before the limit `heapBytes` is reached. */
const usablePart = 0.75;

/** What a worker thread may take, so that its heap ends after the limit `heapBytes` and not before. */
export const workerResources = (heapBytes: number): ResourceLimits => ({
  ...(Number.isFinite(heapBytes)
    ? { maxOldGenerationSizeMb: Math.ceil(heapBytes / usablePart / 2 ** 20) }
    : {}),
  stackSizeMb: 4,
});

let collect: (() => void) | undefined;

/**
 * Bytes that this thread's values take, for the limit `heapBytes`; metadata never sees it. What is dropped and not yet
 * collected counts, unless it is asked for `exactly`: V8 collects then, which takes about a second a GiB.
 */
export function machineHeap(exactly: boolean): number {
  if (exactly) {
    if (collect === undefined) {
      setFlagsFromString("--expose-gc");
      collect = runInNewContext("gc") as () => void;
    }
    collect();
  }
  const { used_heap_size: used, external_memory: external } = getHeapStatistics();
  return used + external;
}

/** Seconds of this machine's monotonic clock, for the limit `seconds`; metadata never sees it. */
export const machineClock = (): number => performance.now() / 1000;

/** This thread of this machine, as the limits see it. */
export function machineGauges({ seconds = defaultLimits.seconds }: Partial<Limits> = {}): Gauges {
  const heapRoom = Math.floor(getHeapStatistics().heap_size_limit * usablePart);
  return { clock: machineClock, heap: machineHeap, heapRoom, stop: hardStop(seconds) };
}
