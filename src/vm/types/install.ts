/**
 * Makes the builtin types of one VM and puts them in `rt.types`, in an order in which each finds those it needs. Called
 * once by Runtime, after `object`, `type` and the singletons exist and before any other Python object does.
 */
import type { PyObject, Rt, TypeSpec } from "./support.js";
import { createDictConstructor, emptyServices, installTable } from "./dict/core.js";
import { dictSpec } from "./dict/type.js";
import { iteratorSpecs, viewSpecs } from "./dict/views.js";
import { bytearraySpec, bytesIteratorSpec, bytesSpec, createBytearray, createBytes } from "./bytes/type.js";
import { createMemoryview, memoryviewSpec } from "./bytes/memoryview.js";
import { boolSpec, createBool, createInt, intSpec } from "./number/int-type.js";
import { createFloat, floatSpec } from "./number/float-type.js";
import { complexSpec, createComplex } from "./number/complex-type.js";
import { hashInt } from "./number/integer.js";
import { hashFloat } from "./number/integer.js";
import { arrayIteratorSpec } from "./sequence/common.js";
import { sequenceIteratorSpec } from "./sequence/iterator.js";
import { createList, listSpec } from "./sequence/list.js";
import { createRange, createSlice, rangeIteratorSpec, rangeSpec, sliceSpec } from "./sequence/range.js";
import { createTuple, tupleSpec } from "./sequence/tuple.js";
import { createSetConstructor, setIteratorSpec, setSpec } from "./set/type.js";
import { templateCache } from "./str/fields.js";
import { hashString } from "./str/hash.js";
import { strIteratorSpec } from "./str/iterator.js";
import { createStr, strSpec } from "./str/type.js";

/** @throws nothing of Python's: a mistake here is an error of ours at start. */
export function installTypes(rt: Rt): void {
  const { types } = rt;
  /** Containers whose repr is being made. */
  const active = new Set<object>();
  const services = emptyServices();

  // All constructors first: what makes one type may create objects of another.
  const str = (types["str"] = createStr());
  const int = (types["int"] = createInt());
  const float = (types["float"] = createFloat());
  const bool = (types["bool"] = createBool());
  const complex = (types["complex"] = createComplex());
  const tuple = (types["tuple"] = createTuple());
  const list = (types["list"] = createList());
  const dict = (types["dict"] = createDictConstructor(services));
  const set = (types["set"] = createSetConstructor(services));
  const frozenset = (types["frozenset"] = createSetConstructor(services));
  const bytes = (types["bytes"] = createBytes());
  const bytearray = (types["bytearray"] = createBytearray());
  const memoryview = (types["memoryview"] = createMemoryview());
  const range = (types["range"] = createRange());
  const slice = (types["slice"] = createSlice(rt));

  rt.conversions.constructors();

  const define = (spec: TypeSpec): PyObject => {
    const type = (types[spec.name] = rt.defineType(spec));
    const proto = type.prototype;
    if (spec.new === undefined && spec.slots?.["tp$new"] === undefined)
      Object.defineProperty(proto, "tp$new", {
        value: () => {
          throw rt.error("TypeError", `cannot create '${spec.name}' instances`);
        },
        writable: true,
        configurable: true,
      });
    if (proto.$closed === true)
      Object.defineProperty(proto, "$closedCompare", { value: proto.tp$richcompare, writable: true });
    return type;
  };

  define(strSpec(rt, str));
  // str(x), the usual call of the type.
  Object.defineProperty(str, "$call1", {
    value(o: PyObject): PyObject {
      const t = o.ob$type;
      if (t === str) return o;
      return t === int && typeof o.v === "number" ? new (str as any)(String(o.v)) : o.tp$str();
    },
  });
  Object.defineProperty(str, "$errorHandlers", { value: new Map<string, PyObject>() });
  Object.defineProperty(str, "$templates", { value: templateCache(rt) });
  define(intSpec(rt, int));
  define(floatSpec(rt, float));
  define(boolSpec(rt, bool, int));
  rt.true = new types["bool"](1);
  rt.false = new types["bool"](0);
  define(tupleSpec(rt, tuple, active));
  define(complexSpec(rt, complex));
  define(listSpec(rt, list, active));

  const object = types["object"].prototype;
  Object.assign(services, {
    hash: (o: PyObject) => o.tp$hash(),
    equal: (a: PyObject, b: PyObject) => equalKeys(rt, a, b),
    str: (s: string) => new types["str"](s),
    hashString,
    // an entry, its key object and its place in the Map, twice as many
    grow: (entries: number) => rt.budget.allocate(entries * 2 * 150),
    hashNumber: (n: number | bigint) =>
      typeof n === "bigint" || Number.isInteger(n) ? hashInt(n) : hashFloat(n),
    strType: str,
    strHash: str.prototype.tp$hash,
    strEqual: str.prototype.tp$richcompare,
    intHash: int.prototype.tp$hash,
    intEqual: int.prototype.tp$richcompare,
    floatHash: float.prototype.tp$hash,
    floatEqual: float.prototype.tp$richcompare,
    objectHash: object.tp$hash,
    objectEqual: object.tp$richcompare,
  });
  define(dictSpec(rt, dict, active));
  define(setSpec(rt, set, frozenset, false, active));
  define(setSpec(rt, frozenset, set, true, active));
  // defineType may have replaced the prototypes' own properties: the tables' methods go on last.
  for (const t of [dict, set, frozenset]) installTable(t.prototype as object, services);

  define(rangeSpec(rt, range));
  define(sliceSpec(rt, slice));
  define(bytesSpec(rt, bytes));
  define(bytearraySpec(rt, bytearray));
  define(memoryviewSpec(rt, memoryview));

  define(strIteratorSpec(rt, str.prototype.$single as (c: string) => PyObject));
  define(arrayIteratorSpec(rt, "list_iterator", false));
  define(arrayIteratorSpec(rt, "list_reverseiterator", true));
  define(arrayIteratorSpec(rt, "tuple_iterator", false));
  define(rangeIteratorSpec(rt));
  define(setIteratorSpec(rt));
  define(bytesIteratorSpec(rt, "bytes_iterator"));
  define(bytesIteratorSpec(rt, "bytearray_iterator"));
  define(sequenceIteratorSpec(rt));
  for (const spec of iteratorSpecs(rt)) define(spec);
  for (const spec of viewSpecs(rt, active)) define(spec);
}

/** `a == b` for keys of one hash: strings and tuples of strings without a call into Python's protocol. */
function equalKeys(rt: Rt, a: PyObject, b: PyObject): boolean {
  if (a === b) return true;
  const type = a.ob$type;
  if (type === b.ob$type) {
    const { str, tuple } = rt.types;
    if (type === str) return a.v === b.v;
    if (type === tuple) {
      const x = a.v as PyObject[];
      const y = b.v as PyObject[];
      if (x.length !== y.length) return false;
      for (let i = 0; i < x.length; i++) if (!equalKeys(rt, x[i], y[i])) return false;
      return true;
    }
  }
  return rt.equals(a, b);
}
