/** What is wrong with a line that no rule takes: where, what stands there, what could, and what to do about it. */
import type { FileKind } from "./ast.js";
import { failureOffset, type LineRule } from "./heads.js";

/** About a line that BitBake calls "unparsed"; `offset` is an offset into it. */
export interface Explanation {
  readonly offset: number;
  readonly found: string;
  readonly expected: string;
  readonly hint?: string;
}

const ASSIGNMENT = /^(?:export\s+)?[\w\-+.${}/~:]*(?:\[[^\]\s]*\])?\s*(?:\?\?=|[?:+.]=|=[+.]?)\s*/u;
/** A name with a character that no name has, an operator and a quote. */
const BAD_NAME =
  /^(?:export\s+)?([\w\-+.${}/~:]*)([^\s=?"'[\w\-+.${}/~:])[^\s=?"'[]*(?:\[[^\]\s]*\])?\s*(?:\?\?=|[?:+.]?=[+.]?)\s*["']/u;
const OPERATORS = "an operator (= ?= ??= := += =+ .= =.)";

/** The directives and what stands behind them. */
const DIRECTIVES: ReadonlyMap<string, string> = new Map([
  ["inherit", "names of classes"],
  ["inherit_defer", "names of classes"],
  ["include", "a file"],
  ["include_all", "a file"],
  ["require", "a file"],
  ["export", "the name of a variable"],
  ["unset", "the name of a variable"],
  ["addtask", "the name of a task"],
  ["deltask", "the name of a task"],
  ["addhandler", "the name of a function"],
  ["addpylib", "a directory and a namespace"],
  ["addfragments", "four words"],
  ["EXPORT_FUNCTIONS", "names of functions"],
]);

/** Those that a .conf does not know. */
const RECIPE_ONLY =
  /^(?:inherit|inherit_defer|addtask|deltask|addhandler|EXPORT_FUNCTIONS|def)\s|\(\s*\)\s*\{$/u;

/** Explains why `line` is refused by `rule`. */
export function explain(line: string, rule: LineRule, kind: FileKind): Explanation {
  return aboutForm(line, kind) ?? aboutAssignment(line) ?? aboutWord(line, failureOffset(line, rule), rule);
}

/** Lines that are no statement by their very look. */
function aboutForm(line: string, kind: FileKind): Explanation | undefined {
  if (/^[<=>|]{7}(?:\s|$)/.test(line)) {
    return about(line, 0, "a statement", "These look like the marks of an unfinished merge: resolve it.");
  }
  if (line.startsWith("\ufeff")) {
    const hint = "The file begins with a byte order mark: save it as UTF-8 without one.";
    return { offset: 0, found: "a byte order mark", expected: "a statement", hint };
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
  return undefined;
}

/** Lines with an operator. */
function aboutAssignment(line: string): Explanation | undefined {
  const bad = BAD_NAME.exec(line);
  if (bad) {
    const at = bad[0].indexOf(bad[1]) + bad[1].length;
    const character = String.fromCodePoint(line.codePointAt(at)!);
    return {
      offset: at,
      found: JSON.stringify(character),
      expected: "a character of a name",
      hint: "Names are made of letters, digits and - _ + . / ~ : $ { }, without accents.",
    };
  }
  const head = ASSIGNMENT.exec(line);
  if (!head) return undefined;
  const at = head[0].length;
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
  if (/^\s+$/u.test(rest)) {
    const found = "the end of a joined line";
    return {
      offset: close + 1,
      found,
      expected: "nothing behind the closing quote",
      hint: "Remove the backslash behind the last line of the value: it joins it with the next line.",
    };
  }
  const hint = /^\s*#/u.test(rest)
    ? "A comment cannot follow a value: put it on a line of its own."
    : "Nothing may follow the closing quote.";
  return about(line, close + 1, "the end of the line", hint);
}

/** Everything else, by its first word and by where the grammar stopped. */
function aboutWord(line: string, offset: number, rule: LineRule): Explanation {
  if (/\(\s*\)\s*\{/u.test(line)) {
    return about(line, offset, "the end of the line", "The body of a function begins on the next line.");
  }
  const word = /^\w+/.exec(line)?.[0] ?? "";
  if (word === "def" || word === "python" || word === "fakeroot") {
    const form = word === "def" ? "def NAME(...):" : `${word} NAME () {`;
    return about(line, offset, word === "def" ? '":"' : '"() {"', `A function begins with: ${form}`);
  }
  const takes = DIRECTIVES.get(word);
  if (takes) return about(line, offset, takes, directiveHint(line, word, rule));
  if (/^[\w\-+.${}/~:]*\[[^\]]*$/u.test(line.slice(0, offset))) {
    return about(line, offset, '"]"', "A flag is written NAME[flag], of letters, digits and - _ + . @ /.");
  }
  const meant = [...DIRECTIVES.keys()].find((directive) => isNear(directive, word));
  return about(line, offset, OPERATORS, meant && `Did you mean "${meant}"?`);
}

function directiveHint(line: string, word: string, rule: LineRule): string | undefined {
  if (word === "addpylib" && rule !== "baseConfLine") {
    return "addpylib is for layer.conf and the other files that BitBake reads as base configuration.";
  }
  if (word === "unset" && /\[.\]$/u.test(line)) return "BitBake unsets only flags of two or more characters.";
  if (word === "unset" || word === "export") return `${word} takes one name, without override and comment.`;
  return undefined;
}

/** The explanation for the first word at or behind `at`. */
function about(line: string, at: number, expected: string, hint?: string): Explanation {
  const rest = line.slice(at);
  const word = /^\s*([\w\-+.${}/~:]+|\S)/u.exec(rest);
  const offset = word ? at + word[0].length - word[1].length : at;
  const found = word ? JSON.stringify(word[1]) : "the end of the line";
  return { offset, found, expected, ...(hint && { hint }) };
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
