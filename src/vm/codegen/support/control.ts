/** Statements' support: raise and except, with, import, def, class, f-strings. */
import type { CodeSystem } from "../system.js";
import type { Factory, PyCode } from "../../runtime/code.js";
import { builtinsOf } from "./names.js";
import { FrameInfo } from "../../runtime/frame.js";
import type { PyFunction } from "../../runtime/function.js";
import { AsyncYield } from "../../runtime/async-step.js";
import type { KwArgs, PyCell, PyDict, PyObject, PyType } from "../../runtime/objects.js";
import type { Runtime } from "../../runtime/runtime.js";

interface GroupState {
  readonly original: PyObject;
  rest: PyObject | undefined;
  readonly raised: PyObject[];
  /** The caught exception was no group: one was put around it. */
  readonly naked: boolean;
}

export function control(
  rt: Runtime,
  code: CodeSystem,
  mergeKeywords: (f: PyObject | undefined, kw: KwArgs) => KwArgs,
) {
  const { thread, tracebacks, generators } = code;
  const NONE = rt.none;
  const Str = rt.types["str"];
  const Int = rt.types["int"];
  const base = rt.exceptions.type("BaseException");
  const FunctionType = code.functionType;

  // -- exceptions

  function hit(e: unknown, d: number): PyObject {
    return tracebacks.hit(e, d);
  }
  function out(e: unknown, d: number, values: unknown[] | undefined): unknown {
    return tracebacks.out(e, d, values);
  }
  function outc(e: unknown, d: number): unknown {
    return tracebacks.outOfComprehension(e, d);
  }
  function deep(d: number): never {
    thread.d = d - 1;
    throw rt.error("RecursionError", "maximum recursion depth exceeded");
  }
  function exm(e: PyObject, type: PyObject): boolean {
    if (rt.isType(type)) {
      if (!type.$mro.includes(base)) throw notCatchable();
      return e.ob$type === type || e.ob$type.$mro.includes(type);
    }
    if (rt.isInstance(type, rt.types["tuple"])) {
      // CPython checks all of them before it matches.
      for (const t of type.v as PyObject[]) if (!rt.isType(t) || !t.$mro.includes(base)) throw notCatchable();
      return (type.v as PyType[]).some((t) => e.ob$type.$mro.includes(t));
    }
    throw notCatchable();
  }
  const notCatchable = (): PyObject =>
    rt.error("TypeError", "catching classes that do not inherit from BaseException is not allowed");

  function assertion(message: PyObject | undefined): PyObject {
    return tracebacks.raise(
      rt.errorWith("AssertionError", message === undefined ? [] : [message]),
      undefined,
    );
  }

  // -- except*

  const groupType = (): PyType => rt.exceptions.type("BaseExceptionGroup");
  function egbegin(e: PyObject): GroupState {
    return { original: e, rest: e, raised: [], naked: !rt.isInstance(e, groupType()) };
  }
  function egmatch(g: GroupState, type: PyObject): PyObject | undefined {
    const types = rt.isInstance(type, rt.types["tuple"]) ? (type.v as PyObject[]) : [type];
    for (const t of types) {
      if (!rt.isType(t) || !t.$mro.includes(base)) {
        throw rt.error("TypeError", "catching classes that do not inherit from BaseException is not allowed");
      }
      if (t.$mro.includes(groupType())) {
        throw rt.error(
          "TypeError",
          "catching ExceptionGroup with except* is not allowed. Use except instead.",
        );
      }
    }
    if (g.rest === undefined) return undefined;
    if (g.naked) {
      if (!exm(g.rest, type)) return undefined;
      const group = rt.exceptions.make(
        rt.isInstance(g.rest, rt.exceptions.type("Exception")) ? "ExceptionGroup" : "BaseExceptionGroup",
        [rt.str(""), rt.tuple([g.rest])],
      );
      group["$traceback"] = g.rest["$traceback"];
      g.rest = undefined;
      return group;
    }
    const parts = rt.callMethod1(g.rest, "split", type).v as PyObject[];
    if (parts[0] === NONE) return undefined;
    g.rest = parts[1] === NONE ? undefined : parts[1];
    return parts[0];
  }
  /** What is to be raised after the clauses: what none matched and what they raised (PEP 654). */
  function egend(g: GroupState): void {
    if (g.raised.length === 0) {
      if (g.rest === undefined) return;
      throw g.rest;
    }
    if (g.naked) throw g.raised[0];
    const fresh: PyObject[] = [];
    const again: PyObject[] = [];
    for (const e of g.raised) (isPart(g.original, e) ? again : fresh).push(e);
    const parts = g.rest === undefined ? again : [...again, g.rest];
    const kept = parts.length === 0 ? undefined : projection(g.original, parts);
    if (fresh.length === 0) throw kept!;
    const all = kept === undefined ? fresh : [...fresh, kept];
    const group = rt.exceptions.make(
      all.every((e) => rt.isInstance(e, rt.exceptions.type("Exception")))
        ? "ExceptionGroup"
        : "BaseExceptionGroup",
      [rt.str(""), rt.list(all)],
    );
    group["$context"] = fresh[0]["$context"];
    throw group;
  }
  /** Is `e` a part of the original group raised again (same metadata), not a new exception? */
  function isPart(original: PyObject, e: PyObject): boolean {
    return (
      rt.isInstance(e, groupType()) &&
      e["$message"] === original["$message"] &&
      leaves(e).every((x) => leaves(original).includes(x))
    );
  }
  function leaves(e: PyObject): PyObject[] {
    return rt.isInstance(e, groupType()) ? (e["$exceptions"] as PyObject[]).flatMap(leaves) : [e];
  }
  /** The original group's shape with only the leaves of `parts`. */
  function projection(original: PyObject, parts: PyObject[]): PyObject {
    const keep = new Set(parts.flatMap(leaves));
    const filter = rt.fn("match(e)", (e: PyObject) => keep.has(e));
    const r = rt.callMethod1(original, "subgroup", filter);
    return r === NONE ? parts[0] : r;
  }

  // -- with

  function missing(o: PyObject, name: string, kind: string): PyObject {
    const rest = name === "__exit__" || name === "__aexit__" ? ` (missed ${name} method)` : "";
    return rt.error("TypeError", `'${rt.tpName(o)}' object does not support the ${kind} protocol${rest}`);
  }
  function special(o: PyObject, enter: string, exit: string, kind: string): PyObject {
    if (rt.lookupType(o.ob$type, enter) === undefined) throw missing(o, enter, kind);
    const f = rt.lookupSpecial(o, exit);
    if (f === undefined) throw missing(o, exit, kind);
    return f;
  }
  function wcatch(exit: PyObject, thrown: unknown, d: number, place: number): void {
    const e = tracebacks.hit(thrown, d);
    const saved = thread.exc;
    thread.exc = e;
    thread.places[d] = place;
    try {
      if (!rt.isTrue(wex(exit, e))) {
        // Goes on as it came: __exit__ may have raised it elsewhere (contextlib does), this frame has its entry.
        e["$at"] = d;
        throw e;
      }
    } catch (x) {
      throw tracebacks.hit(x, d);
    } finally {
      thread.exc = saved;
    }
  }
  function wex(exit: PyObject, e: PyObject): PyObject {
    return exit.$call3(e.ob$type, e, (e["$traceback"] as PyObject | undefined) ?? NONE) as PyObject;
  }

  // -- functions and classes

  /** Makes the JS function of a function object. */
  function start(f: PyFunction, given: Factory | undefined): void {
    const { $code, $globals, $cells } = f;
    const factory = given ?? $code.unit.factory($code.index);
    switch ($cells.length) {
      case 0:
        f.$js = factory($globals, f);
        break;
      case 1:
        f.$js = factory($globals, f, $cells[0]);
        break;
      case 2:
        f.$js = factory($globals, f, $cells[0], $cells[1]);
        break;
      default:
        f.$js = factory($globals, f, ...$cells);
    }
  }

  function mf(
    c: PyCode,
    factory: Factory | undefined,
    globals: PyDict,
    cells: PyCell[],
    defaults?: PyObject[],
    kwDefaults?: unknown[],
    annotations?: PyObject[],
  ): PyFunction {
    let kw: Map<string, PyObject> | undefined;
    if (kwDefaults !== undefined) {
      kw = new Map();
      for (let i = 0; i < kwDefaults.length; i += 2)
        kw.set(kwDefaults[i] as string, kwDefaults[i + 1] as PyObject);
    }
    const f = new FunctionType(c, globals, cells, defaults, kw, annotations) as PyFunction;
    if (c.warm) start(f, factory);
    else {
      // Most functions of a module are never called: V8 (and the code generator) see only those that are.
      f.$js = (...args: any[]) => {
        c.warm = true;
        start(f, factory);
        return f.$js(...args);
      };
    }
    return f;
  }

  function bc(
    c: PyCode,
    factory: Factory,
    globals: PyDict,
    cells: PyCell[],
    name: string,
    bases: PyObject[],
    kw: KwArgs | undefined,
    params: PyObject | undefined,
  ): PyObject {
    const all = params === undefined ? bases : withGeneric(bases, params);
    return rt.buildClass(
      name,
      all,
      (ns) => factory(globals, new FrameInfo(c, globals, ns), ...cells)(ns, params) as PyCell | undefined,
      kw,
    );
  }
  function bcs(
    c: PyCode,
    factory: Factory,
    globals: PyDict,
    cells: PyCell[],
    name: string,
    bases: PyObject[],
    kw: KwArgs,
    params: PyObject | undefined,
  ): PyObject {
    return bc(c, factory, globals, cells, name, bases, mergeKeywords(undefined, kw), params);
  }
  /** A generic class has typing.Generic[...] as its last base (PEP 695). */
  function withGeneric(bases: PyObject[], params: PyObject): PyObject[] {
    const generic = rt.getattr(rt.importModule("typing"), "Generic");
    return [...bases, rt.getItem(generic, params)];
  }

  function typing(name: string): PyObject {
    return rt.getattr(rt.importModule("typing"), name);
  }
  /** One type parameter; bounds are evaluated now, where CPython 3.12 waits until somebody asks. */
  function mktv(
    kind: string,
    name: string,
    bound: PyObject | undefined,
    value: PyObject | undefined,
  ): PyObject {
    const make = rt.lookup(rt.importModule("typing"), kind);
    if (make === undefined) throw rt.error("NotImplementedError", `type parameters: typing has no ${kind}`);
    if (value !== undefined)
      throw rt.error("NotImplementedError", "defaults of type parameters are not supported");
    if (bound === undefined) return rt.call(make, [rt.str(name)]);
    const b = bound.$call0() as PyObject;
    if (rt.isInstance(b, rt.types["tuple"])) return rt.call(make, [rt.str(name), ...(b.v as PyObject[])]);
    return rt.call(make, [rt.str(name)], ["bound", b]);
  }
  /** Gives a function or alias its type parameters. */
  function settp(o: PyObject, params: PyObject): PyObject {
    o["$typeParams"] = params;
    return o;
  }

  // -- f-strings: JS strings inside, a str at the end

  function fmt(v: PyObject, place = -1): string {
    const t = v.ob$type;
    if (t === Str) return v.v as string;
    if (t === Int && typeof v.v === "number") return String(v.v);
    if (place >= 0) thread.at(place);
    return rt.format(v, rt.str("")).v as string;
  }
  function fmts(v: PyObject, spec: string): string {
    return rt.format(v, rt.str(spec)).v as string;
  }
  /** The same for an f-string of one field. */
  function fmt1(v: PyObject, place = -1): PyObject {
    const t = v.ob$type;
    if (t === Str) return v;
    if (t === Int && typeof v.v === "number") return new Str(String(v.v)) as PyObject;
    if (place >= 0) thread.at(place);
    return rt.format(v, rt.str(""));
  }
  function fmts1(v: PyObject, spec: string): PyObject {
    return rt.format(v, rt.str(spec));
  }
  function cva(v: PyObject): PyObject {
    return rt.call(rt.builtin("ascii"), [v]);
  }
  function mkstr(s: string): PyObject {
    if (s.length > 4096) rt.budget.allocate(s.length * 2);
    return new Str(s) as PyObject;
  }

  function display(v: PyObject): void {
    const sys = rt.findModule("sys");
    const hook = sys === undefined ? undefined : rt.lookup(sys, "displayhook");
    if (hook !== undefined) rt.call(hook, [v]);
    else if (v !== NONE) rt.call(rt.builtin("print"), [rt.str(rt.repr(v))]);
  }

  return {
    hit,
    out,
    outc,
    deep,
    exm,
    raise: (v: PyObject, cause?: PyObject) => tracebacks.raise(v, cause),
    reraise: (d: number) => tracebacks.reraise(d),
    assertion,
    egbegin,
    egmatch,
    egend,
    wxit: (o: PyObject) => special(o, "__enter__", "__exit__", "context manager"),
    went: (o: PyObject) => rt.callSpecial0(o, "__enter__"),
    axit: (o: PyObject) => special(o, "__aenter__", "__aexit__", "asynchronous context manager"),
    aent: (o: PyObject) => rt.callSpecial0(o, "__aenter__"),
    wcatch,
    wex,
    wnone: (exit: PyObject) => exit.$call3(NONE, NONE, NONE) as PyObject,
    mf,
    bc,
    bcs,
    clsin(ns: PyObject, globals: PyDict, qualname: string): void {
      const set = (name: string, v: PyObject): void => rt.setItem(ns, rt.str(name), v);
      const module = globals.getStr("__name__") ?? builtinsOf(rt, globals).getStr("__name__");
      if (module !== undefined) set("__module__", module);
      set("__qualname__", rt.str(qualname));
    },
    mktv,
    mkalias: (name: string, value: PyObject) =>
      rt.call(typing("TypeAliasType"), [rt.str(name), value.$call0() as PyObject]),
    settp,
    star1: (o: PyObject) => {
      const items = rt.toArray(o);
      if (items.length !== 1) throw rt.error("TypeError", "a starred annotation must unpack to one item");
      return items[0];
    },
    fmt,
    fmt1,
    fmts1,
    fmts,
    cvs: (v: PyObject): PyObject => (v.ob$type === Str ? v : rt.str(rt.strOf(v))),
    cvr: (v: PyObject) => rt.str(rt.repr(v)),
    cva,
    mkstr,
    display,
    imp: (globals: PyDict, name: string, fromlist: readonly string[] | undefined, level: number) =>
      code.importName(globals, name, fromlist, level),
    impf: (module: PyObject, name: string) => rt.importFrom(module, name),
    imps: (module: PyObject, ns: PyObject) => rt.importStar(module, ns),
    mkgen: (source: unknown, js: unknown) => new generators.generator(source, js) as PyObject,
    mkcoro: (source: unknown, js: unknown) => new generators.coroutine(source, js) as PyObject,
    mkagen: (source: unknown, js: unknown) => new generators.asyncGenerator(source, js) as PyObject,
    yf: (it: PyObject) => generators.delegate(it),
    yfi: (o: PyObject) => generators.iteratorOf(o),
    awi: (o: PyObject) => generators.awaitable(o),
    aiter: (o: PyObject) => generators.asyncIterator(o),
    anx: (it: PyObject) => generators.asyncNext(it),
    ay: (v: PyObject) => new AsyncYield(v),
    FI: FrameInfo,
    Cell: rt.descriptors.types.cell,
  };
}
