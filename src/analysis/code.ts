/**
 * The analyses of one run, kept by the text they are of: the same few thousand texts make up the tasks of thousands of
 * recipes.
 */
import { analysePython, type Visitor } from "./python.js";
import { analyseShell } from "./shell.js";
import type { PythonAnalysis, ShellAnalysis } from "./types.js";

/** Most texts of a kind that are kept; then all are forgotten. */
const LIMIT = 100_000;

/** See the file's comment. */
export class CodeAnalyser {
  readonly #python = new Map<string, PythonAnalysis>();
  readonly #shell = new Map<string, ShellAnalysis>();
  #visitor: Visitor | undefined;

  /** Functions that speak for calls of themselves; what was analysed without them is forgotten. */
  set visitor(visitor: Visitor | undefined) {
    this.#visitor = visitor;
    this.#python.clear();
  }
  get visitor(): Visitor | undefined {
    return this.#visitor;
  }

  python(text: string): PythonAnalysis {
    let found = this.#python.get(text);
    if (found === undefined) {
      found = analysePython(text, this.#visitor);
      if (this.#python.size >= LIMIT) this.#python.clear();
      this.#python.set(text, found);
    }
    return found;
  }

  shell(text: string): ShellAnalysis {
    let found = this.#shell.get(text);
    if (found === undefined) {
      found = analyseShell(text);
      if (this.#shell.size >= LIMIT) this.#shell.clear();
      this.#shell.set(text, found);
    }
    return found;
  }
}
