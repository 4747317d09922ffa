/**
 * Between JavaScript and Python values, and a few operations too long for the runtime's list: item access with
 * `__class_getitem__`, generic aliases, the steps of a class statement.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import { tpName, type KwArgs, type PyCell, type PyObject, type PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";

const smallLow = -5;
const smallHigh = 1024;

export class Conversions {
  private small: PyObject[] = [];
  private tuple0: PyObject | undefined;
  private makeStr!: new (s: string) => PyObject;
  private makeInt!: new (n: number | bigint) => PyObject;

  constructor(private readonly rt: Runtime) {}

  /** The constructors of str and int exist now, though not all of their methods. */
  constructors(): void {
    this.makeStr = this.rt.types["str"];
    this.makeInt = this.rt.types["int"];
  }

  /** The builtin types exist now. */
  ready(): void {
    const { rt } = this;
    // the small ints that arithmetic shares, so that `is` agrees
    this.small = rt.types["int"].$small as PyObject[];
    this.tuple0 = new rt.types["tuple"]([]) as PyObject;
  }

  str(s: string): PyObject {
    return new this.makeStr(s);
  }

  int(n: number | bigint): PyObject {
    if (typeof n === "bigint") {
      if (n >= -9007199254740991n && n <= 9007199254740991n) n = Number(n);
      else return new this.makeInt(n);
    }
    if (n >= smallLow && n <= smallHigh) {
      const cached = this.small[n - smallLow];
      if (cached !== undefined) return cached;
    }
    if (!Number.isSafeInteger(n)) {
      if (!Number.isInteger(n)) throw new SandbakeError("native-result", `rt.int(${n}): not an integer`);
      return new this.makeInt(BigInt(n));
    }
    return new this.makeInt(n);
  }

  emptyTuple(): PyObject {
    return this.tuple0 ?? (new this.rt.types["tuple"]([]) as PyObject);
  }

  /**
   * undefined, null: None; boolean; string: str; bigint: int; number: int when it is an integer, else float; Uint8Array:
   * bytes; array: list; Map: dict; Set: set; a plain record: dict; a Python object: itself.
   */
  fromJs(v: unknown): PyObject {
    const { rt } = this;
    switch (typeof v) {
      case "undefined":
        return rt.none;
      case "boolean":
        return rt.bool(v);
      case "string":
        return rt.str(v);
      case "bigint":
        return rt.int(v);
      case "number":
        return Number.isSafeInteger(v) && !Object.is(v, -0) ? rt.int(v) : rt.float(v);
      case "object": {
        if (v === null) return rt.none;
        if ((v as any).ob$type !== undefined) return rt.own(v as PyObject);
        if (v instanceof Uint8Array) return rt.bytes(v);
        if (Array.isArray(v)) return rt.list(v.map((x) => this.fromJs(x)));
        if (v instanceof Map)
          return rt.dict([...v].map(([k, x]) => [this.fromJs(k), this.fromJs(x)] as const));
        if (v instanceof Set) return rt.call(rt.types["set"], [rt.list([...v].map((x) => this.fromJs(x)))]);
        const proto: unknown = Object.getPrototypeOf(v);
        if (proto === Object.prototype || proto === null) {
          return rt.dict(Object.entries(v).map(([k, x]) => [k, this.fromJs(x)] as const));
        }
        break;
      }
      case "function":
        if ((v as any).ob$type !== undefined) return rt.own(v as unknown as PyObject);
        break;
      case "symbol":
        break;
    }
    throw new SandbakeError("no-conversion", `no Python value for a JavaScript ${typeof v}`);
  }

  /**
   * None: undefined; bool, int (number if safe, else bigint), float, str, bytes (Uint8Array); list and tuple: array;
   * dict: Map; set and frozenset: Set; anything else: the Python object itself.
   */
  toJs(o: PyObject): unknown {
    const { rt } = this;
    const { types } = rt;
    if (o === rt.none) return undefined;
    if (o === rt.true) return true;
    if (o === rt.false) return false;
    if (rt.isInt(o) || rt.isStr(o) || rt.isInstance(o, types["float"])) return o.v;
    if (rt.isInstance(o, types["list"]) || rt.isInstance(o, types["tuple"]))
      return [...rt.iterate(o)].map((x) => this.toJs(x));
    if (rt.isInstance(o, types["dict"])) {
      const out = new Map<unknown, unknown>();
      for (const k of rt.iterate(o)) out.set(this.toJs(k), this.toJs(rt.getItem(o, k)));
      return out;
    }
    if (rt.isInstance(o, types["bytes"])) return o.v;
    if (rt.isInstance(o, types["set"]) || rt.isInstance(o, types["frozenset"]))
      return new Set([...rt.iterate(o)].map((x) => this.toJs(x)));
    return o;
  }

  getItem(o: PyObject, key: PyObject): PyObject {
    const { rt } = this;
    if (o.mp$subscript !== undefined) return o.mp$subscript(key);
    if (rt.isType(o)) {
      if (o === rt.types["type"]) return this.genericAlias(o, key);
      const f = rt.lookup(o, "__class_getitem__");
      if (f !== undefined) return rt.call(f, [key]);
      throw rt.error("TypeError", `type '${tpName(o)}' is not subscriptable`);
    }
    throw rt.error("TypeError", `'${rt.tpName(o)}' object is not subscriptable`);
  }

  genericAlias(origin: PyObject, item: PyObject): PyObject {
    const { rt } = this;
    const args = rt.isInstance(item, rt.types["tuple"]) ? (item.v as PyObject[]) : [item];
    return new rt.types["GenericAlias"](origin, rt.tuple([...args])) as PyObject;
  }

  buildClass(
    name: string,
    basesGiven: readonly PyObject[],
    body: ((ns: PyObject) => PyCell | undefined | void) | Map<string, PyObject> | Record<string, PyObject>,
    kw: KwArgs | undefined,
  ): PyObject {
    const { rt } = this;
    // __mro_entries__ (PEP 560)
    let bases: PyObject[] = [...basesGiven];
    let replaced = false;
    if (bases.some((b) => !rt.isType(b))) {
      const original = rt.tuple([...bases]);
      bases = bases.flatMap((b) => {
        if (rt.isType(b)) return [b];
        const f = rt.lookupSpecial(b, "__mro_entries__") ?? rt.lookup(b, "__mro_entries__");
        if (f === undefined) return [b];
        const entries = rt.call(f, [original]);
        if (!rt.isInstance(entries, rt.types["tuple"]))
          throw rt.error("TypeError", "__mro_entries__ must return a tuple");
        replaced = true;
        return entries.v as PyObject[];
      });
    }
    // metaclass
    let rest: KwArgs | undefined = kw;
    let meta: PyObject | undefined;
    if (kw !== undefined) {
      const at = kw.findIndex((k, i) => i % 2 === 0 && k === "metaclass");
      if (at >= 0) {
        meta = kw[at + 1] as PyObject;
        rest = [...kw.slice(0, at), ...kw.slice(at + 2)];
      }
    }
    meta ??= bases.length > 0 ? bases[0].ob$type : (rt.types["type"] as PyObject);
    if (rt.isType(meta)) meta = rt.typeSystem.calculateMeta(meta, bases);
    const basesTuple = rt.tuple([...bases]);
    const prepare = rt.lookup(meta, "__prepare__");
    const ns = prepare === undefined ? rt.newDict() : rt.call(prepare, [rt.str(name), basesTuple], rest);
    if (ns.mp$subscript === undefined || ns.mp$ass_subscript === undefined) {
      const label = rt.isType(meta) ? meta.$name : "<metaclass>";
      throw rt.error("TypeError", `${label}.__prepare__() must return a mapping, not ${rt.tpName(ns)}`);
    }
    let cell: PyCell | undefined;
    if (typeof body === "function") {
      cell = body(ns) ?? undefined;
    } else {
      for (const [k, v] of body instanceof Map ? body : Object.entries(body)) rt.setItem(ns, rt.str(k), v);
    }
    if (replaced) rt.setItem(ns, rt.str("__orig_bases__"), rt.tuple([...basesGiven]));
    if (cell !== undefined) rt.setItem(ns, rt.str("__classcell__"), cell);
    const cls = rt.call(meta, [rt.str(name), basesTuple, ns], rest);
    if (cell !== undefined && rt.isType(cls) && cell.v !== cls) {
      if (cell.v === undefined) {
        throw rt.error(
          "RuntimeError",
          `__class__ not set defining '${name}' as ${rt.repr(cls)}. Was __classcell__ propagated to type.__new__?`,
        );
      }
      throw rt.error(
        "TypeError",
        `__class__ set to ${rt.repr(cell.v)} defining '${name}' as ${rt.repr(cls)}`,
      );
    }
    return cls;
  }

  /** The entries of a namespace mapping with string keys, in order. */
  namespaceEntries(ns: PyObject): Map<string, PyObject> {
    const { rt } = this;
    const out = new Map<string, PyObject>();
    for (const k of rt.iterate(ns)) if (rt.isStr(k)) out.set(k.v as string, rt.getItem(ns, k));
    return out;
  }

  /** Whether a type came from `class` or `type()`. */
  isHeap(t: PyType): boolean {
    return t.$heap;
  }
}
