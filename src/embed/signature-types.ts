/**
 * Python signatures at TypeScript's own level: the text of a signature gives the types of the TypeScript function behind
 * it, so that a wrong parameter or result is an error of the compiler. annotations.ts reads the same texts at run time.
 *
 *     Parameters<"area(width: float, height: float = 1.0) -> float">   // [width: number, height: number]
 *
 * | annotation                      | TypeScript                                        |
 * | ------------------------------- | ------------------------------------------------- |
 * | int, float                      | number (an int above 2**53 is OverflowError)      |
 * | bigint                          | bigint (a Python int of any size)                 |
 * | str, bool, bytes                | string, boolean, Uint8Array                       |
 * | None                            | undefined                                         |
 * | list[T], tuple[T, ...]          | T[]                                               |
 * | tuple[A, B]                     | [A, B]                                            |
 * | dict[K, V]                      | Map<K, V>                                         |
 * | set[T], frozenset[T]            | Set<T>                                            |
 * | Iterable[T]                     | Iterable<T> (argument: read to its end first)     |
 * | Callable                        | (...args: unknown[]) => unknown                   |
 * | A \| B                          | the first that fits                               |
 * | a native type's name, Self      | the TypeScript object behind                      |
 * | object                          | PyObject, as it is                                |
 * | Any, or no annotation           | unknown: plain data where there is one            |
 */
import type { PyObject } from "../vm/runtime/objects.js";

/** Native types that annotations may name, by the name: the TypeScript objects behind them. */
export type Names = object;
/** No native types. */
export type NoNames = Record<never, never>;

type Space = " " | "\n" | "\t";
type Trim<S extends string> = S extends `${Space}${infer R}`
  ? Trim<R>
  : S extends `${infer R}${Space}`
    ? Trim<R>
    : S;

/** The parts of a text between separators outside brackets and quotes. */
type Split<
  S extends string,
  Separator extends string,
  Part extends string = "",
  Parts extends string[] = [],
  Depth extends 0[] = [],
  Quote extends string = "",
> = S extends `${infer C}${infer R}`
  ? Quote extends ""
    ? C extends Separator
      ? Depth extends []
        ? Split<R, Separator, "", [...Parts, Part]>
        : Split<R, Separator, `${Part}${C}`, Parts, Depth>
      : C extends "[" | "("
        ? Split<R, Separator, `${Part}${C}`, Parts, [...Depth, 0]>
        : C extends "]" | ")"
          ? Split<R, Separator, `${Part}${C}`, Parts, Depth extends [0, ...infer D extends 0[]] ? D : []>
          : C extends "'" | '"'
            ? Split<R, Separator, `${Part}${C}`, Parts, Depth, C>
            : Split<R, Separator, `${Part}${C}`, Parts, Depth>
    : Split<R, Separator, `${Part}${C}`, Parts, Depth, C extends Quote ? "" : Quote>
  : [...Parts, Part];

interface Atoms {
  int: number;
  float: number;
  bigint: bigint;
  str: string;
  bool: boolean;
  bytes: Uint8Array;
  None: undefined;
  object: PyObject;
  Any: unknown;
  Callable: (...args: unknown[]) => unknown;
  list: unknown[];
  tuple: unknown[];
  set: Set<unknown>;
  dict: Map<unknown, unknown>;
}

/** Stands where an annotation names a type that is not known: nothing can be assigned to it. */
export interface UnknownPythonType<T extends string> {
  readonly "not a Python type of this signature": T;
}

type All<Parts extends string[], N extends Names> = {
  [K in keyof Parts]: Parts[K] extends string ? Value<Parts[K], N> : never;
};

type Union<Parts extends string[], N extends Names> = Parts extends [
  infer A extends string,
  ...infer R extends string[],
]
  ? Value<A, N> | Union<R, N>
  : never;

type Single<T extends string, N extends Names> = T extends keyof N
  ? N[T]
  : T extends keyof Atoms
    ? Atoms[T]
    : T extends `list[${infer A}]`
      ? Value<A, N>[]
      : T extends `set[${infer A}]` | `frozenset[${infer A}]`
        ? Set<Value<A, N>>
        : T extends `Iterable[${infer A}]`
          ? Iterable<Value<A, N>>
          : T extends `dict[${infer A}]`
            ? Split<A, ","> extends [infer K extends string, infer V extends string]
              ? Map<Value<K, N>, Value<V, N>>
              : UnknownPythonType<T>
            : T extends `tuple[${infer A}]`
              ? Split<A, ","> extends [infer E extends string, infer Dots extends string]
                ? Trim<Dots> extends "..."
                  ? Value<E, N>[]
                  : All<[E, Dots], N>
                : All<Split<A, ",">, N>
              : UnknownPythonType<T>;

/** The TypeScript type of an annotation. */
export type Value<T extends string, N extends Names = NoNames> = string extends T
  ? unknown
  : Split<T, "|"> extends infer Parts extends string[]
    ? Parts extends [infer A extends string]
      ? Single<Trim<A>, N>
      : Union<Parts, N>
    : never;

/** One parameter's text as the arguments it gives: none for `/` and `*`. */
type Parameter<P extends string, N extends Names> = P extends "" | "/" | "*" | "self" | "cls"
  ? []
  : P extends `**${string}:${infer T}`
    ? [keywords: ReadonlyMap<string, Value<T, N>>]
    : P extends `**${string}`
      ? [keywords: ReadonlyMap<string, unknown>]
      : P extends `*${string}:${infer T}`
        ? [rest: Value<T, N>[]]
        : P extends `*${string}`
          ? [rest: unknown[]]
          : P extends `${infer Left}=${infer Default}`
            ? Left extends `${string}:${infer T}`
              ? [Trim<Default> extends "..." ? Value<T, N> | undefined : Value<T, N>]
              : [unknown]
            : P extends `${string}:${infer T}`
              ? [Value<T, N>]
              : [unknown];

type Flatten<Parts extends string[], N extends Names, Out extends unknown[] = []> = Parts extends [
  infer P extends string,
  ...infer R extends string[],
]
  ? Flatten<R, N, [...Out, ...Parameter<Trim<P>, N>]>
  : Out;

type Inside<S extends string> = S extends `${string}(${infer Rest}`
  ? Rest extends `${infer P}) ->${string}`
    ? P
    : Rest extends `${infer P})`
      ? P
      : never
  : never;

/** The arguments that the TypeScript function behind a signature gets: positional, `*args`, keyword-only, `**kw`. */
export type Arguments<S extends string, N extends Names = NoNames> = string extends S
  ? any[]
  : Flatten<Split<Inside<S>, ",">, N>;

/** What it returns; `None` allows a function without a result, no annotation anything that has a Python value. */
export type Returned<S extends string, N extends Names = NoNames> = S extends `${string}) ->${infer R}`
  ? Trim<R> extends "None"
    ? void
    : Value<R, N>
  : unknown;

/** The TypeScript function behind a signature. */
export type Implementation<S extends string, N extends Names = NoNames> = (
  ...args: Arguments<S, N>
) => Returned<S, N>;
