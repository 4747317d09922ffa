/**
 * The views of a dict (keys, values, items) with their set operations, and the six iterators. An iterator raises
 * RuntimeError when keys came or went since it began, and stays exhausted after its end.
 */
import type { Entry, HashTable } from "./core.js";
import type { Operator, PyObject, Rt, TypeSpec } from "../support.js";
import { compareBool, each, guarded, iter, same } from "../support.js";

type Dict = HashTable & Record<string, any>;

interface DictIterator {
  d: Dict | undefined;
  it: Iterator<Entry>;
  size: number;
  left: number;
}

function next(rt: Rt, self: DictIterator): Entry | undefined {
  const d = self.d;
  if (d === undefined) return undefined;
  if (d.map.size !== self.size) {
    self.size = -1; // sticky, as in CPython
    throw rt.error("RuntimeError", "dictionary changed size during iteration");
  }
  const step = self.it.next();
  if (step.done === true) {
    self.d = undefined;
    return undefined;
  }
  if (self.left-- === 0) throw rt.error("RuntimeError", "dictionary keys changed during iteration");
  return step.value;
}

/** The iterator types: keys, values, items, forward and reversed. */
export function iteratorSpecs(rt: Rt): TypeSpec[] {
  const results: Record<string, (d: Dict, e: Entry) => PyObject> = {
    key: (d, e) => e.key ?? d.keyOf(e),
    value: (_d, e) => e.value,
    item: (d, e) => new rt.types.tuple([d.keyOf(e), e.value]),
  };
  const specs: TypeSpec[] = [];
  for (const [kind, result] of Object.entries(results))
    for (const reverse of [false, true])
      specs.push({
        name: `dict_${reverse ? "reverse" : ""}${kind}iterator`,
        subclassable: false,
        construct: function (this: DictIterator, d: Dict) {
          this.d = d;
          this.it = reverse ? [...d.map.values()].reverse().values() : d.map.values();
          this.size = d.map.size;
          this.left = d.map.size;
        },
        slots: {
          tp$iter(this: DictIterator) {
            return this;
          },
          tp$iternext(this: DictIterator) {
            const d = this.d;
            const e = next(rt, this);
            return e === undefined ? undefined : result(d!, e);
          },
        },
        methods: {
          __length_hint__: [
            "(self, /)",
            (self: DictIterator) =>
              new rt.types.int(
                self.d !== undefined && self.d.map.size === self.size ? Math.max(0, self.left) : 0,
              ),
          ],
          __reduce__: [
            "(self, /)",
            (self: DictIterator) => {
              const rest: PyObject[] = [];
              const d = self.d;
              if (d !== undefined)
                for (const e of (reverse ? [...d.map.values()].reverse() : [...d.map.values()]).slice(
                  self.size - self.left,
                ))
                  rest.push(result(d, e));
              return new rt.types.tuple([rt.builtin("iter"), new rt.types.tuple([new rt.types.list(rest)])]);
            },
          ],
        },
      });
  return specs;
}

interface View {
  d: Dict;
}

/** dict_keys, dict_items and dict_values. */
export function viewSpecs(rt: Rt, active: Set<object>): TypeSpec[] {
  const mappingproxy = (self: View): PyObject => new rt.types.mappingproxy(self.d);
  const reprOf = (items: (self: View) => PyObject[]) =>
    function (this: any) {
      return new rt.types.str(
        guarded(
          rt,
          active,
          this.d,
          "...",
          () =>
            `${rt.typeName(this)}([${items(this as View)
              .map((x) => rt.repr(x))
              .join(", ")}])`,
        ),
      );
    };
  const keys = (self: View): PyObject[] => [...self.d.map.values()].map((e) => self.d.keyOf(e));
  const values = (self: View): PyObject[] => [...self.d.map.values()].map((e) => e.value);
  const items = (self: View): PyObject[] =>
    [...self.d.map.values()].map((e) => new rt.types.tuple([self.d.keyOf(e), e.value]));
  const isSetLike = (o: PyObject): boolean =>
    o instanceof rt.types.set ||
    o instanceof rt.types.frozenset ||
    o instanceof rt.types.dict_keys ||
    o instanceof rt.types.dict_items;
  const toSet = (o: PyObject): PyObject => {
    const s = new rt.types.set();
    each(rt, o, (x) => s.add(x));
    return s;
  };
  const contains = (o: PyObject, x: PyObject): boolean => o.sq$contains(x);
  const allIn = (a: PyObject, b: PyObject): boolean => {
    const it = iter(rt, a);
    for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext()) if (!contains(b, x)) return false;
    return true;
  };
  const length = (o: PyObject): number => o.sq$length();

  const setSlots = {
    tp$hash: rt.unhashable,
    tp$richcompare(this: View, other: PyObject, op: Operator) {
      if (!isSetLike(other)) return rt.notImplemented;
      const n = this.d.size;
      const m = length(other);
      switch (op) {
        case "Eq":
        case "NotEq":
          return (op === "Eq") === (n === m && allIn(this, other));
        case "Lt":
          return n < m && allIn(this, other);
        case "LtE":
          return n <= m && allIn(this, other);
        case "Gt":
          return n > m && allIn(other, this);
        case "GtE":
          return n >= m && allIn(other, this);
      }
    },
    nb$and(this: View, other: PyObject) {
      const out = new rt.types.set();
      // CPython walks the shorter of two set-like operands; the result's order follows the left one here.
      if (isSetLike(other)) each(rt, this, (x) => contains(other, x) && out.add(x));
      else each(rt, other, (x) => contains(this, x) && out.add(x));
      return out;
    },
    nb$reflected_and(this: View, other: PyObject) {
      const out = new rt.types.set();
      each(rt, other, (x) => contains(this, x) && out.add(x));
      return out;
    },
    nb$or(this: View, other: PyObject) {
      const out = toSet(this);
      each(rt, other, (x) => out.add(x));
      return out;
    },
    nb$reflected_or(this: View, other: PyObject) {
      const out = toSet(other);
      each(rt, this, (x) => out.add(x));
      return out;
    },
    nb$subtract(this: View, other: PyObject) {
      return subtract(this, other);
    },
    nb$reflected_subtract(this: View, other: PyObject) {
      return subtract(other, this);
    },
    nb$xor(this: View, other: PyObject) {
      return symmetric(this, other);
    },
    nb$reflected_xor(this: View, other: PyObject) {
      return symmetric(other, this);
    },
  };
  function subtract(a: PyObject, b: PyObject): PyObject {
    const out = toSet(a);
    each(rt, b, (x) => out.discard(x));
    return out;
  }
  function symmetric(a: PyObject, b: PyObject): PyObject {
    const out = toSet(a);
    each(rt, toSet(b), (x) => {
      if (!out.discard(x)) out.add(x);
    });
    return out;
  }
  const isDisjoint = [
    "(self, other, /)",
    (self: View, other: PyObject) => {
      const it = iter(rt, other);
      for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext())
        if (contains(self, x)) return rt.false;
      return rt.true;
    },
  ] as const;
  const common = (iterator: string) => ({
    tp$iter(this: View) {
      return new rt.types[iterator](this.d);
    },
    sq$length(this: View) {
      return this.d.map.size;
    },
  });
  const reversed = (iterator: string) =>
    ["(self, /)", (self: View) => new rt.types[iterator](self.d)] as const;
  const construct = () =>
    function (this: View, d: Dict) {
      this.d = d;
    };

  return [
    {
      name: "dict_keys",
      subclassable: false,
      construct: construct(),
      slots: {
        ...common("dict_keyiterator"),
        ...setSlots,
        $r: reprOf(keys),
        sq$contains(this: View, key: PyObject) {
          return this.d.find(key) !== undefined;
        },
      },
      methods: { isdisjoint: isDisjoint, __reversed__: reversed("dict_reversekeyiterator") },
      getset: { mapping: { get: mappingproxy } },
    },
    {
      name: "dict_items",
      subclassable: false,
      construct: construct(),
      slots: {
        ...common("dict_itemiterator"),
        ...setSlots,
        $r: reprOf(items),
        sq$contains(this: View, item: PyObject) {
          if (!(item instanceof rt.types.tuple) || item.v.length !== 2) return false;
          const e = this.d.find(item.v[0]);
          return e !== undefined && same(rt, e.value, item.v[1]);
        },
      },
      methods: { isdisjoint: isDisjoint, __reversed__: reversed("dict_reverseitemiterator") },
      getset: { mapping: { get: mappingproxy } },
    },
    {
      name: "dict_values",
      subclassable: false,
      construct: construct(),
      slots: {
        ...common("dict_valueiterator"),
        $r: reprOf(values),
        sq$contains(this: View, value: PyObject) {
          for (const e of [...this.d.map.values()])
            if (e.value === value || compareBool(rt, e.value, value, "Eq")) return true;
          return false;
        },
      },
      methods: { __reversed__: reversed("dict_reversevalueiterator") },
      getset: { mapping: { get: mappingproxy } },
    },
  ];
}
