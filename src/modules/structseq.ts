/**
 * Struct sequences: tuples whose items have names (os.stat_result, time.struct_time, pwd.struct_passwd, ...), with
 * fields beyond the tuple reachable by name only. Behaves as CPython's PyStructSequence.
 */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";

export interface StructSequence {
  readonly type: PyType;
  /** A value of the type: the visible items, then the hidden ones. */
  make(items: readonly PyObject[]): PyObject;
}

/** `visible` are the tuple's items in order; `hidden` are attributes only. */
export function structSequence(
  rt: Runtime,
  module: string,
  name: string,
  visible: readonly string[],
  hidden: readonly string[] = [],
  options: { readonly constructible?: boolean } = {},
): StructSequence {
  const total = visible.length + hidden.length;
  const fill = (self: any, items: readonly PyObject[]): PyObject => {
    self.v = items.slice(0, visible.length);
    self.hiddenItems = hidden.map((_, i) => items[visible.length + i] ?? rt.none);
    return self;
  };
  const qualified = module === "builtins" ? name : `${module}.${name}`;
  const getset: Record<string, { get: (self: any) => PyObject }> = {};
  visible.forEach((field, i) => {
    if (field !== "") getset[field] = { get: (self) => self.v[i] };
  });
  hidden.forEach((field, i) => {
    getset[field] = { get: (self) => self.hiddenItems[i] };
  });
  const type = rt.defineType({
    name,
    module,
    base: rt.types.tuple,
    subclassable: false,
    new: [
      "(cls, sequence, dict=None, /)",
      (cls: PyType, sequence: PyObject, dict: PyObject) => {
        if (options.constructible === false)
          throw rt.error("TypeError", `cannot create '${qualified}' instances`);
        const items = [...rt.iterate(sequence)];
        if (items.length < visible.length || items.length > total) {
          const bound =
            hidden.length === 0
              ? `a ${visible.length}-sequence`
              : items.length < visible.length
                ? `an at least ${visible.length}-sequence`
                : `an at most ${total}-sequence`;
          throw rt.error("TypeError", `${qualified}() takes ${bound} (${items.length}-sequence given)`);
        }
        if (dict !== rt.none) {
          hidden.forEach((field, i) => {
            items[visible.length + i] ??= dict.getStr?.(field) ?? rt.none;
          });
        }
        return fill(rt.alloc(cls), items);
      },
    ],
    getset,
    methods: {
      __reduce__: ["(self)", (self: any) => rt.tuple([type, rt.tuple([rt.tuple(self.v), rt.dict([])])])],
    },
    slots: {
      $r(this: any) {
        const parts = visible.map((field, i) => `${field}=${rt.repr(this.v[i])}`);
        return rt.str(`${qualified}(${parts.join(", ")})`);
      },
    },
    attributes: {
      n_sequence_fields: rt.int(visible.length),
      n_fields: rt.int(total),
      n_unnamed_fields: rt.int(0),
      __match_args__: rt.tuple(visible.map((field) => rt.str(field))),
    },
  });
  return { type, make: (items) => fill(rt.alloc(type), items) };
}
