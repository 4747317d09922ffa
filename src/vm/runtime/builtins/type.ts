/** `type`: the class of classes. */
import type { NativeCode } from "../native.js";
import { tpName, type KwArgs, type PyObject, type PyType } from "../objects.js";
import type { Runtime } from "../runtime.js";

export function installTypeType(rt: Runtime): void {
  const type = rt.types["type"] as PyType;
  const objectProto = (rt.types["object"] as PyType).prototype;

  /** Plain classes written in Python: the instance is made without the detour over `object.__new__`. */
  const construct = (cls: PyType, args: PyObject[], kw: KwArgs | undefined): PyObject => {
    if (cls === type && args.length !== 3) {
      if (args.length === 1 && (kw === undefined || kw.length === 0)) return args[0].ob$type;
      throw rt.error(
        "TypeError",
        args.length === 1 ? "type() takes no keyword arguments" : "type() takes 1 or 3 arguments",
      );
    }
    const proto = cls.prototype;
    const obj = proto.tp$new(args, kw) as PyObject;
    const made = obj.ob$type;
    if (made === cls || made.$mro.includes(cls)) obj.tp$init(args, kw);
    return obj;
  };
  /** The Python `__init__` to call directly on a fresh instance; undefined: take `construct`. */
  const directInit = (cls: PyType): PyObject | undefined => {
    const proto = cls.prototype;
    if (proto.tp$new !== objectProto.tp$new || cls.$abstract === true || !cls.$heap) return undefined;
    const init = rt.lookupType(cls, "__init__")!;
    return init.$isFunction === true ? init : undefined;
  };
  /** The native `__new__` that makes an instance without an `__init__` after it; undefined: take `construct`. */
  const directNew = (cls: PyType): NativeCode | undefined => {
    const proto = cls.prototype;
    return proto.tp$init === objectProto.tp$init ? (proto.tp$new.$code as NativeCode | undefined) : undefined;
  };
  const checkInit = (r: PyObject): void => {
    if (r !== rt.none) throw rt.error("TypeError", `__init__() should return None, not '${rt.tpName(r)}'`);
  };

  rt.patchType(type, {
    replace: true,
    doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    slots: {
      tp$call(this: PyType, args: PyObject[], kw?: KwArgs) {
        const init = directInit(this);
        if (init === undefined) return construct(this, args, kw);
        const obj = new (this as any)() as PyObject;
        checkInit(init.tp$call([obj, ...args], kw));
        return obj;
      },
      tp$new(this: PyObject, args: PyObject[], kw?: KwArgs) {
        const meta = this.constructor as unknown as PyType;
        if (args.length !== 3)
          throw rt.error("TypeError", `type.__new__() takes exactly 3 arguments (${args.length} given)`);
        const [name, bases, ns] = args as [PyObject, PyObject, PyObject];
        const expect = (o: PyObject, kind: string, n: number): void => {
          if (!rt.isInstance(o, rt.types[kind]))
            throw rt.error(
              "TypeError",
              `type.__new__() argument ${n} must be ${kind}, not ${rt.argumentName(o)}`,
            );
        };
        expect(name, "str", 1);
        expect(bases, "tuple", 2);
        expect(ns, "dict", 3);
        if ((name.v as string).includes("\0"))
          throw rt.error("ValueError", "type name must not contain null characters");
        const given = bases.v as PyObject[];
        for (const b of given) {
          if (!rt.isType(b) && rt.lookup(b, "__mro_entries__") !== undefined) {
            throw rt.error("TypeError", "type() doesn't support MRO entry resolution; use types.new_class()");
          }
        }
        const winner = rt.typeSystem.calculateMeta(meta, given);
        if (winner !== meta && winner.prototype.tp$new !== type.prototype.tp$new)
          return winner.prototype.tp$new(args, kw);
        return rt.typeSystem.createClass(
          winner,
          name.v as string,
          given,
          rt.conversions.namespaceEntries(ns),
          kw,
        );
      },
      tp$init(this: PyType, args: PyObject[], kw?: KwArgs) {
        if (args.length === 1 && kw !== undefined && kw.length > 0)
          throw rt.error("TypeError", "type.__init__() takes no keyword arguments");
        if (args.length !== 1 && args.length !== 3)
          throw rt.error("TypeError", "type.__init__() takes 1 or 3 arguments");
      },
      tp$getattr: rt.attributes.typeGet,
      tp$setattr: rt.attributes.typeSet,
      $r(this: PyType) {
        const module = rt.moduleOf(this);
        const prefix = module === undefined || module === "builtins" ? "" : `${module}.`;
        return rt.str(`<class '${prefix}${this.$qualname}'>`);
      },
      nb$or(this: PyObject, other: PyObject) {
        return rt.union(this, other);
      },
      nb$reflected_or(this: PyObject, other: PyObject) {
        return rt.union(other, this);
      },
    },
    proto: {
      $call0(this: PyType) {
        const init = this.tp$call === type.prototype.tp$call ? directInit(this) : undefined;
        if (init === undefined) return this.tp$call!([]);
        const obj = new (this as any)() as PyObject;
        checkInit(init.$call1(obj));
        return obj;
      },
      $call1(this: PyType, a: PyObject) {
        if (this.tp$call !== type.prototype.tp$call) return this.tp$call!([a]);
        const made = directNew(this);
        if (made !== undefined) return made.new1(this, a);
        const init = directInit(this);
        if (init === undefined) return construct(this, [a], undefined);
        const obj = new (this as any)() as PyObject;
        checkInit(init.$call2(obj, a));
        return obj;
      },
      $call2(this: PyType, a: PyObject, b: PyObject) {
        if (this.tp$call !== type.prototype.tp$call) return this.tp$call!([a, b]);
        const made = directNew(this);
        if (made !== undefined) return made.new2(this, a, b);
        const init = directInit(this);
        if (init === undefined) return construct(this, [a, b], undefined);
        const obj = new (this as any)() as PyObject;
        checkInit(init.$call3(obj, a, b));
        return obj;
      },
      $call3(this: PyType, a: PyObject, b: PyObject, c: PyObject) {
        const init = this.tp$call === type.prototype.tp$call ? directInit(this) : undefined;
        if (init === undefined) return this.tp$call!([a, b, c]);
        const obj = new (this as any)() as PyObject;
        checkInit(init.$call4(obj, a, b, c));
        return obj;
      },
    },
    getset: {
      __name__: {
        get: (t: PyType) => rt.str(t.$name),
        set: (t: PyType, v) => {
          check(t, "__name__", v);
          if (!rt.isStr(v!))
            throw rt.error(
              "TypeError",
              `can only assign string to ${tpName(t)}.__name__, not '${rt.tpName(v!)}'`,
            );
          t.$name = v!.v as string;
        },
      },
      __qualname__: {
        get: (t: PyType) => rt.str(t.$qualname),
        set: (t: PyType, v) => {
          check(t, "__qualname__", v);
          if (!rt.isStr(v!))
            throw rt.error(
              "TypeError",
              `can only assign string to ${tpName(t)}.__qualname__, not '${rt.tpName(v!)}'`,
            );
          t.$qualname = v!.v as string;
        },
      },
      __module__: {
        get: (t: PyType) => (t.$heap ? (t.$ns.get("__module__") ?? rt.str("builtins")) : rt.str(t.$module)),
        set: (t: PyType, v) => {
          check(t, "__module__", v);
          rt.typeSystem.setAttr(t, "__module__", v);
        },
      },
      __doc__: {
        get: (t: PyType) => {
          const own = t.$ns.get("__doc__");
          if (own !== undefined) return own.tp$descr_get === undefined ? own : own.tp$descr_get(null, t);
          return t.$doc === undefined ? rt.none : rt.str(t.$doc as string);
        },
        set: (t: PyType, v) => {
          check(t, "__doc__", v);
          rt.typeSystem.setAttr(t, "__doc__", v);
        },
      },
      __dict__: { get: (t: PyType) => rt.typeDict(t) },
      __bases__: {
        get: (t: PyType) => rt.tuple([...t.$bases]),
        set: (t: PyType, v) => {
          check(t, "__bases__", v);
          assignBases(rt, t, v!);
        },
      },
      __base__: { get: (t: PyType) => t.$base ?? rt.none },
      __mro__: { get: (t: PyType) => rt.tuple([...t.$mro]) },
      __basicsize__: { get: () => rt.int(16) },
      __itemsize__: { get: () => rt.int(0) },
      __flags__: {
        get: (t: PyType) =>
          rt.int(
            (t.$heap ? 1 << 9 : 0) | (t.$subclassable ? 1 << 10 : 0) | (t.$abstract === true ? 1 << 20 : 0),
          ),
      },
      __dictoffset__: { get: (t: PyType) => rt.int(t.$hasDict ? 16 : 0) },
      __weakrefoffset__: { get: (t: PyType) => rt.int(t.$hasWeakref === true ? 24 : 0) },
      __text_signature__: { get: (t) => (t === rt.types["object"] ? rt.str("()") : rt.none) },
      __annotations__: {
        get: (t: PyType) => {
          let a = t.$ns.get("__annotations__");
          if (a === undefined) {
            if (!t.$heap) throw rt.attributeError(t, "__annotations__");
            a = rt.newDict();
            rt.typeSystem.setAttr(t, "__annotations__", a);
          }
          return a.tp$descr_get === undefined ? a : a.tp$descr_get(null, t);
        },
        set: (t: PyType, v) => {
          if (!t.$heap)
            throw rt.error(
              "TypeError",
              `cannot set '__annotations__' attribute of immutable type '${tpName(t)}'`,
            );
          if (!rt.typeSystem.setAttr(t, "__annotations__", v) && v === undefined)
            throw rt.error("AttributeError", "__annotations__");
        },
      },
      __abstractmethods__: {
        get: (t: PyType) => {
          const v = t === type ? undefined : t.$ns.get("__abstractmethods__");
          if (v === undefined) throw rt.error("AttributeError", "__abstractmethods__");
          return v;
        },
        set: (t: PyType, v) => {
          if (v === undefined) {
            if (!rt.typeSystem.setAttr(t, "__abstractmethods__", undefined))
              throw rt.error("AttributeError", "__abstractmethods__");
            t.$abstract = false;
          } else {
            t.$abstract = rt.isTrue(v);
            rt.typeSystem.setAttr(t, "__abstractmethods__", v);
          }
        },
      },
    },
    methods: {
      mro: [
        "(self, /)",
        (t: PyType) => rt.list(rt.typeSystem.computeMro(t, t.$bases)),
        "Return a type's method resolution order.",
      ],
      __subclasses__: [
        "(self, /)",
        (t: PyType) => rt.list([...t.$subclasses].map((r) => r.deref()).filter((s) => s !== undefined)),
        "Return a list of immediate subclasses.",
      ],
      __instancecheck__: [
        "(self, instance, /)",
        (t: PyType, o: PyObject) => {
          return rt.instances.plainInstance(o, t);
        },
        "Check if an object is an instance.",
      ],
      __subclasscheck__: [
        "(self, subclass, /)",
        (t: PyType, sub: PyObject) => rt.instances.plainSubclass(sub, t),
        "Check if a class is a subclass.",
      ],
      __dir__: [
        "(self, /)",
        (t: PyType) => rt.list([...new Set(t.$mro.flatMap((k) => [...k.$ns.keys()]))].map((n) => rt.str(n))),
        "Specialized __dir__ implementation for types.",
      ],
      __sizeof__: ["(self, /)", () => rt.int(1064), "Return memory consumption of the type object."],
    },
    classMethods: {
      __prepare__: [
        "(cls, *args, **kwds)",
        () => rt.newDict(),
        "used to create the namespace for the class statement",
      ],
    },
  });

  function check(t: PyType, name: string, v: PyObject | undefined): void {
    if (!t.$heap)
      throw rt.error("TypeError", `cannot set '${name}' attribute of immutable type '${tpName(t)}'`);
    if (v === undefined)
      throw rt.error("TypeError", `cannot delete '${name}' attribute of immutable type '${tpName(t)}'`);
  }
}

function assignBases(rt: Runtime, t: PyType, v: PyObject): void {
  if (!rt.isInstance(v, rt.types["tuple"]))
    throw rt.error("TypeError", `can only assign tuple to ${tpName(t)}.__bases__, not ${rt.tpName(v)}`);
  const bases = v.v as PyType[];
  if (bases.length === 0)
    throw rt.error("TypeError", `can only assign non-empty tuple to ${tpName(t)}.__bases__, not ()`);
  for (const b of bases) {
    if (!rt.isType(b))
      throw rt.error("TypeError", `${tpName(t)}.__bases__ must be tuple of classes, not '${rt.tpName(b)}'`);
    if (rt.isSubtype(b, t) || Object.prototype.isPrototypeOf.call(t.prototype, b.prototype))
      throw rt.error("TypeError", "a __bases__ item causes an inheritance cycle");
  }
  const base = rt.typeSystem.bestBase(bases);
  const native = (k: PyType): PyType => (k.$heap ? native(k.$base!) : k);
  if (native(base) !== native(t))
    throw rt.error(
      "TypeError",
      `__bases__ assignment: '${tpName(base)}' object layout differs from '${tpName(t.$base!)}'`,
    );
  rt.typeSystem.rebase(t, bases, base);
}
