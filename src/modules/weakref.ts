/**
 * `_weakref`: references that do not keep their object alive. Within one run from TypeScript the JS engine keeps a
 * referenced object, so that an answer never depends on when memory is collected; callbacks are kept and never called.
 */
import type { KwArgs, PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { addFunctions } from "./support.js";

export function installWeakref(rt: Runtime): void {
  rt.registerModule("_weakref", (_, module) => {
    const strong = new Set<PyType>(
      [
        "int",
        "str",
        "tuple",
        "list",
        "dict",
        "bytes",
        "float",
        "bool",
        "complex",
        "slice",
        "range",
        "bytearray",
      ]
        .map((name) => rt.types[name] as PyType)
        .filter(Boolean),
    );
    const known = new WeakMap<PyObject, PyObject>();
    /** References and proxies of an object, oldest first. */
    const made = new WeakMap<PyObject, WeakRef<PyObject>[]>();
    const remember = (object: PyObject, ref: PyObject): PyObject => {
      const list = made.get(object);
      if (list === undefined) made.set(object, [new WeakRef(ref)]);
      else list.push(new WeakRef(ref));
      return ref;
    };
    const refsOf = (object: PyObject): PyObject[] =>
      (made.get(object) ?? []).flatMap((ref) => ref.deref() ?? []);
    const deref = (self: any): PyObject | undefined =>
      (self.target as WeakRef<PyObject> | undefined)?.deref();
    const check = (object: PyObject): void => {
      if (object === rt.none || strong.has(object.ob$type)) {
        throw rt.error("TypeError", `cannot create weak reference to '${rt.tpName(object)}' object`);
      }
    };
    const type: PyType = rt.defineType({
      name: "ReferenceType",
      module: "weakref",
      new: [
        "(cls, object, callback=None, /, *args)",
        (cls: PyType, object: PyObject, callback: PyObject) => {
          check(object);
          if (cls === type && callback === rt.none) {
            const same = known.get(object);
            if (same !== undefined) return same;
          }
          const self = rt.alloc(cls);
          self.target = new WeakRef(object);
          self.callback = callback;
          if (cls === type && callback === rt.none) known.set(object, self as PyObject);
          return remember(object, self as PyObject);
        },
      ],
      init: ["(self, *args, **kw)", () => undefined],
      getset: { __callback__: { get: (self: any) => self.callback ?? rt.none } },
      classMethods: {
        __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
      },
      slots: {
        tp$call(this: PyObject) {
          return deref(this) ?? rt.none;
        },
        tp$hash(this: any) {
          if (this.hashValue === undefined) {
            const object = deref(this);
            if (object === undefined) throw rt.error("TypeError", "weak object has gone away");
            this.hashValue = rt.hash(object);
          }
          return this.hashValue as number;
        },
        tp$richcompare(this: PyObject, other: PyObject, op: string) {
          if ((op !== "Eq" && op !== "NotEq") || !rt.isInstance(other, type)) return rt.notImplemented;
          const [a, b] = [deref(this), deref(other)];
          const same = a === undefined || b === undefined ? this === other : rt.equals(a, b);
          return same === (op === "Eq");
        },
        $r(this: PyObject) {
          const object = deref(this);
          if (object === undefined) return rt.str(`<weakref at ${rt.address(this)}; dead>`);
          const name = rt.lookup(object, "__name__");
          const shown = name !== undefined && rt.isStr(name) ? ` (${name.v as string})` : "";
          return rt.str(
            `<weakref at ${rt.address(this)}; to '${rt.tpName(object)}' at ${rt.address(object)}${shown}>`,
          );
        },
      },
    });
    const target = (self: any): PyObject => {
      const object = deref(self);
      if (object === undefined) throw rt.error("ReferenceError", "weakly-referenced object no longer exists");
      return object;
    };
    const proxySlots = {
      tp$getattr(this: PyObject, name: string) {
        return target(this).tp$getattr(name);
      },
      tp$setattr(this: PyObject, name: string, value: PyObject | undefined) {
        target(this).tp$setattr(name, value);
      },
      tp$str(this: PyObject) {
        return rt.str(rt.strOf(target(this)));
      },
      $r(this: PyObject) {
        const object = target(this);
        return rt.str(`<weakproxy at ${rt.address(this)} to ${rt.tpName(object)} at ${rt.address(object)}>`);
      },
      tp$iter(this: PyObject) {
        return rt.iter(target(this));
      },
      sq$length(this: PyObject) {
        return rt.len(target(this));
      },
      sq$contains(this: PyObject, item: PyObject) {
        return rt.contains(target(this), item);
      },
      mp$subscript(this: PyObject, key: PyObject) {
        return rt.getItem(target(this), key);
      },
      mp$ass_subscript(this: PyObject, key: PyObject, value: PyObject | undefined) {
        if (value === undefined) rt.delItem(target(this), key);
        else rt.setItem(target(this), key, value);
      },
      nb$bool(this: PyObject) {
        return rt.isTrue(target(this));
      },
      tp$richcompare(this: PyObject, other: any, op: "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE") {
        return rt.richCompare(
          target(this),
          other.target === undefined ? (other as PyObject) : target(other),
          op,
        );
      },
      tp$hash: rt.unhashable,
    };
    const proxy = rt.defineType({
      name: "ProxyType",
      module: "weakref",
      subclassable: false,
      slots: proxySlots,
    }) as PyType;
    const callable = rt.defineType({
      name: "CallableProxyType",
      module: "weakref",
      subclassable: false,
      slots: {
        ...proxySlots,
        tp$call(this: PyObject, args: PyObject[], kw?: KwArgs) {
          return rt.call(target(this), args, kw);
        },
      },
    }) as PyType;
    for (const [name, value] of Object.entries({
      ref: type,
      ReferenceType: type,
      ProxyType: proxy,
      CallableProxyType: callable,
    }))
      module.setStr(name, value);
    addFunctions(rt, module, {
      proxy: [
        "(object, callback=None, /)",
        (object: PyObject, callback: PyObject) => {
          check(object);
          const self = rt.alloc(rt.callable(object) ? callable : proxy);
          self.target = new WeakRef(object);
          self.callback = callback;
          return remember(object, self as PyObject);
        },
      ],
      getweakrefcount: ["(object, /)", (object: PyObject) => rt.int(refsOf(object).length)],
      getweakrefs: ["(object, /)", (object: PyObject) => rt.list(refsOf(object))],
      _remove_dead_weakref: ["(dct, key, /)", () => rt.none],
    });
  });
}
