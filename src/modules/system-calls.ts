/**
 * `resource`, `select`, `fcntl` and `termios`: constants and the calls that one process without terminals can answer.
 * What cannot exist in the sandbox says so.
 */
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { structSequence } from "./structseq.js";
import { addFunctions, addInts, osError, unsupported } from "./support.js";

export function installSystemCalls(rt: Runtime, context: ModuleContext): void {
  const { host } = context;
  // For socket, urllib.request and http.client (python/refused.ts).
  rt.registerModule("_network", (_, module) => {
    addFunctions(rt, module, {
      refused: ["(what, /)", (what) => void host.refuseNetwork?.(rt.strOf(what))],
    });
  });
  rt.registerModule("resource", (_, module) => {
    const usage = structSequence(rt, "resource", "struct_rusage", [
      "ru_utime",
      "ru_stime",
      "ru_maxrss",
      "ru_ixrss",
      "ru_idrss",
      "ru_isrss",
      "ru_minflt",
      "ru_majflt",
      "ru_nswap",
      "ru_inblock",
      "ru_oublock",
      "ru_msgsnd",
      "ru_msgrcv",
      "ru_nsignals",
      "ru_nvcsw",
      "ru_nivcsw",
    ]);
    addInts(rt, module, {
      RUSAGE_SELF: 0,
      RUSAGE_CHILDREN: -1,
      RLIMIT_CPU: 0,
      RLIMIT_FSIZE: 1,
      RLIMIT_DATA: 2,
      RLIMIT_STACK: 3,
      RLIMIT_CORE: 4,
      RLIMIT_RSS: 5,
      RLIMIT_NPROC: 6,
      RLIMIT_NOFILE: 7,
      RLIMIT_AS: 9,
      RLIM_INFINITY: -1,
    });
    module.setStr("struct_rusage", usage.type);
    module.setStr("error", rt.builtin("OSError"));
    addFunctions(rt, module, {
      getrusage: [
        "(who, /)",
        () =>
          usage.make([
            rt.float(host.monotonic()),
            rt.float(0),
            ...Array.from({ length: 14 }, () => rt.int(0)),
          ]),
      ],
      getrlimit: ["(resource, /)", () => rt.tuple([rt.int(-1), rt.int(-1)])],
      setrlimit: unsupported(rt, "resource", "setrlimit"),
      getpagesize: ["()", () => rt.int(4096)],
    });
  });
  rt.registerModule("select", (_, module) => {
    module.setStr("error", rt.builtin("OSError"));
    const refuse = (name: string): never => {
      throw osError(rt, "ENOSYS", rt.str(`select.${name}() in the sandbox`));
    };
    for (const family of ["", "E"]) {
      const events = { IN: 1, PRI: 2, OUT: 4, ERR: 8, HUP: 16, RDHUP: 0x2000, MSG: 0x400 };
      const more = { RDNORM: 64, RDBAND: 128, WRNORM: 256, WRBAND: 512 };
      for (const [name, value] of Object.entries({ ...events, ...more }))
        addInts(rt, module, { [`${family}POLL${name}`]: value });
    }
    addInts(rt, module, { POLLNVAL: 32, EPOLLET: 0x80000000, EPOLLONESHOT: 0x40000000 });
    addInts(rt, module, { EPOLLEXCLUSIVE: 0x10000000, EPOLL_CLOEXEC: 0x80000, PIPE_BUF: 4096 });
    addFunctions(rt, module, {
      select: unsupported(rt, "select", "select"),
      // An OSError: selectors then takes the next kind.
      poll: ["(*args)", () => refuse("poll")],
      epoll: ["(*args)", () => refuse("epoll")],
    });
  });
  rt.registerModule("fcntl", (_, module) => {
    addInts(rt, module, {
      LOCK_SH: 1,
      LOCK_EX: 2,
      LOCK_NB: 4,
      LOCK_UN: 8,
      F_GETFD: 1,
      F_SETFD: 2,
      F_GETFL: 3,
      F_SETFL: 4,
      FD_CLOEXEC: 1,
    });
    // One process holds every file: its locks are granted.
    addFunctions(rt, module, {
      flock: ["(fd, operation, /)", () => rt.none],
      lockf: ["(fd, cmd, len=0, start=0, whence=0, /)", () => rt.none],
      fcntl: ["(fd, cmd, arg=0, /)", () => rt.int(0)],
      ioctl: unsupported(rt, "fcntl", "ioctl"),
    });
  });
  rt.registerModule("termios", (_, module) => {
    module.setStr(
      "error",
      rt.buildClass("error", [rt.builtin("Exception")], { __module__: rt.str("termios") }),
    );
    addInts(rt, module, { TCSANOW: 0, TCSADRAIN: 1, TCSAFLUSH: 2, ECHO: 8, ICANON: 2, TIOCGWINSZ: 0x5413 });
    addFunctions(rt, module, {
      tcgetattr: [
        "(fd, /)",
        () => {
          throw osError(rt, "ENOTTY");
        },
      ],
      tcsetattr: [
        "(fd, when, attributes, /)",
        () => {
          throw osError(rt, "ENOTTY");
        },
      ],
    });
  });
}
