/** Where commands write: data on stdout, everything else on stderr; exit codes 0 ok, 1 errors, 2 usage. */
import { SandbakeError } from "../diagnostics/errors.js";
import { PythonError } from "../evaluate/errors.js";
import type { Message } from "../evaluate/evaluator.js";

/** The two streams a command writes to: data, and everything else. */
export interface Io {
  readonly out: (data: string | Uint8Array) => void;
  readonly err: (text: string) => void;
}

export const exitCodes = { ok: 0, error: 1, usage: 2 } as const;

/** A mistake in the command line. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Colour by NO_COLOR, FORCE_COLOR and whether stderr is a terminal. */
function paint(code: number, text: string): string {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0";
  const wanted = forced || (process.stderr.isTTY && !NO_COLOR && TERM !== "dumb");
  return wanted ? `\x1b[${code}m${text}\x1b[0m` : text;
}

/** Prints one message of the evaluation as BitBake does: `WARNING: ...`. */
export function printMessage(io: Io, message: Message, quiet: boolean): void {
  const place =
    message.file === undefined ? "" : `${message.file}${message.line ? `:${message.line}` : ""}: `;
  switch (message.level) {
    case "debug":
      return;
    case "note":
      if (!quiet) io.err(`NOTE: ${message.message}\n`);
      return;
    case "warn":
      if (!quiet) io.err(`${paint(33, "WARNING")}: ${place}${message.message}\n`);
      return;
    case "error":
      io.err(`${paint(31, "ERROR")}: ${place}${message.message}\n`);
  }
}

/** Prints an error with its traceback and hint, where it has them. */
export function printError(io: Io, error: unknown): void {
  io.err(`${paint(31, "ERROR")}: ${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof PythonError)
    io.err(error.traceback.endsWith("\n") ? error.traceback : `${error.traceback}\n`);
  if (error instanceof SandbakeError) {
    if (error.detail.hint !== undefined) io.err(`${paint(36, "hint")}: ${error.detail.hint}\n`);
  } else if (error instanceof Error) {
    io.err(`This is a fault of sandbake, not of your metadata; please report it.\n${error.stack ?? ""}\n`);
  }
}
