/** What keys of a walk lead to, against a search from each; runs of positions, and the layout of entries. */
import { expect } from "chai";
import fc from "fast-check";
import { Answer } from "../../src/analysis/answers.js";
import { Closure } from "../../src/analysis/closure.js";
import { KeyTable, type Key } from "../../src/analysis/keys.js";
import { Layout } from "../../src/analysis/layout.js";

const WALK = 7;

/** Keys with these edges, by number; every third depends on what is exported. */
function graph(size: number, edges: readonly (readonly [from: number, to: number])[]): Key[] {
  const table = new KeyTable();
  const keys = Array.from({ length: size }, (_, i) => table.of(`k${String(i)}`));
  keys.forEach((key, i) => {
    const to = edges.filter(([from]) => from % size === i).map(([, to]) => keys[to % size]);
    key.answer = new Answer(to, "", i % 3 === 2);
    key.position = i;
    key.walk = WALK;
  });
  return keys;
}

function search(keys: readonly Key[], exported: readonly Key[], from: Key): number[] {
  const seen = new Set<Key>();
  const queue = [from];
  for (const { answer } of queue) {
    const next = answer as Answer;
    for (const to of next.onExported ? [...next.keys, ...exported] : next.keys) {
      if (seen.has(to)) continue;
      seen.add(to);
      queue.push(to);
    }
  }
  return keys.filter((key) => seen.has(key)).map(({ position }) => position);
}

describe("the closure of a walk", () => {
  it("is what a search from each key finds, with cycles and exported names", () => {
    const number = fc.nat({ max: 500 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.tuple(number, number), { maxLength: 250 }),
        fc.array(number, { maxLength: 4 }),
        (size, edges, out) => {
          const keys = graph(size, edges);
          const exported = out.map((i) => keys[i % size]);
          const closure = new Closure(keys, exported, WALK);
          const positions = keys.map(({ position }) => position);
          for (const key of keys)
            expect(closure.of(key).of(positions)).to.deep.equal(search(keys, exported, key));
        },
      ),
    );
  });

  it("is told in runs that are as long as they can be", () => {
    // The last leads to all of the first 64 but two, and to itself.
    const to = [...Array(64).keys()].filter((i) => i !== 0 && i !== 40);
    const keys = graph(
      97,
      [...to, 96].map((i) => [96, i] as const),
    );
    const runs: [number, number][] = [];
    new Closure(keys, [], WALK).of(keys[96]).eachRun((first, end) => runs.push([first, end]));
    expect(runs).to.deep.equal([
      [1, 40],
      [41, 64],
      [96, 97],
    ]);
  });

  it("leaves out keys of another walk", () => {
    const keys = graph(3, [
      [0, 1],
      [1, 0],
    ]);
    keys[1].walk = WALK - 1;
    expect(new Closure([keys[0]], [], WALK).of(keys[0]).of([0])).to.deep.equal([]);
  });
});

function valueText(answer: Answer | undefined): string {
  const value = answer?.value;
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

describe("the layout of entries", () => {
  it("is each name with its value behind it, however often it was laid out before", () => {
    const value = fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.constant(null), fc.constant(7));
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 12 }), { maxLength: 8 }), (rounds) => {
        const table = new KeyTable();
        const layout = new Layout();
        const known = new Map<string, Answer>();
        for (const values of rounds) {
          const keys = values.map((value, i) => {
            const key = table.of(`name\u00e9${String(i)}`);
            const id = JSON.stringify([i, value]);
            if (!known.has(id)) known.set(id, new Answer([], value, false));
            key.answer = known.get(id);
            return key;
          });
          const places = layout.lay(keys, String);
          const texts = keys.flatMap(({ name, answer }) => [name, valueText(answer)]);
          const read = texts.map((_, i) =>
            new TextDecoder("utf-8", { ignoreBOM: true }).decode(
              layout.bytes.slice(places[i], places[i + 1]),
            ),
          );
          expect(read).to.deep.equal(texts);
          const end = places[places.length - 1];
          expect(layout.bytes.length - end).to.be.at.least(end - (places[0] ?? end));
        }
      }),
    );
  });
});
