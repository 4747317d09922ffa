/**
 * Calls. A call with up to three positional arguments passes them as JS arguments; `obj.name(...)` never makes a bound
 * method; anything with `*`, `**` or keywords passes a JS array and a flat keyword array.
 */
import type * as ast from "../parser/ast.js";
import type { Emitter } from "./emitter.js";
import { attributePlace, expr, isSimple, items, operate } from "./expressions.js";
import { inlineBuiltin, inlineCall, inlineMethod } from "./inline.js";

export function callExpr(e: Emitter, node: ast.Call): string {
  if (isBareSuper(node) && !isZeroArgSuper(e, node)) {
    const positional =
      e.scope.kind === "function" || e.scope.kind === "lambda" ? e.scope.parameters.length > 0 : false;
    return operate(e, node, "sup1", [expr(e, node.func), String(positional)]);
  }
  if (isZeroArgSuper(e, node)) {
    const self = firstParameter(e);
    if (self !== undefined) return operate(e, node, "sup0", [expr(e, node.func), e.cell("__class__"), self]);
  }
  const simple = node.keywords.length === 0 && node.args.every((a) => a.type !== "Starred");
  if (node.func.type === "Attribute") return methodCall(e, node, node.func, simple);
  const f = expr(e, node.func);
  if (simple) {
    const operands = [f, ...node.args.map((a) => expr(e, a))];
    return node.func.type === "Name"
      ? inlineBuiltin(e, node, node.func.id, operands)
      : inlineCall(e, node, operands);
  }
  if (isSpread(node)) {
    // `f(*args)`: what cannot be iterated is named together with the function.
    const t = e.temp();
    const spread = operate(e, node, "spf", [`(${t}=${f})`, expr(e, (node.args[0] as ast.Starred).value)]);
    if (node.keywords.length === 0) return operate(e, node, "cs", [spread, t]);
    const marked = hasDoubleStar(node);
    return operate(e, node, marked ? "cskm" : "csk", [spread, t, keywords(e, node.keywords, marked)]);
  }
  const args = `[${items(e, node.args)}]`;
  if (node.keywords.length === 0) return operate(e, node, "cn", [f, args]);
  if (hasDoubleStar(node)) return operate(e, node, "cks", [f, args, keywords(e, node.keywords, true)]);
  return operate(e, node, "ck", [f, args, keywords(e, node.keywords, false)]);
}

function methodCall(e: Emitter, node: ast.Call, func: ast.Attribute, simple: boolean): string {
  const o = expr(e, func.value);
  const at = attributePlace(func, node);
  const name = e.str(e.mangled(func.attr));
  // The method is looked up before the arguments are evaluated.
  let object = o;
  let before = "";
  if (!isSimple(o) || node.args.length + node.keywords.length > 0) {
    object = e.temp();
    before = `${object}=${o},`;
  }
  const f = e.temp();
  before += `${f}=${inlineMethod(e, attributePlace(func), object, name)},`;
  if (simple) return `(${before}${inlineCall(e, at, [f, object, ...node.args.map((a) => expr(e, a))])})`;
  const args = `[${items(e, node.args)}]`;
  const call = (op: string, ...more: string[]): string =>
    `(${before}${operate(e, at, op, [f, object, args, ...more])})`;
  if (node.keywords.length === 0) return call("mcn");
  if (hasDoubleStar(node)) return call("mcks", keywords(e, node.keywords, true));
  return call("mck", keywords(e, node.keywords, false));
}

function hasDoubleStar(node: ast.Call): boolean {
  return node.keywords.some((k) => k.arg === null);
}

/** Flat keyword array; `**m` is written as `null, m` when `marked`. */
export function keywords(e: Emitter, list: readonly ast.Keyword[], marked: boolean): string {
  const parts = list.map((k) => {
    if (k.arg === null) {
      if (!marked) throw new RangeError("unmarked ** in keywords");
      return `null,${expr(e, k.value)}`;
    }
    return `${e.str(k.arg)},${expr(e, k.value)}`;
  });
  return `[${parts.join(",")}]`;
}

function isSpread(node: ast.Call): boolean {
  return node.args.length === 1 && node.args[0].type === "Starred";
}

function isBareSuper(node: ast.Call): boolean {
  return (
    node.func.type === "Name" &&
    node.func.id === "super" &&
    node.args.length === 0 &&
    node.keywords.length === 0
  );
}

function isZeroArgSuper(e: Emitter, node: ast.Call): boolean {
  return isBareSuper(node) && e.scope.usesZeroArgSuper && e.cells.has("__class__");
}

/** Current value of the first parameter: a plain variable or a cell. */
function firstParameter(e: Emitter): string | undefined {
  const node = e.scope.node;
  if (node.type !== "FunctionDef" && node.type !== "AsyncFunctionDef" && node.type !== "Lambda")
    return undefined;
  const positional = node.args.posonlyargs.length + node.args.args.length;
  const name = e.scope.parameters[0];
  if (name === undefined) return undefined;
  if (positional === 0) return "U";
  return e.cells.has(name) ? `${e.cell(name)}.v` : e.local(name);
}
