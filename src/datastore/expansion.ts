/**
 * Replaces `${NAME}` and `${@code}` in a text, in BitBake's order (template.ts), and tells what the text referred to.
 */
import { LimitError } from "../diagnostics/errors.js";
import { GROWING_ROUNDS, GROWN_LENGTH, MAXIMUM_DEPTH, MAXIMUM_ROUNDS } from "./context.js";
import type { ExpansionContext } from "./context.js";
import { DataStoreError, ExpansionError } from "./errors.js";
import type { DataStore } from "./store.js";
import type { Value } from "./types.js";

/** Values above this length are told to `onExpansion` one by one. */
const LARGE = 65_536;

/** What an expansion referred to, filled as it goes. */
export class References {
  /** The names of each round, as the template holds them. */
  readonly names: (readonly string[])[] = [];
  readonly codes: string[] = [];

  references(): Set<string> {
    const all = new Set<string>();
    for (const names of this.names) for (const name of names) all.add(name);
    return all;
  }
}

/** Expands texts for one store. */
export class Expander {
  constructor(
    private readonly store: DataStore,
    private readonly context: ExpansionContext,
  ) {}

  /**
   * `text` with everything replaced that can be; `variable` names it in errors, and a reference to it is a cycle.
   * @throws {ExpansionError} what fails inside, unless the evaluator says that it passes through
   */
  expand(text: string, variable: string | undefined, found?: References): string {
    if (!text.includes("${")) return text;
    const context = this.context;
    if (++context.depth > MAXIMUM_DEPTH) {
      context.depth--;
      throw this.failed(
        new DataStoreError("too-deep", "maximum recursion depth exceeded", "RecursionError"),
        text,
        variable,
      );
    }
    try {
      return this.rounds(text, variable, found);
    } catch (error) {
      throw this.failed(error, text, variable);
    } finally {
      context.depth--;
    }
  }

  private rounds(text: string, variable: string | undefined, found: References | undefined): string {
    let current = text;
    for (let round = 0; ; round++) {
      if (round > MAXIMUM_ROUNDS || (round > GROWING_ROUNDS && current.length > GROWN_LENGTH)) {
        throw new DataStoreError("endless", "the expansion does not come to an end", "RecursionError");
      }
      this.context.options.onExpansion?.(current.length);
      const before = current;
      current = this.replaceNames(current, variable, found);
      if (current.includes("${@")) current = this.replacePython(current, variable, found);
      if (current === before || !current.includes("${")) return current;
    }
  }

  private replaceNames(text: string, variable: string | undefined, found: References | undefined): string {
    const { literals, names } = this.context.templates.referencesOf(text);
    if (names.length === 0) return text;
    found?.names.push(names);
    let result = literals[0] ?? "";
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (name === variable) {
        throw new DataStoreError("cycle", `variable ${name} references itself!`);
      }
      const value = this.store.getVar(name);
      if (typeof value === "string") {
        // Told before it is joined: what grows beyond a limit is never made.
        if (value.length > LARGE) this.context.options.onExpansion?.(result.length + value.length);
        result += value;
      } else if (value === null) result += `\${${name}}`;
      else throw this.notText(value, literals, i);
      result += literals[i + 1] ?? "";
    }
    return result;
  }

  private replacePython(text: string, variable: string | undefined, found: References | undefined): string {
    const { literals, codes, sources, calls } = this.context.templates.pythonOf(text);
    let result = literals[0] ?? "";
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i];
      if (code === null) {
        result += sources[i];
      } else {
        found?.codes.push(code);
        for (const name of calls[i] ?? []) this.store.noteFunction(name);
        try {
          const value = this.evaluate(code, variable);
          if (value.length > LARGE) this.context.options.onExpansion?.(result.length + value.length);
          result += value;
        } catch (error) {
          if (this.isCutString(error)) return text;
          throw error;
        }
      }
      result += literals[i + 1] ?? "";
    }
    return result;
  }

  /**
   * An expression that ends within a string literal was cut at a brace inside it (`${@"}"}`): not one, then, and
   * nothing of the text's Python is replaced.
   */
  private isCutString(error: unknown): boolean {
    const { type, message } = this.reason(error);
    return type === "SyntaxError" && message.startsWith("unterminated string literal");
  }

  private evaluate(code: string, variable: string | undefined): string {
    const context = this.context;
    const evaluator = context.options.evaluator;
    if (evaluator === undefined) {
      const hint = "this store was made without an evaluator for Python";
      throw new DataStoreError(
        "no-evaluator",
        `cannot evaluate \${@${code}}: ${hint}`,
        "NotImplementedError",
      );
    }
    context.pythonDepth++;
    try {
      const evaluate = (): string => {
        const value = evaluator.evaluate(code, variable, this.store);
        return typeof value === "string" ? value : context.values.toText(value);
      };
      const { surroundings } = evaluator;
      if (surroundings === undefined) return evaluate();
      if (this.store.reader.computesOverrides)
        return context.evaluations.ifKnown(code, this.store, surroundings, evaluate);
      return context.evaluations.of(code, this.store, surroundings, evaluate);
    } finally {
      context.pythonDepth--;
    }
  }

  /** Python's complaint about a value that is no text in the middle of one. */
  private notText(value: Value, literals: readonly string[], index: number): DataStoreError {
    const before = literals.slice(0, index + 1).filter((literal) => literal !== "").length + index;
    const type = this.context.values.typeName(value);
    const message = `sequence item ${before}: expected str instance, ${type} found`;
    return new DataStoreError("value-type", message, "TypeError");
  }

  private failed(error: unknown, text: string, variable: string | undefined): unknown {
    const evaluator = this.context.options.evaluator;
    const inner = error instanceof ExpansionError ? error : evaluator?.expansionErrorOf?.(error);
    if (inner !== undefined) return variable === undefined ? inner : inner.through(variable);
    if (error instanceof LimitError || evaluator?.passesThrough?.(error) === true) return error;
    return new ExpansionError(variable, text, this.reason(error), error);
  }

  private reason(error: unknown): { type: string; message: string } {
    if (error instanceof DataStoreError) return { type: error.type, message: error.message };
    if (error instanceof RangeError && /call stack/i.test(error.message)) {
      return { type: "RecursionError", message: "maximum recursion depth exceeded" };
    }
    const described = this.context.options.evaluator?.describeError?.(error);
    if (described !== undefined) return described;
    if (error instanceof Error) return { type: error.name, message: error.message };
    return { type: "Exception", message: String(error) };
  }
}
