/** Python's list: `.v` is the JS array. Long arrays are never spread into arguments. */
import type { KwArgs, Operator, PyObject, Rt, TypeSpec } from "../support.js";
import { guarded, hasIndex, index, iter, sliceRange, ssize } from "../support.js";
import {
  compareArrays,
  containsItem,
  countItem,
  indexMethod,
  indexOfItem,
  itemIndex,
  repeatArray,
  sliceArray,
} from "./common.js";
import { sortValues } from "./sort.js";

interface Self {
  v: PyObject[];
  ob$type: PyObject;
}

export function createList() {
  return function list(this: { v: PyObject[] }, items?: PyObject[]): void {
    this.v = items === undefined ? [] : items;
  };
}

/** Appends without spreading. */
function pushAll(to: PyObject[], from: readonly PyObject[]): void {
  const n = from.length; // from may be to
  for (let i = 0; i < n; i++) to.push(from[i]);
}

/** Replaces `count` items at `start`, in place. */
function splice(array: PyObject[], start: number, count: number, items: readonly PyObject[]): void {
  if (items.length <= 1000) {
    array.splice(start, count, ...items);
    return;
  }
  const tail = array.slice(start + count);
  array.length = start;
  pushAll(array, items);
  pushAll(array, tail);
}

export function listSpec(rt: Rt, construct: any, active: Set<object>): TypeSpec {
  const List = construct as new (items?: PyObject[]) => any;
  const make = (items: PyObject[]): PyObject => new List(items);
  const isList = (o: PyObject): boolean => o instanceof List;
  const wrongKey = (key: PyObject): unknown =>
    rt.error("TypeError", `list indices must be integers or slices, not ${rt.tpName(key)}`);
  const items = (o: PyObject): PyObject[] => {
    if ((o.ob$type === construct || o.ob$type === rt.types.tuple) && Array.isArray(o.v)) {
      rt.budget.allocate(o.v.length * 16);
      return o.v as PyObject[];
    }
    return rt.toArray(o);
  };
  const extend = (self: Self, o: PyObject): void => {
    if (o.ob$type === construct || o.ob$type === rt.types.tuple) {
      const more = o.v as PyObject[];
      rt.budget.allocate((self.v.length + more.length) * 16);
      if (more.length > 4096) self.v = self.v.concat(more);
      else pushAll(self.v, more);
      return;
    }
    // As CPython: items that came before an exception stay.
    const it = iter(rt, o);
    let n = 0;
    for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext()) {
      self.v.push(x);
      if ((++n & 1023) === 0) {
        rt.budget.step(1024);
        rt.budget.allocate(self.v.length * 16);
      }
    }
  };
  const assignSlice = (self: Self, key: PyObject, value: PyObject): void => {
    const list = self.v;
    if (value === undefined) {
      const { start, step, count } = sliceRange(rt, key, list.length);
      if (count <= 0) return;
      if (step === 1) {
        list.splice(start, count);
        return;
      }
      const gone = new Set<number>();
      for (let i = 0, k = start; i < count; i++, k += step) gone.add(k);
      let to = 0;
      for (let i = 0; i < list.length; i++) if (!gone.has(i)) list[to++] = list[i];
      list.length = to;
      return;
    }
    const plain = key.step === rt.none || (rt.isInt(key.step) && key.step.v === 1);
    let source: PyObject[];
    if (value.tp$iter === undefined && value.mp$subscript === undefined)
      throw rt.error(
        "TypeError",
        plain ? "can only assign an iterable" : "must assign iterable to extended slice",
      );
    source = items(value);
    if (source === list) source = source.slice();
    const { start, stop, step, count } = sliceRange(rt, key, list.length);
    if (step === 1) {
      splice(list, start, Math.max(0, stop - start), source);
      return;
    }
    if (source.length !== count)
      throw rt.error(
        "ValueError",
        `attempt to assign sequence of size ${source.length} to extended slice of size ${count}`,
      );
    for (let i = 0, k = start; i < count; i++, k += step) list[k] = source[i];
  };

  return {
    name: "list",
    construct,
    doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
    slots: {
      tp$new(this: any) {
        if (this.constructor === construct) return new List();
        const self = rt.alloc(this.constructor);
        self.v = [];
        return self;
      },
      tp$init(this: Self, args: readonly PyObject[], kw?: KwArgs) {
        if (
          kw !== undefined &&
          kw.length > 0 &&
          (this.ob$type === construct || this.ob$type.prototype.tp$new === construct.prototype.tp$new)
        )
          throw rt.error("TypeError", "list() takes no keyword arguments");
        if (args.length > 1)
          throw rt.error("TypeError", `list expected at most 1 argument, got ${args.length}`);
        if (this.v.length > 0) this.v = [];
        if (args.length === 0) return;
        const o = args[0];
        if (o.ob$type === construct || o.ob$type === rt.types.tuple) {
          rt.budget.allocate(o.v.length * 16);
          this.v = o.v.slice();
        } else extend(this, o);
      },
      tp$hash: rt.unhashable,
      $r(this: Self) {
        if (this.v.length === 0) return rt.str("[]");
        return rt.str(
          guarded(rt, active, this, "[...]", () => {
            const parts: string[] = [];
            // the list may change under a repr
            for (let i = 0; i < this.v.length; i++) {
              parts.push(rt.repr(this.v[i]));
              rt.budget.step(1);
            }
            return `[${parts.join(", ")}]`;
          }),
        );
      },
      tp$richcompare(this: Self, other: PyObject, op: Operator) {
        return isList(other) ? compareArrays(rt, this.v, other.v as PyObject[], op) : rt.notImplemented;
      },
      tp$iter(this: Self) {
        return new rt.types.list_iterator(this);
      },
      sq$length(this: Self) {
        return this.v.length;
      },
      sq$contains(this: Self, x: PyObject) {
        return containsItem(rt, this.v, x);
      },
      sq$concat(this: Self, other: PyObject) {
        if (!isList(other))
          throw rt.error("TypeError", `can only concatenate list (not "${rt.tpName(other)}") to list`);
        const b = other.v as PyObject[];
        rt.budget.allocate((this.v.length + b.length) * 16);
        return make(this.v.concat(b));
      },
      sq$inplace_concat(this: Self, other: PyObject) {
        extend(this, other);
        return this;
      },
      sq$repeat(this: Self, count: PyObject) {
        return make(repeatArray(rt, this.v, count));
      },
      sq$inplace_repeat(this: Self, count: PyObject) {
        this.v = repeatArray(rt, this.v, count);
        return this;
      },
      mp$subscript(this: Self, key: PyObject) {
        const v = this.v;
        if (key.ob$type === rt.types.int && typeof key.v === "number") {
          const i = key.v < 0 ? key.v + v.length : key.v;
          const x = v[i];
          if (x !== undefined) return x;
          throw rt.error("IndexError", "list index out of range");
        }
        if (hasIndex(rt, key)) return v[itemIndex(rt, key, v.length, "list index out of range")];
        if (key.ob$type === rt.types.slice) return make(sliceArray(rt, v, key));
        throw wrongKey(key);
      },
      mp$ass_subscript(this: Self, key: PyObject, value: PyObject) {
        if (hasIndex(rt, key)) {
          const i = itemIndex(rt, key, this.v.length, "list assignment index out of range");
          if (value === undefined) this.v.splice(i, 1);
          else this.v[i] = value;
        } else if (key.ob$type === rt.types.slice) assignSlice(this, key, value);
        else throw wrongKey(key);
      },
    },
    methods: {
      __reversed__: ["(self, /)", (self: Self) => new rt.types.list_reverseiterator(self)],
      __sizeof__: ["(self, /)", (self: Self) => rt.int(56 + 8 * self.v.length)],
      append: [
        "(self, object, /)",
        (self: Self, x: PyObject) => {
          const n = self.v.push(x);
          if ((n & 65535) === 0 && (n & (n - 1)) === 0) rt.budget.allocate(n * 16);
        },
      ],
      clear: ["(self, /)", (self: Self) => void (self.v.length = 0)],
      copy: [
        "(self, /)",
        (self: Self) => {
          rt.budget.allocate(self.v.length * 16);
          return make(self.v.slice());
        },
      ],
      count: ["(self, value, /)", (self: Self, x: PyObject) => rt.int(countItem(rt, self.v, x))],
      extend: ["(self, iterable, /)", extend],
      index: indexMethod(rt, (x) => `${rt.repr(x)} is not in list`),
      insert: [
        "(self, index, object, /)",
        (self: Self, at: PyObject, x: PyObject) => {
          let i = ssize(rt, at);
          const n = self.v.length;
          if (i < 0) i = Math.max(0, i + n);
          if (i >= n) self.v.push(x);
          else self.v.splice(i, 0, x);
        },
      ],
      pop: [
        "(self, index=-1, /)",
        (self: Self, at: PyObject) => {
          let i = ssize(rt, at);
          const n = self.v.length;
          if (n === 0) throw rt.error("IndexError", "pop from empty list");
          if (i < 0) i += n;
          if (i < 0 || i >= n) throw rt.error("IndexError", "pop index out of range");
          if (i === n - 1) return self.v.pop();
          if (i === 0) return self.v.shift();
          return self.v.splice(i, 1)[0];
        },
      ],
      remove: [
        "(self, value, /)",
        (self: Self, x: PyObject) => {
          const i = indexOfItem(rt, self.v, x, 0, Number.MAX_SAFE_INTEGER);
          if (i < 0) throw rt.error("ValueError", "list.remove(x): x not in list");
          self.v.splice(i, 1);
        },
      ],
      reverse: ["(self, /)", (self: Self) => void self.v.reverse()],
      sort: [
        "(self, /, *, key=None, reverse=False)",
        (self: Self, key: PyObject, reverse: PyObject) => {
          const backwards = index(rt, reverse) !== 0;
          const values = self.v;
          // As in CPython the list looks empty meanwhile, and a change is noticed.
          const meanwhile: PyObject[] = [];
          self.v = meanwhile;
          let sorted = values;
          try {
            const keys = key === rt.none ? values : values.map((x) => rt.call(key, [x]));
            sorted = sortValues(rt, values, keys, backwards);
          } finally {
            const changed = self.v !== meanwhile || meanwhile.length > 0;
            self.v = sorted;
            // eslint-disable-next-line no-unsafe-finally -- as CPython: only when nothing else was raised
            if (changed && sorted !== values) throw rt.error("ValueError", "list modified during sort");
          }
        },
      ],
    },
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
    },
    proto: {
      sk$asarray(this: Self) {
        return this.v.slice();
      },
    },
  };
}
