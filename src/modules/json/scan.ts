/** Reads JSON text into Python objects; errors carry CPython's messages and positions. */
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";

export interface ScanHooks {
  readonly objectHook: PyObject | undefined;
  readonly pairsHook: PyObject | undefined;
  readonly parseFloat: PyObject | undefined;
  readonly parseInt: PyObject | undefined;
  readonly parseConstant: PyObject | undefined;
  readonly strict: boolean;
}

export interface Scanner {
  /** The value that begins at `index`, and the index after it. */
  value(text: string, index: number, hooks: ScanHooks): [PyObject, number];
  /** The string whose opening quote stands before `index`. */
  string(text: string, index: number, strict: boolean): [string, number];
  /** The index after white space. */
  skip(text: string, index: number): number;
}

const numberPattern = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const plainString = /[^"\\\x00-\x1f]*/y;
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);
const MAX_DEPTH = 2000;

export function makeScanner(
  rt: Runtime,
  fail: (message: string, text: string, index: number) => never,
): Scanner {
  const skip = (text: string, index: number): number => {
    let i = index;
    for (;;) {
      const c = text.charCodeAt(i);
      if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return i;
      i++;
    }
  };
  const hex4 = (text: string, index: number): number => {
    const digits = text.slice(index, index + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) fail("Invalid \\uXXXX escape", text, index - 1);
    return parseInt(digits, 16);
  };
  const string = (text: string, index: number, strict: boolean): [string, number] => {
    const begin = index - 1;
    let result = "";
    let i = index;
    for (;;) {
      plainString.lastIndex = i;
      plainString.test(text);
      const end = plainString.lastIndex;
      result += text.slice(i, end);
      i = end;
      const c = text[i];
      if (c === undefined) fail("Unterminated string starting at", text, begin);
      if (c === '"') return [result, i + 1];
      if (c !== "\\") {
        if (strict) fail("Invalid control character at", text, i);
        result += c;
        i++;
        continue;
      }
      const escape = text[i + 1];
      if (escape === undefined) fail("Unterminated string starting at", text, begin);
      if (escape !== "u") {
        const char = escapes.get(escape);
        if (char === undefined) fail("Invalid \\escape", text, i);
        result += char;
        i += 2;
        continue;
      }
      result += String.fromCharCode(hex4(text, i + 2));
      i += 6;
    }
  };
  const constant = (name: string, value: number, hooks: ScanHooks): PyObject =>
    hooks.parseConstant === undefined ? rt.float(value) : rt.call(hooks.parseConstant, [rt.str(name)]);
  const number = (text: string, index: number, hooks: ScanHooks): [PyObject, number] => {
    numberPattern.lastIndex = index;
    const match = numberPattern.exec(text);
    if (match === null) return fail("Expecting value", text, index);
    const [whole, integer, fraction, exponent] = match;
    const end = index + whole.length;
    if (fraction !== undefined || exponent !== undefined) {
      return [
        hooks.parseFloat === undefined ? rt.float(Number(whole)) : rt.call(hooks.parseFloat, [rt.str(whole)]),
        end,
      ];
    }
    if (hooks.parseInt !== undefined) return [rt.call(hooks.parseInt, [rt.str(integer)]), end];
    if (integer.length < 16) return [rt.int(Number(integer) + 0), end];
    return [rt.call(rt.types["int"], [rt.str(integer)]), end];
  };
  const object = (text: string, index: number, hooks: ScanHooks, depth: number): [PyObject, number] => {
    const pairs: [PyObject, PyObject][] = [];
    const keys = new Map<string, PyObject>();
    let i = skip(text, index);
    if (text[i] === "}") i++;
    else {
      if (text[i] !== '"') fail("Expecting property name enclosed in double quotes", text, i);
      for (;;) {
        const [keyText, afterKey] = string(text, i + 1, hooks.strict);
        let key = keys.get(keyText);
        if (key === undefined) keys.set(keyText, (key = rt.str(keyText)));
        i = skip(text, afterKey);
        if (text[i] !== ":") fail("Expecting ':' delimiter", text, i);
        const [value, afterValue] = read(text, skip(text, i + 1), hooks, depth + 1);
        pairs.push([key, value]);
        i = skip(text, afterValue);
        if (text[i] === "}") {
          i++;
          break;
        }
        if (text[i] !== ",") fail("Expecting ',' delimiter", text, i);
        i = skip(text, i + 1);
        if (text[i] !== '"') fail("Expecting property name enclosed in double quotes", text, i);
      }
    }
    if (hooks.pairsHook !== undefined)
      return [rt.call(hooks.pairsHook, [rt.list(pairs.map((pair) => rt.tuple(pair)))]), i];
    const dict = rt.newDict();
    for (const [key, value] of pairs) dict.setStr(key["v"] as string, value);
    return [hooks.objectHook === undefined ? dict : rt.call(hooks.objectHook, [dict]), i];
  };
  const array = (text: string, index: number, hooks: ScanHooks, depth: number): [PyObject, number] => {
    const items: PyObject[] = [];
    let i = skip(text, index);
    if (text[i] === "]") return [rt.list(items), i + 1];
    for (;;) {
      const [value, end] = read(text, i, hooks, depth + 1);
      items.push(value);
      i = skip(text, end);
      if (text[i] === "]") return [rt.list(items), i + 1];
      if (text[i] !== ",") fail("Expecting ',' delimiter", text, i);
      i = skip(text, i + 1);
    }
  };
  const read = (text: string, index: number, hooks: ScanHooks, depth: number): [PyObject, number] => {
    rt.budget.step();
    if (depth > MAX_DEPTH)
      throw rt.error("RecursionError", "maximum recursion depth exceeded while decoding a JSON value");
    switch (text[index]) {
      case '"': {
        const [value, end] = string(text, index + 1, hooks.strict);
        return [rt.str(value), end];
      }
      case "{":
        return object(text, index + 1, hooks, depth);
      case "[":
        return array(text, index + 1, hooks, depth);
      case "n":
        if (text.startsWith("null", index)) return [rt.none, index + 4];
        break;
      case "t":
        if (text.startsWith("true", index)) return [rt.true, index + 4];
        break;
      case "f":
        if (text.startsWith("false", index)) return [rt.false, index + 5];
        break;
      case "N":
        if (text.startsWith("NaN", index)) return [constant("NaN", NaN, hooks), index + 3];
        break;
      case "I":
        if (text.startsWith("Infinity", index)) return [constant("Infinity", Infinity, hooks), index + 8];
        break;
      case "-":
        if (text.startsWith("-Infinity", index)) return [constant("-Infinity", -Infinity, hooks), index + 9];
        break;
      default:
        break;
    }
    return number(text, index, hooks);
  };
  return { value: (text, index, hooks) => read(text, index, hooks, 0), string, skip };
}
