/** Scopes while they are built: what collect.ts fills in and resolve.ts finishes. */
import { mangle } from "./mangle.js";
import type { NameInfo, Resolution, Scope, ScopeKind, ScopeNode } from "./scope.js";
import type * as ast from "../parser/ast.js";

/** Flags of a name, named as in CPython's symtable.h. */
export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
export const DEF_IMPORT = 32;
export const DEF_ANNOT = 64;
export const DEF_COMP_ITER = 128;
export const DEF_TYPE_PARAM = 256;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;

export class Name implements NameInfo {
  flags = 0;
  resolution: Resolution = "implicit";
  constructor(readonly name: string) {}

  get parameter(): boolean {
    return (this.flags & DEF_PARAM) !== 0;
  }
  get assigned(): boolean {
    return (this.flags & DEF_LOCAL) !== 0;
  }
  get imported(): boolean {
    return (this.flags & DEF_IMPORT) !== 0;
  }
  get annotated(): boolean {
    return (this.flags & DEF_ANNOT) !== 0;
  }
  get referenced(): boolean {
    return (this.flags & USE) !== 0;
  }
  get declaredGlobal(): boolean {
    return (this.flags & DEF_GLOBAL) !== 0;
  }
  get declaredNonlocal(): boolean {
    return (this.flags & DEF_NONLOCAL) !== 0;
  }
  get iterationVariable(): boolean {
    return (this.flags & DEF_COMP_ITER) !== 0;
  }
  get typeParameter(): boolean {
    return (this.flags & DEF_TYPE_PARAM) !== 0;
  }
}

export class ScopeBuilder implements Scope {
  readonly names = new Map<string, Name>();
  readonly children: ScopeBuilder[] = [];
  readonly parameters: string[] = [];
  readonly locals: string[] = [];
  readonly cells: string[] = [];
  readonly frees: string[] = [];
  readonly isNested: boolean;
  privateName: string | null;
  /** In the type-parameter scope of a generic class only these are mangled (CPython's ste_mangled_names). */
  mangledOnly: ReadonlySet<string> | undefined;
  isGenerator = false;
  isCoroutine = false;
  needsClassCell = false;
  needsClassDict = false;
  canSeeClassScope = false;
  usesLocals = false;
  usesZeroArgSuper = false;
  hasStarImport = false;
  /** Where `global` and `nonlocal` (and the walrus in a comprehension) named something. */
  readonly directives = new Map<string, ast.Located>();

  constructor(
    readonly kind: ScopeKind,
    readonly name: string,
    readonly qualname: string,
    readonly node: ScopeNode,
    readonly parent: ScopeBuilder | null,
    readonly lineno: number,
  ) {
    this.isNested = parent !== null && (parent.isNested || parent.isFunctionLike);
    this.privateName = parent?.privateName ?? null;
    this.mangledOnly = parent?.mangledOnly;
    parent?.children.push(this);
  }

  get isFunctionLike(): boolean {
    return this.kind !== "module" && this.kind !== "class";
  }

  /** A comprehension but for generator expressions: part of the code around it (PEP 709). */
  get isInlined(): boolean {
    return this.kind === "comprehension" && this.node.type !== "GeneratorExp";
  }

  mangle(name: string): string {
    if (this.mangledOnly !== undefined && !this.mangledOnly.has(name)) return name;
    return mangle(this.privateName, name);
  }

  /** The entry of a mangled name, made when it is new. */
  entry(mangled: string): Name {
    let name = this.names.get(mangled);
    if (name === undefined) this.names.set(mangled, (name = new Name(mangled)));
    return name;
  }

  flagsOf(name: string): number {
    return this.names.get(this.mangle(name))?.flags ?? 0;
  }

  resolve(name: string): NameInfo {
    const info = this.names.get(this.mangle(name));
    if (info === undefined) throw new RangeError(`scope ${this.name} does not use the name ${name}`);
    return info;
  }
}
