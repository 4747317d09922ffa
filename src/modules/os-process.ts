/**
 * The process as os shows it: ids, environment, machine, shell commands (the host's `run`), exit statuses. What would leave
 * the sandbox raises NotImplementedError by name.
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { errnoText } from "./errno.js";
import { writeStandard } from "./os-descriptors.js";
import { structSequence } from "./structseq.js";
import { hostCall, indexOf, osError, pathText, unsupported, type Functions } from "./support.js";

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

export function processFunctions(
  rt: Runtime,
  context: ModuleContext,
): { functions: Functions; unameType: PyObject } {
  const { host } = context;
  const unameResult = structSequence(rt, "posix", "uname_result", [
    "sysname",
    "nodename",
    "release",
    "version",
    "machine",
  ]);
  const timesResult = structSequence(rt, "posix", "times_result", [
    "user",
    "system",
    "children_user",
    "children_system",
    "elapsed",
  ]);
  const envGet = (key: PyObject): string | undefined => {
    if (!rt.isStr(key)) throw rt.error("TypeError", `str expected, not ${rt.tpName(key)}`);
    return context.environ.get(key.v);
  };
  const run = (command: string): number => {
    const result = hostCall(rt, () =>
      host.run(["/bin/sh", "-c", command], { cwd: context.cwd, env: context.environ }),
    );
    writeStandard(context, 1, result.stdout);
    writeStandard(context, 2, result.stderr);
    return result.status;
  };
  const functions: Functions = {
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
    getrandom: [
      "(size, flags=0)",
      (size: PyObject) => {
        const n = indexOf(rt, size);
        if (n < 0) throw osError(rt, "EINVAL");
        rt.budget.allocate(n);
        return rt.bytes(host.randomBytes(n));
      },
    ],
    strerror: ["(code, /)", (code: PyObject) => errnoText(indexOf(rt, code))],
    system: ["(command)", (command: PyObject) => rt.int(run(pathText(rt, command)) << 8)],
    popen: [
      "(cmd, mode='r', buffering=-1)",
      (command: PyObject, mode: PyObject) =>
        rt.call(rt.getattr(rt.importModule("subprocess"), "_os_popen"), [command, mode]),
    ],
  };
  return { functions, unameType: unameResult.type };
}

/** Statuses of processes that ended, the end of this one, and what is refused. */
export function endingFunctions(rt: Runtime): Functions {
  return {
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
}
