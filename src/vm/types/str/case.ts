/** Case conversions and the `is...` tests of whole strings, with full Unicode mappings as CPython applies them. Pure. */
import {
  foldOf,
  isAlnum,
  isAlpha,
  isCased,
  isDecimal,
  isDigit,
  isLower,
  isNumeric,
  isPrintable,
  isSpace,
  isTitle,
  isUpper,
  titleOf,
} from "./unicode.js";

const ascii = /^[\x00-\x7f]*$/;

/** Lower case of a character inside a word: final sigma depends on what surrounds it in the whole string. */
function lowerAll(s: string): string {
  return s.toLowerCase();
}

/** `s.title()`. */
export function title(s: string): string {
  const lowered = lowerInContext(s);
  let out = "";
  let previous = false;
  let i = 0;
  for (const c of s) {
    out += previous ? lowered[i] : titleOf(c);
    previous = isCased(c.codePointAt(0)!);
    i++;
  }
  return out;
}

/** Each character's lower case, sigma by its place in the string. */
function lowerInContext(s: string): string[] {
  const chars = Array.from(s);
  if (!s.includes("\u03a3")) return chars.map((c) => c.toLowerCase());
  return chars.map((c, i) => (c === "\u03a3" ? finalSigma(chars, i) : c.toLowerCase()));
}

const cased = /\p{Cased}/u;
const ignorable = /\p{Case_Ignorable}/u;

function finalSigma(chars: string[], at: number): string {
  let before = at - 1;
  while (before >= 0 && ignorable.test(chars[before])) before--;
  if (before < 0 || !cased.test(chars[before])) return "\u03c3";
  let after = at + 1;
  while (after < chars.length && ignorable.test(chars[after])) after++;
  return after < chars.length && cased.test(chars[after]) ? "\u03c3" : "\u03c2";
}

export function capitalize(s: string): string {
  if (s === "") return s;
  if (ascii.test(s)) return s[0].toUpperCase() + s.slice(1).toLowerCase();
  const chars = lowerInContext(s);
  return titleOf(String.fromCodePoint(s.codePointAt(0)!)) + chars.slice(1).join("");
}

export function swapcase(s: string): string {
  const chars = Array.from(s);
  let out = "";
  chars.forEach((c, i) => {
    const cp = c.codePointAt(0)!;
    if (isUpper(cp)) out += c === "\u03a3" ? finalSigma(chars, i) : c.toLowerCase();
    else if (isLower(cp)) out += c.toUpperCase();
    else out += c;
  });
  return out;
}

export function casefold(s: string): string {
  if (ascii.test(s)) return s.toLowerCase();
  let out = "";
  for (const c of s) out += foldOf(c);
  return out;
}

export const lower = lowerAll;
export const upper = (s: string): string => s.toUpperCase();

function every(s: string, test: (cp: number) => boolean): boolean {
  if (s === "") return false;
  for (const c of s) if (!test(c.codePointAt(0)!)) return false;
  return true;
}

export const allAlnum = (s: string): boolean => every(s, isAlnum);
export const allAlpha = (s: string): boolean => every(s, isAlpha);
export const allDecimal = (s: string): boolean => every(s, isDecimal);
export const allDigit = (s: string): boolean => every(s, isDigit);
export const allNumeric = (s: string): boolean => every(s, isNumeric);
export const allSpace = (s: string): boolean => every(s, isSpace);
export const allPrintable = (s: string): boolean => s === "" || every(s, isPrintable);
export const isAscii = (s: string): boolean => ascii.test(s);

export function isIdentifier(s: string): boolean {
  return /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(s);
}

/** At least one cased character and none of the other case. */
export function allLower(s: string): boolean {
  let any = false;
  for (const c of s) {
    const cp = c.codePointAt(0)!;
    if (isUpper(cp) || isTitle(cp)) return false;
    if (isLower(cp)) any = true;
  }
  return any;
}

export function allUpper(s: string): boolean {
  let any = false;
  for (const c of s) {
    const cp = c.codePointAt(0)!;
    if (isLower(cp) || isTitle(cp)) return false;
    if (isUpper(cp)) any = true;
  }
  return any;
}

export function allTitle(s: string): boolean {
  let any = false;
  let previous = false;
  for (const c of s) {
    const cp = c.codePointAt(0)!;
    if (isUpper(cp) || isTitle(cp)) {
      if (previous) return false;
      previous = true;
      any = true;
    } else if (isLower(cp)) {
      if (!previous) return false;
      any = true;
    } else previous = false;
  }
  return any;
}
