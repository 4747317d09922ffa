/** mappingproxy: a read-only view of a mapping, or (with `$of`) of a class's namespace. */
import type { CompareOp, PyObject, PyType } from "../objects.js";
import type { Runtime } from "../runtime.js";

export function installMappingProxy(rt: Runtime): void {
  const construct = function (this: any, map: PyObject | undefined, of: PyType | undefined): void {
    this.$map = map;
    this.$of = of;
  };
  /** The mapping behind; a class's namespace is copied into a dict. */
  const mapping = (self: any): PyObject => self.$map ?? rt.dict((self.$of as PyType).$ns);
  const forward = (name: string, text: string): readonly [string, (...args: any[]) => any] => [
    text,
    (self: any, ...args: (PyObject | undefined)[]) =>
      rt.callMethod(
        mapping(self),
        name,
        args.filter((a) => a !== undefined),
      ),
  ];
  rt.types["mappingproxy"] = rt.defineType({
    name: "mappingproxy",
    construct,
    subclassable: false,
    new: [
      "(cls, mapping)",
      (_cls: PyType, map: PyObject) => {
        if (
          map.mp$subscript === undefined ||
          rt.isInstance(map, rt.types["list"]) ||
          rt.isInstance(map, rt.types["tuple"])
        ) {
          throw rt.error("TypeError", `mappingproxy() argument must be a mapping, not ${rt.tpName(map)}`);
        }
        return new rt.types["mappingproxy"](map, undefined);
      },
    ],
    slots: {
      mp$subscript(this: any, key: PyObject) {
        if (this.$of === undefined) return rt.getItem(this.$map as PyObject, key);
        const v = rt.isStr(key) ? this.$of.$ns.get(key.v) : undefined;
        if (v === undefined) throw rt.errorWith("KeyError", [key]);
        return v;
      },
      sq$contains(this: any, key: PyObject) {
        if (this.$of === undefined) return rt.contains(this.$map as PyObject, key);
        return rt.isStr(key) && this.$of.$ns.has(key.v);
      },
      sq$length(this: any) {
        return this.$of === undefined ? rt.len(this.$map as PyObject) : this.$of.$ns.size;
      },
      tp$iter(this: any) {
        return rt.iter(mapping(this));
      },
      $r(this: any) {
        return rt.str(`mappingproxy(${rt.repr(mapping(this))})`);
      },
      tp$str(this: any) {
        return rt.str(rt.strOf(mapping(this)));
      },
      tp$hash(this: any) {
        const map = mapping(this);
        if (map.tp$hash === rt.unhashable)
          throw rt.error("TypeError", `unhashable type: '${rt.tpName(this as PyObject)}'`);
        return rt.hash(map);
      },
      tp$richcompare(this: any, other: PyObject, op: CompareOp) {
        return rt.richCompare(mapping(this), other.ob$type === this.ob$type ? mapping(other) : other, op);
      },
      nb$or(this: any, other: PyObject) {
        return rt.binary(mapping(this), other.ob$type === this.ob$type ? mapping(other) : other, "or");
      },
      nb$inplace_or(this: any) {
        throw rt.error(
          "TypeError",
          `'|=' is not supported by ${rt.tpName(this as PyObject)}; use '|' instead`,
        );
      },
      nb$reflected_or(this: any, other: PyObject) {
        return rt.binary(other, mapping(this), "or");
      },
    },
    methods: {
      get: forward("get", "(self, key, default=None, /)"),
      keys: forward("keys", "(self, /)"),
      values: forward("values", "(self, /)"),
      items: forward("items", "(self, /)"),
      copy: forward("copy", "(self, /)"),
      __reversed__: forward("__reversed__", "(self, /)"),
    },
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyType, item: PyObject) => rt.genericAlias(cls, item)],
    },
  });
}
