/**
 * The hash of text: deterministic on every machine (fixed seed), 53 bits, not CPython's values. Documented in
 * docs/architecture.md; nothing may depend on the order of hashes, since dicts and sets keep insertion order.
 */

/** cyrb53-style mix over UTF-16 units; never -1. */
export function hashString(s: string): number {
  if (s === "") return 0;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** The same for bytes, so that equal bytes and bytearray views agree. */
export function hashBytes(v: ArrayLike<number>): number {
  let s = "";
  for (let i = 0; i < v.length; i++) s += String.fromCharCode(v[i]);
  return hashString(s);
}
