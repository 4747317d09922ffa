/**
 * `%` formatting of str and bytes, complete: flags, `*`, mapping keys, %d %i %u %o %x %X %e %E %f %F %g %G %c %r %s %a %b %%.
 * CPython's errors, in its order. Templates are parsed once and kept in a bounded cache of the VM; an error of the syntax
 * is part of the parse and raised when formatting reaches it, since the arguments before it are looked at first.
 */
import { formatMagnitude } from "../number/float.js";
import type { Int } from "../number/integer.js";
import { intToString } from "../number/parse.js";
import { getItem } from "../dict/type.js";
import type { PyObject, Rt } from "../support.js";
import { length, slice } from "./points.js";

/** What differs between str and bytes. */
export interface Flavour {
  /** Is a lone argument a mapping for `%(key)s`? */
  isMapping(o: PyObject): boolean;
  key(text: string): PyObject;
  /** Text of %s, %r, %a and (bytes) %b; undefined when the letter is unknown here. */
  text(letter: string, o: PyObject): string | undefined;
  /** Text of %c. */
  char(o: PyObject): string;
  readonly notAll: string;
}

/** One conversion; `-1` for an absent width or precision, `-2` for `*`. */
interface Field {
  readonly literal: string;
  readonly key: string | undefined;
  readonly minus: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly precision: number;
  readonly letter: string;
  /** No flags, key, width or precision. */
  readonly plain: boolean;
  /** Unit offset of the letter, for errors. */
  readonly at: number;
  /** The syntax error met in this field. */
  readonly error: readonly [type: string, message: string] | undefined;
}

/** A parsed template. */
export interface Parsed {
  readonly fields: readonly Field[];
  readonly tail: string;
}

/** Parsed templates of one VM, by text; emptied when it holds `limit`. */
export class TemplateCache<T> {
  private readonly map = new Map<string, T>();
  constructor(
    private readonly parse: (text: string) => T,
    private readonly limit = 512,
  ) {}

  get(text: string): T {
    let parsed = this.map.get(text);
    if (parsed === undefined) {
      parsed = this.parse(text);
      if (text.length > 2000) return parsed;
      if (this.map.size >= this.limit) this.map.clear();
      this.map.set(text, parsed);
    }
    return parsed;
  }
}

/** Parses a template; never raises. */
export function parsePercent(template: string): Parsed {
  const fields: Field[] = [];
  const n = template.length;
  let at = 0;
  for (;;) {
    const i = template.indexOf("%", at);
    if (i < 0) return { fields, tail: template.slice(at) };
    const field = parseField(template, template.slice(at, i), i + 1, n);
    fields.push(field.field);
    if (field.field.error !== undefined) return { fields, tail: "" };
    at = field.next;
  }
}

function parseField(
  template: string,
  literal: string,
  from: number,
  n: number,
): { field: Field; next: number } {
  let at = from;
  let key: string | undefined;
  let error: readonly [string, string] | undefined;
  const flags = { minus: false, plus: false, space: false, alternate: false, zero: false };
  let width = -1;
  let precision = -1;
  const number = (limit: number, what: string): number => {
    let v = 0;
    while (at < n && template[at] >= "0" && template[at] <= "9") {
      v = v * 10 + Number(template[at++]);
      if (v > limit) {
        error ??= ["ValueError", `${what} too big`];
        v = 0;
      }
    }
    return v;
  };
  if (template[at] === "(") {
    let depth = 1;
    const start = ++at;
    while (depth > 0 && at < n) {
      if (template[at] === ")") depth--;
      else if (template[at] === "(") depth++;
      at++;
    }
    key = template.slice(start, at - 1);
    if (depth > 0) error = ["ValueError", "incomplete format key"];
  }
  for (; at < n; at++) {
    const c = template[at];
    if (c === "-") flags.minus = true;
    else if (c === "+") flags.plus = true;
    else if (c === " ") flags.space = true;
    else if (c === "#") flags.alternate = true;
    else if (c === "0") flags.zero = true;
    else break;
  }
  if (template[at] === "*") {
    width = -2;
    at++;
  } else if (at < n && template[at] >= "0" && template[at] <= "9") width = number(2 ** 63 - 1024, "width");
  if (template[at] === ".") {
    at++;
    if (template[at] === "*") {
      precision = -2;
      at++;
    } else precision = number(2147483647, "precision");
  }
  if (template[at] === "h" || template[at] === "l" || template[at] === "L") at++;
  if (at >= n) error ??= ["ValueError", "incomplete format"];
  const letter = template[at] ?? "";
  const plain =
    key === undefined &&
    width === -1 &&
    precision === -1 &&
    !(flags.minus || flags.plus || flags.space || flags.alternate || flags.zero);
  return { field: { literal, key, ...flags, width, precision, letter, plain, at, error }, next: at + 1 };
}

/** Truncated or exact integer of an argument for %d and %x; TypeError otherwise. */
function integerOf(rt: Rt, o: PyObject, letter: string): Int {
  if (o.$isInt === true) return o.v as Int;
  const hex = letter === "x" || letter === "X" || letter === "o";
  if (hex) {
    if (o.nb$index !== undefined) return o.nb$index().v as Int;
  } else if (o.$isFloat === true) return rt.types.int.$fromFloat(o.v) as Int;
  else {
    if (o.nb$index !== undefined) return o.nb$index().v as Int;
    if (o.nb$int !== undefined) return o.nb$int().v as Int;
  }
  throw rt.error(
    "TypeError",
    `%${letter} format: ${hex ? "an integer" : "a real number"} is required, not ${rt.tpName(o)}`,
  );
}

function floatOf(rt: Rt, o: PyObject): number {
  if (o.$isFloat === true) return o.v as number;
  if (o.$isInt === true) return rt.types.float.$fromInt(o.v) as number;
  if (o.nb$float !== undefined) return o.nb$float().v as number;
  if (o.nb$index !== undefined) return rt.types.float.$fromInt(o.nb$index().v) as number;
  throw rt.error("TypeError", `must be real number, not ${rt.tpName(o)}`);
}

/** A width or precision given by `*`. */
function starOf(rt: Rt, o: PyObject, width: boolean): number {
  if (o.$isInt !== true) throw rt.error("TypeError", "* wants int");
  const v = o.v as Int;
  if (typeof v === "bigint" || Math.abs(v) > (width ? Number.MAX_SAFE_INTEGER : 2147483647))
    throw rt.error("OverflowError", `Python int too large to convert to C ${width ? "ssize_t" : "int"}`);
  return v;
}

function unsupported(rt: Rt, template: string, f: Field): unknown {
  const cp = template.codePointAt(f.at)!;
  const shown = cp > 31 && cp < 127 ? f.letter : "?";
  return rt.error(
    "ValueError",
    `unsupported format character '${shown}' (0x${cp.toString(16)}) at index ${length(template.slice(0, f.at))}`,
  );
}

/** `template % argument`. */
export function percent(
  rt: Rt,
  template: string,
  cache: TemplateCache<Parsed>,
  argument: PyObject,
  flavour: Flavour,
): string {
  const parsed = cache.get(template);
  const tuple = argument instanceof rt.types.tuple;
  const mapping = !tuple && flavour.isMapping(argument);
  let args: readonly PyObject[] = tuple ? (argument.v as PyObject[]) : [argument];
  let used = 0;
  const missing = (): unknown => rt.error("TypeError", "not enough arguments for format string");
  let out = "";
  for (const f of parsed.fields) {
    out += f.literal;
    const { letter } = f;
    if (f.plain && f.error === undefined) {
      if (letter === "s") {
        if (used >= args.length) throw missing();
        out += flavour.text("s", args[used++])!;
        if (out.length > 4096) rt.budget.allocate(out.length);
        continue;
      }
      if (letter === "d" && used < args.length) {
        const o = args[used]!;
        if (o.$isInt === true && typeof o.v === "number") {
          used++;
          out += o.v;
          continue;
        }
      }
      if (letter === "%") {
        out += "%";
        continue;
      }
    }
    if (f.key !== undefined) {
      if (!mapping) throw rt.error("TypeError", "format requires a mapping");
      if (f.error?.[1] === "incomplete format key") throw rt.error(...f.error);
      args = [getItem(rt, argument, flavour.key(f.key))];
      used = 0;
    }
    let { width, precision, minus } = f;
    if (width === -2) {
      if (used >= args.length) throw missing();
      width = starOf(rt, args[used++], true);
      if (width < 0) {
        minus = true;
        width = -width;
      }
    }
    if (precision === -2) {
      if (used >= args.length) throw missing();
      precision = Math.max(0, starOf(rt, args[used++], false));
    }
    if (f.error !== undefined) throw rt.error(...f.error);
    if (used >= args.length) throw missing();
    if (width > 0 || precision > 0) rt.budget.allocate(out.length + Math.max(width, precision));
    const o = args[used++]!;
    switch (letter) {
      case "d":
      case "i":
      case "u":
      case "o":
      case "x":
      case "X": {
        const v = integerOf(rt, o, letter);
        const magnitude = v < 0 ? -v : v;
        const radix = letter === "o" ? 8 : letter === "x" || letter === "X" ? 16 : 10;
        let body = radix === 10 ? intToString(rt, magnitude) : magnitude.toString(radix);
        if (precision > body.length) body = body.padStart(precision, "0");
        let prefix = radix !== 10 && f.alternate ? `0${letter}` : "";
        if (letter === "X") {
          body = body.toUpperCase();
          prefix = prefix.toUpperCase();
        }
        out += number(v < 0, prefix, body, width, minus, f);
        break;
      }
      case "e":
      case "E":
      case "f":
      case "F":
      case "g":
      case "G": {
        const x = floatOf(rt, o);
        const kind = letter.toLowerCase() as "e" | "f" | "g";
        let body = formatMagnitude(x, kind, precision < 0 ? 6 : precision, f.alternate);
        if (letter < "a") body = body.toUpperCase();
        out += number(x < 0 || Object.is(x, -0), "", body, width, minus, f);
        break;
      }
      case "c":
        out += padded(flavour.char(o), width, minus);
        break;
      case "s":
      case "r":
      case "a":
      case "b": {
        const text = flavour.text(letter, o);
        if (text === undefined) throw unsupported(rt, template, f);
        out += padded(
          precision >= 0 && length(text) > precision ? slice(text, 0, precision) : text,
          width,
          minus,
        );
        break;
      }
      default:
        throw unsupported(rt, template, f);
    }
    if (out.length > 4096) rt.budget.allocate(out.length);
  }
  if (used < args.length && !mapping) throw rt.error("TypeError", flavour.notAll);
  return out + parsed.tail;
}

function number(
  negative: boolean,
  prefix: string,
  body: string,
  width: number,
  minus: boolean,
  f: Field,
): string {
  const sign = negative ? "-" : f.plus ? "+" : f.space ? " " : "";
  const missing = width - sign.length - prefix.length - body.length;
  if (missing <= 0) return sign + prefix + body;
  if (minus) return sign + prefix + body + " ".repeat(missing);
  if (f.zero) return sign + prefix + "0".repeat(missing) + body;
  return " ".repeat(missing) + sign + prefix + body;
}

function padded(text: string, width: number, minus: boolean): string {
  if (width <= 0) return text;
  const missing = width - length(text);
  if (missing <= 0) return text;
  return minus ? text + " ".repeat(missing) : " ".repeat(missing) + text;
}
