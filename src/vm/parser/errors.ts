/** The one error a parse can end with. The runtime turns it into Python's SyntaxError (or the subclass `kind` names). */

/**
 * `RecursionError` stands for text nested too deeply for us: CPython ends with MemoryError or RecursionError there.
 * `ValueError`-like refusals do not exist: a null byte is a SyntaxError as in CPython 3.12.
 */
export type SyntaxErrorKind = "SyntaxError" | "IndentationError" | "TabError" | "RecursionError";

export class PySyntaxError extends Error {
  override name = "PySyntaxError";
  constructor(
    readonly kind: SyntaxErrorKind,
    /** CPython's `msg`. */
    message: string,
    readonly filename: string,
    /** From 1 (or from `firstLine`). */
    readonly lineno: number,
    /** From 1, in characters (code points), as CPython's `offset`; 0 when unknown. */
    readonly offset: number,
    readonly end_lineno: number,
    readonly end_offset: number,
    /** The source line with its newline, or null when there is none. */
    readonly text: string | null,
  ) {
    super(message);
  }
}
