/** Python's complex: `.v` is {real, imag}. After CPython's Objects/complexobject.c where rounding or errors matter. */
import type { Operator, PyObject, Rt, TypeSpec } from "../support.js";
import { instance } from "../support.js";
import { formatComplex } from "../format.js";
import { reprFloat } from "./float.js";
import type { Int } from "./integer.js";
import { hashFloat, toFloat } from "./integer.js";
import { toAscii, tryParseFloat } from "./parse.js";

interface Complex {
  real: number;
  imag: number;
}
interface Self {
  v: Complex;
  ob$type: PyObject;
}

export function createComplex() {
  return function complex(this: { v: Complex }, real: number, imag: number): void {
    this.v = { real, imag };
  };
}

function short(x: number): string {
  const s = reprFloat(x);
  return s.endsWith(".0") ? s.slice(0, -2) : s;
}

function signed(x: number): string {
  const s = short(x);
  return s.startsWith("-") ? s : `+${s}`;
}

function reprComplex({ real, imag }: Complex): string {
  if (real === 0 && !Object.is(real, -0)) return `${short(imag)}j`;
  return `(${short(real)}${signed(imag)}j)`;
}

const multiply = (a: Complex, b: Complex): Complex => ({
  real: a.real * b.real - a.imag * b.imag,
  imag: a.real * b.imag + a.imag * b.real,
});

/** Smith's method, as CPython. */
function divide(a: Complex, b: Complex): Complex | undefined {
  const br = Math.abs(b.real);
  const bi = Math.abs(b.imag);
  if (br >= bi) {
    if (br === 0) return undefined;
    const ratio = b.imag / b.real;
    const d = b.real + b.imag * ratio;
    return { real: (a.real + a.imag * ratio) / d, imag: (a.imag - a.real * ratio) / d };
  }
  if (bi >= br) {
    const ratio = b.real / b.imag;
    const d = b.real * ratio + b.imag;
    return { real: (a.real * ratio + a.imag) / d, imag: (a.imag * ratio - a.real) / d };
  }
  return { real: NaN, imag: NaN };
}

/** The complex of trimmed text, or undefined. */
function parseComplex(text: string): Complex | undefined {
  let s = text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, "");
  if (s.startsWith("(") && s.endsWith(")")) s = s.slice(1, -1).replace(/^[\t-\r ]+|[\t-\r ]+$/g, "");
  const n = String.raw`(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?[\d_]+)?|inf(?:inity)?|nan`;
  const m = new RegExp(`^(?:([+-]?(?:${n})))?(?:([+-]?(?:${n})?)[jJ])?$`, "i").exec(s);
  if (m === null || s === "") return undefined;
  let re: string | undefined = m[1];
  let im: string | undefined = m[2];
  if (re !== undefined && im === undefined && /[jJ]$/.test(s)) return undefined;
  if (re !== undefined && im !== undefined && im !== "" && !/^[+-]/.test(im)) {
    // "12j" splits as "1" + "2j": all of it is the imaginary part
    im = re + im;
    re = undefined;
  } else if (re !== undefined && im === "") {
    im = re;
    re = undefined;
  }
  const value = (t: string): number | undefined =>
    t === "+" || t === "" ? 1 : t === "-" ? -1 : tryParseFloat(t);
  const real = re === undefined ? 0 : tryParseFloat(re);
  const imag = im === undefined ? 0 : value(im);
  return real === undefined || imag === undefined ? undefined : { real, imag };
}

export function complexSpec(rt: Rt, construct: any): TypeSpec {
  const Make = construct as new (real: number, imag: number) => any;
  const NI = rt.notImplemented;
  const make = (c: Complex): PyObject => new Make(c.real, c.imag);
  const operand = (o: any): Complex | undefined =>
    o instanceof construct
      ? o.v
      : o.$isFloat === true
        ? { real: o.v as number, imag: 0 }
        : o.$isInt === true
          ? { real: toFloat(rt, o.v as Int), imag: 0 }
          : undefined;
  const binary = (f: (a: Complex, b: Complex) => PyObject) =>
    [
      function (this: Self, other: PyObject) {
        const b = operand(other);
        return b === undefined ? NI : f(this.v, b);
      },
      function (this: Self, other: PyObject) {
        const a = operand(other);
        return a === undefined ? NI : f(a, this.v);
      },
    ] as const;
  const quotient = (a: Complex, b: Complex): Complex => {
    const q = divide(a, b);
    if (q === undefined) throw rt.error("ZeroDivisionError", "complex division by zero");
    return q;
  };
  const finite = (c: Complex): Complex => {
    if (c.real === Infinity || c.real === -Infinity || c.imag === Infinity || c.imag === -Infinity)
      throw rt.error("OverflowError", "complex exponentiation");
    return c;
  };
  const power = (a: Complex, b: Complex): Complex => {
    if (b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100) {
      let n = Math.abs(b.real);
      let result: Complex = { real: 1, imag: 0 };
      let base = a;
      for (; n > 0; n = Math.floor(n / 2)) {
        if (n % 2 === 1) result = multiply(result, base);
        base = multiply(base, base);
      }
      if (b.real >= 0) return finite(result);
      const q = divide({ real: 1, imag: 0 }, result);
      if (q === undefined) throw rt.error("ZeroDivisionError", "0.0 to a negative or complex power");
      return finite(q);
    }
    if (b.real === 0 && b.imag === 0) return { real: 1, imag: 0 };
    if (a.real === 0 && a.imag === 0) {
      if (b.imag !== 0 || b.real < 0)
        throw rt.error("ZeroDivisionError", "0.0 to a negative or complex power");
      return { real: 0, imag: 0 };
    }
    const length = Math.hypot(a.real, a.imag);
    let len = length ** b.real;
    const at = Math.atan2(a.imag, a.real);
    let phase = at * b.real;
    if (b.imag !== 0) {
      len *= Math.exp(-at * b.imag);
      phase += b.imag * Math.log(length);
    }
    if (phase === Infinity || phase === -Infinity)
      throw rt.error("ZeroDivisionError", "0.0 to a negative or complex power");
    return finite({ real: len * Math.cos(phase), imag: len * Math.sin(phase) });
  };
  const [add, radd] = binary((a, b) => make({ real: a.real + b.real, imag: a.imag + b.imag }));
  const [sub, rsub] = binary((a, b) => make({ real: a.real - b.real, imag: a.imag - b.imag }));
  const [mul, rmul] = binary((a, b) => make(multiply(a, b)));
  const [div, rdiv] = binary((a, b) => make(quotient(a, b)));
  const [pow, rpow] = binary((a, b) => make(power(a, b)));
  const withoutModulus = (result: PyObject, modulus?: PyObject): PyObject => {
    if (modulus !== undefined && modulus !== rt.none && result !== rt.notImplemented)
      throw rt.error("ValueError", "complex modulo");
    return result;
  };
  const number = (o: PyObject, which: string): Complex => {
    if (o.ob$type === construct) return o.v as Complex;
    const method = rt.lookupSpecial(o, "__complex__");
    if (method !== undefined) {
      const c = rt.call(method, []);
      if (!(c instanceof construct))
        throw rt.error("TypeError", `__complex__ returned non-complex (type ${rt.tpName(c)})`);
      return (c as any).v as Complex;
    }
    const direct = operand(o);
    if (direct !== undefined) return direct;
    if (o.nb$float !== undefined) return { real: o.nb$float().v as number, imag: 0 };
    if (o.nb$index !== undefined) return { real: toFloat(rt, o.nb$index().v as Int), imag: 0 };
    throw rt.error(
      "TypeError",
      which === "first"
        ? `complex() first argument must be a string or a number, not '${rt.tpName(o)}'`
        : `complex() second argument must be a number, not '${rt.tpName(o)}'`,
    );
  };

  return {
    name: "complex",
    construct,
    doc: "Create a complex number from a real part and an optional imaginary part.\n\nThis is equivalent to (real + imag*1j) where imag defaults to 0.",
    new: [
      "(cls, /, real=..., imag=...)",
      (cls: PyObject, real?: PyObject, imag?: PyObject) => {
        let c: Complex;
        if (real !== undefined && real instanceof rt.types.str) {
          if (imag !== undefined)
            throw rt.error("TypeError", "complex() can't take second arg if first is a string");
          const parsed = parseComplex(toAscii(real.v as string));
          if (parsed === undefined) throw rt.error("ValueError", "complex() arg is a malformed string");
          c = parsed;
        } else {
          if (imag !== undefined && imag instanceof rt.types.str)
            throw rt.error("TypeError", "complex() second arg can't be a string");
          if (real !== undefined && imag === undefined && cls === construct && real.ob$type === construct)
            return real;
          const a = real === undefined ? { real: 0, imag: 0 } : number(real, "first");
          if (imag === undefined) c = a;
          else {
            const b = number(imag, "second");
            c = {
              real: a.real - (imag instanceof construct ? b.imag : 0),
              imag: (real instanceof construct ? a.imag : 0) + b.real,
            };
            if (!(real instanceof construct)) c.imag = b.real;
          }
        }
        return cls === construct ? make(c) : instance<Self>(rt, cls, construct, (o) => (o.v = c));
      },
    ],
    slots: {
      $r(this: Self) {
        return rt.str(reprComplex(this.v));
      },
      tp$hash(this: Self) {
        const a = BigInt(hashFloat(this.v.real));
        const b = BigInt(hashFloat(this.v.imag));
        const h = BigInt.asIntN(64, BigInt.asUintN(64, a) + 1000003n * BigInt.asUintN(64, b));
        const v = h === -1n ? -2n : h;
        return v >= -9007199254740991n && v <= 9007199254740991n ? Number(v) : v;
      },
      tp$richcompare(this: Self, other: any, op: Operator) {
        if (op !== "Eq" && op !== "NotEq") return NI;
        let equal: boolean;
        if (other.$isInt === true) equal = this.v.imag === 0 && this.v.real == other.v;
        else {
          const b = operand(other);
          if (b === undefined) return NI;
          equal = this.v.real === b.real && this.v.imag === b.imag;
        }
        return (op === "Eq") === equal;
      },
      nb$add: add,
      nb$reflected_add: radd,
      nb$subtract: sub,
      nb$reflected_subtract: rsub,
      nb$multiply: mul,
      nb$reflected_multiply: rmul,
      nb$divide: div,
      nb$reflected_divide: rdiv,
      nb$power(this: Self, other: PyObject, modulus?: PyObject) {
        return withoutModulus(pow.call(this, other), modulus);
      },
      nb$reflected_power(this: Self, other: PyObject, modulus?: PyObject) {
        return withoutModulus(rpow.call(this, other), modulus);
      },
      nb$negative(this: Self) {
        return new Make(-this.v.real, -this.v.imag);
      },
      nb$positive(this: Self) {
        return make(this.v);
      },
      nb$abs(this: Self) {
        const r = Math.hypot(this.v.real, this.v.imag);
        if (!Number.isFinite(r) && Number.isFinite(this.v.real) && Number.isFinite(this.v.imag))
          throw rt.error("OverflowError", "absolute value too large");
        return rt.float(r);
      },
      nb$bool(this: Self) {
        return this.v.real !== 0 || this.v.imag !== 0;
      },
    },
    methods: {
      __complex__: ["(self, /)", (self: Self) => make(self.v)],
      __format__: [
        "(self, format_spec, /)",
        (self: Self, spec: PyObject) => {
          if (!rt.isStr(spec))
            throw rt.error("TypeError", `__format__() argument must be str, not ${rt.argumentName(spec)}`);
          return spec.v === ""
            ? (self as any).tp$str()
            : rt.str(formatComplex(rt, self.v.real, self.v.imag, spec.v as string));
        },
      ],
      __getnewargs__: ["(self, /)", (self: Self) => rt.tuple([rt.float(self.v.real), rt.float(self.v.imag)])],
      conjugate: ["(self, /)", (self: Self) => new Make(self.v.real, -self.v.imag)],
    },
    getset: {
      real: { get: (self: Self) => rt.float(self.v.real) },
      imag: { get: (self: Self) => rt.float(self.v.imag) },
    },
  };
}
