/**
 * The match statement (PEP 634). A pattern becomes one JS boolean expression over the subject; what it captures goes to
 * temporaries first and is assigned when the whole pattern has matched, before the guard.
 */
import type * as ast from "../parser/ast.js";
import type { Emitter } from "./emitter.js";
import { cond, expr, operate } from "./expressions.js";
import { store } from "./names.js";
import { block } from "./statements.js";

interface Captures {
  readonly names: Map<string, string>;
}

export function matchStatement(e: Emitter, node: ast.Match): void {
  const subject = e.variable();
  e.statement(() => {
    e.withPlace(node.subject, () => `${subject}=${expr(e, node.subject)};`);
  });
  const label = e.label();
  e.push(`${label}:{`);
  const ends: (Set<string> | undefined)[] = [];
  let exhaustive = false;
  for (const c of node.cases) {
    const irrefutable = c.guard === null && isIrrefutable(c.pattern);
    ends.push(
      e.branch(() => {
        e.statement(() => {
          e.setPlace(c.pattern);
          const captures: Captures = { names: new Map() };
          const test = pattern(e, c.pattern, subject, captures);
          e.push(`if(${test}){`);
          for (const [name, t] of captures.names) e.push(store(e, name, t));
        });
        if (c.guard !== null) {
          e.statement(() => {
            e.setPlace(c.guard!);
            e.push(`if(${cond(e, c.guard!)}){`);
          });
        }
        e.place = -1;
        block(e, c.body);
        if (!e.dead) e.push(`break ${label};`);
        e.push(c.guard === null ? "}" : "}}");
      }),
    );
    if (irrefutable) exhaustive = true;
  }
  e.push("}");
  if (!exhaustive) ends.push(new Set(e.assigned));
  e.join(ends);
}

function isIrrefutable(p: ast.Pattern): boolean {
  if (p.type === "MatchAs") return p.pattern === null || isIrrefutable(p.pattern);
  return p.type === "MatchOr" && p.patterns.some(isIrrefutable);
}

function capture(e: Emitter, captures: Captures, name: string, value: string): string {
  let t = captures.names.get(name);
  if (t === undefined) {
    t = e.temp();
    captures.names.set(name, t);
  }
  return `(${t}=${value},true)`;
}

function pattern(e: Emitter, p: ast.Pattern, subject: string, captures: Captures): string {
  switch (p.type) {
    case "MatchValue":
      return operate(e, p, "eqb", [subject, expr(e, p.value)]);
    case "MatchSingleton":
      return `(${subject}===${e.constant({ t: p.value.kind })})`;
    case "MatchAs": {
      const test = p.pattern === null ? "true" : pattern(e, p.pattern, subject, captures);
      if (p.name === null) return test;
      const bound = capture(e, captures, p.name, subject);
      return p.pattern === null ? bound : `(${test}&&${bound})`;
    }
    case "MatchOr":
      return `(${p.patterns.map((alternative) => pattern(e, alternative, subject, captures)).join("||")})`;
    case "MatchSequence":
      return sequence(e, p, subject, captures);
    case "MatchMapping":
      return mapping(e, p, subject, captures);
    case "MatchClass":
      return classPattern(e, p, subject, captures);
    case "MatchStar":
      return p.name === null ? "true" : capture(e, captures, p.name, e.call("mklist", subject));
    default: {
      const never: never = p;
      return never;
    }
  }
}

function sequence(e: Emitter, p: ast.MatchSequence, subject: string, captures: Captures): string {
  const star = p.patterns.findIndex((x) => x.type === "MatchStar");
  const a = e.temp();
  const after = star < 0 ? 0 : p.patterns.length - star - 1;
  const call = operate(
    e,
    p,
    "mseq",
    star < 0
      ? [subject, String(p.patterns.length), "-1", "false"]
      : [subject, String(star), String(after), String(isCapture(p.patterns[star]))],
  );
  const parts = [`(${a}=${call})!==U`];
  p.patterns.forEach((item, i) => {
    const element = e.temp();
    parts.push(`(${element}=${a}[${i}],true)`);
    const test = pattern(e, item, element, captures);
    if (test !== "true") parts.push(test);
    else parts.pop();
  });
  return `(${parts.join("&&")})`;
}

function isCapture(p: ast.Pattern): boolean {
  return p.type === "MatchStar" && p.name !== null;
}

function mapping(e: Emitter, p: ast.MatchMapping, subject: string, captures: Captures): string {
  const a = e.temp();
  const keys = p.keys.map((key) => expr(e, key)).join(",");
  const rest = p.rest === null ? "false" : "true";
  const parts = [`(${a}=${operate(e, p, "mmap", [subject, `[${keys}]`, rest])})!==U`];
  p.patterns.forEach((item, i) => {
    const element = e.temp();
    parts.push(`(${element}=${a}[${i}],true)`, pattern(e, item, element, captures));
  });
  if (p.rest !== null) parts.push(capture(e, captures, p.rest, `${a}[${p.patterns.length}]`));
  return `(${parts.join("&&")})`;
}

function classPattern(e: Emitter, p: ast.MatchClass, subject: string, captures: Captures): string {
  const a = e.temp();
  const names = p.kwd_attrs.map((name) => e.str(name)).join(",");
  const call = operate(e, p, "mcls", [subject, expr(e, p.cls), String(p.patterns.length), `[${names}]`]);
  const parts = [`(${a}=${call})!==U`];
  [...p.patterns, ...p.kwd_patterns].forEach((item, i) => {
    const element = e.temp();
    parts.push(`(${element}=${a}[${i}],true)`, pattern(e, item, element, captures));
  });
  return `(${parts.join("&&")})`;
}
