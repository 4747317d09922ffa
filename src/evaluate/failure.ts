/**
 * An error of an evaluation as plain data and back: results cross worker threads and lie in caches, where no class
 * survives. `errorOf(failureOf(e))` prints as `e` does.
 */
import { LimitError, SandbakeError } from "../diagnostics/errors.js";
import type { Span } from "../diagnostics/span.js";
import { EvaluationError, PythonError } from "./errors.js";

export interface Failure {
  /** "fault" is an error that sandbake did not throw on purpose. */
  readonly kind: "python" | "evaluation" | "limit" | "sandbake" | "fault";
  readonly code: string;
  /** The whole message, with the place. */
  readonly message: string;
  /** The message without the place. */
  readonly text: string;
  readonly file?: string;
  /** 0 where no line is known. */
  readonly line?: number;
  readonly hint?: string;
  readonly span?: Span;
  /** CPython's text of the exception of Python behind it; for a fault the JS stack. */
  readonly traceback?: string;
  /** Of a limit: its name and value, and the recipe where the place is in another file. */
  readonly limit?: string;
  readonly maximum?: number;
  readonly recipe?: string;
}

/** Describes any error as plain data. */
export function failureOf(error: unknown): Failure {
  if (error instanceof LimitError) {
    const { code, message, limit, maximum, place, recipe, detail } = error;
    return {
      kind: "limit",
      code,
      message,
      text: message,
      limit,
      maximum,
      ...place,
      ...(detail.hint === undefined ? {} : { hint: detail.hint }),
      ...(recipe === undefined ? {} : { recipe }),
    };
  }
  if (error instanceof SandbakeError) {
    const { code, message, detail } = error;
    const own = error instanceof EvaluationError ? error : undefined;
    const file = own?.file ?? detail.file;
    const line = own?.line ?? detail.line;
    return {
      kind: error instanceof PythonError ? "python" : own ? "evaluation" : "sandbake",
      code,
      message,
      text: own?.text ?? message,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(detail.hint === undefined ? {} : { hint: detail.hint }),
      ...(detail.span === undefined ? {} : { span: detail.span }),
      ...(own?.traceback === undefined ? {} : { traceback: own.traceback }),
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  return {
    kind: "fault",
    code: "fault",
    message,
    text: message,
    ...(stack === undefined ? {} : { traceback: stack }),
  };
}

/** The error again, of the class it had. */
export function errorOf(failure: Failure): Error {
  const { kind, code, message, text, file = "", line = 0, hint, span, traceback } = failure;
  switch (kind) {
    case "python":
      return new PythonError(text, traceback ?? "", file, line, undefined);
    case "evaluation":
      return new EvaluationError(code, text, file, line, undefined, hint, span, traceback);
    case "limit":
      return new LimitError(
        failure.limit ?? "",
        failure.maximum ?? 0,
        failure.file === undefined ? undefined : { file, line },
        failure.recipe,
      );
    case "sandbake":
      return new SandbakeError(code, message, {
        ...(failure.file === undefined ? {} : { file, line }),
        ...(hint === undefined ? {} : { hint }),
        ...(span === undefined ? {} : { span }),
      });
    case "fault": {
      const error = new Error(message);
      if (traceback !== undefined) error.stack = traceback;
      return error;
    }
  }
}
