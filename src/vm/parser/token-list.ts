/** The tokenizer's result: tokens in parallel arrays that grow, and what ended them. */
import type { PySyntaxError } from "./errors.js";
import type { Source } from "./source.js";

/** Tokens as parallel arrays; columns are in UTF-8 bytes, `start` and `end` in UTF-16 units of the source. */
export interface Tokens {
  count: number;
  kind: Uint8Array;
  start: Int32Array;
  end: Int32Array;
  line: Int32Array;
  column: Int32Array;
  endLine: Int32Array;
  endColumn: Int32Array;
  /** Depth of brackets at the token's end, as CPython's `level`. */
  level: Uint8Array;
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
  kind: Uint8Array;
  start: Int32Array;
  end: Int32Array;
  line: Int32Array;
  column: Int32Array;
  endLine: Int32Array;
  endColumn: Int32Array;
  level: Uint8Array;
  readonly text: string[] = [];
  trouble: Trouble | undefined = undefined;
  private capacity: number;

  constructor(private readonly source: Source) {
    const capacity = (source.text.length >> 2) + 16;
    this.capacity = capacity;
    this.kind = new Uint8Array(capacity);
    this.level = new Uint8Array(capacity);
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.line = new Int32Array(capacity);
    this.column = new Int32Array(capacity);
    this.endLine = new Int32Array(capacity);
    this.endColumn = new Int32Array(capacity);
  }

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
    const n = this.count;
    if (n === this.capacity) this.grow();
    this.count = n + 1;
    this.kind[n] = kind;
    this.start[n] = start;
    this.end[n] = end;
    this.line[n] = this.endLine[n] = line;
    this.column[n] = this.source.column(start, lineStart);
    this.endColumn[n] = this.source.column(end, lineStart);
    this.level[n] = level;
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

  private grow(): void {
    this.capacity *= 2;
    const ints = (old: Int32Array): Int32Array => {
      const larger = new Int32Array(this.capacity);
      larger.set(old);
      return larger;
    };
    const bytes = (old: Uint8Array): Uint8Array => {
      const larger = new Uint8Array(this.capacity);
      larger.set(old);
      return larger;
    };
    this.kind = bytes(this.kind);
    this.level = bytes(this.level);
    this.start = ints(this.start);
    this.end = ints(this.end);
    this.line = ints(this.line);
    this.column = ints(this.column);
    this.endLine = ints(this.endLine);
    this.endColumn = ints(this.endColumn);
  }
}
