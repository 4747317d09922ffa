/** Tells V8 how this process runs, before anything else is loaded: cached code (dist/bundle) is of use under the same flags only. */
import { setFlagsFromString } from "node:v8";

/**
 * Most code runs for seconds only: what runs for a moment is not compiled a second time. `--interrupt-budget` is in bytes of
 * bytecode until a function is looked at; V8's own choice is 67,584. The flag is V8 11's, which is Node 20's.
 */
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=500000");

/**
 * Whatever a recipe's evaluation makes is garbage when the next one begins. V8 makes objects old from birth whose like lived
 * long so far; such a record, dead, keeps everything that it refers to until the next collection of everything.
 */
setFlagsFromString("--no-allocation-site-pretenuring");
