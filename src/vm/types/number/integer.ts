/**
 * Exact integer arithmetic on the two forms of an int: a JS number while it is a safe integer, else a bigint.
 * Every result is normalised back to a number where it fits. Pure; what may grow charges the budget first.
 */

export type Int = number | bigint;

/** What pure algorithms ask of their surroundings: how to make an exception, and the budget. */
export interface Context {
  error(type: string, message: string): unknown;
  /** sys.set_int_max_str_digits(); 0 is no limit, absent CPython's 4300. */
  readonly maxStrDigits?: number;
  readonly budget: {
    allocate(bytes: number): void;
    step(n?: number): void;
    readonly limits: { readonly integerBits: number };
    fail(limit: "integerBits"): never;
  };
}

const maxSafe = BigInt(Number.MAX_SAFE_INTEGER);
const minSafe = BigInt(Number.MIN_SAFE_INTEGER);

/** A bigint as a number where that is exact. */
export function normal(b: bigint): Int {
  return b <= maxSafe && b >= minSafe ? Number(b) : b;
}

/** Bits of the magnitude. */
export function bitLength(v: Int): number {
  if (typeof v === "number") {
    const a = Math.abs(v);
    if (a < 2147483648) return 32 - Math.clz32(a);
    const high = Math.floor(a / 4294967296);
    return high === 0 ? 32 : 64 - Math.clz32(high);
  }
  const hex = (v < 0n ? -v : v).toString(16);
  return hex.length * 4 - (Math.clz32(parseInt(hex[0], 16)) - 28);
}

/** Number of one bits of the magnitude. */
export function bitCount(v: Int): number {
  let n = 0;
  for (const c of (v < 0 ? -v : v).toString(2)) if (c === "1") n++;
  return n;
}

/** Charges for an integer of so many bits. */
export function chargeBits(cx: Context, bits: number): void {
  if (bits > cx.budget.limits.integerBits) cx.budget.fail("integerBits");
  if (bits > 4096) cx.budget.allocate(bits >>> 3);
}

/** Charges for turning an integer of so many bits into digits or back, which takes more than linear time. */
export function chargeDigits(cx: Context, bits: number): void {
  chargeBits(cx, bits);
  if (bits > 8192) cx.budget.step(Math.min(2 ** 31, Math.ceil((bits / 64) * Math.sqrt(bits / 64) * 0.1)));
}

export function add(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const r = a + b;
    if (Number.isSafeInteger(r)) return r;
  }
  return normal(BigInt(a) + BigInt(b));
}

export function subtract(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const r = a - b;
    if (Number.isSafeInteger(r)) return r;
  }
  return normal(BigInt(a) - BigInt(b));
}

export function multiply(cx: Context, a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const r = a * b;
    if (Number.isSafeInteger(r)) return r === 0 ? 0 : r;
  }
  const bits = bitLength(a) + bitLength(b);
  chargeBits(cx, bits);
  if (bits > 8192) cx.budget.step(Math.min(2 ** 31, Math.ceil((bits / 64) * Math.sqrt(bits / 64) * 0.1)));
  return normal(BigInt(a) * BigInt(b));
}

/** `a // b`, rounded towards minus infinity; b is not zero. */
export function floorDivide(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const r = a - modulo(a, b);
    if (Number.isSafeInteger(r)) {
      const q = r / b; // exact: r is a multiple of b
      return q === 0 ? 0 : q;
    }
  }
  const x = BigInt(a);
  const y = BigInt(b);
  const q = x / y;
  return normal(x % y !== 0n && x < 0n !== y < 0n ? q - 1n : q);
}

/** `a % b` with the sign of b; b is not zero. */
export function modulo(a: number, b: number): number;
export function modulo(a: Int, b: Int): Int;
export function modulo(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const r = a % b;
    if (r === 0) return 0;
    return r < 0 !== b < 0 ? r + b : r;
  }
  const x = BigInt(a);
  const y = BigInt(b);
  const r = x % y;
  return normal(r !== 0n && r < 0n !== y < 0n ? r + y : r);
}

/** `a ** b` for b >= 0. */
export function power(cx: Context, a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const r = a ** b;
    if (Number.isSafeInteger(r) && Math.abs(r) < 2 ** 50) return r === 0 ? 0 : r;
  }
  if (a === 0 || a === 1) return b === 0 ? 1 : a;
  if (a === -1) return BigInt(b) % 2n === 0n ? 1 : -1;
  const bits = bitLength(a) * Number(b);
  chargeBits(cx, bits);
  if (bits > 8192) cx.budget.step(Math.ceil((bits / 64) * Math.sqrt(bits / 64) * 0.1));
  return normal(BigInt(a) ** BigInt(b));
}

/** `pow(a, b, m)`, for negative b with the modular inverse; ValueError where there is none. */
export function powerModulo(cx: Context, a: Int, b: Int, m: Int): Int {
  if (m === 0) throw cx.error("ValueError", "pow() 3rd argument cannot be 0");
  const modulus = BigInt(m);
  const absolute = modulus < 0n ? -modulus : modulus;
  let base = BigInt(modulo(a, normal(absolute)));
  let exponent = BigInt(b);
  if (exponent < 0n) {
    base = inverse(cx, base, absolute);
    exponent = -exponent;
  }
  const words = bitLength(m) / 64 + 1;
  cx.budget.step(Math.ceil(bitLength(exponent) * words * words * 0.02));
  let result = 1n % absolute;
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * base) % absolute;
    base = (base * base) % absolute;
  }
  return modulo(normal(result), m);
}

function inverse(cx: Context, a: bigint, m: bigint): bigint {
  let [r0, r1, s0, s1] = [m, a % m, 0n, 1n];
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1, s0, s1] = [r1, r0 - q * r1, s1, s0 - q * s1];
  }
  if (r0 !== 1n) throw cx.error("ValueError", "base is not invertible for the given modulus");
  return s0 < 0n ? s0 + m : s0;
}

export function negate(a: Int): Int {
  return typeof a === "number" ? (a === 0 ? 0 : -a) : normal(-a);
}

export function invert(a: Int): Int {
  return subtract(-1, a);
}

function small32(a: Int, b: Int): boolean {
  return typeof a === "number" && typeof b === "number" && (a | 0) === a && (b | 0) === b;
}

export function and(a: Int, b: Int): Int {
  return small32(a, b) ? (a as number) & (b as number) : normal(BigInt(a) & BigInt(b));
}
export function or(a: Int, b: Int): Int {
  return small32(a, b) ? (a as number) | (b as number) : normal(BigInt(a) | BigInt(b));
}
export function xor(a: Int, b: Int): Int {
  return small32(a, b) ? (a as number) ^ (b as number) : normal(BigInt(a) ^ BigInt(b));
}

export function shiftLeft(cx: Context, a: Int, n: Int): Int {
  if (n < 0) throw cx.error("ValueError", "negative shift count");
  if (a === 0) return 0;
  if (typeof a === "number" && typeof n === "number" && n < 53) {
    const r = a * 2 ** n;
    if (Number.isSafeInteger(r)) return r;
  }
  if (n > 0x7fffffffffff) cx.budget.fail("integerBits");
  chargeBits(cx, bitLength(a) + Number(n));
  return normal(BigInt(a) << BigInt(n));
}

export function shiftRight(cx: Context, a: Int, n: Int): Int {
  if (n < 0) throw cx.error("ValueError", "negative shift count");
  if (typeof a === "number") {
    if (n >= 54) return a < 0 ? -1 : 0;
    return Math.floor(a / 2 ** Number(n));
  }
  if (n > bitLength(a)) return a < 0n ? -1 : 0;
  return normal(a >> BigInt(n));
}

/** -1, 0 or 1; exact between numbers and bigints. */
export function compare(a: Int, b: Int): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Exact comparison of an int with a finite or infinite float; NaN gives NaN. */
export function compareFloat(a: Int, f: number): number {
  if (f !== f) return NaN;
  return a < f ? -1 : a > f ? 1 : 0; // JS compares bigint and number exactly
}

/** The nearest float (ties to even); OverflowError when there is none. */
export function toFloat(cx: Context, v: Int, message = "int too large to convert to float"): number {
  if (typeof v === "number") return v;
  const f = Number(v); // rounds to nearest even
  if (!Number.isFinite(f)) throw cx.error("OverflowError", message);
  return f;
}

/** `a / b` of ints, correctly rounded; b is not zero. */
export function trueDivide(cx: Context, a: Int, b: Int): number {
  if (typeof a === "number" && typeof b === "number") return a / b;
  const negative = a < 0 !== b < 0;
  let x = BigInt(a);
  let y = BigInt(b);
  if (x < 0n) x = -x;
  if (y < 0n) y = -y;
  // A quotient of 66 bits or more with a sticky bit rounds once, in the conversion to a float.
  const shift = bitLength(normal(y)) - bitLength(normal(x)) + 66;
  if (shift > 1300) return negative ? -0 : 0;
  let q = shift > 0 ? (x << BigInt(shift)) / y : x / (y << BigInt(-shift));
  const exact = shift > 0 ? q * y === x << BigInt(shift) : q * (y << BigInt(-shift)) === x;
  if (!exact) q |= 1n;
  const f = scale(q, -shift);
  if (!Number.isFinite(f)) throw cx.error("OverflowError", "integer division result too large for a float");
  return negative ? -f : f;
}

/** q * 2**e rounded once to a float (nearest, ties to even), subnormals included. */
export function scale(q: bigint, e: number): number {
  const bits = bitLength(normal(q));
  if (bits + e > 1025) return Infinity;
  // Keep only the bits that the result can hold, with a sticky bit below.
  const lowest = Math.max(bits + e - 53, -1074) - 2;
  const drop = lowest - e;
  if (drop > 0) {
    const kept = q >> BigInt(drop);
    const lost = kept << BigInt(drop) !== q;
    q = lost ? kept | 1n : kept;
    e += drop;
    // kept has two guard bits: round by hand, ties to even
    const low = Number(q & 3n);
    q >>= 2n;
    e += 2;
    if (low === 3 || (low === 2 && q & 1n)) q += 1n;
  }
  let f = Number(q);
  while (e > 1000) {
    f *= 2 ** 1000;
    e -= 1000;
  }
  if (e >= -1000) return f * 2 ** e;
  // f has at most the bits that fit, so both steps are exact
  return f * 2 ** -1000 * 2 ** (e + 1000);
}

const mersenne61 = (1n << 61n) - 1n;

/** CPython's hash of an int: modulo 2**61-1, with the sign, and -2 for -1. */
export function hashInt(v: Int): Int {
  if (typeof v === "number") return v === -1 ? -2 : v;
  const m = (v < 0n ? -v : v) % mersenne61;
  const h = v < 0n ? -m : m;
  return h === -1n ? -2 : normal(h);
}

/** CPython's hash of a float. */
export function hashFloat(f: number): Int {
  if (Number.isInteger(f)) return hashInt(Number.isSafeInteger(f) ? (f === 0 ? 0 : f) : BigInt(f));
  if (f === Infinity) return 314159;
  if (f === -Infinity) return -314159;
  const { mantissa, exponent } = decompose(f);
  const shift = ((exponent % 61) + 61) % 61;
  const h = (BigInt(mantissa) << BigInt(shift)) % mersenne61;
  const signed = f < 0 ? -h : h;
  return signed === -1n ? -2 : normal(signed);
}

/** |f| = mantissa * 2**exponent with an integer mantissa; f is finite. */
export function decompose(f: number): { mantissa: number; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(f));
  const high = view.getUint32(0);
  const low = view.getUint32(4);
  const biased = high >>> 20;
  const fraction = (high & 0xfffff) * 4294967296 + low;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction + 4503599627370496, exponent: biased - 1075 };
}

/** round(v, ndigits) for negative ndigits: to a multiple of a power of ten, ties to even. */
export function roundToTens(v: Int, digits: number): Int {
  const x = BigInt(v);
  if (digits > 1 + (typeof v === "bigint" ? v.toString().length : 17)) return 0;
  const unit = 10n ** BigInt(digits);
  const low = ((x % unit) + unit) % unit;
  const floor = x - low;
  const twice = low * 2n;
  const up = twice > unit || (twice === unit && (floor / unit) % 2n !== 0n);
  return normal(up ? floor + unit : floor);
}

/** Greatest common divisor, not negative. */
export function gcd(a: Int, b: Int): Int {
  let x = BigInt(a);
  let y = BigInt(b);
  if (x < 0n) x = -x;
  if (y < 0n) y = -y;
  while (y !== 0n) [x, y] = [y, x % y];
  return normal(x);
}

/** Floor of the square root of v >= 0. */
export function isqrt(v: Int): Int {
  if (typeof v === "number" && v < 2 ** 52) return Math.floor(Math.sqrt(v));
  const n = BigInt(v);
  let x = 1n << BigInt((bitLength(v) + 1) >> 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return normal(x);
    x = y;
  }
}

/** Big-endian or little-endian bytes of v (`int.to_bytes`). */
export function toBytes(cx: Context, v: Int, length: number, little: boolean, signed: boolean): Uint8Array {
  if (v < 0 && !signed) throw cx.error("OverflowError", "can't convert negative int to unsigned");
  const bits = signed ? bitLength(v < 0 ? invert(v) : v) + 1 : bitLength(v);
  if (bits > length * 8 && !(v === 0 && length === 0))
    throw cx.error("OverflowError", "int too big to convert");
  cx.budget.allocate(length);
  const out = new Uint8Array(length);
  const hex = BigInt.asUintN(length * 8, BigInt(v))
    .toString(16)
    .padStart(length * 2, "0");
  for (let i = 0; i < length; i++) {
    const byte = parseInt(hex.substr(i * 2, 2), 16);
    out[little ? length - 1 - i : i] = byte;
  }
  return out;
}

/** The int of bytes (`int.from_bytes`). */
export function fromBytes(bytes: ArrayLike<number>, little: boolean, signed: boolean): Int {
  const n = bytes.length;
  if (n === 0) return 0;
  const parts: string[] = [];
  for (let i = 0; i < n; i++) parts.push(bytes[little ? n - 1 - i : i].toString(16).padStart(2, "0"));
  const v = BigInt(`0x${parts.join("")}`);
  return normal(signed ? BigInt.asIntN(n * 8, v) : v);
}
