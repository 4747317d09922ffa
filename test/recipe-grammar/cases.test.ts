/** Every case in cases/ against what BitBake itself reads in it (conformance/grammar/oracle.py wrote the answers). */
import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { type Answer, answerOf, expectedOf } from "../../conformance/grammar/normal-form.js";
import { print, RecipeParser } from "../../src/recipe-grammar/index.js";

interface Case {
  readonly file: string;
  readonly text: string;
  readonly baseConfig?: boolean;
}

const folder = new URL("cases/", import.meta.url);
const load = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

describe("grammar: what BitBake reads", () => {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".json") || name.endsWith(".expected.json")) continue;
    const topic = name.slice(0, -".json".length);
    describe(topic, () => {
      const cases = load(name) as Case[];
      const answers = load(`${topic}.expected.json`) as Answer[];
      it("has an answer for every case", () => expect(answers).to.have.length(cases.length));
      const parser = new RecipeParser();
      cases.forEach(({ file, text, baseConfig = false }, i) => {
        it(`${file} ${JSON.stringify(text)}`, () => {
          const tree = parser.parse(text, file, { baseConfig });
          const ours = JSON.parse(JSON.stringify(answerOf(tree))) as Answer;
          expect(ours).to.deep.equal(expectedOf(answers[i], ours));
          expect(print(tree)).to.equal(text);
        });
      });
    });
  }
});
