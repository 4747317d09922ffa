/** What patterns of the match statement ask of a subject (PEP 634): sequences, mappings, classes. */
import { tpName, type PyObject, type PyType } from "../../runtime/objects.js";
import type { Runtime } from "../../runtime/runtime.js";

export function patterns(rt: Runtime): Record<string, unknown> {
  const isA = (o: PyObject, cls: PyObject): boolean => rt.isTrue(rt.call(rt.builtin("isinstance"), [o, cls]));
  /** Is it an instance of collections.abc.<name>? False while nothing has imported it: nothing can be registered. */
  const abstract = (o: PyObject, name: string): boolean => {
    const module = rt.findModule("collections.abc") ?? rt.findModule("_collections_abc");
    const cls = module === undefined ? undefined : rt.lookup(module, name);
    return cls !== undefined && isA(o, cls);
  };

  function isSequence(o: PyObject): boolean {
    const { types } = rt;
    const mro = o.ob$type.$mro;
    if (mro.includes(types["list"]) || mro.includes(types["tuple"]) || mro.includes(types["range"]))
      return true;
    if (mro.includes(types["str"]) || mro.includes(types["bytes"]) || mro.includes(types["bytearray"]))
      return false;
    return abstract(o, "Sequence");
  }
  function isMapping(o: PyObject): boolean {
    return o.ob$type.$mro.includes(rt.types["dict"]) || abstract(o, "Mapping");
  }

  /** Items for a pattern of exactly `before` items (after is -1) or `before`, any number, `after`; else undefined. */
  function mseq(o: PyObject, before: number, after: number, capture: boolean): unknown[] | undefined {
    if (!isSequence(o)) return undefined;
    const n = rt.len(o);
    if (after < 0 ? n !== before : n < before + after) return undefined;
    const t = o.ob$type;
    if (t !== rt.types["list"] && t !== rt.types["tuple"]) {
      // By index, and only what the pattern looks at.
      const item = (i: number): PyObject => rt.getItem(o, rt.int(i));
      const head = Array.from({ length: before }, (_, i) => item(i));
      if (after < 0) return head;
      const middle = capture ? Array.from({ length: n - before - after }, (_, i) => item(before + i)) : [];
      return [...head, middle, ...Array.from({ length: after }, (_, i) => item(n - after + i))];
    }
    const items = rt.toArray(o);
    if (after < 0) return items;
    const end = items.length - after;
    return [...items.slice(0, before), items.slice(before, end), ...items.slice(end)];
  }

  function mmap(o: PyObject, keys: PyObject[], rest: boolean): PyObject[] | undefined {
    if (!isMapping(o)) return undefined;
    const out: PyObject[] = [];
    if (keys.length > 0) {
      if (rt.len(o) < keys.length) return undefined;
      const absent = rt.newDict();
      const seen = rt.newDict();
      const get = rt.getattr(o, "get");
      for (const key of keys) {
        if (rt.contains(seen, key)) {
          throw rt.error("ValueError", `mapping pattern checks duplicate key (${rt.repr(key)})`);
        }
        rt.setItem(seen, key, rt.none);
        const v = get.$call2(key, absent) as PyObject;
        if (v === absent) return undefined;
        out.push(v);
      }
    }
    if (rest) {
      const d = rt.newDict();
      rt.callMethod1(d, "update", o);
      for (const key of keys) rt.delItem(d, key);
      out.push(d);
    }
    return out;
  }

  const selfMatching = new Set(
    ["bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"].map(
      (name) => rt.types[name] as PyType | undefined,
    ),
  );

  function mcls(o: PyObject, cls: PyObject, positional: number, names: string[]): PyObject[] | undefined {
    if (!rt.isType(cls)) throw rt.error("TypeError", "called match pattern must be a class");
    if (!isA(o, cls)) return undefined;
    const out: PyObject[] = [];
    const seen = new Set<string>();
    const take = (name: string): boolean => {
      if (seen.has(name)) {
        throw rt.error("TypeError", `${tpName(cls)}() got multiple sub-patterns for attribute '${name}'`);
      }
      seen.add(name);
      const v = rt.lookup(o, name);
      if (v === undefined) return false;
      out.push(v);
      return true;
    };
    if (positional > 0) {
      const args = rt.lookup(cls, "__match_args__");
      const single = args === undefined && cls.$mro.some((t) => selfMatching.has(t));
      if (args !== undefined && args.ob$type !== rt.types["tuple"]) {
        throw rt.error("TypeError", `${tpName(cls)}.__match_args__ must be a tuple (got ${rt.tpName(args)})`);
      }
      const allowed = single ? 1 : ((args?.v as PyObject[] | undefined)?.length ?? 0);
      if (positional > allowed) {
        throw rt.error(
          "TypeError",
          `${tpName(cls)}() accepts ${allowed} positional sub-pattern${allowed === 1 ? "" : "s"} (${positional} given)`,
        );
      }
      if (single) out.push(o);
      else {
        for (const name of (args!.v as PyObject[]).slice(0, positional)) {
          if (!rt.isStr(name)) {
            throw rt.error("TypeError", `__match_args__ elements must be strings (got ${rt.tpName(name)})`);
          }
          if (!take(name.v as string)) return undefined;
        }
      }
    }
    for (const name of names) if (!take(name)) return undefined;
    return out;
  }

  return { mseq, mmap, mcls };
}
