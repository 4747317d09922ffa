/** `object`: the root of all classes. */
import { tpName, type CompareOp, type KwArgs, type PyObject, type PyType } from "../objects.js";
import type { Runtime } from "../runtime.js";

export function installObject(rt: Runtime): void {
  const object = rt.types["object"] as PyType;
  const objectNew = function (this: PyObject, args: PyObject[], kw?: KwArgs): PyObject {
    const cls = this.constructor as unknown as PyType;
    if (args.length > 0 || (kw !== undefined && kw.length > 0)) {
      if (this.tp$new !== objectNew)
        throw rt.error("TypeError", "object.__new__() takes exactly one argument (the type to instantiate)");
      if (this.tp$init === objectInit) throw rt.error("TypeError", `${tpName(cls)}() takes no arguments`);
    }
    if (cls.$abstract === true) {
      const names = [...rt.iterate(rt.getattr(cls, "__abstractmethods__"))].map((n) => rt.strOf(n)).sort();
      throw rt.error(
        "TypeError",
        `Can't instantiate abstract class ${cls.$name} with abstract method${names.length === 1 ? "" : "s"} ${names.join(", ")}`,
      );
    }
    return rt.alloc(cls) as PyObject;
  };
  const objectInit = function (this: PyObject, args: PyObject[], kw?: KwArgs): void {
    if (args.length === 0 && (kw === undefined || kw.length === 0)) return;
    if (this.tp$init !== objectInit)
      throw rt.error(
        "TypeError",
        "object.__init__() takes exactly one argument (the instance to initialize)",
      );
    if (this.tp$new === objectNew)
      throw rt.error(
        "TypeError",
        `${rt.tpName(this)}.__init__() takes exactly one argument (the instance to initialize)`,
      );
  };
  rt.patchType(object, {
    replace: true,
    doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
    slots: {
      tp$new: objectNew,
      tp$init: objectInit,
      tp$getattr: rt.attributes.genericGet,
      tp$setattr: rt.attributes.genericSet,
      $r(this: PyObject) {
        const type = this.ob$type;
        const module = rt.moduleOf(type);
        const prefix = module === undefined || module === "builtins" ? "" : `${module}.`;
        return rt.str(`<${prefix}${type.$qualname} object at ${rt.address(this)}>`);
      },
      tp$str(this: PyObject) {
        return this.$r();
      },
      tp$hash(this: PyObject) {
        return rt.identityHash(this);
      },
      tp$richcompare(this: PyObject, other: PyObject, op: CompareOp): boolean | PyObject {
        if (op === "Eq") return this === other ? true : rt.notImplemented;
        if (op !== "NotEq") return rt.notImplemented;
        const r = this.tp$richcompare(other, "Eq") as boolean | PyObject;
        if (r === rt.notImplemented) return r;
        return typeof r === "boolean" ? !r : !rt.isTrue(r);
      },
    },
    proto: {
      $call0(this: PyObject) {
        return rt.call(this, []);
      },
      $call1(this: PyObject, a: PyObject) {
        return rt.call(this, [a]);
      },
      $call2(this: PyObject, a: PyObject, b: PyObject) {
        return rt.call(this, [a, b]);
      },
      $call3(this: PyObject, a: PyObject, b: PyObject, c: PyObject) {
        return rt.call(this, [a, b, c]);
      },
      $call4(this: PyObject, a: PyObject, b: PyObject, c: PyObject, d: PyObject) {
        return rt.call(this, [a, b, c, d]);
      },
      /** What Skulpt's and JS's own conversions see. */
      toString(this: PyObject) {
        return `[Python ${rt.tpName(this)}]`;
      },
    },
    getset: {
      __class__: {
        get: (o: PyObject) => o.ob$type,
        set: (o: PyObject, v) => assignClass(rt, o, v),
        doc: "the object's class",
      },
    },
    methods: {
      __dir__: [
        "(self, /)",
        (self: PyObject) => rt.list(defaultDir(rt, self)),
        "Default dir() implementation.",
      ],
      __format__: [
        "(self, format_spec, /)",
        (self: PyObject, spec: PyObject) => {
          if (!rt.isStr(spec))
            throw rt.error("TypeError", `__format__() argument must be str, not ${rt.argumentName(spec)}`);
          if (spec.v !== "")
            throw rt.error("TypeError", `unsupported format string passed to ${rt.tpName(self)}.__format__`);
          return self.tp$str();
        },
        "Default object formatter.",
      ],
      __reduce__: ["(self, /)", (self: PyObject) => reduce(rt, self, 0), "Helper for pickle."],
      __reduce_ex__: [
        "(self, protocol, /)",
        (self: PyObject, protocol: PyObject) => {
          const own = rt.lookupType(self.ob$type, "__reduce__");
          if (own !== object.$ns.get("__reduce__")) return rt.callSpecial0(self, "__reduce__");
          return reduce(rt, self, Number(rt.index(protocol)));
        },
        "Helper for pickle.",
      ],
      __getstate__: ["(self, /)", (self: PyObject) => getState(rt, self), "Helper for pickle."],
      __sizeof__: ["(self, /)", () => rt.int(16), "Size of object in memory, in bytes."],
    },
    classMethods: {
      __init_subclass__: [
        "(cls, /)",
        () => rt.none,
        "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n",
      ],
      __subclasshook__: [
        "(cls, subclass, /)",
        () => rt.notImplemented,
        "Abstract classes can override this to customize issubclass().\n",
      ],
    },
  });
}

function defaultDir(rt: Runtime, self: PyObject): PyObject[] {
  const names = new Set<string>();
  const dict = rt.lookup(self, "__dict__");
  if (dict !== undefined && rt.isType(self) === false && rt.isInstance(dict, rt.types["dict"])) {
    for (const k of rt.iterate(dict)) if (rt.isStr(k)) names.add(k.v as string);
  }
  const cls = rt.lookup(self, "__class__");
  if (cls !== undefined && rt.isType(cls))
    for (const k of cls.$mro) for (const n of k.$ns.keys()) names.add(n);
  return [...names].map((n) => rt.str(n));
}

function assignClass(rt: Runtime, o: PyObject, value: PyObject | undefined): void {
  if (value === undefined) throw rt.error("TypeError", "can't delete __class__ attribute");
  if (!rt.isType(value))
    throw rt.error("TypeError", `__class__ must be set to a class, not '${rt.tpName(value)}' object`);
  const from = o.ob$type;
  const moduleType = rt.types["module"] as PyType;
  const bothModules = rt.isSubtype(from, moduleType) && rt.isSubtype(value, moduleType);
  if (!bothModules && (!from.$heap || !value.$heap)) {
    throw rt.error(
      "TypeError",
      "__class__ assignment only supported for mutable types or ModuleType subclasses",
    );
  }
  const slotsOf = (t: PyType): string => t.$mro.flatMap((k) => k.$slotNames ?? []).join();
  const native = (t: PyType): PyType => (t.$heap ? native(t.$base!) : t);
  if (
    native(from) !== native(value) ||
    from.$hasDict !== value.$hasDict ||
    slotsOf(from) !== slotsOf(value)
  ) {
    throw rt.error(
      "TypeError",
      `__class__ assignment: '${tpName(value)}' object layout differs from '${tpName(from)}'`,
    );
  }
  // The shape belongs to the old class.
  if (o.$shape !== undefined && from.$hasDict) rt.instanceDict(o);
  Object.setPrototypeOf(o, value.prototype);
}

function slotState(rt: Runtime, self: PyObject): PyObject | undefined {
  const values: (readonly [string, PyObject])[] = [];
  for (const k of self.ob$type.$mro) {
    for (const name of k.$slotNames ?? []) {
      const member = k.$ns.get(name);
      const v =
        member === undefined ? undefined : (self.$s?.[member.$index as number] as PyObject | undefined);
      if (v !== undefined) values.push([name, v]);
    }
  }
  return values.length === 0 ? undefined : rt.dict(values);
}

function getState(rt: Runtime, self: PyObject): PyObject {
  const dict = self.$d === undefined || self.$d.sq$length() === 0 ? rt.none : self.$d;
  const slots = slotState(rt, self);
  return slots === undefined ? dict : rt.tuple([dict, slots]);
}

/** Has the object no state that Python cannot see? Its own `__getstate__` vouches for it. */
function picklable(rt: Runtime, self: PyObject): boolean {
  let native: PyType = self.ob$type;
  while (native.$heap) native = native.$base!;
  if (["object", "list", "dict"].some((name) => native === rt.types[name]) || rt.isException(self))
    return true;
  const own = rt.lookupType(self.ob$type, "__getstate__");
  return own !== (rt.types["object"] as PyType).$ns.get("__getstate__");
}

/** What `copy` and `copyreg` expect of `object.__reduce_ex__` (PEP 307). */
function reduce(rt: Runtime, self: PyObject, protocol: number): PyObject {
  const copyreg = rt.importModule("copyreg");
  if (protocol < 2) return rt.call(rt.getattr(copyreg, "_reduce_ex"), [self, rt.int(protocol)]);
  let args: PyObject[] = [];
  let kwargs: PyObject | undefined;
  const newargsEx = rt.lookupSpecial(self, "__getnewargs_ex__");
  const newargs = rt.lookupSpecial(self, "__getnewargs__");
  const tuple = (o: PyObject, what: string, verb: string): PyObject[] => {
    if (!rt.isInstance(o, rt.types["tuple"]))
      throw rt.error("TypeError", `${what} ${verb} a tuple, not '${rt.tpName(o)}'`);
    return o.v as PyObject[];
  };
  if (newargsEx !== undefined) {
    const pair = tuple(rt.call(newargsEx, []), "__getnewargs_ex__", "should return");
    if (pair.length !== 2)
      throw rt.error("ValueError", `__getnewargs_ex__ should return a tuple of length 2, not ${pair.length}`);
    args = [...tuple(pair[0], "first item of the tuple returned by __getnewargs_ex__", "must be")];
    kwargs = pair[1];
    if (!rt.isInstance(kwargs, rt.types["dict"])) {
      throw rt.error(
        "TypeError",
        `second item of the tuple returned by __getnewargs_ex__ must be a dict, not '${rt.tpName(kwargs)}'`,
      );
    }
  } else if (newargs !== undefined) {
    args = [...tuple(rt.call(newargs, []), "__getnewargs__", "should return")];
  } else if (!picklable(rt, self)) {
    throw rt.error("TypeError", `cannot pickle '${rt.tpName(self)}' object`);
  }
  const state = rt.callMethod0(self, "__getstate__");
  const isList = rt.isInstance(self, rt.types["list"]);
  const isDict = rt.isInstance(self, rt.types["dict"]);
  const listItems = isList ? rt.iter(self) : rt.none;
  const dictItems = isDict ? rt.iter(rt.callMethod0(self, "items")) : rt.none;
  const hasKeywords = kwargs !== undefined && rt.len(kwargs) > 0;
  const maker = rt.getattr(copyreg, hasKeywords ? "__newobj_ex__" : "__newobj__");
  const makerArgs = hasKeywords
    ? rt.tuple([self.ob$type, rt.tuple(args), kwargs!])
    : rt.tuple([self.ob$type, ...args]);
  return rt.tuple([maker, makerArgs, state, listItems, dictItems]);
}
