/** What string and bytes literals stand for (language reference 2.4.1): prefixes, quotes, escapes. */

/** A literal that cannot be decoded; the parser adds the position. */
export class LiteralError {
  constructor(
    readonly message: string,
    /** False: CPython reports the whole token; true: it reports the token read last. */
    readonly generic: boolean,
  ) {}
}

export interface EscapeHooks {
  unicodeName?: ((name: string) => string | undefined) | undefined;
  /** Called with the text of an escape that means nothing (`\d`), which stays as it is. */
  invalidEscape?: ((escape: string) => void) | undefined;
}

export interface DecodedLiteral {
  value: string;
  bytes: boolean;
  /** Has the prefix u (not U). */
  unicode: boolean;
}

/** Decodes a whole literal with prefix and quotes (no f-string). */
export function decodeLiteral(text: string, hooks: EscapeHooks): DecodedLiteral {
  let i = 0;
  let bytes = false;
  let raw = false;
  let unicode = false;
  for (; ; i++) {
    const c = text.charCodeAt(i) | 32;
    if (c === 98) bytes = true;
    else if (c === 114) raw = true;
    else if (c === 117)
      unicode = text.startsWith("u"); // CPython: not for U
    else break;
  }
  const quote = text.charCodeAt(i);
  const triple = text.length >= i + 6 && text.charCodeAt(i + 1) === quote && text.charCodeAt(i + 2) === quote;
  const body = triple ? text.slice(i + 3, -3) : text.slice(i + 1, -1);
  if (bytes && /[^\x00-\x7f]/.test(body))
    throw new LiteralError("bytes can only contain ASCII literal characters", false);
  const value =
    raw || !body.includes("\\") ? body : bytes ? decodeBytes(body, hooks) : decodeText(body, hooks);
  return { value, bytes, unicode };
}

/** Value of one-letter escapes, or undefined. */
function simpleEscape(c: number): string | undefined {
  switch (c) {
    case 10:
      return "";
    case 92:
      return "\\";
    case 39:
      return "'";
    case 34:
      return '"';
    case 97:
      return "\x07";
    case 98:
      return "\b";
    case 102:
      return "\f";
    case 110:
      return "\n";
    case 114:
      return "\r";
    case 116:
      return "\t";
    case 118:
      return "\v";
    default:
      return undefined;
  }
}

const isOctal = (c: number): boolean => c >= 48 && c <= 55;

/** Length of the run of octal digits at `i`, at most 3. */
function octalLength(text: string, i: number): number {
  let n = 1;
  while (n < 3 && isOctal(text.charCodeAt(i + n))) n++;
  return n;
}

/** Position in UTF-8 bytes, which is how CPython counts in these messages (it decodes backslash-escaped text). */
function escapedPosition(text: string, end: number): number {
  let n = 0;
  for (const c of text.slice(0, end)) n += (c.codePointAt(0) ?? 0) < 0x80 ? 1 : 10; // non-ASCII is \UXXXXXXXX there
  return n;
}

/** Decodes the escapes of a str literal's body (or of an f-string's text). */
export function decodeText(body: string, hooks: EscapeHooks): string {
  let out = "";
  let from = 0;
  for (let i = body.indexOf("\\"); i >= 0; i = body.indexOf("\\", from)) {
    out += body.slice(from, i);
    const c = body.charCodeAt(i + 1);
    const simple = simpleEscape(c);
    if (simple !== undefined) {
      out += simple;
      from = i + 2;
    } else if (isOctal(c)) {
      const n = octalLength(body, i + 1);
      const code = parseInt(body.slice(i + 1, i + 1 + n), 8);
      if (code > 0xff) hooks.invalidEscape?.(body.slice(i, i + 1 + n));
      out += String.fromCharCode(code);
      from = i + 1 + n;
    } else if (c === 120 || c === 117 || c === 85) {
      const size = c === 120 ? 2 : c === 117 ? 4 : 8;
      const name = c === 120 ? "\\xXX" : c === 117 ? "\\uXXXX" : "\\UXXXXXXXX";
      const digits = /^[0-9a-fA-F]*/.exec(body.slice(i + 2, i + 2 + size))?.[0] ?? "";
      if (digits.length < size) throw decodeError(body, i, i + 1 + digits.length, `truncated ${name} escape`);
      const code = parseInt(digits, 16);
      if (code > 0x10ffff) throw decodeError(body, i, i + 1 + size, "illegal Unicode character");
      out += String.fromCodePoint(code);
      from = i + 2 + size;
    } else if (c === 78) {
      const close = body.indexOf("}", i);
      if (body.charCodeAt(i + 2) !== 123 || close < i + 4) {
        const last = close < 0 ? body.length - 1 : close - 1;
        throw decodeError(
          body,
          i,
          body.charCodeAt(i + 2) === 123 ? last : i + 1,
          "malformed \\N character escape",
        );
      }
      const name = body.slice(i + 3, close);
      if (hooks.unicodeName === undefined)
        throw new LiteralError(`\\N{${name}}: names of characters are not supported here`, true);
      const character = hooks.unicodeName(name);
      if (character === undefined) throw decodeError(body, i, close, "unknown Unicode character name");
      out += character;
      from = close + 1;
    } else {
      hooks.invalidEscape?.(body.slice(i, i + 2));
      out += "\\";
      from = i + 1;
    }
  }
  return out + body.slice(from);
}

function decodeError(body: string, start: number, last: number, what: string): LiteralError {
  const from = escapedPosition(body, start);
  const to = escapedPosition(body, last);
  const where = from === to ? `position ${from}` : `position ${from}-${to}`;
  const bytes = from === to ? "byte 0x5c in" : "bytes in";
  return new LiteralError(
    `(unicode error) 'unicodeescape' codec can't decode ${bytes} ${where}: ${what}`,
    true,
  );
}

/** Decodes the escapes of a bytes literal's body; the result's characters are below 256. */
export function decodeBytes(body: string, hooks: EscapeHooks): string {
  let out = "";
  let from = 0;
  for (let i = body.indexOf("\\"); i >= 0; i = body.indexOf("\\", from)) {
    out += body.slice(from, i);
    const c = body.charCodeAt(i + 1);
    const simple = simpleEscape(c);
    if (simple !== undefined) {
      out += simple;
      from = i + 2;
    } else if (isOctal(c)) {
      const n = octalLength(body, i + 1);
      const code = parseInt(body.slice(i + 1, i + 1 + n), 8);
      if (code > 0xff) hooks.invalidEscape?.(body.slice(i, i + 1 + n));
      out += String.fromCharCode(code & 0xff);
      from = i + 1 + n;
    } else if (c === 120) {
      const digits = body.slice(i + 2, i + 4);
      if (!/^[0-9a-fA-F]{2}$/.test(digits))
        throw new LiteralError(`(value error) invalid \\x escape at position ${i}`, true);
      out += String.fromCharCode(parseInt(digits, 16));
      from = i + 4;
    } else {
      hooks.invalidEscape?.(body.slice(i, i + 2));
      out += "\\";
      from = i + 1;
    }
  }
  return out + body.slice(from);
}
