/**
 * `_thread` in a VM of one thread: a started thread runs at once to its end, locks know whether they are held, and
 * waiting for a lock that nobody can release is an error instead of a hang.
 */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { structSequence } from "./structseq.js";
import { addFunctions, floatOf } from "./support.js";

export function installThread(rt: Runtime): void {
  rt.registerModule("_thread", (_, module) => {
    let current = 1;
    let created = 1;
    let running = 0;
    const sentinels = new Map<number, PyObject>();
    const acquireArguments = (blocking: PyObject, timeout: PyObject): boolean => {
      const wait = rt.isTrue(blocking);
      const seconds = floatOf(rt, timeout);
      if (!wait && seconds !== -1)
        throw rt.error("ValueError", "can't specify a timeout for a non-blocking call");
      if (seconds < 0 && seconds !== -1)
        throw rt.error("ValueError", "timeout value must be a non-negative number");
      return wait && seconds === -1;
    };
    const never = (): PyObject =>
      rt.error(
        "RuntimeError",
        "deadlock: this VM has one thread, and the lock it waits for can never be released",
      );
    const acquireLock = (self: any, blocking: PyObject, timeout: PyObject): boolean => {
      const forever = acquireArguments(blocking, timeout);
      if (self.held === true) {
        if (forever) throw never();
        return false;
      }
      self.held = true;
      return true;
    };
    const releaseLock = (self: any): void => {
      if (self.held !== true) throw rt.error("RuntimeError", "release unlocked lock");
      self.held = false;
    };
    const lock = rt.defineType({
      name: "lock",
      module: "_thread",
      methods: {
        acquire: ["(self, blocking=True, timeout=-1)", acquireLock],
        acquire_lock: ["(self, blocking=True, timeout=-1)", acquireLock],
        release: ["(self)", releaseLock],
        release_lock: ["(self)", releaseLock],
        locked: ["(self)", (self: any) => self.held === true],
        locked_lock: ["(self)", (self: any) => self.held === true],
        __enter__: ["(self)", (self: any) => acquireLock(self, rt.true, rt.int(-1))],
        __exit__: ["(self, *args)", releaseLock],
        _at_fork_reinit: [
          "(self)",
          (self: any) => {
            self.held = false;
          },
        ],
      },
      slots: {
        $r(this: any) {
          return rt.str(
            `<${this.held === true ? "locked" : "unlocked"} _thread.lock object at ${rt.address(this)}>`,
          );
        },
      },
    }) as PyType;
    const acquire = (self: any, forever: boolean): boolean => {
      if ((self.count ?? 0) > 0 && self.owner !== current) {
        if (forever) throw never();
        return false;
      }
      self.owner = current;
      self.count = (self.count ?? 0) + 1;
      return true;
    };
    const release = (self: any): void => {
      if ((self.count ?? 0) === 0 || self.owner !== current)
        throw rt.error("RuntimeError", "cannot release un-acquired lock");
      self.count--;
    };
    const rlock = rt.defineType({
      name: "RLock",
      module: "_thread",
      new: ["(cls, *args, **kw)", (cls: PyType) => rt.alloc(cls)],
      methods: {
        acquire: [
          "(self, blocking=True, timeout=-1)",
          (self: any, blocking: PyObject, timeout: PyObject) =>
            acquire(self, acquireArguments(blocking, timeout)),
        ],
        release: ["(self)", release],
        __enter__: ["(self)", (self: any) => acquire(self, true)],
        __exit__: ["(self, *args)", release],
        _is_owned: ["(self)", (self: any) => (self.count ?? 0) > 0 && self.owner === current],
        _release_save: [
          "(self)",
          (self: any) => {
            const state = rt.tuple([rt.int(self.count ?? 0), rt.int(self.owner ?? 0)]);
            self.count = 0;
            return state;
          },
        ],
        _acquire_restore: [
          "(self, state, /)",
          (self: any, state: PyObject) => {
            [self.count, self.owner] = rt.toArray(state).map((item) => Number(item.v));
          },
        ],
        _at_fork_reinit: [
          "(self)",
          (self: any) => {
            self.count = 0;
          },
        ],
      },
      slots: {
        $r(this: any) {
          const count = (this.count ?? 0) as number;
          return rt.str(
            `<${count > 0 ? "locked" : "unlocked"} _thread.RLock object owner=${count > 0 ? (this.owner as number) : 0} count=${count} at ${rt.address(this)}>`,
          );
        },
      },
    }) as PyType;
    const start = (func: PyObject, args: PyObject, kw: PyObject | undefined): PyObject => {
      if (!rt.callable(func)) throw rt.error("TypeError", "first arg must be callable");
      const before = current;
      const ident = ++created;
      current = ident;
      running++;
      try {
        const keywords =
          kw === undefined
            ? []
            : rt
                .toArray(rt.callMethod0(kw, "items"))
                .flatMap((pair) => [pair.v[0].v as string, pair.v[1] as PyObject]);
        rt.call(func, rt.toArray(args), keywords);
      } catch (error) {
        if (!rt.isException(error, "SystemExit")) throw error;
      } finally {
        const sentinel: any = sentinels.get(ident);
        if (sentinel !== undefined) sentinel.held = false;
        sentinels.delete(ident);
        current = before;
        running--;
      }
      return rt.int(ident);
    };
    const local = rt.defineType({
      name: "_local",
      module: "_thread",
      dict: true,
      new: ["(cls, *args, **kw)", (cls: PyType) => rt.alloc(cls)],
      init: ["(self, *args, **kw)", () => undefined],
    });
    const allocate = (): PyObject => rt.alloc(lock) as PyObject;
    module.setStr("LockType", lock);
    module.setStr("RLock", rlock);
    module.setStr("_local", local);
    module.setStr("error", rt.builtin("RuntimeError"));
    module.setStr("TIMEOUT_MAX", rt.float(9223372036));
    addFunctions(rt, module, {
      allocate_lock: ["()", allocate],
      allocate: ["()", allocate],
      get_ident: ["()", () => rt.int(current)],
      get_native_id: ["()", () => rt.int(current)],
      _count: ["()", () => rt.int(running)],
      start_new_thread: ["(function, args, kwargs=..., /)", start],
      start_new: ["(function, args, kwargs=..., /)", start],
      stack_size: ["(size=0, /)", () => rt.int(0)],
      exit: [
        "()",
        () => {
          throw rt.errorWith("SystemExit", []);
        },
      ],
      interrupt_main: [
        "(signum=2, /)",
        () => {
          throw rt.errorWith("KeyboardInterrupt", []);
        },
      ],
      _set_sentinel: [
        "()",
        () => {
          // threading's lock of a running thread: released when the thread ends.
          const sentinel = allocate();
          sentinels.set(current, sentinel);
          return sentinel;
        },
      ],
      daemon_threads_allowed: ["()", () => true],
      _excepthook: [
        "(args, /)",
        (args: PyObject) =>
          rt.call(rt.getattr(rt.importModule("sys"), "excepthook"), [
            rt.getattr(args, "exc_type"),
            rt.getattr(args, "exc_value"),
            rt.getattr(args, "exc_traceback"),
          ]),
      ],
    });
    const hookArguments = structSequence(rt, "_thread", "_ExceptHookArgs", [
      "exc_type",
      "exc_value",
      "exc_traceback",
      "thread",
    ]);
    module.setStr("_ExceptHookArgs", hookArguments.type);
  });
}
