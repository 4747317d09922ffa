/**
 * Where imports find Python source: the standard library's carrier (stdlib/), modules of ours written in Python
 * (python/), and directories of the host (sys.path, the __path__ of packages).
 */
import { HostError } from "../sandbox/host.js";
import type { FoundModule } from "../vm/runtime/imports.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { pythonSources } from "./python/index.js";
import { carriedModules, repairs } from "./stdlib/allowed.js";
import { stdlibSource } from "./stdlib/source.generated.js";
import { decode } from "./support.js";

/** File name shown for modules of the standard library. */
export const STDLIB = "/usr/lib/python3";

function stdlibFile(name: string, isPackage: boolean): string {
  return `${STDLIB}/${name.replaceAll(".", "/")}${isPackage ? "/__init__.py" : ".py"}`;
}

/** Finds a module of the standard library. */
export function findStandard(name: string): FoundModule | undefined {
  const own = pythonSources.get(name);
  if (own !== undefined)
    return { source: own.source, filename: stdlibFile(name, own.isPackage), isPackage: own.isPackage };
  if (!(carriedModules.has(name) || name.startsWith("encodings.")) || !Object.hasOwn(stdlibSource, name))
    return undefined;
  const [text, isPackage] = stdlibSource[name];
  const source = repairs.get(name)?.(text) ?? text;
  return { source, filename: stdlibFile(name, isPackage), isPackage };
}

/** Names of all modules that findStandard finds. */
export function standardNames(): string[] {
  const encodings = Object.keys(stdlibSource).filter((name) => name.startsWith("encodings."));
  const names = new Set([...pythonSources.keys(), ...carriedModules, ...encodings]);
  return [...names].filter((name) => findStandard(name) !== undefined).sort();
}

/** Finds a module in the directories of sys.path or of its package. */
export function findOnHost(
  rt: Runtime,
  context: ModuleContext,
  name: string,
  path: readonly string[] | undefined,
): FoundModule | undefined {
  const directories =
    path ??
    (context.sysPath === undefined
      ? (context.options.path ?? [])
      : rt.toArray(context.sysPath).map((entry) => rt.strOf(entry)));
  const last = name.slice(name.lastIndexOf(".") + 1);
  for (const directory of directories) {
    const base = `${context.absolute(directory === "" ? "." : directory)}/${last}`;
    for (const [file, isPackage] of [
      [`${base}/__init__.py`, true],
      [`${base}.py`, false],
    ] as const) {
      try {
        if (!context.host.exists(file)) continue;
        const source = decode(rt, context.host.readFile(file));
        return { source, filename: file, isPackage };
      } catch (error) {
        if (!(error instanceof HostError) || error.permission !== undefined) throw error;
      }
    }
    try {
      // A directory without __init__.py is a namespace package.
      if (context.host.exists(base) && context.host.stat(base).kind === "directory")
        return { source: "", filename: base, isPackage: true };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
  }
  return undefined;
}

/** Bodies that others notice: they register codecs, read the clock or the random numbers of the host, print. */
const noticed = /^(?:codecs|encodings|logging|random|secrets|this)(?:\.|$)/;

export function installFinders(rt: Runtime, context: ModuleContext): void {
  rt.imports.deferrable = (name) =>
    (pythonSources.has(name) || carriedModules.has(name)) && !noticed.test(name);
  rt.addFinder((name) => findStandard(name));
  rt.addFinder((name, path) => findOnHost(rt, context, name, path));
}
