/**
 * Small helpers for native modules: reading arguments, filling a module, iterators made from a function, and the way
 * from a HostError to Python's OSError.
 */
import { HostError } from "../sandbox/host.js";
import type { NativeSpec, TypeSpec } from "../vm/runtime/native.js";
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { errnoOf, errnoText } from "./errno.js";

/** A module's namespace, as registerModule hands it over. */
export interface ModuleNamespace {
  setStr(name: string, value: PyObject): void;
  getStr(name: string): PyObject | undefined;
}

/** Functions by name; the signature text is without the name: "(a, b=None)". */
export type Functions = Readonly<Record<string, NativeSpec>>;

export function addFunctions(
  rt: Runtime,
  module: ModuleNamespace,
  functions: Functions,
  /** Their `__module__`, if it is another one. */
  definedIn?: string,
): void {
  const own = module.getStr("__name__");
  const owner = definedIn ?? (own === undefined ? undefined : rt.strOf(own));
  for (const [name, [signature, impl, doc]] of Object.entries(functions)) {
    module.setStr(name, rt.fn(name + signature, impl, doc, owner));
  }
}

export function addInts(
  rt: Runtime,
  module: ModuleNamespace,
  values: Readonly<Record<string, number>>,
): void {
  for (const [name, value] of Object.entries(values)) module.setStr(name, rt.int(value));
}

/** A type whose instances are iterators; `next` returns undefined at the end. */
export function iteratorType(
  rt: Runtime,
  spec: Pick<TypeSpec, "name" | "module" | "new" | "methods" | "doc" | "subclassable" | "classMethods"> & {
    next: (self: any) => PyObject | undefined;
  },
): PyType {
  const { next, ...rest } = spec;
  return rt.defineType({
    // Without a `new` of its own only native code makes one.
    ...(spec.new === undefined ? { subclassable: false } : {}),
    ...rest,
    slots: {
      tp$iter(this: PyObject) {
        return this;
      },
      tp$iternext(this: PyObject) {
        rt.budget.step();
        return next(this);
      },
    },
  });
}

/**
 * A JS number from anything with __index__: a size, count or position. What C's ssize_t holds and a double does not is the
 * largest integer that a double holds exactly: nothing is that long.
 */
export function indexOf(rt: Runtime, value: PyObject): number {
  const v = rt.index(value);
  if (typeof v === "number") return v;
  if (BigInt.asIntN(64, v) !== v)
    throw rt.error("OverflowError", "Python int too large to convert to C ssize_t");
  return v > 0n ? Math.min(Number(v), Number.MAX_SAFE_INTEGER) : Math.max(Number(v), Number.MIN_SAFE_INTEGER);
}

/** The bound of a search (`start` of `deque.index`): an index, None is none. */
export function boundOf(rt: Runtime, value: PyObject): number {
  if (value.nb$index === undefined)
    throw rt.error("TypeError", "slice indices must be integers or have an __index__ method");
  return indexOf(rt, value);
}

/** An optional index argument: undefined and None give the default. */
export function optionalIndex(rt: Runtime, value: PyObject | undefined, otherwise: number): number {
  return value === undefined || value === rt.none ? otherwise : indexOf(rt, value);
}

function finite(rt: Runtime, v: number | bigint): number {
  const x = Number(v);
  if (!Number.isFinite(x)) throw rt.error("OverflowError", "int too large to convert to float");
  return x;
}

/** `a, b = value`, with the errors of that statement. */
export function unpackPair(rt: Runtime, value: PyObject): [PyObject, PyObject] {
  if (value.tp$iter === undefined && value.mp$subscript === undefined)
    throw rt.error("TypeError", `cannot unpack non-iterable ${rt.tpName(value)} object`);
  const items = rt.toArray(value);
  if (items.length < 2)
    throw rt.error("ValueError", `not enough values to unpack (expected 2, got ${items.length})`);
  if (items.length > 2) throw rt.error("ValueError", "too many values to unpack (expected 2)");
  return [items[0], items[1]];
}

/** PyNumber_Check: it can be made an int or a float, or is complex. */
export function isNumber(rt: Runtime, value: PyObject): boolean {
  return (
    value.nb$index !== undefined ||
    value.nb$int !== undefined ||
    value.nb$float !== undefined ||
    rt.isInstance(value, rt.types["complex"])
  );
}

/** A JS number from a real number (float, int, __float__, __index__). */
export function floatOf(rt: Runtime, value: PyObject): number {
  if (rt.isInstance(value, rt.types["float"])) return value.v as number;
  if (rt.isInt(value)) return finite(rt, value.v);
  if (value.nb$float !== undefined) return value.nb$float().v as number;
  if (value.nb$index !== undefined) return finite(rt, value.nb$index().v);
  throw rt.error("TypeError", `must be real number, not ${rt.tpName(value)}`);
}

export const isBytes = (rt: Runtime, value: PyObject): boolean => rt.isInstance(value, rt.types["bytes"]);

/** The text of a str argument. */
export function textOf(rt: Runtime, value: PyObject, what: string): string {
  if (rt.isStr(value)) return value.v;
  throw rt.error("TypeError", `${what} must be str, not ${rt.tpName(value)}`);
}

/** The bytes of a bytes-like object (PEP 688's __buffer__ counts); undefined for anything else. */
export function bytesOrUndefined(rt: Runtime, value: PyObject): Uint8Array | undefined {
  return rt.types["bytes"].$buffer(value) as Uint8Array | undefined;
}

/** The bytes of a bytes-like object. */
export function bytesOf(rt: Runtime, value: PyObject): Uint8Array {
  const bytes = bytesOrUndefined(rt, value);
  if (bytes === undefined)
    throw rt.error("TypeError", `a bytes-like object is required, not '${rt.tpName(value)}'`);
  return bytes;
}

/** Text to bytes by Python's codec (any encoding the VM knows). */
export function encode(rt: Runtime, text: string, encoding = "utf-8", errors = "strict"): Uint8Array {
  if (encoding === "utf-8" && !/[\ud800-\udfff]/.test(text)) return new TextEncoder().encode(text);
  return rt.callMethod(rt.str(text), "encode", [rt.str(encoding), rt.str(errors)]).v as Uint8Array;
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Bytes to text by Python's codec. */
export function decode(rt: Runtime, bytes: Uint8Array, encoding = "utf-8", errors = "strict"): string {
  if (encoding === "utf-8") {
    try {
      return strictUtf8.decode(bytes);
    } catch {
      // Python's codec says where and why.
    }
  }
  return rt.callMethod(rt.bytes(bytes), "decode", [rt.str(encoding), rt.str(errors)]).v as string;
}

/** The classes that OSError's constructor picks by number (PEP 3151). */
const osErrorClasses: ReadonlyMap<string, string> = new Map([
  ["EAGAIN", "BlockingIOError"],
  ["EALREADY", "BlockingIOError"],
  ["EINPROGRESS", "BlockingIOError"],
  ["EPIPE", "BrokenPipeError"],
  ["ECHILD", "ChildProcessError"],
  ["ECONNABORTED", "ConnectionAbortedError"],
  ["ECONNREFUSED", "ConnectionRefusedError"],
  ["ECONNRESET", "ConnectionResetError"],
  ["EEXIST", "FileExistsError"],
  ["ENOENT", "FileNotFoundError"],
  ["EINTR", "InterruptedError"],
  ["EISDIR", "IsADirectoryError"],
  ["ENOTDIR", "NotADirectoryError"],
  ["EACCES", "PermissionError"],
  ["EPERM", "PermissionError"],
  ["ESRCH", "ProcessLookupError"],
  ["ETIMEDOUT", "TimeoutError"],
]);

/**
 * An OSError (of the subclass that fits) with errno, strerror and file names. A refusal of the sandbox keeps its errno
 * and names the permission that would allow the call.
 */
export function osError(
  rt: Runtime,
  code: string,
  file?: PyObject,
  file2?: PyObject,
  permission?: string,
): unknown {
  const number = errnoOf(code) ?? 5;
  const text = errnoText(number) + (permission === undefined ? "" : ` (${permission} allows it)`);
  const args: PyObject[] = [rt.int(number), rt.str(text)];
  // Of a path object CPython keeps the text.
  const name = (given: PyObject): PyObject =>
    rt.lookupSpecial(given, "__fspath__") === undefined ? given : fspath(rt, given);
  if (file !== undefined) args.push(name(file));
  if (file2 !== undefined) args.push(rt.none, name(file2));
  return rt.errorWith(osErrorClasses.get(code) ?? "OSError", args);
}

/**
 * What `__init__` or the function that makes an object has put into it. `T.__new__(T)` makes objects without it.
 * @throws ValueError of Python
 */
export function initialised<T>(rt: Runtime, self: PyObject, field: string): T {
  const state: unknown = self[field];
  if (state === undefined) throw rt.error("ValueError", `${rt.typeName(self)} object is not initialized`);
  return state as T;
}

/** Runs a call of the host and turns its HostError into OSError with the names Python was given. */
export function hostCall<T>(rt: Runtime, run: () => T, file?: PyObject, file2?: PyObject): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof HostError) throw osError(rt, error.code, file, file2, error.permission);
    throw error;
  }
}

/**
 * os.fspath: the str or bytes of a path argument. `what` begins CPython's message for other types, e.g. "stat: path
 * should be string, bytes, os.PathLike or integer".
 */
export function fspath(rt: Runtime, value: PyObject, what?: string): PyObject {
  if (rt.isStr(value) || isBytes(rt, value)) return value;
  const method = rt.lookupSpecial(value, "__fspath__");
  if (method === undefined) {
    throw rt.error(
      "TypeError",
      `${what ?? "expected str, bytes or os.PathLike object"}, not ${rt.tpName(value)}`,
    );
  }
  const path = rt.call(method, []);
  if (rt.isStr(path) || isBytes(rt, path)) return path;
  throw rt.error(
    "TypeError",
    `expected ${rt.tpName(value)}.__fspath__() to return str or bytes, not ${rt.tpName(path)}`,
  );
}

/** A path argument as text; bytes are decoded as os.fsdecode does. */
export function pathText(rt: Runtime, value: PyObject, what?: string): string {
  const path = fspath(rt, value, what);
  const text = rt.isStr(path) ? path.v : decode(rt, path.v, "utf-8", "surrogateescape");
  if (text.includes("\0")) throw rt.error("ValueError", "embedded null byte");
  return text;
}

/** Raises NotImplementedError for a function the sandbox does not offer, naming it. */
export function unsupported(rt: Runtime, module: string, name: string): NativeSpec {
  return [
    "(*args, **kw)",
    () => {
      throw rt.error("NotImplementedError", `${module}.${name}() is not available in the sandbox`);
    },
  ];
}
