/**
 * Names inside an expression that runs as closures. The outermost scope reads the caller's locals, then globals, then
 * builtins; lambdas and comprehensions have variables of their own in an array, found by depth and index.
 */
import type { PyDict, PyObject } from "../../runtime/objects.js";
import type { LookupHook } from "../support/names.js";

/** Values at run time: one for the expression, one more for each lambda call or comprehension that runs. */
export class Env {
  constructor(
    readonly vars: (PyObject | undefined)[],
    readonly parent: Env | undefined,
    readonly globals: PyDict,
    /** Locals of the whole expression; undefined where they are the globals. */
    readonly space: PyObject | LookupHook | undefined,
  ) {}
}

/** Names at compile time. */
export class Names {
  readonly list: string[] = [];
  /** What the `__qualname__` of functions made in this scope begins with. */
  readonly prefix: string;
  /** `scope` begins the names in it: "<lambda>.<locals>.", "<genexpr>."; undefined where a scope is none in 3.13. */
  constructor(
    readonly parent: Names | undefined,
    scope?: string,
  ) {
    this.prefix = (parent?.prefix ?? "") + (scope ?? "");
  }

  /** Index of a name that is bound in this scope. */
  bind(name: string): number {
    const i = this.list.indexOf(name);
    if (i >= 0) return i;
    this.list.push(name);
    return this.list.length - 1;
  }
}

/** Where a name lives seen from a scope: `undefined` outside every lambda and comprehension. */
export function place(names: Names | undefined, name: string): { depth: number; index: number } | undefined {
  let depth = 0;
  for (let n = names; n !== undefined; n = n.parent) {
    const index = n.list.indexOf(name);
    if (index >= 0) return { depth, index };
    depth++;
  }
  return undefined;
}
