/** isinstance() and issubclass() as Python defines them: unions, tuples, `__instancecheck__`, duck classes with `__bases__`. */
import type { PyObject, PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";

/** ABCMeta's check of instances, and what it answered for classes before (modules/abc.ts). */
export interface AbstractCheck {
  /** `ABCMeta.__instancecheck__` and its code, by which a metaclass is known to have no check of its own. */
  readonly check: PyObject;
  readonly code: unknown;
  known(cls: PyType, type: PyType): boolean | undefined;
}

export class Instances {
  abstract: AbstractCheck | undefined;

  constructor(private readonly rt: Runtime) {}

  /** `isinstance(o, cls)` */
  isInstance(o: PyObject, cls: PyObject): boolean {
    const { rt } = this;
    if (o.ob$type === cls) return true;
    if (rt.isType(cls)) {
      // The common metaclasses' own check.
      if (cls.ob$type === rt.types["type"]) return this.plainInstance(o, cls);
      const check = rt.lookupType(cls.ob$type, "__instancecheck__")!;
      if (check === this.abstract?.check) {
        const known = this.abstractInstance(this.abstract, o, cls);
        if (known !== undefined) return known;
      }
      return rt.isTrue(
        check.$binds === true ? check.$call2(cls, o) : rt.callSpecial1(cls, "__instancecheck__", o),
      );
    }
    if (rt.isInstance(cls, rt.types["tuple"])) {
      const items = cls.v as PyObject[];
      for (let i = 0; i < items.length; i++) if (this.isInstance(o, items[i])) return true;
      return false;
    }
    if (rt.lookupType(cls.ob$type, "__instancecheck__") !== undefined)
      return rt.isTrue(rt.callSpecial1(cls, "__instancecheck__", o));
    this.basesOf(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union");
    const own = rt.lookup(o, "__class__");
    return own !== undefined && this.abstractSubclass(own, cls);
  }

  /** What ABCMeta's check would say again, at the same number of steps; undefined: it has to be asked. */
  private abstractInstance(abstract: AbstractCheck, o: PyObject, cls: PyType): boolean | undefined {
    const { rt } = this;
    if (abstract.check.$code !== abstract.code) return undefined;
    const type = o.ob$type;
    if (this.mayClaim(type)) return undefined;
    const known = abstract.known(cls, type);
    if (known !== undefined) rt.budget.step(2);
    return known;
  }

  /** Whether instances may name another `__class__` than their type. */
  private mayClaim(type: PyType): boolean {
    const { rt } = this;
    return (
      type.prototype.tp$getattr !== rt.attributes.genericGet ||
      (type.$heap && rt.lookupType(type, "__class__") !== (rt.types["object"] as PyType).$ns.get("__class__"))
    );
  }

  /** type.__instancecheck__ */
  plainInstance(o: PyObject, cls: PyType): boolean {
    const { rt } = this;
    if (rt.isInstance(o, cls)) return true;
    if (!this.mayClaim(o.ob$type)) return false;
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
