/**
 * Methods and operators of texts, lists, tuples, dicts and sets, as far as metadata uses them. undefined: not followed
 * (the result is unknown then). Those that change a list, dict or set are named in `mutating`.
 */
import { compareText, splitWords, strip } from "../../modules/bb/text.js";
import { itemsOf, Raised, reprOf, same, textOf, Tuple, unknownIn, type StaticValue } from "./values.js";

type Args = readonly StaticValue[];

/** Methods that change what they are called on. */
export const mutating: ReadonlySet<string> = new Set([
  "append",
  "extend",
  "insert",
  "remove",
  "pop",
  "sort",
  "reverse",
  "clear",
  "add",
  "discard",
  "update",
  "setdefault",
  "difference_update",
  "intersection_update",
]);

const strings = (value: StaticValue | undefined): string[] | undefined => {
  if (typeof value === "string") return [value];
  if (value instanceof Tuple && value.items.every((item) => typeof item === "string"))
    return [...value.items] as string[];
  return undefined;
};

/** A method of a str. */
export function textMethod(text: string, name: string, args: Args): StaticValue | undefined {
  const [a, b, c] = args;
  switch (name) {
    case "split":
    case "rsplit":
      if (a === undefined || a === null) {
        const all = splitWords(text);
        if (typeof b !== "number" || b < 0 || all.length <= b) return all;
        return undefined;
      }
      return typeof a === "string" && a !== ""
        ? splitBy(text, a, typeof b === "number" ? b : -1, name === "rsplit")
        : undefined;
    case "strip":
    case "lstrip":
    case "rstrip": {
      if (a !== undefined && a !== null && typeof a !== "string") return undefined;
      let out = text;
      const inSet = (ch: string): boolean => (typeof a === "string" ? a.includes(ch) : strip(ch) === "");
      if (name !== "rstrip") while (out !== "" && inSet(out.charAt(0))) out = out.slice(1);
      if (name !== "lstrip") while (out !== "" && inSet(out.charAt(out.length - 1))) out = out.slice(0, -1);
      return out;
    }
    case "replace":
      if (typeof a !== "string" || typeof b !== "string" || a === "") return undefined;
      if (c === undefined) return text.replaceAll(a, () => b);
      return typeof c === "number" && c >= 0 ? replaceSome(text, a, b, c) : undefined;
    case "startswith":
    case "endswith":
      if (args.length !== 1) return undefined;
      return strings(a)?.some((part) =>
        name === "startswith" ? text.startsWith(part) : text.endsWith(part),
      );
    case "join": {
      const items = a === undefined ? undefined : itemsOf(a);
      if (items === undefined || !items.every((item) => typeof item === "string")) return undefined;
      return items.join(text);
    }
    case "lower":
      return /^[\x00-\x7f]*$/.test(text) ? text.toLowerCase() : undefined;
    case "upper":
      return /^[\x00-\x7f]*$/.test(text) ? text.toUpperCase() : undefined;
    case "capitalize":
      return /^[\x00-\x7f]*$/.test(text)
        ? text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
        : undefined;
    case "find":
      return args.length === 1 && typeof a === "string" ? text.indexOf(a) : undefined;
    case "rfind":
      return args.length === 1 && typeof a === "string" ? text.lastIndexOf(a) : undefined;
    case "index":
      if (args.length !== 1 || typeof a !== "string") return undefined;
      if (!text.includes(a)) throw new Raised("ValueError", "substring not found");
      return text.indexOf(a);
    case "count":
      return args.length === 1 && typeof a === "string" && a !== "" ? text.split(a).length - 1 : undefined;
    case "partition": {
      if (typeof a !== "string" || a === "") return undefined;
      const at = text.indexOf(a);
      return new Tuple(at < 0 ? [text, "", ""] : [text.slice(0, at), a, text.slice(at + a.length)]);
    }
    case "rpartition": {
      if (typeof a !== "string" || a === "") return undefined;
      const at = text.lastIndexOf(a);
      return new Tuple(at < 0 ? ["", "", text] : [text.slice(0, at), a, text.slice(at + a.length)]);
    }
    case "splitlines": {
      if (args.length > 0 || /[\v\f\x1c-\x1e\x85\u2028\u2029]/.test(text)) return undefined;
      const lines = text.split(/\r\n|\r|\n/);
      if (lines.at(-1) === "") lines.pop();
      return lines;
    }
    case "isdigit":
    case "isnumeric":
      return /^[\x00-\x7f]*$/.test(text) ? /^[0-9]+$/.test(text) : undefined;
    case "isalpha":
      return /^[\x00-\x7f]*$/.test(text) ? /^[A-Za-z]+$/.test(text) : undefined;
    case "format":
      return formatMethod(text, args);
    default:
      return undefined;
  }
}

function splitBy(text: string, separator: string, limit: number, fromRight: boolean): string[] {
  const all = text.split(separator);
  if (limit < 0 || all.length <= limit + 1) return all;
  return fromRight
    ? [all.slice(0, all.length - limit).join(separator), ...all.slice(all.length - limit)]
    : [...all.slice(0, limit), all.slice(limit).join(separator)];
}

function replaceSome(text: string, a: string, b: string, count: number): string {
  const parts = text.split(a);
  return parts.reduce((out, part, i) => (i === 0 ? part : out + (i <= count ? b : a) + part), "");
}

/** `{}` and `{0}` alone; anything else in braces is not followed. */
function formatMethod(text: string, args: Args): string | undefined {
  let next = 0;
  let failed = false;
  const out = text.replace(/\{\{|\}\}|\{(\d*)\}|[{}]/g, (match, index: string | undefined) => {
    if (match === "{{" || match === "}}") return match.charAt(0);
    const value = index === undefined ? undefined : args[index === "" ? next++ : Number(index)];
    const shown = value === undefined ? undefined : textOf(value);
    if (shown === undefined) failed = true;
    return shown ?? "";
  });
  return failed ? undefined : out;
}

/** `text % value`. */
export function percent(text: string, value: StaticValue): string | undefined {
  const args = value instanceof Tuple ? value.items : [value];
  if (/%\(/.test(text) || value instanceof Map) return undefined;
  let used = 0;
  let failed = false;
  const out = text.replace(/%([-+ #0-9.]*)([a-zA-Z%])/g, (_match, flags: string, kind: string) => {
    if (kind === "%") return "%";
    const arg = args[used++];
    const shown =
      flags !== "" || arg === undefined
        ? undefined
        : kind === "s"
          ? textOf(arg)
          : kind === "d" && typeof arg === "number"
            ? String(Math.trunc(arg))
            : kind === "r"
              ? reprOf(arg)
              : undefined;
    if (shown === undefined) failed = true;
    return shown ?? "";
  });
  return failed || used !== args.length ? undefined : out;
}

/** A method of a list. */
export function listMethod(list: StaticValue[], name: string, args: Args): StaticValue | undefined {
  const [a, b] = args;
  switch (name) {
    case "append":
      list.push(a ?? null);
      return null;
    case "extend": {
      const items = a === undefined ? undefined : itemsOf(a);
      if (items === undefined) return undefined;
      list.push(...items);
      return null;
    }
    case "insert":
      if (typeof a !== "number") return undefined;
      list.splice(a < 0 ? Math.max(0, list.length + a) : a, 0, b ?? null);
      return null;
    case "remove":
    case "index": {
      const at = indexIn(list, a ?? null);
      if (at === undefined) return undefined;
      if (at < 0) throw new Raised("ValueError", `list.${name}(x): x not in list`);
      if (name === "index") return at;
      list.splice(at, 1);
      return null;
    }
    case "pop": {
      const at =
        a === undefined ? list.length - 1 : typeof a === "number" ? (a < 0 ? list.length + a : a) : undefined;
      if (at === undefined) return undefined;
      if (list.length === 0 || at < 0 || at >= list.length)
        throw new Raised("IndexError", "pop index out of range");
      return list.splice(at, 1)[0] ?? null;
    }
    case "count":
      return unknownIn(list) === undefined
        ? list.filter((item) => same(item, a ?? null) === true).length
        : undefined;
    case "sort": {
      if (args.length > 0) return undefined;
      const sorted = sortedItems(list);
      if (sorted === undefined) return undefined;
      list.splice(0, list.length, ...sorted);
      return null;
    }
    case "reverse":
      list.reverse();
      return null;
    case "clear":
      list.length = 0;
      return null;
    case "copy":
      return [...list];
    default:
      return undefined;
  }
}

/** Where an item stands, -1 if nowhere, undefined if that is not known. */
export function indexIn(items: readonly StaticValue[], wanted: StaticValue): number | undefined {
  for (const [i, item] of items.entries()) {
    const equal = same(item, wanted);
    if (equal === undefined) return undefined;
    if (equal) return i;
  }
  return -1;
}

/** Texts by code point, numbers by value; undefined for a mixture. */
export function sortedItems(items: readonly StaticValue[]): StaticValue[] | undefined {
  if (items.every((item) => typeof item === "string")) return [...items].sort(compareText);
  if (items.every((item) => typeof item === "number")) return [...items].sort((x, y) => x - y);
  return undefined;
}

/** A method of a dict. Keys are texts and numbers. */
export function dictMethod(
  dict: Map<StaticValue, StaticValue>,
  name: string,
  args: Args,
): StaticValue | undefined {
  const [a, b] = args;
  const key = a ?? null;
  switch (name) {
    case "get":
      return isKey(key) ? (dict.has(key) ? (dict.get(key) ?? null) : (b ?? null)) : undefined;
    case "keys":
      return [...dict.keys()];
    case "values":
      return [...dict.values()];
    case "items":
      return [...dict].map(([k, v]) => new Tuple([k, v]));
    case "copy":
      return new Map(dict);
    case "setdefault":
      if (!isKey(key)) return undefined;
      if (!dict.has(key)) dict.set(key, b ?? null);
      return dict.get(key) ?? null;
    case "update":
      if (!(a instanceof Map)) return undefined;
      for (const [k, v] of a) dict.set(k, v);
      return null;
    case "pop": {
      if (!isKey(key)) return undefined;
      const value = dict.get(key);
      if (value === undefined && b === undefined) throw new Raised("KeyError", textOf(key) ?? "");
      dict.delete(key);
      return value ?? b ?? null;
    }
    case "clear":
      dict.clear();
      return null;
    default:
      return undefined;
  }
}

/** What may be a dict's key or a set's member here. */
export const isKey = (value: StaticValue): value is string | number | boolean | null =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";

type Key = string | number | boolean | null;
const allKeys = (items: readonly unknown[] | undefined): items is readonly Key[] =>
  items?.every((item) => isKey(item as StaticValue)) === true;

/** A method of a set; members are texts and numbers. */
export function setMethod(set: Set<StaticValue>, name: string, args: Args): StaticValue | undefined {
  const [a] = args;
  const others: readonly unknown[] | undefined = a === undefined ? [] : itemsOf(a);
  const member = a ?? null;
  switch (name) {
    case "add":
      if (!isKey(member)) return undefined;
      set.add(member);
      return null;
    case "discard":
    case "remove":
      if (!isKey(member)) return undefined;
      if (!set.delete(member) && name === "remove") throw new Raised("KeyError", textOf(member) ?? "");
      return null;
    case "update":
      if (!allKeys(others)) return undefined;
      for (const item of others) set.add(item);
      return null;
    case "copy":
      return new Set(set);
    case "union":
      return allKeys(others) ? new Set([...set, ...others]) : undefined;
    case "intersection":
      return allKeys(others)
        ? new Set([...set].filter((item) => (others as readonly unknown[]).includes(item)))
        : undefined;
    case "difference":
      return allKeys(others)
        ? new Set([...set].filter((item) => !(others as readonly unknown[]).includes(item)))
        : undefined;
    case "isdisjoint":
      return allKeys(others) ? !others.some((item) => set.has(item)) : undefined;
    case "issubset":
      return allKeys(others)
        ? [...set].every((item) => (others as readonly unknown[]).includes(item))
        : undefined;
    case "issuperset":
      return allKeys(others) ? others.every((item) => set.has(item)) : undefined;
    default:
      return undefined;
  }
}

/** `left OP right` for the operators of arithmetic; undefined: not followed. */
export function binary(op: string, left: StaticValue, right: StaticValue): StaticValue | undefined {
  if (typeof left === "number" && typeof right === "number") {
    switch (op) {
      case "Add":
        return safe(left + right);
      case "Sub":
        return safe(left - right);
      case "Mult":
        return safe(left * right);
      case "FloorDiv":
        return right === 0 ? undefined : safe(Math.floor(left / right));
      case "Mod":
        return right === 0 ? undefined : safe(left - Math.floor(left / right) * right);
      default:
        return undefined;
    }
  }
  if (typeof left === "string") {
    if (op === "Mod") return percent(left, right);
    if (op === "Add" && typeof right === "string") return left + right;
    if (op === "Mult" && typeof right === "number" && right * left.length < 1e6)
      return left.repeat(Math.max(0, right));
    return undefined;
  }
  if (Array.isArray(left) && Array.isArray(right) && op === "Add") return [...left, ...right];
  if (left instanceof Tuple && right instanceof Tuple && op === "Add")
    return new Tuple([...left.items, ...right.items]);
  if (left instanceof Set && right instanceof Set) {
    if (op === "BitOr") return new Set([...left, ...right]);
    if (op === "BitAnd") return new Set([...left].filter((item) => right.has(item)));
    if (op === "Sub") return new Set([...left].filter((item) => !right.has(item)));
  }
  return undefined;
}

const safe = (n: number): number | undefined => (Number.isSafeInteger(n) ? n : undefined);
