/** `from __future__ import ...`: which features a module asks for, and where such an import may stand. */
import type * as ast from "../parser/ast.js";
import type { Fail } from "./failure.js";

const FEATURES: ReadonlySet<string> = new Set([
  "nested_scopes",
  "generators",
  "division",
  "absolute_import",
  "with_statement",
  "print_function",
  "unicode_literals",
  "barry_as_FLUFL",
  "generator_stop",
  "annotations",
]);

export interface Future {
  readonly annotations: boolean;
  /** The imports in the right place; any other is an error (checks.ts). */
  readonly imports: ReadonlySet<ast.Stmt>;
}

/** Reads the imports at the beginning of a module; throws on an unknown feature. */
export function futureFeatures(tree: ast.Mod, fail: Fail): Future {
  let annotations = false;
  const imports = new Set<ast.Stmt>();
  const body = tree.type === "Module" || tree.type === "Interactive" ? tree.body : [];
  for (const [i, s] of body.entries()) {
    if (i === 0 && s.type === "Expr" && s.value.type === "Constant" && s.value.value.kind === "str") continue;
    if (!isFutureImport(s)) break;
    for (const { name } of s.names) {
      if (name === "annotations") annotations = true;
      else if (name === "braces") fail("not a chance", s);
      else if (!FEATURES.has(name)) fail(`future feature ${name} is not defined`, s);
    }
    imports.add(s);
  }
  return { annotations, imports };
}

export function isFutureImport(s: ast.Stmt): s is ast.ImportFrom {
  return s.type === "ImportFrom" && s.module === "__future__" && s.level === 0;
}
