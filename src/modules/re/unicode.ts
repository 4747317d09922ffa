/**
 * What `re` asks about characters: the categories \d \w \s with and without ASCII, simple lower case, and the pairs
 * of lower-case letters that IGNORECASE holds equal because they share one upper case (the table that CPython
 * generates into re/_casefix.py). Pure functions; tables are filled on first use.
 */

const WORD = 1;
const DIGIT = 2;
const SPACE = 4;
const KNOWN = 8;

const wordPattern = /[\p{L}\p{N}_]/u;
const digitPattern = /\p{Nd}/u;
const spacePattern = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

const table = new Uint8Array(0x10000);

function classify(code: number): number {
  const known = code < 0x10000 ? table[code] : 0;
  if (known !== 0) return known;
  const text = String.fromCodePoint(code);
  const bits =
    KNOWN |
    (wordPattern.test(text) ? WORD : 0) |
    (digitPattern.test(text) ? DIGIT : 0) |
    (spacePattern.test(text) ? SPACE : 0);
  if (code < 0x10000) table[code] = bits;
  return bits;
}

/** str.isalnum() or "_". */
export const isWord = (code: number): boolean => (classify(code) & WORD) !== 0;
/** str.isdecimal(). */
export const isDigit = (code: number): boolean => (classify(code) & DIGIT) !== 0;
/** str.isspace(). */
export const isSpace = (code: number): boolean => (classify(code) & SPACE) !== 0;

export const isAsciiWord = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95;
export const isAsciiDigit = (c: number): boolean => c >= 48 && c <= 57;
export const isAsciiSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);

function single(text: string, otherwise: number): number {
  const code = text.codePointAt(0)!;
  return text.length === (code > 0xffff ? 2 : 1) ? code : otherwise;
}

/** Simple (one to one) lower case of a code point. */
export function lower(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code === 0x130) return 0x69; // its full lower case is two characters, the simple one is "i"
  return single(String.fromCodePoint(code).toLowerCase(), code);
}

/** Simple upper case of a code point. */
export function upper(code: number): number {
  if (code < 128) return code >= 97 && code <= 122 ? code - 32 : code;
  return single(String.fromCodePoint(code).toUpperCase(), code);
}

export const asciiLower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

const sameUpper: readonly (readonly number[])[] = [
  [0x69, 0x131],
  [0x73, 0x17f],
  [0xb5, 0x3bc],
  [0x345, 0x3b9, 0x1fbe],
  [0x390, 0x1fd3],
  [0x3b0, 0x1fe3],
  [0x3b2, 0x3d0],
  [0x3b5, 0x3f5],
  [0x3b8, 0x3d1],
  [0x3ba, 0x3f0],
  [0x3c0, 0x3d6],
  [0x3c1, 0x3f1],
  [0x3c2, 0x3c3],
  [0x3c6, 0x3d5],
  [0x432, 0x1c80],
  [0x434, 0x1c81],
  [0x43e, 0x1c82],
  [0x441, 0x1c83],
  [0x442, 0x1c84, 0x1c85],
  [0x44a, 0x1c86],
  [0x463, 0x1c87],
  [0x1c88, 0xa64b],
  [0x1e61, 0x1e9b],
  [0xfb05, 0xfb06],
];
const fixes = new Map<number, readonly number[]>(
  sameUpper.flatMap((group) => group.map((code) => [code, group])),
);

/** The lower-case letters that IGNORECASE holds equal to a lower-case letter, itself included. */
export function lowerVariants(lowered: number): readonly number[] {
  return fixes.get(lowered) ?? [lowered];
}

const inverse = new Map<number, number[]>();

/** Every code point whose simple lower case is `lowered`, itself included. */
export function withLower(lowered: number): readonly number[] {
  if (inverse.size === 0) {
    const ranges: [number, number][] = [
      [0x41, 0xffff],
      [0x10400, 0x10fff],
      [0x118a0, 0x118ff],
      [0x16e40, 0x16eff],
      [0x1e900, 0x1e9ff],
    ];
    for (const [from, to] of ranges) {
      for (let code = from; code <= to; code++) {
        if (code === 0x3400) code = 0xa640; // no cased letters between
        const low = lower(code);
        if (low !== code) inverse.set(low, [...(inverse.get(low) ?? [low]), code]);
      }
    }
  }
  return inverse.get(lowered) ?? [lowered];
}
