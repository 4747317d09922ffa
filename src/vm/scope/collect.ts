/**
 * First pass: walks the tree once and notes in every scope which names it binds, uses and declares.
 *
 * The order of visits is that of CPython's symtable.c, since the first error found is the one reported. Names are
 * resolved afterwards (resolve.ts): a function may use what its surroundings bind further down.
 */
import type * as ast from "../parser/ast.js";
import * as B from "./builder.js";
import { ScopeBuilder } from "./builder.js";
import type { Fail } from "./failure.js";
import { operands } from "./operands.js";
import { COMPREHENSION_NAMES, LOCALS_READERS, YIELD_PLACES } from "./words.js";
import type { ScopeKind, ScopeNode } from "./scope.js";

export type TypeParamPart = "bound" | "default";

export class Collector {
  readonly scopes = new Map<ScopeNode, ScopeBuilder>();
  readonly typeParamScopes = new Map<ScopeNode, ScopeBuilder>();
  readonly typeVarScopes = new Map<ast.TypeParam, Partial<Record<TypeParamPart, ScopeBuilder>>>();
  readonly root: ScopeBuilder;
  private scope: ScopeBuilder;
  /** How deep we are in the iterables of comprehensions, per scope; a walrus is forbidden there. */
  private readonly iterables = new Map<ScopeBuilder, number>();
  /** How errors call a type parameter's scope: "TypeVar bound", ... */
  private readonly typeVarParts = new Map<ScopeBuilder, string>();
  /** The scope whose iteration target is being read. */
  private iterationTarget: ScopeBuilder | undefined;

  constructor(
    tree: ast.Mod,
    private readonly futureAnnotations: boolean,
    private readonly fail: Fail,
  ) {
    this.root = this.scope = new ScopeBuilder("module", "top", "", tree, null, 0);
    this.scopes.set(tree, this.root);
    switch (tree.type) {
      case "Module":
      case "Interactive":
        this.statements(tree.body);
        break;
      case "Expression":
        this.expression(tree.body);
        break;
      case "FunctionType":
        this.expressions(tree.argtypes);
        this.expression(tree.returns);
        break;
    }
  }

  // --- scopes and names ---

  private enter(kind: ScopeKind, name: string, node: ScopeNode, lineno: number, shown = name): ScopeBuilder {
    const scope = new ScopeBuilder(kind, name, this.qualname(shown), node, this.scope, lineno);
    this.iterables.set(scope, this.iterables.get(this.scope) ?? 0);
    this.scope = scope;
    return scope;
  }

  private leave(): void {
    const { parent } = this.scope;
    if (parent !== null) this.scope = parent;
  }

  private qualname(name: string): string {
    let outer = this.scope;
    // comprehensions but generator expressions are part of the code around them (PEP 709)
    while (outer.parent !== null && (outer.kind === "typeparams" || outer.isInlined)) outer = outer.parent;
    if (outer.kind === "module" || (outer.names.get(outer.mangle(name))?.flags ?? 0) & B.DEF_GLOBAL)
      return name;
    const between = outer.kind === "function" || outer.kind === "lambda" ? ".<locals>." : ".";
    return outer.qualname + between + name;
  }

  private define(name: string, flag: number, at: ast.Located, scope = this.scope): void {
    const mangled = scope.mangle(name);
    const entry = scope.entry(mangled);
    const old = entry.flags;
    if ((flag & B.DEF_PARAM) !== 0 && (old & B.DEF_PARAM) !== 0)
      this.fail(`duplicate argument '${name}' in function definition`, at);
    if ((flag & B.DEF_TYPE_PARAM) !== 0 && (old & B.DEF_TYPE_PARAM) !== 0)
      this.fail(`duplicate type parameter '${name}'`, at);
    entry.flags |= flag;
    if (this.iterationTarget === scope) {
      if ((entry.flags & (B.DEF_GLOBAL | B.DEF_NONLOCAL)) !== 0)
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name}'`, at);
      entry.flags |= B.DEF_COMP_ITER;
    }
    if ((flag & B.DEF_PARAM) !== 0) scope.parameters.push(mangled);
    else if ((flag & B.DEF_GLOBAL) !== 0 && scope !== this.root)
      this.root.entry(mangled).flags |= B.DEF_GLOBAL;
  }

  private use(name: string): void {
    this.scope.entry(this.scope.mangle(name)).flags |= B.USE;
  }

  // --- statements ---

  private statements(body: readonly ast.Stmt[]): void {
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
        return this.typeAlias(s);
      case "Return":
        if (s.value !== null) this.expression(s.value);
        return;
      case "Delete":
        return this.expressions(s.targets);
      case "Assign":
        this.expressions(s.targets);
        return this.expression(s.value);
      case "AugAssign":
        this.expression(s.target);
        return this.expression(s.value);
      case "AnnAssign":
        return this.annAssign(s);
      case "For":
      case "AsyncFor":
        this.expression(s.target);
        this.expression(s.iter);
        this.statements(s.body);
        return this.statements(s.orelse);
      case "While":
      case "If":
        this.expression(s.test);
        this.statements(s.body);
        return this.statements(s.orelse);
      case "With":
      case "AsyncWith":
        for (const item of s.items) {
          this.expression(item.context_expr);
          if (item.optional_vars !== null) this.expression(item.optional_vars);
        }
        return this.statements(s.body);
      case "Match":
        this.expression(s.subject);
        for (const c of s.cases) {
          this.pattern(c.pattern);
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
        this.statements(s.body);
        this.statements(s.orelse);
        for (const h of s.handlers) {
          if (h.exc_type !== null) this.expression(h.exc_type);
          if (h.name !== null) this.define(h.name, B.DEF_LOCAL, h);
          this.statements(h.body);
        }
        return this.statements(s.finalbody);
      case "Assert":
        this.expression(s.test);
        if (s.msg !== null) this.expression(s.msg);
        return;
      case "Import":
      case "ImportFrom":
        for (const a of s.names) this.alias(a);
        return;
      case "Global":
        for (const name of s.names) this.declare(name, B.DEF_GLOBAL, s);
        return;
      case "Nonlocal":
        for (const name of s.names) this.declare(name, B.DEF_NONLOCAL, s);
        return;
      case "Expr":
        return this.expression(s.value);
      case "Pass":
      case "Break":
      case "Continue":
        return;
    }
  }

  private alias(a: ast.Alias): void {
    if (a.name === "*") {
      if (this.scope.kind !== "module") this.fail("import * only allowed at module level", a);
      this.scope.hasStarImport = true;
      return;
    }
    const dot = a.name.indexOf(".");
    this.define(a.asname ?? (dot < 0 ? a.name : a.name.slice(0, dot)), B.DEF_IMPORT, a);
  }

  private declare(name: string, flag: number, s: ast.Global | ast.Nonlocal): void {
    const word = s.type === "Global" ? "global" : "nonlocal";
    const flags = this.scope.flagsOf(name);
    if ((flags & B.DEF_PARAM) !== 0) this.fail(`name '${name}' is parameter and ${word}`, s);
    if ((flags & B.USE) !== 0) this.fail(`name '${name}' is used prior to ${word} declaration`, s);
    if ((flags & B.DEF_ANNOT) !== 0) this.fail(`annotated name '${name}' can't be ${word}`, s);
    if ((flags & B.DEF_LOCAL) !== 0) this.fail(`name '${name}' is assigned to before ${word} declaration`, s);
    this.define(name, flag, s);
    this.direct(name, s);
  }

  /** Remembers where a name was declared first, for errors. */
  private direct(name: string, at: ast.Located): void {
    const { directives } = this.scope;
    const mangled = this.scope.mangle(name);
    if (!directives.has(mangled)) directives.set(mangled, at);
  }

  private annAssign(s: ast.AnnAssign): void {
    const { target } = s;
    if (target.type === "Name") {
      const flags = this.scope.flagsOf(target.id);
      if (s.simple === 1 && this.scope !== this.root && (flags & (B.DEF_GLOBAL | B.DEF_NONLOCAL)) !== 0) {
        const word = (flags & B.DEF_GLOBAL) !== 0 ? "global" : "nonlocal";
        this.fail(`annotated name '${target.id}' can't be ${word}`, s);
      }
      if (s.simple === 1) this.define(target.id, B.DEF_ANNOT | B.DEF_LOCAL, target);
      else if (s.value !== null) this.define(target.id, B.DEF_LOCAL, target);
    } else this.expression(target);
    this.annotation(s.annotation);
    if (s.value !== null) this.expression(s.value);
  }

  /** With `from __future__ import annotations` they are text: their names belong to no scope. */
  private annotation(e: ast.Expr | null): void {
    if (e !== null && !this.futureAnnotations) this.expression(e);
  }

  // --- definitions ---

  private functionDef(s: ast.AnyFunctionDef): void {
    this.define(s.name, B.DEF_LOCAL, s);
    this.defaults(s.args);
    this.expressions(s.decorator_list);
    if (s.type_params.length > 0) this.enterTypeParams(s, s.name);
    const { args } = s;
    for (const a of args.posonlyargs) this.annotation(a.annotation);
    for (const a of args.args) this.annotation(a.annotation);
    this.annotation(args.vararg?.annotation ?? null);
    this.annotation(args.kwarg?.annotation ?? null);
    for (const a of args.kwonlyargs) this.annotation(a.annotation);
    this.annotation(s.returns);
    const scope = this.enter("function", s.name, s, s.lineno);
    this.scopes.set(s, scope);
    scope.isCoroutine = s.type === "AsyncFunctionDef";
    this.parameters(args);
    this.statements(s.body);
    this.leave();
    if (s.type_params.length > 0) this.leave();
  }

  private defaults(args: ast.Arguments): void {
    this.expressions(args.defaults);
    for (const d of args.kw_defaults) if (d !== null) this.expression(d);
  }

  private parameters(args: ast.Arguments): void {
    for (const a of args.posonlyargs) this.define(a.arg, B.DEF_PARAM, a);
    for (const a of args.args) this.define(a.arg, B.DEF_PARAM, a);
    for (const a of args.kwonlyargs) this.define(a.arg, B.DEF_PARAM, a);
    if (args.vararg !== null) this.define(args.vararg.arg, B.DEF_PARAM, args.vararg);
    if (args.kwarg !== null) this.define(args.kwarg.arg, B.DEF_PARAM, args.kwarg);
  }

  private classDef(s: ast.ClassDef): void {
    this.define(s.name, B.DEF_LOCAL, s);
    this.expressions(s.decorator_list);
    if (s.type_params.length > 0) this.enterTypeParams(s, s.name, s.name);
    this.expressions(s.bases);
    for (const k of s.keywords) this.expression(k.value);
    const scope = this.enter("class", s.name, s, s.lineno);
    this.scopes.set(s, scope);
    scope.privateName = s.name;
    scope.mangledOnly = undefined;
    this.statements(s.body);
    this.leave();
    if (s.type_params.length > 0) this.leave();
  }

  private typeAlias(s: ast.TypeAlias): void {
    this.expression(s.name);
    const inClass = this.scope.kind === "class";
    if (s.type_params.length > 0) this.enterTypeParams(s, s.name.id);
    const scope = this.enter("typealias", s.name.id, s, s.lineno);
    this.scopes.set(s, scope);
    if (inClass) this.seeClass(scope);
    this.expression(s.value);
    this.leave();
    if (s.type_params.length > 0) this.leave();
  }

  /** Enters the scope of type parameters and defines them; the caller leaves it. */
  private enterTypeParams(
    s: ast.AnyFunctionDef | ast.ClassDef | ast.TypeAlias,
    name: string,
    mangleFor?: string,
  ): void {
    const inClass = this.scope.kind === "class";
    const scope = this.enter("typeparams", name, s, s.lineno, `<generic parameters of ${name}>`);
    this.typeParamScopes.set(s, scope);
    if (inClass) this.seeClass(scope);
    if (mangleFor !== undefined) {
      scope.privateName = mangleFor;
      scope.mangledOnly = new Set(s.type_params.map((p) => p.name));
    }
    let defaulted = false;
    for (const p of s.type_params) {
      this.define(p.name, B.DEF_TYPE_PARAM | B.DEF_LOCAL, p);
      if (p.type === "TypeVar" && p.bound !== null) this.typeVarPart(p, "bound", p.bound, inClass);
      if (p.default_value !== null) {
        defaulted = true;
        this.typeVarPart(p, "default", p.default_value, inClass);
      } else if (defaulted)
        this.fail(`non-default type parameter '${p.name}' follows default type parameter`, p);
    }
  }

  private typeVarPart(p: ast.TypeParam, part: TypeParamPart, value: ast.Expr, inClass: boolean): void {
    const scope = this.enter("typevar", p.name, p, value.lineno);
    const what = part === "default" ? "default" : value.type === "Tuple" ? "constraint" : "bound";
    this.typeVarParts.set(scope, `${p.type} ${what}`);
    const parts = this.typeVarScopes.get(p) ?? {};
    parts[part] = scope;
    this.typeVarScopes.set(p, parts);
    if (inClass) this.seeClass(scope);
    this.expression(value);
    this.leave();
  }

  private seeClass(scope: ScopeBuilder): void {
    scope.canSeeClassScope = true;
    scope.entry("__classdict__").flags |= B.USE;
  }

  // --- expressions ---

  private expressions(list: readonly ast.Expr[]): void {
    for (const e of list) this.expression(e);
  }

  private expression(e: ast.Expr): void {
    switch (e.type) {
      case "Name":
        return this.name(e);
      case "Constant":
        return;
      case "Attribute":
      case "Starred":
        return this.expression(e.value);
      case "Call":
        return this.call(e);
      case "List":
      case "Tuple":
      case "Set":
        return this.expressions(e.elts);
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
        return this.namedExpr(e);
      case "Lambda": {
        this.defaults(e.args);
        const scope = this.enter("lambda", "lambda", e, e.lineno, "<lambda>");
        this.scopes.set(e, scope);
        this.parameters(e.args);
        this.expression(e.body);
        return this.leave();
      }
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        return this.comprehension(e, e.elt, undefined);
      case "DictComp":
        return this.comprehension(e, e.key, e.value);
      case "Yield":
      case "YieldFrom":
        this.forbidInTypeScope(e, "yield expression");
        if (e.value !== null) this.expression(e.value);
        this.yieldHere(e);
        return;
      case "Await":
        this.forbidInTypeScope(e, "await expression");
        this.expression(e.value);
        this.scope.isCoroutine = true;
        return;
    }
  }

  private name(e: ast.Name): void {
    if (e.ctx !== "Load") {
      this.define(e.id, B.DEF_LOCAL, e);
      return;
    }
    this.use(e.id);
    // `super` needs to know the class, as if `__class__` stood here
    if (e.id === "super" && this.scope.isFunctionLike) this.use("__class__");
  }

  private call(e: ast.Call): void {
    const { func } = e;
    if (func.type === "Name") {
      if (LOCALS_READERS.has(func.id)) {
        let scope: ScopeBuilder | null = this.scope;
        // PEP 709: a comprehension sees the locals around it too
        for (; scope !== null; scope = scope.parent) {
          scope.usesLocals = true;
          if (scope.kind !== "comprehension" || scope.node.type === "GeneratorExp") break;
        }
      } else if (func.id === "super" && e.args.length === 0 && e.keywords.length === 0)
        this.scope.usesZeroArgSuper = true;
    }
    this.expression(func);
    this.expressions(e.args);
    for (const k of e.keywords) this.expression(k.value);
  }

  private comprehension(e: ast.AnyComprehension, elt: ast.Expr, value: ast.Expr | undefined): void {
    const [first, ...rest] = e.generators;
    this.iterable(first.iter);
    const name = COMPREHENSION_NAMES[e.type];
    const scope = this.enter("comprehension", name, e, e.lineno, `<${name}>`);
    this.scopes.set(e, scope);
    if (first.is_async === 1) scope.isCoroutine = true;
    this.target(first.target);
    this.expressions(first.ifs);
    for (const clause of rest) {
      this.target(clause.target);
      this.iterable(clause.iter);
      this.expressions(clause.ifs);
      if (clause.is_async === 1) scope.isCoroutine = true;
    }
    if (value !== undefined) this.expression(value);
    this.expression(elt);
    const isGenerator = e.type === "GeneratorExp";
    scope.isGenerator = isGenerator;
    this.leave();
    if (scope.isCoroutine && !isGenerator) this.scope.isCoroutine = true;
  }

  private iterable(e: ast.Expr): void {
    const { scope } = this;
    const depth = this.iterables.get(scope) ?? 0;
    this.iterables.set(scope, depth + 1);
    this.expression(e);
    this.iterables.set(scope, depth);
  }

  private target(e: ast.Expr): void {
    const outer = this.iterationTarget;
    this.iterationTarget = this.scope;
    this.expression(e);
    this.iterationTarget = outer;
  }

  private namedExpr(e: ast.NamedExpr): void {
    this.forbidInTypeScope(e, "named expression");
    if ((this.iterables.get(this.scope) ?? 0) > 0)
      this.fail("assignment expression cannot be used in a comprehension iterable expression", e);
    if (this.scope.kind === "comprehension") this.bindOutside(e.target);
    this.expression(e.value);
    this.expression(e.target);
  }

  /** PEP 572: a walrus in a comprehension binds in the scope around it. */
  private bindOutside(target: ast.Name): void {
    const name = target.id;
    for (let scope: ScopeBuilder | null = this.scope; scope !== null; scope = scope.parent) {
      switch (scope.kind) {
        case "comprehension": {
          const flags = scope.flagsOf(name);
          if ((flags & B.DEF_COMP_ITER) !== 0 && (flags & (B.DEF_LOCAL | B.DEF_GLOBAL)) !== 0)
            this.fail(
              `assignment expression cannot rebind comprehension iteration variable '${name}'`,
              target,
            );
          continue;
        }
        case "function":
        case "lambda": {
          const isGlobal = (scope.flagsOf(name) & B.DEF_GLOBAL) !== 0;
          this.define(name, isGlobal ? B.DEF_GLOBAL : B.DEF_NONLOCAL, target);
          this.direct(name, target);
          return this.define(name, B.DEF_LOCAL, target, scope);
        }
        case "module":
          this.define(name, B.DEF_GLOBAL, target);
          this.direct(name, target);
          return this.define(name, B.DEF_GLOBAL, target, scope);
        case "class":
          return this.fail(
            "assignment expression within a comprehension cannot be used in a class body",
            target,
          );
        case "typeparams":
          return this.fail(
            "assignment expression within a comprehension cannot be used within the definition of a generic",
            target,
          );
        case "typealias":
          return this.fail(
            "assignment expression within a comprehension cannot be used in a type alias",
            target,
          );
        case "typevar":
          return this.fail(
            `assignment expression within a comprehension cannot be used in a ${this.typeVarParts.get(scope)}`,
            target,
          );
      }
    }
  }

  private yieldHere(e: ast.Yield | ast.YieldFrom): void {
    const { node, kind } = this.scope;
    if (kind === "comprehension")
      this.fail(`'yield' inside ${YIELD_PLACES[(node as ast.AnyComprehension).type]}`, e);
    this.scope.isGenerator = true;
  }

  /** Type-parameter scopes run lazily, so they can neither bind nor suspend (PEP 695). */
  private forbidInTypeScope(e: ast.Expr, what: string): void {
    switch (this.scope.kind) {
      case "typevar":
        return this.fail(`${what} cannot be used within a ${this.typeVarParts.get(this.scope)}`, e);
      case "typealias":
        return this.fail(`${what} cannot be used within a type alias`, e);
      case "typeparams":
        return this.fail(`${what} cannot be used within the definition of a generic`, e);
      default:
        return;
    }
  }

  // --- patterns ---

  private pattern(p: ast.Pattern): void {
    switch (p.type) {
      case "MatchValue":
        return this.expression(p.value);
      case "MatchSingleton":
        return;
      case "MatchSequence":
      case "MatchOr":
        for (const x of p.patterns) this.pattern(x);
        return;
      case "MatchStar":
        if (p.name !== null) this.define(p.name, B.DEF_LOCAL, p);
        return;
      case "MatchMapping":
        this.expressions(p.keys);
        for (const x of p.patterns) this.pattern(x);
        if (p.rest !== null) this.define(p.rest, B.DEF_LOCAL, p);
        return;
      case "MatchClass":
        this.expression(p.cls);
        for (const x of p.patterns) this.pattern(x);
        for (const x of p.kwd_patterns) this.pattern(x);
        return;
      case "MatchAs":
        if (p.pattern !== null) this.pattern(p.pattern);
        if (p.name !== null) this.define(p.name, B.DEF_LOCAL, p);
        return;
    }
  }
}
