/**
 * The file that `sandbake record` writes: what a run asked of its host and was answered, and what came of it. JSON, one
 * answer a line, contents once by their hash; docs/replay.md describes it field by field.
 */
import { SandbakeError } from "../diagnostics/errors.js";
import type { Limits } from "../sandbox/budget.js";
import type { Uname } from "../sandbox/host.js";

export const traceVersion = 1;

/** [kind, size, mode, mtimeNs, ino, uid, gid] */
export type StatRecord = readonly [string, number, number, string, number, number, number];

/** [question, about what, answer]; a refusal or failure is `{error, permission?}`. */
export type Answer = readonly [question: string, about: string, answer: unknown];

/** What a run sees of the machine beside its files. */
export interface Facts {
  readonly env: readonly (readonly [string, string])[];
  readonly now: number;
  readonly cwd: string;
  readonly pid: number;
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
  readonly home: string;
  readonly cpuCount: number;
  readonly uname: Uname;
}

/** The outcome of one variant of a recipe. */
export interface Outcome {
  /** "virtual:native:/path" or the file; "" for the configuration. */
  readonly key: string;
  /** sha256 of the store's record (docs/dump-format.md) as canonical JSON. */
  readonly digest: string;
  /** A short digest of each variable and function, so that a departure can be named. */
  readonly values: Readonly<Record<string, string>>;
  /** The error that ended it instead. */
  readonly error?: string;
}

export interface Trace {
  readonly format: "sandbake-trace";
  readonly version: number;
  readonly sandbake: string;
  readonly topdir: string;
  /** Recipes as they were asked for. */
  readonly recipes: readonly string[];
  readonly prefiles: readonly string[];
  readonly postfiles: readonly string[];
  readonly limits: Partial<Limits>;
  readonly facts: Facts;
  /** Names of environment variables whose values are masked. */
  readonly masked: readonly string[];
  readonly answers: readonly Answer[];
  readonly outcomes: readonly Outcome[];
  /** Base64 by sha256; only with --bundle. */
  readonly contents?: Readonly<Record<string, string>>;
}

/** The trace as text: readable, one answer, outcome or content a line. */
export function writeTrace(trace: Trace): string {
  const { answers, outcomes, contents, ...head } = trace;
  const lines = (items: readonly unknown[]): string =>
    items.map((item) => `  ${JSON.stringify(item)}`).join(",\n");
  const headText = JSON.stringify(head, null, 2).slice(0, -2);
  const stored =
    contents === undefined
      ? ""
      : `,\n"contents": {\n${Object.entries(contents)
          .map(([digest, text]) => `  ${JSON.stringify(digest)}: ${JSON.stringify(text)}`)
          .join(",\n")}\n}`;
  return `${headText},\n"answers": [\n${lines(answers)}\n],\n"outcomes": [\n${lines(outcomes)}\n]${stored}\n}\n`;
}

/** @throws SandbakeError "trace" for a text that is no trace of this version */
export function readTrace(text: string): Trace {
  let trace: Trace;
  try {
    trace = JSON.parse(text) as Trace;
  } catch (error) {
    throw new SandbakeError("trace", `not a trace: ${String(error)}`, { cause: error });
  }
  if (typeof trace !== "object" || trace === null || trace.format !== "sandbake-trace")
    throw new SandbakeError("trace", "not a trace: it has no format sandbake-trace");
  if (trace.version !== traceVersion) {
    throw new SandbakeError(
      "trace",
      `a trace of version ${trace.version}; this sandbake reads version ${traceVersion}`,
      {
        hint: "Record it again, or replay it with the version of sandbake that it names.",
      },
    );
  }
  return trace;
}
