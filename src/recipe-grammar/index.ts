/** The public subpath `sandbake/grammar`: from the text of a metadata file to its syntax tree and back. */
export type * from "./ast.js";
export { grammarText } from "./grammar.js";
export { positionAt, spanOf } from "./lines.js";
export { fileKind, firstError, parse, type ParseOptions, RecipeParser } from "./parse.js";
export { print, textOf } from "./print.js";
export { splitWords } from "./words.js";
