/** Python's tuple: `.v` is the JS array, never changed. */
import type { Hash } from "../dict/core.js";
import type { KwArgs, Operator, PyObject, Rt, TypeSpec } from "../support.js";
import { combineHashes, guarded, hasIndex, instance } from "../support.js";
import {
  compareArrays,
  containsItem,
  countItem,
  indexMethod,
  itemIndex,
  repeatArray,
  sliceArray,
} from "./common.js";

interface Self {
  v: PyObject[];
  ob$type: PyObject;
}

export function createTuple() {
  return function tuple(this: { v: PyObject[] }, items?: PyObject[]): void {
    this.v = items === undefined ? [] : items;
  };
}

export function tupleSpec(rt: Rt, construct: any, active: Set<object>): TypeSpec {
  const make = (items: PyObject[]): PyObject => rt.tuple(items);
  const isTuple = (o: PyObject): boolean => o instanceof construct;
  const exact = (self: Self): PyObject => (self.ob$type === construct ? self : make(self.v));
  return {
    name: "tuple",
    construct,
    doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
    slots: {
      tp$new(this: any, args: readonly PyObject[], kw?: KwArgs) {
        const cls = this.constructor;
        if (
          kw !== undefined &&
          kw.length > 0 &&
          (cls === construct || cls.prototype.tp$init === construct.prototype.tp$init)
        )
          throw rt.error("TypeError", "tuple() takes no keyword arguments");
        if (args.length > 1)
          throw rt.error("TypeError", `tuple expected at most 1 argument, got ${args.length}`);
        const iterable = args[0];
        if (cls === construct) {
          if (iterable === undefined) return make([]);
          return iterable.ob$type === construct ? iterable : make(rt.toArray(iterable));
        }
        const items = iterable === undefined ? [] : rt.toArray(iterable);
        return instance<Self>(rt, cls, construct, (o) => (o.v = items));
      },
      $r(this: Self) {
        const { v } = this;
        if (v.length === 0) return rt.str("()");
        return rt.str(
          guarded(rt, active, this, "(...)", () => {
            rt.budget.step(v.length);
            return `(${v.map((x) => rt.repr(x)).join(", ")}${v.length === 1 ? "," : ""})`;
          }),
        );
      },
      tp$hash(this: Self) {
        const { v } = this;
        const hashes = new Array<Hash>(v.length);
        for (let i = 0; i < v.length; i++) hashes[i] = v[i].tp$hash();
        return combineHashes(hashes, 1);
      },
      tp$richcompare(this: Self, other: PyObject, op: Operator) {
        return isTuple(other) ? compareArrays(rt, this.v, other.v as PyObject[], op) : rt.notImplemented;
      },
      tp$iter(this: Self) {
        return new rt.types.tuple_iterator(this);
      },
      sq$length(this: Self) {
        return this.v.length;
      },
      sq$contains(this: Self, x: PyObject) {
        return containsItem(rt, this.v, x);
      },
      sq$concat(this: Self, other: PyObject) {
        if (!isTuple(other))
          throw rt.error("TypeError", `can only concatenate tuple (not "${rt.tpName(other)}") to tuple`);
        const b = other.v as PyObject[];
        if (b.length === 0) return exact(this);
        rt.budget.allocate((this.v.length + b.length) * 8);
        return make(this.v.concat(b));
      },
      sq$repeat(this: Self, count: PyObject) {
        if (this.ob$type === construct && count.v === 1 && count.$isInt === true) return this;
        return make(repeatArray(rt, this.v, count));
      },
      mp$subscript(this: Self, key: PyObject) {
        const v = this.v;
        if (key.ob$type === rt.types.int && typeof key.v === "number") {
          const x = v[key.v < 0 ? key.v + v.length : key.v];
          if (x !== undefined) return x;
          throw rt.error("IndexError", "tuple index out of range");
        }
        if (hasIndex(rt, key)) return v[itemIndex(rt, key, v.length, "tuple index out of range")];
        if (key.ob$type === rt.types.slice) {
          const items = sliceArray(rt, v, key);
          return items.length === v.length && (key.step === rt.none || key.step.v === 1)
            ? exact(this)
            : make(items);
        }
        throw rt.error("TypeError", `tuple indices must be integers or slices, not ${rt.tpName(key)}`);
      },
    },
    methods: {
      __getnewargs__: ["(self, /)", (self: Self) => make([make(self.v.slice())])],
      count: ["(self, value, /)", (self: Self, x: PyObject) => rt.int(countItem(rt, self.v, x))],
      index: indexMethod(rt, () => "tuple.index(x): x not in tuple"),
    },
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
    },
    proto: {
      $closed: true,
      sk$asarray(this: Self) {
        return this.v.slice();
      },
    },
  };
}
