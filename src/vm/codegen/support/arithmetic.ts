/**
 * Operators as generated code calls them: exact ints, floats and strs are done here, everything else goes to the
 * runtime's protocol. The checks compare type objects, so subclasses always take the long way.
 */
import type { CompareOp, PyDict, PyObject } from "../../runtime/objects.js";
import type { BinaryOp } from "../../runtime/operators.js";
import type { Runtime } from "../../runtime/runtime.js";

const low = -5;
const high = 1024;
const maxSafe = Number.MAX_SAFE_INTEGER;
/** No place. */
const none = -1;

export function arithmetic(rt: Runtime): Record<string, unknown> {
  const { thread } = rt.code;
  const Int = rt.types["int"];
  const Float = rt.types["float"];
  const Str = rt.types["str"];
  const Tuple = rt.types["tuple"];
  const List = rt.types["list"];
  const Dict = rt.types["dict"];
  const NONE = rt.none;
  const TRUE = rt.true;
  const FALSE = rt.false;
  const PySet = rt.types["set"];
  const FrozenSet = rt.types["frozenset"];
  const { operators, budget, instances } = rt;
  const small: PyObject[] = [];
  for (let i = low; i <= high; i++) small.push(rt.int(i));

  /** An int of a safe integer that is no -0. */
  const mk = (n: number): PyObject => (n >= low && n <= high ? small[n - low] : (new Int(n) as PyObject));

  const slow =
    (name: BinaryOp) =>
    (a: PyObject, b: PyObject): PyObject =>
      operators.binary(a, b, name);
  const slowInplace =
    (name: BinaryOp) =>
    (a: PyObject, b: PyObject): PyObject =>
      operators.inplace(a, b, name);
  const addSlow = slow("add");
  const iaddSlow = slowInplace("add");
  const subSlow = slow("subtract");
  const mulSlow = slow("multiply");
  const divSlow = slow("divide");
  const modSlow = slow("remainder");
  const fdivSlow = slow("floor_divide");
  const andSlow = slow("and");
  const orSlow = slow("or");

  const concat = (a: string, b: string): PyObject => {
    if (a.length + b.length > 4096) budget.allocate((a.length + b.length) * 2);
    return new Str(a + b) as PyObject;
  };

  function add(a: PyObject, b: PyObject): PyObject {
    const t = a.ob$type;
    if (t === b.ob$type) {
      if (t === Int) {
        const x = a.v;
        const y = b.v;
        if (typeof x === "number" && typeof y === "number") {
          const r = x + y;
          if (r <= maxSafe && r >= -maxSafe) return mk(r);
        }
      } else if (t === Str) return concat(a.v as string, b.v as string);
      else if (t === Float) return new Float(a.v + b.v) as PyObject;
    }
    return addSlow(a, b);
  }
  function iadd(a: PyObject, b: PyObject): PyObject {
    const t = a.ob$type;
    if (t === b.ob$type) {
      if (t === Int) {
        const x = a.v;
        const y = b.v;
        if (typeof x === "number" && typeof y === "number") {
          const r = x + y;
          if (r <= maxSafe && r >= -maxSafe) return mk(r);
        }
      } else if (t === Str) return concat(a.v as string, b.v as string);
      else if (t === Float) return new Float(a.v + b.v) as PyObject;
    }
    return iaddSlow(a, b);
  }
  function sub(a: PyObject, b: PyObject): PyObject {
    const t = a.ob$type;
    if (t === b.ob$type) {
      if (t === Int) {
        const x = a.v;
        const y = b.v;
        if (typeof x === "number" && typeof y === "number") {
          const r = x - y;
          if (r <= maxSafe && r >= -maxSafe) return mk(r);
        }
      } else if (t === Float) return new Float(a.v - b.v) as PyObject;
    }
    return subSlow(a, b);
  }
  function mul(a: PyObject, b: PyObject): PyObject {
    const t = a.ob$type;
    if (t === b.ob$type) {
      if (t === Int) {
        const x = a.v;
        const y = b.v;
        if (typeof x === "number" && typeof y === "number") {
          const r = x * y;
          if (r <= maxSafe && r >= -maxSafe) return r === 0 ? small[-low] : mk(r);
        }
      } else if (t === Float) return new Float(a.v * b.v) as PyObject;
    }
    return mulSlow(a, b);
  }
  function div(a: PyObject, b: PyObject): PyObject {
    const t = a.ob$type;
    if (t === Float && b.ob$type === Float && b.v !== 0) return new Float(a.v / b.v) as PyObject;
    return divSlow(a, b);
  }
  function mod(a: PyObject, b: PyObject): PyObject {
    if (a.ob$type === Int && b.ob$type === Int) {
      const x = a.v;
      const y = b.v;
      if (typeof x === "number" && typeof y === "number" && y !== 0) {
        const r = x % y;
        if (r === 0) return small[-low];
        return mk(r < 0 !== y < 0 ? r + y : r);
      }
    }
    // Formatting: no type of the right operand but a subclass of str can come first.
    if (a.ob$type === Str) {
      const t = b.ob$type;
      if (t === Tuple || t === Int || t === Str || t === Dict) return a.nb$remainder(b) as PyObject;
    }
    return modSlow(a, b);
  }
  function fdiv(a: PyObject, b: PyObject): PyObject {
    if (a.ob$type === Int && b.ob$type === Int) {
      const x = a.v;
      const y = b.v;
      if (typeof x === "number" && typeof y === "number" && y !== 0) {
        // Exact while the quotient is far from 2**53: the remainder is taken off first.
        let r = x % y;
        if (r !== 0 && r < 0 !== y < 0) r += y;
        const q = (x - r) / y;
        if (q <= maxSafe && q >= -maxSafe && x - r <= maxSafe && x - r >= -maxSafe)
          return q === 0 ? small[-low] : mk(q);
      }
    }
    return fdivSlow(a, b);
  }
  function and(a: PyObject, b: PyObject): PyObject {
    if (a.ob$type === Int && b.ob$type === Int) {
      const x = a.v;
      const y = b.v;
      if (
        typeof x === "number" &&
        typeof y === "number" &&
        x >= 0 &&
        y >= 0 &&
        x <= 0x7fffffff &&
        y <= 0x7fffffff
      )
        return mk(x & y);
    }
    return andSlow(a, b);
  }
  function or(a: PyObject, b: PyObject): PyObject {
    if (a.ob$type === Int && b.ob$type === Int) {
      const x = a.v;
      const y = b.v;
      if (
        typeof x === "number" &&
        typeof y === "number" &&
        x >= 0 &&
        y >= 0 &&
        x <= 0x7fffffff &&
        y <= 0x7fffffff
      )
        return mk(x | y);
    }
    return orSlow(a, b);
  }

  function neg(a: PyObject): PyObject {
    if (a.ob$type === Int && typeof a.v === "number" && a.v !== 0) return mk(-a.v);
    return operators.unary(a, "negative");
  }

  // -- truth

  function tr(o: PyObject, place: number): boolean {
    const t = o.ob$type;
    if (t === Str) return o.v !== "";
    if (t === List || t === Tuple) return (o.v as PyObject[]).length !== 0;
    if (place !== none) thread.at(place);
    if (o.nb$bool !== undefined) return o.nb$bool() as boolean;
    if (o.sq$length !== undefined) return o.sq$length() !== 0;
    return true;
  }
  /** The truth of a value; `place` is where an error belongs, for callers in generated code. */
  function truth(o: PyObject, place = none): boolean {
    return o === TRUE || (o !== FALSE && o !== NONE && tr(o, place));
  }

  // -- comparisons: the object, and (…b) its truth

  const boolSlow =
    (op: CompareOp) =>
    (a: PyObject, b: PyObject): boolean =>
      operators.compareBool(a, b, op);
  const eqSlow = boolSlow("Eq");
  const neSlow = boolSlow("NotEq");
  const ltSlow = boolSlow("Lt");
  const leSlow = boolSlow("LtE");
  const gtSlow = boolSlow("Gt");
  const geSlow = boolSlow("GtE");

  function eqb(a: PyObject, b: PyObject): boolean {
    const t = a.ob$type;
    if (t === b.ob$type && (t === Int || t === Str || t === Float)) return a.v === b.v;
    return eqSlow(a, b);
  }
  function neb(a: PyObject, b: PyObject): boolean {
    const t = a.ob$type;
    if (t === b.ob$type && (t === Int || t === Str || t === Float)) return a.v !== b.v;
    return neSlow(a, b);
  }
  function ltb(a: PyObject, b: PyObject): boolean {
    const t = a.ob$type;
    if (t === b.ob$type && (t === Int || t === Float)) return a.v < b.v;
    return ltSlow(a, b);
  }
  function leb(a: PyObject, b: PyObject): boolean {
    const t = a.ob$type;
    if (t === b.ob$type && (t === Int || t === Float)) return a.v <= b.v;
    return leSlow(a, b);
  }
  function gtb(a: PyObject, b: PyObject): boolean {
    const t = a.ob$type;
    if (t === b.ob$type && (t === Int || t === Float)) return a.v > b.v;
    return gtSlow(a, b);
  }
  function geb(a: PyObject, b: PyObject): boolean {
    const t = a.ob$type;
    if (t === b.ob$type && (t === Int || t === Float)) return a.v >= b.v;
    return geSlow(a, b);
  }
  const compare =
    (op: CompareOp, fast: (a: PyObject, b: PyObject) => boolean) =>
    (a: PyObject, b: PyObject): PyObject => {
      const t = a.ob$type;
      if (t === b.ob$type && (t === Int || t === Float)) return fast(a, b) ? TRUE : FALSE;
      return operators.compare(a, b, op);
    };

  function inb(a: PyObject, b: PyObject): boolean {
    const t = b.ob$type;
    if (a.ob$type === Str && (t === Dict || t === PySet || t === FrozenSet))
      return (b as PyDict).hasStr(a.v as string);
    return rt.contains(b, a);
  }

  /** `len(o)`, where `len` is the builtin. */
  function len(o: PyObject): PyObject {
    const t = o.ob$type;
    return mk(t === List || t === Tuple ? (o.v as PyObject[]).length : rt.len(o));
  }

  /** `isinstance(o, cls)`, where `isinstance` is the builtin. */
  function isinstance(o: PyObject, cls: PyObject): PyObject {
    return o.ob$type === cls || instances.isInstance(o, cls) ? TRUE : FALSE;
  }

  return {
    LEN: rt.builtin("len"),
    len,
    ISINSTANCE: rt.builtin("isinstance"),
    isinstance,
    mk,
    add,
    iadd,
    sub,
    mul,
    div,
    mod,
    fdiv,
    and,
    or,
    isub: inplace(sub, "subtract"),
    imul: inplace(mul, "multiply"),
    idiv: inplace(div, "divide"),
    imod: inplace(mod, "remainder"),
    ifdiv: inplace(fdiv, "floor_divide"),
    iand: inplace(and, "and"),
    ior: inplace(or, "or"),
    ixor: slowInplace("xor"),
    ipow: slowInplace("power"),
    ishl: slowInplace("lshift"),
    ishr: slowInplace("rshift"),
    imatmul: slowInplace("matrix_multiply"),
    xor: slow("xor"),
    pow: slow("power"),
    shl: slow("lshift"),
    shr: slow("rshift"),
    matmul: slow("matrix_multiply"),
    neg,
    pos: (a: PyObject) => operators.unary(a, "positive"),
    inv: (a: PyObject) => operators.unary(a, "invert"),
    truth,
    eq: compare("Eq", eqb),
    ne: compare("NotEq", neb),
    lt: compare("Lt", ltb),
    le: compare("LtE", leb),
    gt: compare("Gt", gtb),
    ge: compare("GtE", geb),
    eqb,
    neb,
    ltb,
    leb,
    gtb,
    geb,
    inb,
  };

  function inplace(fast: (a: PyObject, b: PyObject) => PyObject, name: BinaryOp) {
    return (a: PyObject, b: PyObject): PyObject => {
      const t = a.ob$type;
      if (t === Int || t === Float) return fast(a, b);
      return operators.inplace(a, b, name);
    };
  }
}
