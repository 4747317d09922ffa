/**
 * `_sandbake_glob`: what glob.glob of a text gives where nothing else is asked for (no root, no descriptor, not recursive),
 * as glob.py does it: metadata looks through some sixty folders for each image, of which most do not exist.
 */
import { HostError, type FileStat } from "../sandbox/host.js";
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { join, split } from "./paths.js";
import { addFunctions, pathText } from "./support.js";
import { isPattern, matcher } from "./wildcards.js";

/** Steps for a folder or file that is looked at, and for each name compared: about what the Python takes. */
const STEPS_A_PLACE = 25;
const STEPS_A_NAME = 4;

export function installGlob(rt: Runtime, context: ModuleContext): void {
  const { host } = context;
  /** undefined: nothing is there, or it cannot be read. */
  const asked = <T>(name: string, ask: (path: string) => T): T | undefined => {
    rt.budget.step(STEPS_A_PLACE);
    try {
      return ask(context.absolute(name));
    } catch (error) {
      if (error instanceof HostError) return undefined;
      throw error;
    }
  };
  // What is missing is asked for by the thousand, and an error for each is dear.
  const kindOf = (path: string): FileStat["kind"] | undefined =>
    host.exists(path) ? host.stat(path).kind : undefined;
  const named = (name: string): boolean => name !== "" && !name.includes("\0");
  const isThere = (name: string): boolean =>
    named(name) && asked(name, (path) => host.exists(path) || host.lstat(path)) !== undefined;
  const isFolder = (name: string): boolean => named(name) && asked(name, kindOf) === "directory";
  const list = (folder: string): string[] => {
    const name = pathText(rt, rt.str(folder === "" ? "." : folder));
    return asked(name, (path) => (host.exists(path) ? host.list(path) : undefined)) ?? [];
  };

  const matching = (folder: string, pattern: string, foldersOnly: boolean): string[] => {
    const names = list(folder).filter(
      (name) =>
        (pattern.startsWith(".") || !name.startsWith(".")) && (!foldersOnly || isFolder(join(folder, name))),
    );
    rt.budget.step(STEPS_A_NAME * names.length);
    return names.filter(matcher(pattern));
  };

  const glob = (pathname: string, foldersOnly: boolean): string[] => {
    const [folder, base] = split(pathname);
    if (!isPattern(pathname)) return (base === "" ? isFolder(folder) : isThere(pathname)) ? [pathname] : [];
    if (folder === "") return matching("", base, foldersOnly);
    const folders = folder !== pathname && isPattern(folder) ? glob(folder, true) : [folder];
    return folders.flatMap((name) => {
      if (isPattern(base)) return matching(name, base, foldersOnly).map((found) => join(name, found));
      const path = join(name, base);
      return (base === "" ? isFolder(name) : isThere(path)) ? [path] : [];
    });
  };

  rt.registerModule("_sandbake_glob", (_, module) => {
    addFunctions(rt, module, {
      glob: [
        "(pathname, /)",
        (pathname: PyObject) => rt.list(glob(pathname.v as string, false).map((path) => rt.str(path))),
      ],
    });
  });
}
