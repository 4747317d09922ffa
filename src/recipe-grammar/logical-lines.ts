/**
 * Logical lines: a physical line that ends in a backslash goes on in the next one; backslash and line ending vanish.
 * Recipes and configuration files differ in how they treat comments there, and this file keeps to each (both found by
 * experiment): in a recipe a comment inside a continued statement is an error, in a .conf it is text of the statement.
 */
import type { Range } from "./ast.js";
import type { Lines } from "./lines.js";
import { pythonList } from "./python-list.js";

/** One logical line made of physical lines [first, next). */
export interface LogicalLine {
  readonly text: string;
  readonly first: number;
  readonly next: number;
  /** BitBake's number for it: its last line; beyond the end where the file ends in a backslash (.conf). */
  readonly line: number;
  /** Where the pieces begin, in `text` and in the source; one entry where nothing was joined. */
  readonly pieces: readonly { readonly at: number; readonly source: number }[];
}

/** Why lines cannot be joined, in BitBake's words. `next` is the line to go on with. */
export interface JoinProblem {
  readonly problem: "comment-in-value" | "confusing-comment" | "unfinished-line" | "empty-continuation";
  readonly message: string;
  readonly first: number;
  readonly next: number;
  readonly line: number;
  /** The physical line at fault. */
  readonly at: number;
}

const BACKSLASH = 0x5c;
const HASH = 0x23;

/** From an offset in a logical line's text to one in the source; `end` for the end of a range. */
export function toSource(line: LogicalLine, offset: number, end: boolean): number {
  const { pieces } = line;
  let i = pieces.length - 1;
  while (i > 0 && (end ? pieces[i].at >= offset : pieces[i].at > offset)) i--;
  return pieces[i].source + offset - pieces[i].at;
}

/** A range of a logical line's text in the source. */
export function sourceRange(line: LogicalLine, { start, end }: Range): Range {
  const from = toSource(line, start, false);
  return { start: from, end: start === end ? from : toSource(line, end, true) };
}

/** The logical line that begins at physical line `first` of a recipe, class or .inc file. */
export function joinRecipeLine(lines: Lines, first: number, file: string): LogicalLine | JoinProblem {
  const { source } = lines;
  const start = lines.at(first);
  if (source.charCodeAt(start.end - 1) !== BACKSLASH || start.end === start.start)
    return single(lines, first);
  const parts = [source.slice(start.start, start.end - 1)];
  const pieces = [{ at: 0, source: start.start }];
  const comment = source.charCodeAt(start.start) === HASH;
  let length = parts[0].length;
  for (let next = first + 1; next < lines.count; next++) {
    const { start: from, end } = lines.at(next);
    const line = next + 1;
    if (length === 0 && parts.length === 1) return emptyContinuation(first, next, line);
    if (source.charCodeAt(from) === HASH && end > from) {
      if (!comment) return commentInValue(lines, first, next, file);
    } else if (comment) {
      return {
        problem: "confusing-comment",
        message:
          `There is a confusing multiline partially commented expression on line ${first + 1} of file ${file}:\n` +
          `${parts.join("\n")}\nPlease clarify whether this is all a comment or should be parsed.`,
        first,
        next,
        line,
        at: next,
      };
    }
    const goesOn = end > from && source.charCodeAt(end - 1) === BACKSLASH;
    const part = source.slice(from, goesOn ? end - 1 : end);
    pieces.push({ at: length, source: from });
    parts.push(part);
    length += part.length;
    if (!goesOn) return { text: parts.join(""), first, next: next + 1, line, pieces };
  }
  return {
    problem: "unfinished-line",
    message: `Unparsed lines ${file}: ${pythonList(parts)}`,
    first,
    next: lines.count,
    line: lines.count + 1,
    at: lines.count - 1,
  };
}

/** The logical line that begins at physical line `first` of a .conf file. */
export function joinConfLine(lines: Lines, first: number, file: string): LogicalLine | JoinProblem {
  const { source, count } = lines;
  const start = lines.at(first);
  if (source.charCodeAt(start.end - 1) !== BACKSLASH || start.end === start.start)
    return single(lines, first);
  const pieces = [{ at: 0, source: start.start }];
  const parts = [source.slice(start.start, start.end)];
  let begin = 0; // the first part that is not empty
  let length = parts[0].length;
  let last = parts[0];
  let next = first + 1;
  while (last.endsWith("\\")) {
    while (begin < parts.length - 1 && parts[begin] === "") begin++;
    const comment = parts[begin].startsWith("#");
    // One backslash goes; behind the end of the file there are empty lines without end.
    parts[parts.length - 1] = last = last.slice(0, -1);
    length--;
    const at = next++;
    const end = Math.min(next, count);
    const { start: from, end: to } = at < count ? lines.at(at) : { start: source.length, end: source.length };
    if (comment && (from === to || source.charCodeAt(from) !== HASH)) {
      const raw = source.slice(start.start, lines.starts[end] ?? source.length);
      return {
        problem: "confusing-comment",
        message:
          `There is a confusing multiline, partially commented expression starting on line ${first + 1} of file ${file}:\n` +
          `${raw.replace(/\r\n?/g, "\n")}\nPlease clarify whether this is all a comment or should be parsed.`,
        first,
        next: Math.min(at, count),
        line: next,
        at: Math.min(at, count - 1),
      };
    }
    if (to > from) {
      pieces.push({ at: length, source: from });
      parts.push((last = source.slice(from, to)));
      length += last.length;
    }
    if (length === 0) return emptyContinuation(first, end, next);
    // A line that added nothing leaves the text before it to be looked at again.
    while (last === "" && parts.length > 1) {
      parts.pop();
      pieces.pop();
      last = parts[parts.length - 1]!;
    }
  }
  return { text: parts.join(""), first, next: Math.min(next, count), line: next, pieces };
}

function single(lines: Lines, first: number): LogicalLine {
  const { start, end } = lines.at(first);
  return {
    text: lines.source.slice(start, end),
    first,
    next: first + 1,
    line: first + 1,
    pieces: [{ at: 0, source: start }],
  };
}

/** BitBake raises IndexError here. */
function emptyContinuation(first: number, next: number, line: number): JoinProblem {
  return {
    problem: "empty-continuation",
    message: "string index out of range: a statement cannot begin with a line that holds a backslash alone",
    first,
    next,
    line,
    at: first,
  };
}

function commentInValue(lines: Lines, first: number, at: number, file: string): JoinProblem {
  const { start, end } = lines.at(at);
  // The rest of the statement is no statement of its own.
  let next = at;
  while (next < lines.count && endsInBackslash(lines, next)) next++;
  return {
    problem: "comment-in-value",
    message:
      `There is a comment on line ${at + 1} of file ${file}:\n'''\n${lines.source.slice(start, end)}\n'''\n` +
      "which is in the middle of a multiline expression. This syntax is invalid, please correct it.",
    first,
    next: Math.min(next + 1, lines.count),
    line: at + 1,
    at,
  };
}

function endsInBackslash(lines: Lines, index: number): boolean {
  const { start, end } = lines.at(index);
  return end > start && lines.source.charCodeAt(end - 1) === BACKSLASH;
}
