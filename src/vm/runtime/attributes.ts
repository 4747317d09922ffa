/**
 * Attribute access: object's, type's and what a class with `__getattr__`, `__getattribute__`, `__setattr__` or
 * `__delattr__` does. After CPython's PyObject_GenericGetAttr, type_getattro and slot_tp_getattr_hook.
 *
 * The slots return undefined for "no such attribute" and may throw AttributeError as well (a property may).
 */
import { tpName, type PyObject, type PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";
import { storeShaped, type Shape } from "./shape.js";

/** Has the object a shape without that attribute? */
function shapeLacks(o: PyObject, name: string): boolean {
  const shape = o["$shape"] as Shape | undefined;
  return shape !== undefined && shape.at(name) === undefined;
}

export class Attributes {
  /** object.__getattribute__ as a slot. */
  readonly genericGet: (this: PyObject, name: string) => PyObject | undefined;
  /** object.__setattr__ / __delattr__ as a slot. */
  readonly genericSet: (this: PyObject, name: string, value: PyObject | undefined) => void;
  readonly typeGet: (this: PyType, name: string) => PyObject | undefined;
  readonly typeSet: (this: PyType, name: string, value: PyObject | undefined) => void;

  constructor(private readonly rt: Runtime) {
    this.genericGet = function (name) {
      const type = this.ob$type;
      let descr = type.$cache.get(name);
      if (descr === undefined) descr = rt.lookupType(type, name) ?? null;
      let get: any;
      if (descr !== null) {
        get = descr.tp$descr_get;
        if (get !== undefined && descr.tp$descr_set !== undefined) return get.call(descr, this, type);
      }
      const shape = this.$shape as Shape | undefined;
      if (shape !== undefined) {
        const i = shape.at(name);
        if (i !== undefined) return this.$f[i];
      } else {
        const v = this.$d?.getStr(name);
        if (v !== undefined) return v;
      }
      if (get !== undefined) return get.call(descr, this, type);
      return descr === null ? undefined : descr;
    };
    this.genericSet = function (name, value) {
      const type = this.ob$type;
      const descr = rt.lookupType(type, name);
      if (descr !== undefined && descr.tp$descr_set !== undefined) {
        descr.tp$descr_set(this, value);
        return;
      }
      if (type.$hasDict) {
        if (value !== undefined) {
          const shape = this.$shape as Shape | undefined;
          if (shape !== undefined && storeShaped(this, shape, name, value)) return;
          (this.$d ?? (this.$d = rt.newDict())).setStr(name, value);
          return;
        }
        if (shapeLacks(this, name)) throw rt.attributeError(this, name);
        if (this.$d?.delStr(name) === true) return;
        throw rt.attributeError(this, name);
      }
      if (descr === undefined) throw rt.attributeError(this, name);
      throw rt.error("AttributeError", `'${tpName(type)}' object attribute '${name}' is read-only`);
    };
    this.typeGet = function (name) {
      const meta = this.ob$type;
      const metaAttr = rt.lookupType(meta, name);
      let metaGet: any;
      if (metaAttr !== undefined) {
        metaGet = metaAttr.tp$descr_get;
        if (metaGet !== undefined && metaAttr.tp$descr_set !== undefined)
          return metaGet.call(metaAttr, this, meta);
      }
      const attr = rt.lookupType(this, name);
      if (attr !== undefined) {
        const get = attr.tp$descr_get;
        return get === undefined ? attr : get.call(attr, null, this);
      }
      return metaGet === undefined ? metaAttr : metaGet.call(metaAttr, this, meta);
    };
    this.typeSet = function (name, value) {
      if (!this.$heap) {
        throw rt.error("TypeError", `cannot set '${name}' attribute of immutable type '${tpName(this)}'`);
      }
      const descr = rt.lookupType(this.ob$type, name);
      if (descr !== undefined && descr.tp$descr_set !== undefined) {
        descr.tp$descr_set(this, value);
        return;
      }
      if (!rt.typeSystem.setAttr(this, name, value) && value === undefined) {
        throw rt.attributeError(this, name);
      }
    };
  }

  /** The slot of classes with `__getattribute__` or `__getattr__` of their own. */
  dispatchGetattr(self: PyObject, name: string): PyObject | undefined {
    const { rt } = this;
    const type = self.ob$type;
    const getattribute = rt.lookupType(type, "__getattribute__")!;
    const fallback = rt.lookupType(type, "__getattr__");
    let found: PyObject | undefined;
    try {
      found =
        getattribute.$slot === "tp$getattr"
          ? getattribute.$raw.call(self, name)
          : rt.callSpecial1(self, "__getattribute__", rt.str(name));
    } catch (e) {
      if (fallback === undefined || !rt.isException(e, "AttributeError")) throw e;
    }
    if (found !== undefined || fallback === undefined) return found;
    try {
      return rt.callSpecial1(self, "__getattr__", rt.str(name));
    } catch (e) {
      // As CPython: an AttributeError that does not say what was asked learns it here.
      if (rt.isException(e, "AttributeError") && e.$nameText === undefined && e.$obj === undefined) {
        e.$nameText = rt.str(name);
        e.$obj = self;
      }
      throw e;
    }
  }

  dispatchSetattr(self: PyObject, name: string, value: PyObject | undefined): void {
    const { rt } = this;
    const dunder = value === undefined ? "__delattr__" : "__setattr__";
    const f = rt.lookupType(self.ob$type, dunder)!;
    if (f.$slot === "tp$setattr") f.$raw.call(self, name, value);
    else rt.callSpecial(self, dunder, value === undefined ? [rt.str(name)] : [rt.str(name), value]);
  }
}
