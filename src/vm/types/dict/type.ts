/**
 * Python's dict over HashTable: slots and methods with CPython 3.11's results, errors and texts. Views and iterators
 * stand in views.ts. A class that extends dict gets `__missing__`; internal access (getStr, find, put) never calls
 * Python methods of a subclass, as CPython's C interface does not.
 */
import type { Entry, HashTable } from "./core.js";
import { initTable } from "./core.js";
import type { KwArgs, Operator, PyObject, Rt, TypeSpec } from "../support.js";
import { compareBool, each, guarded, iter, toArray } from "../support.js";

type Dict = HashTable & Record<string, any>;

/** Copies another dict's entries over this one's, as `dict.update(dict)` does. */
export function mergeDict(rt: Rt, self: HashTable, other: HashTable): void {
  if (other === self) return;
  if (self.size === 0) {
    self.copyFrom(other);
    return;
  }
  const { map, size } = other;
  for (const e of map.values()) {
    self.putEntry(e, e.value);
    // an __eq__ may have changed the source
    if (other.map !== map || map.size !== size) throw rt.error("RuntimeError", "dict mutated during update");
  }
}

/** `dict.update(*args, **kw)`; `name` stands in the error for too many arguments. */
export function update(
  rt: Rt,
  self: Dict,
  args: readonly PyObject[],
  kw: KwArgs | undefined,
  name: string,
): void {
  if (args.length > 1) throw rt.error("TypeError", `${name} expected at most 1 argument, got ${args.length}`);
  if (args.length === 1) updateFrom(rt, self, args[0]);
  if (kw !== undefined) for (let i = 0; i < kw.length; i += 2) self.setStr(kw[i] as string, kw[i + 1]);
}

/** Takes the pairs of a mapping (anything with `keys`) or of an iterable of pairs. */
export function updateFrom(rt: Rt, self: Dict, source: PyObject): void {
  const { dict } = rt.types;
  if (source instanceof dict && source.tp$iter === dict.prototype.tp$iter) {
    rt.budget.step(source.size >>> 4);
    mergeDict(rt, self, source);
    return;
  }
  const keys = rt.lookup(source, "keys");
  if (keys !== undefined) {
    each(rt, rt.call(keys, []), (key) => self.put(key, getItem(rt, source, key)));
    return;
  }
  let n = 0;
  each(rt, source, (pair) => {
    let items: PyObject[];
    if (pair.tp$iter === undefined && pair.mp$subscript === undefined)
      throw rt.error("TypeError", `cannot convert dictionary update sequence element #${n} to a sequence`);
    try {
      items = toArray(rt, pair);
    } catch (e) {
      if (rt.isException(e, "TypeError"))
        throw rt.error("TypeError", `cannot convert dictionary update sequence element #${n} to a sequence`);
      throw e;
    }
    if (items.length !== 2)
      throw rt.error(
        "ValueError",
        `dictionary update sequence element #${n} has length ${items.length}; 2 is required`,
      );
    self.put(items[0], items[1]);
    n++;
  });
}

/** `o[key]` of any object. */
export function getItem(rt: Rt, o: PyObject, key: PyObject): PyObject {
  if (o.mp$subscript === undefined)
    throw rt.error("TypeError", `'${rt.tpName(o)}' object is not subscriptable`);
  return o.mp$subscript(key);
}

/** The specification of the type; `construct` is what createDictConstructor made. */
export function dictSpec(rt: Rt, construct: any, active: Set<object>): TypeSpec {
  const isDict = (o: PyObject): boolean => o instanceof construct;
  /** A dict or set that iterates as such: its keys can be taken without hashing them again. */
  const isTable = (o: PyObject): boolean =>
    [construct, rt.types.set, rt.types.frozenset].some(
      (t) => o instanceof t && o.tp$iter === t.prototype.tp$iter,
    );
  const fresh = (): Dict => new construct();
  const missing = (self: any, key: PyObject): PyObject => {
    if (self.ob$type !== construct) {
      const f = rt.lookupSpecial(self, "__missing__");
      if (f !== undefined) return rt.call(f, [key]);
    }
    throw rt.errorWith("KeyError", [key]);
  };
  const pair = (self: Dict, e: Entry): PyObject => new rt.types.tuple([self.keyOf(e), e.value]);
  const union = (a: Dict, b: Dict): Dict => {
    const out = fresh();
    out.copyFrom(a);
    mergeDict(rt, out, b);
    return out;
  };

  return {
    name: "dict",
    construct,
    doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
    slots: {
      tp$new(this: any) {
        const self = this.constructor === construct ? fresh() : rt.alloc(this.constructor);
        if (self.map === undefined) initTable(self);
        return self;
      },
      tp$init(this: Dict, args: readonly PyObject[], kw?: KwArgs) {
        update(rt, this, args, kw, "dict");
      },
      tp$hash: rt.unhashable,
      $r(this: Dict) {
        return new rt.types.str(
          guarded(rt, active, this, "{...}", () => {
            const parts: string[] = [];
            for (const e of [...this.map.values()]) {
              if (e.value === undefined) continue;
              const value = e.value;
              parts.push(`${rt.repr(this.keyOf(e))}: ${rt.repr(value)}`);
              rt.budget.step(1);
            }
            return `{${parts.join(", ")}}`;
          }),
        );
      },
      tp$richcompare(this: Dict, other: PyObject, op: Operator) {
        if ((op !== "Eq" && op !== "NotEq") || !isDict(other)) return rt.notImplemented;
        return (op === "Eq") === equalDicts(rt, this, other);
      },
      tp$iter(this: Dict) {
        return new rt.types.dict_keyiterator(this);
      },
      sq$length(this: Dict) {
        return this.map.size;
      },
      sq$contains(this: Dict, key: PyObject) {
        return this.find(key) !== undefined;
      },
      mp$subscript(this: Dict, key: PyObject) {
        const e = this.find(key);
        return e === undefined ? missing(this, key) : e.value;
      },
      mp$ass_subscript(this: Dict, key: PyObject, value: PyObject) {
        if (value !== undefined) this.put(key, value);
        else if (this.take(key) === undefined) throw rt.errorWith("KeyError", [key]);
      },
      nb$or(this: Dict, other: PyObject) {
        return isDict(other) ? union(this, other) : rt.notImplemented;
      },
      nb$reflected_or(this: Dict, other: PyObject) {
        return isDict(other) ? union(other, this) : rt.notImplemented;
      },
      nb$inplace_or(this: Dict, other: PyObject) {
        updateFrom(rt, this, other);
        return this;
      },
    },
    methods: {
      __reversed__: ["(self, /)", (self: Dict) => new rt.types.dict_reversekeyiterator(self)],
      __sizeof__: ["(self, /)", (self: Dict) => new rt.types.int(64 + 56 * self.size)],
      clear: ["(self, /)", (self: Dict) => (self.clear(), rt.none)],
      copy: [
        "(self, /)",
        (self: Dict) => {
          const out = fresh();
          rt.budget.step(self.size >>> 4);
          out.copyFrom(self);
          return out;
        },
      ],
      get: [
        "(self, key, default=None, /)",
        (self: Dict, key: PyObject, absent: PyObject) => {
          const e = self.find(key);
          return e === undefined ? absent : e.value;
        },
      ],
      items: ["(self, /)", (self: Dict) => new rt.types.dict_items(self)],
      keys: ["(self, /)", (self: Dict) => new rt.types.dict_keys(self)],
      values: ["(self, /)", (self: Dict) => new rt.types.dict_values(self)],
      pop: [
        "(self, key, default=..., /)",
        (self: Dict, key: PyObject, absent?: PyObject) => {
          const value = (self.size === 0 ? undefined : self.take(key)) ?? absent;
          if (value === undefined) throw rt.errorWith("KeyError", [key]);
          return value;
        },
      ],
      popitem: [
        "(self, /)",
        (self: Dict) => {
          const last = self.popLast();
          if (last === undefined) throw rt.error("KeyError", "popitem(): dictionary is empty");
          return new rt.types.tuple([self.keyOf(last.entry), last.value]);
        },
      ],
      setdefault: [
        "(self, key, default=None, /)",
        (self: Dict, key: PyObject, absent: PyObject) => self.findOrPut(key, absent).value,
      ],
      update: [
        "(self, /, *args, **kw)",
        (self: Dict, args: PyObject[], kw: Map<string, PyObject>) => {
          update(rt, self, args, undefined, "update");
          for (const [k, v] of kw) self.setStr(k, v);
          return rt.none;
        },
      ],
    },
    classMethods: {
      fromkeys: [
        "(cls, iterable, value=None, /)",
        (cls: PyObject, iterable: PyObject, value: PyObject) => {
          const out: any = cls === construct ? fresh() : rt.call(cls, []);
          if (out.ob$type === construct) {
            if (out.size === 0 && isTable(iterable)) out.copyFrom(iterable, value);
            else each(rt, iterable, (key) => out.put(key, value));
          } else {
            const it = iter(rt, iterable);
            for (let key = it.tp$iternext(); key !== undefined; key = it.tp$iternext()) {
              if (out.mp$ass_subscript === undefined)
                throw rt.error("TypeError", `'${rt.tpName(out)}' object does not support item assignment`);
              out.mp$ass_subscript(key, value);
            }
          }
          return out;
        },
      ],
      __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
    },
    proto: {
      /** `[key, value, ...]` tuples and the names that Skulpt's own code calls. */
      $pair(this: Dict, e: Entry) {
        return pair(this, e);
      },
      mp$lookup(this: Dict, key: PyObject) {
        return this.find(key)?.value;
      },
      quick$lookup(this: Dict, key: PyObject) {
        return this.getStr(key.v as string);
      },
      dict$setItem(this: Dict, key: PyObject, value: PyObject) {
        this.put(key, value);
      },
      get$size(this: Dict) {
        return this.map.size;
      },
      $items(this: Dict) {
        return [...this.map.values()].map((e) => [this.keyOf(e), e.value]);
      },
      sk$asarray(this: Dict) {
        return [...this.map.values()].map((e) => this.keyOf(e));
      },
    },
  };
}

/** `a == b` of two dicts: same keys with equal values, whatever the order. */
function equalDicts(rt: Rt, a: Dict, b: Dict): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const e of a.map.values()) {
    rt.budget.step(1);
    const value = e.value;
    const f = b.findEntry(e);
    if (f === undefined) return false;
    if (f.value !== value && !compareBool(rt, value, f.value, "Eq")) return false;
  }
  return true;
}
