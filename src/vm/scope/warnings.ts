/** What CPython's compiler warns about: code that is allowed and hardly ever meant. */
import type * as ast from "../parser/ast.js";

/** A SyntaxWarning for the line of a node. */
export type Warn = (message: string, node: ast.Located) => void;

/** Walks a whole tree; only for texts compiled where a warning can be seen. */
export function warnOf(tree: ast.Mod, warn: Warn): void {
  const part = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) for (const item of value) part(item);
    else if (typeof (value as { type?: unknown }).type === "string") visit(value as Record<string, unknown>);
  };
  const visit = (node: Record<string, unknown>): void => {
    // Outer expressions before inner ones, as the compiler meets them.
    check(node as unknown as ast.Expr | ast.Stmt, warn);
    for (const key in node) part(node[key]);
  };
  part(tree);
}

function check(node: ast.Expr | ast.Stmt, warn: Warn): void {
  switch (node.type) {
    case "Assert":
      if (node.test.type === "Tuple" && node.test.elts.length > 0)
        warn("assertion is always true, perhaps remove parentheses?", node);
      return;
    case "Compare":
      return comparison(node, warn);
    case "Call": {
      const kind = notCallable(node.func);
      if (kind !== undefined) warn(`'${kind}' object is not callable; perhaps you missed a comma?`, node);
      return;
    }
    case "Subscript":
      return subscript(node, warn);
    default:
  }
}

function comparison(e: ast.Compare, warn: Warn): void {
  let left = e.left;
  e.ops.forEach((op, i) => {
    const right = e.comparators[i];
    if ((op === "Is" || op === "IsNot") && (literal(left) || literal(right))) {
      const kind = typeOf(literal(left) ? left : right) ?? "object";
      warn(
        op === "Is"
          ? `"is" with '${kind}' literal. Did you mean "=="?`
          : `"is not" with '${kind}' literal. Did you mean "!="?`,
        e,
      );
    }
    left = right;
  });
}

/** A constant that is no singleton; the empty tuple is one as well. */
function literal(e: ast.Expr): boolean {
  if (e.type === "Tuple") return e.elts.every(literal);
  return e.type === "Constant" && !["None", "True", "False", "Ellipsis"].includes(e.value.kind);
}

function notCallable(e: ast.Expr): string | undefined {
  return e.type === "Lambda" ? undefined : typeOf(e);
}

const displays: ReadonlyMap<string, string> = new Map([
  ["Tuple", "tuple"],
  ["List", "list"],
  ["ListComp", "list"],
  ["Dict", "dict"],
  ["DictComp", "dict"],
  ["Set", "set"],
  ["SetComp", "set"],
  ["GeneratorExp", "generator"],
  ["JoinedStr", "str"],
  ["Lambda", "function"],
]);

/** Python's name of the type that an expression surely has. */
function typeOf(e: ast.Expr): string | undefined {
  if (e.type !== "Constant") return displays.get(e.type);
  switch (e.value.kind) {
    case "None":
      return "NoneType";
    case "True":
    case "False":
      return "bool";
    case "Ellipsis":
      return "ellipsis";
    default:
      return e.value.kind;
  }
}

function subscript(e: ast.Subscript, warn: Warn): void {
  const { value, slice } = e;
  const kind = typeOf(value);
  if (value.type === "Constant" && !["str", "bytes"].includes(value.value.kind)) {
    warn(`'${kind}' object is not subscriptable; perhaps you missed a comma?`, e);
    return;
  }
  if (["Set", "SetComp", "GeneratorExp", "Lambda"].includes(value.type)) {
    warn(`'${kind}' object is not subscriptable; perhaps you missed a comma?`, e);
    return;
  }
  const indexed = ["Constant", "Tuple", "List", "ListComp", "JoinedStr"].includes(value.type);
  const index = typeOf(slice);
  if (!indexed || index === undefined || index === "int" || index === "bool") return;
  warn(`${kind} indices must be integers or slices, not ${index}; perhaps you missed a comma?`, e);
}
