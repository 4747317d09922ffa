/**
 * The character source that patterns and templates are read from: a backslash and its next character are one token.
 * Positions count code points, as CPython's error positions do.
 */
import { RegexError } from "./error.js";

export class Source {
  readonly codes: readonly number[];
  private readonly chars: readonly string[];
  private index = 0;
  /** The next token, undefined at the end. */
  next: string | undefined;

  constructor(
    text: string,
    readonly isText: boolean,
  ) {
    this.chars = Array.from(text);
    this.codes = this.chars.map((char) => char.codePointAt(0)!);
    this.advance();
  }

  private advance(): void {
    let index = this.index;
    const char = this.chars[index];
    if (char === undefined) {
      this.next = undefined;
      return;
    }
    this.next = char;
    if (char === "\\") {
      const following = this.chars[++index];
      if (following === undefined)
        throw new RegexError("bad escape (end of pattern)", this.codes, this.codes.length - 1);
      this.next = char + following;
    }
    this.index = index + 1;
  }

  /** Takes the next token if it is `char`. */
  match(char: string): boolean {
    if (this.next !== char) return false;
    this.advance();
    return true;
  }

  get(): string | undefined {
    const token = this.next;
    this.advance();
    return token;
  }

  /** At most `n` tokens as long as they match `allowed`. */
  getWhile(n: number, allowed: RegExp): string {
    let result = "";
    for (let i = 0; i < n && this.next !== undefined && allowed.test(this.next); i++) result += this.get()!;
    return result;
  }

  /** Everything up to `terminator`, which is taken too. */
  getUntil(terminator: string, what: string): string {
    let result = "";
    for (;;) {
      const token = this.get();
      if (token === undefined) {
        if (result === "") throw this.error(`missing ${what}`);
        throw this.error(`missing ${terminator}, unterminated name`, Array.from(result).length);
      }
      if (token === terminator) {
        if (result === "") throw this.error(`missing ${what}`, 1);
        return result;
      }
      result += token;
    }
  }

  tell(): number {
    return this.index - (this.next === undefined ? 0 : Array.from(this.next).length);
  }

  seek(index: number): void {
    this.index = index;
    this.advance();
  }

  error(message: string, offset = 0): RegexError {
    const text = this.isText
      ? message
      : message.replace(/[\x80-\xff]/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`);
    return new RegexError(text, this.codes, this.tell() - offset);
  }

  /** Refuses names that are no Python identifiers. */
  checkGroupName(name: string, offset: number): void {
    if (!isIdentifier(name)) {
      throw this.error(`bad character in group name ${quote(name)}`, Array.from(name).length + offset);
    }
  }
}

const identifier = /^[\p{XID_Start}_][\p{XID_Continue}]*$/u;
export const isIdentifier = (name: string): boolean => identifier.test(name.normalize("NFKC"));

/** Python's repr of a short name, for messages. */
export function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = "";
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (char === mark || char === "\\") result += `\\${char}`;
    else if (char === "\n") result += "\\n";
    else if (char === "\r") result += "\\r";
    else if (char === "\t") result += "\\t";
    else if (code < 32 || (code >= 127 && code < 161)) result += `\\x${code.toString(16).padStart(2, "0")}`;
    else result += char;
  }
  return mark + result + mark;
}

/** What int(text) accepts in a group number: digits with optional sign, spaces and underscores; undefined otherwise. */
export function groupNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^\+?\p{Nd}+(_\p{Nd}+)*$/u.test(trimmed) && !/^-0+$/.test(trimmed)) return undefined;
  const digits = Array.from(trimmed.replace(/[+_-]/g, ""), (char) => {
    const code = char.codePointAt(0)!;
    if (code < 128) return char;
    let zero = code; // decimal digits come in runs of ten that begin with their zero
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
  return Number(digits.join(""));
}
