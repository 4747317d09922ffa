/** `_operator`: the functions of `operator`; operator.py is CPython's own text and takes these over its own. */
import type { BinaryOp } from "../vm/runtime/operators.js";
import type { CompareOp, KwArgs, PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { addFunctions, bytesOrUndefined, type Functions } from "./support.js";

export function installOperator(rt: Runtime): void {
  rt.registerModule("_operator", (_, module) => {
    /** What countOf and indexOf go through. */
    const items = (o: PyObject): Iterable<PyObject> => {
      if (o.tp$iter === undefined && o.mp$subscript === undefined)
        throw rt.error("TypeError", `argument of type '${rt.tpName(o)}' is not iterable`);
      return rt.iterate(o);
    };
    const functions: Record<string, Functions[string]> = {};
    const binary: Record<string, BinaryOp> = {
      add: "add",
      sub: "subtract",
      mul: "multiply",
      truediv: "divide",
      floordiv: "floor_divide",
      mod: "remainder",
      pow: "power",
      lshift: "lshift",
      rshift: "rshift",
      and_: "and",
      or_: "or",
      xor: "xor",
      matmul: "matrix_multiply",
    };
    for (const [name, op] of Object.entries(binary)) {
      functions[name] = ["(a, b, /)", (a: PyObject, b: PyObject) => rt.binary(a, b, op)];
      functions[`i${name.replace("_", "")}`] = [
        "(a, b, /)",
        (a: PyObject, b: PyObject) => rt.inplace(a, b, op),
      ];
    }
    const compare: Record<string, CompareOp> = {
      lt: "Lt",
      le: "LtE",
      eq: "Eq",
      ne: "NotEq",
      ge: "GtE",
      gt: "Gt",
    };
    for (const [name, op] of Object.entries(compare))
      functions[name] = ["(a, b, /)", (a: PyObject, b: PyObject) => rt.richCompare(a, b, op)];
    const concat =
      (inplace: boolean) =>
      (a: PyObject, b: PyObject): PyObject => {
        if (a.mp$subscript === undefined && a.sq$concat === undefined)
          throw rt.error("TypeError", `'${rt.tpName(a)}' object can't be concatenated`);
        return inplace ? rt.inplace(a, b, "add") : rt.binary(a, b, "add");
      };
    Object.assign(functions, {
      neg: ["(a, /)", (a: PyObject) => rt.unary(a, "negative")],
      pos: ["(a, /)", (a: PyObject) => rt.unary(a, "positive")],
      inv: ["(a, /)", (a: PyObject) => rt.unary(a, "invert")],
      invert: ["(a, /)", (a: PyObject) => rt.unary(a, "invert")],
      abs: ["(a, /)", (a: PyObject) => rt.unary(a, "abs")],
      index: ["(a, /)", (a: PyObject) => rt.int(rt.index(a))],
      not_: ["(a, /)", (a: PyObject) => !rt.isTrue(a)],
      truth: ["(a, /)", (a: PyObject) => rt.isTrue(a)],
      is_: ["(a, b, /)", (a: PyObject, b: PyObject) => a === b],
      is_not: ["(a, b, /)", (a: PyObject, b: PyObject) => a !== b],
      concat: ["(a, b, /)", concat(false)],
      iconcat: ["(a, b, /)", concat(true)],
      contains: ["(a, b, /)", (a: PyObject, b: PyObject) => rt.contains(a, b)],
      getitem: ["(a, b, /)", (a: PyObject, b: PyObject) => rt.getItem(a, b)],
      setitem: ["(a, b, c, /)", (a: PyObject, b: PyObject, c: PyObject) => rt.setItem(a, b, c)],
      delitem: ["(a, b, /)", (a: PyObject, b: PyObject) => rt.delItem(a, b)],
      countOf: [
        "(a, b, /)",
        (a: PyObject, b: PyObject) => {
          let n = 0;
          for (const item of items(a)) if (rt.equals(item, b)) n++;
          return rt.int(n);
        },
      ],
      indexOf: [
        "(a, b, /)",
        (a: PyObject, b: PyObject) => {
          let n = 0;
          for (const item of items(a)) {
            if (rt.equals(item, b)) return rt.int(n);
            n++;
          }
          throw rt.error("ValueError", "sequence.index(x): x not in sequence");
        },
      ],
      length_hint: [
        "(obj, default=0, /)",
        (obj: PyObject, given: PyObject) => {
          const otherwise = rt.int(rt.index(given));
          if (obj.sq$length !== undefined) return rt.int(rt.len(obj));
          const hint = rt.lookupSpecial(obj, "__length_hint__");
          if (hint === undefined) return otherwise;
          let value: PyObject;
          try {
            value = rt.call(hint, []);
          } catch (error) {
            if (rt.isException(error, "TypeError")) return otherwise;
            throw error;
          }
          if (value === rt.notImplemented) return otherwise;
          if (!rt.isInt(value))
            throw rt.error("TypeError", `__length_hint__ must be an integer, not ${rt.tpName(value)}`);
          if (value.v < 0) throw rt.error("ValueError", "__length_hint__() should return >= 0");
          return value;
        },
      ],
      call: [
        "(obj, /, *args, **kwargs)",
        (obj: PyObject, args: PyObject[], kw: Map<string, PyObject>) => rt.call(obj, args, [...kw].flat()),
      ],
      _compare_digest: [
        "(a, b, /)",
        (a: PyObject, b: PyObject) => {
          const bytes = (o: PyObject): string | undefined =>
            rt.isStr(o) ? (o.v as string) : bytesOrUndefined(rt, o)?.join();
          const [x, y] = [bytes(a), bytes(b)];
          if (x === undefined || y === undefined || rt.isStr(a) !== rt.isStr(b)) {
            throw rt.error(
              "TypeError",
              `unsupported operand types(s) or combination of types: '${rt.tpName(a)}' and '${rt.tpName(b)}'`,
            );
          }
          return x === y;
        },
      ],
    } satisfies Functions);
    addFunctions(rt, module, functions);
    for (const [name, type] of makeGetters(rt)) module.setStr(name, type);
  });
}

function makeGetters(rt: Runtime): [string, PyType][] {
  const noKeywords = (name: string, kw: KwArgs | undefined): void => {
    if (kw !== undefined && kw.length > 0)
      throw rt.error("TypeError", `${name}() takes no keyword arguments`);
  };
  const one = (name: string, args: PyObject[]): PyObject => {
    if (args.length !== 1) throw rt.error("TypeError", `${name} expected 1 argument, got ${args.length}`);
    return args[0];
  };
  const shown = (values: readonly PyObject[]): string => values.map((value) => rt.repr(value)).join(", ");
  const itemgetter = rt.defineType({
    name: "itemgetter",
    module: "operator",
    new: [
      "(cls, item=..., /, *items)",
      (cls: PyType, item: PyObject | undefined, items: PyObject[]) => {
        if (item === undefined) throw rt.error("TypeError", "itemgetter expected 1 argument, got 0");
        const self = rt.alloc(cls);
        self.items = [item, ...items];
        return self as PyObject;
      },
    ],
    methods: { __reduce__: ["(self)", (self: any) => rt.tuple([self.ob$type, rt.tuple([...self.items])])] },
    slots: {
      tp$call(this: any, args: PyObject[], kw?: KwArgs) {
        noKeywords("itemgetter", kw);
        const obj = one("itemgetter", args);
        const items = this.items as PyObject[];
        return items.length === 1
          ? rt.getItem(obj, items[0])
          : rt.tuple(items.map((item) => rt.getItem(obj, item)));
      },
      $r(this: any) {
        return rt.str(`operator.itemgetter(${shown(this.items as PyObject[])})`);
      },
    },
  });
  const dotted = (obj: PyObject, path: readonly string[]): PyObject =>
    path.reduce((o, name) => rt.getattr(o, name), obj);
  const attrgetter = rt.defineType({
    name: "attrgetter",
    module: "operator",
    new: [
      "(cls, attr, /, *attrs)",
      (cls: PyType, attr: PyObject, attrs: PyObject[]) => {
        const self = rt.alloc(cls);
        self.names = [attr, ...attrs];
        self.paths = self.names.map((name: PyObject) => {
          if (!rt.isStr(name)) throw rt.error("TypeError", "attribute name must be a string");
          return (name.v as string).split(".");
        });
        return self as PyObject;
      },
    ],
    methods: { __reduce__: ["(self)", (self: any) => rt.tuple([self.ob$type, rt.tuple([...self.names])])] },
    slots: {
      tp$call(this: any, args: PyObject[], kw?: KwArgs) {
        noKeywords("attrgetter", kw);
        const obj = one("attrgetter", args);
        const paths = this.paths as string[][];
        return paths.length === 1 ? dotted(obj, paths[0]) : rt.tuple(paths.map((path) => dotted(obj, path)));
      },
      $r(this: any) {
        return rt.str(`operator.attrgetter(${shown(this.names as PyObject[])})`);
      },
    },
  });
  const methodcaller = rt.defineType({
    name: "methodcaller",
    module: "operator",
    new: [
      "(cls, name, /, *args, **kwargs)",
      (cls: PyType, name: PyObject, args: PyObject[], kw: Map<string, PyObject>) => {
        if (!rt.isStr(name)) throw rt.error("TypeError", "method name must be a string");
        const self = rt.alloc(cls);
        self.method = name;
        self.args = args;
        self.kw = kw;
        return self as PyObject;
      },
    ],
    methods: {
      __reduce__: [
        "(self)",
        (self: any) => {
          const kw = [...(self.kw as Map<string, PyObject>)];
          const args = rt.tuple([self.method as PyObject, ...(self.args as PyObject[])]);
          if (kw.length === 0) return rt.tuple([self.ob$type, args]);
          const partial = rt.call(
            rt.getattr(rt.importModule("functools"), "partial"),
            [self.ob$type, self.method as PyObject],
            kw.flat(),
          );
          return rt.tuple([partial, rt.tuple([...(self.args as PyObject[])])]);
        },
      ],
    },
    slots: {
      tp$call(this: any, args: PyObject[], kw?: KwArgs) {
        noKeywords("methodcaller", kw);
        return rt.callMethod(
          one("methodcaller", args),
          this.method.v as string,
          this.args as PyObject[],
          [...(this.kw as Map<string, PyObject>)].flat(),
        );
      },
      $r(this: any) {
        const named = [...(this.kw as Map<string, PyObject>)].map(
          ([name, value]) => `${name}=${rt.repr(value)}`,
        );
        return rt.str(
          `operator.methodcaller(${[rt.repr(this.method), ...(this.args as PyObject[]).map((arg) => rt.repr(arg)), ...named].join(", ")})`,
        );
      },
    },
  });
  return [
    ["itemgetter", itemgetter],
    ["attrgetter", attrgetter],
    ["methodcaller", methodcaller],
  ];
}
