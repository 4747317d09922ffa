/** The binary operators: how strongly they bind, and their names in the tree. */
import type * as ast from "./ast.js";
import * as T from "./tokens.js";

/** From `|` (1) to `*` (6) by kind of token; 0 for all others. */
export const PRECEDENCE = new Uint8Array(T.KINDS);
const OPERATOR: ast.Operator[] = [];
for (const [kind, precedence, name] of [
  [T.VBAR, 1, "BitOr"],
  [T.CIRCUMFLEX, 2, "BitXor"],
  [T.AMPER, 3, "BitAnd"],
  [T.LEFTSHIFT, 4, "LShift"],
  [T.RIGHTSHIFT, 4, "RShift"],
  [T.PLUS, 5, "Add"],
  [T.MINUS, 5, "Sub"],
  [T.STAR, 6, "Mult"],
  [T.SLASH, 6, "Div"],
  [T.DOUBLESLASH, 6, "FloorDiv"],
  [T.PERCENT, 6, "Mod"],
  [T.AT, 6, "MatMult"],
  [T.DOUBLESTAR, 0, "Pow"],
] as const) {
  PRECEDENCE[kind] = precedence;
  OPERATOR[kind] = name;
}

/** The operator of a token such as `+` (and of `+=` less T.AUGMENTED). */
export function operatorOf(kind: number): ast.Operator {
  return OPERATOR[kind];
}
