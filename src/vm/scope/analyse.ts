/** Scope analysis of a syntax tree: the door of this folder. */
import type * as ast from "../parser/ast.js";
import { PySyntaxError } from "../parser/errors.js";
import { checkTree } from "./checks.js";
import { Collector, type TypeParamPart } from "./collect.js";
import { failure, type AnalyseOptions, type Fail } from "./failure.js";
import { futureFeatures } from "./future.js";
import { resolveNames } from "./resolve.js";
import type { Scope, ScopeNode, ScopeTree } from "./scope.js";

const TOO_DEEP = "maximum recursion depth exceeded during compilation";

/**
 * Finds out where every name lives. Throws PySyntaxError for what CPython's symbol table and compiler refuse, the
 * symbol table's errors first, as CPython does.
 */
export function analyse(
  tree: ast.Mod,
  options: AnalyseOptions & {
    /** `from __future__ import annotations` holds already. */ annotations?: boolean;
  },
): ScopeTree {
  const fail = failure(options);
  try {
    return analyseTree(tree, options.annotations === true, fail);
  } catch (e) {
    if (!(e instanceof RangeError)) throw e;
    // the tree is deeper than what is left of the JavaScript stack
    const { filename } = options;
    throw new PySyntaxError("RecursionError", TOO_DEEP, filename, options.firstLine ?? 1, 0, 0, 0, null);
  }
}

function analyseTree(tree: ast.Mod, annotationsAreText: boolean, fail: Fail): ScopeTree {
  const future = futureFeatures(tree, fail);
  const annotations = future.annotations || annotationsAreText;
  const collected = new Collector(tree, annotations, fail);
  resolveNames(collected.root, fail);
  const scopes: ScopeTree = {
    root: collected.root,
    futureAnnotations: annotations,
    of(node: ScopeNode): Scope {
      const scope = collected.scopes.get(node);
      if (scope === undefined) throw new RangeError(`no scope belongs to this ${node.type}`);
      return scope;
    },
    typeParams: (node) => collected.typeParamScopes.get(node),
    typeVarScope: (param: ast.TypeParam, part: TypeParamPart) => collected.typeVarScopes.get(param)?.[part],
  };
  checkTree(tree, scopes, future.imports, fail);
  return scopes;
}
