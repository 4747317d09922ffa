/** Shared by the runtime's tests: a fresh runtime and what is thrown, as CPython's last traceback line says it. */
import { Runtime } from "../../../src/vm/runtime/runtime.js";
import type { PyObject } from "../../../src/vm/runtime/objects.js";

let shared: Runtime | undefined;

/** One runtime for tests that change nothing global. */
export function runtime(): Runtime {
  return (shared ??= new Runtime());
}

/** "TypeError: message" of the Python exception that `f` throws. */
export function raised(rt: Runtime, f: () => unknown): string {
  try {
    f();
  } catch (e) {
    if (!rt.isException(e)) throw e;
    return rt.exceptions.describe(e);
  }
  return "nothing raised";
}

/** A Python-like method: a native function that binds its instance as Python functions do. */
export function method(rt: Runtime, signature: string, impl: (...args: any[]) => any): PyObject {
  const code = new rt.NativeCode(
    rt,
    signature.slice(0, signature.indexOf("(")),
    signature.slice(0, signature.indexOf("(")),
    signature,
    impl,
    undefined,
    false,
    true,
  );
  return rt.descriptors.newMethod(rt.types["object"], code);
}
