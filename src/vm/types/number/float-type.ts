/** Python's float: `.v` is the JS number. Arithmetic with ints converts exactly or raises OverflowError. */
import type { KwArgs, Operator, PyObject, Rt, TypeSpec } from "../support.js";
import { index, instance } from "../support.js";
import { formatFloat } from "../format.js";
import { reprBytes, reprStr } from "../str/repr.js";
import { divmodFloat, hexFloat, reprFloat, roundEven, roundFloat } from "./float.js";
import { intOfFloat, orderedResult } from "./int-type.js";
import type { Int } from "./integer.js";
import { compareFloat, decompose, hashFloat, normal, toFloat } from "./integer.js";
import { parseFloat_, parseHexFloat } from "./parse.js";
import { power } from "./power.js";

interface Self {
  v: number;
  ob$type: PyObject;
}

export function createFloat() {
  return function float(this: { v: number }, v: number): void {
    this.v = v;
  };
}

/** `a ** b` of floats where the result is a float; undefined where it is complex. */
export function powFloat(rt: Rt, a: number, b: number): number | undefined {
  if (b === 0 || a === 1) return 1;
  if (a === -1 && !Number.isFinite(b) && b === b) return 1;
  if (a === 0 && b < 0 && Number.isFinite(b))
    throw rt.error("ZeroDivisionError", "0.0 cannot be raised to a negative power");
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) return undefined;
  const r = power(a, b);
  if (!Number.isFinite(r) && Number.isFinite(a) && Number.isFinite(b))
    throw rt.errorWith("OverflowError", [rt.int(34), rt.str("Numerical result out of range")]);
  return r;
}

export function floatSpec(rt: Rt, construct: any): TypeSpec {
  const Float = construct as new (v: number) => any;
  const NI = rt.notImplemented;
  const make = (x: number): PyObject => new Float(x);
  const exact = (self: Self): PyObject => (self.ob$type === construct ? self : make(self.v));
  /** The other operand as a float; undefined when it is no number. */
  const operand = (o: any): number | undefined =>
    o.$isFloat === true ? (o.v as number) : o.$isInt === true ? toFloat(rt, o.v as Int) : undefined;
  const binary = (f: (a: number, b: number) => PyObject) =>
    [
      function (this: Self, other: any) {
        const b = operand(other);
        return b === undefined ? NI : f(this.v, b);
      },
      function (this: Self, other: any) {
        const a = operand(other);
        return a === undefined ? NI : f(a, this.v);
      },
    ] as const;
  const nonzero = (b: number, text: string): void => {
    if (b === 0) throw rt.error("ZeroDivisionError", text);
  };
  const [add, radd] = binary((a, b) => make(a + b));
  const [sub, rsub] = binary((a, b) => make(a - b));
  const [mul, rmul] = binary((a, b) => make(a * b));
  const [div, rdiv] = binary((a, b) => (nonzero(b, "float division by zero"), make(a / b)));
  const [floor, rfloor] = binary(
    (a, b) => (nonzero(b, "float floor division by zero"), make(divmodFloat(a, b)[0])),
  );
  const [mod, rmod] = binary((a, b) => (nonzero(b, "float modulo"), make(divmodFloat(a, b)[1])));
  const [divmod, rdivmod] = binary((a, b) => {
    nonzero(b, "float divmod()");
    const [q, r] = divmodFloat(a, b);
    return rt.tuple([make(q), make(r)]);
  });
  const raise = (a: number, b: number): PyObject => {
    const r = powFloat(rt, a, b);
    return r === undefined ? new rt.types.complex(a, 0).nb$power(new rt.types.complex(b, 0)) : make(r);
  };
  const [pow, rpow] = binary(raise);
  const noModulus = (modulus?: PyObject): void => {
    if (modulus !== undefined && modulus !== rt.none)
      throw rt.error("TypeError", "pow() 3rd argument not allowed unless all arguments are integers");
  };

  const convert = (x: PyObject): number => {
    if (x.nb$float !== undefined) return x.nb$float().v as number;
    if (x.nb$index !== undefined) return toFloat(rt, x.nb$index().v as Int);
    if (x instanceof rt.types.str) {
      const text = x.v as string;
      return parseFloat_(rt, text, reprStr(text));
    }
    const data = rt.types.bytes.$buffer(x) as Uint8Array | undefined;
    if (data !== undefined)
      return parseFloat_(rt, String.fromCharCode(...data.map((b) => (b < 128 ? b : 63))), reprBytes(data));
    throw rt.error("TypeError", `float() argument must be a string or a real number, not '${rt.tpName(x)}'`);
  };

  Object.assign(construct, { $fromInt: (v: Int) => toFloat(rt, v), $make: make });
  return {
    name: "float",
    construct,
    doc: "Convert a string or number to a floating point number, if possible.",
    slots: {
      tp$new(this: any, args: readonly PyObject[], kw?: KwArgs) {
        const cls = this.constructor;
        if (
          kw !== undefined &&
          kw.length > 0 &&
          (cls === construct || cls.prototype.tp$init === construct.prototype.tp$init)
        )
          throw rt.error("TypeError", "float() takes no keyword arguments");
        if (args.length > 1)
          throw rt.error("TypeError", `float expected at most 1 argument, got ${args.length}`);
        const x = args[0];
        if (cls === construct && x !== undefined && x.ob$type === construct) return x;
        const v = x === undefined ? 0 : convert(x);
        return cls === construct ? make(v) : instance<Self>(rt, cls, construct, (o) => (o.v = v));
      },
      $r(this: Self) {
        return rt.str(reprFloat(this.v));
      },
      tp$hash(this: Self) {
        return this.v !== this.v ? rt.identityHash(this) : hashFloat(this.v);
      },
      tp$richcompare(this: Self, other: any, op: Operator) {
        const a = this.v;
        if (other.$isFloat === true) {
          const b = other.v as number;
          switch (op) {
            case "Eq":
              return a === b;
            case "NotEq":
              return a !== b;
            case "Lt":
              return a < b;
            case "LtE":
              return a <= b;
            case "Gt":
              return a > b;
            case "GtE":
              return a >= b;
          }
        }
        if (other.$isInt === true) return orderedResult(-compareFloat(other.v as Int, a), op);
        return NI;
      },
      nb$add: add,
      nb$reflected_add: radd,
      nb$subtract: sub,
      nb$reflected_subtract: rsub,
      nb$multiply: mul,
      nb$reflected_multiply: rmul,
      nb$divide: div,
      nb$reflected_divide: rdiv,
      nb$floor_divide: floor,
      nb$reflected_floor_divide: rfloor,
      nb$remainder: mod,
      nb$reflected_remainder: rmod,
      nb$divmod: divmod,
      nb$reflected_divmod: rdivmod,
      nb$power(this: Self, other: any, modulus?: PyObject) {
        noModulus(modulus);
        return pow.call(this, other);
      },
      nb$reflected_power(this: Self, other: any, modulus?: PyObject) {
        noModulus(modulus);
        return rpow.call(this, other);
      },
      nb$negative(this: Self) {
        return make(-this.v);
      },
      nb$positive(this: Self) {
        return exact(this);
      },
      nb$abs(this: Self) {
        return make(Math.abs(this.v));
      },
      nb$bool(this: Self) {
        return this.v !== 0;
      },
      nb$int(this: Self) {
        return rt.int(intOfFloat(rt, this.v));
      },
      nb$float(this: Self) {
        return exact(this);
      },
    },
    methods: {
      __format__: [
        "(self, format_spec, /)",
        (self: Self, spec: PyObject) => {
          if (!(spec instanceof rt.types.str))
            throw rt.error("TypeError", `__format__() argument must be str, not ${rt.argumentName(spec)}`);
          const text = spec.v as string;
          return text === ""
            ? (self as any).tp$str()
            : rt.str(formatFloat(rt, self.v, text, rt.tpName(self)));
        },
      ],
      __round__: [
        "(self, ndigits=None, /)",
        (self: Self, digits: PyObject) => {
          if (digits === rt.none)
            return rt.int(intOfFloat(rt, Number.isFinite(self.v) ? roundEven(self.v) : self.v));
          const n = Number(index(rt, digits));
          if (!Number.isFinite(self.v)) return exact(self);
          const r = roundFloat(self.v, n);
          if (!Number.isFinite(r)) throw rt.error("OverflowError", "rounded value too large to represent");
          return make(r);
        },
      ],
      __trunc__: ["(self, /)", (self: Self) => rt.int(intOfFloat(rt, self.v))],
      __floor__: ["(self, /)", (self: Self) => rt.int(intOfFloat(rt, Math.floor(self.v)))],
      __ceil__: ["(self, /)", (self: Self) => rt.int(intOfFloat(rt, Math.ceil(self.v)))],
      __getnewargs__: ["(self, /)", (self: Self) => rt.tuple([make(self.v)])],
      conjugate: ["(self, /)", exact],
      hex: ["(self, /)", (self: Self) => hexFloat(self.v)],
      is_integer: ["(self, /)", (self: Self) => Number.isInteger(self.v)],
      as_integer_ratio: [
        "(self, /)",
        (self: Self) => {
          const x = self.v;
          if (x !== x) throw rt.error("ValueError", "cannot convert NaN to integer ratio");
          if (!Number.isFinite(x))
            throw rt.error("OverflowError", "cannot convert Infinity to integer ratio");
          const { mantissa, exponent } = decompose(x);
          let n = BigInt(mantissa);
          let e = exponent;
          while (n !== 0n && (n & 1n) === 0n && e < 0) {
            n >>= 1n;
            e++;
          }
          if (n === 0n) e = 0;
          const numerator = e > 0 ? n << BigInt(e) : n;
          const denominator = e < 0 ? 1n << BigInt(-e) : 1n;
          return rt.tuple([rt.int(normal(x < 0 ? -numerator : numerator)), rt.int(normal(denominator))]);
        },
      ],
    },
    classMethods: {
      fromhex: [
        "(cls, string, /)",
        (cls: PyObject, text: PyObject) => {
          if (!(text instanceof rt.types.str))
            throw rt.error("TypeError", `fromhex() argument must be str, not ${rt.argumentName(text)}`);
          const v = make(parseHexFloat(rt, text.v as string));
          return cls === construct ? v : rt.call(cls, [v]);
        },
      ],
      __getformat__: [
        "(cls, typestr, /)",
        (_cls: PyObject, kind: PyObject) => {
          if (!rt.isStr(kind))
            throw rt.error("TypeError", `__getformat__() argument must be str, not ${rt.argumentName(kind)}`);
          if (kind.v !== "double" && kind.v !== "float")
            throw rt.error("ValueError", "__getformat__() argument 1 must be 'double' or 'float'");
          return rt.str("IEEE, little-endian");
        },
      ],
    },
    getset: {
      real: { get: (self: Self) => exact(self) },
      imag: { get: () => make(0) },
    },
    proto: { $isFloat: true, $closed: true },
  };
}
