/** Where a limit stops the evaluation static mode answers, and says so. */
import { expect } from "chai";
import { openWorkspace } from "../../src/layers/open.js";
import { recipeVariables, type RecipeVariables } from "../../src/layers/fallback.js";
import { openStaticWorkspace } from "../../src/layers/open-static.js";
import { exampleHost } from "../layers/example.js";

const file = "/example/meta-teapot/recipes-tea/kettle/kettle_1.0.bb";
const topdir = "/example/build";
function variables(text: string): RecipeVariables {
  const host = exampleHost("samovar", { [file]: text });
  const workspace = openWorkspace({ host, topdir, limits: { steps: 100_000 } });
  return recipeVariables(workspace, "kettle", () =>
    openStaticWorkspace({ host: exampleHost("samovar", { [file]: text }), topdir }),
  );
}

describe("layers: static mode as the fallback", () => {
  it("a recipe that never ends: static, with the limit and its place", () => {
    const { mode, stopped, variable } = variables(
      'A = "1"\nB = "${A}2"\npython __anonymous() {\n    d.setVar("C", "x")\n    while True:\n        pass\n}\n',
    );
    expect(mode).to.equal("static");
    expect(stopped).to.include({ limit: "steps", maximum: 100_000 });
    expect(stopped?.place?.file).to.equal(file);
    expect(variable("B")).to.deep.equal({ state: "known", value: "12" });
    expect(variable("C").state).to.equal("unknown");
  });

  it("a variable whose value never ends: the others are of the full evaluation", () => {
    const { mode, stopped, variable } = variables(
      'A = "1"\nB = "${@[x for x in iter(int, 1)]}"\nC = "${@str(len("abc"))}"\n',
    );
    expect(mode).to.equal("full");
    expect(stopped).to.equal(undefined);
    expect(variable("C")).to.deep.equal({ state: "known", value: "3" });
    expect(variable("B").state).to.equal("unknown");
  });

  it("other errors stay errors", () => {
    expect(() => variables("this is no recipe\n")).to.throw(/this is no recipe/);
  });
});
