/**
 * What generated code calls where its caches do not know the object: attributes read and set, methods found. A cache is
 * filled only where the generic lookup decides (no `__getattribute__`, no data descriptor) for objects that have a shape.
 */
import type { PyObject } from "../../runtime/objects.js";
import type { Runtime } from "../../runtime/runtime.js";
import type { HashTable } from "../../types/dict/core.js";
import { InlineCache, storeShaped, type Shape } from "../../runtime/shape.js";

/** Most further shapes that one place keeps. */
const most = 6;

/** What a method call found that is no method to be called with the object in front: drops the object. */
export class Attribute {
  constructor(readonly value: PyObject) {}
  $call1(_o: PyObject): PyObject {
    return this.value.$call0() as PyObject;
  }
  $call2(_o: PyObject, a: PyObject): PyObject {
    return this.value.$call1(a) as PyObject;
  }
  $call3(_o: PyObject, a: PyObject, b: PyObject): PyObject {
    return this.value.$call2(a, b) as PyObject;
  }
  $call4(_o: PyObject, a: PyObject, b: PyObject, c: PyObject): PyObject {
    return this.value.$call3(a, b, c) as PyObject;
  }
  tp$call(args: PyObject[]): PyObject {
    const { value } = this;
    if (value.tp$call === undefined) return value.$call0() as PyObject; // says that it cannot be called
    return value.tp$call(args.slice(1), undefined) as PyObject;
  }
}

export function caches(
  rt: Runtime,
  ga: (o: PyObject, name: string) => PyObject,
  direct: (o: PyObject, name: string) => PyObject | null,
): Record<string, unknown> {
  const { genericGet, genericSet } = rt.attributes;
  const { caches: all } = rt.typeSystem;
  const Property = rt.types["property"];
  const Module = rt.types["module"];

  /** `o.name` of an object without a shape: of a plain module the cell is kept. */
  function unshaped(o: PyObject, name: string, c: InlineCache): PyObject {
    if (o.ob$type !== Module) return ga(o, name);
    const known = c.m === o ? c.e!.value : undefined;
    if (known !== undefined) return known;
    const found = ga(o, name);
    const cell = (o.$d as unknown as HashTable).entryStr(name);
    if (cell?.value === found) {
      c.m = o;
      c.e = cell;
    }
    return found;
  }

  /** `o.name`, not found in the cache. */
  function gam(o: PyObject, name: string, c: InlineCache): PyObject {
    const s = o.$shape as Shape | undefined;
    if (s === undefined) return unshaped(o, name, c);
    const { more } = c;
    if (more !== undefined) {
      for (let k = 0; k < more.length; k++) {
        const m = more[k];
        if (m.s === s) return m.f === undefined ? (o.$f[m.i] as PyObject) : (m.f.tp$descr_get(o) as PyObject);
      }
      if (more.length === most) return ga(o, name);
    }
    if (o.tp$getattr === genericGet) {
      const type = o.ob$type;
      const found = rt.lookupType(type, name);
      if (found === undefined || found.tp$descr_set === undefined) {
        const i = s.at(name);
        if (i !== undefined) {
          all.watch(c, type, found);
          if (c.s === null) {
            c.s = s;
            c.i = i;
          } else (c.more ??= []).push({ s, i, f: undefined });
          return o.$f[i] as PyObject;
        }
      } else if (found.ob$type === Property) {
        all.watch(c, type, found);
        (c.more ??= []).push({ s, i: 0, f: found });
        return found.tp$descr_get(o) as PyObject;
      }
    }
    return ga(o, name);
  }

  /** `o.name = value`, not found in the cache. */
  function sam(o: PyObject, name: string, value: PyObject, c: InlineCache): void {
    const s = o.$shape as Shape | undefined;
    if (s === undefined || o.tp$setattr !== genericSet || !o.ob$type.$hasDict) {
      o.tp$setattr(name, value);
      return;
    }
    const type = o.ob$type;
    const found = rt.lookupType(type, name);
    if (found !== undefined && found.tp$descr_set !== undefined) {
      found.tp$descr_set(o, value);
      return;
    }
    if (!storeShaped(o, s, name, value)) {
      o.tp$setattr(name, value);
      return;
    }
    // A place that sees shape after shape keeps the first ones.
    if (c.s !== null && c.a !== null) return;
    const after = o.$shape as Shape;
    if (c.s === null) {
      if (after === s) {
        all.watch(c, type, found);
        c.s = s;
        c.i = s.at(name)!;
      } else if (c.a === null) {
        all.watch(c, type, found);
        c.a = s;
        c.b = after;
        c.i = s.size;
      }
    }
  }

  /** What `o.name(...)` calls with `o` in front, not found in the cache. */
  function lm(o: PyObject, name: string, c: InlineCache): PyObject | Attribute {
    const s = o.$shape as Shape | undefined;
    if (s !== undefined) {
      const { more } = c;
      if (more !== undefined) {
        for (let k = 0; k < more.length; k++) if (more[k].s === s) return more[k].f!;
      }
      const f = direct(o, name);
      if (f !== null) {
        if (more === undefined || more.length < most) {
          all.watch(c, o.ob$type, f);
          if (c.s === null) {
            c.s = s;
            c.f = f;
          } else (c.more ??= []).push({ s, i: 0, f });
        }
        return f;
      }
      return new Attribute(ga(o, name));
    }
    if (o.ob$type !== Module) return direct(o, name) ?? new Attribute(ga(o, name));
    const value = unshaped(o, name, c);
    return c.w?.value === value ? (c.w as Attribute) : (c.w = new Attribute(value));
  }
  /** The same where nothing is kept. */
  function lmo(o: PyObject, name: string): PyObject | Attribute {
    return direct(o, name) ?? new Attribute(ga(o, name));
  }

  return { gam, sam, lm, lmo, IC: () => new InlineCache() };
}
