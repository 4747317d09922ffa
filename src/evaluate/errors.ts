/** Errors of evaluation: what BitBake calls ParseError, with file and line. */
import { LimitError, SandbakeError } from "../diagnostics/errors.js";
import type { Span } from "../diagnostics/span.js";
import type { PythonSide } from "./python-side.js";

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

/** An exception of the metadata's Python that nothing caught; `traceback` is CPython's text. */
export class PythonError extends EvaluationError {
  override name = "PythonError";
  constructor(
    summary: string,
    readonly traceback: string,
    file: string,
    line: number,
    cause: unknown,
  ) {
    super("python-exception", summary, file, line, cause);
  }
}

/**
 * What to throw to the user for an error met while `file` was evaluated: always a SandbakeError with file and, where it
 * is known, line. Faults of ours (any other JS error) pass as they are.
 */
export function userError(error: unknown, file: string, python: PythonSide): unknown {
  const failure = python.describe(error);
  if (failure) {
    const { file: where, line } = failure.place ?? { file, line: 0 };
    return new PythonError(failure.summary, failure.traceback, where, line, error);
  }
  if (error instanceof LimitError && error.detail.file === undefined) {
    return new LimitError(error.limit, error.maximum, `${file}: ${error.message}`);
  }
  if (error instanceof SandbakeError && error.detail.file === undefined) {
    return new EvaluationError(error.code, error.message, file, 0, error, error.detail.hint);
  }
  return error;
}
