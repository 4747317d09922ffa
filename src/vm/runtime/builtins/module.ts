/** The type of modules. Attributes stand in the module's dict; `__getattr__` there is asked last (PEP 562). */
import type { PyObject } from "../objects.js";
import type { Runtime } from "../runtime.js";

export function installModuleType(rt: Runtime): void {
  const construct = function (this: any): void {
    this.$d = undefined;
  };
  const nameOf = (m: PyObject): string | undefined => {
    const n = m.$d?.getStr("__name__");
    return n !== undefined && rt.isStr(n) ? (n.v as string) : undefined;
  };
  rt.types["module"] = rt.defineType({
    name: "module",
    construct,
    dict: true,
    doc: "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
    init: [
      "(self, name, doc=None)",
      (self: PyObject, name: PyObject, doc: PyObject) => {
        if (!rt.isStr(name))
          throw rt.error("TypeError", `module() argument 'name' must be str, not ${rt.argumentName(name)}`);
        const d = rt.instanceDict(self);
        d.setStr("__name__", name);
        d.setStr("__doc__", doc);
        for (const empty of ["__package__", "__loader__", "__spec__"]) d.setStr(empty, rt.none);
      },
    ],
    slots: {
      tp$getattr(this: PyObject, name: string) {
        const v = rt.attributes.genericGet.call(this, name);
        if (v !== undefined) return v;
        const hook = this.$d?.getStr("__getattr__");
        if (hook !== undefined) return hook.$call1(rt.str(name));
        const own = nameOf(this);
        const text =
          own === undefined
            ? `module has no attribute '${name}'`
            : this.$initializing === true
              ? `partially initialized module '${own}' has no attribute '${name}' (most likely due to a circular import)`
              : `module '${own}' has no attribute '${name}'`;
        throw rt.exceptions.attributeWith(text, this, name);
      },
      $r(this: PyObject) {
        const name = nameOf(this) ?? "?";
        const file = this.$d?.getStr("__file__");
        return rt.str(
          file === undefined
            ? `<module '${name}'${this.$native === true ? " (built-in)" : ""}>`
            : `<module '${name}' from ${rt.repr(file)}>`,
        );
      },
    },
    getset: {
      __dict__: { get: (m: PyObject) => rt.instanceDict(m) },
    },
    methods: {
      __dir__: [
        "(self, /)",
        (m: PyObject) => {
          const hook = m.$d?.getStr("__dir__");
          if (hook !== undefined) return rt.call(hook, []);
          const dict = rt.getattr(m, "__dict__");
          if (!rt.isInstance(dict, rt.types["dict"]))
            throw rt.error("TypeError", "<module>.__dict__ is not a dictionary");
          return rt.list([...rt.iterate(dict)]);
        },
      ],
    },
  });
}
