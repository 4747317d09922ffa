/**
 * Keeps what one recipe does to modules from the next: names of modules, sys.modules and builtins are put back to what
 * they were when the module had been imported. What a recipe changes inside of objects (a list of a module, an attribute
 * of a class written in Python) is not seen here.
 */
import type { PyDict, PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";

type Names = ReadonlyMap<string, PyObject>;

interface Cell {
  readonly value: PyObject | undefined;
}

/** A namespace as it was when its module had been imported. */
class Kept {
  /** The cells of `names` and their values, in step; they are the namespace's as long as `version` is. */
  #cells: Cell[] = [];
  #values: PyObject[] = [];
  #version: unknown;

  constructor(
    private readonly dict: PyDict,
    private readonly names: Names,
  ) {
    this.#look();
  }

  #look(): void {
    this.#cells = [];
    this.#values = [];
    const cells = this.dict["map"] as Map<unknown, Cell>;
    for (const [name, value] of this.names) {
      const cell = cells.get(name);
      if (cell === undefined) continue;
      this.#cells.push(cell);
      this.#values.push(value);
    }
    this.#version = this.dict["version"];
  }

  /** Nearly always nothing has changed: this is asked of every module after every recipe. */
  #stands(): boolean {
    if (this.dict["version"] !== this.#version) return false;
    const cells = this.#cells;
    const values = this.#values;
    for (let i = 0; i < cells.length; i++) if (cells[i].value !== values[i]) return false;
    return true;
  }

  /** `modules`: see the function. */
  putBack(modules?: Names): void {
    if (this.#stands()) return;
    putBack(this.dict, this.names, modules);
    this.#look();
  }
}

export class ModuleGuard {
  /** What a module held when its import had ended. */
  readonly #contents = new Map<PyObject, Kept>();
  /** sys.modules as imports made it. */
  readonly #modules = new Map<string, PyObject>();
  /** sys.modules, once the configuration has begun. */
  #loaded: Kept | undefined;

  constructor(private readonly rt: Runtime) {
    rt.imports.onLoaded = (name, module) => {
      if (this.#loaded !== undefined) this.#remember(name, module);
    };
  }

  /** From now on modules are kept as they are: the configuration is evaluated. Later calls do nothing. */
  start(): void {
    if (this.#loaded !== undefined) return;
    const { modules } = this.rt.imports;
    for (const [name, module] of namesOf(modules)) this.#remember(name, module);
    this.#loaded = new Kept(modules, this.#modules);
  }

  #remember(name: string, module: PyObject): void {
    this.#modules.set(name, module);
    if (this.rt.imports.isPending(module)) return; // comes again when it has been run
    const dict = dictOf(module);
    if (dict !== undefined) this.#contents.set(module, new Kept(dict, namesOf(dict)));
  }

  /** Puts everything back. */
  restore(): void {
    if (this.#loaded === undefined) return;
    this.#loaded.putBack();
    for (const kept of this.#contents.values()) kept.putBack(this.#modules);
  }
}

function dictOf(module: PyObject): PyDict | undefined {
  return module["$d"];
}

function namesOf(dict: PyDict): Map<string, PyObject> {
  const names = new Map<string, PyObject>();
  for (const [key, entry] of dict["map"] as Map<unknown, { value: PyObject | undefined }>)
    if (typeof key === "string" && entry.value !== undefined) names.set(key, entry.value);
  return names;
}

/** Makes the names of `dict` those of `names`; a name that holds a module of `modules` may come: a submodule. */
function putBack(dict: PyDict, names: Names, modules?: Names): void {
  for (const [key, value] of namesOf(dict)) {
    const old = names.get(key);
    if (old === value) continue;
    if (old !== undefined) dict.setStr(key, old);
    else if (modules === undefined || ![...modules.values()].includes(value)) dict.delStr(key);
  }
  for (const [key, value] of names) if (dict.getStr(key) === undefined) dict.setStr(key, value);
}
