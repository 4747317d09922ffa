/** What the files of exception classes share: plain attributes, the base constructor, keywords, str of the arguments. */
import type { KwArgs, PyObject, PyType } from "../objects.js";
import type { Runtime } from "../runtime.js";

/** Builtin exception classes by name. */
export type ExceptionTable = Map<string, PyType>;

/** An attribute that is a plain field of the object, None while unset. */
export function field(
  rt: Runtime,
  key: string,
): { get: (self: any) => PyObject; set: (self: any, v: PyObject | undefined) => void } {
  return {
    get: (self) => self[key] ?? rt.none,
    set: (self, v) => {
      self[key] = v;
    },
  };
}

/** BaseException.__init__ */
export function baseInit(rt: Runtime, self: any, args: PyObject[], kw: KwArgs | undefined): void {
  if (kw !== undefined && kw.length > 0)
    throw rt.error("TypeError", `${rt.tpName(self as PyObject)}() takes no keyword arguments`);
  self.$args = args.slice();
}

/** The named keywords' values; any other is an error. */
export function takeKeywords(
  rt: Runtime,
  name: string,
  kw: KwArgs | undefined,
  names: readonly string[],
): (PyObject | undefined)[] {
  const out: (PyObject | undefined)[] = names.map(() => undefined);
  for (let i = 0; kw !== undefined && i < kw.length; i += 2) {
    const at = names.indexOf(kw[i] as string);
    if (at < 0) throw rt.error("TypeError", `'${kw[i]}' is an invalid keyword argument for ${name}()`);
    out[at] = kw[i + 1] as PyObject;
  }
  return out;
}

/** str() of the arguments, as BaseException does it. */
export function argsText(rt: Runtime, self: any): PyObject {
  const args = self.$args as PyObject[];
  if (args.length === 0) return rt.str("");
  return args.length === 1 ? rt.str(rt.strOf(args[0])) : rt.str(rt.repr(rt.tuple([...args])));
}
