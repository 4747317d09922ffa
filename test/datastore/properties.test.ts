/** Whatever was computed before, and however a store is layered, a value is what its operations make it. */
import { expect } from "chai";
import fc from "fast-check";
import { DataStore } from "../../src/datastore/index.js";
import { canonical, perform, toyOptions } from "./replay.js";
import type { Step } from "./replay.js";

type Write = [operation: string, ...args: unknown[]];

const base = fc.constantFrom("A", "B", "C", "__proto__");
const part = fc.constantFrom("o", "p", "q", "X");
const name = fc.tuple(base, fc.array(part, { maxLength: 2 })).map(([b, parts]) => [b, ...parts].join(":"));
const piece = fc.oneof(
  fc.constantFrom("a", " b", "a b", "", "c "),
  fc.constantFrom("V", "A", "B", "C", "B:o", "MO", "U").map((n) => `\${${n}}`),
  fc.constantFrom("A", "B", "C:p", "V").map((n) => `\${@d.getVar('${n}') or 'none'}`),
  fc.constantFrom("MO", "V").map((n) => `\${@d.getVar('${n}', False) or 'x'}`),
  fc.constantFrom("A", "B").map((n) => `\${@d.getVarFlag('${n}', 'f') or 'nf'}`),
);
const text = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(""));
const overrides = fc
  .uniqueArray(fc.constantFrom("o", "p", "q", "${MO}", "none"), { maxLength: 3 })
  .map((list) => list.join(":"));
const operation = fc.constantFrom("append", "prepend", "remove");

const write: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(fc.constantFrom("setVar", "setParsed"), name, text),
  fc
    .tuple(name, operation, fc.constantFrom("", ":o", ":p:q"), text)
    .map(([n, op, c, v]): Write => ["setVar", `${n}:${op}${c}`, v]),
  fc.tuple(fc.constant("setVar"), fc.constant("OVERRIDES"), overrides),
  fc.tuple(fc.constant("setVar"), fc.constant("MO"), fc.constantFrom("o", "q:p", "z")),
  fc.tuple(fc.constant("delVar"), name),
  fc.tuple(fc.constant("renameVar"), name, name),
  fc.tuple(fc.constant("setVarFlag"), name, fc.constantFrom("f", "_defaultval"), text),
  fc.tuple(fc.constant("appendVarFlag"), name, fc.constant("f"), fc.constantFrom("1", "${V}")),
  fc.tuple(fc.constant("delVarFlag"), name, fc.constantFrom("f", "_defaultval")),
  fc.tuple(fc.constant("setVarFilter"), base, fc.constantFrom("prefix(val, 'x')", "sort(val)", null)),
  fc.constant<Write>(["expandKeys"]),
);
const event = fc.oneof(
  { weight: 5, arbitrary: write },
  { weight: 4, arbitrary: fc.tuple(fc.constant("getVar"), name, fc.boolean()) },
  { weight: 1, arbitrary: fc.constantFrom<Write>(["copy"], ["freeze"], ["keys"], ["above"]) },
);

const NAMES = [
  "A",
  "B",
  "C",
  "__proto__",
  "A:o",
  "B:o",
  "B:p",
  "C:p",
  "A:o:p",
  "C:o",
  "MO",
  "V",
  "OVERRIDES",
];

function apply(store: DataStore, step: Write): void {
  try {
    perform([store], [step[0], 0, ...step.slice(1)] as Step);
  } catch {
    // a cycle; what was written stands in both stores
  }
}

function fresh(): DataStore {
  const store = new DataStore({ ...toyOptions, onMessage: () => undefined });
  store.setVar("V", "v");
  store.setVar("OVERRIDES", "o:${MO}");
  return store;
}

function dump(store: DataStore): string {
  return canonical(perform([store], ["dump", 0, NAMES]));
}

describe("DataStore, properties", () => {
  it("answers as a store that was never asked before, over copies and frozen layers", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const plain = fresh();
        let layered = fresh();
        let below = layered;
        for (const one of events) {
          if (one[0] === "copy") {
            below = layered;
            layered = layered.createCopy();
          } else if (one[0] === "freeze") {
            below = layered.freeze();
            layered = layered.createCopy();
          } else if (one[0] === "above") {
            dump(below.createCopy()); // a neighbour that leaves what it computes in the shared layers
          } else if (one[0] === "getVar" || one[0] === "keys") {
            apply(layered, one);
          } else {
            apply(layered, one);
            apply(plain, one);
          }
        }
        expect(dump(layered)).to.equal(dump(plain));
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it("does not show a copy's writes to its original, nor the other way", () => {
    fc.assert(
      fc.property(
        fc.array(write, { maxLength: 15 }),
        fc.array(fc.tuple(fc.boolean(), write), { maxLength: 25 }),
        (first, later) => {
          const left = fresh();
          const [onlyLeft, onlyRight] = [fresh(), fresh()];
          for (const one of first) for (const store of [left, onlyLeft, onlyRight]) apply(store, one);
          const right = left.createCopy();
          for (const [toLeft, one] of later) {
            apply(toLeft ? left : right, one);
            apply(toLeft ? onlyLeft : onlyRight, one);
            dump(toLeft ? right : left);
          }
          expect(dump(left)).to.equal(dump(onlyLeft));
          expect(dump(right)).to.equal(dump(onlyRight));
        },
      ),
      { numRuns: 500, seed: 11 },
    );
  });

  it("goes back by the inverse patches of an edit, and forth by its patches", () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 10 }), fc.array(write, { maxLength: 8 }), (first, later) => {
        const store = fresh();
        for (const one of first) apply(store, one);
        const before = store.snapshot();
        const {
          snapshot: after,
          patches,
          inverse,
        } = before.edit((d) => {
          for (const one of later) apply(d, one);
        });
        for (const one of later) apply(store, one);
        const expected = dump(store);
        expect(dump(after.toStore())).to.equal(expected);
        expect(dump(before.apply(patches).toStore())).to.equal(expected);
        expect(dump(after.apply(inverse).toStore())).to.equal(dump(before.toStore()));
      }),
      { numRuns: 500, seed: 13 },
    );
  });
});
