/**
 * From text to tokens, all at once, into parallel arrays (language reference, chapter 2; f-strings by PEP 701).
 *
 * The first error ends the tokens and is kept with them (`trouble`): whether it or one of the parser is reported is
 * decided in parse.ts.
 */
import {
  CLASS,
  DIGIT,
  ID_PART,
  ID_START,
  isIdentifierPart,
  isIdentifierStart,
  isPrintable,
} from "./characters.js";
import { scanNumber } from "./numbers.js";
import { PySyntaxError } from "./errors.js";
import { LineReader } from "./line-reader.js";
import type { Tokens } from "./token-list.js";
import * as T from "./tokens.js";

/** CPython's MAXLEVEL and MAXFSTRINGLEVEL. */
const MAX_BRACKETS = 200;
const MAX_FSTRINGS = 150;
/** Fields within fields' format specifications: CPython's MAX_EXPR_NESTING. */
const MAX_FIELDS = 3;

/** An f-string whose end has not come yet. */
interface OpenFString {
  quote: string;
  triple: boolean;
  raw: boolean;
  line: number;
  lineStart: number;
  start: number;
  /** Fields open now; those beyond the first stand in format specifications. */
  fields: number;
  /** In literal text (of the string or of a format specification), not in an expression. */
  inText: boolean;
}

export class Tokenizer extends LineReader {
  private readonly fstrings: OpenFString[] = [];
  /** Equal names share one string, so that comparing them is comparing pointers. */
  private readonly names = new Map<string, string>();

  run(): Tokens {
    const nul = this.text.indexOf("\0");
    if (nul >= 0) throw this.source.error("source code string cannot contain null bytes", 0, -1, 0, -1);
    try {
      this.all();
    } catch (error) {
      if (!(error instanceof PySyntaxError)) throw error;
      const overrides = this.quiet ? "never" : "always";
      this.out.trouble = { error, overrides, line: this.line };
      this.pushPlaceless(T.ERRORTOKEN, Math.max(this.pos, this.lineStart), this.line);
    }
    return this.out;
  }

  private all(): void {
    let lineBegins = true;
    for (;;) {
      if (lineBegins) {
        lineBegins = false;
        if (this.brackets.length === 0) this.indentation();
      }
      if (this.pos >= this.text.length) break;
      if (this.fstrings.length > 0 && this.fstrings[this.fstrings.length - 1].inText) this.fstringText();
      else lineBegins = this.token();
    }
    this.finish();
  }

  /** One token, or none (white space, a comment, a newline within brackets). True when a new logical line begins. */
  private token(): boolean {
    const text = this.text;
    let i = this.pos;
    let c = text.charCodeAt(i);
    while (c === 32 || c === 9 || c === 12) c = text.charCodeAt(++i);
    if (c === 35) {
      // the NEWLINE token begins where the comment does, as in CPython
      const comment = i;
      this.pos = text.indexOf("\n", i);
      return this.newline(comment);
    }
    this.pos = i;
    if (c === 10) return this.newline(i);
    if (c < 128) {
      const kind = CLASS[c];
      if ((kind & ID_START) !== 0) this.name();
      else if ((kind & DIGIT) !== 0) this.number();
      else if (c === 46 && (CLASS[text.charCodeAt(i + 1)] & DIGIT) !== 0) this.number();
      else if (c === 34 || c === 39) this.string(i, i);
      else if (c === 92) this.continuation();
      else this.operator(c);
    } else if (c === c) this.name(); // NaN past the end
    return false;
  }

  private finish(): void {
    const end = this.text.length;
    const fstring = this.fstrings[this.fstrings.length - 1];
    if (fstring?.inText === true) this.unterminatedFString(fstring);
    const open = this.brackets[this.brackets.length - 1];
    if (open !== undefined) {
      const { character, line, column } = open;
      const error = this.source.error(`'${character}' was never closed`, line, column, line, -1);
      this.out.trouble = { error, overrides: "later lines", line };
      this.pushPlaceless(T.ERRORTOKEN, end, this.lastLine());
      return;
    }
    {
      const last = this.out.count - 1;
      if (last >= 0 && this.out.kind[last] !== T.NEWLINE) this.push(T.NEWLINE, end, end);
      for (let n = this.indents.length; n > 1; n--) this.pushPlaceless(T.DEDENT, end, this.lastLine());
    }
    this.pushPlaceless(T.ENDMARKER, end, this.lastLine());
  }

  // --- names, numbers, strings ---

  private name(): void {
    const text = this.text;
    const start = this.pos;
    let i = start;
    let c = text.charCodeAt(i);
    while (c < 128 && (CLASS[c] & ID_PART) !== 0) c = text.charCodeAt(++i);
    if (c === 34 || c === 39) {
      if (i - start <= 2 && T.STRING_PREFIXES.has(text.slice(start, i))) {
        this.string(start, i);
        return;
      }
    } else if (c >= 128) {
      this.unicodeName(start);
      return;
    }
    this.pos = i;
    const word = text.slice(start, i);
    if (i - start <= 8 && T.KEYWORD_INITIALS[text.charCodeAt(start)] === 1) {
      const keyword = T.KEYWORDS.get(word);
      if (keyword !== undefined) {
        this.push(keyword, start, i, word);
        return;
      }
    }
    this.push(T.NAME, start, i, this.intern(word));
  }

  private intern(word: string): string {
    const known = this.names.get(word);
    if (known !== undefined) return known;
    this.names.set(word, word);
    return word;
  }

  private unicodeName(start: number): void {
    let i = start;
    const run = /[\w\u0080-\uffff]+/y;
    run.lastIndex = start;
    const word = run.exec(this.text)?.[0] ?? "";
    for (const character of word) {
      i += character.length;
      if (i === start + character.length ? isIdentifierStart(character) : isIdentifierPart(character))
        continue;
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      this.fail(
        isPrintable(character)
          ? `invalid character '${character}' (U+${code})`
          : `invalid non-printable character U+${code}`,
        i,
      );
    }
    this.pos = i;
    const name = word.normalize("NFKC");
    this.push(T.NAME, start, i, this.intern(name));
  }

  private number(): void {
    const start = this.pos;
    const end = scanNumber(this.text, start, (message, at, from) => this.fail(message, at, from));
    this.pos = end;
    this.push(T.NUMBER, start, end);
  }

  /** A literal whose prefix begins at `start` and whose quote stands at `quoteAt`. */
  private string(start: number, quoteAt: number): void {
    const text = this.text;
    const quote = text[quoteAt];
    const triple = text.startsWith(quote.repeat(3), quoteAt);
    const prefix = text.slice(start, quoteAt).toLowerCase();
    if (prefix.includes("f")) {
      this.openFString(start, quoteAt, quote, triple, prefix.includes("r"));
      return;
    }
    const code = quote.charCodeAt(0);
    const line = this.line;
    const lineStart = this.lineStart;
    let i = quoteAt + (triple ? 3 : 1);
    let escapedQuote = false;
    for (;;) {
      const c = text.charCodeAt(i);
      if (c === code) {
        if (!triple) break;
        if (text.charCodeAt(i + 1) === code && text.charCodeAt(i + 2) === code) {
          i += 2;
          break;
        }
      } else if (c === 92) {
        i++;
        if (text.charCodeAt(i) === 10) this.nextLine(i + 1);
        else if (text.charCodeAt(i) === code) escapedQuote = true;
      } else if (c === 10) {
        if (!triple) this.unterminated(start, line, lineStart, quote, false, escapedQuote);
        this.nextLine(i + 1);
      }
      if (++i >= text.length) this.unterminated(start, line, lineStart, quote, triple, escapedQuote);
    }
    this.pos = i + 1;
    this.pushFrom(T.STRING, start, i + 1, line, lineStart);
  }

  private unterminated(
    start: number,
    line: number,
    lineStart: number,
    quote: string,
    triple: boolean,
    escapedQuote: boolean,
  ): never {
    const column = this.source.column(start, lineStart);
    const outer = this.fstrings[this.fstrings.length - 1];
    if (outer !== undefined && outer.quote === quote && outer.triple === triple)
      this.quietly(this.source.error("f-string: expecting '}'", line, column, line, column));
    const detected = triple ? this.lastLine() : Math.min(this.line, this.lastLine());
    const what = triple ? "triple-quoted string literal" : "string literal";
    const hint = escapedQuote && !triple ? "; perhaps you escaped the end quote?" : "";
    const message = `unterminated ${what} (detected at line ${detected})${hint}`;
    throw this.source.error(message, line, column, line, column);
  }

  // --- f-strings ---

  private openFString(start: number, quoteAt: number, quote: string, triple: boolean, raw: boolean): void {
    if (this.fstrings.length >= MAX_FSTRINGS) this.fail("too many nested f-strings", quoteAt);
    const end = quoteAt + (triple ? 3 : 1);
    this.push(T.FSTRING_START, start, end);
    this.pos = end;
    const { line, lineStart } = this;
    this.fstrings.push({ quote, triple, raw, line, lineStart, start, fields: 0, inText: true });
  }

  /** Literal text up to the next field, the end of this field or of the string. */
  private fstringText(): void {
    const text = this.text;
    const f = this.fstrings[this.fstrings.length - 1];
    const quote = f.quote.charCodeAt(0);
    const inSpec = f.fields > 0;
    const start = this.pos;
    const line = this.line;
    const lineStart = this.lineStart;
    let i = start;
    for (;;) {
      if (i >= text.length) this.unterminatedFString(f);
      const c = text.charCodeAt(i);
      if (c === quote && (!f.triple || text.startsWith(f.quote.repeat(3), i))) {
        if (inSpec) this.failSpec(i, f);
        break;
      }
      if (c === 123) {
        if (inSpec || text.charCodeAt(i + 1) !== 123) break;
        i++;
      } else if (c === 125) {
        if (inSpec) break;
        if (text.charCodeAt(i + 1) !== 125) {
          const column = this.source.column(i, this.lineStart);
          const message = "f-string: single '}' is not allowed";
          this.quietly(this.source.error(message, this.line, column, this.line, column));
        }
        i++;
      } else if (c === 10) {
        if (!f.triple) {
          if (inSpec) break; // the specification ends with the line; the rest is white space of the field
          this.unterminatedFString(f);
        }
        this.nextLine(i + 1);
      } else if (c === 92) {
        const next = text.charCodeAt(i + 1);
        if (next === 10) {
          this.nextLine(i + 2);
          i++;
        } else if (next === 123 || next === 125) {
          // the backslash stands for itself before a brace
        } else if (next === 78 && !f.raw && text.charCodeAt(i + 2) === 123) {
          const close = text.indexOf("}", i);
          const lineEnd = text.indexOf("\n", i);
          i = close >= 0 && close < lineEnd ? close : i + 2;
        } else i++;
      }
      i++;
    }
    this.pos = i;
    if (i > start) this.pushFrom(T.FSTRING_MIDDLE, start, i, line, lineStart);
    const c = text.charCodeAt(i);
    if (c === quote && !inSpec) {
      const end = i + (f.triple ? 3 : 1);
      this.push(T.FSTRING_END, i, end);
      this.pos = end;
      this.fstrings.pop();
    } else if (c === 123) {
      if (++f.fields > MAX_FIELDS) {
        const column = this.source.column(i, this.lineStart) - 1;
        throw this.source.error(
          "f-string: expressions nested too deeply",
          this.line,
          column,
          this.line,
          column,
        );
      }
      f.inText = false;
      this.open("{", i, true);
    } else {
      // the end of the field whose specification this was
      f.inText = false;
    }
  }

  private unterminatedFString(f: OpenFString): never {
    const column = this.source.column(f.start, f.lineStart);
    const what = f.triple ? "triple-quoted f-string literal" : "f-string literal";
    const detected = f.triple ? this.lastLine() : this.line;
    throw this.source.error(
      `unterminated ${what} (detected at line ${detected})`,
      f.line,
      column,
      f.line,
      column,
    );
  }

  // --- operators and brackets ---

  private operator(c: number): void {
    const text = this.text;
    const i = this.pos;
    const next = text.charCodeAt(i + 1);
    switch (c) {
      case 40:
        return this.open("(", i, false);
      case 91:
        return this.open("[", i, false);
      case 123:
        return this.open("{", i, false);
      case 41:
        return this.close(T.RPAR, ")", "(", i);
      case 93:
        return this.close(T.RSQB, "]", "[", i);
      case 125:
        return this.close(T.RBRACE, "}", "{", i);
      case 44:
        return this.emit(T.COMMA, 1);
      case 59:
        return this.emit(T.SEMI, 1);
      case 126:
        return this.emit(T.TILDE, 1);
      case 58: {
        if (this.brackets.length > 0 && this.brackets[this.brackets.length - 1].field) {
          this.emit(T.COLON, 1);
          this.fstrings[this.fstrings.length - 1].inText = true;
          return;
        }
        return next === 61 ? this.emit(T.COLONEQUAL, 2) : this.emit(T.COLON, 1);
      }
      case 46:
        return next === 46 && text.charCodeAt(i + 2) === 46 ? this.emit(T.ELLIPSIS, 3) : this.emit(T.DOT, 1);
      case 61:
        return next === 61 ? this.emit(T.EQEQUAL, 2) : this.emit(T.EQUAL, 1);
      case 33:
        return next === 61 ? this.emit(T.NOTEQUAL, 2) : this.emit(T.EXCLAMATION, 1);
      case 60:
        if (next === 60) return this.arithmetic(T.LEFTSHIFT, 2);
        if (next === 62) return this.emit(T.ERRORTOKEN, 2); // `<>` of Python 2
        return next === 61 ? this.emit(T.LESSEQUAL, 2) : this.emit(T.LESS, 1);
      case 62:
        if (next === 62) return this.arithmetic(T.RIGHTSHIFT, 2);
        return next === 61 ? this.emit(T.GREATEREQUAL, 2) : this.emit(T.GREATER, 1);
      case 45:
        return next === 62 ? this.emit(T.RARROW, 2) : this.arithmetic(T.MINUS, 1);
      case 42:
        return next === 42 ? this.arithmetic(T.DOUBLESTAR, 2) : this.arithmetic(T.STAR, 1);
      case 47:
        return next === 47 ? this.arithmetic(T.DOUBLESLASH, 2) : this.arithmetic(T.SLASH, 1);
      case 43:
        return this.arithmetic(T.PLUS, 1);
      case 37:
        return this.arithmetic(T.PERCENT, 1);
      case 64:
        return this.arithmetic(T.AT, 1);
      case 38:
        return this.arithmetic(T.AMPER, 1);
      case 124:
        return this.arithmetic(T.VBAR, 1);
      case 94:
        return this.arithmetic(T.CIRCUMFLEX, 1);
      default:
        if (c < 32 || c === 127) {
          const code = c.toString(16).toUpperCase().padStart(4, "0");
          this.fail(`invalid non-printable character U+${code}`, i + 1);
        }
        return this.emit(T.ERRORTOKEN, 1);
    }
  }

  private arithmetic(kind: number, length: number): void {
    if (this.text.charCodeAt(this.pos + length) === 61) this.emit(kind + T.AUGMENTED, length + 1);
    else this.emit(kind, length);
  }

  private emit(kind: number, length: number): void {
    const start = this.pos;
    this.pos = start + length;
    this.push(kind, start, start + length);
  }

  private open(character: string, at: number, field: boolean): void {
    if (this.brackets.length >= MAX_BRACKETS) this.fail("too many nested parentheses", at + 1);
    const column = this.source.column(at, this.lineStart);
    this.brackets.push({ character, line: this.line, column, field });
    this.pos = at;
    this.emit(character === "(" ? T.LPAR : character === "[" ? T.LSQB : T.LBRACE, 1);
  }

  private close(kind: number, character: string, opener: string, at: number): void {
    const open = this.brackets.pop();
    if (open === undefined) return this.fail(`unmatched '${character}'`, at + 1);
    if (open.character !== opener) {
      if (open.field) this.fail(`f-string: unmatched '${character}'`, at + 1);
      const pair = `closing parenthesis '${character}' does not match opening parenthesis '${open.character}'`;
      this.fail(open.line === this.line ? pair : `${pair} on line ${open.line}`, at + 1);
    }
    this.emit(kind, 1);
    if (open.field) {
      const f = this.fstrings[this.fstrings.length - 1];
      f.fields--;
      f.inText = true;
    }
  }

  /** The string ends within a format specification: the error stands at the closing quote. */
  private failSpec(at: number, f: OpenFString): never {
    const from = this.source.column(at, this.lineStart);
    const message = "f-string: expecting '}', or format specs";
    this.quietly(this.source.error(message, this.line, from, this.line, from + (f.triple ? 3 : 1)));
  }
}
