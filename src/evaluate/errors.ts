/** Errors of evaluation: what BitBake calls ParseError, with file and line. */
import { SandbakeError } from "../diagnostics/errors.js";
import type { Span } from "../diagnostics/span.js";

/** A file could not be evaluated. The message is BitBake's where it has one. */
export class EvaluationError extends SandbakeError {
  override name = "EvaluationError";
  constructor(
    code: string,
    readonly text: string,
    readonly file: string,
    readonly line: number,
    cause?: unknown,
    hint?: string,
    span?: Span,
  ) {
    super(code, line > 0 ? `${file}:${line}: ${text}` : `${file}: ${text}`, {
      file,
      line,
      ...(cause === undefined ? {} : { cause }),
      ...(hint === undefined ? {} : { hint }),
      ...(span === undefined ? {} : { span }),
    });
  }
}
