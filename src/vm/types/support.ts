/**
 * What the builtin types need of the runtime (`Rt`, which Runtime satisfies), and small helpers over the slots that
 * several types share: iteration, indices, comparison results, guarded repr. No state of its own.
 */
import type { Hash, PyObject } from "./dict/core.js";

export type { PyObject } from "./dict/core.js";

/** Keyword arguments: `[name, value, name, value]` with JS string names. */
export type KwArgs = readonly (string | PyObject)[];

/** A native function of a Python signature. */
export type Native = readonly [signature: string, fn: (...args: any[]) => any, doc?: string];

/** A builtin type: `construct` is the plain function whose instances are the type's objects. */
export interface TypeSpec {
  readonly name: string;
  readonly module?: string;
  readonly base?: PyObject;
  readonly construct: (this: any, ...args: any[]) => void;
  readonly new?: Native;
  readonly init?: Native;
  readonly methods?: Readonly<Record<string, Native>>;
  readonly classMethods?: Readonly<Record<string, Native>>;
  readonly staticMethods?: Readonly<Record<string, Native>>;
  readonly getset?: Readonly<
    Record<
      string,
      {
        get: (self: any) => PyObject;
        set?: (self: any, value: PyObject | undefined) => void;
        doc?: string;
      }
    >
  >;
  readonly slots?: Readonly<Record<string, any>>;
  /** Internal properties of the prototype. */
  readonly proto?: object;
  readonly doc?: string;
  /** False when a class can't extend it ("type 'bool' is not an acceptable base type"). */
  readonly subclassable?: boolean;
}

/** The part of Runtime that the types use. */
export interface Rt {
  readonly budget: {
    allocate(bytes: number): void;
    step(n?: number): void;
    readonly limits: { integerBits: number };
  };
  readonly none: PyObject;
  readonly true: PyObject;
  readonly false: PyObject;
  readonly notImplemented: PyObject;
  readonly ellipsis: PyObject;
  /** A Python exception with one message. */
  error(type: string, message: string): unknown;
  /** A Python exception with these arguments. */
  errorWith(type: string, args: readonly PyObject[]): unknown;
  isException(e: unknown, type?: string): boolean;
  isSubtype(type: PyObject, base: PyObject): boolean;
  call(f: PyObject, args: readonly PyObject[], kw?: KwArgs): PyObject;
  getattr(o: PyObject, name: string): PyObject;
  lookup(o: PyObject, name: string): PyObject | undefined;
  /** A special method found on the type and bound to the object. */
  lookupSpecial(o: PyObject, name: string): PyObject | undefined;
  typeName(o: PyObject): string;
  repr(o: PyObject): string;
  strOf(o: PyObject): string;
  isTrue(o: PyObject): boolean;
  /** A bare instance of a class. */
  alloc(cls: PyObject): PyObject;
  /** A builtin function or type by name. */
  builtin(name: string): PyObject;
  /** `cls[item]` of a generic builtin. */
  genericAlias(cls: PyObject, item: PyObject): PyObject;
  defineType(spec: TypeSpec): PyObject;
  fn(signature: string, fn: (...args: any[]) => any, doc?: string): PyObject;
  /** The types made here, for each other: filled in by installTypes in its order. */
  readonly types: TypeTable;
}

/** The constructors of the builtin types of one VM. */
export interface TypeTable {
  [name: string]: any;
}

/** `_` in comparisons: the JS result of one operator given an ordering. */
export type Operator = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE";

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

const swapped: Readonly<Record<Operator, Operator>> = {
  Eq: "Eq",
  NotEq: "NotEq",
  Lt: "Gt",
  LtE: "GtE",
  Gt: "Lt",
  GtE: "LtE",
};
export const symbolOfOperator: Readonly<Record<Operator, string>> = {
  Eq: "==",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
};

/** `a op b` as Python does it: a subclass on the right goes first, then reflection, then identity or TypeError. */
export function richCompare(rt: Rt, a: PyObject, b: PyObject, op: Operator): PyObject | boolean {
  const ta = a.ob$type;
  const tb = b.ob$type;
  let reflectedTried = false;
  const back = swapped[op];
  if (ta !== tb && b.tp$richcompare !== a.tp$richcompare && rt.isSubtype(tb, ta)) {
    reflectedTried = true;
    const r = b.tp$richcompare(a, back);
    if (r !== rt.notImplemented) return r;
  }
  let r = a.tp$richcompare(b, op);
  if (r !== rt.notImplemented) return r;
  if (!reflectedTried) {
    r = b.tp$richcompare(a, back);
    if (r !== rt.notImplemented) return r;
  }
  if (op === "Eq") return a === b;
  if (op === "NotEq") return a !== b;
  throw rt.error(
    "TypeError",
    `'${symbolOfOperator[op]}' not supported between instances of '${rt.typeName(a)}' and '${rt.typeName(b)}'`,
  );
}

/** The same as a truth value. */
export function compareBool(rt: Rt, a: PyObject, b: PyObject, op: Operator): boolean {
  const r = richCompare(rt, a, b, op);
  return typeof r === "boolean" ? r : rt.isTrue(r);
}

/** `a is b or a == b`, which containers use. */
export function same(rt: Rt, a: PyObject, b: PyObject): boolean {
  if (a === b) return true;
  return compareBool(rt, a, b, "Eq");
}

/** `iter(o)`. */
export function iter(rt: Rt, o: PyObject): { tp$iternext(): PyObject | undefined } {
  if (typeof o.tp$iter === "function") {
    const it = o.tp$iter();
    if (it.tp$iternext === undefined)
      throw rt.error("TypeError", `iter() returned non-iterator of type '${rt.typeName(it)}'`);
    return it;
  }
  if (o.mp$subscript !== undefined && !o.$noSequence) return new rt.types.iterator(o);
  throw rt.error("TypeError", `'${rt.typeName(o)}' object is not iterable`);
}

/** All items of an iterable in a fresh JS array; charges a step an item. */
export function toArray(rt: Rt, o: PyObject): PyObject[] {
  const { list, tuple } = rt.types;
  if ((o.ob$type === list || o.ob$type === tuple) && Array.isArray(o.v)) {
    rt.budget.allocate(o.v.length * 8);
    return o.v.slice();
  }
  const out: PyObject[] = [];
  const it = iter(rt, o);
  for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext()) {
    out.push(x);
    if ((out.length & 1023) === 0) {
      rt.budget.step(1024);
      rt.budget.allocate(out.length * 8);
    }
  }
  return out;
}

/** Calls back for each item. */
export function each(rt: Rt, o: PyObject, use: (x: PyObject) => void): void {
  const it = iter(rt, o);
  let n = 0;
  for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext()) {
    use(x);
    if ((++n & 1023) === 0) rt.budget.step(1024);
  }
}

export const isInt = (rt: Rt, o: PyObject): boolean =>
  o.ob$type === rt.types.int || o instanceof rt.types.int;
export const isStr = (rt: Rt, o: PyObject): boolean =>
  o.ob$type === rt.types.str || o instanceof rt.types.str;

/** `operator.index(o)` as a JS number or bigint; TypeError with CPython's text. */
export function index(
  rt: Rt,
  o: PyObject,
  message = (t: string) => `'${t}' object cannot be interpreted as an integer`,
): number | bigint {
  if (isInt(rt, o)) return o.v;
  const f = o.nb$index === undefined ? rt.lookupSpecial(o, "__index__") : undefined;
  if (o.nb$index === undefined && f === undefined) throw rt.error("TypeError", message(rt.typeName(o)));
  const r = f === undefined ? o.nb$index() : rt.call(f, []);
  if (typeof r === "number" || typeof r === "bigint") return r;
  if (!isInt(rt, r)) throw rt.error("TypeError", `__index__ returned non-int (type ${rt.typeName(r)})`);
  return r.v;
}

/** Has it `__index__`? */
export const hasIndex = (rt: Rt, o: PyObject): boolean =>
  isInt(rt, o) || o.nb$index !== undefined || rt.lookupSpecial(o, "__index__") !== undefined;

/** An index that must fit Py_ssize_t; otherwise `type` ("IndexError", "OverflowError") is raised. */
export function ssize(rt: Rt, o: PyObject, type = "OverflowError"): number {
  const v = index(rt, o);
  if (typeof v === "bigint" && (v > 9223372036854775807n || v < -9223372036854775808n))
    throw rt.error(
      type,
      type === "OverflowError"
        ? "Python int too large to convert to C ssize_t"
        : `cannot fit '${rt.typeName(o)}' into an index-sized integer`,
    );
  return Number(v);
}

/** An index clamped as in slices and `start`/`end` arguments: out of range saturates. None gives `absent`. */
export function sliceIndex(rt: Rt, o: PyObject | undefined, absent: number): number {
  if (o === undefined || o === rt.none) return absent;
  if (!hasIndex(rt, o))
    throw rt.error("TypeError", "slice indices must be integers or None or have an __index__ method");
  const v = index(rt, o);
  return typeof v === "bigint" ? (v < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER) : v;
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
export function guarded(active: Set<object>, o: object, again: string, make: () => string): string {
  if (active.has(o)) return again;
  active.add(o);
  try {
    return make();
  } finally {
    active.delete(o);
  }
}

/** Combines element hashes as tuple does (order matters); deterministic. */
export function combineHashes(hashes: Iterable<Hash>, seed: number): number {
  let a = 0x345678 ^ seed;
  let b = 0x9e3779b9;
  let n = 0;
  for (const h of hashes) {
    const v = typeof h === "bigint" ? Number(BigInt.asIntN(52, h)) : h;
    const low = v | 0;
    const high = Math.floor(v / 4294967296) | 0;
    a = Math.imul(a ^ low, 0x85ebca6b);
    a = (a << 13) | (a >>> 19);
    a = (Math.imul(a, 5) + 0x52dce729) ^ high;
    b = Math.imul(b ^ (low + n), 0xc2b2ae35);
    b ^= b >>> 15;
    b = (b + Math.imul(high, 0x27d4eb2f)) | 0;
    n++;
  }
  a ^= n;
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
  b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  return (b >>> 12) * 4294967296 + (a >>> 0);
}
