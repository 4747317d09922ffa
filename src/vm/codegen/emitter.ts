/**
 * The state of generating one JavaScript function: its text so far, temporaries, the line that `N[d]` holds, which
 * locals surely have a value. The visitors (statements.ts, expressions.ts, ...) are functions over an Emitter.
 *
 * Conventions of the text, for every visitor:
 * - `l3` local variable, `c2` cell, `t5` temporary, `x` and `y` scratch inside one operation, `d` own depth;
 * - `g4` cached global (declared by the factory), `i6` inline cache;
 * - `k7` constant object, `s3` JS string of a name, `C2` code object, `G` globals, `F` frame information, `NS` namespace;
 * - `undefined` (written `U`) is an unbound variable;
 * - before anything that can raise, `N[d]` holds the number of its place in the source (unit.ts); operations set it
 *   themselves, on the slow way only where they have a quick one; for what has no place of its own (`e.call`) the
 *   statement sets its own.
 */
import type { NameInfo, Scope, ScopeTree } from "../scope/scope.js";
import { mangle } from "../scope/mangle.js";
import type { ConstData, Place, UnitBuilder } from "./unit.js";

/** What the text of one factory shares: a function and the comprehensions inside it. */
export class Factory {
  /** JS declarations inside the factory, before the returned function. */
  readonly head: string[] = [];
  private readonly globals = new Map<string, string>();

  constructor(readonly index: number) {}

  /** The variable that caches a global's cell in this factory. */
  global(name: string): string {
    let v = this.globals.get(name);
    if (v === undefined) {
      v = `g${this.globals.size}`;
      this.globals.set(name, v);
    }
    return v;
  }

  /** Declares the cached globals; called once, at the end. */
  declarations(): string {
    const vars = [...this.globals.values()];
    return (vars.length > 0 ? `let ${vars.join(",")};` : "") + this.head.join("\n");
  }
}

/** Where `break` and `continue` lead. */
interface Loop {
  readonly breakLabel: string;
  readonly continueLabel: string;
}

/** How names that live in a namespace (module, class) are reached. */
export type NamespaceMode = "globals" | "mapping" | "none";

/** Names a function needs that stand for the whole unit. */
export interface UnitContext {
  readonly unit: UnitBuilder;
  readonly tree: ScopeTree;
  /** "globals": module code whose locals are its globals; "mapping": locals are any mapping. */
  readonly moduleMode: NamespaceMode;
  /** Mode "single": expression statements are displayed. */
  readonly interactive: boolean;
  readonly source: string;
  /** Functions of modules and classes get their code when they are first called. */
  readonly lazy: boolean;
}

export class Emitter {
  readonly out: string[] = [];
  readonly loops: Loop[] = [];
  readonly locals = new Map<string, string>();
  readonly cells = new Map<string, string>();
  /** Names whose JS variable is undefined at no read, as far as the text so far tells. */
  assigned = new Set<string>();
  /** Locals that something unbinds (`del x`, `except ... as x`): never known to be assigned. */
  readonly unbindable = new Set<string>();
  /** The place that N[d] surely holds here, or -1. */
  place = -1;
  /** Set by what may raise and sets no place, while an expression is generated. */
  raises = false;
  /** The text up to here does not fall through (return, raise, ...). */
  dead = false;
  /** Depth of enclosing JS try statements: a `return` inside leaves `T.d` to the function's finally. */
  tries = 0;
  /** A return stands inside a try: the depth is restored in a finally clause. */
  needsFinally = false;
  readonly constsUsed = new Set<number>();
  readonly namesUsed = new Set<number>();
  readonly children: number[] = [];
  /** The scratch variables `x` and `y` are in use. */
  usesScratch = false;
  private temps = 0;
  private freeTemps: string[] = [];
  private labels = 0;
  private inUse: string[] = [];

  constructor(
    readonly context: UnitContext,
    readonly scope: Scope,
    readonly factory: Factory,
    readonly parent: Emitter | null,
    /** How names of resolution `local` are stored here. */
    readonly mode: NamespaceMode,
  ) {}

  get unit(): UnitBuilder {
    return this.context.unit;
  }

  get isGenerator(): boolean {
    return this.scope.isGenerator || this.scope.isCoroutine;
  }

  // -- text

  push(text: string): void {
    this.out.push(text);
  }

  /** Names a function of the support library. */
  op(name: string): string {
    this.unit.used.add(name);
    return name;
  }

  /** A call of a support function that may raise. */
  call(name: string, ...args: string[]): string {
    this.raises = true;
    return `${this.op(name)}(${args.join(",")})`;
  }

  str(text: string): string {
    const i = this.unit.name(text);
    this.namesUsed.add(i);
    return `s${i}`;
  }

  constant(data: ConstData): string {
    switch (data.t) {
      case "None":
        return "NONE";
      case "True":
        return "TRUE";
      case "False":
        return "FALSE";
      default: {
        const i = this.unit.constant(data);
        this.constsUsed.add(i);
        return `k${i}`;
      }
    }
  }

  label(): string {
    return `L${this.labels++}`;
  }

  /** A temporary that lives to the end of the current statement. */
  temp(): string {
    const t = this.freeTemps.pop() ?? `t${this.temps++}`;
    this.inUse.push(t);
    return t;
  }

  /** A variable that lives as long as the function. */
  variable(): string {
    return `t${this.temps++}`;
  }

  get tempCount(): number {
    return this.temps;
  }

  /** Runs `body` as one statement: temporaries taken inside are free afterwards. */
  statement(body: () => void): void {
    const saved = this.inUse;
    this.inUse = [];
    body();
    this.freeTemps.push(...this.inUse);
    this.inUse = saved;
  }

  /** Text that puts the node's place into N[d]. */
  mark(node: Place): string {
    this.place = this.unit.place(node);
    return `N[d]=${this.place}`;
  }

  /** The same for text that runs in one case of several: N[d] is not known afterwards. */
  markSometimes(node: Place): string {
    const text = this.mark(node);
    this.place = -1;
    return text;
  }

  /** Emits the store of a place when it is not known to be there. */
  setPlace(node: Place): void {
    if (this.place !== this.unit.place(node)) this.push(`${this.mark(node)};`);
  }

  /**
   * Generates text with `make`, and puts the store of the node's place before it if something in the text may raise that
   * sets no place. `make` may push statements itself.
   */
  withPlace(node: Place, make: () => string): void {
    const saved = this.raises;
    this.raises = false;
    const at = this.out.length;
    const before = this.place;
    const own = this.unit.place(node);
    this.place = own;
    const text = make();
    if (this.raises && before !== own) this.out.splice(at, 0, `N[d]=${own};`);
    else if (!this.raises && this.place === own) this.place = before;
    this.push(text);
    this.raises ||= saved;
  }

  /** Code that runs often enough for caches and inline arithmetic: function bodies, not modules and class bodies. */
  get inlines(): boolean {
    return isFunctionLike(this.scope);
  }

  /** A new inline cache. */
  cache(): string {
    this.op("IC");
    return `i${this.unit.caches++}`;
  }

  /**
   * Operands of one operation as texts that can be repeated and evaluated at any time before it: in `before` stand the
   * assignments, in order, of those that are more than a variable or constant.
   */
  atoms(operands: readonly string[]): { before: string; names: string[] } {
    let before = "";
    let last = operands.length - 1;
    while (last >= 0 && isAtom(operands[last])) last--;
    const names = operands.map((text, i) => {
      // A local may be assigned again by a later operand (`:=`).
      if (isConstantAtom(text) || (i >= last && isAtom(text))) return text;
      const t = this.temp();
      before += `${t}=${text},`;
      return t;
    });
    return { before, names };
  }

  // -- names

  mangled(name: string): string {
    return mangle(this.scope.privateName, name);
  }

  resolve(name: string): NameInfo {
    return this.scope.resolve(name);
  }

  /** JS variable of a plain local; declared on first use. */
  local(name: string): string {
    let v = this.locals.get(name);
    if (v === undefined) {
      v = `l${this.locals.size}`;
      this.locals.set(name, v);
    }
    return v;
  }

  /** JS variable that holds the cell of a cell or free name. */
  cell(name: string): string {
    const v = this.cells.get(name);
    if (v === undefined) throw new RangeError(`no cell for a name of scope ${this.scope.kind}`);
    return v;
  }

  markAssigned(name: string): void {
    if (!this.unbindable.has(name)) this.assigned.add(name);
  }

  // -- control flow

  /** Generates a block whose execution is uncertain; returns what was assigned at its end, undefined if it never ends. */
  branch(body: () => void): Set<string> | undefined {
    const before = this.assigned;
    const wasDead = this.dead;
    this.assigned = new Set(before);
    this.dead = false;
    body();
    const after = this.dead ? undefined : this.assigned;
    this.assigned = before;
    this.dead = wasDead;
    this.place = -1;
    return after;
  }

  /** Continues after alternatives: assigned is what all of those that end have assigned. */
  join(ends: (Set<string> | undefined)[]): void {
    const live = ends.filter((s) => s !== undefined);
    this.place = -1;
    if (live.length === 0) {
      this.dead = true;
      return;
    }
    let common = live[0];
    for (const s of live.slice(1)) common = new Set([...common].filter((n) => s.has(n)));
    this.assigned = common;
  }
}

function isAtom(text: string): boolean {
  return /^(?:[kltsg]\d+|NONE|TRUE|FALSE|U)$/.test(text);
}

function isConstantAtom(text: string): boolean {
  return /^(?:[kts]\d+|NONE|TRUE|FALSE|U)$/.test(text);
}

/** Is this scope's code a function body (names in JS variables)? */
export function isFunctionLike(scope: Scope): boolean {
  return scope.kind !== "module" && scope.kind !== "class";
}
