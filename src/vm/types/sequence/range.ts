/** Python's range (lazy, of any size) and slice objects. Fields of a range are `start`, `stop`, `step`, `length`: Int. */
import type { Operator, PyObject, Rt, TypeSpec } from "../support.js";
import { combineHashes, hasIndex, index } from "../support.js";
import type { Int } from "../number/integer.js";
import * as int from "../number/integer.js";
import { compareArrays } from "./common.js";

interface Range {
  start: Int;
  stop: Int;
  step: Int;
  length: Int;
  ob$type: PyObject;
}

export function createRange() {
  return function range(this: Range, start: Int, stop: Int, step: Int): void {
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = rangeLength(start, stop, step);
  };
}

function rangeLength(start: Int, stop: Int, step: Int): Int {
  if (step > 0 ? start >= stop : start <= stop) return 0;
  const span = step > 0 ? int.subtract(stop, start) : int.subtract(start, stop);
  const size = step > 0 ? step : int.negate(step);
  return int.add(int.floorDivide(int.subtract(span, 1), size), 1);
}

export function rangeSpec(rt: Rt, construct: any): TypeSpec {
  const Make = construct as new (start: Int, stop: Int, step: Int) => any;
  const integer = (o: PyObject): Int => index(rt, o);
  const at = (r: Range, i: Int): Int => int.add(r.start, int.multiply(rt, r.step, i));
  /** Position of an int value, or -1. */
  const find = (r: Range, v: Int): Int => {
    const inside = r.step > 0 ? v >= r.start && v < r.stop : v <= r.start && v > r.stop;
    if (!inside) return -1;
    const d = int.subtract(v, r.start);
    return int.modulo(d, r.step) === 0 ? int.floorDivide(d, r.step) : -1;
  };
  const plain = (o: PyObject): boolean => o.ob$type === rt.types.int || o.ob$type === rt.types.bool;
  const sequential = (r: Range, x: PyObject): Int => {
    let i: Int = 0;
    const it = rt.iter(r);
    for (let y = it.tp$iternext(); y !== undefined; y = it.tp$iternext()) {
      rt.budget.step(1);
      if (rt.equals(y, x)) return i;
      i = int.add(i, 1);
    }
    return -1;
  };
  return {
    name: "range",
    construct,
    subclassable: false,
    doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
    slots: {
      tp$new(this: any, args: readonly PyObject[], kw?: readonly unknown[]) {
        if (kw !== undefined && kw.length > 0)
          throw rt.error("TypeError", "range() takes no keyword arguments");
        switch (args.length) {
          case 0:
            throw rt.error("TypeError", "range expected at least 1 argument, got 0");
          case 1:
            return new Make(0, integer(args[0]), 1);
          case 2:
            return new Make(integer(args[0]), integer(args[1]), 1);
          case 3: {
            const [start, stop, step] = [integer(args[0]), integer(args[1]), integer(args[2])];
            if (step === 0) throw rt.error("ValueError", "range() arg 3 must not be zero");
            return new Make(start, stop, step);
          }
          default:
            throw rt.error("TypeError", `range expected at most 3 arguments, got ${args.length}`);
        }
      },
      tp$init() {
        // the arguments went to tp$new
      },
      $r(this: Range) {
        return rt.str(`range(${this.start}, ${this.stop}${this.step === 1 ? "" : `, ${this.step}`})`);
      },
      tp$hash(this: Range) {
        const first = this.length === 0 ? 0 : int.hashInt(this.start);
        const step = this.length === 0 || this.length === 1 ? 0 : int.hashInt(this.step);
        return combineHashes([int.hashInt(this.length), first, step], 2);
      },
      tp$richcompare(this: Range, other: PyObject, op: Operator) {
        if (other.ob$type !== construct || (op !== "Eq" && op !== "NotEq")) return rt.notImplemented;
        const o = other as unknown as Range;
        const equal =
          this.length === o.length &&
          (this.length === 0 || (this.start === o.start && (this.length === 1 || this.step === o.step)));
        return (op === "Eq") === equal;
      },
      tp$iter(this: Range) {
        return new rt.types.range_iterator(this.start, this.step, this.length);
      },
      sq$length(this: Range) {
        if (typeof this.length === "bigint" && this.length > 9223372036854775807n)
          throw rt.error("OverflowError", "Python int too large to convert to C ssize_t");
        return this.length;
      },
      sq$contains(this: Range, x: PyObject) {
        if (plain(x)) return find(this, x.v as Int) !== -1;
        return sequential(this, x) !== -1;
      },
      nb$bool(this: Range) {
        return this.length !== 0;
      },
      mp$subscript(this: Range, key: PyObject) {
        if (hasIndex(rt, key)) {
          let i = index(rt, key);
          if (i < 0) i = int.add(i, this.length);
          if (i < 0 || i >= this.length) throw rt.error("IndexError", "range object index out of range");
          return rt.int(at(this, i));
        }
        if (key.ob$type !== rt.types.slice)
          throw rt.error("TypeError", `range indices must be integers or slices, not ${rt.tpName(key)}`);
        const [start, stop, step] = sliceInts(rt, key, this.length);
        return new Make(at(this, start), at(this, stop), int.multiply(rt, this.step, step));
      },
    },
    methods: {
      __reversed__: [
        "(self, /)",
        (self: Range) =>
          new rt.types.range_iterator(
            self.length === 0 ? 0 : at(self, int.subtract(self.length, 1)),
            int.negate(self.step),
            self.length,
          ),
      ],
      __reduce__: [
        "(self, /)",
        (self: Range) =>
          rt.tuple([construct, rt.tuple([rt.int(self.start), rt.int(self.stop), rt.int(self.step)])]),
      ],
      count: [
        "(self, value, /)",
        (self: Range, x: PyObject) => {
          if (plain(x)) return rt.int(find(self, x.v as Int) === -1 ? 0 : 1);
          let n = 0;
          for (const y of rt.iterate(self)) if (rt.equals(y, x)) n++;
          return rt.int(n);
        },
      ],
      index: [
        "(self, value, /)",
        (self: Range, x: PyObject) => {
          const i = plain(x) ? find(self, x.v as Int) : sequential(self, x);
          if (i === -1) {
            throw plain(x)
              ? rt.error("ValueError", `${rt.repr(x)} is not in range`)
              : rt.error("ValueError", "sequence.index(x): x not in sequence");
          }
          return rt.int(i);
        },
      ],
    },
    getset: {
      start: { get: (self: Range) => rt.int(self.start) },
      stop: { get: (self: Range) => rt.int(self.stop) },
      step: { get: (self: Range) => rt.int(self.step) },
    },
    proto: { $closed: true },
  };
}

interface RangeIterator {
  next: Int;
  step: Int;
  left: Int;
  /** Steps done, of `left` plus these in all; for __reduce__ and __setstate__. */
  length: Int;
}

export function rangeIteratorSpec(rt: Rt): TypeSpec {
  const done = (self: RangeIterator): Int => int.subtract(self.length, self.left);
  const move = (self: RangeIterator, steps: Int): void => {
    self.next = int.add(self.next, int.multiply(rt, steps, self.step));
    self.left = int.subtract(self.left, steps);
  };
  return {
    name: "range_iterator",
    subclassable: false,
    construct: function (this: RangeIterator, start: Int, step: Int, length: Int) {
      this.next = start;
      this.step = step;
      this.left = length;
      this.length = length;
    },
    slots: {
      tp$iter(this: RangeIterator) {
        return this;
      },
      tp$iternext(this: RangeIterator) {
        const { next, step, left } = this;
        if (left === 0) return undefined;
        if (typeof next === "number" && typeof left === "number" && typeof step === "number") {
          this.left = left - 1;
          const following = next + step;
          this.next = Number.isSafeInteger(following) ? following : int.add(next, step);
        } else {
          this.left = int.subtract(left, 1);
          this.next = int.add(next, step);
        }
        return rt.int(next);
      },
    },
    methods: {
      __length_hint__: ["(self, /)", (self: RangeIterator) => rt.int(self.left)],
      __reduce__: [
        "(self, /)",
        (self: RangeIterator) => {
          const at = done(self);
          const start = int.subtract(self.next, int.multiply(rt, at, self.step));
          const stop = int.add(start, int.multiply(rt, self.length, self.step));
          return rt.tuple([
            rt.builtin("iter"),
            rt.tuple([new rt.types.range(start, stop, self.step)]),
            rt.int(at),
          ]);
        },
      ],
      __setstate__: [
        "(self, state, /)",
        (self: RangeIterator, state: PyObject) => {
          let to = index(rt, state);
          if (to < 0) to = 0;
          else if (to > self.length) to = self.length;
          move(self, int.subtract(to, done(self)));
        },
      ],
    },
  };
}

/** start, stop, step of a slice over a length of any size (PySlice's `_PySlice_GetLongIndices`). */
export function sliceInts(rt: Rt, slice: PyObject, length: Int): [Int, Int, Int] {
  const get = (o: PyObject): Int => {
    if (!hasIndex(rt, o))
      throw rt.error("TypeError", "slice indices must be integers or None or have an __index__ method");
    return index(rt, o);
  };
  const step = slice.step === rt.none ? 1 : get(slice.step);
  if (step === 0) throw rt.error("ValueError", "slice step cannot be zero");
  const low: Int = step < 0 ? -1 : 0;
  const high: Int = step < 0 ? int.subtract(length, 1) : length;
  const clamp = (o: PyObject, absent: Int): Int => {
    if (o === rt.none) return absent;
    let v = get(o);
    if (v < 0) {
      v = int.add(v, length);
      return v < low ? low : v;
    }
    return v > high ? high : v;
  };
  return [clamp(slice.start, step < 0 ? high : low), clamp(slice.stop, step < 0 ? low : high), step];
}

interface Slice {
  start: PyObject;
  stop: PyObject;
  step: PyObject;
}

export function createSlice(rt: Rt) {
  return function slice(this: Slice, start?: PyObject, stop?: PyObject, step?: PyObject): void {
    this.start = start ?? rt.none;
    this.stop = stop ?? rt.none;
    this.step = step ?? rt.none;
  };
}

export function sliceSpec(rt: Rt, construct: any): TypeSpec {
  const parts = (s: Slice): PyObject[] => [s.start, s.stop, s.step];
  return {
    name: "slice",
    construct,
    subclassable: false,
    doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
    slots: {
      tp$new(this: any, args: readonly PyObject[], kw?: readonly unknown[]) {
        if (kw !== undefined && kw.length > 0)
          throw rt.error("TypeError", "slice() takes no keyword arguments");
        if (args.length === 0) throw rt.error("TypeError", "slice expected at least 1 argument, got 0");
        if (args.length > 3)
          throw rt.error("TypeError", `slice expected at most 3 arguments, got ${args.length}`);
        return args.length === 1 ? new construct(rt.none, args[0], rt.none) : new construct(...args);
      },
      tp$init() {
        // the arguments went to tp$new
      },
      tp$hash: rt.unhashable,
      $r(this: Slice) {
        return rt.str(
          `slice(${parts(this)
            .map((x) => rt.repr(x))
            .join(", ")})`,
        );
      },
      tp$richcompare(this: Slice, other: PyObject, op: Operator) {
        if (other.ob$type !== construct) return rt.notImplemented;
        return compareArrays(rt, parts(this), parts(other), op);
      },
    },
    methods: {
      indices: [
        "(self, length, /)",
        (self: Slice, length: PyObject) => {
          const n = index(rt, length);
          if (n < 0) throw rt.error("ValueError", "length should not be negative");
          return rt.tuple(sliceInts(rt, self as any, n).map((x) => rt.int(x)));
        },
      ],
      __reduce__: ["(self, /)", (self: Slice) => rt.tuple([construct, rt.tuple(parts(self))])],
    },
    getset: {
      start: { get: (self: Slice) => self.start },
      stop: { get: (self: Slice) => self.stop },
      step: { get: (self: Slice) => self.step },
    },
  };
}
