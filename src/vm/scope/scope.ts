/**
 * What scope analysis finds: a tree of scopes, each knowing for every name used in it where that name lives.
 *
 * It follows the language reference, chapter 4 ("Execution model"), and CPython's `symtable` module, against which it
 * is checked. Names in scopes are mangled already (`__x` in class C is `_C__x`); names in the syntax tree are not:
 * ask `Scope.resolve(name)` with the tree's name.
 */
import type * as ast from "../parser/ast.js";

/**
 * - `comprehension`: list, set, dict comprehension or generator expression (its first iterable belongs outside);
 * - `typeparams`: the scope between a generic def/class/type alias and what it stands in (PEP 695);
 * - `typevar`: the lazily evaluated bound or default of one type parameter; `typealias`: the value of a `type` statement.
 */
export type ScopeKind =
  "module" | "class" | "function" | "lambda" | "comprehension" | "typeparams" | "typevar" | "typealias";

/**
 * Where a name lives, seen from one scope.
 * - `local`: here, and nobody else sees it (in a class or module scope: the namespace);
 * - `cell`: here, in a cell, since an inner scope uses it (never in module scope);
 * - `free`: in a cell of an enclosing function-like scope;
 * - `global`: declared by `global` (or at module level: never, those are local); read, written and deleted in globals;
 * - `implicit`: not bound in any enclosing function: globals, then builtins. In a class scope a read of an `implicit`
 *   name looks into the class namespace first, as a read of `free` does.
 */
export type Resolution = "local" | "cell" | "free" | "global" | "implicit";

/** One name in one scope; the flags are those of CPython's symtable. */
export interface NameInfo {
  /** Mangled. */
  readonly name: string;
  resolution: Resolution;
  parameter: boolean;
  assigned: boolean;
  imported: boolean;
  annotated: boolean;
  referenced: boolean;
  declaredGlobal: boolean;
  declaredNonlocal: boolean;
  /** Iteration target of this comprehension. */
  iterationVariable: boolean;
  /** Is a type parameter (PEP 695). */
  typeParameter: boolean;
}

/** The node a scope belongs to. */
export type ScopeNode =
  | ast.Mod
  | ast.ClassDef
  | ast.FunctionDef
  | ast.AsyncFunctionDef
  | ast.Lambda
  | ast.AnyComprehension
  | ast.TypeAlias
  | ast.TypeParam;

export interface Scope {
  readonly kind: ScopeKind;
  /** Function's or class's name, "top", "lambda", "listcomp", "genexpr", ... as CPython's symtable says. */
  readonly name: string;
  /** `__qualname__` of what is defined ("C.f.<locals>.g"); "" for a module. */
  readonly qualname: string;
  readonly node: ScopeNode;
  readonly parent: Scope | null;
  readonly children: Scope[];
  readonly lineno: number;
  /** Name of the innermost enclosing class, for mangling; null outside classes. */
  readonly privateName: string | null;
  /** Every name used or bound here, in order of first appearance (parameters first). */
  readonly names: ReadonlyMap<string, NameInfo>;
  /** Parameters in the order of `co_varnames`: positional-only, positional, keyword-only, *args, **kwargs. */
  readonly parameters: readonly string[];
  /** Names bound here that live here (resolution local or cell), in order: parameters, then by first binding. */
  readonly locals: readonly string[];
  /** Of `locals`, those in cells; in a class scope also `__class__` / `__classdict__` when needed. */
  readonly cells: readonly string[];
  /** Names in cells of enclosing scopes, used here or passed through to inner scopes. */
  readonly frees: readonly string[];
  /** Contains `yield` (a generator expression too). */
  readonly isGenerator: boolean;
  /** `async def`, or a comprehension that awaits. With isGenerator: an asynchronous generator. */
  readonly isCoroutine: boolean;
  /** Is inside a function-like scope. */
  readonly isNested: boolean;
  /** A class whose methods use `super` or `__class__`: its body must fill the cell `__class__`. */
  readonly needsClassCell: boolean;
  /** A class whose type-parameter or alias scopes look names up in its namespace: cell `__classdict__`. */
  readonly needsClassDict: boolean;
  /** For type-parameter-like scopes directly within a class: names are looked up in that class's namespace first. */
  readonly canSeeClassScope: boolean;
  /** A direct call by one of these names stands here, so locals must be visible as a dict: locals, vars, dir, eval, exec. */
  readonly usesLocals: boolean;
  /** A call `super()` without arguments stands here. */
  readonly usesZeroArgSuper: boolean;
  /** Module scope only: `from x import *` stands here. */
  readonly hasStarImport: boolean;
  /** The name as it is stored here: private names of a class are mangled (attributes and keyword arguments too). */
  mangle(name: string): string;
  /** Where the tree's name `name` lives, seen from here. Throws RangeError when the name is not used in this scope. */
  resolve(name: string): NameInfo;
}

export interface ScopeTree {
  readonly root: Scope;
  /** `from __future__ import annotations` is on: annotations are strings and are not analysed. */
  readonly futureAnnotations: boolean;
  /**
   * Scope of a node. For a generic function, class or alias this is the scope of its body/value; its type parameters'
   * scope is `typeParams(node)`, a type parameter's bound or default `typeVarScope(param, "bound" | "default")`.
   */
  of(node: ScopeNode): Scope;
  typeParams(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias): Scope | undefined;
  typeVarScope(param: ast.TypeParam, part: "bound" | "default"): Scope | undefined;
}
