/**
 * `_collections`: deque, defaultdict, OrderedDict and what collections/__init__.py takes from C. The rest of
 * `collections` is CPython's own text.
 */
import type { KwArgs, PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { makeOrderedDict } from "./ordered-dict.js";
import { addFunctions, boundOf, indexOf, iteratorType } from "./support.js";

export function installCollections(rt: Runtime): void {
  rt.registerModule("_collections", (_, module) => {
    const { deque, iterator, reversed } = makeDeque(rt);
    module.setStr("deque", deque);
    module.setStr("_deque_iterator", iterator);
    module.setStr("_deque_reverse_iterator", reversed);
    module.setStr("defaultdict", makeDefaultDict(rt));
    module.setStr("OrderedDict", makeOrderedDict(rt));
    module.setStr("_tuplegetter", makeTupleGetter(rt));
    addFunctions(rt, module, {
      _count_elements: [
        "(mapping, iterable, /)",
        (mapping: PyObject, iterable: PyObject) => {
          const get = rt.getattr(mapping, "get");
          const zero = rt.int(0);
          const one = rt.int(1);
          for (const item of rt.iterate(iterable)) {
            rt.budget.step();
            rt.setItem(mapping, item, rt.binary(rt.call(get, [item, zero]), one, "add"));
          }
        },
      ],
    });
  });
}

/** An item of a named tuple by position, with a docstring of its own. */
function makeTupleGetter(rt: Runtime): PyType {
  return rt.defineType({
    name: "_tuplegetter",
    module: "_collections",
    dict: true,
    new: [
      "(cls, index, doc, /)",
      (cls: PyType, index: PyObject, doc: PyObject) => {
        const self = rt.alloc(cls);
        self.index = indexOf(rt, index);
        self.docObject = doc;
        return self;
      },
    ],
    getset: {
      __doc__: {
        get: (self: any) => self.docObject,
        set: (self: any, value) => (self.docObject = value ?? rt.none),
      },
    },
    methods: {
      __reduce__: [
        "(self)",
        (self: any) => rt.tuple([self.ob$type, rt.tuple([rt.int(self.index), self.docObject])]),
      ],
    },
    slots: {
      tp$descr_get(this: any, obj: PyObject | null) {
        if (obj === null || obj === rt.none) return this;
        if (!rt.isInstance(obj, rt.types["tuple"])) {
          throw rt.error(
            "TypeError",
            `descriptor for index '${this.index as number}' for tuple subclasses doesn't apply to '${rt.tpName(obj)}' object`,
          );
        }
        if (this.index >= obj.v.length) throw rt.error("IndexError", "tuple index out of range");
        return obj.v[this.index];
      },
      tp$descr_set() {
        throw rt.error("AttributeError", "can't set attribute");
      },
      $r(this: any) {
        return rt.str(`_tuplegetter(${this.index as number}, ${rt.repr(this.docObject)})`);
      },
    },
  }) as PyType;
}

function makeDefaultDict(rt: Runtime): PyType {
  const dict = rt.types["dict"] as PyType;
  const type: PyType = rt.defineType({
    name: "defaultdict",
    module: "collections",
    base: dict,
    init: [
      "(self, default_factory=None, /, *args, **kwargs)",
      (self: any, factory: PyObject, args: PyObject[], kw: Map<string, PyObject>) => {
        factory ??= rt.none;
        if (factory !== rt.none && !rt.callable(factory))
          throw rt.error("TypeError", "first argument must be callable or None");
        self.factory = factory;
        dict.prototype.tp$init.call(self, args, [...kw].flat());
      },
    ],
    methods: {
      __missing__: [
        "(self, key, /)",
        (self: any, key: PyObject) => {
          if (self.factory === rt.none || self.factory === undefined) throw rt.errorWith("KeyError", [key]);
          const value = rt.call(self.factory, []);
          rt.setItem(self, key, value);
          return value;
        },
      ],
      copy: ["(self)", (self: any) => rt.call(self.ob$type, [self.factory ?? rt.none, self])],
      __copy__: ["(self)", (self: any) => rt.call(self.ob$type, [self.factory ?? rt.none, self])],
      __reduce__: [
        "(self)",
        (self: any) =>
          rt.tuple([
            self.ob$type,
            (self.factory ?? rt.none) === rt.none ? rt.tuple([]) : rt.tuple([self.factory]),
            rt.none,
            rt.none,
            rt.iter(rt.callMethod0(self, "items")),
          ]),
      ],
    },
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
    },
    getset: {
      default_factory: {
        get: (self: any) => self.factory ?? rt.none,
        set: (self: any, value) => (self.factory = value ?? rt.none),
      },
    },
    slots: {
      $r(this: any) {
        const items = rt.repr(rt.call(dict, [this]));
        if (this.inRepr === true) return rt.str("defaultdict(...)");
        this.inRepr = true;
        try {
          return rt.str(`${rt.typeName(this)}(${rt.repr(this.factory ?? rt.none)}, ${items})`);
        } finally {
          this.inRepr = false;
        }
      },
      nb$or(this: any, other: PyObject) {
        if (!rt.isInstance(other, dict)) return rt.notImplemented;
        const result = rt.call(type, [this.factory ?? rt.none, this]);
        rt.callMethod1(result, "update", other);
        return result;
      },
      nb$reflected_or(this: any, other: PyObject) {
        if (!rt.isInstance(other, dict)) return rt.notImplemented;
        const result = rt.call(type, [this.factory ?? rt.none, other]);
        rt.callMethod1(result, "update", this);
        return result;
      },
    },
  });
  return type;
}

/** The items of a deque: an array with room in front, so that both ends are cheap. */
class Ring {
  items: (PyObject | undefined)[] = [];
  head = 0;
  /** Changes whenever the deque does; iterators notice. */
  version = 0;

  get length(): number {
    return this.items.length - this.head;
  }
  at(i: number): PyObject {
    return this.items[this.head + i]!;
  }
  set(i: number, item: PyObject): void {
    this.items[this.head + i] = item;
  }
  push(item: PyObject): void {
    this.version++;
    this.items.push(item);
  }
  unshift(item: PyObject): void {
    this.version++;
    if (this.head === 0) {
      const room = Math.max(16, this.items.length);
      this.items = [...new Array<undefined>(room).fill(undefined), ...this.items];
      this.head = room;
    }
    this.items[--this.head] = item;
  }
  pop(): PyObject {
    this.version++;
    return this.items.pop()!;
  }
  shift(): PyObject {
    this.version++;
    const item = this.items[this.head]!;
    this.items[this.head++] = undefined;
    if (this.head > 64 && this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return item;
  }
  toArray(): PyObject[] {
    return this.items.slice(this.head) as PyObject[];
  }
  replace(items: PyObject[]): void {
    this.version++;
    this.items = items;
    this.head = 0;
  }
}

function makeDeque(rt: Runtime): { deque: PyType; iterator: PyType; reversed: PyType } {
  const ring = (self: any): Ring => self.ring as Ring;
  const limit = (self: any): number => self.maxlen as number;
  /** The items in a fresh array, charged by their number. */
  const copied = (self: any): PyObject[] => {
    rt.budget.step(1 + (ring(self).length >> 4));
    return ring(self).toArray();
  };
  const append = (self: any, item: PyObject): void => {
    if (limit(self) === 0) return;
    const r = ring(self);
    if (r.length >= limit(self)) r.shift();
    r.push(item);
    if ((r.length & 1023) === 0) rt.budget.allocate(r.length * 8);
  };
  const appendLeft = (self: any, item: PyObject): void => {
    if (limit(self) === 0) return;
    const r = ring(self);
    if (r.length >= limit(self)) r.pop();
    r.unshift(item);
  };
  const step = (self: any, i: number): PyObject | undefined => {
    const r = self.ring as Ring;
    if (self.version !== r.version) throw rt.error("RuntimeError", "deque mutated during iteration");
    if (i < 0 || i >= r.length) return undefined;
    return r.at(i);
  };
  const iterator = iteratorType(rt, {
    name: "_deque_iterator",
    module: "_collections",
    next: (self: any) => step(self, self.position++),
    methods: {
      __length_hint__: [
        "(self)",
        (self: any) => rt.int(Math.max(0, (self.ring as Ring).length - self.position)),
      ],
    },
  });
  const reversed = iteratorType(rt, {
    name: "_deque_reverse_iterator",
    module: "_collections",
    next: (self: any) => step(self, (self.ring as Ring).length - 1 - self.position++),
  });
  const iterate = (type: PyType, self: any): PyObject => {
    const it = rt.alloc(type);
    it.ring = self.ring;
    it.version = (self.ring as Ring).version;
    it.position = 0;
    return it as PyObject;
  };
  const position = (self: any, key: PyObject): number => {
    const n = ring(self).length;
    const i = indexOf(rt, key);
    const at = i < 0 ? i + n : i;
    if (at < 0 || at >= n) throw rt.error("IndexError", "deque index out of range");
    return at;
  };
  const make = (self: any, items: PyObject[]): PyObject => {
    const result = rt.alloc(self.ob$type);
    result.ring = new Ring();
    result.maxlen = self.maxlen;
    for (const item of items) append(result, item);
    return result as PyObject;
  };
  const extend = (self: any, iterable: PyObject): void => {
    for (const item of iterable === self ? ring(self).toArray() : rt.iterate(iterable)) {
      rt.budget.step();
      append(self, item);
    }
  };
  const find = (self: any, value: PyObject, from: number, to: number): number => {
    const r = ring(self);
    const { version } = r;
    for (let i = from; i < Math.min(to, r.length); i++) {
      const found = rt.equals(r.at(i), value);
      if (r.version !== version) throw rt.error("RuntimeError", "deque mutated during iteration");
      if (found) return i;
    }
    return -1;
  };
  const deque: PyType = rt.defineType({
    name: "deque",
    module: "collections",
    new: [
      "(cls, *args, **kw)",
      (cls: PyType) => {
        const self = rt.alloc(cls);
        self.ring = new Ring();
        self.maxlen = Infinity;
        return self;
      },
    ],
    init: [
      "(self, iterable=..., maxlen=None)",
      (self: any, iterable: PyObject | undefined, maxlen: PyObject) => {
        self.maxlen = Infinity;
        if (maxlen !== rt.none) {
          if (!rt.isInt(maxlen)) throw rt.error("TypeError", "an integer is required");
          self.maxlen = Number(maxlen.v);
          if (self.maxlen < 0) throw rt.error("ValueError", "maxlen must be non-negative");
        }
        ring(self).replace([]);
        if (iterable !== undefined) extend(self, iterable);
      },
    ],
    methods: {
      append: ["(self, item, /)", append],
      appendleft: ["(self, item, /)", appendLeft],
      pop: [
        "(self)",
        (self: any) => {
          if (ring(self).length === 0) throw rt.error("IndexError", "pop from an empty deque");
          return ring(self).pop();
        },
      ],
      popleft: [
        "(self)",
        (self: any) => {
          if (ring(self).length === 0) throw rt.error("IndexError", "pop from an empty deque");
          return ring(self).shift();
        },
      ],
      clear: ["(self)", (self: any) => ring(self).replace([])],
      copy: ["(self)", (self: any) => make(self, ring(self).toArray())],
      __copy__: ["(self)", (self: any) => make(self, ring(self).toArray())],
      extend: ["(self, iterable, /)", extend],
      extendleft: [
        "(self, iterable, /)",
        (self: any, iterable: PyObject) => {
          for (const item of iterable === self ? ring(self).toArray() : rt.iterate(iterable)) {
            rt.budget.step();
            appendLeft(self, item);
          }
        },
      ],
      count: [
        "(self, value, /)",
        (self: any, value: PyObject) => {
          let n = 0;
          for (let i = find(self, value, 0, Infinity); i >= 0; i = find(self, value, i + 1, Infinity)) n++;
          return rt.int(n);
        },
      ],
      index: [
        "(self, value, start=0, stop=..., /)",
        (self: any, value: PyObject, start: PyObject, stop: PyObject | undefined) => {
          const n = ring(self).length;
          const clip = (object: PyObject | undefined, otherwise: number): number => {
            const i = object === undefined ? otherwise : boundOf(rt, object);
            return i < 0 ? Math.max(0, i + n) : i;
          };
          const at = find(self, value, clip(start, 0), clip(stop, n));
          if (at < 0) throw rt.error("ValueError", `${rt.repr(value)} is not in deque`);
          return rt.int(at);
        },
      ],
      insert: [
        "(self, index, value, /)",
        (self: any, index: PyObject, value: PyObject) => {
          const items = copied(self);
          if (items.length >= limit(self)) throw rt.error("IndexError", "deque already at its maximum size");
          const i = indexOf(rt, index);
          items.splice(i < 0 ? Math.max(0, i + items.length) : i, 0, value);
          ring(self).replace(items);
        },
      ],
      remove: [
        "(self, value, /)",
        (self: any, value: PyObject) => {
          const at = find(self, value, 0, Infinity);
          if (at < 0) throw rt.error("ValueError", `${rt.repr(value)} is not in deque`);
          const items = copied(self);
          items.splice(at, 1);
          ring(self).replace(items);
        },
      ],
      reverse: ["(self)", (self: any) => ring(self).replace(copied(self).reverse())],
      rotate: [
        "(self, n=1, /)",
        (self: any, by: PyObject) => {
          const steps = indexOf(rt, by);
          const items = copied(self);
          if (items.length < 2) return;
          const n = ((steps % items.length) + items.length) % items.length;
          ring(self).replace([...items.slice(items.length - n), ...items.slice(0, items.length - n)]);
        },
      ],
      __reversed__: ["(self)", (self: PyObject) => iterate(reversed, self)],
      __reduce__: [
        "(self)",
        (self: any) =>
          rt.tuple([
            self.ob$type,
            self.maxlen === Infinity ? rt.tuple([]) : rt.tuple([rt.tuple([]), rt.int(self.maxlen)]),
            rt.none,
            rt.iter(self),
          ]),
      ],
    },
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
    },
    getset: { maxlen: { get: (self: any) => (self.maxlen === Infinity ? rt.none : rt.int(self.maxlen)) } },
    slots: {
      tp$iter(this: PyObject) {
        return iterate(iterator, this);
      },
      sq$length(this: any) {
        return ring(this).length;
      },
      sq$contains(this: any, value: PyObject) {
        return find(this, value, 0, Infinity) >= 0;
      },
      mp$subscript(this: any, key: PyObject) {
        return ring(this).at(position(this, key));
      },
      mp$ass_subscript(this: any, key: PyObject, value: PyObject | undefined) {
        const at = position(this, key);
        if (value !== undefined) {
          ring(this).set(at, value);
          return;
        }
        const items = copied(this);
        items.splice(at, 1);
        ring(this).replace(items);
      },
      sq$concat(this: any, other: any) {
        if (!rt.isInstance(other, deque))
          throw rt.error("TypeError", `can only concatenate deque (not "${rt.tpName(other)}") to deque`);
        return make(this, [...ring(this).toArray(), ...ring(other).toArray()]);
      },
      sq$inplace_concat(this: any, other: PyObject) {
        extend(this, other);
        return this;
      },
      sq$repeat(this: any, times: PyObject) {
        const n = Math.max(0, indexOf(rt, times));
        rt.budget.allocate(n * ring(this).length * 8);
        const items = ring(this).toArray();
        return make(this, Array.from({ length: n }, () => items).flat());
      },
      sq$inplace_repeat(this: any, times: PyObject) {
        const n = Math.max(0, indexOf(rt, times));
        rt.budget.allocate(n * ring(this).length * 8);
        const items = ring(this).toArray();
        ring(this).replace([]);
        for (let i = 0; i < n; i++) for (const item of items) append(this, item);
        return this;
      },
      tp$richcompare(this: any, other: any, op: "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE") {
        if (!rt.isInstance(other, deque)) return rt.notImplemented;
        return rt.compareBool(rt.list(ring(this).toArray()), rt.list(ring(other).toArray()), op);
      },
      tp$hash() {
        throw rt.error("TypeError", "unhashable type: 'collections.deque'");
      },
      $r(this: any) {
        if (this.inRepr === true) return rt.str("[...]");
        this.inRepr = true;
        try {
          const items = rt.repr(rt.list(ring(this).toArray()));
          return rt.str(
            `${rt.typeName(this)}(${items}${this.maxlen === Infinity ? "" : `, maxlen=${this.maxlen as number}`})`,
          );
        } finally {
          this.inRepr = false;
        }
      },
    },
  });
  return { deque, iterator, reversed };
}

export type { KwArgs };
