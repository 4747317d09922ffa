/**
 * Making and recognising Python exceptions from TypeScript. The classes themselves are in builtins/exceptions.ts.
 * A Python exception is thrown as it is; a JS error that is not one (LimitError, a bug of ours) passes through Python.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import { installExceptions } from "./builtins/exceptions.js";
import { tpName, type PyObject, type PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";

export class Exceptions {
  /** All builtin exception classes by name, aliases (IOError, EnvironmentError) included. */
  readonly types: ReadonlyMap<string, PyType>;
  /** BaseException, for `instanceof`. */
  readonly base: any;

  constructor(private readonly rt: Runtime) {
    this.types = installExceptions(rt);
    this.base = this.types.get("BaseException");
  }

  /** A builtin exception class; an unknown name is a mistake of ours. */
  type(kind: string): PyType {
    const t = this.types.get(kind);
    if (t === undefined) throw new SandbakeError("no-exception", `no builtin exception ${kind}`);
    return t;
  }

  make(kind: string, args: PyObject[]): PyObject {
    return this.rt.call(this.type(kind), args);
  }

  is(e: unknown, kind?: string | PyType): e is PyObject {
    if (!(e instanceof this.base)) return false;
    if (kind === undefined) return true;
    const type = typeof kind === "string" ? this.type(kind) : kind;
    return this.rt.isInstance(e as PyObject, type);
  }

  /** "'C' object has no attribute 'x'", with `name` and `obj` set. */
  attribute(o: PyObject, name: string): PyObject {
    const { rt } = this;
    const what = rt.isType(o) ? `type object '${tpName(o)}'` : `'${rt.tpName(o)}' object`;
    return this.attributeWith(`${what} has no attribute '${name}'`, o, name);
  }

  attributeWith(message: string, o: PyObject, name: string): PyObject {
    const e = this.make("AttributeError", [this.rt.str(message)]);
    e.$nameText = this.rt.str(name);
    e.$obj = o;
    return e;
  }

  /** See Runtime.caught. */
  caught(e: unknown): PyObject {
    if (e instanceof this.base) return e as PyObject;
    // No regular expression here: there is hardly any stack left.
    if (e instanceof RangeError && e.message.startsWith("Maximum call stack"))
      return this.make("RecursionError", [this.rt.str("maximum recursion depth exceeded")]);
    // What the engine can't hold and no budget was asked for (a string of 2**29 units).
    if (
      e instanceof RangeError &&
      /^Invalid (string|array|typed array) length|allocation failed|size exceeded/.test(e.message)
    )
      return this.make("MemoryError", []);
    throw e;
  }

  /** "TypeError: message", the last line of a traceback. */
  describe(e: PyObject): string {
    const { rt } = this;
    const type = e.ob$type;
    const module = rt.moduleOf(type);
    const name =
      module === undefined || module === "builtins" || module === "__main__"
        ? type.$qualname
        : `${module}.${type.$qualname}`;
    const text = rt.strOf(e);
    return text === "" ? name : `${name}: ${text}`;
  }
}
