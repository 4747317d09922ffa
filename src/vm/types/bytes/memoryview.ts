/**
 * Python's memoryview over bytes-like objects: one dimension, format "B". What needs other formats raises
 * NotImplementedError, naming it.
 */
import type { PyObject, Rt, TypeSpec } from "../support.js";
import { hasIndex, index, sliceRange, ssize } from "../support.js";
import { hashBytes } from "../str/hash.js";
import { hex } from "./methods.js";

interface View {
  o: PyObject;
  start: number;
  step: number;
  length: number;
  readonly: boolean;
  released: boolean;
}

export function createMemoryview() {
  return function memoryview(
    this: View,
    o: PyObject,
    start: number,
    step: number,
    length: number,
    readonly: boolean,
  ): void {
    this.o = o;
    this.start = start;
    this.step = step;
    this.length = length;
    this.readonly = readonly;
    this.released = false;
  };
}

export function memoryviewSpec(rt: Rt, construct: any): TypeSpec {
  const data = (self: View): Uint8Array => {
    if (self.released) throw rt.error("ValueError", "operation forbidden on released memoryview object");
    const all = self.o.$bytes() as Uint8Array;
    if (self.step === 1) return all.subarray(self.start, self.start + self.length);
    return Uint8Array.from({ length: self.length }, (_, i) => all[self.start + i * self.step]);
  };
  const view = (o: PyObject, start: number, step: number, length: number, readonly: boolean): PyObject => {
    if (o.$exports !== undefined) o.$exports++;
    return new construct(o, start, step, length, readonly);
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
          return view(v.o, v.start, v.step, v.length, v.readonly);
        }
        const bytes = rt.types.bytes.$buffer(o) as Uint8Array | undefined;
        if (bytes === undefined)
          throw rt.error("TypeError", `memoryview: a bytes-like object is required, not '${rt.typeName(o)}'`);
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
        const equal = a.length === b.length && a.every((x, i) => x === b[i]);
        return (op === "Eq") === equal;
      },
      tp$iter(this: View) {
        return rt.iter(rt.list(Array.from(data(this), (x) => rt.int(x))));
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
          return rt.int(bytes[i]);
        }
        if (key.ob$type !== rt.types.slice) throw rt.error("TypeError", "memoryview: invalid slice key");
        const { start, step, count } = sliceRange(rt, key, this.length);
        return view(
          this.o,
          this.start + start * this.step,
          this.step * step,
          Math.max(0, count),
          this.readonly,
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
          if (!hasIndex(rt, value)) throw rt.error("TypeError", "memoryview: invalid type for format 'B'");
          const v = index(rt, value);
          if (v < 0 || v > 255) throw rt.error("ValueError", "memoryview: invalid value for format 'B'");
          all[this.start + i * this.step] = Number(v);
          return;
        }
        if (key.ob$type !== rt.types.slice) throw rt.error("TypeError", "memoryview: invalid slice key");
        const source = rt.types.bytes.$buffer(value) as Uint8Array | undefined;
        if (source === undefined)
          throw rt.error("TypeError", `a bytes-like object is required, not '${rt.typeName(value)}'`);
        const { start, step, count } = sliceRange(rt, key, this.length);
        if (source.length !== Math.max(0, count))
          throw rt.error("ValueError", "memoryview assignment: lvalue and rvalue have different structures");
        const copy = source.slice();
        for (let i = 0; i < count; i++) all[this.start + (start + i * step) * this.step] = copy[i]!;
      },
    },
    methods: {
      tobytes: ["(self, /, order='C')", (self: View) => rt.bytes(data(self).slice())],
      tolist: ["(self, /)", (self: View) => rt.list(Array.from(data(self), (x) => rt.int(x)))],
      hex: [
        "(self, /, sep=..., bytes_per_sep=...)",
        (self: View, sep?: PyObject, per?: PyObject) => hex(rt, data(self), sep, per),
      ],
      toreadonly: ["(self, /)", (self: View) => view(self.o, live(self).start, self.step, self.length, true)],
      release: ["(self, /)", release],
      cast: [
        "(self, /, format, shape=...)",
        (self: View, format: PyObject, shape?: PyObject) => {
          if (format.v !== "B" || shape !== undefined)
            throw rt.error("NotImplementedError", `memoryview.cast to format '${rt.strOf(format)}'`);
          return view(self.o, live(self).start, self.step, self.length, self.readonly);
        },
      ],
      __enter__: ["(self, /)", live],
      __exit__: ["(self, /, *args)", release],
    },
    getset: {
      obj: { get: (self: View) => live(self).o },
      nbytes: int((v) => v.length),
      itemsize: int(() => 1),
      ndim: int(() => 1),
      shape: tuple1((v) => v.length),
      strides: tuple1((v) => v.step),
      suboffsets: { get: () => rt.tuple([]) },
      format: { get: (self: View) => (live(self), rt.str("B")) },
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
