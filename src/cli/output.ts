/** Where commands write: data on stdout, everything else on stderr; exit codes 0 ok, 1 errors, 2 usage. */
import { readFileSync } from "node:fs";
import { SandbakeError } from "../diagnostics/errors.js";
import { suggest } from "../diagnostics/suggest.js";
import { frame } from "../diagnostics/frame.js";
import type { Span } from "../diagnostics/span.js";
import { EvaluationError, PythonError } from "../evaluate/errors.js";
import type { Message } from "../evaluate/evaluator.js";
import type { Provided } from "./provided.js";

/** The two streams a command writes to: data, and everything else. */
export interface Io {
  readonly out: (data: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  /** What the sandbox refused is printed; set when a workspace is open. */
  verbose?: boolean;
  /** `err` is a terminal: progress may be drawn there. */
  readonly terminal?: boolean;
  /** The text of a file of the metadata, for source frames; set when a workspace is open. */
  source?: (path: string) => string | undefined;
  /** Who provides what, where the catalog was asked (provided.ts); absent outside of a command line. */
  provided?: Provided;
  /** Ends a command that goes on until it is ended (Ctrl-C). */
  readonly signal?: AbortSignal;
  /** Runs something when the command is done. Set by the executable, which alone keeps things for later processes. */
  readonly atEnd?: (body: () => void) => void;
}

export const exitCodes = { ok: 0, error: 1, usage: 2 } as const;

/** A mistake in the command line. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Colour by NO_COLOR, FORCE_COLOR and whether the stream is a terminal. */
export function paint(code: number, text: string, stream: { isTTY?: boolean } = process.stderr): string {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0";
  const wanted = forced || (stream.isTTY && !NO_COLOR && TERM !== "dumb");
  return wanted ? `\x1b[${code}m${text}\x1b[0m` : text;
}

const errorLabel = (): string => paint(31, "ERROR");
const warningLabel = (): string => paint(33, "WARNING");
const hintLabel = (): string => paint(36, "hint");

/** Prints one message of the evaluation as BitBake does: `WARNING: ...`. */
export function printMessage(io: Io, message: Message, quiet: boolean): void {
  const place =
    message.file === undefined ? "" : `${message.file}${message.line ? `:${message.line}` : ""}: `;
  switch (message.level) {
    case "debug":
      if (message.permission !== undefined && io.verbose === true) io.err(`NOTE: ${message.message}\n`);
      return;
    case "note":
      if (!quiet) io.err(`NOTE: ${message.message}\n`);
      return;
    case "warn":
      if (!quiet) io.err(`${warningLabel()}: ${place}${message.message}\n`);
      return;
    case "error":
      io.err(`${errorLabel()}: ${place}${message.message}\n`);
  }
}

/** Prints messages as `printMessage` does, the same words about the same line once. Counts what it prints. */
export interface MessagePrinter {
  (message: Message): void;
  /** Messages of level warn and error, each once. */
  readonly counts: { warnings: number; errors: number };
}

export function messagePrinter(io: Io, quiet: boolean): MessagePrinter {
  const said = new Set<string>();
  const counts = { warnings: 0, errors: 0 };
  const print = (message: Message): void => {
    // A recipe in twenty variants need not say it twenty times.
    const key = `${message.level}\0${message.file ?? ""}\0${message.line ?? ""}\0${message.message}`;
    if (said.has(key)) return;
    said.add(key);
    if (message.level === "warn") counts.warnings++;
    if (message.level === "error") counts.errors++;
    printMessage(io, message, quiet);
  };
  return Object.assign(print, { counts });
}

/** Prints an error: place and message, the source line with carets or the traceback, the hint. */
export function printError(io: Io, error: unknown): void {
  if (error instanceof PythonError) return printPythonError(io, error);
  if (isSystemError(error)) return io.err(`${errorLabel()}: ${error.path}: ${systemReason(error)}\n`);
  io.err(`${errorLabel()}: ${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof EvaluationError) {
    io.err(sourceFrame(io, error));
    if (error.traceback !== undefined) io.err(withNewline(error.traceback));
  }
  printHint(io, hintOf(error));
  if (error instanceof Error && !(error instanceof SandbakeError)) {
    io.err(`This is a fault of sandbake, not of your metadata; please report it.\n${error.stack ?? ""}\n`);
  }
}

interface SystemError extends NodeJS.ErrnoException {
  readonly path: string;
}

/** A file that the command line names cannot be read or written. */
function isSystemError(error: unknown): error is SystemError {
  if (!(error instanceof Error)) return false;
  const { syscall, path } = error as NodeJS.ErrnoException;
  return syscall !== undefined && path !== undefined;
}

const systemReasons = new Map([
  ["ENOENT", "no such file or folder"],
  ["EISDIR", "a folder, where a file is expected"],
  ["ENOTDIR", "a part of the path is no folder"],
  ["EACCES", "permission denied"],
  ["ENOSPC", "no space left"],
  ["EROFS", "the file system is read-only"],
]);
const systemReason = ({ code = "", message }: SystemError): string => systemReasons.get(code) ?? message;

/** An exception of Python: its first line with the place, then what CPython prints, once. */
function printPythonError(io: Io, error: PythonError): void {
  const [first = "", ...rest] = error.text.split("\n");
  // bb.fatal has said what is wrong; what it raises says nothing more.
  if (first === "BBHandledException") {
    io.err(`  raised in ${error.file}:${error.line}\n`);
    return;
  }
  io.err(`${errorLabel()}: ${error.file}${error.line > 0 ? `:${error.line}` : ""}: ${first}\n`);
  const traceback = error.traceback ?? "";
  if (traceback.includes("Traceback (most recent call last)")) io.err(withNewline(traceback));
  else {
    io.err(rest.map((line) => `${line}\n`).join(""));
    io.err(sourceFrame(io, error));
  }
}

function withNewline(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** The line that an error names with carets below what it means, or below the whole line; "" where it cannot be shown. */
function sourceFrame(io: Io, error: EvaluationError): string {
  if (error.line <= 0) return "";
  const text = io.source?.(error.file);
  if (text === undefined) return "";
  const span = error.detail.span ?? lineSpan(text, error.file, error.line);
  const drawn = span === undefined ? "" : frame(text, span);
  return drawn === "" ? "" : `${drawn}\n`;
}

/** The text of a line without the blanks around it. */
function lineSpan(text: string, file: string, line: number): Span | undefined {
  const content = text.split(/\r\n|\n|\r/)[line - 1];
  if (content === undefined || content.trim() === "") return undefined;
  const start = content.length - content.trimStart().length;
  const end = content.trimEnd().length;
  const at = (column: number): Span["start"] => ({ offset: 0, line, column: column + 1 });
  return { file, start: at(start), end: at(end) };
}

/** "Did you mean ...?" for a name that is like some of `known`. */
export function suggestion(name: string, known: Iterable<string>): string | undefined {
  const near = suggest(name, known);
  return near.length === 0 ? undefined : `Did you mean ${near.join(" or ")}?`;
}

export function printHint(io: Io, hint: string | undefined): void {
  if (hint !== undefined) io.err(`${hintLabel()}: ${hint}\n`);
}

function hintOf(error: unknown): string | undefined {
  return error instanceof SandbakeError ? error.detail.hint : undefined;
}

/** Reads a file that the command line names; what Node says of a folder lacks its path. */
export function readInput(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}

/** A value that `python.plain` gave, as text: strings as they are, objects of Python by their text. */
export function plainText(plain: unknown): string {
  if (typeof plain === "string") return plain;
  if (typeof plain === "object" && plain !== null && "value" in plain) return String(plain.value);
  return JSON.stringify(plain);
}
