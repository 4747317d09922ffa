/**
 * Virtual names in build dependencies: the words of DEPENDS and of the tasks' `depends` flags that
 * BB_RECIPE_VIRTUAL_PROVIDERS lists become their PREFERRED_PROVIDER, before hashes and caches see them. Behaviour as
 * measured on BitBake 2.19: the texts are split and joined again even where nothing is listed, and are set even where
 * they were not.
 */
import type { DataStore } from "../datastore/index.js";
import { places } from "../modules/bb/places.js";
import type { Evaluator } from "./evaluator.js";

const words = (value: unknown): string[] =>
  typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];

/** Rewrites DEPENDS and the `depends` flag of every task of a recipe. */
export function remapVirtualProviders(
  store: DataStore,
  tasks: readonly string[],
  evaluator: Evaluator,
): void {
  const virtuals = new Set(words(store.getVar("BB_RECIPE_VIRTUAL_PROVIDERS")));
  const providers = new Map<string, string>();
  const provider = (name: string): string => {
    if (!virtuals.has(name)) return name;
    let found = providers.get(name);
    if (found === undefined) {
      const preferred = store.getVar(`PREFERRED_PROVIDER_${name}`);
      if (preferred === null) {
        evaluator.log({
          level: "warn",
          message: `Variable PREFERRED_PROVIDER_${name} is not set, but ${name} is listed in BB_RECIPE_VIRTUAL_PROVIDERS`,
        });
      }
      found = typeof preferred === "string" ? preferred : name;
      providers.set(name, found);
    }
    return found;
  };
  const read = (get: () => unknown): unknown => {
    try {
      return get();
    } catch (error) {
      const value = evaluator.python.unknown?.valueOf(error);
      if (value === undefined) throw error;
      return value;
    }
  };
  const isUnknown = (value: unknown): boolean => evaluator.python.unknown?.isUnknown(value) === true;
  const own = read(() => store.getVar("DEPENDS"));
  if (isUnknown(own)) store.setVar("DEPENDS", own, places.virtualProviders);
  else store.setVar("DEPENDS", words(own).map(provider).join(" "), places.virtualProviders);
  for (const task of tasks) {
    const flag = read(() => store.getVarFlag(task, "depends"));
    if (isUnknown(flag)) {
      store.setVarFlag(task, "depends", flag, places.virtualTaskProviders);
      continue;
    }
    const depends = words(flag).map((word) => {
      const colon = word.indexOf(":");
      return colon < 0 ? provider(word) : provider(word.slice(0, colon)) + word.slice(colon);
    });
    store.setVarFlag(task, "depends", depends.join(" "), places.virtualTaskProviders);
  }
}
