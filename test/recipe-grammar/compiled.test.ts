/** The compiled grammar is that of the text. */
import { expect } from "chai";
import * as ohm from "ohm-js";
import { grammarText } from "../../src/recipe-grammar/grammar.js";
import { recipe } from "../../src/recipe-grammar/grammar-recipe.generated.js";

describe("grammar: compiled form", () => {
  // Ohm has the method, its types do not.
  const compiled = ohm.grammar(grammarText) as unknown as { toRecipe(): string };

  it("is up to date (else: node --import tsx scripts/compile-grammar.mjs)", () => {
    expect(JSON.parse(recipe)).to.deep.equal(JSON.parse(compiled.toRecipe()));
  });
});
