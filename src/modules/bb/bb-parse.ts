/**
 * bb.parse with its submodules: what a file's name says, dependencies on files, the vardeps decorators; reading and
 * inheriting files goes to the context.
 */
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { partsOfFileName } from "./names.js";
import { abspath } from "./path.js";
import { which } from "./search.js";

export function installParse(binding: Binding): void {
  const { rt, context } = binding;
  const { host } = context;
  const names = new Map<string, PyObject>();

  const full = (path: string): string => (path.startsWith("/") ? path : abspath(path, host.cwd));
  const mark = (d: PyObject, path: string): void => {
    const file = path.startsWith("./") ? full(path) : path;
    context.markDependency(binding.store(d), file, host.exists(full(file)));
  };
  const facts = (path: string): PyObject => {
    const stat = host.stat(full(path));
    return rt.tuple([rt.int(stat.mtimeNs), rt.int(stat.size), rt.int(stat.ino)]);
  };
  const missingFile = (message: string): unknown =>
    rt.errorWith("FileNotFoundError", [rt.int(2), rt.str(message)]);
  const resolve = (path: string, d: PyObject): string => {
    let found = path;
    if (!path.startsWith("/")) {
      const folders = binding.store(d).getVar("BBPATH");
      const result = which(host, typeof folders === "string" ? folders : "", path, false, false);
      for (const tried of result.tried) mark(d, tried);
      if (result.found === "")
        throw missingFile(`file ${path} not found in ${typeof folders === "string" ? folders : "None"}`);
      found = result.found;
    } else mark(d, path);
    if (!host.exists(found) || host.stat(found).kind === "directory")
      throw missingFile(`file ${found} not found`);
    return found;
  };
  const supported = (path: string): boolean => /\.(?:bb|bbclass|inc|conf)$/.test(path);
  /** A decorator that adds names to a set on the function. */
  const decorator = (attribute: string) => (variables: readonly PyObject[]) =>
    rt.fn("inner(f)", (f: PyObject) => {
      let set = rt.lookup(f, attribute);
      if (set === undefined) {
        set = rt.call(rt.types["set"], []);
        rt.setattr(f, attribute, set);
      }
      for (const variable of variables) rt.callMethod1(set, "add", variable);
      return f;
    });

  binding.module(
    "bb.parse",
    {
      "vars_from_file(mypkg, d)": (file: PyObject) => {
        if (!rt.isTrue(file)) return rt.tuple([rt.none, rt.none, rt.none]);
        const name = binding.text(file);
        // The same list at each call, as BitBake's cache gives it.
        let list = names.get(name);
        if (list === undefined) {
          const parts = partsOfFileName(name);
          list =
            parts === undefined
              ? rt.tuple([rt.none, rt.none, rt.none])
              : rt.list(parts.map((part) => binding.toPy(part)));
          names.set(name, list);
        }
        return list;
      },
      "mark_dependency(d, f)": (d: PyObject, f: PyObject) => mark(d, binding.text(f)),
      "cached_mtime(f)": (f: PyObject) => facts(binding.text(f)),
      "cached_mtime_noerror(f)": (f: PyObject) =>
        host.exists(full(binding.text(f))) ? facts(binding.text(f)) : rt.int(0),
      "update_mtime(f)": (f: PyObject) =>
        host.exists(full(binding.text(f))) ? facts(binding.text(f)) : rt.int(0),
      "clear_cache()": () => undefined,
      "resolve_file(fn, d)": (fn: PyObject, d: PyObject) => resolve(binding.text(fn), d),
      "supports(fn, data)": (fn: PyObject) => rt.int(supported(binding.text(fn)) ? 1 : 0),
      "handle(fn, data, include=0, baseconfig=False)": (
        fn: PyObject,
        data: PyObject,
        include: PyObject,
        baseconfig: PyObject,
      ) => {
        const path = binding.text(fn);
        if (!supported(path)) {
          throw binding.raise("bb.parse.ParseError", rt.str("not a BitBake file"), fn);
        }
        if (context.parseFile === undefined) {
          throw rt.error(
            "NotImplementedError",
            "sandbake: bb.parse.handle is not available: this evaluation reads no further files",
          );
        }
        const variants = context.parseFile({
          path: resolve(path, data),
          store: binding.store(data),
          include: Number(rt.index(include)),
          baseConfig: rt.isTrue(baseconfig),
        });
        return rt.dict([...variants].map(([name, store]) => [name, binding.wrap(store)] as const));
      },
      "vardeps(*varnames)": decorator("bb_vardeps"),
      "vardepsexclude(*varnames)": decorator("bb_vardepsexclude"),
      "get_file_depends(d)": (d: PyObject) => {
        const list = binding.store(d).getVar("__depends", false);
        const first = (entry: unknown): string =>
          Array.isArray(entry) ? String(entry[0]) : rt.strOf(rt.getItem(entry as PyObject, rt.int(0)));
        const entries = Array.isArray(list) ? list : list === null ? [] : rt.toArray(list as PyObject);
        return entries.map(first).join(" ");
      },
    },
    (set) => {
      set("siggen", rt.none);
      set("BBHandler", rt.importModule("bb.parse.parse_py.BBHandler"));
      set("ConfHandler", rt.importModule("bb.parse.parse_py.ConfHandler"));
      set("parse_py", rt.importModule("bb.parse.parse_py"));
      binding.missing(
        "bb.parse",
        ["init", "init_parser", "update_cache", "check_mtime", "check_dependency"],
        "the evaluator reads files itself",
      )(set);
    },
  );
  rt.registerModule("bb.parse.parse_py", (_rt, module) => module.setStr("__path__", rt.list()));
  binding.module("bb.parse.parse_py.BBHandler", {
    "inherit(files, fn, lineno, d, deferred=False)": (
      files: PyObject,
      fn: PyObject,
      lineno: PyObject,
      d: PyObject,
      deferred: PyObject,
    ) => {
      if (context.inherit === undefined) {
        throw rt.error(
          "NotImplementedError",
          "sandbake: bb.parse.BBHandler.inherit is not available: this evaluation inherits no classes",
        );
      }
      const names = rt.isStr(files) ? binding.text(files) : (binding.strings(files) ?? []).join(" ");
      context.inherit(names, rt.strOf(fn), Number(rt.index(lineno)), binding.store(d), rt.isTrue(deferred));
    },
    "supports(fn, d)": (fn: PyObject) => /\.(?:bb|bbclass|inc)$/.test(binding.text(fn)),
  });
  binding.module("bb.parse.parse_py.ConfHandler", {
    "supports(fn, d)": (fn: PyObject) => binding.text(fn).endsWith(".conf"),
  });
}
