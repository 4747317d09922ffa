/**
 * Numbers from text: `int(text, base)` and `float(text)` with CPython's rules (white space, underscores, Unicode
 * digits, prefixes, the limit of 4300 digits) and messages. Pure.
 */
import { isSpace, decimalValue } from "../str/unicode.js";
import type { Context, Int } from "./integer.js";
import { bitLength, chargeDigits, normal, scale as scaleHex } from "./integer.js";

/** sys.int_info.default_max_str_digits of CPython 3.11. */
const defaultMaxStrDigits = 4300;

/** Is a number of digits more than is converted? */
function tooLong(cx: Context, digits: number): number | undefined {
  const most = cx.maxStrDigits ?? defaultMaxStrDigits;
  return most > 0 && digits > most ? most : undefined;
}

/** Unicode decimal digits as ASCII ones, white space as spaces, anything else above ASCII as "?". */
export function toAscii(s: string): string {
  if (/^[\x00-\x7f]*$/.test(s)) return s;
  let out = "";
  for (const c of s) {
    const cp = c.codePointAt(0)!;
    if (cp < 128) out += c;
    else if (isSpace(cp)) out += " ";
    else {
      const digit = decimalValue(cp);
      out += digit < 0 ? "?" : String(digit);
    }
  }
  return out;
}

const strip = (s: string): string => s.replace(/^[\t-\r ]+|[\t-\r ]+$/g, "");

/**
 * `int(text, base)`; `shown` is the repr for the error. Base 0 reads the prefix.
 * @throws ValueError
 */
export function parseInt_(cx: Context, text: string, base: number, shown: string): Int {
  const v = tryParseInt(cx, text, base);
  if (v === undefined) throw cx.error("ValueError", `invalid literal for int() with base ${base}: ${shown}`);
  return v;
}

function tryParseInt(cx: Context, text: string, base: number): Int | undefined {
  let s = strip(toAscii(text));
  let negative = false;
  if (s[0] === "+" || s[0] === "-") {
    negative = s[0] === "-";
    s = s.slice(1);
  }
  const prefix = /^0([xXoObB])/.exec(s);
  const named = prefix === null ? 0 : { x: 16, o: 8, b: 2 }[prefix[1].toLowerCase()]!;
  let radix = base;
  if (base === 0) radix = named === 0 ? 10 : named;
  if (named !== 0 && named === radix) {
    s = s.slice(2);
    if (s[0] === "_") s = s.slice(1);
  } else if (base === 0 && /^0[0_]*[1-9]/.test(s)) return undefined; // 0123 is no literal
  if (!/^[0-9A-Za-z]+(?:_[0-9A-Za-z]+)*$/.test(s)) return undefined;
  const digits = s.replaceAll("_", "").toLowerCase();
  for (let i = 0; i < digits.length; i++) {
    const c = digits.charCodeAt(i);
    if ((c < 58 ? c - 48 : c - 87) >= radix) return undefined;
  }
  const v = digitsToInt(cx, digits, radix);
  return negative ? (typeof v === "number" ? (v === 0 ? 0 : -v) : normal(-v)) : v;
}

/** The value of validated lower-case digits. */
export function digitsToInt(cx: Context, digits: string, radix: number): Int {
  if (digits.length <= 10) return parseInt(digits, radix);
  const powerOfTwo = (radix & (radix - 1)) === 0;
  const most = powerOfTwo ? undefined : tooLong(cx, digits.length);
  if (most !== undefined)
    throw cx.error(
      "ValueError",
      `Exceeds the limit (${most} digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  cx.budget.allocate(digits.length);
  if (radix === 10) return normal(BigInt(digits));
  if (radix === 16) return normal(BigInt(`0x${digits}`));
  if (radix === 8) return normal(BigInt(`0o${digits}`));
  if (radix === 2) return normal(BigInt(`0b${digits}`));
  const convert = (from: number, to: number): bigint => {
    if (to - from <= 10) return BigInt(parseInt(digits.slice(from, to), radix));
    const middle = (from + to) >> 1;
    return convert(from, middle) * BigInt(radix) ** BigInt(to - middle) + convert(middle, to);
  };
  return normal(convert(0, digits.length));
}

/** Decimal text of an int, within the limit. */
export function intToString(cx: Context, v: Int): string {
  if (typeof v === "number") return String(v);
  chargeDigits(cx, bitLength(v));
  const s = v.toString();
  const digits = s.length - (v < 0n ? 1 : 0);
  const most = tooLong(cx, digits);
  if (most !== undefined)
    throw cx.error(
      "ValueError",
      `Exceeds the limit (${most} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
    );
  return s;
}

/** `float(text)`; `shown` is the repr for the error. */
export function parseFloat_(cx: Context, text: string, shown: string): number {
  const s = strip(toAscii(text));
  const v = tryParseFloat(s);
  if (v === undefined) throw cx.error("ValueError", `could not convert string to float: ${shown}`);
  return v;
}

/** The float of trimmed ASCII text, or undefined. */
export function tryParseFloat(s: string): number | undefined {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(s);
  if (special !== null) {
    const v = /^n/i.test(special[2]) ? NaN : Infinity;
    return special[1] === "-" ? -v : v;
  }
  if (!/^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/.test(s))
    return undefined;
  return Number(s.replaceAll("_", ""));
}

/** `float.fromhex`. */
export function parseHexFloat(cx: Context, text: string): number {
  const s = strip(text);
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(s);
  if (special !== null) {
    const v = /^n/i.test(special[2]) ? NaN : Infinity;
    return special[1] === "-" ? -v : v;
  }
  const m = /^([+-]?)(?:0[xX])?([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?\d+))?$/.exec(s);
  const digits = m === null ? "" : m[2] + (m[3] ?? "");
  if (m === null || digits === "") throw cx.error("ValueError", "invalid hexadecimal floating-point string");
  cx.budget.allocate(digits.length);
  const mantissa = BigInt(`0x${digits}`);
  const exponent = Number(m[4] ?? "0") - 4 * (m[3] ?? "").length;
  if (mantissa === 0n) return m[1] === "-" ? -0 : 0;
  const bits = mantissa.toString(2).length;
  let v: number;
  if (bits + exponent > 1100) v = Infinity;
  else if (bits + exponent < -1200) v = 0;
  else v = scaleHex(mantissa, exponent);
  if (!Number.isFinite(v))
    throw cx.error("OverflowError", "hexadecimal value too large to represent as a float");
  return m[1] === "-" ? -v : v;
}
