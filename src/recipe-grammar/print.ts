/** The source of a syntax tree, byte for byte: statements tile the file, so their texts in order are the file. */
import type { Statement, SyntaxTree } from "./ast.js";

/** The text of one statement with its line endings. */
export function textOf(tree: SyntaxTree, statement: Statement): string {
  return tree.source.slice(statement.span.start.offset, statement.span.end.offset);
}

/** The text of the whole tree. */
export function print(tree: SyntaxTree): string {
  return tree.statements.map((statement) => textOf(tree, statement)).join("");
}
