/** The parts of expressions that neither bind nor open a scope: both passes over a tree go through them in this order. */
import type * as ast from "../parser/ast.js";

export type PlainExpression =
  | ast.BinOp
  | ast.BoolOp
  | ast.JoinedStr
  | ast.UnaryOp
  | ast.Compare
  | ast.Subscript
  | ast.Dict
  | ast.IfExp
  | ast.Slice
  | ast.FormattedValue;

/** The expressions directly within `e`, in the order in which CPython's symbol table visits them. */
export function operands(e: PlainExpression): readonly ast.Expr[] {
  switch (e.type) {
    case "BinOp":
      return [e.left, e.right];
    case "BoolOp":
    case "JoinedStr":
      return e.values;
    case "UnaryOp":
      return [e.operand];
    case "Compare":
      return [e.left, ...e.comparators];
    case "Subscript":
      return [e.value, e.slice];
    case "Dict":
      return [...e.keys.filter((k) => k !== null), ...e.values];
    case "IfExp":
      return [e.test, e.body, e.orelse];
    case "Slice":
      return [e.lower, e.upper, e.step].filter((part) => part !== null);
    case "FormattedValue":
      return e.format_spec === null ? [e.value] : [e.value, e.format_spec];
  }
}
