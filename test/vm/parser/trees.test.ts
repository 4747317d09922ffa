// Syntax trees against CPython 3.13's: trees.json is made from trees.txt by ../make-expected.sh.
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { canonicalTree } from "../../../conformance/canonical-ast.js";
import { parse } from "../../../src/vm/parser/parse.js";

const cases = JSON.parse(readFileSync(new URL("trees.json", import.meta.url), "utf8")) as [string, string][];
const unicodeName = (name: string): string | undefined => (name === "BULLET" ? "\u2022" : undefined);

describe("Python parser: trees with positions as CPython 3.13's", () => {
  for (const [source, tree] of cases)
    it(source.split("\n").slice(0, 2).join(" / "), () => {
      expect(canonicalTree(parse(source, { filename: "s", unicodeName }), true)).to.equal(tree);
    });
});
