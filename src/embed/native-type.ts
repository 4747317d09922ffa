/**
 * Descriptions of native types: classes of Python whose objects stand for TypeScript objects. A description belongs to no
 * VM; each VM that gets it (through a module) makes a class of its own.
 *
 *     const Vector = nativeType("Vector", "(x: float, y: float = 0.0)", (x, y) => ({ x, y }))
 *       .method("scaled(by: float = 2.0) -> Self", (self, by) => ({ x: self.x * by, y: self.y * by }))
 *       .property("x", "float", (self) => self.x, (self, value) => (self.x = value))
 *       .method("__iter__() -> Iterable[float]", (self) => [self.x, self.y]);
 */
import type { PyObject } from "../vm/runtime/objects.js";
import { orderError } from "./errors.js";
import type { Implementation, Names, NoNames, Value } from "./signature-types.js";

/** A function and its annotated signature. */
export interface Described {
  readonly signature: string;
  readonly impl: (...args: any[]) => unknown;
  readonly doc: string | undefined;
}

interface Property {
  readonly type: string;
  readonly get: (self: any) => unknown;
  readonly set: ((self: any, value: any) => void) | undefined;
  readonly doc: string | undefined;
}

/** What a type is made of; read by the VM's binding. */
export interface TypeParts {
  readonly create: Described;
  readonly methods: ReadonlyMap<string, Described>;
  readonly classMethods: ReadonlyMap<string, Described>;
  readonly staticMethods: ReadonlyMap<string, Described>;
  readonly properties: ReadonlyMap<string, Property>;
  readonly using: ReadonlyMap<string, NativeType<any, any, any>>;
}

export interface NativeTypeOptions<Uses extends Record<string, NativeType<any, any, any>>> {
  readonly doc?: string;
  /** A native type whose methods this one inherits; its objects have what the base's have. */
  readonly base?: NativeType<any, any, any>;
  /** Other native types that the signatures name. */
  readonly using?: Uses;
  /** False: Python cannot derive classes from it. */
  readonly subclassable?: boolean;
}

/** The TypeScript objects behind the types of a record. */
export type StatesOf<Uses> = { [K in keyof Uses]: Uses[K] extends NativeType<any, infer S, any> ? S : never };

export class NativeType<Name extends string, State extends object, Known extends Names = NoNames> {
  readonly #methods = new Map<string, Described>();
  readonly #classMethods = new Map<string, Described>();
  readonly #staticMethods = new Map<string, Described>();
  readonly #properties = new Map<string, Property>();
  #used: string | undefined;

  /** Use `nativeType`. */
  constructor(
    readonly name: Name,
    private readonly create: Described,
    readonly options: NativeTypeOptions<Record<string, NativeType<any, any, any>>>,
  ) {}

  /**
   * A method; special ones too: `__iter__`, `__call__`, `__enter__`, `__exit__`, `__len__`, `__getitem__`, `__add__`, ...
   * The signature goes without `self`, which the function gets first: the TypeScript object.
   */
  method<const S extends string>(
    signature: S,
    impl: (
      self: State,
      ...args: Parameters<Implementation<S, Known & { Self: State }>>
    ) => ReturnType<Implementation<S, Known & { Self: State }>>,
    doc?: string,
  ): this {
    return this.#add(this.#methods, "method", signature, impl, doc);
  }

  /** A class method of another way to make an object: the function gets no class, and returns the TypeScript object. */
  classMethod<const S extends string>(
    signature: S,
    impl: (
      ...args: Parameters<Implementation<S, Known & { Self: State }>>
    ) => ReturnType<Implementation<S, Known & { Self: State }>>,
    doc?: string,
  ): this {
    return this.#add(this.#classMethods, "class method", signature, impl, doc);
  }

  staticMethod<const S extends string>(
    signature: S,
    impl: Implementation<S, Known & { Self: State }>,
    doc?: string,
  ): this {
    return this.#add(this.#staticMethods, "static method", signature, impl, doc);
  }

  /** An attribute that is computed; without `set` it cannot be assigned. */
  property<const T extends string>(
    name: string,
    type: T,
    get: (self: State) => Value<T, Known & { Self: State }>,
    set?: (self: State, value: Value<T, Known & { Self: State }>) => void,
    doc?: string,
  ): this {
    this.#open(`property ${name}`);
    if (this.#properties.has(name)) throw orderError(`${this.name}: property ${name} is defined twice`);
    this.#properties.set(name, { type, get, set, doc });
    return this;
  }

  /**
   * A context manager: `with obj as name`. `leave` gets the Python exception that ended the block, undefined where none
   * did; the exception goes no further when it returns true.
   */
  contextManager<const T extends string>(
    type: T,
    enter: (self: State) => Value<T, Known & { Self: State }>,
    leave: (self: State, exception: unknown) => boolean | undefined,
  ): this {
    this.#add(this.#methods, "method", `__enter__() -> ${type}`, enter, undefined);
    const exit = (self: State, _class: PyObject, value: unknown): boolean => leave(self, value) === true;
    const signature = "__exit__(type: object, value: Any, traceback: object, /) -> bool";
    return this.#add(this.#methods, "method", signature, exit, undefined);
  }

  #add(
    to: Map<string, Described>,
    kind: string,
    signature: string,
    impl: (...args: any[]) => unknown,
    doc: string | undefined,
  ): this {
    const name = signature.slice(0, Math.max(0, signature.indexOf("("))).trim();
    this.#open(`${kind} ${name}`);
    for (const map of [this.#methods, this.#classMethods, this.#staticMethods])
      if (map.has(name)) throw orderError(`${this.name}: method ${name} is defined twice`);
    to.set(name, { signature, impl, doc });
    return this;
  }

  #open(what: string): void {
    if (this.#used !== undefined)
      throw orderError(
        `cannot add ${what} to native type ${this.name}: it is part of a VM already (module ${this.#used}); describe it wholly before new PythonVM({ modules })`,
      );
  }

  /** @internal What the type is made of; from here on it cannot change. */
  parts(module: string): TypeParts {
    this.#used ??= module;
    return {
      create: this.create,
      methods: this.#methods,
      classMethods: this.#classMethods,
      staticMethods: this.#staticMethods,
      properties: this.#properties,
      using: new Map(Object.entries(this.options.using ?? {})),
    };
  }
}

/**
 * Describes a native type.
 * @param signature of its `__init__`, without self: "(x: float, y: float = 0.0)"
 * @param create makes the TypeScript object behind a new Python object
 */
export function nativeType<
  const Name extends string,
  const S extends string,
  State extends object,
  const Uses extends Record<string, NativeType<any, any, any>> = NoNames,
>(
  name: Name,
  signature: S,
  create: (...args: Parameters<Implementation<S, StatesOf<Uses>>>) => State,
  options: NativeTypeOptions<Uses> = {},
): NativeType<Name, State, StatesOf<Uses>> {
  return new NativeType(name, { signature, impl: create, doc: options.doc }, options);
}
