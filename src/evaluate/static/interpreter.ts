/**
 * Follows Python through its syntax tree, without a VM: what is known is computed, what is not known is `Unknown` and
 * carries its cause. Nothing is guessed: where a condition is not known both ways are followed and what either may write
 * becomes unknown; a call that we cannot follow and that could reach the datastore makes everything unknown (`havoc`).
 */
import type * as ast from "../../vm/parser/ast.js";
import { mayWrite } from "./effects.js";
import { methodOf } from "./classes.js";
import { expressions } from "./expressions.js";
import { forgetAssigned, Returned, statement, type End } from "./statements.js";
import { forget } from "./store-methods.js";
import { catches, hasYield, isPlainDecorator } from "./trees.js";
import type { StaticWorld } from "./world.js";
import {
  ClassValue,
  EventValue,
  ExceptionClass,
  FunctionValue,
  holdsStore,
  InstanceValue,
  NativeValue,
  Raised,
  StoreValue,
  Tuple,
  Unknown,
  type Cause,
  type Scope,
  type StaticValue,
} from "./values.js";

/** Steps (statements, expressions) that one call from outside may take. */
const MAXIMUM_STEPS = 400_000;
const HARMLESS_STEPS = 20_000;
const MAXIMUM_DEPTH = 60;

/** A call in progress. */
export interface Frame {
  readonly scope: Scope;
  readonly file: string;
  readonly module: string | undefined;
  readonly globals: Set<string>;
  /** Of an inline expression: the store whose variables are names there. */
  readonly inline?: StoreValue;
  /** Of a generator: what it has yielded. */
  readonly yields?: StaticValue[];
}

/** One interpreter serves a workspace; see the file's comment. */
export class Interpreter {
  /** More than 0: what runs may not run in reality. */
  may = 0;
  /** Lists, dicts and sets that something may have changed. */
  readonly tainted = new WeakMap<object, Cause>();
  /** What runs inside an expansion that such a run asked for. */
  outerMay = 0;
  /** Inside how many `try`, and whether what they guard may have raised. */
  #tries = 0;
  #perhapsRaised = false;
  #steps = 0;
  #limit = MAXIMUM_STEPS;
  /** How often each function is in progress. */
  readonly #active = new Map<ast.Node, number>();
  #depth = 0;

  constructor(readonly world: StaticWorld) {}

  /** Runs `body` with fresh counters; what is raised passes. */
  fresh<T>(body: () => T): T {
    const [steps, may] = [this.#steps, this.may];
    if (this.#depth === 0) this.#steps = 0;
    try {
      return body();
    } finally {
      if (this.#depth === 0) this.#steps = steps;
      this.may = may;
    }
  }

  /** Runs `body` as what may not run in reality. */
  perhaps<T>(body: () => T): T {
    this.may++;
    try {
      return body();
    } finally {
      this.may--;
    }
  }

  /** Something that is not followed is called: it may raise. */
  #mayRaise(): void {
    if (this.#tries === 0) return; // then nothing goes on after it
    this.#perhapsRaised = true;
    this.may++; // until the end of the try statement
  }

  cause(reason: string, frame: Frame, node: { readonly lineno: number }): Cause {
    return { reason, file: frame.file, line: node.lineno };
  }

  step(frame: Frame, node: { readonly lineno: number }): void {
    if (++this.#steps > this.#limit)
      throw new TooLong(this.cause("it does not come to an end soon", frame, node));
  }

  expression(node: ast.Expr, frame: Frame): StaticValue {
    this.step(frame, node);
    const value = expressions(this, node, frame);
    if (typeof value === "object" && value !== null) {
      const cause = this.tainted.get(value);
      if (cause !== undefined) return new Unknown(cause);
    }
    return value;
  }

  // ---- calls

  /** Calls a value. `node` is where, for causes. */
  call(
    f: StaticValue,
    args: readonly StaticValue[],
    keywords: ReadonlyMap<string, StaticValue>,
    frame: Frame,
    node: ast.Expr,
    shown: string,
  ): StaticValue {
    if (f instanceof NativeValue) return f.call(args, keywords);
    if (f instanceof FunctionValue) return this.callFunction(f, args, keywords);
    if (f instanceof ClassValue) {
      const made = new InstanceValue(f);
      const init = methodOf(made, "__init__", this.world);
      if (init !== undefined) this.callFunction(init, [made, ...args], keywords);
      return made;
    }
    if (f instanceof ExceptionClass) return new EventValue(f.name, new Map([["text", args[0] ?? ""]]));
    const cause = f instanceof Unknown ? f.cause : this.cause(`${shown}() is not followed`, frame, node);
    const all = [...args, ...keywords.values()];
    const direct = holdsStore(all.filter((arg) => !(arg instanceof FunctionValue)));
    const written = direct ? undefined : new Set<string>();
    this.#forgetWritten(all, written, this.cause(`${shown}() may write any variable`, frame, node));
    for (const arg of args) this.taint(arg, cause);
    this.#mayRaise();
    return new Unknown(cause);
  }

  /** Something may have changed a list, dict or set. */
  taint(value: StaticValue, cause: Cause): void {
    if (Array.isArray(value) || value instanceof Map || value instanceof Set) this.tainted.set(value, cause);
  }

  callFunction(
    f: FunctionValue,
    args: readonly StaticValue[],
    keywords: ReadonlyMap<string, StaticValue>,
  ): StaticValue {
    const frame: Frame = {
      scope: { names: new Map(), outer: f.closure },
      file: f.file,
      module: f.module,
      globals: new Set(),
    };
    const outside = { reason: `a call of ${f.name} is not followed`, file: f.file, line: f.node.lineno };
    const active = this.#active.get(f.node) ?? 0;
    // Where it is not known whether it ends, a recursion is not followed far.
    if (this.#depth >= MAXIMUM_DEPTH || (this.may > 0 && active > 2)) {
      this.#forgetWritten([...args, ...keywords.values(), f], mayWrite(f, this.world), outside);
      return new Unknown(outside);
    }
    const unbound = this.#bind(f, args, keywords, frame);
    if (unbound !== undefined) {
      if (holdsStore(args)) this.world.havoc(unbound);
      return new Unknown(unbound);
    }
    this.#depth++;
    this.#active.set(f.node, active + 1);
    const may = this.may;
    const [tries, limit] = [this.#tries, this.#limit];
    // A function that cannot reach the datastore may be given up without harm.
    const harmless = !holdsStore(args) && !holdsStore(keywords.values()) && !closure(f);
    if (harmless) this.#limit = Math.min(limit, this.#steps + HARMLESS_STEPS);
    try {
      if (f.node.type === "Lambda") return this.expression(f.node.body, frame);
      const yields = hasYield(f.node.body);
      if (yields || !f.node.decorator_list.every(isPlainDecorator)) {
        const written = harmless ? new Set<string>() : mayWrite(f, this.world);
        if (written?.size !== 0 || !f.node.decorator_list.every(isPlainDecorator)) {
          this.#forgetWritten([...args, ...keywords.values()], written, outside);
          return new Unknown(outside);
        }
        // It writes nothing, so it does not matter when its steps are taken.
        const items: StaticValue[] = [];
        this.block(f.node.body, { ...frame, yields: items });
        return this.may > may ? new Unknown(outside) : items;
      }
      const end = this.block(f.node.body, frame);
      if (this.may > may) return new Unknown({ ...outside, reason: `${f.name} may return at another place` });
      return end instanceof Returned ? end.value : null;
    } catch (error) {
      if (!(error instanceof TooLong) || !harmless) throw error;
      for (const arg of args) this.taint(arg, error.reason);
      this.#tries = tries;
      return new Unknown(error.reason);
    } finally {
      this.#depth--;
      this.#active.set(f.node, active);
      this.#limit = limit;
      // What may have left the function early ends with it, unless it left by an exception (see `leave`).
      if (!this.world.mayHaveEnded) this.may = may;
    }
  }

  /** A function that does not come to an end: what its text may write is unknown. */
  giveUp(f: FunctionValue, args: readonly StaticValue[], cause: Cause): void {
    this.#forgetWritten([...args, f], mayWrite(f, this.world), cause);
  }

  /** Puts arguments to parameters; gives the cause where that is not followed. */
  #bind(
    { node, name, file, closure }: FunctionValue,
    args: readonly StaticValue[],
    keywords: ReadonlyMap<string, StaticValue>,
    frame: Frame,
  ): Cause | undefined {
    const { posonlyargs, args: plain, vararg, kwonlyargs, kw_defaults, kwarg, defaults } = node.args;
    const names = [...posonlyargs, ...plain].map(({ arg }) => arg);
    const cause = { reason: `the arguments of ${name} do not fit`, file, line: node.lineno };
    const own = frame.scope.names;
    const outer: Frame = { ...frame, scope: closure ?? { names: new Map(), outer: undefined } };
    if (args.length > names.length && vararg === null) return cause;
    names.forEach((parameter, i) => {
      const given = i < args.length ? args[i] : keywords.get(parameter);
      const byDefault = defaults[i - (names.length - defaults.length)];
      if (given !== undefined) own.set(parameter, given);
      else if (byDefault !== undefined) own.set(parameter, this.expression(byDefault, outer));
    });
    if (names.some((parameter) => !own.has(parameter))) return cause;
    kwonlyargs.forEach(({ arg }, i) => {
      const byDefault = kw_defaults[i];
      const given = keywords.get(arg);
      if (given !== undefined) own.set(arg, given);
      else if (byDefault != null) own.set(arg, this.expression(byDefault, outer));
    });
    if (kwonlyargs.some(({ arg }) => !own.has(arg))) return cause;
    const left = [...keywords].filter(
      ([key]) => !names.includes(key) && !kwonlyargs.some(({ arg }) => arg === key),
    );
    if (left.length > 0 && kwarg === null) return cause;
    if (vararg !== null) own.set(vararg.arg, new Tuple(args.slice(names.length)));
    if (kwarg !== null) own.set(kwarg.arg, new Map<StaticValue, StaticValue>(left));
    return undefined;
  }

  /** A function that is not followed may have written these variables (undefined: any) of the stores it was given. */
  #forgetWritten(args: readonly StaticValue[], written: ReadonlySet<string> | undefined, cause: Cause): void {
    if (!holdsStore(args)) return;
    const functions = args.filter((arg) => arg instanceof FunctionValue);
    const stores = [...args.filter((arg) => arg instanceof StoreValue), ...functions.flatMap(storesOf)];
    const sets = [written, ...functions.map((f) => mayWrite(f, this.world))];
    // A store inside a list or a dict is not looked for.
    const hidden = holdsStore(
      args.filter((arg) => !(arg instanceof StoreValue) && !(arg instanceof FunctionValue)),
    );
    for (const names of sets) {
      if (names === undefined || (hidden && names.size > 0)) this.world.havoc(cause);
      else for (const { store } of stores) for (const name of names) forget(store, name, cause);
    }
  }

  // ---- statements

  block(statements: readonly ast.Stmt[], frame: Frame): End {
    for (const node of statements) {
      const end = statement(this, node, frame);
      if (end !== undefined) return end;
    }
    return undefined;
  }

  /** Follows ways of which one is taken; what they may write is unknown afterwards. */
  either(ways: readonly (readonly ast.Stmt[])[], frame: Frame, cause: Cause): End {
    const before = new Map(frame.scope.names);
    const after: Map<string, StaticValue>[] = [];
    const ends: End[] = [];
    this.may++;
    let mayLeave = false;
    for (const way of ways) {
      frame.scope.names.clear();
      for (const [name, value] of before) frame.scope.names.set(name, value);
      try {
        const end = this.block(way, frame);
        ends.push(end);
        if (end !== undefined) mayLeave = true;
        else after.push(new Map(frame.scope.names));
      } catch (error) {
        if (!(error instanceof Raised)) throw error;
        if (this.leave(error, cause)) mayLeave = true;
      }
    }
    this.may--;
    frame.scope.names.clear();
    const names = new Set(after.flatMap((scope) => [...scope.keys()]));
    for (const name of names) {
      const values = after.map((scope) => scope.get(name));
      const [first] = values;
      frame.scope.names.set(
        name,
        first !== undefined && values.every((value) => value === first) ? first : new Unknown(cause),
      );
    }
    // The rest of the function may not run: it goes on as such until the function ends (callFunction).
    if (mayLeave) this.may++;
    if (ends.length === ways.length && ends.every((end) => end !== undefined)) {
      return ends.every((end) => end === ends[0]) ? ends[0] : new Returned(new Unknown(cause));
    }
    return undefined;
  }

  /** An exception may have been raised; true: and what comes after it may not happen. */
  leave(error: Raised, cause: Cause): boolean {
    if (this.#tries > 0) this.#perhapsRaised = true;
    else if (error.type === "SkipRecipe")
      this.world.mayEnd({ ...cause, reason: `SkipRecipe may be raised: ${cause.reason}` });
    else return false; // then the evaluation fails as a whole, and no value matters
    return true;
  }

  /** Runs an expansion: an exception in it is its own affair. True: it may have raised. */
  guarded<T>(body: () => T): { readonly value: T; readonly perhapsRaised: boolean } {
    const outer = this.#perhapsRaised;
    this.#perhapsRaised = false;
    this.#tries++;
    try {
      const value = body();
      return { value, perhapsRaised: this.#perhapsRaised };
    } finally {
      this.#tries--;
      this.#perhapsRaised = outer;
    }
  }

  /** A try statement. */
  attempt(node: ast.Try, frame: Frame): End {
    const finish = (end: End): End => this.block(node.finalbody, frame) ?? end;
    const [may, outer] = [this.may, this.#perhapsRaised];
    this.#perhapsRaised = false;
    this.#tries++;
    let end: End;
    let raised: Raised | undefined;
    try {
      end = this.block(node.body, frame);
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      raised = error;
    } finally {
      this.#tries--;
      this.may = Math.min(this.may, may);
    }
    const perhaps = this.#perhapsRaised;
    this.#perhapsRaised = outer;
    const cause = this.cause("what a try statement guards may raise", frame, node);
    if (raised !== undefined) {
      const { type, text } = raised;
      const handler = node.handlers.find(({ exc_type }) => catches(exc_type, type));
      if (perhaps) {
        // It may have ended earlier, with another exception.
        forgetAssigned([node], frame, cause);
        end = this.either([...node.handlers.map(({ body }) => body), []], frame, cause);
        return finish(end);
      }
      if (handler === undefined) {
        finish(undefined);
        throw raised;
      }
      if (handler.name !== null)
        frame.scope.names.set(handler.name, new EventValue(type, new Map([["text", text]])));
      return finish(this.block(handler.body, frame));
    }
    if (perhaps) {
      forgetAssigned(node.body, frame, cause);
      const way = this.either([...node.handlers.map(({ body }) => body), node.orelse], frame, cause);
      return finish(end ?? way);
    }
    return finish(end ?? this.block(node.orelse, frame));
  }
}

/** The stores that a function sees around it. */
function storesOf({ closure: scope }: FunctionValue): StoreValue[] {
  const found: StoreValue[] = [];
  for (let at = scope; at !== undefined; at = at.outer)
    for (const value of at.names.values()) if (value instanceof StoreValue) found.push(value);
  return found;
}

const closure = (f: FunctionValue): boolean => holdsStore([f]);

/** What is followed takes too long or goes too deep. */
export class TooLong extends Error {
  override name = "TooLong";
  constructor(readonly reason: Cause) {
    super(reason.reason);
  }
}
