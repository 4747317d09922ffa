/**
 * `x ** y` of floats, correctly rounded in nearly all cases: JS engines leave an error in the last digit of some 8 % of
 * random powers where CPython (the C library) does not. Logarithm and exponential are computed in double-double
 * arithmetic (about 106 bits): a pair [high, low] stands for their sum. Pure.
 */

type Pair = readonly [high: number, low: number];

function fastSum(a: number, b: number): Pair {
  const s = a + b;
  return [s, b - (s - a)];
}

function sum(a: number, b: number): Pair {
  const s = a + b;
  const t = s - a;
  return [s, a - (s - t) + (b - t)];
}

/** Exact product (Dekker). */
function product(a: number, b: number): Pair {
  const p = a * b;
  const s = 134217729 * a;
  const ah = s - (s - a);
  const al = a - ah;
  const t = 134217729 * b;
  const bh = t - (t - b);
  const bl = b - bh;
  return [p, ah * bh - p + ah * bl + al * bh + al * bl];
}

function multiply(x: Pair, y: Pair): Pair {
  const [p, e] = product(x[0], y[0]);
  return fastSum(p, e + (x[0] * y[1] + x[1] * y[0]));
}

function add(x: Pair, y: Pair): Pair {
  const [s, e] = sum(x[0], y[0]);
  const [t, f] = sum(x[1], y[1]);
  const [h, l] = fastSum(s, e + t);
  return fastSum(h, l + f);
}

function divide(x: Pair, y: Pair): Pair {
  const q1 = x[0] / y[0];
  let r = add(x, multiply([-q1, 0], y));
  const q2 = r[0] / y[0];
  r = add(r, multiply([-q2, 0], y));
  return add(fastSum(q1, q2), [r[0] / y[0], 0]);
}

const ln2: Pair = [0.6931471805599453, 2.3190468138462996e-17];

/** The length of a vector of finite numbers of magnitude below one: the square root of the sum of their squares. */
export function vectorLength(values: readonly number[]): number {
  let total: Pair = [0, 0];
  for (const value of values) total = add(total, product(value, value));
  const root = Math.sqrt(total[0]);
  if (root === 0) return 0;
  const [square, low] = product(root, root);
  return root + (total[0] - square - low + total[1]) / (2 * root);
}

/** log(x) of a positive normal float. */
function log(x: number): Pair {
  let k = Math.floor(Math.log2(x));
  let m = x / 2 ** k;
  if (m > Math.SQRT2) {
    m /= 2;
    k++;
  } else if (m < Math.SQRT1_2) {
    m *= 2;
    k--;
  }
  // 2 artanh((m - 1) / (m + 1))
  const s = divide(sum(m, -1), sum(m, 1));
  const square = multiply(s, s);
  let power = s;
  let total = s;
  for (let i = 3; i < 200; i += 2) {
    power = multiply(power, square);
    const term = divide(power, [i, 0]);
    total = add(total, term);
    if (Math.abs(term[0]) <= Math.abs(total[0]) * 1e-33) break;
  }
  return add([2 * total[0], 2 * total[1]], multiply(ln2, [k, 0]));
}

/** exp(y) as a float and a power of two. */
function exp(y: Pair): { value: number; exponent: number } {
  const exponent = Math.round(y[0] / ln2[0]);
  const r = add(y, multiply(ln2, [-exponent, 0]));
  const small: Pair = [r[0] / 256, r[1] / 256];
  let term: Pair = [1, 0];
  let total: Pair = [0, 0];
  for (let i = 1; i < 30; i++) {
    term = divide(multiply(term, small), [i, 0]);
    total = add(total, term);
    if (Math.abs(term[0]) < 1e-35) break;
  }
  // (1 + t)**2 - 1 = 2t + t**2, eight times
  for (let i = 0; i < 8; i++) total = add([2 * total[0], 2 * total[1]], multiply(total, total));
  return { value: add([1, 0], total)[0], exponent };
}

/**
 * `a ** (n / 2)` of a positive float and a whole number n, the usual powers: by squaring in double-double arithmetic
 * (written out, without pairs) and one square root. All intermediate values must be far from over- and underflow.
 */
function halfPower(a: number, n: number): number {
  const odd = n % 2 !== 0;
  let count = odd ? Math.abs(n) : Math.abs(n) / 2;
  let [high, low, baseHigh, baseLow] = [1, 0, a, 0];
  for (;;) {
    if (count % 2 === 1) {
      const p = high * baseHigh;
      const e = productError(high, baseHigh, p) + (high * baseLow + low * baseHigh);
      high = p + e;
      low = e - (high - p);
    }
    count = Math.floor(count / 2);
    if (count === 0) break;
    const p = baseHigh * baseHigh;
    const e = productError(baseHigh, baseHigh, p) + 2 * baseHigh * baseLow;
    baseHigh = p + e;
    baseLow = e - (baseHigh - p);
  }
  if (odd) {
    const s = Math.sqrt(high);
    const square = s * s;
    const e = (high - square - productError(s, s, square) + low) / (2 * s);
    high = s + e;
    low = e - (high - s);
  }
  if (n > 0) return high;
  const q = 1 / high;
  const p = q * high;
  return q + (1 - p - productError(q, high, p) - q * low) * q;
}

/** What `a * b` lost when it was rounded to `p` (Dekker). */
function productError(a: number, b: number, p: number): number {
  const s = 134217729 * a;
  const ah = s - (s - a);
  const al = a - ah;
  const t = 134217729 * b;
  const bh = t - (t - b);
  const bl = b - bh;
  return ah * bh - p + ah * bl + al * bh + al * bl;
}

/** `a ** b` of finite floats whose power is real; what over- or underflows is left to the engine. */
export function power(a: number, b: number): number {
  if (b === 1) return a;
  if (b === 2) return a * a;
  if (b === -1) return 1 / a;
  const rough = a ** b;
  const magnitude = Math.abs(a);
  if (!(Math.abs(rough) > 1e-290 && Math.abs(rough) < 1e290) || magnitude < 1e-290 || magnitude > 1e290)
    return rough;
  if (b === 0.5) return Math.sqrt(a);
  if (Number.isSafeInteger(rough) && Number.isInteger(a) && b > 0) return rough;
  const n = 2 * b;
  const size = Math.abs(rough);
  if (Number.isInteger(n) && n >= -64 && n <= 64 && size > 1e-60 && size < 1e60) {
    const r = halfPower(magnitude, n);
    return rough < 0 ? -r : r;
  }
  const { value, exponent } = exp(multiply(log(magnitude), [b, 0]));
  const r = value * 2 ** exponent;
  return rough < 0 ? -r : r;
}
