/** The tokenizer's result: tokens in parallel arrays that grow, and what ended them. */
import type { PySyntaxError } from "./errors.js";
import type { Source } from "./source.js";

/**
 * Tokens as parallel arrays, plain ones: most texts are short, and eight typed arrays would cost more than reading them. Columns are in UTF-8 bytes, `start` and `end` in UTF-16 units of the source.
 */
export interface Tokens {
  count: number;
  kind: number[];
  start: number[];
  end: number[];
  line: number[];
  column: number[];
  endLine: number[];
  endColumn: number[];
  /** Depth of brackets at the token's end, as CPython's `level`. */
  level: number[];
  /** The identifier (NFKC) of a NAME, the word of a keyword, else "". */
  text: string[];
  /** Why the tokens end where they do, if not at the end of a good text; their last one is then an ERRORTOKEN. */
  trouble: Trouble | undefined;
}

export interface Trouble {
  error: PySyntaxError;
  /**
   * When CPython reports it although the parser failed earlier: always, never, or for a bracket that is never closed
   * only if the parser had come beyond the bracket's line.
   */
  overrides: "always" | "never" | "later lines";
  line: number;
}

export class TokenList implements Tokens {
  count = 0;
  readonly kind: number[] = [];
  readonly start: number[] = [];
  readonly end: number[] = [];
  readonly line: number[] = [];
  readonly column: number[] = [];
  readonly endLine: number[] = [];
  readonly endColumn: number[] = [];
  readonly level: number[] = [];
  readonly text: string[] = [];
  trouble: Trouble | undefined = undefined;

  constructor(private readonly source: Source) {}

  /** Adds a token that ends in line `line`, which begins at `lineStart`; so far it begins there too. */
  push(
    kind: number,
    start: number,
    end: number,
    line: number,
    lineStart: number,
    level: number,
    text: string,
  ): void {
    this.count++;
    this.kind.push(kind);
    this.start.push(start);
    this.end.push(end);
    this.line.push(line);
    this.endLine.push(line);
    this.column.push(this.source.column(start, lineStart));
    this.endColumn.push(this.source.column(end, lineStart));
    this.level.push(level);
    this.text.push(text);
  }

  /** The token added last begins on an earlier line. */
  moveStart(line: number, lineStart: number): void {
    const n = this.count - 1;
    this.line[n] = line;
    this.column[n] = this.source.column(this.start[n], lineStart);
  }

  /** INDENT, DEDENT and what ends the text have no column; errors at them find their own (Cursor.failFurthest). */
  pushPlaceless(kind: number, at: number, line: number): void {
    this.push(kind, at, at, line, at, 0, "");
    const n = this.count - 1;
    this.column[n] = this.endColumn[n] = -1;
  }
}
