/**
 * The table of slots: which dunder method belongs to which slot, how a builtin type's slot is called from Python (the
 * wrapper) and how a slot of a class made in Python calls its dunder method (the dispatcher). After CPython's
 * Objects/typeobject.c `slotdefs`.
 */
import type { CompareOp, KwArgs, PyObject, PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";

/** Calls the raw slot function `raw` of a builtin type as the Python method would be called. */
export type SlotWrapper = (
  raw: (...args: any[]) => any,
  self: PyObject,
  args: PyObject[],
  kw: KwArgs | undefined,
) => PyObject;

export interface SlotDef {
  readonly dunder: string;
  readonly slot: string;
  readonly wrap: SlotWrapper;
  /** Least and most arguments after self; undefined: any, with keywords. */
  readonly arity: readonly [number, number] | undefined;
  readonly doc: string;
}

export interface SlotTable {
  readonly defs: readonly SlotDef[];
  readonly byDunder: ReadonlyMap<string, readonly SlotDef[]>;
  readonly bySlot: ReadonlyMap<string, readonly SlotDef[]>;
  /** Slot functions of classes made in Python. */
  readonly dispatchers: ReadonlyMap<string, (...args: any[]) => any>;
}

/** Binary operators: slot stem, dunder stem, sign. */
export const binaryOperators: readonly (readonly [slot: string, dunder: string, sign: string])[] = [
  ["add", "add", "+"],
  ["subtract", "sub", "-"],
  ["multiply", "mul", "*"],
  ["matrix_multiply", "matmul", "@"],
  ["divide", "truediv", "/"],
  ["floor_divide", "floordiv", "//"],
  ["remainder", "mod", "%"],
  ["power", "pow", "** or pow()"],
  ["lshift", "lshift", "<<"],
  ["rshift", "rshift", ">>"],
  ["and", "and", "&"],
  ["or", "or", "|"],
  ["xor", "xor", "^"],
];

export const compareDunders: Readonly<Record<CompareOp, string>> = {
  Eq: "__eq__",
  NotEq: "__ne__",
  Lt: "__lt__",
  LtE: "__le__",
  Gt: "__gt__",
  GtE: "__ge__",
};

const compareSigns: Readonly<Record<CompareOp, string>> = {
  Eq: "==",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
};

export function makeSlotTable(rt: Runtime): SlotTable {
  const defs: SlotDef[] = [];
  const dispatchers = new Map<string, (...args: any[]) => any>();
  const none = (v: any): PyObject => (v === undefined ? rt.none : v);
  const def = (
    dunder: string,
    slot: string,
    arity: readonly [number, number] | undefined,
    doc: string,
    wrap: SlotWrapper,
    dispatch?: (this: PyObject, ...args: any[]) => any,
  ): void => {
    defs.push({ dunder, slot, arity, doc, wrap });
    if (dispatch !== undefined && !dispatchers.has(slot)) dispatchers.set(slot, dispatch);
  };
  const lookup = (o: PyObject, name: string): PyObject | undefined => rt.lookupType(o.ob$type, name);
  /** x * n: what is no index is told as such, not as an operand. */
  const repeat: SlotWrapper = (raw, self, args) => {
    rt.index(args[0]);
    return none(raw.call(self, args[0]));
  };
  const unary: SlotWrapper = (raw, self) => none(raw.call(self));
  const binary: SlotWrapper = (raw, self, args) => none(raw.call(self, args[0]));

  // ---- creation and calls
  def(
    "__init__",
    "tp$init",
    undefined,
    "Initialize self.  See help(type(self)) for accurate signature.",
    (raw, self, args, kw) => {
      raw.call(self, args, kw);
      return rt.none;
    },
    function (args: PyObject[], kw?: KwArgs) {
      const r = rt.callSpecial(this, "__init__", args, kw);
      if (r !== rt.none) throw rt.error("TypeError", `__init__() should return None, not '${rt.tpName(r)}'`);
    },
  );
  dispatchers.set("tp$new", function (this: PyObject, args: PyObject[], kw?: KwArgs) {
    const cls = this.constructor as unknown as PyType;
    let f = rt.lookupType(cls, "__new__")!;
    if (f.tp$descr_get !== undefined) f = f.tp$descr_get(null, cls);
    return rt.call(f, [cls, ...args], kw);
  });
  def(
    "__call__",
    "tp$call",
    undefined,
    "Call self as a function.",
    (raw, self, args, kw) => none(raw.call(self, args, kw)),
    function (args: PyObject[], kw?: KwArgs) {
      return rt.callSpecial(this, "__call__", args, kw);
    },
  );

  // ---- text and hash
  for (const [dunder, slot, doc] of [
    ["__repr__", "$r", "Return repr(self)."],
    ["__str__", "tp$str", "Return str(self)."],
  ] as const) {
    def(dunder, slot, [0, 0], doc, unary, function () {
      const r = rt.callSpecial0(this, dunder);
      if (!rt.isStr(r)) throw rt.error("TypeError", `${dunder} returned non-string (type ${rt.tpName(r)})`);
      return r;
    });
  }
  def(
    "__hash__",
    "tp$hash",
    [0, 0],
    "Return hash(self).",
    (raw, self) => rt.int(raw.call(self)),
    function () {
      const f = lookup(this, "__hash__");
      if (f === rt.none || f === undefined)
        throw rt.error("TypeError", `unhashable type: '${rt.tpName(this)}'`);
      const r = rt.callSpecial0(this, "__hash__");
      if (!rt.isInt(r)) throw rt.error("TypeError", "__hash__ method should return an integer");
      return rt.types.int.prototype.tp$hash.call(r);
    },
  );

  // ---- attributes
  /** object.__setattr__ must not change classes behind type's back (CPython's hackcheck). */
  const checkTypes = (raw: unknown, self: PyObject, name: string): void => {
    if (rt.isType(self) && raw !== rt.attributes.typeSet) {
      throw rt.error("TypeError", `can't apply this ${name} to ${rt.tpName(self)} object`);
    }
  };
  def(
    "__getattribute__",
    "tp$getattr",
    [1, 1],
    "Return getattr(self, name).",
    (raw, self, args) => {
      const name = rt.attributeName(args[0]);
      const v = raw.call(self, name);
      if (v === undefined) throw rt.attributeError(self, name);
      return v;
    },
    function (name: string) {
      return rt.attributes.dispatchGetattr(this, name);
    },
  );
  // __getattr__ has no wrapper: only classes written in Python have it.
  dispatchers.set("tp$getattr", function (this: PyObject, name: string) {
    return rt.attributes.dispatchGetattr(this, name);
  });
  def(
    "__setattr__",
    "tp$setattr",
    [2, 2],
    "Implement setattr(self, name, value).",
    (raw, self, args) => {
      checkTypes(raw, self, "__setattr__");
      raw.call(self, rt.attributeName(args[0]), args[1]);
      return rt.none;
    },
    function (name: string, value: PyObject | undefined) {
      rt.attributes.dispatchSetattr(this, name, value);
    },
  );
  def("__delattr__", "tp$setattr", [1, 1], "Implement delattr(self, name).", (raw, self, args) => {
    checkTypes(raw, self, "__delattr__");
    raw.call(self, rt.attributeName(args[0]), undefined);
    return rt.none;
  });

  // ---- descriptors
  def(
    "__get__",
    "tp$descr_get",
    [1, 2],
    "Return an attribute of instance, which is of type owner.",
    (raw, self, args) => {
      const obj = args[0] === rt.none ? null : args[0];
      const type = args[1] === undefined || args[1] === rt.none ? null : args[1];
      if (obj === null && type === null) throw rt.error("TypeError", "__get__(None, None) is invalid");
      return raw.call(self, obj, type ?? obj!.ob$type);
    },
    function (obj: PyObject | null, type: PyObject | null) {
      return rt.callSpecial(this, "__get__", [obj ?? rt.none, type ?? rt.none]);
    },
  );
  def(
    "__set__",
    "tp$descr_set",
    [2, 2],
    "Set an attribute of instance to value.",
    (raw, self, args) => {
      raw.call(self, args[0], args[1]);
      return rt.none;
    },
    function (obj: PyObject, value: PyObject | undefined) {
      const name = value === undefined ? "__delete__" : "__set__";
      if (lookup(this, name) === undefined) throw rt.error("AttributeError", name);
      rt.callSpecial(this, name, value === undefined ? [obj] : [obj, value]);
    },
  );
  def("__delete__", "tp$descr_set", [1, 1], "Delete an attribute of instance.", (raw, self, args) => {
    raw.call(self, args[0], undefined);
    return rt.none;
  });

  // ---- comparison
  const richcompare = function (this: PyObject, other: PyObject, op: CompareOp): any {
    const f = lookup(this, compareDunders[op])!;
    if (f.$def?.dunder === compareDunders[op] && rt.isInstance(this, f.$owner))
      return f.$raw.call(this, other, op);
    if (f.$binds === true || f.tp$descr_get === undefined)
      return rt.callSpecial1(this, compareDunders[op], other);
    let bound: PyObject;
    try {
      bound = f.tp$descr_get(this, this.ob$type);
    } catch (e) {
      // CPython's lookup_maybe_method: a descriptor that raises is no method.
      if (!rt.isException(e)) throw e;
      return rt.notImplemented;
    }
    return rt.call(bound, [other]);
  };
  for (const op of Object.keys(compareDunders) as CompareOp[]) {
    def(
      compareDunders[op],
      "tp$richcompare",
      [1, 1],
      `Return self${compareSigns[op]}value.`,
      (raw, self, args) => rt.truthValue(raw.call(self, args[0], op)),
      richcompare,
    );
  }

  // ---- iteration
  def("__iter__", "tp$iter", [0, 0], "Implement iter(self).", unary, function () {
    if (lookup(this, "__iter__") === rt.none)
      throw rt.error("TypeError", `'${rt.tpName(this)}' object is not iterable`);
    return rt.callSpecial0(this, "__iter__");
  });
  def(
    "__next__",
    "tp$iternext",
    [0, 0],
    "Implement next(self).",
    (raw, self) => {
      const v = raw.call(self);
      if (v !== undefined) return v;
      throw rt.stopIteration(self);
    },
    function () {
      try {
        return rt.callSpecial0(this, "__next__");
      } catch (e) {
        if (!rt.isException(e, "StopIteration")) throw e;
        this.gi$ret = rt.stopValue(e);
        return undefined;
      }
    },
  );

  // ---- containers
  def(
    "__len__",
    "sq$length",
    [0, 0],
    "Return len(self).",
    (raw, self) => rt.int(raw.call(self)),
    function () {
      return rt.lengthOf(rt.callSpecial0(this, "__len__"));
    },
  );
  def(
    "__contains__",
    "sq$contains",
    [1, 1],
    "Return key in self.",
    (raw, self, args) => rt.bool(raw.call(self, args[0])),
    function (key: PyObject) {
      if (lookup(this, "__contains__") === rt.none)
        throw rt.error("TypeError", `'${rt.tpName(this)}' object is not a container`);
      return rt.isTrue(rt.callSpecial1(this, "__contains__", key));
    },
  );
  def("__getitem__", "mp$subscript", [1, 1], "Return self[key].", binary, function (key: PyObject) {
    return rt.callSpecial1(this, "__getitem__", key);
  });
  def(
    "__setitem__",
    "mp$ass_subscript",
    [2, 2],
    "Set self[key] to value.",
    (raw, self, args) => {
      raw.call(self, args[0], args[1]);
      return rt.none;
    },
    function (key: PyObject, value: PyObject | undefined) {
      const name = value === undefined ? "__delitem__" : "__setitem__";
      if (lookup(this, name) === undefined) {
        throw rt.error(
          "TypeError",
          `'${rt.tpName(this)}' object ${value === undefined ? "doesn't support item deletion" : "does not support item assignment"}`,
        );
      }
      rt.callSpecial(this, name, value === undefined ? [key] : [key, value]);
    },
  );
  def("__delitem__", "mp$ass_subscript", [1, 1], "Delete self[key].", (raw, self, args) => {
    raw.call(self, args[0], undefined);
    return rt.none;
  });

  // ---- numbers
  for (const [stem, dunder, sign] of binaryOperators) {
    const pow = stem === "power";
    const call: SlotWrapper = pow
      ? (raw, self, args) => none(raw.call(self, args[0], args[1] === rt.none ? undefined : args[1]))
      : binary;
    const arity = pow ? ([1, 2] as const) : ([1, 1] as const);
    const text = pow ? "**" : sign;
    def(
      `__${dunder}__`,
      `nb$${stem}`,
      arity,
      pow ? "Return pow(self, value, mod)." : `Return self${text}value.`,
      call,
      pow
        ? function (o: PyObject, modulus?: PyObject) {
            return modulus === undefined
              ? rt.callSpecial1(this, "__pow__", o)
              : rt.callSpecial(this, "__pow__", [o, modulus]);
          }
        : function (o: PyObject) {
            return rt.callSpecial1(this, `__${dunder}__`, o);
          },
    );
    def(
      `__r${dunder}__`,
      `nb$reflected_${stem}`,
      arity,
      pow ? "Return pow(value, self, mod)." : `Return value${text}self.`,
      call,
      function (o: PyObject) {
        return rt.callSpecial1(this, `__r${dunder}__`, o);
      },
    );
    def(
      `__i${dunder}__`,
      `nb$inplace_${stem}`,
      [1, 1],
      `Return self${text}=value.`,
      binary,
      function (o: PyObject) {
        return rt.callSpecial1(this, `__i${dunder}__`, o);
      },
    );
  }
  def("__divmod__", "nb$divmod", [1, 1], "Return divmod(self, value).", binary, function (o: PyObject) {
    return rt.callSpecial1(this, "__divmod__", o);
  });
  def(
    "__rdivmod__",
    "nb$reflected_divmod",
    [1, 1],
    "Return divmod(value, self).",
    binary,
    function (o: PyObject) {
      return rt.callSpecial1(this, "__rdivmod__", o);
    },
  );
  for (const [dunder, slot, doc] of [
    ["__neg__", "nb$negative", "-self"],
    ["__pos__", "nb$positive", "+self"],
    ["__abs__", "nb$abs", "abs(self)"],
    ["__invert__", "nb$invert", "~self"],
  ] as const) {
    def(dunder, slot, [0, 0], doc, unary, function () {
      return rt.callSpecial0(this, dunder);
    });
  }
  for (const [dunder, slot, kind] of [
    ["__int__", "nb$int", "int"],
    ["__index__", "nb$index", "int"],
    ["__float__", "nb$float", "float"],
  ] as const) {
    def(
      dunder,
      slot,
      [0, 0],
      kind === "float"
        ? "float(self)"
        : dunder === "__int__"
          ? "int(self)"
          : "Return self converted to an integer, if self is suitable for use as an index into a list.",
      unary,
      function () {
        const r = rt.callSpecial0(this, dunder);
        if (r.ob$type === rt.types[kind]) return r;
        const prefix = kind === "float" ? `${rt.tpName(this)}.` : "";
        const message = `${prefix}${dunder} returned non-${kind} (type ${rt.tpName(r)})`;
        if (!rt.isInstance(r, rt.types[kind])) throw rt.error("TypeError", message);
        // Nobody can see a warning before `warnings` is imported.
        const warnings = rt.findModule("warnings");
        if (warnings !== undefined) {
          const text = `${message}.  The ability to return an instance of a strict subclass of ${kind} is deprecated, and may be removed in a future version of Python.`;
          rt.callMethod2(warnings, "warn", rt.str(text), rt.exceptions.type("DeprecationWarning"));
        }
        return r;
      },
    );
  }
  def(
    "__bool__",
    "nb$bool",
    [0, 0],
    "True if self else False",
    (raw, self) => rt.bool(raw.call(self)),
    function () {
      const r = rt.callSpecial0(this, "__bool__");
      if (r === rt.true) return true;
      if (r === rt.false) return false;
      throw rt.error("TypeError", `__bool__ should return bool, returned ${rt.tpName(r)}`);
    },
  );

  // ---- sequences: after the number slots, so that the latter win where a type has both
  def("__add__", "sq$concat", [1, 1], "Return self+value.", binary);
  def("__mul__", "sq$repeat", [1, 1], "Return self*value.", repeat);
  def("__rmul__", "sq$repeat", [1, 1], "Return value*self.", repeat);
  def("__iadd__", "sq$inplace_concat", [1, 1], "Implement self+=value.", binary);
  def("__imul__", "sq$inplace_repeat", [1, 1], "Implement self*=value.", repeat);

  const byDunder = new Map<string, SlotDef[]>();
  const bySlot = new Map<string, SlotDef[]>();
  for (const d of defs) {
    (byDunder.get(d.dunder) ?? byDunder.set(d.dunder, []).get(d.dunder)!).push(d);
    (bySlot.get(d.slot) ?? bySlot.set(d.slot, []).get(d.slot)!).push(d);
  }
  return { defs, byDunder, bySlot, dispatchers };
}
