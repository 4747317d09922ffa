/** The bodies of functions as whole lines: where they end, their text as BitBake stores it, how to get out of one that does not end. */
import { isSpace, type Lines } from "./lines.js";

/** The text of a physical line without white space at its end. */
export function lineText(lines: Lines, index: number): string {
  const { start, end } = lines.at(index);
  return lines.source.slice(start, end);
}

/** True for a line that is `}` alone: the grammar's `functionEnd`. */
export function isCloser(lines: Lines, index: number): boolean {
  if (lines.source.charCodeAt(lines.starts[index]) !== 0x7d) return false;
  const { start, end } = lines.at(index);
  return end === start + 1;
}

/** The last line that is `}` alone, -1 without one. Behind it no function can end. */
export function lastCloser(lines: Lines): number {
  for (let i = lines.count - 1; i >= 0; i--) if (isCloser(lines, i)) return i;
  return -1;
}

/** Lines [first, end) without white space at their ends, each with "\n". */
export function functionBody(lines: Lines, first: number, end: number): string {
  const { source, starts } = lines;
  for (let i = first; i < end; i++) {
    const next = starts[i + 1];
    // Clean lines, nearly all there are, need no cutting.
    const last = next - 2;
    if (source.charCodeAt(next - 1) !== 10 || (last >= starts[i] && isSpace(source.charCodeAt(last)))) {
      let body = "";
      for (let k = first; k < end; k++) body += lineText(lines, k) + "\n";
      return body;
    }
  }
  return source.slice(starts[first], starts[end]);
}

/**
 * The line where an editor may go on behind a function without end: the first that closes it nearly (an indented `}`:
 * the line behind it), or the first that stands at the margin and is a statement.
 */
export function skipBody(lines: Lines, first: number, isStatement: (text: string) => boolean): number {
  for (let i = first; i < lines.count; i++) {
    const text = lineText(lines, i);
    if (text === "") continue;
    if (isSpace(text.charCodeAt(0))) {
      const trimmed = text.trim();
      const indent = text.length - trimmed.length;
      // A brace may close something inside of the body; take it when nothing indented follows at once.
      if (trimmed === "}" && indent <= 4 && (i + 1 === lines.count || lineText(lines, i + 1) === ""))
        return i + 1;
    } else if (!text.startsWith("#") && isStatement(text)) {
      return i;
    }
  }
  return lines.count;
}

/**
 * Where to go on behind a line that BitBake refuses, so that one mistake gives one error: behind the indented lines that
 * follow, which can be no statements; where the line opened a brace, behind the line that closes it.
 */
export function skipRest(
  lines: Lines,
  first: number,
  opened: boolean,
  isStatement: (text: string) => boolean,
): number {
  let next = first;
  for (; next < lines.count; next++) {
    if (opened && isCloser(lines, next)) return next + 1;
    const text = lineText(lines, next);
    if (text !== "" && isSpace(text.charCodeAt(0))) continue;
    if (!opened || (text !== "" && isStatement(text))) break;
  }
  return next;
}
