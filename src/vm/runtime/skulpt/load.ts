/**
 * The one door to Skulpt: makes its object model anew for each VM.
 *
 * Promises: nothing is put on globalThis; two calls share no object; Skulpt's code sees no `Function` constructor, no
 * `process`, no DOM, and nothing of what Skulpt offers as ways to JavaScript or to files is there (they stand in files of
 * the package that are not taken: scripts/generate.mjs). The text is a function of a module, so V8 compiles it once.
 */
import { SandbakeError } from "../../../diagnostics/errors.js";
import { skulptObjectModel } from "./source.generated.js";

/** Skulpt's root object; untyped by nature. The only users are the files of src/vm/runtime and src/vm/types. */
export type Sk = any;

/**
 * A fresh `Sk`.
 * @throws SandbakeError "skulpt" when the text does not define what this version needs.
 */
export function loadSkulpt(): Sk {
  // It asks `Function` for its prototype, whose `call` and `apply` types inherit.
  const Sk = skulptObjectModel({ prototype: Function.prototype });
  if (Sk?.builtin?.type === undefined || Sk.abstr?.setUpInheritance === undefined) {
    throw new SandbakeError("skulpt", "Skulpt's text did not define its object model");
  }
  return Sk;
}
