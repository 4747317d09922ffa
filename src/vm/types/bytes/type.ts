/**
 * Python's bytes and bytearray: `.v` is a Uint8Array, for bytes never changed. A bytearray's array may be a view of a
 * larger buffer (room to grow); while memoryviews of it exist (`$exports`) it does not change its size.
 */
import type { Operator, PyObject, Rt, TypeSpec } from "../support.js";
import { fromOrder, hasIndex, index, instance, sliceRange, ssize } from "../support.js";
import { chargeRepeat, repeatCount } from "../sequence/common.js";
import { hashBytes } from "../str/hash.js";
import { parsePercent, percent, TemplateCache } from "../str/percent.js";
import { asciiOfRepr, reprBytes } from "../str/repr.js";
import { concat, decode, encode, latin } from "./codecs.js";
import { byteMethods, bytesLike, fromHex, fromLatin, makeTranslation } from "./methods.js";

interface Self {
  v: Uint8Array;
  $exports?: number;
  ob$type: PyObject;
}

export function createBytes() {
  return function bytes(this: { v: Uint8Array }, data?: Uint8Array): void {
    this.v = data ?? new Uint8Array(0);
  };
}

export function createBytearray() {
  return function bytearray(this: { v: Uint8Array; $exports: number }, data?: Uint8Array): void {
    this.v = data ?? new Uint8Array(0);
    this.$exports = 0;
  };
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** One item for a bytes: 0..255. */
function byteOf(rt: Rt, o: PyObject, what = "byte"): number {
  const v = index(rt, o);
  if (v < 0 || v > 255) throw rt.error("ValueError", `${what} must be in range(0, 256)`);
  return Number(v);
}

/** The bytes of an iterable of ints; it is read item by item, since an `__index__` may change it. */
function bytesOfItems(rt: Rt, o: PyObject, what: string): Uint8Array {
  const out: number[] = [];
  const it = rt.iter(o);
  for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext()) {
    out.push(byteOf(rt, x, what));
    if ((out.length & 1023) === 0) {
      rt.budget.step(1024);
      rt.budget.allocate(out.length * 8);
    }
  }
  return new Uint8Array(out);
}

/** The bytes of an object as `bytes(o)` takes it, apart from str. */
function fromObject(rt: Rt, o: PyObject, what: string): Uint8Array {
  const method = rt.lookupSpecial(o, "__bytes__");
  if (method !== undefined && what === "bytes") {
    const r = rt.call(method, []);
    if (!(r instanceof rt.types.bytes))
      throw rt.error("TypeError", `__bytes__ returned non-bytes (type ${rt.tpName(r)})`);
    return (r as any).v as Uint8Array;
  }
  const data = rt.types.bytes.$buffer(o) as Uint8Array | undefined;
  if (data !== undefined) return data.slice();
  if (hasIndex(rt, o)) {
    const n = ssize(rt, o);
    if (n < 0) throw rt.error("ValueError", "negative count");
    rt.budget.allocate(n);
    return new Uint8Array(n);
  }
  if (rt.isStr(o) || (o.tp$iter === undefined && o.mp$subscript === undefined))
    throw rt.error("TypeError", `cannot convert '${rt.tpName(o)}' object to ${what}`);
  return bytesOfItems(rt, o, what === "bytes" ? "bytes" : "byte");
}

function construct_(
  rt: Rt,
  what: string,
  source?: PyObject,
  encoding?: PyObject,
  errors?: PyObject,
): Uint8Array {
  const text = (o: PyObject, name: string): string => {
    if (!rt.isStr(o))
      throw rt.error("TypeError", `${what}() argument '${name}' must be str, not ${rt.argumentName(o)}`);
    return o.v as string;
  };
  const codec = encoding === undefined ? "utf-8" : text(encoding, "encoding");
  const handler = errors === undefined ? "strict" : text(errors, "errors");
  if (source === undefined) {
    if (encoding !== undefined) throw rt.error("TypeError", "encoding without a string argument");
    if (errors !== undefined) throw rt.error("TypeError", "errors without a string argument");
    return new Uint8Array(0);
  }
  const own =
    what === "bytes" && encoding === undefined && errors === undefined && source.ob$type !== rt.types.str;
  if (rt.isStr(source) && !(own && rt.lookupType(source.ob$type, "__bytes__") !== undefined)) {
    if (encoding === undefined)
      throw rt.error(
        "TypeError",
        errors === undefined ? "string argument without an encoding" : "errors without a string argument",
      );
    return encode(rt, source.v as string, codec, handler);
  }
  if (encoding !== undefined) throw rt.error("TypeError", "encoding without a string argument");
  if (errors !== undefined) throw rt.error("TypeError", "errors without a string argument");
  return fromObject(rt, source, what);
}

/** Slots both types have; `make` wraps a result. */
function commonSlots(rt: Rt, make: (data: Uint8Array) => PyObject, name: string): Record<string, any> {
  const templates = new TemplateCache(parsePercent);
  const modulo = (template: Uint8Array, argument: PyObject): PyObject =>
    make(
      fromLatin(
        percent(rt, latin(template), templates, argument, {
          isMapping: (o) =>
            o.mp$subscript !== undefined && !rt.isStr(o) && rt.types.bytes.$buffer(o) === undefined,
          key: (t) => rt.bytes(fromLatin(t)),
          text(letter, o) {
            if (letter === "a" || letter === "r") return asciiOfRepr(rt.repr(o));
            const data = rt.types.bytes.$buffer(o) as Uint8Array | undefined;
            if (data !== undefined) return latin(data);
            const method = rt.lookupSpecial(o, "__bytes__");
            if (method !== undefined) return latin(rt.call(method, []).v as Uint8Array);
            throw rt.error(
              "TypeError",
              `%b requires a bytes-like object, or an object that implements __bytes__, not '${rt.tpName(o)}'`,
            );
          },
          char(o) {
            const data = rt.types.bytes.$buffer(o) as Uint8Array | undefined;
            if (data?.length === 1) return latin(data);
            if (data === undefined && o.nb$index !== undefined) {
              const v = index(rt, o);
              if (v < 0 || v > 255) throw rt.error("OverflowError", "%c arg not in range(256)");
              return String.fromCharCode(Number(v));
            }
            throw rt.error("TypeError", "%c requires an integer in range(256) or a single byte");
          },
          notAll: "not all arguments converted during bytes formatting",
        }),
      ),
    );
  return {
    tp$richcompare(this: Self, other: PyObject, op: Operator) {
      const b = rt.types.bytes.$buffer(other) as Uint8Array | undefined;
      return b === undefined ? rt.notImplemented : fromOrder(compareBytes(this.v, b), op);
    },
    sq$length(this: Self) {
      return this.v.length;
    },
    sq$contains(this: Self, o: PyObject) {
      if (hasIndex(rt, o)) return this.v.includes(byteOf(rt, o));
      return latin(this.v).includes(latin(bytesLike(rt, o)));
    },
    sq$concat(this: Self, other: PyObject) {
      const b = rt.types.bytes.$buffer(other) as Uint8Array | undefined;
      if (b === undefined) throw rt.error("TypeError", `can't concat ${rt.tpName(other)} to ${name}`);
      rt.budget.allocate(this.v.length + b.length);
      return make(concat([this.v, b]));
    },
    sq$repeat(this: Self, count: PyObject) {
      const n = Math.max(0, repeatCount(rt, count));
      if (n === 1 && this.ob$type === rt.types.bytes) return this;
      chargeRepeat(rt, this.v.length * n, "repeated bytes are too long");
      const out = new Uint8Array(this.v.length * n);
      if (this.v.length > 0) for (let i = 0; i < n; i++) out.set(this.v, i * this.v.length);
      return make(out);
    },
    mp$subscript(this: Self, key: PyObject) {
      if (hasIndex(rt, key)) {
        let i = ssize(rt, key, "IndexError");
        if (i < 0) i += this.v.length;
        const x = this.v[i];
        if (x === undefined)
          throw rt.error(
            "IndexError",
            name === "bytes" ? "index out of range" : "bytearray index out of range",
          );
        return rt.int(x);
      }
      if (key.ob$type !== rt.types.slice)
        throw rt.error(
          "TypeError",
          `${name === "bytes" ? "byte" : "bytearray"} indices must be integers or slices, not ${rt.tpName(key)}`,
        );
      const { start, step, count } = sliceRange(rt, key, this.v.length);
      if (step === 1) return make(this.v.slice(start, start + Math.max(0, count)));
      return make(Uint8Array.from({ length: Math.max(0, count) }, (_, i) => this.v[start + i * step]));
    },
    nb$remainder(this: Self, argument: PyObject) {
      return modulo(this.v, argument);
    },
    nb$reflected_remainder(this: Self, other: PyObject) {
      return other.ob$type === this.ob$type ? modulo(other.v as Uint8Array, this as any) : rt.notImplemented;
    },
  };
}

const decodeMethod = (rt: Rt) =>
  [
    "(self, /, encoding='utf-8', errors='strict')",
    (self: Self, encoding: PyObject, errors: PyObject) => {
      for (const [o, n] of [
        [encoding, "encoding"],
        [errors, "errors"],
      ] as const)
        if (!rt.isStr(o))
          throw rt.error("TypeError", `decode() argument '${n}' must be str, not ${rt.argumentName(o)}`);
      return decode(rt, self.v, encoding.v as string, errors.v as string);
    },
  ] as const;

const staticMethods = (rt: Rt) => ({
  maketrans: [
    "(frm, to, /)",
    (from: PyObject, to: PyObject) => rt.bytes(makeTranslation(rt, from, to)),
  ] as const,
});

export function bytesSpec(rt: Rt, construct: any): TypeSpec {
  const make = (data: Uint8Array): PyObject => new construct(data);
  Object.assign(construct, {
    /** Contents of a bytes-like object (not copied), undefined for others. */
    $buffer: (o: any): Uint8Array | undefined => {
      if (typeof o.$bytes === "function") return o.$bytes() as Uint8Array;
      // PEP 688: a class says what its memory is.
      const method = o.ob$type.$heap === true ? rt.lookupSpecial(o, "__buffer__") : undefined;
      if (method === undefined) return undefined;
      const view: any = rt.call(method, [rt.int(0)]);
      return typeof view.$bytes === "function" ? (view.$bytes() as Uint8Array) : undefined;
    },
    $fromObject: (o: PyObject): Uint8Array => fromObject(rt, o, "bytes"),
  });
  return {
    name: "bytes",
    construct,
    doc: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - an integer",
    new: [
      "(cls, source=..., encoding=..., errors=...)",
      (cls: PyObject, source?: PyObject, encoding?: PyObject, errors?: PyObject) => {
        if (
          cls === construct &&
          source !== undefined &&
          source.ob$type === construct &&
          encoding === undefined &&
          errors === undefined
        )
          return source;
        const data = construct_(rt, "bytes", source, encoding, errors);
        return cls === construct ? make(data) : instance<Self>(rt, cls, construct, (o) => (o.v = data));
      },
    ],
    slots: {
      ...commonSlots(rt, make, "bytes"),
      $r(this: Self) {
        rt.budget.allocate(this.v.length);
        return rt.str(reprBytes(this.v));
      },
      tp$hash(this: Self) {
        return hashBytes(this.v);
      },
      tp$iter(this: Self) {
        return new rt.types.bytes_iterator(this);
      },
    },
    methods: {
      ...byteMethods(rt, make),
      decode: decodeMethod(rt),
      __bytes__: ["(self, /)", (self: Self) => (self.ob$type === construct ? self : make(self.v))],
      __getnewargs__: ["(self, /)", (self: Self) => rt.tuple([make(self.v)])],
      __sizeof__: ["(self, /)", (self: Self) => rt.int(33 + self.v.length)],
    },
    classMethods: {
      fromhex: [
        "(cls, string, /)",
        (cls: PyObject, text: PyObject) => {
          const b = make(fromHex(rt, text));
          return cls === construct ? b : rt.call(cls, [b]);
        },
      ],
    },
    staticMethods: staticMethods(rt),
    proto: {
      $closed: true,
      $bytes(this: Self) {
        return this.v;
      },
    },
  };
}

export function bytearraySpec(rt: Rt, construct: any): TypeSpec {
  const make = (data: Uint8Array): PyObject => new construct(data);
  /** Changes the size, keeping contents; room is left for more. */
  const resize = (self: Self, n: number): void => {
    if (self.$exports !== undefined && self.$exports > 0 && n !== self.v.length)
      throw rt.error("BufferError", "Existing exports of data: object cannot be re-sized");
    const { v } = self;
    if (n <= v.buffer.byteLength - v.byteOffset) {
      const wider = new Uint8Array(v.buffer as ArrayBuffer, v.byteOffset, n);
      if (n > v.length) wider.fill(0, v.length);
      self.v = wider;
      return;
    }
    rt.budget.allocate(n);
    const buffer = new Uint8Array(new ArrayBuffer(Math.max(16, n + (n >> 3))), 0, n);
    buffer.set(v);
    self.v = buffer;
  };
  const splice = (self: Self, start: number, count: number, data: Uint8Array): void => {
    const tail = self.v.slice(start + count);
    const inserted = data.buffer === self.v.buffer ? data.slice() : data;
    resize(self, start + inserted.length + tail.length);
    self.v.set(inserted, start);
    self.v.set(tail, start + inserted.length);
  };
  const extend = (self: Self, o: PyObject): void => {
    const data = rt.types.bytes.$buffer(o) as Uint8Array | undefined;
    if (data === undefined && o.tp$iter === undefined && o.mp$subscript === undefined)
      throw rt.error("TypeError", `can't extend bytearray with ${rt.tpName(o)}`);
    splice(self, self.v.length, 0, data ?? bytesOfItems(rt, o, "byte"));
  };
  /** As CPython: text in latin-1 before protocol 3, bytes from then on; and the instance's attributes. */
  const reduce = (self: Self, protocol: number): PyObject => {
    const args =
      protocol < 3
        ? [rt.str(latin(self.v)), rt.str("latin-1")]
        : self.v.length === 0
          ? []
          : [rt.bytes(self.v.slice())];
    return rt.tuple([self.ob$type, rt.tuple(args), rt.callMethod0(self, "__getstate__")]);
  };
  return {
    name: "bytearray",
    construct,
    doc: "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array",
    init: [
      "(self, source=..., encoding=..., errors=...)",
      (self: Self, source?: PyObject, encoding?: PyObject, errors?: PyObject) => {
        self.v = construct_(rt, "bytearray", source, encoding, errors);
      },
    ],
    slots: {
      ...commonSlots(rt, make, "bytearray"),
      tp$new(this: any) {
        if (this.constructor === construct) return make(new Uint8Array(0));
        return instance<any>(rt, this.constructor, construct, (o) => {
          o.v = new Uint8Array(0);
          o.$exports = 0;
        });
      },
      tp$hash: rt.unhashable,
      $r(this: Self) {
        const name = rt.typeName(this);
        return rt.str(`${name}(${reprBytes(this.v)})`);
      },
      tp$iter(this: Self) {
        return new rt.types.bytearray_iterator(this);
      },
      sq$inplace_concat(this: Self, other: PyObject) {
        const b = rt.types.bytes.$buffer(other) as Uint8Array | undefined;
        if (b === undefined) throw rt.error("TypeError", `can't concat ${rt.tpName(other)} to bytearray`);
        splice(this, this.v.length, 0, b);
        return this;
      },
      sq$inplace_repeat(this: Self, count: PyObject) {
        const old = this.v.slice();
        const n = Math.max(0, repeatCount(rt, count));
        chargeRepeat(rt, old.length * n);
        resize(this, old.length * n);
        for (let i = 0; i < n; i++) this.v.set(old, i * old.length);
        return this;
      },
      mp$ass_subscript(this: Self, key: PyObject, value: PyObject) {
        if (hasIndex(rt, key)) {
          let i = ssize(rt, key, "IndexError");
          if (i < 0) i += this.v.length;
          if (i < 0 || i >= this.v.length) throw rt.error("IndexError", "bytearray index out of range");
          if (value === undefined) splice(this, i, 1, new Uint8Array(0));
          else this.v[i] = byteOf(rt, value);
          return;
        }
        if (key.ob$type !== rt.types.slice)
          throw rt.error("TypeError", `bytearray indices must be integers or slices, not ${rt.tpName(key)}`);
        const { start, stop, step, count } = sliceRange(rt, key, this.v.length);
        let data = new Uint8Array(0) as Uint8Array;
        if (value !== undefined) {
          if (hasIndex(rt, value) || rt.isStr(value))
            throw rt.error(
              "TypeError",
              "can assign only bytes, buffers, or iterables of ints in range(0, 256)",
            );
          data =
            (rt.types.bytes.$buffer(value) as Uint8Array | undefined) ?? fromObject(rt, value, "bytearray");
        }
        if (step === 1) {
          splice(this, start, Math.max(0, stop - start), data);
          return;
        }
        if (value === undefined || data.length === 0) {
          const gone = new Set<number>();
          for (let i = 0; i < count; i++) gone.add(start + i * step);
          const kept = this.v.filter((_, i) => !gone.has(i));
          resize(this, kept.length);
          this.v.set(kept);
          return;
        }
        if (data.length !== count)
          throw rt.error(
            "ValueError",
            `attempt to assign bytes of size ${data.length} to extended slice of size ${count}`,
          );
        for (let i = 0; i < count; i++) this.v[start + i * step] = data[i]!;
      },
    },
    methods: {
      ...byteMethods(rt, make),
      decode: decodeMethod(rt),
      append: [
        "(self, item, /)",
        (self: Self, x: PyObject) => splice(self, self.v.length, 0, Uint8Array.of(byteOf(rt, x))),
      ],
      extend: ["(self, iterable_of_ints, /)", extend],
      insert: [
        "(self, index, item, /)",
        (self: Self, at: PyObject, x: PyObject) => {
          let i = ssize(rt, at);
          if (i < 0) i = Math.max(0, i + self.v.length);
          splice(self, Math.min(i, self.v.length), 0, Uint8Array.of(byteOf(rt, x)));
        },
      ],
      pop: [
        "(self, index=-1, /)",
        (self: Self, at: PyObject) => {
          if (self.v.length === 0) throw rt.error("IndexError", "pop from empty bytearray");
          let i = ssize(rt, at);
          if (i < 0) i += self.v.length;
          const x = self.v[i];
          if (x === undefined) throw rt.error("IndexError", "pop index out of range");
          splice(self, i, 1, new Uint8Array(0));
          return rt.int(x);
        },
      ],
      remove: [
        "(self, value, /)",
        (self: Self, x: PyObject) => {
          const i = self.v.indexOf(byteOf(rt, x));
          if (i < 0) throw rt.error("ValueError", "value not found in bytearray");
          splice(self, i, 1, new Uint8Array(0));
        },
      ],
      __reduce__: ["(self, /)", (self: Self) => reduce(self, 2)],
      __reduce_ex__: [
        "(self, protocol=0, /)",
        (self: Self, protocol: PyObject) => reduce(self, Number(rt.index(protocol))),
      ],
      __sizeof__: ["(self, /)", (self: Self) => rt.int(57 + self.v.buffer.byteLength)],
      reverse: ["(self, /)", (self: Self) => void self.v.reverse()],
      clear: ["(self, /)", (self: Self) => resize(self, 0)],
      copy: ["(self, /)", (self: Self) => make(self.v.slice())],
    },
    classMethods: {
      fromhex: [
        "(cls, string, /)",
        (cls: PyObject, text: PyObject) => {
          const b = make(fromHex(rt, text));
          return cls === construct ? b : rt.call(cls, [b]);
        },
      ],
    },
    staticMethods: staticMethods(rt),
    proto: {
      $bytes(this: Self) {
        return this.v;
      },
    },
  };
}

interface It {
  o: Self | undefined;
  i: number;
}

export function bytesIteratorSpec(rt: Rt, name: string): TypeSpec {
  return {
    name,
    subclassable: false,
    construct: function (this: It, o: Self) {
      this.o = o;
      this.i = 0;
    },
    slots: {
      tp$iter(this: It) {
        return this;
      },
      tp$iternext(this: It) {
        const x = this.o?.v[this.i];
        if (x === undefined) {
          this.o = undefined;
          return undefined;
        }
        this.i++;
        return rt.int(x);
      },
    },
    methods: {
      __length_hint__: [
        "(self, /)",
        (self: It) => rt.int(self.o === undefined ? 0 : Math.max(0, self.o.v.length - self.i)),
      ],
      __reduce__: [
        "(self, /)",
        (self: It) =>
          self.o === undefined
            ? rt.tuple([rt.builtin("iter"), rt.tuple([rt.tuple([])])])
            : rt.tuple([rt.builtin("iter"), rt.tuple([self.o]), rt.int(self.i)]),
      ],
      __setstate__: [
        "(self, state, /)",
        (self: It, state: PyObject) => {
          if (self.o !== undefined) self.i = Math.max(0, Math.min(Number(rt.index(state)), self.o.v.length));
        },
      ],
    },
  };
}
