/** Writes Python objects as JSON text. */
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";

export interface WriterOptions {
  readonly skipKeys: boolean;
  readonly ascii: boolean;
  readonly checkCircular: boolean;
  readonly allowNan: boolean;
  readonly sortKeys: boolean;
  readonly indent: string | undefined;
  readonly itemSeparator: string;
  readonly keySeparator: string;
  /** `default` of the encoder. */
  readonly fallback: (value: PyObject) => PyObject;
}

const short: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\f", "\\f"],
  ["\b", "\\b"],
]);
const escape = (c: string): string => short.get(c) ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A JSON string in ASCII; astral characters become surrogate pairs. */
export const quoteAscii = (text: string): string =>
  `"${/^[ !#-[\]-~]*$/.test(text) ? text : text.replace(/[^ !#-[\]-~]/g, escape)}"`;
/** A JSON string that escapes only what it must. */
export const quoteText = (text: string): string => `"${text.replace(/["\\\x00-\x1f]/g, escape)}"`;

const MAX_DEPTH = 2000;

export function makeWriter(rt: Runtime): { write(value: PyObject, options: WriterOptions): string } {
  const isFloat = (o: PyObject): boolean => rt.isInstance(o, rt.types["float"]);
  const float = (value: number, o: PyObject, options: WriterOptions): string => {
    if (Number.isFinite(value)) return rt.repr(o.ob$type === rt.types["float"] ? o : rt.float(value));
    if (!options.allowNan) throw rt.error("ValueError", `Out of range float values are not JSON compliant`);
    return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  };
  const integer = (o: PyObject): string => String(o.v as number | bigint);
  return {
    write(root, options) {
      const quote = options.ascii ? quoteAscii : quoteText;
      const active = new Set<PyObject>();
      const enter = (o: PyObject, depth: number): void => {
        if (options.checkCircular) {
          if (active.has(o)) throw rt.error("ValueError", "Circular reference detected");
          active.add(o);
        }
        if (depth > MAX_DEPTH)
          throw rt.error("RecursionError", "maximum recursion depth exceeded while encoding a JSON object");
      };
      const key = (o: PyObject): string | undefined => {
        if (rt.isStr(o)) return o.v as string;
        if (o === rt.true) return "true";
        if (o === rt.false) return "false";
        if (o === rt.none) return "null";
        if (rt.isInt(o)) return integer(o);
        if (isFloat(o)) return float(o.v as number, o, options);
        if (options.skipKeys) return undefined;
        throw rt.error("TypeError", `keys must be str, int, float, bool or None, not ${rt.tpName(o)}`);
      };
      const brackets = (open: string, close: string, parts: readonly string[], depth: number): string => {
        if (options.indent === undefined) return open + parts.join(options.itemSeparator) + close;
        const inner = `\n${options.indent.repeat(depth + 1)}`;
        return `${open}${inner}${parts.join(options.itemSeparator + inner)}\n${options.indent.repeat(depth)}${close}`;
      };
      const write = (o: PyObject, depth: number): string => {
        rt.budget.step();
        if (rt.isStr(o)) return quote(o.v as string);
        if (o === rt.none) return "null";
        if (o === rt.true) return "true";
        if (o === rt.false) return "false";
        if (rt.isInt(o)) return integer(o);
        if (isFloat(o)) return float(o.v as number, o, options);
        if (rt.isInstance(o, rt.types["list"]) || rt.isInstance(o, rt.types["tuple"])) {
          // The list itself: `default` may change it while it is written.
          const items = o.v as PyObject[];
          if (items.length === 0) return "[]";
          enter(o, depth);
          const parts: string[] = [];
          for (let i = 0; i < items.length; i++) parts.push(write(items[i], depth + 1));
          const text = brackets("[", "]", parts, depth);
          active.delete(o);
          return text;
        }
        if (rt.isInstance(o, rt.types["dict"])) {
          if (rt.len(o) === 0) return "{}";
          enter(o, depth);
          let pairs = rt.toArray(rt.callMethod0(o, "items")).map((pair) => rt.toArray(pair));
          if (options.sortKeys)
            pairs = rt
              .toArray(rt.call(rt.builtin("sorted"), [rt.list(pairs.map((pair) => rt.tuple(pair)))]))
              .map((pair) => rt.toArray(pair));
          const parts: string[] = [];
          for (const [k, v] of pairs) {
            const name = key(k);
            if (name !== undefined) parts.push(quote(name) + options.keySeparator + write(v, depth + 1));
          }
          const text = parts.length === 0 ? "{}" : brackets("{", "}", parts, depth);
          active.delete(o);
          return text;
        }
        enter(o, depth);
        const text = write(options.fallback(o), depth);
        active.delete(o);
        return text;
      };
      return write(root, 0);
    },
  };
}
