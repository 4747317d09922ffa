/**
 * A configuration's signature handler, an object of the metadata's own class (oe-core's, any layer's) in the VM, asked
 * as BitBake asks it: told all recipes (setup_datacache), the providers chosen (tasks_resolved) and the tasks that may
 * come from a shared state (set_setscene_tasks), then for each task, in the order of dependence, prep_taskhash,
 * get_taskhash, get_unihash. Exceptions of Python are thrown as they are.
 */
import type { DataStore } from "../datastore/index.js";
import type { BitBakeModules } from "../modules/bb/index.js";
import type { CachedRecipe, SignatureParts } from "../modules/bb/siggen/recipe-cache.js";
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";

/** The hashes of a task. */
export interface Hashes {
  readonly taskhash: string;
  /** What stands for the task where another one depends on it: without a server mostly its hash. */
  readonly unihash: string;
}

/** What a task's hash is made of beside its base hash. */
export interface HashParts {
  /** Tasks that count, `PN:do_task` and the id; in no order. */
  readonly dependencies: readonly (readonly [name: string, id: string])[];
  /** Local files, with their paths. */
  readonly files: readonly (readonly [path: string, checksum: string])[];
  /** "nostamp:UUID", or what a taint file of `bitbake -f` holds. */
  readonly taint?: string;
}

/** See the file's comment. */
export class SignatureHandler {
  readonly #generator: PyObject;
  #caches = new Map<string, PyObject>();
  #dict: PyObject;

  constructor(
    private readonly rt: Runtime,
    private readonly bb: BitBakeModules,
    configuration: DataStore,
  ) {
    rt.budget.renew();
    this.#generator = bb.signatureGenerator(configuration);
    this.#dict = rt.newDict();
  }

  /** The class's `name`: "OEBasicHash", "noop", ... */
  get name(): string {
    return this.rt.strOf(this.rt.getattr(this.#generator, "name"));
  }

  /** Tells all recipes, by multiconfig. */
  setRecipes(recipes: ReadonlyMap<string, Iterable<CachedRecipe>>): void {
    this.#caches = new Map([...recipes].map(([mc, own]) => [mc, this.bb.recipeCache(own)] as const));
    this.#dict = this.rt.dict([...this.#caches]);
    this.#call("setup_datacache", [this.#dict]);
  }

  /** Tells the recipes (`key`, `pn`) chosen for names that begin with "virtual/". */
  tasksResolved(
    mc: string,
    chosen: ReadonlyMap<string, { readonly key: string; readonly pn: string }>,
  ): void {
    const { rt } = this;
    if (rt.lookup(this.#generator, "tasks_resolved") === undefined) return;
    const map = (field: "key" | "pn"): PyObject =>
      rt.dict([...chosen].map(([name, recipe]) => [name, rt.str(recipe[field])] as const));
    this.#call("tasks_resolved", [map("key"), map("pn"), this.#caches.get(mc) ?? rt.none]);
  }

  /** Tells the tasks that have a do_..._setscene. */
  setSetsceneTasks(ids: Iterable<string>): void {
    const { rt } = this;
    const items = [...ids].map((id) => rt.str(id));
    this.#call("set_setscene_tasks", [rt.call(rt.types["set"] as PyObject, [rt.list(items)])]);
  }

  /** The hashes of a task whose dependencies, all of them, were asked for before. */
  hash(id: string, dependencies: Iterable<string>): Hashes {
    const { rt } = this;
    const tid = rt.str(id);
    const deps = rt.call(rt.types["set"] as PyObject, [rt.list([...dependencies].map((dep) => rt.str(dep)))]);
    this.#call("prep_taskhash", [tid, deps, this.#dict]);
    const taskhash = rt.strOf(this.#call("get_taskhash", [tid, deps, this.#dict]));
    return { taskhash, unihash: rt.strOf(this.#call("get_unihash", [tid])) };
  }

  /** What went into a task's hash. */
  parts(id: string): HashParts {
    const { rt } = this;
    const find = (table: string): PyObject | undefined => {
      const dict = rt.getattr(this.#generator, table);
      const tid = rt.str(id);
      return rt.contains(dict, tid) ? rt.getItem(dict, tid) : undefined;
    };
    const pairs = (list: PyObject | undefined): [string, string][] =>
      list === undefined
        ? []
        : rt.toArray(list).map((pair) => {
            const [a, b] = rt.toArray(pair);
            return [rt.strOf(a), rt.strOf(b)];
          });
    const taint = find("taints");
    return {
      dependencies: pairs(find("runtaskdeps")),
      files: pairs(find("file_checksum_values")),
      ...(taint === undefined ? {} : { taint: rt.strOf(taint) }),
    };
  }

  /** Gives what dump() writes of a recipe's tasks. */
  setParts(mc: string, key: string, parts: SignatureParts): void {
    const cache = this.#caches.get(mc);
    if (cache !== undefined) this.bb.addSignatureParts(cache, key, parts);
  }

  /** Drops what setParts() gave. */
  forgetParts(): void {
    for (const cache of this.#caches.values()) this.bb.forgetSignatureParts(cache);
  }

  /** Lets the handler write a task's sigdata file (dump_sigtask) to the host. */
  dump(key: string, task: string, stamp: string): void {
    const { rt } = this;
    this.#call("dump_sigtask", [rt.str(key), rt.str(task), rt.str(stamp), rt.true]);
  }

  #call(method: string, args: readonly PyObject[]): PyObject {
    this.rt.budget.renew();
    return this.rt.callMethod(this.#generator, method, [...args]);
  }
}
