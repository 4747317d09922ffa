/**
 * Type parameters (PEP 695): `def f[T]`, `class C[T]`, `type A[T] = ...`. The parameters live in a function-like scope
 * between the definition and what it stands in; bounds, defaults and alias values are functions called when asked for.
 */
import type * as ast from "../parser/ast.js";
import type { Scope } from "../scope/scope.js";
import type { Emitter } from "./emitter.js";
import { expr } from "./expressions.js";
import { functionCode, leave, makeFunction } from "./functions.js";
import { store, storeExpr } from "./names.js";

type Generic = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias;

/**
 * Runs the scope of type parameters: makes them, then what `define` generates inside. `values` are texts evaluated
 * outside (defaults of parameters) and handed in as JS parameters; the third argument of `define` is the tuple.
 */
export function typeParams(
  e: Emitter,
  scope: Scope,
  node: Generic,
  values: readonly string[],
  define: (inner: Emitter, values: string[], params: string) => string,
): string {
  const names = values.map((_, i) => `v${i}`);
  const label = node.type === "TypeAlias" ? node.name.id : node.name;
  const index = functionCode(
    e,
    scope,
    {
      kind: "function",
      name: `<generic parameters of ${label}>`,
      firstLine: node.lineno,
      lastLine: node.lineno,
      args: null,
      body: [],
      doc: null,
    },
    (inner) => {
      inner.statement(() => {
        inner.setPlace(node);
        const made = node.type_params.map((p) => {
          const t = inner.temp();
          inner.push(`${t}=${typeVar(inner, p)};`);
          inner.push(store(inner, p.name, t));
          return t;
        });
        const params = inner.temp();
        inner.push(`${params}=${inner.op("mktuple")}([${made.join(",")}]);`);
        const text = define(inner, names, params);
        leave(inner, node.type === "ClassDef" ? text : inner.call("settp", text, params));
      });
    },
    names,
  );
  e.raises = true;
  return `${makeFunction(e, index, scope, "U", "U", "U")}.$js(${values.join(",")})`;
}

function typeVar(e: Emitter, p: ast.TypeParam): string {
  const bound = p.type === "TypeVar" && p.bound !== null ? thunk(e, p, "bound", p.bound) : "U";
  const value = p.default_value === null ? "U" : thunk(e, p, "default", p.default_value);
  return e.call("mktv", e.str(p.type), e.str(p.name), bound, value);
}

function thunk(e: Emitter, p: ast.TypeParam, part: "bound" | "default", value: ast.Expr): string {
  const scope = e.context.tree.typeVarScope(p, part);
  if (scope === undefined) throw new RangeError("a type parameter without its scope");
  return lazy(e, scope, p.name, value);
}

function lazy(e: Emitter, scope: Scope, name: string, value: ast.Expr): string {
  const index = functionCode(
    e,
    scope,
    {
      kind: "function",
      name,
      firstLine: value.lineno,
      lastLine: value.end_lineno,
      args: null,
      body: [],
      doc: null,
    },
    (inner) =>
      inner.statement(() => {
        inner.setPlace(value);
        leave(inner, expr(inner, value));
      }),
  );
  return makeFunction(e, index, scope, "U", "U", "U");
}

/** `type Name[T] = value`. */
export function typeAlias(e: Emitter, node: ast.TypeAlias): void {
  e.statement(() => {
    e.withPlace(node, () => {
      const make = (inner: Emitter): string =>
        inner.call(
          "mkalias",
          inner.str(node.name.id),
          lazy(inner, e.context.tree.of(node), node.name.id, node.value),
        );
      const scope = e.context.tree.typeParams(node);
      const text = scope === undefined ? make(e) : typeParams(e, scope, node, [], (inner) => make(inner));
      return `${storeExpr(e, node.name.id, text)};`;
    });
  });
}
