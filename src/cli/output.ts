/** Where commands write: data on stdout, everything else on stderr; exit codes 0 ok, 1 errors, 2 usage. */
import { SandbakeError } from "../diagnostics/errors.js";
import type { Message } from "../evaluate/evaluator.js";

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
export function printMessage(message: Message, quiet: boolean): void {
  const place = message.file === undefined ? "" : `${message.file}${message.line ? `:${message.line}` : ""}: `;
  switch (message.level) {
    case "debug":
      return;
    case "note":
      if (!quiet) process.stderr.write(`NOTE: ${message.message}\n`);
      return;
    case "warn":
      if (!quiet) process.stderr.write(`${paint(33, "WARNING")}: ${place}${message.message}\n`);
      return;
    case "error":
      process.stderr.write(`${paint(31, "ERROR")}: ${place}${message.message}\n`);
  }
}

/** Prints an error with its hint; `describe` gives Python's traceback where there is one. */
export function printError(error: unknown, describe?: (error: unknown) => string | undefined): void {
  const traceback = describe?.(error);
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${paint(31, "ERROR")}: ${traceback ?? text}\n`);
  if (error instanceof SandbakeError) {
    const cause = error.detail.cause;
    const below = cause === undefined ? undefined : describe?.(cause);
    if (below !== undefined) process.stderr.write(`${below}\n`);
    if (error.detail.hint !== undefined) process.stderr.write(`${paint(36, "hint")}: ${error.detail.hint}\n`);
  } else if (traceback === undefined && error instanceof Error && process.env["SANDBAKE_DEBUG"]) {
    process.stderr.write(`${error.stack ?? ""}\n`);
  }
}
