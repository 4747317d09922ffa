/**
 * Descriptions of native modules: functions, types, exceptions and values that `import` finds. A description belongs to no
 * VM; hand it to as many as you like.
 *
 *     const geometry = nativeModule("geometry")
 *       .type(Vector)
 *       .function("area(width: float, height: float = 1.0) -> float", (width, height) => width * height)
 *       .value("unit", "mm");
 *     new PythonVM({ modules: [geometry] });
 */
import { orderError } from "./errors.js";
import type { Described, NativeType } from "./native-type.js";
import type { Implementation, Names, NoNames } from "./signature-types.js";

/** What a module is made of; read by the VM's binding. */
export interface ModuleParts {
  readonly functions: ReadonlyMap<string, Described>;
  readonly types: ReadonlyMap<string, NativeType<any, any, any>>;
  /** Base classes' names by the exceptions' names. */
  readonly exceptions: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, unknown>;
}

export class NativeModule<Known extends Names = NoNames> {
  readonly #functions = new Map<string, Described>();
  readonly #types = new Map<string, NativeType<any, any, any>>();
  readonly #exceptions = new Map<string, string>();
  readonly #values = new Map<string, unknown>();
  #used = false;

  /** Use `nativeModule`. */
  constructor(
    readonly name: string,
    readonly doc: string | undefined,
  ) {}

  /** A function. Its annotations may name the types that were added before it. */
  function<const S extends string>(signature: S, impl: Implementation<S, Known>, doc?: string): this {
    const name = signature.slice(0, Math.max(0, signature.indexOf("("))).trim();
    this.#free(name);
    this.#functions.set(name, { signature, impl: impl as (...args: any[]) => unknown, doc });
    return this;
  }

  type<const Name extends string, State extends object>(
    type: NativeType<Name, State, any>,
  ): NativeModule<Known & { readonly [K in Name]: State }> {
    this.#free(type.name);
    this.#types.set(type.name, type);
    return this;
  }

  /** A class of exceptions, raised by `raise("module.Name", text)`; `base` is a builtin's name or one of this module. */
  exception(name: string, base = "Exception"): this {
    this.#free(name);
    this.#exceptions.set(name, base);
    return this;
  }

  /** A constant of plain data (see PythonVM.fromJs). */
  value(name: string, value: unknown): this {
    this.#free(name);
    this.#values.set(name, value);
    return this;
  }

  #free(name: string): void {
    if (this.#used)
      throw orderError(
        `cannot add ${name} to native module ${this.name}: it is part of a VM already; describe it wholly before new PythonVM({ modules })`,
      );
    if (!/^[A-Za-z_]\w*$/.test(name))
      throw orderError(`'${name}' is not a name that module ${this.name} can have`);
    for (const map of [this.#functions, this.#types, this.#exceptions, this.#values])
      if (map.has(name)) throw orderError(`module ${this.name} has ${name} twice`);
  }

  /** @internal What the module is made of; from here on it cannot change. */
  parts(): ModuleParts {
    this.#used = true;
    return {
      functions: this.#functions,
      types: this.#types,
      exceptions: this.#exceptions,
      values: this.#values,
    };
  }
}

/** Describes a native module of that (dotted) name. */
export function nativeModule(name: string, doc?: string): NativeModule {
  return new NativeModule(name, doc);
}
