/**
 * Function definitions, lambdas and the code objects behind them: parameters, cells, prologue and the way out.
 *
 * A function's factory is `(G, F, c0, c1, ...) => function (l0, l1, ...)`: globals, the function object itself as frame
 * information, the cells of its free variables. The inner JS function takes exactly its parameters in the order of
 * co_varnames, already bound (runtime/function.ts does that).
 */
import type * as ast from "../parser/ast.js";
import type { Scope } from "../scope/scope.js";
import { Emitter, Factory, isFunctionLike, type UnitContext } from "./emitter.js";
import { atPlace, constData, expr } from "./expressions.js";
import { store } from "./names.js";
import { block } from "./statements.js";
import { typeParams } from "./typeparams.js";
import { CodeFlag, UnitBuilder, type CodeData, type CodeKind, type Place } from "./unit.js";
import { reprText, unparse } from "./unparse.js";
import { unboundNames } from "./walk.js";

/** What differs between the code objects that are made of a scope. */
export interface CodeShape {
  readonly kind: CodeKind;
  readonly name: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly args: ast.Arguments | null;
  /** Body for the search of names that can be unbound. */
  readonly body: readonly ast.Stmt[];
  readonly doc: string | null;
  /** The body may be generated when it is first called. */
  readonly deferrable?: boolean;
}

/** Free and own cells get their JS variables, in the order of co_freevars and co_cellvars. */
export function declareCells(e: Emitter, scope: Scope): { frees: string[]; own: string[] } {
  const frees: string[] = [];
  const own: string[] = [];
  let n = 0;
  for (const name of scope.frees) {
    e.cells.set(name, `c${n}`);
    frees.push(`c${n++}`);
  }
  for (const name of scope.cells) {
    if (e.cells.has(name)) continue;
    e.cells.set(name, `c${n}`);
    own.push(`c${n++}`);
  }
  return { frees, own };
}

/** Text of the array of cells that a code object inside `e` captures. */
export function captured(e: Emitter, scope: Scope): string[] {
  return scope.frees.map((name) => e.cell(name));
}

/** What is known of a code object before its body is generated. */
export function describeScope(
  unit: UnitBuilder,
  scope: Scope,
  shape: CodeShape,
  hasLocals: boolean,
): CodeData {
  const args = shape.args;
  let flags = 0;
  if (shape.kind === "function" || shape.kind === "comprehension")
    flags |= CodeFlag.optimized | CodeFlag.newLocals;
  if (args?.vararg) flags |= CodeFlag.varargs;
  if (args?.kwarg) flags |= CodeFlag.varkeywords;
  if (scope.isNested) flags |= CodeFlag.nested;
  if (scope.isGenerator && scope.isCoroutine) flags |= CodeFlag.asyncGenerator;
  else if (scope.isGenerator) flags |= CodeFlag.generator;
  else if (scope.isCoroutine && shape.kind !== "comprehension") flags |= CodeFlag.coroutine;
  const plain = hasLocals ? scope.locals.filter((name) => !scope.cells.includes(name)) : [];
  const boxed = hasLocals ? [...scope.cells, ...scope.frees] : [];
  return {
    kind: shape.kind,
    name: shape.name,
    qualname: shape.kind === "module" ? shape.name : scope.qualname,
    firstLine: shape.firstLine,
    lastLine: shape.lastLine,
    flags,
    argCount: args === null ? 0 : args.posonlyargs.length + args.args.length,
    posOnlyCount: args === null ? 0 : args.posonlyargs.length,
    kwOnlyCount: args === null ? 0 : args.kwonlyargs.length,
    varNames: hasLocals ? [...new Set([...scope.parameters, ...plain])] : [],
    cellNames: [...scope.cells],
    freeNames: scope.frees,
    localNames: [...plain, ...boxed],
    plainCount: plain.length,
    names: [],
    consts: [],
    doc: shape.doc === null ? -1 : unit.constant({ t: "str", v: shape.doc }),
    children: [],
  };
}

/**
 * Records the code object's data once its body has been generated.
 * @returns the text of the array of local variables, in the order of `localNames`
 */
export function describe(e: Emitter, index: number, shape: CodeShape): string {
  const hasLocals = e.mode === "none";
  const data = describeScope(e.unit, e.scope, shape, hasLocals);
  data.names = [...e.namesUsed].map((i) => e.unit.names[i]);
  data.consts = [...e.constsUsed];
  data.children = e.children;
  e.unit.codes[index] = data;
  if (!hasLocals) return "U";
  // A variable that the text never mentions stands behind a return: it has no value.
  return `[${data.localNames
    .map((name, i) => (i < data.plainCount ? (e.locals.get(name) ?? "U") : e.cell(name)))
    .join(",")}]`;
}

/** `let` of all locals and temporaries that are not parameters. */
export function declarations(e: Emitter, parameters: number): string {
  const names = [...e.locals.values()].slice(parameters);
  for (let i = 0; i < e.tempCount; i++) names.push(`t${i}`);
  if (e.usesScratch) names.push("x", "y");
  return names.length === 0 ? "" : `let ${names.join(",")};`;
}

export const charge = "if(--B.left<0)B.exhausted();";

/** The same inside a frame that has begun: says where the budget ran out. */
export function chargeAt(e: Emitter, node: Place): string {
  return `if(--B.left<0){${e.markSometimes(node)};B.exhausted();}`;
}

/** Text at the start of every frame: budget, depth, the frame's place on the stack. */
export function prologue(e: Emitter, frame: string): string {
  return `${charge}const d=++T.d;if(d>T.m)${e.op("deep")}(d);S[d]=${frame};`;
}

/** The body within try/catch: every exception that leaves takes this frame into its traceback. */
export function guarded(e: Emitter, body: string, locals: string): string {
  const last = e.needsFinally ? "finally{T.d=d-1;}" : "";
  return `try{${body}}catch(e){throw ${e.op("out")}(e,d,${locals});}${last}`;
}

/** Generates the code object of a function-like scope; returns its index. */
export function functionCode(
  parent: Emitter,
  scope: Scope,
  shape: CodeShape,
  generate: (e: Emitter) => void,
  extraParameters: readonly string[] = [],
): number {
  const index = parent.unit.reserve();
  parent.children.push(index);
  const { context } = parent;
  if (context.lazy && shape.deferrable === true) {
    parent.unit.codes[index] = {
      ...describeScope(parent.unit, scope, shape, true),
      body: () => {
        const unit = new UnitBuilder();
        const main = unit.reserve();
        emitFunction({ ...context, unit }, null, main, scope, shape, generate, extraParameters);
        return unit.finish(main);
      },
    };
    return index;
  }
  emitFunction(context, parent, index, scope, shape, generate, extraParameters);
  return index;
}

function emitFunction(
  context: UnitContext,
  parent: Emitter | null,
  index: number,
  scope: Scope,
  shape: CodeShape,
  generate: (e: Emitter) => void,
  extraParameters: readonly string[],
): void {
  const factory = new Factory(index);
  const e = new Emitter(context, scope, factory, parent, "none");
  for (const name of unboundNames(shape.body)) e.unbindable.add(e.mangled(name));
  for (const name of scope.parameters) {
    e.local(name);
    e.markAssigned(name);
  }
  const { frees, own } = declareCells(e, scope);
  const parameters = [...scope.parameters.map((name) => e.locals.get(name)!), ...extraParameters];
  generate(e);
  if (!e.dead) leave(e, "NONE");
  const locals = describe(e, index, shape);
  const cells = own.map((c) => {
    const name = [...e.cells].find(([, v]) => v === c)![0];
    const v = e.locals.get(name);
    return `${c}=new ${e.op("Cell")}(${v !== undefined && scope.parameters.includes(name) ? v : "U"})`;
  });
  const declared =
    (cells.length > 0 ? `const ${cells.join(",")};` : "") + declarations(e, scope.parameters.length);
  const body = e.out.join("\n");
  // locals() and sys._getframe() need to see the variables of a running frame, not only of one that raises.
  const frame = scope.usesLocals ? `new ${e.op("FI")}(C${index},G,U,()=>${locals},F)` : "F";
  const params = parameters.join(",");
  // It is about to be called: in parentheses V8 compiles it with what is around it, not when it is reached.
  let text: string;
  if (e.isGenerator) {
    const make = scope.isGenerator ? (scope.isCoroutine ? "mkagen" : "mkgen") : "mkcoro";
    // A generator's frame is put on the stack by whoever resumes it.
    e.needsFinally = false;
    const show = scope.usesLocals ? `S[d]=${frame};` : "";
    const inner = `(function*(${params}){let d=T.d;${declared}${show}${guarded(e, body, locals)}})`;
    text = `const h=${inner};return (function(${params}){${charge}return ${e.op(make)}(F,h(${params}));});`;
  } else {
    text = `return (function(${params}){${declared}${prologue(e, frame)}${guarded(e, body, locals)}});`;
  }
  const all = ["G", "F", ...frees].join(",");
  e.unit.factories[index] = `(${all})=>{${factory.declarations()}${text}}`;
}

/** `return value`. */
export function leave(e: Emitter, value: string): void {
  if (e.isGenerator) e.push(`return ${value};`);
  else if (e.tries > 0) {
    e.needsFinally = true;
    e.push(`return ${value};`);
  } else if (/^(?:[kl]\d+|NONE|TRUE|FALSE)$/.test(value)) e.push(`T.d=d-1;return ${value};`);
  else {
    const t = e.temp();
    e.push(`${t}=${value};T.d=d-1;return ${t};`);
  }
  e.dead = true;
}

/** Expression that makes the function object of code `index`. */
export function makeFunction(
  e: Emitter,
  index: number,
  scope: Scope,
  defaults: string,
  kwDefaults: string,
  annotations: string,
): string {
  const cells = captured(e, scope);
  const rest = [defaults, kwDefaults, annotations];
  while (rest.length > 0 && rest[rest.length - 1] === "U") rest.pop();
  const factory = e.unit.codes[index].body === undefined ? `f${index}` : "U";
  return `${e.op("mf")}(C${index},${factory},G,[${cells.join(",")}]${rest.map((r) => `,${r}`).join("")})`;
}

/** Defaults of positional parameters as a JS array, or U. */
export function defaultsOf(e: Emitter, args: ast.Arguments): string {
  return args.defaults.length === 0 ? "U" : `[${args.defaults.map((v) => expr(e, v)).join(",")}]`;
}

/** Defaults of keyword-only parameters as a flat array of names and values, or U. */
export function kwDefaultsOf(e: Emitter, args: ast.Arguments): string {
  const parts: string[] = [];
  args.kw_defaults.forEach((value, i) => {
    if (value !== null) parts.push(e.str(e.mangled(args.kwonlyargs[i].arg)), expr(e, value));
  });
  return parts.length === 0 ? "U" : `[${parts.join(",")}]`;
}

/** One annotation: its value, or its text under `from __future__ import annotations`. */
export function annotation(e: Emitter, node: ast.Expr): string {
  if (!e.context.tree.futureAnnotations) {
    return node.type === "Starred" ? e.call("star1", expr(e, node.value)) : expr(e, node);
  }
  return e.constant({ t: "str", v: unparse(node, reprText) });
}

function annotationsOf(e: Emitter, node: ast.FunctionDef | ast.AsyncFunctionDef): string {
  const parts: string[] = [];
  const add = (name: string, value: ast.Expr | null): void => {
    if (value !== null) parts.push(e.str(e.mangled(name)), annotation(e, value));
  };
  const { args } = node;
  for (const a of [...args.posonlyargs, ...args.args]) add(a.arg, a.annotation);
  if (args.vararg) add(args.vararg.arg, args.vararg.annotation);
  for (const a of args.kwonlyargs) add(a.arg, a.annotation);
  if (args.kwarg) add(args.kwarg.arg, args.kwarg.annotation);
  add("return", node.returns);
  return parts.length === 0 ? "U" : `[${parts.join(",")}]`;
}

/** `def` and `async def`. */
export function functionDef(e: Emitter, node: ast.FunctionDef | ast.AsyncFunctionDef): void {
  e.statement(() => {
    // The line of a decorated function is its first decorator's.
    const first = node.decorator_list[0]?.lineno ?? node.lineno;
    e.withPlace(node.decorator_list[0] ?? node, () => {
      const decorators = node.decorator_list.map((decorator) => {
        const t = e.temp();
        e.push(`${t}=${expr(e, decorator)};`);
        return t;
      });
      e.place = -1;
      const scope = e.context.tree.typeParams(node);
      let text: string;
      const defaults = defaultsOf(e, node.args);
      const kwDefaults = kwDefaultsOf(e, node.args);
      if (scope !== undefined) {
        text = typeParams(e, scope, node, [defaults, kwDefaults], (inner, values) =>
          definition(inner, node, first, values[0], values[1]),
        );
      } else text = definition(e, node, first, defaults, kwDefaults);
      return store(e, node.name, decorated(e, node, decorators, text));
    });
  });
}

/** Text that calls the decorators, the last one first, each at its own place. */
export function decorated(
  e: Emitter,
  node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
  decorators: readonly string[],
  value: string,
): string {
  let text = value;
  for (let i = decorators.length - 1; i >= 0; i--)
    text = `${decorators[i]}.$call1(${atPlace(e, node.decorator_list[i], [text]).join(",")})`;
  return text;
}

function definition(
  e: Emitter,
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  firstLine: number,
  defaults: string,
  kwDefaults: string,
): string {
  const annotations = annotationsOf(e, node);
  const scope = e.context.tree.of(node);
  const index = functionCode(
    e,
    scope,
    {
      kind: "function",
      name: node.name,
      firstLine,
      lastLine: node.end_lineno,
      args: node.args,
      body: node.body,
      doc: docstring(node.body),
      // A text of its own has a price: functions inside functions and very short ones go with what is around them.
      deferrable: !isFunctionLike(e.scope) && node.end_lineno - node.lineno > 2,
    },
    (inner) => block(inner, docstring(node.body) === null ? node.body : node.body.slice(1)),
  );
  return makeFunction(e, index, scope, defaults, kwDefaults, annotations);
}

export function lambda(e: Emitter, node: ast.Lambda): string {
  const defaults = defaultsOf(e, node.args);
  const kwDefaults = kwDefaultsOf(e, node.args);
  const scope = e.context.tree.of(node);
  const index = functionCode(
    e,
    scope,
    {
      kind: "function",
      name: "<lambda>",
      firstLine: node.lineno,
      lastLine: node.end_lineno,
      args: node.args,
      body: [],
      doc: null,
    },
    (inner) =>
      inner.statement(() => {
        inner.setPlace(node.body);
        leave(inner, expr(inner, node.body));
      }),
  );
  return makeFunction(e, index, scope, defaults, kwDefaults, "U");
}

/** The docstring of a body, as PEP 257 tools and CPython find it; null when there is none. */
export function docstring(body: readonly ast.Stmt[]): string | null {
  const first = body[0];
  if (first?.type !== "Expr" || first.value.type !== "Constant") return null;
  const data = constData(first.value.value);
  return data.t === "str" ? data.v : null;
}
