/** isinstance() and issubclass() as Python defines them: unions, tuples, `__instancecheck__`, duck classes with `__bases__`. */
import type { PyObject, PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";

export class Instances {
  constructor(private readonly rt: Runtime) {}

  /** `isinstance(o, cls)` */
  isInstance(o: PyObject, cls: PyObject): boolean {
    const { rt } = this;
    if (o.ob$type === cls) return true;
    if (rt.isType(cls)) {
      // The common metaclasses' own check.
      const check = rt.lookupType(cls.ob$type, "__instancecheck__")!;
      if (cls.ob$type === rt.types["type"]) return this.plainInstance(o, cls);
      return rt.isTrue(
        check.$binds === true ? check.$call2(cls, o) : rt.callSpecial1(cls, "__instancecheck__", o),
      );
    }
    if (rt.isInstance(cls, rt.types["tuple"]))
      return (cls.v as PyObject[]).some((c) => this.isInstance(o, c));
    if (rt.lookupType(cls.ob$type, "__instancecheck__") !== undefined)
      return rt.isTrue(rt.callSpecial1(cls, "__instancecheck__", o));
    this.basesOf(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union");
    const own = rt.lookup(o, "__class__");
    return own !== undefined && this.abstractSubclass(own, cls);
  }

  /** type.__instancecheck__ */
  plainInstance(o: PyObject, cls: PyType): boolean {
    const { rt } = this;
    if (rt.isInstance(o, cls)) return true;
    if (o.tp$getattr === rt.attributes.genericGet && !o.ob$type.$heap) return false;
    const own = rt.lookup(o, "__class__");
    return own !== undefined && own !== o.ob$type && rt.isType(own) && rt.isSubtype(own, cls);
  }

  /** `issubclass(sub, cls)` */
  isSubclass(sub: PyObject, cls: PyObject): boolean {
    const { rt } = this;
    if (rt.isType(cls)) {
      // Equality is no answer where a metaclass has a say: issubclass(A, A) asks A's __subclasshook__.
      if (cls.ob$type === rt.types["type"]) return this.plainSubclass(sub, cls);
      return rt.isTrue(rt.callSpecial1(cls, "__subclasscheck__", sub));
    }
    if (rt.isInstance(cls, rt.types["tuple"]))
      return (cls.v as PyObject[]).some((c) => this.isSubclass(sub, c));
    if (rt.lookupType(cls.ob$type, "__subclasscheck__") !== undefined)
      return rt.isTrue(rt.callSpecial1(cls, "__subclasscheck__", sub));
    return this.plainSubclass(sub, cls);
  }

  /** type.__subclasscheck__ */
  plainSubclass(sub: PyObject, cls: PyObject): boolean {
    const { rt } = this;
    if (rt.isType(cls) && rt.isType(sub)) return rt.isSubtype(sub, cls);
    this.basesOf(sub, "issubclass() arg 1 must be a class");
    this.basesOf(cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return this.abstractSubclass(sub, cls);
  }

  private basesOf(o: PyObject, message: string): PyObject[] {
    const { rt } = this;
    const bases = rt.isType(o) ? rt.tuple([...o.$bases]) : rt.lookup(o, "__bases__");
    if (bases === undefined || !rt.isInstance(bases, rt.types["tuple"])) throw rt.error("TypeError", message);
    return bases.v as PyObject[];
  }

  private abstractSubclass(sub: PyObject, cls: PyObject): boolean {
    if (sub === cls) return true;
    const { rt } = this;
    const bases = rt.lookup(sub, "__bases__");
    if (bases === undefined || !rt.isInstance(bases, rt.types["tuple"])) return false;
    return (bases.v as PyObject[]).some((b) => this.abstractSubclass(b, cls));
  }
}
