/**
 * The files that an evaluation depends on: every file read, and every place where one was looked for in vain. BitBake
 * keeps them in the datastore (`__depends`), so that copies inherit them; so do we.
 */
import type { DataStore } from "../datastore/index.js";

const variable = "__depends";
const base = "__base_depends";

/** The paths noted in a store, without those of the configuration. */
export function dependencies(store: DataStore): readonly string[] {
  return (store.getVar(variable, false) as readonly string[] | null) ?? [];
}

/** The paths that the configuration of a store depends on. */
export function baseDependencies(store: DataStore): readonly string[] {
  return (store.getVar(base, false) as readonly string[] | null) ?? [];
}

/** Notes a path; once is enough. */
export function markDependency(store: DataStore, path: string): void {
  const known = dependencies(store);
  if (!known.includes(path)) store.setVar(variable, [...known, path], silent);
}

/** Whether a path is noted. */
export function isDependency(store: DataStore, path: string): boolean {
  return dependencies(store).includes(path);
}

/** Ends the configuration: what is noted so far belongs to every recipe. */
export function sealBaseDependencies(store: DataStore): void {
  store.setVar(base, dependencies(store), silent);
  store.delVar(variable, silent);
}

/** The value of BBINCLUDED: every file of the configuration and of the recipe. */
export class IncludedFiles {
  #base: readonly string[] = [];
  #text = "";

  of(store: DataStore): string {
    const base = baseDependencies(store);
    if (base !== this.#base) {
      this.#base = base;
      this.#text = base.join(" ");
    }
    const own = dependencies(store).join(" ");
    return base.length === 0 || own === "" ? this.#text + own : `${this.#text} ${own}`;
  }
}

const silent = { ignore: true } as const;
