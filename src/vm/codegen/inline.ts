/**
 * Operations whose usual case stands in the text itself, so that V8 learns the types of each place for itself: arithmetic
 * and comparison of ints and floats, items of lists and tuples, attributes and methods through inline caches. Everything
 * else goes to the support function of the same name, which decides again from the start.
 */
import type { Emitter } from "./emitter.js";
import { atPlace } from "./expressions.js";
import type { Place } from "./unit.js";

const symbols: Readonly<Record<string, string>> = {
  add: "+",
  sub: "-",
  mul: "*",
  iadd: "+",
  isub: "-",
  imul: "*",
};
const comparisons: Readonly<Record<string, string>> = {
  eq: "===",
  ne: "!==",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
};

/** `a op b` of two evaluated operands; undefined where there is no short way for `name`. */
export function inlineBinary(
  e: Emitter,
  node: Place,
  name: string,
  operands: readonly string[],
): string | undefined {
  if (!e.inlines) return undefined;
  const symbol = symbols[name];
  const compared = comparisons[name.replace(/b$/, "")];
  if (symbol === undefined && compared === undefined) return undefined;
  e.usesScratch = true;
  const { before, names } = e.atoms(operands);
  const [a, b] = names;
  const slow = `(${e.markSometimes(node)},${e.op(name)}(${a},${b}))`;
  const [Int, Float] = [e.op("Int"), e.op("Float")];
  if (symbol !== undefined) {
    const whole = `typeof(x=${a}.v)=="number"&&typeof(y=${b}.v)=="number"&&(x=x${symbol}y)<=${e.op("MX")}&&x>=-MX&&(x=${e.op("mk")}(x))`;
    const float = `x===${Float}&&(x=new Float(${a}.v${symbol}${b}.v))`;
    return `(${before}(x=${a}.ob$type)===${b}.ob$type&&(x===${Int}?${whole}:${float})?x:${slow})`;
  }
  const texts = compared === "===" || compared === "!==" ? `||x===${e.op("Str")}` : "";
  const same = `(x=${a}.ob$type)===${b}.ob$type&&(x===${Int}||x===${Float}${texts})`;
  return name.endsWith("b")
    ? `(${before}${same}?${a}.v${compared}${b}.v:${slow})`
    : `(${before}${same}?${a}.v${compared}${b}.v?TRUE:FALSE:${slow})`;
}

/** `o[k]` */
export function inlineItem(e: Emitter, node: Place, operands: string[]): string {
  if (!e.inlines) return `${e.op("gi")}(${atPlace(e, node, operands).join(",")})`;
  e.usesScratch = true;
  const { before, names } = e.atoms(operands);
  const [o, k] = names;
  const list = `((x=${o}.ob$type)===${e.op("List")}||x===${e.op("Tuple")})`;
  return `(${before}${list}&&${k}.ob$type===${e.op("Int")}&&(x=${o}.v[${k}.v])!==U?x:(${e.markSometimes(node)},${e.op("gi")}(${o},${k})))`;
}

/** Statement text (without the semicolon) of `o[k] = v`. */
export function inlineSetItem(e: Emitter, node: Place, operands: string[]): string {
  if (!e.inlines) return `${e.op("ss")}(${atPlace(e, node, operands).join(",")})`;
  e.usesScratch = true;
  const { before, names } = e.atoms(operands);
  const [o, k, v] = names;
  const test = `${o}.ob$type===${e.op("List")}&&${k}.ob$type===${e.op("Int")}&&(x=${k}.v)>=0&&x<${o}.v.length`;
  return `${before}${test}?${o}.v[x]=${v}:(${e.markSometimes(node)},${e.op("ss")}(${o},${k},${v}))`;
}

/** `o.name`; `name` is the JS string's variable. */
export function inlineAttribute(e: Emitter, node: Place, object: string, name: string): string {
  if (!e.inlines) return `${e.op("ga")}(${atPlace(e, node, [object])[0]},${name})`;
  const { before, names } = e.atoms([object]);
  const [o] = names;
  const c = e.cache();
  return `(${before}${o}.$shape===${c}.s?${o}.$f[${c}.i]:(${e.markSometimes(node)},${e.op("gam")}(${o},${name},${c})))`;
}

/** Statement text (without the semicolon) of `o.name = v`. */
export function inlineSetAttribute(
  e: Emitter,
  node: Place,
  object: string,
  name: string,
  value: string,
): string {
  if (!e.inlines) {
    const [o, v] = atPlace(e, node, [object, value]);
    return `${e.op("sa")}(${o},${name},${v})`;
  }
  e.usesScratch = true;
  const { before, names } = e.atoms([object, value]);
  const [o, v] = names;
  const c = e.cache();
  const known = `(x=${o}.$shape)===${c}.s||x===${c}.a&&(${o}.$shape=${c}.b,true)`;
  return `${before}${known}?${o}.$f[${c}.i]=${v}:(${e.markSometimes(node)},${e.op("sam")}(${o},${name},${v},${c}))`;
}

/** What `o.name(...)` calls with `o`, a variable, in front. */
export function inlineMethod(e: Emitter, node: Place, o: string, name: string): string {
  if (!e.inlines) {
    const [at] = atPlace(e, node, [o]);
    return `${e.op("lmo")}(${at},${name})`;
  }
  const c = e.cache();
  return `(${o}.$shape===${c}.s?${c}.f:(${e.markSometimes(node)},${e.op("lm")}(${o},${name},${c})))`;
}

/** A call of an evaluated callee (first operand) with the others as positional arguments. */
export function inlineCall(e: Emitter, node: Place, operands: string[]): string {
  const count = operands.length - 1;
  if (!e.inlines && count <= 4) {
    const [f, ...args] = atPlace(e, node, operands);
    return `${f}.$call${count}(${args.join(",")})`;
  }
  const { before, names } = e.atoms(operands);
  const [f, ...rest] = names;
  const args = rest.join(",");
  const slow = count <= 4 ? `${f}.$call${count}(${args})` : `${e.op("cn")}(${f},[${args}])`;
  const set = e.mark(node);
  if (!e.inlines) return `(${before}${set},${slow})`;
  return `(${before}${set},${f}.$n===${count}?${f}.$js(${args}):${slow})`;
}

/** Builtins that calls go to directly, by the number of arguments: the operations that are the builtin, and its call. */
const direct: ReadonlyMap<string, readonly [count: number, builtin: string, call: string]> = new Map([
  ["len", [1, "LEN", "len"]],
  ["isinstance", [2, "ISINSTANCE", "isinstance"]],
]);

/** `len(o)`, `isinstance(o, c)`: whether the name still means the builtin is asked each time. */
export function inlineBuiltin(e: Emitter, node: Place, name: string, operands: string[]): string {
  const known = direct.get(name);
  if (!e.inlines || known?.[0] !== operands.length - 1) return inlineCall(e, node, operands);
  const { before, names } = e.atoms(operands);
  const [f, ...rest] = names;
  const args = rest.join(",");
  return `(${before}${e.mark(node)},${f}===${e.op(known[1])}?${e.op(known[2])}(${args}):${f}.$call${known[0]}(${args}))`;
}
