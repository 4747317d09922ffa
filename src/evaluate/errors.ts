/** Errors of evaluation: what BitBake calls ParseError, with file and line. */
import { LimitError, SandbakeError } from "../diagnostics/errors.js";
import type { Span } from "../diagnostics/span.js";
import type { PythonSide } from "./python-side.js";

/** A file could not be evaluated. The message is BitBake's where it has one. */
export class EvaluationError extends SandbakeError {
  override name = "EvaluationError";
  /** CPython's text of the exception of Python behind the error, where there is one. */
  readonly traceback: string | undefined;
  constructor(
    code: string,
    readonly text: string,
    readonly file: string,
    readonly line: number,
    cause?: unknown,
    hint?: string,
    span?: Span,
    traceback?: string,
  ) {
    super(code, line > 0 ? `${file}:${line}: ${text}` : `${file}: ${text}`, {
      file,
      line,
      ...(cause === undefined ? {} : { cause }),
      ...(hint === undefined ? {} : { hint }),
      ...(span === undefined ? {} : { span }),
    });
    this.traceback = traceback;
  }
}

/** An exception of the metadata's Python that nothing caught. */
export class PythonError extends EvaluationError {
  override name = "PythonError";
  constructor(summary: string, traceback: string, file: string, line: number, cause: unknown) {
    super("python-exception", summary, file, line, cause, undefined, undefined, traceback);
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
  if (error instanceof LimitError && error.recipe === undefined) {
    return new LimitError(error.limit, error.maximum, error.place ?? { file, line: 0 }, file);
  }
  if (error instanceof SandbakeError && error.detail.file === undefined) {
    return new EvaluationError(error.code, error.message, file, 0, error, error.detail.hint);
  }
  if (error instanceof EvaluationError && error.traceback === undefined) {
    const behind = pythonCause(error, python);
    if (behind !== undefined) {
      const { code, text, file: where, line, detail } = error;
      return new EvaluationError(code, text, where, line, error, detail.hint, detail.span, behind);
    }
  }
  return error;
}

/** The traceback of the exception of Python that an error comes from, if frames of files lead there. */
function pythonCause(error: unknown, python: PythonSide): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const failure = python.describe(cause.cause);
    if (failure) return failure.place === undefined ? undefined : failure.traceback;
  }
  return undefined;
}
