/**
 * Keeps what one recipe does to modules from the next: names of modules, sys.modules and builtins are put back to what
 * they were when the module had been imported. What a recipe changes inside of objects (a list of a module, an attribute
 * of a class written in Python) is not seen here.
 */
import type { PyDict, PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";

type Names = ReadonlyMap<string, PyObject>;

export class ModuleGuard {
  /** What a module held when its import had ended. */
  readonly #contents = new Map<PyObject, Names>();
  /** sys.modules as imports made it. */
  readonly #modules = new Map<string, PyObject>();
  #started = false;

  constructor(private readonly rt: Runtime) {
    rt.imports.onLoaded = (name, module) => {
      if (this.#started) this.#remember(name, module);
    };
  }

  /** From now on modules are kept as they are: the configuration is evaluated. Later calls do nothing. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    for (const [name, module] of namesOf(this.rt.imports.modules)) this.#remember(name, module);
  }

  #remember(name: string, module: PyObject): void {
    this.#modules.set(name, module);
    if (this.rt.imports.isPending(module)) return; // comes again when it has been run
    const dict = dictOf(module);
    if (dict !== undefined) this.#contents.set(module, namesOf(dict));
  }

  /** Puts everything back. */
  restore(): void {
    if (!this.#started) return;
    putBack(this.rt.imports.modules, this.#modules);
    for (const [module, names] of this.#contents) {
      const dict = dictOf(module);
      if (dict !== undefined) putBack(dict, names, this.#modules);
    }
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
