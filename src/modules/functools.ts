/** `_functools`: partial, reduce, cmp_to_key and lru_cache's wrapper; functools.py is CPython's own text. */
import type { KwArgs, PyDict, PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { addFunctions, indexOf, initialised } from "./support.js";

export function installFunctools(rt: Runtime): void {
  rt.registerModule("_functools", (_, module) => {
    module.setStr("partial", makePartial(rt));
    module.setStr("_lru_cache_wrapper", makeLruCache(rt));
    const key = makeCmpKey(rt);
    addFunctions(rt, module, {
      reduce: [
        "(function, iterable, initial=..., /)",
        (func: PyObject, iterable: PyObject, initial: PyObject | undefined) => {
          if (iterable.tp$iter === undefined && iterable.mp$subscript === undefined)
            throw rt.error("TypeError", "reduce() arg 2 must support iteration");
          const it = rt.iter(iterable);
          let value = initial ?? rt.next(it);
          if (value === undefined)
            throw rt.error("TypeError", "reduce() of empty iterable with no initial value");
          for (let item = rt.next(it); item !== undefined; item = rt.next(it)) {
            rt.budget.step();
            value = rt.call(func, [value, item]);
          }
          return value;
        },
      ],
      cmp_to_key: [
        "(mycmp)",
        (compare: PyObject) => {
          const factory = rt.alloc(key);
          factory.compare = compare;
          return factory as PyObject;
        },
      ],
    });
  });
}

function makeCmpKey(rt: Runtime): PyType {
  const type: PyType = rt.defineType({
    name: "KeyWrapper",
    module: "functools",
    subclassable: false,
    getset: { obj: { get: (self: any) => self.obj ?? rt.none } },
    slots: {
      tp$call(this: any, args: PyObject[], kw?: KwArgs) {
        const result = rt.alloc(type);
        result.compare = this.compare;
        result.obj = args[0] ?? (kw?.[0] === "obj" ? kw[1] : undefined);
        const given = args.length + (kw?.length ?? 0) / 2;
        if (given > 1) throw rt.error("TypeError", `K() takes at most 1 argument (${given} given)`);
        if (result.obj === undefined)
          throw rt.error("TypeError", "K() missing required argument 'obj' (pos 1)");
        return result as PyObject;
      },
      tp$richcompare(this: any, other: any, op: "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE") {
        if (other.ob$type !== type) throw rt.error("TypeError", "other argument must be K instance");
        return rt.compareBool(rt.call(this.compare, [this.obj, other.obj]), rt.int(0), op);
      },
      tp$hash: rt.unhashable,
    },
  });
  return type;
}

function makePartial(rt: Runtime): PyType {
  const merge = (self: any, kw: KwArgs | undefined): KwArgs | undefined => {
    const own = self.keywords as PyDict;
    if (rt.len(own) === 0) return kw;
    const all = new Map<string, PyObject>();
    for (const pair of rt.toArray(rt.callMethod0(own, "items"))) {
      if (!rt.isInstance(pair.v[0], rt.types["str"])) throw rt.error("TypeError", "keywords must be strings");
      all.set(pair.v[0].v as string, pair.v[1] as PyObject);
    }
    for (let i = 0; i < (kw?.length ?? 0); i += 2) all.set(kw![i] as string, kw![i + 1] as PyObject);
    return [...all].flat();
  };
  /** The attribute `args`: always the same tuple. */
  const argsOf = (self: any): PyObject => (self.tuple ??= rt.tuple([...(self.args as PyObject[])]));
  const type: PyType = rt.defineType({
    name: "partial",
    module: "functools",
    dict: true,
    new: [
      "(cls, func=..., /, *args, **keywords)",
      (cls: PyType, func: any, args: PyObject[], keywords: Map<string, PyObject>) => {
        if (func === undefined) throw rt.error("TypeError", "type 'partial' takes at least one argument");
        if (!rt.callable(func)) throw rt.error("TypeError", "the first argument must be callable");
        const self = rt.alloc(cls);
        // A partial of a plain partial is one partial.
        const inner = func.ob$type === type && func.$d === undefined ? func : undefined;
        self.func = inner?.func ?? func;
        self.args = [...(inner?.args ?? []), ...args];
        self.keywords = rt.dict(
          inner === undefined
            ? []
            : rt
                .toArray(rt.callMethod0(inner.keywords, "items"))
                .map((pair) => [pair.v[0], pair.v[1]] as [PyObject, PyObject]),
        );
        for (const [name, value] of keywords) self.keywords.setStr(name, value);
        return self as PyObject;
      },
    ],
    getset: {
      func: { get: (self: any) => self.func },
      args: { get: (self: any) => argsOf(self) },
      keywords: { get: (self: any) => self.keywords },
      __dict__: {
        get: (self: any) => rt.instanceDict(self),
        set: (self: any, value: PyObject | undefined) => {
          if (value === undefined) throw rt.error("TypeError", "cannot delete __dict__");
          if (!rt.isInstance(value, rt.types["dict"]))
            throw rt.error("TypeError", `__dict__ must be set to a dictionary, not a '${rt.tpName(value)}'`);
          self.$d = value;
        },
      },
    },
    methods: {
      __reduce__: [
        "(self)",
        (self: any) =>
          rt.tuple([
            self.ob$type,
            rt.tuple([self.func]),
            rt.tuple([self.func, argsOf(self), self.keywords, (self.$d as PyObject | undefined) ?? rt.none]),
          ]),
      ],
      __setstate__: [
        "(self, state, /)",
        (self: any, state: PyObject) => {
          const { tuple, dict } = rt.types;
          const [func, args, keywords, attributes] =
            rt.isInstance(state, tuple) && state.v.length === 4 ? (state.v as PyObject[]) : [];
          if (
            func === undefined ||
            !rt.callable(func) ||
            !rt.isInstance(args, tuple) ||
            (keywords !== rt.none && !rt.isInstance(keywords, dict))
          )
            throw rt.error("TypeError", "invalid partial state");
          self.func = func;
          self.args = [...(args.v as PyObject[])];
          self.tuple = args.ob$type === tuple ? args : undefined;
          self.keywords =
            keywords === rt.none
              ? rt.newDict()
              : keywords.ob$type === dict
                ? keywords
                : rt.call(dict, [keywords]);
          self.$d = attributes === rt.none ? undefined : attributes;
        },
      ],
    },
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
    },
    slots: {
      tp$call(this: any, args: PyObject[], kw?: KwArgs) {
        return rt.call(this.func, args.length === 0 ? this.args : [...this.args, ...args], merge(this, kw));
      },
      $r(this: any) {
        if (this.inRepr === true) return rt.str("...");
        this.inRepr = true;
        try {
          const name = this.ob$type === type ? "functools.partial" : rt.typeName(this);
          const parts = [rt.repr(this.func), ...(this.args as PyObject[]).map((arg) => rt.repr(arg))];
          for (const pair of rt.toArray(rt.callMethod0(this.keywords, "items")))
            parts.push(`${rt.strOf(pair.v[0])}=${rt.repr(pair.v[1])}`);
          return rt.str(`${name}(${parts.join(", ")})`);
        } finally {
          this.inRepr = false;
        }
      },
    },
  });
  return type;
}

function makeLruCache(rt: Runtime): PyType {
  const mark = rt.tuple([rt.str("kwd_mark")]);
  // A key remembers its hash: the arguments are asked once a call.
  const Key = rt.defineType({
    name: "_key",
    module: "functools",
    subclassable: false,
    slots: {
      tp$hash(this: any) {
        return (this.hash ??= rt.hash(initialised(rt, this, "items")));
      },
      tp$richcompare(this: any, other: any, op: "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE") {
        return rt.compareBool(
          initialised<PyObject>(rt, this, "items"),
          initialised<PyObject>(rt, other, "items"),
          op,
        );
      },
    },
  }) as PyType;
  const hashed = (items: PyObject[]): PyObject => Object.assign(rt.alloc(Key), { items: rt.tuple(items) });
  const keyOf = (self: any, args: PyObject[], kw: KwArgs | undefined): PyObject => {
    const keywords = kw !== undefined && kw.length > 0;
    if (!keywords && self.typed === false && args.length === 1) {
      const type = args[0].ob$type;
      if (type === rt.types["str"] || type === rt.types["int"]) return args[0];
    }
    const items = [...args];
    if (keywords) {
      items.push(mark);
      for (let i = 0; i < kw.length; i += 2) items.push(rt.str(kw[i] as string), kw[i + 1] as PyObject);
    }
    if (self.typed === true) {
      items.push(...args.map((arg) => arg.ob$type as PyObject));
      if (keywords) for (let i = 0; i < kw.length; i += 2) items.push((kw[i + 1] as PyObject).ob$type);
    }
    return hashed(items);
  };
  const get = (cache: PyObject, key: PyObject): PyObject | undefined => {
    const value = rt.callMethod1(cache, "get", key);
    return value === rt.none ? undefined : value;
  };
  const tp$call = function (this: any, args: PyObject[], kw?: KwArgs): PyObject {
    if (this.maxsize === 0) {
      this.misses++;
      return rt.call(this.func, args, kw);
    }
    const key = keyOf(this, args, kw);
    const cache = this.cache as PyObject;
    // Values stand in one-tuples, so that a cached None is told from a miss.
    const hit = get(cache, key);
    if (hit !== undefined) {
      this.hits++;
      if (this.maxsize !== Infinity) {
        cache.mp$ass_subscript(key, undefined);
        cache.mp$ass_subscript(key, hit);
      }
      return hit.v[0] as PyObject;
    }
    this.misses++;
    const value = rt.call(this.func, args, kw);
    cache.mp$ass_subscript(key, rt.tuple([value]));
    if (rt.len(cache) > this.maxsize) {
      const oldest = rt.next(rt.iter(cache));
      if (oldest !== undefined) cache.mp$ass_subscript(oldest, undefined);
    }
    return value;
  };
  return rt.defineType({
    name: "_lru_cache_wrapper",
    module: "functools",
    dict: true,
    new: [
      "(cls, user_function, maxsize, typed, cache_info_type)",
      (cls: PyType, func: PyObject, maxsize: PyObject, typed: PyObject, info: PyObject) => {
        if (!rt.callable(func)) throw rt.error("TypeError", "the first argument must be callable");
        const self = rt.alloc(cls);
        self.func = func;
        self.maxsize = maxsize === rt.none ? Infinity : Math.max(0, indexOf(rt, maxsize));
        self.typed = rt.isTrue(typed);
        self.info = info;
        self.cache = rt.newDict();
        self.hits = 0;
        self.misses = 0;
        return self as PyObject;
      },
    ],
    methods: {
      cache_info: [
        "(self)",
        (self: any) =>
          rt.call(self.info, [
            rt.int(self.hits),
            rt.int(self.misses),
            self.maxsize === Infinity ? rt.none : rt.int(self.maxsize),
            rt.int(rt.len(self.cache)),
          ]),
      ],
      cache_clear: [
        "(self)",
        (self: any) => {
          self.cache = rt.newDict();
          self.hits = self.misses = 0;
        },
      ],
      __copy__: ["(self)", (self: PyObject) => self],
      __deepcopy__: ["(self, memo, /)", (self: PyObject) => self],
      __reduce__: ["(self)", (self: PyObject) => rt.getattr(self, "__qualname__")],
    },
    slots: {
      tp$call,
      tp$descr_get(this: PyObject, obj: PyObject | null) {
        return obj === null || obj === rt.none ? this : rt.boundMethod(this, obj);
      },
    },
  }) as PyType;
}
