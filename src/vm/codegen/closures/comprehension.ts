/** Comprehensions and generator expressions as closures. */
import type * as ast from "../../parser/ast.js";
import { FrameInfo } from "../../runtime/frame.js";
import type { PyCode } from "../../runtime/code.js";
import type { PyObject } from "../../runtime/objects.js";
import { Env, Names } from "./environment.js";
import { NeedsText, type ClosureCompiler, type Run } from "./expression.js";

type Assign = (env: Env, value: PyObject) => void;

interface Clause {
  readonly source: Run;
  readonly assign: Assign;
  readonly tests: ((env: Env) => boolean)[];
}

export function comprehension(c: ClosureCompiler, node: ast.AnyComprehension, names: Names | undefined): Run {
  const { rt, R } = c;
  const inner = new Names(names, node.type === "GeneratorExp" ? "<genexpr>." : undefined);
  // All targets are bound before anything inside is compiled: a name means the comprehension's own variable everywhere.
  for (const g of node.generators) {
    if (g.is_async !== 0) throw new NeedsText();
    bindTargets(g.target, inner);
  }
  const clauses = node.generators.map((g, i): Clause => {
    const source = c.expr(g.iter, i === 0 ? names : inner);
    const assign = target(c, g.target, inner);
    return { source, assign, tests: g.ifs.map((test) => c.test(test, inner)) };
  });
  const iter = R["iter"] as (o: PyObject) => { tp$iternext(): PyObject | undefined };
  const { budget } = rt;
  const run = (
    env: Env,
    at: number,
    it: { tp$iternext(): PyObject | undefined },
    use: (env: Env) => void,
  ): void => {
    const clause = clauses[at];
    const last = at === clauses.length - 1;
    outer: for (;;) {
      const v = it.tp$iternext();
      if (v === undefined) return;
      if (--budget.left < 0) budget.exhausted();
      clause.assign(env, v);
      for (const test of clause.tests) if (!test(env)) continue outer;
      if (last) use(env);
      else run(env, at + 1, iter(clauses[at + 1].source(env)), use);
    }
  };
  const enter = (env: Env): Env => new Env([], env, env.globals, undefined);
  const first = clauses[0];
  switch (node.type) {
    case "ListComp":
    case "SetComp": {
      const elt = c.expr(node.elt, inner);
      const make = R[node.type === "ListComp" ? "mklist" : "mkset"] as (items: PyObject[]) => PyObject;
      return (env) => {
        const out: PyObject[] = [];
        run(enter(env), 0, iter(first.source(env)), (e) => out.push(elt(e)));
        return make(out);
      };
    }
    case "DictComp": {
      const key = c.expr(node.key, inner);
      const value = c.expr(node.value, inner);
      const make = R["mkdict"] as (parts: PyObject[]) => PyObject;
      return (env) => {
        const out: PyObject[] = [];
        run(enter(env), 0, iter(first.source(env)), (e) => out.push(key(e), value(e)));
        return make(out);
      };
    }
    case "GeneratorExp": {
      const elt = c.expr(node.elt, inner);
      const make = R["mkgen"] as (source: FrameInfo, js: unknown) => PyObject;
      const qualname = `${names?.prefix ?? ""}<genexpr>`;
      const data = { ...c.code.data, name: "<genexpr>", qualname, firstLine: node.lineno };
      const code = new c.system.codeType(data, c.code.unit, 0, c.code.filename, c.code.lineShift) as PyCode;
      const { tracebacks, thread } = c.system;
      function* loop(
        env: Env,
        at: number,
        it: { tp$iternext(): PyObject | undefined },
      ): Generator<PyObject, void> {
        const clause = clauses[at];
        outer: for (;;) {
          const v = it.tp$iternext();
          if (v === undefined) return;
          if (--budget.left < 0) budget.exhausted();
          clause.assign(env, v);
          for (const test of clause.tests) if (!test(env)) continue outer;
          if (at === clauses.length - 1) yield elt(env);
          else yield* loop(env, at + 1, iter(clauses[at + 1].source(env)));
        }
      }
      function* body(env: Env, it: { tp$iternext(): PyObject | undefined }): Generator<PyObject, PyObject> {
        try {
          yield* loop(env, 0, it);
        } catch (e) {
          throw tracebacks.out(e, thread.d, undefined);
        }
        return rt.none;
      }
      return (env) => make(new FrameInfo(code, env.globals), body(enter(env), iter(first.source(env))));
    }
  }
}

function bindTargets(node: ast.Expr, names: Names): void {
  if (node.type === "Name") names.bind(node.id);
  else if (node.type === "Tuple" || node.type === "List")
    for (const elt of node.elts) bindTargets(elt, names);
  else if (node.type === "Starred") bindTargets(node.value, names);
}

function target(c: ClosureCompiler, node: ast.Expr, names: Names): Assign {
  const { R } = c;
  switch (node.type) {
    case "Name": {
      const i = names.bind(node.id);
      return (env, v) => {
        env.vars[i] = v;
      };
    }
    case "Tuple":
    case "List": {
      const parts = node.elts.map((elt) => target(c, elt.type === "Starred" ? elt.value : elt, names));
      const star = node.elts.findIndex((elt) => elt.type === "Starred");
      const n = parts.length;
      const unp = R["unp"] as (o: PyObject, n: number) => PyObject[];
      const unpx = R["unpx"] as (o: PyObject, before: number, after: number) => PyObject[];
      return (env, v) => {
        const items = star < 0 ? unp(v, n) : unpx(v, star, n - star - 1);
        for (let i = 0; i < n; i++) parts[i](env, items[i]);
      };
    }
    default:
      // A target like `a.b` or `a[0]` in a comprehension is rare enough for the other back end.
      throw new NeedsText();
  }
}
