/**
 * The error classes of the whole project. Every error that a user can meet carries a stable code, and where it is
 * known the file and line; only this folder and Python's own exceptions are thrown.
 */
import type { Span } from "./span.js";

export type Severity = "error" | "warning" | "note";

/** One finding about a source text; `frame` (frame.ts) draws it with a caret. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable and kebab-case: "syntax-error", "missing-file", "unknown-class", ... */
  readonly code: string;
  readonly message: string;
  readonly span?: Span;
  /** For syntax errors: the text that stands there, and what could. */
  readonly found?: string;
  readonly expected?: string;
  /** What to do about it, one sentence. */
  readonly hint?: string;
}

/** The base of every error we throw on purpose. */
export class SandbakeError extends Error {
  override name = "SandbakeError";
  constructor(
    readonly code: string,
    message: string,
    readonly detail: {
      span?: Span;
      file?: string;
      line?: number;
      variable?: string;
      hint?: string;
      cause?: unknown;
    } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
  }
}

/** A limit of the sandbox was reached. Not a Python exception: nothing in Python catches it. */
export class LimitError extends SandbakeError {
  override name = "LimitError";
  constructor(
    readonly limit: string,
    readonly maximum: number,
    message = `limit reached: ${limit} (${maximum})`,
  ) {
    super("limit", message);
  }
}
