/**
 * Text encodings: utf-8, utf-8-sig, ascii, latin-1, utf-16 and utf-32 (with byte order), cp1252, unicode_escape and
 * raw_unicode_escape; error handlers strict, ignore, replace, backslashreplace, surrogateescape, surrogatepass,
 * xmlcharrefreplace, namereplace (as backslashreplace would, without names) and those registered with codecs.
 */
import type { PyObject, Rt } from "../support.js";

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
    case "unicode-escape":
      return "unicode_escape";
    case "raw-unicode-escape":
      return "raw_unicode_escape";
    default:
      return undefined;
  }
}

function known(rt: Rt, name: string): string {
  const found = encodingName(name);
  if (found === undefined) throw rt.error("LookupError", `unknown encoding: ${name}`);
  return found;
}

/** Error handlers of `codecs.register_error`, by name; filled by the codecs module. */
export type Handlers = Map<string, PyObject>;

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** `s.encode(encoding, errors)`. */
export function encode(rt: Rt, s: string, encoding: string, errors: string): Uint8Array {
  const name = known(rt, encoding);
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
    default:
      throw rt.error("LookupError", `unknown encoding: ${encoding}`);
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

function pushUtf8(cp: number, out: number[]): void {
  if (cp < 0x80) out.push(cp);
  else if (cp < 0x800) out.push(0xc0 | (cp >> 6), 0x80 | (cp & 63));
  else if (cp < 0x10000) out.push(0xe0 | (cp >> 12), 0x80 | ((cp >> 6) & 63), 0x80 | (cp & 63));
  else out.push(0xf0 | (cp >> 18), 0x80 | ((cp >> 12) & 63), 0x80 | ((cp >> 6) & 63), 0x80 | (cp & 63));
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
      else if (cp < 0x10000) ascii(`\\u${cp.toString(16).padStart(4, "0")}`);
      else ascii(`\\U${cp.toString(16).padStart(8, "0")}`);
    } else if (c === "\\") ascii("\\\\");
    else if (c === "\n") ascii("\\n");
    else if (c === "\r") ascii("\\r");
    else if (c === "\t") ascii("\\t");
    else if (cp >= 32 && cp < 127) out.push(cp);
    else if (cp < 256) ascii(`\\x${cp.toString(16).padStart(2, "0")}`);
    else if (cp < 0x10000) ascii(`\\u${cp.toString(16).padStart(4, "0")}`);
    else ascii(`\\U${cp.toString(16).padStart(8, "0")}`);
  }
  return out;
}

/** Encodes code point by code point; runs that `put` refuses go to the error handler. */
function encodeBy(
  rt: Rt,
  s: string,
  encoding: string,
  errors: string,
  put: (cp: number, out: number[]) => boolean,
): Uint8Array {
  const cps = Array.from(s, (c) => c.codePointAt(0)!);
  const out: number[] = [];
  for (let i = 0; i < cps.length;) {
    if (put(cps[i], out)) {
      i++;
      continue;
    }
    const start = i;
    const probe: number[] = [];
    while (i < cps.length && !put(cps[i], probe)) i++;
    const reason =
      encoding === "charmap"
        ? "character maps to <undefined>"
        : encoding === "ascii"
          ? "ordinal not in range(128)"
          : encoding === "latin-1"
            ? "ordinal not in range(256)"
            : "surrogates not allowed";
    const error = (): PyObject =>
      rt.errorWith("UnicodeEncodeError", [
        rt.str(encoding),
        rt.str(s),
        rt.int(start),
        rt.int(i),
        rt.str(reason),
      ]);
    const bad = cps.slice(start, i);
    switch (errors) {
      case "strict":
        throw error();
      case "ignore":
        break;
      case "replace":
        bad.forEach(() => put(63, out));
        break;
      case "xmlcharrefreplace":
        for (const cp of bad) for (const c of `&#${cp};`) put(c.charCodeAt(0), out);
        break;
      case "backslashreplace":
      case "namereplace":
        for (const cp of bad)
          for (const c of cp < 256
            ? `\\x${cp.toString(16).padStart(2, "0")}`
            : cp < 0x10000
              ? `\\u${cp.toString(16).padStart(4, "0")}`
              : `\\U${cp.toString(16).padStart(8, "0")}`)
            put(c.charCodeAt(0), out);
        break;
      case "surrogateescape":
        for (const cp of bad) {
          if (cp < 0xdc80 || cp > 0xdcff) throw error();
          out.push(cp & 255);
        }
        break;
      case "surrogatepass":
        for (const cp of bad) {
          if (cp < 0xd800 || cp > 0xdfff) throw error();
          if (encoding === "utf-8") pushUtf8(cp, out);
          else if (encoding.startsWith("utf-16"))
            out.push(...(encoding.endsWith("be") ? [cp >> 8, cp & 255] : [cp & 255, cp >> 8]));
          else if (encoding.startsWith("utf-32"))
            out.push(...(encoding.endsWith("be") ? [0, 0, cp >> 8, cp & 255] : [cp & 255, cp >> 8, 0, 0]));
          else throw error();
        }
        break;
      default: {
        const [replacement, next] = callHandler(rt, errors, error());
        if (rt.isStr(replacement)) {
          for (const c of replacement.v as string) if (!put(c.codePointAt(0)!, out)) throw error();
        } else for (const b of replacement.v as Uint8Array) out.push(b);
        i = next;
      }
    }
  }
  return new Uint8Array(out);
}

function handlers(rt: Rt): Handlers {
  return rt.types.str.$errorHandlers as Handlers;
}

function callHandler(rt: Rt, name: string, error: PyObject): [PyObject, number] {
  const handler = handlers(rt).get(name);
  if (handler === undefined) throw rt.error("LookupError", `unknown error handler name '${name}'`);
  const result = rt.call(handler, [error]);
  const items = result.v as PyObject[];
  if (!(result instanceof rt.types.tuple) || items.length !== 2 || !rt.isInt(items[1]))
    throw rt.error("TypeError", "encoding error handler must return (str/bytes, int) tuple");
  return [items[0], Number(items[1].v)];
}

/** `b.decode(encoding, errors)`. */
export function decode(rt: Rt, b: Uint8Array, encoding: string, errors: string): string {
  const name = known(rt, encoding);
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
    default:
      throw rt.error("LookupError", `unknown encoding: ${encoding}`);
  }
}

/** Bytes as code points below 256. */
export function latin(b: Uint8Array): string {
  let out = "";
  for (let i = 0; i < b.length; i += 8192) out += String.fromCharCode(...b.subarray(i, i + 8192));
  return out;
}

function decodeError(
  rt: Rt,
  encoding: string,
  b: Uint8Array,
  start: number,
  end: number,
  reason: string,
): PyObject {
  return rt.errorWith("UnicodeDecodeError", [
    rt.str(encoding),
    rt.bytes(b.slice()),
    rt.int(start),
    rt.int(end),
    rt.str(reason),
  ]);
}

/** What an error handler puts in place of b[start:end], and where decoding goes on. */
function recover(
  rt: Rt,
  encoding: string,
  errors: string,
  b: Uint8Array,
  start: number,
  end: number,
  reason: string,
): [string, number] {
  switch (errors) {
    case "strict":
      throw decodeError(rt, encoding, b, start, end, reason);
    case "ignore":
      return ["", end];
    case "replace":
      return ["\ufffd", end];
    case "backslashreplace":
      return [
        Array.from(b.subarray(start, end), (x) => `\\x${x.toString(16).padStart(2, "0")}`).join(""),
        end,
      ];
    case "surrogateescape": {
      let out = "";
      let i = start;
      for (; i < end && b[i] >= 128; i++) out += String.fromCharCode(0xdc00 + b[i]);
      if (i === start) throw decodeError(rt, encoding, b, start, end, reason);
      return [out, i];
    }
    case "surrogatepass": {
      if (
        encoding === "utf-8" &&
        b[start] === 0xed &&
        b[start + 1] >= 0xa0 &&
        b[start + 1] <= 0xbf &&
        (b[start + 2] & 0xc0) === 0x80
      )
        return [String.fromCharCode(0xd000 | ((b[start + 1] & 63) << 6) | (b[start + 2] & 63)), start + 3];
      throw decodeError(rt, encoding, b, start, end, reason);
    }
    default: {
      const [replacement, next] = callHandler(rt, errors, decodeError(rt, encoding, b, start, end, reason));
      if (!rt.isStr(replacement))
        throw rt.error("TypeError", "decoding error handler must return (str, int) tuple");
      return [replacement.v as string, next < 0 ? next + b.length : next];
    }
  }
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
