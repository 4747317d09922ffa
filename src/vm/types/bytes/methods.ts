/**
 * The methods that bytes and bytearray share. Contents are handled as JS strings of code units 0-255 ("latin"), so that
 * the algorithms of str/search.ts serve; case and white space are ASCII only.
 */
import type { Native, PyObject, Rt } from "../support.js";
import { adjust, sliceIndex, ssize } from "../support.js";
import * as search from "../str/search.js";
import { latin } from "./codecs.js";

interface Self {
  v: Uint8Array;
}

/** The bytes of a latin string. */
export function fromLatin(s: string): Uint8Array {
  const out = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) out[i] = s.charCodeAt(i);
  return out;
}

/** Contents of a bytes-like object; TypeError for others. */
export function bytesLike(rt: Rt, o: PyObject): Uint8Array {
  const data = rt.types.bytes.$buffer(o) as Uint8Array | undefined;
  if (data === undefined)
    throw rt.error("TypeError", `a bytes-like object is required, not '${rt.tpName(o)}'`);
  return data;
}

const hexDigits = "0123456789abcdef";
const hexText = (bytes: Uint8Array): string[] => Array.from(bytes, (x) => x.toString(16).padStart(2, "0"));

/** `b.hex(sep, bytes_per_sep)`. */
export function hex(rt: Rt, bytes: Uint8Array, separator?: PyObject, per?: PyObject): string {
  rt.budget.allocate(bytes.length * 2);
  if (separator === undefined) {
    const digits = new Uint8Array(bytes.length * 2);
    for (let i = 0; i < bytes.length; i++) {
      digits[2 * i] = hexDigits.charCodeAt(bytes[i] >> 4);
      digits[2 * i + 1] = hexDigits.charCodeAt(bytes[i] & 15);
    }
    return new TextDecoder().decode(digits);
  }
  const n = per === undefined ? 1 : ssize(rt, per);
  const parts = hexText(bytes);
  if (rt.len(separator) !== 1) throw rt.error("ValueError", "sep must be length 1.");
  if (!rt.isStr(separator) && !rt.isInstance(separator, rt.types["bytes"]))
    throw rt.error("TypeError", "sep must be str or bytes.");
  const text = rt.isStr(separator) ? (separator.v as string) : latin(separator.v as Uint8Array);
  if (text.charCodeAt(0) > 127) throw rt.error("ValueError", "sep must be ASCII.");
  if (n === 0) return parts.join("");
  const groups: string[] = [];
  const size = Math.abs(n);
  if (n > 0) {
    for (let end = parts.length; end > 0; end -= size)
      groups.unshift(parts.slice(Math.max(0, end - size), end).join(""));
  } else for (let i = 0; i < parts.length; i += size) groups.push(parts.slice(i, i + size).join(""));
  return groups.join(text);
}

/** `bytes.fromhex(text)`. */
export function fromHex(rt: Rt, o: PyObject): Uint8Array {
  if (!rt.isStr(o)) throw rt.error("TypeError", `fromhex() argument must be str, not ${rt.argumentName(o)}`);
  const s = o.v as string;
  const out: number[] = [];
  for (let i = 0; i < s.length;) {
    if (/[\t-\r ]/.test(s[i])) {
      i++;
      continue;
    }
    for (const k of [i, i + 1])
      if (!/^[0-9a-fA-F]$/.test(s[k] ?? ""))
        throw rt.error("ValueError", `non-hexadecimal number found in fromhex() arg at position ${k}`);
    out.push(parseInt(s.slice(i, i + 2), 16));
    i += 2;
  }
  return new Uint8Array(out);
}

const space = "\t\n\v\f\r ";

/** The methods; `make` wraps a result in the type of `self`. */
export function byteMethods(rt: Rt, make: (data: Uint8Array) => PyObject): Record<string, Native> {
  const text = (o: PyObject): string => latin(bytesLike(rt, o));
  const result = (s: string): PyObject => make(fromLatin(s));
  const list = (parts: readonly string[]): PyObject => rt.list(parts.map(result));
  /** A sub-sequence: bytes-like, or an int as one byte. */
  const sub = (o: PyObject): string => {
    const data = rt.types.bytes.$buffer(o) as Uint8Array | undefined;
    if (data !== undefined) return latin(data);
    if (o.nb$index === undefined)
      throw rt.error("TypeError", `argument should be integer or bytes-like object, not '${rt.tpName(o)}'`);
    const v = rt.index(o);
    if (v < 0 || v > 255) throw rt.error("ValueError", "byte must be in range(0, 256)");
    return String.fromCharCode(Number(v));
  };
  const bounds = (n: number, start?: PyObject, end?: PyObject): readonly [number, number] =>
    adjust(sliceIndex(rt, start, 0), sliceIndex(rt, end, Number.MAX_SAFE_INTEGER), n);
  const finder =
    (how: typeof search.find, missing?: string) =>
    (self: Self, o: PyObject, start?: PyObject, end?: PyObject) => {
      const [from, to] = bounds(self.v.length, start, end);
      const i = how(latin(self.v), sub(o), from, to);
      if (i < 0 && missing !== undefined) throw rt.error("ValueError", missing);
      return rt.int(i);
    };
  const edge =
    (name: string, starts: boolean) => (self: Self, prefix: PyObject, start?: PyObject, end?: PyObject) => {
      const [from, to] = bounds(self.v.length, start, end);
      const valid = from <= to && from <= self.v.length;
      const s = valid ? latin(self.v.subarray(from, to)) : "";
      const one = (p: PyObject): boolean => {
        const t = text(p);
        return valid && (starts ? s.startsWith(t) : s.endsWith(t));
      };
      if (prefix instanceof rt.types.tuple) {
        for (const p of prefix.v as PyObject[]) if (one(p)) return true;
        return false;
      }
      if (rt.types.bytes.$buffer(prefix) === undefined)
        throw rt.error(
          "TypeError",
          `${name} first arg must be bytes or a tuple of bytes, not ${rt.tpName(prefix)}`,
        );
      return one(prefix);
    };
  const pad = (name: string) => (self: Self, width: PyObject, fill?: PyObject) => {
    const n = ssize(rt, width);
    let c = " ";
    if (fill !== undefined) {
      const data =
        fill instanceof rt.types.bytes || fill instanceof rt.types.bytearray
          ? (fill.v as Uint8Array)
          : undefined;
      if (data?.length !== 1)
        throw rt.error(
          "TypeError",
          `${name}() argument 2 must be a byte string of length 1, not ${rt.argumentName(fill)}`,
        );
      c = latin(data);
    }
    const missing = n - self.v.length;
    if (missing <= 0) return make(self.v.slice());
    rt.budget.allocate(n);
    const left =
      name === "ljust" ? 0 : name === "rjust" ? missing : Math.floor(missing / 2) + (missing & n & 1);
    return result(c.repeat(left) + latin(self.v) + c.repeat(missing - left));
  };
  const stripper = (left: boolean, right: boolean) => (self: Self, chars: PyObject) =>
    result(search.strip(latin(self.v), chars === rt.none ? space : text(chars), left, right));
  const splitSpace = (s: string, limit: number, fromRight: boolean): string[] => {
    const words = [...s.matchAll(/[^\t-\r ]+/g)].map((m) => [m.index, m.index + m[0].length] as const);
    if (limit < 0 || words.length <= limit) return words.map(([a, b]) => s.slice(a, b));
    if (fromRight) {
      const first = words.length - limit;
      const rest = words.slice(first).map(([a, b]) => s.slice(a, b));
      return [s.slice(0, words[first - 1][1]), ...rest];
    }
    const done = words.slice(0, limit).map(([a, b]) => s.slice(a, b));
    return [...done, s.slice(words[limit][0])];
  };
  const splitter = (right: boolean) => (self: Self, separator: PyObject, maxsplit: PyObject) => {
    const limit = ssize(rt, maxsplit);
    const s = latin(self.v);
    if (separator === rt.none) return list(splitSpace(s, limit, right));
    const by = text(separator);
    if (by === "") throw rt.error("ValueError", "empty separator");
    return list((right ? search.rsplit : search.split)(s, by, limit));
  };
  const parter = (how: typeof search.partition) => (self: Self, separator: PyObject) => {
    const by = text(separator);
    if (by === "") throw rt.error("ValueError", "empty separator");
    return rt.tuple(how(latin(self.v), by).map(result));
  };
  const test = (re: RegExp): Native => ["(self, /)", (self: Self) => re.test(latin(self.v))];
  const map = (f: (s: string) => string): Native => ["(self, /)", (self: Self) => result(f(latin(self.v)))];
  const lower = (s: string): string => s.replace(/[A-Z]+/g, (x) => x.toLowerCase());
  const upper = (s: string): string => s.replace(/[a-z]+/g, (x) => x.toUpperCase());
  const title = (s: string): string =>
    s.replace(/[A-Za-z]+/g, (x) => x[0].toUpperCase() + x.slice(1).toLowerCase());

  return {
    capitalize: map((s) => upper(s.slice(0, 1)) + lower(s.slice(1))),
    center: ["(self, width, fillchar=..., /)", pad("center")],
    count: [
      "(self, sub, start=..., end=..., /)",
      (self: Self, o: PyObject, start?: PyObject, end?: PyObject) => {
        const [from, to] = bounds(self.v.length, start, end);
        return rt.int(search.count(latin(self.v), sub(o), from, to));
      },
    ],
    endswith: ["(self, suffix, start=..., end=..., /)", edge("endswith", false)],
    expandtabs: [
      "(self, /, tabsize=8)",
      (self: Self, n: PyObject) => result(search.expandTabs(rt, latin(self.v), ssize(rt, n))),
    ],
    find: ["(self, sub, start=..., end=..., /)", finder(search.find)],
    hex: [
      "(self, /, sep=..., bytes_per_sep=...)",
      (self: Self, sep?: PyObject, per?: PyObject) => hex(rt, self.v, sep, per),
    ],
    index: ["(self, sub, start=..., end=..., /)", finder(search.find, "subsection not found")],
    isalnum: test(/^[0-9A-Za-z]+$/),
    isalpha: test(/^[A-Za-z]+$/),
    isascii: test(/^[\x00-\x7f]*$/),
    isdigit: test(/^[0-9]+$/),
    islower: test(/^(?!.*[A-Z])(?=.*[a-z])/s),
    isspace: test(/^[\t-\r ]+$/),
    istitle: [
      "(self, /)",
      (self: Self) => {
        const s = latin(self.v);
        return /[A-Za-z]/.test(s) && s === title(s);
      },
    ],
    isupper: test(/^(?!.*[a-z])(?=.*[A-Z])/s),
    join: [
      "(self, iterable_of_bytes, /)",
      (self: Self, o: PyObject) => {
        if (o.tp$iter === undefined && o.mp$subscript === undefined)
          throw rt.error("TypeError", "can only join an iterable");
        const parts = rt.toArray(o).map((x, i) => {
          const data = rt.types.bytes.$buffer(x) as Uint8Array | undefined;
          if (data === undefined)
            throw rt.error(
              "TypeError",
              `sequence item ${i}: expected a bytes-like object, ${rt.tpName(x)} found`,
            );
          return latin(data);
        });
        rt.budget.allocate(parts.reduce((n, p) => n + p.length + self.v.length, 0));
        return result(parts.join(latin(self.v)));
      },
    ],
    ljust: ["(self, width, fillchar=..., /)", pad("ljust")],
    lower: map(lower),
    lstrip: ["(self, bytes=None, /)", stripper(true, false)],
    partition: ["(self, sep, /)", parter(search.partition)],
    removeprefix: [
      "(self, prefix, /)",
      (self: Self, p: PyObject) => {
        const s = latin(self.v);
        const t = text(p);
        return result(s.startsWith(t) ? s.slice(t.length) : s);
      },
    ],
    removesuffix: [
      "(self, suffix, /)",
      (self: Self, p: PyObject) => {
        const s = latin(self.v);
        const t = text(p);
        return result(t !== "" && s.endsWith(t) ? s.slice(0, -t.length) : s);
      },
    ],
    replace: [
      "(self, old, new, count=-1, /)",
      (self: Self, from: PyObject, to: PyObject, count: PyObject) =>
        result(search.replace(rt, latin(self.v), text(from), text(to), ssize(rt, count))),
    ],
    rfind: ["(self, sub, start=..., end=..., /)", finder(search.rfind)],
    rindex: ["(self, sub, start=..., end=..., /)", finder(search.rfind, "subsection not found")],
    rjust: ["(self, width, fillchar=..., /)", pad("rjust")],
    rpartition: ["(self, sep, /)", parter(search.rpartition)],
    rsplit: ["(self, /, sep=None, maxsplit=-1)", splitter(true)],
    rstrip: ["(self, bytes=None, /)", stripper(false, true)],
    split: ["(self, /, sep=None, maxsplit=-1)", splitter(false)],
    splitlines: [
      "(self, /, keepends=False)",
      (self: Self, keep: PyObject) => {
        const lines = latin(self.v).match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
        return list(rt.isTrue(keep) ? lines : lines.map((x) => x.replace(/(?:\r\n|\r|\n)$/, "")));
      },
    ],
    startswith: ["(self, prefix, start=..., end=..., /)", edge("startswith", true)],
    strip: ["(self, bytes=None, /)", stripper(true, true)],
    swapcase: map((s) => s.replace(/[A-Za-z]/g, (c) => (c < "a" ? c.toLowerCase() : c.toUpperCase()))),
    title: map(title),
    translate: [
      "(self, table, /, delete=...)",
      (self: Self, table: PyObject, gone?: PyObject) => {
        const map256 = table === rt.none ? undefined : bytesLike(rt, table);
        if (map256 !== undefined && map256.length !== 256)
          throw rt.error("ValueError", "translation table must be 256 characters long");
        const drop = new Set(gone === undefined ? [] : bytesLike(rt, gone));
        const out: number[] = [];
        for (const b of self.v) if (!drop.has(b)) out.push(map256 === undefined ? b : map256[b]);
        return make(new Uint8Array(out));
      },
    ],
    upper: map(upper),
    zfill: [
      "(self, width, /)",
      (self: Self, width: PyObject) => {
        const n = ssize(rt, width);
        const s = latin(self.v);
        const missing = n - s.length;
        if (missing <= 0) return result(s);
        rt.budget.allocate(n);
        const sign = s[0] === "+" || s[0] === "-" ? s[0] : "";
        return result(sign + "0".repeat(missing) + s.slice(sign.length));
      },
    ],
  };
}

/** `bytes.maketrans(from, to)`. */
export function makeTranslation(rt: Rt, from: PyObject, to: PyObject): Uint8Array {
  const a = bytesLike(rt, from);
  const b = bytesLike(rt, to);
  if (a.length !== b.length) throw rt.error("ValueError", "maketrans arguments must have same length");
  const out = new Uint8Array(256);
  for (let i = 0; i < 256; i++) out[i] = i;
  a.forEach((x, i) => (out[x] = b[i]!));
  return out;
}
