/**
 * Running Python functions of the metadata after a recipe is finished, as tasks do: in a copy of the recipe's namespace,
 * with a working directory. And values of Python as JSON, so that what a task left can be kept and read again.
 */
import type { DataStore } from "../datastore/index.js";
import { SandbakeError } from "../diagnostics/errors.js";
import type { BitBakeModules } from "../modules/bb/index.js";
import type { CodeSystem } from "../vm/codegen/system.js";
import type { PyDict, PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { EncodedValue, FunctionSide } from "./python-side.js";

export interface FunctionParts {
  readonly rt: Runtime;
  readonly code: CodeSystem;
  readonly bb: BitBakeModules;
  /** The process as Python sees it. */
  readonly process: { cwd: string };
  /** The variable that holds a store's namespace. */
  readonly namespaceVariable: string;
}

/** See the file's comment. */
export class PythonFunctions implements FunctionSide {
  readonly #parts: FunctionParts;

  constructor(parts: FunctionParts) {
    this.#parts = parts;
  }

  get cwd(): string {
    return this.#parts.process.cwd;
  }
  set cwd(path: string) {
    this.#parts.process.cwd = path;
  }

  copyNamespace(store: DataStore): void {
    const { rt, bb, namespaceVariable } = this.#parts;
    const own = store.getVar(namespaceVariable, false);
    const copy = rt.newDict();
    rt.callMethod1(copy, "update", isPython(own) ? own : bb.globals);
    store.setVar(namespaceVariable, copy, { ignore: true });
  }

  inNamespace<T>(store: DataStore, body: () => T): T {
    const { rt, bb, namespaceVariable, process } = this.#parts;
    const outer = bb.globals;
    const { cwd } = process;
    const own = store.getVar(namespaceVariable, false);
    if (isPython(own)) bb.globals = own as PyDict;
    rt.budget.renew();
    try {
      return body();
    } finally {
      bb.globals = outer;
      process.cwd = cwd;
    }
  }

  call(name: string, body: string, file: string, line: number, store: DataStore): void {
    const { rt, code, bb } = this.#parts;
    const compiled = code.compile(`def ${name}(d):\n${body}`, {
      filename: file,
      mode: "exec",
      firstLine: Math.max(line, 1),
    });
    code.exec(compiled, bb.globals);
    const f = bb.globals.getStr(name);
    if (f === undefined) throw new SandbakeError("no-function", `the function ${name} is not defined`);
    rt.call(f, [bb.wrap(store)]);
  }

  detached(value: unknown): unknown {
    const { rt } = this.#parts;
    if (!isPython(value)) return undefined;
    if (!["list", "dict", "set"].some((type) => value.ob$type === rt.types[type])) return undefined;
    try {
      return rt.call(rt.getattr(rt.importModule("copy"), "deepcopy"), [value]);
    } catch (error) {
      if (rt.isException(error, "TypeError")) return undefined; // holds what has no copy (a module, a file): shared
      throw error;
    }
  }

  encode(value: unknown): EncodedValue {
    if (value === null || typeof value === "string") return value;
    if (value === undefined) return { type: "unset" };
    if (typeof value === "boolean") return { type: "bool", value };
    if (typeof value === "number" || typeof value === "bigint") return { type: "int", value: String(value) };
    if (Array.isArray(value)) return { type: "list", items: value.map((item) => this.encode(item)) };
    if (value instanceof Set) return { type: "set", items: [...value].map((item) => this.encode(item)) };
    if (value instanceof Map) {
      return { type: "dict", entries: [...value].map(([k, v]) => [this.encode(k), this.encode(v)]) };
    }
    if (isPython(value)) return this.#encodePython(value);
    throw new SandbakeError(
      "not-serialisable",
      "a value that is neither text nor data cannot be written as JSON",
    );
  }

  #encodePython(o: PyObject): EncodedValue {
    const { rt } = this.#parts;
    const { types } = rt;
    if (o === rt.none) return null;
    if (o === rt.true || o === rt.false) return { type: "bool", value: o === rt.true };
    if (o.ob$type === types["str"]) return rt.strOf(o);
    if (o.ob$type === types["int"]) return { type: "int", value: rt.strOf(o) };
    if (o.ob$type === types["float"]) return { type: "float", value: rt.repr(o) };
    for (const type of ["list", "tuple", "set", "frozenset"] as const) {
      if (o.ob$type !== types[type]) continue;
      return { type, items: [...rt.iterate(o)].map((item) => this.#encodePython(item)) };
    }
    if (o.ob$type === types["dict"]) {
      const entries = [...rt.iterate(o)].map((key): [EncodedValue, EncodedValue] => [
        this.#encodePython(key),
        this.#encodePython(rt.getItem(o, key)),
      ]);
      return { type: "dict", entries };
    }
    throw new SandbakeError(
      "not-serialisable",
      `an object of Python's class ${rt.typeName(o)} cannot be written as JSON`,
      { hint: "Texts, numbers, lists, tuples, dicts and sets can." },
    );
  }

  decode(encoded: EncodedValue): unknown {
    if (encoded === null || typeof encoded === "string") return encoded;
    if (encoded.type === "unset") return undefined;
    return this.#decodePython(encoded);
  }

  #decodePython(encoded: EncodedValue): PyObject {
    const { rt } = this.#parts;
    if (encoded === null) return rt.none;
    if (typeof encoded === "string") return rt.str(encoded);
    switch (encoded.type) {
      case "bool":
        return encoded.value ? rt.true : rt.false;
      case "int":
        return rt.call(rt.types["int"] as PyObject, [rt.str(encoded.value)]);
      case "float":
        return rt.call(rt.types["float"] as PyObject, [rt.str(encoded.value)]);
      case "list":
        return rt.list(encoded.items.map((item) => this.#decodePython(item)));
      case "tuple":
      case "set":
      case "frozenset":
        return rt.call(rt.types[encoded.type] as PyObject, [
          rt.list(encoded.items.map((item) => this.#decodePython(item))),
        ]);
      case "dict":
        return rt.dict(
          encoded.entries.map(([k, v]) => [this.#decodePython(k), this.#decodePython(v)] as const),
        );
      case "unset":
        throw new SandbakeError("bad-patches", "an unset value stands inside another one");
      default:
        return unknownType(encoded);
    }
  }
}

function unknownType(encoded: never): never {
  throw new SandbakeError("bad-patches", `no value of Python: ${JSON.stringify(encoded)}`);
}

function isPython(value: unknown): value is PyObject {
  return (typeof value === "object" || typeof value === "function") && value !== null && "ob$type" in value;
}
