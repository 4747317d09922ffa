/**
 * The package `bb` itself: bb.debug, note, plain, warn, error, fatal and their kin, which end in the context's log;
 * the version; the submodules, all of which `import bb` brings, as the metadata expects.
 */
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import type { LogLevel } from "./context.js";

/** The version whose behaviour is followed. */
export const bitbakeVersion = "2.19.0";

/** Submodules that `import bb` makes reachable as attributes. */
const submodules = [
  "utils",
  "data",
  "data_smart",
  "event",
  "parse",
  "build",
  "fetch2",
  "process",
  "filter",
  "siggen",
  "msg",
  "codeparser",
  "progress",
  "methodpool",
  "runqueue",
  "cooker",
  "cookerdata",
  "command",
  "providers",
  "persist_data",
  "compress",
  "tinfoil",
];

export function installPackage(binding: Binding): void {
  const { rt, context } = binding;
  const join = (args: readonly PyObject[]): string => {
    for (const [i, arg] of args.entries()) {
      if (!rt.isStr(arg)) {
        throw rt.error("TypeError", `sequence item ${i}: expected str instance, ${rt.typeName(arg)} found`);
      }
    }
    return args.map((arg) => binding.text(arg)).join("");
  };
  const logger =
    (level: LogLevel, once = false) =>
    (args: readonly PyObject[]): void => {
      context.log(once ? { level, message: join(args), once } : { level, message: join(args) });
    };

  binding.module(
    "bb",
    {
      "debug(lvl, *args)": (level: PyObject, args: readonly PyObject[]) => {
        if (!rt.isInt(level)) {
          context.log({
            level: "warn",
            message: `Passed invalid debug level '${rt.strOf(level)}' to bb.debug`,
          });
          context.log({ level: "debug", debugLevel: 1, message: join([level, ...args]) });
          return;
        }
        context.log({ level: "debug", debugLevel: Number(level["v"]), message: join(args) });
      },
      "note(*args)": logger("note"),
      "verbnote(*args)": logger("verbnote"),
      "plain(*args)": logger("plain"),
      "warn(*args)": logger("warn"),
      "warnonce(*args)": logger("warn", true),
      "error(*args, **kwargs)": logger("error"),
      "erroronce(*args)": logger("error", true),
      "fatal(*args, **kwargs)": (args: readonly PyObject[]) => {
        logger("fatal")(args);
        throw binding.raise("bb.BBHandledException");
      },
    },
    (set) => {
      set("__version__", rt.str(bitbakeVersion));
      set("__path__", rt.list());
      for (const name of submodules) set(name, rt.importModule(`bb.${name}`));
      // bb.fetch is another name of bb.fetch2.
      const fetch = rt.importModule("bb.fetch2");
      set("fetch", fetch);
      rt.imports.modules.setStr("bb.fetch", fetch);
    },
  );
}
