/** Public API of `sandbake/vm`: Python in TypeScript. docs/embedding-python.md is the guide. */
export { PythonVM, type Keywords, type PythonVMOptions } from "./python-vm.js";
export { nativeModule, type NativeModule } from "./native-module.js";
export { nativeType, type NativeType, type NativeTypeOptions } from "./native-type.js";
export { raise, PythonRaise } from "./errors.js";
export type { Arguments, Implementation, Returned, Value } from "./signature-types.js";
export { PythonError, type ExecOptions, type PythonFrame } from "../vm/python-vm.js";
export type { Finder, FoundModule } from "../vm/runtime/imports.js";
export type { KwArgs, PyDict, PyObject, PyType } from "../vm/runtime/objects.js";
export { defaultLimits, type Limits } from "../sandbox/budget.js";
export { memoryHost } from "../sandbox/host/memory.js";
export { HostError, type Host } from "../sandbox/host.js";
export { LimitError, SandbakeError } from "../diagnostics/errors.js";
