/**
 * How the pure half of `bb` reports what Python would raise. The pure functions know no VM, so they throw a
 * PythonFault that names the Python exception class; the binding turns it into an instance of that class.
 */
import { SandbakeError } from "../../diagnostics/errors.js";

/** A Python exception to be: `type` is a builtin's name ("ValueError") or a dotted one ("bb.fetch2.MalformedUrl"). */
export class PythonFault extends SandbakeError {
  override name = "PythonFault";
  constructor(
    readonly type: string,
    message: string,
    /** The constructor's positional arguments where they are not just the message. */
    readonly args: readonly unknown[] = [message],
  ) {
    super("python-fault", message);
  }
}

/** The error of something that real BitBake does and we do not: names module and function, never a silent default. */
export function notImplemented(what: string, why: string): PythonFault {
  return new PythonFault("NotImplementedError", `sandbake: ${what} is not available: ${why}`);
}
