/** Tasks' run scripts, held to real BitBake's (conformance/tasks/scripts.sh). */
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pythonScriptText, shellScriptText } from "../../src/analysis/scripts.js";
import { openRecipe, type Recipe } from "../../src/tasks/recipe.js";
import { taskScript } from "../../src/tasks/script.js";
import { openExample } from "../layers/example.js";

const data = join(import.meta.dirname, "data/scripts");
const read = (name: string): string => readFileSync(join(data, name), "utf8");
const expected = read("expected.jsonl")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { task: string; kind: string; text: string });

describe("tasks: run scripts", () => {
  let recipe: Recipe;
  before(() => {
    const file = "/example/meta-teapot/recipes-scripts/scripts/shelly_1.0.bb";
    recipe = openRecipe(openExample("samovar", { [file]: read("shelly_1.0.bb") }), "shelly");
  });

  for (const { task, kind, text } of expected) {
    it(`${task} as BitBake's`, () => {
      const made = taskScript(recipe, task);
      expect(made.kind).to.equal(kind);
      if (kind === "shell") expect(shellScriptText(made)).to.equal(text);
      else {
        // BitBake writes the functions that a function calls in the order of a set.
        const pieces = (script: string): string[] =>
          script.split(/\n\n(?=def |do_)/).map((each) => each.trim());
        const [ours, theirs] = [pieces(pythonScriptText(task, made)), pieces(text)];
        expect(ours.slice(0, 2)).to.deep.equal(theirs.slice(0, 2));
        expect(ours.sort()).to.deep.equal(theirs.sort());
      }
    });
  }

  it("a shell script goes to its folder, calls the task and ends with its status", () => {
    const { text, directory, functions } = taskScript(recipe, "shell");
    expect(directory).to.equal("/example/build/tmp/work/shelly-1.0-r0");
    expect(text).to.match(/^#!\/bin\/sh\n\nset -e\n# expansion of BROKEN/);
    expect(text).to.match(
      /\ncd '\/example\/build\/tmp\/work\/shelly-1\.0-r0'\ndo_shell\n\n# cleanup\nret=\$\?\ntrap '' 0\nexit \$ret\n$/,
    );
    expect(functions[0]).to.include({ name: "do_shell", line: 41 });
    expect(taskScript(recipe, "nodirs").text).not.to.include("cd '");
  });

  it("an unknown task is an error that names those there are", () => {
    expect(() => taskScript(recipe, "nothing")).to.throw(/do_nothing does not exist for target shelly/);
  });
});
