/** What the syntax trees of statements tell without being followed. */
import type * as ast from "../../vm/parser/ast.js";

/** The names of exception classes and what they are kinds of, as far as handlers ask. */
const parents: ReadonlyMap<string, string> = new Map([
  ["KeyError", "LookupError"],
  ["IndexError", "LookupError"],
  ["FileNotFoundError", "OSError"],
  ["ModuleNotFoundError", "ImportError"],
]);

/** Whether a handler catches an exception of a class. */
export function catches(type: ast.Expr | null, raised: string): boolean {
  if (type === null) return true;
  if (type.type === "Tuple") return type.elts.some((one) => catches(one, raised));
  const name = type.type === "Name" ? type.id : type.type === "Attribute" ? type.attr : "";
  if (name === "BaseException" || name === raised) return true;
  if (name === "Exception") return true;
  for (let at: string | undefined = raised; at !== undefined; at = parents.get(at))
    if (at === name) return true;
  return false;
}

/** Whether a body (not a function inside it) yields: then calling it runs nothing. */
export function hasYield(body: readonly ast.Stmt[]): boolean {
  return some(body, (node) => node.type === "Yield" || node.type === "YieldFrom");
}

/** The names that statements assign, in any way. */
export function assignedNames(body: readonly ast.Stmt[]): Set<string> {
  const names = new Set<string>();
  some(body, (node) => {
    if (node.type === "Name" && (node as ast.Name).ctx !== "Load") names.add((node as ast.Name).id);
    return false;
  });
  return names;
}

/** Looks through a tree, not into functions inside it. */
function some(tree: unknown, test: (node: { readonly type: string }) => boolean): boolean {
  if (Array.isArray(tree)) return tree.some((item) => some(item, test));
  if (typeof tree !== "object" || tree === null) return false;
  const node = tree as { readonly type?: string };
  if (typeof node.type === "string") {
    if (test(node as { type: string })) return true;
    if (node.type === "FunctionDef" || node.type === "Lambda") return false;
  }
  return Object.values(tree).some((value) => some(value, test));
}

/** Decorators that leave what a function does as it is. */
export function isPlainDecorator(node: ast.Expr): boolean {
  const name = dotted(node.type === "Call" ? node.func : node);
  return [
    "functools.lru_cache",
    "functools.cache",
    "bb.filter.filter_proc",
    "bb.parse.vardepsexclude",
  ].includes(name);
}

/** The text of a callee, for causes. */
export function dotted(node: ast.Expr): string {
  if (node.type === "Name") return node.id;
  if (node.type === "Attribute") return `${dotted(node.value)}.${node.attr}`;
  return "a function";
}
