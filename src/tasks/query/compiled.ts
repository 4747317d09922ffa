/** The query grammar ready for use (see src/recipe-grammar/compiled.ts). */
import * as ohm from "ohm-js";
import { recipe } from "./grammar-query.generated.js";

// Ohm exports it without a type.
const { makeRecipe } = ohm as unknown as { makeRecipe: (recipe: unknown) => ohm.Grammar };

export const queryGrammar: ohm.Grammar = makeRecipe(JSON.parse(recipe));
