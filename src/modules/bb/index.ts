/**
 * The native `bb` package: `installBitBake(rt, context)` defines its types and registers its modules in a runtime that
 * is not sealed yet, and hands back what the evaluator uses of it.
 */
import type { CodeAnalyser } from "../../analysis/code.js";
import type { LibraryFunction } from "../../analysis/dependencies.js";
import type { DataStore, FilterEvaluator, ValueHooks } from "../../datastore/index.js";
import { ExpansionError } from "../../datastore/index.js";
import { LimitError } from "../../diagnostics/errors.js";
import type { PyDict, PyObject, PyType } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";
import { BitBakeInternal } from "../bitbake_internal.js";
import { installBuild } from "./bb-build.js";
import { defineCodeParsers, installCodeParser } from "./bb-codeparser.js";
import { installData } from "./bb-data.js";
import { EventHub, installEvent } from "./bb-event.js";
import { defineExceptions } from "./bb-exceptions.js";
import { defineFetchTypes, installFetch } from "./bb-fetch.js";
import { Filters, installFilter } from "./bb-filter.js";
import { installPackage } from "./bb-log.js";
import { installParse } from "./bb-parse.js";
import { installProcess } from "./bb-process.js";
import { installRest } from "./bb-rest.js";
import { defineSiggenTypes, installSiggen, makeGenerator } from "./siggen/module.js";
import {
  addSignatureParts,
  forgetSignatureParts,
  recipeCache,
  type CachedRecipe,
  type SignatureParts,
} from "./siggen/recipe-cache.js";
import { fillContext } from "./bb-utils-code.js";
import { defineUtilsTypes } from "./bb-utils-files.js";
import { installUtils } from "./bb-utils-module.js";
import { Binding } from "./binding.js";
import type { BitBakeContext, LogLevel } from "./context.js";
import { defineEvents } from "./event-classes.js";
import { tellLoggers } from "./loggers.js";
import type { TaskLists } from "./tasks.js";

/** What the evaluator uses of the installed package. */
export class BitBakeModules {
  readonly events: EventHub;
  /** For DataStoreOptions.filters. */
  readonly filters: FilterEvaluator;
  /** For DataStoreOptions.values. */
  readonly values: ValueHooks;
  /** Lists in the store as Python lists, for src/modules/bb/tasks.ts. */
  readonly lists: TaskLists;

  constructor(
    private readonly binding: Binding,
    events: EventHub,
    filters: FilterEvaluator,
  ) {
    this.events = events;
    this.filters = filters;
    this.values = binding.values;
    this.lists = binding.lists;
  }

  /** The namespace of the metadata's functions (bb.utils.get_context()); may be replaced. */
  get globals(): PyDict {
    return this.binding.globals;
  }
  set globals(dict: PyDict) {
    this.binding.globals = dict;
  }
  /** How often Python itself asked for it. */
  get contextUses(): number {
    return this.binding.contextUses;
  }
  /** Puts os, bb and time into a namespace, as BitBake's clean_context() has them. After `rt.seal()`. */
  fillContext(globals: PyDict): void {
    fillContext(this.binding, globals);
  }

  /** Analyses of code, kept for the run. */
  get code(): CodeAnalyser {
    return this.binding.code;
  }
  /** The functions of the layers' namespaces, once they are analysed: bb.data's signatures know them then. */
  set library(library: ReadonlyMap<string, LibraryFunction>) {
    this.binding.library = library;
  }
  /** Gives a message that did not come from `bb` to the handlers of Python's "BitBake" logger. */
  tellLoggers(level: LogLevel, message: string): void {
    tellLoggers(this.binding.rt, { level, message });
  }

  /** Python's `d` for a store; the same object at each call. */
  wrap(store: DataStore): PyObject {
    return this.binding.wrap(store);
  }
  /** The store behind Python's `d`; TypeError (Python) for another object. */
  store(d: PyObject): DataStore {
    return this.binding.store(d);
  }
  /** A value of the store for Python, and back. */
  toPy(value: unknown): PyObject {
    return this.binding.toPy(value);
  }
  fromPy(value: PyObject): unknown {
    return this.binding.fromPy(value);
  }
  /** What Python sees thrown for an error of ours. */
  error(error: unknown): unknown {
    return this.binding.error(error);
  }
  /** A class of the package by dotted name ("bb.parse.SkipRecipe"), or a builtin exception. */
  class(name: string): PyType {
    return this.binding.exceptionClass(name);
  }
  /** Whether a thrown value is a Python exception of a class of the package. */
  isException(error: unknown, name: string): error is PyObject {
    return this.binding.rt.isException(error, this.binding.exceptionClass(name));
  }

  // ------------------------------------------------------------------------------------------------------ signatures
  /** The signature generator that a configuration names (bb.siggen.init). */
  signatureGenerator(configuration: DataStore): PyObject {
    return makeGenerator(this.binding, this.wrap(configuration));
  }
  /** What a generator finds as `dataCaches[mc]`. */
  recipeCache(recipes: Iterable<CachedRecipe>): PyObject {
    return recipeCache(this.binding, recipes);
  }
  /** Gives a cache what a generator's dump_sigtask writes of a recipe. */
  addSignatureParts(cache: PyObject, key: string, parts: SignatureParts): void {
    addSignatureParts(this.binding, cache, key, parts);
  }
  forgetSignatureParts(cache: PyObject): void {
    forgetSignatureParts(this.binding, cache);
  }

  // ------------------------------------------------------------------ hooks of an ExpressionEvaluator (src/datastore)
  /** ExpressionEvaluator.describeError */
  describeError(error: unknown): { type: string; message: string } {
    const { rt } = this.binding;
    if (rt.isException(error)) return { type: rt.typeName(error), message: rt.strOf(error) };
    if (error instanceof Error) return { type: error.name, message: error.message };
    return { type: "Exception", message: String(error) };
  }
  /** ExpressionEvaluator.passesThrough: SkipRecipe, BBHandledException, limits and faults of ours are never wrapped. */
  passesThrough(error: unknown): boolean {
    return (
      error instanceof LimitError ||
      error instanceof TypeError ||
      error instanceof ReferenceError ||
      this.isException(error, "bb.parse.SkipRecipe") ||
      this.isException(error, "bb.BBHandledException")
    );
  }
  /** ExpressionEvaluator.expansionErrorOf */
  expansionErrorOf(error: unknown): ExpansionError | undefined {
    if (!this.isException(error, "bb.data_smart.ExpansionError")) return undefined;
    const inner: unknown = error["$expansion"];
    return inner instanceof ExpansionError ? inner : undefined;
  }
}

/**
 * Defines the types and registers the modules. Call between the runtime's creation and `rt.seal()`; the order of the
 * steps of bitbake_internal is kept here.
 */
export function installBitBake(rt: Runtime, context: BitBakeContext): BitBakeModules {
  const binding = new Binding(rt, {
    ...context,
    // Messages go to the context, and to whoever listens to Python's "BitBake" logger.
    log: (record) => {
      context.log(record);
      tellLoggers(rt, record);
    },
  });
  const internal = new BitBakeInternal(binding);
  internal.define();
  internal.ready();
  internal.register();
  rt.registerModule("bitbake_internal", () => undefined);

  defineExceptions(binding);
  defineEvents(binding);
  defineUtilsTypes(binding);
  defineFetchTypes(binding);
  defineSiggenTypes(binding);
  defineCodeParsers(binding);
  const filters = new Filters(binding);
  filters.define();
  const events = new EventHub(binding);

  installPackage(binding);
  installUtils(binding);
  installData(binding);
  installParse(binding);
  installBuild(binding);
  installEvent(binding, events);
  installFilter(binding, filters);
  installFetch(binding);
  installProcess(binding);
  installSiggen(binding);
  installCodeParser(binding);
  installRest(binding);
  return new BitBakeModules(binding, events, filters);
}
