/**
 * Functions written in Python: the type `function`, the binding of arguments to parameters with CPython's errors, and
 * the short ways for calls with the right number of positional arguments.
 */
import type { CodeData } from "../codegen/unit.js";
import { CodeFlag } from "../codegen/unit.js";
import type { PyCode } from "./code.js";
import type { KwArgs, PyCell, PyDict, PyObject, PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";

/** A function object. Its JS function `$js` takes every parameter, bound, in the order of co_varnames. */
export interface PyFunction extends PyObject {
  $js: (...args: any[]) => PyObject;
  $code: PyCode;
  $globals: PyDict;
  $cells: PyCell[];
  /** Of the last positional parameters. */
  $defaults: PyObject[] | undefined;
  $kwDefaults: Map<string, PyObject> | undefined;
  /** Number of positional arguments that need no binding; -1 when there always is some. */
  $n: number;
  $name: string;
  $qualname: string;
  $module: PyObject;
  $doc: PyObject;
  /** Flat array of names and values until somebody asks for the dict. */
  $annotations: PyObject[] | PyDict | undefined;
  $typeParams: PyObject | undefined;
  /** Frame information (FrameSource): a function has neither a namespace nor visible values. */
  $space: undefined;
  $values: undefined;
}

/** Number of exact positional arguments of a signature without `*args`, `**kw`, keyword-only parameters; else -1. */
function exactCount(data: CodeData): number {
  return (data.flags & (CodeFlag.varargs | CodeFlag.varkeywords)) === 0 && data.kwOnlyCount === 0
    ? data.argCount
    : -1;
}

/**
 * Binds a call to a function's parameters.
 * @returns the arguments of `$js`
 * @throws TypeError with CPython's message
 */
export function bindCall(
  rt: Runtime,
  f: PyFunction,
  args: readonly PyObject[],
  kw: KwArgs | undefined,
): unknown[] {
  const { data } = f.$code;
  const { argCount, kwOnlyCount, posOnlyCount, varNames, flags } = data;
  const total = argCount + kwOnlyCount;
  const slots = new Array<PyObject | undefined>(total).fill(undefined);
  const given = args.length;
  const hasVarargs = (flags & CodeFlag.varargs) !== 0;
  const hasKeywords = (flags & CodeFlag.varkeywords) !== 0;
  const direct = Math.min(given, argCount);
  for (let i = 0; i < direct; i++) slots[i] = args[i];

  const rest: PyDict | undefined = hasKeywords ? rt.newDict() : undefined;
  if (kw !== undefined && kw.length > 0) {
    for (let i = 0; i < kw.length; i += 2) {
      const name = kw[i] as string;
      let at = -1;
      for (let j = posOnlyCount; j < total; j++) {
        if (varNames[j] === name) {
          at = j;
          break;
        }
      }
      if (at >= 0) {
        if (slots[at] !== undefined) {
          throw rt.error("TypeError", `${f.$qualname}() got multiple values for argument '${name}'`);
        }
        slots[at] = kw[i + 1] as PyObject;
      } else if (rest !== undefined) rest.setStr(name, kw[i + 1] as PyObject);
      else throw unexpected(rt, f, kw, name);
    }
  }
  if (given > argCount && !hasVarargs) throw tooMany(rt, f, given, slots);

  const defaults = f.$defaults;
  const firstDefault = argCount - (defaults === undefined ? 0 : defaults.length);
  if (given < argCount) {
    let missing: string[] | undefined;
    for (let i = given; i < argCount; i++) {
      if (slots[i] !== undefined) continue;
      if (i >= firstDefault) slots[i] = defaults![i - firstDefault];
      else (missing ??= []).push(varNames[i]);
    }
    if (missing !== undefined) throw missingArguments(rt, f, missing, "positional");
  }
  if (kwOnlyCount > 0) {
    let missing: string[] | undefined;
    for (let i = argCount; i < total; i++) {
      if (slots[i] !== undefined) continue;
      const value = f.$kwDefaults?.get(varNames[i]);
      if (value !== undefined) slots[i] = value;
      else (missing ??= []).push(varNames[i]);
    }
    if (missing !== undefined) throw missingArguments(rt, f, missing, "keyword-only");
  }
  const out: unknown[] = slots;
  if (hasVarargs) out.push(rt.tuple(args.slice(argCount)));
  if (hasKeywords) out.push(rest);
  return out;
}

function unexpected(rt: Runtime, f: PyFunction, kw: KwArgs, name: string): PyObject {
  const { data } = f.$code;
  const only: string[] = [];
  for (let j = 0; j < data.posOnlyCount; j++) {
    for (let i = 0; i < kw.length; i += 2) if (kw[i] === data.varNames[j]) only.push(data.varNames[j]);
  }
  if (only.length > 0) {
    return rt.error(
      "TypeError",
      `${f.$qualname}() got some positional-only arguments passed as keyword arguments: '${only.join(", ")}'`,
    );
  }
  return rt.error("TypeError", `${f.$qualname}() got an unexpected keyword argument '${name}'`);
}

function tooMany(rt: Runtime, f: PyFunction, given: number, slots: (PyObject | undefined)[]): PyObject {
  const { argCount, kwOnlyCount } = f.$code.data;
  let kwGiven = 0;
  for (let i = argCount; i < argCount + kwOnlyCount; i++) if (slots[i] !== undefined) kwGiven++;
  const optional = f.$defaults?.length ?? 0;
  const takes = optional > 0 ? `from ${argCount - optional} to ${argCount}` : String(argCount);
  const plural = optional > 0 ? true : argCount !== 1;
  const extra =
    kwGiven > 0
      ? ` positional argument${given === 1 ? "" : "s"} (and ${kwGiven} keyword-only argument${kwGiven === 1 ? "" : "s"})`
      : "";
  const verb = given === 1 && kwGiven === 0 ? "was" : "were";
  return rt.error(
    "TypeError",
    `${f.$qualname}() takes ${takes} positional argument${plural ? "s" : ""} but ${given}${extra} ${verb} given`,
  );
}

function missingArguments(rt: Runtime, f: PyFunction, names: readonly string[], kind: string): PyObject {
  const quoted = names.map((n) => `'${n}'`);
  const last = quoted.length - 1;
  const list =
    quoted.length === 1
      ? quoted[0]
      : quoted.length === 2
        ? `${quoted[0]} and ${quoted[1]}`
        : `${quoted.slice(0, last).join(", ")}, and ${quoted[last]}`;
  return rt.error(
    "TypeError",
    `${f.$qualname}() missing ${names.length} required ${kind} argument${names.length === 1 ? "" : "s"}: ${list}`,
  );
}

/** Makes the type `function`. */
export function defineFunctionType(rt: Runtime): any {
  const construct = function (
    this: any,
    code: PyCode,
    globals: PyDict,
    cells: PyCell[],
    defaults: PyObject[] | undefined,
    kwDefaults: Map<string, PyObject> | undefined,
    annotations: PyObject[] | undefined,
  ): void {
    const { data } = code;
    this.$js = undefined;
    this.$n = exactCount(data);
    this.$code = code;
    this.$globals = globals;
    this.$cells = cells;
    this.$defaults = defaults;
    this.$kwDefaults = kwDefaults;
    this.$name = data.name;
    this.$qualname = data.qualname;
    this.$module = globals.getStr("__name__") ?? rt.none;
    this.$doc = data.doc < 0 ? rt.none : undefined;
    this.$annotations = annotations;
    this.$typeParams = undefined;
    this.$d = undefined;
  };

  const refuse = (what: string): never => {
    throw rt.error("TypeError", what);
  };
  const text = (name: string, value: PyObject | undefined): string => {
    if (value === undefined || !rt.isStr(value)) return refuse(`${name} must be set to a string object`);
    return value.v as string;
  };
  const annotations = (f: PyFunction): PyDict => {
    const a = f.$annotations;
    if (a !== undefined && !Array.isArray(a)) return a;
    const d = rt.newDict();
    if (a !== undefined) for (let i = 0; i < a.length; i += 2) d.setStr(a[i] as unknown as string, a[i + 1]);
    return (f.$annotations = d);
  };

  const type = rt.defineType({
    name: "function",
    construct,
    subclassable: false,
    dict: true,
    new: [
      "(cls, code, globals, name=None, argdefs=None, closure=None)",
      (
        _cls: PyType,
        code: PyObject,
        globals: PyObject,
        name: PyObject,
        defaults: PyObject,
        closure: PyObject,
      ) => rt.code.functionOf(code, globals, name, defaults, closure),
    ],
    getset: {
      __name__: {
        get: (f: PyFunction) => rt.str(f.$name),
        set: (f: PyFunction, v) => {
          f.$name = text("__name__", v);
        },
      },
      __qualname__: {
        get: (f: PyFunction) => rt.str(f.$qualname),
        set: (f: PyFunction, v) => {
          f.$qualname = text("__qualname__", v);
        },
      },
      __module__: {
        get: (f: PyFunction) => f.$module,
        set: (f: PyFunction, v) => {
          f.$module = v ?? rt.none;
        },
      },
      __doc__: {
        get: (f: PyFunction) => (f.$doc ??= f.$code.unit.consts[f.$code.data.doc]),
        set: (f: PyFunction, v) => {
          f.$doc = v ?? rt.none;
        },
      },
      __defaults__: {
        get: (f: PyFunction) => (f.$defaults === undefined ? rt.none : rt.tuple([...f.$defaults])),
        set: (f: PyFunction, v) => {
          if (v === undefined || v === rt.none) f.$defaults = undefined;
          else if (!rt.isInstance(v, rt.types["tuple"])) refuse("__defaults__ must be set to a tuple object");
          else f.$defaults = [...(v.v as PyObject[])];
        },
      },
      __kwdefaults__: {
        get: (f: PyFunction) => (f.$kwDefaults === undefined ? rt.none : rt.dict(f.$kwDefaults)),
        set: (f: PyFunction, v) => {
          if (v === undefined || v === rt.none) {
            f.$kwDefaults = undefined;
            return;
          }
          if (!rt.isInstance(v, rt.types["dict"])) refuse("__kwdefaults__ must be set to a dict object");
          const map = new Map<string, PyObject>();
          for (const key of rt.toArray(v)) map.set(rt.strOf(key), v.mp$subscript(key));
          f.$kwDefaults = map;
        },
      },
      __code__: {
        get: (f: PyFunction) => f.$code,
        set: (f: PyFunction, v) => {
          if (v === undefined || !rt.isInstance(v, rt.code.codeType))
            refuse("__code__ must be set to a code object");
          const code = v as PyCode;
          if (code.data.freeNames.length !== f.$cells.length) {
            throw rt.error(
              "ValueError",
              `${f.$name}() requires a code object with ${f.$cells.length} free vars, not ${code.data.freeNames.length}`,
            );
          }
          f.$code = code;
          f.$n = exactCount(code.data);
          f.$js = code.unit.factory(code.index)(f.$globals, f, ...f.$cells);
        },
      },
      __globals__: { get: (f: PyFunction) => f.$globals },
      __builtins__: { get: () => rt.imports.builtins.$d! },
      __closure__: {
        get: (f: PyFunction) => (f.$code.data.freeNames.length === 0 ? rt.none : rt.tuple([...f.$cells])),
      },
      __annotations__: {
        get: annotations,
        set: (f: PyFunction, v) => {
          if (v === undefined || v === rt.none) f.$annotations = undefined;
          else if (!rt.isInstance(v, rt.types["dict"]))
            refuse("__annotations__ must be set to a dict object");
          else f.$annotations = v as PyDict;
        },
      },
      __type_params__: {
        get: (f: PyFunction) => f.$typeParams ?? rt.tuple([]),
        set: (f: PyFunction, v) => {
          f.$typeParams = v;
        },
      },
      __dict__: {
        get: (f: PyFunction) => rt.instanceDict(f),
        set: (f: PyFunction, v) => {
          if (v === undefined || !rt.isInstance(v, rt.types["dict"]))
            refuse(
              `__dict__ must be set to a dictionary, not a '${v === undefined ? "NULL" : rt.tpName(v)}'`,
            );
          f.$d = v as PyDict;
        },
      },
    },
    slots: {
      tp$call(this: PyFunction, args: PyObject[], kw?: KwArgs) {
        if (kw === undefined || kw.length === 0) {
          const n = args.length;
          if (n === this.$n) {
            switch (n) {
              case 0:
                return this.$js();
              case 1:
                return this.$js(args[0]);
              case 2:
                return this.$js(args[0], args[1]);
              case 3:
                return this.$js(args[0], args[1], args[2]);
              default:
                return this.$js(...args);
            }
          }
        }
        return this.$js(...bindCall(rt, this, args, kw));
      },
      tp$descr_get(this: PyFunction, obj: PyObject | null, _type: PyType) {
        return obj === null ? this : rt.boundMethod(this, obj);
      },
      $r(this: PyFunction) {
        return rt.str(`<function ${this.$qualname} at ${rt.address(this)}>`);
      },
    },
    proto: {
      $binds: true,
      $isFunction: true,
      $space: undefined,
      $values: undefined,
      // One or two missing arguments come straight from the defaults.
      $call0(this: PyFunction) {
        const { $n, $defaults } = this;
        if ($n === 0) return this.$js();
        if ($defaults !== undefined && $n > 0 && $n <= $defaults.length) {
          const at = $defaults.length - $n;
          if ($n === 1) return this.$js($defaults[at]);
          if ($n === 2) return this.$js($defaults[at], $defaults[at + 1]);
        }
        return this.$js(...bindCall(rt, this, [], undefined));
      },
      $call1(this: PyFunction, a: PyObject) {
        const { $n, $defaults } = this;
        if ($n === 1) return this.$js(a);
        if ($defaults !== undefined && $n > 1 && $n - 1 <= $defaults.length) {
          const at = $defaults.length - $n + 1;
          if ($n === 2) return this.$js(a, $defaults[at]);
          if ($n === 3) return this.$js(a, $defaults[at], $defaults[at + 1]);
        }
        return this.$js(...bindCall(rt, this, [a], undefined));
      },
      $call2(this: PyFunction, a: PyObject, b: PyObject) {
        const { $n, $defaults } = this;
        if ($n === 2) return this.$js(a, b);
        if ($defaults !== undefined && $n > 2 && $n - 2 <= $defaults.length) {
          const at = $defaults.length - $n + 2;
          if ($n === 3) return this.$js(a, b, $defaults[at]);
          if ($n === 4) return this.$js(a, b, $defaults[at], $defaults[at + 1]);
        }
        return this.$js(...bindCall(rt, this, [a, b], undefined));
      },
      $call3(this: PyFunction, a: PyObject, b: PyObject, c: PyObject) {
        const { $n, $defaults } = this;
        if ($n === 3) return this.$js(a, b, c);
        if ($defaults !== undefined && $n > 3 && $n - 3 <= $defaults.length) {
          const at = $defaults.length - $n + 3;
          if ($n === 4) return this.$js(a, b, c, $defaults[at]);
          if ($n === 5) return this.$js(a, b, c, $defaults[at], $defaults[at + 1]);
        }
        return this.$js(...bindCall(rt, this, [a, b, c], undefined));
      },
      $call4(this: PyFunction, a: PyObject, b: PyObject, c: PyObject, d: PyObject) {
        const { $n, $defaults } = this;
        if ($n === 4) return this.$js(a, b, c, d);
        if ($defaults !== undefined && $n === 5 && $defaults.length > 0)
          return this.$js(a, b, c, d, $defaults[$defaults.length - 1]);
        return this.$js(...bindCall(rt, this, [a, b, c, d], undefined));
      },
    },
  });
  return type;
}
