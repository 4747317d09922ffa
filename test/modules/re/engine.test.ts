// The regular expression engine against CPython's own answers: rows.json.gz was made by make-rows.py (every pattern
// that oe-core and meta-openembedded use at parse time, Unicode, errors and templates, random patterns); the table of
// CPython's test.re_tests is asked from an interpreter where there is one.
import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { LimitError } from "../../../src/diagnostics/errors.js";
import { Budget } from "../../../src/sandbox/budget.js";
import { RegexError, RegexUsageError } from "../../../src/modules/re/error.js";
import { CompiledPattern, type MatchMode, type MatchSpans } from "../../../src/modules/re/pattern.js";
import { Subject } from "../../../src/modules/re/subject.js";

type Row = [
  pattern: string,
  bytes: boolean,
  flags: number,
  op: string,
  subject: string,
  template: string | null,
  want: unknown,
  flagsOfPattern?: number,
];

function describeMatch(pattern: CompiledPattern, match: MatchSpans | undefined): unknown {
  if (match === undefined) return null;
  const spans = Array.from({ length: pattern.groups + 1 }, (_, i) => [match.start(i), match.end(i)]);
  const name = [...pattern.names].find(([, index]) => index === match.lastIndex)?.[0];
  return [spans, match.lastIndex ?? null, name ?? null];
}

function answer([source, bytes, flags, op, text, template, , expectedFlags]: Row): unknown {
  try {
    const pattern = new CompiledPattern(source, !bytes, flags, new Budget({ steps: 50_000_000 }));
    const subject = new Subject(text);
    let result: unknown;
    if (op === "findall")
      result = [...pattern.matches(subject)].map((match) => describeMatch(pattern, match));
    else if (op === "split") result = pattern.split(subject).map((part) => part ?? null);
    else if (op === "sub") {
      const parsed = pattern.template(template ?? "<\\g<0>>", !bytes);
      result = pattern.substitute(subject, (match) => match.expand(parsed));
    } else result = describeMatch(pattern, pattern.exec(subject, op as MatchMode));
    return expectedFlags !== undefined && expectedFlags !== pattern.flags ? { flags: pattern.flags } : result;
  } catch (error) {
    if (error instanceof RegexError) {
      const { msg, pos, lineno, colno } = error;
      return { error: error.message, msg, pos: pos ?? null, lineno: lineno ?? null, colno: colno ?? null };
    }
    if (error instanceof RegexUsageError) return { usage: error.type, error: error.message };
    throw error;
  }
}

function check(rows: Row[]): void {
  for (const row of rows) expect(answer(row), JSON.stringify(row.slice(0, 6))).to.deep.equal(row[6]);
}

describe("re: engine", () => {
  it("answers as CPython on the recorded rows", () => {
    const rows = JSON.parse(
      gunzipSync(readFileSync(join(import.meta.dirname, "rows.json.gz"))).toString("utf8"),
    ) as Row[];
    expect(rows.length).to.be.greaterThan(15000);
    check(rows);
  });

  it("answers as CPython on the table of test.re_tests", function () {
    const made = spawnSync("python3", [join(import.meta.dirname, "make-rows.py"), "table"], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (made.status !== 0 || made.stdout === "") this.skip();
    check(JSON.parse(made.stdout) as Row[]);
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
