/**
 * Python for a workspace whose Python is not run: expressions, functions and event handlers are followed through their
 * syntax trees (interpreter.ts). An unknown value is `Unknown` in the store; expanding what needs it throws UnknownValue.
 */
import { DataStore, type ExpansionError } from "../../datastore/index.js";
import { LimitError, SandbakeError } from "../../diagnostics/errors.js";
import { HandlerRegistry } from "../../modules/bb/handlers.js";
import type { Host } from "../../sandbox/host.js";
import type * as ast from "../../vm/parser/ast.js";
import { parse } from "../../vm/parser/parse.js";
import type { CodeAnalyser } from "../../analysis/code.js";
import type { LibraryFunction } from "../../analysis/dependencies.js";
import type { Message } from "../evaluator.js";
import type {
  EncodedValue,
  EventCall,
  FunctionSide,
  PlainValue,
  PythonFailure,
  PythonForWorkspace,
  PythonSide,
  UnknownSide,
} from "../python-side.js";
import { Subject } from "../../modules/re/subject.js";
import type { Frame } from "./interpreter.js";
import { TooLong } from "./interpreter.js";
import { compilePattern } from "./regex.js";
import {
  EventValue,
  FunctionValue,
  Raised,
  StoreValue,
  textOf,
  truth,
  Unknown,
  UnknownValue,
  type Cause,
  type StaticValue,
} from "./values.js";
import { StaticWorld } from "./world.js";

/** The fields of events, in the order of their constructors' arguments. */
const eventFields: ReadonlyMap<string, readonly string[]> = new Map([
  ["RecipePreDeferredInherits", ["fn", "inherits"]],
  ["RecipePreFinalise", ["fn"]],
  ["RecipePostKeyExpansion", ["fn"]],
  ["RecipeTaskPreProcess", ["fn", "tasklist"]],
  ["RecipeParsed", ["fn"]],
  ["MultiConfigParsed", ["mcdata"]],
]);

/** Starts static mode for a workspace; `python.world` says what was lost. */
export function startStatic(
  host: Host,
  log: (message: Message) => void,
): PythonForWorkspace & { readonly python: StaticPython } {
  const python = new StaticPython(host, log);
  const matching = (pattern: string, mode: "match" | "search"): ((text: string) => boolean) => {
    const compiled = compilePattern(pattern);
    return (text) => compiled.exec(new Subject(text), mode) !== undefined;
  };
  return {
    python,
    side: python,
    makeStore: () => python.makeStore(),
    match: (pattern) => matching(pattern, "match"),
    search: (pattern) => matching(pattern, "search"),
    attach: () => undefined,
    get runtime(): never {
      return refused();
    },
  };
}

/** Kept with a recipe's store. */
interface StaticState {
  lost: Cause | undefined;
  /** The metadata's functions as this recipe defines them: values are read long after it is evaluated. */
  readonly functions: Map<string, FunctionValue>;
}
const stateVariable = "__sandbake_static";

/** See the file's comment. */
export class StaticPython implements PythonSide {
  readonly world: StaticWorld;
  readonly #handlers = new HandlerRegistry<FunctionValue>();
  readonly #expressions = new Map<string, ast.Expr | SandbakeError>();

  constructor(
    host: Host,
    readonly log: (message: Message) => void,
  ) {
    this.world = new StaticWorld(host, (level, message) => this.log({ level, message }));
  }

  makeStore(): DataStore {
    const refuse = (value: unknown): void => {
      if (value instanceof Unknown) throw new UnknownValue(value.cause);
    };
    return new DataStore({
      evaluator: this,
      values: {
        isTrue: (value) => this.isTrue(value),
        toText: (value) => {
          refuse(value);
          const text = textOf(value as StaticValue);
          if (text === undefined)
            throw new UnknownValue({ reason: "a value that is no text is not followed" });
          return text;
        },
        typeName: (value) => {
          refuse(value);
          return typeof value === "string" ? "str" : "object";
        },
        add: (left, right) => {
          for (const value of [left, right]) if (value instanceof Unknown) return value;
          return new Unknown({ reason: "values that are no text are added" });
        },
      },
      filters: { apply: (value, expressions) => this.#filter(value, expressions) },
      onMessage: ({ message }) => this.log({ level: "warn", message }),
    });
  }

  // ---- expressions

  evaluate(code: string, _variable: string | undefined, store: DataStore): unknown {
    const text = code.trim();
    const tree = this.#parsed(text);
    const frame: Frame = {
      scope: { names: new Map(), outer: undefined },
      file: "<expansion>",
      module: undefined,
      globals: new Set(),
      inline: new StoreValue(store),
    };
    const { world } = this;
    const outer = world.functions;
    world.functions = (store.getVar(stateVariable, false) as StaticState | null)?.functions ?? outer;
    try {
      return this.#value(() => world.interpreter.expression(tree, frame), text);
    } finally {
      world.functions = outer;
    }
  }

  /** The outcome of an expression for the store. */
  #value(run: () => StaticValue, code: string): unknown {
    const { interpreter } = this.world;
    const { may, outerMay } = interpreter;
    interpreter.outerMay += may;
    let value: StaticValue;
    try {
      const outcome = interpreter.fresh(() => {
        interpreter.may = 0;
        return interpreter.guarded(run);
      });
      value = outcome.perhapsRaised ? new Unknown({ reason: "it may raise an exception" }) : outcome.value;
    } catch (error) {
      if (error instanceof TooLong) throw new UnknownValue(error.reason);
      throw error;
    } finally {
      interpreter.outerMay = outerMay;
      interpreter.may = may;
    }
    if (this.#asking > 0 && this.world.lost !== undefined) throw new UnknownValue(this.world.lost);
    if (value instanceof Unknown)
      throw new UnknownValue({ ...value.cause, reason: `\${@${code}}: ${value.cause.reason}` });
    if (typeof value === "string") return value;
    const shown = textOf(value);
    if (shown === undefined)
      throw new UnknownValue({ reason: `\${@${code}}: the text of its value is not followed` });
    return shown;
  }

  /** Reads values of a finished store: what expansions may write then counts for none but themselves. */
  asking<T>(body: () => T): T {
    const { world } = this;
    const { havocCause, endCause, filesChanged } = world;
    this.#asking++;
    try {
      return body();
    } finally {
      this.#asking--;
      Object.assign(world, { havocCause, endCause, filesChanged });
    }
  }
  #asking = 0;

  #parsed(text: string): ast.Expr {
    let tree = this.#expressions.get(text);
    if (tree === undefined) {
      try {
        tree = parse(text, { filename: "<expansion>", mode: "eval" }).body;
      } catch (error) {
        tree = new SandbakeError("python-syntax", error instanceof Error ? error.message : "invalid syntax");
      }
      this.#expressions.set(text, tree);
    }
    if (tree instanceof SandbakeError) throw new Raised("SyntaxError", tree.message);
    return tree;
  }

  /** Filter expressions of setVarFilter: calls of functions that a library marks with filter_proc. */
  #filter(value: unknown, expressions: readonly string[]): unknown {
    let current = value;
    for (const expression of expressions) {
      if (current instanceof Unknown) throw new UnknownValue(current.cause);
      if (typeof current !== "string")
        throw new UnknownValue({ reason: "a filter of a value that is no text" });
      const names = new Map<string, StaticValue>([["val", current]]);
      const tree = this.#parsed(expression);
      if (tree.type === "Call" && tree.func.type === "Name") {
        const f = this.world.filterFunction(tree.func.id);
        if (f !== undefined) names.set(tree.func.id, f);
      }
      const frame: Frame = {
        scope: { names, outer: undefined },
        file: "<filter>",
        module: undefined,
        globals: new Set(),
      };
      current = this.#value(() => this.world.interpreter.expression(tree, frame), expression);
    }
    return current;
  }

  describeError(error: unknown): { readonly type: string; readonly message: string } {
    if (error instanceof Raised) return { type: error.type, message: error.text };
    return error instanceof Error
      ? { type: error.name, message: error.message }
      : { type: "Exception", message: String(error) };
  }

  passesThrough(error: unknown): boolean {
    return (
      error instanceof UnknownValue ||
      error instanceof TooLong ||
      error instanceof LimitError ||
      error instanceof TypeError ||
      (error instanceof Raised && (error.type === "SkipRecipe" || error.type === "BBHandledException"))
    );
  }

  expansionErrorOf(): ExpansionError | undefined {
    return undefined;
  }

  // ---- functions and events

  define(code: string, file: string, line: number): void {
    const tree = this.#module(code, file, line);
    for (const statement of tree.body) {
      if (statement.type === "FunctionDef")
        this.world.functions.set(
          statement.name,
          new FunctionValue(statement, statement.name, file, undefined, undefined),
        );
    }
  }

  #module(code: string, file: string, line: number): ast.Module {
    try {
      return parse(code, { filename: file, mode: "exec", firstLine: Math.max(line, 1) });
    } catch (error) {
      throw new SandbakeError("python-syntax", error instanceof Error ? error.message : "invalid syntax", {
        file,
        line,
      });
    }
  }

  runAnonymous(names: readonly string[], store: DataStore): void {
    for (const name of names) {
      const f = this.world.functions.get(name);
      if (f === undefined)
        throw new SandbakeError("no-function", `the anonymous function ${name} is not defined`);
      this.#run(f, [new StoreValue(store)]);
    }
  }

  /** Follows a function that the evaluation calls. */
  #run(f: FunctionValue, args: readonly StaticValue[]): void {
    const { interpreter } = this.world;
    try {
      interpreter.fresh(() => interpreter.callFunction(f, args, new Map()));
    } catch (error) {
      if (!(error instanceof TooLong)) throw error;
      interpreter.giveUp(f, args, error.reason);
    }
  }

  fire(event: EventCall, store: DataStore): void {
    const fields = new Map<string, StaticValue>([["data", new StoreValue(store)]]);
    eventFields.get(event.name)?.forEach((field, i) => {
      const value = event.args[i];
      fields.set(
        field,
        typeof value === "string"
          ? value
          : Array.isArray(value)
            ? [...(value as string[])]
            : new Unknown({ reason: `the event's ${field}` }),
      );
    });
    const value = new EventValue(event.name, fields);
    for (const [, handler] of [...this.#handlers.wanting(`bb.event.${event.name}`, store)])
      this.#run(handler, [value, new StoreValue(store)]);
  }

  registerHandler(
    name: string,
    body: string,
    mask: readonly string[],
    file: string,
    line: number,
    store: DataStore,
  ): void {
    const full = this.#handlers.nameIn(name, store);
    if (this.#handlers.has(full)) return;
    const tree = this.#module(`def ${full}(e, d):\n${body.trim() === "" ? "    pass\n" : body}`, file, line);
    const [node] = tree.body;
    if (node?.type === "FunctionDef")
      this.#handlers.register(full, new FunctionValue(node, full, file, undefined, undefined), mask, store);
  }

  saveHandlers(): unknown {
    return this.#handlers.save();
  }
  restoreHandlers(saved: unknown): void {
    this.#handlers.restore(saved as ReturnType<HandlerRegistry<FunctionValue>["save"]>);
  }

  addPylib(dir: string, namespace: string): void {
    this.world.folders.unshift(dir);
    this.world.namespaces.add(namespace);
    this.world.forgetModules();
  }

  skipReason(error: unknown): string | undefined {
    return error instanceof Raised && error.type === "SkipRecipe" ? error.text : undefined;
  }

  isolate<T>(store: DataStore, body: () => T): T {
    const { world } = this;
    const { functions, havocCause, endCause } = world;
    const handlers = this.saveHandlers();
    const state: StaticState = { lost: world.lost, functions: new Map(functions) };
    // The recipe's copies share it.
    store.setVar(stateVariable, state, { ignore: true });
    world.functions = state.functions;
    try {
      return body();
    } finally {
      state.lost = world.lost;
      world.functions = functions;
      world.havocCause = havocCause;
      world.endCause = endCause;
      this.restoreHandlers(handlers);
    }
  }

  /** Why nothing of an evaluated store is sure; undefined: what is known of it is. */
  lostOf(store: DataStore): Cause | undefined {
    const state = store.getVar(stateVariable, false) as StaticState | null;
    return state === null ? this.world.lost : state.lost;
  }

  readonly unknown: UnknownSide = {
    valueOf: (error) => (error instanceof UnknownValue ? new Unknown(error.reason) : undefined),
    isUnknown: (value) => value instanceof Unknown,
    lose: (error, file, line) => {
      if (!(error instanceof UnknownValue)) return false;
      this.world.havoc({ reason: `a statement is not followed: ${error.reason.reason}`, file, line });
      return true;
    },
  };

  // ---- values

  toJs(value: unknown): unknown {
    if (value instanceof Unknown) throw new UnknownValue(value.cause);
    return value;
  }

  isTrue(value: unknown): boolean {
    if (value === undefined) return false;
    const known = truth(value as StaticValue);
    if (known === undefined) throw new UnknownValue((value as Unknown).cause);
    return known;
  }

  plain(value: unknown): PlainValue {
    if (value === null || value === undefined) return null;
    if (typeof value === "string") return value;
    if (value instanceof Unknown) throw new UnknownValue(value.cause);
    return {
      type: typeof value,
      value: typeof value === "number" || typeof value === "boolean" ? value : undefined,
    };
  }

  plainError(error: unknown): { readonly error: string; readonly cause?: string } {
    return {
      error:
        error instanceof Error ? `${error.name}: ${error.message.split("\n", 1)[0] ?? ""}` : String(error),
    };
  }

  describe(error: unknown): PythonFailure | undefined {
    if (!(error instanceof Raised)) return undefined;
    return { summary: error.message, traceback: error.message, place: undefined };
  }

  get code(): CodeAnalyser {
    return refused();
  }
  library(): ReadonlyMap<string, LibraryFunction> {
    return refused();
  }

  /** Nothing is run, so there is nothing to run functions with. */
  readonly functions: FunctionSide = new NoFunctions();
}

const refused = (): never => {
  throw new SandbakeError("static-mode", "static mode runs no Python");
};

class NoFunctions implements FunctionSide {
  cwd = "/";
  copyNamespace(): void {
    refused();
  }
  inNamespace<T>(): T {
    return refused();
  }
  call(): void {
    refused();
  }
  detached(): unknown {
    return refused();
  }
  encode(): EncodedValue {
    return refused();
  }
  decode(): unknown {
    return refused();
  }
}
