/** What os does with files and directories by their names. */
import type { FileStat } from "../sandbox/host.js";
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { likePath, type PathOf } from "./os-path.js";
import type { Stats } from "./os-stat.js";
import { makeScandir, makeWalk } from "./os-walk.js";
import * as paths from "./paths.js";
import {
  decode,
  encode,
  floatOf,
  fspath,
  hostCall,
  indexOf,
  osError,
  pathText,
  type Functions,
} from "./support.js";

export function fileFunctions(
  rt: Runtime,
  context: ModuleContext,
  stats: Stats,
  pathOf: PathOf,
): { functions: Functions; entryType: PyObject } {
  const { host } = context;
  const text = (path: PyObject, what?: string): string => pathText(rt, path, what);
  const like = (path: PyObject, result: string): PyObject => likePath(rt, path, result);
  const two =
    (run: (from: string, to: string) => void, name: string) =>
    (from: PyObject, to: PyObject): void => {
      const a = pathOf(from, name, false, "src");
      const b = pathOf(to, name, false, "dst");
      hostCall(rt, () => run(a, b), from, to);
    };
  const move = (from: string, to: string): void => {
    if (from === to)
      host.lstat(from); // nothing to do, but it must be there
    else host.rename(from, to);
  };
  const rename = two(move, "rename");
  const unlink = (path: PyObject, name: string): void => {
    const full = pathOf(path, name);
    hostCall(rt, () => host.unlink(full), path);
  };
  const mkdir = (path: PyObject, mode: PyObject): void => {
    const full = pathOf(path, "mkdir");
    hostCall(rt, () => host.mkdir(full, indexOf(rt, mode) & ~context.umask & 0o7777), path);
  };
  const isDirectory = (full: string): boolean => {
    try {
      return host.stat(full).kind === "directory";
    } catch {
      return false;
    }
  };
  const makedirs = (path: PyObject, mode: PyObject, existOk: boolean): void => {
    const given = text(path);
    const build = (name: string): void => {
      let [head, tail] = paths.split(name);
      if (tail === "") [head, tail] = paths.split(head);
      if (head !== "" && tail !== "" && !host.exists(context.absolute(head))) {
        try {
          build(head);
        } catch (error) {
          if (!rt.isException(error, "FileExistsError")) throw error;
        }
        if (tail === ".") return;
      }
      try {
        mkdir(like(path, name), name === given ? mode : rt.int(0o777));
      } catch (error) {
        if (!existOk || !rt.isException(error, "OSError") || !isDirectory(context.absolute(name)))
          throw error;
      }
    };
    build(given);
  };
  const access = (path: PyObject, wanted: number): boolean => {
    const full = pathOf(path, "access", true);
    let stat: FileStat;
    try {
      stat = host.stat(full);
    } catch {
      return false;
    }
    if (wanted === 0) return true;
    if (host.uid === 0) return (wanted & 1) === 0 || stat.kind === "directory" || (stat.mode & 0o111) !== 0;
    const shift = stat.uid === host.uid ? 6 : stat.gid === host.gid ? 3 : 0;
    return ((stat.mode >> shift) & wanted) === wanted;
  };
  const chown = (path: PyObject, uid: PyObject, gid: PyObject, follow: boolean): void => {
    const full = pathOf(path, "chown", true);
    hostCall(rt, () => (follow ? host.stat(full) : host.lstat(full)), path);
    const keeps = (given: number, own: number): boolean => given === -1 || given === own;
    if (!keeps(indexOf(rt, uid), host.uid) || !keeps(indexOf(rt, gid), host.gid))
      throw osError(rt, "EPERM", path);
  };
  /** A time in seconds as nanoseconds, rounded down. */
  const nanoseconds = (value: PyObject): bigint => {
    if (!rt.isInstance(value, rt.types["float"])) return BigInt(rt.index(value)) * 1_000_000_000n;
    const seconds = floatOf(rt, value);
    if (Number.isNaN(seconds)) throw rt.error("ValueError", "Invalid value NaN (not a number)");
    const whole = Math.floor(seconds);
    if (Math.abs(whole) > 2 ** 53)
      throw rt.error("OverflowError", "timestamp out of range for platform time_t");
    return BigInt(whole) * 1_000_000_000n + BigInt(Math.floor((seconds - whole) * 1e9));
  };
  const { scandir, entryType } = makeScandir(rt, context, { like, statOf: stats.make });
  const walk = makeWalk(rt, context, { like });
  const functions: Functions = {
    fspath: ["(path)", (path: PyObject) => fspath(rt, path)],
    fsencode: [
      "(filename)",
      (name: PyObject) => {
        const path = fspath(rt, name);
        return rt.isStr(path) ? rt.bytes(encode(rt, path.v, "utf-8", "surrogateescape")) : path;
      },
    ],
    fsdecode: [
      "(filename)",
      (name: PyObject) => {
        const path = fspath(rt, name);
        return rt.isStr(path) ? path : rt.str(decode(rt, path.v, "utf-8", "surrogateescape"));
      },
    ],
    getcwd: ["()", () => context.cwd],
    getcwdb: ["()", () => rt.bytes(encode(rt, context.cwd))],
    chdir: [
      "(path)",
      (path: PyObject) => {
        const full = pathOf(path, "chdir", true);
        const stat = hostCall(rt, () => host.stat(full), path);
        if (stat.kind !== "directory") throw osError(rt, "ENOTDIR", path);
        context.cwd = host.realpath(full);
      },
    ],
    listdir: [
      "(path=None)",
      (path: PyObject) => {
        if (path === rt.none)
          return rt.list(hostCall(rt, () => host.list(context.cwd)).map((name) => rt.str(name)));
        const full = pathOf(path, "listdir", true);
        return rt.list(hostCall(rt, () => host.list(full), path).map((name) => like(path, name)));
      },
    ],
    scandir: ["(path=None)", scandir],
    walk: ["(top, topdown=True, onerror=None, followlinks=False)", walk],
    mkdir: ["(path, mode=511, *, dir_fd=None)", mkdir],
    makedirs: [
      "(name, mode=511, exist_ok=False)",
      (name: PyObject, mode: PyObject, existOk: PyObject) => makedirs(name, mode, rt.isTrue(existOk)),
    ],
    rmdir: [
      "(path, *, dir_fd=None)",
      (path: PyObject) => {
        const full = pathOf(path, "rmdir");
        hostCall(rt, () => host.rmdir(full), path);
      },
    ],
    removedirs: [
      "(name)",
      (name: PyObject) => {
        let current = paths.trimSlashes(context.absolute(text(name)));
        hostCall(rt, () => host.rmdir(current), name);
        for (;;) {
          current = paths.split(current)[0];
          if (current === "/" || current === "") return;
          try {
            host.rmdir(current);
          } catch {
            return;
          }
        }
      },
    ],
    unlink: ["(path, *, dir_fd=None)", (path: PyObject) => unlink(path, "unlink")],
    remove: ["(path, *, dir_fd=None)", (path: PyObject) => unlink(path, "remove")],
    rename: ["(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", rename],
    replace: ["(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", two(move, "replace")],
    renames: [
      "(old, new)",
      (from: PyObject, to: PyObject) => {
        const head = paths.split(text(to))[0];
        if (head !== "" && !host.exists(context.absolute(head)))
          makedirs(like(to, head), rt.int(0o777), false);
        rename(from, to);
      },
    ],
    symlink: [
      "(src, dst, target_is_directory=False, *, dir_fd=None)",
      (target: PyObject, path: PyObject) => {
        const to = text(target, "symlink: src should be string, bytes or os.PathLike");
        const full = pathOf(path, "symlink", false, "dst");
        hostCall(rt, () => host.symlink(to, full), target, path);
      },
    ],
    readlink: [
      "(path, *, dir_fd=None)",
      (path: PyObject) => {
        const full = pathOf(path, "readlink");
        return like(
          path,
          hostCall(rt, () => host.readlink(full), path),
        );
      },
    ],
    stat: [
      "(path, *, dir_fd=None, follow_symlinks=True)",
      (path: PyObject, _: PyObject, follow: PyObject) => stats.of(path, "stat", rt.isTrue(follow)),
    ],
    lstat: ["(path, *, dir_fd=None)", (path: PyObject) => stats.of(path, "lstat", false)],
    fstat: ["(fd)", (fd: PyObject) => stats.of(rt.int(indexOf(rt, fd)), "fstat", true)],
    chmod: [
      "(path, mode, *, dir_fd=None, follow_symlinks=True)",
      (path: PyObject, mode: PyObject) => {
        const full = pathOf(path, "chmod", true);
        hostCall(rt, () => host.chmod(full, indexOf(rt, mode) & 0o7777), path);
      },
    ],
    chown: [
      "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
      (path: PyObject, uid: PyObject, gid: PyObject) => chown(path, uid, gid, true),
    ],
    lchown: [
      "(path, uid, gid)",
      (path: PyObject, uid: PyObject, gid: PyObject) => chown(path, uid, gid, false),
    ],
    utime: [
      "(path, times=None, *, ns=..., dir_fd=None, follow_symlinks=True)",
      (path: PyObject, times: PyObject, ns: PyObject | undefined) => {
        const full = pathOf(path, "utime", true);
        const two = (value: PyObject, told: string): PyObject[] => {
          if (rt.isInstance(value, rt.types["tuple"]) && rt.len(value) === 2) return rt.toArray(value);
          throw rt.error("TypeError", `utime: ${told}`);
        };
        if (times !== rt.none && ns !== undefined)
          throw rt.error("ValueError", "utime: you may specify either 'times' or 'ns' but not both");
        let mtime = BigInt(Math.round(host.now() * 1e6)) * 1000n;
        if (times !== rt.none)
          [, mtime] = two(times, "'times' must be either a tuple of two ints or None").map(nanoseconds);
        else if (ns !== undefined)
          [, mtime] = two(ns, "'ns' must be a tuple of two ints").map((value) => BigInt(rt.index(value)));
        hostCall(rt, () => host.utime(full, mtime), path);
      },
    ],
    truncate: [
      "(path, length)",
      (path: PyObject, length: PyObject) => {
        const full = pathOf(path, "truncate", true);
        const data = hostCall(rt, () => host.readFile(full), path);
        const size = indexOf(rt, length);
        const cut = new Uint8Array(size);
        cut.set(data.subarray(0, size));
        hostCall(rt, () => host.writeFile(full, cut), path);
      },
    ],
    access: [
      "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
      (path: PyObject, mode: PyObject) => access(path, indexOf(rt, mode)),
    ],
  };
  return { functions, entryType };
}
