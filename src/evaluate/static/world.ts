/**
 * What the static interpreter knows around the code it follows: the metadata's functions, the modules of layers' `lib`
 * folders (read as files, never run), our own functions (natives.ts), and the datastore behind `d`.
 */
import type { DataStore } from "../../datastore/index.js";
import { ExpansionError } from "../../datastore/index.js";
import type { Host } from "../../sandbox/host.js";
import { joinPath } from "../../sandbox/paths.js";
import type * as ast from "../../vm/parser/ast.js";
import { parse } from "../../vm/parser/parse.js";
import type { Frame } from "./interpreter.js";
import { Interpreter } from "./interpreter.js";
import { natives, type Native } from "./natives.js";
import { storeMethods } from "./store-methods.js";
import { dotted } from "./trees.js";
import {
  ClassValue,
  ExceptionClass,
  FunctionValue,
  ModuleValue,
  NativeValue,
  Raised,
  StoreValue,
  Unknown,
  UnknownValue,
  type Cause,
  type StaticValue,
} from "./values.js";

/** A module of a layer's library: its functions, and constants of plain assignments. */
interface ModuleInfo {
  readonly file: string;
  readonly functions: ReadonlyMap<string, ast.FunctionDef>;
  readonly classes: ReadonlyMap<string, ast.ClassDef>;
  readonly constants: ReadonlyMap<string, ast.Expr | undefined>;
  readonly imports: ReadonlyMap<string, string>;
}

/** One a workspace. */
export class StaticWorld {
  readonly interpreter: Interpreter;
  /** The metadata's functions, of the recipe being evaluated. */
  functions = new Map<string, FunctionValue>();
  /** Folders of addpylib. */
  readonly folders: string[] = [];
  /** Packages of addpylib: "oe". */
  readonly namespaces = new Set<string>();
  /** Files were changed in a way that is not followed. */
  filesChanged = false;
  /** Something may have written any variable. */
  havocCause: Cause | undefined;
  /** The recipe's evaluation may have ended before. */
  endCause: Cause | undefined;
  readonly #natives: ReadonlyMap<string, Native>;
  readonly #modules = new Map<string, ModuleInfo | undefined>();

  constructor(
    readonly host: Host,
    readonly log: (level: "note" | "warn" | "error", message: string) => void,
  ) {
    this.interpreter = new Interpreter(this);
    this.#natives = natives;
  }

  havoc(cause: Cause): void {
    this.havocCause ??= cause;
  }

  /** From here on nothing is sure to happen. */
  mayEnd(cause: Cause): void {
    this.endCause ??= cause;
  }

  get mayHaveEnded(): boolean {
    return this.endCause !== undefined;
  }

  /** Why no value is sure. What follows is followed all the same, for what it may show. */
  get lost(): Cause | undefined {
    return this.havocCause ?? this.endCause;
  }

  /** A name that code uses; undefined if nothing is known of it. */
  name(id: string, frame: Frame): StaticValue | undefined {
    for (let scope: Frame["scope"] | undefined = frame.scope; scope !== undefined; scope = scope.outer) {
      const value = scope.names.get(id);
      if (value !== undefined) return value;
    }
    if (frame.inline !== undefined) {
      if (id === "d") return frame.inline;
      const value = this.variable(frame.inline.store, id, true);
      if (value !== null && !frame.inline.store.getVarFlag(id, "func", false)) return value;
    }
    if (frame.module !== undefined) {
      const own = this.#ownAttribute(frame.module, id);
      if (own !== undefined) return own;
    } else {
      const f = this.functions.get(id);
      if (f !== undefined) return f;
      if (["bb", "os", "oe", "time"].includes(id) || this.#isPackage(id)) return new ModuleValue(id);
    }
    if (["bb", "os"].includes(id)) return new ModuleValue(id);
    return this.#builtin(id);
  }

  #builtin(id: string): StaticValue | undefined {
    const native = this.#natives.get(id);
    if (native !== undefined) return this.#native(id, native);
    return /^[A-Z]\w*(Error|Exception|Exit)$/.test(id) || id === "Exception" || id === "BaseException"
      ? new ExceptionClass(id)
      : undefined;
  }

  #native(name: string, native: Native): NativeValue {
    return new NativeValue(name, (args, keywords) => native({ world: this, args, keywords, name }));
  }

  setGlobal(name: string, module: string | undefined, value: StaticValue): void {
    // Names that functions declare global: kept for none of what we follow.
    if (value instanceof FunctionValue && module === undefined) this.functions.set(name, value);
  }

  // ---- modules

  /** `module.attr`; undefined if it is not followed. */
  moduleAttribute(module: string, attr: string): StaticValue | undefined {
    const full = `${module}.${attr}`;
    const native = this.#natives.get(full);
    if (native !== undefined) return this.#native(full, native);
    if (module === "bb.event" ? /^[A-Z]/.test(attr) : module.startsWith("bb") && exceptions.has(attr))
      return new ExceptionClass(attr);
    if (module === "bb.fetch2" || module === "bb.fetch") {
      // What the fetcher says is not followed; it writes no variable that listings show.
      return new NativeValue(full, () => new Unknown({ reason: `${full}() is not followed` }));
    }
    const own = this.#ownAttribute(module, attr);
    if (own !== undefined) return own;
    if (this.#isPackage(full) || nativePackages.has(full)) return new ModuleValue(full);
    return undefined;
  }

  #ownAttribute(module: string, name: string): StaticValue | undefined {
    const info = this.#module(module);
    if (info === undefined) return undefined;
    const f = info.functions.get(name);
    if (f !== undefined) return new FunctionValue(f, name, info.file, undefined, module);
    const made = info.classes.get(name);
    if (made !== undefined)
      return made.decorator_list.length + made.keywords.length > 0
        ? undefined
        : new ClassValue(made, info.file, module);
    const constant = info.constants.get(name);
    if (constant !== undefined) {
      const frame: Frame = {
        scope: { names: new Map(), outer: undefined },
        file: info.file,
        module,
        globals: new Set(),
      };
      return this.interpreter.expression(constant, frame);
    }
    const imported = info.imports.get(name);
    return imported === undefined ? undefined : new ModuleValue(imported);
  }

  #isPackage(name: string): boolean {
    return this.#module(name) !== undefined;
  }

  /** Reads a module of a layer's library; undefined if there is none of the name. */
  #module(name: string): ModuleInfo | undefined {
    if (!this.#modules.has(name)) this.#modules.set(name, this.#readModule(name));
    return this.#modules.get(name);
  }

  #readModule(name: string): ModuleInfo | undefined {
    const path = name.replaceAll(".", "/");
    for (const folder of this.folders) {
      for (const file of [joinPath(folder, `${path}.py`), joinPath(folder, `${path}/__init__.py`)]) {
        if (!this.host.exists(file)) continue;
        const text = new TextDecoder().decode(this.host.readFile(file));
        return readModule(parse(text, { filename: file, mode: "exec" }), file);
      }
    }
    return undefined;
  }

  forgetModules(): void {
    this.#modules.clear();
    this.#filters = undefined;
  }

  #filters: Map<string, FunctionValue> | undefined;

  /** A function that one of the imported modules marks with `@bb.filter.filter_proc()`. */
  filterFunction(name: string): FunctionValue | undefined {
    if (this.#filters === undefined) {
      this.#filters = new Map();
      for (const namespace of this.namespaces) {
        const imports = this.#ownAttribute(namespace, "BBIMPORTS");
        for (const item of Array.isArray(imports) ? imports : []) {
          if (typeof item !== "string") continue;
          const module = `${namespace}.${item}`;
          const info = this.#module(module);
          for (const [known, node] of info?.functions ?? []) {
            if (
              !node.decorator_list.some(
                (decorator) =>
                  decorator.type === "Call" && dotted(decorator.func) === "bb.filter.filter_proc",
              )
            )
              continue;
            const plain = { ...node, decorator_list: [] };
            this.#filters.set(known, new FunctionValue(plain, known, info?.file ?? "", undefined, module));
          }
        }
      }
    }
    return this.#filters.get(name);
  }

  // ---- the datastore

  /** A variable's value for code. */
  variable(store: DataStore, name: string, expand: boolean): StaticValue {
    return this.reading(() => store.getVar(name, expand));
  }

  /** What reading the store gives, as a value. */
  reading(read: () => unknown): StaticValue {
    try {
      return this.fromStore(read());
    } catch (error) {
      if (error instanceof UnknownValue) return new Unknown(error.reason);
      if (error instanceof ExpansionError) throw new Raised("ExpansionError", error.message);
      throw error;
    }
  }

  fromStore(value: unknown): StaticValue {
    if (value === undefined || value === null) return null;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
    if (value instanceof Unknown) return value;
    if (Array.isArray(value)) return value.map((item) => this.fromStore(item));
    if (value instanceof Set) return new Set([...value].map((item) => this.fromStore(item)));
    if (value instanceof Map)
      return new Map([...value].map(([k, v]) => [this.fromStore(k), this.fromStore(v)] as const));
    if (typeof value === "object" && "top" in value) return new StoreValue(value as DataStore);
    return new Unknown({ reason: "the datastore holds an object" });
  }

  storeMethod(d: StoreValue, attr: string, cause: Cause): StaticValue {
    const method = storeMethods.get(attr);
    if (method === undefined) {
      // What else a datastore has (varhistory, inchistory) tells, and writes nothing.
      return new Unknown(cause);
    }
    return new NativeValue(`d.${attr}`, (args, keywords) =>
      method({ world: this, store: d.store, args, keywords, cause }),
    );
  }
}

/** Exceptions that `bb` has. */
const exceptions: ReadonlySet<string> = new Set([
  "SkipRecipe",
  "ParseError",
  "BBHandledException",
  "ExpansionError",
  "FetchError",
  "NoMethodError",
  "MalformedUrl",
]);

/** Modules that have natives. */
const nativePackages: ReadonlySet<string> = new Set([
  "bb.utils",
  "bb.data",
  "bb.data_smart",
  "bb.parse",
  "bb.event",
  "bb.fetch2",
  "bb.fetch",
  "bb.build",
  "bb.process",
  "bb.filter",
  "bb.siggen",
  "os.path",
]);

function readModule(tree: ast.Module, file: string): ModuleInfo {
  const functions = new Map<string, ast.FunctionDef>();
  const classes = new Map<string, ast.ClassDef>();
  const constants = new Map<string, ast.Expr | undefined>();
  const imports = new Map<string, string>();
  for (const statement of tree.body) {
    if (statement.type === "FunctionDef") functions.set(statement.name, statement);
    else if (statement.type === "ClassDef") classes.set(statement.name, statement);
    else if (statement.type === "Assign") {
      for (const target of statement.targets)
        if (target.type === "Name")
          constants.set(target.id, constants.has(target.id) ? undefined : statement.value);
    } else if (statement.type === "Import") {
      for (const { name, asname } of statement.names) {
        const head = name.split(".", 1)[0] ?? name;
        imports.set(asname ?? head, asname === null ? head : name);
      }
    }
  }
  return { file, functions, classes, constants, imports };
}
