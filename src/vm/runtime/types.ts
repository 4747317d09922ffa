/**
 * Where the builtin types come from. PROVISIONAL: until src/vm/types offers all of them, Skulpt's own are adopted: their
 * public attributes move from the JS prototype into the type's namespace and their slots get wrappers of ours.
 */
import type { PyObject, PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";

const adopted: readonly (readonly [short: string, skulpt: string])[] = [
  ["str", "str"],
  ["int", "int_"],
  ["bool", "bool"],
  ["float", "float_"],
  ["complex", "complex"],
  ["list", "list"],
  ["tuple", "tuple"],
  ["dict", "dict"],
  ["bytes", "bytes"],
  ["set", "set"],
  ["frozenset", "frozenset"],
  ["slice", "slice"],
  ["range", "range_"],
  ["iterator", "seq_iter_"],
];

export function installTypes(rt: Runtime): void {
  const { builtin } = rt.sk;
  Reflect.defineProperty(builtin.none, "none$", { value: rt.none, writable: true, configurable: true });
  Reflect.set(builtin.none, "none$", rt.none);
  Reflect.set(builtin.NotImplemented, "NotImplemented$", rt.notImplemented);
  const everything = new Set<any>();
  for (const v of Object.values(builtin) as any[]) {
    if (typeof v === "function" && v.prototype?.ob$type === v && v !== builtin.object && v !== builtin.type) everything.add(v);
  }
  for (const v of rt.sk.abstr.built$iterators as any[]) everything.add(v);
  const done = new Set<any>([builtin.object, builtin.type]);
  const adopt = (type: any): void => {
    if (done.has(type)) return;
    const base = type.prototype.tp$base;
    adopt(base);
    done.add(type);
    rt.typeSystem.initialise(type, { name: type.prototype.tp$name, bases: [base], base });
    type.$layout = type;
    adoptType(rt, type);
  };
  for (const t of everything) adopt(t);
  for (const [short, name] of adopted) rt.types[short] = builtin[name];
  rt.types["bool"].$subclassable = false;
  rt.true = builtin.bool.true$;
  rt.false = builtin.bool.false$;
  const dict = builtin.dict.prototype;
  dict.getStr = function (k: string) {
    return this.quick$lookup(new builtin.str(k));
  };
  dict.setStr = function (k: string, v: PyObject) {
    this.mp$ass_subscript(new builtin.str(k), v);
  };
  dict.delStr = function (k: string) {
    const key = new builtin.str(k);
    if (this.quick$lookup(key) === undefined) return false;
    this.mp$ass_subscript(key, undefined);
    return true;
  };
}

function adoptType(rt: Runtime, type: PyType): void {
  const proto = type.prototype as any;
  const { bySlot } = rt.slotTable;
  const slots: Record<string, any> = {};
  for (const key of Object.getOwnPropertyNames(proto)) {
    if (["constructor", "valueOf", "toString", "hasOwnProperty"].includes(key)) continue;
    const descriptor = Object.getOwnPropertyDescriptor(proto, key)!;
    if (key === "tp$getattr" || key === "tp$setattr") {
      Reflect.deleteProperty(proto, key);
      continue;
    }
    if (key.includes("$")) {
      if ((bySlot.has(key) || key === "tp$new") && typeof descriptor.value === "function") slots[key] = descriptor.value;
      if (!key.endsWith("$rw$")) continue;
    }
    const value = descriptor.value;
    if (value?.ob$type !== undefined && value.$isMethodDef === undefined) type.$ns.set(key.replace(/_\$rw\$$/, ""), value);
    if (!key.includes("$")) Reflect.deleteProperty(proto, key);
  }
  if (proto.tp$hash === rt.sk.builtin.none.none$) slots["tp$hash"] = rt.unhashable;
  rt.typeSystem.installSlots(type, slots);
}
