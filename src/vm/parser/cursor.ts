/**
 * The ground of the parser: the tokens, the place in them, and the ways to fail.
 *
 * As CPython's, our parser reads twice: a text that does not parse is read again with `diagnosing` on, which switches
 * on the checks that find out what was meant (CPython's invalid_* rules). The first reading pays nothing for them.
 */
import type * as ast from "./ast.js";
import type { PySyntaxError, SyntaxErrorKind } from "./errors.js";
import type { Source } from "./source.js";
import type { Tokens } from "./token-list.js";
import * as T from "./tokens.js";

/** Hooks and switches of one parse. */
export interface ParserSettings {
  /** The character(s) named by `\N{name}`; undefined when there is no such name. Without it `\N` is refused. */
  readonly unicodeName?: ((name: string) => string | undefined) | undefined;
  /** Receives what CPython warns about while parsing. */
  readonly warn?: ((message: string, lineno: number) => void) | undefined;
}

/** Deepest nesting of expressions that need no brackets (`not not ...`), and the longest chain (`a.b.c...`). */
const MAX_DEPTH = 500;
export const MAX_CHAIN = 2000;

/** Thrown (one object, no stack) when the first reading meets what the grammar does not allow. */
export const NO_PARSE = { name: "no parse" };

export class Cursor {
  /** Index of the next token. */
  protected p = 0;
  /** Index of the furthest token looked at when a reading failed. */
  furthest = 0;
  protected readonly kind: readonly number[];
  private readonly startColumn: readonly number[];
  private readonly startLine: readonly number[];
  private readonly endColumn: readonly number[];
  private readonly endLine: readonly number[];
  private depth = 0;

  constructor(
    protected readonly source: Source,
    protected readonly tokens: Tokens,
    protected readonly settings: ParserSettings,
    protected diagnosing: boolean,
  ) {
    this.kind = tokens.kind;
    this.startColumn = tokens.column;
    this.startLine = tokens.line;
    this.endColumn = tokens.endColumn;
    this.endLine = tokens.endLine;
  }

  // --- looking and taking ---

  protected at(kind: number): boolean {
    return this.kind[this.p] === kind;
  }

  /** Takes the next token if it is of this kind. */
  protected take(kind: number): boolean {
    if (this.kind[this.p] !== kind) return false;
    this.p++;
    return true;
  }

  /** Takes the next token, which the grammar says must be of this kind. */
  protected need(kind: number): void {
    if (this.kind[this.p] !== kind) this.noParse();
    this.p++;
  }

  /** As need(), with CPython's "expected ':'" (its forced tokens, `&&':'`). */
  protected force(kind: number): void {
    if (this.kind[this.p] !== kind) this.failToken(this.p, `expected '${T.TOKEN_TEXT.get(kind)}'`);
    this.p++;
  }

  protected textAt(index: number): string {
    return this.tokens.text[index];
  }

  /** Source text of the tokens from `from` up to and with `to`. */
  protected sourceOf(from: number, to: number): string {
    return this.source.text.slice(this.tokens.start[from], this.tokens.end[to]);
  }

  protected needName(): string {
    if (this.kind[this.p] !== T.NAME) this.noParse();
    return this.tokens.text[this.p++];
  }

  // --- positions ---

  protected lineOf(index: number): number {
    return this.startLine[index];
  }
  protected columnOf(index: number): number {
    return this.startColumn[index];
  }
  /** Line of the end of the token taken last. */
  protected lastLine(): number {
    return this.endLine[this.p - 1];
  }
  protected lastColumn(): number {
    return this.endColumn[this.p - 1];
  }

  // --- depth ---

  /** Counts a level of recursion; call leave() when it is done (not needed when an error is thrown). */
  protected enter(): void {
    if (++this.depth > MAX_DEPTH) this.tooDeep();
  }
  protected leave(): void {
    this.depth--;
  }
  protected tooDeep(): never {
    throw this.source.error(
      "maximum recursion depth exceeded during compilation",
      this.startLine[this.p],
      this.startColumn[this.p],
      undefined,
      undefined,
      "RecursionError",
    );
  }

  // --- failing ---

  /** The grammar ends here; what to say about it is decided when both readings are over. */
  protected noParse(at = this.p): never {
    if (at > this.furthest) this.furthest = at;
    throw NO_PARSE;
  }

  /** Runs `parse`; when the grammar does not fit, goes back and gives undefined. */
  protected attempt<R>(parse: () => R): R | undefined {
    const { p, depth } = this;
    try {
      return parse();
    } catch (e) {
      if (e !== NO_PARSE) throw e;
      this.p = p;
      this.depth = depth;
      return undefined;
    }
  }

  /** Fails in the first reading; the second one says what is wrong with `node`. */
  protected invalid(message: string, node: ast.Located, last: ast.Located = node): never {
    if (!this.diagnosing) this.noParse();
    this.failNode(node, message, last);
  }

  /** Tries `parse` without diagnosing and without moving; tells whether (and what) it would parse. */
  protected lookAhead<R>(parse: () => R): { result: R; end: number } | undefined {
    const { p, diagnosing } = this;
    this.diagnosing = false;
    const result = this.attempt(parse);
    const end = this.p;
    this.diagnosing = diagnosing;
    this.p = p;
    return result === undefined ? undefined : { result, end };
  }

  /** Error at the furthest token seen, where CPython puts errors without a known place. */
  protected failFurthest(message: string, kind: SyntaxErrorKind = "SyntaxError"): never {
    throw this.errorAtFurthest(message, kind);
  }

  private errorAtFurthest(message: string, kind: SyntaxErrorKind): PySyntaxError {
    const index = this.furthestToken();
    if (this.startColumn[index] >= 0) return this.errorAtToken(index, message, kind);
    return this.errorAtPlaceless(index, message, kind);
  }

  /** Error at an INDENT, DEDENT or ENDMARKER. */
  errorAtPlaceless(
    index: number,
    message: string,
    kind: SyntaxErrorKind = "IndentationError",
  ): PySyntaxError {
    // a token without place: CPython takes where its tokenizer stands, and counts from 0 there
    const line = this.startLine[index];
    const lineStart = this.source.lineStarts[line - this.source.firstLine];
    const column = this.source.column(this.tokens.start[index], lineStart) - 1;
    return this.source.error(message, line, column, line, -2, kind);
  }

  /** Index of the last token looked at. */
  furthestToken(): number {
    return Math.max(this.furthest, this.p);
  }

  /** Error from the start of a token to the end of the last token looked at (RAISE_SYNTAX_ERROR_STARTING_FROM). */
  protected failStartingFrom(lineno: number, column: number, message: string): never {
    const last = this.furthestToken();
    throw this.source.error(message, lineno, column, this.endLine[last], this.endColumn[last] - 1);
  }

  /** Notes that token `index` was looked at. */
  protected saw(index: number): void {
    if (index > this.furthest) this.furthest = index;
  }

  /** Error over one token. */
  protected failToken(index: number, message: string): never {
    throw this.errorAtToken(index, message);
  }

  errorAtToken(index: number, message: string, kind: SyntaxErrorKind = "SyntaxError"): PySyntaxError {
    return this.source.error(
      message,
      this.startLine[index],
      this.startColumn[index],
      this.endLine[index],
      this.endColumn[index],
      kind,
    );
  }

  /** Error from the start of one node to the end of the same or another. */
  protected failNode(node: ast.Located, message: string, last: ast.Located = node): never {
    throw this.source.error(message, node.lineno, node.col_offset, last.end_lineno, last.end_col_offset);
  }

  /** Error from the start of one token to the end of another. */
  protected failTokens(from: number, to: number, message: string): never {
    throw this.source.error(
      message,
      this.startLine[from],
      this.startColumn[from],
      this.endLine[to],
      this.endColumn[to],
    );
  }
}
