/**
 * Marks below the source lines of a traceback entry, as CPython 3.13 prints them: `^` under what was running, and where
 * that is a binary operation, a subscript or a call, `~` under its operands. Lines beyond the first, the last and those
 * about the operator are counted only. Columns are in characters (UTF-16 units) of the given lines.
 */
import type * as ast from "../parser/ast.js";
import { PySyntaxError } from "../parser/errors.js";
import { parse } from "../parser/parse.js";

/** Characters before a column counted in bytes of UTF-8. */
export function characters(line: string, column: number): number {
  let bytes = 0;
  let at = 0;
  for (const c of line) {
    if (bytes >= column) break;
    const code = c.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += c.length;
  }
  return at;
}

/** A place in the lines of a text, from 0. */
interface Point {
  line: number;
  col: number;
}

/** What stands between them is marked with `^`, the rest with `~`. */
interface Anchors {
  readonly left: Point;
  readonly right: Point;
}

function tree(source: string): ast.Stmt[] | undefined {
  try {
    const parsed = parse(source, { filename: "<traceback>", mode: "exec" });
    return parsed.type === "Module" ? parsed.body : undefined;
  } catch (e) {
    if (e instanceof PySyntaxError) return undefined;
    throw e;
  }
}

/**
 * The lines with marks, indented by four instead of what they have in common, each ended by a newline.
 * @param source the lines from the first to the last of what was running
 * @param start its first column in the first line
 * @param end its end in the last line
 */
export function markedLines(source: readonly string[], start: number, end: number): string {
  const indent = commonIndent(source);
  const lines = source.map((line) => (line.trim() === "" ? "" : line.slice(indent)).trimEnd());
  const from = Math.max(0, start - indent);
  const to = Math.max(0, end - indent);
  const last = lines.length - 1;
  const whole = lines.join("\n");
  const anchors = anchorsOf(whole.slice(from, whole.length - (lines[last].length - to)));
  const marked = showsMarks(lines, from, to, anchors);
  if (anchors !== undefined) {
    if (anchors.left.line === 0) anchors.left.col += from;
    if (anchors.right.line === 0) anchors.right.col += from;
  }
  const out: string[] = [];
  const put = (n: number): void => {
    const line = lines[n];
    out.push(`${line}\n`);
    if (!marked) return;
    const blank = line.length - line.trimStart().length;
    const count = n === last ? to : line.length;
    let marks = "";
    // One mark for each column on the screen.
    const columns = Array.from(line.slice(0, count), (c): [number, number] => [c.length, screenWidth(c)]);
    let col = 0;
    for (const [units, wide] of columns) {
      const mark =
        col < blank || (n === 0 && col < from)
          ? " "
          : anchors === undefined || within(anchors, n, col)
            ? "^"
            : "~";
      marks += mark.repeat(wide);
      col += units;
    }
    if (count > line.length) marks += "^".repeat(count - line.length);
    out.push(`${marks}\n`);
  };
  const shown = [...new Set([0, last, ...around(anchors?.left), ...around(anchors?.right)])]
    .filter((n) => n >= 0 && n <= last)
    .sort((a, b) => a - b);
  shown.forEach((n, i) => {
    const skipped = i === 0 ? 0 : n - shown[i - 1] - 1;
    if (skipped === 1) put(n - 1);
    else if (skipped > 1) out.push(`...<${skipped} lines>...\n`);
    put(n);
  });
  return out.map((text) => `    ${text}`).join("");
}

function around(point: Point | undefined): number[] {
  return point === undefined ? [] : [point.line - 1, point.line, point.line + 1];
}

function within({ left, right }: Anchors, line: number, col: number): boolean {
  return (
    (line > left.line || (line === left.line && col >= left.col)) &&
    (line < right.line || (line === right.line && col < right.col))
  );
}

function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t\f]*/.exec(line)![0]);
  let common = indents[0] ?? "";
  for (const other of indents) while (!other.startsWith(common)) common = common.slice(0, -1);
  return common.length;
}

/** Columns of a character on a screen: East Asian wide ones take two. */
function screenWidth(c: string): number {
  return c > "\u{10ff}" &&
    /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u.test(
      c,
    )
    ? 2
    : 1;
}

/** No marks where they would tell nothing: below all of the lines, or below the one call of `return f(...)`, `x = f(...)`. */
function showsMarks(lines: readonly string[], start: number, end: number, anchors?: Anchors): boolean {
  const body = tree(lines.join("\n"));
  if (body?.length === 0) return false;
  const statement = body?.[0];
  let value: ast.Expr | undefined;
  if (statement?.type === "Return" && statement.value?.type === "Call") {
    if (statement.value.func.type === "Name") value = statement.value;
  } else if (statement?.type === "Assign" && statement.value.type === "Call") {
    if (statement.targets.length === 1 && statement.targets[0].type === "Name") value = statement.value;
  }
  if (
    value?.lineno === 1 &&
    value.end_lineno === lines.length &&
    value.col_offset === start &&
    value.end_col_offset === end
  )
    return false;
  if (anchors !== undefined) return true;
  return lines[0].slice(0, start).trim() !== "" || lines[lines.length - 1].slice(end).trim() !== "";
}

/** The operator of a binary operation, the brackets of a subscript or call; undefined for anything else. */
function anchorsOf(segment: string): Anchors | undefined {
  const body = tree(`(\n${segment}\n)`);
  const statement = body?.[0];
  if (body?.length !== 1 || statement?.type !== "Expr") return undefined;
  const lines = segment.split("\n");
  const { value } = statement;
  // Brackets and a line break were put before the segment.
  const endOf = (node: ast.Located): Point => {
    const line = node.end_lineno - 2;
    return { line, col: characters(lines[line], node.end_col_offset) };
  };
  try {
    switch (value.type) {
      case "BinOp": {
        const left = find(lines, endOf(value.left), (c) => !/\s/.test(c) && c !== ")");
        const line = lines[left.line];
        const second = left.col + 1;
        const rightLine = value.right.lineno - 2;
        const outside =
          rightLine > left.line || second < characters(lines[rightLine], value.right.col_offset);
        const two = second < line.length && outside && !/[\s\\#]/.test(line[second]);
        return { left, right: { line: left.line, col: second + (two ? 1 : 0) } };
      }
      case "Subscript":
        return { left: find(lines, endOf(value.value), (c) => c === "["), right: endOf(value) };
      case "Call":
        return { left: find(lines, endOf(value.func), (c) => c === "("), right: endOf(value) };
      default:
        return undefined;
    }
  } catch (e) {
    if (e instanceof RangeError) return undefined;
    throw e;
  }
}

/** The next character from `at` on that satisfies `stop`; comments and line continuations are passed over. */
function find(lines: readonly string[], at: Point, stop: (c: string) => boolean): Point {
  let { line, col } = at;
  for (;;) {
    while (line < lines.length && col >= lines[line].length) {
      col = 0;
      line++;
    }
    if (line >= lines.length) throw new RangeError("no such character");
    const c = lines[line][col];
    if (c === "\\" || c === "#") col = lines[line].length;
    else if (stop(c)) return { line, col };
    else col++;
  }
}
