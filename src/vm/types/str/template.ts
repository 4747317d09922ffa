/**
 * The syntax of `str.format` templates (PEP 3101): literal text and replacement fields, field names, and their errors.
 * Pure parsing; types/str/fields.ts evaluates. Follows CPython's Objects/stringlib/unicode_format.h in what is an error.
 */
import type { Context } from "../number/integer.js";

/** Literal text, and the field after it if any. */
export interface Piece {
  readonly literal: string;
  readonly field?: {
    readonly name: string;
    readonly conversion: string;
    readonly spec: string;
    readonly nested: boolean;
  };
}

/** The pieces of a template. */
export function* pieces(cx: Context, s: string): Generator<Piece> {
  const end = s.length;
  const fail = (text: string): unknown => cx.error("ValueError", text);
  let at = 0;
  while (at < end) {
    const start = at;
    let c = "";
    let markup = false;
    while (at < end) {
      c = s[at++]!;
      if (c === "{" || c === "}") {
        markup = true;
        break;
      }
    }
    const atEnd = at >= end;
    let stop = at;
    if (markup) {
      if (c === "}" && (atEnd || s[at] !== "}")) throw fail("Single '}' encountered in format string");
      if (atEnd && c === "{") throw fail("Single '{' encountered in format string");
      if (s[at] === c) {
        at++;
        markup = false;
      } else stop--;
    }
    const literal = s.slice(start, stop);
    if (!markup) {
      yield { literal };
      continue;
    }
    const nameStart = at;
    let nameEnd = -1;
    c = "";
    while (at < end) {
      c = s[at++]!;
      if (c === "{") throw fail("unexpected '{' in field name");
      if (c === "[") {
        while (at < end && s[at] !== "]") at++;
        continue;
      }
      if (c === "}" || c === ":" || c === "!") {
        nameEnd = at - 1;
        break;
      }
    }
    if (nameEnd < 0) throw fail("expected '}' before end of string");
    const name = s.slice(nameStart, nameEnd);
    let conversion = "";
    let closed = c === "}";
    if (c === "!") {
      if (at >= end) throw fail("end of string while looking for conversion specifier");
      conversion = String.fromCodePoint(s.codePointAt(at)!);
      at += conversion.length;
      if (at < end) {
        c = s[at++]!;
        if (c === "}") closed = true;
        else if (c !== ":") throw fail("expected ':' after conversion specifier");
      }
    }
    let spec = "";
    let nested = false;
    if (!closed) {
      const specStart = at;
      let depth = 1;
      for (; at < end; at++) {
        if (s[at] === "{") {
          nested = true;
          depth++;
        } else if (s[at] === "}" && --depth === 0) break;
      }
      if (depth !== 0) throw fail("unmatched '{' in format spec");
      spec = s.slice(specStart, at);
      at++;
    }
    yield { literal, field: { name, conversion, spec, nested } };
  }
}

/** One step of a field name after the first: attribute or index. */
export type Access = { readonly attribute: string } | { readonly index: string | number };

function integer(cx: Context, text: string): number {
  if (!/^[0-9]+$/.test(text)) return -1;
  if (text.length > 18 && BigInt(text) > 9223372036854775807n)
    throw cx.error("ValueError", "Too many decimal digits in format string");
  return Number(text);
}

/** A field name split into its first part (a number when it is an index) and the accesses. */
export function splitName(cx: Context, name: string): { first: string | number; rest: Generator<Access> } {
  const m = /[.[]/.exec(name);
  const text = m === null ? name : name.slice(0, m.index);
  const index = integer(cx, text);
  return { first: index >= 0 ? index : text, rest: accesses(cx, m === null ? "" : name.slice(m.index)) };
}

function* accesses(cx: Context, s: string): Generator<Access> {
  let at = 0;
  while (at < s.length) {
    const c = s[at++];
    if (c === ".") {
      const start = at;
      while (at < s.length && s[at] !== "." && s[at] !== "[") at++;
      if (at === start) throw cx.error("ValueError", "Empty attribute in format string");
      yield { attribute: s.slice(start, at) };
    } else if (c === "[") {
      const end = s.indexOf("]", at);
      if (end < 0) throw cx.error("ValueError", "Missing ']' in format string");
      const text = s.slice(at, end);
      at = end + 1;
      if (text === "") throw cx.error("ValueError", "Empty attribute in format string");
      const index = integer(cx, text);
      yield { index: index >= 0 ? index : text };
    } else {
      throw cx.error("ValueError", "Only '.' or '[' may follow ']' in format field specifier");
    }
  }
}
