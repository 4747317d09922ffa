/** `super`. */
import type { PyObject, PyType } from "../objects.js";
import type { Runtime } from "../runtime.js";

export function installSuper(rt: Runtime): void {
  const construct = function (
    this: any,
    cls: PyType,
    obj: PyObject | undefined,
    start: PyType | undefined,
  ): void {
    this.$cls = cls;
    this.$obj = obj;
    this.$start = start;
  };
  const superGet = function (this: any, name: string): PyObject | undefined {
    if (this.$obj !== undefined && name !== "__class__") {
      const v = rt.superLookup(this.$cls, this.$obj, this.$start, name);
      if (v !== undefined) return v;
    }
    return rt.attributes.genericGet.call(this, name);
  };
  rt.types["super"] = rt.defineType({
    name: "super",
    construct,
    doc: "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n",
    new: ["(cls, *args, **kw)", (cls: PyType) => rt.alloc(cls)],
    init: [
      "(self, type=..., obj=..., /)",
      (self: any, cls?: PyObject, obj?: PyObject) => {
        // Generated code passes both arguments for `super()`; a call that does not go through it has no frame to ask.
        if (cls === undefined) throw rt.error("RuntimeError", "super(): no arguments");
        if (!rt.isType(cls))
          throw rt.error("TypeError", `super() argument 1 must be a type, not ${rt.tpName(cls)}`);
        self.$cls = cls;
        if (obj === undefined || obj === rt.none) return;
        const bound = rt.super(cls, obj) as any;
        self.$obj = obj;
        self.$start = bound.$start;
      },
    ],
    slots: {
      tp$getattr: superGet,
      tp$descr_get(this: any, obj: PyObject | null) {
        if (obj === null || this.$obj !== undefined) return this;
        if (this.ob$type !== rt.types["super"]) return rt.call(this.ob$type, [this.$cls, obj]);
        return rt.super(this.$cls as PyType, obj);
      },
      $r(this: any) {
        const of = this.$obj === undefined ? "NULL" : `<${this.$start.$name} object>`;
        return rt.str(`<super: <class '${this.$cls?.$name ?? "NULL"}'>, ${of}>`);
      },
    },
    getset: {
      __thisclass__: { get: (s) => s.$cls ?? rt.none },
      __self__: { get: (s) => s.$obj ?? rt.none },
      __self_class__: { get: (s) => s.$start ?? rt.none },
    },
  });
}
