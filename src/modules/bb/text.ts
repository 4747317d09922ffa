/**
 * Python's ideas of text that the pure half of `bb` needs: whitespace, code point order, int() of a string.
 * JavaScript differs in each (trim() takes U+FEFF and leaves U+001C, `<` compares UTF-16 units).
 */
import { PythonFault } from "./fault.js";

/** str.isspace() of one UTF-16 unit (all of Python's whitespace lies in the basic plane). */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** str.split(): the words between whitespace. */
export function splitWords(text: string): string[] {
  const out: string[] = [];
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    if (isSpace(text.charCodeAt(i))) {
      if (start >= 0) out.push(text.slice(start, i));
      start = -1;
    } else if (start < 0) start = i;
  }
  if (start >= 0) out.push(text.slice(start));
  return out;
}

/** str.strip() */
export function strip(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

/** Order of strings by code point, as Python's `<`: negative, 0 or positive. */
export function compareText(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    // A surrogate stands for a code point above every single unit: lift it over U+E000..U+FFFF.
    if (x >= 0xd800 && y >= 0xd800) {
      if (x < 0xe000) x += 0x10000;
      if (y < 0xe000) y += 0x10000;
    }
    return x - y;
  }
  return a.length - b.length;
}

/** CPython's limit of decimal digits (sys.int_max_str_digits): reading them costs their square. */
const maximumDigits = 4300;

/** int() of decimal digits; ValueError for more than CPython reads. */
export function parseDigits(digits: string): bigint {
  if (digits.length > maximumDigits) {
    throw new PythonFault(
      "ValueError",
      `Exceeds the limit (${maximumDigits} digits) for integer string conversion: value has ${digits.length} digits; ` +
        "use sys.set_int_max_str_digits() to increase the limit",
    );
  }
  return BigInt(digits);
}

/** int(text, base) for bases 8 and 10; ValueError with CPython's words. */
export function parseInteger(text: string, base: 8 | 10): bigint {
  const trimmed = strip(text);
  const pattern = base === 8 ? /^[+-]?(?:0[oO]_?)?[0-7]+(?:_[0-7]+)*$/ : /^[+-]?[0-9]+(?:_[0-9]+)*$/;
  if (!pattern.test(trimmed)) {
    throw new PythonFault("ValueError", `invalid literal for int() with base ${base}: ${quote(text)}`);
  }
  const negative = trimmed.startsWith("-");
  const digits = trimmed
    .replace(/^[+-]/, "")
    .replace(/^0[oO]/, "")
    .replaceAll("_", "");
  const value = base === 8 ? BigInt(`0o${digits}`) : parseDigits(digits);
  return negative ? -value : value;
}

/** repr() of a str, good for printable text: enough for messages. */
export function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = mark;
  for (const ch of text) {
    const code = ch.codePointAt(0) ?? 0;
    if (ch === "\\" || ch === mark) out += "\\" + ch;
    else if (ch === "\n") out += "\\n";
    else if (ch === "\r") out += "\\r";
    else if (ch === "\t") out += "\\t";
    else if (code < 32 || code === 127) out += "\\x" + code.toString(16).padStart(2, "0");
    else out += ch;
  }
  return out + mark;
}
