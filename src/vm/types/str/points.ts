/**
 * JS strings seen as sequences of code points. A string without surrogate pairs (nearly all) is indexed by unit; the
 * test is one regular expression, free for strings whose units are bytes. Lone surrogates count as one. Pure.
 */

const pair = /[\ud800-\udbff][\udc00-\udfff]/;

/** Has it code points beyond U+FFFF? */
export function isAstral(s: string): boolean {
  const n = s.length;
  if (n > 24) return pair.test(s);
  for (let i = 0; i < n; i++) if ((s.charCodeAt(i) & 0xfc00) === 0xd800) return pair.test(s);
  return false;
}

/** Number of code points. */
export function length(s: string): number {
  if (!isAstral(s)) return s.length;
  let n = s.length;
  for (let i = 0; i < s.length - 1; i++)
    if ((s.charCodeAt(i) & 0xfc00) === 0xd800 && (s.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      n--;
      i++;
    }
  return n;
}

/** One string for each code point. */
export function codePoints(s: string): string[] {
  return pair.test(s) ? Array.from(s) : s.split("");
}

/** Unit offset of a code point index in an astral string (clamped at the end). */
export function unitOffset(s: string, index: number): number {
  let i = 0;
  for (let n = index; n > 0 && i < s.length; n--) i += s.codePointAt(i)! > 0xffff ? 2 : 1;
  return i;
}

/** Code point index of a unit offset in an astral string. */
export function pointIndex(s: string, offset: number): number {
  return length(s.slice(0, offset));
}

/** Code point slice [start, end) with 0 <= start, end <= length. */
export function slice(s: string, start: number, end: number): string {
  if (!pair.test(s)) return s.slice(start, end);
  const from = unitOffset(s, start);
  return s.slice(from, from + unitOffset(s.slice(from), end - start));
}

/** Order by code point: negative, 0 or positive. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  const less = a < b;
  // Unit order differs from code point order only where a surrogate meets U+E000..U+FFFF.
  if (!/[\ud800-\udfff]/.test(a) && !/[\ud800-\udfff]/.test(b)) return less ? -1 : 1;
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const rank = (s: string, at: number, c: number): number => {
      if (c < 0xd800 || c > 0xdfff) return c;
      if (c >= 0xdc00) {
        // second half of a pair that both share: compare as units; alone: its own value
        const before = at > 0 ? s.charCodeAt(at - 1) : 0;
        return (before & 0xfc00) === 0xd800 ? 0x10000 + c : c;
      }
      return (s.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 0x10000 + c * 1024 : c;
    };
    return rank(a, i, x) - rank(b, i, y);
  }
  return a.length - b.length;
}
