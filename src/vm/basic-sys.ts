/**
 * The part of Python's `sys` that the VM itself can give: streams, modules, frames, the exception being handled, limits.
 * An embedder that registers a `sys` of its own (src/modules does) replaces all of this.
 */
import type { PyObject } from "./runtime/objects.js";
import type { Runtime } from "./runtime/runtime.js";

/** Registers `sys`; `write` gets what is printed. */
export function registerBasicSys(
  rt: Runtime,
  write: (text: string, stream: "stdout" | "stderr") => void,
): void {
  const stream = rt.defineType({
    name: "TextStream",
    module: "sys",
    construct: function (this: any, name: string) {
      this.name = name;
    },
    subclassable: false,
    methods: {
      write: [
        "(self, text)",
        (self: PyObject, text: PyObject) => {
          if (!rt.isStr(text))
            throw rt.error("TypeError", `write() argument must be str, not ${rt.argumentName(text)}`);
          write(text.v as string, self["name"] as "stdout" | "stderr");
          return rt.int((text.v as string).length);
        },
      ],
      flush: ["(self)", () => undefined],
      isatty: ["(self)", () => false],
    },
  });
  rt.registerModule("sys", (_rt, module) => {
    const { code } = rt;
    const { thread } = code;
    const def = (signature: string, f: (...args: any[]) => any): void => {
      module.setStr(signature.slice(0, signature.indexOf("(")), rt.fn(signature, f, undefined, "sys"));
    };
    module.setStr("stdout", new stream("stdout") as PyObject);
    module.setStr("stderr", new stream("stderr") as PyObject);
    module.setStr("modules", rt.imports.modules);
    module.setStr("path", rt.list([]));
    module.setStr("maxsize", rt.int(9223372036854775807n));
    module.setStr("byteorder", rt.str("little"));
    module.setStr("implementation", rt.str("sandbake"));
    module.setStr("builtin_module_names", rt.tuple(rt.imports.nativeNames.map((n) => rt.str(n))));
    def("exc_info()", () => excInfo(rt));
    def("exception()", () => thread.exc ?? rt.none);
    def("_getframe(depth=0, /)", (depth: PyObject) => code.frames.get(Math.max(0, Number(rt.index(depth)))));
    def("getrecursionlimit()", () => rt.int(thread.m));
    def("setrecursionlimit(limit, /)", (limit: PyObject) => {
      setRecursionLimit(rt, Number(rt.index(limit)));
    });
    def("intern(string, /)", (s: PyObject) => s);
  });
}

/** `sys.exc_info()` */
export function excInfo(rt: Runtime): PyObject {
  const e = rt.code.thread.exc;
  if (e === null) return rt.tuple([rt.none, rt.none, rt.none]);
  return rt.tuple([e.ob$type, e, (e["$traceback"] as PyObject | undefined) ?? rt.none]);
}

/** `sys.setrecursionlimit(n)`, never above what the budget allows. */
export function setRecursionLimit(rt: Runtime, limit: number): void {
  if (limit < 1) throw rt.error("ValueError", "recursion limit must be greater or equal than 1");
  rt.code.thread.setLimit(limit);
}
