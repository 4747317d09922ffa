/**
 * `_sandbake_glob`: what glob.glob of a text gives where nothing else is asked for (no root, no descriptor, not recursive),
 * as glob.py does it: metadata looks through some sixty folders for each image, of which most do not exist. A pattern
 * with a set of characters is left to fnmatch.filter.
 */
import { HostError, type FileStat } from "../sandbox/host.js";
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { join, split } from "./paths.js";
import { addFunctions, pathText } from "./support.js";

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
    if (!pattern.includes("[")) return names.filter((name) => matchesWildcards(name, pattern));
    const filter = rt.getattr(rt.importModule("fnmatch"), "filter");
    const kept = rt.call(filter, [rt.list(names.map((name) => rt.str(name))), rt.str(pattern)]);
    return rt.toArray(kept).map((name) => name.v as string);
  };

  const glob = (pathname: string, foldersOnly: boolean): string[] => {
    const [folder, base] = split(pathname);
    if (!hasMagic(pathname)) return (base === "" ? isFolder(folder) : isThere(pathname)) ? [pathname] : [];
    if (folder === "") return matching("", base, foldersOnly);
    const folders = folder !== pathname && hasMagic(folder) ? glob(folder, true) : [folder];
    return folders.flatMap((name) => {
      if (hasMagic(base)) return matching(name, base, foldersOnly).map((found) => join(name, found));
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

function hasMagic(text: string): boolean {
  return text.includes("*") || text.includes("?") || text.includes("[");
}

/** Whether `name` is what a pattern of `*` and `?` describes; time is at most the product of the lengths. */
export function matchesWildcards(name: string, pattern: string): boolean {
  if (pattern === "*") return true;
  const text = Array.from(name);
  const wanted = Array.from(pattern);
  let at = 0;
  let i = 0;
  /** The last star, and where what follows it is tried. */
  let star = -1;
  let tried = 0;
  while (at < text.length) {
    if (wanted[i] === "*") {
      star = i++;
      tried = at;
    } else if (i < wanted.length && (wanted[i] === "?" || wanted[i] === text[at])) {
      i++;
      at++;
    } else if (star >= 0) {
      i = star + 1;
      at = ++tried;
    } else return false;
  }
  while (wanted[i] === "*") i++;
  return i === wanted.length;
}
