/**
 * Second pass: decides for every name of every scope where it lives (CPython's analyze_block), and from that which
 * names are in cells and which pass through.
 */
import * as B from "./builder.js";
import type { Name, ScopeBuilder } from "./builder.js";
import type { Fail } from "./failure.js";

/** Resolves `scope` and all within it. */
export function resolveNames(scope: ScopeBuilder, fail: Fail): void {
  resolveScope(scope, null, fail);
  order(scope);
}

/** `classScope`: the class whose namespace this scope's names are looked up in first (PEP 695), if any. */
function resolveScope(scope: ScopeBuilder, classScope: ScopeBuilder | null, fail: Fail): void {
  for (const entry of scope.names.values()) resolveName(scope, entry, classScope, fail);
  for (const child of scope.children) {
    const seen = !child.canSeeClassScope ? null : scope.kind === "class" ? scope : classScope;
    resolveScope(child, seen, fail);
  }
}

function resolveName(scope: ScopeBuilder, entry: Name, classScope: ScopeBuilder | null, fail: Fail): void {
  const { flags, name } = entry;
  if ((flags & B.DEF_GLOBAL) !== 0) {
    if ((flags & B.DEF_NONLOCAL) !== 0)
      failAtDirective(scope, name, `name '${name}' is nonlocal and global`, fail);
    entry.resolution = "global";
    return;
  }
  if ((flags & B.DEF_NONLOCAL) !== 0) {
    if (scope.kind === "module")
      failAtDirective(scope, name, "nonlocal declaration not allowed at module level", fail);
    const owner = ownerOf(scope, name);
    if (owner === undefined) failAtDirective(scope, name, `no binding for nonlocal '${name}' found`, fail);
    if (owner.names.get(name)?.typeParameter === true)
      failAtDirective(scope, name, `nonlocal binding not allowed for type parameter '${name}'`, fail);
    entry.resolution = "free";
    connect(scope, owner, name);
    return;
  }
  if ((flags & B.DEF_BOUND) !== 0) {
    // an inner scope, read before, cannot have made it a cell: outer scopes are resolved first
    entry.resolution = "local";
    return;
  }
  const inClass = classScope?.names.get(name)?.flags ?? 0;
  if ((inClass & B.DEF_GLOBAL) !== 0) {
    entry.resolution = "global";
    return;
  }
  if ((inClass & B.DEF_BOUND) !== 0 && (inClass & B.DEF_NONLOCAL) === 0) {
    entry.resolution = "implicit";
    return;
  }
  const owner = ownerOf(scope, name);
  if (owner === undefined) entry.resolution = "implicit";
  else {
    entry.resolution = "free";
    connect(scope, owner, name);
  }
}

/** The enclosing function-like scope that binds `name`; for `__class__` and `__classdict__` also a class. */
function ownerOf(from: ScopeBuilder, name: string): ScopeBuilder | undefined {
  for (let scope = from.parent; scope !== null; scope = scope.parent) {
    if (scope.kind === "class") {
      if (name === "__class__" || name === "__classdict__") return scope;
      continue;
    }
    if (scope.kind === "module") return undefined;
    const flags = scope.names.get(name)?.flags ?? 0;
    if ((flags & B.DEF_GLOBAL) !== 0) return undefined;
    if ((flags & B.DEF_BOUND) !== 0 && (flags & B.DEF_NONLOCAL) === 0) return scope;
  }
  return undefined;
}

/** Makes `name` a cell of `owner`, free in `user` and in all scopes between. */
function connect(user: ScopeBuilder, owner: ScopeBuilder, name: string): void {
  for (let scope: ScopeBuilder | null = user; scope !== null && scope !== owner; scope = scope.parent) {
    if (scope.frees.includes(name)) break;
    scope.frees.push(name);
    if (scope !== user && !scope.names.has(name)) scope.entry(name).resolution = "free";
  }
  if (owner.cells.includes(name)) return;
  owner.cells.push(name);
  if (owner.kind === "class") {
    if (name === "__class__") owner.needsClassCell = true;
    else owner.needsClassDict = true;
  } else owner.entry(name).resolution = "cell";
}

/** Fills `locals`: parameters first, then the others as they were first bound or used. */
function order(scope: ScopeBuilder): void {
  const { locals } = scope;
  locals.push(...scope.parameters);
  for (const entry of scope.names.values()) {
    if (entry.parameter) continue;
    if (entry.resolution === "local" || entry.resolution === "cell") locals.push(entry.name);
  }
  for (const child of scope.children) order(child);
}

function failAtDirective(scope: ScopeBuilder, name: string, message: string, fail: Fail): never {
  const at = scope.directives.get(name);
  return fail(message, at ?? { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 0 });
}
