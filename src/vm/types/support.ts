/**
 * Small helpers over the slots that several types share: iteration, indices, comparison results, guarded repr,
 * instances of subclasses. No state of its own.
 */
import type { NativeSpec } from "../runtime/native.js";
import type { CompareOp as Operator } from "../runtime/objects.js";
import type { Runtime } from "../runtime/runtime.js";
import type { Hash, PyObject } from "./dict/core.js";

export type { PyObject } from "./dict/core.js";
export type { TypeSpec } from "../runtime/native.js";
export type { CompareOp as Operator, KwArgs } from "../runtime/objects.js";

export type Rt = Runtime;
/** A native function: signature, implementation, docstring. */
export type Native = NativeSpec;

/** The result of one operator, given an ordering. */
export function fromOrder(order: number, op: Operator): boolean {
  switch (op) {
    case "Eq":
      return order === 0;
    case "NotEq":
      return order !== 0;
    case "Lt":
      return order < 0;
    case "LtE":
      return order <= 0;
    case "Gt":
      return order > 0;
    case "GtE":
      return order >= 0;
  }
}

/** `a op b` as a truth value. */
export const compareBool = (rt: Rt, a: PyObject, b: PyObject, op: Operator): boolean =>
  rt.compareBool(a, b, op);

/** `a is b or a == b`, which containers use. */
export const same = (rt: Rt, a: PyObject, b: PyObject): boolean => a === b || rt.equals(a, b);

/** `iter(o)`. */
export const iter = (rt: Rt, o: PyObject): PyObject => rt.iter(o);

/** All items of an iterable in a fresh JS array; charges a step an item. */
export const toArray = (rt: Rt, o: PyObject): PyObject[] => rt.toArray(o);

/** Calls back for each item. */
export function each(rt: Rt, o: PyObject, use: (x: PyObject) => void): void {
  const it = iter(rt, o);
  let n = 0;
  for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext()) {
    use(x);
    if ((++n & 1023) === 0) rt.budget.step(1024);
  }
}

/** A bare instance of a class that extends `type`, or of `type` itself made by `make`. */
export function instance<T>(rt: Rt, cls: PyObject, type: PyObject, fill: (o: T) => void): T {
  const o = (cls === type ? Object.create(type.prototype as object) : rt.alloc(cls)) as T;
  fill(o);
  return o;
}

/** `operator.index(o)` as a JS number or bigint; TypeError with CPython's text. */
export function index(
  rt: Rt,
  o: PyObject,
  message = (t: string) => `'${t}' object cannot be interpreted as an integer`,
): number | bigint {
  if (rt.isInt(o)) return o.v as number | bigint;
  if (o.nb$index === undefined) throw rt.error("TypeError", message(rt.tpName(o)));
  return o.nb$index().v as number | bigint;
}

/** Has it `__index__`? */
export const hasIndex = (rt: Rt, o: PyObject): boolean => o.nb$index !== undefined || rt.isInt(o);

/** An index that must fit Py_ssize_t; otherwise `type` ("IndexError", "OverflowError") is raised. */
export function ssize(rt: Rt, o: PyObject, type = "OverflowError"): number {
  const v = index(rt, o);
  if (typeof v === "bigint" && (v > 9223372036854775807n || v < -9223372036854775808n))
    throw rt.error(
      type,
      type === "OverflowError"
        ? "Python int too large to convert to C ssize_t"
        : `cannot fit '${rt.tpName(o)}' into an index-sized integer`,
    );
  return Number(v);
}

/** An index clamped as in slices and `start`/`end` arguments: out of range saturates. None gives `absent`. */
export function sliceIndex(rt: Rt, o: PyObject, absent: number): number {
  if (o === undefined || o === rt.none) return absent;
  if (!hasIndex(rt, o))
    throw rt.error("TypeError", "slice indices must be integers or None or have an __index__ method");
  const v = index(rt, o);
  return typeof v === "bigint" ? (v < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER) : v;
}

/** The same without None, as the bounds of `list.index`. */
export function boundIndex(rt: Rt, o: PyObject): number {
  if (!hasIndex(rt, o))
    throw rt.error("TypeError", "slice indices must be integers or have an __index__ method");
  return sliceIndex(rt, o, 0);
}

/** `start`/`end` made relative to a length, as `str.find(sub, start, end)` has them. */
export function adjust(start: number, end: number, length: number): readonly [number, number] {
  if (end > length) end = length;
  else if (end < 0) end = Math.max(0, end + length);
  if (start < 0) start = Math.max(0, start + length);
  return [start, end];
}

/** Start, stop, step and count of a slice object over a length (PySlice_AdjustIndices). */
export function sliceRange(
  rt: Rt,
  slice: PyObject,
  length: number,
): { start: number; stop: number; step: number; count: number } {
  let step = 1;
  if (slice.step !== rt.none) {
    step = sliceIndex(rt, slice.step, 1);
    if (step === 0) throw rt.error("ValueError", "slice step cannot be zero");
  }
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? length - 1 : length;
  const clamp = (o: PyObject, absent: number): number => {
    if (o === rt.none) return absent;
    let i = sliceIndex(rt, o, absent);
    if (i < 0) {
      i += length;
      if (i < low) i = low;
    } else if (i > high) i = high;
    return i;
  };
  const start = clamp(slice.start, step < 0 ? high : low);
  const stop = clamp(slice.stop, step < 0 ? low : high);
  const count =
    step < 0
      ? stop < start
        ? Math.floor((start - stop - 1) / -step) + 1
        : 0
      : start < stop
        ? Math.floor((stop - start - 1) / step) + 1
        : 0;
  return { start, stop, step, count };
}

/** Runs a repr of a container once for each object at a time; `again` stands for the object inside itself. */
export function guarded(rt: Rt, active: Set<object>, o: object, again: string, make: () => string): string {
  if (active.has(o)) return again;
  if (active.size >= rt.budget.limits.depth)
    throw rt.error("RecursionError", "maximum recursion depth exceeded while getting the repr of an object");
  active.add(o);
  try {
    return make();
  } finally {
    active.delete(o);
  }
}

/** Combines element hashes as tuple does (order matters); deterministic. */
export function combineHashes(hashes: readonly Hash[], seed: number): number {
  let a = 0x345678 ^ seed;
  let b = 0x9e3779b9;
  const n = hashes.length;
  for (let i = 0; i < n; i++) {
    const h = hashes[i];
    const v = typeof h === "bigint" ? Number(BigInt.asIntN(52, h)) : h;
    const low = v | 0;
    const high = v === low ? low >> 31 : Math.floor(v / 4294967296) | 0;
    a = Math.imul(a ^ low, 0x85ebca6b);
    a = (a << 13) | (a >>> 19);
    a = (Math.imul(a, 5) + 0x52dce729) ^ high;
    b = Math.imul(b ^ (low + i), 0xc2b2ae35);
    b ^= b >>> 15;
    b = (b + Math.imul(high, 0x27d4eb2f)) | 0;
  }
  a ^= n;
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
  b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  return (b >>> 12) * 4294967296 + (a >>> 0);
}
