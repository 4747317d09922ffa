/**
 * From a file's text to its syntax tree. Physical lines are joined to logical ones (logical-lines.ts), the grammar says
 * what each is (heads.ts), and this file turns that into statements; bodies of functions pass as whole lines. A line
 * that BitBake refuses becomes an `error` statement with a diagnostic, and parsing goes on behind it.
 */
import { flat } from "../diagnostics/flat.js";
import type { Diagnostic } from "../diagnostics/errors.js";
import type { Position } from "../diagnostics/span.js";
import type { Assignment, FileKind, Range, Statement, SyntaxTree } from "./ast.js";
import { functionBody, isCloser, lastCloser, lineText, skipBody, skipRest } from "./blocks.js";
import { type Head, HeadReader, type LineRule, type TextKind } from "./heads.js";
import { isSpace, Lines, positionAt } from "./lines.js";
import {
  joinConfLine,
  joinRecipeLine,
  type JoinProblem,
  type LogicalLine,
  sourceRange,
  toSource,
} from "./logical-lines.js";
import { LONGEST_LIST, pythonList } from "./python-list.js";
import { explain } from "./syntax-errors.js";
import { partsFromRight, taskClauses } from "./words.js";

export interface ParseOptions {
  /** Which language: by default what the file's name says (`fileKind`). */
  readonly kind?: FileKind;
  /**
   * For `conf`: whether `addpylib` is known. BitBake knows it only in the files that it reads as base configuration
   * itself (bblayers.conf, layer.conf, bitbake.conf), not in those that they include. Default true.
   */
  readonly baseConfig?: boolean;
}

/** The language of a file by its name: BitBake looks at nothing else. */
export function fileKind(file: string): FileKind {
  return file.endsWith(".conf") ? "conf" : "bb";
}

/** Parses many files; it remembers the shapes of lines that it has met, so keep one for a run. */
export class RecipeParser {
  readonly #reader = new HeadReader();

  /** The syntax tree of `text`; never throws for any text. */
  parse(text: string, file: string, options: ParseOptions = {}): SyntaxTree {
    return new FileParser(text, file, options, this.#reader).parse();
  }
}

/** Parses one file. */
export function parse(text: string, file: string, options: ParseOptions = {}): SyntaxTree {
  return new RecipeParser().parse(text, file, options);
}

/** The first error of a tree: the one for which BitBake refuses the file. Warnings are none. */
export function firstError(tree: SyntaxTree): Diagnostic | undefined {
  return tree.diagnostics.find((diagnostic) => diagnostic.severity === "error");
}

/** What BitBake calls a function without a name. */
const ANONYMOUS = "__anonymous";

class FileParser {
  readonly #lines: Lines;
  readonly #kind: FileKind;
  readonly #rule: LineRule;
  readonly #statements: Statement[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  #closer: number | undefined;

  constructor(
    readonly source: string,
    readonly file: string,
    options: ParseOptions,
    readonly reader: HeadReader,
  ) {
    this.#lines = new Lines(source);
    this.#kind = options.kind ?? fileKind(file);
    this.#rule =
      this.#kind === "bb" ? "recipeLine" : options.baseConfig === false ? "confLine" : "baseConfLine";
  }

  parse(): SyntaxTree {
    const { count } = this.#lines;
    for (let next = 0; next < count;) next = this.#statement(next);
    return {
      file: this.file,
      kind: this.#kind,
      source: this.source,
      lineStarts: this.#lines.starts,
      statements: this.#statements,
      diagnostics: this.#diagnostics,
    };
  }

  /** Reads the statement that begins at physical line `first`; returns the line behind it. */
  #statement(first: number): number {
    const { start, end } = this.#lines.at(first);
    if (start === end) {
      this.#statements.push({ kind: "blank", span: this.#span(first, first + 1), line: first + 1 });
      return first + 1;
    }
    const line =
      this.#kind === "bb"
        ? joinRecipeLine(this.#lines, first, this.file)
        : joinConfLine(this.#lines, first, this.file);
    if ("problem" in line) return this.#joinProblem(line);
    if (line.text.startsWith("#")) {
      this.#statements.push({ kind: "comment", ...this.#base(line), text: line.text });
      return line.next;
    }
    const head = this.reader.read(line.text, this.#rule);
    if (head === undefined) return this.#unparsed(line);
    if (head === "too-long") return this.#tooLong(line);
    switch (head.kind) {
      case "function":
        return this.#function(head, line);
      case "def":
        return this.#def(head, line);
      default:
        this.#statements.push(this.#simple(head, line));
        return line.next;
    }
  }

  /** A statement of one logical line. */
  #simple(head: Exclude<Head, { kind: "function" | "def" }>, line: LogicalLine): Statement {
    const base = this.#base(line);
    switch (head.kind) {
      case "blank":
        return { kind: "blank", ...base };
      case "comment":
        return { kind: "comment", ...base, text: line.text };
      case "assignment":
        return this.#assignment(head, line);
      case "export":
        return {
          kind: "export",
          ...base,
          name: name(line, head.name),
          nameRange: sourceRange(line, head.name),
        };
      case "unset": {
        const flag = head.flag && { flag: name(line, head.flag), flagRange: sourceRange(line, head.flag) };
        return {
          kind: "unset",
          ...base,
          name: name(line, head.name),
          ...flag,
          nameRange: sourceRange(line, head.name),
        };
      }
      default:
        return this.#directive(head.kind, cut(line, head.text), sourceRange(line, head.text), base);
    }
  }

  #assignment(head: Extract<Head, { kind: "assignment" }>, line: LogicalLine): Statement {
    const base = this.#base(line);
    const variable = name(line, head.name);
    if (variable === "") {
      return this.#error(line.text, line.line, base.span, {
        code: "empty-variable-name",
        message: `Empty variable name in assignment: '${line.text}'`,
        span: this.#spanIn(line, head.operatorRange),
        found: JSON.stringify(head.operator),
        expected: "the name of a variable",
      });
    }
    if (!head.spaced) {
      this.#diagnostics.push({
        severity: "warning",
        code: "assignment-whitespace",
        message: `has a lack of whitespace around the assignment: '${line.text}'`,
        span: this.#spanIn(line, head.operatorRange),
        hint: `Put a blank on both sides of ${head.operator}.`,
      });
    }
    const flag = head.flag && { flag: name(line, head.flag), flagRange: sourceRange(line, head.flag) };
    return {
      kind: "assignment",
      ...base,
      name: variable,
      ...flag,
      operator: head.operator,
      value: cut(line, head.value),
      quote: head.quote,
      exported: head.exported,
      nameRange: sourceRange(line, head.name),
      operatorRange: sourceRange(line, head.operatorRange),
      valueRange: sourceRange(line, head.value),
    } satisfies Assignment;
  }

  #directive(
    kind: TextKind,
    text: string,
    textRange: Range,
    base: Pick<Statement, "span" | "line">,
  ): Statement {
    switch (kind) {
      case "include":
      case "require":
        return { kind: "include", ...base, path: text, force: kind === "require", pathRange: textRange };
      case "include-all":
        return { kind, ...base, path: text, pathRange: textRange };
      case "addtask":
        return { kind, ...base, text, ...taskClauses(text), textRange };
      case "addpylib": {
        const [dir = "", namespace = ""] = partsFromRight(text, 2);
        return { kind, ...base, dir, namespace, textRange };
      }
      case "addfragments": {
        const [
          prefix = "",
          fragmentsVariable = "",
          flaggedVariablesListVariable = "",
          builtinFragmentsVariable = "",
        ] = partsFromRight(text, 4);
        const words = { prefix, fragmentsVariable, flaggedVariablesListVariable, builtinFragmentsVariable };
        return { kind, ...base, ...words, textRange };
      }
      default:
        return { kind, ...base, text, textRange };
    }
  }

  /** A function: its body ends at the first line that is `}` alone. */
  #function(head: Extract<Head, { kind: "function" }>, line: LogicalLine): number {
    const lines = this.#lines;
    let closer = line.next;
    if (closer > this.#lastCloser()) return this.#unclosed(head, line);
    while (!isCloser(lines, closer)) closer++;
    const called = name(line, head.name) || ANONYMOUS;
    this.#statements.push({
      kind: "function",
      span: this.#span(line.first, closer + 1),
      line: closer + 1,
      name: called,
      python: head.python,
      fakeroot: head.fakeroot,
      anonymous: called === ANONYMOUS,
      body: functionBody(lines, line.next, closer),
      bodyLine: line.next + 1,
      nameRange: sourceRange(line, head.name),
      bodyRange: { start: lines.starts[line.next], end: lines.starts[closer] },
    });
    if (head.python || called === ANONYMOUS) this.#warnOfTabs(line.next, closer);
    return closer + 1;
  }

  /** The last line at which a function can end. */
  #lastCloser(): number {
    return (this.#closer ??= lastCloser(this.#lines));
  }

  /** A function whose end is missing. BitBake forgets it when nothing at all follows, and refuses the file else. */
  #unclosed(head: Extract<Head, { kind: "function" }>, line: LogicalLine): number {
    const lines = this.#lines;
    const hint = "A function ends at a line that is } alone, at its very start.";
    const start = toSource(line, 0, false);
    const span = this.#spanOf({ start, end: toSource(line, line.text.length, true) });
    if (line.next === lines.count) {
      const diagnostic: Diagnostic = {
        severity: "warning",
        code: "function-without-body",
        message: "BitBake ignores this function: the file ends behind its first line",
        span,
        hint,
      };
      this.#diagnostics.push(diagnostic);
      this.#statements.push({ kind: "ignored", ...this.#base(line), text: line.text, diagnostic });
      return line.next;
    }
    // As much as the message shows.
    const rest: string[] = [];
    for (let i = line.next, length = 0; i < lines.count && length < LONGEST_LIST; i++) {
      rest.push(lineText(lines, i));
      length += rest[rest.length - 1].length + 4;
    }
    // For an editor: go on at the next line that is a statement.
    const next = skipBody(lines, line.next, (text) => this.#isStatement(text));
    if (head.python || head.name.start === head.name.end) this.#warnOfTabs(line.next, next);
    this.#statements.push(
      this.#error(line.text, lines.count + 1, this.#span(line.first, next), {
        code: "unclosed-function",
        message: `Unparsed lines from unclosed function ${this.file}: ${pythonList(rest)}`,
        span,
        found: "the end of the file",
        expected: '"}"',
        hint,
      }),
    );
    return next;
  }

  /** A `def` block: it goes on while lines are indented, empty or comments. */
  #def(head: Extract<Head, { kind: "def" }>, line: LogicalLine): number {
    const lines = this.#lines;
    let next = line.next;
    while (next < lines.count && continuesDef(this.source, lines, next)) next++;
    const body = [line.text];
    for (let i = line.next; i < next; i++) body.push(lineText(lines, i));
    this.#statements.push({
      kind: "def",
      span: this.#span(line.first, next),
      line: next + 1,
      name: name(line, head.name),
      body: body.join("\n"),
      bodyLine: line.first + 1,
      nameRange: sourceRange(line, head.name),
      bodyRange: { start: lines.starts[line.first], end: lines.starts[next] ?? this.source.length },
    });
    this.#warnOfTabs(line.next, next);
    return next;
  }

  /** BitBake warns of each line of Python that a tab indents. */
  #warnOfTabs(from: number, to: number): void {
    const name = this.file.slice(this.file.lastIndexOf("/") + 1).replace(/(?<=.)\.[^.]*$/, "");
    for (let i = from; i < to; i++) {
      let at = this.#lines.starts[i];
      while (this.source.charCodeAt(at) === 0x20) at++;
      if (this.source.charCodeAt(at) !== 0x09 || at >= this.#lines.at(i).end) continue;
      this.#diagnostics.push({
        severity: "warning",
        code: "python-tabs",
        message: `python should use 4 spaces indentation, but found tabs in ${name}, line ${i + 1}`,
        span: this.#spanOf({ start: at, end: at + 1 }),
      });
    }
  }

  #unparsed(line: LogicalLine): number {
    const { text } = line;
    const why = explain(text, this.#rule, this.#kind);
    const end = Math.min(text.length, why.offset + 1);
    // Without a closing brace the lines at the margin would be no body.
    const opened = /\{\s*(?:#.*)?$/u.test(text) && line.next <= this.#lastCloser();
    const next = skipRest(this.#lines, line.next, opened, (following) => this.#isStatement(following));
    this.#statements.push(
      this.#error(text, line.line, this.#span(line.first, next), {
        code: "syntax-error",
        message: `unparsed line: '${text}'`,
        span: this.#spanIn(line, { start: Math.min(why.offset, text.length), end }),
        found: why.found,
        expected: why.expected,
        ...(why.hint && { hint: why.hint }),
      }),
    );
    return next;
  }

  /** Whether a physical line begins something that evaluates. */
  #isStatement(text: string): boolean {
    // The rest of a value that goes on in the next line is not looked at.
    const head = this.reader.read(text.endsWith("\\") ? `${text.slice(0, -1)}"` : text, this.#rule);
    return head !== undefined && head !== "too-long" && head.kind !== "blank" && head.kind !== "comment";
  }

  /** Not a limit of BitBake's, but no file that means something comes near it. */
  #tooLong(line: LogicalLine): number {
    this.#statements.push(
      this.#error(line.text, line.line, this.#span(line.first, line.next), {
        code: "line-too-long",
        message: "this line is too long to be a statement",
        span: this.#spanIn(line, { start: 0, end: line.text.length }),
        found: `${line.text.length} characters that are no text of a value`,
        expected: "a statement",
      }),
    );
    return line.next;
  }

  #joinProblem(problem: JoinProblem): number {
    const { first, next, at } = problem;
    const { start, end } = this.#lines.at(at);
    const hints = {
      "comment-in-value": "Move the comment above the statement.",
      "confusing-comment":
        "Remove the backslash at the end of the comment, or make the next line a comment too.",
      "unfinished-line": "Remove the backslash at the end of the last line, or complete the statement.",
      "empty-continuation": "Remove the backslash.",
    };
    this.#statements.push(
      this.#error(lineText(this.#lines, first), problem.line, this.#span(first, next), {
        code: problem.problem,
        message: problem.message,
        span: this.#spanOf({ start, end }),
        found: at < this.#lines.count ? JSON.stringify(this.source.slice(start, end)) : "the end of the file",
        expected: problem.problem === "confusing-comment" ? "a comment" : "the rest of the statement",
        hint: hints[problem.problem],
      }),
    );
    return next;
  }

  #error(
    text: string,
    line: number,
    span: Statement["span"],
    error: Omit<Diagnostic, "severity">,
  ): Statement {
    const diagnostic: Diagnostic = { severity: "error", ...error };
    this.#diagnostics.push(diagnostic);
    return { kind: "error", span, line, text, diagnostic };
  }

  #base(line: LogicalLine): Pick<Statement, "span" | "line"> {
    return { span: this.#span(line.first, line.next), line: line.line };
  }

  /** The span of the physical lines [first, next) with their endings. */
  #span(first: number, next: number): Statement["span"] {
    return { file: this.file, start: this.#lineStart(first), end: this.#lineStart(next) };
  }

  #lineStart(index: number): Position {
    const offset = this.#lines.starts[index];
    if (offset !== undefined) return { offset, line: index + 1, column: 1 };
    return positionAt(this.#lines.starts, this.source.length);
  }

  #spanOf({ start, end }: Range): Statement["span"] {
    const { starts } = this.#lines;
    return { file: this.file, start: positionAt(starts, start), end: positionAt(starts, end) };
  }

  #spanIn(line: LogicalLine, range: Range): Statement["span"] {
    return this.#spanOf(sourceRange(line, range));
  }
}

/** A name: it will be looked up often. */
function name(line: LogicalLine, range: Range): string {
  return flat(cut(line, range));
}

function cut(line: LogicalLine, { start, end }: Range): string {
  return line.text.slice(start, end);
}

/** What the grammar's `defContinues` says, without a match for each line. */
function continuesDef(source: string, lines: Lines, index: number): boolean {
  const { start, end } = lines.at(index);
  const code = source.charCodeAt(start);
  return start === end || code === 0x23 || isSpace(code);
}
