/** The grammar ready for use, from the form that Ohm calls a recipe. A compiled grammar holds no state. */
import * as ohm from "ohm-js";
import { recipe } from "./grammar-recipe.generated.js";

// Ohm exports it without a type.
const { makeRecipe } = ohm as unknown as { makeRecipe: (recipe: unknown) => ohm.Grammar };

export const grammar: ohm.Grammar = makeRecipe(JSON.parse(recipe));
