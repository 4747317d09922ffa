/**
 * os.path (posixpath): text functions from paths.ts, the rest over the host. Answers about files are asked from the host
 * every time; a memo, where one pays, is the host's.
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { HostError, type FileStat } from "../sandbox/host.js";
import type { ModuleContext } from "./context.js";
import * as paths from "./paths.js";
import { resolveLinks } from "./real-path.js";
import {
  addFunctions,
  encode,
  fspath,
  hostCall,
  isBytes,
  osError,
  pathText,
  type ModuleNamespace,
} from "./support.js";

/** Text back in the kind (str or bytes) that the caller gave. */
export function likePath(rt: Runtime, original: PyObject, text: string): PyObject {
  if (rt.isStr(original)) return rt.str(text);
  return isBytes(rt, fspath(rt, original))
    ? rt.bytes(encode(rt, text, "utf-8", "surrogateescape"))
    : rt.str(text);
}

/**
 * The absolute path that an argument of the os function `name` means; `integer`: a descriptor would do
 * too; `argument`: what the argument is called, if not path.
 */
export type PathOf = (path: PyObject, name: string, integer?: boolean, argument?: string) => string;

export function makePathOf(rt: Runtime, context: ModuleContext): PathOf {
  return (path, name, integer = false, argument = "path") => {
    const given = pathText(
      rt,
      path,
      `${name}: ${argument} should be string, bytes${integer ? ", os.PathLike or integer" : " or os.PathLike"}`,
    );
    if (given === "") throw osError(rt, "ENOENT", path);
    return context.absolute(given);
  };
}

export function fillPosixPath(rt: Runtime, context: ModuleContext, module: ModuleNamespace): void {
  const { host } = context;
  const text = (path: PyObject): string => (rt.isStr(path) ? path.v : pathText(rt, path));
  const like = (path: PyObject, result: string): PyObject => likePath(rt, path, result);
  /** The stat of a path, undefined where it cannot be read. Descriptors count as files. */
  const stat = (path: PyObject, follow: boolean): FileStat | undefined => {
    if (rt.isInt(path))
      return context.files.has(Number(path.v))
        ? { kind: "file", size: 0, mode: 0o644, mtimeNs: 0n, ino: 0, uid: 0, gid: 0 }
        : undefined;
    const name = pathText(rt, path, "stat: path should be string, bytes, os.PathLike or integer");
    if (name === "") return undefined;
    try {
      const absolute = context.absolute(name);
      if (!follow) return host.lstat(absolute);
      // What is missing is asked for by the thousand, and an error for each is dear.
      return host.exists(absolute) ? host.stat(absolute) : undefined;
    } catch (error) {
      if (error instanceof HostError) return undefined;
      throw error;
    }
  };
  const existing = (path: PyObject, follow: boolean): FileStat | undefined => {
    try {
      return stat(path, follow);
    } catch (error) {
      if (rt.isException(error, "ValueError")) return undefined;
      throw error;
    }
  };
  const fullStat = (path: PyObject): FileStat => {
    const name = pathText(rt, path, "stat: path should be string, bytes, os.PathLike or integer");
    if (name === "") throw osError(rt, "ENOENT", path);
    return hostCall(rt, () => host.stat(context.absolute(name)), path);
  };
  const abspath = (name: string): string => paths.normpath(context.absolute(name));
  const checkSame = (name: string, items: readonly PyObject[]): void => {
    const kinds = new Set(items.map((item) => rt.isStr(fspath(rt, item))));
    if (kinds.size > 1) throw rt.error("TypeError", `Can't mix strings and bytes in path components`);
    void name;
  };
  const home = (user: string): string | undefined => {
    if (user === "") return context.environ.get("HOME") ?? host.home;
    return user === host.user ? host.home : undefined;
  };
  const seconds = (ns: bigint): PyObject => rt.float(Number(ns) / 1e9);
  const toText = (value: PyObject): PyObject => fspath(rt, value);

  for (const [name, value] of Object.entries({
    curdir: ".",
    pardir: "..",
    extsep: ".",
    sep: "/",
    pathsep: ":",
    defpath: "/bin:/usr/bin",
    devnull: "/dev/null",
  })) {
    module.setStr(name, rt.str(value));
  }
  module.setStr("altsep", rt.none);
  module.setStr("supports_unicode_filenames", rt.false);
  addFunctions(rt, module, {
    normcase: ["(s)", (s: PyObject) => toText(s)],
    normpath: ["(path)", (path: PyObject) => like(path, paths.normpath(text(path)))],
    abspath: ["(path)", (path: PyObject) => like(path, abspath(text(path)))],
    isabs: ["(s)", (s: PyObject) => text(s).startsWith("/")],
    join: [
      "(a, *p)",
      (a: PyObject, rest: PyObject[]) => {
        if (rest.length === 1 && rt.isStr(a) && rt.isStr(rest[0])) return rt.str(paths.join(a.v, rest[0].v));
        const first = fspath(rt, a);
        for (const part of rest) {
          if (rt.isStr(part) || isBytes(rt, part)) continue;
          if (rt.lookupSpecial(part, "__fspath__") === undefined) {
            throw rt.error(
              "TypeError",
              `join() argument must be str, bytes, or os.PathLike object, not '${rt.tpName(part)}'`,
            );
          }
        }
        checkSame("join", [first, ...rest]);
        return like(first, paths.join(text(first), ...rest.map(text)));
      },
    ],
    split: ["(p)", (p: PyObject) => rt.tuple(paths.split(text(p)).map((part) => like(p, part)))],
    splitext: ["(p)", (p: PyObject) => rt.tuple(paths.splitext(text(p)).map((part) => like(p, part)))],
    splitdrive: ["(p)", (p: PyObject) => rt.tuple([like(p, ""), toText(p)])],
    splitroot: [
      "(p)",
      (p: PyObject) => {
        const s = text(p);
        const root = !s.startsWith("/") ? "" : s.startsWith("//") && !s.startsWith("///") ? "//" : "/";
        return rt.tuple([like(p, ""), like(p, root), like(p, s.slice(root.length))]);
      },
    ],
    basename: [
      "(p)",
      (p: PyObject) => {
        const s = text(p);
        return like(p, s.slice(s.lastIndexOf("/") + 1));
      },
    ],
    dirname: ["(p)", (p: PyObject) => like(p, paths.split(text(p))[0])],
    commonprefix: [
      "(m)",
      (m: PyObject) => {
        if (!rt.isTrue(m)) return rt.str("");
        const items = [...rt.iterate(m)];
        if (
          items.every(
            (item) =>
              rt.isStr(item) || rt.lookupSpecial(item, "__fspath__") !== undefined || isBytes(rt, item),
          )
        ) {
          return like(items[0], paths.commonPrefix(items.map(text)));
        }
        // Of sequences: the longest common head of the least and the greatest.
        const sorted = items.map((item) => [...rt.iterate(item)]);
        let common = sorted[0];
        for (const other of sorted) {
          let i = 0;
          while (i < common.length && i < other.length && rt.equals(common[i], other[i])) i++;
          common = common.slice(0, i);
        }
        return rt.list(common);
      },
    ],
    commonpath: [
      "(paths)",
      (m: PyObject) => {
        const items = [...rt.iterate(m)];
        if (items.length > 0) checkSame("commonpath", items);
        const result = paths.commonPath(items.map(text));
        if ("error" in result) throw rt.error("ValueError", result.error);
        return like(items[0], result.path);
      },
    ],
    relpath: [
      "(path, start=None)",
      (path: PyObject, start: PyObject) => {
        const name = text(path);
        if (name === "") throw rt.error("ValueError", "no path specified");
        if (start !== rt.none) checkSame("relpath", [path, start]);
        const from =
          start === rt.none ? context.cwd : text(start) === "" ? context.cwd : abspath(text(start));
        return like(path, paths.relative(abspath(name), from));
      },
    ],
    realpath: [
      "(filename, *, strict=False)",
      (filename: PyObject, strict: PyObject) => {
        const path = context.absolute(text(filename));
        if (path.includes("\0")) throw rt.error("ValueError", "embedded null byte");
        // Errors name the part that is missing, not the argument.
        const byLink = (given: string): string =>
          paths.normpath(resolveLinks(host, given, rt.isTrue(strict)));
        try {
          return like(filename, rt.isTrue(strict) ? byLink(path) : host.realpath(path, byLink));
        } catch (e) {
          if (!(e instanceof HostError)) throw e;
          throw osError(rt, e.code, like(filename, e.path!), undefined, e.permission);
        }
      },
    ],
    expanduser: ["(path)", (path: PyObject) => like(path, paths.expandUser(text(path), home))],
    expandvars: ["(path)", (path: PyObject) => like(path, paths.expandVars(text(path), context.environ))],
    exists: ["(path)", (path: PyObject) => existing(path, true) !== undefined],
    lexists: ["(path)", (path: PyObject) => existing(path, false) !== undefined],
    isfile: ["(path)", (path: PyObject) => existing(path, true)?.kind === "file"],
    isdir: ["(s)", (s: PyObject) => existing(s, true)?.kind === "directory"],
    islink: ["(path)", (path: PyObject) => existing(path, false)?.kind === "symlink"],
    isjunction: ["(path)", () => false],
    ismount: [
      "(path)",
      (path: PyObject) => existing(path, false) !== undefined && abspath(text(path)) === "/",
    ],
    getsize: ["(filename)", (path: PyObject) => rt.int(fullStat(path).size)],
    getmtime: ["(filename)", (path: PyObject) => seconds(fullStat(path).mtimeNs)],
    getatime: ["(filename)", (path: PyObject) => seconds(fullStat(path).mtimeNs)],
    getctime: ["(filename)", (path: PyObject) => seconds(fullStat(path).mtimeNs)],
    samefile: [
      "(f1, f2)",
      (a: PyObject, b: PyObject) => {
        fullStat(a);
        fullStat(b);
        return host.realpath(context.absolute(text(a))) === host.realpath(context.absolute(text(b)));
      },
    ],
    sameopenfile: [
      "(fp1, fp2)",
      (a: PyObject, b: PyObject) =>
        context.files.get(Number(rt.index(a))) === context.files.get(Number(rt.index(b))),
    ],
    samestat: [
      "(s1, s2)",
      (a: PyObject, b: PyObject) =>
        rt.equals(rt.getattr(a, "st_ino"), rt.getattr(b, "st_ino")) &&
        rt.equals(rt.getattr(a, "st_dev"), rt.getattr(b, "st_dev")),
    ],
  });
}
