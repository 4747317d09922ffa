/** Kept answers hold exactly where buildDependencies would give them again: many stores that share them, against none. */
import { expect } from "chai";
import fc from "fast-check";
import { Answers, RecipeAnswers } from "../../src/analysis/answers.js";
import { CodeAnalyser } from "../../src/analysis/code.js";
import { buildDependencies } from "../../src/analysis/dependencies.js";
import { contextOf, signRecipe, type SignatureOptions } from "../../src/analysis/signatures.js";
import { DataStore } from "../../src/datastore/index.js";
import { sha256Hex } from "../../src/modules/hash/sha256.js";

const NAMES = ["A", "B", "C", "D", "foo", "bar", "A_x"];
const TEXTS = [
  ..."|x|foo|bar ${A}\n|${B}|${C} ${D}|cost$|{A}|$${A}|${UNSET}|${A_${B}}|${B}${C}|if foo; then ${A}; fi".split(
    "|",
  ),
  "${@d.getVar('B') or ''}",
  "${@d.getVar('${C}') or ''}",
  "${@bb.utils.contains('B', 'foo', 'bar', '', d)}",
  "    foo(d.getVar('A'), bar('x'))\n    bb.utils.contains('C', 'x', 1, 2, d)\n",
];
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  func: ["1"],
  python: ["1"],
  vardeps: ["${B} x", "C", "foo"],
  vardepsexclude: ["B", "${C}"],
  vardepvalue: ["${B}", "v"],
  vardepvalueexclude: ["foo|x"],
  export: ["1"],
  doc: ["d"],
  deps: ["do_b", "do_c"],
  other: ["${A} ${UNSET}", "${@d.getVar('C') or ''}"],
};

/** Knows the calls that the texts above hold. */
function makeStore(): DataStore {
  return new DataStore({
    filters: { apply: (value) => (typeof value === "string" ? value.replaceAll("x", "") : value) },
    evaluator: {
      evaluate: (code, _variable, store) => {
        const [, read] = /^d\.getVar\('(.*?)'\)/.exec(code) ?? [];
        if (read !== undefined) return store.getVar(read) ?? "";
        const [, name = "", word = ""] = /^bb\.utils\.contains\('(\w+)', '(\w+)'/.exec(code) ?? [];
        return (store.getVar(name) as string | null)?.includes(word) === true ? "bar" : "";
      },
    },
  });
}

type Writes = readonly (readonly [name: string, text: string, flag: string | null])[];
const write = fc.oneof(
  fc.constantFrom(["D", "p", null] as const, ["A:p", "${B}", null] as const), // an override that is active or not
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...TEXTS), fc.constant(null)) },
  fc.tuple(
    fc.constantFrom("A:o", "B:append", "C:remove", "A:p"),
    fc.constantFrom(...TEXTS),
    fc.constant(null),
  ),
  fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...Object.keys(FLAGS)), fc.nat())
    .map(([name, flag, n]) => {
      const texts = FLAGS[flag];
      return [name, texts[n % texts.length], flag] as const;
    }),
);

function apply(store: DataStore, writes: Writes): void {
  for (const [name, text, flag] of writes) {
    if (flag === null) store.setVar(name, text, { parsing: true });
    else store.setVarFlag(name, flag, flag === "deps" ? [text] : text);
  }
}

function storeOf(writes: Writes): DataStore {
  const store = makeStore();
  store.setVar("OVERRIDES", "o:${D}");
  store.setVar("BB_SIGNATURE_EXCLUDE_FLAGS", "doc vardeps vardepvalue");
  store.setVar("BB_HASH_CODEPARSER_VALS", "B=foo C=");
  store.setVar("do_a", "foo ${A}\n${B}");
  store.setVarFlag("do_a", "func", "1");
  apply(store, writes);
  return store;
}

const options = (answers?: Answers): SignatureOptions => ({
  code: new CodeAnalyser(),
  library: new Map(),
  ignored: new Set(["D"]),
  sha256: sha256Hex,
  ...(answers === undefined ? {} : { answers }),
});

/** The outcome, or the kind of what was thrown: where OVERRIDES itself fails the way to it is another. */
function attempt(body: () => unknown): unknown {
  try {
    return body();
  } catch (error) {
    return (error as Error).name;
  }
}

describe("kept answers", () => {
  it("are those of a walk that keeps nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.array(write, { maxLength: 14 }), { minLength: 2, maxLength: 8 }), (stores) => {
        const shared = options(new Answers());
        for (const writes of stores) {
          const answers = shared.answers as Answers;
          const kept = new RecipeAnswers(answers, contextOf(storeOf(writes), shared));
          const plain = contextOf(storeOf(writes), options());
          for (const key of [...NAMES, "do_a", "A[other]", "foo[func]", "NONE"]) {
            const read = ({ names, value }: ReturnType<typeof buildDependencies>): unknown => [
              [...names],
              value,
            ];
            const answer = attempt(() => read(kept.of(answers.keys.of(key)).dependencies(kept.exported)));
            expect(answer).to.deep.equal(
              attempt(() => read(buildDependencies(key, plain))),
              key,
            );
            // An error ends a walk; after one of OVERRIDES the last that were good stand.
            if (!Array.isArray(answer)) break;
          }
          const hash = (terms: SignatureOptions): unknown =>
            attempt(() => signRecipe(storeOf(writes), ["do_a"], terms).tasks.get("do_a")?.basehash);
          expect(hash(shared)).to.equal(hash(options()));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("are those of a walk that keeps nothing, above a configuration that recipes share", () => {
    const recipe = fc.record({
      writes: fc.array(write, { maxLength: 6 }),
      filtered: fc.constantFrom("", "", "A", "B"),
    });
    const both = fc.tuple(
      fc.array(write, { maxLength: 14 }),
      fc.array(recipe, { minLength: 3, maxLength: 8 }),
    );
    fc.assert(
      fc.property(both, ([base, recipes]) => {
        const shared = options(new Answers());
        const copies = [storeOf(base), storeOf(base)];
        for (const { writes, filtered } of recipes) {
          const [one, other] = copies.map((configuration) => {
            const store = configuration.createCopy();
            apply(store, writes);
            if (filtered !== "") store.setVarFilter(filtered, "no_x");
            return store;
          });
          const outcome = (store: DataStore, terms: SignatureOptions): unknown =>
            attempt(() => {
              const { tasks, variables } = signRecipe(store, ["do_a", "foo"], terms);
              return [
                [...tasks].map(([name, task]) => [name, task.basehash, task.dependencies]),
                [...variables].map(([name, { names, value }]) => [name, [...names], value]),
              ];
            });
          expect(outcome(one, shared)).to.deep.equal(outcome(other, options()));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("end with a write, also one to a flag or by inline Python", () => {
    const terms = options(new Answers());
    const store = storeOf([["A", "${B}", null]]);
    const names = (): string[] => [...signRecipe(store, ["do_a"], terms).variables.keys()];
    expect(names()).to.deep.equal(["do_a", "A", "B", "do_a[func]"]);
    store.setVar("A", "${C}");
    expect(names()).to.deep.equal(["do_a", "A", "B", "do_a[func]", "C"]);
    store.setVarFlag("C", "vardeps", "NEW");
    expect(names()).to.deep.equal(["do_a", "A", "B", "do_a[func]", "C", "NEW"]);
    store.setVarFlag("C", "vardeps", "NEWER");
    expect(names()).to.deep.equal(["do_a", "A", "B", "do_a[func]", "C", "NEWER"]);
  });

  it("are shared by tasks whose flags differ in values that do not count, such as the list of tasks before it", () => {
    const terms = options(new Answers());
    const answerFor = (deps: readonly string[], vardeps: string): unknown => {
      const store = storeOf([["do_a", vardeps, "vardeps"]]);
      store.setVarFlag("do_a", "deps", deps);
      signRecipe(store, ["do_a"], terms);
      return terms.answers?.keys.of("do_a").answer;
    };
    answerFor(["do_b"], "C"); // what is met once is not kept
    const kept = answerFor(["do_c"], "C");
    expect(answerFor(["do_b", "do_c"], "C")).to.equal(kept);
    expect(answerFor(["do_c"], "foo")).not.to.equal(kept);
  });
});
