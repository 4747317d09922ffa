/** Errors across the border: Python exceptions that TypeScript raises, mistakes in the use of this folder. */
import { SandbakeError } from "../diagnostics/errors.js";

/**
 * Thrown by a native function, it is an exception in Python: `throw new PythonRaise("ValueError", "negative")`. The class
 * is a builtin one or, with its module, one of a native module ("geometry.GeometryError"). It belongs to no VM.
 */
export class PythonRaise extends SandbakeError {
  override name = "PythonRaise";
  constructor(
    readonly kind: string,
    readonly text: string,
  ) {
    super("python-raise", `${kind}: ${text}`);
  }
}

/** Raises a Python exception from a native function. See PythonRaise. */
export function raise(kind: string, text = ""): never {
  throw new PythonRaise(kind, text);
}

/** A step of a VM's birth was missed or taken twice; the message names it. */
export function orderError(message: string): SandbakeError {
  return new SandbakeError("vm-order", message);
}
