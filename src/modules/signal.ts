/**
 * `_signal`: the numbers of Linux on x86-64 and a table of handlers. No signal ever arrives; what would send one or wait
 * for one says so.
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { addFunctions, addInts, indexOf, unsupported } from "./support.js";

const signals = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGSTKFLT: 16,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGTTIN: 21,
  SIGTTOU: 22,
  SIGURG: 23,
  SIGXCPU: 24,
  SIGXFSZ: 25,
  SIGVTALRM: 26,
  SIGPROF: 27,
  SIGWINCH: 28,
  SIGIO: 29,
  SIGPWR: 30,
  SIGSYS: 31,
  SIGRTMIN: 34,
  SIGRTMAX: 64,
};

/** What strsignal(3) says of the signals from 1 on. */
const descriptions: readonly string[] = (
  "Hangup,Interrupt,Quit,Illegal instruction,Trace/breakpoint trap,Aborted,Bus error,Floating point exception,Killed," +
  "User defined signal 1,Segmentation fault,User defined signal 2,Broken pipe,Alarm clock,Terminated,Stack fault," +
  "Child exited,Continued,Stopped (signal),Stopped,Stopped (tty input),Stopped (tty output),Urgent I/O condition," +
  "CPU time limit exceeded,File size limit exceeded,Virtual timer expired,Profiling timer expired,Window changed," +
  "I/O possible,Power failure,Bad system call"
).split(",");

export function installSignal(rt: Runtime): void {
  rt.registerModule("_signal", (_, module) => {
    addInts(rt, module, {
      ...signals,
      SIGCLD: 17,
      SIGPOLL: 29,
      SIGIOT: 6,
      SIG_DFL: 0,
      SIG_IGN: 1,
      NSIG: 65,
      SIG_BLOCK: 0,
      SIG_UNBLOCK: 1,
      SIG_SETMASK: 2,
      ITIMER_REAL: 0,
      ITIMER_VIRTUAL: 1,
      ITIMER_PROF: 2,
    });
    const handlers = new Map<number, PyObject>();
    const int = rt.fn("default_int_handler(signalnum, frame, /)", () => {
      throw rt.errorWith("KeyboardInterrupt", []);
    });
    handlers.set(signals.SIGINT, int);
    const number = (value: PyObject): number => {
      const n = indexOf(rt, value);
      if (n < 1 || n > 64) throw rt.error("ValueError", "signal number out of range");
      return n;
    };
    module.setStr("default_int_handler", int);
    // Handlers are kept; no signal ever arrives.
    addFunctions(rt, module, {
      signal: [
        "(signalnum, handler, /)",
        (num: PyObject, handler: PyObject) => {
          const n = number(num);
          const old = handlers.get(n) ?? rt.int(0);
          handlers.set(n, handler);
          return old;
        },
      ],
      getsignal: ["(signalnum, /)", (num: PyObject) => handlers.get(number(num)) ?? rt.int(0)],
      alarm: ["(seconds, /)", () => rt.int(0)],
      siginterrupt: ["(signalnum, flag, /)", () => rt.none],
      set_wakeup_fd: ["(fd, /, *, warn_on_full_buffer=True)", () => rt.int(-1)],
      pthread_sigmask: ["(how, mask, /)", () => rt.call(rt.types["set"], [])],
      valid_signals: [
        "()",
        () => rt.call(rt.types["set"], [rt.list(Array.from({ length: 64 }, (_, i) => rt.int(i + 1)))]),
      ],
      strsignal: [
        "(signalnum, /)",
        (num: PyObject) => {
          const n = indexOf(rt, num);
          if (n < 1 || n > 64) throw rt.error("ValueError", "signal number out of range");
          return descriptions[n - 1] ?? rt.none;
        },
      ],
      setitimer: unsupported(rt, "signal", "setitimer"),
      pause: unsupported(rt, "signal", "pause"),
      raise_signal: unsupported(rt, "signal", "raise_signal"),
      sigwait: unsupported(rt, "signal", "sigwait"),
    });
  });
}
