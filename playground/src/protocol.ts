/** What the page and its worker say to each other: plain data, one answer for each question, matched by `id`. */
import type { Explanation } from "../../src/index.js";

/** Path below the workspace's root ("/") -> text. */
export type Files = Readonly<Record<string, string>>;

/** One configuration to evaluate: both names may be empty, then the files decide. */
export interface Configuration {
  readonly machine: string;
  readonly distro: string;
}

export interface EvaluateRequest {
  readonly kind: "evaluate";
  readonly id: number;
  readonly files: Files;
  /** One configuration, or two side by side. */
  readonly configurations: readonly Configuration[];
  /** The recipe's file, and the variant ("" or native ...). */
  readonly recipe: string;
  readonly variant: string;
  readonly variable: string;
}

/** A finding at a place of a file. Lines are 1-based, 0: the whole file. */
export interface Finding {
  readonly severity: "error" | "warning" | "note";
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly hint?: string;
  /** CPython's traceback, where Python failed. */
  readonly traceback?: string;
}

export interface VariableRow {
  readonly name: string;
  /** The expanded value as text; `error`: its expansion fails. */
  readonly value: string;
  readonly error?: string;
  readonly kind: "variable" | "function" | "python";
  /** Where it was last set. */
  readonly file: string;
  readonly line: number;
}

export interface TaskNode {
  readonly name: string;
  readonly after: readonly string[];
  readonly python: boolean;
  readonly file: string;
  readonly line: number;
}

/** A question of the metadata to the world outside its layers. */
export interface HostQuestion {
  readonly what: string;
  readonly answer: string;
  readonly refused: boolean;
}

/** What a configuration makes of the recipe. */
export interface Evaluated {
  readonly configuration: Configuration;
  /** The recipe's variants by name, "" first. */
  readonly variants: readonly string[];
  readonly skipped: string | null;
  readonly variables: readonly VariableRow[];
  readonly explanation: Explanation | null;
  readonly tasks: readonly TaskNode[];
  readonly findings: readonly Finding[];
  readonly questions: readonly HostQuestion[];
  /** The record that `sandbake env --json` prints. */
  readonly record: unknown;
  /** Milliseconds that it took. */
  readonly time: number;
}

export interface EvaluateAnswer {
  readonly kind: "evaluate";
  readonly id: number;
  readonly recipes: readonly string[];
  readonly results: readonly Evaluated[];
}

/** Evaluate a recipe and write down all that it asked (docs/replay.md). */
export interface RecordRequest {
  readonly kind: "record";
  readonly id: number;
  readonly files: Files;
  readonly configuration: Configuration;
  readonly recipe: string;
  readonly variant: string;
  /** The files' contents go into the record. */
  readonly bundle: boolean;
}

export interface RecordAnswer {
  readonly kind: "record";
  readonly id: number;
  /** The replay file; "" where there is none, and `error` says why. */
  readonly text: string;
  readonly error: string;
  readonly answers: number;
}

/** Run a record again, with no host but its answers. */
export interface ReplayRequest {
  readonly kind: "replay";
  readonly id: number;
  /** The replay file; "": look again at the one run last. */
  readonly text: string;
  /** The page's files, for a record that does not hold them. */
  readonly files: Files;
  /** The recipe to look at, as it was asked for; "": the first. */
  readonly recipe: string;
  readonly variable: string;
}

/** What a replay gave for one recipe (or, "", the configuration). Digests are sha256; "": not evaluated. */
export interface ReplayRow {
  readonly key: string;
  readonly recorded: string;
  readonly replayed: string;
  readonly error?: string;
}

export interface ReplayAnswer {
  readonly kind: "replay";
  readonly id: number;
  /** Why the file cannot be replayed at all; else "". */
  readonly error: string;
  /** The version of sandbake that recorded. */
  readonly by: string;
  readonly topdir: string;
  readonly rows: readonly ReplayRow[];
  /** The first question or value that is not as recorded; "": all are. */
  readonly departure: string;
  /** How often each kind of question was asked. */
  readonly asked: readonly (readonly [question: string, times: number])[];
  readonly masked: readonly string[];
  /** The recipe looked at, and what it is; null where the replay did not come so far. */
  readonly recipe: string;
  readonly result: Evaluated | null;
}

export type Request = EvaluateRequest | RecordRequest | ReplayRequest;
export type Answer = EvaluateAnswer | RecordAnswer | ReplayAnswer;
