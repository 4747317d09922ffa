/** abs, bin, chr, divmod, hash, hex, id, oct, ord, pow, round, sum, format, ascii, repr, callable. */
import type { PyObject } from "../objects.js";
import type { Runtime } from "../runtime.js";
import type { DefineFunction } from "./install.js";

export function installNumberFunctions(rt: Runtime, fn: DefineFunction): void {
  fn("abs(x, /)", (x: PyObject) => rt.unary(x, "abs"), "Return the absolute value of the argument.");
  const radix = (prefix: string, base: number) => (o: PyObject) => {
    const v = rt.index(o);
    return rt.str(`${v < 0 ? "-" : ""}${prefix}${(v < 0 ? -v : v).toString(base)}`);
  };
  fn(
    "bin(number, /)",
    radix("0b", 2),
    "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'",
  );
  fn(
    "oct(number, /)",
    radix("0o", 8),
    "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'",
  );
  fn(
    "hex(number, /)",
    radix("0x", 16),
    "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'",
  );
  fn(
    "divmod(x, y, /)",
    (x: PyObject, y: PyObject) => rt.binary(x, y, "divmod"),
    "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.",
  );
  fn(
    "pow(base, exp, mod=None)",
    (b: PyObject, e: PyObject, m: PyObject) => rt.operators.ternaryPower(b, e, m),
    "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.\n\nSome types, such as ints, are able to use a more efficient algorithm when\ninvoked using the three argument form.",
  );
  fn(
    "round(number, ndigits=None)",
    (x: PyObject, digits: PyObject) => {
      const f = rt.lookupSpecial(x, "__round__");
      if (f === undefined)
        throw rt.error("TypeError", `type ${rt.tpName(x)} doesn't define __round__ method`);
      return rt.call(f, digits === rt.none ? [] : [digits]);
    },
    "Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted or None.  Otherwise\nthe return value has the same type as the number.  ndigits may be negative.",
  );
  fn(
    "sum(iterable, /, start=0)",
    (iterable: PyObject, start: PyObject) => {
      const it = rt.iter(iterable);
      if (rt.isStr(start)) throw rt.error("TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
      if (rt.isInstance(start, rt.types["bytes"]))
        throw rt.error("TypeError", "sum() can't sum bytes [use b''.join(seq) instead]");
      if (rt.isInstance(start, rt.types["bytearray"]))
        throw rt.error("TypeError", "sum() can't sum bytearray [use b''.join(seq) instead]");
      let total = start;
      for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext()) {
        rt.budget.step();
        total = rt.binary(total, x as PyObject, "add");
      }
      return total;
    },
    "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types.",
  );
  fn(
    "chr(i, /)",
    (o: PyObject) => {
      const v = rt.index(o);
      if (v < 0 || v > 0x10ffff) throw rt.error("ValueError", "chr() arg not in range(0x110000)");
      return rt.str(String.fromCodePoint(Number(v)));
    },
    "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.",
  );
  fn(
    "ord(c, /)",
    (o: PyObject) => {
      const wrong = (n: number): PyObject =>
        rt.error("TypeError", `ord() expected a character, but string of length ${n} found`);
      if (rt.isStr(o)) {
        const s = o.v as string;
        const code = s.codePointAt(0);
        if (code === undefined || s.length !== (code > 0xffff ? 2 : 1)) throw wrong(rt.len(o));
        return rt.int(code);
      }
      if (
        rt.isInstance(o, rt.types["bytes"]) ||
        (rt.types["bytearray"] !== undefined && rt.isInstance(o, rt.types["bytearray"]))
      ) {
        if (rt.len(o) !== 1) throw wrong(rt.len(o));
        return rt.getItem(o, rt.int(0));
      }
      throw rt.error("TypeError", `ord() expected string of length 1, but ${rt.tpName(o)} found`);
    },
    "Return the Unicode code point for a one-character string.",
  );
  fn(
    "hash(obj, /)",
    (o: PyObject) => rt.int(rt.hash(o)),
    "Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true.",
  );
  fn(
    "id(obj, /)",
    (o: PyObject) => rt.int(rt.id(o)),
    "Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects.\n(CPython uses the object's memory address.)",
  );
  fn(
    "callable(obj, /)",
    (o: PyObject) => rt.callable(o),
    "Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.",
  );
  fn(
    "repr(obj, /)",
    (o: PyObject) => rt.str(rt.repr(o)),
    "Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval(repr(obj)) == obj.",
  );
  fn(
    "ascii(obj, /)",
    (o: PyObject) =>
      rt.str(
        [...rt.repr(o)]
          .map((c) => {
            const code = c.codePointAt(0)!;
            if (code < 0x80) return c;
            const hex = code.toString(16);
            return code <= 0xff
              ? `\\x${hex.padStart(2, "0")}`
              : code <= 0xffff
                ? `\\u${hex.padStart(4, "0")}`
                : `\\U${hex.padStart(8, "0")}`;
          })
          .join(""),
      ),
    "Return an ASCII-only representation of an object.\n\nAs repr(), return a string containing a printable representation of an\nobject, but escape the non-ASCII characters in the string returned by\nrepr() using \\\\x, \\\\u or \\\\U escapes. This generates a string similar\nto that returned by repr() in Python 2.",
  );
  fn(
    "format(value, format_spec='', /)",
    (o: PyObject, spec: PyObject) => {
      if (!rt.isStr(spec))
        throw rt.error("TypeError", `format() argument 2 must be str, not ${rt.argumentName(spec)}`);
      return rt.format(o, spec);
    },
    "Return value.__format__(format_spec)\n\nMany built-in types implement format_spec according to the\nFormat Specification Mini-language. See help('FORMATTING') for\ndetails.",
  );
}
