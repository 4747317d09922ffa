/**
 * Operators as CPython's abstract.c does them: the reflected method of a subclass goes first, NotImplemented passes on,
 * sequences come after numbers; comparison may return any object (PEP 207).
 */
import type { CompareOp, PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";
import { binaryOperators } from "./slots.js";

export type BinaryOp =
  | "add"
  | "subtract"
  | "multiply"
  | "matrix_multiply"
  | "divide"
  | "floor_divide"
  | "remainder"
  | "power"
  | "lshift"
  | "rshift"
  | "and"
  | "or"
  | "xor"
  | "divmod";
export type UnaryOp = "negative" | "positive" | "invert" | "abs";

interface OpNames {
  readonly slot: string;
  readonly reflected: string;
  readonly inplace: string;
  readonly sign: string;
}

const table: ReadonlyMap<string, OpNames> = new Map<string, OpNames>([
  ...binaryOperators.map(([slot, , sign]): [string, OpNames] => [
    slot,
    { slot: `nb$${slot}`, reflected: `nb$reflected_${slot}`, inplace: `nb$inplace_${slot}`, sign },
  ]),
  ["divmod", { slot: "nb$divmod", reflected: "nb$reflected_divmod", inplace: "nb$none", sign: "divmod()" }],
]);

const unarySigns: Readonly<Record<UnaryOp, string>> = {
  negative: "-",
  positive: "+",
  invert: "~",
  abs: "abs()",
};
const swapped: Readonly<Record<CompareOp, CompareOp>> = {
  Eq: "Eq",
  NotEq: "NotEq",
  Lt: "Gt",
  LtE: "GtE",
  Gt: "Lt",
  GtE: "LtE",
};
const compareSigns: Readonly<Record<CompareOp, string>> = {
  Eq: "==",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
};

export class Operators {
  constructor(private readonly rt: Runtime) {}

  /** Tries number slots; NotImplemented when neither operand knows. */
  private tryBinary(a: PyObject, b: PyObject, op: OpNames): PyObject {
    const NI = this.rt.notImplemented;
    const ta = a.ob$type;
    const tb = b.ob$type;
    const right = tb === ta ? undefined : b[op.reflected];
    let rightDone = false;
    if (right !== undefined && right !== a[op.reflected] && tb.$mro.includes(ta)) {
      const r = right.call(b, a);
      if (r !== NI) return r;
      rightDone = true;
    } else if (
      right !== undefined &&
      tb.$heap &&
      tb.$mro.includes(ta) &&
      this.overrides(tb, ta, op.reflected)
    ) {
      // Both use the dispatcher, but the subclass has another method behind it.
      const r = right.call(b, a);
      if (r !== NI) return r;
      rightDone = true;
    }
    const left = a[op.slot];
    if (left !== undefined) {
      const r = left.call(a, b);
      if (r !== NI) return r;
    }
    return right !== undefined && !rightDone ? right.call(b, a) : NI;
  }

  private overrides(sub: PyObject["ob$type"], base: PyObject["ob$type"], slot: string): boolean {
    const defs = this.rt.slotTable.bySlot.get(slot);
    return (
      defs !== undefined &&
      this.rt.lookupType(sub, defs[0].dunder) !== this.rt.lookupType(base, defs[0].dunder)
    );
  }

  binary(a: PyObject, b: PyObject, name: BinaryOp): PyObject {
    const { rt } = this;
    const op = table.get(name)!;
    const r = this.tryBinary(a, b, op);
    if (r !== rt.notImplemented) return r;
    const s = this.sequence(a, b, name, "sq$concat", "sq$repeat");
    if (s !== undefined) return s;
    throw this.unsupported(op.sign, a, b);
  }

  inplace(a: PyObject, b: PyObject, name: BinaryOp): PyObject {
    const { rt } = this;
    const op = table.get(name)!;
    const own = a[op.inplace];
    if (own !== undefined) {
      const r = own.call(a, b);
      if (r !== rt.notImplemented) return r;
    }
    const r = this.tryBinary(a, b, op);
    if (r !== rt.notImplemented) return r;
    const s = this.sequence(
      a,
      b,
      name,
      a.sq$inplace_concat === undefined ? "sq$concat" : "sq$inplace_concat",
      a.sq$inplace_repeat === undefined ? "sq$repeat" : "sq$inplace_repeat",
    );
    if (s !== undefined) return s;
    throw this.unsupported(name === "power" ? "**=" : `${op.sign}=`, a, b);
  }

  private sequence(
    a: PyObject,
    b: PyObject,
    name: BinaryOp,
    concat: string,
    repeat: string,
  ): PyObject | undefined {
    const { rt } = this;
    if (name === "add") {
      const f = a[concat];
      return f === undefined ? undefined : f.call(a, b);
    }
    if (name !== "multiply") return undefined;
    for (const [seq, count, slot] of [
      [a, b, repeat],
      [b, a, "sq$repeat"],
    ] as const) {
      const f = seq[slot];
      if (f === undefined) continue;
      if (count.nb$index === undefined) {
        throw rt.error("TypeError", `can't multiply sequence by non-int of type '${rt.tpName(count)}'`);
      }
      return f.call(seq, count);
    }
    return undefined;
  }

  private unsupported(sign: string, a: PyObject, b: PyObject): PyObject {
    return this.rt.error(
      "TypeError",
      `unsupported operand type(s) for ${sign}: '${this.rt.tpName(a)}' and '${this.rt.tpName(b)}'`,
    );
  }

  unary(a: PyObject, name: UnaryOp): PyObject {
    const f = a[`nb$${name}`];
    if (f !== undefined) return f.call(a);
    throw this.rt.error(
      "TypeError",
      `bad operand type for ${name === "abs" ? "abs()" : `unary ${unarySigns[name]}`}: '${this.rt.tpName(a)}'`,
    );
  }

  /** `pow(a, b, m)` */
  ternaryPower(a: PyObject, b: PyObject, m: PyObject): PyObject {
    const { rt } = this;
    if (m === rt.none) return this.binary(a, b, "power");
    const f = a.nb$power;
    if (f !== undefined) {
      const r = f.call(a, b, m);
      if (r !== rt.notImplemented) return r;
    }
    // Classes made in Python are not asked: __rpow__ has no modulus there.
    for (const o of rt.isInt(m) ? [b] : [b, m]) {
      if (o.ob$type.$heap || o.nb$reflected_power === undefined) continue;
      const r = o.nb$reflected_power(a, m);
      if (r !== rt.notImplemented) return r;
    }
    throw rt.error(
      "TypeError",
      `unsupported operand type(s) for ** or pow(): '${rt.tpName(a)}', '${rt.tpName(b)}', '${rt.tpName(m)}'`,
    );
  }

  /** `a op b`; any object for types that return any. */
  compare(a: PyObject, b: PyObject, op: CompareOp): PyObject {
    return this.rt.truthValue(this.compareRaw(a, b, op));
  }

  /** As `compare`, but builtin types' JS booleans stay what they are. */
  compareRaw(a: PyObject, b: PyObject, op: CompareOp): PyObject | boolean {
    const NI = this.rt.notImplemented;
    const ta = a.ob$type;
    const tb = b.ob$type;
    const back = swapped[op];
    let tried = false;
    if (ta !== tb && tb.$mro.includes(ta)) {
      tried = true;
      const r = b.tp$richcompare(a, back);
      if (r !== NI) return r;
    }
    let r = a.tp$richcompare(b, op);
    if (r !== NI) return r;
    if (!tried) {
      r = b.tp$richcompare(a, back);
      if (r !== NI) return r;
    }
    if (op === "Eq") return a === b;
    if (op === "NotEq") return a !== b;
    throw this.rt.error(
      "TypeError",
      `'${compareSigns[op]}' not supported between instances of '${this.rt.tpName(a)}' and '${this.rt.tpName(b)}'`,
    );
  }

  /** Truth of `a op b`. */
  compareBool(a: PyObject, b: PyObject, op: CompareOp): boolean {
    const r = this.compareRaw(a, b, op);
    return typeof r === "boolean" ? r : this.rt.isTrue(r);
  }

  /** `a is b or a == b`, the equality of containers. */
  equals(a: PyObject, b: PyObject): boolean {
    return a === b || this.compareBool(a, b, "Eq");
  }
}
