/** types.SimpleNamespace: attributes from keywords, shown and compared by them. sys.implementation is one. */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";

export function makeSimpleNamespace(rt: Runtime): PyType {
  const active = new Set<PyObject>();
  const type: PyType = rt.defineType({
    name: "SimpleNamespace",
    module: "types",
    dict: true,
    new: ["(cls, *args, **kwargs)", (cls: PyType) => rt.alloc(cls)],
    init: [
      "(self, /, **kwargs)",
      (self: PyObject, kw: Map<string, PyObject>) => {
        for (const [name, value] of kw) rt.setattr(self, name, value);
      },
    ],
    methods: {
      __reduce__: [
        "(self)",
        (self: PyObject) => rt.tuple([self.ob$type, rt.tuple([]), rt.instanceDict(self)]),
      ],
    },
    slots: {
      tp$richcompare(this: PyObject, other: PyObject, op: "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE") {
        if (!rt.isInstance(other, type)) return rt.notImplemented;
        return rt.compareBool(rt.instanceDict(this), rt.instanceDict(other), op);
      },
      tp$hash: rt.unhashable,
      $r(this: PyObject) {
        const name = this.ob$type === type ? "namespace" : rt.typeName(this);
        if (active.has(this)) return rt.str(`${name}(...)`);
        active.add(this);
        try {
          const parts = rt
            .toArray(rt.callMethod0(rt.instanceDict(this), "items"))
            .map((pair) => `${rt.strOf(pair.v[0])}=${rt.repr(pair.v[1])}`);
          return rt.str(`${name}(${parts.join(", ")})`);
        } finally {
          active.delete(this);
        }
      },
    },
  });
  return type;
}
