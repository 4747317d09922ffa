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

/** What to do about a limit. */
const limitHints = new Map([
  ["steps", "The metadata's Python did more than one run may do; a loop without end is the usual cause."],
  ["seconds", "The recipe took more time than one may; a loop without end is the usual cause."],
  ["valueBytes", "The metadata's Python asked for a larger value than one run may make."],
  ["integerBits", "The metadata's Python asked for a larger number than one run may make."],
  ["memoryBytes", "The metadata's Python made more values than one run may make."],
  ["heapBytes", "Values that are kept take more memory than the thread may have."],
  ["expansions", "Variables that refer to each other many times over are the usual cause."],
  ["outputChars", "The metadata's Python prints or logs without end."],
  [
    "regexSteps",
    "The regular expression backtracks without end on this text: nested repeats are the usual cause.",
  ],
]);

/** A limit of the sandbox was reached. Not a Python exception: nothing in Python catches it. */
export class LimitError extends SandbakeError {
  override name = "LimitError";
  constructor(
    /** The name in `Limits`: "steps", "valueBytes", ... */
    readonly limit: string,
    readonly maximum: number,
    readonly place?: { readonly file: string; readonly line: number },
    /** The recipe that was evaluated, where the place is in another file. */
    readonly recipe?: string,
  ) {
    const at = place === undefined ? "" : `${place.file}${place.line > 0 ? `:${place.line}` : ""}: `;
    const of = recipe === undefined || recipe === place?.file ? "" : `, evaluating ${recipe}`;
    super("limit", `${at}limit reached: ${limit} (${maximum})${of}`, {
      ...place,
      hint: limitHints.get(limit) ?? "The metadata asked for more than one run may have.",
    });
  }
}
