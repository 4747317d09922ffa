/** Numeric literals (language reference 2.4.5 to 2.4.7): where one ends, and what it is worth. */
import type { ConstantValue } from "./ast.js";

/** Raises the error `message` at `offset`; `from` is where CPython's range begins if it gives one. */
export type NumberFailure = (message: string, offset: number, from?: number) => never;

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isHex = (c: number): boolean => isDigit(c) || (c >= 97 && c <= 102) || (c >= 65 && c <= 70);
const isOctal = (c: number): boolean => c >= 48 && c <= 55;
const isBinary = (c: number): boolean => c === 48 || c === 49;
const isIdentifierLike = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || isDigit(c) || c === 95;

/** Keywords that may follow a number at once (`1if x else y`), as CPython still accepts with a warning. */
const FOLLOWERS = ["and", "else", "for", "if", "in", "is", "or", "not"];

/** Offset after the number that begins at `start` (a digit, or a dot before a digit). */
export function scanNumber(text: string, start: number, fail: NumberFailure): number {
  let i = start;
  let c = text.charCodeAt(i);
  if (c === 48) {
    const base = text.charCodeAt(i + 1) | 32;
    if (base === 120) return scanBased(text, i + 2, isHex, "hexadecimal", fail);
    if (base === 111) return scanBased(text, i + 2, isOctal, "octal", fail);
    if (base === 98) return scanBased(text, i + 2, isBinary, "binary", fail);
    i++;
    for (;;) {
      c = text.charCodeAt(i);
      if (c === 95) {
        i++;
        if (!isDigit((c = text.charCodeAt(i)))) fail("invalid decimal literal", i);
      }
      if (c !== 48) break;
      i++;
    }
    const zerosEnd = i;
    if (isDigit(c)) {
      i = scanDigits(text, i, fail);
      c = text.charCodeAt(i);
      if (c !== 46 && (c | 32) !== 101 && (c | 32) !== 106)
        fail(
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
          zerosEnd + 1,
          start,
        );
    }
  } else if (c !== 46) i = scanDigits(text, i, fail);
  c = text.charCodeAt(i);
  if (c === 46) {
    i++;
    if (isDigit(text.charCodeAt(i))) i = scanDigits(text, i, fail);
    c = text.charCodeAt(i);
  }
  if ((c | 32) === 101) {
    const sign = text.charCodeAt(i + 1);
    if (sign === 43 || sign === 45) {
      if (!isDigit(text.charCodeAt(i + 2))) fail("invalid decimal literal", i + 2);
      i = scanDigits(text, i + 2, fail);
    } else if (isDigit(sign)) i = scanDigits(text, i + 1, fail);
    else return endOfNumber(text, i, "decimal", fail);
    c = text.charCodeAt(i);
  }
  if ((c | 32) === 106) return endOfNumber(text, i + 1, "imaginary", fail);
  return endOfNumber(text, i, "decimal", fail);
}

function scanDigits(text: string, i: number, fail: NumberFailure): number {
  for (;;) {
    while (isDigit(text.charCodeAt(i))) i++;
    if (text.charCodeAt(i) !== 95) return i;
    i++;
    if (!isDigit(text.charCodeAt(i))) fail("invalid decimal literal", i);
  }
}

function scanBased(
  text: string,
  i: number,
  accepts: (c: number) => boolean,
  kind: string,
  fail: NumberFailure,
): number {
  for (;;) {
    if (text.charCodeAt(i) === 95) i++;
    const c = text.charCodeAt(i);
    if (!accepts(c)) {
      if (isDigit(c)) fail(`invalid digit '${text[i]}' in ${kind} literal`, i + 1);
      fail(`invalid ${kind} literal`, i);
    }
    while (accepts(text.charCodeAt(i))) i++;
    if (text.charCodeAt(i) !== 95) break;
  }
  if (isDigit(text.charCodeAt(i))) fail(`invalid digit '${text[i]}' in ${kind} literal`, i + 1);
  return endOfNumber(text, i, kind, fail);
}

function endOfNumber(text: string, i: number, kind: string, fail: NumberFailure): number {
  if (!isIdentifierLike(text.charCodeAt(i))) return i;
  for (const word of FOLLOWERS) if (text.startsWith(word, i)) return i;
  return fail(`invalid ${kind} literal`, i);
}

/** CPython's default of sys.set_int_max_str_digits: longer decimal literals are refused. */
const MAX_DECIMAL_DIGITS = 4300;

/** What is wrong with a literal although it is well formed: too many digits; else undefined. */
export function numberRefusal(literal: string): string | undefined {
  if (literal.length <= MAX_DECIMAL_DIGITS || !/^[\d_]+$/.test(literal)) return undefined;
  const digits = literal.replaceAll("_", "").replace(/^0+/, "").length;
  if (digits <= MAX_DECIMAL_DIGITS) return undefined;
  return (
    `Exceeds the limit (${MAX_DECIMAL_DIGITS} digits) for integer string conversion: value has ${digits} digits; ` +
    "use sys.set_int_max_str_digits() to increase the limit - " +
    "Consider hexadecimal for huge integer literals to avoid decimal conversion limits."
  );
}

/** The value of a literal that scanNumber has delimited. */
export function numberValue(literal: string): ConstantValue {
  const text = literal.includes("_") ? literal.replaceAll("_", "") : literal;
  const last = text.charCodeAt(text.length - 1) | 32;
  const second = text.charCodeAt(1) | 32;
  if (text.charCodeAt(0) === 48 && (second === 120 || second === 111 || second === 98)) return integer(text);
  if (last === 106) return { kind: "complex", imag: Number(text.slice(0, -1)) };
  if (/[.eE]/.test(text)) return { kind: "float", value: Number(text) };
  return integer(text);
}

function integer(text: string): ConstantValue {
  const value = Number(text);
  return { kind: "int", value: Number.isSafeInteger(value) ? value : BigInt(text) };
}
