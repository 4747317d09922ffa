/**
 * `%` formatting of str and bytes, complete: flags, `*`, mapping keys, %d %i %u %o %x %X %e %E %f %F %g %G %c %r %s %a %b %%.
 * CPython's errors, in its order. The caller says how text of an argument is made (str and bytes differ there).
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

/** Truncated or exact integer of an argument for %d and %x; TypeError otherwise. */
function integerOf(rt: Rt, o: PyObject, letter: string): Int {
  if (o instanceof rt.types.int) return o.v;
  const hex = letter === "x" || letter === "X" || letter === "o";
  if (hex) {
    if (o.nb$index !== undefined) return o.nb$index().v;
  } else if (o instanceof rt.types.float) return rt.types.int.$fromFloat(o.v);
  else {
    if (o.nb$index !== undefined) return o.nb$index().v;
    if (o.nb$int !== undefined && !(o instanceof rt.types.str)) return o.nb$int().v;
  }
  throw rt.error(
    "TypeError",
    `%${letter} format: ${hex ? "an integer" : "a real number"} is required, not ${rt.typeName(o)}`,
  );
}

function floatOf(rt: Rt, o: PyObject): number {
  if (o instanceof rt.types.float) return o.v;
  if (o instanceof rt.types.int) return rt.types.float.$fromInt(o.v);
  if (o.nb$float !== undefined) return o.nb$float().v;
  if (o.nb$index !== undefined) return rt.types.float.$fromInt(o.nb$index().v);
  throw rt.error("TypeError", `must be real number, not ${rt.typeName(o)}`);
}

/** `template % argument`. */
export function percent(rt: Rt, template: string, argument: PyObject, flavour: Flavour): string {
  const tuple = argument instanceof rt.types.tuple;
  let args: readonly PyObject[] = tuple ? argument.v : [argument];
  const mapping = !tuple && flavour.isMapping(argument);
  let used = 0;
  let single = !tuple;
  const next = (): PyObject => {
    if (used < args.length) return args[used++];
    throw rt.error("TypeError", "not enough arguments for format string");
  };
  const out: string[] = [];
  let size = 0;
  const emit = (text: string): void => {
    size += text.length;
    if (size > 4096) rt.budget.allocate(size);
    out.push(text);
  };
  const n = template.length;
  let at = 0;
  while (at < n) {
    const i = template.indexOf("%", at);
    if (i < 0) break;
    if (i > at) emit(template.slice(at, i));
    at = i + 1;
    const charAt = (): string => {
      if (at >= n) throw rt.error("ValueError", "incomplete format");
      return template[at++]!;
    };
    if (template[at] === "(") {
      if (!mapping) throw rt.error("TypeError", "format requires a mapping");
      let depth = 1;
      const start = ++at;
      while (depth > 0 && at < n) {
        if (template[at] === ")") depth--;
        else if (template[at] === "(") depth++;
        at++;
      }
      if (depth > 0) throw rt.error("ValueError", "incomplete format key");
      args = [getItem(rt, argument, flavour.key(template.slice(start, at - 1)))];
      used = 0;
      single = true;
    }
    const flags = new Set<string>();
    let c = charAt();
    while ("-+ #0".includes(c)) {
      flags.add(c);
      c = charAt();
    }
    const star = (what: string): number => {
      const o = next();
      if (!(o instanceof rt.types.int)) throw rt.error("TypeError", "* wants int");
      if (
        typeof o.v === "bigint" ||
        Math.abs(o.v) > (what === "width" ? Number.MAX_SAFE_INTEGER : 2147483647)
      )
        throw rt.error(
          "OverflowError",
          `Python int too large to convert to C ${what === "width" ? "ssize_t" : "int"}`,
        );
      return o.v;
    };
    const digits = (what: string): number => {
      let v = 0;
      while (c >= "0" && c <= "9") {
        v = v * 10 + Number(c);
        if (v > (what === "width" ? 9223372036854775807 : 2147483647))
          throw rt.error("ValueError", `${what} too big`);
        c = charAt();
      }
      return v;
    };
    let width = -1;
    if (c === "*") {
      width = star("width");
      if (width < 0) {
        flags.add("-");
        width = -width;
      }
      c = charAt();
    } else if (c >= "0" && c <= "9") width = digits("width");
    let precision = -1;
    if (c === ".") {
      precision = 0;
      c = charAt();
      if (c === "*") {
        precision = Math.max(0, star("precision"));
        c = charAt();
      } else if (c >= "0" && c <= "9") precision = digits("precision");
    }
    if (c === "h" || c === "l" || c === "L") c = charAt();
    if (c === "%") {
      emit("%");
      continue;
    }
    if (width > 0 || precision > 0) rt.budget.allocate(size + Math.max(width, precision));
    if ("diuoxX".includes(c)) {
      const v = integerOf(rt, next(), c);
      const magnitude = v < 0 ? -v : v;
      const radix = c === "o" ? 8 : c === "x" || c === "X" ? 16 : 10;
      let body = radix === 10 ? intToString(rt, magnitude) : magnitude.toString(radix);
      if (precision > body.length) body = body.padStart(precision, "0");
      let prefix = radix !== 10 && flags.has("#") ? `0${c}` : "";
      if (c === "X") {
        body = body.toUpperCase();
        prefix = prefix.toUpperCase();
      }
      emit(number(v < 0, prefix, body, width, flags));
    } else if ("eEfFgG".includes(c)) {
      const x = floatOf(rt, next());
      let body = formatMagnitude(
        x,
        c.toLowerCase() as "e" | "f" | "g",
        precision < 0 ? 6 : precision,
        flags.has("#"),
      );
      if (c < "a") body = body.toUpperCase();
      emit(number(x < 0 || Object.is(x, -0), "", body, width, flags));
    } else if (c === "c") {
      emit(padded(flavour.char(next()), width, flags));
    } else {
      const known = "srab".includes(c);
      const text = known ? flavour.text(c, next()) : undefined;
      if (text === undefined) {
        const cp = template.codePointAt(at - 1)!;
        const shown = cp > 31 && cp < 127 ? c : "?";
        throw rt.error(
          "ValueError",
          `unsupported format character '${shown}' (0x${cp.toString(16)}) at index ${length(template.slice(0, at - 1))}`,
        );
      }
      emit(
        padded(precision >= 0 && length(text) > precision ? slice(text, 0, precision) : text, width, flags),
      );
    }
  }
  emit(template.slice(at));
  if (used < args.length && !mapping) throw rt.error("TypeError", flavour.notAll);
  void single;
  return out.join("");
}

function number(
  negative: boolean,
  prefix: string,
  body: string,
  width: number,
  flags: ReadonlySet<string>,
): string {
  const sign = negative ? "-" : flags.has("+") ? "+" : flags.has(" ") ? " " : "";
  const missing = width - sign.length - prefix.length - body.length;
  if (missing <= 0) return sign + prefix + body;
  if (flags.has("-")) return sign + prefix + body + " ".repeat(missing);
  if (flags.has("0")) return sign + prefix + "0".repeat(missing) + body;
  return " ".repeat(missing) + sign + prefix + body;
}

function padded(text: string, width: number, flags: ReadonlySet<string>): string {
  const missing = width - length(text);
  if (missing <= 0) return text;
  return flags.has("-") ? text + " ".repeat(missing) : " ".repeat(missing) + text;
}
