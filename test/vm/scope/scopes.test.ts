// Scope analysis against CPython's symtable (and its code objects): the JSON files are made by ../make-expected.sh.
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { canonicalScopes } from "../../../conformance/canonical-scopes.js";
import { parse } from "../../../src/vm/parser/parse.js";
import { analyse } from "../../../src/vm/scope/analyse.js";

const read = (name: string): [string, string][] =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as [string, string][];

const tree = (source: string, withCode: boolean): string =>
  canonicalScopes(analyse(parse(source, { filename: "s" }), { filename: "s" }).root, withCode);

describe("scope analysis: symbol tables and cells as CPython 3.11's", () => {
  for (const [source, expected] of read("scopes.json"))
    it(source.split("\n").slice(0, 2).join(" / "), () => {
      expect(tree(source, true)).to.equal(expected);
    });
});

describe("scope analysis: scopes of type parameters as CPython 3.13's (PEP 695)", () => {
  for (const [source, expected] of read("generic-scopes.json"))
    it(source.split("\n").slice(0, 2).join(" / "), () => {
      // code objects hold CPython's own helpers there; the tables are what PEP 695 describes
      const tables = expected.split("\n").filter((line) => !line.includes(" cells ["));
      expect(tree(source, false).split("\n")).to.deep.equal(tables);
    });
});
