/**
 * Names that live in dictionaries or mappings: globals with their builtins behind them, namespaces of classes and of
 * `exec`, and the errors for names without a value.
 */
import type { Entry } from "../../types/dict/core.js";
import type { PyDict, PyObject } from "../../runtime/objects.js";
import type { Runtime } from "../../runtime/runtime.js";

/** A mapping given by an embedder: names are asked of it before the globals. */
export interface LookupHook {
  lookup(name: string): PyObject | undefined;
  /** Takes an assignment; absent: names cannot be assigned. */
  store?(name: string, value: PyObject): void;
  /** Takes a `del`; false when there is no such name. */
  remove?(name: string): boolean;
}

interface Table {
  entryStr(key: string): Entry | undefined;
  readonly version: number;
}

/** The builtins that belong to these globals (`__builtins__`: a module or a dict). */
export function builtinsOf(rt: Runtime, globals: PyDict): PyDict {
  const b = globals.getStr("__builtins__");
  if (b !== undefined) {
    if (rt.isModule(b)) return b.$d!;
    if (rt.isInstance(b, rt.types["dict"])) return b as PyDict;
  }
  return rt.imports.builtins.$d!;
}

/** One global name: keeps the dictionary's entry, or the builtins' while the globals have no key of that name. */
export class GlobalCell {
  private entry: Entry | undefined;
  private builtin: Entry | undefined;
  private version = -1;

  constructor(
    private readonly rt: Runtime,
    private readonly globals: PyDict,
    private readonly name: string,
  ) {}

  /** The value; `place` becomes the running frame's if there is none. @throws NameError */
  get(place?: number): PyObject {
    const e = this.entry;
    if (e !== undefined) {
      const v = e.value as PyObject | undefined;
      if (v !== undefined) return v;
    }
    return this.find(place);
  }

  set(value: PyObject): void {
    const e = this.entry;
    if (e !== undefined && e.value !== undefined) e.value = value;
    else this.globals.setStr(this.name, value);
  }

  private find(place?: number): PyObject {
    const table = this.globals as unknown as Table;
    if (this.builtin !== undefined && this.version === table.version) {
      const v = this.builtin.value as PyObject | undefined;
      if (v !== undefined) return v;
    }
    this.entry = table.entryStr(this.name);
    if (this.entry !== undefined) return this.entry.value as PyObject;
    const builtins = builtinsOf(this.rt, this.globals) as unknown as Table;
    this.builtin = builtins.entryStr(this.name);
    this.version = table.version;
    if (this.builtin !== undefined) return this.builtin.value as PyObject;
    if (place !== undefined) this.rt.code.thread.at(place);
    throw nameError(this.rt, this.name);
  }
}

function nameError(rt: Runtime, name: string): PyObject {
  return named(rt, rt.error("NameError", `name '${name}' is not defined`), name);
}

/** NameError keeps the name (its attribute `name`, since 3.10). */
function named(rt: Runtime, e: PyObject, name: string): PyObject {
  e["$nameText"] = rt.str(name);
  return e;
}

export function namespaces(rt: Runtime): Record<string, unknown> {
  const Dict = rt.types["dict"];

  /** The cell of a global; all functions with the same globals share it. */
  function gc(globals: PyDict, name: string): GlobalCell {
    const cells = globals.asNamespace.cells as Map<string, GlobalCell>;
    let cell = cells.get(name);
    if (cell === undefined) {
      cell = new GlobalCell(rt, globals, name);
      cells.set(name, cell);
    }
    return cell;
  }

  function inSpace(ns: PyObject, name: string, place?: number): PyObject | undefined {
    if (ns.ob$type === Dict) return (ns as PyDict).getStr(name);
    if (place !== undefined) rt.code.thread.at(place);
    const hook = ns as unknown as LookupHook;
    if (ns.ob$type === undefined) return hook.lookup(name);
    try {
      return rt.getItem(ns, rt.str(name));
    } catch (e) {
      if (rt.isException(e, "KeyError")) return undefined;
      throw e;
    }
  }
  function ln(ns: PyObject, globals: PyDict, name: string, place: number): PyObject {
    return inSpace(ns, name, place) ?? gc(globals, name).get(place);
  }
  function lc(ns: PyObject, cell: { v: PyObject | undefined }, name: string, place: number): PyObject {
    return inSpace(ns, name, place) ?? cell.v ?? uf(name, place);
  }
  function lcd(
    ns: { v: PyObject },
    cell: { v: PyObject | undefined },
    name: string,
    place: number,
  ): PyObject {
    return inSpace(ns.v, name, place) ?? cell.v ?? uf(name, place);
  }
  function sn(ns: PyObject, name: string, value: PyObject): void {
    if (ns.ob$type === Dict) (ns as PyDict).setStr(name, value);
    else if (ns.ob$type === undefined) hooked(ns, "store")(name, value);
    else rt.setItem(ns, rt.str(name), value);
  }
  function hooked(ns: unknown, what: "store"): (name: string, value: PyObject) => void;
  function hooked(ns: unknown, what: "remove"): (name: string) => boolean;
  function hooked(ns: unknown, what: "store" | "remove"): (name: string, value: PyObject) => unknown {
    const hook = ns as LookupHook;
    if (hook[what] === undefined) throw rt.error("TypeError", "names cannot be assigned in this namespace");
    return (name, value) => hook[what]!(name, value);
  }
  function dn(ns: PyObject, name: string): void {
    if (!drop(ns, name)) throw nameError(rt, name);
  }
  /** Removes a name if it is there. */
  function xn(ns: PyObject, name: string): void {
    drop(ns, name);
  }
  function drop(ns: PyObject, name: string): boolean {
    if (ns.ob$type === Dict) return (ns as PyDict).delStr(name);
    if (ns.ob$type === undefined) return hooked(ns, "remove")(name);
    try {
      rt.delItem(ns, rt.str(name));
      return true;
    } catch (e) {
      if (rt.isException(e, "KeyError")) return false;
      throw e;
    }
  }

  function ub(name: string, place?: number): never {
    if (place !== undefined) rt.code.thread.at(place);
    throw named(
      rt,
      rt.error(
        "UnboundLocalError",
        `cannot access local variable '${name}' where it is not associated with a value`,
      ),
      name,
    );
  }
  function uf(name: string, place?: number): never {
    if (place !== undefined) rt.code.thread.at(place);
    throw named(
      rt,
      rt.error(
        "NameError",
        `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
      ),
      name,
    );
  }

  function anninit(ns: PyObject): void {
    if (inSpace(ns, "__annotations__") === undefined) sn(ns, "__annotations__", rt.newDict());
  }
  function ann(ns: PyObject, name: string, value: PyObject): void {
    const d = inSpace(ns, "__annotations__");
    if (d === undefined) throw nameError(rt, "__annotations__");
    rt.setItem(d, rt.str(name), value);
  }

  return { gc, ln, lc, lcd, sn, dn, xn, ub, uf, anninit, ann, inSpace };
}
