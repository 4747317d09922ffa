/** The errors of the DataStore. Their texts are BitBake's. */
import { SandbakeError } from "../diagnostics/errors.js";

/** A use of the store, or of a value in it, that cannot be. `type` is the name of Python's exception for it. */
export class DataStoreError extends SandbakeError {
  override name = "DataStoreError";
  constructor(
    code: string,
    message: string,
    readonly type = "Exception",
  ) {
    super(code, message);
  }
}

/** A value could not be expanded: a cycle, or an expression that failed (`detail.cause`). */
export class ExpansionError extends SandbakeError {
  override name = "ExpansionError";
  /** The variables that were being expanded, the failing one first, each named by the next. */
  readonly chain: string[];

  constructor(
    /** The variable whose text failed; undefined for a text that is no variable's. */
    readonly variable: string | undefined,
    /** The text that failed. */
    readonly expression: string,
    /** What failed, as Python names it: "ValueError", "SyntaxError", ... */
    readonly reason: { readonly type: string; readonly message: string },
    cause: unknown,
  ) {
    super("expansion-failed", "", variable === undefined ? { cause } : { variable, cause });
    this.chain = [variable ?? expression];
    this.message = this.text();
  }

  /** The error as seen from `variable`, which names the last of the chain. */
  through(variable: string): this {
    this.chain.push(variable);
    this.message = this.text();
    return this;
  }

  private text(): string {
    const what =
      this.variable === undefined
        ? `Failure expanding expression ${this.expression}`
        : `Failure expanding variable ${this.variable}, expression was ${this.expression}`;
    return (
      `${what} which triggered exception ${this.reason.type}: ${this.reason.message}\n` +
      `The variable dependency chain for the failure is: ${this.chain.join(" -> ")}`
    );
  }
}
