/**
 * Python's int and bool. `.v` is a safe integer or a bigint beyond; the operators take the number path first and are exact
 * at any size. Small ints are shared (-5 to 1024), which `is` shows to a little more values than CPython's.
 */
import type { Operator, PyObject, Rt, TypeSpec } from "../support.js";
import { fromOrder, index, instance, ssize } from "../support.js";
import { formatInt } from "../format.js";
import { reprBytes, reprStr } from "../str/repr.js";
import type { Int } from "./integer.js";
import * as int from "./integer.js";
import { parseInt_, intToString } from "./parse.js";

interface Self {
  v: Int;
  ob$type: PyObject;
}

export const smallLow = -5;
export const smallHigh = 1024;

export function createInt() {
  return function int(this: { v: Int }, v: Int): void {
    this.v = v;
  };
}

/** A truncated float as an int; OverflowError and ValueError for those without one. */
export function intOfFloat(rt: Rt, x: number): Int {
  if (x !== x) throw rt.error("ValueError", "cannot convert float NaN to integer");
  if (x === Infinity || x === -Infinity)
    throw rt.error("OverflowError", "cannot convert float infinity to integer");
  const t = Math.trunc(x);
  return Number.isSafeInteger(t) ? (t === 0 ? 0 : t) : BigInt(t);
}

export function intSpec(rt: Rt, construct: any): TypeSpec {
  const Int = construct as new (v: Int) => any;
  const NI = rt.notImplemented;
  const small: PyObject[] = [];
  for (let i = smallLow; i <= smallHigh; i++) small.push(new Int(i));
  const make = (v: Int): PyObject =>
    typeof v === "number" && v >= smallLow && v <= smallHigh ? small[v - smallLow] : new Int(v);
  const exact = (self: Self): PyObject => (self.ob$type === construct ? self : make(self.v));
  const zero = (text: string): unknown => rt.error("ZeroDivisionError", text);

  const binary = (f: (a: Int, b: Int) => Int) =>
    [
      function (this: Self, other: any) {
        return other.$isInt === true ? make(f(this.v, other.v as Int)) : NI;
      },
      function (this: Self, other: any) {
        return other.$isInt === true ? make(f(other.v as Int, this.v)) : NI;
      },
    ] as const;
  const [mul, rmul] = binary((a, b) => int.multiply(rt, a, b));
  const [floordiv, rfloordiv] = binary((a, b) => {
    if (b === 0) throw zero("integer division or modulo by zero");
    return int.floorDivide(a, b);
  });
  const [mod, rmod] = binary((a, b) => {
    if (b === 0) throw zero("integer modulo by zero");
    return int.modulo(a, b);
  });
  const [and, rand] = binary(int.and);
  const [or, ror] = binary(int.or);
  const [xor, rxor] = binary(int.xor);
  const [lshift, rlshift] = binary((a, b) => int.shiftLeft(rt, a, b));
  const [rshift, rrshift] = binary((a, b) => int.shiftRight(rt, a, b));
  const divide = (a: Int, b: Int): PyObject => {
    if (b === 0) throw zero("division by zero");
    return rt.float(int.trueDivide(rt, a, b));
  };
  const divmod = (a: Int, b: Int): PyObject => {
    if (b === 0) throw zero("integer division or modulo by zero");
    return rt.tuple([make(int.floorDivide(a, b)), make(int.modulo(a, b))]);
  };
  const power = (a: Int, b: Int): PyObject => {
    if (b >= 0) return make(int.power(rt, a, b));
    if (a === 0) throw zero("0.0 cannot be raised to a negative power");
    return rt.float(int.toFloat(rt, a)).nb$power(rt.float(int.toFloat(rt, b)));
  };

  const fromText = (x: PyObject, base: number): Int | undefined => {
    if (x instanceof rt.types.str) return parseInt_(rt, x.v as string, base, reprStr(x.v as string));
    const bytes = x instanceof rt.types.bytes || x instanceof rt.types.bytearray;
    if (!bytes) return undefined;
    const data = x.v as Uint8Array;
    let text = "";
    for (const b of data) text += b < 128 ? String.fromCharCode(b) : "?";
    return parseInt_(rt, text, base, reprBytes(data));
  };
  const convert = (x: PyObject): Int => {
    if (x.nb$int !== undefined) return x.nb$int().v as Int;
    if (x.nb$index !== undefined) return x.nb$index().v as Int;
    const trunc = rt.lookupSpecial(x, "__trunc__");
    if (trunc !== undefined) {
      // Nobody can see a warning before `warnings` is imported.
      const warnings = rt.findModule("warnings");
      if (warnings !== undefined)
        rt.callMethod(warnings, "warn", [
          rt.str("The delegation of int() to __trunc__ is deprecated."),
          rt.builtin("DeprecationWarning"),
        ]);
      return index(rt, rt.call(trunc, []));
    }
    const v = fromText(x, 10);
    if (v !== undefined) return v;
    const data = rt.types.bytes.$buffer(x) as Uint8Array | undefined;
    if (data !== undefined) return fromText(rt.bytes(data), 10)!;
    throw rt.error(
      "TypeError",
      `int() argument must be a string, a bytes-like object or a real number, not '${rt.tpName(x)}'`,
    );
  };
  /** An argument `byteorder`. */
  const orderText = (method: string, o: PyObject): string => {
    if (o instanceof rt.types.str) return o.v as string;
    throw rt.error("TypeError", `${method}() argument 'byteorder' must be str, not ${rt.argumentName(o)}`);
  };
  const isLittle = (text: string): boolean => {
    if (text === "little") return true;
    if (text === "big") return false;
    throw rt.error("ValueError", "byteorder must be either 'little' or 'big'");
  };
  const real = { get: (self: Self) => exact(self) };

  Object.assign(construct, { $small: small, $make: make, $fromFloat: (x: number) => intOfFloat(rt, x) });
  return {
    name: "int",
    construct,
    doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments\nare given.  If x is a number, return x.__int__().  For floating point\nnumbers, this truncates towards zero.\n\nIf x is not a number or if base is given, then x must be a string,\nbytes, or bytearray instance representing an integer literal in the\ngiven base.  The literal can be preceded by '+' or '-' and be surrounded\nby whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\nBase 0 means to interpret the base from the string as an integer literal.\n>>> int('0b100', base=0)\n4",
    new: [
      "(cls, x=..., /, base=...)",
      (cls: PyObject, x?: PyObject, base?: PyObject) => {
        let v: Int;
        if (x === undefined) {
          if (base !== undefined) throw rt.error("TypeError", "int() missing string argument");
          v = 0;
        } else if (base === undefined) {
          if (cls === construct && x.ob$type === construct) return x;
          v = convert(x);
        } else {
          const radix = index(rt, base);
          if ((radix < 2 && radix !== 0) || radix > 36)
            throw rt.error("ValueError", "int() base must be >= 2 and <= 36, or 0");
          const parsed = fromText(x, Number(radix));
          if (parsed === undefined)
            throw rt.error("TypeError", "int() can't convert non-string with explicit base");
          v = parsed;
        }
        return cls === construct ? make(v) : instance<Self>(rt, cls, construct, (o) => (o.v = v));
      },
    ],
    slots: {
      $r(this: Self) {
        return rt.str(intToString(rt, this.v));
      },
      tp$hash(this: Self) {
        return int.hashInt(this.v);
      },
      tp$richcompare(this: Self, other: any, op: Operator) {
        if (other.$isInt !== true) return NI;
        const a = this.v;
        const b = other.v as Int;
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
      },
      nb$add(this: Self, other: any) {
        if (other.$isInt !== true) return NI;
        const a = this.v;
        const b = other.v as Int;
        if (typeof a === "number" && typeof b === "number") {
          const r = a + b;
          if (r <= smallHigh && r >= smallLow) return small[r - smallLow];
          if (r <= Number.MAX_SAFE_INTEGER && r >= -Number.MAX_SAFE_INTEGER) return new Int(r);
        }
        return make(int.add(a, b));
      },
      nb$subtract(this: Self, other: any) {
        if (other.$isInt !== true) return NI;
        const a = this.v;
        const b = other.v as Int;
        if (typeof a === "number" && typeof b === "number") {
          const r = a - b;
          if (r <= smallHigh && r >= smallLow) return small[r - smallLow];
          if (r <= Number.MAX_SAFE_INTEGER && r >= -Number.MAX_SAFE_INTEGER) return new Int(r);
        }
        return make(int.subtract(a, b));
      },
      nb$reflected_add(this: Self, other: any) {
        return other.$isInt === true ? make(int.add(other.v as Int, this.v)) : NI;
      },
      nb$reflected_subtract(this: Self, other: any) {
        return other.$isInt === true ? make(int.subtract(other.v as Int, this.v)) : NI;
      },
      nb$multiply: mul,
      nb$reflected_multiply: rmul,
      nb$floor_divide: floordiv,
      nb$reflected_floor_divide: rfloordiv,
      nb$remainder: mod,
      nb$reflected_remainder: rmod,
      nb$and: and,
      nb$reflected_and: rand,
      nb$or: or,
      nb$reflected_or: ror,
      nb$xor: xor,
      nb$reflected_xor: rxor,
      nb$lshift: lshift,
      nb$reflected_lshift: rlshift,
      nb$rshift: rshift,
      nb$reflected_rshift: rrshift,
      nb$divide(this: Self, other: any) {
        return other.$isInt === true ? divide(this.v, other.v as Int) : NI;
      },
      nb$reflected_divide(this: Self, other: any) {
        return other.$isInt === true ? divide(other.v as Int, this.v) : NI;
      },
      nb$divmod(this: Self, other: any) {
        return other.$isInt === true ? divmod(this.v, other.v as Int) : NI;
      },
      nb$reflected_divmod(this: Self, other: any) {
        return other.$isInt === true ? divmod(other.v as Int, this.v) : NI;
      },
      nb$power(this: Self, other: any, modulus?: any) {
        if (other.$isInt !== true) return NI;
        if (modulus === undefined || modulus === rt.none) return power(this.v, other.v as Int);
        if (modulus.$isInt !== true) return NI;
        return make(int.powerModulo(rt, this.v, other.v as Int, modulus.v as Int));
      },
      nb$reflected_power(this: Self, other: any, modulus?: any) {
        return other.$isInt === true ? other.nb$power(this, modulus) : NI;
      },
      nb$negative(this: Self) {
        return make(int.negate(this.v));
      },
      nb$positive(this: Self) {
        return exact(this);
      },
      nb$abs(this: Self) {
        return this.v < 0 ? make(int.negate(this.v)) : exact(this);
      },
      nb$invert(this: Self) {
        return make(int.invert(this.v));
      },
      nb$bool(this: Self) {
        return this.v !== 0;
      },
      nb$int(this: Self) {
        return exact(this);
      },
      nb$index(this: Self) {
        return exact(this);
      },
      nb$float(this: Self) {
        return rt.float(int.toFloat(rt, this.v));
      },
    },
    methods: {
      __format__: [
        "(self, format_spec, /)",
        (self: Self, spec: PyObject) => {
          if (!(spec instanceof rt.types.str))
            throw rt.error("TypeError", `__format__() argument must be str, not ${rt.argumentName(spec)}`);
          const text = spec.v as string;
          return text === "" ? (self as any).tp$str() : rt.str(formatInt(rt, self.v, text, rt.tpName(self)));
        },
      ],
      __round__: [
        "(self, ndigits=..., /)",
        (self: Self, digits?: PyObject) => {
          if (digits === undefined) return exact(self);
          const n = index(rt, digits);
          if (n >= 0) return exact(self);
          return make(int.roundToTens(self.v, Number(-n)));
        },
      ],
      __trunc__: ["(self, /)", exact],
      __floor__: ["(self, /)", exact],
      __ceil__: ["(self, /)", exact],
      __getnewargs__: ["(self, /)", (self: Self) => rt.tuple([make(self.v)])],
      __sizeof__: ["(self, /)", (self: Self) => make(24 + 4 * Math.ceil(int.bitLength(self.v) / 30))],
      conjugate: ["(self, /)", exact],
      bit_length: ["(self, /)", (self: Self) => make(int.bitLength(self.v))],
      bit_count: ["(self, /)", (self: Self) => make(int.bitCount(self.v))],
      as_integer_ratio: ["(self, /)", (self: Self) => rt.tuple([exact(self), make(1)])],
      to_bytes: [
        "(self, /, length=1, byteorder='big', *, signed=False)",
        (self: Self, length: PyObject, byteorder: PyObject, signed: PyObject) => {
          const n = ssize(rt, length);
          const little = isLittle(orderText("to_bytes", byteorder));
          if (n < 0) throw rt.error("ValueError", "length argument must be non-negative");
          return rt.bytes(int.toBytes(rt, self.v, n, little, rt.isTrue(signed)));
        },
      ],
    },
    classMethods: {
      from_bytes: [
        "(cls, /, bytes, byteorder='big', *, signed=False)",
        (cls: PyObject, bytes: PyObject, byteorder: PyObject, signed: PyObject) => {
          const little = isLittle(orderText("from_bytes", byteorder));
          if (rt.isInt(bytes))
            throw rt.error("TypeError", `cannot convert '${rt.tpName(bytes)}' object to bytes`);
          const data = rt.types.bytes.$fromObject(bytes) as Uint8Array;
          const v = make(int.fromBytes(data, little, rt.isTrue(signed)));
          return cls === construct ? v : rt.call(cls, [v]);
        },
      ],
    },
    getset: {
      real,
      numerator: real,
      imag: { get: () => make(0) },
      denominator: { get: () => make(1) },
    },
    proto: {
      $isInt: true,
      /** int and float equal no object of another class that does not say so itself. */
      $closed: true,
    },
  };
}

export function createBool() {
  return function bool(this: { v: number }, v: number): void {
    this.v = v;
  };
}

/** bool: two instances, made here and set on the runtime by install. */
export function boolSpec(rt: Rt, construct: any, base: PyObject): TypeSpec {
  const bitwise = (f: (a: Int, b: Int) => Int, slot: string) =>
    function (this: Self, other: any) {
      if (other.ob$type === construct) return rt.bool(f(this.v, other.v as Int) !== 0);
      return base.prototype[slot].call(this, other);
    };
  return {
    name: "bool",
    base,
    construct,
    subclassable: false,
    doc: "bool(x) -> bool\n\nReturns True when the argument x is true, False otherwise.\nThe builtins True and False are the only two instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed.",
    new: ["(cls, x=False, /)", (_cls: PyObject, x: PyObject) => rt.bool(rt.isTrue(x))],
    slots: {
      $r(this: Self) {
        return rt.str(this.v === 1 ? "True" : "False");
      },
      nb$and: bitwise(int.and, "nb$and"),
      nb$or: bitwise(int.or, "nb$or"),
      nb$xor: bitwise(int.xor, "nb$xor"),
      nb$reflected_and: bitwise(int.and, "nb$reflected_and"),
      nb$reflected_or: bitwise(int.or, "nb$reflected_or"),
      nb$reflected_xor: bitwise(int.xor, "nb$reflected_xor"),
    },
  };
}

/** `a op b` for an order that may be NaN (unordered). */
export const orderedResult = (order: number, op: Operator): boolean =>
  order !== order ? op === "NotEq" : fromOrder(order, op);
