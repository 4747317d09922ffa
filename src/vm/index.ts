/** The VM without a standard library, for what stands on it; `sandbake/vm` is src/embed. */
export { PythonVM, PythonError, type ExecOptions, type PythonVMOptions } from "./python-vm.js";
export { Runtime, type RuntimeOptions } from "./runtime/runtime.js";
export { CodeCache, installCode } from "./codegen/index.js";
export type { Finder, FoundModule, ModuleBody } from "./runtime/imports.js";
export type { CompileOptions } from "./runtime/hooks.js";
export type { TypeSpec, NativeSpec, GetSetSpec } from "./runtime/native.js";
export type { KwArgs, PyDict, PyObject, PyType } from "./runtime/objects.js";
export { Budget, defaultLimits, type Limits } from "../sandbox/budget.js";
export type { ContentStore } from "../sandbox/store.js";
export { LimitError, SandbakeError } from "../diagnostics/errors.js";
