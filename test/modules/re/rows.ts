/** A row of a table that make-rows.py wrote with CPython, and our engine's answer to it. */
import { expect } from "chai";
import { RegexError, RegexUsageError } from "../../../src/modules/re/error.js";
import { CompiledPattern, type MatchMode, type MatchSpans } from "../../../src/modules/re/pattern.js";
import { Subject } from "../../../src/modules/re/subject.js";
import { Budget } from "../../../src/sandbox/budget.js";

export type Row = [
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

/** Fails at the first row that our engine answers otherwise than CPython. */
export function check(rows: Row[]): void {
  for (const row of rows) expect(answer(row), JSON.stringify(row.slice(0, 6))).to.deep.equal(row[6]);
}
