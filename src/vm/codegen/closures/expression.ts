/**
 * The second back end: an expression becomes a tree of JS closures, without any text. For `${@...}` and `eval`, whose
 * expressions run once or a few times: making closures costs a fraction of compiling JavaScript.
 *
 * What it does not take (`yield`, `await`, `:=` inside a comprehension or lambda) is left to the first back end.
 * Comprehensions run in the frame of the expression, as since CPython 3.12.
 */
import type * as ast from "../../parser/ast.js";
import { constant, type PyCode } from "../../runtime/code.js";
import { FrameInfo } from "../../runtime/frame.js";
import type { PyFunction } from "../../runtime/function.js";
import type { PyDict, PyObject } from "../../runtime/objects.js";
import type { Runtime } from "../../runtime/runtime.js";
import { binaryOp, constantOf } from "../expressions.js";
import type { GlobalCell, LookupHook } from "../support/names.js";
import type { Support } from "../support/index.js";
import type { CodeSystem } from "../system.js";
import { CodeFlag, type CodeData, type UnitData } from "../unit.js";
import { Env, Names, place } from "./environment.js";
import { comprehension } from "./comprehension.js";

/** One node's value in an environment. */
export type Run = (env: Env) => PyObject;

/** A whole expression: globals, and locals where they are not the globals. */
export type CompiledExpression = (globals: PyDict, locals: PyObject | LookupHook | undefined) => PyObject;

/** Thrown while closures are made: this expression needs the first back end. */
export class NeedsText extends Error {}

const comparisons: Partial<Record<ast.CmpOp, string>> = {
  Eq: "eq",
  NotEq: "ne",
  Lt: "lt",
  LtE: "le",
  Gt: "gt",
  GtE: "ge",
};

export class Expressions {
  constructor(
    private readonly rt: Runtime,
    private readonly code: CodeSystem,
  ) {}

  /** The description of an expression's code object: nothing but its name. */
  describe(tree: ast.Expression): UnitData {
    const data: CodeData = {
      kind: "module",
      name: "<module>",
      qualname: "<module>",
      firstLine: 1,
      lastLine: tree.body.end_lineno,
      flags: 0,
      argCount: 0,
      posOnlyCount: 0,
      kwOnlyCount: 0,
      varNames: [],
      cellNames: [],
      freeNames: [],
      localNames: [],
      plainCount: 0,
      names: [],
      consts: [],
      doc: -1,
      children: [],
    };
    return { text: "", consts: [], names: [], codes: [data], main: 0 };
  }

  /**
   * The expression as closures; undefined where the first back end must do it.
   * @param texts the strings at these columns, where the tree is that of a text of the same shape (shapes.ts)
   */
  make(
    tree: ast.Expression,
    code: PyCode,
    texts?: ReadonlyMap<number, string>,
  ): CompiledExpression | undefined {
    let run: Run;
    try {
      run = new ClosureCompiler(this.rt, this.code, code, texts).expr(tree.body, undefined);
    } catch (e) {
      if (e instanceof NeedsText) return undefined;
      throw e;
    }
    const { thread, tracebacks } = this.code;
    const { budget } = this.rt;
    const line = tree.body.lineno;
    const support = this.code.support;
    return (globals, locals) => {
      if (--budget.left < 0) budget.exhausted();
      const d = ++thread.d;
      if (d > thread.m) support["deep"](d);
      thread.stack[d] = new FrameInfo(code, globals, locals as PyObject | undefined);
      thread.places[d] = -line;
      try {
        const r = run(new Env([], undefined, globals, locals));
        thread.d = d - 1;
        return r;
      } catch (e) {
        throw tracebacks.out(e, d, undefined);
      }
    };
  }
}

/** Makes the closures of one expression. */
export class ClosureCompiler {
  readonly R: Support;
  private line = -1;

  constructor(
    readonly rt: Runtime,
    readonly system: CodeSystem,
    readonly code: PyCode,
    private readonly texts: ReadonlyMap<number, string> | undefined,
  ) {
    this.R = system.support;
  }

  expr(node: ast.Expr, names: Names | undefined): Run {
    const folded = constantOf(node, this.texts);
    if (folded !== undefined) {
      const value = constant(this.rt, folded);
      return () => value;
    }
    const { R } = this;
    switch (node.type) {
      case "Constant":
        throw new NeedsText(); // unreachable: constantOf knows all
      case "Name":
        return this.name(node.id, names);
      case "NamedExpr":
        return this.named(node, names);
      case "BoolOp": {
        const truth = R["truth"] as (o: PyObject) => boolean;
        const parts = node.values.map((v) => this.expr(v, names));
        const stop = node.op === "Or";
        const last = parts.length - 1;
        return (env) => {
          for (let i = 0; i < last; i++) {
            const v = parts[i](env);
            if (truth(v) === stop) return v;
          }
          return parts[last](env);
        };
      }
      case "BinOp": {
        const op = R[binaryOp(node.op)] as (a: PyObject, b: PyObject) => PyObject;
        const left = this.expr(node.left, names);
        const right = this.expr(node.right, names);
        return (env) => op(left(env), right(env));
      }
      case "UnaryOp": {
        const operand = this.expr(node.operand, names);
        if (node.op === "Not") {
          const { true: yes, false: no } = this.rt;
          const truth = R["truth"] as (o: PyObject) => boolean;
          return (env) => (truth(operand(env)) ? no : yes);
        }
        const op = R[node.op === "USub" ? "neg" : node.op === "UAdd" ? "pos" : "inv"] as (
          a: PyObject,
        ) => PyObject;
        return (env) => op(operand(env));
      }
      case "IfExp": {
        const test = this.test(node.test, names);
        const body = this.expr(node.body, names);
        const orelse = this.expr(node.orelse, names);
        return (env) => (test(env) ? body(env) : orelse(env));
      }
      case "Compare":
        return this.compare(node, names);
      case "Call":
        return this.call(node, names);
      case "Attribute": {
        const value = this.expr(node.value, names);
        const get = R["ga"] as (o: PyObject, name: string) => PyObject;
        const name = node.attr;
        return (env) => get(value(env), name);
      }
      case "Subscript": {
        const value = this.expr(node.value, names);
        const key = this.expr(node.slice, names);
        const get = R["gi"] as (o: PyObject, k: PyObject) => PyObject;
        return (env) => get(value(env), key(env));
      }
      case "Slice": {
        const part = (x: ast.Expr | null): Run => (x === null ? () => this.rt.none : this.expr(x, names));
        const [a, b, c] = [part(node.lower), part(node.upper), part(node.step)];
        const make = R["mkslice"] as (a: PyObject, b: PyObject, c: PyObject) => PyObject;
        return (env) => make(a(env), b(env), c(env));
      }
      case "List":
      case "Tuple":
      case "Set": {
        const items = this.items(node.elts, names);
        const make = R[node.type === "List" ? "mklist" : node.type === "Tuple" ? "mktuple" : "mkset"] as (
          items: PyObject[],
        ) => PyObject;
        return (env) => make(items(env));
      }
      case "Dict": {
        const keys = node.keys.map((k) => (k === null ? null : this.expr(k, names)));
        const values = node.values.map((v) => this.expr(v, names));
        const make = R["mkdictm"] as (parts: (PyObject | null)[]) => PyObject;
        return (env) => {
          const parts: (PyObject | null)[] = [];
          keys.forEach((k, i) => parts.push(k === null ? null : k(env), values[i](env)));
          return make(parts);
        };
      }
      case "JoinedStr":
      case "FormattedValue": {
        const only =
          node.type === "FormattedValue" ? node : node.values.length === 1 ? node.values[0] : undefined;
        if (only?.type === "FormattedValue") return this.formattedAlone(only, names);
        const text = this.joined(node, names);
        return (env) => this.rt.str(text(env));
      }
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        return comprehension(this, node, names);
      case "Lambda":
        return this.lambda(node, names);
      case "Starred":
      case "Await":
      case "Yield":
      case "YieldFrom":
        throw new NeedsText();
      default: {
        const never: never = node;
        return never;
      }
    }
  }

  /** Truth of a node as a JS boolean. */
  test(node: ast.Expr, names: Names | undefined): (env: Env) => boolean {
    const truth = this.R["truth"] as (o: PyObject) => boolean;
    if (node.type === "UnaryOp" && node.op === "Not") {
      const inner = this.test(node.operand, names);
      return (env) => !inner(env);
    }
    const value = this.expr(node, names);
    return (env) => truth(value(env));
  }

  private name(name: string, names: Names | undefined): Run {
    if (name === "__debug__") return () => this.rt.true;
    const at = place(names, name);
    if (at === undefined) return this.outer(name, names !== undefined);
    const unbound = this.R["uf"] as (name: string) => never;
    const { depth, index } = at;
    if (depth === 0) return (env) => env.vars[index] ?? unbound(name);
    if (depth === 1) return (env) => env.parent!.vars[index] ?? unbound(name);
    return (env) => {
      let e = env;
      for (let i = 0; i < depth; i++) e = e.parent!;
      return e.vars[index] ?? unbound(name);
    };
  }

  /** A name of no lambda or comprehension; `nested`: seen from inside one, where the locals are not looked at. */
  private outer(name: string, nested: boolean): Run {
    const gc = this.R["gc"] as (globals: PyDict, name: string) => GlobalCell;
    const inSpace = this.R["inSpace"] as (ns: unknown, name: string) => PyObject | undefined;
    let globals: PyDict | undefined;
    let cell: GlobalCell | undefined;
    const global = (env: Env): PyObject => {
      if (env.globals !== globals) {
        globals = env.globals;
        cell = gc(globals, name);
      }
      return cell!.get();
    };
    if (nested) return global;
    return (env) => (env.space === undefined ? global(env) : (inSpace(env.space, name) ?? global(env)));
  }

  private named(node: ast.NamedExpr, names: Names | undefined): Run {
    if (names !== undefined) throw new NeedsText();
    const value = this.expr(node.value, names);
    const name = node.target.id;
    const store = this.R["sn"] as (ns: PyObject, name: string, v: PyObject) => void;
    return (env) => {
      const v = value(env);
      if (env.space === undefined) env.globals.setStr(name, v);
      else store(env.space as PyObject, name, v);
      return v;
    };
  }

  private compare(node: ast.Compare, names: Names | undefined): Run {
    const first = this.expr(node.left, names);
    const pairs = node.ops.map(
      (op, i) => [this.comparator(op), this.expr(node.comparators[i], names)] as const,
    );
    if (pairs.length === 1) {
      const [op, right] = pairs[0];
      return (env) => op(first(env), right(env));
    }
    const truth = this.R["truth"] as (o: PyObject) => boolean;
    const last = pairs.length - 1;
    return (env) => {
      let left = first(env);
      for (let i = 0; ; i++) {
        const [op, next] = pairs[i];
        const right = next(env);
        const r = op(left, right);
        if (i === last || !truth(r)) return r;
        left = right;
      }
    };
  }

  private comparator(op: ast.CmpOp): (a: PyObject, b: PyObject) => PyObject {
    const { true: yes, false: no } = this.rt;
    const known = comparisons[op];
    if (known !== undefined) return this.R[known] as (a: PyObject, b: PyObject) => PyObject;
    const inside = this.R["inb"] as (a: PyObject, b: PyObject) => boolean;
    switch (op) {
      case "Is":
        return (a, b) => (a === b ? yes : no);
      case "IsNot":
        return (a, b) => (a !== b ? yes : no);
      case "In":
        return (a, b) => (inside(a, b) ? yes : no);
      default:
        return (a, b) => (inside(a, b) ? no : yes);
    }
  }

  items(elts: readonly ast.Expr[], names: Names | undefined): (env: Env) => PyObject[] {
    const spread = this.R["spread"] as (o: PyObject) => PyObject[];
    const runs = elts.map((elt) => this.expr(elt.type === "Starred" ? elt.value : elt, names));
    if (!elts.some((elt) => elt.type === "Starred")) return (env) => runs.map((run) => run(env));
    const starred = elts.map((elt) => elt.type === "Starred");
    return (env) => {
      const out: PyObject[] = [];
      runs.forEach((run, i) => {
        const v = run(env);
        if (starred[i]) for (const x of spread(v)) out.push(x);
        else out.push(v);
      });
      return out;
    };
  }

  private call(node: ast.Call, names: Names | undefined): Run {
    const { R } = this;
    const simple =
      node.keywords.length === 0 && node.args.every((a) => a.type !== "Starred") && node.args.length <= 3;
    const atLine = this.lineSetter(node);
    if (node.func.type === "Attribute") {
      const o = this.expr(node.func.value, names);
      const name = node.func.attr;
      if (simple) {
        const args = node.args.map((a) => this.expr(a, names));
        const [a, b, c] = args as [Run, Run, Run];
        // The method is looked up before the arguments are evaluated.
        const method = R["lmo"] as (o: PyObject, name: string) => PyObject;
        switch (args.length) {
          case 0:
            return atLine((env) => {
              const self = o(env);
              return method(self, name).$call1(self) as PyObject;
            });
          case 1:
            return atLine((env) => {
              const self = o(env);
              return method(self, name).$call2(self, a(env)) as PyObject;
            });
          case 2:
            return atLine((env) => {
              const self = o(env);
              return method(self, name).$call3(self, a(env), b(env)) as PyObject;
            });
          default:
            return atLine((env) => {
              const self = o(env);
              return method(self, name).$call4(self, a(env), b(env), c(env)) as PyObject;
            });
        }
      }
      const args = this.items(node.args, names);
      const kw = this.keywords(node, names);
      const lm = R["lmo"] as (o: PyObject, name: string) => unknown;
      const mc = R["mcks"] as (f: unknown, o: PyObject, args: PyObject[], kw: unknown[]) => PyObject;
      return atLine((env) => {
        const self = o(env);
        return mc(lm(self, name), self, args(env), kw(env));
      });
    }
    const f = this.expr(node.func, names);
    if (simple) {
      const [a, b, c] = node.args.map((x) => this.expr(x, names)) as [Run, Run, Run];
      switch (node.args.length) {
        case 0:
          return atLine((env) => f(env).$call0() as PyObject);
        case 1:
          return atLine((env) => f(env).$call1(a(env)) as PyObject);
        case 2:
          return atLine((env) => f(env).$call2(a(env), b(env)) as PyObject);
        default:
          return atLine((env) => f(env).$call3(a(env), b(env), c(env)) as PyObject);
      }
    }
    const args = this.items(node.args, names);
    const kw = this.keywords(node, names);
    const call = R["cks"] as (f: PyObject, args: PyObject[], kw: unknown[]) => PyObject;
    return atLine((env) => call(f(env), args(env), kw(env)));
  }

  /** Keyword array with `null, mapping` for `**mapping`. */
  private keywords(node: ast.Call, names: Names | undefined): (env: Env) => unknown[] {
    const parts = node.keywords.map((k) => [k.arg, this.expr(k.value, names)] as const);
    return (env) => parts.flatMap(([name, run]) => [name, run(env)]);
  }

  /** Calls on another line than what went before say so. */
  private lineSetter(node: ast.Located): (run: Run) => Run {
    if (this.line === -1) this.line = node.lineno;
    if (this.line === node.lineno) return (run) => run;
    const { thread } = this.system;
    const line = node.lineno;
    return (run) => (env) => {
      const before = thread.places[thread.d];
      thread.places[thread.d] = -line;
      const r = run(env);
      thread.places[thread.d] = before;
      return r;
    };
  }

  private joined(node: ast.JoinedStr | ast.FormattedValue, names: Names | undefined): (env: Env) => string {
    if (node.type === "JoinedStr") {
      const parts = node.values.map((v): ((env: Env) => string) => {
        if (v.type === "Constant" && v.value.kind === "str") {
          const text = v.value.value;
          return () => text;
        }
        if (v.type === "JoinedStr" || v.type === "FormattedValue") return this.joined(v, names);
        throw new NeedsText();
      });
      return (env) => {
        let out = "";
        for (const part of parts) out += part(env);
        return out;
      };
    }
    const { R } = this;
    const value = this.converted(node, names);
    if (node.format_spec === null) {
      const fmt = R["fmt"] as (o: PyObject) => string;
      return (env) => fmt(value(env));
    }
    const spec = this.joined(node.format_spec, names);
    const fmts = R["fmts"] as (o: PyObject, spec: string) => string;
    return (env) => fmts(value(env), spec(env));
  }

  /** What is formatted, after `!s`, `!r` and `!a`. */
  private converted(node: ast.FormattedValue, names: Names | undefined): Run {
    const value = this.expr(node.value, names);
    if (node.conversion === -1) return value;
    const name = node.conversion === 115 ? "cvs" : node.conversion === 114 ? "cvr" : "cva";
    const convert = this.R[name] as (o: PyObject) => PyObject;
    return (env) => convert(value(env));
  }

  /** An f-string of one field: what `__format__` gave itself, which may be of a subclass of str. */
  private formattedAlone(node: ast.FormattedValue, names: Names | undefined): Run {
    const value = this.converted(node, names);
    if (node.format_spec === null) {
      const fmt = this.R["fmt1"] as (o: PyObject) => PyObject;
      return (env) => fmt(value(env));
    }
    const spec = this.joined(node.format_spec, names);
    const fmts = this.R["fmts1"] as (o: PyObject, spec: string) => PyObject;
    return (env) => fmts(value(env), spec(env));
  }

  private lambda(node: ast.Lambda, names: Names | undefined): Run {
    const { args } = node;
    const inner = new Names(names, "<lambda>.<locals>.");
    const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs].map((a) => a.arg);
    for (const extra of [args.vararg, args.kwarg]) if (extra !== null) all.push(extra.arg);
    for (const name of all) inner.bind(name);
    const body = this.expr(node.body, inner);
    const defaults = args.defaults.map((v) => this.expr(v, names));
    const kwDefaults = args.kw_defaults.map((v) => (v === null ? null : this.expr(v, names)));
    const data: CodeData = {
      kind: "function",
      name: "<lambda>",
      qualname: `${names?.prefix ?? ""}<lambda>`,
      firstLine: node.lineno,
      lastLine: node.end_lineno,
      flags:
        CodeFlag.optimized |
        CodeFlag.newLocals |
        (args.vararg === null ? 0 : CodeFlag.varargs) |
        (args.kwarg === null ? 0 : CodeFlag.varkeywords),
      argCount: args.posonlyargs.length + args.args.length,
      posOnlyCount: args.posonlyargs.length,
      kwOnlyCount: args.kwonlyargs.length,
      varNames: all,
      cellNames: [],
      freeNames: [],
      localNames: all,
      plainCount: all.length,
      names: [],
      consts: [],
      doc: -1,
      children: [],
    };
    const { unit, filename, lineShift } = this.code;
    const code = new this.system.codeType(data, unit, 0, filename, lineShift) as PyCode;
    const { thread, tracebacks, functionType } = this.system;
    const { budget } = this.rt;
    const deep = this.R["deep"] as (d: number) => never;
    return (env) => {
      const f = new functionType(
        code,
        env.globals,
        [],
        defaults.length === 0 ? undefined : defaults.map((run) => run(env)),
        undefined,
        undefined,
      ) as PyFunction;
      if (kwDefaults.some((run) => run !== null)) {
        f.$kwDefaults = new Map();
        kwDefaults.forEach((run, i) => {
          if (run !== null) f.$kwDefaults!.set(args.kwonlyargs[i].arg, run(env));
        });
      }
      f.$js = (...values: PyObject[]) => {
        if (--budget.left < 0) budget.exhausted();
        const d = ++thread.d;
        if (d > thread.m) deep(d);
        thread.stack[d] = f;
        thread.places[d] = -node.lineno;
        try {
          const r = body(new Env(values, env, env.globals, undefined));
          thread.d = d - 1;
          return r;
        } catch (e) {
          throw tracebacks.out(e, d, values);
        }
      };
      return f;
    };
  }
}
