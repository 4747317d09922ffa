/**
 * OSError and its family: the constructor's special cases (two to five arguments, the subclass chosen by errno) and
 * attributes, after CPython's oserror_new and PEP 3151. Errno numbers are Linux's, on every host.
 */
import type { KwArgs, PyObject, PyType } from "../objects.js";
import type { Runtime } from "../runtime.js";
import { argsText, baseInit, field, type ExceptionTable } from "./exception-support.js";

const family: readonly (readonly [name: string, base: string, doc: string, errnos: readonly number[]])[] = [
  ["BlockingIOError", "OSError", "I/O operation would block.", [11, 114, 115]],
  ["ChildProcessError", "OSError", "Child process error.", [10]],
  ["ConnectionError", "OSError", "Connection error.", []],
  ["BrokenPipeError", "ConnectionError", "Broken pipe.", [32, 108]],
  ["ConnectionAbortedError", "ConnectionError", "Connection aborted.", [103]],
  ["ConnectionRefusedError", "ConnectionError", "Connection refused.", [111]],
  ["ConnectionResetError", "ConnectionError", "Connection reset.", [104]],
  ["FileExistsError", "OSError", "File already exists.", [17]],
  ["FileNotFoundError", "OSError", "File not found.", [2]],
  ["InterruptedError", "OSError", "Interrupted by signal.", [4]],
  ["IsADirectoryError", "OSError", "Operation doesn't work on directories.", [21]],
  ["NotADirectoryError", "OSError", "Operation only works on directories.", [20]],
  ["PermissionError", "OSError", "Not enough permissions.", [1, 13]],
  ["ProcessLookupError", "OSError", "Process not found.", [3]],
  ["TimeoutError", "OSError", "Timeout expired.", [110]],
];

export function installOSErrors(rt: Runtime, table: ExceptionTable): void {
  const byErrno = new Map<number, PyType>();
  const isNumber = (o: PyObject): boolean =>
    o.nb$index !== undefined || o.nb$int !== undefined || o.nb$float !== undefined;
  const init = (self: any, args: PyObject[]): void => {
    if (args.length < 2 || args.length > 5) return;
    self.$errno = args[0];
    self.$strerror = args[1];
    if (args.length < 3) return;
    if (args[2] === rt.none) return;
    if (self.ob$type === table.get("BlockingIOError") && isNumber(args[2])) {
      self.$written = rt.int(rt.index(args[2]));
      return;
    }
    self.$filename = args[2];
    if (args[4] !== undefined && args[4] !== rt.none) self.$filename2 = args[4];
    // The file names are attributes only, no arguments.
    self.$args = args.slice(0, 2);
  };
  const type = rt.defineType({
    name: "OSError",
    base: table.get("Exception"),
    construct: function (this: any) {
      this.$d = undefined;
    },
    doc: "Base class for I/O related errors.",
    slots: {
      tp$new(this: PyObject, args: PyObject[], kw?: KwArgs) {
        let cls = this.constructor as unknown as PyType;
        const usesNew = cls.prototype.tp$init !== type.prototype.tp$init;
        if (!usesNew && kw !== undefined && kw.length > 0)
          throw rt.error("TypeError", `${cls.$name}() takes no keyword arguments`);
        if (cls === type && args.length >= 2 && args.length <= 5 && rt.isInt(args[0])) {
          cls = byErrno.get(Number(args[0].v)) ?? cls;
        }
        const self = rt.alloc(cls);
        self.$args = args.slice();
        self.$suppress = false;
        if (!usesNew) init(self, args);
        return self as PyObject;
      },
      tp$init(this: any, args: PyObject[], kw?: KwArgs) {
        // Where a subclass has its own __init__ that comes here, the work was left to us.
        if (this.$errno !== undefined) return;
        baseInit(rt, this, args, kw);
        init(this, args);
      },
      tp$str(this: any) {
        const one = (o: PyObject | undefined): string => (o === undefined ? "None" : rt.strOf(o));
        const quoted = (o: PyObject): string => rt.repr(o);
        if (this.$filename !== undefined) {
          const head = `[Errno ${one(this.$errno as PyObject)}] ${one(this.$strerror as PyObject)}: ${quoted(this.$filename as PyObject)}`;
          return rt.str(
            this.$filename2 === undefined ? head : `${head} -> ${quoted(this.$filename2 as PyObject)}`,
          );
        }
        if (this.$errno !== undefined && this.$strerror !== undefined) {
          return rt.str(`[Errno ${one(this.$errno as PyObject)}] ${one(this.$strerror as PyObject)}`);
        }
        return argsText(rt, this);
      },
    },
    getset: {
      errno: field(rt, "$errno"),
      strerror: field(rt, "$strerror"),
      filename: field(rt, "$filename"),
      filename2: field(rt, "$filename2"),
      characters_written: {
        get: (e) => {
          if (e.$written === undefined) throw rt.error("AttributeError", "characters_written");
          return e.$written;
        },
        set: (e, v) => {
          e.$written = v;
        },
      },
    },
    methods: {
      __reduce__: [
        "(self, /)",
        (e: any) => {
          const args = [...(e.$args as PyObject[])];
          if (args.length === 2 && e.$filename !== undefined) {
            args.push(e.$filename as PyObject);
            if (e.$filename2 !== undefined) args.push(rt.none, e.$filename2 as PyObject);
          }
          const head = [e.ob$type as PyObject, rt.tuple(args)];
          return rt.tuple(e.$d === undefined ? head : [...head, e.$d as PyObject]);
        },
      ],
    },
  }) as PyType;
  table.set("OSError", type);
  table.set("IOError", type);
  table.set("EnvironmentError", type);
  for (const [name, base, doc, errnos] of family) {
    const t = rt.defineType({ name, base: table.get(base), doc }) as PyType;
    table.set(name, t);
    for (const n of errnos) byErrno.set(n, t);
  }
}
