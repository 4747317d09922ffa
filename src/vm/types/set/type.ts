/**
 * Python's set and frozenset over HashTable. Their order is insertion order (documented; CPython's is arbitrary): an
 * intersection or difference keeps the left operand's order, a union appends the right one's new items, pop() takes the
 * oldest item.
 */
import { initTable, installTable, type Entry, type HashServices, type HashTable } from "../dict/core.js";
import type { KwArgs, Operator, PyObject, Rt, TypeSpec } from "../support.js";
import { guarded } from "../support.js";

type Table = HashTable & Record<string, any>;
type Slot = (this: Table, o: PyObject) => any;

/** The constructor of set or frozenset of one VM. */
export function createSetConstructor(services: HashServices): any {
  const construct = function (this: HashTable): void {
    initTable(this);
  };
  installTable(construct.prototype as object, services);
  return construct;
}

/** The hash of a set of hashes, whatever the order. */
function hashOfItems(hashes: readonly (number | bigint)[]): number {
  let a = 0;
  let b = 0;
  for (const h of hashes) {
    const n = typeof h === "bigint" ? Number(BigInt.asIntN(52, h)) : h;
    let x =
      Math.imul((n | 0) ^ 0x55b4db3, 0x85ebca6b) ^ Math.imul(Math.floor(n / 4294967296) | 0, 0xc2b2ae35);
    x ^= x >>> 13;
    a = (a + Math.imul(x, 0x27d4eb2f)) | 0;
    b ^= Math.imul(x ^ (x >>> 16), 0x165667b1);
  }
  a = Math.imul(a ^ (a >>> 15) ^ hashes.length, 0x2c1b3c6d);
  return (b >>> 12) * 4294967296 + (a >>> 0);
}

/** The specification of set (`frozen` false) or frozenset; `other` is the constructor of the other one. */
export function setSpec(rt: Rt, construct: any, other: any, frozen: boolean, active: Set<object>): TypeSpec {
  const name = frozen ? "frozenset" : "set";
  const isSet = (o: PyObject): boolean => o instanceof construct || o instanceof other;
  const fresh = (): Table => new construct();
  const copy = (self: Table): Table => {
    const out = fresh();
    rt.budget.step(self.size >>> 4);
    out.copyFrom(self);
    return out;
  };
  /** Entries of a set or dict without calls; undefined for other iterables. */
  const tableOf = (o: PyObject): HashTable | undefined =>
    isSet(o) || (o instanceof rt.types.dict && o.tp$iter === rt.types.dict.prototype.tp$iter) ? o : undefined;
  const addAll = (self: Table, o: PyObject): void => {
    const table = tableOf(o);
    if (table !== undefined) {
      rt.budget.step(table.size >>> 4);
      if (self.size === 0 && table !== self) self.copyFrom(table, true);
      else for (const e of [...table.map.values()]) self.putEntry(e, true);
      return;
    }
    const it = rt.iter(o);
    let n = 0;
    for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext()) {
      self.put(x, true);
      if ((++n & 1023) === 0) rt.budget.step(1024);
    }
  };
  const toTable = (o: PyObject): HashTable => {
    const table = tableOf(o);
    if (table !== undefined) return table;
    const out = fresh();
    addAll(out, o);
    return out;
  };
  /** The entry of an item; an unhashable set is looked up as a frozenset. */
  const find = (self: Table, x: PyObject): Entry | undefined => {
    try {
      return self.find(x);
    } catch (e) {
      if (!(x instanceof rt.types.set) || !rt.isException(e, "TypeError")) throw e;
      const twin = new rt.types.frozenset();
      twin.copyFrom(x);
      return self.find(twin);
    }
  };
  const keep = (self: Table, test: (e: Entry) => boolean): Table => {
    const out = fresh();
    for (const e of [...self.map.values()]) {
      rt.budget.step(1);
      if (test(e)) out.adopt(e);
    }
    return out;
  };
  const intersection = (self: Table, o: PyObject): Table => {
    const table = toTable(o);
    return keep(self, (e) => table.findEntry(e) !== undefined);
  };
  const difference = (self: Table, o: PyObject): Table => {
    const table = toTable(o);
    return keep(self, (e) => table.findEntry(e) === undefined);
  };
  const symmetric = (self: Table, o: PyObject): Table => {
    const table = toTable(o);
    const out = keep(self, (e) => table.findEntry(e) === undefined);
    for (const e of [...table.map.values()]) if (self.findEntry(e) === undefined) out.putEntry(e, true);
    return out;
  };
  const union = (self: Table, o: PyObject): Table => {
    const out = copy(self);
    addAll(out, o);
    return out;
  };
  const subset = (a: HashTable, b: HashTable): boolean => {
    if (a.size > b.size) return false;
    for (const e of a.map.values()) if (b.findEntry(e) === undefined) return false;
    return true;
  };
  const operator = (f: (self: Table, o: PyObject) => Table): readonly [Slot, Slot] => [
    function (this: Table, o: PyObject) {
      return isSet(o) ? f(this, o) : rt.notImplemented;
    },
    function (this: Table, o: PyObject) {
      return isSet(o) ? (o as unknown as Record<string, any>)[slotOf(f)](this) : rt.notImplemented;
    },
  ];
  const slotOf = (f: unknown): string =>
    f === union ? "nb$or" : f === intersection ? "nb$and" : f === difference ? "nb$subtract" : "nb$xor";
  const inplace = (f: (self: Table, o: PyObject) => Table) =>
    function (this: Table, o: PyObject) {
      if (!isSet(o)) return rt.notImplemented;
      if (f === union) addAll(this, o);
      else this.become(f(this, o));
      return this;
    };
  const [or, ror] = operator(union);
  const [and, rand] = operator(intersection);
  const [sub, rsub] = operator(difference);
  const [xor, rxor] = operator(symmetric);
  const fold = (f: (self: Table, o: PyObject) => Table) =>
    [
      "(self, /, *others)",
      (self: Table, others: PyObject[]) => {
        let out = others.length === 0 ? copy(self) : self;
        for (const o of others) out = f(out, o);
        return out;
      },
    ] as const;
  const exact = (self: Table): boolean => self.ob$type === construct;

  const mutable = {
    add: ["(self, object, /)", (self: Table, x: PyObject) => self.put(x, true)],
    clear: ["(self, /)", (self: Table) => self.clear()],
    discard: [
      "(self, object, /)",
      (self: Table, x: PyObject) => {
        const e = find(self, x);
        if (e !== undefined) self.remove(e);
      },
    ],
    pop: [
      "(self, /)",
      (self: Table) => {
        const e = self.map.values().next().value;
        if (e === undefined) throw rt.error("KeyError", "pop from an empty set");
        const key = self.keyOf(e);
        self.remove(e);
        return key;
      },
    ],
    remove: [
      "(self, object, /)",
      (self: Table, x: PyObject) => {
        const e = find(self, x);
        if (e === undefined) throw rt.errorWith("KeyError", [x]);
        self.remove(e);
      },
    ],
    update: [
      "(self, /, *others)",
      (self: Table, others: PyObject[]) => {
        for (const o of others) addAll(self, o);
      },
    ],
    difference_update: [
      "(self, /, *others)",
      (self: Table, others: PyObject[]) => {
        for (const o of others) self.become(difference(self, o));
      },
    ],
    intersection_update: [
      "(self, /, *others)",
      (self: Table, others: PyObject[]) => {
        let out = self;
        for (const o of others) out = intersection(out, o);
        if (out !== self) self.become(out);
      },
    ],
    symmetric_difference_update: [
      "(self, other, /)",
      (self: Table, o: PyObject) => self.become(symmetric(self, o)),
    ],
  } as const;

  return {
    name,
    construct,
    doc: frozen
      ? "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nBuild an immutable unordered collection of unique elements."
      : "set() -> new empty set object\nset(iterable) -> new set object\n\nBuild an unordered collection of unique elements.",
    slots: {
      ...(frozen
        ? {
            tp$new(this: any, args: readonly PyObject[], kw?: KwArgs) {
              const cls = this.constructor;
              if (
                kw !== undefined &&
                kw.length > 0 &&
                (cls === construct || cls.prototype.tp$init === construct.prototype.tp$init)
              )
                throw rt.error("TypeError", "frozenset() takes no keyword arguments");
              if (args.length > 1)
                throw rt.error("TypeError", `frozenset expected at most 1 argument, got ${args.length}`);
              const iterable = args[0];
              if (cls === construct && iterable !== undefined && iterable.ob$type === construct)
                return iterable;
              const self = cls === construct ? fresh() : rt.alloc(cls);
              if (self.map === undefined) initTable(self);
              if (iterable !== undefined) addAll(self, iterable);
              return self;
            },
            tp$hash(this: Table) {
              // kept: sets of sets would be hashed again and again
              return (this.$hash ??= hashOfItems(
                [...this.map.values()].map((e) => e.h ?? rt.hash(this.keyOf(e))),
              ));
            },
          }
        : {
            tp$new(this: any) {
              const self = this.constructor === construct ? fresh() : rt.alloc(this.constructor);
              if (self.map === undefined) initTable(self);
              return self;
            },
            tp$init(this: Table, args: readonly PyObject[], kw?: KwArgs) {
              if (
                kw !== undefined &&
                kw.length > 0 &&
                (exact(this) || this.ob$type.prototype.tp$new === construct.prototype.tp$new)
              )
                throw rt.error("TypeError", "set() takes no keyword arguments");
              if (args.length > 1)
                throw rt.error("TypeError", `set expected at most 1 argument, got ${args.length}`);
              if (this.size > 0) this.clear();
              if (args.length === 1) addAll(this, args[0]);
            },
            tp$hash: rt.unhashable,
            nb$inplace_or: inplace(union),
            nb$inplace_and: inplace(intersection),
            nb$inplace_subtract: inplace(difference),
            nb$inplace_xor: inplace(symmetric),
          }),
      $r(this: Table) {
        const label = rt.typeName(this as any);
        if (this.size === 0) return rt.str(`${label}()`);
        return rt.str(
          guarded(rt, active, this, `${label}(...)`, () => {
            rt.budget.step(this.size);
            const items = `{${[...this.map.values()].map((e) => rt.repr(this.keyOf(e))).join(", ")}}`;
            return label === "set" ? items : `${label}(${items})`;
          }),
        );
      },
      tp$richcompare(this: Table, o: PyObject, op: Operator) {
        if (!isSet(o)) return rt.notImplemented;
        const that = o as unknown as HashTable;
        switch (op) {
          case "Eq":
          case "NotEq":
            return (op === "Eq") === (this.size === that.size && subset(this, that));
          case "Lt":
            return this.size < that.size && subset(this, that);
          case "LtE":
            return subset(this, that);
          case "Gt":
            return that.size < this.size && subset(that, this);
          case "GtE":
            return subset(that, this);
        }
      },
      tp$iter(this: Table) {
        return new rt.types.set_iterator(this);
      },
      sq$length(this: Table) {
        return this.map.size;
      },
      sq$contains(this: Table, x: PyObject) {
        return find(this, x) !== undefined;
      },
      nb$or: or,
      nb$reflected_or: ror,
      nb$and: and,
      nb$reflected_and: rand,
      nb$subtract: sub,
      nb$reflected_subtract: rsub,
      nb$xor: xor,
      nb$reflected_xor: rxor,
    },
    methods: {
      ...(frozen ? {} : mutable),
      __reduce__: [
        "(self, /)",
        (self: Table) =>
          rt.tuple([
            self.ob$type,
            rt.tuple([rt.list([...self.map.values()].map((e) => self.keyOf(e)))]),
            rt.callMethod0(self as any, "__getstate__"),
          ]),
      ],
      __sizeof__: ["(self, /)", (self: Table) => rt.int(200 + 32 * self.size)],
      copy: ["(self, /)", (self: Table) => (frozen && exact(self) ? self : copy(self))],
      union: [
        "(self, /, *others)",
        (self: Table, others: PyObject[]) => {
          const out = copy(self);
          for (const o of others) addAll(out, o);
          return out;
        },
      ],
      intersection: fold(intersection),
      difference: fold(difference),
      symmetric_difference: ["(self, other, /)", symmetric],
      isdisjoint: [
        "(self, other, /)",
        (self: Table, o: PyObject) => {
          const table = toTable(o);
          for (const e of table.map.values()) if (self.findEntry(e) !== undefined) return false;
          return true;
        },
      ],
      issubset: ["(self, other, /)", (self: Table, o: PyObject) => subset(self, toTable(o))],
      issuperset: ["(self, other, /)", (self: Table, o: PyObject) => subset(toTable(o), self)],
    },
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
    },
    proto: {
      ...(frozen ? { $closed: true } : {}),
      $shares: true,
      /** For native code: adds, and removes (false when it was not there). */
      add(this: Table, x: PyObject) {
        this.put(x, true);
      },
      discard(this: Table, x: PyObject) {
        const e = find(this, x);
        if (e === undefined) return false;
        this.remove(e);
        return true;
      },
      sk$asarray(this: Table) {
        return [...this.map.values()].map((e) => this.keyOf(e));
      },
    },
  };
}

interface SetIterator {
  s: Table | undefined;
  it: Iterator<Entry>;
  size: number;
  left: number;
}

export function setIteratorSpec(rt: Rt): TypeSpec {
  return {
    name: "set_iterator",
    subclassable: false,
    construct: function (this: SetIterator, s: Table) {
      this.s = s;
      this.it = s.map.values();
      this.size = s.map.size;
      this.left = s.map.size;
    },
    slots: {
      tp$iter(this: SetIterator) {
        return this;
      },
      tp$iternext(this: SetIterator) {
        const s = this.s;
        if (s === undefined) return undefined;
        if (s.map.size !== this.size) {
          this.size = -1; // sticky, as in CPython
          throw rt.error("RuntimeError", "Set changed size during iteration");
        }
        const step = this.it.next();
        if (step.done === true || this.left-- === 0) {
          this.s = undefined;
          return undefined;
        }
        return s.keyOf(step.value);
      },
    },
    methods: {
      __reduce__: [
        "(self, /)",
        (self: SetIterator) => {
          const rest: PyObject[] = [];
          const s = self.s;
          if (s !== undefined) {
            const entries = [...s.map.values()];
            for (const e of entries.slice(entries.length - Math.max(0, self.left))) rest.push(s.keyOf(e));
          }
          return rt.tuple([rt.builtin("iter"), rt.tuple([rt.list(rest)])]);
        },
      ],
      __length_hint__: [
        "(self, /)",
        (self: SetIterator) =>
          rt.int(self.s !== undefined && self.s.map.size === self.size ? Math.max(0, self.left) : 0),
      ],
    },
  };
}
