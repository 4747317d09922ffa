/** enumerate, zip, map, filter, reversed, callable_iterator. */
import type { NativeSpec } from "../native.js";
import type { PyObject, PyType } from "../objects.js";
import type { Runtime } from "../runtime.js";

export function installIterators(rt: Runtime, put: (name: string, value: PyObject) => void): void {
  const self = function (this: PyObject): PyObject {
    return this;
  };
  const generic = {
    __class_getitem__: ["(cls, item, /)", (cls: PyType, item: PyObject) => rt.genericAlias(cls, item)],
  } as const;
  const make = (cls: PyType, fields: Record<string, unknown>): PyObject => {
    const o = rt.alloc(cls);
    for (const name in fields) o[name] = fields[name];
    return o;
  };
  const define = (name: string, spec: any): PyType => {
    const type = rt.defineType({
      name,
      construct: function () {
        /* fields are set by make */
      },
      ...spec,
      slots: { tp$iter: self, ...spec.slots },
    }) as PyType;
    rt.types[name] = type;
    return type;
  };

  /** `__reduce__`: the type called again with what is left, and a state if there is one. */
  const reduces = (
    args: (self: any) => PyObject[],
    state?: (self: any) => PyObject | undefined,
  ): Record<string, NativeSpec> => ({
    __reduce__: [
      "(self, /)",
      (self: any) => {
        const more = state?.(self);
        return rt.tuple([
          self.ob$type as PyObject,
          rt.tuple(args(self)),
          ...(more === undefined ? [] : [more]),
        ]);
      },
      "Return state information for pickling.",
    ],
  });

  put(
    "enumerate",
    define("enumerate", {
      doc: "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
      new: [
        "(cls, iterable=..., start=0)",
        (cls: PyType, iterable: PyObject | undefined, start: PyObject) => {
          if (iterable === undefined)
            throw rt.error("TypeError", "enumerate() missing required argument 'iterable'");
          return make(cls, { $n: rt.index(start), $it: rt.iter(iterable) });
        },
      ],
      slots: {
        tp$iternext(this: any) {
          const x = this.$it.tp$iternext();
          if (x === undefined) return undefined;
          const n = this.$n as number | bigint;
          this.$n = typeof n === "bigint" ? n + 1n : n < Number.MAX_SAFE_INTEGER ? n + 1 : BigInt(n) + 1n;
          return rt.tuple([rt.int(n), x]);
        },
      },
      classMethods: generic,
      methods: reduces((e) => [e.$it as PyObject, rt.int(e.$n as number)]),
    }),
  );

  put(
    "zip",
    define("zip", {
      doc: "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]\n\nThe zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.",
      new: [
        "(cls, *iterables, strict=False)",
        (cls: PyType, iterables: PyObject[], strict: PyObject) =>
          make(cls, {
            $its: iterables.map((o) => rt.iter(o)),
            $strict: rt.isTrue(strict),
          }),
      ],
      slots: {
        tp$iternext(this: any) {
          const its = this.$its as PyObject[];
          if (its.length === 0) return undefined;
          const out: PyObject[] = [];
          for (let i = 0; i < its.length; i++) {
            const x = its[i].tp$iternext() as PyObject | undefined;
            if (x === undefined) {
              if (this.$strict === true) strictEnd(its, i);
              return undefined;
            }
            out.push(x);
          }
          return rt.tuple(out);
        },
      },
      methods: {
        ...reduces(
          (z) => [...(z.$its as PyObject[])],
          (z) => (z.$strict === true ? rt.true : undefined),
        ),
        __setstate__: ["(self, state, /)", (z: any, state: PyObject) => void (z.$strict = rt.isTrue(state))],
      },
    }),
  );
  const strictEnd = (its: PyObject[], at: number): void => {
    const plural = (n: number): string => (n === 1 ? "argument 1" : `arguments 1-${n}`);
    if (at > 0) throw rt.error("ValueError", `zip() argument ${at + 1} is shorter than ${plural(at)}`);
    for (let i = 1; i < its.length; i++) {
      if (its[i].tp$iternext() !== undefined)
        throw rt.error("ValueError", `zip() argument ${i + 1} is longer than ${plural(i)}`);
    }
  };

  put(
    "map",
    define("map", {
      doc: "map(func, *iterables) --> map object\n\nMake an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.",
      new: [
        "(cls, *args)",
        (cls: PyType, args: PyObject[]) => {
          if (args.length < 2) throw rt.error("TypeError", "map() must have at least two arguments.");
          return make(cls, { $func: args[0], $its: args.slice(1).map((o) => rt.iter(o)) });
        },
      ],
      slots: {
        tp$iternext(this: any) {
          const its = this.$its as PyObject[];
          if (its.length === 1) {
            const x = its[0].tp$iternext() as PyObject | undefined;
            return x === undefined ? undefined : this.$func.$call1(x);
          }
          const args: PyObject[] = [];
          for (const it of its) {
            const x = it.tp$iternext() as PyObject | undefined;
            if (x === undefined) return undefined;
            args.push(x);
          }
          return rt.call(this.$func as PyObject, args);
        },
      },
      methods: reduces((m) => [m.$func as PyObject, ...(m.$its as PyObject[])]),
    }),
  );

  put(
    "filter",
    define("filter", {
      doc: "filter(function or None, iterable) --> filter object\n\nReturn an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
      new: [
        "(cls, *args, **kw)",
        (cls: PyType, args: PyObject[], kw: Map<string, PyObject>) => {
          // A subclass with an __init__ of its own takes what keywords it likes.
          if (kw.size > 0 && rt.lookupType(cls, "__init__") === rt.lookupType(rt.types["object"], "__init__"))
            throw rt.error("TypeError", "filter() takes no keyword arguments");
          if (args.length !== 2)
            throw rt.error("TypeError", `filter expected 2 arguments, got ${args.length}`);
          const [f, iterable] = args;
          return make(cls, {
            $func: f === rt.none || f === rt.types["bool"] ? undefined : f,
            $it: rt.iter(iterable),
          });
        },
      ],
      slots: {
        tp$iternext(this: any) {
          for (;;) {
            const x = this.$it.tp$iternext() as PyObject | undefined;
            if (x === undefined) return undefined;
            rt.budget.step();
            if (rt.isTrue(this.$func === undefined ? x : this.$func.$call1(x))) return x;
          }
        },
      },
      methods: reduces((f) => [(f.$func as PyObject | undefined) ?? rt.none, f.$it as PyObject]),
    }),
  );

  put(
    "reversed",
    define("reversed", {
      doc: "Return a reverse iterator over the values of the given sequence.",
      new: [
        "(cls, sequence, /)",
        (cls: PyType, seq: PyObject) => {
          const own = rt.lookupType(seq.ob$type, "__reversed__");
          if (own === rt.none) throw rt.error("TypeError", `'${rt.tpName(seq)}' object is not reversible`);
          if (own !== undefined) return rt.callSpecial0(seq, "__reversed__");
          if (!rt.isSequence(seq))
            throw rt.error("TypeError", `'${rt.tpName(seq)}' object is not reversible`);
          return make(cls, { $seq: seq, $i: rt.len(seq) - 1 });
        },
      ],
      slots: {
        tp$iternext(this: any) {
          if (this.$i < 0) return undefined;
          try {
            return rt.getItem(this.$seq as PyObject, rt.int(this.$i--));
          } catch (e) {
            if (!rt.isException(e, "IndexError") && !rt.isException(e, "StopIteration")) throw e;
            this.$i = -1;
            return undefined;
          }
        },
      },
      methods: {
        __length_hint__: [
          "(self, /)",
          (r: any) => {
            if (r.$i < 0) return rt.int(0);
            const size = rt.len(r.$seq as PyObject);
            return rt.int(size <= r.$i ? 0 : (r.$i as number) + 1);
          },
          "Private method returning an estimate of len(list(it)).",
        ],
        __reduce__: [
          "(self, /)",
          (r: any) =>
            r.$i < 0
              ? rt.tuple([r.ob$type as PyObject, rt.tuple([rt.tuple([])])])
              : rt.tuple([r.ob$type as PyObject, rt.tuple([r.$seq as PyObject]), rt.int(r.$i as number)]),
          "Return state information for pickling.",
        ],
        __setstate__: [
          "(self, state, /)",
          (r: any, state: PyObject) => {
            const i = Number(rt.index(state));
            if (r.$seq !== undefined) r.$i = Math.max(-1, Math.min(i, rt.len(r.$seq as PyObject) - 1));
          },
          "Set state information for unpickling.",
        ],
      },
    }),
  );

  define("callable_iterator", {
    slots: {
      tp$iternext(this: any) {
        if (this.$func === undefined) return undefined;
        const v = (() => {
          try {
            return this.$func.$call0() as PyObject;
          } catch (e) {
            if (rt.isException(e, "StopIteration")) return undefined;
            throw e;
          }
        })();
        if (v !== undefined && !rt.equals(v, this.$sentinel as PyObject)) return v;
        this.$func = undefined;
        return undefined;
      },
    },
    subclassable: false,
  });
}
