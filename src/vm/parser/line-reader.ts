/**
 * The lines of a text as the tokenizer reads them: where it stands, what indentation and brackets are open, and how
 * tokens and errors with their places come out. tokenizer.ts reads what stands within a line.
 */
import type { PySyntaxError } from "./errors.js";
import type { Source } from "./source.js";
import { TokenList } from "./token-list.js";
import * as T from "./tokens.js";

/** CPython's MAXINDENT. */
const MAX_INDENT = 100;
const TAB = 8;

export interface Bracket {
  character: string;
  line: number;
  column: number;
  /** This brace opens a replacement field of the innermost f-string. */
  field: boolean;
}

export class LineReader {
  protected readonly text: string;
  protected readonly out: TokenList;
  protected pos = 0;
  protected line: number;
  protected lineStart = 0;
  protected readonly indents = [0];
  private readonly altIndents = [0];
  protected readonly brackets: Bracket[] = [];
  /** The error raised is one that CPython forgets when the parser fails before it. */
  protected quiet = false;

  constructor(protected readonly source: Source) {
    this.text = source.text;
    this.line = source.firstLine;
    this.out = new TokenList(source);
  }

  protected nextLine(at: number): void {
    this.line++;
    this.lineStart = at;
  }

  protected newline(start: number): boolean {
    const i = this.pos;
    if (this.brackets.length === 0) {
      const last = this.out.count - 1;
      // a line of a comment or of nothing gives no token
      const kind = last < 0 ? T.NEWLINE : this.out.kind[last];
      if (kind !== T.NEWLINE && kind !== T.INDENT && kind !== T.DEDENT) this.push(T.NEWLINE, start, i + 1);
      this.pos = i + 1;
      this.nextLine(i + 1);
      return true;
    }
    this.pos = i + 1;
    this.nextLine(i + 1);
    return false;
  }

  /** Reads the white space that begins a logical line and emits INDENT and DEDENT. */
  protected indentation(): void {
    const text = this.text;
    let column = 0;
    let alternative = 0;
    let continued = 0;
    let i = this.pos;
    for (;;) {
      const c = text.charCodeAt(i);
      if (c === 32) {
        column++;
        alternative++;
      } else if (c === 9) {
        column = (Math.floor(column / TAB) + 1) * TAB;
        alternative++;
      } else if (c === 12) column = alternative = 0;
      else if (c === 92 && text.charCodeAt(i + 1) === 10) {
        // indentation cannot be split over lines: that of the first counts
        continued = continued === 0 ? column : continued;
        this.pos = i;
        this.continuation();
        i = this.pos;
        continue;
      } else if (c === 35 || c === 10) {
        // a blank line or one of a comment only
        i = text.indexOf("\n", i) + 1;
        this.nextLine(i);
        column = alternative = continued = 0;
        continue;
      } else break;
      i++;
    }
    this.pos = i;
    if (i >= text.length) return;
    if (continued > 0) column = alternative = continued;
    let top = this.indents.length - 1;
    if (column === this.indents[top]) {
      if (alternative !== this.altIndents[top]) this.tabError();
    } else if (column > this.indents[top]) {
      if (top + 1 >= MAX_INDENT) {
        const message = "too many levels of indentation";
        this.quietly(this.source.error(message, this.line, 0, this.line, -1, "IndentationError"));
      }
      if (alternative <= this.altIndents[top]) this.tabError();
      this.indents.push(column);
      this.altIndents.push(alternative);
      this.pushPlaceless(T.INDENT, i, this.line);
    } else {
      while (top > 0 && column < this.indents[top]) {
        this.indents.pop();
        this.altIndents.pop();
        top--;
        this.pushPlaceless(T.DEDENT, i, this.line);
      }
      if (column !== this.indents[top]) {
        const length = this.source.column(this.text.indexOf("\n", i), this.lineStart);
        const message = "unindent does not match any outer indentation level";
        this.quietly(this.source.error(message, this.line, length, this.line, -2, "IndentationError"));
      }
      if (alternative !== this.altIndents[top]) this.tabError();
    }
  }

  protected continuation(): void {
    const i = this.pos + 1;
    if (this.text.charCodeAt(i) !== 10) {
      const column = this.source.column(i, this.lineStart);
      const message = "unexpected character after line continuation character";
      this.quietly(this.source.error(message, this.line, column, this.line, -1));
    }
    if (i + 1 >= this.text.length && this.brackets.length === 0) {
      const column = this.source.column(i, this.lineStart);
      this.quietly(this.source.error("unexpected EOF while parsing", this.line, column, this.line, -2));
    }
    this.pos = i + 1;
    this.nextLine(i + 1);
  }

  /** Number of the last line that holds a character. */
  protected lastLine(): number {
    return this.source.firstLine + this.source.lineStarts.length - 2;
  }

  // --- output and errors ---

  protected push(kind: number, start: number, end: number, text = ""): void {
    this.out.push(kind, start, end, this.line, this.lineStart, this.brackets.length, text);
  }

  /** A token that began on an earlier line. */
  protected pushFrom(kind: number, start: number, end: number, line: number, lineStart: number): void {
    this.push(kind, start, end);
    this.out.moveStart(line, lineStart);
  }

  protected pushPlaceless(kind: number, at: number, line: number): void {
    this.out.pushPlaceless(kind, at, line);
  }

  /** Fails as CPython's tokenizer does: `at` is the offset after the last character read. */
  protected fail(message: string, at: number, from = at - 1): never {
    const start = Math.max(from, this.lineStart);
    const column = at <= this.lineStart ? -1 : this.source.column(start, this.lineStart);
    const end = from === at - 1 ? column : this.source.column(at - 1, this.lineStart);
    throw this.source.error(message, this.line, column, this.line, end);
  }

  /** The error `error` is one that CPython forgets when the parser fails before it. */
  protected quietly(error: PySyntaxError): never {
    this.quiet = true;
    throw error;
  }

  private tabError(): never {
    const message = "inconsistent use of tabs and spaces in indentation";
    this.quietly(this.source.error(message, this.line, 0, this.line, -1, "TabError"));
  }
}
