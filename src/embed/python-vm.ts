/**
 * `new PythonVM({ host, limits, modules, path })`: a Python with its standard library inside TypeScript. One object is one
 * interpreter; two share nothing, and a Python object of one is an error in the other. docs/embedding-python.md is the guide.
 *
 * Order of birth, all of it in the constructor: the runtime is loaded, the standard library registered, the types of
 * `modules` defined, made ready and registered, then the modules, and the VM is sealed. From then on imports work.
 */
import { SandbakeError } from "../diagnostics/errors.js";
import { installModules, type ModuleOptions } from "../modules/index.js";
import type { Limits } from "../sandbox/budget.js";
import type { Host } from "../sandbox/host.js";
import { memoryHost } from "../sandbox/host/memory.js";
import { PythonVM as BareVM, type ExecOptions } from "../vm/python-vm.js";
import type { Finder } from "../vm/runtime/imports.js";
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import { converter, NO, type Converter } from "./annotations.js";
import { NativeBinding } from "./binding.js";
import type { NativeModule } from "./native-module.js";
import type { NativeType } from "./native-type.js";
import { readSignature } from "./signature.js";
import type { Arguments, Returned, Value } from "./signature-types.js";

export interface PythonVMOptions extends Omit<ModuleOptions, "host"> {
  /** Files, clock, environment, randomness; an empty memory by default. */
  readonly host?: Host;
  /** Steps, depth, sizes; see `defaultLimits`. What goes beyond ends in LimitError. */
  readonly limits?: Partial<Limits>;
  /** Native modules, in the order in which their types may build on each other. */
  readonly modules?: readonly NativeModule<any>[];
  /** Where `import` finds Python source besides `path`, asked in order after the standard library. */
  readonly finders?: readonly Finder[];
}

/** Keyword arguments of `apply`. */
export type Keywords = Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>;

export class PythonVM extends BareVM {
  readonly host: Host;
  readonly #native: NativeBinding;
  readonly #converters = new Map<string, Converter>();

  /** @throws SandbakeError "vm-order" (a step of the birth is missed), "native-signature" */
  constructor(options: PythonVMOptions = {}) {
    const { host = memoryHost({}), limits, modules = [], finders, ...python } = options;
    let native: NativeBinding | undefined;
    super({
      host,
      ...(limits === undefined ? {} : { limits }),
      ...(finders === undefined ? {} : { finders }),
      modules: (rt) => {
        installModules(rt, { ...python, host });
        native = new NativeBinding(rt);
        native.install(modules);
      },
    });
    this.host = host;
    this.#native = native!;
  }

  // ------------------------------------------------------------------------------------------------- running code
  /** The value of an expression: a Python object, or with `as` the TypeScript value of that annotation. */
  override eval(source: string, options?: ExecOptions): PyObject;
  override eval<const T extends string>(source: string, options: ExecOptions & { readonly as: T }): Value<T>;
  override eval(source: string, options: ExecOptions & { readonly as?: string } = {}): unknown {
    const value = super.eval(source, options);
    return options.as === undefined ? value : this.toJs(value, options.as);
  }

  /** Calls a Python callable, or the global of that name, with positional and keyword arguments. @throws PythonError */
  apply(f: PyObject | string, args: readonly unknown[] = [], keywords: Keywords = {}): PyObject {
    return this.translate(() => {
      const named =
        keywords instanceof Map ? [...(keywords as Map<string, unknown>)] : Object.entries(keywords);
      return this.runtime.code.thread.guard(() =>
        this.runtime.call(
          this.callable(f),
          args.map((arg) => this.fromJs(arg)),
          named.flatMap(([name, value]) => [name, this.fromJs(value)]),
        ),
      );
    });
  }

  /**
   * A Python callable as a TypeScript function: `vm.function("area(w: float, h: float) -> float")` takes the global `area`.
   * Arguments are positional; the result is checked against the annotation at each call.
   */
  function<const S extends string>(
    signature: S,
    callable?: PyObject,
  ): (...args: Arguments<S>) => Returned<S> {
    const { name, parameters, result } = readSignature(signature);
    const writers = parameters.map(({ type }) => this.#converter(type));
    const label = name === "" ? "the function" : `${name}()`;
    return (...args) => {
      const given = this.translate(() =>
        (args as unknown[]).map((arg, i) => {
          const written = writers[i] === undefined ? this.fromJs(arg) : writers[i].write(arg);
          if (written !== NO) return written;
          throw new SandbakeError(
            "no-conversion",
            `argument ${i + 1} of ${label} should be ${parameters[i]?.type}, and is a JavaScript ${typeof arg}`,
          );
        }),
      );
      return this.toJs(this.apply(callable ?? name, given), result) as Returned<S>;
    };
  }

  /** The module of a dotted name, imported. @throws PythonError (ModuleNotFoundError and what its code raises) */
  import(name: string): PyObject {
    return this.importModule(name);
  }

  /** Starts counting steps from nought: a new unit of work. */
  renew(): void {
    this.runtime.budget.renew();
  }

  // ------------------------------------------------------------------------------------------------------- values
  /** Plain data, or a value of the annotation's type, as a Python object. @throws SandbakeError "no-conversion", "foreign-object" */
  override fromJs(value: unknown): PyObject;
  override fromJs<const T extends string>(value: Value<T>, as: T): PyObject;
  override fromJs(value: unknown, as?: string): PyObject {
    return this.translate(() => {
      if (as === undefined) return this.#native.fromJs(value);
      const written = this.#converter(as).write(value);
      if (written !== NO) return written;
      throw new SandbakeError("no-conversion", `a JavaScript ${typeof value} is no ${as}`);
    });
  }

  /** A Python object as plain data, or as the TypeScript value of an annotation. @throws PythonError TypeError where it is none */
  override toJs(value: PyObject): unknown;
  override toJs<const T extends string>(value: PyObject, as: T): Value<T>;
  override toJs(value: PyObject, as?: string): unknown {
    this.runtime.own(value);
    if (as === undefined) return super.toJs(value);
    return this.translate(() => {
      const plain = this.#converter(as).read(value);
      if (plain !== NO) return plain;
      throw this.runtime.error("TypeError", `expected ${as}, got ${this.runtime.typeName(value)}`);
    });
  }

  #converter(text: string): Converter {
    let made = this.#converters.get(text);
    if (made === undefined) this.#converters.set(text, (made = converter(text, this.#native.scope)));
    return made;
  }

  // ------------------------------------------------------------------------------------------------------ objects
  /** `object.name`. @throws PythonError AttributeError */
  get(object: PyObject, name: string): PyObject {
    return this.translate(() => this.runtime.getattr(this.runtime.own(object), name));
  }

  /** `object.name = value` */
  set(object: PyObject, name: string, value: unknown): void {
    this.translate(() => this.runtime.setattr(this.runtime.own(object), name, this.fromJs(value)));
  }

  /** The items of a Python iterable. */
  *iterate(object: PyObject): Generator<PyObject, void, undefined> {
    const it = this.translate(() => this.runtime.iter(this.runtime.own(object)));
    for (;;) {
      const item = this.translate(() => this.runtime.next(it));
      if (item === undefined) return;
      yield item;
    }
  }

  /** `repr(object)` */
  repr(object: PyObject): string {
    return this.translate(() => this.runtime.repr(this.runtime.own(object)));
  }

  /** `isinstance(object, kind)`; a string is the name of a builtin class. */
  isInstance(object: PyObject, kind: PyObject | NativeType<any, any, any> | string): boolean {
    return this.translate(() => {
      const { runtime } = this;
      const type =
        typeof kind === "string"
          ? runtime.builtin(kind)
          : "ob$type" in kind
            ? kind
            : this.#native.classOf(kind);
      return runtime.instanceCheck(runtime.own(object), runtime.own(type));
    });
  }

  // ------------------------------------------------------------------------------------------------- native types
  /** The class of a native type in this VM. @throws SandbakeError "vm-order" when its module was not given */
  classOf(type: NativeType<any, any, any>): PyType {
    return this.#native.classOf(type);
  }

  /** The Python object for a TypeScript object; always the same one. */
  wrap<State extends object>(type: NativeType<any, State, any>, state: State): PyObject {
    return this.#native.wrap(type, state);
  }

  /** The TypeScript object behind a Python object of a native type, or of a class derived from it. @throws PythonError TypeError */
  unwrap<State extends object>(type: NativeType<any, State, any>, object: PyObject): State {
    return this.translate(() => this.#native.unwrap(type, this.runtime.own(object))) as State;
  }
}
