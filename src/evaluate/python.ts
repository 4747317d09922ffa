/**
 * The VM as evaluation uses it: the metadata's namespace, inline expressions, `def` blocks, anonymous functions, events.
 * One VM serves a workspace; each recipe sees a copy of the namespace, so that nothing of one reaches the next.
 */
import type { CodeAnalyser } from "../analysis/code.js";
import type { LibraryFunction } from "../analysis/dependencies.js";
import { DataStore, type ExpansionError, type Surroundings } from "../datastore/index.js";
import { SandbakeError } from "../diagnostics/errors.js";
import type { BitBakeContext, ParseRequest } from "../modules/bb/context.js";
import { installBitBake, type BitBakeModules } from "../modules/bb/index.js";
import { STDLIB } from "../modules/finders.js";
import { sha256Hex } from "../modules/hash/sha256.js";
import { installModules } from "../modules/index.js";
import { Budget, type Gauges, type Limits } from "../sandbox/budget.js";
import type { Host } from "../sandbox/host.js";
import { byCodePoint } from "../sandbox/overlay.js";
import { basename } from "../sandbox/paths.js";
import type { CodeCache } from "../vm/codegen/cache.js";
import { installCode, type CodeSystem } from "../vm/codegen/system.js";
import type { PyDict, PyObject } from "../vm/runtime/objects.js";
import { Runtime } from "../vm/runtime/runtime.js";
import type { Finder } from "../vm/runtime/imports.js";
import { markDependency } from "./dependencies.js";
import { EvaluationError } from "./errors.js";
import type { Evaluator, Message } from "./evaluator.js";
import { evaluateRecipe } from "./finalise.js";
import { analyseLibrary } from "./library.js";
import { ModuleGuard } from "./module-guard.js";
import { PythonFunctions } from "./python-functions.js";
import { runFunction } from "./run-function.js";
import { SignatureHandler } from "./signature-handler.js";
import type {
  EventCall,
  ExtraDependsFacts,
  PlainValue,
  PythonFailure,
  PythonForWorkspace,
  PythonSide,
} from "./python-side.js";

export interface PythonOptions {
  readonly host: Host;
  readonly log: (message: Message) => void;
  readonly limits?: Partial<Limits>;
  /** Generated code shared with other workspaces and, when it has a store, with later processes. */
  readonly codeCache?: CodeCache;
  /** sys.path: folders of the host where imports look. */
  readonly path?: readonly string[];
  /** Asked for Python source after the standard library. */
  readonly finders?: readonly Finder[];
  /** The machine's side of the limits. */
  readonly gauges?: Gauges;
}

/** Starts a VM with the standard library, `bb` and the metadata's namespace. */
export function startPython(options: PythonOptions): PythonForWorkspace {
  const python = new MetadataPython(options);
  return {
    side: python,
    limits: python.limits,
    makeStore: () => python.makeStore(),
    match: (pattern) => python.regex(pattern, "match"),
    search: (pattern) => python.regex(pattern, "search"),
    attach: (evaluator) => python.attach(evaluator),
    runtime: python.runtime,
  };
}

/** The names in so many expressions are kept. */
const EXPRESSIONS = 20_000;

class MetadataPython implements PythonSide {
  readonly #rt: Runtime;
  readonly #code: CodeSystem;
  readonly #bb: BitBakeModules;
  readonly functions: PythonFunctions;
  /** Modules of the namespaces that layers bring, in order. */
  readonly #library = new Set<string>();
  #analysed: ReadonlyMap<string, LibraryFunction> | undefined;
  /** Compiled inline expressions by text. */
  readonly #expressions = new Map<string, PyObject>();
  /** The names that inline expressions may hold, by text. */
  readonly #identifiers = new Map<string, readonly string[]>();
  /** How many messages were told. */
  #told = 0;
  /** What `builtins` holds. */
  readonly #builtins: PyDict;
  readonly #modules: ModuleGuard;
  #evaluator: Evaluator | undefined;
  /** Evaluations of recipes that run, one within the other. */
  #isolated = 0;
  /** The last number that `id` gave when the configuration had been evaluated. */
  #lastId: number | undefined;
  /** Namespaces that hold a `d` (globalsWith). */
  #lent = new Set<PyDict>();

  constructor(readonly options: PythonOptions) {
    const rt = new Runtime({ host: options.host, budget: new Budget(options.limits, options.gauges) });
    this.#rt = rt;
    this.#code = installCode(rt, options.codeCache);
    this.#modules = new ModuleGuard(rt);
    rt.budget.where = () => this.running();
    const write = (text: string): void => {
      this.#told++;
      rt.budget.write(text.length);
    };
    const process = installModules(rt, {
      host: options.host,
      stdout: write,
      stderr: write,
      ...(options.path === undefined ? {} : { path: options.path }),
    });
    for (const finder of options.finders ?? []) rt.addFinder(finder);
    this.#bb = installBitBake(rt, this.#context());
    this.functions = new PythonFunctions({ rt, code: this.#code, bb: this.#bb, process, namespaceVariable });
    rt.seal();
    this.#bb.fillContext(this.#bb.globals);
    this.#builtins = rt.instanceDict(rt.imports.builtins);
    // BitBake makes these builtins: modules of layers name them without an import.
    for (const name of ["bb", "os"]) rt.setattr(rt.imports.builtins, name, rt.importModule(name));
  }

  get runtime(): Runtime {
    return this.#rt;
  }

  attach(evaluator: Evaluator): void {
    this.#evaluator = evaluator;
  }

  get limits(): Limits {
    return this.#rt.budget.limits;
  }

  makeStore(): DataStore {
    return new DataStore({
      evaluator: this,
      values: this.#bb.values,
      filters: this.#bb.filters,
      callerDetails: () => this.#caller(),
      onExpansion: (length) => this.#rt.budget.expand(length),
      onMessage: (message) => {
        this.#told++;
        const level = message.severity === "warning" ? "warn" : message.severity;
        this.options.log({ level, message: message.message });
        this.#bb.tellLoggers(level, message.message);
      },
    });
  }

  /** The innermost line of a file of the metadata that runs. */
  running(): { file: string; line: number } | undefined {
    const { thread } = this.#code;
    for (let d = thread.d; d > 0; d--) {
      const { filename } = thread.stack[d].$code;
      if (filename.startsWith("/") && !filename.startsWith(STDLIB))
        return { file: filename, line: thread.line(d) };
    }
    return undefined;
  }

  /** The line of Python that is running, as variable histories name it; undefined where none is. */
  #caller(): { file: string; line: number; func: string } | undefined {
    const { thread } = this.#code;
    const source = thread.stack[thread.d];
    if (thread.d === 0 || source === undefined) return undefined;
    const { filename, data } = source.$code;
    return { file: basename(filename), line: thread.line(thread.d), func: data.name };
  }

  /** What `bb` asks of the evaluation. */
  #context(): BitBakeContext {
    const { host, log } = this.options;
    return {
      host,
      newStore: () => this.makeStore(),
      log: (record) => {
        this.#told++;
        this.#rt.budget.write(record.message.length);
        const level =
          record.level === "warn"
            ? "warn"
            : record.level === "error" || record.level === "fatal"
              ? "error"
              : record.level === "debug" || record.level === "verbnote"
                ? "debug"
                : "note";
        log({
          level,
          message: record.message,
          ...(record.file === undefined ? {} : { file: record.file }),
          ...(record.line === undefined ? {} : { line: record.line }),
        });
      },
      markDependency: (store, path) => markDependency(store, path),
      inherit: (classes, file, line, store, deferred) =>
        this.#running("bb.parse.BBHandler.inherit").inherit(classes, store, file, line, deferred),
      parseFile: (request) => this.#parseFile(request),
      execFunction: (name, store, dirs) =>
        runFunction(name, store, this.#running("bb.build.exec_func"), dirs),
    };
  }

  #running(asked: string): Evaluator {
    if (this.#evaluator) return this.#evaluator;
    throw new SandbakeError("no-evaluator", `${asked}: no evaluation is running`);
  }

  /** bb.parse.handle: a recipe is finished and gives its variants, any other file goes into the store as it is. */
  #parseFile({ path, store, include, baseConfig }: ParseRequest): ReadonlyMap<string, DataStore> {
    const evaluator = this.#running("bb.parse.handle");
    // Python may have written the file since it was read.
    evaluator.sources.forget(path);
    try {
      return this.#parsed(path, store, include, baseConfig, evaluator);
    } catch (error) {
      // Python sees what could not be read as bb.parse.ParseError.
      if (!(error instanceof EvaluationError)) throw error;
      const { text, file, line, code } = error;
      if (handledCodes.has(code)) throw this.#bb.error(error);
      const args = [this.#rt.str(text), this.#rt.str(file), this.#rt.int(line)];
      throw this.#rt.call(this.#bb.class("bb.parse.ParseError"), args);
    }
  }

  #parsed(
    path: string,
    store: DataStore,
    include: number,
    baseConfig: boolean,
    evaluator: Evaluator,
  ): ReadonlyMap<string, DataStore> {
    if (include > 0 || !path.endsWith(".bb")) {
      evaluator.evaluateFile(path, store, include > 0, baseConfig);
      return new Map([["", store]]);
    }
    const appends = store.getVar("__BBAPPEND", false);
    const variants = evaluateRecipe(
      { file: path, appends: typeof appends === "string" ? appends.split(/\s+/).filter(Boolean) : [], store },
      evaluator,
    );
    return new Map(variants.map((variant) => [variant.name, variant.store]));
  }

  // -------------------------------------------------------------------------------------------- inline expressions
  evaluate(code: string, _variable: string | undefined, store: DataStore): unknown {
    const rt = this.#rt;
    const text = code.trim();
    let compiled = this.#expressions.get(text);
    if (!compiled) {
      compiled = this.#code.compile(text, { filename: "<expansion>", mode: "eval" });
      this.#expressions.set(text, compiled);
    }
    const namespace = this.#namespace(store);
    const globals = this.#globalsWith(store, namespace);
    const value = this.#code.eval(compiled, globals, {
      lookup: (name) => this.#lookup(name, store, namespace),
    });
    const plain: unknown = value["v"];
    return typeof plain === "string" && rt.isStr(value) ? plain : value;
  }

  /** What an expression sees beside its store: of its namespace, what it may name. */
  readonly surroundings: Surroundings = {
    variable: namespaceVariable,
    of: (code, store) => {
      let names = this.#identifiers.get(code);
      if (names === undefined) {
        names = [...new Set(code.match(/[A-Za-z_]\w*/g))];
        if (this.#identifiers.size >= EXPRESSIONS) this.#identifiers.clear();
        this.#identifiers.set(code, names);
      }
      const namespace = this.#namespace(store);
      return names.map((name) => namespace.getStr(name));
    },
    // A host that does not count: nothing is kept.
    deeds: () => this.#told + this.#bb.contextUses + this.#rt.lastId + (this.options.host.questions ?? NaN),
  };

  /** The namespace that a store's Python lives in: that of its recipe, else the configuration's. */
  #namespace(store: DataStore): PyDict {
    const own = store.getVar(namespaceVariable, false);
    return isPython(own) ? (own as PyDict) : this.#bb.globals;
  }

  /**
   * A name of an inline expression: the namespace's, a builtin, then the value of a variable that is no function
   * (measured: a variable called `len` or `os` hides neither).
   */
  #lookup(name: string, store: DataStore, namespace: PyDict): PyObject | undefined {
    if (name === "d") return this.#bb.wrap(store);
    const own = namespace.getStr(name);
    if (own !== undefined || this.#builtins.getStr(name) !== undefined) return own;
    const value = store.getVar(name);
    if (value === null || value === undefined || this.isTrue(store.getVarFlag(name, "func", false)))
      return undefined;
    return this.#bb.toPy(value);
  }

  /** A namespace plus `d`, for names in nested scopes (lambdas, comprehensions), which see globals only. */
  #globalsWith(store: DataStore, namespace: PyDict): PyDict {
    const version = namespace["version"] as number;
    const space = namespace.asNamespace;
    let scope: { readonly globals: PyDict; readonly version: number } | undefined = space.extended;
    if (scope?.version !== version) {
      const globals = this.#rt.newDict();
      this.#rt.callMethod1(globals, "update", namespace);
      space.extended = scope = { globals, version };
    }
    scope.globals.setStr("d", this.#bb.wrap(store));
    this.#lent.add(scope.globals);
    return scope.globals;
  }

  describeError(error: unknown): { readonly type: string; readonly message: string } {
    return this.#bb.describeError(error);
  }

  passesThrough(error: unknown): boolean {
    return this.#bb.passesThrough(error);
  }

  expansionErrorOf(error: unknown): ExpansionError | undefined {
    return this.#bb.expansionErrorOf(error);
  }

  // -------------------------------------------------------------------------------------------------- definitions
  define(code: string, file: string, line: number): void {
    const compiled = this.#code.compile(code, { filename: file, mode: "exec", firstLine: line });
    this.#code.exec(compiled, this.#bb.globals);
  }

  runAnonymous(names: readonly string[], store: DataStore): void {
    const d = this.#bb.wrap(store);
    for (const name of names) {
      const f = this.#bb.globals.getStr(name);
      if (!f) throw new SandbakeError("no-function", `the anonymous function ${name} is not defined`);
      this.#rt.call(f, [d]);
    }
  }

  addPylib(dir: string, namespace: string, store: DataStore): void {
    const rt = this.#rt;
    const { globals } = this.#bb;
    const path = rt.getattr(rt.importModule("sys"), "path");
    rt.callMethod2(path, "insert", rt.int(0), rt.str(dir));
    const wanted = store.getVar("BB_GLOBAL_PYMODULES");
    for (const name of typeof wanted === "string" ? wanted.split(/\s+/).filter(Boolean) : []) {
      globals.setStr(name, rt.importModule(name));
    }
    const module = rt.importModule(namespace);
    globals.setStr(namespace, module);
    const imports = rt.lookup(module, "BBIMPORTS");
    if (imports) {
      for (const name of rt.iterate(imports)) {
        const imported = `${namespace}.${rt.strOf(name)}`;
        rt.importModule(imported);
        this.#library.add(imported);
      }
    }
  }

  /** Analyses of code, for signatures. */
  get code(): CodeAnalyser {
    return this.#bb.code;
  }

  library(configuration: DataStore): ReadonlyMap<string, LibraryFunction> {
    if (this.#analysed !== undefined) return this.#analysed;
    this.#analysed = analyseLibrary({
      rt: this.#rt,
      modules: [...this.#library],
      configuration,
      code: this.code,
      readFile: (path) => new TextDecoder().decode(this.options.host.readFile(path)),
      sha256: (text) => this.options.host.sha256?.(text) ?? sha256Hex(text),
    });
    this.#bb.library = this.#analysed;
    return this.#analysed;
  }

  signatureHandler(configuration: DataStore): SignatureHandler {
    return new SignatureHandler(this.#rt, this.#bb, configuration);
  }

  extraDepends(code: string, { pn, byPn, world }: ExtraDependsFacts, store: DataStore): string[] {
    const rt = this.#rt;
    rt.budget.renew();
    const deps = rt.list([]);
    const texts = (items: readonly string[]): PyObject => rt.list(items.map((item) => rt.str(item)));
    const globals = rt.newDict();
    rt.callMethod1(globals, "update", this.#namespace(store));
    globals.setStr("deps", deps);
    globals.setStr("self_pn", rt.str(pn));
    globals.setStr("world_target", rt.call(rt.types["set"] as PyObject, [texts(world)]));
    globals.setStr("pkg_pn", rt.dict([...byPn].map(([name, keys]) => [name, texts(keys)] as const)));
    // An indented body, as functions of the metadata are kept.
    const compiled = this.#code.compile(`if True:\n${code}`, {
      filename: "calculate_extra_depends",
      mode: "exec",
    });
    this.#code.exec(compiled, globals);
    return [...rt.iterate(deps)].map((item) => rt.strOf(item));
  }

  // ------------------------------------------------------------------------------------------------------- events
  fire(event: EventCall, store: DataStore): void {
    const { events } = this.#bb;
    events.fire(
      events.make(
        event.name,
        event.args.map((arg) => this.#argument(arg)),
      ),
      store,
    );
  }

  /** A constructor's argument: a map of stores becomes a dict of their wrappers. */
  #argument(arg: EventCall["args"][number]): PyObject {
    if (!(arg instanceof Map)) return this.#rt.fromJs(arg);
    const stores = arg as ReadonlyMap<string, DataStore>;
    return this.#rt.dict([...stores].map(([name, store]) => [name, this.#bb.wrap(store)] as const));
  }

  registerHandler(
    name: string,
    body: string,
    mask: readonly string[],
    file: string,
    line: number,
    store: DataStore,
  ): void {
    this.#bb.events.registerText(name, body, mask, file, line, store);
  }

  saveHandlers(): unknown {
    return this.#bb.events.save();
  }

  restoreHandlers(saved: unknown): void {
    this.#bb.events.restore(saved as ReturnType<BitBakeModules["events"]["save"]>);
  }

  // -------------------------------------------------------------------------------------------------------- state
  isolate<T>(store: DataStore, body: () => T): T {
    const rt = this.#rt;
    if (this.#isolated === 0) this.#beginUnit();
    this.#isolated++;
    rt.budget.renew();
    this.#modules.start();
    const outer = this.#bb.globals;
    const handlers = this.saveHandlers();
    const copy = rt.newDict();
    rt.callMethod1(copy, "update", outer);
    this.#bb.globals = copy;
    // Values are read long after the recipe is evaluated: the store and its copies keep their namespace.
    store.setVar(namespaceVariable, copy, { ignore: true });
    try {
      return body();
    } finally {
      this.#isolated--;
      this.#bb.globals = outer;
      this.restoreHandlers(handlers);
      this.#modules.restore();
      // Whoever reads the values afterwards has all of it again.
      rt.budget.renew();
    }
  }

  /**
   * What counts on in the VM begins for each recipe where the configuration left it. What the recipe before is still held
   * by is let go of: inline caches keep the namespaces that they met last, and through `d` a whole store would stay.
   */
  #beginUnit(): void {
    const rt = this.#rt;
    for (const globals of this.#lent) globals.setStr("d", rt.none);
    this.#lent = new Set(); // a table that is cleared leads to what it held next, and V8 takes that for alive
    this.#code.thread.letGo();
    this.#lastId ??= rt.lastId;
    rt.lastId = this.#lastId;
    // random.gauss keeps every second number that it draws.
    const random = rt.imports.modules.getStr("random");
    if (random === undefined || rt.imports.isPending(random)) return;
    const instance = rt.instanceDict(random)?.getStr("_inst");
    if (instance !== undefined) rt.setattr(instance, "gauss_next", rt.none);
  }

  skipReason(error: unknown): string | undefined {
    if (!this.#bb.isException(error, "bb.parse.SkipRecipe")) return undefined;
    const [first] = [...this.#rt.iterate(this.#rt.getattr(error, "args"))];
    return first === undefined ? "" : this.#rt.strOf(first);
  }

  // ------------------------------------------------------------------------------------------------------- values
  toJs(value: unknown): unknown {
    return isPython(value) ? this.#rt.toJs(value) : value;
  }

  isTrue(value: unknown): boolean {
    return this.#bb.values.isTrue?.(value) ?? Boolean(value);
  }

  plain(value: unknown): PlainValue {
    if (value === null || value === undefined) return null;
    if (typeof value === "string") return value;
    if (value instanceof DataStore) return { type: "DataSmart" };
    const o = isPython(value) ? value : this.#rt.fromJs(value);
    return { type: this.#rt.typeName(o), value: this.#json(o) };
  }

  /** A Python value as JSON data: dict keys and set members sorted, what JSON lacks as its repr. */
  #json(o: PyObject): unknown {
    const rt = this.#rt;
    const { types } = rt;
    if (o === rt.none) return null;
    if (o === rt.true || o === rt.false) return o === rt.true;
    if (rt.isStr(o)) return o["v"];
    if (rt.isInt(o)) return Number(o["v"]);
    if (rt.isInstance(o, types["float"])) return o["v"];
    if (rt.isInstance(o, types["dict"])) {
      const out = Object.create(null) as Record<string, unknown>;
      const entries = [...rt.iterate(o)].map(
        (key) => [rt.strOf(key), this.#json(rt.getItem(o, key))] as const,
      );
      for (const [key, item] of entries.sort(([a], [b]) => byCodePoint(a, b))) out[key] = item;
      return out;
    }
    if (rt.isInstance(o, types["set"]) || rt.isInstance(o, types["frozenset"])) {
      return [...rt.iterate(o)]
        .map((item) => this.#json(item))
        .sort((a, b) => byCodePoint(String(a), String(b)));
    }
    if (rt.isInstance(o, types["list"]) || rt.isInstance(o, types["tuple"])) {
      return [...rt.iterate(o)].map((item) => this.#json(item));
    }
    return rt.repr(o);
  }

  plainError(error: unknown): { readonly error: string; readonly cause?: string } {
    const first = (text: string): string => text.split("\n", 1)[0] ?? "";
    if (this.#rt.isException(error))
      return { error: `${this.#rt.typeName(error)}: ${first(this.#rt.strOf(error))}` };
    if (error instanceof Error) return { error: `${error.name}: ${first(error.message)}` };
    throw error;
  }

  describe(error: unknown): PythonFailure | undefined {
    const rt = this.#rt;
    if (!rt.isException(error)) return undefined;
    const text = rt.strOf(error);
    const name = rt.typeName(error);
    const frames = [...this.#code.tracebacks.format(error).matchAll(/^ {2}File "(\/[^"]+)", line (\d+)/gm)];
    const last = frames.filter(([, file]) => !file?.startsWith(STDLIB)).at(-1);
    return {
      summary: text === "" ? name : `${name}: ${text}`,
      traceback: this.#code.tracebacks.format(error),
      place:
        this.#syntaxErrorPlace(error) ?? (last ? { file: last[1] ?? "", line: Number(last[2]) } : undefined),
    };
  }

  /** The place that a SyntaxError of a file of the metadata names. */
  #syntaxErrorPlace(error: PyObject): { file: string; line: number } | undefined {
    const rt = this.#rt;
    if (!rt.isException(error, "SyntaxError")) return undefined;
    const file = rt.toJs(rt.getattr(error, "filename"));
    const line = rt.toJs(rt.getattr(error, "lineno"));
    return typeof file === "string" && file.startsWith("/") && typeof line === "number"
      ? { file, line }
      : undefined;
  }

  regex(pattern: string, method: "match" | "search"): (text: string) => boolean {
    const rt = this.#rt;
    const compiled = rt.call(rt.getattr(rt.importModule("re"), "compile"), [rt.str(pattern)]);
    const test = rt.getattr(compiled, method);
    return (text) => rt.isTrue(rt.call(test, [rt.str(text)]));
  }
}

/** Errors that BitBake prints itself and then ends with (BBHandledException). */
const handledCodes = new Set(["comment-in-value", "confusing-comment"]);

/** Holds the namespace of a recipe's Python in its store; two underscores keep it out of listings. */
const namespaceVariable = "__sandbake_namespace";

function isPython(value: unknown): value is PyObject {
  return (typeof value === "object" || typeof value === "function") && value !== null && "ob$type" in value;
}
