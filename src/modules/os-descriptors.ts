/** os over descriptors: open, read, write, close and what else takes a number. Files are ByteStreams of the ModuleContext. */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { ByteStream } from "./io/bytestream.js";
import type { ModuleContext } from "./context.js";
import type { PathOf } from "./os-path.js";
import { bytesOf, hostCall, indexOf, osError, type Functions } from "./support.js";

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

/** The open file of a descriptor; OSError (EBADF). */
export function descriptorOf(rt: Runtime, context: ModuleContext): (fd: PyObject) => ByteStream {
  return (fd) => {
    const stream = context.files.get(indexOf(rt, fd));
    if (stream === undefined) throw osError(rt, "EBADF");
    return stream;
  };
}

/** Writes to the embedder where `fd` is standard output or error: the bytes written, undefined for any other. */
export function writeStandard(context: ModuleContext, fd: number, data: Uint8Array): number | undefined {
  if (fd !== 1 && fd !== 2) return undefined;
  (fd === 1 ? context.options.stdout : context.options.stderr)?.(new TextDecoder().decode(data));
  return data.length;
}

export function descriptorFunctions(rt: Runtime, context: ModuleContext, pathOf: PathOf): Functions {
  const { host } = context;
  const file = descriptorOf(rt, context);
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
  return {
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
        const stream = writeStandard(context, indexOf(rt, fd), bytes);
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
          throw rt.error("TypeError", `invalid fd type (${rt.tpName(fd)}, expected integer)`);
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
  };
}
