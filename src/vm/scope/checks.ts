/**
 * What CPython's compiler refuses in a tree that parses (compile.c): statements and expressions in the wrong place,
 * stars and names where they cannot be assigned. The walk goes in the order of CPython's code generation, so the
 * first error found is the one it reports.
 */
import type * as ast from "../parser/ast.js";
import type { Fail } from "./failure.js";
import { isFutureImport } from "./future.js";
import { operands } from "./operands.js";
import { checkCases } from "./pattern-checks.js";
import type { Scope, ScopeTree } from "./scope.js";

/** What encloses a statement within its function, where CPython counts a block. */
type Frame = "loop" | "except*" | "block";

/** CPython 3.13's CO_MAXBLOCKS. */
const MAX_BLOCKS = 21;

/** CPython's limits for `a, *b, c = x`: fewer than 2^8 before the star, 2^24 after it. */
const MAX_BEFORE_STAR = 1 << 8;
const MAX_AFTER_STAR = 1 << 24;

/** Throws PySyntaxError when CPython's compiler would. `futureImports`: those in their place. */
export function checkTree(
  tree: ast.Mod,
  scopes: ScopeTree,
  futureImports: ReadonlySet<ast.Stmt>,
  fail: Fail,
): void {
  const checker = new Checker(scopes, futureImports, fail);
  switch (tree.type) {
    case "Module":
    case "Interactive":
      return checker.statements(tree.body);
    case "Expression":
      return checker.expression(tree.body);
    case "FunctionType":
      return;
  }
}

class Checker {
  private scope: Scope;
  private frames: Frame[] = [];

  constructor(
    private readonly scopes: ScopeTree,
    private readonly futureImports: ReadonlySet<ast.Stmt>,
    private readonly fail: Fail,
  ) {
    this.scope = scopes.root;
  }

  private within(scope: Scope, run: () => void): void {
    const { scope: outer, frames } = this;
    this.scope = scope;
    this.frames = [];
    run();
    this.scope = outer;
    this.frames = frames;
  }

  // --- statements ---

  statements(body: readonly ast.Stmt[]): void {
    for (const s of body) this.statement(s);
  }

  private statement(s: ast.Stmt): void {
    switch (s.type) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        return this.functionDef(s);
      case "ClassDef":
        return this.classDef(s);
      case "TypeAlias":
        this.typeParams(s);
        return this.within(this.scopes.of(s), () => this.expression(s.value));
      case "Return":
        return this.return(s);
      case "Delete":
        return this.expressions(s.targets);
      case "Assign":
        this.expression(s.value);
        return this.expressions(s.targets);
      case "AugAssign":
        this.expression(s.target);
        return this.expression(s.value);
      case "AnnAssign":
        if (s.value !== null) {
          this.expression(s.value);
          this.expression(s.target);
        }
        if (s.target.type === "Name") this.storeName(s.target.id, s);
        else this.expression(s.target);
        return this.annotation(s.annotation);
      case "For":
        this.expression(s.iter);
        this.expression(s.target);
        this.inFrame("loop", s, s.body);
        return this.statements(s.orelse);
      case "AsyncFor":
        if (!this.scope.isCoroutine || this.scope.kind !== "function")
          this.fail("'async for' outside async function", s);
        this.expression(s.iter);
        this.expression(s.target);
        this.inFrame("loop", s, s.body);
        return this.statements(s.orelse);
      case "While":
        this.expression(s.test);
        this.inFrame("loop", s, s.body);
        return this.statements(s.orelse);
      case "If":
        this.expression(s.test);
        this.statements(s.body);
        return this.statements(s.orelse);
      case "AsyncWith":
        if (!this.scope.isCoroutine || this.scope.kind !== "function")
          this.fail("'async with' outside async function", s);
        return this.with(s);
      case "With":
        return this.with(s);
      case "Match":
        this.expression(s.subject);
        checkCases(s, this.fail);
        for (const c of s.cases) {
          if (c.guard !== null) this.expression(c.guard);
          this.statements(c.body);
        }
        return;
      case "Raise":
        if (s.exc !== null) this.expression(s.exc);
        if (s.cause !== null) this.expression(s.cause);
        return;
      case "Try":
      case "TryStar":
        return this.try(s);
      case "Assert":
        this.expression(s.test);
        if (s.msg !== null) this.expression(s.msg);
        return;
      case "Import":
        for (const a of s.names) this.storeName(a.asname ?? a.name, s);
        return;
      case "ImportFrom":
        if (isFutureImport(s) && !this.futureImports.has(s))
          this.fail("from __future__ imports must occur at the beginning of the file", s);
        for (const a of s.names) this.storeName(a.asname ?? a.name, s);
        return;
      case "Expr":
        return this.expression(s.value);
      case "Break":
        return this.jump(s, "'break' outside loop");
      case "Continue":
        return this.jump(s, "'continue' not properly in loop");
      case "Global":
      case "Nonlocal":
      case "Pass":
        return;
    }
  }

  private inFrame(frame: Frame, at: ast.Located, body: readonly ast.Stmt[]): void {
    this.enter(frame, at);
    this.statements(body);
    this.frames.pop();
  }

  private enter(frame: Frame, at: ast.Located): void {
    if (this.frames.length >= MAX_BLOCKS) this.fail("too many statically nested blocks", at);
    this.frames.push(frame);
  }

  private return(s: ast.Return): void {
    const { scope } = this;
    if (scope.kind !== "function") this.fail("'return' outside function", s);
    if (s.value !== null && scope.isCoroutine && scope.isGenerator)
      this.fail("'return' with value in async generator", s);
    if (s.value !== null) this.expression(s.value);
    if (this.frames.includes("except*")) this.leavesExceptStar(s);
  }

  private jump(s: ast.Break | ast.Continue, message: string): void {
    const innermost = this.frames.findLast((f) => f !== "block");
    if (innermost === "except*") this.leavesExceptStar(s);
    if (innermost === undefined) this.fail(message, s);
  }

  private leavesExceptStar(s: ast.Stmt): never {
    return this.fail("'break', 'continue' and 'return' cannot appear in an except* block", s);
  }

  private with(s: ast.With | ast.AsyncWith): void {
    for (const item of s.items) {
      this.expression(item.context_expr);
      this.enter("block", item.context_expr);
      if (item.optional_vars !== null) this.expression(item.optional_vars);
    }
    this.statements(s.body);
    this.frames.length -= s.items.length;
  }

  private try(s: ast.Try | ast.TryStar): void {
    const hasFinally = s.finalbody.length > 0;
    if (hasFinally) this.enter("block", s);
    if (s.handlers.length > 0) this.inFrame("block", s, s.body);
    else this.statements(s.body);
    this.statements(s.orelse);
    if (s.handlers.length > 0) this.enter("block", s);
    s.handlers.forEach((h, i) => {
      if (h.exc_type === null && i < s.handlers.length - 1) this.fail("default 'except:' must be last", h);
      if (h.exc_type !== null) this.expression(h.exc_type);
      if (h.name !== null) this.storeName(h.name, h);
      this.inFrame(s.type === "TryStar" ? "except*" : "block", h, h.body);
    });
    if (s.handlers.length > 0) this.frames.pop();
    if (!hasFinally) return;
    this.frames.pop();
    this.inFrame("block", s, s.finalbody);
  }

  private functionDef(s: ast.AnyFunctionDef): void {
    this.expressions(s.decorator_list);
    this.argumentNames(s.args);
    this.defaults(s.args);
    this.typeParams(s);
    this.annotations(s.args);
    this.annotation(s.returns);
    this.within(this.scopes.of(s), () => this.statements(s.body));
    this.storeName(s.name, s);
  }

  private classDef(s: ast.ClassDef): void {
    this.expressions(s.decorator_list);
    this.typeParams(s);
    this.within(this.scopes.of(s), () => this.statements(s.body));
    for (const b of s.bases) this.argument(b);
    this.keywords(s.keywords);
    this.storeName(s.name, s);
  }

  private typeParams(s: ast.AnyFunctionDef | ast.ClassDef | ast.TypeAlias): void {
    for (const p of s.type_params) {
      this.storeName(p.name, p);
      for (const part of ["bound", "default"] as const) {
        const scope = this.scopes.typeVarScope(p, part);
        const value = part === "default" ? p.default_value : p.type === "TypeVar" ? p.bound : null;
        if (scope === undefined || value === null) continue;
        this.within(scope, () => this.starrable(value));
      }
    }
  }

  private argumentNames(args: ast.Arguments): void {
    const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
    if (args.vararg !== null) all.push(args.vararg);
    if (args.kwarg !== null) all.push(args.kwarg);
    for (const a of all) this.storeName(a.arg, a);
  }

  private defaults(args: ast.Arguments): void {
    this.expressions(args.defaults);
    for (const d of args.kw_defaults) if (d !== null) this.expression(d);
  }

  private annotations(args: ast.Arguments): void {
    for (const a of [...args.posonlyargs, ...args.args, ...args.kwonlyargs]) this.annotation(a.annotation);
    if (args.vararg?.annotation != null) {
      const { annotation } = args.vararg;
      if (!this.scopes.futureAnnotations) this.starrable(annotation);
    }
    this.annotation(args.kwarg?.annotation ?? null);
  }

  private annotation(e: ast.Expr | null): void {
    if (e !== null && !this.scopes.futureAnnotations) this.expression(e);
  }

  private storeName(name: string, at: ast.Located): void {
    if (name === "__debug__") this.fail("cannot assign to __debug__", at);
  }

  // --- expressions ---

  private expressions(list: readonly ast.Expr[]): void {
    for (const e of list) this.expression(e);
  }

  /** An expression where `*x` has a meaning. */
  private starrable(e: ast.Expr): void {
    this.expression(e.type === "Starred" ? e.value : e);
  }

  expression(e: ast.Expr): void {
    switch (e.type) {
      case "Name":
        if (e.id === "__debug__" && e.ctx !== "Load")
          this.fail(`cannot ${e.ctx === "Del" ? "delete" : "assign to"} __debug__`, e);
        return;
      case "Constant":
        return;
      case "Attribute":
        this.expression(e.value);
        if (e.attr === "__debug__" && e.ctx !== "Load")
          this.fail(`cannot ${e.ctx === "Del" ? "delete" : "assign to"} __debug__`, e);
        return;
      case "Starred":
        return this.fail(
          e.ctx === "Store"
            ? "starred assignment target must be in a list or tuple"
            : "can't use starred expression here",
          e,
        );
      case "List":
      case "Tuple":
        if (e.ctx === "Store") this.unpacking(e);
        for (const elt of e.elts) this.starrable(elt);
        return;
      case "Set":
        for (const elt of e.elts) this.starrable(elt);
        return;
      case "Call":
        this.expression(e.func);
        for (const a of e.args) this.argument(a);
        return this.keywords(e.keywords);
      case "BinOp":
      case "BoolOp":
      case "JoinedStr":
      case "UnaryOp":
      case "Compare":
      case "Subscript":
      case "Dict":
      case "IfExp":
      case "Slice":
      case "FormattedValue":
        for (const part of operands(e)) this.expression(part);
        return;
      case "NamedExpr":
        this.expression(e.value);
        return this.expression(e.target);
      case "Lambda":
        this.argumentNames(e.args);
        this.defaults(e.args);
        return this.within(this.scopes.of(e), () => this.expression(e.body));
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        return this.comprehension(e, [e.elt]);
      case "DictComp":
        return this.comprehension(e, [e.key, e.value]);
      case "Yield":
        if (!this.inFunction()) this.fail("'yield' outside function", e);
        if (e.value !== null) this.expression(e.value);
        return;
      case "YieldFrom":
        if (!this.inFunction()) this.fail("'yield from' outside function", e);
        if (this.inAsync()) this.fail("'yield from' inside async function", e);
        return this.expression(e.value);
      case "Await":
        if (this.scope.kind === "module" || this.scope.kind === "class")
          this.fail("'await' outside function", e);
        if (!this.inAsync() && this.scope.kind !== "comprehension")
          this.fail("'await' outside async function", e);
        return this.expression(e.value);
    }
  }

  private inFunction(): boolean {
    return (
      this.scope.kind === "function" || this.scope.kind === "lambda" || this.scope.kind === "comprehension"
    );
  }

  private inAsync(): boolean {
    return this.scope.node.type === "AsyncFunctionDef" && this.scope.kind === "function";
  }

  private argument(e: ast.Expr): void {
    this.starrable(e);
  }

  private keywords(keywords: readonly ast.Keyword[]): void {
    const seen = new Set<string>();
    for (const k of keywords) {
      if (k.arg === null) continue;
      this.storeName(k.arg, k);
      if (seen.has(k.arg)) this.fail(`keyword argument repeated: ${k.arg}`, k);
      seen.add(k.arg);
    }
    for (const k of keywords) this.expression(k.value);
  }

  private unpacking(e: ast.List | ast.Tuple): void {
    const star = e.elts.findIndex((x) => x.type === "Starred");
    if (star < 0) return;
    if (star >= MAX_BEFORE_STAR || e.elts.length - star - 1 >= MAX_AFTER_STAR)
      this.fail("too many expressions in star-unpacking assignment", e);
    if (e.elts.some((x, i) => i > star && x.type === "Starred"))
      this.fail("multiple starred expressions in assignment", e);
  }

  private comprehension(e: ast.AnyComprehension, elements: readonly ast.Expr[]): void {
    const scope = this.scopes.of(e);
    const isAsync = scope.isCoroutine && e.type !== "GeneratorExp";
    if (isAsync && !this.allowsAsyncComprehension())
      this.fail("asynchronous comprehension outside of an asynchronous function", e);
    const [first, ...rest] = e.generators;
    this.expression(first.iter);
    this.within(scope, () => {
      this.expression(first.target);
      this.expressions(first.ifs);
      for (const clause of rest) {
        this.expression(clause.iter);
        this.expression(clause.target);
        this.expressions(clause.ifs);
      }
      this.expressions(elements);
    });
  }

  private allowsAsyncComprehension(): boolean {
    return this.inAsync() || (this.scope.kind === "comprehension" && this.scope.isCoroutine);
  }
}
