/** all, any, iter, len, max, min, next, sorted, aiter, print. */
import type { PyObject } from "../objects.js";
import type { Runtime } from "../runtime.js";
import type { DefineFunction } from "./install.js";

export function installSequenceFunctions(rt: Runtime, fn: DefineFunction): void {
  fn("len(obj, /)", (o: PyObject) => rt.int(rt.len(o)), "Return the number of items in a container.");
  fn(
    "all(iterable, /)",
    (o: PyObject) => {
      const it = rt.iter(o);
      for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext()) {
        rt.budget.step();
        if (!rt.isTrue(x as PyObject)) return false;
      }
      return true;
    },
    "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.",
  );
  fn(
    "any(iterable, /)",
    (o: PyObject) => {
      const it = rt.iter(o);
      for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext()) {
        rt.budget.step();
        if (rt.isTrue(x as PyObject)) return true;
      }
      return false;
    },
    "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.",
  );
  fn(
    "iter(*args)",
    (args: PyObject[]) => {
      if (args.length === 0) throw rt.error("TypeError", "iter expected at least 1 argument, got 0");
      if (args.length > 2)
        throw rt.error("TypeError", `iter expected at most 2 arguments, got ${args.length}`);
      if (args.length === 1) return rt.iter(args[0]);
      if (!rt.callable(args[0])) throw rt.error("TypeError", "iter(v, w): v must be callable");
      return Object.assign(rt.alloc(rt.types["callable_iterator"]), {
        $func: args[0],
        $sentinel: args[1],
      }) as PyObject;
    },
    "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an object.  In the first form, the argument must\nsupply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel.",
  );
  fn(
    "next(iterator, default=..., /)",
    (it: PyObject, fallback?: PyObject) => {
      const x = rt.next(it);
      if (x !== undefined) return x;
      if (fallback !== undefined) return fallback;
      throw rt.stopIteration(it);
    },
    "next(iterator[, default])\n\nReturn the next item from the iterator. If default is given and the iterator\nis exhausted, it is returned instead of raising StopIteration.",
  );
  const extreme =
    (name: "min" | "max", op: "Lt" | "Gt") =>
    (args: PyObject[], key: PyObject, fallback: PyObject | undefined) => {
      if (args.length === 0) throw rt.error("TypeError", `${name} expected at least 1 argument, got 0`);
      if (args.length > 1 && fallback !== undefined) {
        throw rt.error(
          "TypeError",
          `Cannot specify a default for ${name}() with multiple positional arguments`,
        );
      }
      const it = args.length === 1 ? rt.iter(args[0]) : rt.iter(rt.tuple(args));
      let best: PyObject | undefined;
      let bestKey: PyObject | undefined;
      for (
        let x = it.tp$iternext() as PyObject | undefined;
        x !== undefined;
        x = it.tp$iternext() as PyObject | undefined
      ) {
        rt.budget.step();
        const k: PyObject = key === rt.none ? x : key.$call1(x);
        if (bestKey === undefined || rt.compareBool(k, bestKey, op)) {
          best = x;
          bestKey = k;
        }
      }
      if (best !== undefined) return best;
      if (fallback !== undefined) return fallback;
      throw rt.error("ValueError", `${name}() arg is an empty sequence`);
    };
  fn(
    "max(*args, key=None, default=...)",
    extreme("max", "Gt"),
    "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its biggest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more arguments, return the largest argument.",
  );
  fn(
    "min(*args, key=None, default=...)",
    extreme("min", "Lt"),
    "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its smallest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more arguments, return the smallest argument.",
  );
  fn(
    "sorted(*iterable, **kw)",
    (args: PyObject[], kw: Map<string, PyObject>) => {
      if (args.length !== 1) throw rt.error("TypeError", `sorted expected 1 argument, got ${args.length}`);
      const list = rt.list(rt.toArray(args[0]));
      rt.callMethod(list, "sort", [], [...kw].flat());
      return list;
    },
    "Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order.",
  );
  fn(
    "print(*args, sep=None, end=None, file=None, flush=False)",
    (args: PyObject[], sep: PyObject, end: PyObject, file: PyObject, flush: PyObject) => {
      const text = (o: PyObject, name: string, fallback: string): string => {
        if (o === rt.none) return fallback;
        if (!rt.isStr(o))
          throw rt.error("TypeError", `${name} must be None or a string, not ${rt.tpName(o)}`);
        return o.v as string;
      };
      const between = text(sep, "sep", " ");
      const after = text(end, "end", "\n");
      const out = file === rt.none ? rt.lookup(rt.importModule("sys"), "stdout") : file;
      if (out === undefined || out === rt.none) return;
      rt.callMethod1(out, "write", rt.str(args.map((a) => rt.strOf(a)).join(between) + after));
      if (rt.isTrue(flush)) rt.callMethod0(out, "flush");
    },
    "Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, default a space.\n  end\n    string appended after the last value, default a newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n  flush\n    whether to forcibly flush the stream.",
  );
  fn(
    "aiter(async_iterable, /)",
    (o: PyObject) => {
      const f = rt.lookupSpecial(o, "__aiter__");
      if (f === undefined) throw rt.error("TypeError", `'${rt.tpName(o)}' object is not an async iterable`);
      return rt.call(f, []);
    },
    "Return an AsyncIterator for an AsyncIterable object.",
  );
}
