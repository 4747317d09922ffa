/** `sandbake record RECIPE... -o trace.json` and `sandbake replay trace.json` (docs/replay.md). */
import { readFileSync, writeFileSync } from "node:fs";
import { readTrace, record, replay, writeTrace, type Outcome } from "../../replay/index.js";
import { prepare, type OpenOptions } from "../open.js";
import { exitCodes, readInput, UsageError, type Io } from "../output.js";

export interface RecordCommandOptions extends OpenOptions {
  readonly json?: boolean;
  readonly output?: string;
  readonly bundle?: boolean;
}

export function recordCommand(
  io: Io,
  recipes: readonly string[],
  options: RecordCommandOptions,
  version: string,
): number {
  const { output, quiet = false, json = false } = options;
  if (output === undefined) throw new UsageError("record: name the trace with -o FILE");
  const trace = record({
    ...prepare(io, options),
    recipes,
    version,
    ...(options.bundle === true ? { bundle: true } : {}),
  });
  writeFileSync(output, writeTrace(trace));
  let status: number = exitCodes.ok;
  for (const { key, digest, error } of trace.outcomes) {
    if (error !== undefined) {
      status = exitCodes.error;
      io.err(`failed: ${key}: ${error}\n`);
    } else if (!quiet && !json) io.err(`${digest.slice(0, 16)}  ${key === "" ? "(configuration)" : key}\n`);
  }
  if (json) io.out(outcomesJson(trace.outcomes, { trace: output, masked: trace.masked }));
  if (trace.masked.length > 0 && !quiet) io.err(`NOTE: masked in the trace: ${trace.masked.join(", ")}\n`);
  return status;
}

export interface ReplayCommandOptions {
  readonly quiet?: boolean;
  readonly json?: boolean;
}

function outcomesJson(outcomes: readonly Outcome[], more: object): string {
  const rows = outcomes.map(({ key, digest, error }) => ({
    key,
    digest,
    ...(error === undefined ? {} : { error }),
  }));
  return `${JSON.stringify({ schemaVersion: 1, ...more, outcomes: rows }, null, 2)}\n`;
}

/** Exit code 1 where the replay departs. */
export function replayCommand(io: Io, file: string, { quiet, json }: ReplayCommandOptions = {}): number {
  const trace = readTrace(readInput(file).toString("utf8"));
  const read = (path: string): Uint8Array | undefined => {
    try {
      return readFileSync(path);
    } catch {
      return undefined; // not there: the replay says so
    }
  };
  // Without contents of its own a trace is compared with the files that it names, and reads no others.
  const { outcomes, departure } = replay(trace, trace.contents === undefined ? { source: read } : {});
  if (json) io.out(outcomesJson(outcomes, { trace: file, departure: departure ?? null }));
  if (departure !== undefined) {
    io.err(`the replay departs: ${departure}\n`);
    return exitCodes.error;
  }
  if (json || quiet) return exitCodes.ok;
  for (const { key, digest } of outcomes) io.out(`${digest}  ${key === "" ? "(configuration)" : key}\n`);
  return exitCodes.ok;
}
