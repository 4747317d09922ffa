/** Our store answers what real BitBake answered, step by step. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { firstDifference } from "./replay.js";
import type { Case } from "./replay.js";

function load(file: string): Case[] {
  return JSON.parse(readFileSync(new URL(`cases/${file}`, import.meta.url), "utf8")) as Case[];
}

describe("DataStore, against real BitBake", () => {
  for (const [title, file, least] of [
    ["facts of BitBake's own tests and of its manual", "facts.json", 140],
    ["history and what bitbake -e prints", "history.json", 18],
    ["messages of errors", "errors.json", 7],
  ] as const) {
    describe(title, () => {
      const cases = load(file);
      it("is complete", () => expect(cases.length).to.be.at.least(least));
      for (const one of cases) {
        it(one.name, () => expect(firstDifference(one.steps)).to.equal(undefined));
      }
    });
  }

  it("random sequences of operations", () => {
    const cases = load("fuzz.json");
    expect(cases.length).to.equal(300);
    for (const one of cases) expect(firstDifference(one.steps), one.name).to.equal(undefined);
  });
});
