/**
 * The code system of a VM: compiles source texts, keeps what was compiled, runs code objects, and owns the thread, frames,
 * tracebacks and generators. `installCode(rt)` puts it on the runtime and answers the runtime's hooks with it.
 *
 * Two caches: by content (units and their JS functions: cache.ts, perhaps shared with other VMs), and by content, file
 * name and first line (code objects).
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import type * as ast from "../parser/ast.js";
import { PySyntaxError } from "../parser/errors.js";
import { parse } from "../parser/parse.js";
import { makeAnext } from "../runtime/anext.js";
import { defineCodeType, LoadedUnit, type PyCode, type UnitBody } from "../runtime/code.js";
import { FrameInfo, FrameObjects, Thread } from "../runtime/frame.js";
import { defineFunctionType, type PyFunction } from "../runtime/function.js";
import { Generators } from "../runtime/generator.js";
import type { CompileOptions } from "../runtime/hooks.js";
import type { PyCell, PyDict, PyObject } from "../runtime/objects.js";
import type { Runtime } from "../runtime/runtime.js";
import { Tracebacks } from "../runtime/traceback.js";
import { analyse } from "../scope/analyse.js";
import { warnOf } from "../scope/warnings.js";
import { CodeCache } from "./cache.js";
import { Expressions, type CompiledExpression } from "./closures/expression.js";
import { generate } from "./generate.js";
import { literalsOf, Shapes, type Shaped } from "./shapes.js";
import { Sources } from "./sources.js";
import type { LookupHook } from "./support/names.js";
import { builtinsOf } from "./support/names.js";
import { makeSupport, type Support } from "./support/index.js";
import type { CodeData, CompilerWarning, UnitData } from "./unit.js";

/** What `locals` may be: any mapping, or a hook of the embedder. */
export type Locals = PyObject | LookupHook;

/**
 * Locals of a function whose variables are not visible (`eval` was reached through another name): other names are found
 * behind it, asking for one of its variables is an error that says why; new names are kept while the code runs.
 */
class HiddenLocals implements LookupHook {
  private readonly own: PyDict;
  constructor(
    private readonly rt: Runtime,
    private readonly data: CodeData,
  ) {
    this.own = rt.newDict();
  }

  lookup(name: string): PyObject | undefined {
    const v = this.own.getStr(name);
    if (v === undefined && this.data.localNames.includes(name)) {
      throw this.rt.error(
        "RuntimeError",
        `the variable '${name}' of the running function ${this.data.qualname}() is not visible to eval() here: call eval by its name`,
      );
    }
    return v;
  }
  store(name: string, value: PyObject): void {
    this.own.setStr(name, value);
  }
  remove(name: string): boolean {
    return this.own.delStr(name);
  }
}

/** A code object of a whole text also knows how it was made, for runs with locals of their own. */
interface Origin {
  /** The parsed text; a statement text whose code a cache had is not parsed, nor an expression of a known shape. */
  tree: ast.Mod | undefined;
  warnings: readonly CompilerWarning[];
  /** An expression's tree was searched for what the compiler warns of (statements': when they are generated). */
  examined: boolean;
  /** What the closures of an expression are made of; dropped when they are. */
  shaped: Shaped | { readonly tree: ast.Expression } | undefined;
  readonly isExpression: boolean;
  readonly source: string;
  readonly options: CompileOptions;
  mapping: PyCode | undefined;
  /** Closures of an expression; null where it needs text. */
  expression: CompiledExpression | null | undefined;
}

/**
 * What the compiler may refuse in an expression that parses has a scope of its own, a `yield` or `await`, a star, a binding, a
 * keyword argument, a replacement field, `__debug__` or a letter that stands for another one.
 */
const mayBeRefused = /\b(?:lambda|for|yield|await|__debug__)\b|[=*{]|[^\x00-\x7f]/;

/** Most texts that the caches keep; the oldest goes first. */
const cacheLimit = 20_000;

export class CodeSystem {
  readonly thread: Thread;
  readonly frames: FrameObjects;
  readonly tracebacks: Tracebacks;
  readonly generators: Generators;
  readonly codeType: any;
  readonly functionType: any;
  readonly sources = new Sources();
  readonly support: Support;
  private readonly expressions: Expressions;
  private readonly shapes = new Shapes();
  private readonly cache: CodeCache;
  private readonly codes = new Map<string, PyCode>();
  private readonly origins = new WeakMap<PyObject, Origin>();

  constructor(
    private readonly rt: Runtime,
    cache?: CodeCache,
  ) {
    rt.code = this;
    this.cache = cache ?? new CodeCache();
    this.thread = new Thread(rt.budget.limits.depth);
    this.frames = new FrameObjects(rt, this.thread);
    this.tracebacks = new Tracebacks(rt, this.thread, this.frames);
    this.codeType = defineCodeType(rt);
    this.functionType = defineFunctionType(rt);
    this.generators = new Generators(rt, this.thread);
    rt.types["frame"] = this.frames.type;
    rt.types["traceback"] = this.tracebacks.type;
    rt.types["code"] = this.codeType;
    rt.types["function"] = this.functionType;
    rt.types["generator"] = this.generators.generator;
    rt.types["coroutine"] = this.generators.coroutine;
    rt.types["async_generator"] = this.generators.asyncGenerator;
    rt.instanceDict(rt.imports.builtins).setStr("anext", makeAnext(rt, this.generators));
    this.support = makeSupport(rt, this);
    this.expressions = new Expressions(rt, this);
    rt.compiler = {
      compile: (source, options) => this.compile(source, options),
      exec: (code, globals, locals) => {
        this.exec(code, globals, locals);
      },
      eval: (code, globals, locals) => this.eval(code, globals, locals),
    };
    rt.frames = {
      globals: () => (this.thread.d === 0 ? undefined : this.thread.stack[this.thread.d].$globals),
      locals: () =>
        this.thread.d === 0 ? undefined : this.frames.localsOf(this.thread.stack[this.thread.d]),
      space: () => {
        if (this.thread.d === 0) return undefined;
        const source = this.thread.stack[this.thread.d];
        const { data } = source.$code;
        const visible = source.$space !== undefined || source.$values !== undefined || data.kind === "module";
        if (visible || data.localNames.length === 0) return this.frames.localsOf(source);
        return new HiddenLocals(rt, data) as unknown as PyObject;
      },
    };
  }

  // ------------------------------------------------------------------------------------------------------- compiling

  /** A code object of a text; the same one for the same text, name, mode and first line. @throws SyntaxError (Python) */
  compile(source: string, options: CompileOptions): PyCode {
    const { filename, mode } = options;
    const firstLine = options.firstLine ?? 1;
    const key = keyOf(source, options);
    const known = this.codes.get(key);
    if (known !== undefined) {
      this.warnAgain(this.origins.get(known)!);
      return known;
    }
    this.rt.budget.step(200 + (source.length >> 1));
    this.sources.add(filename, source, firstLine);
    const isExpression = mode === "eval";
    const warnings: CompilerWarning[] = [];
    const shaped = isExpression ? this.readExpression(source, options, warnings) : undefined;
    const origin: Origin = {
      tree: shaped !== undefined && "values" in shaped ? undefined : shaped?.tree,
      shaped,
      warnings,
      examined: false,
      isExpression,
      source,
      options,
      mapping: undefined,
      expression: undefined,
    };
    const code = isExpression ? this.expressionCode(origin) : this.load(origin, "globals");
    this.warnAgain(origin);
    this.origins.set(code, origin);
    keep(this.codes, key, code);
    return code;
  }

  /** A code object of a tree that was made or changed by Python's `ast`. */
  compileTree(tree: ast.Mod, options: CompileOptions): PyCode {
    const isExpression = tree.type === "Expression";
    const origin: Origin = {
      tree,
      warnings: [],
      examined: true,
      shaped: isExpression ? { tree } : undefined,
      isExpression,
      source: "",
      options,
      mapping: undefined,
      expression: undefined,
    };
    const code = this.load(origin, "globals", true);
    this.origins.set(code, origin);
    return code;
  }

  /** The tree of an expression that the compiler does not refuse; perhaps that of its shape. @throws SyntaxError (Python) */
  private readExpression(
    source: string,
    options: CompileOptions,
    found: CompilerWarning[],
  ): Shaped | { tree: ast.Expression } {
    const literals = literalsOf(source);
    const known = literals && this.shapes.find(literals);
    if (known !== undefined) return known;
    const tree = this.parse(source, options, found) as ast.Expression;
    // For what the compiler refuses: repeated keywords, `yield` or a walrus out of place.
    if (mayBeRefused.test(source)) this.syntax(options, () => analyse(tree, { filename: options.filename }));
    if (literals !== undefined) this.shapes.keep(literals, tree);
    return { tree };
  }

  /** The tree of a text; warnings are issued, or kept in `found`. @throws SyntaxError (Python) */
  parse(source: string, options: CompileOptions, found?: CompilerWarning[]): ast.Mod {
    const { characterNames } = this.rt;
    const unicodeName =
      characterNames &&
      ((name: string): string | undefined => {
        const code = characterNames.codeOf(name);
        return code === undefined ? undefined : String.fromCodePoint(code);
      });
    return this.syntax(options, () =>
      parse(source, {
        filename: options.filename,
        mode: options.mode,
        unicodeName,
        warn: (message, line) => {
          const warning: CompilerWarning = ["escape", message, line];
          if (found === undefined) this.issue([warning], options);
          else found.push(warning);
        },
      }),
    );
  }

  /** The tree that a module's text was compiled from; undefined where it was compiled from none. */
  treeOf(source: string, filename: string): ast.Mod | undefined {
    const code = this.codes.get(keyOf(source, { filename, mode: "exec" }));
    return code && this.origins.get(code)?.tree;
  }

  /** Nobody can see a warning before `warnings` is imported. */
  private get warns(): boolean {
    return this.rt.findModule("warnings") !== undefined;
  }

  /** Issues the warnings of a text that is compiled, for the first time or once more. */
  private warnAgain(origin: Origin): void {
    if (!this.warns) return;
    if (origin.isExpression && !origin.examined) {
      const tree = origin.tree ?? origin.shaped?.tree ?? this.parse(origin.source, origin.options, []);
      origin.warnings = [...origin.warnings, ...warningsOf(tree)];
      origin.examined = true;
    }
    this.issue(origin.warnings, origin.options);
  }

  /** Issues warnings of the compiler; where warnings are errors the first is a SyntaxError. */
  private issue(warnings: readonly CompilerWarning[], options: CompileOptions): void {
    if (warnings.length === 0 || !this.warns) return;
    this.syntax(options, () => {
      for (const [kind, message, line] of warnings)
        this.warn(message, line, options, kind === "escape" ? this.rt.escapeWarning : "SyntaxWarning");
    });
  }

  private warn(message: string, line: number, options: CompileOptions, category: string): void {
    const { rt } = this;
    const warnings = rt.findModule("warnings")!;
    const lineno = line + (options.firstLine ?? 1) - 1;
    try {
      rt.call(rt.getattr(warnings, "warn_explicit"), [
        rt.str(message),
        rt.builtin(category),
        rt.str(options.filename),
        rt.int(lineno),
      ]);
    } catch (e) {
      if (!rt.isException(e, category)) throw e;
      throw new PySyntaxError("SyntaxError", message, options.filename, line, 1, line, 1, null);
    }
  }

  /** Runs a phase of the front end; its errors become Python's, with lines of the file. */
  private syntax<T>(options: CompileOptions, run: () => T): T {
    try {
      return run();
    } catch (e) {
      if (!(e instanceof PySyntaxError)) throw e;
      throw this.syntaxError(e, (options.firstLine ?? 1) - 1);
    }
  }

  syntaxError(e: PySyntaxError, shift: number): PyObject {
    const { rt } = this;
    if (e.kind === "RecursionError") return rt.error("RecursionError", e.message);
    const details = [
      rt.str(e.filename),
      rt.int(e.lineno + shift),
      rt.int(e.offset),
      e.text === null ? rt.none : rt.str(e.text),
      rt.int(e.end_lineno + shift),
      rt.int(e.end_offset),
    ];
    return rt.errorWith(e.kind, [rt.str(e.message), rt.tuple(details)]);
  }

  /** The unit of a text in a mode, loaded under its file name. */
  private load(origin: Origin, mode: "globals" | "mapping", anonymous = false): PyCode {
    const { options, source } = origin;
    const make = (): UnitData =>
      this.syntax(options, () => {
        const warnings: CompilerWarning[] = [];
        if (origin.tree === undefined) {
          origin.tree = this.parse(source, options, warnings);
          // An expression's are known, or will be when somebody sees them.
          if (origin.isExpression) warnings.length = 0;
          else warnings.push(...warningsOf(origin.tree));
        }
        const scopes = analyse(origin.tree, { filename: options.filename });
        const made = generate(origin.tree, scopes, mode, source, true);
        return warnings.length === 0 ? made : { ...made, warnings };
      });
    const unit = anonymous ? make() : this.cache.unit(`${mode}\0${options.mode}`, source, make);
    origin.warnings = unit.warnings ?? origin.warnings;
    const loaded = new LoadedUnit(
      this.rt,
      unit,
      options.filename,
      (options.firstLine ?? 1) - 1,
      this.support,
      this.evaluate,
      this.codeType,
    );
    return loaded.main;
  }

  /** The one place where text becomes JavaScript; the text is generated, without a byte of any source. */
  private readonly evaluate = (data: UnitData): UnitBody => {
    const { bodies } = this.cache;
    const known = bodies.get(data);
    if (known !== undefined) return known;
    try {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is the code generator's output
      const body = new Function("R", "K", "Q", "C", data.text) as UnitBody;
      bodies.set(data, body);
      return body;
    } catch (e) {
      throw new SandbakeError("codegen", `generated code does not parse: ${String(e)}`, { cause: e });
    }
  };

  /** The code object of an expression: described now, made of closures when it first runs. */
  private expressionCode(origin: Origin): PyCode {
    const data = this.expressions.describe(origin.shaped!.tree);
    const loaded = new LoadedUnit(
      this.rt,
      data,
      origin.options.filename,
      (origin.options.firstLine ?? 1) - 1,
      this.support,
      () => {
        throw new SandbakeError("codegen", "an expression's code has no text");
      },
      this.codeType,
    );
    return loaded.main;
  }

  // --------------------------------------------------------------------------------------------------------- running

  exec(code: PyObject, globals: PyDict, locals?: Locals): PyObject {
    return this.run(code as PyCode, globals, locals);
  }

  eval(code: PyObject, globals: PyDict, locals?: Locals): PyObject {
    return this.run(code as PyCode, globals, locals);
  }

  private run(code: PyCode, globals: PyDict, locals: Locals | undefined): PyObject {
    const { rt } = this;
    if (code.data.freeNames.length > 0) {
      throw rt.error("TypeError", "code object passed to exec() may not contain free variables");
    }
    if (globals.getStr("__builtins__") === undefined) globals.setStr("__builtins__", rt.imports.builtins);
    const own = locals !== undefined && locals !== globals ? locals : undefined;
    const origin = this.origins.get(code);
    if (origin === undefined) {
      // The code object of a function: runs without arguments, as exec(f.__code__) does.
      const info = new FrameInfo(code, globals);
      return code.unit.factory(code.index)(globals, info)() as PyObject;
    }
    if (origin.isExpression) {
      if (origin.expression === undefined) {
        const { tree, values } = origin.shaped as { tree: ast.Expression } & Partial<Shaped>;
        origin.expression = this.expressions.make(tree, code, values) ?? null;
        origin.shaped = undefined;
      }
      if (origin.expression !== null) return origin.expression(globals, own);
    }
    if (own === undefined) {
      const target = origin.isExpression ? (origin.mapping ??= this.load(origin, "mapping")) : code;
      const info = new FrameInfo(target, globals, origin.isExpression ? globals : undefined);
      return target.unit.factory(target.index)(globals, info, globals)() as PyObject;
    }
    const target = (origin.mapping ??= this.load(origin, "mapping"));
    const info = new FrameInfo(target, globals, own as PyObject);
    return target.unit.factory(target.index)(globals, info, own)() as PyObject;
  }

  /** `types.FunctionType(code, globals, name, argdefs, closure)`. */
  functionOf(
    code: PyObject,
    globals: PyObject,
    name: PyObject,
    defaults: PyObject,
    closure: PyObject,
  ): PyFunction {
    const { rt } = this;
    if (code.ob$type !== this.codeType) {
      throw rt.error("TypeError", `function() argument 'code' must be code, not ${rt.argumentName(code)}`);
    }
    if (!rt.isInstance(globals, rt.types["dict"])) {
      throw rt.error(
        "TypeError",
        `function() argument 'globals' must be dict, not ${rt.argumentName(globals)}`,
      );
    }
    const c = code as PyCode;
    const wanted = c.data.freeNames.length;
    const cells = closure === rt.none ? [] : (closure.v as PyCell[]);
    if (cells.length !== wanted) {
      if (closure === rt.none) throw rt.error("TypeError", "arg 5 (closure) must be tuple");
      throw rt.error(
        "ValueError",
        `${c.data.name} requires closure of length ${wanted}, not ${cells.length}`,
      );
    }
    const f = this.support["mf"](
      c,
      undefined,
      globals,
      [...cells],
      defaults === rt.none ? undefined : [...(defaults.v as PyObject[])],
    ) as PyFunction;
    if (name !== rt.none) f.$name = f.$qualname = rt.strOf(name);
    return f;
  }

  /** `import` statements: through `builtins.__import__` when a program has put its own there. */
  importName(
    globals: PyDict,
    name: string,
    fromlist: readonly string[] | undefined,
    level: number,
  ): PyObject {
    const { rt } = this;
    const builtins = builtinsOf(rt, globals);
    const own = builtins.getStr("__import__");
    if (own === undefined) throw rt.error("ImportError", "__import__ not found");
    if (own === this.nativeImport(builtins)) return rt.importName(name, globals, fromlist, level);
    const list = fromlist === undefined ? rt.none : rt.tuple(fromlist.map((n) => rt.str(n)));
    const locals = this.thread.d === 0 ? rt.none : globals;
    return rt.call(own, [rt.str(name), globals, locals, list, rt.int(level)]);
  }

  private original: PyObject | undefined;
  private nativeImport(builtins: PyDict): PyObject | undefined {
    // The first import of a VM happens before any Python code could have changed it.
    return (this.original ??= builtins.getStr("__import__"));
  }
}

const keyOf = (source: string, { mode, filename, firstLine = 1 }: CompileOptions): string =>
  `${mode}\0${filename}\0${firstLine}\0${source}`;

function warningsOf(tree: ast.Mod): CompilerWarning[] {
  const found: CompilerWarning[] = [];
  warnOf(tree, (message, node) => found.push(["syntax", message, node.lineno]));
  return found;
}

/** Puts an entry into a cache and drops the oldest beyond the limit. */
function keep<V>(cache: Map<string, V>, key: string, value: V): void {
  cache.set(key, value);
  if (cache.size > cacheLimit) cache.delete(cache.keys().next().value!);
}

/** Makes the code system of a runtime; once, before the runtime is sealed. */
export function installCode(rt: Runtime, cache?: CodeCache): CodeSystem {
  return new CodeSystem(rt, cache);
}
