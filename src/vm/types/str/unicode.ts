/**
 * Properties and case mappings of code points as CPython's str methods use them. Tables are built once, at load, from
 * constants, and never change. Strings are walked by code point; a lone surrogate is a code point of its own.
 */
import { caseFold, digitRanges, numericRanges, titleCase } from "./tables.js";

function rangeSet(packed: string): ReadonlySet<number> {
  const out = new Set<number>();
  for (const part of packed.split(" ")) {
    const [a, b] = part.split("-").map((x) => parseInt(x, 16));
    for (let c = a; c <= (b ?? a); c++) out.add(c);
  }
  return out;
}

function mapping(packed: string): ReadonlyMap<number, string> {
  const out = new Map<number, string>();
  for (const part of packed.split(" ")) {
    const [from, to] = part.split("=");
    out.set(parseInt(from, 16), String.fromCodePoint(...to.split("+").map((x) => parseInt(x, 16))));
  }
  return out;
}

const digits = rangeSet(digitRanges);
const numerics = rangeSet(numericRanges);
const titles = mapping(titleCase);
const folds = mapping(caseFold);

const decimalRe = /^\p{Nd}$/u;
const numberRe = /^\p{N}$/u;
const alphaRe = /^\p{L}$/u;
const upperRe = /^\p{Uppercase}$/u;
const lowerRe = /^\p{Lowercase}$/u;
const titleRe = /^\p{Lt}$/u;
const casedRe = /^[\p{Uppercase}\p{Lowercase}\p{Lt}]$/u;
const unprintableRe = /^[\p{C}\p{Z}]$/u;

export const char = (cp: number): string => String.fromCodePoint(cp);

/** str.isspace of one code point. */
export function isSpace(cp: number): boolean {
  if (cp < 128) return cp === 32 || (cp >= 9 && cp <= 13) || (cp >= 28 && cp <= 31);
  return (
    cp === 0x85 ||
    cp === 0xa0 ||
    cp === 0x1680 ||
    (cp >= 0x2000 && cp <= 0x200a) ||
    cp === 0x2028 ||
    cp === 0x2029 ||
    cp === 0x202f ||
    cp === 0x205f ||
    cp === 0x3000
  );
}

/** Does str.splitlines break after it? */
export function isLineBreak(cp: number): boolean {
  return (cp >= 10 && cp <= 13) || (cp >= 28 && cp <= 30) || cp === 0x85 || cp === 0x2028 || cp === 0x2029;
}

/** The value 0-9 of a decimal digit of any script, or -1. */
export function decimalValue(cp: number): number {
  if (cp < 128) return cp >= 48 && cp <= 57 ? cp - 48 : -1;
  if (!decimalRe.test(char(cp))) return -1;
  // Decimal digits stand in unbroken runs of ten.
  let start = cp;
  while (start > 0 && decimalRe.test(char(start - 1))) start--;
  return (cp - start) % 10;
}

export const isDecimal = (cp: number): boolean =>
  cp < 128 ? cp >= 48 && cp <= 57 : decimalRe.test(char(cp));
export const isDigit = (cp: number): boolean => isDecimal(cp) || digits.has(cp);
export const isNumeric = (cp: number): boolean =>
  cp < 128 ? cp >= 48 && cp <= 57 : numberRe.test(char(cp)) || numerics.has(cp);
export const isAlpha = (cp: number): boolean =>
  cp < 128 ? (cp >= 97 && cp <= 122) || (cp >= 65 && cp <= 90) : alphaRe.test(char(cp));
export const isAlnum = (cp: number): boolean => isAlpha(cp) || isDecimal(cp) || isDigit(cp) || isNumeric(cp);
export const isUpper = (cp: number): boolean => (cp < 128 ? cp >= 65 && cp <= 90 : upperRe.test(char(cp)));
export const isLower = (cp: number): boolean => (cp < 128 ? cp >= 97 && cp <= 122 : lowerRe.test(char(cp)));
export const isTitle = (cp: number): boolean => cp >= 128 && titleRe.test(char(cp));
export const isCased = (cp: number): boolean =>
  cp < 128 ? isUpper(cp) || isLower(cp) : casedRe.test(char(cp));
/** Shown as it is by repr(). */
export const isPrintable = (cp: number): boolean =>
  cp < 127 ? cp >= 32 : cp < 0xa1 ? false : !unprintableRe.test(char(cp));

export function titleOf(c: string): string {
  return titles.get(c.codePointAt(0)!) ?? c.toUpperCase();
}

export function foldOf(c: string): string {
  return folds.get(c.codePointAt(0)!) ?? c.toLowerCase();
}
