/** What list and tuple share: comparison, search, slices, repetition; over JS arrays of Python objects. */
import type { Operator, PyObject, Rt, TypeSpec } from "../support.js";
import { boundIndex, fromOrder, hasIndex, sliceRange, ssize } from "../support.js";

/** Lexicographic comparison of two arrays; a JS boolean, or what the deciding items' comparison gave. */
export function compareArrays(rt: Rt, a: readonly PyObject[], b: readonly PyObject[], op: Operator): any {
  if (a.length !== b.length) {
    if (op === "Eq") return false;
    if (op === "NotEq") return true;
  }
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a[i];
    const y = b[i];
    if (x === y) continue;
    if (rt.equals(x, y)) continue;
    // a comparison may have shortened the lists: then their sizes decide, as in CPython
    if (i >= a.length || i >= b.length) break;
    if (op === "Eq") return false;
    if (op === "NotEq") return true;
    return rt.richCompare(x, y, op);
  }
  return fromOrder(a.length - b.length, op);
}

export function containsItem(rt: Rt, items: readonly PyObject[], x: PyObject): boolean {
  const Str = rt.types["str"];
  const text: unknown = x.ob$type === Str ? x.v : undefined;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    // Two texts are compared at once.
    if (item === x || (text !== undefined && item.ob$type === Str ? item.v === text : rt.equals(item, x)))
      return true;
  }
  return false;
}

export function countItem(rt: Rt, items: readonly PyObject[], x: PyObject): number {
  let n = 0;
  for (let i = 0; i < items.length; i++) if (items[i] === x || rt.equals(items[i], x)) n++;
  return n;
}

/** First index of x in items[start:stop], or -1. */
export function indexOfItem(
  rt: Rt,
  items: readonly PyObject[],
  x: PyObject,
  start: number,
  stop: number,
): number {
  if (start < 0) start = Math.max(0, start + items.length);
  if (stop < 0) stop = Math.max(0, stop + items.length);
  for (let i = start; i < stop && i < items.length; i++)
    if (items[i] === x || rt.equals(items[i], x)) return i;
  return -1;
}

/** The method `index` of both types; `missing` words its ValueError. */
export function indexMethod(
  rt: Rt,
  missing: (x: PyObject) => string,
): NonNullable<TypeSpec["methods"]>[string] {
  return [
    "(self, value, start=0, stop=9223372036854775807, /)",
    (self: { v: PyObject[] }, x: PyObject, start: PyObject, stop: PyObject) => {
      const i = indexOfItem(rt, self.v, x, boundIndex(rt, start), boundIndex(rt, stop));
      if (i < 0) throw rt.error("ValueError", missing(x));
      return rt.int(i);
    },
  ];
}

/** items[slice] as a fresh array. */
export function sliceArray(rt: Rt, items: readonly PyObject[], key: PyObject): PyObject[] {
  const { start, step, count } = sliceRange(rt, key, items.length);
  if (count <= 0) return [];
  if (step === 1) return items.slice(start, start + count);
  const out: PyObject[] = new Array<PyObject>(count);
  for (let i = 0, k = start; i < count; i++, k += step) out[i] = items[k];
  return out;
}

/** items * count as a fresh array, charged first. */
export function repeatArray(rt: Rt, items: readonly PyObject[], count: PyObject): PyObject[] {
  const n = repeatCount(rt, count);
  if (n <= 0 || items.length === 0) return [];
  const size = items.length * n;
  chargeRepeat(rt, size * 16);
  const out: PyObject[] = new Array<PyObject>(size);
  const m = items.length;
  if (m === 1) out.fill(items[0]);
  else for (let i = 0; i < size; i++) out[i] = items[i % m];
  return out;
}

/** Charges for a result of `bytes` bytes; what no machine holds is MemoryError (or OverflowError with a text). */
export function chargeRepeat(rt: Rt, bytes: number, overflow?: string): void {
  if (overflow !== undefined && bytes >= 2 ** 63) throw rt.error("OverflowError", overflow);
  if (bytes >= 2 ** 44) throw rt.errorWith("MemoryError", []);
  rt.budget.allocate(bytes);
}

export function repeatCount(rt: Rt, count: PyObject): number {
  if (!hasIndex(rt, count))
    throw rt.error("TypeError", `can't multiply sequence by non-int of type '${rt.tpName(count)}'`);
  try {
    return ssize(rt, count);
  } catch (e) {
    if (rt.isException(e, "OverflowError"))
      throw rt.error("OverflowError", `cannot fit '${rt.tpName(count)}' into an index-sized integer`);
    throw e;
  }
}

/** Index of an item within 0..length-1; IndexError with `message`. */
export function itemIndex(rt: Rt, key: PyObject, length: number, message: string): number {
  let i =
    typeof key.v === "number" && key.ob$type === rt.types.int
      ? (key.v as number)
      : ssize(rt, key, "IndexError");
  if (i < 0) i += length;
  if (i < 0 || i >= length) throw rt.error("IndexError", message);
  return i;
}

interface ArrayIterator {
  o: { v: PyObject[] } | undefined;
  i: number;
}

/** list_iterator, list_reverseiterator, tuple_iterator: they read the sequence as it is at each step. */
export function arrayIteratorSpec(rt: Rt, name: string, reverse: boolean): TypeSpec {
  return {
    name,
    subclassable: false,
    construct: function (this: ArrayIterator, o: { v: PyObject[] }) {
      this.o = o;
      this.i = reverse ? o.v.length - 1 : 0;
    },
    slots: {
      tp$iter(this: ArrayIterator) {
        return this;
      },
      tp$iternext: reverse
        ? function (this: ArrayIterator) {
            const o = this.o;
            if (o === undefined) return undefined;
            if (this.i >= 0 && this.i < o.v.length) return o.v[this.i--];
            this.o = undefined;
            return undefined;
          }
        : function (this: ArrayIterator) {
            const o = this.o;
            if (o === undefined) return undefined;
            if (this.i < o.v.length) return o.v[this.i++];
            this.o = undefined;
            return undefined;
          },
    },
    methods: {
      __length_hint__: [
        "(self, /)",
        (self: ArrayIterator) =>
          rt.int(self.o === undefined ? 0 : Math.max(0, reverse ? self.i + 1 : self.o.v.length - self.i)),
      ],
      __reduce__: [
        "(self, /)",
        (self: ArrayIterator) => {
          const builtin = rt.builtin(reverse ? "reversed" : "iter");
          if (self.o === undefined) return rt.tuple([rt.builtin("iter"), rt.tuple([rt.list([])])]);
          return rt.tuple([builtin, rt.tuple([self.o as any]), rt.int(self.i)]);
        },
      ],
      __setstate__: [
        "(self, state, /)",
        (self: ArrayIterator, state: PyObject) => {
          const n = Number(rt.index(state));
          if (self.o !== undefined)
            self.i = reverse
              ? Math.max(-1, Math.min(n, self.o.v.length - 1))
              : Math.max(0, Math.min(n, self.o.v.length));
        },
      ],
    },
  };
}
