/**
 * Draws a diagnostic for people: where, what, and the source line with carets below the part that is meant.
 *
 *     recipes/zlib.bb:3:9: error: unparsed line: 'SUMMARY = A library'
 *       2 | LICENSE = "Zlib"
 *       3 | SUMMARY = A library
 *         |           ^ found "A", expected a quoted value
 *     hint: Write the value in quotes: NAME = "value".
 *
 * Text of the source is shown, never obeyed: control characters become visible ones, so that no file can drive a terminal.
 */
import type { Diagnostic } from "./errors.js";
import type { Span } from "./span.js";

export interface FrameOptions {
  /** Lines of source before the one that is meant; default 1. */
  readonly context?: number;
  /** Columns that a tab reaches to; default 8. */
  readonly tabWidth?: number;
  /** Columns of source to show at most; a longer line is cut around the place. Default 100. */
  readonly width?: number;
}

const LINE_ENDING = /\r\n|\n|\r/;

/** The source lines of a span with carets; "" where the span stands outside of the source. */
export function frame(source: string, span: Span, note = "", options: FrameOptions = {}): string {
  const { context = 1, tabWidth = 8, width = 100 } = options;
  const lines = source.split(LINE_ENDING);
  const { line, column } = span.start;
  const text = lines[line - 1];
  if (text === undefined) return "";
  // A span over several lines is marked to the end of its first.
  const last = span.end.line === line ? span.end.column : text.length + 1;
  const from = columnOf(text, column - 1, tabWidth);
  const to = Math.max(from + 1, columnOf(text, Math.max(column, last) - 1, tabWidth));
  // The window moves right when the place would be outside of it.
  const shift = from < width - 10 ? 0 : from - Math.floor(width / 2);
  const margin = String(line).length;
  const rows: string[] = [];
  for (let number = Math.max(1, line - context); number <= line; number++) {
    const shown = cut(visible(lines[number - 1] ?? "", tabWidth), shift, width);
    rows.push(`  ${String(number).padStart(margin)} | ${shown}`.trimEnd());
  }
  const start = from - shift + (shift > 0 ? 1 : 0);
  const carets = "^".repeat(Math.max(1, Math.min(to - from, width - start)));
  rows.push(`  ${" ".repeat(margin)} | ${" ".repeat(start)}${carets}${note && ` ${note}`}`);
  return rows.join("\n");
}

/** The whole diagnostic: place, message, frame (where the source is given) and hint. */
export function formatDiagnostic(diagnostic: Diagnostic, source?: string, options?: FrameOptions): string {
  const { severity, message, span, found, expected, hint } = diagnostic;
  const place = span ? `${span.file}:${span.start.line}:${span.start.column}: ` : "";
  const parts = [
    `${visible(place + severity, 1)}: ${message
      .split("\n")
      .map((text) => visible(text, 8))
      .join("\n")}`,
  ];
  if (source !== undefined && span) {
    const note = found !== undefined && expected !== undefined ? `found ${found}, expected ${expected}` : "";
    const drawn = frame(source, span, visible(note, 1), options);
    if (drawn) parts.push(drawn);
  } else if (found !== undefined && expected !== undefined) {
    parts.push(visible(`found ${found}, expected ${expected}`, 1));
  }
  if (hint) parts.push(`hint: ${visible(hint, 1)}`);
  return parts.join("\n");
}

/** The column (from 0) at which the UTF-16 unit `offset` of a line is shown. */
function columnOf(text: string, offset: number, tabWidth: number): number {
  return width(visible(text.slice(0, offset), tabWidth));
}

/** The text with tabs as blanks and other control characters as the signs for them. */
function visible(text: string, tabWidth: number): string {
  let shown = "";
  let column = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    let piece = character;
    if (code === 9) piece = " ".repeat(tabWidth - (column % tabWidth));
    else if (code < 0x20) piece = String.fromCharCode(0x2400 + code);
    else if (code === 0x7f) piece = "\u2421";
    // C1 controls, marks that turn the direction of text, line separators, byte order mark.
    else if (/[\u0080-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(character)) piece = "\ufffd";
    shown += piece;
    column += width(piece);
  }
  return shown;
}

/** Columns that a terminal gives to a text: two for East Asian wide characters and emoji, none for combining marks. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}/u.test(character)) continue;
    columns += isWide(character.codePointAt(0)!) ? 2 : 1;
  }
  return columns;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** `columns` columns of a shown line from column `shift` on, with an ellipsis where something is cut. */
function cut(shown: string, shift: number, columns: number): string {
  let text = shift > 0 ? "…" : "";
  let column = 0;
  for (const character of shown) {
    const at = column;
    column += width(character);
    if (at < shift) continue;
    if (column > shift + columns) return `${text}…`;
    text += character;
  }
  return text;
}
