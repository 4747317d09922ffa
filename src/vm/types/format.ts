/**
 * The format specification mini-language (PEP 3101, 378, 682) for int, float, complex and str, as `format()` and f-strings
 * apply it: [[fill]align][sign][z][#][0][width][grouping][.precision][type]. Pure over JS values.
 */
import { formatMagnitude } from "./number/float.js";
import type { Context, Int } from "./number/integer.js";
import { toFloat } from "./number/integer.js";
import { intToString } from "./number/parse.js";
import { codePoints, isAstral, length } from "./str/points.js";

/** A parsed specification; `width` and `precision` are -1 where absent, `align` is "" where not given. */
export interface Spec {
  fill: string;
  align: string;
  sign: string;
  z: boolean;
  alternate: boolean;
  width: number;
  grouping: string;
  precision: number;
  type: string;
}

const maxInteger = 9223372036854775807n;

/** Reads a specification for an object of Python type `typeName`. */
export function parseSpec(
  cx: Context,
  text: string,
  typeName: string,
  defaultType: string,
  defaultAlign: string,
): Spec {
  // a text within U+FFFF is its own array of code points
  const cps: string | string[] = isAstral(text) ? codePoints(text) : text;
  const spec: Spec = {
    fill: " ",
    align: "",
    sign: "",
    z: false,
    alternate: false,
    width: -1,
    grouping: "",
    precision: -1,
    type: defaultType,
  };
  let at = 0;
  const isAlign = (c: string | undefined): boolean => c === "<" || c === ">" || c === "=" || c === "^";
  let fillGiven = false;
  if (isAlign(cps[1])) {
    spec.fill = cps[0]!;
    spec.align = cps[1]!;
    fillGiven = true;
    at = 2;
  } else if (isAlign(cps[0])) {
    spec.align = cps[0]!;
    at = 1;
  }
  if (cps[at] === "+" || cps[at] === "-" || cps[at] === " ") spec.sign = cps[at++]!;
  if (cps[at] === "z") {
    spec.z = true;
    at++;
  }
  if (cps[at] === "#") {
    spec.alternate = true;
    at++;
  }
  if (!fillGiven && cps[at] === "0") {
    spec.fill = "0";
    if (spec.align === "" && defaultAlign === ">") spec.align = "=";
    at++;
  }
  const number = (): number => {
    const start = at;
    while (at < cps.length && cps[at] >= "0" && cps[at] <= "9") at++;
    if (at === start) return -1;
    const part = cps.slice(start, at);
    const digits = typeof part === "string" ? part : part.join("");
    if (digits.length > 18 && BigInt(digits) > maxInteger)
      throw cx.error("ValueError", "Too many decimal digits in format string");
    return Number(digits);
  };
  spec.width = number();
  if (cps[at] === ",") {
    spec.grouping = ",";
    at++;
  }
  if (cps[at] === "_") {
    if (spec.grouping !== "") throw cx.error("ValueError", "Cannot specify both ',' and '_'.");
    spec.grouping = "_";
    at++;
  }
  if (cps[at] === "," && spec.grouping !== "") {
    throw cx.error(
      "ValueError",
      spec.grouping === "_" ? "Cannot specify both ',' and '_'." : "Cannot specify ',' with ','.",
    );
  }
  if (cps[at] === ".") {
    at++;
    spec.precision = number();
    if (spec.precision < 0) throw cx.error("ValueError", "Format specifier missing precision");
  }
  if (cps.length - at > 1)
    throw cx.error("ValueError", `Invalid format specifier '${text}' for object of type '${typeName}'`);
  if (at < cps.length) spec.type = cps[at]!;
  if (spec.grouping !== "") {
    const plain = "defgEG%F".includes(spec.type) || spec.type === "";
    if (!plain && !(spec.grouping === "_" && "boxX".includes(spec.type))) {
      const shown =
        spec.type > " " && spec.type < "\x80"
          ? `'${spec.type}'`
          : `'\\x${spec.type.codePointAt(0)!.toString(16)}'`;
      throw cx.error("ValueError", `Cannot specify '${spec.grouping}' with ${shown}.`);
    }
  }
  return spec;
}

function unknownType(cx: Context, type: string, typeName: string): unknown {
  const shown = type > " " && type < "\x80" ? `'${type}'` : `'\\x${type.codePointAt(0)!.toString(16)}'`;
  return cx.error("ValueError", `Unknown format code ${shown} for object of type '${typeName}'`);
}

function charge(cx: Context, spec: Spec): void {
  cx.budget.allocate(Math.max(spec.width, 0) * 2 + Math.max(spec.precision, 0));
}

/** Puts a finished text into its field. */
function pad(text: string, spec: Spec, align: string): string {
  const missing = spec.width - length(text);
  if (missing <= 0) return text;
  const left = align === ">" || align === "=" ? missing : align === "^" ? missing >> 1 : 0;
  return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
}

/** Inserts separators into digits from the right; zero-fills to `width` characters, separators included. */
function group(digits: string, separator: string, size: number, width: number): string {
  const out: string[] = [];
  let rest = digits;
  let used = 0;
  for (;;) {
    const part = rest.slice(-size);
    const left = rest.slice(0, -size);
    const room = width - used;
    const padded = left === "" && room > part.length ? part.padStart(Math.min(size, room), "0") : part;
    out.unshift(padded);
    used += padded.length;
    rest = left;
    if (rest === "" && used >= width) break;
    used += separator.length;
    if (rest === "" && used >= width) {
      // a separator alone can't lead: CPython puts one more zero before it
      out.unshift("0");
      break;
    }
  }
  return out.join(separator);
}

/** Sign, prefix, grouped digits, remainder (".5e+10") and padding of a number. */
function layout(
  sign: string,
  prefix: string,
  digits: string,
  rest: string,
  spec: Spec,
  size: number,
): string {
  const align = spec.align === "" ? ">" : spec.align;
  const zeroFill = align === "=" && spec.fill === "0";
  const outside = sign.length + prefix.length + rest.length;
  let body = digits;
  if (spec.grouping !== "" && /^[0-9a-fA-F]+$/.test(digits))
    body = group(digits, spec.grouping, size, zeroFill ? spec.width - outside : 0);
  if (align === "=") {
    const missing = spec.width - outside - length(body);
    return sign + prefix + (missing > 0 ? spec.fill.repeat(missing) : "") + body + rest;
  }
  return pad(sign + prefix + body + rest, spec, align);
}

function signOf(negative: boolean, spec: Spec): string {
  return negative ? "-" : spec.sign === "+" ? "+" : spec.sign === " " ? " " : "";
}

/** `format(str, spec)`. */
export function formatStr(cx: Context, s: string, text: string, typeName = "str"): string {
  if (text === "") return s;
  const spec = parseSpec(cx, text, typeName, "s", "<");
  if (spec.type !== "s") throw unknownType(cx, spec.type, typeName);
  if (spec.sign !== "")
    throw cx.error(
      "ValueError",
      spec.sign === " "
        ? "Space not allowed in string format specifier"
        : "Sign not allowed in string format specifier",
    );
  if (spec.z)
    throw cx.error("ValueError", "Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate)
    throw cx.error("ValueError", "Alternate form (#) not allowed in string format specifier");
  if (spec.align === "=")
    throw cx.error("ValueError", "'=' alignment not allowed in string format specifier");
  charge(cx, spec);
  let body = s;
  if (spec.precision >= 0 && length(s) > spec.precision)
    body = codePoints(s).slice(0, spec.precision).join("");
  return pad(body, spec, spec.align === "" ? "<" : spec.align);
}

/** `format(int, spec)`. */
export function formatInt(cx: Context, v: Int, text: string, typeName = "int"): string {
  if (text === "") return intToString(cx, v);
  const spec = parseSpec(cx, text, typeName, "d", ">");
  if ("eEfFgG%".includes(spec.type)) return floatInSpec(cx, toFloat(cx, v), spec, typeName);
  if (!"bcdoxXn".includes(spec.type)) throw unknownType(cx, spec.type, typeName);
  if (spec.precision >= 0) throw cx.error("ValueError", "Precision not allowed in integer format specifier");
  if (spec.z)
    throw cx.error("ValueError", "Negative zero coercion (z) not allowed in integer format specifier");
  charge(cx, spec);
  if (spec.type === "c") {
    if (spec.sign !== "") throw cx.error("ValueError", "Sign not allowed with integer format specifier 'c'");
    if (spec.alternate)
      throw cx.error("ValueError", "Alternate form (#) not allowed with integer format specifier 'c'");
    if (typeof v === "bigint" && BigInt.asIntN(64, v) !== v)
      throw cx.error("OverflowError", "Python int too large to convert to C long");
    if (v < 0 || v > 0x10ffff) throw cx.error("OverflowError", "%c arg not in range(0x110000)");
    return layout("", "", String.fromCodePoint(Number(v)), "", { ...spec, grouping: "" }, 3);
  }
  const negative = v < 0;
  const magnitude = negative ? -v : v;
  const radix = { b: 2, o: 8, x: 16, X: 16 }[spec.type] ?? 10;
  let digits = radix === 10 ? intToString(cx, magnitude) : magnitude.toString(radix);
  let prefix = spec.alternate && radix !== 10 ? `0${spec.type}` : "";
  if (spec.type === "X") {
    digits = digits.toUpperCase();
    prefix = prefix.toUpperCase();
  }
  return layout(signOf(negative, spec), prefix, digits, "", spec, radix === 10 ? 3 : 4);
}

/** `format(float, spec)`. */
export function formatFloat(cx: Context, x: number, text: string, typeName = "float"): string {
  const spec = parseSpec(cx, text, typeName, "", ">");
  if (spec.type !== "" && !"eEfFgGn%".includes(spec.type)) throw unknownType(cx, spec.type, typeName);
  return floatInSpec(cx, x, spec, typeName);
}

function floatInSpec(cx: Context, value: number, spec: Spec, _typeName: string): string {
  charge(cx, spec);
  if (spec.precision > 2147483647) throw cx.error("ValueError", "precision too big");
  const [sign, digits, rest] = floatParts(cx, value, spec);
  return layout(sign, "", digits, rest, spec, 3);
}

/** Sign, integer digits and the rest of a float for its type. */
function floatParts(_cx: Context, value: number, spec: Spec): [string, string, string] {
  let x = value;
  let type = spec.type;
  let suffix = "";
  let precision = spec.precision;
  if (type === "%") {
    x *= 100;
    type = "f";
    suffix = "%";
  }
  if (type === "n") type = "g";
  const lower = type.toLowerCase();
  let kind: "e" | "f" | "g" | "r" | "s";
  if (type === "") {
    kind = precision < 0 ? "r" : "s";
  } else kind = lower as "e" | "f" | "g";
  if (precision < 0) precision = 6;
  let s = formatMagnitude(x, kind, precision, spec.alternate);
  let negative = x < 0 || Object.is(x, -0);
  if (spec.z && negative && /^[0.]*(?:e.*)?$/.test(s)) negative = false;
  if (type !== lower) s = s.toUpperCase();
  s += suffix;
  const m = /^\d+/.exec(s);
  const n = m === null ? s.length - suffix.length : m[0].length;
  return [signOf(negative, spec), s.slice(0, n), s.slice(n)];
}

/** `format(complex, spec)`. */
export function formatComplex(cx: Context, real: number, imag: number, text: string): string {
  const spec = parseSpec(cx, text, "complex", "", ">");
  if (spec.type !== "" && !"eEfFgGn".includes(spec.type)) throw unknownType(cx, spec.type, "complex");
  if (spec.fill === "0")
    throw cx.error("ValueError", "Zero padding is not allowed in complex format specifier");
  if (spec.align === "=")
    throw cx.error("ValueError", "'=' alignment flag is not allowed in complex format specifier");
  charge(cx, spec);
  const inner: Spec = { ...spec, width: -1, align: ">", fill: " " };
  let parens = false;
  let skipReal = false;
  let part = inner;
  if (spec.type === "") {
    // as in str(): no ".0", parentheses unless the real part is +0
    part = { ...inner, type: spec.precision < 0 ? "" : "g" };
    if (real === 0 && !Object.is(real, -0)) skipReal = true;
    else parens = true;
  }
  const one = (x: number, sign: string): string => {
    const [s, digits, rest] = floatParts(cx, x, { ...part, sign });
    let tail = rest;
    if (spec.type === "" && spec.precision < 0) tail = tail.replace(/^\.0$/, spec.alternate ? "." : "");
    return layout(s, "", digits, tail, { ...part, sign }, 3);
  };
  const body = `${skipReal ? "" : one(real, spec.sign)}${one(imag, skipReal ? spec.sign : "+")}j`;
  return pad(parens ? `(${body})` : body, spec, spec.align === "" ? ">" : spec.align);
}
