/** Character classes of Python's lexical analysis: identifiers (PEP 3131) and digits. */

/** Bits of CLASS: 1 begins an identifier, 2 continues one, 4 decimal digit, 8 white space between tokens. */
export const ID_START = 1;
export const ID_PART = 2;
export const DIGIT = 4;

/** Classes of the ASCII characters. */
export const CLASS: Uint8Array = (() => {
  const table = new Uint8Array(128);
  for (let c = 97; c <= 122; c++) table[c] = table[c - 32] = ID_START | ID_PART;
  table[95] = ID_START | ID_PART;
  for (let c = 48; c <= 57; c++) table[c] = ID_PART | DIGIT;
  return table;
})();

const START = /^[\p{XID_Start}_]$/u;
const PART = /^\p{XID_Continue}$/u;
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** Whether the character (one code point) may begin an identifier. */
export function isIdentifierStart(character: string): boolean {
  return START.test(character);
}

/** Whether the character (one code point) may continue an identifier. */
export function isIdentifierPart(character: string): boolean {
  return PART.test(character);
}

/** Python's str.isprintable for one code point. */
export function isPrintable(character: string): boolean {
  return PRINTABLE.test(character);
}

/** Whether a whole text is an identifier (before NFKC); keywords are not told apart. */
export function isIdentifier(text: string): boolean {
  return /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(text);
}
