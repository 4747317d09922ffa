/** `itertools`, all of it: each function is a type whose instances are lazy iterators, as in CPython. */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { indexOf, iteratorType } from "./support.js";

type Next = (() => PyObject | undefined) & { shown?: () => string; left?: () => number };

export function installItertools(rt: Runtime): void {
  rt.registerModule("itertools", (_, module) => {
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
        methods: extra.methods,
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
        if (!rt.isInt(start) && start.nb$add === undefined)
          throw rt.error("TypeError", "a number is required");
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
        return next;
      },
      { repr: (self) => (self.step as Next).shown!() },
    );
    define("cycle", "iterable, /", (iterable: PyObject) => {
      const it = rt.iter(iterable);
      const saved: PyObject[] = [];
      let at = -1;
      return () => {
        if (at < 0) {
          const item = next(it);
          if (item !== undefined) {
            saved.push(item);
            return item;
          }
          at = 0;
        }
        if (saved.length === 0) return undefined;
        const item = saved[at];
        at = (at + 1) % saved.length;
        return item;
      };
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

    const chainOf = (iterables: () => PyObject | undefined): Next => {
      let current: PyObject | undefined;
      return () => {
        for (;;) {
          if (current === undefined) {
            const iterable = iterables();
            if (iterable === undefined) return undefined;
            current = rt.iter(iterable);
          }
          const item = next(current);
          if (item !== undefined) return item;
          current = undefined;
        }
      };
    };
    define(
      "chain",
      "*iterables",
      (iterables: PyObject[]) => {
        let i = 0;
        return chainOf(() => iterables[i++]);
      },
      {
        classMethods: {
          from_iterable: [
            "(cls, iterable, /)",
            (cls: PyType, iterable: PyObject) => {
              const it = rt.iter(iterable);
              const self = rt.alloc(cls);
              self.step = chainOf(() => next(it));
              return self as PyObject;
            },
          ],
          __class_getitem__: [
            "(cls, item, /)",
            (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item),
          ],
        },
      },
    );
    define(
      "accumulate",
      "iterable, func=None, *, initial=None",
      (iterable: PyObject, func: PyObject, initial: PyObject) => {
        const it = rt.iter(iterable);
        let total: PyObject | undefined;
        let begun = false;
        return () => {
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
      },
    );
    define("compress", "data, selectors", (data: PyObject, selectors: PyObject) => {
      const d = rt.iter(data);
      const s = rt.iter(selectors);
      return () => {
        for (;;) {
          const item = next(d);
          const selector = item === undefined ? undefined : next(s);
          if (item === undefined || selector === undefined) return undefined;
          if (rt.isTrue(selector)) return item;
        }
      };
    });
    define("dropwhile", "predicate, iterable, /", (predicate: PyObject, iterable: PyObject) => {
      const it = rt.iter(iterable);
      let dropping = true;
      return () => {
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
    });
    define("takewhile", "predicate, iterable, /", (predicate: PyObject, iterable: PyObject) => {
      const it = rt.iter(iterable);
      let done = false;
      return () => {
        if (done) return undefined;
        const item = next(it);
        if (item !== undefined && rt.isTrue(rt.call(predicate, [item]))) return item;
        done = true;
        return undefined;
      };
    });
    define("filterfalse", "function, iterable, /", (predicate: PyObject, iterable: PyObject) => {
      const it = rt.iter(iterable);
      return () => {
        for (;;) {
          const item = next(it);
          if (item === undefined) return undefined;
          if (!rt.isTrue(predicate === rt.none ? item : rt.call(predicate, [item]))) return item;
          rt.budget.step();
        }
      };
    });
    define("starmap", "function, iterable, /", (func: PyObject, iterable: PyObject) => {
      const it = rt.iter(iterable);
      return () => {
        const item = next(it);
        return item === undefined ? undefined : rt.call(func, rt.toArray(item));
      };
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
    define("islice", "iterable, *args", (iterable: PyObject, args: PyObject[]) => {
      if (args.length === 0 || args.length > 3)
        throw rt.error(
          "TypeError",
          `islice expected at ${args.length === 0 ? "least 2" : "most 4"} arguments, got ${args.length + 1}`,
        );
      const limit = "must be None or an integer: 0 <= x <= sys.maxsize.";
      const bound = (value: PyObject, what: string): number => {
        try {
          return count(value, "");
        } catch (error) {
          if (!rt.isException(error)) throw error;
          throw rt.error("ValueError", `${what} ${limit}`);
        }
      };
      const [startArg, stopArg, stepArg] =
        args.length === 1 ? [rt.none, args[0], rt.none] : [args[0], args[1], args[2] ?? rt.none];
      const start =
        startArg === rt.none
          ? 0
          : bound(startArg, args.length === 1 ? "Stop argument for islice()" : "Indices for islice()");
      const stop = bound(
        stopArg,
        args.length === 1
          ? "Stop argument for islice()"
          : args.length > 1
            ? "Stop argument for islice()"
            : "Indices for islice()",
      );
      const step = stepArg === rt.none ? 1 : bound(stepArg, "Step for islice()");
      if (step < 1) throw rt.error("ValueError", "Step for islice() must be a positive integer or None.");
      let it: PyObject | undefined = rt.iter(iterable);
      let index = 0;
      let wanted = start;
      return () => {
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
    });
    define("zip_longest", "*iterables, fillvalue=None", (iterables: PyObject[], fill: PyObject) => {
      const its: (PyObject | undefined)[] = iterables.map((iterable) => rt.iter(iterable));
      let active = its.length;
      return () => {
        if (active === 0) return undefined;
        const items: PyObject[] = [];
        for (let i = 0; i < its.length; i++) {
          const it = its[i];
          const item = it === undefined ? undefined : next(it);
          if (item === undefined && it !== undefined) {
            its[i] = undefined;
            if (--active === 0) return undefined;
          }
          items.push(item ?? fill);
        }
        return rt.tuple(items);
      };
    });
    const choose = (pool: readonly PyObject[], indices: readonly number[]): PyObject =>
      rt.tuple(indices.map((i) => pool[i]));
    const fromGenerator =
      (generator: Generator<PyObject, void, undefined>): Next =>
      () => {
        const step = generator.next();
        return step.done === true ? undefined : step.value;
      };
    define("product", "*iterables, repeat=1", (iterables: PyObject[], repeat: PyObject) => {
      const times = indexOf(rt, repeat);
      if (times < 0) throw rt.error("ValueError", "repeat argument cannot be negative");
      const once = iterables.map((iterable) => rt.toArray(iterable));
      rt.budget.allocate(once.length * times * 8);
      const pools = Array.from({ length: times }, () => once).flat();
      return fromGenerator(
        (function* () {
          if (pools.some((pool) => pool.length === 0)) return;
          const indices = pools.map(() => 0);
          for (;;) {
            yield rt.tuple(indices.map((i, p) => pools[p][i]));
            let p = pools.length - 1;
            while (p >= 0 && ++indices[p] === pools[p].length) indices[p--] = 0;
            if (p < 0) return;
          }
        })(),
      );
    });
    define("permutations", "iterable, r=None", (iterable: PyObject, size: PyObject) => {
      const pool = rt.toArray(iterable);
      const n = pool.length;
      if (size !== rt.none && !rt.isInt(size)) throw rt.error("TypeError", "Expected int as r");
      const r = size === rt.none ? n : count(size, "r must be non-negative");
      return fromGenerator(
        (function* () {
          if (r > n) return;
          const indices = pool.map((_, i) => i);
          const cycles = Array.from({ length: r }, (_, i) => n - i);
          yield choose(pool, indices.slice(0, r));
          for (;;) {
            let i = r - 1;
            for (; i >= 0; i--) {
              if (--cycles[i] === 0) {
                indices.push(...indices.splice(i, 1));
                cycles[i] = n - i;
              } else {
                const j = n - cycles[i];
                [indices[i], indices[j]] = [indices[j], indices[i]];
                yield choose(pool, indices.slice(0, r));
                break;
              }
            }
            if (i < 0) return;
          }
        })(),
      );
    });
    define("combinations", "iterable, r", (iterable: PyObject, size: PyObject) => {
      const pool = rt.toArray(iterable);
      const n = pool.length;
      const r = count(size, "r must be non-negative");
      return fromGenerator(
        (function* () {
          if (r > n) return;
          const indices = Array.from({ length: r }, (_, i) => i);
          for (;;) {
            yield choose(pool, indices);
            let i = r - 1;
            while (i >= 0 && indices[i] === i + n - r) i--;
            if (i < 0) return;
            indices[i]++;
            for (let j = i + 1; j < r; j++) indices[j] = indices[j - 1] + 1;
          }
        })(),
      );
    });
    define("combinations_with_replacement", "iterable, r", (iterable: PyObject, size: PyObject) => {
      const pool = rt.toArray(iterable);
      const n = pool.length;
      const r = count(size, "r must be non-negative");
      return fromGenerator(
        (function* () {
          if (n === 0 && r > 0) return;
          const indices = new Array<number>(r).fill(0);
          for (;;) {
            yield choose(pool, indices);
            let i = r - 1;
            while (i >= 0 && indices[i] === n - 1) i--;
            if (i < 0) return;
            indices.fill(indices[i] + 1, i);
          }
        })(),
      );
    });

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
      return () => {
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
      rt.fn("tee(iterable, n=2, /)", (iterable: PyObject, times: PyObject) => {
        const n = count(times, "n must be >= 0");
        if (n === 0) return rt.tuple([]);
        const first: any = tee(iterable);
        return rt.tuple(
          Array.from({ length: n }, (_, i) =>
            i === 0 ? first : teeAt(first.source as PyObject, first.node as TeeNode),
          ),
        );
      }),
    );
  });
}

interface TeeNode {
  item?: PyObject;
  next?: TeeNode;
}
