/** `sys`: facts of the interpreter, streams, the current exception and frame. Tracing and import hooks are not offered. */
import { defaultLimits } from "../sandbox/budget.js";
import { maximumDepth } from "../vm/runtime/frame.js";
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import type { Io } from "./io/io.js";
import { makeSimpleNamespace } from "./simplenamespace.js";
import { structSequence } from "./structseq.js";
import { addFunctions, indexOf, osError, textOf, unsupported } from "./support.js";

export function installSys(rt: Runtime, context: ModuleContext, io: () => Io): void {
  rt.registerModule("sys", (_, module) => {
    const { options } = context;
    const str = (text: string): PyObject => rt.str(text);
    const int = (n: number): PyObject => rt.int(n);
    const [major, minor, micro] = options.version ?? [3, 13, 0];
    const hexversion = (major << 24) | (minor << 16) | (micro << 8) | 0xf0;
    const set = (values: Readonly<Record<string, PyObject>>): void => {
      for (const [name, value] of Object.entries(values)) module.setStr(name, value);
    };
    const sequence = (name: string, fields: Readonly<Record<string, PyObject>>): PyObject =>
      structSequence(rt, "sys", name, Object.keys(fields), [], { constructible: false }).make(
        Object.values(fields),
      );
    const versionInfo = sequence("version_info", {
      major: int(major),
      minor: int(minor),
      micro: int(micro),
      releaselevel: str("final"),
      serial: int(0),
    });
    const text = io().text;
    const stdout = text.makeSink("<stdout>", options.stdout ?? (() => undefined));
    const stderr = text.makeSink("<stderr>", options.stderr ?? (() => undefined));
    const stdin = text.makeInput("<stdin>", options.stdin ?? "");
    const implementation = rt.call(
      makeSimpleNamespace(rt),
      [],
      ["name", str("sandbake"), "cache_tag", rt.none, "version", versionInfo, "hexversion", int(hexversion)],
    );
    const path = rt.list((options.path ?? []).map(str));
    set({
      argv: rt.list((options.argv ?? [""]).map(str)),
      orig_argv: rt.list((options.argv ?? [""]).map(str)),
      path,
      modules: rt.imports.modules,
      meta_path: rt.list([]),
      path_hooks: rt.list([]),
      path_importer_cache: rt.newDict(),
      version: str(`${major}.${minor}.${micro} (main, Jan  1 1980, 00:00:00) [sandbake]`),
      version_info: versionInfo,
      hexversion: int(hexversion),
      api_version: int(1013),
      copyright: str("Copyright (c) 2001 Python Software Foundation."),
      implementation,
      executable: str(options.executable ?? "/usr/bin/python3"),
      _base_executable: str(options.executable ?? "/usr/bin/python3"),
      platform: str("linux"),
      byteorder: str("little"),
      maxsize: rt.int(9223372036854775807n),
      maxunicode: int(0x10ffff),
      prefix: str("/usr"),
      exec_prefix: str("/usr"),
      base_prefix: str("/usr"),
      base_exec_prefix: str("/usr"),
      platlibdir: str("lib"),
      abiflags: str(""),
      pycache_prefix: rt.none,
      dont_write_bytecode: rt.true,
      warnoptions: rt.list([]),
      _xoptions: rt.newDict(),
      float_repr_style: str("short"),
      stdin,
      stdout,
      stderr,
      __stdin__: stdin,
      __stdout__: stdout,
      __stderr__: stderr,
      builtin_module_names: rt.tuple(rt.imports.nativeNames.map(str)),
      flags: sequence(
        "flags",
        Object.fromEntries(
          [
            "debug",
            "inspect",
            "interactive",
            "optimize",
            "dont_write_bytecode",
            "no_user_site",
            "no_site",
            "ignore_environment",
            "verbose",
            "bytes_warning",
            "quiet",
            "hash_randomization",
            "isolated",
            "dev_mode",
            "utf8_mode",
            "safe_path",
            "warn_default_encoding",
            "int_max_str_digits",
          ].map((name) => [
            name,
            name === "dont_write_bytecode"
              ? int(1)
              : name === "dev_mode" || name === "safe_path"
                ? rt.false
                : name === "int_max_str_digits"
                  ? int(4300)
                  : int(0),
          ]),
        ),
      ),
      float_info: sequence("float_info", {
        max: rt.float(Number.MAX_VALUE),
        max_exp: int(1024),
        max_10_exp: int(308),
        min: rt.float(2.2250738585072014e-308),
        min_exp: int(-1021),
        min_10_exp: int(-307),
        dig: int(15),
        mant_dig: int(53),
        epsilon: rt.float(Number.EPSILON),
        radix: int(2),
        rounds: int(1),
      }),
      int_info: sequence("int_info", {
        bits_per_digit: int(30),
        sizeof_digit: int(4),
        default_max_str_digits: int(4300),
        str_digits_check_threshold: int(640),
      }),
      hash_info: sequence("hash_info", {
        width: int(64),
        modulus: rt.int(2305843009213693951n),
        inf: int(314159),
        nan: int(0),
        imag: int(1000003),
        algorithm: str("siphash13"),
        hash_bits: int(64),
        seed_bits: int(128),
        cutoff: int(0),
      }),
      thread_info: sequence("thread_info", {
        name: str("pthread"),
        lock: str("semaphore"),
        version: str(""),
      }),
      stdlib_module_names: rt.call(rt.types["frozenset"], [rt.list(rt.imports.nativeNames.map(str))]),
    });
    context.sysPath = path;
    const frames = (): any => rt.code;
    const current = (): PyObject | null => (frames()?.thread.exc as PyObject | null | undefined) ?? null;
    const write = (message: string): void => {
      rt.callMethod1(rt.getattr(rt.importModule("sys"), "stderr"), "write", str(message));
    };
    addFunctions(rt, module, {
      exit: [
        "(status=None, /)",
        (status: PyObject) => {
          throw rt.errorWith("SystemExit", status === rt.none ? [] : [status]);
        },
      ],
      exc_info: [
        "()",
        () => {
          const error = current();
          if (error === null) return rt.tuple([rt.none, rt.none, rt.none]);
          return rt.tuple([error.ob$type, error, rt.getattr(error, "__traceback__")]);
        },
      ],
      exception: ["()", () => current() ?? rt.none],
      _getframe: ["(depth=0, /)", (depth: PyObject) => frames().frames.get(Math.max(0, indexOf(rt, depth)))],
      _getframemodulename: [
        "(depth=0)",
        (depth: PyObject) =>
          frames()
            .frames.get(Math.max(0, indexOf(rt, depth)))
            .source.$globals.getStr("__name__") ?? rt.none,
      ],
      _current_frames: ["()", () => rt.dict([[rt.int(1), frames().frames.get(0) as PyObject]])],
      getrecursionlimit: ["()", () => rt.int(frames()?.thread.m ?? defaultLimits.depth)],
      setrecursionlimit: [
        "(limit, /)",
        (limit: PyObject) => {
          const n = indexOf(rt, limit);
          if (n < 1) throw rt.error("ValueError", "recursion limit must be greater or equal than 1");
          // The budget's depth is the embedder's and cannot be lifted from inside.
          if (frames() !== undefined) frames().thread.m = Math.min(n, rt.budget.limits.depth, maximumDepth);
        },
      ],
      intern: [
        "(string, /)",
        (s: PyObject) => {
          if (!rt.isStr(s))
            throw rt.error("TypeError", `intern() argument must be str, not ${rt.argumentName(s)}`);
          return s;
        },
      ],
      getsizeof: [
        "(object, default=...)",
        (object: PyObject) =>
          rt.int(
            48 +
              (typeof object.v === "string"
                ? object.v.length
                : Array.isArray(object.v)
                  ? object.v.length * 8
                  : 0),
          ),
      ],
      getrefcount: ["(object, /)", () => rt.int(2)],
      getdefaultencoding: ["()", () => "utf-8"],
      getfilesystemencoding: ["()", () => "utf-8"],
      getfilesystemencodeerrors: ["()", () => "surrogateescape"],
      getswitchinterval: ["()", () => rt.float(0.005)],
      setswitchinterval: ["(interval, /)", () => rt.none],
      get_int_max_str_digits: ["()", () => rt.int(rt.maxStrDigits)],
      set_int_max_str_digits: [
        "(maxdigits)",
        (digits: PyObject) => {
          const n = Number(rt.index(digits));
          if (n !== 0 && n < 640) throw rt.error("ValueError", "maxdigits must be 0 or larger than 640");
          rt.maxStrDigits = n;
        },
      ],
      is_finalizing: ["()", () => false],
      gettrace: ["()", () => rt.none],
      getprofile: ["()", () => rt.none],
      settrace: [
        "(tracefunc, /)",
        (func: PyObject) => {
          if (func !== rt.none)
            throw rt.error("NotImplementedError", "sys.settrace() is not available in the sandbox");
        },
      ],
      setprofile: [
        "(profilefunc, /)",
        (func: PyObject) => {
          if (func !== rt.none)
            throw rt.error("NotImplementedError", "sys.setprofile() is not available in the sandbox");
        },
      ],
      audit: ["(event, /, *args)", () => rt.none],
      addaudithook: unsupported(rt, "sys", "addaudithook"),
      _clear_type_cache: ["()", () => rt.none],
      call_tracing: unsupported(rt, "sys", "call_tracing"),
      excepthook: [
        "(exctype, value, traceback, /)",
        (_type: PyObject, value: PyObject) =>
          write(frames()?.tracebacks?.format?.(value) ?? `${rt.exceptions.describe(value)}\n`),
      ],
      unraisablehook: ["(unraisable, /)", () => rt.none],
      displayhook: [
        "(object, /)",
        (object: PyObject) => {
          if (object === rt.none) return;
          rt.imports.builtins.$d!.setStr("_", object);
          rt.callMethod1(rt.getattr(rt.importModule("sys"), "stdout"), "write", str(`${rt.repr(object)}\n`));
        },
      ],
    });
    set({
      __excepthook__: module.getStr("excepthook")!,
      __displayhook__: module.getStr("displayhook")!,
      __unraisablehook__: module.getStr("unraisablehook")!,
    });
    void textOf;
    void osError;
  });
}
