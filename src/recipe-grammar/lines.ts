/**
 * Physical lines as Python reads them: "\n", "\r\n" and "\r" end a line, and nothing else does. Also what Python calls
 * white space, which BitBake removes at the end of every line.
 */
import type { Position, Span } from "../diagnostics/span.js";
import type { Range, SyntaxTree } from "./ast.js";

/** One physical line: [start, end) without its ending and without white space before it; `next` starts the next line. */
export interface PhysicalLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** True for the UTF-16 units that Python's str.isspace and `\s` take for white space. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f);
  if (code < 0x85) return false;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The lines of a text and the offsets where they start. The last line may be without an ending; an empty text has no line. */
export class Lines {
  readonly starts: readonly number[];

  constructor(readonly source: string) {
    this.starts = lineStarts(source);
  }

  /** How many lines there are. */
  get count(): number {
    const last = this.starts.length - 1;
    return this.starts[last] === this.source.length ? last : last + 1;
  }

  /** Line number `index` (from 0). */
  at(index: number): PhysicalLine {
    const start = this.starts[index];
    const next = this.starts[index + 1] ?? this.source.length;
    let end = next;
    // A line's ending is white space itself.
    while (end > start && isSpace(this.source.charCodeAt(end - 1))) end--;
    return { start, end, next };
  }

  /** The text of line `index` without its ending, white space kept. */
  raw(index: number): string {
    const next = this.starts[index + 1] ?? this.source.length;
    let end = next;
    if (this.source.charCodeAt(end - 1) === 10) end--;
    if (this.source.charCodeAt(end - 1) === 13) end--;
    return this.source.slice(this.starts[index], Math.max(end, this.starts[index]));
  }
}

/** Offsets of the first character of each line; one more at the end where the text ends with a line ending. */
export function lineStarts(source: string): number[] {
  const starts = [0];
  const length = source.length;
  if (!source.includes("\r")) {
    for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < length; i++) {
    const code = source.charCodeAt(i);
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** Line and column of an offset. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return { offset, line: low + 1, column: offset - starts[low] + 1 };
}

/** Lines and columns of a range of offsets of a tree's source. */
export function spanOf(tree: Pick<SyntaxTree, "file" | "lineStarts">, range: Range): Span {
  return {
    file: tree.file,
    start: positionAt(tree.lineStarts, range.start),
    end: positionAt(tree.lineStarts, range.end),
  };
}
