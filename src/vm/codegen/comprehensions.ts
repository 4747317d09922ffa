/**
 * Comprehensions and generator expressions. As in CPython 3.11 each is a function of its own with its own frame; the
 * text stands inside the factory of the function around it (`h7`), takes the first iterator and its free cells as
 * arguments, and so costs neither a function object nor a closure for each run.
 */
import type * as ast from "../parser/ast.js";
import { assign } from "./assign.js";
import { Emitter } from "./emitter.js";
import { atPlace, cond, expr, operate } from "./expressions.js";
import { captured, chargeAt, declarations, declareCells, describe, guarded, prologue } from "./functions.js";

const displayName = {
  ListComp: "<listcomp>",
  SetComp: "<setcomp>",
  DictComp: "<dictcomp>",
  GeneratorExp: "<genexpr>",
} as const;

export function comprehension(e: Emitter, node: ast.AnyComprehension): string {
  const first = node.generators[0];
  const source = expr(e, first.iter);
  const scope = e.context.tree.of(node);
  const iterator = operate(e, node, first.is_async ? "aiter" : "iter", [source]);
  const index = e.unit.reserve();
  e.children.push(index);
  const inner = new Emitter(e.context, scope, e.factory, e, "none");
  const { frees, own } = declareCells(inner, scope);
  const isGenerator = node.type === "GeneratorExp";
  const isAsync = scope.isCoroutine;
  // The body yields: a generator expression always, the others when they await.
  const yields = isGenerator || isAsync;
  inner.push(`${inner.mark(node)};`);
  loops(inner, node, 0);
  const locals = describe(inner, index, {
    kind: "comprehension",
    name: displayName[node.type],
    firstLine: node.lineno,
    lastLine: node.end_lineno,
    args: null,
    body: [],
    doc: null,
  });
  const cells = own.length === 0 ? "" : `const ${own.map((c) => `${c}=new ${e.op("Cell")}(U)`).join(",")};`;
  const declared = cells + declarations(inner, 0);
  const body = inner.out.join("\n");
  const params = ["i", ...frees].join(",");
  const passed = [iterator, ...captured(e, scope)].join(",");
  const information = `F${index}`;
  e.factory.head.push(`const ${information}=new ${e.op("FI")}(C${index},G);`);
  const name = `h${index}`;
  if (isGenerator) {
    const text = `function*(${params}){let d=T.d;${declared}${guarded(inner, body, locals)}return NONE;}`;
    e.factory.head.push(`const ${name}=${text};`);
    return `${e.op(isAsync ? "mkagen" : "mkgen")}(${information},${name}(${passed}))`;
  }
  const result = node.type === "ListComp" ? "mklist" : node.type === "SetComp" ? "mkset" : "mkdict";
  const finish = `return ${e.op(result)}(r);`;
  if (yields) {
    const text = `function*(${params}){let d=T.d;const r=[];${declared}${guardedInPlace(e, body, locals)}${finish}}`;
    e.factory.head.push(`const ${name}=${text};`);
    const t = e.temp();
    return `(${t}=yield* ${name}(${passed}),d=T.d,${t})`;
  }
  const text = `(${params})=>{const r=[];${declared}${prologue(inner, information)}try{${body}}catch(e){throw ${e.op("outc")}(e,d);}T.d=d-1;${finish}}`;
  e.factory.head.push(`const ${name}=${text};`);
  return `${name}(${passed})`;
}

/** An awaiting comprehension shares the frame of the coroutine that it stands in. */
function guardedInPlace(e: Emitter, body: string, _locals: string): string {
  return `try{${body}}catch(e){throw ${e.op("hit")}(e,d);}`;
}

function loops(e: Emitter, node: ast.AnyComprehension, at: number): void {
  const generator = node.generators[at];
  if (generator === undefined) {
    e.statement(() => {
      e.withPlace(elementNode(node), () => element(e, node));
    });
    return;
  }
  const it = at === 0 ? "i" : e.variable();
  if (at > 0) {
    e.statement(() => {
      e.withPlace(generator.iter, () => {
        const source = expr(e, generator.iter);
        return `${it}=${operate(e, generator.iter, generator.is_async ? "aiter" : "iter", [source])};`;
      });
    });
  }
  const v = e.variable();
  const label = e.label();
  e.place = -1;
  e.push(`${label}:for(;;){${e.mark(generator.iter)};`);
  if (generator.is_async) {
    const next = `(${v}=yield* ${e.op("anx")}(${it}),d=T.d,${v})`;
    e.push(`${next};if(${v}===U)break;${chargeAt(e, node)}`);
  } else e.push(`${v}=${it}.tp$iternext();if(${v}===U)break;${chargeAt(e, node)}`);
  e.statement(() => {
    e.withPlace(generator.target, () => assign(e, generator.target, v));
  });
  for (const test of generator.ifs) {
    e.statement(() => {
      e.withPlace(test, () => `if(!${cond(e, test)})continue ${label};`);
    });
  }
  const before = new Set(e.assigned);
  loops(e, node, at + 1);
  e.assigned = before;
  e.place = -1;
  e.push("}");
}

function elementNode(node: ast.AnyComprehension): ast.Expr {
  return node.type === "DictComp" ? node.key : node.elt;
}

function element(e: Emitter, node: ast.AnyComprehension): string {
  switch (node.type) {
    case "GeneratorExp": {
      const [value] = atPlace(e, node.elt, [expr(e, node.elt)]);
      return `yield ${e.scope.isCoroutine ? `${e.op("ay")}(${value})` : value};d=T.d;`;
    }
    case "DictComp": {
      const key = expr(e, node.key);
      return `r.push(${key},${expr(e, node.value)});`;
    }
    default:
      return `r.push(${expr(e, node.elt)});`;
  }
}
