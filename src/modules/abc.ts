/** `_abc`: the machinery of abstract base classes; abc.py is CPython's own text. Registries live on the classes. */
import type { PyFunction } from "../vm/runtime/function.js";
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { STDLIB } from "./finders.js";
import { addFunctions } from "./support.js";

interface AbcData {
  readonly owner: PyType;
  readonly registry: Set<PyType>;
  readonly cache: WeakSet<PyType>;
  negative: WeakSet<PyType>;
  negativeVersion: number;
}

export function installAbc(rt: Runtime): void {
  rt.registerModule("_abc", (_, module) => {
    // Grows with every register(); negative answers of an earlier count are forgotten.
    let version = 0;
    const data = (cls: any): AbcData => {
      if (!Object.hasOwn(cls as object, "$abc")) {
        const fresh: AbcData = {
          owner: cls as PyType,
          registry: new Set(),
          cache: new WeakSet(),
          negative: new WeakSet(),
          negativeVersion: version,
        };
        Object.defineProperty(cls, "$abc", { value: fresh, enumerable: false });
      }
      return cls.$abc as AbcData;
    };
    const isAbstract = (value: PyObject): boolean => {
      const flag = rt.lookup(value, "__isabstractmethod__");
      return flag !== undefined && rt.isTrue(flag);
    };
    const issubclass = (sub: PyObject, cls: PyObject): boolean =>
      rt.isTrue(rt.call(rt.builtin("issubclass"), [sub, cls]));
    const subclassCheck = (cls: PyType, sub: PyObject): boolean => {
      if (!rt.isType(sub)) throw rt.error("TypeError", "issubclass() arg 1 must be a class");
      rt.budget.step();
      const d = data(cls);
      if (d.cache.has(sub)) return true;
      if (d.negativeVersion < version) {
        d.negative = new WeakSet();
        d.negativeVersion = version;
      } else if (d.negative.has(sub)) return false;
      const hook = rt.callMethod1(cls, "__subclasshook__", sub);
      if (hook !== rt.notImplemented) {
        if (hook !== rt.true && hook !== rt.false) throw rt.error("AssertionError", "");
        (hook === rt.true ? d.cache : d.negative).add(sub);
        return hook === rt.true;
      }
      const yes = (): boolean => {
        if (sub.$mro.includes(cls)) return true;
        for (const registered of d.registry) if (issubclass(sub, registered)) return true;
        for (const child of rt.iterate(rt.call(rt.lookupType(rt.types["type"], "__subclasses__")!, [cls])))
          if (issubclass(sub, child)) return true;
        return false;
      };
      const result = yes();
      (result ? d.cache : d.negative).add(sub);
      return result;
    };
    const known = (cls: PyType, type: PyType): boolean | undefined => {
      const d = cls["$abc"] as AbcData | undefined;
      if (d?.owner !== cls) return undefined;
      if (d.cache.has(type)) return true;
      return d.negativeVersion === version && d.negative.has(type) ? false : undefined;
    };
    /** isinstance() asks what is known without calling ABCMeta's method, which is abc.py's own. */
    const shorten = (meta: PyType): void => {
      const check = rt.lookupType(meta, "__instancecheck__") as PyFunction | undefined;
      if (check?.["$isFunction"] !== true || check.$code.filename !== `${STDLIB}/abc.py`) return;
      rt.instances.abstract = { check, code: check.$code, known };
    };
    addFunctions(rt, module, {
      get_cache_token: ["()", () => rt.int(version)],
      _abc_init: [
        "(cls, /)",
        (cls: PyType) => {
          if (!rt.isType(cls)) throw rt.error("TypeError", "_abc_init() argument must be a class");
          const names = new Set<string>();
          for (const [name, value] of cls.$ns) if (isAbstract(value)) names.add(name);
          for (const base of cls.$bases) {
            const inherited = rt.lookup(base, "__abstractmethods__");
            if (inherited === undefined) continue;
            for (const name of rt.iterate(inherited)) {
              const value = rt.lookup(cls, name.v as string);
              if (value !== undefined && isAbstract(value)) names.add(name.v as string);
            }
          }
          rt.setattr(
            cls,
            "__abstractmethods__",
            rt.call(rt.types["frozenset"], [rt.list([...names].map((name) => rt.str(name)))]),
          );
          data(cls);
          if (rt.instances.abstract === undefined) shorten(cls.ob$type);
        },
      ],
      _abc_register: [
        "(cls, subclass, /)",
        (cls: PyType, sub: PyObject) => {
          if (!rt.isType(sub)) throw rt.error("TypeError", "Can only register classes");
          if (issubclass(sub, cls)) return sub;
          if (issubclass(cls, sub)) throw rt.error("RuntimeError", "Refusing to create an inheritance cycle");
          data(cls).registry.add(sub);
          version++;
          return sub;
        },
      ],
      _abc_instancecheck: [
        "(cls, instance, /)",
        (cls: PyType, instance: PyObject) => {
          const type = instance.ob$type;
          const claimed = type.$heap ? rt.lookup(instance, "__class__") : type;
          if (claimed === undefined || claimed === type) return subclassCheck(cls, type);
          return subclassCheck(cls, claimed) || subclassCheck(cls, type);
        },
      ],
      _abc_subclasscheck: ["(cls, subclass, /)", subclassCheck],
      _get_dump: [
        "(cls, /)",
        (cls: PyType) => {
          const empty = (): PyObject => rt.call(rt.types["set"], []);
          return rt.tuple([
            rt.call(rt.types["set"], [rt.list([...data(cls).registry])]),
            empty(),
            empty(),
            rt.int(data(cls).negativeVersion),
          ]);
        },
      ],
      _reset_registry: [
        "(cls, /)",
        (cls: PyType) => {
          data(cls).registry.clear();
        },
      ],
      _reset_caches: [
        "(cls, /)",
        () => {
          version++;
        },
      ],
    });
  });
}
