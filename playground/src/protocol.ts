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
  readonly id: number;
  readonly recipes: readonly string[];
  readonly results: readonly Evaluated[];
}
