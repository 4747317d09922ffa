/**
 * bb.cache.CacheData as signature handlers meet it (`dataCaches[mc]`): what BitBake keeps of all recipes of one
 * configuration, in dicts by recipe, PN or name. Each dict is made when it is first asked for.
 */
import type { Value } from "../../../datastore/index.js";
import type { PyDict, PyObject } from "../../../vm/runtime/objects.js";
import type { Binding } from "../binding.js";

/** A package of a recipe. */
interface CachedPackage {
  readonly name: string;
  readonly rprovides: readonly string[];
  readonly rdepends: readonly string[];
  readonly rrecommends: readonly string[];
}

/** A task; flags are absent where they are not set. */
export interface CachedTask {
  readonly name: string;
  readonly deps: readonly string[];
  readonly basehash?: string;
  readonly fileChecksums?: string;
  readonly stampExtraInfo?: string;
}

/** What signature handlers may ask about one recipe; a RecipeSummary (src/layers) is such. */
export interface CachedRecipe {
  /** As BitBake names the recipe. */
  readonly key: string;
  readonly pn: string;
  readonly pe: string;
  readonly pv: string;
  readonly pr: string;
  readonly skipped?: string;
  readonly defaultPreference: number;
  readonly inherits: readonly string[];
  readonly provides: readonly string[];
  readonly packages: readonly CachedPackage[];
  readonly packagesDynamic: readonly string[];
  readonly depends: readonly string[];
  readonly rdepends: readonly string[];
  readonly rrecommends: readonly string[];
  readonly tasks: readonly CachedTask[];
  readonly notWorld: boolean;
  readonly stamp: string;
  readonly stampClean: string;
  readonly fakerootEnv: string;
  readonly fakerootDirs: string;
  readonly fakerootNoEnv: string;
  /** BB_HASHFILENAME. */
  readonly hashFilename?: string;
}

/** What a task's signature is made of, for the files that dump_sigtask writes. */
export interface SignatureParts {
  /** The dependencies of each task. */
  readonly tasks: ReadonlyMap<string, readonly string[]>;
  /** What each of them depends on directly. */
  readonly direct: ReadonlyMap<string, readonly string[]>;
  /** Texts mostly; flags may hold other types, as the store has them. */
  readonly values: ReadonlyMap<string, Value>;
}

/** Flags as `task_deps` has them. */
const taskFlags =
  "mcdepends depends rdepends deptask rdeptask recrdeptask recideptask nostamp fakeroot noexec umask".split(
    " ",
  );

/** A name's items, in the order they come. */
class Lists extends Map<string, string[]> {
  add(name: string, item: string): void {
    const known = this.get(name);
    if (known === undefined) this.set(name, [item]);
    else if (!known.includes(item)) known.push(item);
  }
}

export function defineRecipeCache(binding: Binding): void {
  const { rt } = binding;
  const text = (value: string): PyObject => rt.str(value);
  const list = (items: readonly string[]): PyObject => binding.list(items);
  const lists = (entries: Iterable<readonly [string, readonly string[]]>): PyDict =>
    rt.dict([...entries].map(([name, items]) => [name, list(items)] as const));
  const texts = (entries: Iterable<readonly [string, string]>): PyDict =>
    rt.dict([...entries].map(([name, item]) => [name, text(item)] as const));
  const recipesOf = (self: PyObject): readonly CachedRecipe[] =>
    (self["$recipes"] as readonly CachedRecipe[] | undefined) ?? [];

  const byRecipe =
    (value: (recipe: CachedRecipe) => PyObject) =>
    (recipes: readonly CachedRecipe[]): PyDict =>
      rt.dict(recipes.map((recipe) => [recipe.key, value(recipe)] as const));
  const byName =
    (names: (recipe: CachedRecipe) => Iterable<string>, item: (recipe: CachedRecipe) => string) =>
    (recipes: readonly CachedRecipe[]): PyDict => {
      const found = new Lists();
      for (const recipe of recipes) for (const name of names(recipe)) found.add(name, item(recipe));
      return lists(found);
    };
  const byPackage = (own: "rdepends" | "rrecommends"): ((recipes: readonly CachedRecipe[]) => PyDict) =>
    byRecipe((recipe) =>
      lists(recipe.packages.map((item) => [item.name, [...item[own], ...recipe[own]]] as const)),
    );
  const byTask =
    (value: (task: CachedTask) => string | undefined, absent: boolean): ((r: CachedRecipe) => PyDict) =>
    (recipe) =>
      rt.dict(
        recipe.tasks.flatMap((task) => {
          const found = value(task);
          if (found === undefined) return absent ? [[task.name, rt.none] as const] : [];
          return [[task.name, text(found)] as const];
        }),
      );
  const key = (recipe: CachedRecipe): string => recipe.key;

  const fields: Readonly<Record<string, (recipes: readonly CachedRecipe[]) => PyObject>> = {
    pkg_fn: byRecipe(({ pn }) => text(pn)),
    pkg_pn: byName(({ pn }) => [pn], key),
    pkg_pepvpr: byRecipe(({ pe, pv, pr }) => rt.tuple([pe, pv, pr].map(text))),
    pkg_dp: byRecipe(({ defaultPreference }) => rt.int(defaultPreference)),
    stamp: byRecipe(({ stamp }) => text(stamp)),
    stampclean: byRecipe(({ stampClean }) => text(stampClean)),
    stamp_extrainfo: byRecipe(byTask(({ stampExtraInfo }) => stampExtraInfo, true)),
    file_checksums: byRecipe(byTask(({ fileChecksums }) => fileChecksums, false)),
    fn_provides: byRecipe(({ provides }) => list(provides)),
    pn_provides: (recipes) => {
      const found = new Lists();
      for (const { pn, provides } of recipes) for (const name of provides) found.add(pn, name);
      return lists(found);
    },
    providers: byName(({ provides }) => provides, key),
    packages: byName(({ packages }) => packages.map(({ name }) => name), key),
    rproviders: byName(({ packages }) => packages.flatMap(({ rprovides }) => rprovides), key),
    packages_dynamic: byName(({ packagesDynamic }) => packagesDynamic, key),
    deps: byRecipe(({ depends }) => list(depends)),
    all_depends: (recipes) => list([...new Set(recipes.flatMap(({ depends }) => depends))]),
    rundeps: byPackage("rdepends"),
    runrecs: byPackage("rrecommends"),
    possible_world: (recipes) => list(recipes.filter(({ notWorld }) => !notWorld).map(key)),
    universe_target: (recipes) => list([...new Set(recipes.map(({ pn }) => pn))]),
    hashfn: byRecipe(({ hashFilename }) => text(hashFilename ?? "")),
    inherits: byRecipe(({ inherits }) => list(inherits)),
    fakerootenv: byRecipe(({ fakerootEnv }) => text(fakerootEnv)),
    fakerootdirs: byRecipe(({ fakerootDirs }) => text(fakerootDirs)),
    fakerootnoenv: byRecipe(({ fakerootNoEnv }) => text(fakerootNoEnv)),
    basetaskhash: (recipes) =>
      texts(
        recipes.flatMap((recipe) =>
          recipe.tasks.flatMap(({ name, basehash }) =>
            basehash === undefined ? [] : [[`${recipe.key}:${name}`, basehash] as const],
          ),
        ),
      ),
    task_deps: byRecipe((recipe) => {
      const { tasks } = recipe;
      const found: [string, PyObject][] = [
        ["tasks", list(tasks.map(({ name }) => name))],
        ["parents", lists(tasks.map(({ name, deps }) => [name, deps] as const))],
      ];
      for (const flag of taskFlags) {
        const flagged = byTask(
          (task) => (task as unknown as Record<string, string | undefined>)[flag],
          false,
        );
        found.push([flag, flagged(recipe)]);
      }
      return rt.dict(found);
    }),
  };

  const getset: Record<
    string,
    { get: (self: PyObject) => PyObject; set: (self: PyObject, value: PyObject | undefined) => void }
  > = {};
  for (const [name, make] of Object.entries(fields)) {
    const slot = `$field_${name}`;
    getset[name] = {
      get: (self) => (self[slot] as PyObject | undefined) ?? (self[slot] = make(recipesOf(self))),
      set: (self, value) => {
        self[slot] = value;
      },
    };
  }
  binding.define({ name: "CacheData", module: "bb.cache", dict: true, getset });
}

/** A CacheData of these recipes; skipped ones are not in it. */
export function recipeCache(binding: Binding, recipes: Iterable<CachedRecipe>): PyObject {
  const cache = binding.rt.alloc(binding.exceptionClass("bb.cache.CacheData")) as PyObject;
  cache["$recipes"] = [...recipes].filter(({ skipped }) => skipped === undefined);
  return cache;
}

/** Gives a cache what dump_sigtask writes of a recipe. */
export function addSignatureParts(
  binding: Binding,
  cache: PyObject,
  key: string,
  { tasks, direct, values }: SignatureParts,
): void {
  const { rt } = binding;
  const put = (name: string, value: PyObject): void => {
    const dict = rt.instanceDict(cache);
    if (dict.getStr(name) === undefined) dict.setStr(name, rt.newDict());
    (dict.getStr(name) as PyDict).setStr(key, value);
  };
  const lists = (entries: ReadonlyMap<string, readonly string[]>): PyObject =>
    rt.dict([...entries].map(([name, items]) => [name, binding.list(items)] as const));
  put("siggen_taskdeps", lists(tasks));
  put("siggen_gendeps", lists(direct));
  put("siggen_varvals", rt.dict([...values].map(([name, value]) => [name, binding.toPy(value)] as const)));
}

/** Drops what addSignatureParts() gave. */
export function forgetSignatureParts(binding: Binding, cache: PyObject): void {
  const dict = binding.rt.instanceDict(cache);
  for (const name of ["siggen_taskdeps", "siggen_gendeps", "siggen_varvals"]) dict.delStr(name);
}
