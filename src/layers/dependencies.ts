/** LAYERDEPENDS, LAYERRECOMMENDS and LAYERVERSION: which layers a layer needs, and whether they are there. */
import type { DataStore } from "../datastore/index.js";
import { explodeDepVersions2 } from "../modules/bb/dependencies.js";
import { versionsSatisfy } from "../modules/bb/versions.js";

/** What is wrong with the dependencies of the layers, in BitBake's words; empty if nothing is. */
export function checkLayerDependencies(store: DataStore, collections: readonly string[]): string[] {
  const errors: string[] = [];
  for (const name of collections) {
    for (const [depended, constraints] of constraintsOf(store, `LAYERDEPENDS_${name}`)) {
      if (!collections.includes(depended)) {
        errors.push(
          `Layer '${name}' depends on layer '${depended}', but this layer is not enabled in your configuration`,
        );
        continue;
      }
      for (const constraint of constraints) {
        const version = store.getVar(`LAYERVERSION_${depended}`);
        const [operator = "", wanted = ""] = constraint.split(" ");
        if (typeof version !== "string" || version === "") {
          errors.push(
            `Layer '${name}' depends on version ${constraint} of layer '${depended}', which exists in your ` +
              "configuration but does not specify a version. Check that you are using the correct matching " +
              "versions/branches of these two layers.",
          );
        } else if (!versionsSatisfy(version, wanted, operator)) {
          errors.push(
            `Layer '${name}' depends on version ${constraint} of layer '${depended}', but version ${version} is ` +
              "currently enabled in your configuration. Check that you are using the correct matching " +
              "versions/branches of these two layers.",
          );
        }
      }
    }
  }
  return errors;
}

/** The layers that a layer depends on and those that it recommends, as far as they are there. */
export function layerNames(store: DataStore, name: string, collections: readonly string[]): string[] {
  const recommended = constraintsOf(store, `LAYERRECOMMENDS_${name}`).filter(([layer]) =>
    collections.includes(layer),
  );
  return [...constraintsOf(store, `LAYERDEPENDS_${name}`), ...recommended].map(([layer]) => layer);
}

/** `core (>= 2) extra` as [["core", [">= 2"]], ["extra", []]]. */
function constraintsOf(store: DataStore, variable: string): [string, string[]][] {
  const text = store.getVar(variable);
  if (typeof text !== "string") return [];
  return [...explodeDepVersions2(text)].flatMap(([name, versions]) =>
    name === undefined ? [] : [[name, versions]],
  );
}
