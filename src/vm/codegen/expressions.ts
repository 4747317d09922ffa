/**
 * Expressions: a syntax node to the text of a JavaScript expression that gives a Python value (`expr`) or, where only
 * the truth matters, a JS boolean (`cond`). Operands are evaluated from left to right, as JS does by itself.
 */
import type * as ast from "../parser/ast.js";
import { callExpr } from "./calls.js";
import { comprehension } from "./comprehensions.js";
import type { Emitter } from "./emitter.js";
import { lambda } from "./functions.js";
import { inlineAttribute, inlineBinary, inlineItem } from "./inline.js";
import { load, storeExpr } from "./names.js";
import type { ConstData, Place } from "./unit.js";

const binary: Record<ast.Operator, string> = {
  Add: "add",
  Sub: "sub",
  Mult: "mul",
  MatMult: "matmul",
  Div: "div",
  Mod: "mod",
  Pow: "pow",
  LShift: "shl",
  RShift: "shr",
  BitOr: "or",
  BitXor: "xor",
  BitAnd: "and",
  FloorDiv: "fdiv",
};

const comparison: Partial<Record<ast.CmpOp, string>> = {
  Eq: "eq",
  NotEq: "ne",
  Lt: "lt",
  LtE: "le",
  Gt: "gt",
  GtE: "ge",
};

/** Support function of an operator. */
export function binaryOp(op: ast.Operator): string {
  return binary[op];
}

/** A support call standing for `node`, with the node's place in N[d] once its operands are evaluated. */
export function operate(e: Emitter, node: Place, name: string, args: string[]): string {
  return inlineBinary(e, node, name, args) ?? `${e.op(name)}(${atPlace(e, node, args).join(",")})`;
}

/**
 * Where CPython places an attribute access, or a method call that ends where `whole` ends: if it spans lines, it begins
 * at the attribute's name.
 */
export function attributePlace(node: ast.Attribute, whole: Place = node): Place {
  if (node.lineno === node.end_lineno) return whole;
  const { end_lineno, end_col_offset } = whole;
  const width = utf8Length(node.attr);
  return { lineno: node.end_lineno, col_offset: node.end_col_offset - width, end_lineno, end_col_offset };
}

function utf8Length(text: string): number {
  return /^[\x00-\x7f]*$/.test(text) ? text.length : new TextEncoder().encode(text).length;
}

/** The operands, one of them such that N[d] is the node's place once all are evaluated. */
export function atPlace(e: Emitter, node: Place, args: string[]): string[] {
  const own = e.unit.place(node);
  if (e.place === own || args.length === 0) {
    e.raises = true;
    return args;
  }
  const set = e.mark(node);
  if (!args.some((text) => text.includes("N[d]="))) return [`(${set},${args[0]})`, ...args.slice(1)];
  const last = args[args.length - 1];
  if (isSimple(last)) return [...args.slice(0, -1), `(${set},${last})`];
  const t = e.temp();
  return [...args.slice(0, -1), `(${t}=${last},${set},${t})`];
}

/** Text without an effect that can be evaluated at any time between assignments: constants and bound variables. */
export function isSimple(text: string): boolean {
  return /^(?:[klt]\d+|NONE|TRUE|FALSE|U)$/.test(text);
}

/** Constant expressions as data; undefined where the value is known at run time only. */
export function constantOf(node: ast.Expr, texts?: ReadonlyMap<number, string>): ConstData | undefined {
  switch (node.type) {
    case "Constant":
      if (texts !== undefined && node.value.kind === "str")
        return { t: "str", v: texts.get(node.col_offset) ?? node.value.value };
      return constData(node.value);
    case "Tuple": {
      const items: ConstData[] = [];
      for (const elt of node.elts) {
        const item = constantOf(elt, texts);
        if (item === undefined) return undefined;
        items.push(item);
      }
      return { t: "tuple", v: items };
    }
    case "UnaryOp": {
      if (node.op !== "USub" || node.operand.type !== "Constant") return undefined;
      const v = node.operand.value;
      if (v.kind === "int") return { t: "int", v: (-BigInt(v.value)).toString() };
      if (v.kind === "float") return floatData(-v.value);
      return undefined;
    }
    default:
      return undefined;
  }
}

function floatData(v: number): ConstData {
  if (v !== v) return { t: "float", v: "nan" };
  if (v === Infinity) return { t: "float", v: "inf" };
  if (v === -Infinity) return { t: "float", v: "-inf" };
  if (Object.is(v, -0)) return { t: "float", v: "-0" };
  return { t: "float", v };
}

export function constData(v: ast.ConstantValue): ConstData {
  switch (v.kind) {
    case "int":
      return { t: "int", v: v.value.toString() };
    case "float":
      return floatData(v.value);
    case "complex":
      return { t: "complex", v: v.imag };
    case "str":
      return { t: "str", v: v.value };
    case "bytes":
      return { t: "bytes", v: v.value };
    case "None":
    case "True":
    case "False":
    case "Ellipsis":
      return { t: v.kind };
  }
}

/** Text of a Python value. */
export function expr(e: Emitter, node: ast.Expr): string {
  const folded = constantOf(node);
  if (folded !== undefined) return e.constant(folded);
  switch (node.type) {
    case "Constant":
      return e.constant(constData(node.value));
    case "Name":
      return load(e, node.id, node);
    case "NamedExpr":
      return namedExpr(e, node);
    case "BoolOp":
      return boolOp(e, node);
    case "BinOp": {
      const left = expr(e, node.left);
      return operate(e, node, binary[node.op], [left, expr(e, node.right)]);
    }
    case "UnaryOp":
      if (node.op === "Not") {
        const { operand } = node;
        const plain = operand.type !== "Compare" && operand.type !== "BoolOp" && operand.type !== "UnaryOp";
        return `(${plain ? truth(e, node, expr(e, operand)) : cond(e, operand)}?FALSE:TRUE)`;
      }
      return operate(e, node, node.op === "USub" ? "neg" : node.op === "UAdd" ? "pos" : "inv", [
        expr(e, node.operand),
      ]);
    case "Lambda":
      return lambda(e, node);
    case "IfExp": {
      const test = cond(e, node.test);
      const place = e.place;
      const body = exprFrom(e, place, node.body);
      const orelse = exprFrom(e, place, node.orelse);
      return `(${test}?${body}:${orelse})`;
    }
    case "Dict":
      return dict(e, node);
    case "Set":
      return operate(e, node, "mkset", [`[${items(e, node.elts)}]`]);
    case "List":
      return e.call("mklist", `[${items(e, node.elts)}]`);
    case "Tuple":
      return e.call("mktuple", `[${items(e, node.elts)}]`);
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return comprehension(e, node);
    case "Await":
      return awaitExpr(e, expr(e, node.value), node);
    case "Yield":
      return yieldExpr(e, node.value === null ? "NONE" : expr(e, node.value), node);
    case "YieldFrom": {
      const t = e.temp();
      const text = `yield* ${e.op("yf")}(${operate(e, node, "yfi", [expr(e, node.value)])})`;
      return `(${t}=${text},d=T.d,${t})`;
    }
    case "Compare":
      return compare(e, node);
    case "Call":
      return callExpr(e, node);
    case "FormattedValue":
    case "JoinedStr": {
      const only =
        node.type === "FormattedValue" ? node : node.values.length === 1 ? node.values[0] : undefined;
      return only?.type === "FormattedValue" ? formattedAlone(e, only) : e.call("mkstr", joined(e, node));
    }
    case "Attribute":
      return inlineAttribute(e, attributePlace(node), expr(e, node.value), e.str(e.mangled(node.attr)));
    case "Subscript": {
      const o = expr(e, node.value);
      return inlineItem(e, node, [o, expr(e, node.slice)]);
    }
    case "Slice":
      return e.call(
        "mkslice",
        node.lower === null ? "NONE" : expr(e, node.lower),
        node.upper === null ? "NONE" : expr(e, node.upper),
        node.step === null ? "NONE" : expr(e, node.step),
      );
    case "Starred":
      // Only reached where the parser lets it through: `f[*x]` and annotations of *args (PEP 646).
      return e.call("star1", expr(e, node.value));
    default: {
      const never: never = node;
      return never;
    }
  }
}

/** Text of `node` given that N[d] holds `place` when it begins, whatever ran before it in the text. */
function exprFrom(e: Emitter, place: number, node: ast.Expr): string {
  const merged = e.place;
  e.place = place;
  const text = expr(e, node);
  if (e.place !== merged) e.place = -1;
  return text;
}

function condFrom(e: Emitter, place: number, node: ast.Expr): string {
  const merged = e.place;
  e.place = place;
  const text = cond(e, node);
  if (e.place !== merged) e.place = -1;
  return text;
}

/** Text of the truth of a value, a JS boolean. */
export function truth(e: Emitter, node: Place, value: string): string {
  return `${e.op("truth")}(${value},${e.unit.place(node)})`;
}

/** Elements of a display or of positional arguments, as the inside of a JS array literal. */
export function items(e: Emitter, elts: readonly ast.Expr[]): string {
  return elts
    .map((elt) =>
      elt.type === "Starred" ? `...${operate(e, elt, "spread", [expr(e, elt.value)])}` : expr(e, elt),
    )
    .join(",");
}

function dict(e: Emitter, node: ast.Dict): string {
  if (node.keys.length === 0) return e.call("mkdict", "[]");
  if (!node.keys.includes(null)) {
    const parts = node.keys.map((key, i) => {
      const k = expr(e, key!);
      return `${k},${expr(e, node.values[i])}`;
    });
    return operate(e, node, "mkdict", [`[${parts.join(",")}]`]);
  }
  // `**m` must be merged in its place: a null key marks it.
  const parts = node.keys.map((key, i) => {
    const k = key === null ? "null" : expr(e, key);
    return `${k},${expr(e, node.values[i])}`;
  });
  return operate(e, node, "mkdictm", [`[${parts.join(",")}]`]);
}

function namedExpr(e: Emitter, node: ast.NamedExpr): string {
  const t = e.temp();
  const value = expr(e, node.value);
  // Evaluated perhaps in one branch only: what it assigns is not known to be assigned.
  const assigned = new Set(e.assigned);
  const text = storeExpr(e, node.target.id, t);
  e.assigned = assigned;
  return `(${t}=${value},${text},${t})`;
}

function boolOp(e: Emitter, node: ast.BoolOp): string {
  // a and b: the first false operand, else the last.
  const t = e.temp();
  let text = expr(e, node.values[0]);
  for (const value of node.values.slice(1)) {
    const next = exprFrom(e, e.place, value);
    const test = truth(e, node, `${t}=${text}`);
    text = node.op === "And" ? `(${test}?${next}:${t})` : `(${test}?${t}:${next})`;
  }
  return text;
}

function compare(e: Emitter, node: ast.Compare): string {
  if (node.ops.length > 1) return chain(e, node, false);
  const op = node.ops[0];
  const name = comparison[op];
  if (name === undefined) return `(${compareCond(e, node)}?TRUE:FALSE)`;
  const left = expr(e, node.left);
  return operate(e, node, name, [left, expr(e, node.comparators[0])]);
}

/** `a < b < c`: each operand once, ending with the first false result. */
function chain(e: Emitter, node: ast.Compare, asCond: boolean): string {
  let left = expr(e, node.left);
  const parts: string[] = [];
  const result = e.temp();
  node.ops.forEach((op, i) => {
    const last = i === node.ops.length - 1;
    const right = expr(e, node.comparators[i]);
    let operand = right;
    let next = right;
    if (!last && !isSimple(right)) {
      next = e.temp();
      operand = `${next}=${right}`;
    }
    parts.push(pair(e, node, op, left, operand));
    left = next;
  });
  if (asCond) return `(${parts.map((p) => truth(e, node, p)).join("&&")})`;
  let text = parts[parts.length - 1];
  for (const p of parts.slice(0, -1).reverse())
    text = `(${truth(e, node, `${result}=${p}`)}?${text}:${result})`;
  return text;
}

function pair(e: Emitter, node: ast.Located, op: ast.CmpOp, left: string, right: string): string {
  const name = comparison[op];
  if (name !== undefined) return operate(e, node, name, [left, right]);
  return `(${pairCond(e, node, op, left, right)}?TRUE:FALSE)`;
}

function pairCond(e: Emitter, node: ast.Located, op: ast.CmpOp, left: string, right: string): string {
  switch (op) {
    case "Is":
      return `(${left})===(${right})`;
    case "IsNot":
      return `(${left})!==(${right})`;
    case "In":
      return operate(e, node, "inb", [left, right]);
    case "NotIn":
      return `!${operate(e, node, "inb", [left, right])}`;
    default:
      return operate(e, node, `${comparison[op]!}b`, [left, right]);
  }
}

function compareCond(e: Emitter, node: ast.Compare): string {
  if (node.ops.length > 1) return chain(e, node, true);
  const left = expr(e, node.left);
  return pairCond(e, node, node.ops[0], left, expr(e, node.comparators[0]));
}

/** Text of a JS boolean: the truth of the node's value. */
export function cond(e: Emitter, node: ast.Expr): string {
  switch (node.type) {
    case "Constant":
      switch (node.value.kind) {
        case "True":
        case "Ellipsis":
          return "true";
        case "None":
        case "False":
          return "false";
        case "int":
          return node.value.value == 0 ? "false" : "true";
        case "str":
          return node.value.value === "" ? "false" : "true";
        default:
          break;
      }
      break;
    case "Compare":
      return `(${compareCond(e, node)})`;
    case "UnaryOp":
      if (node.op === "Not") return `!${cond(e, node.operand)}`;
      break;
    case "BoolOp": {
      const place = e.place;
      const parts = [cond(e, node.values[0])];
      const first = e.place;
      for (const value of node.values.slice(1)) parts.push(condFrom(e, first === place ? place : -1, value));
      return `(${parts.join(node.op === "And" ? "&&" : "||")})`;
    }
    default:
      break;
  }
  return truth(e, node, expr(e, node));
}

/** `yield value`; the depth may differ when the generator goes on. */
export function yieldExpr(e: Emitter, value: string, node: Place): string {
  const t = e.temp();
  const [at] = atPlace(e, node, [value]);
  // An asynchronous generator's own values are told apart from what its awaits pass on.
  const out = e.scope.isCoroutine && e.scope.isGenerator ? `${e.op("ay")}(${at})` : at;
  return `(${t}=yield ${out},d=T.d,${t})`;
}

export function awaitExpr(e: Emitter, value: string, node: Place): string {
  const t = e.temp();
  return `(${t}=yield* ${e.op("yf")}(${operate(e, node, "awi", [value])}),d=T.d,${t})`;
}

/** The JS string (not Python str) that an f-string or one of its fields gives. */
function joined(e: Emitter, node: ast.JoinedStr | ast.FormattedValue): string {
  if (node.type === "FormattedValue") return formatted(e, node);
  if (node.values.length === 0) return e.str("");
  const parts = node.values.map((value) => {
    if (value.type === "Constant" && value.value.kind === "str") return e.str(value.value.value);
    if (value.type === "FormattedValue" || value.type === "JoinedStr") return joined(e, value);
    return `${e.op("fmt")}(${expr(e, value)},${e.unit.place(value)})`;
  });
  // A JS string from the first: `s3+...` and fmt(...) are strings always.
  return parts.length === 1 ? parts[0] : `(${parts.join("+")})`;
}

/** What is formatted, after `!s`, `!r` and `!a`. */
function converted(e: Emitter, node: ast.FormattedValue): string {
  const value = expr(e, node.value);
  if (node.conversion === -1) return value;
  const name = node.conversion === 115 ? "cvs" : node.conversion === 114 ? "cvr" : "cva";
  return operate(e, node, name, [value]);
}

/** An f-string of one field: what `__format__` gave itself, which may be of a subclass of str. */
function formattedAlone(e: Emitter, node: ast.FormattedValue): string {
  const value = converted(e, node);
  if (node.format_spec === null) return `${e.op("fmt1")}(${value},${e.unit.place(node)})`;
  return operate(e, node, "fmts1", [value, joined(e, node.format_spec)]);
}

function formatted(e: Emitter, node: ast.FormattedValue): string {
  const value = converted(e, node);
  if (node.format_spec === null) return `${e.op("fmt")}(${value},${e.unit.place(node)})`;
  return operate(e, node, "fmts", [value, joined(e, node.format_spec)]);
}
