/** Code generation as the rest of the project uses it: `installCode(rt)` once for each runtime, before it is sealed. */
export { installCode, CodeSystem, type Locals } from "./system.js";
export type { LookupHook } from "./support/names.js";
export { CodeCache } from "./cache.js";
