/**
 * The VM without a standard library: one object, one interpreter. Two of them share nothing. What embedders get is
 * src/embed/python-vm.ts, which adds the modules, typed conversions and native types.
 *
 * Order of birth: the constructor loads the runtime, installs code generation, runs `options.modules` (register native
 * modules and types there) and seals. From then on imports work and registration is an error.
 */
import { SandbakeError } from "../diagnostics/errors.js";
import { Budget, type Limits } from "../sandbox/budget.js";
import type { Host } from "../sandbox/host.js";
import { registerBasicSys } from "./basic-sys.js";
import type { CodeCache } from "./codegen/cache.js";
import { installCode } from "./codegen/system.js";
import type { Finder } from "./runtime/imports.js";
import type { PyDict, PyObject } from "./runtime/objects.js";
import { Runtime } from "./runtime/runtime.js";

export interface PythonVMOptions {
  /** Files, clock, environment; modules that need one say so when there is none. */
  readonly host?: Host;
  readonly budget?: Budget;
  /** Limits of a budget made here; not together with `budget`. */
  readonly limits?: Partial<Limits>;
  /** Where `import` finds Python source, asked in order. */
  readonly finders?: readonly Finder[];
  /** Registers native modules and types (rt.registerModule, rt.lifecycle.define), before the VM is sealed. */
  readonly modules?: (rt: Runtime) => void;
  /** Generated code shared with other VMs and, when it has a store, with later processes. */
  readonly codeCache?: CodeCache;
  /** Gets what Python prints, when `modules` brings no `sys` of its own; dropped otherwise. */
  readonly stdout?: (text: string) => void;
  readonly stderr?: (text: string) => void;
}

export interface ExecOptions {
  /** Name in tracebacks; "<string>" unless given. */
  readonly filename?: string;
  /** Namespace; the VM's `__main__` unless given. */
  readonly globals?: PyDict;
  readonly locals?: PyObject;
  /** Line number of the text's first line. */
  readonly firstLine?: number;
}

/** A step of a traceback. */
export interface PythonFrame {
  readonly file: string;
  readonly line: number;
  readonly function: string;
}

/**
 * What an exception of Python is to a TypeScript caller. `detail.file` and `detail.line` are the innermost frame's.
 * Caught by a native function and thrown on, it is the same exception in Python again.
 */
export class PythonError extends SandbakeError {
  override name = "PythonError";
  constructor(
    /** "ValueError", "mymodule.MyError" */
    readonly type: string,
    readonly text: string,
    /** As CPython prints it. */
    readonly traceback: string,
    /** The Python exception itself. */
    readonly exception: PyObject,
    /** From the outermost call to where it was raised. */
    readonly frames: readonly PythonFrame[] = [],
  ) {
    const last = frames.at(-1);
    super(
      "python-exception",
      text === "" ? type : `${type}: ${text}`,
      last === undefined ? {} : { file: last.file, line: last.line },
    );
  }

  /** Whether an `except` of that class would catch it: a builtin exception's name ("OSError") or a dotted one. */
  is(name: string): boolean {
    return this.exception.ob$type.$mro.some((type) => {
      const module = type.$heap ? (type.$ns.get("__module__")?.v as unknown) : type.$module;
      return module === "builtins" ? type.$qualname === name : `${String(module)}.${type.$qualname}` === name;
    });
  }
}

export class PythonVM {
  readonly runtime: Runtime;
  /** Namespace of `__main__`. */
  readonly globals: PyDict;

  /** @throws SandbakeError "vm-order" when registration is done out of order */
  constructor(options: PythonVMOptions = {}) {
    if (options.budget !== undefined && options.limits !== undefined) {
      throw new SandbakeError("vm-options", "give a budget or limits, not both");
    }
    const rt = new Runtime({
      ...(options.host === undefined ? {} : { host: options.host }),
      budget: options.budget ?? new Budget(options.limits),
    });
    this.runtime = rt;
    installCode(rt, options.codeCache);
    options.modules?.(rt);
    if (!rt.imports.nativeNames.includes("sys")) {
      registerBasicSys(rt, (text, stream) => (stream === "stdout" ? options.stdout : options.stderr)?.(text));
    }
    for (const finder of options.finders ?? []) rt.addFinder(finder);
    rt.seal();
    const main = rt.newModule("__main__");
    rt.imports.modules.setStr("__main__", main);
    this.globals = rt.instanceDict(main);
    this.globals.setStr("__builtins__", rt.imports.builtins);
  }

  /** Runs statements. @throws PythonError, LimitError */
  exec(source: string, options: ExecOptions = {}): void {
    this.translate(() => {
      const code = this.runtime.compile(source, {
        filename: options.filename ?? "<string>",
        mode: "exec",
        ...first(options),
      });
      this.runtime.exec(code, this.namespace(options), options.locals);
    });
  }

  /** The value of an expression. @throws PythonError, LimitError */
  eval(source: string, options: ExecOptions = {}): PyObject {
    return this.translate(() => {
      const code = this.runtime.compile(source, {
        filename: options.filename ?? "<string>",
        mode: "eval",
        ...first(options),
      });
      return this.runtime.eval(code, this.namespace(options), options.locals);
    });
  }

  /**
   * Calls a Python callable, or the global of that name, with arguments converted by `fromJs`.
   * @throws PythonError, LimitError
   */
  call(f: PyObject | string, ...args: unknown[]): PyObject {
    return this.translate(() => {
      const rt = this.runtime;
      return rt.code.thread.guard(() =>
        rt.call(
          this.callable(f),
          args.map((a) => this.fromJs(a)),
        ),
      );
    });
  }

  private namespace({ globals, locals }: ExecOptions): PyDict {
    if (locals !== undefined) this.runtime.own(locals);
    return globals === undefined ? this.globals : this.runtime.own(globals);
  }

  /** A callable of this VM, or the global or builtin of that name. @throws NameError (Python) */
  protected callable(f: PyObject | string): PyObject {
    const rt = this.runtime;
    const found =
      typeof f === "string" ? (this.globals.getStr(f) ?? rt.imports.builtins.$d?.getStr(f)) : rt.own(f);
    if (found === undefined) throw rt.error("NameError", `name '${f as string}' is not defined`);
    return found;
  }

  /** The module of a dotted name. @throws PythonError */
  importModule(name: string): PyObject {
    return this.translate(() => this.runtime.code.thread.guard(() => this.runtime.importModule(name)));
  }

  /** Plain JavaScript data as Python values: see docs of Runtime.fromJs. */
  fromJs(value: unknown): PyObject {
    return this.runtime.fromJs(value);
  }

  /** Python values as plain data; an object that is none comes as it is. */
  toJs(value: PyObject): unknown {
    return this.translate(() => this.runtime.toJs(value));
  }

  /** Python exceptions become PythonError; limits and our own errors pass. */
  protected translate<T>(run: () => T): T {
    try {
      return run();
    } catch (e) {
      const rt = this.runtime;
      if (!rt.isException(e)) throw e;
      const [type = "", ...rest] = rt.code.tracebacks.formatException(e).trimEnd().split(": ");
      throw new PythonError(type, rest.join(": "), rt.formatException(e), e, framesOf(rt, e));
    }
  }
}

function framesOf(rt: Runtime, e: PyObject): PythonFrame[] {
  const frames: PythonFrame[] = [];
  let at = rt.getattr(e, "__traceback__");
  while (at !== rt.none) {
    const code = rt.getattr(rt.getattr(at, "tb_frame"), "f_code");
    frames.push({
      file: rt.strOf(rt.getattr(code, "co_filename")),
      line: Number(rt.getattr(at, "tb_lineno").v),
      function: rt.strOf(rt.getattr(code, "co_name")),
    });
    at = rt.getattr(at, "tb_next");
  }
  return frames;
}

function first(options: ExecOptions): { firstLine?: number } {
  return options.firstLine === undefined ? {} : { firstLine: options.firstLine };
}
