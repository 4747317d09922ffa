/** The canonical text of a scope tree that python-scopes.py makes of CPython's symbol tables and code objects. */
import type { Scope } from "../src/vm/scope/scope.js";

/** `withCode`: also what CPython's code objects say (parameters in order, generators, cells). */
export function canonicalScopes(root: Scope, withCode: boolean): string {
  const out: string[] = [];
  tables(root, out);
  if (!withCode) return out.join("\n");
  const inner: string[] = [];
  codes(root, inner);
  return [...out, ...inner.sort(byCodePoint)].join("\n");
}

const KINDS = {
  module: "module",
  class: "class",
  function: "function",
  lambda: "function",
  comprehension: "function",
  typeparams: "type parameters",
  typevar: "type variable",
  typealias: "type alias",
} as const;

/** By code point, as Python sorts. */
const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const pythonList = (names: readonly string[]): string =>
  `[${[...names]
    .sort(byCodePoint)
    .map((n) => `'${n}'`)
    .join(", ")}]`;

function tables(scope: Scope, out: string[]): void {
  const kind = KINDS[scope.kind];
  out.push(`${kind} ${scope.name} ${scope.lineno}`);
  const shown = [...scope.names.values()].filter((n) => n.name !== "__classdict__");
  const names = shown.map((n) => {
    const flags = [
      n.parameter ? "p" : "",
      n.assigned ? "a" : "",
      n.imported ? "i" : "",
      n.annotated ? "n" : "",
      n.referenced ? "r" : "",
    ];
    return `  ${n.name} ${n.resolution} ${flags.join("")}`;
  });
  out.push(...names.sort(byCodePoint));
  for (const child of scope.children) tables(child, out);
}

function codes(scope: Scope, out: string[]): void {
  for (const child of scope.children) {
    const kind = child.isCoroutine
      ? child.isGenerator
        ? "asyncgen"
        : "coroutine"
      : child.isGenerator
        ? "generator"
        : "";
    const isClass = child.kind === "class";
    const head = `${child.qualname} (${isClass ? "" : child.parameters.join(" ")}) ${isClass ? "" : kind}`;
    out.push(`${head} cells ${pythonList(child.cells)} frees ${pythonList(child.frees)}`);
    codes(child, out);
  }
}
