/** `itertools`, all of it: each function is a type whose instances are lazy iterators, as in CPython. */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { defineChoices, type Next } from "./itertools-choices.js";
import { indexOf, isNumber, iteratorType, type Functions } from "./support.js";

/** Those that can be pickled and copied. */
const pickled: ReadonlySet<string> = new Set(
  (
    "count cycle repeat chain accumulate compress dropwhile takewhile filterfalse starmap islice zip_longest product " +
    "permutations combinations combinations_with_replacement groupby"
  ).split(" "),
);

export function installItertools(rt: Runtime): void {
  rt.registerModule("itertools", (_, module) => {
    const pickling = {
      __reduce__: [
        "(self, /)",
        (self: any) => {
          const [args, state, other] = (self.step as Next).reduce!();
          const type = other ?? (self.ob$type as PyObject);
          return rt.tuple(state === undefined ? [type, rt.tuple(args)] : [type, rt.tuple(args), state]);
        },
        "Return state information for pickling.",
      ],
      __setstate__: [
        "(self, state, /)",
        (self: any, state: PyObject) => {
          (self.step as Next).restore?.(state);
          return rt.none;
        },
        "Set state information for unpickling.",
      ],
    } satisfies Functions;
    /** The items of a state that must be a tuple of `n`. */
    const parts = (state: PyObject, n: number): PyObject[] => {
      if (!rt.isInstance(state, rt.types["tuple"])) throw rt.error("TypeError", "state is not a tuple");
      const items = state.v as PyObject[];
      if (items.length !== n)
        throw rt.error("TypeError", `function takes exactly ${n} arguments (${items.length} given)`);
      return items;
    };
    const ints = (values: readonly number[]): PyObject => rt.tuple(values.map((n) => rt.int(n)));
    /** Indices of a state, held to what is possible. */
    const indicesOf = (state: PyObject, n: number, top: (i: number) => number): number[] => {
      if (!rt.isInstance(state, rt.types["tuple"]) || (state.v as PyObject[]).length !== n)
        throw rt.error("ValueError", "invalid arguments");
      return (state.v as PyObject[]).map((value, i) => Math.max(0, Math.min(indexOf(rt, value), top(i))));
    };
    const emptyIterator = (): PyObject => rt.iter(rt.tuple([]));
    /** A type whose constructor returns the function that gives the next item. */
    const define = (
      name: string,
      signature: string,
      start: (...args: any[]) => Next,
      extra: { repr?: (self: any) => string; classMethods?: any; methods?: any } = {},
    ): PyType => {
      const type = iteratorType(rt, {
        name,
        module: "itertools",
        new: [
          `(cls, ${signature})`,
          (cls: PyType, ...args: any[]) => {
            const self = rt.alloc(cls);
            self.args = args;
            self.step = start(...args);
            return self;
          },
        ],
        next: (self: any) => (self.step as Next)(),
        methods: { ...extra.methods, ...(pickled.has(name) ? pickling : {}) },
        classMethods: extra.classMethods,
      });
      if (extra.repr !== undefined) {
        const { repr } = extra;
        rt.patchType(type, {
          slots: {
            $r(this: any) {
              return rt.str(repr(this));
            },
          },
        });
      }
      module.setStr(name, type);
      return type;
    };
    const next = (it: PyObject): PyObject | undefined => rt.next(it);
    const count = (value: PyObject, message: string): number => {
      const n = value === rt.none ? Infinity : indexOf(rt, value);
      if (n < 0) throw rt.error("ValueError", message);
      return n;
    };

    define(
      "count",
      "start=0, step=1",
      (start: PyObject, step: PyObject) => {
        for (const value of [start, step]) {
          if (!isNumber(rt, value)) throw rt.error("TypeError", "a number is required");
        }
        const state = { value: start };
        const next: Next = () => {
          const value = state.value;
          state.value = rt.binary(value, step, "add");
          return value;
        };
        next.shown = () =>
          rt.isInt(step) && Number(step.v) === 1
            ? `count(${rt.repr(state.value)})`
            : `count(${rt.repr(state.value)}, ${rt.repr(step)})`;
        next.reduce = () => [rt.isInt(step) && Number(step.v) === 1 ? [state.value] : [state.value, step]];
        return next;
      },
      { repr: (self) => (self.step as Next).shown!() },
    );
    define("cycle", "iterable, /", (iterable: PyObject) => {
      const it = rt.iter(iterable);
      let saved: PyObject[] = [];
      // Items of `saved` are given again from here; -1 while the iterable lasts.
      let at = -1;
      // After unpickling in a later round the items that come first are saved already.
      let known = false;
      const step: Next = () => {
        if (at < 0) {
          const item = next(it);
          if (item !== undefined) {
            if (!known) saved.push(item);
            return item;
          }
          at = 0;
        }
        if (saved.length === 0) return undefined;
        const item = saved[at];
        at = (at + 1) % saved.length;
        return item;
      };
      step.reduce = () => {
        if (at < 0) return [[it], rt.tuple([rt.list([...saved]), rt.bool(known)])];
        const again = rt.iter(rt.list([...saved]));
        if (at > 0) rt.callMethod(again, "__setstate__", [rt.int(at)]);
        return [[again], rt.tuple([rt.list([...saved]), rt.true])];
      };
      step.restore = (state) => {
        const [items, first] = parts(state, 2);
        if (!rt.isInstance(items, rt.types["list"]))
          throw rt.error("TypeError", `argument 1 must be list, not ${rt.argumentName(items)}`);
        known = rt.index(first) !== 0;
        saved = rt.toArray(items);
      };
      return step;
    });
    define(
      "repeat",
      "object, times=...",
      (object: PyObject, times: PyObject | undefined) => {
        let left = times === undefined ? Infinity : Math.max(0, indexOf(rt, times));
        const next: Next = () => {
          if (left <= 0) return undefined;
          left--;
          return object;
        };
        next.left = () => left;
        next.reduce = () => [left === Infinity ? [object] : [object, rt.int(left)]];
        next.shown = () => `repeat(${rt.repr(object)}${left === Infinity ? "" : `, ${left}`})`;
        return next;
      },
      {
        repr: (self) => (self.step as Next).shown!(),
        methods: {
          __length_hint__: [
            "(self)",
            (self: any) => {
              const n = (self.step as Next).left!();
              if (n === Infinity) throw rt.error("TypeError", "len() of unsized object");
              return rt.int(n);
            },
          ],
        },
      },
    );

    const chainOf = (iterables: PyObject): Next => {
      let source: PyObject | undefined = iterables;
      let current: PyObject | undefined;
      const step: Next = () => {
        while (source !== undefined) {
          if (current === undefined) {
            const iterable = next(source);
            if (iterable === undefined) {
              source = undefined;
              break;
            }
            current = rt.iter(iterable);
          }
          const item = next(current);
          if (item !== undefined) return item;
          current = undefined;
        }
        return undefined;
      };
      step.reduce = () => {
        if (source === undefined) return [[]];
        return [[], rt.tuple(current === undefined ? [source] : [source, current])];
      };
      step.restore = (state) => {
        const items = rt.isInstance(state, rt.types["tuple"]) ? (state.v as PyObject[]) : [];
        if (
          items.length === 0 ||
          items.length > 2 ||
          !items.every((item) => rt.lookupSpecial(item, "__next__") !== undefined)
        )
          throw rt.error("TypeError", "Arguments must be iterators.");
        [source, current] = items;
      };
      return step;
    };
    define("chain", "*iterables", (iterables: PyObject[]) => chainOf(rt.iter(rt.tuple(iterables))), {
      classMethods: {
        from_iterable: [
          "(cls, iterable, /)",
          (cls: PyType, iterable: PyObject) => {
            const self = rt.alloc(cls);
            self.step = chainOf(rt.iter(iterable));
            return self as PyObject;
          },
        ],
        __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
      },
    });
    define(
      "accumulate",
      "iterable, func=None, *, initial=None",
      (iterable: PyObject, func: PyObject, initial: PyObject) => {
        const it = rt.iter(iterable);
        let total: PyObject | undefined;
        let begun = false;
        const step: Next = () => {
          if (!begun) {
            begun = true;
            total = initial === rt.none ? next(it) : initial;
            return total;
          }
          const item = next(it);
          if (item === undefined || total === undefined) return undefined;
          total = func === rt.none ? rt.binary(total, item, "add") : rt.call(func, [total, item]);
          return total;
        };
        step.reduce = () => {
          if (begun && total === rt.none) {
            // None as a state would mean that nothing was begun.
            const chained = rt.call(module.getStr("chain")!, [rt.list([total]), it]);
            const again = rt.call(module.getStr("accumulate")!, [chained, func]);
            return [[again, rt.int(1), rt.none], undefined, module.getStr("islice")!];
          }
          if (begun) return [[it, func], total ?? rt.none];
          if (initial === rt.none) return [[it, func], rt.none];
          const chained = rt.call(module.getStr("chain")!, [rt.list([initial]), it]);
          return [[chained, func], rt.none];
        };
        step.restore = (state) => {
          if (state === rt.none) return;
          begun = true;
          total = state;
        };
        return step;
      },
    );
    define("compress", "data, selectors", (data: PyObject, selectors: PyObject) => {
      const d = rt.iter(data);
      const s = rt.iter(selectors);
      const step: Next = () => {
        for (;;) {
          const item = next(d);
          const selector = item === undefined ? undefined : next(s);
          if (item === undefined || selector === undefined) return undefined;
          if (rt.isTrue(selector)) return item;
        }
      };
      step.reduce = () => [[d, s]];
      return step;
    });
    define("dropwhile", "predicate, iterable, /", (predicate: PyObject, iterable: PyObject) => {
      const it = rt.iter(iterable);
      let dropping = true;
      const step: Next = () => {
        for (;;) {
          const item = next(it);
          if (item === undefined || !dropping) return item;
          if (rt.isTrue(rt.call(predicate, [item]))) {
            rt.budget.step();
            continue;
          }
          dropping = false;
          return item;
        }
      };
      step.reduce = () => [[predicate, it], rt.int(dropping ? 0 : 1)];
      step.restore = (state) => {
        dropping = !rt.isTrue(state);
      };
      return step;
    });
    define("takewhile", "predicate, iterable, /", (predicate: PyObject, iterable: PyObject) => {
      const it = rt.iter(iterable);
      let done = false;
      const step: Next = () => {
        if (done) return undefined;
        const item = next(it);
        if (item === undefined || rt.isTrue(rt.call(predicate, [item]))) return item;
        done = true;
        return undefined;
      };
      step.reduce = () => [[predicate, it], rt.int(done ? 1 : 0)];
      step.restore = (state) => {
        done = rt.isTrue(state);
      };
      return step;
    });
    define("filterfalse", "function, iterable, /", (predicate: PyObject, iterable: PyObject) => {
      const it = rt.iter(iterable);
      const step: Next = () => {
        for (;;) {
          const item = next(it);
          if (item === undefined) return undefined;
          if (!rt.isTrue(predicate === rt.none ? item : rt.call(predicate, [item]))) return item;
          rt.budget.step();
        }
      };
      step.reduce = () => [[predicate, it]];
      return step;
    });
    define("starmap", "function, iterable, /", (func: PyObject, iterable: PyObject) => {
      const it = rt.iter(iterable);
      const step: Next = () => {
        const item = next(it);
        return item === undefined ? undefined : rt.call(func, rt.toArray(item));
      };
      step.reduce = () => [[func, it]];
      return step;
    });
    define("pairwise", "iterable, /", (iterable: PyObject) => {
      const it = rt.iter(iterable);
      let previous: PyObject | undefined;
      return () => {
        previous ??= next(it);
        if (previous === undefined) return undefined;
        const item = next(it);
        if (item === undefined) return undefined;
        const pair = rt.tuple([previous, item]);
        previous = item;
        return pair;
      };
    });
    define(
      "batched",
      "iterable, n, *, strict=False",
      (iterable: PyObject, size: PyObject, strict: PyObject) => {
        const n = indexOf(rt, size);
        if (n < 1) throw rt.error("ValueError", "n must be at least one");
        const it = rt.iter(iterable);
        return () => {
          const batch: PyObject[] = [];
          while (batch.length < n) {
            const item = next(it);
            if (item === undefined) break;
            batch.push(item);
          }
          if (batch.length === 0) return undefined;
          if (batch.length < n && rt.isTrue(strict))
            throw rt.error("ValueError", "batched(): incomplete batch");
          return rt.tuple(batch);
        };
      },
    );
    define("islice", "*args", ([iterable, ...args]: PyObject[]) => {
      if (args.length === 0 || args.length > 3)
        throw rt.error(
          "TypeError",
          `islice expected at ${args.length === 0 ? "least 2" : "most 4"} arguments, got ${iterable === undefined ? 0 : args.length + 1}`,
        );
      const limit = "must be None or an integer: 0 <= x <= sys.maxsize.";
      /** What cannot be an index is -1. */
      const bound = (value: PyObject, none: number): number => {
        if (value === rt.none) return none;
        try {
          return indexOf(rt, value);
        } catch (error) {
          if (!rt.isException(error)) throw error;
          return -1;
        }
      };
      const [startArg, stopArg, stepArg] =
        args.length === 1 ? [rt.none, args[0], rt.none] : [args[0], args[1], args[2] ?? rt.none];
      const start = bound(startArg, 0);
      const stop = bound(stopArg, Infinity);
      if (stop === -1) throw rt.error("ValueError", `Stop argument for islice() ${limit}`);
      if (start < 0 || stop < 0) throw rt.error("ValueError", `Indices for islice() ${limit}`);
      const step = bound(stepArg, 1);
      if (step < 1) throw rt.error("ValueError", "Step for islice() must be a positive integer or None.");
      let it: PyObject | undefined = rt.iter(iterable);
      let index = 0;
      let wanted = start;
      const given: Next = () => {
        if (it === undefined) return undefined;
        if (wanted >= stop) {
          // CPython consumes up to stop.
          while (index < stop && stop !== Infinity && next(it) !== undefined) index++;
          it = undefined;
          return undefined;
        }
        let item: PyObject | undefined;
        while (index <= wanted) {
          item = next(it);
          if (item === undefined) {
            it = undefined;
            return undefined;
          }
          index++;
        }
        wanted += step;
        return item;
      };
      given.reduce = () => {
        if (it === undefined) return [[emptyIterator(), rt.int(0)], rt.int(0)];
        const end = stop === Infinity ? rt.none : rt.int(stop);
        return [[it, rt.int(wanted), end, rt.int(step)], rt.int(index)];
      };
      given.restore = (state) => {
        index = indexOf(rt, state);
      };
      return given;
    });
    define("zip_longest", "*iterables, fillvalue=None", (iterables: PyObject[], fill: PyObject) => {
      const its: (PyObject | undefined)[] = iterables.map((iterable) => rt.iter(iterable));
      let active = its.length;
      let filler = fill;
      const step: Next = () => {
        if (active === 0) return undefined;
        const items: PyObject[] = [];
        for (let i = 0; i < its.length; i++) {
          const it = its[i];
          const item = it === undefined ? undefined : next(it);
          if (item === undefined && it !== undefined) {
            its[i] = undefined;
            if (--active === 0) return undefined;
          }
          items.push(item ?? filler);
        }
        return rt.tuple(items);
      };
      step.reduce = () => [its.map((it) => it ?? rt.tuple([])), filler];
      step.restore = (state) => {
        filler = state;
      };
      return step;
    });
    defineChoices({ rt, define, count, parts, ints, indicesOf });

    const grouper = iteratorType(rt, {
      name: "_grouper",
      module: "itertools",
      next: (self: any) => (self.step as Next)(),
    });
    define("groupby", "iterable, key=None", (iterable: PyObject, key: PyObject) => {
      const it = rt.iter(iterable);
      let current: PyObject | undefined;
      let currentKey: PyObject | undefined;
      let groupKey: PyObject | undefined;
      let group = {};
      const advance = (): boolean => {
        current = next(it);
        if (current === undefined) return false;
        currentKey = key === rt.none ? current : rt.call(key, [current]);
        return true;
      };
      let exhausted = false;
      const step: Next = () => {
        if (exhausted) return undefined;
        const mine = {};
        group = mine;
        // Skip what is left of the last group.
        while (currentKey === undefined || (groupKey !== undefined && rt.equals(currentKey, groupKey))) {
          if (!advance()) {
            exhausted = true;
            return undefined;
          }
          rt.budget.step();
        }
        groupKey = currentKey;
        const target = groupKey;
        const items = rt.alloc(grouper);
        items.step = (): PyObject | undefined => {
          if (
            group !== mine ||
            current === undefined ||
            currentKey === undefined ||
            !rt.equals(target, currentKey)
          )
            return undefined;
          const item = current;
          if (!advance()) exhausted = true;
          return item;
        };
        return rt.tuple([groupKey, items as PyObject]);
      };
      step.reduce = () =>
        current !== undefined && currentKey !== undefined && groupKey !== undefined
          ? [[it, key], rt.tuple([current, groupKey, currentKey])]
          : [[it, key]];
      step.restore = (state) => {
        [current, groupKey, currentKey] = parts(state, 3);
      };
      return step;
    });

    const teeType: PyType = iteratorType(rt, {
      name: "_tee",
      module: "itertools",
      new: ["(cls, iterable, /)", (_cls: PyType, iterable: PyObject) => tee(iterable)],
      next: (self: any) => {
        const node = self.node as TeeNode;
        if (node.next === undefined) {
          const item = next(self.source as PyObject);
          if (item === undefined) return undefined;
          node.item = item;
          node.next = {};
        }
        self.node = node.next;
        return node.item;
      },
      methods: { __copy__: ["(self)", (self: any) => teeAt(self.source as PyObject, self.node as TeeNode)] },
    });
    const teeAt = (source: PyObject, node: TeeNode): PyObject => {
      const self = rt.alloc(teeType);
      self.source = source;
      self.node = node;
      return self as PyObject;
    };
    const tee = (iterable: PyObject): PyObject => {
      const it: any = rt.iter(iterable);
      return it.ob$type === teeType
        ? teeAt(it.source as PyObject, it.node as TeeNode)
        : teeAt(it as PyObject, {});
    };
    module.setStr("_tee", teeType);
    module.setStr(
      "tee",
      rt.fn(
        "tee(iterable, n=2, /)",
        (iterable: PyObject, times: PyObject) => {
          const n = indexOf(rt, times);
          if (n < 0) throw rt.error("ValueError", "n must be >= 0");
          if (n === 0) return rt.tuple([]);
          const first: any = tee(iterable);
          return rt.tuple(
            Array.from({ length: n }, (_, i) =>
              i === 0 ? first : teeAt(first.source as PyObject, first.node as TeeNode),
            ),
          );
        },
        undefined,
        "itertools",
      ),
    );
  });
}

interface TeeNode {
  item?: PyObject;
  next?: TeeNode;
}
