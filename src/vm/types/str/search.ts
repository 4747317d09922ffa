/**
 * Searching, splitting, replacing and stripping of str by code points. Pure; offsets that go in and out are code point
 * indices, already adjusted to 0..length (see support.adjust). What can grow charges the budget first.
 */
import type { Context } from "../number/integer.js";
import { codePoints, isAstral, length, pointIndex, unitOffset } from "./points.js";
import { isLineBreak, isSpace } from "./unicode.js";

/** Does a unit offset split a surrogate pair? */
function insidePair(s: string, at: number): boolean {
  return (
    at > 0 &&
    at < s.length &&
    (s.charCodeAt(at) & 0xfc00) === 0xdc00 &&
    (s.charCodeAt(at - 1) & 0xfc00) === 0xd800
  );
}

/** Does it begin with the second half of a pair, or end with the first? Then a match may split a pair. */
function loneEdge(sub: string): boolean {
  const n = sub.length;
  return n > 0 && ((sub.charCodeAt(0) & 0xfc00) === 0xdc00 || (sub.charCodeAt(n - 1) & 0xfc00) === 0xd800);
}

/** indexOf over units that never matches half a pair. */
function unitIndexOf(s: string, sub: string, from: number): number {
  let i = s.indexOf(sub, from);
  if (i < 0 || !loneEdge(sub)) return i;
  while (i >= 0 && (insidePair(s, i) || insidePair(s, i + sub.length))) i = s.indexOf(sub, i + 1);
  return i;
}

function unitLastIndexOf(s: string, sub: string, from: number): number {
  let i = s.lastIndexOf(sub, from);
  if (i < 0 || !loneEdge(sub)) return i;
  while (i >= 0 && (insidePair(s, i) || insidePair(s, i + sub.length))) {
    if (i === 0) return -1;
    i = s.lastIndexOf(sub, i - 1);
  }
  return i;
}

/** `s.find(sub, start, end)`: -1 when absent. */
export function find(s: string, sub: string, start: number, end: number): number {
  if (!isAstral(s)) {
    if (start > end || start > s.length) return -1;
    const i = s.indexOf(sub, start);
    return i >= 0 && i + sub.length <= end ? i : -1;
  }
  if (start > end || start > length(s)) return -1;
  const from = unitOffset(s, start);
  const to = from + unitOffset(s.slice(from), end - start);
  const i = unitIndexOf(s, sub, from);
  return i >= 0 && i + sub.length <= to ? pointIndex(s, i) : -1;
}

/** `s.rfind(sub, start, end)`. */
export function rfind(s: string, sub: string, start: number, end: number): number {
  const astral = isAstral(s);
  const n = astral ? length(s) : s.length;
  if (start > end || start > n) return -1;
  const from = astral ? unitOffset(s, start) : start;
  const to = astral ? unitOffset(s, end) : end;
  if (to - sub.length < from) return -1;
  const i = unitLastIndexOf(s, sub, to - sub.length);
  return i >= from ? (astral ? pointIndex(s, i) : i) : -1;
}

/** Occurrences without overlap in [start, end). */
export function count(s: string, sub: string, start: number, end: number): number {
  const astral = isAstral(s);
  const n = astral ? length(s) : s.length;
  if (start > n || start > end) return 0;
  if (sub === "") return end - start + 1;
  const from = astral ? unitOffset(s, start) : start;
  const to = astral ? unitOffset(s, end) : end;
  let found = 0;
  for (
    let i = unitIndexOf(s, sub, from);
    i >= 0 && i + sub.length <= to;
    i = unitIndexOf(s, sub, i + sub.length)
  )
    found++;
  return found;
}

export function contains(s: string, sub: string): boolean {
  return loneEdge(sub) ? unitIndexOf(s, sub, 0) >= 0 : s.includes(sub);
}

const asciiSpace = /[\t-\r\x1c-\x20]+/;
const latin = /^[\x00-\x7f]*$/;

/** Splits at white space; `limit` < 0 means no limit. */
export function splitSpace(s: string, limit: number): string[] {
  if (limit < 0 && latin.test(s)) {
    const parts = s.split(asciiSpace);
    if (parts[0] === "") parts.shift();
    if (parts.length > 0 && parts[parts.length - 1] === "") parts.pop();
    return parts;
  }
  const out: string[] = [];
  let i = 0;
  const n = s.length;
  for (;;) {
    while (i < n && isSpace(s.charCodeAt(i))) i++;
    if (i === n) return out;
    if (limit >= 0 && out.length === limit) {
      out.push(s.slice(i));
      return out;
    }
    const start = i;
    while (i < n && !isSpace(s.charCodeAt(i))) i++;
    out.push(s.slice(start, i));
  }
}

export function rsplitSpace(s: string, limit: number): string[] {
  if (limit < 0) return splitSpace(s, -1);
  const out: string[] = [];
  let i = s.length;
  for (;;) {
    while (i > 0 && isSpace(s.charCodeAt(i - 1))) i--;
    if (i === 0) return out.reverse();
    if (out.length === limit) {
      out.push(s.slice(0, i));
      return out.reverse();
    }
    const end = i;
    while (i > 0 && !isSpace(s.charCodeAt(i - 1))) i--;
    out.push(s.slice(i, end));
  }
}

/** Splits at a separator that is not empty. */
export function split(s: string, separator: string, limit: number): string[] {
  const out: string[] = [];
  let from = 0;
  const lone = loneEdge(separator);
  while (limit < 0 || out.length < limit) {
    const i = lone ? unitIndexOf(s, separator, from) : s.indexOf(separator, from);
    if (i < 0) break;
    out.push(s.slice(from, i));
    from = i + separator.length;
  }
  out.push(from === 0 ? s : s.slice(from));
  return out;
}

export function rsplit(s: string, separator: string, limit: number): string[] {
  const out: string[] = [];
  let to = s.length;
  while (limit < 0 || out.length < limit) {
    if (to < separator.length) break;
    const i = unitLastIndexOf(s, separator, to - separator.length);
    if (i < 0) break;
    out.push(s.slice(i + separator.length, to));
    to = i;
  }
  out.push(s.slice(0, to));
  return out.reverse();
}

export function splitLines(s: string, keepEnds: boolean): string[] {
  const out: string[] = [];
  let start = 0;
  for (let i = 0; i < s.length;) {
    if (!isLineBreak(s.charCodeAt(i))) {
      i++;
      continue;
    }
    let end = i + 1;
    if (s.charCodeAt(i) === 13 && s.charCodeAt(end) === 10) end++;
    out.push(s.slice(start, keepEnds ? end : i));
    start = i = end;
  }
  if (start < s.length) out.push(s.slice(start));
  return out;
}

export function partition(s: string, separator: string): [string, string, string] {
  const i = unitIndexOf(s, separator, 0);
  return i < 0 ? [s, "", ""] : [s.slice(0, i), separator, s.slice(i + separator.length)];
}

export function rpartition(s: string, separator: string): [string, string, string] {
  const i = unitLastIndexOf(s, separator, s.length);
  return i < 0 ? ["", "", s] : [s.slice(0, i), separator, s.slice(i + separator.length)];
}

function stripStart(s: string, drop: (c: string) => boolean): string {
  let i = 0;
  while (i < s.length) {
    const wide = s.codePointAt(i)! > 0xffff ? 2 : 1;
    if (!drop(s.slice(i, i + wide))) break;
    i += wide;
  }
  return i === 0 ? s : s.slice(i);
}

function stripEnd(s: string, drop: (c: string) => boolean): string {
  let i = s.length;
  while (i > 0) {
    const wide = insidePair(s, i - 1) ? 2 : 1;
    if (!drop(s.slice(i - wide, i))) break;
    i -= wide;
  }
  return i === s.length ? s : s.slice(0, i);
}

/** `strip`, `lstrip`, `rstrip`; without `chars` white space goes. */
export function strip(s: string, chars: string | undefined, left: boolean, right: boolean): string {
  let drop: (c: string) => boolean;
  if (chars === undefined) {
    if (s === "") return s;
    // the usual case: nothing to strip, or ASCII
    let i = 0;
    let j = s.length;
    if (left) while (i < j && isSpace(s.charCodeAt(i))) i++;
    if (right) while (j > i && isSpace(s.charCodeAt(j - 1))) j--;
    return i === 0 && j === s.length ? s : s.slice(i, j);
  }
  if (chars.length === 1) drop = (c) => c === chars;
  else {
    const set = new Set(codePoints(chars));
    drop = (c) => set.has(c);
  }
  if (left) s = stripStart(s, drop);
  return right ? stripEnd(s, drop) : s;
}

/** `s.replace(old, new, limit)`; charges for the result before it is made. */
export function replace(cx: Context, s: string, from: string, to: string, limit: number): string {
  if (limit === 0 || (from === to && from !== "") || !s.includes(from)) return s;
  if (to.length > from.length) {
    const times = from === "" ? s.length + 1 : s.length / from.length;
    const most = limit < 0 ? times : Math.min(limit, times);
    const worst = s.length + most * (to.length - from.length);
    if (worst > 4096) {
      const n = from === "" ? length(s) + 1 : count(s, from, 0, length(s));
      cx.budget.allocate(s.length + (limit < 0 ? n : Math.min(limit, n)) * (to.length - from.length));
    }
  }
  if (from === "") {
    const cps = codePoints(s);
    const n = limit < 0 ? cps.length + 1 : limit;
    let out = "";
    for (let i = 0; i < cps.length; i++) out += (i < n ? to : "") + cps[i];
    return cps.length < n ? out + to : out;
  }
  if (loneEdge(from)) return split(s, from, limit).join(to);
  // Pieces are joined by the thousand: one rope of millions of pieces would take many times the memory of the text.
  const chunks: string[] = [];
  let pieces: string[] = [];
  let at = 0;
  for (let n = limit; n !== 0; n--) {
    const i = s.indexOf(from, at);
    if (i < 0) break;
    pieces.push(s.slice(at, i), to);
    at = i + from.length;
    if (pieces.length >= 8192) {
      cx.budget.step(4096);
      chunks.push(pieces.join(""));
      pieces = [];
    }
  }
  pieces.push(s.slice(at));
  chunks.push(pieces.join(""));
  return chunks.join("");
}

/** `s.expandtabs(size)`. */
export function expandTabs(cx: Context, s: string, size: number): string {
  if (!s.includes("\t")) return s;
  cx.budget.allocate(s.length + count(s, "\t", 0, s.length) * Math.max(size, 0));
  let column = 0;
  let out = "";
  for (const c of s) {
    if (c === "\t") {
      if (size > 0) {
        const n = size - (column % size);
        out += " ".repeat(n);
        column += n;
      }
    } else {
      out += c;
      column = c === "\n" || c === "\r" ? 0 : column + 1;
    }
  }
  return out;
}
