/**
 * A source text as the parser sees it: newlines unified, the last line ended, byte-order mark gone; it converts offsets into positions and
 * makes the errors, since only it can tell the line and the column in characters.
 */
import { PySyntaxError, type SyntaxErrorKind } from "./errors.js";

export class Source {
  readonly text: string;
  /** Offset of each line's first character; index 0 is the first line. */
  readonly lineStarts: number[];
  /** UTF-8 bytes before each offset; undefined when the text is ASCII and bytes are characters. */
  private readonly bytes: Uint32Array | undefined;
  /** We ended the last line ourselves. */
  private readonly addedNewline: boolean;

  constructor(
    text: string,
    readonly filename: string,
    /** Number of the first line, normally 1. */
    readonly firstLine: number,
    /** Errors show the newline that we added; CPython does so for whole files only. */
    private readonly showAddedNewline = true,
  ) {
    if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
    this.addedNewline = !text.endsWith("\n");
    if (this.addedNewline) text += "\n";
    this.text = text;
    const starts = [0];
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
    this.lineStarts = starts;
    this.bytes = /[^\x00-\x7f]/.test(text) ? byteOffsets(text) : undefined;
  }

  /** Column in UTF-8 bytes of `offset`, which stands in the line that starts at `lineStart`. */
  column(offset: number, lineStart: number): number {
    return this.bytes === undefined ? offset - lineStart : this.bytes[offset] - this.bytes[lineStart];
  }

  /** The line's text with its newline; "" beyond the end. */
  line(lineno: number): string {
    const index = lineno - this.firstLine;
    const start = this.lineStarts[index];
    if (start === undefined) return "";
    const end = this.lineStarts[index + 1] ?? this.text.length;
    return this.text.slice(
      start,
      end === this.text.length && this.addedNewline && !this.showAddedNewline ? end - 1 : end,
    );
  }

  /** Characters (code points) of a line before the byte column. */
  characters(lineno: number, byteColumn: number): number {
    if (this.bytes === undefined) return byteColumn;
    let bytes = 0;
    let characters = 0;
    for (const c of this.line(lineno)) {
      if (bytes >= byteColumn) break;
      const code = c.codePointAt(0) ?? 0;
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      characters++;
    }
    return characters + Math.max(0, byteColumn - bytes);
  }

  /** An error at byte columns from 0; an end line of 0 means "no end known" and gives CPython's end (0, 0). */
  error(
    message: string,
    lineno: number,
    column: number,
    endLineno = lineno,
    endColumn = column,
    kind: SyntaxErrorKind = "SyntaxError",
  ): PySyntaxError {
    const text = this.line(lineno);
    return new PySyntaxError(
      kind,
      message,
      this.filename,
      lineno,
      column < 0 ? 0 : this.characters(lineno, column) + 1,
      endLineno,
      endColumn < 0 ? endColumn + 1 : this.characters(endLineno, endColumn) + 1,
      text === "" ? null : text,
    );
  }
}

/** Number of UTF-8 bytes before every UTF-16 offset; both halves of a pair count from the pair's start. */
function byteOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    offsets[i] = bytes;
    const c = text.charCodeAt(i);
    if (c < 0x80) bytes += 1;
    else if (c < 0x800) bytes += 2;
    else if (c >= 0xd800 && c < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      offsets[++i] = bytes;
      bytes += 4;
    } else bytes += 3;
  }
  offsets[text.length] = bytes;
  return offsets;
}
