/** os.scandir with DirEntry, and os.walk. Entries come in code point order, so that a walk is the same everywhere. */
import { HostError, type FileStat } from "../sandbox/host.js";
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { join } from "./paths.js";
import { hostCall, iteratorType, pathText } from "./support.js";

type Like = (path: PyObject, text: string) => PyObject;

export function makeScandir(
  rt: Runtime,
  context: ModuleContext,
  tools: { like: Like; statOf: (stat: FileStat) => PyObject },
): { scandir: (path: PyObject) => PyObject; entryType: PyObject } {
  const { host } = context;
  const kindOf = (entry: any, follow: boolean): FileStat["kind"] | undefined => {
    try {
      return (follow ? host.stat(entry.fullPath) : host.lstat(entry.fullPath)).kind;
    } catch (error) {
      if (error instanceof HostError) return undefined;
      throw error;
    }
  };
  const entryType = rt.defineType({
    name: "DirEntry",
    module: "posix",
    subclassable: false,
    methods: {
      is_dir: [
        "(self, *, follow_symlinks=True)",
        (self: any, follow: PyObject) => kindOf(self, rt.isTrue(follow)) === "directory",
      ],
      is_file: [
        "(self, *, follow_symlinks=True)",
        (self: any, follow: PyObject) => kindOf(self, rt.isTrue(follow)) === "file",
      ],
      is_symlink: ["(self)", (self: any) => kindOf(self, false) === "symlink"],
      is_junction: ["(self)", () => false],
      inode: [
        "(self)",
        (self: any) => rt.int(hostCall(rt, () => host.lstat(self.fullPath), self.entryPath).ino),
      ],
      stat: [
        "(self, *, follow_symlinks=True)",
        (self: any, follow: PyObject) =>
          tools.statOf(
            hostCall(
              rt,
              () => (rt.isTrue(follow) ? host.stat(self.fullPath) : host.lstat(self.fullPath)),
              self.entryPath,
            ),
          ),
      ],
      __fspath__: ["(self)", (self: any) => self.entryPath],
    },
    getset: { name: { get: (self: any) => self.entryName }, path: { get: (self: any) => self.entryPath } },
    slots: {
      $r(this: any) {
        return rt.str(`<DirEntry ${rt.repr(this.entryName)}>`);
      },
    },
  });
  const iterator = iteratorType(rt, {
    name: "ScandirIterator",
    module: "posix",
    subclassable: false,
    next(self: any): PyObject | undefined {
      return self.entries.shift() as PyObject | undefined;
    },
    methods: {
      close: [
        "(self)",
        (self: any) => {
          self.entries = [];
        },
      ],
      __enter__: ["(self)", (self: PyObject) => self],
      __exit__: [
        "(self, *args)",
        (self: any) => {
          self.entries = [];
        },
      ],
    },
  });
  const scandir = (path: PyObject): PyObject => {
    const given = path === rt.none ? rt.str(".") : path;
    const name = pathText(rt, given, "scandir: path should be string, bytes, os.PathLike, integer or None");
    const full = context.absolute(name);
    const result = rt.alloc(iterator);
    result.entries = hostCall(rt, () => host.list(full), given).map((child) => {
      const entry = rt.alloc(entryType);
      entry.entryName = tools.like(given, child);
      entry.entryPath = tools.like(given, join(name, child));
      entry.fullPath = join(full, child);
      return entry as PyObject;
    });
    return result;
  };
  return { scandir, entryType };
}

export function makeWalk(
  rt: Runtime,
  context: ModuleContext,
  tools: { like: Like },
): (...args: PyObject[]) => PyObject {
  const { host } = context;
  const iterator = iteratorType(rt, {
    name: "generator",
    module: "os",
    subclassable: false,
    next(self: any): PyObject | undefined {
      const step = self.steps.next() as IteratorResult<PyObject, void>;
      return step.done === true ? undefined : step.value;
    },
  });
  return (top, topdown, onerror, followlinks) => {
    const first = rt.isTrue(topdown);
    const follow = rt.isTrue(followlinks);
    const kind = (path: string, followLink: boolean): FileStat["kind"] | undefined => {
      try {
        return (followLink ? host.stat(context.absolute(path)) : host.lstat(context.absolute(path))).kind;
      } catch (error) {
        if (error instanceof HostError) return undefined;
        throw error;
      }
    };
    function* walk(directory: string, shown: PyObject): Generator<PyObject, void, undefined> {
      let names: string[];
      try {
        names = hostCall(rt, () => host.list(context.absolute(directory)), shown);
      } catch (error) {
        if (!rt.isException(error, "OSError")) throw error;
        if (onerror !== rt.none) rt.call(onerror, [error]);
        return;
      }
      rt.budget.step(names.length + 1);
      const directories: PyObject[] = [];
      const others: PyObject[] = [];
      for (const name of names) {
        (kind(join(directory, name), true) === "directory" ? directories : others).push(
          tools.like(top, name),
        );
      }
      const list = rt.list(directories);
      const entry = rt.tuple([shown, list, rt.list(others)]);
      if (first) yield entry;
      // The consumer may have changed the list of directories.
      for (const child of first ? rt.toArray(list) : directories) {
        const path = join(directory, pathText(rt, child));
        if (follow || kind(path, false) !== "symlink") yield* walk(path, tools.like(top, path));
      }
      if (!first) yield entry;
    }
    const start = pathText(rt, top);
    const result = rt.alloc(iterator);
    result.steps = walk(start, tools.like(top, start));
    return result;
  };
}
