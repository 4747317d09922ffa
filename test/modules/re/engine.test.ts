// The regular expression engine against CPython's own answers: rows.json.gz was made by make-rows.py (every pattern
// that oe-core and meta-openembedded use at parse time, Unicode, errors and templates, random patterns). The table of
// CPython's own test.re_tests is asked by conformance/re-table.ts.
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { LimitError } from "../../../src/diagnostics/errors.js";
import { Budget } from "../../../src/sandbox/budget.js";
import { CompiledPattern } from "../../../src/modules/re/pattern.js";
import { Subject } from "../../../src/modules/re/subject.js";
import { check, type Row } from "./rows.js";

describe("re: engine", () => {
  it("answers as CPython on the recorded rows", () => {
    const rows = JSON.parse(
      gunzipSync(readFileSync(join(import.meta.dirname, "rows.json.gz"))).toString("utf8"),
    ) as Row[];
    expect(rows.length).to.be.greaterThan(15000);
    check(rows);
  });

  it("repeats groups over long texts without recursion", () => {
    const subject = new Subject("ab".repeat(100_000));
    for (const source of [
      "(?:a|b)*",
      "(?:ab|ba)*",
      "((a)|(b))*",
      "(?:a|b)*?$",
      "(?>(?:a|b)*)",
      "(?:a|b)*+",
      "(?=(?:a|b)*$)(?:ab)*",
    ]) {
      const pattern = new CompiledPattern(source, true, 0, new Budget());
      expect(pattern.exec(subject, "match")?.end(), source).to.equal(200_000);
    }
  });

  it("ends a pattern that backtracks for ever by the step limit", () => {
    const budget = new Budget({ steps: 1_000_000 });
    const pattern = new CompiledPattern("(a+)+$", true, 0, budget);
    expect(() => pattern.exec(new Subject("a".repeat(60) + "b"), "match")).to.throw(LimitError);
    const nested = new CompiledPattern("(x+x+)+y", true, 0, new Budget({ steps: 1_000_000 }));
    expect(() => nested.exec(new Subject("x".repeat(60)), "search")).to.throw(LimitError);
  });
});
