/**
 * Native modules of a few functions each: _string, _signal, _locale, pwd, grp, gc, atexit, resource, select, fcntl, _typing,
 * _opcode, _contextvars' fallback, faulthandler, marshal, unicodedata, _imp. What cannot exist in the sandbox says so.
 */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { structSequence } from "./structseq.js";
import { addFunctions, addInts, indexOf, osError, unsupported } from "./support.js";

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

export function installSmall(rt: Runtime, context: ModuleContext): void {
  const { host } = context;
  rt.registerModule("_string", (_, module) => {
    addFunctions(rt, module, {
      formatter_parser: [
        "(format, /)",
        (format: PyObject) => rt.iter(rt.list(parseFormat(rt, rt.strOf(format)))),
      ],
      formatter_field_name_split: ["(field_name, /)", (name: PyObject) => splitField(rt, rt.strOf(name))],
    });
  });
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
        (num: PyObject) => Object.entries(signals).find(([, n]) => n === indexOf(rt, num))?.[0] ?? rt.none,
      ],
      setitimer: unsupported(rt, "signal", "setitimer"),
      pause: unsupported(rt, "signal", "pause"),
      raise_signal: unsupported(rt, "signal", "raise_signal"),
      sigwait: unsupported(rt, "signal", "sigwait"),
    });
  });
  rt.registerModule("_locale", (_, module) => {
    addInts(rt, module, {
      LC_CTYPE: 0,
      LC_NUMERIC: 1,
      LC_TIME: 2,
      LC_COLLATE: 3,
      LC_MONETARY: 4,
      LC_MESSAGES: 5,
      LC_ALL: 6,
      CHAR_MAX: 127,
      CODESET: 14,
      D_T_FMT: 131112,
      D_FMT: 131113,
      T_FMT: 131114,
      RADIXCHAR: 65536,
      THOUSEP: 65537,
      YESEXPR: 327680,
      NOEXPR: 327681,
    });
    const error = rt.buildClass("Error", [rt.builtin("Exception")], { __module__: rt.str("locale") });
    module.setStr("Error", error);
    let current = "C.UTF-8";
    addFunctions(rt, module, {
      setlocale: [
        "(category, locale=None, /)",
        (category: PyObject, locale: PyObject) => {
          const n = indexOf(rt, category);
          if (n < 0 || n > 12) throw rt.call(error, [rt.str("invalid locale category")]);
          if (locale === rt.none) return current;
          const name = rt.strOf(locale);
          // The locales that need no data of the host.
          if (!["", "C", "POSIX", "C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8"].includes(name))
            throw rt.call(error, [rt.str("unsupported locale setting")]);
          current = name === "" ? "C.UTF-8" : name;
          return current;
        },
      ],
      localeconv: [
        "()",
        () =>
          rt.dict([
            ...[
              "int_curr_symbol",
              "currency_symbol",
              "mon_decimal_point",
              "mon_thousands_sep",
              "positive_sign",
              "negative_sign",
              "thousands_sep",
            ].map((name) => [name, rt.str("")] as const),
            ["decimal_point", rt.str(".")] as const,
            ["mon_grouping", rt.list([])] as const,
            ["grouping", rt.list([])] as const,
            ...[
              "int_frac_digits",
              "frac_digits",
              "p_cs_precedes",
              "p_sep_by_space",
              "n_cs_precedes",
              "n_sep_by_space",
              "p_sign_posn",
              "n_sign_posn",
            ].map((name) => [name, rt.int(127)] as const),
          ]),
      ],
      nl_langinfo: [
        "(key, /)",
        (key: PyObject) =>
          ({
            14: "UTF-8",
            65536: ".",
            131112: "%a %b %e %H:%M:%S %Y",
            131113: "%m/%d/%y",
            131114: "%H:%M:%S",
          })[indexOf(rt, key)] ?? "",
      ],
      strcoll: [
        "(a, b, /)",
        (a: PyObject, b: PyObject) =>
          rt.int(rt.compareBool(a, b, "Lt") ? -1 : rt.compareBool(a, b, "Gt") ? 1 : 0),
      ],
      strxfrm: ["(string, /)", (text: PyObject) => text],
      getencoding: ["()", () => "utf-8"],
    });
  });
  rt.registerModule("pwd", (_, module) => {
    const entry = structSequence(rt, "pwd", "struct_passwd", [
      "pw_name",
      "pw_passwd",
      "pw_uid",
      "pw_gid",
      "pw_gecos",
      "pw_dir",
      "pw_shell",
    ]);
    module.setStr("struct_passwd", entry.type);
    const me = (): PyObject =>
      entry.make([
        rt.str(host.user),
        rt.str("x"),
        rt.int(host.uid),
        rt.int(host.gid),
        rt.str(host.user),
        rt.str(host.home),
        rt.str("/bin/sh"),
      ]);
    addFunctions(rt, module, {
      getpwnam: [
        "(name, /)",
        (name: PyObject) => {
          if (rt.strOf(name) !== host.user)
            throw rt.error("KeyError", `getpwnam(): name not found: ${rt.repr(name)}`);
          return me();
        },
      ],
      getpwuid: [
        "(uid, /)",
        (uid: PyObject) => {
          if (indexOf(rt, uid) !== host.uid)
            throw rt.error("KeyError", `getpwuid(): uid not found: ${indexOf(rt, uid)}`);
          return me();
        },
      ],
      getpwall: ["()", () => rt.list([me()])],
    });
  });
  rt.registerModule("grp", (_, module) => {
    const entry = structSequence(rt, "grp", "struct_group", ["gr_name", "gr_passwd", "gr_gid", "gr_mem"]);
    module.setStr("struct_group", entry.type);
    const mine = (): PyObject => entry.make([rt.str(host.user), rt.str("x"), rt.int(host.gid), rt.list([])]);
    addFunctions(rt, module, {
      getgrnam: [
        "(name)",
        (name: PyObject) => {
          if (rt.strOf(name) !== host.user)
            throw rt.error("KeyError", `getgrnam(): name not found: ${rt.repr(name)}`);
          return mine();
        },
      ],
      getgrgid: [
        "(id)",
        (id: PyObject) => {
          if (indexOf(rt, id) !== host.gid)
            throw rt.error("KeyError", `getgrgid(): gid not found: ${indexOf(rt, id)}`);
          return mine();
        },
      ],
      getgrall: ["()", () => rt.list([mine()])],
    });
  });
  rt.registerModule("gc", (_, module) => {
    let enabled = true;
    addFunctions(rt, module, {
      collect: ["(generation=2)", () => rt.int(0)],
      enable: [
        "()",
        () => {
          enabled = true;
        },
      ],
      disable: [
        "()",
        () => {
          enabled = false;
        },
      ],
      isenabled: ["()", () => enabled],
      get_threshold: ["()", () => rt.tuple([rt.int(700), rt.int(10), rt.int(10)])],
      set_threshold: ["(*args)", () => rt.none],
      get_count: ["()", () => rt.tuple([rt.int(0), rt.int(0), rt.int(0)])],
      freeze: ["()", () => rt.none],
      unfreeze: ["()", () => rt.none],
      is_tracked: ["(obj, /)", () => false],
      get_objects: unsupported(rt, "gc", "get_objects"),
      get_referrers: unsupported(rt, "gc", "get_referrers"),
      get_referents: unsupported(rt, "gc", "get_referents"),
    });
    module.setStr("garbage", rt.list([]));
    module.setStr("callbacks", rt.list([]));
  });
  rt.registerModule("atexit", (_, module) => {
    const registered: [PyObject, PyObject[], Map<string, PyObject>][] = [];
    addFunctions(rt, module, {
      register: [
        "(func, /, *args, **kwargs)",
        (func: PyObject, args: PyObject[], kw: Map<string, PyObject>) => {
          registered.push([func, args, kw]);
          return func;
        },
      ],
      unregister: [
        "(func, /)",
        (func: PyObject) => {
          for (let i = registered.length - 1; i >= 0; i--)
            if (rt.equals(registered[i][0], func)) registered.splice(i, 1);
        },
      ],
      _run_exitfuncs: [
        "()",
        () => {
          for (let entry = registered.pop(); entry !== undefined; entry = registered.pop())
            rt.call(entry[0], entry[1], [...entry[2]].flat());
        },
      ],
      _clear: [
        "()",
        () => {
          registered.length = 0;
        },
      ],
      _ncallbacks: ["()", () => rt.int(registered.length)],
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
    addInts(rt, module, { POLLIN: 1, POLLPRI: 2, POLLOUT: 4, POLLERR: 8, POLLHUP: 16, POLLNVAL: 32 });
    addFunctions(rt, module, {
      select: unsupported(rt, "select", "select"),
      poll: unsupported(rt, "select", "poll"),
      epoll: unsupported(rt, "select", "epoll"),
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
  rt.registerModule("_imp", (_, module) => {
    addFunctions(rt, module, {
      lock_held: ["()", () => false],
      acquire_lock: ["()", () => rt.none],
      release_lock: ["()", () => rt.none],
      is_builtin: [
        "(name, /)",
        (name: PyObject) => rt.int(rt.imports.nativeNames.includes(rt.strOf(name)) ? 1 : 0),
      ],
      _override_frozen_modules_for_tests: ["(override, /)", () => rt.none],
      is_frozen: ["(name, /)", () => false],
      is_frozen_package: ["(name, /)", () => false],
      extension_suffixes: ["()", () => rt.list([])],
      source_hash: unsupported(rt, "_imp", "source_hash"),
      create_dynamic: unsupported(rt, "_imp", "create_dynamic"),
    });
    module.setStr("check_hash_based_pycs", rt.str("default"));
  });
  rt.registerModule("_typing", (_, module) =>
    addFunctions(rt, module, { _idfunc: ["(x, /)", (x: PyObject) => x] }),
  );
  rt.registerModule("_opcode", (_, module) =>
    addFunctions(rt, module, {
      stack_effect: unsupported(rt, "_opcode", "stack_effect"),
      get_specialization_stats: ["()", () => rt.none],
    }),
  );
  rt.registerModule("faulthandler", (_, module) =>
    addFunctions(rt, module, {
      enable: ["(*args, **kw)", () => rt.none],
      disable: ["()", () => rt.none],
      is_enabled: ["()", () => false],
      register: ["(*args, **kw)", () => rt.none],
      unregister: ["(*args)", () => rt.none],
      dump_traceback: ["(*args, **kw)", () => rt.none],
    }),
  );
  rt.registerModule("_contextvars", (_, module) => fillContextVars(rt, module));
  rt.registerModule("unicodedata", (_, module) => {
    module.setStr("unidata_version", rt.str("15.0.0"));
    const category = (c: string): string => {
      for (const name of [
        "Lu",
        "Ll",
        "Lt",
        "Lm",
        "Lo",
        "Mn",
        "Mc",
        "Me",
        "Nd",
        "Nl",
        "No",
        "Pc",
        "Pd",
        "Ps",
        "Pe",
        "Pi",
        "Pf",
        "Po",
        "Sm",
        "Sc",
        "Sk",
        "So",
        "Zs",
        "Zl",
        "Zp",
        "Cc",
        "Cf",
        "Cs",
        "Co",
      ]) {
        if (new RegExp(`^\\p{${name}}$`, "u").test(c)) return name;
      }
      return "Cn";
    };
    const one = (text: PyObject): string => {
      const chars = rt.isStr(text) ? Array.from(text.v as string) : [];
      if (chars.length !== 1) throw rt.error("TypeError", "need a single Unicode character as parameter");
      return chars[0];
    };
    const digitOf = (c: string): number | undefined => {
      if (!/^\p{Nd}$/u.test(c)) return undefined;
      let zero = c.codePointAt(0)!;
      const code = zero;
      while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
      return code - zero;
    };
    const number =
      (what: string) =>
      (text: PyObject, otherwise: PyObject | undefined): PyObject => {
        const value = digitOf(one(text));
        if (value !== undefined) return what === "numeric" ? rt.float(value) : rt.int(value);
        if (otherwise === undefined)
          throw rt.error("ValueError", `not a ${what === "numeric" ? "numeric character" : what}`);
        return otherwise;
      };
    addFunctions(rt, module, {
      normalize: [
        "(form, unistr, /)",
        (form: PyObject, text: PyObject) => {
          const name = rt.strOf(form);
          if (!["NFC", "NFD", "NFKC", "NFKD"].includes(name))
            throw rt.error("ValueError", "invalid normalization form");
          return rt.strOf(text).normalize(name);
        },
      ],
      is_normalized: [
        "(form, unistr, /)",
        (form: PyObject, text: PyObject) => rt.strOf(text).normalize(rt.strOf(form)) === rt.strOf(text),
      ],
      category: ["(chr, /)", (text: PyObject) => category(one(text))],
      decimal: ["(chr, default=..., /)", number("decimal")],
      digit: ["(chr, default=..., /)", number("digit")],
      numeric: ["(chr, default=..., /)", number("numeric")],
      combining: ["(chr, /)", (text: PyObject) => rt.int(/^\p{Mn}$/u.test(one(text)) ? 230 : 0)],
      east_asian_width: [
        "(chr, /)",
        (text: PyObject) =>
          /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$/u.test(
            one(text),
          )
            ? "W"
            : "N",
      ],
      name: unsupported(rt, "unicodedata", "name"),
      lookup: unsupported(rt, "unicodedata", "lookup"),
      bidirectional: unsupported(rt, "unicodedata", "bidirectional"),
      mirrored: unsupported(rt, "unicodedata", "mirrored"),
      decomposition: unsupported(rt, "unicodedata", "decomposition"),
    });
  });
}

/** `{}` texts of str.format: tuples of literal, field, spec and conversion. */
function parseFormat(rt: Runtime, format: string): PyObject[] {
  const out: PyObject[] = [];
  let literal = "";
  let i = 0;
  while (i < format.length) {
    const c = format[i];
    if (c !== "{" && c !== "}") {
      literal += c;
      i++;
      continue;
    }
    if (format[i + 1] === c) {
      out.push(rt.tuple([rt.str(literal + c), rt.none, rt.none, rt.none]));
      literal = "";
      i += 2;
      continue;
    }
    if (c === "}") throw rt.error("ValueError", "Single '}' encountered in format string");
    let depth = 1;
    let j = i + 1;
    for (; j < format.length && depth > 0; j++) {
      if (format[j] === "{") depth++;
      else if (format[j] === "}") depth--;
    }
    if (i + 1 >= format.length) throw rt.error("ValueError", "Single '{' encountered in format string");
    if (depth > 0) throw rt.error("ValueError", "expected '}' before end of string");
    const body = format.slice(i + 1, j - 1);
    let brackets = 0;
    let cut = 0;
    for (; cut < body.length; cut++) {
      if (body[cut] === "[") brackets++;
      else if (body[cut] === "]") brackets--;
      else if (brackets <= 0 && (body[cut] === ":" || body[cut] === "!")) break;
    }
    const field = body.slice(0, cut);
    let conversion: string | undefined;
    let rest = body.slice(cut);
    if (rest.startsWith("!")) {
      conversion = rest[1];
      if (conversion === undefined)
        throw rt.error("ValueError", "end of string while looking for conversion specifier");
      rest = rest.slice(2);
      if (rest !== "" && !rest.startsWith(":"))
        throw rt.error("ValueError", "expected ':' after conversion specifier");
    }
    out.push(
      rt.tuple([
        rt.str(literal),
        rt.str(field),
        rt.str(rest.slice(1)),
        conversion === undefined ? rt.none : rt.str(conversion),
      ]),
    );
    literal = "";
    i = j;
  }
  if (literal !== "") out.push(rt.tuple([rt.str(literal), rt.none, rt.none, rt.none]));
  return out;
}

function splitField(rt: Runtime, name: string): PyObject {
  const head = /^[^.[]*/.exec(name)![0];
  const first = /^\d+$/.test(head) ? rt.int(Number(head)) : rt.str(head);
  const parts: PyObject[] = [];
  let rest = name.slice(head.length);
  while (rest !== "") {
    if (rest.startsWith(".")) {
      const attribute = /^\.([^.[]*)/.exec(rest)!;
      if (attribute[1] === "") throw rt.error("ValueError", "Empty attribute in format string");
      parts.push(rt.tuple([rt.true, rt.str(attribute[1])]));
      rest = rest.slice(attribute[0].length);
    } else if (rest.startsWith("[")) {
      const end = rest.indexOf("]");
      if (end < 0) throw rt.error("ValueError", "Missing ']' in format string");
      const key = rest.slice(1, end);
      if (key === "") throw rt.error("ValueError", "Empty attribute in format string");
      parts.push(rt.tuple([rt.false, /^\d+$/.test(key) ? rt.int(Number(key)) : rt.str(key)]));
      rest = rest.slice(end + 1);
    } else throw rt.error("ValueError", "Only '.' or '[' may follow ']' in format field specifier");
  }
  return rt.tuple([first, rt.iter(rt.list(parts))]);
}

/** Context variables of one thread: a stack of contexts. */
function fillContextVars(rt: Runtime, module: { setStr(name: string, value: PyObject): void }): void {
  let current = new Map<PyObject, PyObject>();
  const contextType = rt.defineType({
    name: "Context",
    module: "_contextvars",
    new: [
      "(cls)",
      (cls: PyType) => Object.assign(rt.alloc(cls) as object, { values: new Map<PyObject, PyObject>() }),
    ],
    methods: {
      run: [
        "(self, callable, /, *args, **kwargs)",
        (self: any, f: PyObject, args: PyObject[], kw: Map<string, PyObject>) => {
          const before = current;
          current = self.values;
          try {
            return rt.call(f, args, [...kw].flat());
          } finally {
            current = before;
          }
        },
      ],
      copy: ["(self)", (self: any) => makeContext(self.values as Map<PyObject, PyObject>)],
      get: [
        "(self, key, default=None, /)",
        (self: any, key: PyObject, otherwise: PyObject) => self.values.get(key) ?? otherwise,
      ],
      keys: ["(self)", (self: any) => rt.list([...self.values.keys()])],
      values: ["(self)", (self: any) => rt.list([...self.values.values()])],
      items: ["(self)", (self: any) => rt.list([...self.values].map((pair) => rt.tuple([...pair])))],
    },
    slots: {
      sq$length(this: any) {
        return this.values.size as number;
      },
      sq$contains(this: any, key: PyObject) {
        return this.values.has(key) as boolean;
      },
      mp$subscript(this: any, key: PyObject) {
        const value = this.values.get(key) as PyObject | undefined;
        if (value === undefined) throw rt.errorWith("KeyError", [key]);
        return value;
      },
      tp$iter(this: any) {
        return rt.iter(rt.list([...this.values.keys()]));
      },
    },
  });
  const makeContext = (values: Map<PyObject, PyObject>): PyObject =>
    Object.assign(rt.alloc(contextType) as PyObject, { values: new Map(values) });
  const missing = rt.alloc(rt.types["object"]) as PyObject;
  const token = rt.defineType({
    name: "Token",
    module: "_contextvars",
    getset: {
      var: { get: (self: any) => self.variable },
      old_value: { get: (self: any) => self.old ?? missing },
    },
  });
  rt.setTypeAttr(token, "MISSING", missing);
  const variable = rt.defineType({
    name: "ContextVar",
    module: "_contextvars",
    new: [
      "(cls, name, *, default=...)",
      (cls: PyType, name: PyObject, otherwise: PyObject | undefined) => {
        if (!rt.isStr(name)) throw rt.error("TypeError", "context variable name must be a str");
        return Object.assign(rt.alloc(cls) as PyObject, { nameObject: name, otherwise });
      },
    ],
    methods: {
      get: [
        "(self, default=..., /)",
        (self: any, otherwise: PyObject | undefined) => {
          const value =
            current.get(self as PyObject) ?? otherwise ?? (self.otherwise as PyObject | undefined);
          if (value === undefined) throw rt.errorWith("LookupError", [self as PyObject]);
          return value;
        },
      ],
      set: [
        "(self, value, /)",
        (self: PyObject, value: PyObject) => {
          const result = Object.assign(rt.alloc(token) as PyObject, {
            variable: self,
            old: current.get(self),
          });
          current.set(self, value);
          return result;
        },
      ],
      reset: [
        "(self, token, /)",
        (self: PyObject, used: any) => {
          if (used.variable !== self)
            throw rt.error(
              "ValueError",
              `${rt.repr(used as PyObject)} was created by a different ContextVar`,
            );
          if (used.old === undefined) current.delete(self);
          else current.set(self, used.old as PyObject);
        },
      ],
    },
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
    },
    getset: { name: { get: (self: any) => self.nameObject } },
  });
  module.setStr("Context", contextType);
  module.setStr("ContextVar", variable);
  module.setStr("Token", token);
  module.setStr(
    "copy_context",
    rt.fn("copy_context()", () => makeContext(current)),
  );
}
