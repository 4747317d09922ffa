/** How V8 shares the cores with the threads of a run. */
import { setFlagsFromString } from "node:v8";

/**
 * For threads that fill all cores: each collects its garbage alone, since several at it cost more time in all. To be called
 * before threads are started.
 */
export function tuneForThreads(): void {
  setFlagsFromString("--no-parallel-scavenge");
}
