/** Makes the SyntaxErrors that scope analysis finds, placed at nodes of the tree. */
import type * as ast from "../parser/ast.js";
import { PySyntaxError } from "../parser/errors.js";
import { Source } from "../parser/source.js";

export interface AnalyseOptions {
  readonly filename: string;
  /** The text that was parsed: gives errors their line; without it columns are in bytes. */
  readonly source?: string;
  readonly firstLine?: number;
}

/** Throws the error `message` at `node`. */
export type Fail = (message: string, node: ast.Located) => never;

/** The way to fail for one analysis; the text is looked at only when something is wrong. */
export function failure(options: AnalyseOptions): Fail {
  return (message, node) => {
    if (options.source !== undefined) {
      const source = new Source(options.source, options.filename, options.firstLine ?? 1);
      throw source.error(message, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset);
    }
    throw new PySyntaxError(
      "SyntaxError",
      message,
      options.filename,
      node.lineno,
      node.col_offset + 1,
      node.end_lineno,
      node.end_col_offset + 1,
      null,
    );
  };
}
