/** property, classmethod, staticmethod and bound methods. */
import type { KwArgs, PyObject, PyType } from "../objects.js";
import type { Runtime } from "../runtime.js";

export function installPythonDescriptors(rt: Runtime): void {
  installProperty(rt);
  installWrappers(rt);
  installMethod(rt);
}

function installProperty(rt: Runtime): void {
  const construct = function (this: any, get: PyObject, set: PyObject, del: PyObject, doc: PyObject): void {
    this.$get = get;
    this.$set = set;
    this.$del = del;
    this.$doc = doc;
    this.$name = undefined;
    this.$getterDoc = false;
  };
  const none = (o: PyObject | undefined): PyObject => o ?? rt.none;
  const readonly = (): never => {
    throw rt.error("AttributeError", "readonly attribute");
  };
  const copy = (self: any, get?: PyObject, set?: PyObject, del?: PyObject): PyObject => {
    const made = rt.call(self.ob$type as PyType, [
      get ?? none(self.$get),
      set ?? none(self.$set),
      del ?? none(self.$del),
      self.$getterDoc === true && get !== undefined
        ? rt.none
        : none(self.$getterDoc === true ? undefined : self.$doc),
    ]) as any;
    made.$name = self.$name;
    return made;
  };
  const label = (self: any, obj: PyObject): string => {
    const of = `'${obj.ob$type.$qualname}' object`;
    return self.$name === undefined ? `property of ${of}` : `property ${rt.repr(self.$name)} of ${of}`;
  };
  rt.types["property"] = rt.defineType({
    name: "property",
    construct,
    doc: "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x",
    new: ["(cls, *args, **kw)", (cls: PyType) => rt.alloc(cls)],
    init: [
      "(self, fget=None, fset=None, fdel=None, doc=None)",
      (self: any, get: PyObject, set: PyObject, del: PyObject, doc: PyObject) => {
        const given = (o: PyObject): PyObject | undefined => (o === rt.none ? undefined : o);
        self.$get = given(get);
        self.$set = given(set);
        self.$del = given(del);
        self.$doc = given(doc);
        self.$getterDoc = false;
        if (self.$doc === undefined && self.$get !== undefined) {
          const inherited = rt.lookup(self.$get as PyObject, "__doc__");
          if (inherited !== undefined && inherited !== rt.none) {
            self.$getterDoc = true;
            if (self.ob$type === rt.types["property"]) self.$doc = inherited;
            else rt.setattr(self as PyObject, "__doc__", inherited);
          }
        }
      },
    ],
    slots: {
      tp$descr_get(this: any, obj: PyObject | null) {
        if (obj === null || obj === rt.none) return this;
        if (this.$get === undefined) throw rt.error("AttributeError", `${label(this, obj)} has no getter`);
        return this.$get.$call1(obj);
      },
      tp$descr_set(this: any, obj: PyObject, value: PyObject | undefined) {
        const f = value === undefined ? this.$del : this.$set;
        if (f === undefined)
          throw rt.error(
            "AttributeError",
            `${label(this, obj)} has no ${value === undefined ? "deleter" : "setter"}`,
          );
        if (value === undefined) f.$call1(obj);
        else f.$call2(obj, value);
      },
    },
    getset: {
      fget: { get: (p) => none(p.$get), set: readonly },
      fset: { get: (p) => none(p.$set), set: readonly },
      fdel: { get: (p) => none(p.$del), set: readonly },
      __doc__: {
        get: (p) => none(p.$doc),
        set: (p, v) => {
          p.$doc = v;
        },
      },
      __isabstractmethod__: {
        get: (p) => [p.$get, p.$set, p.$del].some((f) => f !== undefined && isAbstract(rt, f)),
      },
    },
    methods: {
      getter: [
        "(self, fget, /)",
        (p: PyObject, f: PyObject) => copy(p, f),
        "Descriptor to obtain a copy of the property with a different getter.",
      ],
      setter: [
        "(self, fset, /)",
        (p: PyObject, f: PyObject) => copy(p, undefined, f),
        "Descriptor to obtain a copy of the property with a different setter.",
      ],
      deleter: [
        "(self, fdel, /)",
        (p: PyObject, f: PyObject) => copy(p, undefined, undefined, f),
        "Descriptor to obtain a copy of the property with a different deleter.",
      ],
      __set_name__: [
        "(self, *args)",
        (p: any, args: PyObject[]) => {
          if (args.length !== 2) {
            throw rt.error(
              "TypeError",
              `__set_name__() takes 2 positional arguments but ${args.length} were given`,
            );
          }
          p.$name = args[1];
        },
        "Method to set name of a property.",
      ],
    },
  });
}

export function isAbstract(rt: Runtime, f: PyObject): boolean {
  const v = rt.lookup(f, "__isabstractmethod__");
  return v !== undefined && rt.isTrue(v);
}

function installWrappers(rt: Runtime): void {
  const wrapped = ["__module__", "__name__", "__qualname__", "__doc__"];
  const adopt = (self: any, f: PyObject): void => {
    self.$func = f;
    for (const name of wrapped) {
      const v = rt.lookup(f, name);
      if (v !== undefined) rt.instanceDict(self as PyObject).setStr(name, v);
    }
    const annotations = rt.lookup(f, "__annotations__");
    if (annotations !== undefined) rt.instanceDict(self as PyObject).setStr("__annotations__", annotations);
  };
  const common = (name: string): any => ({
    name,
    dict: true,
    construct: function (this: any, f: PyObject): void {
      this.$d = undefined;
      this.$func = undefined;
      if (f !== undefined) adopt(this, f);
    },
    new: ["(cls, *args, **kw)", (cls: PyType) => rt.alloc(cls)],
    init: ["(self, function, /)", (self: any, f: PyObject) => adopt(self, f)],
    getset: {
      __func__: { get: (m: any) => m.$func ?? rt.none },
      __wrapped__: { get: (m: any) => m.$func ?? rt.none },
      __isabstractmethod__: { get: (m: any) => m.$func !== undefined && isAbstract(rt, m.$func as PyObject) },
      __dict__: { get: (m: any) => rt.instanceDict(m as PyObject) },
    },
  });
  const sm = common("staticmethod");
  rt.types["staticmethod"] = rt.defineType({
    ...sm,
    doc: "Convert a function to be a static method.",
    slots: {
      tp$descr_get(this: any) {
        if (this.$func === undefined) throw rt.error("RuntimeError", "uninitialized staticmethod object");
        return this.$func;
      },
      tp$call(this: any, args: PyObject[], kw?: KwArgs) {
        return rt.call((this.$func as PyObject | undefined) ?? rt.none, args, kw);
      },
      $r(this: any) {
        return rt.str(`<staticmethod(${rt.repr((this.$func as PyObject | undefined) ?? rt.none)})>`);
      },
    },
  });
  const cm = common("classmethod");
  rt.types["classmethod"] = rt.defineType({
    ...cm,
    doc: "Convert a function to be a class method.",
    slots: {
      tp$descr_get(this: any, obj: PyObject | null, type: PyType | null) {
        if (this.$func === undefined) throw rt.error("RuntimeError", "uninitialized classmethod object");
        const cls = type ?? obj!.ob$type;
        const f = this.$func as PyObject;
        if (f.$isFunction === true) return rt.boundMethod(f, cls);
        // 3.9 to 3.12: other descriptors are chained.
        if (f.tp$descr_get !== undefined) return f.tp$descr_get(cls, cls.ob$type);
        return rt.boundMethod(f, cls);
      },
      $r(this: any) {
        return rt.str(`<classmethod(${rt.repr((this.$func as PyObject | undefined) ?? rt.none)})>`);
      },
    },
  });
}

function installMethod(rt: Runtime): void {
  const construct = function (this: any, f: PyObject, self: PyObject): void {
    this.$func = f;
    this.$self = self;
  };
  const method = rt.defineType({
    name: "method",
    construct,
    subclassable: false,
    doc: "Create a bound instance method object.",
    new: [
      "(cls, function, instance, /)",
      (_cls: PyType, f: PyObject, self: PyObject) => {
        if (!rt.callable(f)) throw rt.error("TypeError", "first argument must be callable");
        if (self === rt.none) throw rt.error("TypeError", "instance must not be None");
        return rt.boundMethod(f, self);
      },
    ],
    slots: {
      tp$call(this: any, args: PyObject[], kw?: KwArgs) {
        return rt.call(this.$func as PyObject, [this.$self as PyObject, ...args], kw);
      },
      tp$descr_get(this: any) {
        return this;
      },
      tp$getattr(this: any, name: string) {
        const own = rt.lookupType(method as PyType, name);
        if (own !== undefined) return own.tp$descr_get === undefined ? own : own.tp$descr_get(this, method);
        return rt.getattr(this.$func as PyObject, name);
      },
      $r(this: any) {
        const name =
          rt.lookup(this.$func as PyObject, "__qualname__") ?? rt.lookup(this.$func as PyObject, "__name__");
        const text = name !== undefined && rt.isStr(name) ? (name.v as string) : "?";
        return rt.str(`<bound method ${text} of ${rt.repr(this.$self as PyObject)}>`);
      },
      tp$richcompare(this: any, other: any, op: string) {
        if ((op !== "Eq" && op !== "NotEq") || other.ob$type !== method) return rt.notImplemented;
        return (
          (this.$self === other.$self && rt.equals(this.$func as PyObject, other.$func as PyObject)) ===
          (op === "Eq")
        );
      },
      tp$hash(this: any) {
        return rt.identityHash(this.$self) ^ rt.identityHash(this.$func);
      },
    },
    proto: {
      $call0(this: any) {
        return this.$func.$call1(this.$self);
      },
      $call1(this: any, a: PyObject) {
        return this.$func.$call2(this.$self, a);
      },
      $call2(this: any, a: PyObject, b: PyObject) {
        return this.$func.$call3(this.$self, a, b);
      },
    },
    getset: {
      __func__: { get: (m) => m.$func },
      __self__: { get: (m) => m.$self },
      __doc__: { get: (m) => rt.lookup(m.$func as PyObject, "__doc__") ?? rt.none },
    },
    methods: {
      __reduce__: [
        "(self, /)",
        (m: any) =>
          rt.tuple([
            rt.builtin("getattr"),
            rt.tuple([m.$self as PyObject, rt.getattr(m.$func as PyObject, "__name__")]),
          ]),
      ],
    },
  });
  rt.types["method"] = method;
}
