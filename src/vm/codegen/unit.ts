/**
 * A unit: everything that one source text compiles to, as plain data. It holds the JavaScript text, the tables that the
 * text refers to by index (constants, names) and a description of each code object. Nothing in it belongs to a VM, so a
 * unit can be kept for other runs (a disk cache keyed by the hash of the source) and be loaded by any VM.
 *
 * The text never contains a byte of the source: names and constants are `s3` and `k7`, entries of the tables.
 */

/** A constant as data. */
export type ConstData =
  | { readonly t: "int"; readonly v: string }
  | { readonly t: "float"; readonly v: number | "nan" | "inf" | "-inf" | "-0" }
  | { readonly t: "complex"; readonly v: number }
  | { readonly t: "str"; readonly v: string }
  | { readonly t: "bytes"; readonly v: string }
  | { readonly t: "None" | "True" | "False" | "Ellipsis" }
  | { readonly t: "tuple"; readonly v: readonly ConstData[] }
  | { readonly t: "frozenset"; readonly v: readonly ConstData[] };

/** What a code object does when it is called. */
export type CodeKind = "module" | "class" | "function" | "comprehension";

/** CPython's co_flags that we set. */
export const CodeFlag = {
  optimized: 0x1,
  newLocals: 0x2,
  varargs: 0x4,
  varkeywords: 0x8,
  nested: 0x10,
  generator: 0x20,
  coroutine: 0x80,
  iterableCoroutine: 0x100,
  asyncGenerator: 0x200,
} as const;

/** One code object, as data. */
export interface CodeData {
  readonly kind: CodeKind;
  readonly name: string;
  readonly qualname: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly flags: number;
  /** Positional parameters, positional-only ones included. */
  readonly argCount: number;
  readonly posOnlyCount: number;
  readonly kwOnlyCount: number;
  /** Parameters first, in the order of co_varnames. */
  readonly varNames: readonly string[];
  readonly cellNames: readonly string[];
  readonly freeNames: readonly string[];
  /** Names of the values that generated code hands over for `f_locals`: plain locals, then cells, then frees. */
  readonly localNames: readonly string[];
  /** How many of `localNames` are plain locals (the rest are cell objects). */
  readonly plainCount: number;
  /** Names used globally or as attributes (co_names). */
  names: readonly string[];
  /** Constants used directly here (co_consts), as indexes of the unit's table. */
  consts: readonly number[];
  /** Index of the docstring among the unit's constants, or -1. */
  readonly doc: number;
  /** Code objects defined directly inside, by index. */
  children: readonly number[];
  /**
   * Generates the code's own unit (its main code is this one again), for functions that are generated when they are
   * first called. `names`, `consts` and `children` are then found there.
   */
  readonly body?: () => UnitData;
  /** What `body` gave, kept for all VMs and file names. */
  generated?: UnitData;
}

/** A part of the source text, as syntax nodes have it. */
export interface Place {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** A compiled source text. */
export interface UnitData {
  /** Body of `new Function("R", "K", "Q", "C", text)`: returns one factory for each code object (or null). */
  readonly text: string;
  readonly consts: readonly ConstData[];
  readonly names: readonly string[];
  readonly codes: readonly CodeData[];
  /** Index of the code object of the whole text. */
  readonly main: number;
  /**
   * Where in the source what can raise stands: first line, first column, last line, last column (UTF-8, from 0) of each
   * place. `N[d]` holds the number of a place; a negative number is a line without columns.
   */
  readonly places?: readonly number[];
  /** What the compiler warns of in the whole text, to be issued each time it is compiled. */
  readonly warnings?: readonly CompilerWarning[];
}

/** A warning of the compiler: of an escape (its category depends on the version) or of syntax, message, line in the text. */
export type CompilerWarning = readonly [kind: "escape" | "syntax", message: string, line: number];

/** Collects the tables while code is generated. */
export class UnitBuilder {
  readonly consts: ConstData[] = [];
  readonly names: string[] = [];
  readonly codes: CodeData[] = [];
  /** Text of each code object's factory, or "" for one that stands inside another's. */
  readonly factories: string[] = [];
  /** Functions of the support library that the text uses. */
  readonly used = new Set<string>();
  /** Inline caches (`i3`): one set for all functions made of the text in a VM. */
  caches = 0;
  private readonly places: number[] = [];
  private readonly placeIndex = new Map<number, number>();
  private readonly constIndex = new Map<string, number>();
  private readonly nameIndex = new Map<string, number>();

  constant(data: ConstData): number {
    const key = constKey(data);
    let i = this.constIndex.get(key);
    if (i === undefined) {
      i = this.consts.length;
      this.consts.push(data);
      this.constIndex.set(key, i);
    }
    return i;
  }

  name(text: string): number {
    let i = this.nameIndex.get(text);
    if (i === undefined) {
      i = this.names.length;
      this.names.push(text);
      this.nameIndex.set(text, i);
    }
    return i;
  }

  /** Number of a node's place. */
  place(node: Place): number {
    const { lineno, col_offset, end_lineno, end_col_offset } = node;
    const key = ((lineno * 2048 + col_offset) * 64 + (end_lineno - lineno)) * 2048 + end_col_offset;
    const { places } = this;
    let i = this.placeIndex.get(key);
    if (
      i === undefined ||
      places[4 * i] !== lineno ||
      places[4 * i + 1] !== col_offset ||
      places[4 * i + 2] !== end_lineno
    ) {
      i = places.length >> 2;
      places.push(lineno, col_offset, end_lineno, end_col_offset);
      this.placeIndex.set(key, i);
    }
    return i;
  }

  /** Reserves an index for a code object that is still being generated. */
  reserve(): number {
    this.codes.push(undefined as unknown as CodeData);
    this.factories.push("");
    return this.codes.length - 1;
  }

  finish(main: number): UnitData {
    const out: string[] = ['"use strict";'];
    if (this.used.size > 0) out.push(`const {${[...this.used].sort().join(",")}}=R;`);
    out.push("const {T,S,N,B,NONE,TRUE,FALSE}=R,U=undefined;");
    declare(out, "k", "K", this.consts.length);
    declare(out, "s", "Q", this.names.length);
    declare(out, "C", "C", this.codes.length);
    declare(out, "i", "IC", this.caches);
    const list: string[] = [];
    for (let i = 0; i < this.factories.length; i++) {
      const text = this.factories[i];
      if (text === "") list.push("null");
      else {
        out.push(`const f${i}=${text};`);
        list.push(`f${i}`);
      }
    }
    out.push(`return [${list.join(",")}];`);
    const { consts, names, codes, places } = this;
    return { text: out.join("\n"), consts, names, codes, main, places };
  }
}

function declare(out: string[], prefix: string, table: string, count: number): void {
  if (count === 0) return;
  const parts: string[] = [];
  for (let i = 0; i < count; i++) parts.push(table === "IC" ? `i${i}=IC()` : `${prefix}${i}=${table}[${i}]`);
  out.push(`const ${parts.join(",")};`);
}

function constKey(data: ConstData): string {
  switch (data.t) {
    case "int":
    case "str":
    case "bytes":
      return `${data.t}:${data.v}`;
    case "float":
    case "complex":
      return `${data.t}:${Object.is(data.v, -0) ? "-0" : String(data.v)}`;
    case "tuple":
    case "frozenset":
      return `${data.t}(${data.v.map((item) => JSON.stringify(constKey(item))).join(",")})`;
    default:
      return data.t;
  }
}
