/**
 * The builtin exception classes, as CPython 3.11 has them (Objects/exceptions.c): hierarchy, constructors, attributes, str.
 * Groups are in groups.ts, OSError in oserror.ts, the Unicode errors in unicode-errors.ts.
 */
import type { KwArgs, PyObject, PyType } from "../objects.js";
import type { TypeSpec } from "../native.js";
import type { Runtime } from "../runtime.js";
import { installGroups } from "./groups.js";
import { installOSErrors } from "./oserror.js";
import { argsText, baseInit, field, takeKeywords, type ExceptionTable } from "./exception-support.js";
import { installUnicodeErrors } from "./unicode-errors.js";

export function installExceptions(rt: Runtime): ExceptionTable {
  const table: ExceptionTable = new Map();
  const define = (name: string, base: string, doc: string, more: Partial<TypeSpec> = {}): PyType => {
    const type = rt.defineType({ name, base: table.get(base), doc, ...more }) as PyType;
    table.set(name, type);
    return type;
  };
  table.set("BaseException", baseException(rt));

  define("Exception", "BaseException", "Common base class for all non-exit exceptions.");
  define("GeneratorExit", "BaseException", "Request that a generator exit.");
  define("KeyboardInterrupt", "BaseException", "Program interrupted by user.");
  define("SystemExit", "BaseException", "Request to exit from the interpreter.", {
    slots: {
      tp$init(this: any, args: PyObject[], kw?: KwArgs) {
        baseInit(rt, this, args, kw);
        this.$code = args.length === 0 ? rt.none : args.length === 1 ? args[0] : rt.tuple([...args]);
      },
    },
    getset: { code: field(rt, "$code") },
  });

  for (const [name, base, doc] of plain) {
    define(name, base, doc);
    if (name === "OSError") throw new Error("OSError has a file of its own");
  }

  define("StopIteration", "Exception", "Signal the end from iterator.__next__().", {
    slots: {
      tp$init(this: any, args: PyObject[], kw?: KwArgs) {
        baseInit(rt, this, args, kw);
        this.$value = args[0] ?? rt.none;
      },
    },
    getset: { value: field(rt, "$value") },
  });
  define("KeyError", "LookupError", "Mapping key not found.", {
    slots: {
      tp$str(this: any) {
        return this.$args.length === 1 ? rt.str(rt.repr(this.$args[0] as PyObject)) : argsText(rt, this);
      },
    },
  });
  define("AttributeError", "Exception", "Attribute not found.", {
    slots: {
      tp$init(this: any, args: PyObject[], kw?: KwArgs) {
        const rest = takeKeywords(rt, "AttributeError", kw, ["name", "obj"]);
        baseInit(rt, this, args, undefined);
        this.$nameText = rest[0];
        this.$obj = rest[1];
      },
    },
    getset: { name: field(rt, "$nameText"), obj: field(rt, "$obj") },
  });
  define("NameError", "Exception", "Name not found globally.", {
    slots: {
      tp$init(this: any, args: PyObject[], kw?: KwArgs) {
        const rest = takeKeywords(rt, "NameError", kw, ["name"]);
        baseInit(rt, this, args, undefined);
        this.$nameText = rest[0];
      },
    },
    getset: { name: field(rt, "$nameText") },
  });
  define("UnboundLocalError", "NameError", "Local name referenced but not bound to a value.");
  define("ImportError", "Exception", "Import can't find module, or can't find name in module.", {
    slots: {
      tp$init(this: any, args: PyObject[], kw?: KwArgs) {
        const rest = takeKeywords(rt, "ImportError", kw, ["name", "path"]);
        baseInit(rt, this, args, undefined);
        this.$nameText = rest[0];
        this.$path = rest[1];
        this.$msg = args.length === 1 ? args[0] : undefined;
      },
      tp$str(this: any) {
        return this.$msg !== undefined && rt.isStr(this.$msg as PyObject) ? this.$msg : argsText(rt, this);
      },
    },
    getset: { name: field(rt, "$nameText"), path: field(rt, "$path"), msg: field(rt, "$msg") },
    methods: {
      __reduce__: [
        "(self, /)",
        (e: any) => {
          const state = rt.dict(
            e.$d === undefined
              ? []
              : [...rt.iterate(e.$d as PyObject)].map((k) => [k, rt.getItem(e.$d as PyObject, k)] as const),
          );
          if (e.$nameText !== undefined) state.setStr("name", e.$nameText as PyObject);
          if (e.$path !== undefined) state.setStr("path", e.$path as PyObject);
          const head = [e.ob$type as PyObject, rt.tuple([...(e.$args as PyObject[])])];
          return rt.tuple(rt.len(state) === 0 ? head : [...head, state]);
        },
      ],
    },
  });
  define("ModuleNotFoundError", "ImportError", "Module not found.");
  syntaxErrors(rt, define);
  installOSErrors(rt, table);
  installUnicodeErrors(rt, table);
  for (const [name, doc] of warnings) define(name, name === "Warning" ? "Exception" : "Warning", doc);
  installGroups(rt, table);
  return table;
}

const plain: readonly (readonly [name: string, base: string, doc: string])[] = [
  ["ArithmeticError", "Exception", "Base class for arithmetic errors."],
  ["FloatingPointError", "ArithmeticError", "Floating point operation failed."],
  ["OverflowError", "ArithmeticError", "Result too large to be represented."],
  ["ZeroDivisionError", "ArithmeticError", "Second argument to a division or modulo operation was zero."],
  ["AssertionError", "Exception", "Assertion failed."],
  ["BufferError", "Exception", "Buffer error."],
  ["EOFError", "Exception", "Read beyond end of file."],
  ["LookupError", "Exception", "Base class for lookup errors."],
  ["IndexError", "LookupError", "Sequence index out of range."],
  ["MemoryError", "Exception", "Out of memory."],
  ["ReferenceError", "Exception", "Weak ref proxy used after referent went away."],
  ["RuntimeError", "Exception", "Unspecified run-time error."],
  ["NotImplementedError", "RuntimeError", "Method or function hasn't been implemented yet."],
  ["RecursionError", "RuntimeError", "Recursion limit exceeded."],
  ["StopAsyncIteration", "Exception", "Signal the end from iterator.__anext__()."],
  [
    "SystemError",
    "Exception",
    "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.",
  ],
  ["TypeError", "Exception", "Inappropriate argument type."],
  ["ValueError", "Exception", "Inappropriate argument value (of correct type)."],
];

const warnings: readonly (readonly [name: string, doc: string])[] = [
  ["Warning", "Base class for warning categories."],
  [
    "BytesWarning",
    "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.",
  ],
  ["DeprecationWarning", "Base class for warnings about deprecated features."],
  ["EncodingWarning", "Base class for warnings about encodings."],
  ["FutureWarning", "Base class for warnings about constructs that will change semantically\nin the future."],
  ["ImportWarning", "Base class for warnings about probable mistakes in module imports"],
  [
    "PendingDeprecationWarning",
    "Base class for warnings about features which will be deprecated\nin the future.",
  ],
  ["ResourceWarning", "Base class for warnings about resource usage."],
  ["RuntimeWarning", "Base class for warnings about dubious runtime behavior."],
  ["SyntaxWarning", "Base class for warnings about dubious syntax."],
  [
    "UnicodeWarning",
    "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.",
  ],
  ["UserWarning", "Base class for warnings generated by user code."],
];

function baseException(rt: Runtime): PyType {
  const construct = function (this: any): void {
    this.$d = undefined;
    this.$args = [];
    this.$cause = undefined;
    this.$context = undefined;
    this.$suppress = false;
    this.$traceback = undefined;
  };
  const exceptionOrNone = (v: PyObject | undefined, what: string): PyObject | undefined => {
    if (v === undefined) throw rt.error("TypeError", `${what} may not be deleted`);
    if (v === rt.none) return undefined;
    if (!rt.isException(v))
      throw rt.error("TypeError", `exception ${what.slice(2, -2)} must be None or derive from BaseException`);
    return v;
  };
  const type = rt.defineType({
    name: "BaseException",
    construct,
    dict: true,
    doc: "Common base class for all exceptions.",
    slots: {
      tp$new(this: PyObject, args: PyObject[]) {
        const self = rt.alloc(this.constructor);
        self.$args = args.slice();
        self.$suppress = false;
        return self as PyObject;
      },
      tp$init(this: any, args: PyObject[], kw?: KwArgs) {
        baseInit(rt, this, args, kw);
      },
      tp$str(this: any) {
        return argsText(rt, this);
      },
      $r(this: any) {
        const args = this.$args as PyObject[];
        const inside = args.length === 1 ? `(${rt.repr(args[0])})` : rt.repr(rt.tuple([...args]));
        return rt.str(`${rt.typeName(this as PyObject)}${inside}`);
      },
    },
    proto: {
      /** For JS tools that print what was thrown. */
      get message() {
        return rt.exceptions.describe(this as unknown as PyObject);
      },
      toString(this: PyObject) {
        return rt.exceptions.describe(this);
      },
    },
    getset: {
      args: {
        get: (e) => rt.tuple([...(e.$args as PyObject[])]),
        set: (e, v) => {
          if (v === undefined) throw rt.error("TypeError", "args may not be deleted");
          e.$args = [...rt.iterate(v)];
        },
      },
      __cause__: {
        get: (e) => e.$cause ?? rt.none,
        set: (e, v) => {
          e.$cause = exceptionOrNone(v, "__cause__");
          e.$suppress = true;
        },
        doc: "exception cause",
      },
      __context__: {
        get: (e) => e.$context ?? rt.none,
        set: (e, v) => {
          e.$context = exceptionOrNone(v, "__context__");
        },
        doc: "exception context",
      },
      __suppress_context__: {
        get: (e) => rt.bool(e.$suppress === true),
        set: (e, v) => {
          e.$suppress = v !== undefined && rt.isTrue(v);
        },
      },
      __traceback__: {
        get: (e) => e.$traceback ?? rt.none,
        set: (e, v) => {
          if (v === undefined) throw rt.error("TypeError", "__traceback__ may not be deleted");
          setTraceback(rt, e, v);
        },
      },
      __dict__: { get: (e: PyObject) => rt.instanceDict(e) },
    },
    methods: {
      with_traceback: [
        "(self, tb, /)",
        (e: any, tb: PyObject) => {
          setTraceback(rt, e, tb);
          return e;
        },
        "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.",
      ],
      add_note: [
        "(self, note, /)",
        (e: PyObject, note: PyObject) => {
          if (!rt.isStr(note)) throw rt.error("TypeError", `note must be a str, not '${rt.tpName(note)}'`);
          const d = rt.instanceDict(e);
          const notes = d.getStr("__notes__");
          if (notes === undefined) d.setStr("__notes__", rt.list([note]));
          else if (!rt.isInstance(notes, rt.types["list"]))
            throw rt.error("TypeError", "Cannot add note: __notes__ is not a list");
          else rt.callMethod1(notes, "append", note);
        },
        "Exception.add_note(note) --\n    add a note to the exception",
      ],
      __reduce__: [
        "(self, /)",
        (e: any) => {
          const head = [e.ob$type as PyObject, rt.tuple([...(e.$args as PyObject[])])];
          return rt.tuple(e.$d === undefined ? head : [...head, e.$d as PyObject]);
        },
      ],
      __setstate__: [
        "(self, state, /)",
        (e: PyObject, state: PyObject) => {
          if (state === rt.none) return;
          if (!rt.isInstance(state, rt.types["dict"]))
            throw rt.error("TypeError", "state is not a dictionary");
          for (const k of rt.iterate(state)) rt.setattr(e, rt.attributeName(k), rt.getItem(state, k));
        },
      ],
    },
  }) as PyType;
  return type;
}

function setTraceback(rt: Runtime, e: any, v: PyObject): void {
  const type = rt.types["traceback"] as PyType | undefined;
  if (v !== rt.none && (type === undefined || !rt.isInstance(v, type)))
    throw rt.error("TypeError", "__traceback__ must be a traceback or None");
  e.$traceback = v === rt.none ? undefined : v;
}

function syntaxErrors(
  rt: Runtime,
  define: (name: string, base: string, doc: string, more?: Partial<TypeSpec>) => PyType,
): void {
  const names = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"] as const;
  const keys = names.map((n) => `$${n}`);
  define("SyntaxError", "Exception", "Invalid syntax.", {
    slots: {
      tp$init(this: any, args: PyObject[], kw?: KwArgs) {
        baseInit(rt, this, args, kw);
        if (args.length > 0) this.$msg = args[0];
        if (args.length !== 2) return;
        const details = [...rt.iterate(args[1])];
        if (details.length < 4)
          throw rt.error("TypeError", `function takes at least 4 arguments (${details.length} given)`);
        if (details.length > 6)
          throw rt.error("TypeError", `function takes at most 6 arguments (${details.length} given)`);
        if (details.length === 5)
          throw rt.error("TypeError", "end_offset must be provided when end_lineno is provided");
        details.forEach((v, i) => {
          this[keys[i]] = v;
        });
      },
      tp$str(this: any) {
        const file = this.$filename as PyObject | undefined;
        const name =
          file !== undefined && rt.isStr(file)
            ? (file.v as string).slice((file.v as string).lastIndexOf("/") + 1)
            : undefined;
        const line = this.$lineno as PyObject | undefined;
        const number = line !== undefined && rt.isInt(line) ? line.v : undefined;
        const msg = rt.strOf(this.$msg ?? rt.none);
        if (name === undefined && number === undefined) return rt.str(msg);
        if (number === undefined) return rt.str(`${msg} (${name})`);
        return rt.str(name === undefined ? `${msg} (line ${number})` : `${msg} (${name}, line ${number})`);
      },
    },
    getset: {
      msg: field(rt, "$msg"),
      filename: field(rt, "$filename"),
      lineno: field(rt, "$lineno"),
      offset: field(rt, "$offset"),
      text: field(rt, "$text"),
      end_lineno: field(rt, "$end_lineno"),
      end_offset: field(rt, "$end_offset"),
      print_file_and_line: field(rt, "$print"),
    },
  });
  define("IndentationError", "SyntaxError", "Improper indentation.");
  define("TabError", "IndentationError", "Improper mixture of spaces and tabs.");
}
