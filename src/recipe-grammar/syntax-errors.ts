/** What is wrong with a line that no rule takes: where, what stands there, what could, and what to do about it. */
import type { FileKind } from "./ast.js";
import { grammar } from "./compiled.js";
import type { LineRule } from "./heads.js";

/** About a line that BitBake calls "unparsed"; `offset` is an offset into it. */
export interface Explanation {
  readonly offset: number;
  readonly found: string;
  readonly expected: string;
  readonly hint?: string;
}

const ASSIGNMENT = /^(?:export\s+)?[\w\-+.${}/~:]*(?:\[[^\]]*\])?\s*(?:\?\?=|[?:+.]=|=[+.]?)\s*/u;
const OPERATORS = "an operator (= ?= ??= := += =+ .= =.)";
const DIRECTIVES: readonly string[] = [
  "inherit",
  "inherit_defer",
  "include",
  "include_all",
  "require",
  "export",
  "unset",
  "addtask",
  "deltask",
  "addhandler",
  "addpylib",
  "addfragments",
  "EXPORT_FUNCTIONS",
];
/** Those that a .conf does not know. */
const RECIPE_ONLY =
  /^(?:inherit|inherit_defer|addtask|deltask|addhandler|EXPORT_FUNCTIONS|def)\s|\(\s*\)\s*\{$/u;

/** Explains why `line` is refused by `rule`. */
export function explain(line: string, rule: LineRule, kind: FileKind): Explanation {
  if (/^[<=>|]{7}(?:\s|$)/.test(line)) {
    return about(line, 0, "a statement", "These look like the marks of an unfinished merge: resolve it.");
  }
  if (/^\s/u.test(line)) {
    return about(
      line,
      0,
      "a statement at the start of the line",
      "Statements and comments may not be indented.",
    );
  }
  if (kind === "conf" && RECIPE_ONLY.test(line)) {
    return about(
      line,
      0,
      "an assignment or include",
      "Functions, tasks and inherit are for recipes and classes, not .conf.",
    );
  }
  if (line === "}") {
    return about(
      line,
      0,
      "a statement",
      "A function ends at the first line that is } alone; this one ends none.",
    );
  }
  const head = ASSIGNMENT.exec(line);
  if (head && head[0] !== line) return aboutValue(line, head[0].length);
  const match = grammar.match(line, rule);
  const offset = match.failed() ? Math.min(match.getRightmostFailurePosition(), line.length) : 0;
  if (head) return about(line, offset, "a quoted value", 'Write the value in quotes: NAME = "value".');
  if (/\(\s*\)\s*\{/u.test(line)) {
    return about(line, offset, "the end of the line", "The body of a function begins on the next line.");
  }
  const word = /^\w+/.exec(line)?.[0] ?? "";
  if (word === "def" || word === "python" || word === "fakeroot") {
    const form = word === "def" ? "def NAME(...):" : `${word} NAME () {`;
    return about(line, offset, word === "def" ? '":"' : '"() {"', `A function begins with: ${form}`);
  }
  if (DIRECTIVES.includes(word))
    return about(line, offset, `what ${word} takes`, directiveHint(line, word, rule));
  const meant = DIRECTIVES.find((directive) => isNear(directive, word));
  return about(line, offset, OPERATORS, meant && `Did you mean "${meant}"?`);
}

/** An assignment whose text behind the operator is no value. */
function aboutValue(line: string, at: number): Explanation {
  const quote = line[at];
  if (quote !== '"' && quote !== "'") {
    return about(line, at, "a quoted value", 'Write the value in quotes: NAME = "value".');
  }
  const close = line.indexOf(quote, at + 1);
  if (close < 0) {
    return about(
      line,
      line.length,
      `a closing ${quote}`,
      "A value goes on in the next line only behind a backslash.",
    );
  }
  if (line.endsWith(quote)) {
    const other = quote === '"' ? "'" : '"';
    return about(
      line,
      close,
      "no third quote",
      `A value may not hold one quote of its kind: use ${other} around it.`,
    );
  }
  const rest = line.slice(close + 1);
  const hint = /^\s*#/u.test(rest)
    ? "A comment cannot follow a value: put it on a line of its own."
    : /^\s+$/u.test(rest)
      ? "A backslash behind the last line of a value joins it with the next line: remove it."
      : "Nothing may follow the closing quote.";
  return about(line, close + 1, "the end of the line", hint);
}

function directiveHint(line: string, word: string, rule: LineRule): string | undefined {
  if (word === "addpylib" && rule !== "baseConfLine") {
    return "addpylib is for layer.conf and the other files that BitBake reads as base configuration.";
  }
  if (word === "addpylib") return "addpylib takes a directory and a namespace.";
  if (word === "addfragments") return "addfragments takes four words.";
  if (word === "unset" && /\[.\]$/u.test(line)) return "BitBake unsets only flags of two or more characters.";
  if (word === "unset" || word === "export") return `${word} takes one name, without override and comment.`;
  return undefined;
}

function about(line: string, offset: number, expected: string, hint?: string): Explanation {
  const rest = line.slice(offset);
  const word = /^\s*(?:[\w\-+.${}/~:]+|\S)/u.exec(rest)?.[0].trim();
  return {
    offset,
    found: word === undefined ? "the end of the line" : JSON.stringify(word),
    expected,
    ...(hint && { hint }),
  };
}

/** True when one word becomes the other by one or two changes of a letter (case aside). */
function isNear(a: string, b: string): boolean {
  if (b.length < 4 || Math.abs(a.length - b.length) > 2) return false;
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  if (left === right) return true;
  let previous = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = previous[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1);
      row.push(Math.min(change, previous[j] + 1, row[j - 1] + 1));
    }
    previous = row;
  }
  return previous[right.length] <= 2;
}
