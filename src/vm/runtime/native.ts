/**
 * Native functions and types: TypeScript functions with a Python signature, as callables, methods, class methods and
 * constructors. What an implementation returns: a Python object, or undefined (None), a JS boolean or a JS string; any
 * other JS value is a mistake of ours and said so.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import type { KwArgs, PyObject, PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";
import { writtenInC } from "./refusals.js";
import { bindArguments, NO_KEYWORDS, parseSignature, type Called, type Signature } from "./signature.js";

/** A native function: signature text, implementation, docstring. */
export type NativeSpec = readonly [signature: string, impl: (...args: any[]) => any, doc?: string];

export interface GetSetSpec {
  readonly get: (self: any) => any;
  /** `value` is undefined when the attribute is deleted. */
  readonly set?: ((self: any, value: PyObject | undefined) => void) | undefined;
  readonly doc?: string;
}

/** A native type; names of methods and attributes are Python's. */
export interface TypeSpec {
  readonly name: string;
  /** `__module__`; "builtins" if absent. */
  readonly module?: string;
  readonly qualname?: string;
  readonly base?: any;
  /** The JS function whose instances are the type's objects; a plain `function`, never an ES class. */
  readonly construct?: (this: any, ...args: any[]) => void;
  /** `(cls, ...)`: returns the new object, usually made by `rt.alloc(cls)`. */
  readonly new?: NativeSpec;
  /** `(self, ...)` */
  readonly init?: NativeSpec;
  readonly methods?: Readonly<Record<string, NativeSpec>>;
  readonly classMethods?: Readonly<Record<string, NativeSpec>>;
  readonly staticMethods?: Readonly<Record<string, NativeSpec>>;
  readonly getset?: Readonly<Record<string, GetSetSpec>>;
  readonly slots?: Readonly<Record<string, any>>;
  /** Internal properties of the prototype (invisible to Python). */
  readonly proto?: object;
  /** Class attributes that are plain values. */
  readonly attributes?: Readonly<Record<string, PyObject>>;
  readonly doc?: string;
  /** False: "type 'x' is not an acceptable base type". Default true. */
  readonly subclassable?: boolean;
  /** Instances have a `__dict__`. Default false. */
  readonly dict?: boolean;
  /** CPython has it in C (default: as the rest of its module): messages about arguments are those of C. */
  readonly c?: boolean;
  /** `patchType` only: first drop every slot and attribute the type has. */
  readonly replace?: boolean;
}

/** The internal half of a callable: signature (parsed at the first call), implementation, names. */
export class NativeCode implements Called {
  private parsed: Signature | undefined;
  /** Number of positional arguments that a plain call must give to skip binding; -1: always bind. */
  private plain = -2;
  private required = 0;
  /** Most positional arguments of a call that needs nothing but what is missing filled in; -1: none. */
  private most = -1;
  /** What stands for missing arguments, by place; the last is that of `**kw`, where there is such a parameter. */
  private defaults: readonly unknown[] = [];

  constructor(
    private readonly rt: Runtime,
    readonly name: string,
    readonly qualname: string,
    readonly text: string,
    readonly impl: (...args: any[]) => any,
    readonly doc: string | undefined,
    private readonly cStyle: boolean,
    /** The first parameter is self or cls. */
    readonly bound: boolean,
    readonly module: string | undefined = undefined,
    readonly constructs = false,
  ) {}

  get signature(): Signature {
    return (this.parsed ??= parseSignature(this.text).signature);
  }

  get c(): boolean {
    const s = this.signature;
    return (
      this.cStyle ||
      (s.positionalOnly > 0 && s.positionalOnly === s.positional.length && s.varkw === undefined)
    );
  }

  private get plainCount(): number {
    if (this.plain === -2) this.prepare();
    return this.plain;
  }

  private prepare(): void {
    const { signature } = this;
    const { positional } = signature;
    this.plain = signature.simple ? positional.length : -1;
    this.required = signature.required;
    if (signature.simple) this.most = positional.length - 1;
    else if (signature.varargs === undefined && signature.keywordOnly.length === 0)
      this.most = positional.length;
    else return;
    this.defaults = signature.positionalDefaults(this.rt);
    if (signature.varkw !== undefined) this.defaults = [...this.defaults, NO_KEYWORDS];
  }

  /** Calls with the first `n` of the four arguments and defaults for the rest; the caller knows that they suffice. */
  private padded(n: number, a: PyObject | undefined, b?: PyObject, c?: PyObject, e?: PyObject): PyObject {
    const { impl, defaults: d } = this;
    switch (d.length) {
      case 1:
        return this.result(impl(d[0]));
      case 2:
        return this.result(n === 0 ? impl(d[0], d[1]) : impl(a, d[1]));
      case 3:
        return this.result(
          n === 0 ? impl(d[0], d[1], d[2]) : n === 1 ? impl(a, d[1], d[2]) : impl(a, b, d[2]),
        );
      case 4:
        if (n === 3) return this.result(impl(a, b, c, d[3]));
        if (n === 2) return this.result(impl(a, b, d[2], d[3]));
        break;
      case 5:
        if (n === 4) return this.result(impl(a, b, c, e, d[4]));
        if (n === 2) return this.result(impl(a, b, d[2], d[3], d[4]));
        break;
    }
    const all = d.slice();
    if (n > 0) all[0] = a;
    if (n > 1) all[1] = b;
    if (n > 2) all[2] = c;
    if (n > 3) all[3] = e;
    return this.result(impl(...all));
  }

  call(self: PyObject | undefined, args: readonly PyObject[], kw: KwArgs | undefined): PyObject {
    const { impl } = this;
    if (kw === undefined || kw.length === 0) {
      const n = args.length + (self === undefined ? 0 : 1);
      if (n !== this.plainCount) {
        if (n <= this.most && n >= this.required && n < 5) {
          return self === undefined
            ? this.padded(n, args[0], args[1], args[2], args[3])
            : this.padded(n, self, args[0], args[1], args[2]);
        }
      } else {
        if (self === undefined) {
          switch (n) {
            case 0:
              return this.result(impl());
            case 1:
              return this.result(impl(args[0]));
            case 2:
              return this.result(impl(args[0], args[1]));
            case 3:
              return this.result(impl(args[0], args[1], args[2]));
            default:
              return this.result(impl(...args));
          }
        }
        switch (n) {
          case 1:
            return this.result(impl(self));
          case 2:
            return this.result(impl(self, args[0]));
          case 3:
            return this.result(impl(self, args[0], args[1]));
          default:
            return this.result(impl(self, ...args));
        }
      }
    }
    return this.result(impl(...bindArguments(this.rt, this, this.signature, self, args, kw)));
  }

  /** The same code under another `__qualname__` (a class method reached through a subclass). */
  renamed(qualname: string): NativeCode {
    return new NativeCode(
      this.rt,
      this.name,
      qualname,
      this.text,
      this.impl,
      this.doc,
      this.cStyle,
      this.bound,
      this.module,
    );
  }

  call1(a: PyObject): PyObject {
    if (this.plainCount === 1) return this.result(this.impl(a));
    if (this.most >= 1 && this.required <= 1) return this.padded(1, a);
    return this.call(undefined, [a], undefined);
  }
  call2(a: PyObject, b: PyObject): PyObject {
    if (this.plainCount === 2) return this.result(this.impl(a, b));
    if (this.most >= 2 && this.required <= 2) return this.padded(2, a, b);
    return this.call(undefined, [a, b], undefined);
  }
  call3(a: PyObject, b: PyObject, c: PyObject): PyObject {
    if (this.plainCount === 3) return this.result(this.impl(a, b, c));
    if (this.most >= 3 && this.required <= 3) return this.padded(3, a, b, c);
    return this.call(undefined, [a, b, c], undefined);
  }
  call4(a: PyObject, b: PyObject, c: PyObject, e: PyObject): PyObject {
    if (this.plainCount === 4) return this.result(this.impl(a, b, c, e));
    if (this.most >= 4 && this.required <= 4) return this.padded(4, a, b, c, e);
    return this.call(undefined, [a, b, c, e], undefined);
  }

  /** `call(cls, [a])` and `call(cls, [a, b])`, for constructors. */
  new1(cls: PyType, a: PyObject): PyObject {
    if (this.plainCount === 2) return this.result(this.impl(cls, a));
    if (this.most >= 2 && this.required <= 2) return this.padded(2, cls, a);
    return this.call(cls, [a], undefined);
  }
  new2(cls: PyType, a: PyObject, b: PyObject): PyObject {
    if (this.plainCount === 3) return this.result(this.impl(cls, a, b));
    if (this.most >= 3 && this.required <= 3) return this.padded(3, cls, a, b);
    return this.call(cls, [a, b], undefined);
  }

  /** What an implementation returned, as a Python object. */
  result(r: any): PyObject {
    if (r !== undefined && r !== null && r.ob$type !== undefined) return r;
    if (r === undefined || r === null) return this.rt.none;
    if (typeof r === "boolean") return this.rt.bool(r);
    if (typeof r === "string") return this.rt.str(r);
    throw new SandbakeError(
      "native-result",
      `native function ${this.qualname} returned a JavaScript ${typeof r}, not a Python object`,
    );
  }

  /** `__text_signature__`: the text between the parentheses. */
  get textSignature(): string {
    const text = this.text.slice(this.text.indexOf("("));
    return this.bound ? text.replace(/^\(self\b/, "($self").replace(/^\(cls\b/, "($type") : text;
  }
}

/** Creates a native type. Callable until the runtime is sealed; defining in later steps is an error naming the step. */
export function defineType(rt: Runtime, spec: TypeSpec): PyType {
  const base = (spec.base ?? rt.types.object) as PyType;
  const construct: any = spec.construct ?? makeConstructor(spec.dict === true || base.$hasDict);
  const type = rt.typeSystem.setUpType(construct, {
    name: spec.name,
    qualname: spec.qualname ?? spec.name,
    module: spec.module ?? "builtins",
    bases: [base],
    base,
    subclassable: spec.subclassable ?? true,
    hasDict: spec.dict === true || base.$hasDict,
    meta: base.ob$type,
  });
  // PyErr_NewException makes names without the module.
  type.$c = (spec.c ?? writtenInC(spec.module)) && !base.$mro.some((t) => t.$name === "BaseException");
  if (spec.construct !== undefined) type.$layout = type;
  else type.$plainConstructor = true;
  if (spec.dict === true && !base.$hasDict) type.$ns.set("__dict__", rt.descriptors.dictGetset(type));
  fillType(rt, type, spec);
  // Objects with fields of their own, or final, and without a constructor are made by native code only.
  const open = spec.new ?? spec.init ?? spec.slots?.["tp$new"] ?? spec.slots?.["tp$init"];
  const inherited = base.prototype["tp$new"] !== (rt.types["object"] as PyType).prototype["tp$new"];
  if ((spec.construct !== undefined || spec.subclassable === false) && open === undefined && !inherited)
    closeType(rt, type);
  if (spec.dict === true && !base.$hasDict && !type.$ns.has("__dict__"))
    type.$ns.set("__dict__", rt.descriptors.dictGetset(type));
  return type;
}

/** Refuses `T()` and `object.__new__(T)`. */
export function closeType(rt: Runtime, type: PyType): void {
  Object.defineProperty(type.prototype, "tp$new", {
    value: () => {
      throw rt.error(
        "TypeError",
        `cannot create '${type.$module === "builtins" ? "" : `${type.$module}.`}${type.$name}' instances`,
      );
    },
    writable: true,
    configurable: true,
  });
}

/** Changes an existing builtin type; with `replace` it keeps its identity and nothing else. */
export function patchType(rt: Runtime, type: PyType, spec: Omit<TypeSpec, "name">): void {
  if (spec.replace === true) {
    type.$ns.clear();
    for (const key of Object.getOwnPropertyNames(type.prototype)) {
      if (identity.has(key)) continue;
      if (!Reflect.deleteProperty(type.prototype, key)) Reflect.set(type.prototype, key, undefined);
    }
    type.$cache.clear();
  }
  fillType(rt, type, spec);
}

/** Properties of a prototype that make the type what it is. */
const identity = new Set([
  "constructor",
  "$shape",
  "sk$object",
  "ob$type",
  "tp$name",
  "tp$base",
  "call",
  "apply",
]);

function makeConstructor(hasDict: boolean): any {
  return hasDict
    ? function (this: any) {
        this.$d = undefined;
      }
    : function () {
        // fields are set by whoever allocates
      };
}

function fillType(rt: Runtime, type: PyType, spec: Omit<TypeSpec, "name">): void {
  const ns = type.$ns;
  const c = spec.c ?? writtenInC(spec.module ?? type.$module);
  const code = (name: string, [text, impl, doc]: NativeSpec, bound = true): NativeCode =>
    new NativeCode(rt, name, `${type.$qualname}.${name}`, text, impl, doc, c, bound);

  if (spec.proto !== undefined) {
    for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(spec.proto))) {
      const present = Object.getOwnPropertyDescriptor(type.prototype, key);
      // Skulpt's own properties can be written but not redefined.
      if (present?.configurable === false) (type.prototype as any)[key] = descriptor.value;
      else
        Object.defineProperty(type.prototype, key, { ...descriptor, enumerable: false, configurable: true });
    }
  }
  const slots: Record<string, any> = { ...spec.slots };
  if (spec.new !== undefined) {
    const newCode = new NativeCode(
      rt,
      type.$name,
      type.$qualname,
      spec.new[0],
      spec.new[1],
      spec.new[2],
      c,
      true,
      undefined,
      true,
    );
    slots["tp$new"] = function (this: PyObject, args: PyObject[], kw?: KwArgs) {
      return newCode.call(this.constructor as unknown as PyType, args, kw);
    };
    slots["tp$new"].$code = newCode;
    // A type that only has __new__ ignores the arguments in __init__, as CPython's object.__init__ does.
  }
  if (spec.init !== undefined) {
    const initCode = new NativeCode(
      rt,
      c ? type.$name : "__init__",
      type.$qualname + (c ? "" : ".__init__"),
      spec.init[0],
      spec.init[1],
      spec.init[2],
      c,
      true,
      undefined,
      true,
    );
    slots["tp$init"] = function (this: PyObject, args: PyObject[], kw?: KwArgs) {
      initCode.call(this, args, kw);
    };
    slots["tp$init"].$code = initCode;
  }
  rt.typeSystem.installSlots(type, slots);
  if (spec.doc !== undefined) type.$doc = spec.doc;
  if (rt.lifecycle.stage !== "loading") rt.typeSystem.addDoc(type);
  for (const [name, m] of Object.entries(spec.methods ?? {}))
    ns.set(name, rt.descriptors.newMethod(type, code(name, m)));
  for (const [name, m] of Object.entries(spec.classMethods ?? {}))
    ns.set(name, rt.descriptors.newClassMethodDescriptor(type, code(name, m)));
  for (const [name, m] of Object.entries(spec.staticMethods ?? {})) {
    ns.set(
      name,
      rt.descriptors.newStaticMethod(rt.descriptors.newFunction(code(name, m, false), type.$module)),
    );
  }
  for (const [name, g] of Object.entries(spec.getset ?? {}))
    ns.set(name, rt.descriptors.newGetset(type, name, g));
  for (const [name, v] of Object.entries(spec.attributes ?? {})) ns.set(name, v);
  rt.typeSystem.changed(type);
}
