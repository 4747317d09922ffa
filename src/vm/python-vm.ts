/**
 * An embeddable Python: one object, one interpreter. Two of them share nothing.
 *
 *     const vm = new PythonVM({ stdout: (text) => process.stdout.write(text) });
 *     vm.exec("def double(x): return 2 * x");
 *     vm.toJs(vm.call("double", 21)); // 42
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

/** What an exception of Python is to a TypeScript caller: class and message, the traceback's text. */
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
  ) {
    super("python-exception", text === "" ? type : `${type}: ${text}`);
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
      this.runtime.exec(code, options.globals ?? this.globals, options.locals);
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
      return this.runtime.eval(code, options.globals ?? this.globals, options.locals);
    });
  }

  /**
   * Calls a Python callable, or the global of that name, with arguments converted by `fromJs`.
   * @throws PythonError, LimitError
   */
  call(f: PyObject | string, ...args: unknown[]): PyObject {
    return this.translate(() => {
      const rt = this.runtime;
      const callable = typeof f === "string" ? this.globals.getStr(f) : f;
      if (callable === undefined)
        throw rt.error("NameError", `name '${typeof f === "string" ? f : "?"}' is not defined`);
      return rt.code.thread.guard(() =>
        rt.call(
          callable,
          args.map((a) => rt.fromJs(a)),
        ),
      );
    });
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
  private translate<T>(run: () => T): T {
    try {
      return run();
    } catch (e) {
      const rt = this.runtime;
      if (!rt.isException(e)) throw e;
      const [type = "", ...rest] = rt.code.tracebacks.formatException(e).trimEnd().split(": ");
      throw new PythonError(type, rest.join(": "), rt.formatException(e), e);
    }
  }
}

function first(options: ExecOptions): { firstLine?: number } {
  return options.firstLine === undefined ? {} : { firstLine: options.firstLine };
}
