/**
 * Text encodings: utf-7, utf-8, utf-8-sig, ascii, latin-1, utf-16 and utf-32 (with byte order), cp1252, unicode_escape and
 * raw_unicode_escape. Other encodings are asked of Python's codecs module.
 */
import type { Rt } from "../support.js";
import { backslashed, encodeBy, pushUtf8, recover } from "./recovery.js";
import { decodeUtf7, encodeUtf7 } from "./utf7.js";

/** Canonical name of an encoding that we have; undefined for others. */
export function encodingName(name: string): string | undefined {
  const n = name.toLowerCase().replace(/[ _]/g, "-");
  switch (n) {
    case "utf-8":
    case "utf8":
    case "u8":
    case "utf":
    case "utf8-ucs2":
    case "utf8-ucs4":
    case "cp65001":
      return "utf-8";
    case "utf-8-sig":
    case "utf8-sig":
      return "utf-8-sig";
    case "ascii":
    case "us-ascii":
    case "646":
    case "ansi-x3.4-1968":
    case "iso646-us":
      return "ascii";
    case "latin-1":
    case "latin1":
    case "latin":
    case "l1":
    case "iso-8859-1":
    case "iso8859-1":
    case "iso-8859-1-1987":
    case "8859":
    case "cp819":
      return "iso-8859-1";
    case "utf-16":
    case "utf16":
    case "u16":
      return "utf-16";
    case "utf-16-le":
    case "utf-16le":
    case "unicodelittleunmarked":
      return "utf-16-le";
    case "utf-16-be":
    case "utf-16be":
    case "unicodebigunmarked":
      return "utf-16-be";
    case "utf-32":
    case "utf32":
    case "u32":
      return "utf-32";
    case "utf-32-le":
    case "utf-32le":
      return "utf-32-le";
    case "utf-32-be":
    case "utf-32be":
      return "utf-32-be";
    case "cp1252":
    case "windows-1252":
    case "1252":
      return "cp1252";
    case "utf-7":
    case "utf7":
    case "u7":
    case "unicode-1-1-utf-7":
      return "utf-7";
    case "unicode-escape":
      return "unicode_escape";
    case "raw-unicode-escape":
      return "raw_unicode_escape";
    default:
      return undefined;
  }
}

const unknown = (rt: Rt, name: string): unknown => rt.error("LookupError", `unknown encoding: ${name}`);

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** `s.encode(encoding, errors)`. */
export function encode(rt: Rt, s: string, encoding: string, errors: string): Uint8Array {
  const name = encodingName(encoding);
  rt.budget.allocate(s.length);
  switch (name) {
    case "utf-8":
      if (!loneSurrogate.test(s)) return new TextEncoder().encode(s);
      return encodeBy(rt, s, "utf-8", errors, (cp, out) => {
        if (cp >= 0xd800 && cp <= 0xdfff) return false;
        pushUtf8(cp, out);
        return true;
      });
    case "utf-8-sig":
      return concat([new Uint8Array([0xef, 0xbb, 0xbf]), encode(rt, s, "utf-8", errors)]);
    case "ascii":
      return encodeBy(rt, s, "ascii", errors, (cp, out) => cp < 128 && out.push(cp) > 0);
    case "iso-8859-1":
      return encodeBy(rt, s, "latin-1", errors, (cp, out) => cp < 256 && out.push(cp) > 0);
    case "cp1252":
      return encodeBy(rt, s, "charmap", errors, (cp, out) => {
        const b = cp < 128 || (cp >= 160 && cp < 256) ? cp : cp1252.indexOf(cp) + 128;
        return b >= 128 || cp < 128 ? out.push(b) > 0 : false;
      });
    case "utf-16":
    case "utf-16-le":
    case "utf-16-be": {
      const little = name !== "utf-16-be";
      const body = encodeBy(rt, s, name, errors, (cp, out) => {
        if (cp >= 0xd800 && cp <= 0xdfff) return false;
        for (const unit of cp > 0xffff ? [0xd7c0 + (cp >> 10), 0xdc00 + (cp & 0x3ff)] : [cp])
          if (little) out.push(unit & 255, unit >> 8);
          else out.push(unit >> 8, unit & 255);
        return true;
      });
      return name === "utf-16" ? concat([new Uint8Array([0xff, 0xfe]), body]) : body;
    }
    case "utf-32":
    case "utf-32-le":
    case "utf-32-be": {
      const little = name !== "utf-32-be";
      const body = encodeBy(rt, s, name, errors, (cp, out) => {
        if (cp >= 0xd800 && cp <= 0xdfff) return false;
        if (little) out.push(cp & 255, (cp >> 8) & 255, cp >> 16, 0);
        else out.push(0, cp >> 16, (cp >> 8) & 255, cp & 255);
        return true;
      });
      return name === "utf-32" ? concat([new Uint8Array([0xff, 0xfe, 0, 0]), body]) : body;
    }
    case "unicode_escape":
    case "raw_unicode_escape":
      return new Uint8Array(escapeText(s, name === "raw_unicode_escape"));
    case "utf-7":
      return encodeUtf7(s);
    default:
      if (rt.codecs === undefined) throw unknown(rt, encoding);
      return rt.codecs.encode(s, encoding, errors);
  }
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  let n = 0;
  for (const p of parts) n += p.length;
  const out = new Uint8Array(n);
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

function escapeText(s: string, raw: boolean): number[] {
  const out: number[] = [];
  const ascii = (t: string): void => {
    for (let i = 0; i < t.length; i++) out.push(t.charCodeAt(i));
  };
  for (const c of s) {
    const cp = c.codePointAt(0)!;
    if (raw) {
      if (cp < 256) out.push(cp);
      else ascii(backslashed(cp));
    } else if (c === "\\") ascii("\\\\");
    else if (c === "\n") ascii("\\n");
    else if (c === "\r") ascii("\\r");
    else if (c === "\t") ascii("\\t");
    else if (cp >= 32 && cp < 127) out.push(cp);
    else ascii(backslashed(cp));
  }
  return out;
}

/** `b.decode(encoding, errors)`. */
export function decode(rt: Rt, b: Uint8Array, encoding: string, errors: string): string {
  const name = encodingName(encoding);
  rt.budget.allocate(b.length * 2);
  switch (name) {
    case "utf-8":
      return decodeUtf8(rt, b, errors);
    case "utf-8-sig":
      return decodeUtf8(rt, b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf ? b.subarray(3) : b, errors);
    case "ascii":
      return decodeBytes(rt, b, "ascii", errors, (x) => (x < 128 ? x : -1), "ordinal not in range(128)");
    case "iso-8859-1":
      return latin(b);
    case "cp1252":
      return decodeBytes(
        rt,
        b,
        "charmap",
        errors,
        (x) => (x < 128 || x > 159 ? x : (cp1252[x - 128] ?? -1)),
        "character maps to <undefined>",
      );
    case "utf-16":
    case "utf-16-le":
    case "utf-16-be":
    case "utf-32":
    case "utf-32-le":
    case "utf-32-be":
      return decodeWide(rt, b, name, errors);
    case "unicode_escape":
    case "raw_unicode_escape":
      return unescapeText(rt, latin(b), b, name, errors);
    case "utf-7":
      return decodeUtf7(rt, b, errors);
    default:
      if (rt.codecs === undefined) throw unknown(rt, encoding);
      return rt.codecs.decode(b, encoding, errors);
  }
}

/** Bytes as code points below 256. */
export function latin(b: Uint8Array): string {
  let out = "";
  for (let i = 0; i < b.length; i += 8192) out += String.fromCharCode(...b.subarray(i, i + 8192));
  return out;
}

function decodeUtf8(rt: Rt, b: Uint8Array, errors: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(b);
  } catch {
    // some byte is wrong: find it
  }
  const out: string[] = [];
  let i = 0;
  const n = b.length;
  const fail = (length: number, reason: string): void => {
    const [text, next] = recover(rt, "utf-8", errors, b, i, Math.min(n, i + length), reason);
    out.push(text);
    i = next;
  };
  while (i < n) {
    const c = b[i];
    if (c < 0x80) {
      out.push(String.fromCharCode(c));
      i++;
      continue;
    }
    const size = c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
    if (size === 0) {
      fail(1, "invalid start byte");
      continue;
    }
    // the second byte's range keeps out overlong forms, surrogates and what is beyond U+10FFFF
    const low = c === 0xe0 ? 0xa0 : c === 0xf0 ? 0x90 : 0x80;
    const high = c === 0xed ? 0x9f : c === 0xf4 ? 0x8f : 0xbf;
    let good = 1;
    while (good < size && i + good < n) {
      const x = b[i + good];
      if (good === 1 ? x < low || x > high : (x & 0xc0) !== 0x80) break;
      good++;
    }
    if (good < size) {
      fail(good, i + good >= n ? "unexpected end of data" : "invalid continuation byte");
      continue;
    }
    let cp = c & (0xff >> (size + 1));
    for (let k = 1; k < size; k++) cp = (cp << 6) | (b[i + k] & 63);
    out.push(String.fromCodePoint(cp));
    i += size;
  }
  return out.join("");
}

function decodeBytes(
  rt: Rt,
  b: Uint8Array,
  encoding: string,
  errors: string,
  map: (x: number) => number,
  reason: string,
): string {
  const out: string[] = [];
  for (let i = 0; i < b.length;) {
    const cp = map(b[i]);
    if (cp >= 0) {
      out.push(String.fromCharCode(cp));
      i++;
    } else {
      const [text, next] = recover(rt, encoding, errors, b, i, i + 1, reason);
      out.push(text);
      i = next;
    }
  }
  return out.join("");
}

function decodeWide(rt: Rt, data: Uint8Array, name: string, errors: string): string {
  const wide = name.startsWith("utf-32") ? 4 : 2;
  let little = !name.endsWith("-be");
  let i = 0;
  if (name === "utf-16" || name === "utf-32") {
    if (data[0] === 0xff && data[1] === 0xfe && (wide === 2 || (data[2] === 0 && data[3] === 0))) i = wide;
    else if (
      wide === 2
        ? data[0] === 0xfe && data[1] === 0xff
        : data[0] === 0 && data[1] === 0 && data[2] === 0xfe && data[3] === 0xff
    ) {
      i = wide;
      little = false;
    }
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const label = name === "utf-16" || name === "utf-32" ? `${name}${little ? "-le" : "-be"}` : name;
  const out: string[] = [];
  const fail = (end: number, reason: string): void => {
    const [text, next] = recover(rt, label, errors, data, i, Math.min(end, data.length), reason);
    out.push(text);
    i = next;
  };
  while (i < data.length) {
    if (i + wide > data.length) {
      fail(data.length, "truncated data");
      continue;
    }
    if (wide === 4) {
      const cp = view.getUint32(i, little);
      if (cp > 0x10ffff) fail(i + 4, "code point not in range(0x110000)");
      else if (cp >= 0xd800 && cp <= 0xdfff) fail(i + 4, "code point in surrogate code point range");
      else {
        out.push(String.fromCodePoint(cp));
        i += 4;
      }
      continue;
    }
    const unit = view.getUint16(i, little);
    if ((unit & 0xf800) !== 0xd800) {
      out.push(String.fromCharCode(unit));
      i += 2;
    } else if (unit >= 0xdc00) fail(i + 2, "illegal encoding");
    else if (i + 4 > data.length) fail(data.length, "unexpected end of data");
    else {
      const second = view.getUint16(i + 2, little);
      if ((second & 0xfc00) !== 0xdc00) fail(i + 2, "illegal UTF-16 surrogate");
      else {
        out.push(String.fromCharCode(unit, second));
        i += 4;
      }
    }
  }
  return out.join("");
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

function unescapeText(rt: Rt, s: string, b: Uint8Array, name: string, errors: string): string {
  const raw = name === "raw_unicode_escape";
  const label = raw ? "rawunicodeescape" : "unicodeescape";
  const out: string[] = [];
  let i = 0;
  const fail = (end: number, reason: string): void => {
    const [text, next] = recover(rt, label, errors, b, i, Math.min(end, b.length), reason);
    out.push(text);
    i = next;
  };
  while (i < s.length) {
    const c = s[i];
    if (c !== "\\") {
      out.push(c);
      i++;
      continue;
    }
    const e = s[i + 1];
    if (e === undefined) {
      if (raw) {
        out.push(c);
        i++;
      } else fail(i + 1, "\\ at end of string");
      continue;
    }
    const size = { x: 2, u: 4, U: 8 }[e];
    if (size !== undefined && !(raw && e === "x")) {
      const m = /^[0-9a-fA-F]*/.exec(s.slice(i + 2, i + 2 + size))![0];
      const shape = e === "x" ? "\\xXX" : e === "u" ? "\\uXXXX" : "\\UXXXXXXXX";
      if (m.length < size) fail(i + 2 + m.length, `truncated ${shape} escape`);
      else {
        const cp = parseInt(m, 16);
        if (cp > 0x10ffff) fail(i + 2 + size, "illegal Unicode character");
        else {
          out.push(String.fromCodePoint(cp));
          i += 2 + size;
        }
      }
      continue;
    }
    if (raw) {
      out.push(c, e);
      i += 2;
      continue;
    }
    if (e === "N") {
      const braced = /^\{([^}]*)\}?/.exec(s.slice(i + 2));
      if (braced === null || braced[1] === "" || !braced[0].endsWith("}")) {
        fail(i + 2 + (braced?.[0].length ?? 0), "malformed \\N character escape");
        continue;
      }
      const end = i + 2 + braced[0].length;
      const code = rt.characterNames?.codeOf(braced[1]);
      if (code === undefined) fail(end, "unknown Unicode character name");
      else {
        out.push(String.fromCodePoint(code));
        i = end;
      }
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(s.slice(i + 1, i + 4));
    if (octal !== null) {
      out.push(String.fromCharCode(parseInt(octal[0], 8)));
      i += 1 + octal[0].length;
      continue;
    }
    out.push(simpleEscapes.get(e) ?? c + e);
    i += 2;
  }
  return out.join("");
}

/** Code points of 0x80..0x9f in cp1252; -1 where undefined. */
const cp1252: readonly number[] = [
  0x20ac, -1, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, -1,
  0x017d, -1, -1, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, -1, 0x017e, 0x0178,
];
