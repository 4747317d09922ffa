/** The combinatoric iterators of itertools: product, permutations, combinations. Their state is a list of indices. */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { indexOf } from "./support.js";

/**
 * What gives the next item, and how it is pickled and copied (`__reduce__`, `__setstate__`): the arguments that make it
 * anew and the state it is then given.
 */
export type Next = (() => PyObject | undefined) & {
  shown?: () => string;
  left?: () => number;
  reduce?: () => [args: PyObject[], state?: PyObject, type?: PyObject];
  restore?: (state: PyObject) => void;
};

/** What itertools.ts lends. */
export interface Tools {
  readonly rt: Runtime;
  readonly define: (name: string, signature: string, start: (...args: any[]) => Next) => PyType;
  /** A count that may be None (Infinity); negative ones raise ValueError with the message. */
  readonly count: (value: PyObject, message: string) => number;
  /** The items of a state that must be a tuple of `n`. */
  readonly parts: (state: PyObject, n: number) => PyObject[];
  readonly ints: (values: readonly number[]) => PyObject;
  /** Indices of a state, held to what is possible. */
  readonly indicesOf: (state: PyObject, n: number, top: (i: number) => number) => number[];
}

export function defineChoices({ rt, define, count, parts, ints, indicesOf }: Tools): void {
  const choose = (pool: readonly PyObject[], indices: readonly number[]): PyObject =>
    rt.tuple(indices.map((i) => pool[i]));
  /** Items of a pool by indices: `first` begins, `advance` moves the indices on and tells whether there is another. */
  const chooser = (
    pool: readonly PyObject[],
    r: number,
    possible: boolean,
    first: () => number[],
    advance: (indices: number[]) => boolean,
    top: (i: number) => number,
  ): Next => {
    let indices: number[] | undefined;
    let over = !possible;
    const step: Next = () => {
      if (over) return undefined;
      if (indices === undefined) indices = first();
      else if (!advance(indices)) {
        over = true;
        return undefined;
      }
      return choose(pool, indices);
    };
    step.reduce = () => {
      const given = rt.tuple([...pool]);
      if (over && indices !== undefined) return [[rt.tuple([]), rt.int(r)]];
      return indices === undefined ? [[given, rt.int(r)]] : [[given, rt.int(r)], ints(indices)];
    };
    step.restore = (state) => {
      indices = indicesOf(state, r, top);
    };
    return step;
  };
  define("product", "*iterables, repeat=1", (iterables: PyObject[], repeat: PyObject) => {
    const times = indexOf(rt, repeat);
    if (times < 0) throw rt.error("ValueError", "repeat argument cannot be negative");
    const once = iterables.map((iterable) => rt.toArray(iterable));
    rt.budget.allocate(once.length * times * 8);
    const pools = Array.from({ length: times }, () => once).flat();
    const empty = pools.some((pool) => pool.length === 0);
    let indices: number[] | undefined;
    let over = empty;
    const step: Next = () => {
      if (over) return undefined;
      if (indices === undefined) indices = pools.map(() => 0);
      else {
        let p = pools.length - 1;
        while (p >= 0 && ++indices[p] === pools[p].length) indices[p--] = 0;
        if (p < 0) {
          over = true;
          return undefined;
        }
      }
      return rt.tuple(indices.map((i, p) => pools[p][i]));
    };
    step.reduce = () => {
      if (over && indices !== undefined) return [[rt.tuple([])]];
      const given = pools.map((pool) => rt.tuple([...pool]));
      return indices === undefined ? [given] : [given, ints(indices)];
    };
    step.restore = (state) => {
      indices = indicesOf(state, pools.length, (p) => pools[p].length - 1);
    };
    return step;
  });
  define("permutations", "iterable, r=None", (iterable: PyObject, size: PyObject) => {
    const pool = rt.toArray(iterable);
    const n = pool.length;
    if (size !== rt.none && !rt.isInt(size)) throw rt.error("TypeError", "Expected int as r");
    const r = size === rt.none ? n : count(size, "r must be non-negative");
    let indices: number[] | undefined;
    let cycles: number[] = [];
    let over = r > n;
    const advance = (order: number[]): boolean => {
      for (let i = r - 1; i >= 0; i--) {
        if (--cycles[i] === 0) {
          order.push(...order.splice(i, 1));
          cycles[i] = n - i;
        } else {
          const j = n - cycles[i];
          [order[i], order[j]] = [order[j], order[i]];
          return true;
        }
      }
      return false;
    };
    const step: Next = () => {
      if (over) return undefined;
      if (indices === undefined) {
        indices = pool.map((_, i) => i);
        cycles = Array.from({ length: r }, (_, i) => n - i);
      } else if (!advance(indices)) {
        over = true;
        return undefined;
      }
      return choose(pool, indices.slice(0, r));
    };
    step.reduce = () => {
      if (over && indices !== undefined) return [[rt.tuple([]), rt.int(r)]];
      const args = [rt.tuple([...pool]), rt.int(r)];
      return indices === undefined ? [args] : [args, rt.tuple([ints(indices), ints(cycles)])];
    };
    step.restore = (state) => {
      const [order, turns] = parts(state, 2);
      indices = indicesOf(order, n, () => n - 1);
      cycles = indicesOf(turns, r, (i) => n - i).map((c) => Math.max(1, c));
    };
    return step;
  });
  define("combinations", "iterable, r", (iterable: PyObject, size: PyObject) => {
    const r = indexOf(rt, size);
    const pool = rt.toArray(iterable);
    const n = pool.length;
    if (r < 0) throw rt.error("ValueError", "r must be non-negative");
    return chooser(
      pool,
      r,
      r <= n,
      () => Array.from({ length: r }, (_, i) => i),
      (indices) => {
        let i = r - 1;
        while (i >= 0 && indices[i] === i + n - r) i--;
        if (i < 0) return false;
        indices[i]++;
        for (let j = i + 1; j < r; j++) indices[j] = indices[j - 1] + 1;
        return true;
      },
      (i) => i + n - r,
    );
  });
  define("combinations_with_replacement", "iterable, r", (iterable: PyObject, size: PyObject) => {
    const r = indexOf(rt, size);
    const pool = rt.toArray(iterable);
    const n = pool.length;
    if (r < 0) throw rt.error("ValueError", "r must be non-negative");
    return chooser(
      pool,
      r,
      n > 0 || r === 0,
      () => new Array<number>(r).fill(0),
      (indices) => {
        let i = r - 1;
        while (i >= 0 && indices[i] === n - 1) i--;
        if (i < 0) return false;
        indices.fill(indices[i] + 1, i);
        return true;
      },
      () => n - 1,
    );
  });
}
