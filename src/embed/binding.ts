/**
 * Native modules and types in one VM: from descriptions to classes and functions, and between Python objects and the
 * TypeScript objects behind them. The order of a type's birth (define, ready, register, then the VM's seal) is kept here.
 */
import { SandbakeError } from "../diagnostics/errors.js";
import { iteratorType, osError } from "../modules/support.js";
import { HostError } from "../sandbox/host.js";
import { PythonError } from "../vm/python-vm.js";
import type { GetSetSpec, NativeSpec } from "../vm/runtime/native.js";
import type { PyDict, PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { converter, NO, type Converter, type Scope } from "./annotations.js";
import { orderError, PythonRaise } from "./errors.js";
import type { NativeModule } from "./native-module.js";
import type { Described, NativeType, TypeParts } from "./native-type.js";
import { adapt, argumentReader, readSignature, written } from "./signature.js";

type AnyType = NativeType<any, any, any>;

interface Known {
  readonly module: string;
  readonly type: PyType;
}

export class NativeBinding {
  readonly scope: Scope;
  readonly #known = new Map<AnyType, Known>();
  /** The Python object of a TypeScript object; there is one at most. */
  readonly #objects = new WeakMap<object, PyObject>();
  #iterator: PyType | undefined;

  constructor(readonly rt: Runtime) {
    this.scope = this.#scope(() => undefined);
  }

  // ------------------------------------------------------------------------------------------------------ install
  /** Defines the types, makes them ready, registers them and the modules. Before the VM is sealed. */
  install(modules: readonly NativeModule<any>[]): void {
    const { rt } = this;
    for (const module of modules) for (const type of this.#inOrder(module)) this.#makeType(module.name, type);
    for (const module of modules) {
      const parts = module.parts();
      const types = new Map<string, AnyType>(parts.types);
      const scope = this.#scope((name) => types.get(name));
      // Signatures are read now, so that a mistake shows when the VM is made and not at the first import.
      const functions = [...parts.functions].map(([name, described]) => {
        const signature = readSignature(described.signature);
        const impl = this.#guarded(adapt(signature, `${name}()`, scope, described.impl));
        return [name, rt.fn(signature.plain(), impl, described.doc, module.name)] as const;
      });
      rt.registerModule(module.name, (_, namespace) => {
        if (module.doc !== undefined) namespace.setStr("__doc__", rt.str(module.doc));
        for (const [name, f] of functions) namespace.setStr(name, f);
        for (const [name, value] of parts.values) namespace.setStr(name, this.fromJs(value));
        for (const [name, base] of parts.exceptions) this.#makeException(module.name, name, base, namespace);
      });
    }
  }

  /** The types of a module, each after its base. */
  #inOrder(module: NativeModule<any>): AnyType[] {
    const own = [...module.parts().types.values()];
    const out: AnyType[] = [];
    const visit = (type: AnyType): void => {
      if (out.includes(type)) return;
      const { base } = type.options;
      if (base !== undefined && own.includes(base)) visit(base);
      else if (base !== undefined && !this.#known.has(base))
        throw orderError(
          `native type ${module.name}.${type.name} derives from ${base.name}, which is not there yet: add it to the module, or its module to the list before ${module.name}`,
        );
      out.push(type);
    };
    own.forEach(visit);
    return out;
  }

  #makeType(module: string, type: AnyType): void {
    const { rt } = this;
    const earlier = this.#known.get(type);
    if (earlier !== undefined)
      throw orderError(`native type ${type.name} is in two modules: ${earlier.module} and ${module}`);
    const { create, methods, classMethods, staticMethods, properties, using } = type.parts(module);
    const { name, options } = type;
    const scope = this.#scope((text) => (text === "Self" || text === name ? type : using.get(text)));
    const base = options.base === undefined ? undefined : this.#known.get(options.base)?.type;
    const handle = rt.lifecycle.define({
      name,
      module,
      ...(base === undefined ? {} : { base }),
      new: ["(cls, *args, **kw)", (cls: PyType) => rt.alloc(cls) as PyObject],
      init: this.#init(name, create, scope),
      methods: this.#methods(type, methods, scope, "self"),
      classMethods: this.#methods(type, classMethods, scope, "cls"),
      staticMethods: this.#methods(type, staticMethods, scope, undefined),
      getset: this.#getset(type, properties, scope),
      ...(options.doc === undefined ? {} : { doc: options.doc }),
      subclassable: options.subclassable ?? true,
    });
    const made = rt.lifecycle.ready(handle);
    made.$layout = made; // two native types are no bases of one class: an object stands for one TypeScript object
    const special = [...methods.keys()].filter((key) => rt.slotTable.byDunder.has(key));
    // As a class statement does: equality of its own makes a type unhashable.
    if (methods.has("__eq__") && !methods.has("__hash__")) rt.setTypeAttr(made, "__hash__", rt.none);
    rt.typeSystem.updateSlots(made, special);
    rt.lifecycle.register(handle);
    this.#known.set(type, { module, type: made });
  }

  /** `__init__`: the TypeScript object is made here, so that classes derived in Python may have an `__init__` of their own. */
  #init(name: string, create: TypeParts["create"], scope: Scope): NativeSpec {
    const signature = readSignature(create.signature);
    const read = argumentReader(signature, `${name}()`, scope);
    const init = (o: PyObject, ...args: unknown[]): void => {
      const state: unknown = create.impl(...read(args));
      if (typeof state !== "object" || state === null)
        throw new SandbakeError(
          "native-result",
          `${name}() should make an object, and made ${String(state)}`,
        );
      this.#attach(o, state);
    };
    return [signature.plain("self"), this.#guarded(init)];
  }

  #methods(
    type: AnyType,
    described: ReadonlyMap<string, Described>,
    scope: Scope,
    first: "self" | "cls" | undefined,
  ): Record<string, NativeSpec> {
    const self = first === "self" ? (o: PyObject) => this.unwrap(type, o) : undefined;
    const out = Object.create(null) as Record<string, NativeSpec>;
    for (const [key, { signature: text, impl, doc }] of described) {
      const signature = readSignature(text);
      const call = this.#guarded(adapt(signature, `${type.name}.${key}()`, scope, impl, self));
      const taken = first === "cls" ? (_cls: unknown, ...args: unknown[]): PyObject => call(...args) : call;
      const plain = signature.plain(first);
      out[key] = doc === undefined ? [plain, taken] : [plain, taken, doc];
    }
    return out;
  }

  #getset(type: AnyType, described: TypeParts["properties"], scope: Scope): Record<string, GetSetSpec> {
    const { rt } = this;
    const out = Object.create(null) as Record<string, GetSetSpec>;
    for (const [key, { type: text, get, set, doc }] of described) {
      const label = `${type.name}.${key}`;
      const value = converter(text, scope);
      const assign = (o: PyObject, given: PyObject | undefined): void => {
        if (given === undefined)
          throw rt.error("AttributeError", `property '${key}' of '${type.name}' object has no deleter`);
        const plain = value.read(given);
        if (plain === NO)
          throw rt.error("TypeError", `${label} must be ${value.text}, not ${rt.typeName(given)}`);
        set?.(this.unwrap(type, o), plain);
      };
      out[key] = {
        get: this.#guarded((o: PyObject) => written(value, get(this.unwrap(type, o)), label)),
        ...(set === undefined ? {} : { set: this.#guarded(assign) }),
        ...(doc === undefined ? {} : { doc }),
      };
    }
    return out;
  }

  #makeException(module: string, name: string, base: string, namespace: PyDict): void {
    const { rt } = this;
    const parent = namespace.getStr(base) ?? this.#exceptionClass(base);
    const cls = rt.buildClass(name, [parent], new Map([["__module__", rt.str(module)]]));
    namespace.setStr(name, cls);
  }

  // ------------------------------------------------------------------------------------------------------ errors
  /** A native implementation whose errors Python sees as exceptions, where they are meant so. */
  #guarded<A extends any[], R>(impl: (...args: A) => R): (...args: A) => R {
    return (...args) => {
      try {
        return impl(...args);
      } catch (error) {
        throw this.#forPython(error);
      }
    };
  }

  #forPython(error: unknown): unknown {
    const { rt } = this;
    if (error instanceof PythonRaise)
      return rt.call(this.#exceptionClass(error.kind), error.text === "" ? [] : [rt.str(error.text)]);
    // An exception that came out of this VM goes back into it as it was.
    if (error instanceof PythonError && rt.owns(error.exception)) return error.exception;
    if (error instanceof HostError) return osError(rt, error.code, undefined, undefined, error.permission);
    return error;
  }

  #exceptionClass(kind: string): PyType {
    const { rt } = this;
    const dot = kind.lastIndexOf(".");
    const builtin = dot < 0 ? rt.exceptions.types.get(kind) : undefined;
    if (builtin !== undefined) return builtin;
    const found = dot < 0 ? undefined : rt.lookup(rt.importModule(kind.slice(0, dot)), kind.slice(dot + 1));
    if (found !== undefined && rt.isType(found)) return found;
    throw new SandbakeError("no-exception", `${kind} is no class of exceptions that this VM has`);
  }

  // ----------------------------------------------------------------------------------------------------- objects
  /** The class of a native type in this VM. */
  classOf(type: AnyType): PyType {
    const known = this.#known.get(type);
    if (known !== undefined) return known.type;
    throw orderError(
      `native type ${type.name} is not part of this VM: give the module that has it to new PythonVM({ modules })`,
    );
  }

  /** The Python object that stands for a TypeScript object; the same one each time. */
  wrap(type: AnyType, state: object): PyObject {
    const present = this.#objects.get(state);
    if (present !== undefined) {
      if (this.rt.isInstance(present, this.classOf(type))) return present;
      throw new SandbakeError(
        "native-result",
        `the object stands for a ${this.rt.typeName(present)} in Python, not for a ${type.name}`,
      );
    }
    const o = this.rt.alloc(this.classOf(type)) as PyObject;
    this.#attach(o, state);
    return o;
  }

  /** The TypeScript object behind a Python object of a native type. @throws TypeError, RuntimeError (Python) */
  unwrap(type: AnyType, o: PyObject): object {
    const { rt } = this;
    if (!rt.isInstance(o, this.classOf(type)))
      throw rt.error("TypeError", `expected a '${type.name}' object, not '${rt.typeName(o)}'`);
    const state = o["$state"] as object | undefined;
    if (state !== undefined) return state;
    throw rt.error(
      "RuntimeError",
      `${type.name}.__init__() was not called for this '${rt.typeName(o)}' object: call super().__init__(...) in the class's __init__`,
    );
  }

  #attach(o: PyObject, state: object): void {
    o["$state"] = state;
    if (!this.#objects.has(state)) this.#objects.set(state, o);
  }

  /** Plain data for Python. @throws SandbakeError "foreign-object", "no-conversion" */
  fromJs(value: unknown): PyObject {
    if (typeof value === "object" && value !== null) {
      const present = this.#objects.get(value);
      if (present !== undefined) return present;
    }
    return this.rt.fromJs(value);
  }

  // ------------------------------------------------------------------------------------------------- annotations
  #scope(find: (name: string) => AnyType | undefined): Scope {
    return {
      rt: this.rt,
      fromJs: (value) => this.fromJs(value),
      iterator: (items, item) => this.#iterate(items, item),
      named: (name) => {
        const type = find(name);
        return type === undefined ? undefined : this.#nativeConverter(type, name);
      },
    };
  }

  #nativeConverter(type: AnyType, text: string): Converter {
    const { rt } = this;
    return {
      text: text === "Self" ? type.name : text,
      read: (o) => {
        const known = this.#known.get(type);
        return known !== undefined && rt.isInstance(o, known.type) ? this.unwrap(type, o) : NO;
      },
      write: (v) => {
        if (typeof v !== "object" || v === null) return NO;
        const present = this.#objects.get(v);
        if (present !== undefined && !rt.isInstance(present, this.classOf(type))) return NO;
        return present ?? this.wrap(type, v);
      },
    };
  }

  #iterate(items: Iterable<unknown>, item: Converter): PyObject {
    const { rt } = this;
    this.#iterator ??= iteratorType(rt, {
      name: "native_iterator",
      module: "builtins",
      subclassable: false,
      next: (self) => (self.$next as () => PyObject | undefined)(),
    });
    const it = rt.alloc(this.#iterator) as PyObject;
    const source = items[Symbol.iterator]();
    it["$next"] = this.#guarded(() => {
      const step = source.next();
      return step.done === true ? undefined : written(item, step.value, "an iterator's item");
    });
    return it;
  }
}
