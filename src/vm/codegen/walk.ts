/** Searches over statement bodies that stay within one scope. */
import type * as ast from "../parser/ast.js";

/** Names that `del` or the end of an `except ... as` clause may unbind in these statements. */
export function unboundNames(body: readonly ast.Stmt[]): Set<string> {
  const out = new Set<string>();
  visit(body, out);
  return out;
}

function visit(body: readonly ast.Stmt[], out: Set<string>): void {
  for (const node of body) {
    switch (node.type) {
      case "Delete":
        for (const target of node.targets) targets(target, out);
        break;
      case "For":
      case "AsyncFor":
      case "While":
      case "If":
        visit(node.body, out);
        visit(node.orelse, out);
        break;
      case "With":
      case "AsyncWith":
        visit(node.body, out);
        break;
      case "Try":
      case "TryStar":
        visit(node.body, out);
        for (const handler of node.handlers) {
          if (handler.name !== null) out.add(handler.name);
          visit(handler.body, out);
        }
        visit(node.orelse, out);
        visit(node.finalbody, out);
        break;
      case "Match":
        for (const c of node.cases) visit(c.body, out);
        break;
      default:
        break;
    }
  }
}

function targets(node: ast.Expr, out: Set<string>): void {
  if (node.type === "Name") out.add(node.id);
  else if (node.type === "Tuple" || node.type === "List") for (const elt of node.elts) targets(elt, out);
}

/** Does an annotated assignment stand here (a class or module body then gets `__annotations__`)? */
export function hasAnnotations(body: readonly ast.Stmt[]): boolean {
  return body.some((node) => {
    switch (node.type) {
      case "AnnAssign":
        return true;
      case "For":
      case "AsyncFor":
      case "While":
      case "If":
        return hasAnnotations(node.body) || hasAnnotations(node.orelse);
      case "With":
      case "AsyncWith":
        return hasAnnotations(node.body);
      case "Try":
      case "TryStar":
        return (
          hasAnnotations(node.body) ||
          node.handlers.some((h) => hasAnnotations(h.body)) ||
          hasAnnotations(node.orelse) ||
          hasAnnotations(node.finalbody)
        );
      case "Match":
        return node.cases.some((c) => hasAnnotations(c.body));
      default:
        return false;
    }
  });
}
