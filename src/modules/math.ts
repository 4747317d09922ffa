/** `math`: over the host's floating point (IEEE 754), exact for ints of any size where CPython is. */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { power, vectorLength } from "../vm/types/number/power.js";
import { addFunctions, floatOf, type Functions } from "./support.js";

export function installMath(rt: Runtime): void {
  rt.registerModule("math", (_, module) => {
    for (const [name, value] of Object.entries({
      pi: Math.PI,
      e: Math.E,
      tau: 2 * Math.PI,
      inf: Infinity,
      nan: NaN,
    }))
      module.setStr(name, rt.float(value));
    addFunctions(rt, module, mathFunctions(rt));
  });
}

const big = (v: number | bigint): bigint => BigInt(v);

function isqrt(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

/** from * (from + 1) * ... * to, halves multiplied last so that both factors stay of one size. */
function productOf(from: bigint, to: bigint): bigint {
  if (from > to) return 1n;
  if (to - from < 16n) {
    let result = from;
    for (let i = from + 1n; i <= to; i++) result *= i;
    return result;
  }
  const middle = (from + to) >> 1n;
  return productOf(from, middle) * productOf(middle + 1n, to);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Shewchuk's exact sum, rounded once. */
function fsum(values: readonly number[]): number {
  const partials: number[] = [];
  let special = 0;
  for (let x of values) {
    if (!Number.isFinite(x)) {
      special += x;
      continue;
    }
    let i = 0;
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const hi = x + y;
      const lo = y - (hi - x);
      if (lo !== 0) partials[i++] = lo;
      x = hi;
    }
    partials.length = i;
    partials.push(x);
  }
  if (special !== 0 || Number.isNaN(special)) return special;
  let n = partials.length;
  if (n === 0) return 0;
  let hi = partials[--n];
  let lo = 0;
  while (n > 0) {
    const x = hi;
    const y = partials[--n];
    hi = x + y;
    lo = y - (hi - x);
    if (lo !== 0) break;
  }
  // Half-even rounding across partials.
  if (n > 0 && ((lo < 0 && partials[n - 1] < 0) || (lo > 0 && partials[n - 1] > 0))) {
    const y = lo * 2;
    const x = hi + y;
    if (y === x - hi) hi = x;
  }
  return hi;
}

const lanczosG = 6.024680040776729583740234375;
const lanczosNum = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
const lanczosDen = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

function lanczosSum(x: number): number {
  let num = 0;
  let den = 0;
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      num = num * x + lanczosNum[i];
      den = den * x + lanczosDen[i];
    }
  } else {
    for (let i = 0; i < 13; i++) {
      num = num / x + lanczosNum[i];
      den = den / x + lanczosDen[i];
    }
  }
  return num / den;
}

function gamma(x: number): number | "domain" | "range" {
  if (!Number.isFinite(x)) return Number.isNaN(x) || x > 0 ? x : "domain";
  if (x === 0) return "domain";
  if (Number.isInteger(x)) {
    if (x < 0) return "domain";
    if (x <= 23) {
      let result = 1;
      for (let i = 2; i < x; i++) result *= i;
      return result;
    }
  }
  const abs = Math.abs(x);
  if (abs < 1e-20) {
    const r = 1 / x;
    return Number.isFinite(r) ? r : "range";
  }
  if (abs > 200) return x < 0 ? 0 / Math.sin(Math.PI * x) : "range";
  const y = abs + lanczosG - 0.5;
  let z: number;
  if (abs > lanczosG - 0.5) z = y - abs - (lanczosG - 0.5);
  else z = y - (lanczosG - 0.5) - abs;
  z = (z * lanczosG) / y;
  let r: number;
  if (x < 0) {
    r = ((-Math.PI / Math.sin(Math.PI * (abs % 2 === 0 ? 0 : abs)) / abs) * Math.exp(y)) / lanczosSum(abs);
    r -= z * r;
    if (abs < 140) r /= Math.pow(y, abs - 0.5);
    else {
      const sqrt = Math.pow(y, abs / 2 - 0.25);
      r /= sqrt;
      r /= sqrt;
    }
  } else {
    r = lanczosSum(abs) / Math.exp(y);
    r += z * r;
    if (abs < 140) r *= Math.pow(y, abs - 0.5);
    else {
      const sqrt = Math.pow(y, abs / 2 - 0.25);
      r *= sqrt;
      r *= sqrt;
    }
  }
  return Number.isFinite(r) ? r : "range";
}

function lgamma(x: number): number | "domain" {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? "domain" : 0;
  const abs = Math.abs(x);
  if (abs < 1e-20) return -Math.log(abs);
  let r = Math.log(lanczosSum(abs)) - lanczosG + (abs - 0.5) * (Math.log(abs + lanczosG - 0.5) - 1);
  if (x < 0) r = Math.log(Math.PI) - Math.log(Math.abs(Math.sin(Math.PI * abs))) - Math.log(abs) - r;
  return r;
}

function erfSeries(x: number): number {
  const x2 = x * x;
  let acc = 0;
  let fk = 25.5;
  for (let i = 0; i < 25; i++) {
    acc = 2 + (x2 * acc) / fk;
    fk -= 1;
  }
  return (acc * x * Math.exp(-x2)) / Math.sqrt(Math.PI);
}

function erfcFraction(x: number): number {
  if (x >= 30) return 0;
  const x2 = x * x;
  let a = 0;
  let da = 0.5;
  let p = 1;
  let p1 = 0;
  let q = da + x2;
  let q1 = 1;
  for (let i = 0; i < 50; i++) {
    a += da;
    da += 2;
    const b = da + x2;
    [p, p1] = [b * p - a * p1, p];
    [q, q1] = [b * q - a * q1, q];
  }
  return ((p / q) * x * Math.exp(-x2)) / Math.sqrt(Math.PI);
}

function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const abs = Math.abs(x);
  if (abs < 1.5) return erfSeries(x);
  const cf = erfcFraction(abs);
  return x > 0 ? 1 - cf : cf - 1;
}

function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  const abs = Math.abs(x);
  if (abs < 1.5) return 1 - erfSeries(x);
  const cf = erfcFraction(abs);
  return x > 0 ? cf : 2 - cf;
}

/** The length of a vector, rounded once. */
function norm(values: readonly number[]): number {
  const most = Math.max(0, ...values.map((v) => (Number.isNaN(v) ? 0 : Math.abs(v))));
  if (most === Infinity) return most;
  if (values.some(Number.isNaN)) return NaN;
  if (most === 0 || values.length === 1) return most;
  // Scaled by a power of two, so that squares neither overflow nor vanish.
  const exponent = frexp(most)[1];
  return ldexp(vectorLength(values.map((v) => ldexp(v, -exponent))), exponent);
}

function frexp(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  let exponent = (view.getUint16(0) >> 4) & 0x7ff;
  if (exponent === 0) {
    const [m, e] = frexp(x * 2 ** 64);
    return [m, e - 64];
  }
  exponent -= 1022;
  return [x / 2 ** Math.min(exponent, 1023) / 2 ** Math.max(0, exponent - 1023), exponent];
}

function ldexp(x: number, n: number): number {
  let value = x;
  let left = n;
  while (left > 1000 && value !== 0 && Number.isFinite(value)) {
    value *= 2 ** 1000;
    left -= 1000;
  }
  if (left < -1000) {
    // One rounding only: bring the mantissa down in a single step.
    const [m, e] = frexp(value);
    const target = e + left;
    if (target < -1100) return x < 0 ? -0 : 0;
    return m * 2 ** Math.max(-1000, target) * 2 ** Math.min(0, target + 1000);
  }
  return value * 2 ** Math.max(-1000, Math.min(1000, left));
}

function nextafter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, bits + (y > x === x > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

function mathFunctions(rt: Runtime): Functions {
  const x = (o: PyObject): number => floatOf(rt, o);
  const float = (value: number): PyObject => rt.float(value);
  const domain = (): PyObject => rt.error("ValueError", "math domain error");
  const range = (): PyObject => rt.error("OverflowError", "math range error");
  /** A function of one float: NaN from a number is a domain error, infinity from a finite one a range error. */
  const one = (
    f: (x: number) => number,
    canOverflow = false,
  ): readonly [string, (o: PyObject) => PyObject] => [
    "(x, /)",
    (o) => {
      const value = x(o);
      const result = f(value);
      if (Number.isNaN(result) && !Number.isNaN(value)) throw domain();
      if (!Number.isFinite(result) && Number.isFinite(value)) throw canOverflow ? range() : domain();
      return float(result);
    },
  ];
  const special = (o: PyObject, name: string): PyObject | undefined => {
    if (rt.isInstance(o, rt.types["float"]) && o.ob$type === rt.types["float"]) return undefined;
    const method = rt.lookupSpecial(o, name);
    return method === undefined ? undefined : rt.call(method, []);
  };
  const toInt = (value: number): PyObject => {
    if (Number.isNaN(value)) throw rt.error("ValueError", "cannot convert float NaN to integer");
    if (!Number.isFinite(value)) throw rt.error("OverflowError", "cannot convert float infinity to integer");
    return rt.int(Number.isSafeInteger(value) ? (value === 0 ? 0 : value) : BigInt(value));
  };
  const integer = (o: PyObject): bigint => big(rt.index(o));
  /** Logarithm of ints beyond the range of a float too. */
  const log = (o: PyObject, f: (x: number) => number, ln2: number): number => {
    if (rt.isInt(o)) {
      const value = big(o.v as number | bigint);
      if (value <= 0n) throw domain();
      const bits = value.toString(2).length;
      if (bits > 1000) {
        const shift = BigInt(bits - 64);
        return f(Number(value >> shift)) + Number(shift) * ln2;
      }
      return f(Number(value));
    }
    const value = x(o);
    if (value <= 0) throw domain();
    return f(value);
  };
  const nonNegative = (o: PyObject, message: string): bigint => {
    const n = integer(o);
    if (n < 0n) throw rt.error("ValueError", message);
    return n;
  };
  /** Charges a product of `n` factors up to `largest` before it is made. */
  const charge = (n: bigint, largest: bigint): void => {
    const bits = Number(n) * (largest.toString(2).length + 1);
    rt.budget.allocate(Math.min(bits / 8, Number.MAX_SAFE_INTEGER));
    rt.budget.step(Math.ceil(Math.min(bits / 16, 1e12)) + 1);
  };
  const falling = (n: bigint, k: bigint): bigint => productOf(n - k + 1n, n);
  return {
    sqrt: one(Math.sqrt),
    cbrt: one(Math.cbrt),
    exp: one(Math.exp, true),
    exp2: one((v) => power(2, v), true),
    expm1: one(Math.expm1, true),
    sin: one(Math.sin),
    cos: one(Math.cos),
    tan: one(Math.tan),
    asin: one(Math.asin),
    acos: one(Math.acos),
    atan: one(Math.atan),
    sinh: one(Math.sinh, true),
    cosh: one(Math.cosh, true),
    tanh: one(Math.tanh),
    asinh: one(Math.asinh),
    acosh: one(Math.acosh),
    atanh: one(Math.atanh),
    log1p: one(Math.log1p),
    erf: one(erf),
    erfc: one(erfc),
    fabs: ["(x, /)", (o: PyObject) => float(Math.abs(x(o)))],
    degrees: ["(x, /)", (o: PyObject) => float(x(o) * (180 / Math.PI))],
    radians: ["(x, /)", (o: PyObject) => float(x(o) * (Math.PI / 180))],
    floor: ["(x, /)", (o: PyObject) => special(o, "__floor__") ?? toInt(Math.floor(x(o)))],
    ceil: ["(x, /)", (o: PyObject) => special(o, "__ceil__") ?? toInt(Math.ceil(x(o)))],
    trunc: [
      "(x, /)",
      (o: PyObject) => {
        if (o.ob$type === rt.types["float"]) return toInt(Math.trunc(o.v as number));
        const result = special(o, "__trunc__");
        if (result === undefined)
          throw rt.error("TypeError", `type ${rt.tpName(o)} doesn't define __trunc__ method`);
        return result;
      },
    ],
    isnan: ["(x, /)", (o: PyObject) => Number.isNaN(x(o))],
    isinf: ["(x, /)", (o: PyObject) => Math.abs(x(o)) === Infinity],
    isfinite: ["(x, /)", (o: PyObject) => Number.isFinite(x(o))],
    isclose: [
      "(a, b, *, rel_tol=0.000000001, abs_tol=0.0)",
      (a: PyObject, b: PyObject, rel: PyObject, abs: PyObject) => {
        const [p, q, r, s] = [x(a), x(b), x(rel), x(abs)];
        if (r < 0 || s < 0) throw rt.error("ValueError", "tolerances must be non-negative");
        if (p === q) return true;
        if (!Number.isFinite(p) || !Number.isFinite(q)) return false;
        const diff = Math.abs(q - p);
        return diff <= Math.abs(r * q) || diff <= Math.abs(r * p) || diff <= s;
      },
    ],
    copysign: [
      "(x, y, /)",
      (a: PyObject, b: PyObject) => {
        const [magnitude, sign] = [Math.abs(x(a)), x(b)];
        const negative = sign < 0 || Object.is(sign, -0);
        return float(negative ? -magnitude : magnitude);
      },
    ],
    atan2: ["(y, x, /)", (a: PyObject, b: PyObject) => float(Math.atan2(x(a), x(b)))],
    pow: [
      "(x, y, /)",
      (a: PyObject, b: PyObject) => {
        const [p, q] = [x(a), x(b)];
        if (p === 1 || q === 0) return float(1);
        const result = p === -1 && Math.abs(q) === Infinity ? 1 : p ** q;
        if (Number.isNaN(result) && !Number.isNaN(p) && !Number.isNaN(q)) throw domain();
        if (!Number.isFinite(result) && Number.isFinite(p) && Number.isFinite(q))
          throw p === 0 ? domain() : range();
        return float(result);
      },
    ],
    fmod: [
      "(x, y, /)",
      (a: PyObject, b: PyObject) => {
        const [p, q] = [x(a), x(b)];
        const result = p % q;
        if (Number.isNaN(result) && !Number.isNaN(p) && !Number.isNaN(q)) throw domain();
        return float(result);
      },
    ],
    remainder: [
      "(x, y, /)",
      (a: PyObject, b: PyObject) => {
        const [p, q] = [x(a), x(b)];
        if (Number.isNaN(p) || Number.isNaN(q)) return float(NaN);
        if (!Number.isFinite(p) || q === 0) throw domain();
        if (!Number.isFinite(q)) return float(p);
        const absX = Math.abs(p);
        const absY = Math.abs(q);
        const m = absX % absY;
        const c = absY - m;
        const r = m < c ? m : m > c ? -c : m - 2 * ((0.5 * (absX - m)) % absY);
        return float(Math.sign(p) === -1 || Object.is(p, -0) ? -r : r);
      },
    ],
    modf: [
      "(x, /)",
      (o: PyObject) => {
        const value = x(o);
        if (!Number.isFinite(value))
          return rt.tuple([float(Number.isNaN(value) ? value : value > 0 ? 0 : -0), float(value)]);
        const whole = Math.trunc(value);
        const fraction = value - whole;
        return rt.tuple([
          float(fraction === 0 && (value < 0 || Object.is(value, -0)) ? -0 : fraction),
          float(whole),
        ]);
      },
    ],
    frexp: [
      "(x, /)",
      (o: PyObject) => {
        const [m, e] = frexp(x(o));
        return rt.tuple([float(m), rt.int(e)]);
      },
    ],
    ldexp: [
      "(x, i, /)",
      (o: PyObject, i: PyObject) => {
        const value = x(o);
        if (!rt.isInt(i)) throw rt.error("TypeError", "Expected an int as second argument to ldexp.");
        const result = ldexp(value, Math.max(-5000, Math.min(5000, Number(i.v))));
        if (!Number.isFinite(result) && Number.isFinite(value)) throw range();
        return float(result);
      },
    ],
    log: [
      "(x, base=..., /)",
      (o: PyObject, base: PyObject | undefined) => {
        const value = log(o, Math.log, Math.LN2);
        if (base === undefined) return float(value);
        const divisor = log(base, Math.log, Math.LN2);
        if (divisor === 0) throw rt.error("ZeroDivisionError", "float division by zero");
        return float(value / divisor);
      },
    ],
    log2: ["(x, /)", (o: PyObject) => float(log(o, Math.log2, 1))],
    log10: ["(x, /)", (o: PyObject) => float(log(o, Math.log10, Math.log10(2)))],
    gamma: [
      "(x, /)",
      (o: PyObject) => {
        const result = gamma(x(o));
        if (typeof result === "string") throw result === "domain" ? domain() : range();
        return float(result);
      },
    ],
    lgamma: [
      "(x, /)",
      (o: PyObject) => {
        const result = lgamma(x(o));
        if (result === "domain") throw domain();
        return float(result);
      },
    ],
    hypot: ["(*coordinates)", (values: PyObject[]) => float(norm(values.map(x)))],
    dist: [
      "(p, q, /)",
      (p: PyObject, q: PyObject) => {
        const [a, b] = [rt.toArray(p), rt.toArray(q)];
        if (a.length !== b.length)
          throw rt.error("ValueError", "both points must have the same number of dimensions");
        return float(norm(a.map((value, i) => x(value) - x(b[i]))));
      },
    ],
    fsum: ["(seq, /)", (seq: PyObject) => float(fsum(rt.toArray(seq).map(x)))],
    sumprod: [
      "(p, q, /)",
      (p: PyObject, q: PyObject) => {
        const [a, b] = [rt.toArray(p), rt.toArray(q)];
        if (a.length !== b.length) throw rt.error("ValueError", "Inputs are not the same length");
        return a.reduce(
          (sum, value, i) => rt.binary(sum, rt.binary(value, b[i], "multiply"), "add"),
          rt.int(0),
        );
      },
    ],
    prod: [
      "(iterable, /, *, start=1)",
      (iterable: PyObject, start: PyObject) => {
        let result = start;
        for (const item of rt.iterate(iterable)) result = rt.binary(result, item, "multiply");
        return result;
      },
    ],
    gcd: ["(*integers)", (values: PyObject[]) => rt.int(values.map(integer).reduce(gcd, 0n))],
    lcm: [
      "(*integers)",
      (values: PyObject[]) =>
        rt.int(
          values.map(integer).reduce((a, b) => {
            if (a === 0n || b === 0n) return 0n;
            const result = (a / gcd(a, b)) * b;
            return result < 0n ? -result : result;
          }, 1n),
        ),
    ],
    isqrt: ["(n, /)", (n: PyObject) => rt.int(isqrt(nonNegative(n, "isqrt() argument must be nonnegative")))],
    factorial: [
      "(n, /)",
      (n: PyObject) => {
        if (rt.isInstance(n, rt.types["float"]))
          throw rt.error("TypeError", "'float' object cannot be interpreted as an integer");
        const value = nonNegative(n, "factorial() not defined for negative values");
        charge(value, value);
        return rt.int(productOf(1n, value));
      },
    ],
    comb: [
      "(n, k, /)",
      (n: PyObject, k: PyObject) => {
        const a = nonNegative(n, "n must be a non-negative integer");
        let b = nonNegative(k, "k must be a non-negative integer");
        if (b > a) return rt.int(0);
        if (a - b < b) b = a - b;
        charge(b, a);
        return rt.int(falling(a, b) / productOf(1n, b));
      },
    ],
    perm: [
      "(n, k=None, /)",
      (n: PyObject, k: PyObject) => {
        const a = nonNegative(
          n,
          k === rt.none ? "factorial() not defined for negative values" : "n must be a non-negative integer",
        );
        const b = k === rt.none ? a : nonNegative(k, "k must be a non-negative integer");
        if (b > a) return rt.int(0);
        charge(b, a);
        return rt.int(falling(a, b));
      },
    ],
    nextafter: ["(x, y, /)", (a: PyObject, b: PyObject) => float(nextafter(x(a), x(b)))],
    ulp: [
      "(x, /)",
      (o: PyObject) => {
        const value = Math.abs(x(o));
        if (!Number.isFinite(value)) return float(value);
        const next = nextafter(value, Infinity);
        return float(Number.isFinite(next) ? next - value : value - nextafter(value, -Infinity));
      },
    ],
  };
}
