/** Parses string literals: implicit concatenation, bytes, and f-strings (PEP 701) into JoinedStr. */
import type * as ast from "./ast.js";
import { Cursor } from "./cursor.js";
import { decodeLiteral, decodeText, LiteralError, type EscapeHooks } from "./strings.js";
import * as T from "./tokens.js";

export abstract class LiteralParser extends Cursor {
  /** Replacement fields open around here. */
  protected fields = 0;
  /** What is wrong with the text of the f-string that is being read. */
  private undecodable: string | undefined;

  /** `yield` or star expressions: what an f-string's field holds. */
  protected abstract fieldExpression(): ast.Expr;

  /** One or more adjacent literals. */
  protected strings(): ast.Expr {
    const start = this.p;
    const first = this.at(T.STRING) ? this.plainString() : this.fstring();
    if (!this.at(T.STRING) && !this.at(T.FSTRING_START)) return first;
    const parts = [first];
    while (this.at(T.STRING) || this.at(T.FSTRING_START))
      parts.push(this.at(T.STRING) ? this.plainString() : this.fstring());
    return this.concatenate(parts, start);
  }

  private plainString(): ast.Constant {
    const p = this.p++;
    const literal = this.decode(p, () => decodeLiteral(this.sourceOf(p, p), this.hooks(p)));
    return {
      type: "Constant",
      value: { kind: literal.bytes ? "bytes" : "str", value: literal.value },
      kind: literal.unicode ? "u" : null,
      lineno: this.lineOf(p),
      col_offset: this.columnOf(p),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  private decode<R>(token: number, run: () => R): R {
    try {
      return run();
    } catch (e) {
      if (!(e instanceof LiteralError)) throw e;
      this.failToken(token, e.message);
    }
  }

  /** CPython decodes an f-string's text when it has come to the string's end, and puts errors there. */
  private decodeLater(run: () => string): string {
    try {
      return run();
    } catch (e) {
      if (!(e instanceof LiteralError)) throw e;
      this.undecodable ??= e.message;
      return "";
    }
  }

  private hooks(token: number): EscapeHooks {
    const { unicodeName, warn } = this.settings;
    return {
      unicodeName,
      invalidEscape:
        warn === undefined || this.diagnosing
          ? undefined
          : (escape) =>
              warn(
                `invalid ${escape.length > 2 ? "octal " : ""}escape sequence '${escape}'`,
                this.lineOf(token),
              ),
    };
  }

  private concatenate(parts: ast.Expr[], start: number): ast.Expr {
    const first = parts[0];
    const at = {
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
    const isBytes = (e: ast.Expr): boolean => e.type === "Constant" && e.value.kind === "bytes";
    if (parts.some(isBytes)) {
      if (!parts.every(isBytes)) {
        this.failFurthest("cannot mix bytes and nonbytes literals");
      }
      return {
        type: "Constant",
        value: { kind: "bytes", value: parts.map(textOf).join("") },
        kind: null,
        ...at,
      };
    }
    if (parts.every((e) => e.type === "Constant")) {
      const kind = first.type === "Constant" ? first.kind : null;
      return { type: "Constant", value: { kind: "str", value: parts.map(textOf).join("") }, kind, ...at };
    }
    const flat = parts.flatMap((e) => (e.type === "JoinedStr" ? e.values : [e]));
    return { type: "JoinedStr", values: foldConstants(flat), ...at };
  }

  // --- f-strings ---

  private fstring(): ast.JoinedStr {
    const start = this.p++;
    const raw = /r/i.test(this.sourceOf(start, start).slice(0, 2));
    const outer = this.undecodable;
    this.undecodable = undefined;
    const values = this.fstringParts(raw, false);
    this.need(T.FSTRING_END);
    if (this.undecodable !== undefined) this.failToken(this.p - 1, this.undecodable);
    this.undecodable = outer;
    return {
      type: "JoinedStr",
      values: foldConstants(values),
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  private fstringParts(raw: boolean, inSpec: boolean): ast.Expr[] {
    const values: ast.Expr[] = [];
    for (;;) {
      if (this.at(T.FSTRING_MIDDLE)) values.push(this.fstringText(raw, inSpec));
      else if (this.at(T.LBRACE)) values.push(...this.replacementField(raw));
      else return values;
    }
  }

  private fstringText(raw: boolean, inSpec: boolean): ast.Constant {
    const p = this.p++;
    let text = this.sourceOf(p, p);
    const undouble = (s: string): string => (inSpec ? s : s.replaceAll("{{", "{").replaceAll("}}", "}"));
    if (raw || !text.includes("\\")) text = undouble(text);
    else {
      // `\N{...}` keeps its braces; `\{` is a backslash before what is now a single brace
      const pieces = text.split(/(\\N\{[^}]*\}|\\[^{}])/s);
      text = pieces.map((piece, i) => (i % 2 === 0 ? undouble(piece) : piece)).join("");
      text = inSpec
        ? this.decode(p, () => decodeText(text, this.hooks(p)))
        : this.decodeLater(() => decodeText(text, this.hooks(p)));
    }
    return {
      type: "Constant",
      value: { kind: "str", value: text },
      kind: null,
      lineno: this.lineOf(p),
      col_offset: this.columnOf(p),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  /** A `{...}`: one FormattedValue, before it the text when `=` asks for it. */
  private replacementField(raw: boolean): ast.Expr[] {
    const open = this.p++;
    const where = this.kind[this.p];
    if (where === T.EQUAL || where === T.EXCLAMATION || where === T.COLON || where === T.RBRACE)
      this.failToken(this.p, `f-string: valid expression required before '${this.sourceOf(this.p, this.p)}'`);
    this.enter();
    this.fields++;
    const value = this.diagnosing ? this.attempt(() => this.fieldExpression()) : this.fieldExpression();
    this.leave();
    this.fields--;
    if (value === undefined) this.failToken(open + 1, "f-string: expecting a valid expression after '{'");
    const debug = this.take(T.EQUAL);
    const textEnd = this.p;
    let conversion: ast.FormattedValue["conversion"] = -1;
    let format: ast.JoinedStr | null = null;
    if (this.at(T.EXCLAMATION)) conversion = this.conversion();
    else if (!this.at(T.COLON) && !this.at(T.RBRACE)) {
      if (!this.diagnosing) this.noParse();
      this.failToken(
        this.p,
        debug ? "f-string: expecting '!', or ':', or '}'" : "f-string: expecting '=', or '!', or ':', or '}'",
      );
    }
    if (this.at(T.COLON)) format = this.formatSpec(raw);
    else if (!this.at(T.RBRACE)) {
      if (!this.diagnosing) this.noParse();
      this.failToken(this.p, "f-string: expecting ':' or '}'");
    }
    if (!this.at(T.RBRACE)) this.failToken(this.p, "f-string: expecting '}', or format specs");
    this.p++;
    const field: ast.FormattedValue = {
      type: "FormattedValue",
      value,
      conversion: debug && conversion === -1 && format === null ? 114 : conversion,
      format_spec: format,
      lineno: this.lineOf(open),
      col_offset: this.columnOf(open),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
    if (!debug) return [field];
    const { tokens } = this;
    const text = withoutComments(this.source.text.slice(tokens.end[open], tokens.start[textEnd]));
    const constant: ast.Constant = {
      type: "Constant",
      value: { kind: "str", value: text },
      kind: null,
      lineno: this.lineOf(open),
      col_offset: this.columnOf(open) + 1,
      end_lineno: this.lineOf(textEnd),
      end_col_offset: this.columnOf(textEnd),
    };
    return [constant, field];
  }

  private conversion(): ast.FormattedValue["conversion"] {
    const mark = this.p++;
    if (!this.at(T.NAME)) {
      const missing = this.at(T.COLON) || this.at(T.RBRACE);
      this.failToken(this.p, `f-string: ${missing ? "missing" : "invalid"} conversion character`);
    }
    if (this.tokens.start[this.p] !== this.tokens.end[mark])
      // (CPython 3.13.0 says "exclamanation")
      this.failTokens(mark, this.p, "f-string: conversion type must come right after the exclamation mark");
    const name = this.needName();
    if (name === "s") return 115;
    if (name === "r") return 114;
    if (name === "a") return 97;
    return this.failToken(
      this.p - 1,
      `f-string: invalid conversion character '${name}': expected 's', 'r', or 'a'`,
    );
  }

  private formatSpec(raw: boolean): ast.JoinedStr {
    const colon = this.p++;
    const values = this.fstringParts(raw, true);
    return {
      type: "JoinedStr",
      values: foldConstants(values),
      lineno: this.lineOf(colon),
      col_offset: this.columnOf(colon),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }
}

function textOf(e: ast.Expr): string {
  return e.type === "Constant" && (e.value.kind === "str" || e.value.kind === "bytes") ? e.value.value : "";
}

/** Joins neighbouring constants and drops empty ones, as CPython's _PyPegen_concatenate_strings does. */
function foldConstants(values: ast.Expr[]): ast.Expr[] {
  const folded: ast.Expr[] = [];
  let last: ast.Expr | undefined;
  for (const value of values) {
    if (value.type === "Constant" && last?.type === "Constant") {
      const joined: ast.Constant = {
        ...last,
        value: { kind: "str", value: textOf(last) + textOf(value) },
        end_lineno: value.end_lineno,
        end_col_offset: value.end_col_offset,
      };
      folded[folded.length - 1] = last = joined;
    } else folded.push((last = value));
  }
  return folded.filter((e) => e.type !== "Constant" || textOf(e) !== "");
}

/** The text shown by `=` without its comments (which PEP 701 allows in fields of several lines). */
function withoutComments(text: string): string {
  if (!text.includes("#")) return text;
  return text.replace(/("""|'''|"|')(?:\\.|(?!\1)[^\\])*\1|#[^\n]*/gs, (m) => (m.startsWith("#") ? "" : m));
}
