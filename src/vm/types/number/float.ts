/**
 * Decimal text of floats, exactly: repr (shortest digits that read back), and the digits of `%e`, `%f`, `%g` with the
 * binary value correctly rounded, ties to even. JS rounds exact ties up, so those go through bigint arithmetic.
 * Also floor division, modulo and rounding of floats as in CPython. Pure.
 */
import { decompose } from "./integer.js";

/** Significant digits and the exponent of the first: x = d.ddd * 10**exponent. */
interface Decimal {
  digits: string;
  exponent: number;
}

/** The shortest digits that read back as |x|; x is finite. */
export function shortest(x: number): Decimal {
  const m = /^(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(Math.abs(x).toExponential())!;
  return { digits: m[1] + (m[2] ?? ""), exponent: Number(m[3]) };
}

/** |x| * 10**places rounded to an integer, ties to even. */
function scaled(x: number, places: number): bigint {
  const { mantissa, exponent } = decompose(x);
  let numerator = BigInt(mantissa);
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  const q = numerator / denominator;
  const twice = (numerator - q * denominator) * 2n;
  return twice > denominator || (twice === denominator && (q & 1n) === 1n) ? q + 1n : q;
}

/** |x| with `precision` digits after the point, correctly rounded. */
export function fixed(x: number, precision: number): string {
  const a = Math.abs(x);
  if (precision <= 20 && a < 1e21 && !Number.isInteger(a * 2 ** (precision + 1))) return a.toFixed(precision);
  if (Number.isInteger(a) && a < 1e21)
    return BigInt(a).toString() + (precision === 0 ? "" : `.${"0".repeat(precision)}`);
  // Beyond 1074 places a float has only zeros.
  const places = Math.min(precision, 1074);
  const s = scaled(a, places)
    .toString()
    .padStart(places + 1, "0");
  const text = places === 0 ? s : `${s.slice(0, -places)}.${s.slice(-places)}`;
  return text + "0".repeat(precision - places);
}

/** |x| rounded to `count` (at least 1) significant digits. */
export function significant(x: number, count: number): Decimal {
  const a = Math.abs(x);
  if (a === 0) return { digits: "0".repeat(count), exponent: 0 };
  const short = shortest(a);
  if (count < 17 && !(short.digits.length === count + 1 && short.digits.endsWith("5"))) {
    if (short.digits.length <= count && count <= 15 && a > 2.3e-308)
      return { digits: short.digits.padEnd(count, "0"), exponent: short.exponent };
    const m = /^(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(a.toExponential(count - 1))!;
    return { digits: m[1] + (m[2] ?? ""), exponent: Number(m[3]) };
  }
  const useful = Math.min(count, 770);
  let exponent = short.exponent;
  let digits = scaled(a, useful - 1 - exponent).toString();
  // The shortest digits may have been rounded up to a power of ten that the value does not reach, ...
  if (digits.length < useful || /^10*$/.test(digits)) {
    const finer = scaled(a, useful - exponent).toString();
    if (finer.length === useful) {
      digits = finer;
      exponent--;
    }
  }
  // ... and rounding to the wanted digits may reach the next one.
  if (digits.length > useful) {
    digits = digits.slice(0, useful);
    exponent++;
  }
  return { digits: digits.padEnd(count, "0"), exponent };
}

function exponentText(exponent: number): string {
  const e = String(Math.abs(exponent));
  return `${exponent < 0 ? "-" : "+"}${e.length < 2 ? "0" : ""}${e}`;
}

function exponential(d: Decimal, alternate: boolean): string {
  const rest = d.digits.slice(1);
  return `${d.digits[0]}${rest !== "" || alternate ? "." : ""}${rest}e${exponentText(d.exponent)}`;
}

function positional(d: Decimal): string {
  const point = d.exponent + 1;
  if (point <= 0) return `0.${"0".repeat(-point)}${d.digits}`;
  if (point >= d.digits.length) return d.digits + "0".repeat(point - d.digits.length);
  return `${d.digits.slice(0, point)}.${d.digits.slice(point)}`;
}

/** `repr(x)`: "0.1", "1e+16", "1e-05", "inf", "-0.0". */
export function reprFloat(x: number): string {
  if (x !== x) return "nan";
  if (x === Infinity) return "inf";
  if (x === -Infinity) return "-inf";
  if (Number.isInteger(x) && Math.abs(x) < 1e16) return `${Object.is(x, -0) ? "-0" : x}.0`;
  return (x < 0 ? "-" : "") + unsignedRepr(x, true);
}

/** Text of |x| as in repr; `dotZero` adds ".0" to integers. */
function unsignedRepr(x: number, dotZero: boolean): string {
  const d = shortest(x);
  if (d.exponent < -4 || d.exponent >= 16) return exponential(d, false);
  const s = positional(d);
  return dotZero && !s.includes(".") ? `${s}.0` : s;
}

/**
 * Text of |x| for a presentation type: "e", "f", "g", "r" (repr), and "s" (format() without a type but with a
 * precision: as "g" with at least one digit after the point). Infinite and NaN give "inf" and "nan".
 */
export function formatMagnitude(
  x: number,
  type: "e" | "f" | "g" | "r" | "s",
  precision: number,
  alternate: boolean,
): string {
  if (x !== x) return "nan";
  if (x === Infinity || x === -Infinity) return "inf";
  switch (type) {
    case "r": {
      const s = unsignedRepr(x, true);
      return alternate && s.includes("e") && !s.includes(".") ? s.replace("e", ".e") : s;
    }
    case "f":
      return fixed(x, precision) + (alternate && precision === 0 ? "." : "");
    case "e":
      return exponential(significant(x, precision + 1), alternate);
    case "g":
    case "s": {
      const count = precision === 0 ? 1 : precision;
      const d = significant(x, count);
      const useExponent = d.exponent < -4 || d.exponent >= count - (type === "s" ? 1 : 0);
      if (!alternate) d.digits = d.digits.replace(/(?!^)0+$/, "");
      if (useExponent) return exponential(d, alternate);
      let s = positional(d);
      if (!s.includes(".")) {
        if (alternate) s += ".";
        else if (type === "s") s += ".0";
      }
      return s;
    }
  }
}

/** `round(x, digits)` for a finite x: nearest with so many digits, ties to even by the exact value. */
export function roundFloat(x: number, digits: number): number {
  if (digits > 323 || x === 0) return x;
  if (digits < -309) return x < 0 ? -0 : 0;
  const a = Math.abs(x);
  const n = scaled(a, digits);
  const r = digits >= 0 ? Number(`${n}e-${digits}`) : Number(`${n}e${-digits}`);
  return x < 0 ? -r : r;
}

/** x rounded to an integer, ties to even. */
export function roundEven(x: number): number {
  const f = Math.floor(x);
  const d = x - f;
  if (d < 0.5) return f;
  if (d > 0.5) return f + 1;
  return f % 2 === 0 ? f : f + 1;
}

/** Quotient and remainder as float's divmod gives them; b is not zero. */
export function divmodFloat(a: number, b: number): [number, number] {
  let mod = a % b;
  let div = (a - mod) / b;
  if (mod !== 0) {
    if (b < 0 !== mod < 0) {
      mod += b;
      div -= 1;
    }
  } else mod = b < 0 ? -0 : 0;
  let floor: number;
  if (div !== 0) {
    floor = Math.floor(div);
    if (div - floor > 0.5) floor += 1;
  } else floor = a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  return [floor, mod];
}

/** `float.hex()`. */
export function hexFloat(x: number): string {
  if (!Number.isFinite(x)) return reprFloat(x);
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  if (x === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = decompose(x);
  const normalised = mantissa >= 4503599627370496;
  const fraction = BigInt(mantissa) & 0xfffffffffffffn;
  const e = exponent + 52;
  return `${sign}0x${normalised ? 1 : 0}.${fraction.toString(16).padStart(13, "0")}p${e < 0 ? "-" : "+"}${Math.abs(e)}`;
}
