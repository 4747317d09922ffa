/** `_bisect` and `_heapq`: the C halves of bisect and heapq. */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { addFunctions, type Functions } from "./support.js";

export function installSorted(rt: Runtime): void {
  const less = (a: PyObject, b: PyObject): boolean => rt.compareBool(a, b, "Lt");

  rt.registerModule("_bisect", (_, module) => {
    const find = (
      right: boolean,
      a: PyObject,
      x: PyObject,
      lo: PyObject,
      hi: PyObject,
      key: PyObject,
    ): number | bigint => {
      const start = rt.index(lo);
      if (start < 0) throw rt.error("ValueError", "lo must be non-negative");
      if (hi === rt.none && a.sq$length === undefined) rt.len(a); // raises
      const end = hi === rt.none ? rt.index(rt.callSpecial0(a, "__len__")) : rt.index(hi);
      const before = (middle: PyObject): boolean => {
        rt.budget.step();
        if (a.mp$subscript === undefined)
          throw rt.error("TypeError", `'${rt.tpName(a)}' object does not support indexing`);
        const item = rt.getItem(a, middle);
        const value = key === rt.none ? item : rt.call(key, [item]);
        return right ? !less(x, value) : less(value, x);
      };
      if (typeof end === "bigint" || typeof start === "bigint") {
        let from = BigInt(start);
        let to = BigInt(end);
        while (from < to) {
          const middle = (from + to) >> 1n;
          if (before(rt.int(middle))) from = middle + 1n;
          else to = middle;
        }
        return from;
      }
      let low = start;
      let high = end;
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (before(rt.int(middle))) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    const search =
      (right: boolean) =>
      (a: PyObject, x: PyObject, lo: PyObject, hi: PyObject, key: PyObject): PyObject =>
        rt.int(find(right, a, x, lo, hi, key));
    const insert =
      (right: boolean) =>
      (a: PyObject, x: PyObject, lo: PyObject, hi: PyObject, key: PyObject): void => {
        const wanted = key === rt.none ? x : rt.call(key, [x]);
        rt.callMethod2(a, "insert", rt.int(find(right, a, wanted, lo, hi, key)), x);
      };
    const parameters = "(a, x, lo=0, hi=None, *, key=None)";
    addFunctions(rt, module, {
      bisect: [parameters, search(true)],
      bisect_right: [parameters, search(true)],
      bisect_left: [parameters, search(false)],
      insort: [parameters, insert(true)],
      insort_right: [parameters, insert(true)],
      insort_left: [parameters, insert(false)],
    });
  });

  rt.registerModule("_heapq", (_, module) => {
    /** The items of a heap; `argument` begins the message for what is no list. */
    const items = (heap: PyObject, argument = ""): PyObject[] => {
      if (!rt.isInstance(heap, rt.types["list"]))
        throw rt.error("TypeError", `${argument} must be list, not ${rt.argumentName(heap)}`);
      return heap.v as PyObject[];
    };
    /** Comparisons run Python code, which may change the list. */
    const checked = (heap: PyObject, size: number): PyObject[] => {
      const now = items(heap);
      if (now.length !== size) throw rt.error("RuntimeError", "list changed size during iteration");
      return now;
    };
    const siftDown = (heap: PyObject, start: number, position: number, before: typeof less): void => {
      const size = items(heap).length;
      const item = items(heap)[position];
      let at = position;
      while (at > start) {
        rt.budget.step();
        const parent = (at - 1) >> 1;
        const above = items(heap)[parent];
        if (!before(item, above)) break;
        checked(heap, size)[at] = above;
        at = parent;
      }
      items(heap)[at] = item;
    };
    const siftUp = (heap: PyObject, position: number, before: typeof less): void => {
      const size = items(heap).length;
      const item = items(heap)[position];
      let at = position;
      for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
        rt.budget.step();
        const list = items(heap);
        if (child + 1 < size && !before(list[child], list[child + 1])) child++;
        const now = checked(heap, size);
        now[at] = now[child];
        at = child;
      }
      items(heap)[at] = item;
      siftDown(heap, position, at, before);
    };
    const pop =
      (argument: string, before: typeof less) =>
      (heap: PyObject): PyObject => {
        const list = items(heap, argument);
        const last = list.pop();
        if (last === undefined) throw rt.error("IndexError", "index out of range");
        if (list.length === 0) return last;
        const first = list[0];
        list[0] = last;
        siftUp(heap, 0, before);
        return first;
      };
    const replace =
      (argument: string, before: typeof less) =>
      (heap: PyObject, item: PyObject): PyObject => {
        const list = items(heap, argument);
        if (list.length === 0) throw rt.error("IndexError", "index out of range");
        const first = list[0];
        list[0] = item;
        siftUp(heap, 0, before);
        return first;
      };
    const heapify =
      (argument: string, before: typeof less) =>
      (heap: PyObject): void => {
        for (let i = (items(heap, argument).length >> 1) - 1; i >= 0; i--) siftUp(heap, i, before);
      };
    const greater = (a: PyObject, b: PyObject): boolean => less(b, a);
    const heapreplace = replace("heapreplace() argument 1", less);
    const functions: Functions = {
      heappush: [
        "(heap, item, /)",
        (heap: PyObject, item: PyObject) => {
          items(heap, "heappush() argument 1").push(item);
          siftDown(heap, 0, items(heap).length - 1, less);
        },
      ],
      heappop: ["(heap, /)", pop("heappop() argument", less)],
      heapreplace: ["(heap, item, /)", heapreplace],
      heappushpop: [
        "(heap, item, /)",
        (heap: PyObject, item: PyObject) => {
          const list = items(heap, "heappushpop() argument 1");
          if (list.length === 0 || !less(list[0], item)) return item;
          if (items(heap).length === 0) throw rt.error("IndexError", "index out of range");
          return heapreplace(heap, item);
        },
      ],
      heapify: ["(heap, /)", heapify("heapify() argument", less)],
      _heappop_max: ["(heap, /)", pop("_heappop_max() argument", greater)],
      _heapreplace_max: ["(heap, item, /)", replace("_heapreplace_max() argument 1", greater)],
      _heapify_max: ["(heap, /)", heapify("_heapify_max() argument", greater)],
    };
    addFunctions(rt, module, functions);
  });
}
