/** `_struct`: binary records by format strings; struct.py is CPython's own text. Native sizes are Linux's on x86-64. */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { addFunctions, bytesOf, floatOf, indexOf, initialised, iteratorType } from "./support.js";

interface Code {
  readonly code: string;
  /** Bytes of one item. */
  readonly size: number;
  /** Repetitions; for "s" and "p" the length. */
  readonly count: number;
  /** Padding before it. */
  readonly pad: number;
}

interface Format {
  readonly codes: readonly Code[];
  readonly size: number;
  readonly little: boolean;
  /** Values that pack takes. */
  readonly arity: number;
}

const standard: Readonly<Record<string, number>> = {
  x: 1,
  c: 1,
  b: 1,
  B: 1,
  "?": 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 4,
  L: 4,
  q: 8,
  Q: 8,
  e: 2,
  f: 4,
  d: 8,
  s: 1,
  p: 1,
};
const native: Readonly<Record<string, number>> = { ...standard, l: 8, L: 8, n: 8, N: 8, P: 8 };

function halfToBits(value: number): number | undefined {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const abs = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (abs === Infinity) return sign | 0x7c00;
  if (abs === 0) return sign;
  let exponent = Math.floor(Math.log2(abs));
  if (2 ** exponent > abs) exponent--;
  else if (2 ** (exponent + 1) <= abs) exponent++;
  exponent = Math.max(exponent, -14);
  const scaled = abs / 2 ** (exponent - 10);
  let mantissa = Math.floor(scaled);
  const rest = scaled - mantissa;
  if (rest > 0.5 || (rest === 0.5 && (mantissa & 1) === 1)) mantissa++;
  const bits = mantissa < 1024 && exponent === -14 ? mantissa : (exponent + 15) * 1024 + (mantissa - 1024);
  return bits >= 0x7c00 ? undefined : sign | bits;
}

function halfFromBits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const mantissa = bits & 0x3ff;
  if (exponent === 0x1f) return mantissa === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? mantissa * 2 ** -24 : (1024 + mantissa) * 2 ** (exponent - 25));
}

export function installStruct(rt: Runtime): void {
  rt.registerModule("_struct", (_, module) => {
    const errorType = rt.buildClass("error", [rt.builtin("Exception")], { __module__: rt.str("struct") });
    const error = (message: string): PyObject => rt.call(errorType, [rt.str(message)]);
    const formats = new Map<string, Format>();
    const parse = (object: PyObject): Format => {
      const text = rt.isStr(object) ? (object.v as string) : String.fromCharCode(...bytesOf(rt, object));
      if (text.includes("\0")) throw error("embedded null character");
      const known = formats.get(text);
      if (known !== undefined) return known;
      let mode = "@";
      let i = 0;
      if ("@=<>!".includes(text[0] ?? " ")) mode = text[i++];
      const sizes = mode === "@" ? native : standard;
      const codes: Code[] = [];
      let offset = 0;
      let arity = 0;
      while (i < text.length) {
        if (/\s/.test(text[i])) {
          i++;
          continue;
        }
        let digits = "";
        while (/[0-9]/.test(text[i] ?? "")) digits += text[i++];
        const code = text[i++];
        if (code === undefined) throw error("repeat count given without format specifier");
        const size = Object.hasOwn(sizes, code) ? sizes[code] : undefined;
        if (size === undefined) throw error("bad char in struct format");
        const count = digits === "" ? 1 : Number(digits);
        const pad = mode === "@" ? (size - (offset % size)) % size : 0;
        codes.push({ code, size, count, pad });
        offset += pad + size * count;
        if (offset > Number.MAX_SAFE_INTEGER) throw error("total struct size too long");
        arity += code === "x" ? 0 : code === "s" || code === "p" ? 1 : count;
      }
      const format = { codes, size: offset, little: mode !== ">" && mode !== "!", arity };
      if (formats.size > 100) formats.clear();
      formats.set(text, format);
      return format;
    };
    const integer = (value: PyObject, code: string, size: number): bigint => {
      if (!rt.isInt(value) && value.nb$index === undefined)
        throw error("required argument is not an integer");
      const n = BigInt(rt.index(value));
      const bits = BigInt(size * 8);
      const signed = code === code.toLowerCase() && code !== "P".toLowerCase();
      const low = signed ? -(1n << (bits - 1n)) : 0n;
      const high = signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
      if (n < low || n > high) {
        if (size === 8)
          throw error(
            signed
              ? "int too large to convert"
              : n < 0n
                ? "argument out of range"
                : "int too large to convert",
          );
        const names: Readonly<Record<string, string>> = { b: "byte", B: "ubyte", h: "short", H: "ushort" };
        throw error(
          `${names[code] === undefined ? `'${code}'` : names[code]} format requires ${low} <= number <= ${high}`.replace(
            "'",
            "'",
          ),
        );
      }
      return n;
    };
    const pack = (format: Format, values: readonly PyObject[], name: string): Uint8Array => {
      if (values.length !== format.arity)
        throw error(`${name} expected ${format.arity} items for packing (got ${values.length})`);
      rt.budget.allocate(format.size);
      const bytes = new Uint8Array(format.size);
      const view = new DataView(bytes.buffer);
      let at = 0;
      let next = 0;
      for (const { code, size, count, pad } of format.codes) {
        at += pad;
        if (code === "x") {
          at += count;
          continue;
        }
        if (code === "s" || code === "p") {
          const value = values[next++];
          if (
            rt.isStr(value) ||
            (!rt.isInstance(value, rt.types["bytes"]) && !rt.isInstance(value, rt.types["bytearray"]))
          ) {
            throw error(`argument for '${code}' must be a bytes object`);
          }
          const data = bytesOf(rt, value);
          if (code === "s") bytes.set(data.subarray(0, count), at);
          else if (count > 0) {
            const kept = data.subarray(0, count - 1);
            bytes[at] = Math.min(kept.length, 255);
            bytes.set(kept, at + 1);
          }
          at += count;
          continue;
        }
        for (let i = 0; i < count; i++, at += size) {
          const value = values[next++];
          switch (code) {
            case "c": {
              const data = rt.isInstance(value, rt.types["bytes"]) ? bytesOf(rt, value) : undefined;
              if (data?.length !== 1) throw error("char format requires a bytes object of length 1");
              bytes[at] = data[0];
              break;
            }
            case "?":
              bytes[at] = rt.isTrue(value) ? 1 : 0;
              break;
            case "e":
            case "f":
            case "d": {
              let x: number;
              try {
                x = floatOf(rt, value);
              } catch (e) {
                if (!rt.isException(e, "TypeError")) throw e;
                throw error("required argument is not a float");
              }
              if (code === "d") view.setFloat64(at, x, format.little);
              else if (code === "f") {
                if (Number.isFinite(x) && !Number.isFinite(Math.fround(x)))
                  throw rt.error("OverflowError", "float too large to pack with f format");
                view.setFloat32(at, x, format.little);
              } else {
                const bits = halfToBits(x);
                if (bits === undefined)
                  throw rt.error("OverflowError", "float too large to pack with e format");
                view.setUint16(at, bits, format.little);
              }
              break;
            }
            default: {
              const n = integer(value, code, size);
              if (size === 1) view.setUint8(at, Number(n & 0xffn));
              else if (size === 2) view.setUint16(at, Number(n & 0xffffn), format.little);
              else if (size === 4) view.setUint32(at, Number(n & 0xffffffffn), format.little);
              else view.setBigUint64(at, n & 0xffffffffffffffffn, format.little);
            }
          }
        }
      }
      return bytes;
    };
    const unpack = (format: Format, bytes: Uint8Array, from: number): PyObject => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const out: PyObject[] = [];
      let at = from;
      const { little } = format;
      for (const { code, size, count, pad } of format.codes) {
        at += pad;
        if (code === "x") {
          at += count;
          continue;
        }
        if (code === "s" || code === "p") {
          const length = code === "s" ? count : Math.min(bytes[at] ?? 0, Math.max(0, count - 1));
          const begin = code === "s" ? at : at + 1;
          out.push(rt.bytes(bytes.slice(begin, begin + length)));
          at += count;
          continue;
        }
        rt.budget.step(count);
        for (let i = 0; i < count; i++, at += size) {
          const signed = code === code.toLowerCase();
          if (code === "c") out.push(rt.bytes(bytes.slice(at, at + 1)));
          else if (code === "?") out.push(rt.bool(bytes[at] !== 0));
          else if (code === "d") out.push(rt.float(view.getFloat64(at, little)));
          else if (code === "f") out.push(rt.float(view.getFloat32(at, little)));
          else if (code === "e") out.push(rt.float(halfFromBits(view.getUint16(at, little))));
          else if (size === 1) out.push(rt.int(signed ? view.getInt8(at) : view.getUint8(at)));
          else if (size === 2)
            out.push(rt.int(signed ? view.getInt16(at, little) : view.getUint16(at, little)));
          else if (size === 4)
            out.push(rt.int(signed ? view.getInt32(at, little) : view.getUint32(at, little)));
          else out.push(rt.int(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little)));
        }
      }
      return rt.tuple(out);
    };
    const exactly = (format: Format, buffer: PyObject): PyObject => {
      const bytes = bytesOf(rt, buffer);
      if (bytes.length !== format.size) throw error(`unpack requires a buffer of ${format.size} bytes`);
      return unpack(format, bytes, 0);
    };
    const offsetIn = (bytes: Uint8Array, object: PyObject, size: number, name: string): number => {
      const offset = indexOf(rt, object);
      const at = offset < 0 ? offset + bytes.length : offset;
      const verb = name === "pack_into" ? "packing" : "unpacking";
      if (offset < 0 && offset + size > 0)
        throw error(
          `${name === "pack_into" ? `no space to pack ${size} bytes` : `not enough data to unpack ${size} bytes`} at offset ${offset}`,
        );
      if (at < 0) throw error(`offset ${offset} out of range for ${bytes.length}-byte buffer`);
      if (bytes.length - at < size)
        throw error(
          `${name} requires a buffer of at least ${at + size} bytes for ${verb} ${size} bytes at offset ${at} (actual buffer size is ${bytes.length})`,
        );
      return at;
    };
    const from = (format: Format, buffer: PyObject, offset: PyObject): PyObject => {
      const bytes = bytesOf(rt, buffer);
      return unpack(format, bytes, offsetIn(bytes, offset, format.size, "unpack_from"));
    };
    const into = (format: Format, buffer: PyObject, offset: PyObject, values: PyObject[]): void => {
      const bytes = bytesOf(rt, buffer);
      const data = pack(format, values, "pack_into");
      bytes.set(data, offsetIn(bytes, offset, format.size, "pack_into"));
    };
    const iterator = iteratorType(rt, {
      name: "unpack_iterator",
      module: "_struct",
      next(self: any) {
        if (self.at >= self.bytes.length) return undefined;
        const value = unpack(self.format as Format, self.bytes as Uint8Array, self.at as number);
        self.at += self.format.size;
        return value;
      },
    });
    const iterate = (format: Format, buffer: PyObject): PyObject => {
      const bytes = bytesOf(rt, buffer);
      if (format.size === 0) throw error("cannot iteratively unpack with a struct of length 0");
      if (bytes.length % format.size !== 0)
        throw error(`iterative unpacking requires a buffer of a multiple of ${format.size} bytes`);
      const self = rt.alloc(iterator);
      Object.assign(self, { format, bytes, at: 0 });
      return self as PyObject;
    };
    const own = (self: any): Format => initialised(rt, self, "format");
    module.setStr("error", errorType);
    module.setStr("__doc__", rt.str("Functions to convert between Python values and C structs."));
    module.setStr(
      "Struct",
      rt.defineType({
        name: "Struct",
        module: "_struct",
        new: ["(cls, *args, **kw)", (cls: PyType) => rt.alloc(cls)],
        init: [
          "(self, format)",
          (self: any, format: PyObject) => {
            self.format = parse(format);
            self.text = rt.isStr(format) ? format : rt.str(String.fromCharCode(...bytesOf(rt, format)));
          },
        ],
        methods: {
          pack: [
            "(self, *values)",
            (self: any, values: PyObject[]) => rt.bytes(pack(own(self), values, "pack")),
          ],
          pack_into: [
            "(self, buffer, offset, /, *values)",
            (self: any, buffer: PyObject, offset: PyObject, values: PyObject[]) =>
              into(own(self), buffer, offset, values),
          ],
          unpack: ["(self, buffer, /)", (self: any, buffer: PyObject) => exactly(own(self), buffer)],
          unpack_from: [
            "(self, buffer, offset=0)",
            (self: any, buffer: PyObject, offset: PyObject) => from(own(self), buffer, offset),
          ],
          iter_unpack: ["(self, buffer, /)", (self: any, buffer: PyObject) => iterate(own(self), buffer)],
        },
        getset: {
          format: { get: (self: any) => self.text },
          size: { get: (self: any) => rt.int(own(self).size) },
        },
      }) as PyType,
    );
    addFunctions(rt, module, {
      calcsize: ["(format, /)", (format: PyObject) => rt.int(parse(format).size)],
      pack: [
        "(format, /, *values)",
        (format: PyObject, values: PyObject[]) => rt.bytes(pack(parse(format), values, "pack")),
      ],
      pack_into: [
        "(format, buffer, offset, /, *values)",
        (format: PyObject, buffer: PyObject, offset: PyObject, values: PyObject[]) =>
          into(parse(format), buffer, offset, values),
      ],
      unpack: ["(format, buffer, /)", (format: PyObject, buffer: PyObject) => exactly(parse(format), buffer)],
      unpack_from: [
        "(format, /, buffer, offset=0)",
        (format: PyObject, buffer: PyObject, offset: PyObject) => from(parse(format), buffer, offset),
      ],
      iter_unpack: [
        "(format, buffer, /)",
        (format: PyObject, buffer: PyObject) => iterate(parse(format), buffer),
      ],
      _clearcache: ["()", () => formats.clear()],
    });
  });
}
