/**
 * Class definitions: the body is a code object that takes the namespace `__prepare__` gave; `rt.buildClass` finds the
 * metaclass, calls it and fills the `__class__` cell that the body hands back.
 */
import type * as ast from "../parser/ast.js";
import { Emitter, Factory } from "./emitter.js";
import { expr, items, operate } from "./expressions.js";
import type { Place } from "./unit.js";
import { keywords } from "./calls.js";
import {
  captured,
  declarations,
  declareCells,
  decorated,
  describe,
  docstring,
  guarded,
  prologue,
} from "./functions.js";
import { store } from "./names.js";
import { block } from "./statements.js";
import { typeParams } from "./typeparams.js";
import { hasAnnotations } from "./walk.js";

export function classDef(e: Emitter, node: ast.ClassDef): void {
  e.statement(() => {
    const first = node.decorator_list[0]?.lineno ?? node.lineno;
    e.withPlace(node.decorator_list[0] ?? node, () => {
      const decorators = node.decorator_list.map((decorator) => {
        const t = e.temp();
        e.push(`${t}=${expr(e, decorator)};`);
        return t;
      });
      e.place = -1;
      const scope = e.context.tree.typeParams(node);
      const text =
        scope === undefined
          ? build(e, node, first, undefined)
          : typeParams(e, scope, node, [], (inner, _values, params) => build(inner, node, first, params));
      return store(e, node.name, decorated(e, node, decorators, text));
    });
  });
}

function build(e: Emitter, node: ast.ClassDef, firstLine: number, params: string | undefined): string {
  const scope = e.context.tree.of(node);
  const index = classCode(e, node, firstLine, params !== undefined);
  const cells = captured(e, scope).join(",");
  const bases = items(e, node.bases);
  const marked = node.keywords.some((k) => k.arg === null);
  const kw = node.keywords.length === 0 ? "U" : keywords(e, node.keywords, marked);
  const generic = params === undefined ? "U" : params;
  // CPython's __build_class__ is called at the first line of the class.
  const at = headOf(node, firstLine);
  return operate(e, at, marked ? "bcs" : "bc", [
    `C${index}`,
    `f${index}`,
    "G",
    `[${cells}]`,
    e.str(node.name),
    `[${bases}]`,
    kw,
    generic,
  ]);
}

/** Where errors of a class itself belong: all of the definition. */
function headOf(node: ast.ClassDef, firstLine: number): Place {
  return firstLine === node.lineno ? node : { ...node.decorator_list[0], lineno: firstLine };
}

function classCode(parent: Emitter, node: ast.ClassDef, firstLine: number, generic: boolean): number {
  const scope = parent.context.tree.of(node);
  const index = parent.unit.reserve();
  parent.children.push(index);
  const factory = new Factory(index);
  const e = new Emitter(parent.context, scope, factory, parent, "mapping");
  const { frees, own } = declareCells(e, scope);
  const doc = docstring(node.body);
  e.push(`${e.mark(headOf(node, firstLine))};`);
  e.push(`${e.op("clsin")}(NS,G,${e.str(scope.qualname)});`);
  if (doc !== null) e.push(`${e.op("sn")}(NS,${e.str("__doc__")},${e.constant({ t: "str", v: doc })});`);
  if (hasAnnotations(node.body)) e.push(`${e.op("anninit")}(NS);`);
  if (generic) e.push(`if(P!==U)${e.op("sn")}(NS,${e.str("__type_params__")},P);`);
  if (e.cells.has("__classdict__")) e.push(`${e.cell("__classdict__")}.v=NS;`);
  block(e, doc === null ? node.body : node.body.slice(1));
  // CPython: the namespace itself holds the cell while the metaclass runs, so that type.__new__ can fill it.
  const cell = e.cells.has("__class__") && own.includes(e.cell("__class__")) ? e.cell("__class__") : "U";
  if (!e.dead) e.push(`T.d=d-1;return ${cell};`);
  const locals = describe(e, index, {
    kind: "class",
    name: node.name,
    firstLine,
    lastLine: node.end_lineno,
    args: null,
    body: node.body,
    doc: null,
  });
  const cells = own.length === 0 ? "" : `const ${own.map((c) => `${c}=new ${e.op("Cell")}(U)`).join(",")};`;
  const text = `return (function(NS,P){${cells}${declarations(e, 0)}${prologue(e, "F")}${guarded(e, e.out.join("\n"), locals)}});`;
  const all = ["G", "F", ...frees].join(",");
  e.unit.factories[index] = `(${all})=>{${factory.declarations()}${text}}`;
  return index;
}
