/**
 * `os` (and `posix`): files over the host, the process as the ModuleContext keeps it. What would leave the sandbox
 * (fork, exec, kill, sockets of it) raises NotImplementedError by name; what the host refuses raises PermissionError with
 * the permission that would allow it.
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { descriptorFunctions, openFlags } from "./os-descriptors.js";
import { makeEnviron } from "./os-environ.js";
import { fileFunctions } from "./os-files.js";
import { fillPosixPath, makePathOf } from "./os-path.js";
import { endingFunctions, processFunctions } from "./os-process.js";
import { makeStats } from "./os-stat.js";
import { structSequence } from "./structseq.js";
import { addFunctions, addInts, type Functions } from "./support.js";

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

/** The functions of CPython's os.py; all others are from `posix`. */
const writtenInPython: ReadonlySet<string> = new Set(
  (
    "makedirs removedirs renames walk fwalk execl execle execlp execlpe execvp execvpe getenv getenvb get_exec_path popen fdopen " +
    "fsencode fsdecode spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe"
  ).split(" "),
);

function fillOs(rt: Runtime, context: ModuleContext, module: any): void {
  const pathOf = makePathOf(rt, context);
  const stats = makeStats(rt, context, pathOf);
  const terminalSize = structSequence(rt, "os", "terminal_size", ["columns", "lines"]);
  const files = fileFunctions(rt, context, stats, pathOf);
  const process = processFunctions(rt, context);
  const functions: Functions = {
    ...files.functions,
    ...process.functions,
    ...descriptorFunctions(rt, context, pathOf),
    ...endingFunctions(rt),
  };
  const entries = Object.entries(functions);
  addFunctions(rt, module, Object.fromEntries(entries.filter(([name]) => writtenInPython.has(name))));
  // The others are those of CPython's posix, in C.
  const rest = Object.fromEntries(entries.filter(([name]) => !writtenInPython.has(name)));
  addFunctions(rt, module, rest, "posix");
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
  module.setStr("DirEntry", files.entryType);
  module.setStr("stat_result", stats.type);
  module.setStr("uname_result", process.unameType);
  module.setStr("terminal_size", terminalSize.type);
  module.setStr("PathLike", makePathLike(rt));
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
