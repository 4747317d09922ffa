/**
 * Types as objects: native types set up, attribute lookup along the MRO with a cache per type, C3, slots kept in step with
 * namespaces, and the making of classes by `type.__new__`.
 *
 * A type is a JS function; `cls.prototype` carries the slots of its instances and inherits from the prototype of the
 * "best base". Slots of the other bases are copied where the MRO says so (`updateSlots`).
 */
import { tpName, type KwArgs, type PyObject, type PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";
import { Caches, defineDictAccessor, Layout } from "./shape.js";
import type { SlotDef } from "./slots.js";

/** Longest cache of absent and present names per type; strangers can ask for any name. */
const cacheLimit = 4096;

export class TypeSystem {
  private lastVersion = 0;
  /** Caches of generated code: emptied when a class that one of them knows changes. */
  readonly caches = new Caches();
  private readonly notIterator: (this: PyObject) => never;

  constructor(private readonly rt: Runtime) {
    this.notIterator = function () {
      throw rt.error("TypeError", `'${rt.tpName(this)}' object is not an iterator`);
    };
  }

  // ------------------------------------------------------------------------------------------------ set-up of types

  /** Gives a constructor function the shape of a type. Its prototype inherits from that of `base`. */
  setUpType(
    ctor: any,
    options: {
      name: string;
      qualname?: string;
      module?: string;
      bases: PyType[];
      base: PyType | null;
      meta?: PyType;
      heap?: boolean;
      subclassable?: boolean;
      hasDict?: boolean;
    },
  ): PyType {
    const { rt } = this;
    const meta = options.meta ?? rt.types.type;
    this.rt.sk.abstr.setUpInheritance(options.name, ctor, options.base, meta);
    const proto = ctor.prototype;
    Object.defineProperty(proto, "constructor", {
      value: ctor,
      writable: true,
      configurable: true,
      enumerable: false,
    });
    this.initialise(ctor, options);
    // One shape for all instances that cannot have attributes of their own; the others' constructors set one.
    const shape = ctor.$hasDict ? undefined : new Layout().root;
    Object.defineProperty(proto, "$shape", { value: shape, writable: true, configurable: true });
    return ctor as PyType;
  }

  /** The fields of a type, on a function whose prototypes are linked already. */
  initialise(
    ctor: any,
    options: {
      name: string;
      qualname?: string;
      module?: string;
      bases: PyType[];
      base: PyType | null;
      heap?: boolean;
      subclassable?: boolean;
      hasDict?: boolean;
    },
  ): void {
    ctor.$name = options.name;
    ctor.$qualname = options.qualname ?? options.name;
    ctor.$module = options.module ?? "builtins";
    ctor.$ns = new Map<string, PyObject>();
    ctor.$cache = new Map<string, PyObject | null>();
    ctor.$version = ++this.lastVersion;
    ctor.$subclasses = new Set<WeakRef<PyType>>();
    ctor.$bases = options.bases;
    ctor.$base = options.base;
    ctor.$c = false;
    ctor.$heap = options.heap ?? false;
    this.rt.budget.step(50);
    ctor.$subclassable = options.subclassable ?? true;
    ctor.$hasDict = options.hasDict ?? options.base?.$hasDict ?? false;
    ctor.$slotNames = undefined;
    ctor.$slotCount = options.base?.$slotCount ?? 0;
    ctor.$doc = undefined;
    ctor.$abstract = false;
    ctor.$watched = false;
    ctor.$layout = options.base === null ? ctor : options.base.$layout;
    ctor.$mro = [ctor as PyType];
    for (let b = options.base; b !== null; b = b.$base) (ctor.$mro as PyType[]).push(b);
    for (const b of options.bases) addSubclass(b, ctor as PyType);
  }

  /** Puts slots on a builtin type's prototype and their wrappers into its namespace. */
  installSlots(type: PyType, slots: Readonly<Record<string, any>>): void {
    const { rt } = this;
    const proto = type.prototype;
    for (const slot of Object.keys(slots)) {
      const raw = slots[slot];
      if (raw === undefined) continue;
      this.setSlot(proto, slot, raw);
      if (slot === "tp$hash" && raw === rt.unhashable) {
        type.$ns.set("__hash__", rt.none);
        continue;
      }
      if (slot === "tp$new") {
        type.$ns.set("__new__", rt.descriptors.newNew(type, raw));
        continue;
      }
      for (const def of rt.slotTable.bySlot.get(slot) ?? []) this.setWrapper(type, def, raw);
    }
    for (const slot of Object.keys(slots)) {
      // A type that knows `a + b` knows `b + a` for two of its kind.
      if (!slot.startsWith("nb$") || slot.startsWith("nb$reflected_") || slot.startsWith("nb$inplace_"))
        continue;
      const reflected = `nb$reflected_${slot.slice(3)}`;
      const defs = rt.slotTable.bySlot.get(reflected);
      if (defs === undefined || slots[reflected] !== undefined || typeof slots[slot] !== "function") continue;
      const raw = slots[slot] as (...args: any[]) => any;
      const back = function (this: PyObject, other: PyObject): any {
        return rt.isInstance(other, type) ? raw.call(other, this) : rt.notImplemented;
      };
      this.setSlot(proto, reflected, back);
      for (const def of defs) this.setWrapper(type, def, back);
    }
    this.changed(type);
  }

  private setWrapper(type: PyType, def: SlotDef, raw: (...args: any[]) => any): void {
    const existing = type.$ns.get(def.dunder);
    // nb$add and sq$concat both are __add__: the number slot's wrapper stays.
    if (
      existing !== undefined &&
      existing.$raw !== undefined &&
      existing.$slot !== def.slot &&
      def.slot.startsWith("sq$")
    )
      return;
    type.$ns.set(def.dunder, this.rt.descriptors.newWrapper(type, def, raw));
  }

  private setSlot(proto: any, slot: string, value: unknown): void {
    // Skulpt's own properties (object and type) can be written but not redefined.
    if (Object.getOwnPropertyDescriptor(proto, slot)?.configurable === false) proto[slot] = value;
    else Object.defineProperty(proto, slot, { value, writable: true, configurable: true, enumerable: false });
  }

  /** Gives builtin types their `__doc__`, once texts can be made. */
  addDocs(type: PyType): void {
    this.addDoc(type);
    for (const ref of type.$subclasses) {
      const sub = ref.deref();
      if (sub !== undefined && sub !== type && !sub.$ns.has("__doc__")) this.addDocs(sub);
    }
  }

  addDoc(type: PyType): void {
    if (!type.$ns.has("__doc__"))
      type.$ns.set("__doc__", type.$doc === undefined ? this.rt.none : this.rt.str(type.$doc as string));
    type.$cache.clear();
  }

  // ------------------------------------------------------------------------------------------------------- lookup

  /** An attribute found along the MRO, unbound; undefined when no class has it. */
  lookup(type: PyType, name: string): PyObject | undefined {
    const hit = type.$cache.get(name);
    if (hit !== undefined) return hit === null ? undefined : hit;
    return this.lookupSlow(type, name);
  }

  private lookupSlow(type: PyType, name: string): PyObject | undefined {
    if (type.$cache.size >= cacheLimit) type.$cache.clear();
    for (const k of type.$mro) {
      const v = k.$ns.get(name);
      if (v !== undefined) {
        type.$cache.set(name, v);
        return v;
      }
    }
    type.$cache.set(name, null);
    return undefined;
  }

  /** Forgets what is cached about a type and its subclasses. */
  changed(type: PyType): void {
    if (type["$watched"] === true) this.caches.clear();
    this.forget(type);
  }

  private forget(type: PyType): void {
    type.$cache.clear();
    type.$version = ++this.lastVersion;
    for (const ref of type.$subclasses) {
      const sub = ref.deref();
      if (sub === undefined) type.$subclasses.delete(ref);
      else this.forget(sub);
    }
  }

  isSubtype(type: PyType, base: PyType): boolean {
    return type === base || type.$mro.includes(base);
  }

  /** Sets (or, with undefined, deletes) an own attribute of a class and brings slots and caches up to date. */
  setAttr(type: PyType, name: string, value: PyObject | undefined): boolean {
    const had = type.$ns.has(name);
    // Plain values are in no cache: counters in a class cost nothing.
    const plain = isPlain(this.lookup(type, name)) && isPlain(value);
    if (value === undefined) {
      if (!had) return false;
      type.$ns.delete(name);
    } else {
      type.$ns.set(name, value);
    }
    if (plain) this.forget(type);
    else this.changed(type);
    if (this.rt.slotTable.byDunder.has(name) || name === "__getattr__" || name === "__new__")
      this.updateTree(type, [name]);
    return had;
  }

  private updateTree(type: PyType, names: Iterable<string>): void {
    this.updateSlots(type, names);
    for (const ref of type.$subclasses) {
      const sub = ref.deref();
      if (sub !== undefined && sub.$heap) this.updateTree(sub, names);
    }
  }

  /** Recomputes the slots that belong to the dunders `names` on a heap type, from the MRO. */
  updateSlots(type: PyType, names: Iterable<string>): void {
    const { byDunder, bySlot, dispatchers } = this.rt.slotTable;
    const slots = new Set<string>();
    for (const name of names) {
      if (name === "__getattr__") slots.add("tp$getattr");
      else if (name === "__new__") slots.add("tp$new");
      else for (const d of byDunder.get(name) ?? []) slots.add(d.slot);
    }
    const proto = type.prototype;
    for (const slot of slots) {
      let dunders = slot === "tp$new" ? ["__new__"] : [...new Set(bySlot.get(slot)!.map((d) => d.dunder))];
      if (slot === "tp$getattr") dunders = ["__getattribute__", "__getattr__"];
      let raw: any;
      let dispatch = false;
      let found = false;
      for (const dunder of dunders) {
        const v = this.lookup(type, dunder);
        if (v === undefined) continue;
        if (v.$raw !== undefined && this.fits(v, dunder, type)) {
          if (v.$slot !== slot) continue; // belongs to the sister slot (nb$add, sq$concat)
          if (found && raw !== v.$raw) dispatch = true;
          raw = v.$raw;
          found = true;
        } else if (!slot.startsWith("sq$") || dispatchers.has(slot)) {
          dispatch = true;
        }
      }
      if (dispatch) {
        this.setSlot(proto, slot, dispatchers.get(slot));
      } else if (found) {
        delete proto[slot];
        if (proto[slot] !== raw) this.setSlot(proto, slot, raw);
      } else if (slot === "tp$iternext" && Object.hasOwn(proto, slot)) {
        // Deleted while a loop may be running over an instance.
        this.setSlot(proto, slot, this.notIterator);
      } else {
        delete proto[slot];
        // What object has, everything has, also where a metaclass's mro() leaves object out.
        const root = this.rt.types["object"].prototype[slot];
        if (proto[slot] !== undefined && proto[slot] !== root) this.setSlot(proto, slot, root);
      }
    }
  }

  /** May the wrapper of a builtin slot stand for `dunder` of this type directly? Not `__repr__ = object.__str__`. */
  private fits(wrapper: PyObject, dunder: string, type: PyType): boolean {
    if (wrapper["$newOf"] !== undefined) return dunder === "__new__";
    return wrapper["$def"]?.dunder === dunder && this.isSubtype(type, wrapper["$owner"] as PyType);
  }

  // ----------------------------------------------------------------------------------------------------------- MRO

  /** C3 linearisation (PEP 253, CPython's mro_implementation). */
  computeMro(type: PyType, bases: readonly PyType[]): PyType[] {
    const { rt } = this;
    for (let i = 0; i < bases.length; i++) {
      for (let j = i + 1; j < bases.length; j++) {
        if (bases[i] === bases[j]) throw rt.error("TypeError", `duplicate base class ${tpName(bases[i])}`);
      }
    }
    if (bases.length === 1) return [type, ...bases[0].$mro];
    const sequences = [...bases.map((b) => [...b.$mro]), [...bases]];
    const mro: PyType[] = [type];
    for (;;) {
      const rest = sequences.filter((s) => s.length > 0);
      if (rest.length === 0) return mro;
      const head = rest.map((s) => s[0]).find((c) => !rest.some((s) => s.indexOf(c) > 0));
      if (head === undefined) {
        const names = [...new Set(rest.map((s) => s[0].$name))].join(", ");
        throw rt.error(
          "TypeError",
          `Cannot create a consistent method resolution\norder (MRO) for bases ${names}`,
        );
      }
      mro.push(head);
      for (const s of rest) if (s[0] === head) s.shift();
    }
  }

  /** Applies a metaclass's `mro()` where it has one of its own. */
  private mroOf(type: PyType, bases: readonly PyType[]): PyType[] {
    const { rt } = this;
    const method = this.lookup(type.ob$type, "mro");
    if (method === undefined || method === rt.types.type.$ns.get("mro")) return this.computeMro(type, bases);
    const result = [...rt.iterate(rt.callMethod0(type, "mro"))];
    for (const k of result) {
      if (!rt.isType(k)) throw rt.error("TypeError", `mro() returned a non-class ('${rt.tpName(k)}')`);
      let base: PyType | null = type;
      while (base !== null && base !== k.$layout) base = base.$base;
      if (base === null)
        throw rt.error("TypeError", `mro() returned base with unsuitable layout ('${tpName(k)}')`);
    }
    return result as PyType[];
  }

  bestBase(bases: readonly PyType[]): PyType {
    const { rt } = this;
    let winner: PyType | undefined;
    let base: PyType | undefined;
    for (const candidate of bases) {
      if (!candidate.$subclassable)
        throw rt.error("TypeError", `type '${tpName(candidate)}' is not an acceptable base type`);
      const solid = candidate.$layout;
      if (winner === undefined || (solid !== winner && this.isSubtype(solid, winner))) {
        winner = solid;
        base = candidate;
      } else if (!this.isSubtype(winner, solid)) {
        throw rt.error("TypeError", "multiple bases have instance lay-out conflict");
      }
    }
    return base!;
  }

  /** The most derived metaclass of `meta` and those of the bases (PEP 3115). */
  calculateMeta(meta: PyType, bases: readonly PyObject[]): PyType {
    const { rt } = this;
    let winner = meta;
    for (const b of bases) {
      const t = b.ob$type;
      if (this.isSubtype(winner, t)) continue;
      if (this.isSubtype(t, winner)) {
        winner = t;
        continue;
      }
      throw rt.error(
        "TypeError",
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
      );
    }
    return winner;
  }

  /** `cls.__bases__ = bases`: new MRO here and in all subclasses, or, when one of them fails, no change. */
  rebase(type: PyType, bases: PyType[], base: PyType): void {
    const saved = new Map<PyType, PyType[]>();
    const oldBases = type.$bases;
    const oldBase = type.$base;
    const link = (to: PyType[], best: PyType | null): void => {
      for (const b of type.$bases) {
        for (const ref of b.$subclasses) if (ref.deref() === type) b.$subclasses.delete(ref);
      }
      type.$bases = to;
      type.$base = best;
      Object.setPrototypeOf(type.prototype, best === null ? null : best.prototype);
      for (const b of to) addSubclass(b, type);
    };
    const again = (t: PyType): void => {
      const mro = this.mroOf(t, t.$bases);
      if (!saved.has(t)) saved.set(t, t.$mro);
      t.$mro = mro;
      t.$cache.clear();
      for (const ref of t.$subclasses) {
        const sub = ref.deref();
        if (sub !== undefined) again(sub);
      }
    };
    link(bases, base);
    try {
      again(type);
    } catch (e) {
      link(oldBases, oldBase);
      for (const [t, mro] of saved) t.$mro = mro;
      this.changed(type);
      throw e;
    }
    for (const t of saved.keys())
      this.updateSlots(t, new Set(t.$mro.flatMap((k) => (k.$heap ? [...k.$ns.keys()] : []))));
    this.changed(type);
  }

  // --------------------------------------------------------------------------------------------- type.__new__

  /** `type.__new__(meta, name, bases, namespace, **kw)`; entries are the namespace in its order. */
  createClass(
    meta: PyType,
    name: string,
    basesGiven: readonly PyObject[],
    entries: Map<string, PyObject>,
    kw?: KwArgs,
  ): PyType {
    const { rt } = this;
    for (const b of basesGiven) {
      if (!rt.isType(b)) throw rt.error("TypeError", "bases must be types");
    }
    const bases = (basesGiven.length === 0 ? [rt.types.object] : [...basesGiven]) as PyType[];
    const base = this.bestBase(bases);

    // __slots__
    const slotsValue = entries.get("__slots__");
    let slotNames: string[] | undefined;
    const inheritsDict = bases.some((b) => b.$hasDict || b.$mro.includes(rt.types["type"]));
    let wantDict = true;
    let wantWeakref = true;
    if (slotsValue !== undefined) {
      wantDict = false;
      wantWeakref = false;
      slotNames = [];
      const items = rt.isStr(slotsValue) ? [slotsValue] : [...rt.iterate(slotsValue)];
      for (const item of items) {
        if (!rt.isStr(item))
          throw rt.error("TypeError", `__slots__ items must be strings, not '${rt.tpName(item)}'`);
        const text = item.v as string;
        if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(text))
          throw rt.error("TypeError", "__slots__ must be identifiers");
        if (text === "__dict__") {
          if (inheritsDict || wantDict)
            throw rt.error("TypeError", "__dict__ slot disallowed: we already got one");
          wantDict = true;
        } else if (text === "__weakref__") {
          wantWeakref = true;
        } else {
          const mangled = mangle(name, text);
          if (entries.has(mangled) && !(text === "__qualname__" || text === "__classcell__")) {
            throw rt.error("ValueError", `'${text}' in __slots__ conflicts with class variable`);
          }
          slotNames.push(mangled);
        }
      }
      slotNames.sort();
      let native = base;
      while (native.$heap) native = native.$base!;
      if (slotNames.length > 0 && ["int", "tuple", "bytes", "type"].some((n) => native === rt.types[n])) {
        throw rt.error("TypeError", `nonempty __slots__ not supported for subtype of '${tpName(base)}'`);
      }
    }
    const hasDict = wantDict || inheritsDict;

    const cls = makeHeapConstructor(hasDict);
    const qualname = entries.get("__qualname__");
    if (qualname !== undefined && !rt.isStr(qualname)) {
      throw rt.error("TypeError", `type __qualname__ must be a str, not ${rt.tpName(qualname)}`);
    }
    this.setUpType(cls, {
      name,
      qualname: (qualname?.v as string | undefined) ?? name,
      bases,
      base,
      meta,
      heap: true,
      hasDict,
    });
    const type = cls as PyType;
    if (hasDict) defineDictAccessor(rt, type.prototype);
    if (slotNames !== undefined && slotNames.length > 0) type.$layout = type;
    type.$slotNames = slotNames;
    const ns = type.$ns;
    for (const [key, value] of entries) {
      if (key === "__qualname__" || key === "__classcell__") continue;
      ns.set(key, value);
    }
    if (!ns.has("__module__")) {
      const module = rt.frames.globals()?.getStr("__name__");
      if (module !== undefined) ns.set("__module__", module);
    }
    if (!ns.has("__doc__")) ns.set("__doc__", rt.none);
    if (wantDict && !inheritsDict && !ns.has("__dict__")) ns.set("__dict__", rt.descriptors.dictGetset(type));
    if (wantWeakref && !bases.some((b) => b.$hasWeakref === true)) {
      if (!ns.has("__weakref__")) ns.set("__weakref__", rt.descriptors.weakrefGetset(type));
    }
    type.$hasWeakref = wantWeakref || bases.some((b) => b.$hasWeakref === true);
    if (slotNames !== undefined)
      for (const s of slotNames) ns.set(s, rt.descriptors.slotMember(type, s, type.$slotCount++));

    const staticNew = ns.get("__new__");
    if (staticNew !== undefined && staticNew.$isFunction === true)
      ns.set("__new__", rt.descriptors.newStaticMethod(staticNew));
    for (const implied of ["__init_subclass__", "__class_getitem__"]) {
      const f = ns.get(implied);
      if (f !== undefined && f.$isFunction === true) ns.set(implied, rt.descriptors.newClassMethod(f));
    }
    if (ns.has("__eq__") && !ns.has("__hash__")) ns.set("__hash__", rt.none);

    const cell = entries.get("__classcell__");
    if (cell !== undefined) {
      if (!rt.isCell(cell))
        throw rt.error(
          "TypeError",
          `type.__new__(): __classcell__ must be a nonlocal cell, not ${rt.tpName(cell)}`,
        );
      cell.v = type;
    }
    type.$mro = this.mroOf(type, bases);
    type.$cache.clear();
    const names = new Set<string>(ns.keys());
    const chain = new Set<PyType>();
    for (let b: PyType | null = base; b !== null; b = b.$base) chain.add(b);
    for (const k of type.$mro) {
      if (k !== type && !chain.has(k)) for (const n of k.$ns.keys()) names.add(n);
    }
    this.updateSlots(type, names);

    for (const [key, value] of [...ns]) {
      if (rt.lookupType(value.ob$type, "__set_name__") === undefined) continue;
      try {
        rt.callSpecial(value, "__set_name__", [type, rt.str(key)]);
      } catch (e) {
        if (!rt.isException(e)) throw e;
        const wrapped = rt.error(
          "RuntimeError",
          `Error calling __set_name__ on '${rt.tpName(value)}' instance '${key}' in '${name}'`,
        );
        wrapped.$cause = e;
        wrapped.$context = e;
        wrapped.$suppress = true;
        throw wrapped;
      }
    }
    const init = rt.superLookup(type, type, type, "__init_subclass__");
    // A metaclass's mro() may leave nothing behind the class itself.
    if (init !== undefined) rt.call(init, [], kw);
    return type;
  }
}

/** A JS constructor whose instances start with the fields they need, so that they share a JS shape. */
function makeHeapConstructor(hasDict: boolean): any {
  if (!hasDict) {
    return function () {
      // nothing to set up
    };
  }
  const layout = new Layout();
  return function (this: any) {
    this.$shape = layout.root;
    this.$f = layout.template.slice();
    this.$dict = undefined;
  };
}

/** A class attribute that reading through an instance gives as it is. */
function isPlain(v: PyObject | undefined): boolean {
  return v === undefined || (v.tp$descr_get === undefined && v.tp$descr_set === undefined);
}

/** Notes a subclass weakly; now and then those that are gone are swept out. */
function addSubclass(base: PyType, sub: PyType): void {
  const all = base.$subclasses;
  if ((all.size & 1023) === 1023) for (const ref of all) if (ref.deref() === undefined) all.delete(ref);
  all.add(new WeakRef(sub));
}

/** Private name mangling of the language reference, 6.2.1. */
export function mangle(className: string, name: string): string {
  if (!name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}
