/** What CPython's compiler refuses in the patterns of a `match` statement (compile.c, compiler_pattern and below). */
import type * as ast from "../parser/ast.js";
import type { Fail } from "./failure.js";

/** Checks all patterns of one match statement. */
export function checkCases(s: ast.Match, fail: Fail): void {
  const last = s.cases.length - 1;
  s.cases.forEach((c, i) => {
    // only a last case, or one with a guard, may match everything
    checkPattern(c.pattern, c.guard !== null || i === last, new Set(), fail);
  });
}

/** Names bound by `p` are added to `bound`; a pattern that always matches needs `irrefutableAllowed`. */
function checkPattern(p: ast.Pattern, irrefutableAllowed: boolean, bound: Set<string>, fail: Fail): void {
  switch (p.type) {
    case "MatchValue":
      checkValue(p.value, p, fail);
      return;
    case "MatchSingleton":
      return;
    case "MatchSequence":
      return checkSequence(p, bound, fail);
    case "MatchMapping":
      return checkMapping(p, bound, fail);
    case "MatchClass":
      return checkClass(p, bound, fail);
    case "MatchStar":
      if (p.name !== null) bind(p.name, p, bound, fail);
      return;
    case "MatchAs":
      if (p.pattern === null) {
        if (!irrefutableAllowed)
          fail(
            p.name === null
              ? "wildcard makes remaining patterns unreachable"
              : `name capture '${p.name}' makes remaining patterns unreachable`,
            p,
          );
        if (p.name !== null) bind(p.name, p, bound, fail);
        return;
      }
      checkPattern(p.pattern, irrefutableAllowed, bound, fail);
      if (p.name !== null) bind(p.name, p, bound, fail);
      return;
    case "MatchOr":
      return checkOr(p, irrefutableAllowed, bound, fail);
  }
}

function bind(name: string, at: ast.Located, bound: Set<string>, fail: Fail): void {
  if (name === "__debug__") fail("cannot assign to __debug__", at);
  if (bound.has(name)) fail(`multiple assignments to name '${name}' in pattern`, at);
  bound.add(name);
}

function checkValue(e: ast.Expr, at: ast.Located, fail: Fail): void {
  switch (e.type) {
    case "Constant":
    case "Attribute":
    case "UnaryOp":
    case "BinOp":
      return;
    default:
      fail("patterns may only match literals and attribute lookups", at);
  }
}

function checkSequence(p: ast.MatchSequence, bound: Set<string>, fail: Fail): void {
  let star = false;
  for (const x of p.patterns) {
    if (x.type !== "MatchStar") continue;
    if (star) fail("multiple starred names in sequence pattern", p);
    star = true;
  }
  for (const x of p.patterns) checkPattern(x, true, bound, fail);
}

function checkMapping(p: ast.MatchMapping, bound: Set<string>, fail: Fail): void {
  const seen = new Set<string>();
  for (const key of p.keys) {
    if (key.type === "Attribute") continue;
    if (key.type === "JoinedStr")
      fail("mapping pattern keys may only match literals and attribute lookups", p);
    const shown = showKey(key);
    if (shown === undefined) continue;
    if (seen.has(shown.identity)) fail(`mapping pattern checks duplicate key (${shown.repr})`, p);
    seen.add(shown.identity);
  }
  for (const x of p.patterns) checkPattern(x, true, bound, fail);
  if (p.rest !== null) bind(p.rest, p, bound, fail);
}

/** How a literal key compares (1, 1.0 and True are one key) and how it is shown. */
function showKey(e: ast.Expr): { identity: string; repr: string } | undefined {
  if (e.type === "UnaryOp") {
    const inner = showKey(e.operand);
    if (inner === undefined) return undefined;
    const isZero = inner.identity === "number 0";
    return isZero ? inner : { identity: `-${inner.identity}`, repr: `-${inner.repr}` };
  }
  if (e.type !== "Constant") return undefined;
  const v = e.value;
  switch (v.kind) {
    case "int":
      return { identity: `number ${v.value}`, repr: String(v.value) };
    case "float":
      return {
        identity: `number ${v.value}`,
        repr: Number.isInteger(v.value) ? `${v.value}.0` : String(v.value),
      };
    case "complex":
      return { identity: v.imag === 0 ? "number 0" : `imaginary ${v.imag}`, repr: `${v.imag}j` };
    case "str":
      return { identity: `str ${v.value}`, repr: `'${v.value}'` };
    case "bytes":
      return { identity: `bytes ${v.value}`, repr: `b'${v.value}'` };
    case "True":
      return { identity: "number 1", repr: "True" };
    case "False":
      return { identity: "number 0", repr: "False" };
    case "None":
    case "Ellipsis":
      return { identity: v.kind, repr: v.kind };
  }
}

function checkClass(p: ast.MatchClass, bound: Set<string>, fail: Fail): void {
  p.kwd_attrs.forEach((attr, i) => {
    if (attr === "__debug__") fail("cannot assign to __debug__", p.kwd_patterns[i]);
    const again = p.kwd_attrs.indexOf(attr, i + 1);
    if (again > 0) fail(`attribute name repeated in class pattern: ${attr}`, p.kwd_patterns[again]);
  });
  for (const x of p.patterns) checkPattern(x, true, bound, fail);
  for (const x of p.kwd_patterns) checkPattern(x, true, bound, fail);
}

function checkOr(p: ast.MatchOr, irrefutableAllowed: boolean, bound: Set<string>, fail: Fail): void {
  let names: Set<string> | undefined;
  p.patterns.forEach((alternative, i) => {
    const last = i === p.patterns.length - 1;
    const mine = new Set<string>();
    checkPattern(alternative, last && irrefutableAllowed, mine, fail);
    if (names === undefined) names = mine;
    else if (mine.size !== names.size || [...mine].some((n) => names?.has(n) !== true))
      fail("alternative patterns bind different names", p);
  });
  for (const name of names ?? []) bind(name, p, bound, fail);
}
