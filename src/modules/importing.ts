/** `_sandbake_import`: what our importlib and pkgutil (python/), and traceback, ask of the import system. */
import { characters, markedLines } from "../vm/runtime/carets.js";
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { findOnHost, findStandard } from "./finders.js";
import { addFunctions } from "./support.js";

export function installImporting(rt: Runtime, context: ModuleContext): void {
  rt.registerModule("_sandbake_import", (_, module) => {
    addFunctions(rt, module, {
      import_module: ["(name, /)", (name: PyObject) => rt.importModule(rt.strOf(name))],
      reload_native: ["(name, /)", (name: PyObject) => rt.imports.reload(rt.strOf(name))],
      is_native: ["(name, /)", (name: PyObject) => rt.imports.nativeNames.includes(rt.strOf(name))],
      /** (source, file name, is package) or None. */
      find: [
        "(name, path, /)",
        (name: PyObject, path: PyObject) => {
          const text = rt.strOf(name);
          const found =
            findStandard(text) ??
            findOnHost(
              rt,
              context,
              text,
              path === rt.none ? undefined : rt.toArray(path).map((entry) => rt.strOf(entry)),
            );
          return found === undefined
            ? rt.none
            : rt.tuple([rt.str(found.source), rt.str(found.filename), rt.bool(found.isPackage)]);
        },
      ],
      /** `traceback`: lines of source with marks below the columns (of UTF-8) of what was running, indented. */
      marked_lines: [
        "(lines, start, end, /)",
        (lines: PyObject, start: PyObject, end: PyObject) => {
          const list = rt.strOf(lines).replace(/\n$/, "").split("\n");
          const last = list[list.length - 1];
          const from = characters(list[0], Number(rt.index(start)));
          return rt.str(markedLines(list, from, characters(last, Number(rt.index(end)))));
        },
      ],
      /** The text of a module of the standard library by its file name, for linecache. */
      source_of: [
        "(filename, /)",
        (filename: PyObject) => {
          const text = (rt as any).code?.sources.text(rt.strOf(filename)) as string | undefined;
          return text === undefined ? rt.none : rt.str(text);
        },
      ],
    });
  });
}
