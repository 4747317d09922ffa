/** How V8 shares the cores with the threads of a run. */
import { setFlagsFromString } from "node:v8";

/**
 * For threads that fill all cores: V8's helpers would only take them the time. So each thread collects its garbage alone
 * (several at it cost more time in all), and what runs for a moment only is not compiled a second time: `--interrupt-budget`
 * (bytes of bytecode until a function is looked at; V8's own choice is 67,584). Over all of oe-core with hashes, two
 * threads on two cores, each of the two took about 7 % of the time. To be called before threads are started.
 */
export function tuneForThreads(): void {
  setFlagsFromString("--no-parallel-scavenge");
  // The flag is V8 11's, which is Node 20's.
  if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=500000");
}
