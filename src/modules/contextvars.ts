/**
 * `_contextvars`: Context, ContextVar and Token (PEP 567) of the one thread there is.
 */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";

export function installContextVars(rt: Runtime): void {
  rt.registerModule("_contextvars", (_, module) => fillContextVars(rt, module));
}

/** Context variables of one thread: a stack of contexts. */
function fillContextVars(rt: Runtime, module: { setStr(name: string, value: PyObject): void }): void {
  let current = new Map<PyObject, PyObject>();
  const contextType = rt.defineType({
    name: "Context",
    module: "_contextvars",
    new: [
      "(cls)",
      (cls: PyType) => Object.assign(rt.alloc(cls) as object, { values: new Map<PyObject, PyObject>() }),
    ],
    methods: {
      run: [
        "(self, callable, /, *args, **kwargs)",
        (self: any, f: PyObject, args: PyObject[], kw: Map<string, PyObject>) => {
          const before = current;
          current = self.values;
          try {
            return rt.call(f, args, [...kw].flat());
          } finally {
            current = before;
          }
        },
      ],
      copy: ["(self)", (self: any) => makeContext(self.values as Map<PyObject, PyObject>)],
      get: [
        "(self, key, default=None, /)",
        (self: any, key: PyObject, otherwise: PyObject) => self.values.get(key) ?? otherwise,
      ],
      keys: ["(self)", (self: any) => rt.list([...self.values.keys()])],
      values: ["(self)", (self: any) => rt.list([...self.values.values()])],
      items: ["(self)", (self: any) => rt.list([...self.values].map((pair) => rt.tuple([...pair])))],
    },
    slots: {
      sq$length(this: any) {
        return this.values.size as number;
      },
      sq$contains(this: any, key: PyObject) {
        return this.values.has(key) as boolean;
      },
      mp$subscript(this: any, key: PyObject) {
        const value = this.values.get(key) as PyObject | undefined;
        if (value === undefined) throw rt.errorWith("KeyError", [key]);
        return value;
      },
      tp$iter(this: any) {
        return rt.iter(rt.list([...this.values.keys()]));
      },
    },
  });
  const makeContext = (values: Map<PyObject, PyObject>): PyObject =>
    Object.assign(rt.alloc(contextType) as PyObject, { values: new Map(values) });
  const missing = rt.alloc(rt.types["object"]) as PyObject;
  const token = rt.defineType({
    name: "Token",
    module: "_contextvars",
    getset: {
      var: { get: (self: any) => self.variable },
      old_value: { get: (self: any) => self.old ?? missing },
    },
  });
  rt.setTypeAttr(token, "MISSING", missing);
  const variable = rt.defineType({
    name: "ContextVar",
    module: "_contextvars",
    new: [
      "(cls, name, *, default=...)",
      (cls: PyType, name: PyObject, otherwise: PyObject | undefined) => {
        if (!rt.isStr(name)) throw rt.error("TypeError", "context variable name must be a str");
        return Object.assign(rt.alloc(cls) as PyObject, { nameObject: name, otherwise });
      },
    ],
    methods: {
      get: [
        "(self, default=..., /)",
        (self: any, otherwise: PyObject | undefined) => {
          const value =
            current.get(self as PyObject) ?? otherwise ?? (self.otherwise as PyObject | undefined);
          if (value === undefined) throw rt.errorWith("LookupError", [self as PyObject]);
          return value;
        },
      ],
      set: [
        "(self, value, /)",
        (self: PyObject, value: PyObject) => {
          const result = Object.assign(rt.alloc(token) as PyObject, {
            variable: self,
            old: current.get(self),
          });
          current.set(self, value);
          return result;
        },
      ],
      reset: [
        "(self, token, /)",
        (self: PyObject, used: any) => {
          if (used.variable !== self)
            throw rt.error(
              "ValueError",
              `${rt.repr(used as PyObject)} was created by a different ContextVar`,
            );
          if (used.old === undefined) current.delete(self);
          else current.set(self, used.old as PyObject);
        },
      ],
    },
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
    },
    getset: { name: { get: (self: any) => self.nameObject } },
    slots: {
      $r(this: any) {
        const otherwise = this.otherwise as PyObject | undefined;
        const shown = otherwise === undefined ? "" : ` default=${rt.repr(otherwise)}`;
        return rt.str(`<ContextVar name=${rt.repr(this.nameObject)}${shown} at ${rt.address(this)}>`);
      },
    },
  });
  module.setStr("Context", contextType);
  module.setStr("ContextVar", variable);
  module.setStr("Token", token);
  module.setStr(
    "copy_context",
    rt.fn("copy_context()", () => makeContext(current)),
  );
}
