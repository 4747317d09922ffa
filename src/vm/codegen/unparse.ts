/**
 * The text of an expression as CPython's compiler writes it for annotations under `from __future__ import annotations`
 * (Python/ast_unparse.c): one space around operators, single quotes, parentheses only where precedence needs them.
 */
import type * as ast from "../parser/ast.js";

const L = {
  named: 0,
  tuple: 1,
  test: 2,
  or: 3,
  and: 4,
  not: 5,
  compare: 6,
  bitOr: 7,
  bitXor: 8,
  bitAnd: 9,
  shift: 10,
  arithmetic: 11,
  term: 12,
  factor: 13,
  power: 14,
  await: 15,
  atom: 16,
} as const;
type Level = number;

const operators: Record<ast.Operator, readonly [text: string, level: Level]> = {
  Add: [" + ", L.arithmetic],
  Sub: [" - ", L.arithmetic],
  Mult: [" * ", L.term],
  MatMult: [" @ ", L.term],
  Div: [" / ", L.term],
  Mod: [" % ", L.term],
  LShift: [" << ", L.shift],
  RShift: [" >> ", L.shift],
  BitOr: [" | ", L.bitOr],
  BitXor: [" ^ ", L.bitXor],
  BitAnd: [" & ", L.bitAnd],
  FloorDiv: [" // ", L.term],
  Pow: [" ** ", L.power],
};

const comparisons: Record<ast.CmpOp, string> = {
  Eq: " == ",
  NotEq: " != ",
  Lt: " < ",
  LtE: " <= ",
  Gt: " > ",
  GtE: " >= ",
  Is: " is ",
  IsNot: " is not ",
  In: " in ",
  NotIn: " not in ",
};

/** Text of an expression; `repr` writes str and bytes constants as Python's repr does. */
export function unparse(node: ast.Expr, repr: (text: string, bytes: boolean) => string): string {
  const at = (n: ast.Expr, level: Level): string => {
    const [text, own] = write(n);
    return own < level ? `(${text})` : text;
  };
  const list = (nodes: readonly ast.Expr[]): string => nodes.map((n) => at(n, L.test)).join(", ");
  const clauses = (generators: readonly ast.Comprehension[]): string =>
    generators
      .map((g) => {
        const target = g.target.type === "Tuple" ? list(g.target.elts) : at(g.target, L.tuple);
        const ifs = g.ifs.map((test) => ` if ${at(test, L.or)}`).join("");
        return `${g.is_async ? " async for " : " for "}${target} in ${at(g.iter, L.or)}${ifs}`;
      })
      .join("");

  const constant = (v: ast.ConstantValue): string => {
    switch (v.kind) {
      case "int":
        return v.value.toString();
      case "float":
        return v.value === Infinity
          ? "1e309"
          : Number.isInteger(v.value) && v.value < 1e16
            ? v.value.toFixed(1)
            : String(v.value);
      case "complex":
        return `${v.imag}j`;
      case "str":
        return repr(v.value, false);
      case "bytes":
        return repr(v.value, true);
      case "Ellipsis":
        return "...";
      default:
        return v.kind;
    }
  };

  const parameters = (a: ast.Arguments): string => {
    const parts: string[] = [];
    const positional = [...a.posonlyargs, ...a.args];
    positional.forEach((p, i) => {
      const value = a.defaults[i - (positional.length - a.defaults.length)];
      parts.push(value === undefined ? p.arg : `${p.arg}=${at(value, L.test)}`);
      if (a.posonlyargs.length > 0 && i === a.posonlyargs.length - 1) parts.push("/");
    });
    if (a.vararg !== null) parts.push(`*${a.vararg.arg}`);
    else if (a.kwonlyargs.length > 0) parts.push("*");
    a.kwonlyargs.forEach((p, i) => {
      const value = a.kw_defaults[i];
      parts.push(value == null ? p.arg : `${p.arg}=${at(value, L.test)}`);
    });
    if (a.kwarg !== null) parts.push(`**${a.kwarg.arg}`);
    return parts.join(", ");
  };

  const fstring = (n: ast.JoinedStr | ast.FormattedValue): string => {
    const values = n.type === "JoinedStr" ? n.values : [n];
    let out = "";
    for (const v of values) {
      if (v.type === "Constant" && v.value.kind === "str") out += v.value.value.replace(/[{}]/g, "$&$&");
      else if (v.type === "JoinedStr") out += fstring(v);
      else if (v.type === "FormattedValue") {
        const inner = at(v.value, L.or);
        const conversion = v.conversion === -1 ? "" : `!${String.fromCharCode(v.conversion)}`;
        const spec = v.format_spec === null ? "" : `:${fstring(v.format_spec)}`;
        out += `{${inner.startsWith("{") ? " " : ""}${inner}${conversion}${spec}}`;
      }
    }
    return out;
  };

  const write = (n: ast.Expr): [string, Level] => {
    switch (n.type) {
      case "Constant":
        return [constant(n.value), L.atom];
      case "Name":
        return [n.id, L.atom];
      case "Attribute": {
        const value = at(n.value, L.atom);
        const isInt = n.value.type === "Constant" && n.value.value.kind === "int";
        return [`${value}${isInt ? " ." : "."}${n.attr}`, L.atom];
      }
      case "Subscript": {
        const key =
          n.slice.type === "Tuple" && n.slice.elts.length > 0
            ? n.slice.elts.map((x) => at(x, L.test)).join(", ") + (n.slice.elts.length === 1 ? "," : "")
            : at(n.slice, L.tuple);
        return [`${at(n.value, L.atom)}[${key}]`, L.atom];
      }
      case "Slice": {
        const part = (x: ast.Expr | null): string => (x === null ? "" : at(x, L.test));
        return [`${part(n.lower)}:${part(n.upper)}${n.step === null ? "" : `:${part(n.step)}`}`, L.atom];
      }
      case "Tuple":
        if (n.elts.length === 0) return ["()", L.atom];
        return [n.elts.length === 1 ? `${list(n.elts)},` : list(n.elts), L.tuple];
      case "List":
        return [`[${list(n.elts)}]`, L.atom];
      case "Set":
        return [`{${list(n.elts)}}`, L.atom];
      case "Dict": {
        const pairs = n.keys.map((k, i) =>
          k === null ? `**${at(n.values[i], L.bitOr)}` : `${at(k, L.test)}: ${at(n.values[i], L.test)}`,
        );
        return [`{${pairs.join(", ")}}`, L.atom];
      }
      case "BoolOp": {
        const level = n.op === "And" ? L.and : L.or;
        return [n.values.map((v) => at(v, level + 1)).join(n.op === "And" ? " and " : " or "), level];
      }
      case "BinOp": {
        const [text, level] = operators[n.op];
        const right = n.op === "Pow";
        return [
          `${at(n.left, right ? level + 1 : level)}${text}${at(n.right, right ? level : level + 1)}`,
          level,
        ];
      }
      case "UnaryOp": {
        if (n.op === "Not") return [`not ${at(n.operand, L.not)}`, L.not];
        const sign = n.op === "USub" ? "-" : n.op === "UAdd" ? "+" : "~";
        return [`${sign}${at(n.operand, L.factor)}`, L.factor];
      }
      case "Compare": {
        let text = at(n.left, L.compare + 1);
        n.ops.forEach((op, i) => (text += comparisons[op] + at(n.comparators[i], L.compare + 1)));
        return [text, L.compare];
      }
      case "IfExp":
        return [
          `${at(n.body, L.test + 1)} if ${at(n.test, L.test + 1)} else ${at(n.orelse, L.test)}`,
          L.test,
        ];
      case "Lambda": {
        const args = parameters(n.args);
        return [`lambda${args === "" ? "" : ` ${args}`}: ${at(n.body, L.test)}`, L.test];
      }
      case "NamedExpr":
        return [`(${n.target.id} := ${at(n.value, L.atom)})`, L.atom];
      case "Starred":
        return [`*${at(n.value, L.bitOr)}`, L.atom];
      case "Call": {
        const only = n.args.length === 1 && n.keywords.length === 0 ? n.args[0] : undefined;
        if (only?.type === "GeneratorExp") return [`${at(n.func, L.atom)}${at(only, L.atom)}`, L.atom];
        const args = n.args.map((a) => at(a, L.test));
        for (const k of n.keywords)
          args.push(k.arg === null ? `**${at(k.value, L.test)}` : `${k.arg}=${at(k.value, L.test)}`);
        return [`${at(n.func, L.atom)}(${args.join(", ")})`, L.atom];
      }
      case "ListComp":
        return [`[${at(n.elt, L.test)}${clauses(n.generators)}]`, L.atom];
      case "SetComp":
        return [`{${at(n.elt, L.test)}${clauses(n.generators)}}`, L.atom];
      case "GeneratorExp":
        return [`(${at(n.elt, L.test)}${clauses(n.generators)})`, L.atom];
      case "DictComp":
        return [`{${at(n.key, L.test)}: ${at(n.value, L.test)}${clauses(n.generators)}}`, L.atom];
      case "JoinedStr":
      case "FormattedValue":
        return [`f${repr(fstring(n), false)}`, L.atom];
      case "Await":
        return [`await ${at(n.value, L.atom)}`, L.await];
      case "Yield":
        return [n.value === null ? "(yield)" : `(yield ${at(n.value, L.test)})`, L.atom];
      case "YieldFrom":
        return [`(yield from ${at(n.value, L.test)})`, L.atom];
      default: {
        const never: never = n;
        return never;
      }
    }
  };
  return at(node, L.test);
}

/** Python's repr of a str (quotes, escapes) as far as text of a source needs it. */
export function reprText(text: string, bytes: boolean): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = "";
  for (const ch of text) {
    const code = ch.codePointAt(0)!;
    if (ch === quote || ch === "\\") out += `\\${ch}`;
    else if (ch === "\n") out += "\\n";
    else if (ch === "\r") out += "\\r";
    else if (ch === "\t") out += "\\t";
    else if (code < 32 || code === 127 || (bytes && code > 127))
      out += `\\x${code.toString(16).padStart(2, "0")}`;
    else out += ch;
  }
  return (bytes ? "b" : "") + quote + out + quote;
}
