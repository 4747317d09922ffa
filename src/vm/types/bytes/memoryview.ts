/**
 * Python's memoryview over bytes-like objects: one dimension, items of any native format. More dimensions raise
 * NotImplementedError, naming it.
 */
import type { PyObject, Rt, TypeSpec } from "../support.js";
import { hasIndex, index, sliceRange, ssize } from "../support.js";
import { hashBytes } from "../str/hash.js";
import { hex } from "./methods.js";

interface View {
  o: PyObject;
  /** Offset of the first item in bytes. */
  start: number;
  /** Items from one to the next. */
  step: number;
  /** Number of items. */
  length: number;
  /** One character, as in struct. */
  format: string;
  itemsize: number;
  readonly: boolean;
  released: boolean;
}

/** Native formats and their sizes in bytes. */
const sizes: ReadonlyMap<string, number> = new Map(
  Object.entries({
    c: 1,
    b: 1,
    B: 1,
    "?": 1,
    h: 2,
    H: 2,
    e: 2,
    i: 4,
    I: 4,
    f: 4,
    l: 8,
    L: 8,
    q: 8,
    Q: 8,
    n: 8,
    N: 8,
    d: 8,
  }),
);
const bytesFormats = "cbB";

/** The least and the largest number of a format; undefined for those that are no integers. */
function bounds(format: string): [bigint, bigint] | undefined {
  if (!"bBhHiIlLqQnN".includes(format)) return undefined;
  const bits = BigInt(8 * sizes.get(format)!);
  const signed = format === format.toLowerCase();
  return signed ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
}

export function createMemoryview() {
  return function memoryview(
    this: View,
    o: PyObject,
    start: number,
    step: number,
    length: number,
    readonly: boolean,
    format = "B",
  ): void {
    this.o = o;
    this.start = start;
    this.step = step;
    this.length = length;
    this.readonly = readonly;
    this.format = format;
    this.itemsize = sizes.get(format) ?? 1;
    this.released = false;
  };
}

export function memoryviewSpec(rt: Rt, construct: any): TypeSpec {
  const data = (self: View): Uint8Array => {
    if (self.released) throw rt.error("ValueError", "operation forbidden on released memoryview object");
    const all = self.o.$bytes() as Uint8Array;
    const { start, step, length, itemsize } = self;
    if (step === 1) return all.subarray(start, start + length * itemsize);
    const out = new Uint8Array(length * itemsize);
    for (let i = 0; i < length; i++) {
      const from = start + i * step * itemsize;
      out.set(all.subarray(from, from + itemsize), i * itemsize);
    }
    return out;
  };
  const view = (
    o: PyObject,
    start: number,
    step: number,
    length: number,
    readonly: boolean,
    format = "B",
  ): PyObject => {
    if (o.$exports !== undefined) o.$exports++;
    return new construct(o, start, step, length, readonly, format);
  };
  /** The item at a byte offset. */
  const read = (format: string, bytes: Uint8Array, at: number): PyObject => {
    if (format === "B") return rt.int(bytes[at]);
    const v = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const wide = (n: bigint): PyObject =>
      rt.int(n >= Number.MIN_SAFE_INTEGER && n <= Number.MAX_SAFE_INTEGER ? Number(n) : n);
    switch (format) {
      case "c":
        return rt.bytes(bytes.slice(at, at + 1));
      case "?":
        return rt.bool(bytes[at] !== 0);
      case "b":
        return rt.int(v.getInt8(at));
      case "h":
        return rt.int(v.getInt16(at, true));
      case "H":
        return rt.int(v.getUint16(at, true));
      case "i":
        return rt.int(v.getInt32(at, true));
      case "I":
        return rt.int(v.getUint32(at, true));
      case "f":
        return rt.float(v.getFloat32(at, true));
      case "d":
        return rt.float(v.getFloat64(at, true));
      case "l":
      case "q":
      case "n":
        return wide(v.getBigInt64(at, true));
      case "L":
      case "Q":
      case "N":
        return wide(v.getBigUint64(at, true));
      default:
        throw rt.error("NotImplementedError", `memoryview: format ${format} not supported`);
    }
  };
  const write = (format: string, bytes: Uint8Array, at: number, value: PyObject): void => {
    const wrongType = (): unknown => rt.error("TypeError", `memoryview: invalid type for format '${format}'`);
    const wrongValue = (): unknown =>
      rt.error("ValueError", `memoryview: invalid value for format '${format}'`);
    const v = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (format === "c") {
      if (!(value instanceof rt.types.bytes)) throw wrongType();
      if (value.v.length !== 1) throw wrongValue();
      bytes[at] = value.v[0];
    } else if (format === "?") bytes[at] = rt.isTrue(value) ? 1 : 0;
    else if (format === "f" || format === "d") {
      if (value.nb$float === undefined && !hasIndex(rt, value)) throw wrongType();
      const x = rt.call(rt.types["float"], [value]).v as number;
      if (format === "f") v.setFloat32(at, x, true);
      else v.setFloat64(at, x, true);
    } else {
      const limits = bounds(format);
      if (limits === undefined)
        throw rt.error("NotImplementedError", `memoryview: format ${format} not supported`);
      if (!hasIndex(rt, value)) throw wrongType();
      const n = BigInt(index(rt, value));
      if (n < limits[0] || n > limits[1]) throw wrongValue();
      let rest = BigInt.asUintN(64, n);
      for (let i = 0; i < sizes.get(format)!; i++) {
        bytes[at + i] = Number(rest & 255n);
        rest >>= 8n;
      }
    }
  };
  const items = (self: View): PyObject[] => {
    const bytes = data(self);
    return Array.from({ length: self.length }, (_, i) => read(self.format, bytes, i * self.itemsize));
  };
  const release = (self: View): void => {
    if (!self.released && self.o.$exports !== undefined) self.o.$exports--;
    self.released = true;
  };
  const live = (self: View): View => {
    data(self);
    return self;
  };
  const int = (f: (self: View) => number) => ({ get: (self: View) => rt.int(f(live(self))) });
  const tuple1 = (f: (self: View) => number) => ({ get: (self: View) => rt.tuple([rt.int(f(live(self)))]) });
  return {
    name: "memoryview",
    construct,
    subclassable: false,
    doc: "Create a new memoryview object which references the given object.",
    new: [
      "(cls, object)",
      (_cls: PyObject, o: PyObject) => {
        if (o.ob$type === construct) {
          const v = live(o);
          return view(v.o, v.start, v.step, v.length, v.readonly, v.format);
        }
        // PEP 688: a class says what its memory is.
        const own = o.ob$type.$heap === true ? rt.lookupSpecial(o, "__buffer__") : undefined;
        if (own !== undefined) {
          const inner = rt.call(own, [rt.int(0)]);
          if (inner.ob$type !== construct)
            throw rt.error("TypeError", "__buffer__ returned non-memoryview object");
          return inner;
        }
        const bytes = rt.types.bytes.$buffer(o) as Uint8Array | undefined;
        if (bytes === undefined)
          throw rt.error("TypeError", `memoryview: a bytes-like object is required, not '${rt.tpName(o)}'`);
        return view(o, 0, 1, bytes.length, o instanceof rt.types.bytes);
      },
    ],
    slots: {
      $r(this: View) {
        return rt.str(`<${this.released ? "released memory" : "memory"} at ${rt.address(this as any)}>`);
      },
      tp$hash(this: View) {
        if (!this.readonly) throw rt.error("ValueError", "cannot hash writable memoryview object");
        return hashBytes(data(this));
      },
      tp$richcompare(this: View, other: PyObject, op: string) {
        if (op !== "Eq" && op !== "NotEq") return rt.notImplemented;
        const b = rt.types.bytes.$buffer(other) as Uint8Array | undefined;
        if (b === undefined) return rt.notImplemented;
        const a = data(this);
        const format = other.ob$type === construct ? (other as unknown as View).format : "B";
        let equal: boolean;
        if (format === this.format) equal = a.length === b.length && a.every((x, i) => x === b[i]);
        else {
          const left = items(this);
          const right = other.ob$type === construct ? items(other) : rt.toArray(other);
          equal = left.length === right.length && left.every((x, i) => rt.equals(x, right[i]));
        }
        return (op === "Eq") === equal;
      },
      tp$iter(this: View) {
        return rt.iter(rt.list(items(this)));
      },
      sq$length(this: View) {
        return live(this).length;
      },
      mp$subscript(this: View, key: PyObject) {
        const bytes = data(this);
        if (hasIndex(rt, key)) {
          let i = ssize(rt, key, "IndexError");
          if (i < 0) i += this.length;
          if (i < 0 || i >= this.length) throw rt.error("IndexError", "index out of bounds on dimension 1");
          return read(this.format, bytes, i * this.itemsize);
        }
        if (key.ob$type !== rt.types.slice) throw rt.error("TypeError", "memoryview: invalid slice key");
        const { start, step, count } = sliceRange(rt, key, this.length);
        return view(
          this.o,
          this.start + start * this.step * this.itemsize,
          this.step * step,
          Math.max(0, count),
          this.readonly,
          this.format,
        );
      },
      mp$ass_subscript(this: View, key: PyObject, value: PyObject) {
        live(this);
        if (this.readonly) throw rt.error("TypeError", "cannot modify read-only memory");
        if (value === undefined) throw rt.error("TypeError", "cannot delete memory");
        const all = this.o.$bytes() as Uint8Array;
        if (hasIndex(rt, key)) {
          let i = ssize(rt, key, "IndexError");
          if (i < 0) i += this.length;
          if (i < 0 || i >= this.length) throw rt.error("IndexError", "index out of bounds on dimension 1");
          write(this.format, all, this.start + i * this.step * this.itemsize, value);
          return;
        }
        if (key.ob$type !== rt.types.slice) throw rt.error("TypeError", "memoryview: invalid slice key");
        const source = rt.types.bytes.$buffer(value) as Uint8Array | undefined;
        if (source === undefined)
          throw rt.error("TypeError", `a bytes-like object is required, not '${rt.tpName(value)}'`);
        const { start, step, count } = sliceRange(rt, key, this.length);
        const format = value.ob$type === construct ? (value as unknown as View).format : "B";
        if (source.length !== Math.max(0, count) * this.itemsize || format !== this.format)
          throw rt.error("ValueError", "memoryview assignment: lvalue and rvalue have different structures");
        const copy = source.slice();
        const { itemsize } = this;
        for (let i = 0; i < count; i++) {
          const at = this.start + (start + i * step) * this.step * itemsize;
          all.set(copy.subarray(i * itemsize, (i + 1) * itemsize), at);
        }
      },
    },
    methods: {
      tobytes: ["(self, /, order='C')", (self: View) => rt.bytes(data(self).slice())],
      tolist: ["(self, /)", (self: View) => rt.list(items(self))],
      hex: [
        "(self, /, sep=..., bytes_per_sep=...)",
        (self: View, sep?: PyObject, per?: PyObject) => hex(rt, data(self), sep, per),
      ],
      toreadonly: [
        "(self, /)",
        (self: View) => view(self.o, live(self).start, self.step, self.length, true, self.format),
      ],
      release: ["(self, /)", release],
      cast: [
        "(self, /, format, shape=...)",
        (self: View, format: PyObject, shape?: PyObject) => {
          const text = rt.strOf(format);
          const to = text.startsWith("@") ? text.slice(1) : text;
          const size = sizes.get(to);
          if (shape !== undefined)
            throw rt.error("NotImplementedError", "memoryview.cast to a shape of more dimensions");
          if (size === undefined || to.length !== 1)
            throw rt.error(
              "ValueError",
              "memoryview: destination format must be a native single character format prefixed with an optional '@'",
            );
          if (live(self).step !== 1)
            throw rt.error("TypeError", "memoryview: casts are restricted to C-contiguous views");
          if (!bytesFormats.includes(to) && !bytesFormats.includes(self.format))
            throw rt.error("TypeError", "memoryview: cannot cast between two non-byte formats");
          const bytes = self.length * self.itemsize;
          if (bytes % size !== 0)
            throw rt.error("TypeError", "memoryview: length is not a multiple of itemsize");
          return view(self.o, self.start, 1, bytes / size, self.readonly, to);
        },
      ],
      __enter__: ["(self, /)", live],
      __exit__: ["(self, /, *args)", release],
    },
    getset: {
      obj: { get: (self: View) => live(self).o },
      nbytes: int((v) => v.length * v.itemsize),
      itemsize: int((v) => v.itemsize),
      ndim: int(() => 1),
      shape: tuple1((v) => v.length),
      strides: tuple1((v) => v.step * v.itemsize),
      suboffsets: { get: () => rt.tuple([]) },
      format: { get: (self: View) => rt.str(live(self).format) },
      readonly: { get: (self: View) => rt.bool(live(self).readonly) },
      contiguous: { get: (self: View) => rt.bool(live(self).step === 1) },
      c_contiguous: { get: (self: View) => rt.bool(live(self).step === 1) },
      f_contiguous: { get: (self: View) => rt.bool(live(self).step === 1) },
    },
    proto: {
      $bytes(this: View) {
        return data(this);
      },
    },
  };
}
