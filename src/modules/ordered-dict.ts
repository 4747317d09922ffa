/** collections.OrderedDict: a dict whose order is part of its value. */
import type { NativeSpec } from "../vm/runtime/native.js";
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";

export function makeOrderedDict(rt: Runtime): PyType {
  const dict = rt.types["dict"] as PyType;
  const missing = (key: PyObject): PyObject => rt.errorWith("KeyError", [key]);
  const items = (self: PyObject): PyObject[] => rt.toArray(rt.callMethod0(self, "items"));
  const view = (kind: "keys" | "items" | "values"): NativeSpec => {
    const made: any = rt.defineType({
      name: `odict_${kind}`,
      base: rt.types[`dict_${kind}`],
      subclassable: false,
      construct: function (this: any, d: PyObject) {
        this.d = d;
      },
    });
    return ["(self, /)", (self: PyObject) => new made(self) as PyObject];
  };
  const dictMethod = (name: string): PyObject => dict.$ns.get(name)!;
  const type: PyType = rt.defineType({
    name: "OrderedDict",
    module: "collections",
    base: dict,
    dict: true,
    methods: {
      keys: view("keys"),
      items: view("items"),
      values: view("values"),
      pop: [
        "(self, /, key, default=...)",
        (self: PyObject, key: PyObject, otherwise?: PyObject) =>
          rt.call(dictMethod("pop"), otherwise === undefined ? [self, key] : [self, key, otherwise]),
      ],
      setdefault: [
        "(self, /, key, default=None)",
        (self: PyObject, key: PyObject, otherwise: PyObject) =>
          rt.call(dictMethod("setdefault"), [self, key, otherwise]),
      ],
      move_to_end: [
        "(self, key, last=True)",
        (self: PyObject, key: PyObject, last: PyObject) => {
          if (!rt.contains(self, key)) throw missing(key);
          const value = dict.prototype.mp$subscript.call(self, key) as PyObject;
          dict.prototype.mp$ass_subscript.call(self, key, undefined);
          if (rt.isTrue(last)) {
            dict.prototype.mp$ass_subscript.call(self, key, value);
            return;
          }
          const rest = items(self);
          rt.budget.step(rest.length);
          rt.callMethod0(self, "clear");
          dict.prototype.mp$ass_subscript.call(self, key, value);
          for (const item of rest) dict.prototype.mp$ass_subscript.call(self, item.v[0], item.v[1]);
        },
      ],
      popitem: [
        "(self, last=True)",
        (self: PyObject, last: PyObject) => {
          if (rt.len(self) === 0) throw rt.error("KeyError", "dictionary is empty");
          const key = rt.next(rt.isTrue(last) ? rt.callMethod0(self, "__reversed__") : rt.iter(self))!;
          const value = rt.getItem(self, key);
          dict.prototype.mp$ass_subscript.call(self, key, undefined);
          return rt.tuple([key, value]);
        },
      ],
      copy: ["(self)", (self: any) => rt.call(self.ob$type, [self])],
      __copy__: ["(self)", (self: any) => rt.call(self.ob$type, [self])],
      __reduce__: [
        "(self)",
        (self: any) =>
          rt.tuple([self.ob$type, rt.tuple([]), rt.none, rt.none, rt.iter(rt.callMethod0(self, "items"))]),
      ],
    },
    classMethods: {
      fromkeys: [
        "(cls, iterable, value=None)",
        (cls: PyObject, iterable: PyObject, value: PyObject) => {
          const result = rt.call(cls, []);
          for (const key of rt.iterate(iterable)) rt.setItem(result, key, value);
          return result;
        },
      ],
    },
    slots: {
      $r(this: any) {
        if (rt.len(this) === 0) return rt.str(`${rt.typeName(this)}()`);
        if (this.inRepr === true) return rt.str("...");
        this.inRepr = true;
        try {
          return rt.str(`${rt.typeName(this)}(${rt.repr(rt.list(items(this)))})`);
        } finally {
          this.inRepr = false;
        }
      },
      tp$richcompare(this: PyObject, other: PyObject, op: string) {
        if (op !== "Eq" && op !== "NotEq") return rt.notImplemented;
        const plain = dict.prototype.tp$richcompare.call(this, other, op);
        if (!rt.isInstance(other, type) || plain === rt.notImplemented) return plain;
        const equal = plain === (op === "Eq") || plain === rt.bool(op === "Eq");
        if (!equal) return op !== "Eq";
        const a = rt.toArray(this);
        const b = rt.toArray(other);
        return a.every((key, i) => rt.equals(key, b[i])) === (op === "Eq");
      },
      tp$hash: rt.unhashable,
      nb$or(this: any, other: PyObject) {
        if (!rt.isInstance(other, dict)) return rt.notImplemented;
        const result = rt.call(this.ob$type, [this]);
        rt.callMethod1(result, "update", other);
        return result;
      },
      nb$reflected_or(this: any, other: PyObject) {
        if (!rt.isInstance(other, dict)) return rt.notImplemented;
        const result = rt.call(this.ob$type, [other]);
        rt.callMethod1(result, "update", this);
        return result;
      },
    },
  });
  return type;
}
