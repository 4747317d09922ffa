/**
 * `os` (and `posix`): files over the host, the process as the ModuleContext keeps it. What would leave the sandbox
 * (fork, exec, kill, sockets of it) raises NotImplementedError by name; what the host refuses raises PermissionError with
 * the permission that would allow it.
 */
import type { FileStat } from "../sandbox/host.js";
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { ByteStream } from "./io/bytestream.js";
import type { ModuleContext } from "./context.js";
import { errnoText } from "./errno.js";
import { makeEnviron } from "./os-environ.js";
import { fillPosixPath, likePath } from "./os-path.js";
import { makeWalk, makeScandir } from "./os-walk.js";
import * as paths from "./paths.js";
import { structSequence } from "./structseq.js";
import {
  addFunctions,
  addInts,
  bytesOf,
  decode,
  encode,
  floatOf,
  fspath,
  hostCall,
  indexOf,
  isBytes,
  osError,
  pathText,
  unsupported,
  type Functions,
} from "./support.js";

const kinds: Readonly<Record<FileStat["kind"], number>> = {
  file: 0o100000,
  directory: 0o040000,
  symlink: 0o120000,
  other: 0o020000,
};
/** O_* of Linux on x86-64. */
export const openFlags = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_NOCTTY: 0o400,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  O_NONBLOCK: 0o4000,
  O_NDELAY: 0o4000,
  O_DSYNC: 0o10000,
  O_ASYNC: 0o20000,
  O_DIRECTORY: 0o200000,
  O_NOFOLLOW: 0o400000,
  O_CLOEXEC: 0o2000000,
  O_SYNC: 0o4010000,
  O_RSYNC: 0o4010000,
  O_PATH: 0o10000000,
  O_TMPFILE: 0o20200000,
  O_ACCMODE: 3,
  O_LARGEFILE: 0,
} as const;
const refused = [
  "fork",
  "forkpty",
  "execv",
  "execve",
  "execvp",
  "execvpe",
  "execl",
  "execle",
  "execlp",
  "execlpe",
  "kill",
  "killpg",
  "wait",
  "waitpid",
  "wait3",
  "wait4",
  "spawnv",
  "spawnve",
  "spawnvp",
  "spawnl",
  "spawnlp",
  "posix_spawn",
  "posix_spawnp",
  "link",
  "mkfifo",
  "mknod",
  "pipe",
  "pipe2",
  "openpty",
  "ttyname",
  "chroot",
  "setuid",
  "setgid",
  "seteuid",
  "setegid",
  "setsid",
  "setpgid",
  "setpriority",
  "nice",
  "statvfs",
  "fstatvfs",
  "mount",
  "abort",
  "sched_setaffinity",
  "memfd_create",
  "eventfd",
];

export function installOs(rt: Runtime, context: ModuleContext): void {
  rt.registerModule("posixpath", (_, module) => fillPosixPath(rt, context, module));
  rt.registerModule("os", (_, module) => fillOs(rt, context, module));
  rt.registerModule("posix", (_, module) => {
    const os = rt.importModule("os");
    for (const name of [
      "stat",
      "lstat",
      "listdir",
      "scandir",
      "mkdir",
      "rmdir",
      "unlink",
      "remove",
      "rename",
      "replace",
      "symlink",
      "readlink",
      "chmod",
      "getcwd",
      "chdir",
      "getpid",
      "getuid",
      "getgid",
      "uname",
      "urandom",
      "access",
      "umask",
      "strerror",
      "open",
      "close",
      "read",
      "write",
      "fspath",
      "stat_result",
      "error",
    ]) {
      module.setStr(name, rt.getattr(os, name));
    }
  });
}

function fillOs(rt: Runtime, context: ModuleContext, module: any): void {
  const { host } = context;
  const statResult = structSequence(
    rt,
    "os",
    "stat_result",
    ["st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", ""],
    [
      "st_atime",
      "st_mtime",
      "st_ctime",
      "st_atime_ns",
      "st_mtime_ns",
      "st_ctime_ns",
      "st_blksize",
      "st_blocks",
      "st_rdev",
    ],
  );
  rt.patchType(statResult.type, {
    slots: {
      $r(this: any) {
        const names = [
          "st_mode",
          "st_ino",
          "st_dev",
          "st_nlink",
          "st_uid",
          "st_gid",
          "st_size",
          "st_atime",
          "st_mtime",
          "st_ctime",
        ];
        return rt.str(
          `os.stat_result(${names.map((name, i) => `${name}=${rt.repr(this.v[i])}`).join(", ")})`,
        );
      },
    },
  });
  const unameResult = structSequence(rt, "posix", "uname_result", [
    "sysname",
    "nodename",
    "release",
    "version",
    "machine",
  ]);
  const terminalSize = structSequence(rt, "os", "terminal_size", ["columns", "lines"]);
  const timesResult = structSequence(rt, "posix", "times_result", [
    "user",
    "system",
    "children_user",
    "children_system",
    "elapsed",
  ]);

  const text = (path: PyObject, what?: string): string => pathText(rt, path, what);
  const pathOf = (path: PyObject, name: string, integer = false): string => {
    const given = text(
      path,
      `${name}: path should be string, bytes${integer ? ", os.PathLike or integer" : " or os.PathLike"}`,
    );
    if (given === "") throw osError(rt, "ENOENT", path);
    return context.absolute(given);
  };
  const makeStat = (stat: FileStat): PyObject => {
    const ns = stat.mtimeNs;
    const whole = rt.int(ns / 1_000_000_000n - (ns < 0n && ns % 1_000_000_000n !== 0n ? 1n : 0n));
    const float = rt.float(Number(ns) / 1e9);
    const exact = rt.int(ns);
    return statResult.make([
      rt.int(kinds[stat.kind] | stat.mode),
      rt.int(stat.ino),
      rt.int(1),
      rt.int(stat.kind === "directory" ? 2 : 1),
      rt.int(stat.uid),
      rt.int(stat.gid),
      rt.int(stat.size),
      whole,
      whole,
      whole,
      float,
      float,
      float,
      exact,
      exact,
      exact,
      rt.int(4096),
      rt.int(Math.ceil(stat.size / 512)),
      rt.int(0),
    ]);
  };
  const file = (fd: PyObject): ByteStream => {
    const stream = context.files.get(indexOf(rt, fd));
    if (stream === undefined) throw osError(rt, "EBADF");
    return stream;
  };
  const statOf = (path: PyObject, name: string, follow: boolean): PyObject => {
    if (rt.isInt(path)) {
      const stream = file(path);
      if (stream.path !== undefined) {
        stream.flush();
        return makeStat(hostCall(rt, () => host.stat(stream.path!)));
      }
      return makeStat({
        kind: "file",
        size: stream.length,
        mode: 0o600,
        mtimeNs: 0n,
        ino: 0,
        uid: host.uid,
        gid: host.gid,
      });
    }
    const full = pathOf(path, name, true);
    return makeStat(hostCall(rt, () => (follow ? host.stat(full) : host.lstat(full)), path));
  };
  const like = (path: PyObject, result: string): PyObject => likePath(rt, path, result);
  const two =
    (run: (from: string, to: string) => void, name: string) =>
    (from: PyObject, to: PyObject): void => {
      const a = pathOf(from, name);
      const b = pathOf(to, name);
      hostCall(rt, () => run(a, b), from, to);
    };
  const rename = two((from, to) => host.rename(from, to), "rename");
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
  const strings = (value: PyObject): string[] => rt.toArray(value).map((item) => text(item));
  const envGet = (key: PyObject): string | undefined => {
    if (!rt.isStr(key)) throw rt.error("TypeError", `str expected, not ${rt.typeName(key)}`);
    return context.environ.get(key.v);
  };
  const openFile = (path: PyObject, flags: number, mode: number): number => {
    const full = pathOf(path, "open");
    const access = flags & openFlags.O_ACCMODE;
    const stream = hostCall(
      rt,
      () =>
        ByteStream.open(host, full, {
          read: access !== openFlags.O_WRONLY,
          write: access !== openFlags.O_RDONLY,
          create: (flags & openFlags.O_CREAT) !== 0,
          exclusive: (flags & openFlags.O_EXCL) !== 0,
          truncate: (flags & openFlags.O_TRUNC) !== 0,
          append: (flags & openFlags.O_APPEND) !== 0,
          mode: mode & ~context.umask & 0o7777,
        }),
      path,
    );
    return context.openDescriptor(stream);
  };
  const standard = (fd: number, data: Uint8Array): number | undefined => {
    if (fd !== 1 && fd !== 2) return undefined;
    (fd === 1 ? context.options.stdout : context.options.stderr)?.(new TextDecoder().decode(data));
    return data.length;
  };
  const run = (command: string): number => {
    const result = hostCall(rt, () =>
      host.run(["/bin/sh", "-c", command], { cwd: context.cwd, env: context.environ }),
    );
    standard(1, result.stdout);
    standard(2, result.stderr);
    return result.status;
  };

  const { scandir, entryType } = makeScandir(rt, context, { like, statOf: makeStat });
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
    replace: [
      "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
      two((from, to) => host.rename(from, to), "replace"),
    ],
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
        const full = pathOf(path, "symlink");
        const to = text(target, "symlink: src should be string, bytes or os.PathLike");
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
      (path: PyObject, _: PyObject, follow: PyObject) => statOf(path, "stat", rt.isTrue(follow)),
    ],
    lstat: ["(path, *, dir_fd=None)", (path: PyObject) => statOf(path, "lstat", false)],
    fstat: ["(fd)", (fd: PyObject) => statOf(rt.int(indexOf(rt, fd)), "fstat", true)],
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
      "(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)",
      (path: PyObject, times: PyObject, ns: PyObject) => {
        const full = pathOf(path, "utime", true);
        let mtime = BigInt(Math.round(host.now() * 1e6)) * 1000n;
        if (times !== rt.none) mtime = BigInt(Math.round(floatOf(rt, rt.toArray(times)[1]) * 1e6)) * 1000n;
        else if (ns !== rt.none) mtime = BigInt(rt.index(rt.toArray(ns)[1]));
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
    umask: [
      "(mask, /)",
      (mask: PyObject) => {
        const old = context.umask;
        context.umask = indexOf(rt, mask) & 0o777;
        return rt.int(old);
      },
    ],
    getpid: ["()", () => rt.int(host.pid)],
    getppid: ["()", () => rt.int(1)],
    getuid: ["()", () => rt.int(host.uid)],
    geteuid: ["()", () => rt.int(host.uid)],
    getgid: ["()", () => rt.int(host.gid)],
    getegid: ["()", () => rt.int(host.gid)],
    getgroups: ["()", () => rt.list([rt.int(host.gid)])],
    getpgid: ["(pid)", () => rt.int(host.pid)],
    getpgrp: ["()", () => rt.int(host.pid)],
    getsid: ["(pid, /)", () => rt.int(host.pid)],
    getlogin: ["()", () => host.user],
    uname: [
      "()",
      () => {
        const { sysname, nodename, release, version, machine } = host.uname();
        return unameResult.make([sysname, nodename, release, version, machine].map((field) => rt.str(field)));
      },
    ],
    cpu_count: ["()", () => rt.int(host.cpuCount)],
    process_cpu_count: ["()", () => rt.int(host.cpuCount)],
    sched_getaffinity: [
      "(pid, /)",
      () => rt.call(rt.types["set"], [rt.list(Array.from({ length: host.cpuCount }, (_, i) => rt.int(i)))]),
    ],
    getloadavg: ["()", () => rt.tuple([rt.float(0), rt.float(0), rt.float(0)])],
    times: [
      "()",
      () => timesResult.make([host.monotonic(), 0, 0, 0, host.monotonic()].map((x) => rt.float(x))),
    ],
    getenv: [
      "(key, default=None)",
      (key: PyObject, otherwise: PyObject) => {
        const value = envGet(key);
        return value === undefined ? otherwise : rt.str(value);
      },
    ],
    putenv: ["(name, value, /)", () => rt.none],
    unsetenv: ["(name, /)", () => rt.none],
    get_exec_path: [
      "(env=None)",
      (env: PyObject) => {
        const path =
          env === rt.none
            ? context.environ.get("PATH")
            : rt.toJs(rt.callMethod(env, "get", [rt.str("PATH")]));
        return rt.list(
          (typeof path === "string" ? path : "/bin:/usr/bin").split(":").map((part) => rt.str(part)),
        );
      },
    ],
    urandom: [
      "(size, /)",
      (size: PyObject) => {
        const n = indexOf(rt, size);
        if (n < 0) throw rt.error("ValueError", "negative argument not allowed");
        rt.budget.allocate(n);
        return rt.bytes(host.randomBytes(n));
      },
    ],
    getrandom: ["(size, flags=0)", (size: PyObject) => rt.bytes(host.randomBytes(indexOf(rt, size)))],
    strerror: ["(code, /)", (code: PyObject) => errnoText(indexOf(rt, code))],
    system: ["(command)", (command: PyObject) => rt.int(run(text(command)) << 8)],
    popen: [
      "(cmd, mode='r', buffering=-1)",
      (command: PyObject, mode: PyObject) =>
        rt.call(rt.getattr(rt.importModule("subprocess"), "_os_popen"), [command, mode]),
    ],
    open: [
      "(path, flags, mode=511, *, dir_fd=None)",
      (path: PyObject, flags: PyObject, mode: PyObject) =>
        rt.int(openFile(path, indexOf(rt, flags), indexOf(rt, mode))),
    ],
    close: [
      "(fd)",
      (fd: PyObject) => {
        file(fd).close();
        context.files.delete(indexOf(rt, fd));
      },
    ],
    closerange: ["(fd_low, fd_high, /)", () => rt.none],
    read: [
      "(fd, length, /)",
      (fd: PyObject, n: PyObject) => {
        if (indexOf(rt, fd) === 0) return rt.bytes(new Uint8Array());
        return rt.bytes(file(fd).read(indexOf(rt, n)));
      },
    ],
    write: [
      "(fd, data, /)",
      (fd: PyObject, data: PyObject) => {
        const bytes = bytesOf(rt, data);
        const stream = standard(indexOf(rt, fd), bytes);
        if (stream !== undefined) return rt.int(stream);
        const target = file(fd);
        if (!target.writable) throw osError(rt, "EBADF");
        hostCall(rt, () => {
          target.write(bytes);
          target.flush();
        });
        return rt.int(bytes.length);
      },
    ],
    lseek: [
      "(fd, position, how, /)",
      (fd: PyObject, position: PyObject, how: PyObject) =>
        rt.int(file(fd).seek(indexOf(rt, position), indexOf(rt, how))),
    ],
    ftruncate: [
      "(fd, length, /)",
      (fd: PyObject, length: PyObject) => {
        file(fd).truncate(indexOf(rt, length));
      },
    ],
    fsync: ["(fd)", (fd: PyObject) => hostCall(rt, () => file(fd).flush())],
    fdatasync: ["(fd)", (fd: PyObject) => hostCall(rt, () => file(fd).flush())],
    sync: ["()", () => rt.none],
    dup: ["(fd, /)", (fd: PyObject) => rt.int(context.openDescriptor(file(fd)))],
    dup2: [
      "(fd, fd2, inheritable=True)",
      (fd: PyObject, fd2: PyObject) => {
        context.files.set(indexOf(rt, fd2), file(fd));
        return fd2;
      },
    ],
    isatty: ["(fd, /)", () => false],
    set_inheritable: ["(fd, inheritable, /)", () => rt.none],
    get_inheritable: ["(fd, /)", () => false],
    set_blocking: ["(fd, blocking, /)", () => rt.none],
    fdopen: [
      "(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs)",
      (
        fd: PyObject,
        mode: PyObject,
        buffering: PyObject,
        encoding: PyObject,
        args: PyObject[],
        kw: Map<string, PyObject>,
      ) => {
        if (!rt.isInt(fd))
          throw rt.error("TypeError", `invalid fd type (${rt.typeName(fd)}, expected integer)`);
        return rt.call(
          rt.getattr(rt.importModule("io"), "open"),
          [fd, mode, buffering, encoding, ...args],
          [...kw].flat(),
        );
      },
    ],
    get_terminal_size: [
      "(fd=1, /)",
      () => {
        throw osError(rt, "ENOTTY");
      },
    ],
    WIFEXITED: ["(status)", (status: PyObject) => (indexOf(rt, status) & 0x7f) === 0],
    WEXITSTATUS: ["(status)", (status: PyObject) => rt.int((indexOf(rt, status) >> 8) & 0xff)],
    WIFSIGNALED: ["(status)", (status: PyObject) => ((indexOf(rt, status) & 0x7f) + 1) >> 1 > 0],
    WTERMSIG: ["(status)", (status: PyObject) => rt.int(indexOf(rt, status) & 0x7f)],
    waitstatus_to_exitcode: [
      "(status)",
      (status: PyObject) => {
        const value = indexOf(rt, status);
        return rt.int((value & 0x7f) === 0 ? (value >> 8) & 0xff : -(value & 0x7f));
      },
    ],
    _exit: [
      "(status)",
      (status: PyObject) => {
        throw rt.errorWith("SystemExit", [status]);
      },
    ],
    register_at_fork: ["(**kw)", () => rt.none],
    ...Object.fromEntries(refused.map((name) => [name, unsupported(rt, "os", name)])),
  };
  const chown = (path: PyObject, uid: PyObject, gid: PyObject, follow: boolean): void => {
    const full = pathOf(path, "chown", true);
    hostCall(rt, () => (follow ? host.stat(full) : host.lstat(full)), path);
    const keeps = (given: number, own: number): boolean => given === -1 || given === own;
    if (!keeps(indexOf(rt, uid), host.uid) || !keeps(indexOf(rt, gid), host.gid))
      throw osError(rt, "EPERM", path);
  };
  void strings;
  addFunctions(rt, module, functions);
  addInts(rt, module, {
    ...openFlags,
    F_OK: 0,
    R_OK: 4,
    W_OK: 2,
    X_OK: 1,
    SEEK_SET: 0,
    SEEK_CUR: 1,
    SEEK_END: 2,
    EX_OK: 0,
    EX_USAGE: 64,
    WNOHANG: 1,
    P_WAIT: 0,
    P_NOWAIT: 1,
    ST_RDONLY: 1,
    ST_NOSUID: 2,
    ST_NOEXEC: 8,
    NGROUPS_MAX: 65536,
    TMP_MAX: 238328,
    GRND_NONBLOCK: 1,
  });
  const path = rt.importModule("posixpath");
  for (const name of ["curdir", "pardir", "sep", "pathsep", "defpath", "extsep", "altsep", "devnull"])
    module.setStr(name, rt.getattr(path, name));
  module.setStr("path", path);
  rt.imports.modules.setStr("os.path", path);
  module.setStr("name", rt.str("posix"));
  module.setStr("linesep", rt.str("\n"));
  module.setStr("error", rt.builtin("OSError"));
  module.setStr("environ", makeEnviron(rt, context));
  module.setStr("supports_bytes_environ", rt.false);
  for (const name of [
    "supports_dir_fd",
    "supports_fd",
    "supports_follow_symlinks",
    "supports_effective_ids",
  ]) {
    module.setStr(name, rt.call(rt.types["set"], []));
  }
  module.setStr("DirEntry", entryType);
  module.setStr("stat_result", statResult.type);
  module.setStr("uname_result", unameResult.type);
  module.setStr("terminal_size", terminalSize.type);
  module.setStr("PathLike", makePathLike(rt));
  void isBytes;
}

/** os.PathLike: an ABC that holds every class with __fspath__ for a subclass. */
function makePathLike(rt: Runtime): PyObject {
  const abc = rt.importModule("abc");
  const pathLike = rt.buildClass("PathLike", [rt.getattr(abc, "ABC")], {
    __module__: rt.str("os"),
    __doc__: rt.str("Abstract base class for implementing the file system path protocol."),
    __subclasshook__: rt.newClassMethod(
      rt.fn("__subclasshook__(cls, subclass)", (cls: PyObject, subclass: PyObject) => {
        if (cls !== pathLike || !rt.isType(subclass)) return rt.notImplemented;
        for (const base of subclass.$mro) {
          const method = base.$ns.get("__fspath__");
          if (method !== undefined) return method === rt.none ? rt.notImplemented : rt.true;
        }
        return rt.notImplemented;
      }),
    ),
    __class_getitem__: rt.newClassMethod(
      rt.fn("__class_getitem__(cls, item)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)),
    ),
  });
  return pathLike;
}
