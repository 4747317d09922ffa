/**
 * What codecs share: encoding code point by code point, and the error handlers (strict, ignore, replace,
 * backslashreplace, xmlcharrefreplace, namereplace, surrogateescape, surrogatepass, and those registered with codecs).
 */
import type { PyObject, Rt } from "../support.js";

/** Error handlers of `codecs.register_error`, by name; filled by the codecs module. */
export type Handlers = Map<string, PyObject>;

export function pushUtf8(cp: number, out: number[]): void {
  if (cp < 0x80) out.push(cp);
  else if (cp < 0x800) out.push(0xc0 | (cp >> 6), 0x80 | (cp & 63));
  else if (cp < 0x10000) out.push(0xe0 | (cp >> 12), 0x80 | ((cp >> 6) & 63), 0x80 | (cp & 63));
  else out.push(0xf0 | (cp >> 18), 0x80 | ((cp >> 12) & 63), 0x80 | ((cp >> 6) & 63), 0x80 | (cp & 63));
}

/** A code point as an escape: `\xff`, `\uffff`, `\U0010ffff`. */
export function backslashed(cp: number): string {
  const hex = cp.toString(16);
  if (cp < 256) return `\\x${hex.padStart(2, "0")}`;
  return cp < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** Encodes code point by code point; runs that `put` refuses go to the error handler. */
export function encodeBy(
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
        for (const cp of bad) {
          const name = errors === "namereplace" ? rt.characterNames?.nameOf(cp) : undefined;
          for (const c of name === undefined ? backslashed(cp) : `\\N{${name}}`) put(c.charCodeAt(0), out);
        }
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
export function recover(
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
