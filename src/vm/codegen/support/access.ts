/** Attributes, items, calls, iteration and displays as generated code calls them. */
import type { KwArgs, PyObject, PyType } from "../../runtime/objects.js";
import type { Runtime } from "../../runtime/runtime.js";
import type { Shape } from "../../runtime/shape.js";
import type { HashTable } from "../../types/dict/core.js";
import { Attribute } from "./caches.js";

export function access(rt: Runtime): Record<string, unknown> {
  const Dict = rt.types["dict"];
  const Int = rt.types["int"];
  const List = rt.types["list"];
  const Tuple = rt.types["tuple"];
  const { genericGet } = rt.attributes;

  function ga(o: PyObject, name: string): PyObject {
    const v = o.tp$getattr(name) as PyObject | undefined;
    if (v === undefined) throw rt.attributeError(o, name);
    return v;
  }
  function sa(o: PyObject, name: string, value: PyObject): void {
    o.tp$setattr(name, value);
  }
  function da(o: PyObject, name: string): void {
    o.tp$setattr(name, undefined);
  }

  function gi(o: PyObject, k: PyObject): PyObject {
    const t = o.ob$type;
    if ((t === List || t === Tuple) && k.ob$type === Int) {
      let i = k.v as number;
      if (typeof i === "number") {
        const items = o.v as PyObject[];
        if (i < 0) i += items.length;
        const v = items[i];
        if (v !== undefined) return v;
      }
    }
    if (o.mp$subscript !== undefined) return o.mp$subscript(k) as PyObject;
    return rt.getItem(o, k);
  }
  function ss(o: PyObject, k: PyObject, value: PyObject): void {
    if (o.mp$ass_subscript === undefined) rt.setItem(o, k, value);
    else o.mp$ass_subscript(k, value);
  }
  function di(o: PyObject, k: PyObject): void {
    rt.delItem(o, k);
  }

  /**
   * What `o.name` calls with `o` in front; null: look the attribute up and call that. After rt.callMethod.
   */
  function direct(o: PyObject, name: string): PyObject | null {
    if (o.tp$getattr !== genericGet) return null;
    const type = o.ob$type;
    let f = type.$cache.get(name);
    if (f === undefined) f = rt.lookupType(type, name) ?? null;
    if (f === null || f.$binds !== true) return null;
    const shape = o.$shape as Shape | undefined;
    if (shape !== undefined) return shape.at(name) === undefined ? f : null;
    return o.$d?.getStr(name) === undefined ? f : null;
  }
  function mcn(f: any, o: PyObject, args: PyObject[]): PyObject {
    return mck(f, o, args, undefined);
  }
  function mck(f: any, o: PyObject, args: PyObject[], kw: KwArgs | undefined): PyObject {
    if (f instanceof Attribute) return rt.call(f.value, args, kw);
    args.unshift(o);
    return f.tp$call(args, kw) as PyObject;
  }
  function mcks(f: any, o: PyObject, args: PyObject[], marked: KwArgs): PyObject {
    const callee = (f instanceof Attribute ? f.value : f) as PyObject;
    return mck(f, o, args, mergeKeywords(callee, marked));
  }

  function cn(f: PyObject, args: PyObject[]): PyObject {
    return rt.call(f, args);
  }
  function ck(f: PyObject, args: PyObject[], kw: KwArgs): PyObject {
    return rt.call(f, args, kw);
  }
  /** Keywords with `null, mapping` for `**mapping`. */
  function cks(f: PyObject, args: PyObject[], marked: KwArgs): PyObject {
    return rt.call(f, args, mergeKeywords(f, marked));
  }

  function mergeKeywords(f: PyObject | undefined, marked: KwArgs): KwArgs {
    const out: KwArgs = [];
    if (marked.length === 2 && marked[0] === null && (marked[1] as PyObject).ob$type === Dict) {
      for (const { k, key, value } of (marked[1] as unknown as HashTable).map.values()) {
        if (typeof k === "string") out.push(k, value as PyObject);
        else if (rt.isStr(key as PyObject)) out.push(key.v as string, value as PyObject);
        else throw rt.error("TypeError", "keywords must be strings");
      }
      return out;
    }
    const seen = new Set<string>();
    const label = (): string => (f === undefined ? "type object" : functionLabel(f));
    const add = (name: string, value: PyObject): void => {
      if (seen.has(name)) {
        throw rt.error("TypeError", `${label()} got multiple values for keyword argument '${name}'`);
      }
      seen.add(name);
      out.push(name, value);
    };
    for (let i = 0; i < marked.length; i += 2) {
      const value = marked[i + 1] as PyObject;
      if (marked[i] !== null) {
        add(marked[i] as string, value);
        continue;
      }
      if (rt.lookup(value, "keys") === undefined) {
        throw rt.error(
          "TypeError",
          `${label()} argument after ** must be a mapping, not ${rt.tpName(value)}`,
        );
      }
      for (const key of rt.toArray(rt.callMethod0(value, "keys"))) {
        if (!rt.isStr(key)) throw rt.error("TypeError", "keywords must be strings");
        add(key.v as string, rt.getItem(value, key));
      }
    }
    return out;
  }

  /** "module.name()" as CPython's errors about calls name a callable (_PyObject_FunctionStr). */
  function functionLabel(f: PyObject): string {
    const qualname = rt.lookup(f, "__qualname__");
    if (qualname === undefined || !rt.isStr(qualname)) return rt.strOf(f);
    const module = rt.lookup(f, "__module__");
    const prefix =
      module !== undefined && rt.isStr(module) && module.v !== "builtins" ? `${String(module.v)}.` : "";
    return `${prefix}${String(qualname.v)}()`;
  }

  function spread(o: PyObject): PyObject[] {
    const t = o.ob$type;
    if (t === List || t === Tuple) return o.v as PyObject[];
    if (o.tp$iter === undefined && (o.mp$subscript === undefined || !rt.isSequence(o))) {
      throw rt.error("TypeError", `Value after * must be an iterable, not ${rt.tpName(o)}`);
    }
    return rt.toArray(o);
  }

  /** The one `*o` of a call of `f`; the callee may not change the array. */
  function spf(f: PyObject, o: PyObject): PyObject[] {
    if (notIterable(o)) {
      throw rt.error(
        "TypeError",
        `${functionLabel(f)} argument after * must be an iterable, not ${rt.tpName(o)}`,
      );
    }
    return spread(o);
  }

  function notIterable(o: PyObject): boolean {
    return o.tp$iter === undefined && (o.mp$subscript === undefined || !rt.isSequence(o));
  }
  /** Exactly `n` items. */
  function unp(o: PyObject, n: number): PyObject[] {
    const t = o.ob$type;
    if (t === Tuple || t === List) {
      const items = o.v as PyObject[];
      if (items.length === n) return t === List ? items.slice() : items;
      throw items.length > n ? tooMany(n) : notEnough(n, items.length, "");
    }
    if (notIterable(o)) throw rt.error("TypeError", `cannot unpack non-iterable ${rt.tpName(o)} object`);
    const it = rt.iter(o);
    const out: PyObject[] = [];
    for (;;) {
      const x = it.tp$iternext() as PyObject | undefined;
      if (x === undefined) break;
      if (out.length === n) throw tooMany(n);
      out.push(x);
    }
    if (out.length < n) throw notEnough(n, out.length, "");
    return out;
  }
  /** `before` items, a list of the middle, `after` items. */
  function unpx(o: PyObject, before: number, after: number): PyObject[] {
    if (notIterable(o)) throw rt.error("TypeError", `cannot unpack non-iterable ${rt.tpName(o)} object`);
    const items = rt.toArray(o);
    if (items.length < before + after) throw notEnough(before + after, items.length, "at least ");
    const end = items.length - after;
    return [...items.slice(0, before), rt.list(items.slice(before, end)), ...items.slice(end)];
  }
  const tooMany = (n: number): PyObject =>
    rt.error("ValueError", `too many values to unpack (expected ${n})`);
  const notEnough = (n: number, got: number, least: string): PyObject =>
    rt.error("ValueError", `not enough values to unpack (expected ${least}${n}, got ${got})`);

  function mkdict(parts: PyObject[]): PyObject {
    const d = rt.newDict();
    for (let i = 0; i < parts.length; i += 2) d.mp$ass_subscript(parts[i], parts[i + 1]);
    return d;
  }
  function mkdictm(parts: (PyObject | null)[]): PyObject {
    const d = rt.newDict();
    for (let i = 0; i < parts.length; i += 2) {
      const key = parts[i];
      const value = parts[i + 1]!;
      if (key !== null) d.mp$ass_subscript(key, value);
      else if (rt.lookup(value, "keys") === undefined) {
        throw rt.error("TypeError", `'${rt.tpName(value)}' object is not a mapping`);
      } else rt.callMethod1(d, "update", value);
    }
    return d;
  }

  function sup0(f: PyObject, cell: PyObject, self: PyObject | undefined): PyObject {
    if (f !== rt.types["super"]) return f.$call0() as PyObject;
    if (self === undefined) throw rt.error("RuntimeError", "super(): no arguments");
    if (cell["v"] === undefined) throw rt.error("RuntimeError", "super(): empty __class__ cell");
    return rt.super(cell["v"] as PyType, self);
  }

  /** `super()` where there is no class around or no first argument. */
  function sup1(f: PyObject, hasParameters: boolean): PyObject {
    if (f !== rt.types["super"]) return f.$call0() as PyObject;
    throw rt.error(
      "RuntimeError",
      hasParameters ? "super(): __class__ cell not found" : "super(): no arguments",
    );
  }

  const empty = rt.tuple([]);
  return {
    ga,
    sa,
    direct,
    da,
    gi,
    ss,
    di,
    mcn,
    mck,
    mcks,
    cn,
    ck,
    cks,
    mergeKeywords,
    spread,
    spf,
    cs: (args: PyObject[], f: PyObject) => rt.call(f, args),
    csk: (args: PyObject[], f: PyObject, kw: KwArgs) => rt.call(f, args, kw),
    cskm: (args: PyObject[], f: PyObject, kw: KwArgs) => cks(f, args, kw),
    unp,
    unpx,
    iter: (o: PyObject) => rt.iter(o),
    mklist: (items: PyObject[]): PyObject => new List(items) as PyObject,
    mktuple: (items: PyObject[]): PyObject => (items.length === 0 ? empty : (new Tuple(items) as PyObject)),
    mkset: (items: PyObject[]): PyObject => rt.call(rt.types["set"] as PyObject, [rt.tuple(items)]),
    mkdict,
    mkdictm,
    mkslice: (a: PyObject, b: PyObject, c: PyObject): PyObject => new rt.types["slice"](a, b, c) as PyObject,
    sup0,
    sup1,
  };
}
