import { expect } from "chai";
import { CodeAnalyser } from "../../src/analysis/code.js";
import { buildDependencies } from "../../src/analysis/dependencies.js";
import { contextOf, signRecipe, type SignatureOptions } from "../../src/analysis/signatures.js";
import { DataStore } from "../../src/datastore/index.js";
import { sha256Hex } from "../../src/modules/hash/sha256.js";

type Flags = Readonly<Record<string, unknown>>;
const options = (ignored: readonly string[] = []): SignatureOptions => ({
  code: new CodeAnalyser(),
  library: new Map(),
  ignored: new Set(ignored),
  sha256: sha256Hex,
});

function storeOf(values: Readonly<Record<string, string | readonly [string, Flags]>>): DataStore {
  const store = new DataStore();
  for (const [name, value] of Object.entries(values)) {
    store.setVar(name, typeof value === "string" ? value : value[0]);
    if (typeof value !== "string")
      for (const [flag, content] of Object.entries(value[1])) store.setVarFlag(name, flag, content);
  }
  return store;
}

// Every expectation is an answer of bb.data.build_dependencies or generate_dependency_hash.
interface Case {
  readonly what: string;
  readonly values: Parameters<typeof storeOf>[0];
  readonly key: string;
  readonly names: readonly string[];
  readonly value: unknown;
  readonly ignored?: readonly string[];
}
const cases: readonly Case[] = [
  {
    what: "references count whether set or not",
    values: { A: "${B} ${C} ${NOT}", B: "${D}", C: "1", D: "2" },
    key: "A",
    names: ["B", "C", "NOT"],
    value: "${B} ${C} ${NOT}",
  },
  {
    what: "ignored variables do not",
    values: { A: "${B} ${C}", B: "${D}", C: "1", D: "2" },
    key: "A",
    ignored: ["B"],
    names: ["C"],
    value: "${B} ${C}",
  },
  {
    what: "vardeps adds, vardepsexclude takes away",
    values: {
      A: ["${B} x", { vardeps: "C ${Q} UNKNOWN E:f", vardepsexclude: "B", doc: "x", foo: "${D}" }],
      B: "1",
      Q: "D",
      BB_SIGNATURE_EXCLUDE_FLAGS: "doc vardeps vardepsexclude",
    },
    key: "A",
    names: ["A[foo]", "C", "D", "E:f", "UNKNOWN"],
    value: "${B} x",
  },
  {
    what: "a flag depends on what its text names",
    values: { A: ["1", { foo: "${D}" }], D: "3" },
    key: "A[foo]",
    names: ["D"],
    value: "${D}",
  },
  { what: "a flag that is not there", values: { A: "1" }, key: "A[foo]", names: [], value: null },
  {
    what: "vardepvalue stands for the value, expanded",
    values: { A: ["${B} x", { vardepvalue: "${C} y" }], B: "1", C: "2" },
    key: "A",
    names: [],
    value: "2 y",
  },
  {
    what: "vardepvalueexclude cuts the unexpanded text, not the references",
    values: { A: ["${B} x|y foo", { vardepvalueexclude: "|x|${B}| foo" }], B: "1" },
    key: "A",
    names: ["B"],
    value: " |y",
  },
  {
    what: "a shell function depends on commands, exports, pre- and postfuncs",
    values: {
      f: [
        "foo ${B}\nbar\n",
        { func: 1, dirs: "${B}", prefuncs: "p1 p2", postfuncs: "p3 ${B}", exports: "zz" },
      ],
      B: "b",
      foo: "",
      bar: ["", { func: 1 }],
      X: ["1", { export: 1 }],
      BB_SIGNATURE_EXCLUDE_FLAGS: "prefuncs postfuncs",
    },
    key: "f",
    names: ["B", "X", "b", "bar", "f[dirs]", "f[exports]", "f[func]", "foo", "p1", "p2", "p3", "zz"],
    value: "foo ${B}\nbar\n",
  },
  {
    what: "removals that take out a word belong to the value, in order; the first gives references",
    values: { A: "a b c", "A:remove": "c ${C1}" },
    key: "A",
    names: ["C1"],
    value: "a b c\n_remove of c ${C1}",
  },
  {
    what: "other removals do not",
    values: { A: "x", "A:remove": "${B} e" },
    key: "A",
    names: [],
    value: "x",
  },
  {
    what: "a name that stays unexpanded in a value is a reference too",
    values: { A: "a ${B}", B: "${C}", C: "${UNSET}" },
    key: "A",
    names: ["B", "UNSET"],
    value: "a ${B}",
  },
  { what: "a variable without a value", values: { B: "" }, key: "A", names: [], value: "" },
];

describe("dependencies of a variable", () => {
  for (const { what, values, key, names, value, ignored } of cases) {
    it(what, () => {
      const found = buildDependencies(key, contextOf(storeOf(values), options(ignored)));
      expect([...found.names].sort()).to.deep.equal([...names].sort());
      expect(found.value).to.equal(value);
    });
  }

  it("only the first of several removals, in sorted order, gives references", () => {
    for (const order of [
      ["a ${A1}", "b ${B1}", "c ${C1}"],
      ["c ${C1}", "b ${B1}", "a ${A1}"],
    ]) {
      const store = storeOf({ A: "a b c" });
      for (const text of order) store.setVar("A:remove", text);
      const found = buildDependencies("A", contextOf(store, options()));
      expect([...found.names]).to.deep.equal(["A1"]);
      expect(found.value).to.equal("a b c\n_remove of a ${A1}\n_remove of b ${B1}\n_remove of c ${C1}");
    }
  });
});

describe("base hashes", () => {
  const values: Parameters<typeof storeOf>[0] = {
    do_a: ["foo ${B}\n", { func: 1, task: 1, depends: "x" }],
    foo: ["${C}", { func: 1 }],
    B: "${D}",
    C: "${B} ${UN}",
    D: ["dd", { export: 1, doc: "q" }],
    E: ["${D}", { export: 1 }],
    BB_SIGNATURE_EXCLUDE_FLAGS: "doc task depends",
    __x: "${D}",
    "B:append": "${__x}",
  };
  const hash = (store: DataStore, ignored: readonly string[] = []): string | undefined =>
    signRecipe(store, ["do_a"], options(ignored)).tasks.get("do_a")?.basehash;

  it("equal BitBake's", () => {
    expect(hash(storeOf(values))).to.equal(
      "999fc3248d1d46d0238bd007fa21519d593074fd5f8423df613c3f0cf468e3dc",
    );
    expect(hash(storeOf(values), ["B"])).to.equal(
      "5046398e4a52562b7cc4f4d4ba8e1b75dd58a9116ce8b3620c3bf81732d79f31",
    );
    const more = storeOf(values);
    more.setVarFlag("do_a", "vardeps", "foo[func] NONE do_a D[doc]");
    expect(hash(more)).to.equal("61d34da0078ac46aea14892f5a2f65f3e6e08e3cab3d16be8404f8e6f17d1413");
    more.setVarFlag("do_a", "vardepsexclude", "do_a[func]");
    expect(hash(more)).to.equal("fed29d112d5a52f05c352a7d6caff8692eebcb96302366a19bac844f589f25ad");
    more.setVarFlag("E", "unexport", "1");
    expect(hash(more)).to.equal("5d6cd46cdde6d9491067b0500b2d9b0c98e7b49736f135120a5e19ee744148eb");
  });

  it("list what they are made of, in order", () => {
    const signed = signRecipe(storeOf(values), ["do_a"], options());
    expect(signed.tasks.get("do_a")?.dependencies).to.deep.equal(
      "B C D D[export] E E[export] UN __x do_a[func] foo foo[func]".split(" "),
    );
  });
});
