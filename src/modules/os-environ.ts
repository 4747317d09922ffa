/** os.environ: a live mapping over the VM's copy of the host's environment. Changes stay inside of the VM. */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";

export function makeEnviron(rt: Runtime, context: ModuleContext): PyObject {
  const env = context.environ;
  const text = (value: PyObject): string => {
    if (!rt.isStr(value)) throw rt.error("TypeError", `str expected, not ${rt.tpName(value)}`);
    return value.v;
  };
  const snapshot = (): PyObject => rt.dict([...env].map(([name, value]) => [rt.str(name), rt.str(value)]));
  const get = (key: PyObject): PyObject => {
    const value = env.get(text(key));
    if (value === undefined) throw rt.errorWith("KeyError", [key]);
    return rt.str(value);
  };
  const update = (other: PyObject | undefined, kw: ReadonlyMap<string, PyObject>): void => {
    const entries = rt.call(rt.types.dict, other === undefined ? [] : [other]);
    for (const key of rt.iterate(entries)) env.set(text(key), text(rt.getItem(entries, key)));
    for (const [name, value] of kw) env.set(name, text(value));
  };
  const isMapping = (other: PyObject): boolean =>
    rt.isInstance(other, rt.types.dict) || other.ob$type === type;
  const asDict = (other: PyObject): PyObject => (other.ob$type === type ? snapshot() : other);
  const type = rt.defineType({
    name: "_Environ",
    module: "os",
    methods: {
      get: [
        "(self, key, default=None)",
        (_: PyObject, key: PyObject, otherwise: PyObject) => {
          const value = env.get(text(key));
          return value === undefined ? otherwise : rt.str(value);
        },
      ],
      keys: ["(self)", () => rt.callMethod(snapshot(), "keys", [])],
      values: ["(self)", () => rt.callMethod(snapshot(), "values", [])],
      items: ["(self)", () => rt.callMethod(snapshot(), "items", [])],
      pop: [
        "(self, key, default=...)",
        (_: PyObject, key: PyObject, otherwise: PyObject | undefined) => {
          const value = env.get(text(key));
          if (value === undefined) {
            if (otherwise === undefined) throw rt.errorWith("KeyError", [key]);
            return otherwise;
          }
          env.delete(text(key));
          return rt.str(value);
        },
      ],
      popitem: [
        "(self)",
        () => {
          const first = env.entries().next().value;
          if (first === undefined) throw rt.errorWith("KeyError", []);
          env.delete(first[0]);
          return rt.tuple([rt.str(first[0]), rt.str(first[1])]);
        },
      ],
      setdefault: [
        "(self, key, value)",
        (_: PyObject, key: PyObject, value: PyObject) => {
          if (!env.has(text(key))) env.set(text(key), text(value));
          return get(key);
        },
      ],
      update: [
        "(self, other=..., /, **kwds)",
        (_: PyObject, other: PyObject | undefined, kw: ReadonlyMap<string, PyObject>) => update(other, kw),
      ],
      clear: ["(self)", () => env.clear()],
      copy: ["(self)", () => snapshot()],
    },
    slots: {
      mp$subscript(key: PyObject) {
        return get(key);
      },
      mp$ass_subscript(key: PyObject, value: PyObject | undefined) {
        if (value !== undefined) env.set(text(key), text(value));
        else if (!env.delete(text(key))) throw rt.errorWith("KeyError", [key]);
      },
      sq$length: () => env.size,
      sq$contains: (key: PyObject) => env.has(text(key)),
      tp$iter: () => rt.iter(rt.list([...env.keys()].map((name) => rt.str(name)))),
      tp$richcompare(other: PyObject, op: string) {
        if ((op !== "Eq" && op !== "NotEq") || !isMapping(other)) return rt.notImplemented;
        return rt.equals(snapshot(), asDict(other)) === (op === "Eq");
      },
      tp$hash: rt.unhashable,
      nb$or(other: PyObject) {
        if (!isMapping(other)) return rt.notImplemented;
        const merged = snapshot();
        rt.callMethod(merged, "update", [asDict(other)]);
        return merged;
      },
      nb$inplace_or(this: PyObject, other: PyObject) {
        update(asDict(other), new Map());
        return this;
      },
      $r: () => rt.str(`environ(${rt.repr(snapshot())})`),
    },
  });
  return rt.alloc(type);
}
