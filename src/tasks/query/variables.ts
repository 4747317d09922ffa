/** Variables of recipes for queries: what the summary has is not evaluated again, the rest is evaluated when asked for. */
import type { DataStore } from "../../datastore/index.js";
import type { RecipeSummary } from "../../layers/summary.js";
import type { Workspace } from "../../layers/workspace.js";

/** How many evaluated recipes are kept; a query goes through them in its own order, often several times. */
const KEPT = 200;

/** Looks up expanded values; undefined for what is not set or no text. */
export function recipeVariables(
  workspace: Workspace,
): (recipe: RecipeSummary, name: string) => string | undefined {
  const stores = new Map<string, DataStore | undefined>();
  const storeOf = (recipe: RecipeSummary): DataStore | undefined => {
    if (!stores.has(recipe.key)) {
      const part = workspace.multiconfig(recipe.mc) ?? workspace;
      const [variant] = part.evaluate(recipe.file, (name) => name === recipe.variant);
      const [oldest] = stores.keys();
      if (stores.size >= KEPT && oldest !== undefined) stores.delete(oldest);
      stores.set(recipe.key, variant?.store);
    }
    return stores.get(recipe.key);
  };
  return (recipe, name) => {
    switch (name) {
      case "PN":
        return recipe.pn;
      case "PV":
        return recipe.pv;
      case "PR":
        return recipe.pr;
      case "PE":
        return recipe.pe;
      case "FILE":
        return recipe.file;
      default: {
        const value = storeOf(recipe)?.getVar(name);
        return typeof value === "string" ? value : undefined;
      }
    }
  };
}
