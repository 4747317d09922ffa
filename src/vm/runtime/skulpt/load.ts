/**
 * The one door to Skulpt: evaluates its text in a function scope of its own and returns that VM's `Sk`.
 *
 * Promises: nothing is put on globalThis; two calls share no object; Skulpt's code sees no `Function` constructor, no
 * `eval`, no `process`, no DOM. What Skulpt offers as ways to JavaScript or to files (jseval, read, eval of generated
 * modules, timers) is taken away before anybody else sees `Sk`. BigInt stays visible: without it Skulpt would use its slow
 * polyfill for big integers.
 */
import { SandbakeError } from "../../../diagnostics/errors.js";
import { skulptSource } from "./source.generated.js";

/** Skulpt's root object; untyped by nature. The only users are the files of src/vm/runtime and src/vm/types. */
export type Sk = any;

/** Names that Skulpt's text must not find in an enclosing scope. */
const shadowed = [
  "window",
  "self",
  "global",
  "globalThis",
  "module",
  "exports",
  "require",
  "process",
  "define",
  "Function",
  "document",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "fetch",
  "XMLHttpRequest",
  "importScripts",
  "postMessage",
  "alert",
  "console",
  "performance",
  "Buffer",
];

/** Builtins and hooks that lead out of Python. */
const doors = [
  "jseval",
  "jsmillis",
  "read",
  "open",
  "file",
  "raw_input",
  "input",
  "__import__",
  "compile",
  "eval",
  "exec",
  "execfile",
];
const hooks = [
  "read",
  "importMain",
  "importMainWithBody",
  "importMainWithBodyCached",
  "importModule",
  "importModuleInternal_",
  "importBuiltinWithBody",
  "importStarWithBody",
  "importSearchPathForName",
  "importSetUpPath",
  "compile",
  "inputfun",
  "fileopen",
  "filewrite",
  "globals",
  "sysmodules",
  "realsyspath",
  "global",
  "importStar",
  "fromList",
  "builtinFiles",
];

/**
 * Evaluates Skulpt (25-48 ms the first time, 8-23 ms afterwards) and returns a fresh `Sk`.
 * @throws SandbakeError "skulpt" when the text does not define what this version needs.
 */
export function loadSkulpt(): Sk {
  // Skulpt asks for the global object with `new Function("return this")()`; it gets this empty one.
  const world: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  world["BigInt"] = BigInt;
  world["hasOwnProperty"] = (key: PropertyKey) => Object.hasOwn(world, key);
  function FunctionShadow(text: string): () => unknown {
    if (text !== "return this") throw new SandbakeError("skulpt", "Skulpt tried to compile JavaScript");
    return () => world;
  }
  FunctionShadow.prototype = Function.prototype;

  const body =
    "let Sk, JSBI;\n" +
    "Object.defineProperty(world, 'Sk', { get() { return Sk; }, set(v) { Sk = v; }, configurable: true });\n" +
    "Object.defineProperty(world, 'JSBI', { get() { return JSBI; }, set(v) { JSBI = v; }, configurable: true });\n" +
    `(function () {${skulptSource}\n}).call(world);\n` +
    "return [Sk, JSBI];";
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- constant text: the packaged runtime
  const evaluate = new Function("world", ...shadowed, body) as (...args: unknown[]) => [Sk, any];
  const [Sk, bigint] = evaluate(
    world,
    ...shadowed.map((name) => (name === "Function" ? FunctionShadow : undefined)),
  );
  if (Sk?.builtin?.type === undefined || Sk.abstr?.setUpInheritance === undefined) {
    throw new SandbakeError("skulpt", "Skulpt's text did not define its object model");
  }
  if (typeof bigint?.BigInt !== "function" || typeof bigint.BigInt(1) !== "bigint") {
    throw new SandbakeError("skulpt", "Skulpt did not take the native BigInt");
  }
  Sk.configure({ __future__: Sk.python3, output: () => undefined });
  for (const name of doors) delete Sk.builtin[name];
  for (const name of hooks) delete Sk[name];
  return Sk;
}
