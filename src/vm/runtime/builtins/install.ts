/** Fills the `builtins` module: the allow-list of what Python code finds without importing anything. */
import type { PyObject } from "../objects.js";
import type { Runtime } from "../runtime.js";
import { installAttributeFunctions } from "./attributes.js";
import { installCodeFunctions } from "./code.js";
import { installIterators } from "./iterators.js";
import { installNumberFunctions } from "./numbers.js";
import { installSequenceFunctions } from "./sequences.js";

/** Types offered under their own names. */
const offered = [
  "object",
  "type",
  "str",
  "int",
  "float",
  "bool",
  "complex",
  "bytes",
  "bytearray",
  "memoryview",
  "list",
  "tuple",
  "dict",
  "set",
  "frozenset",
  "range",
  "slice",
  "property",
  "classmethod",
  "staticmethod",
  "super",
] as const;

export function installBuiltins(rt: Runtime): void {
  const d = rt.instanceDict(rt.imports.builtins);
  const put = (name: string, value: PyObject): void => d.setStr(name, value);
  const fn = (signature: string, impl: (...args: any[]) => any, doc: string): void => {
    put(signature.slice(0, signature.indexOf("(")), rt.fn(signature, impl, doc, "builtins"));
  };
  for (const name of offered) {
    // Types still to come are absent, and using them is a NameError.
    const type = rt.types[name] as PyObject | undefined;
    if (type !== undefined) put(name, type);
  }
  for (const [name, type] of rt.exceptions.types) put(name, type);
  put("None", rt.none);
  put("True", rt.true);
  put("False", rt.false);
  put("NotImplemented", rt.notImplemented);
  put("Ellipsis", rt.ellipsis);
  put("__debug__", rt.true);
  installIterators(rt, put);
  installNumberFunctions(rt, fn);
  installSequenceFunctions(rt, fn);
  installAttributeFunctions(rt, fn);
  installCodeFunctions(rt, fn);
}

export type DefineFunction = (signature: string, impl: (...args: any[]) => any, doc: string) => void;
