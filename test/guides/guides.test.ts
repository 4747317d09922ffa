/** The examples of the guides in docs/ do what the pages say. scripts/guides.mjs makes the programs, the type checker reads them too. */
import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";

const docs = new URL("../../docs/", import.meta.url);
const here = new URL("./", import.meta.url);

interface Program {
  run(check: (what: string, value: unknown, expected: unknown) => void): Promise<void>;
}

describe("guides", () => {
  for (const file of readdirSync(docs).filter((name) => name.endsWith(".md"))) {
    const shown = readFileSync(new URL(file, docs), "utf8").match(/^\s*\/\/ => /gm)?.length ?? 0;
    if (shown === 0) continue;
    it(`docs/${file}`, async () => {
      const program = (await import(new URL(file.replace(/\.md$/, ".generated.ts"), here).href)) as Program;
      let checked = 0;
      await program.run((what, value, expected) => {
        checked++;
        expect(value, what).to.deep.equal(expected);
      });
      expect(checked, "npm run generate makes the programs of the pages anew").to.equal(shown);
    });
  }
});
