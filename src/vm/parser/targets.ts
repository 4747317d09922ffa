/** What may stand on the left of an assignment, after `for`, `del`, ...: checks, names for messages, contexts. */
import type * as ast from "./ast.js";

export type TargetUse = "assign" | "for" | "delete";

/** How messages name an expression (CPython's _PyPegen_get_expr_name). */
export function expressionName(e: ast.Expr): string {
  switch (e.type) {
    case "Attribute":
      return "attribute";
    case "Subscript":
      return "subscript";
    case "Starred":
      return "starred";
    case "Name":
      return "name";
    case "List":
      return "list";
    case "Tuple":
      return "tuple";
    case "Lambda":
      return "lambda";
    case "Call":
      return "function call";
    case "BoolOp":
    case "BinOp":
    case "UnaryOp":
      return "expression";
    case "GeneratorExp":
      return "generator expression";
    case "Yield":
    case "YieldFrom":
      return "yield expression";
    case "Await":
      return "await expression";
    case "ListComp":
      return "list comprehension";
    case "SetComp":
      return "set comprehension";
    case "DictComp":
      return "dict comprehension";
    case "Dict":
      return "dict literal";
    case "Set":
      return "set display";
    case "JoinedStr":
    case "FormattedValue":
      return "f-string expression";
    case "Constant":
      switch (e.value.kind) {
        case "None":
        case "True":
        case "False":
          return e.value.kind;
        case "Ellipsis":
          return "ellipsis";
        default:
          return "literal";
      }
    case "Compare":
      return "comparison";
    case "IfExp":
      return "conditional expression";
    case "NamedExpr":
      return "named expression";
    case "Slice":
      return "slice";
  }
}

/** The part of `e` that cannot be a target, or undefined (CPython's _PyPegen_get_invalid_target). */
export function invalidTarget(e: ast.Expr, use: TargetUse): ast.Expr | undefined {
  switch (e.type) {
    case "List":
    case "Tuple":
      for (const elt of e.elts) {
        const invalid = invalidTarget(elt, use);
        if (invalid !== undefined) return invalid;
      }
      return undefined;
    case "Starred":
      return use === "delete" ? e : invalidTarget(e.value, use);
    case "Compare":
      if (use !== "for") return e;
      return e.ops[0] === "In" ? invalidTarget(e.left, use) : undefined;
    case "Name":
    case "Attribute":
    case "Subscript":
      return undefined;
    default:
      return e;
  }
}

/** Turns a parsed expression that invalidTarget() accepts into a target. */
export function setContext(e: ast.Expr, ctx: "Store" | "Del"): void {
  switch (e.type) {
    case "List":
    case "Tuple":
      e.ctx = ctx;
      for (const elt of e.elts) setContext(elt, ctx);
      break;
    case "Starred":
      e.ctx = ctx;
      setContext(e.value, ctx);
      break;
    case "Name":
    case "Attribute":
    case "Subscript":
      e.ctx = ctx;
      break;
    default:
      break;
  }
}
