/** The errors of the DataStore. */
import { SandbakeError } from "../diagnostics/errors.js";

/** A value could not be expanded: a cycle, or an expression that failed. `chain` runs from the outermost variable. */
export class ExpansionError extends SandbakeError {
  override name = "ExpansionError";
  constructor(
    readonly variable: string | undefined,
    readonly expression: string,
    readonly chain: readonly string[],
    message: string,
    cause: unknown,
    code = "expansion-failed",
  ) {
    super(code, message, variable === undefined ? { cause } : { variable, cause });
  }
}

/** A use of the store that its contract forbids. */
export class DataStoreError extends SandbakeError {
  override name = "DataStoreError";
}
