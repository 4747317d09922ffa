/**
 * `_codecs` and `codecs`' lookup: the codecs of str.encode and bytes.decode under the names codecs.py and encodings/
 * (CPython's own text) ask for.
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Codecs } from "../vm/runtime/hooks.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { decodeBytes, LiteralError } from "../vm/parser/strings.js";
import { latin } from "../vm/types/bytes/codecs.js";
import { backslashed, encodeBy, recover } from "../vm/types/bytes/recovery.js";
import { addFunctions, bytesOf, isBytes, type Functions } from "./support.js";

const builtin: Readonly<Record<string, string>> = {
  utf_8: "utf-8",
  utf_16: "utf-16",
  utf_16_le: "utf-16-le",
  utf_16_be: "utf-16-be",
  utf_32: "utf-32",
  utf_32_le: "utf-32-le",
  utf_32_be: "utf-32-be",
  utf_7: "utf-7",
  latin_1: "latin-1",
  ascii: "ascii",
  unicode_escape: "unicode_escape",
  raw_unicode_escape: "raw_unicode_escape",
};

/** What str.encode and bytes.decode ask for encodings that are not built in: those registered with `codecs`. */
function registered(rt: Runtime): Codecs {
  const find = (encoding: string, use: string): PyObject => {
    const info = rt.call(rt.getattr(rt.importModule("_codecs"), "lookup"), [rt.str(encoding)]);
    const text = rt.lookup(info, "_is_text_encoding");
    if (text !== undefined && !rt.isTrue(text))
      throw rt.error(
        "LookupError",
        `'${encoding}' is not a text encoding; use codecs.${use}() to handle arbitrary codecs`,
      );
    return info;
  };
  const apply = (which: 0 | 1, value: PyObject, encoding: string, errors: string): PyObject => {
    const result = rt.call(rt.getItem(find(encoding, which === 0 ? "encode" : "decode"), rt.int(which)), [
      value,
      rt.str(errors),
    ]);
    const what = which === 0 ? "encoder" : "decoder";
    if (!rt.isInstance(result, rt.types["tuple"]) || (result.v as PyObject[]).length !== 2)
      throw rt.error("TypeError", `${what} must return a tuple (object, integer)`);
    return (result.v as PyObject[])[0];
  };
  const wrong = (encoding: string, what: string, wanted: string, value: PyObject): unknown =>
    rt.error(
      "TypeError",
      `'${encoding}' ${what} returned '${rt.tpName(value)}' instead of '${wanted}'; use codecs.${what.slice(0, -2)}e() to ${what.slice(0, -2)}e to arbitrary types`,
    );
  return {
    encode(text, encoding, errors) {
      const value = apply(0, rt.str(text), encoding, errors);
      if (!isBytes(rt, value)) throw wrong(encoding, "encoder", "bytes", value);
      return value.v as Uint8Array;
    },
    decode(bytes, encoding, errors) {
      const value = apply(1, rt.bytes(bytes.slice()), encoding, errors);
      if (!rt.isStr(value)) throw wrong(encoding, "decoder", "str", value);
      return value.v as string;
    },
  };
}

export function installCodecs(rt: Runtime): void {
  rt.codecs = registered(rt);
  rt.registerModule("_codecs", (_, module) => {
    const search: PyObject[] = [];
    const cache = new Map<string, PyObject>();
    const handlers = rt.types["str"].$errorHandlers as Map<string, PyObject>;
    const errorsOf = (errors: PyObject): PyObject => (errors === rt.none ? rt.str("strict") : errors);
    let standard = false;
    /** The standard encodings are asked first; their package registers itself. */
    const loadStandard = (): void => {
      if (standard) return;
      standard = true;
      rt.importModule("encodings");
    };
    const lookup = (encoding: PyObject): PyObject => {
      if (!rt.isStr(encoding))
        throw rt.error("TypeError", `lookup() argument must be str, not ${rt.argumentName(encoding)}`);
      const name = (encoding.v as string).toLowerCase().replaceAll(" ", "_");
      const known = cache.get(name);
      if (known !== undefined) return known;
      loadStandard();
      for (const find of search) {
        const info = rt.call(find, [rt.str(name)]);
        if (info !== rt.none) {
          cache.set(name, info);
          return info;
        }
      }
      throw rt.error("LookupError", `unknown encoding: ${encoding.v as string}`);
    };
    const functions: Record<string, Functions[string]> = {};
    for (const [name, encoding] of Object.entries(builtin)) {
      functions[`${name}_encode`] = [
        "(str, errors=None, *args)",
        (text: PyObject, errors: PyObject) => {
          if (!rt.isStr(text))
            throw rt.error(
              "TypeError",
              `${name}_encode() argument 1 must be str, not ${rt.argumentName(text)}`,
            );
          return rt.tuple([
            rt.callMethod(text, "encode", [rt.str(encoding), errorsOf(errors)]),
            rt.int(rt.len(text)),
          ]);
        },
      ];
      functions[`${name}_decode`] = [
        "(data, errors=None, final=False, *args)",
        (data: PyObject, errors: PyObject, final: PyObject) => {
          let bytes = rt.isStr(data) ? new TextEncoder().encode(data.v as string) : bytesOf(rt, data);
          // An incomplete sequence at the end waits for more.
          if (!rt.isTrue(final)) bytes = bytes.subarray(0, bytes.length - pending(encoding, bytes));
          return rt.tuple([
            rt.callMethod(rt.bytes(bytes.slice()), "decode", [rt.str(encoding), errorsOf(errors)]),
            rt.int(bytes.length),
          ]);
        },
      ];
    }
    const mapped = (map: PyObject, key: number): PyObject | undefined => {
      try {
        const value = rt.getItem(map, rt.int(key));
        return value === rt.none ? undefined : value;
      } catch (e) {
        if (rt.isException(e, "LookupError")) return undefined;
        throw e;
      }
    };
    const strict = (errors: PyObject): string => rt.strOf(errorsOf(errors));
    Object.assign(functions, {
      register: [
        "(search_function, /)",
        (find: PyObject) => {
          if (!rt.callable(find)) throw rt.error("TypeError", "argument must be callable");
          loadStandard();
          search.push(find);
        },
      ],
      unregister: [
        "(search_function, /)",
        (find: PyObject) => {
          const at = search.indexOf(find);
          if (at >= 0) search.splice(at, 1);
          cache.clear();
        },
      ],
      lookup: ["(encoding, /)", lookup],
      _forget_codec: [
        "(encoding, /)",
        (encoding: PyObject) => {
          cache.delete(rt.strOf(encoding));
        },
      ],
      encode: [
        "(obj, encoding='utf-8', errors='strict')",
        (object: PyObject, encoding: PyObject, errors: PyObject) =>
          rt.getItem(rt.call(rt.getItem(lookup(encoding), rt.int(0)), [object, errors]), rt.int(0)),
      ],
      decode: [
        "(obj, encoding='utf-8', errors='strict')",
        (object: PyObject, encoding: PyObject, errors: PyObject) =>
          rt.getItem(rt.call(rt.getItem(lookup(encoding), rt.int(1)), [object, errors]), rt.int(0)),
      ],
      register_error: [
        "(errors, handler, /)",
        (name: PyObject, handler: PyObject) => {
          if (!rt.callable(handler)) throw rt.error("TypeError", "handler must be callable");
          handlers.set(rt.strOf(name), handler);
        },
      ],
      lookup_error: [
        "(name, /)",
        (name: PyObject) => {
          const handler = handlers.get(rt.strOf(name));
          if (handler !== undefined) return handler;
          const text = rt.strOf(name);
          if (
            ![
              "strict",
              "ignore",
              "replace",
              "backslashreplace",
              "xmlcharrefreplace",
              "namereplace",
              "surrogateescape",
              "surrogatepass",
            ].includes(text)
          ) {
            throw rt.error("LookupError", `unknown error handler name '${text}'`);
          }
          return rt.fn(`${text}_errors(exc)`, (exc: PyObject) => handleError(rt, text, exc));
        },
      ],
      charmap_build: [
        "(map, /)",
        (map: PyObject) => {
          const entries = Array.from(
            map.v as string,
            (c, i) => [rt.int(c.codePointAt(0)!), rt.int(i)] as [PyObject, PyObject],
          );
          return rt.dict(entries.filter(([code]) => Number(code.v) !== 0xfffe));
        },
      ],
      charmap_encode: [
        "(str, errors=None, mapping=None)",
        (text: PyObject, errors: PyObject, map: PyObject) => {
          const put = (cp: number, out: number[]): boolean => {
            if (map === rt.none) return cp < 256 && out.push(cp) > 0;
            const value = mapped(map, cp);
            if (value === undefined) return false;
            if (rt.isInt(value)) {
              const byte = Number(value.v);
              if (byte < 0 || byte > 255)
                throw rt.error("TypeError", "character mapping must be in range(256)");
              out.push(byte);
            } else if (isBytes(rt, value)) out.push(...(value.v as Uint8Array));
            else
              throw rt.error(
                "TypeError",
                `character mapping must return integer, bytes or None, not ${rt.tpName(value)}`,
              );
            return true;
          };
          const encoding = map === rt.none ? "latin-1" : "charmap";
          const bytes = encodeBy(rt, text.v as string, encoding, strict(errors), put);
          return rt.tuple([rt.bytes(bytes), rt.int(rt.len(text))]);
        },
      ],
      charmap_decode: [
        "(data, errors=None, mapping=None)",
        (data: PyObject, errors: PyObject, map: PyObject) => {
          const bytes = bytesOf(rt, data);
          const table = map !== rt.none && rt.isStr(map) ? Array.from(map.v as string) : undefined;
          const charOf = (byte: number): string | undefined => {
            if (table !== undefined) return table[byte];
            if (map === rt.none) return String.fromCharCode(byte);
            const value = mapped(map, byte);
            if (value === undefined) return undefined;
            if (rt.isStr(value)) return value.v as string;
            if (!rt.isInt(value))
              throw rt.error("TypeError", "character mapping must return integer, None or str");
            const code = Number(value.v);
            if (code < 0 || code > 0x10ffff)
              throw rt.error("TypeError", "character mapping must be in range(0x110000)");
            return String.fromCodePoint(code);
          };
          let text = "";
          for (let i = 0; i < bytes.length;) {
            const char = charOf(bytes[i]);
            if (char !== undefined && char !== "\ufffe") {
              text += char;
              i++;
              continue;
            }
            const reason = "character maps to <undefined>";
            const [instead, next] = recover(rt, "charmap", strict(errors), bytes, i, i + 1, reason);
            text += instead;
            i = next;
          }
          return rt.tuple([rt.str(text), rt.int(bytes.length)]);
        },
      ],
      escape_decode: [
        "(data, errors=None, /)",
        (data: PyObject) => {
          const source = rt.isStr(data) ? (data.v as string) : latin(bytesOf(rt, data));
          try {
            const text = decodeBytes(source, {});
            return rt.tuple([rt.bytes(Uint8Array.from(text, (c) => c.charCodeAt(0))), rt.int(source.length)]);
          } catch (error) {
            if (!(error instanceof LiteralError)) throw error;
            throw rt.error("ValueError", error.message.replace("(value error) ", ""));
          }
        },
      ],
      escape_encode: [
        "(data, errors=None, /)",
        (data: PyObject) => {
          const bytes = bytesOf(rt, data);
          const text = rt
            .repr(rt.bytes(bytes.slice()))
            .slice(2, -1)
            .replace(/(?<!\\)((?:\\\\)*)'/g, "$1\\'");
          return rt.tuple([rt.bytes(new TextEncoder().encode(text)), rt.int(bytes.length)]);
        },
      ],
      readbuffer_encode: [
        "(data, errors=None)",
        (data: PyObject) => rt.tuple([rt.bytes(bytesOf(rt, data).slice()), rt.int(bytesOf(rt, data).length)]),
      ],
    } satisfies Functions);
    addFunctions(rt, module, functions);
  });
}

/** The replacement and the position after it, for the handlers every codec knows. */
function handleError(rt: Runtime, name: string, exc: PyObject): PyObject {
  const end = rt.getattr(exc, "end");
  const result = (text: string): PyObject => rt.tuple([rt.str(text), end]);
  if (name === "strict") throw exc;
  if (name === "ignore") return result("");
  const start = Number(rt.getattr(exc, "start").v);
  if (rt.isException(exc, "UnicodeDecodeError")) {
    if (name === "replace") return result("\ufffd");
    const bytes = bytesOf(rt, rt.getattr(exc, "object")).subarray(start, Number(end.v));
    if (name === "backslashreplace")
      return result(Array.from(bytes, (b) => `\\x${b.toString(16).padStart(2, "0")}`).join(""));
    if (name === "surrogateescape")
      return result(Array.from(bytes, (b) => String.fromCharCode(0xdc00 + b)).join(""));
    throw exc;
  }
  const chars = Array.from(rt.strOf(rt.getattr(exc, "object"))).slice(start, Number(end.v));
  if (name === "replace") return result("?".repeat(chars.length));
  if (name === "xmlcharrefreplace") return result(chars.map((c) => `&#${c.codePointAt(0)!};`).join(""));
  if (name === "namereplace") {
    const named = (code: number): string => {
      const known = rt.characterNames?.nameOf(code);
      return known === undefined ? backslashed(code) : `\\N{${known}}`;
    };
    return result(chars.map((c) => named(c.codePointAt(0)!)).join(""));
  }
  if (name === "surrogateescape" && chars.every((c) => c >= "\udc80" && c <= "\udcff"))
    return rt.tuple([rt.bytes(Uint8Array.from(chars, (c) => c.charCodeAt(0) & 255)), end]);
  if (name === "backslashreplace") {
    return result(chars.map((c) => backslashed(c.codePointAt(0)!)).join(""));
  }
  throw exc;
}

/** Bytes at the end that begin a character whose rest is still to come. */
function pending(encoding: string, bytes: Uint8Array): number {
  if (encoding.startsWith("utf-16")) return bytes.length % 2;
  if (encoding.startsWith("utf-32")) return bytes.length % 4;
  if (encoding !== "utf-8") return 0;
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const b = bytes[bytes.length - back];
    if ((b & 0xc0) === 0x80) continue;
    const size = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : b >= 0xc0 ? 2 : 1;
    return size > back ? back : 0;
  }
  return 0;
}
