/**
 * The callables and descriptors of native code: builtin_function_or_method, method_descriptor, wrapper_descriptor,
 * method-wrapper, classmethod_descriptor, getset_descriptor, member_descriptor, and the cell type. Python-level
 * descriptors (property, classmethod, ...) are in builtins/descriptors.ts.
 *
 * `$binds` on a prototype says: reading this through an instance binds the instance as first argument, so a method call
 * may pass it directly without making a bound method.
 */
import { tpName, type KwArgs, type PyCell, type PyObject, type PyType } from "./objects.js";
import { closeType, type GetSetSpec, type NativeCode } from "./native.js";
import { plural } from "./refusals.js";
import type { Runtime } from "./runtime.js";
import type { SlotDef } from "./slots.js";

/** Builds the types and gives factories for their objects. One per runtime. */
/** Slots whose wrappers take their arguments by PyArg_UnpackTuple. */
const unpacked: ReadonlySet<string> = new Set([
  "sq$repeat.__mul__",
  "sq$repeat.__rmul__",
  "sq$inplace_repeat.__imul__",
  "nb$power.__pow__",
  "nb$reflected_power.__rpow__",
  "tp$setattr.__setattr__",
  "mp$ass_subscript.__setitem__",
  "tp$descr_get.__get__",
  "tp$descr_set.__set__",
]);
/** Slots that CPython's builtin types also have as methods. */
const coexisting: ReadonlySet<string> = new Set([
  "list.__getitem__",
  "dict.__getitem__",
  "dict.__contains__",
  "set.__contains__",
  "frozenset.__contains__",
]);

export class Descriptors {
  readonly types: Record<
    | "builtinFunction"
    | "methodDescriptor"
    | "wrapperDescriptor"
    | "methodWrapper"
    | "classMethodDescriptor"
    | "getset"
    | "member"
    | "cell",
    PyType
  >;
  private readonly ctors: Record<string, any>;

  constructor(private readonly rt: Runtime) {
    function BuiltinFunction(
      this: any,
      code: NativeCode,
      self: PyObject | undefined,
      module: string | undefined,
    ) {
      this.$code = code;
      this.$self = self;
      this.$module = module;
    }
    function MethodDescriptor(this: any, owner: PyType, code: NativeCode) {
      this.$owner = owner;
      this.$code = code;
    }
    function WrapperDescriptor(this: any, owner: PyType, def: SlotDef, raw: (...args: any[]) => any) {
      this.$owner = owner;
      this.$def = def;
      this.$slot = def.slot;
      this.$raw = raw;
    }
    function MethodWrapper(this: any, descriptor: PyObject, self: PyObject) {
      this.$descriptor = descriptor;
      this.$self = self;
    }
    function ClassMethodDescriptor(this: any, owner: PyType, code: NativeCode) {
      this.$owner = owner;
      this.$code = code;
    }
    function Getset(this: any, owner: PyType, name: string, spec: GetSetSpec) {
      this.$owner = owner;
      this.$name = name;
      this.$spec = spec;
    }
    function Member(this: any, owner: PyType, name: string, index: number) {
      this.$owner = owner;
      this.$name = name;
      this.$index = index;
    }
    function Cell(this: any, v: PyObject | undefined) {
      this.v = v;
    }
    const make = (ctor: any, name: string): PyType =>
      rt.typeSystem.setUpType(ctor, {
        name,
        bases: [rt.types.object],
        base: rt.types.object,
        subclassable: false,
      });
    this.ctors = {
      BuiltinFunction,
      MethodDescriptor,
      WrapperDescriptor,
      MethodWrapper,
      ClassMethodDescriptor,
      Getset,
      Member,
      Cell,
    };
    this.types = {
      builtinFunction: make(BuiltinFunction, "builtin_function_or_method"),
      methodDescriptor: make(MethodDescriptor, "method_descriptor"),
      wrapperDescriptor: make(WrapperDescriptor, "wrapper_descriptor"),
      methodWrapper: make(MethodWrapper, "method-wrapper"),
      classMethodDescriptor: make(ClassMethodDescriptor, "classmethod_descriptor"),
      getset: make(Getset, "getset_descriptor"),
      member: make(Member, "member_descriptor"),
      cell: make(Cell, "cell"),
    };
  }

  // ---------------------------------------------------------------------------------------------------- factories
  newFunction(code: NativeCode, module?: string, self?: PyObject): PyObject {
    return new this.ctors["BuiltinFunction"](code, self, module);
  }
  newMethod(owner: PyType, code: NativeCode): PyObject {
    return new this.ctors["MethodDescriptor"](owner, code);
  }
  newWrapper(owner: PyType, def: SlotDef, raw: (...args: any[]) => any): PyObject {
    return new this.ctors["WrapperDescriptor"](owner, def, raw);
  }
  newClassMethodDescriptor(owner: PyType, code: NativeCode): PyObject {
    return new this.ctors["ClassMethodDescriptor"](owner, code);
  }
  newGetset(owner: PyType, name: string, spec: GetSetSpec): PyObject {
    return new this.ctors["Getset"](owner, name, spec);
  }
  newCell(v: PyObject | undefined): PyCell {
    return new this.ctors["Cell"](v);
  }

  /** A slot of `__slots__`: its value stands in the instance's array `$s`. */
  slotMember(owner: PyType, name: string, index: number): PyObject {
    return new this.ctors["Member"]!(owner, name, index);
  }

  newStaticMethod(f: PyObject): PyObject {
    return this.rt.newStaticMethod(f);
  }
  newClassMethod(f: PyObject): PyObject {
    return this.rt.newClassMethod(f);
  }

  /** `T.__new__`: a builtin function that checks the class it is given. */
  newNew(type: PyType, raw: (...args: any[]) => any): PyObject {
    const { rt } = this;
    const code = new rt.NativeCode(
      rt,
      "__new__",
      `${type.$name}.__new__`,
      "(*args, **kwargs)",
      () => rt.none,
      "Create and return a new object.  See help(type) for accurate signature.",
      true,
      false,
    );
    const f = this.newFunction(code, undefined, type);
    (f as any).$raw = raw;
    (f as any).$slot = "tp$new";
    (f as any).$newOf = type;
    return f;
  }

  callNew(f: PyObject, args: PyObject[], kw: KwArgs | undefined): PyObject {
    const { rt } = this;
    const type: PyType = f.$newOf;
    const cls = args[0];
    if (cls === undefined) throw rt.error("TypeError", `${tpName(type)}.__new__(): not enough arguments`);
    if (!rt.isType(cls))
      throw rt.error("TypeError", `${tpName(type)}.__new__(X): X is not a type object (${rt.tpName(cls)})`);
    if (!rt.isSubtype(cls, type)) {
      throw rt.error(
        "TypeError",
        `${tpName(type)}.__new__(${tpName(cls)}): ${tpName(cls)} is not a subtype of ${tpName(type)}`,
      );
    }
    let staticBase: PyType = cls;
    while (staticBase.$heap) staticBase = staticBase.$base!;
    if (staticBase.prototype.tp$new !== f.$raw) {
      throw rt.error(
        "TypeError",
        `${tpName(type)}.__new__(${tpName(cls)}) is not safe, use ${tpName(staticBase)}.__new__()`,
      );
    }
    return f.$raw.call(cls.prototype, args.slice(1), kw);
  }

  /** `__dict__` of instances. */
  dictGetset(owner: PyType): PyObject {
    const { rt } = this;
    return this.newGetset(owner, "__dict__", {
      get: (self: PyObject) => (rt.isType(self) ? rt.typeDict(self) : rt.instanceDict(self)),
      set: (self: PyObject, value) => {
        if (rt.isType(self))
          throw rt.error("AttributeError", "attribute '__dict__' of 'type' objects is not writable");
        if (value === undefined) self.$d = rt.newDict();
        else if (!rt.isInstance(value, rt.types.dict)) {
          throw rt.error("TypeError", `__dict__ must be set to a dictionary, not a '${rt.tpName(value)}'`);
        } else self.$d = value as any;
      },
      doc: "dictionary for instance variables (if defined)",
    });
  }

  weakrefGetset(owner: PyType): PyObject {
    return this.newGetset(owner, "__weakref__", {
      get: () => this.rt.none,
      doc: "list of weak references to the object (if defined)",
    });
  }

  // --------------------------------------------------------------------------------------------------- behaviour
  /** Fills the types with slots and attributes; runs once the type system can make wrappers. */
  install(): void {
    const { rt, types } = this;
    const check = (d: PyObject, self: PyObject, name: string): void => {
      if (!rt.isSubtype(self.ob$type, d.$owner)) {
        throw rt.error(
          "TypeError",
          `descriptor '${name}' for '${tpName(d.$owner)}' objects doesn't apply to a '${rt.tpName(self)}' object`,
        );
      }
    };
    const needSelf = (d: PyObject, self: PyObject | undefined, name: string): PyObject => {
      if (self === undefined)
        throw rt.error("TypeError", `unbound method ${tpName(d.$owner)}.${name}() needs an argument`);
      if (!rt.isSubtype(self.ob$type, d.$owner)) {
        throw rt.error(
          "TypeError",
          `descriptor '${name}' for '${tpName(d.$owner)}' objects doesn't apply to a '${rt.tpName(self)}' object`,
        );
      }
      return self;
    };
    const module = (m: string | undefined): PyObject => (m === undefined ? rt.none : rt.str(m));
    const docOf = (text: string | undefined): PyObject => (text === undefined ? rt.none : rt.str(text));

    rt.patchType(types.builtinFunction, {
      slots: {
        tp$call(this: any, args: PyObject[], kw?: KwArgs) {
          if (this.$newOf !== undefined) return rt.descriptors.callNew(this, args, kw);
          return this.$code.call(this.$self, args, kw);
        },
        $r(this: any) {
          if (this.$self !== undefined && !rt.isModule(this.$self)) {
            return rt.str(
              `<built-in method ${this.$code.name} of ${rt.tpName(this.$self)} object at ${rt.address(this.$self)}>`,
            );
          }
          return rt.str(`<built-in function ${this.$code.name}>`);
        },
        tp$richcompare(this: any, other: any, op: string) {
          if ((op !== "Eq" && op !== "NotEq") || other.ob$type !== this.ob$type) return rt.notImplemented;
          const same =
            this === other ||
            (other.$code !== undefined &&
              this.$newOf === undefined &&
              other.$code === this.$code &&
              other.$self === this.$self);
          return op === "Eq" ? same : !same;
        },
        tp$hash(this: any) {
          return rt.identityHash(this.$code);
        },
      },
      proto: {
        $call0(this: any) {
          return this.$self === undefined && this.$newOf === undefined
            ? this.$code.call(undefined, [], undefined)
            : this.tp$call([]);
        },
        $call1(this: any, a: PyObject) {
          return this.$self === undefined && this.$newOf === undefined
            ? this.$code.call1(a)
            : this.tp$call([a]);
        },
        $call2(this: any, a: PyObject, b: PyObject) {
          return this.$self === undefined && this.$newOf === undefined
            ? this.$code.call2(a, b)
            : this.tp$call([a, b]);
        },
        $call3(this: any, a: PyObject, b: PyObject, c: PyObject) {
          return this.$self === undefined && this.$newOf === undefined
            ? this.$code.call3(a, b, c)
            : this.tp$call([a, b, c]);
        },
      },
      getset: {
        __name__: { get: (f) => rt.str(f.$code.name) },
        __qualname__: { get: (f) => rt.str(f.$code.qualname) },
        __doc__: { get: (f) => docOf(f.$code.doc) },
        __module__: { get: (f) => module(f.$module) },
        __self__: {
          get: (f) => f.$self ?? (f.$module === undefined ? rt.none : (rt.findModule(f.$module) ?? rt.none)),
        },
        __text_signature__: { get: (f) => rt.str(f.$code.textSignature) },
      },
    });

    rt.patchType(types.methodDescriptor, {
      slots: {
        tp$call(this: any, args: PyObject[], kw?: KwArgs) {
          needSelf(this, args[0], this.$code.name);
          return this.$code.call(undefined, args, kw);
        },
        tp$descr_get(this: any, obj: PyObject | null) {
          if (obj === null) return this;
          check(this, obj, this.$code.name);
          return rt.descriptors.newFunction(this.$code, undefined, obj);
        },
        $r(this: any) {
          return rt.str(`<method '${this.$code.name}' of '${tpName(this.$owner)}' objects>`);
        },
      },
      proto: {
        $binds: true,
        $call0(this: any) {
          return this.tp$call([]);
        },
        $call1(this: any, a: PyObject) {
          if (a.ob$type !== this.$owner) check(this, a, this.$code.name);
          return this.$code.call1(a);
        },
        $call2(this: any, a: PyObject, b: PyObject) {
          if (a.ob$type !== this.$owner) check(this, a, this.$code.name);
          return this.$code.call2(a, b);
        },
        $call3(this: any, a: PyObject, b: PyObject, c: PyObject) {
          if (a.ob$type !== this.$owner) check(this, a, this.$code.name);
          return this.$code.call3(a, b, c);
        },
        $call4(this: any, a: PyObject, b: PyObject, c: PyObject, e: PyObject) {
          if (a.ob$type !== this.$owner) check(this, a, this.$code.name);
          return this.$code.call4(a, b, c, e);
        },
      },
      getset: {
        __name__: { get: (f) => rt.str(f.$code.name) },
        __qualname__: { get: (f) => rt.str(`${f.$owner.$qualname}.${f.$code.name}`) },
        __doc__: { get: (f) => docOf(f.$code.doc) },
        __objclass__: { get: (f) => f.$owner },
        __text_signature__: { get: (f) => rt.str(f.$code.textSignature) },
      },
    });

    const callWrapper = (d: any, self: PyObject, args: PyObject[], kw: KwArgs | undefined): PyObject => {
      const def: SlotDef = d.$def;
      if (def.arity !== undefined) {
        if (kw !== undefined && kw.length > 0)
          throw rt.error("TypeError", `wrapper ${def.dunder}() takes no keyword arguments`);
        const [min, max] = def.arity;
        if (args.length < min || args.length > max) {
          // CPython unpacks the arguments of these with a name that is empty.
          const name = unpacked.has(`${def.slot}.${def.dunder}`) ? " " : "";
          const bound = min === max ? "" : args.length < min ? "at least " : "at most ";
          const count = plural(args.length < min ? min : max, "argument");
          throw rt.error("TypeError", `${name}expected ${bound}${count}, got ${args.length}`);
        }
      }
      return def.wrap(d.$raw, self, args, kw);
    };
    const wrapperSelf = (d: any, self: PyObject | undefined): PyObject => {
      const name = d.$def.dunder as string;
      if (self === undefined)
        throw rt.error("TypeError", `descriptor '${name}' of '${tpName(d.$owner)}' object needs an argument`);
      if (!rt.isSubtype(self.ob$type, d.$owner)) {
        throw rt.error(
          "TypeError",
          `descriptor '${name}' requires a '${tpName(d.$owner)}' object but received a '${rt.tpName(self)}'`,
        );
      }
      return self;
    };
    /** The same as a method: these few are defined twice in C (METH_COEXIST), and bind as functions. */
    const asMethod = (d: any): NativeCode =>
      (d.$method ??= new rt.NativeCode(
        rt,
        d.$def.dunder as string,
        `${d.$owner.$qualname}.${d.$def.dunder}`,
        "(self, object, /)",
        (self: PyObject, object: PyObject) => callWrapper(d, self, [object], undefined),
        d.$def.doc,
        true,
        true,
      ));
    rt.patchType(types.wrapperDescriptor, {
      slots: {
        tp$call(this: any, args: PyObject[], kw?: KwArgs) {
          return callWrapper(this, wrapperSelf(this, args[0]), args.slice(1), kw);
        },
        tp$descr_get(this: any, obj: PyObject | null) {
          if (obj === null) return this;
          check(this, obj, this.$def.dunder as string);
          if (coexisting.has(`${this.$owner.$name}.${this.$def.dunder}`))
            return rt.descriptors.newFunction(asMethod(this), undefined, obj);
          return new rt.descriptors.ctors["MethodWrapper"](this, obj);
        },
        $r(this: any) {
          return rt.str(`<slot wrapper '${this.$def.dunder}' of '${tpName(this.$owner)}' objects>`);
        },
      },
      proto: { $binds: true },
      getset: {
        __name__: { get: (f) => rt.str(f.$def.dunder) },
        __qualname__: { get: (f) => rt.str(`${f.$owner.$qualname}.${f.$def.dunder}`) },
        __doc__: { get: (f) => rt.str(f.$def.doc) },
        __objclass__: { get: (f) => f.$owner },
        __text_signature__: { get: (f) => rt.str(wrapperSignature(f.$def as SlotDef)) },
      },
    });

    rt.patchType(types.methodWrapper, {
      slots: {
        tp$call(this: any, args: PyObject[], kw?: KwArgs) {
          return callWrapper(this.$descriptor, this.$self, args, kw);
        },
        $r(this: any) {
          return rt.str(
            `<method-wrapper '${this.$descriptor.$def.dunder}' of ${rt.tpName(this.$self)} object at ${rt.address(this.$self)}>`,
          );
        },
        tp$richcompare(this: any, other: any, op: string) {
          if ((op !== "Eq" && op !== "NotEq") || other.ob$type !== this.ob$type) return rt.notImplemented;
          return (this.$descriptor === other.$descriptor && this.$self === other.$self) === (op === "Eq");
        },
        tp$hash(this: any) {
          return rt.identityHash(this.$self);
        },
      },
      getset: {
        __name__: { get: (f) => rt.str(f.$descriptor.$def.dunder) },
        __qualname__: {
          get: (f) => rt.str(`${f.$descriptor.$owner.$qualname}.${f.$descriptor.$def.dunder}`),
        },
        __doc__: { get: (f) => rt.str(f.$descriptor.$def.doc) },
        __self__: { get: (f) => f.$self },
        __objclass__: { get: (f) => f.$descriptor.$owner },
        __text_signature__: { get: (f) => rt.str(wrapperSignature(f.$descriptor.$def as SlotDef)) },
      },
    });

    rt.patchType(types.classMethodDescriptor, {
      slots: {
        tp$call(this: any, args: PyObject[], kw?: KwArgs) {
          const cls = args[0];
          if (cls === undefined)
            throw rt.error(
              "TypeError",
              `descriptor '${this.$code.name}' of '${tpName(this.$owner)}' object needs an argument`,
            );
          return this.$code.call(undefined, args, kw);
        },
        tp$descr_get(this: any, obj: PyObject | null, type: PyType | null) {
          const cls = type ?? obj!.ob$type;
          if (!rt.isType(cls)) {
            throw rt.error(
              "TypeError",
              `descriptor '${this.$code.name}' for type '${tpName(this.$owner)}' needs a type, not a '${rt.tpName(cls)}' as arg 2`,
            );
          }
          const code: NativeCode =
            cls === this.$owner ? this.$code : this.$code.renamed(`${cls.$qualname}.${this.$code.name}`);
          return rt.descriptors.newFunction(code, undefined, cls);
        },
        $r(this: any) {
          return rt.str(`<method '${this.$code.name}' of '${tpName(this.$owner)}' objects>`);
        },
      },
      getset: {
        __name__: { get: (f) => rt.str(f.$code.name) },
        __qualname__: { get: (f) => rt.str(`${f.$owner.$qualname}.${f.$code.name}`) },
        __doc__: { get: (f) => docOf(f.$code.doc) },
        __objclass__: { get: (f) => f.$owner },
      },
    });

    rt.patchType(types.getset, {
      slots: {
        tp$descr_get(this: any, obj: PyObject | null) {
          if (obj === null) return this;
          check(this, obj, this.$name as string);
          return rt.fromNative(this.$spec.get(obj));
        },
        tp$descr_set(this: any, obj: PyObject, value: PyObject | undefined) {
          check(this, obj, this.$name as string);
          if (this.$spec.set === undefined) {
            throw rt.error(
              "AttributeError",
              `attribute '${this.$name}' of '${tpName(this.$owner)}' objects is not writable`,
            );
          }
          this.$spec.set(obj, value);
        },
        $r(this: any) {
          return rt.str(`<attribute '${this.$name}' of '${tpName(this.$owner)}' objects>`);
        },
      },
      getset: {
        __name__: { get: (f) => rt.str(f.$name) },
        __qualname__: { get: (f) => rt.str(`${f.$owner.$qualname}.${f.$name}`) },
        __doc__: { get: (f) => docOf(f.$spec.doc) },
        __objclass__: { get: (f) => f.$owner },
      },
    });

    // Values of __slots__: kept in the instance's array `$s`, so that no name is a JS key and `__class__` may change.
    rt.patchType(types.member, {
      slots: {
        tp$descr_get(this: any, obj: PyObject | null) {
          if (obj === null) return this;
          check(this, obj, this.$name as string);
          const v = obj.$s?.[this.$index];
          if (v === undefined) throw rt.attributeError(obj, this.$name as string);
          return v;
        },
        tp$descr_set(this: any, obj: PyObject, value: PyObject | undefined) {
          check(this, obj, this.$name as string);
          if (value !== undefined) {
            (obj.$s ??= [])[this.$index] = value;
            return;
          }
          if (obj.$s?.[this.$index] === undefined) throw rt.error("AttributeError", this.$name as string);
          obj.$s[this.$index] = undefined;
        },
        $r(this: any) {
          return rt.str(`<member '${this.$name}' of '${tpName(this.$owner)}' objects>`);
        },
      },
      getset: {
        __name__: { get: (f) => rt.str(f.$name) },
        __qualname__: { get: (f) => rt.str(`${f.$owner.$qualname}.${f.$name}`) },
        __doc__: { get: () => rt.none },
        __objclass__: { get: (f) => f.$owner },
      },
    });

    for (const [kind, type] of Object.entries(types)) if (kind !== "cell") closeType(rt, type);
    rt.patchType(types.cell, {
      new: ["(cls, contents=...)", (_cls: PyType, contents?: PyObject) => this.newCell(contents)],
      slots: {
        $r(this: any) {
          const inside =
            this.v === undefined ? "empty" : `${rt.tpName(this.v)} object at ${rt.address(this.v)}`;
          return rt.str(`<cell at ${rt.address(this)}: ${inside}>`);
        },
      },
      getset: {
        cell_contents: {
          get: (c) => {
            if (c.v === undefined) throw rt.error("ValueError", "Cell is empty");
            return c.v;
          },
          set: (c, value) => {
            c.v = value;
          },
        },
      },
    });
  }
}

const wrapperSignatures: ReadonlyMap<string, string> = new Map([
  ["__getattribute__", "name"],
  ["__setattr__", "name, value"],
  ["__delattr__", "name"],
  ["__get__", "instance, owner=None"],
  ["__set__", "instance, value"],
  ["__delete__", "instance"],
  ["__getitem__", "key"],
  ["__setitem__", "key, value"],
  ["__delitem__", "key"],
  ["__contains__", "key"],
  ["__pow__", "value, mod=None"],
  ["__rpow__", "value, mod=None"],
]);

/** `__text_signature__` of a slot wrapper, which inspect.signature reads. */
function wrapperSignature(def: SlotDef): string {
  if (def.arity === undefined) return "($self, /, *args, **kwargs)";
  const rest = wrapperSignatures.get(def.dunder) ?? (def.arity[1] === 0 ? "" : "value");
  return rest === "" ? "($self, /)" : `($self, ${rest}, /)`;
}
