/** The query language over recipes and tasks of the example. */
import { expect } from "chai";
import * as ohm from "ohm-js";
import { SandbakeError } from "../../src/diagnostics/errors.js";
import { evaluateQuery } from "../../src/tasks/query/evaluate.js";
import { recipe as compiled } from "../../src/tasks/query/grammar-query.generated.js";
import { queryGrammarText } from "../../src/tasks/query/grammar.js";
import { parseQuery } from "../../src/tasks/query/parse.js";
import { queryOutput, Universe } from "../../src/tasks/query/universe.js";
import { graphExample } from "./graph.test.js";

describe("tasks: query", () => {
  let world: Universe;
  before(async () => {
    const catalog = await graphExample();
    world = new Universe(catalog.parts, {
      variable: (recipe, name) => (name === "LICENSE" ? "MIT" : name === "PV" ? recipe.pv : undefined),
      search: (pattern) => {
        const test = new RegExp(pattern);
        return (text) => test.test(text);
      },
    });
  });
  const ask = (query: string): string[] =>
    queryOutput(evaluateQuery(parseQuery(query), world), world, "label")
      .split("\n")
      .filter(Boolean);

  const answers: [string, string[]][] = [
    ["pot", ["pot"]],
    ["virtual/tool", ["leaves-tool"]],
    ["tin", ["leaves"]],
    ["deps(pot)", ["leaves", "leaves-tool", "pot"]],
    ["deps('set', 1)", ["green-tea", "leaves-native", "pot", "set"]],
    ["deps(pot) - pot", ["leaves", "leaves-tool"]],
    ["deps(pot) except leaves union kettle", ["kettle", "leaves-tool", "pot"]],
    ["deps(pot) intersect deps(leaves)", ["leaves", "leaves-tool"]],
    ["deps(pot) ^ set(leaves 'set')", ["leaves"]],
    ["rdeps(leaves)", ["leaves", "leaves-native", "pot", "set"]],
    ["rdeps(leaves, 1)", ["leaves", "leaves-native", "pot"]],
    ["rdeps(pot, leaves-tool)", ["leaves", "leaves-tool", "pot"]],
    ["rdeps('set', leaves-tool, 1)", ["leaves", "leaves-native", "leaves-tool", "pot"]],
    ["allrdeps(pot)", ["pot", "set"]],
    ["somepath('set', leaves-tool)", ["leaves-tool", "pot", "set"]],
    ["somepath(leaves, 'set')", []],
    ["allpaths(pot, leaves-tool)", ["leaves", "leaves-tool", "pot"]],
    ["let t = leaves-tool in $t + deps($t)", ["leaves-tool"]],
    ["filter('^leaves', //...)", ["leaves", "leaves-native", "leaves-tool"]],
    ["leaves-*", ["leaves-native", "leaves-tool"]],
    ["kind('^native', *)", ["leaves-native"]],
    ["attr(PV, '^2', *)", ["green-tea"]],
    ["some(leaves*)", ["leaves"]],
    ["pot:do_fill", ["pot:do_fill"]],
    ["deps(pot:do_warm)", ["leaves-tool:do_sharpen", "leaves:do_dry", "leaves:do_pick", "pot:do_warm"]],
    ["rdeps(leaves-tool:do_sharpen, 1)", ["leaves-native:do_dry", "leaves-tool:do_sharpen", "leaves:do_dry"]],
    ["kind('noexec', leaves:*)", ["leaves:do_dry"]],
    ["attr(lockfiles, '/lock$', leaves:*)", ["leaves:do_pick"]],
    ["somepath(set:do_build, leaves:do_pick)", ["leaves:do_pick", "set:do_build", "set:do_lay"]],
  ];
  for (const [query, expected] of answers) {
    it(query, () => {
      expect(ask(query)).to.deep.equal(expected);
    });
  }

  const errors: [string, string, number][] = [
    ["deps(pot", "syntax error: the end of the query is not expected here", 9],
    ["deps(pot))", "syntax error: ')' is not expected here", 10],
    ["", "syntax error: the end of the query is not expected here", 1],
    ["deps(potty)", "no recipe or task 'potty'", 6],
    ["pot:do_nothing", "no recipe or task 'pot:do_nothing'", 1],
    ["depz(pot)", "unknown function 'depz'", 1],
    ["pot + deps()", "deps takes 1 to 2 arguments, not 0", 7],
    ["deps(pot, far)", "deps: depth must be a number", 11],
    ["$x", "undefined variable '$x'", 1],
    ["kind(deps(pot), pot)", "kind: regex must be a word", 6],
    [
      "filter('(', pot)",
      "'(' is no regular expression: Invalid regular expression: /(/: Unterminated group",
      8,
    ],
    ["pot\n + potty", "no recipe or task 'potty'", 4],
  ];
  for (const [query, message, column] of errors) {
    it(`refuses ${JSON.stringify(query)}`, () => {
      let error: unknown;
      try {
        ask(query);
      } catch (thrown) {
        error = thrown;
      }
      if (!(error instanceof SandbakeError)) throw error;
      const line = query.includes("\n") ? 2 : 1;
      expect(error.message).to.equal(`query:${line}:${column}: ${message}`);
      expect(error.detail.span?.start.column).to.equal(column);
    });
  }

  it("as a graph and as JSON", () => {
    const nodes = evaluateQuery(parseQuery("deps(pot)"), world);
    expect(queryOutput(nodes, world, "graph").split("\n")).to.deep.equal([
      "digraph query {",
      '  "leaves"',
      '  "leaves" -> "leaves-tool"',
      '  "leaves-tool"',
      '  "pot"',
      '  "pot" -> "leaves"',
      '  "pot" -> "leaves-tool"',
      "}",
      "",
    ]);
    const { results } = JSON.parse(queryOutput(nodes, world, "json")) as {
      results: { label: string; kind: string }[];
    };
    expect(results.map(({ label, kind }) => [label, kind])).to.deep.equal([
      ["leaves", "recipe"],
      ["leaves-tool", "recipe"],
      ["pot", "recipe"],
    ]);
  });

  it("the compiled grammar is up to date (else: node --import tsx scripts/compile-grammar.mjs)", () => {
    // Ohm's types leave the method out.
    const source = ohm.grammar(queryGrammarText) as unknown as { toRecipe(): string };
    expect(JSON.parse(compiled)).to.deep.equal(JSON.parse(source.toRecipe()));
  });
});
