/**
 * The whole text to a unit: generates the module's (or expression's) own code object and everything inside.
 */
import type * as ast from "../parser/ast.js";
import type { ScopeTree } from "../scope/scope.js";
import { Emitter, Factory, type NamespaceMode, type UnitContext } from "./emitter.js";
import { expr } from "./expressions.js";
import { declarations, declareCells, describe, docstring, guarded, leave, prologue } from "./functions.js";
import { block } from "./statements.js";
import { UnitBuilder, type UnitData } from "./unit.js";
import { hasAnnotations } from "./walk.js";

/**
 * Generates the unit of a parsed text. `mode` says whether the names of the outermost scope live in the globals (a
 * module) or in a mapping of their own (`exec` with locals).
 */
export function generate(
  tree: ast.Mod,
  scopes: ScopeTree,
  mode: Exclude<NamespaceMode, "none">,
  source: string,
  lazy = false,
): UnitData {
  const unit = new UnitBuilder();
  const context: UnitContext = {
    unit,
    tree: scopes,
    moduleMode: mode,
    interactive: tree.type === "Interactive",
    source,
    lazy,
  };
  const index = unit.reserve();
  const factory = new Factory(index);
  const e = new Emitter(context, scopes.root, factory, null, mode);
  declareCells(e, scopes.root);
  let lastLine: number;
  if (tree.type === "Expression") {
    lastLine = tree.body.end_lineno;
    e.statement(() => {
      e.setPlace(tree.body);
      leave(e, expr(e, tree.body));
    });
  } else if (tree.type === "FunctionType") throw new RangeError("a function type comment has no code");
  else {
    const doc = tree.type === "Module" ? docstring(tree.body) : null;
    const ns = mode === "globals" ? "G" : "NS";
    if (doc !== null) e.push(`${e.op("sn")}(${ns},${e.str("__doc__")},${e.constant({ t: "str", v: doc })});`);
    if (hasAnnotations(tree.body)) e.push(`${e.op("anninit")}(${ns});`);
    block(e, doc === null ? tree.body : tree.body.slice(1));
    lastLine = tree.body[tree.body.length - 1]?.end_lineno ?? 1;
    if (!e.dead) leave(e, "NONE");
  }
  const locals = describe(e, index, {
    kind: "module",
    name: "<module>",
    firstLine: 1,
    lastLine,
    args: null,
    body: [],
    doc: null,
  });
  const body = `${declarations(e, 0)}${prologue(e, "F")}${guarded(e, e.out.join("\n"), locals)}`;
  unit.factories[index] = `(G,F,NS)=>{${factory.declarations()}return (function(){${body}});}`;
  return unit.finish(index);
}
