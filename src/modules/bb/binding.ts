/**
 * What every Python-facing part of `bb` shares: the runtime, the context, the classes defined so far, and the ways
 * between the two worlds (stores and their wrappers, values, errors). One Binding a Runtime; it holds all state that
 * real BitBake keeps in module globals.
 */
import { CodeAnalyser } from "../../analysis/code.js";
import type { LibraryFunction } from "../../analysis/dependencies.js";
import type { PySyntaxError } from "../../vm/parser/errors.js";
import {
  DataStore,
  DataStoreError,
  ExpansionError,
  type Value,
  type ValueHooks,
} from "../../datastore/index.js";
import { LimitError, SandbakeError } from "../../diagnostics/errors.js";
import { HostError } from "../../sandbox/host.js";
import type { NativeSpec, TypeSpec } from "../../vm/runtime/native.js";
import type { PyDict, PyObject, PyType } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";
import { osError } from "../support.js";
import type { BitBakeContext } from "./context.js";
import { PythonFault } from "./fault.js";
import type { TaskLists } from "./tasks.js";
import { WordSets } from "./words.js";

/** See the file's comment. */
export class Binding {
  /** Classes by dotted name: "bb.event.Event", "bb.fetch2.FetchError". */
  readonly classes = new Map<string, PyType>();
  readonly words = new WordSets();
  /** Analyses of code, kept for the run. */
  readonly code = new CodeAnalyser();
  library: ReadonlyMap<string, LibraryFunction> = new Map();
  /** Python lists, as tasks.ts keeps them in the store. */
  readonly lists: TaskLists;
  /** Python's str(), truth and type names for the store's opaque values. */
  readonly values: ValueHooks;
  /** The globals in which the functions of the metadata live (bb.utils.get_context()). */
  globals: PyDict;
  /** How often Python itself asked for them. */
  contextUses = 0;
  /** Set by bitbake_internal. */
  wrap: (store: DataStore) => PyObject = () => {
    throw new SandbakeError("vm-order", "bitbake_internal.DataStore is not ready: call ready() first");
  };
  /** The Python exception of a store's ExpansionError; set by bb.data_smart. */
  wrapExpansionError: (error: ExpansionError) => unknown = (error) => error;

  constructor(
    readonly rt: Runtime,
    readonly context: BitBakeContext,
  ) {
    this.globals = rt.newDict();
    this.lists = {
      make: (items) => rt.list(items.map((item) => rt.str(item))),
      read: (value) => this.strings(value),
    };
    this.values = {
      isTrue: (value) => this.isTrue(value),
      toText: (value) => (typeof value === "string" ? value : rt.strOf(this.toPy(value))),
      typeName: (value) => rt.typeName(this.toPy(value)),
      add: (left, right) => this.fromPy(rt.binary(this.toPy(left), this.toPy(right), "add")),
    };
  }

  /** A store of its own, as bb.data.init() makes. */
  newStore(): DataStore {
    return this.context.newStore?.() ?? new DataStore({ values: this.values });
  }

  /** The history object of a store's wrapper; the same one at each call. */
  part(type: string, self: PyObject): PyObject {
    const key = `$${type}`;
    const known = self[key] as PyObject | undefined;
    if (known !== undefined) return known;
    const made = this.rt.alloc(this.classes.get(type)) as PyObject;
    made["$store"] = self["$store"];
    self[key] = made;
    return made;
  }

  // ------------------------------------------------------------------------------------------------------- values
  /** A store's value for Python: texts become str, null None, stores their wrapper, Python objects stay. */
  toPy(value: Value): PyObject {
    if (typeof value === "string") return this.rt.str(value);
    if (value === null || value === undefined) return this.rt.none;
    if (value instanceof DataStore) return this.wrap(value);
    return this.rt.fromJs(value);
  }

  /** A Python value for the store: str becomes text, None null, the rest stays opaque. */
  fromPy(value: PyObject): Value {
    if (value.ob$type === this.rt.types["str"]) return value["v"] as string;
    if (value === this.rt.none) return null;
    if (this.rt.isStr(value)) return value["v"] as string;
    return value;
  }

  isTrue(value: Value): boolean {
    if (typeof value === "string") return value !== "";
    if (value === null || value === undefined) return false;
    if (typeof value === "object" && "ob$type" in value) return this.rt.isTrue(value as PyObject);
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  }

  /** The texts of a Python or JS list, tuple or set; undefined for anything else. */
  strings(value: unknown): string[] | undefined {
    const { rt } = this;
    if (Array.isArray(value)) return value.map(String);
    if (typeof value !== "object" || value === null || !("ob$type" in value)) return undefined;
    const o = value as PyObject;
    const { list, tuple, set, frozenset } = rt.types;
    if (![list, tuple, set, frozenset].some((type) => rt.isInstance(o, type))) return undefined;
    return [...rt.iterate(o)].map((item) => this.text(item));
  }

  /** A str's text; TypeError for anything else. */
  text(o: PyObject): string {
    const v: unknown = o["v"];
    if (typeof v === "string" && this.rt.isStr(o)) return v;
    throw this.rt.error("TypeError", `expected str, got ${this.rt.typeName(o)}`);
  }

  /** A str's text, undefined for None. */
  textOrNone(o: PyObject): string | undefined {
    return o === this.rt.none ? undefined : this.text(o);
  }

  list(items: Iterable<string>): PyObject {
    return this.rt.list([...items].map((item) => this.rt.str(item)));
  }

  /** collections.OrderedDict of the entries, or a dict where that class is missing. */
  orderedDict(entries: Iterable<readonly [PyObject, PyObject]>): PyObject {
    const { rt } = this;
    const dict = rt.call(rt.getattr(rt.importModule("collections"), "OrderedDict"), []);
    for (const [key, value] of entries) rt.setItem(dict, key, value);
    return dict;
  }

  /** The DataStore behind Python's `d`; TypeError for any other object. */
  store(o: PyObject): DataStore {
    const store: unknown = o["$store"];
    if (store instanceof DataStore) return store;
    throw this.rt.error("TypeError", `expected a DataStore, got ${this.rt.typeName(o)}`);
  }

  // ------------------------------------------------------------------------------------------------------- errors
  /** The Python class of a dotted or a builtin name. */
  exceptionClass(name: string): PyType {
    return this.classes.get(name) ?? this.rt.exceptions.types.get(name) ?? (this.rt.types[name] as PyType);
  }

  /** A Python exception of a class by name. */
  raise(name: string, ...args: (PyObject | string)[]): PyObject {
    const values = args.map((arg) => (typeof arg === "string" ? this.rt.str(arg) : arg));
    return this.rt.call(this.exceptionClass(name), values);
  }

  /** What to throw into Python for an error of ours; limits and Python's own pass as they are. */
  error(e: unknown): unknown {
    const { rt } = this;
    if (rt.isException(e) || e instanceof LimitError) return e;
    if (e instanceof ExpansionError) return this.wrapExpansionError(e);
    if (e instanceof PythonFault) {
      return rt.call(
        this.exceptionClass(e.type),
        e.args.map((arg) => rt.fromJs(arg)),
      );
    }
    if (e instanceof DataStoreError) return this.raise(e.type, e.message);
    if (e instanceof HostError) return this.hostError(e);
    if (e instanceof SandbakeError && e.code !== "native-result" && e.code !== "vm-order") {
      return this.raise("bb.BBHandledException", e.message);
    }
    return e;
  }

  /** The OSError that a HostError is to Python. */
  hostError(e: HostError): unknown {
    return osError(
      this.rt,
      e.code,
      e.path === undefined ? undefined : this.rt.str(e.path),
      undefined,
      e.permission,
    );
  }

  /** The SyntaxError that Python sees. */
  syntaxError(e: PySyntaxError): unknown {
    return this.rt.error(e.kind, e.message);
  }

  /** `f` with our errors turned into Python's. */
  guard<A extends unknown[], R>(f: (...args: A) => R): (...args: A) => R {
    // Without arrays, for the methods of `d`, which are called by the million.
    if (f.length === 4 || f.length === 5) {
      const plain = f as unknown as (a: unknown, b: unknown, c: unknown, d: unknown, e: unknown) => R;
      const guarded = (a: unknown, b: unknown, c: unknown, d: unknown, e: unknown): R => {
        try {
          return plain(a, b, c, d, e);
        } catch (error) {
          throw this.error(error);
        }
      };
      return guarded as unknown as (...args: A) => R;
    }
    return (...args: A): R => {
      try {
        return f(...args);
      } catch (e) {
        throw this.error(e);
      }
    };
  }

  // -------------------------------------------------------------------------------------------------- definitions
  /** Defines a native type and offers it in its module. */
  define(spec: TypeSpec & { readonly module: string }): PyType {
    const { lifecycle } = this.rt;
    const dict = { __dict__: { get: (self: PyObject) => this.rt.instanceDict(self) } };
    const handle = lifecycle.define(
      spec.dict === true ? { ...spec, getset: { ...dict, ...spec.getset } } : spec,
    );
    const type = lifecycle.ready(handle);
    lifecycle.register(handle);
    this.classes.set(`${spec.module}.${spec.name}`, type);
    return type;
  }

  /** A module whose members are functions by signature (guarded), plus what `more` adds. */
  module(
    name: string,
    functions: Readonly<Record<string, NativeSpec[1]>>,
    more?: (set: (name: string, value: PyObject) => void, rt: Runtime) => void,
  ): void {
    this.rt.registerModule(name, (rt: Runtime, module: PyDict) => {
      const set = (key: string, value: PyObject): void => module.setStr(key, value);
      for (const [signature, impl] of Object.entries(functions)) {
        set(signature.slice(0, signature.indexOf("(")), rt.fn(signature, this.guard(impl), undefined, name));
      }
      more?.(set, rt);
    });
  }

  /**
   * Names of a module that exist in BitBake and not here: calling one raises NotImplementedError naming it. What begins
   * with a capital is a class, so that layers may derive from it.
   */
  missing(
    module: string,
    names: readonly string[],
    why: string,
  ): (set: (name: string, value: PyObject) => void) => void {
    const { rt } = this;
    return (set) => {
      for (const name of names) {
        const refuse = rt.fn(`${name}(*args, **kw)`, () => {
          throw rt.error("NotImplementedError", `sandbake: ${module}.${name} is not available: ${why}`);
        });
        if (!/^[A-Z]/.test(name)) set(name, refuse);
        else set(name, rt.buildClass(name, [], { __module__: rt.str(module), __init__: refuse }));
      }
    };
  }
}
