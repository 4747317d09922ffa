/** The public subpath `sandbake/grammar`: from the text of a metadata file to its syntax tree and back. */
export type * from "./ast.js";
