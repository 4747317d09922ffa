/**
 * bb.filter: expressions attached to variables (d.setVarFilter) that change their expanded value. They see the value as
 * `val` and the functions registered with filter_proc, and no builtins. Facts: lib/bb/tests/filter.py.
 */
import type { FilterEvaluator, Value } from "../../datastore/index.js";
import type { PyDict, PyObject, PyType } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { compilerOf } from "./bb-utils-code.js";
import { compareText, splitWords } from "./text.js";

/** Builtins that filters may use. */
const allowed =
  "all any bin bool chr enumerate float format hex int len map max min oct ord pow str sum".split(" ");

/** How many compiled expressions are kept; most name one recipe and serve it alone. */
const maximumKept = 200;

/** The registry of one Binding. */
export class Filters implements FilterEvaluator {
  readonly globals: PyDict;
  readonly #code = new Map<string, PyObject>();
  #namespace!: PyType;

  constructor(private readonly binding: Binding) {
    const { rt } = binding;
    this.globals = rt.newDict();
    this.globals.setStr("__builtins__", rt.newDict());
    for (const name of allowed) this.globals.setStr(name, rt.builtin(name));
  }

  /** Defines the type of the dotted names' parts. */
  define(): void {
    this.#namespace = this.binding.define({ name: "Namespace", module: "bb.filter", dict: true });
  }

  /** Registers a function under a name, dotted ones in namespaces. */
  add(name: string, f: PyObject): void {
    const { rt } = this.binding;
    const parts = name.split(".");
    const last = parts.pop() ?? "";
    let scope: PyDict = this.globals;
    for (const part of parts) {
      let next = scope.getStr(part);
      if (next === undefined) {
        next = rt.alloc(this.#namespace) as PyObject;
        scope.setStr(part, next);
      } else if (!rt.isInstance(next, this.#namespace)) {
        throw rt.error("TypeError", `'${rt.typeName(next)}' object does not support item assignment`);
      }
      scope = rt.instanceDict(next);
    }
    scope.setStr(last, f);
  }

  /** bb.filter.apply_filters: each expression gets what the one before gave; empty ones are passed over. */
  apply(value: Value, expressions: readonly string[]): Value {
    const { binding } = this;
    const { rt } = binding;
    let current = value;
    for (const expression of expressions) {
      if (expression === "") continue;
      let code = this.#code.get(expression);
      if (code === undefined) {
        code = compilerOf(binding).compile(expression.trim(), { filename: "<string>", mode: "eval" });
        if (this.#code.size >= maximumKept) this.#code.clear();
        this.#code.set(expression, code);
      }
      const locals = rt.newDict();
      locals.setStr("val", binding.toPy(current));
      current = binding.fromPy(compilerOf(binding).eval(code, this.globals, locals));
    }
    return current;
  }
}

export function installFilter(binding: Binding, filters: Filters): void {
  const { rt } = binding;
  const each = (change: (word: string) => string) => (val: PyObject) =>
    splitWords(binding.text(val)).map(change).join(" ");
  const builtin: Record<string, (...args: PyObject[]) => string> = {
    "prefix(val, prefix)": (val, prefix) => each((word) => binding.text(prefix) + word)(val),
    "suffix(val, suffix)": (val, suffix) => each((word) => word + binding.text(suffix))(val),
    "sort(val)": (val) => splitWords(binding.text(val)).sort(compareText).join(" "),
    "remove(val, remove, sep=None)": (val, remove, sep) => {
      const separator = sep === undefined ? undefined : binding.textOrNone(sep);
      const split = (o: PyObject): string[] =>
        separator === undefined ? splitWords(binding.text(o)) : binding.text(o).split(separator);
      const gone = remove;
      const words = new Set(rt.isStr(gone) ? split(gone) : [...rt.iterate(gone)].map((o) => binding.text(o)));
      return split(val)
        .filter((word) => !words.has(word))
        .join(separator ?? " ");
    },
  };
  for (const [signature, impl] of Object.entries(builtin)) {
    filters.add(
      signature.slice(0, signature.indexOf("(")),
      rt.fn(signature, binding.guard(impl), undefined, "bb.filter"),
    );
  }

  binding.module(
    "bb.filter",
    {
      "apply_filters(val, expressions)": (val: PyObject, expressions: PyObject) =>
        binding.toPy(
          filters.apply(
            binding.fromPy(val),
            [...rt.iterate(expressions)].map((e) => binding.text(e)),
          ),
        ),
      "filter_proc(*, name=None)": (name: PyObject) =>
        rt.fn("inner(func)", (f: PyObject) => {
          filters.add(rt.strOf(name === rt.none ? rt.getattr(f, "__name__") : name), f);
          return f;
        }),
    },
    (set) => {
      set("FILTERS", filters.globals);
      for (const name of ["prefix", "suffix", "sort", "remove"])
        set(name, filters.globals.getStr(name) as PyObject);
      filters.add("bb.utils.explode_deps", rt.getattr(rt.importModule("bb.utils"), "explode_deps"));
    },
  );
}
