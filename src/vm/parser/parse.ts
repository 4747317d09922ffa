/** The parser's door: Python 3.13 text in, a syntax tree (ast.ts) or a PySyntaxError out. */
import type * as ast from "./ast.js";
import { Parser } from "./compound.js";
import { isNoParse } from "./expressions.js";
import { PySyntaxError } from "./errors.js";
import type { ParserSettings } from "./cursor.js";
import { Source } from "./source.js";
import type { Tokens } from "./token-list.js";
import { Tokenizer } from "./tokenizer.js";
import * as T from "./tokens.js";

export type ParseMode = "exec" | "eval" | "single" | "func";

export interface ParseOptions extends ParserSettings {
  /** Stands in errors; never read. */
  readonly filename: string;
  readonly mode?: ParseMode;
  /** Number of the text's first line, 1 unless said otherwise. */
  readonly firstLine?: number;
}

type Tree<M extends ParseMode> = M extends "exec"
  ? ast.Module
  : M extends "eval"
    ? ast.Expression
    : M extends "single"
      ? ast.Interactive
      : ast.FunctionType;

/**
 * Parses `text`. Throws PySyntaxError and nothing else, with CPython's message and place for the common mistakes.
 * What CPython's compiler refuses after parsing (`return` outside a function, ...) is found by ../scope/analyse.ts.
 */
export function parse<M extends ParseMode = "exec">(
  text: string,
  options: ParseOptions & { mode?: M },
): Tree<M>;
export function parse(text: string, options: ParseOptions): ast.Mod {
  const mode = options.mode ?? "exec";
  const source = new Source(text, options.filename, options.firstLine ?? 1, mode === "exec");
  try {
    const tokens = new Tokenizer(source).run();
    const first = new Parser(source, tokens, options, false);
    try {
      return read(first, mode);
    } catch (e) {
      if (e instanceof PySyntaxError) throw preferred(e, tokens, first);
      if (!isNoParse(e)) throw e;
      throw diagnose(source, tokens, options, mode, first.furthest);
    }
  } catch (e) {
    if (e instanceof RangeError)
      throw source.error("maximum recursion depth exceeded during compilation", 1, 0, 1, 0, "RecursionError");
    throw e;
  }
}

function read(parser: Parser, mode: ParseMode): ast.Mod {
  switch (mode) {
    case "exec":
      return parser.module();
    case "eval":
      return parser.expressionInput();
    case "single":
      return parser.interactive();
    case "func":
      return parser.functionType();
  }
}

/** Reads again to find out what is wrong at or before token `furthest`. */
function diagnose(
  source: Source,
  tokens: Tokens,
  options: ParseOptions,
  mode: ParseMode,
  furthest: number,
): PySyntaxError {
  const { trouble } = tokens;
  if (trouble !== undefined && furthest === tokens.count - 1) return trouble.error;
  const parser = new Parser(source, tokens, options, true);
  parser.furthest = furthest;
  try {
    read(parser, mode);
  } catch (e) {
    if (e instanceof PySyntaxError) return preferred(e, tokens, parser);
    if (!isNoParse(e)) throw e;
  }
  if (trouble !== undefined && parser.furthestToken() === tokens.count - 1) return trouble.error;
  const kind = tokens.kind[furthest];
  if (kind === T.INDENT) return parser.errorAtPlaceless(furthest, "unexpected indent");
  if (kind === T.DEDENT) return parser.errorAtPlaceless(furthest, "unexpected unindent");
  return preferred(parser.errorAtToken(furthest, "invalid syntax"), tokens, parser);
}

/** The parser's error, or the tokenizer's if the parser had come to it or CPython prefers it anyway. */
function preferred(error: PySyntaxError, tokens: Tokens, parser: Parser): PySyntaxError {
  const { trouble } = tokens;
  if (trouble === undefined || error.kind === "RecursionError") return error;
  const last = parser.furthestToken();
  if (last === tokens.count - 1 || trouble.overrides === "always") return trouble.error;
  if (trouble.overrides === "later lines" && tokens.line[last] > trouble.line) return trouble.error;
  return error;
}
