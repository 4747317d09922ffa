/**
 * Modules and imports: sys.modules, natively registered modules (their body runs at the first import), finders for Python
 * source, packages, relative imports, `from x import *`. Messages and order of steps after CPython's importlib._bootstrap.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import type { PyDict, PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";

/** Fills a native module's namespace. */
export type ModuleBody = (rt: Runtime, module: PyDict) => void;

/** Python source of a module. */
export interface FoundModule {
  readonly source: string;
  readonly filename: string;
  readonly isPackage: boolean;
  /** Code compiled earlier; absent: `rt.compiler` compiles the source. */
  readonly code?: PyObject;
}

/** Asked for a dotted name; undefined: not mine. A namespace package is `{source: "", filename: dir, isPackage: true}`. */
export type Finder = (fullName: string, path: readonly string[] | undefined) => FoundModule | undefined;

export class Imports {
  /** sys.modules */
  readonly modules: PyDict;
  /** The `builtins` module. */
  readonly builtins: PyObject;
  private readonly bodies = new Map<string, ModuleBody>();
  private readonly additions = new Map<string, Map<string, PyObject>>();
  private readonly finders: Finder[] = [];
  /** Native modules whose body may run again (importlib.reload). */
  readonly reloadable = new Set<string>();

  constructor(private readonly rt: Runtime) {
    this.modules = rt.newDict();
    this.builtins = this.newModule("builtins");
    this.builtins.$native = true;
    this.modules.setStr("builtins", this.builtins);
  }

  newModule(name: string, doc?: string): PyObject {
    const { rt } = this;
    const module = new rt.types["module"]() as PyObject;
    const d = rt.instanceDict(module);
    d.setStr("__name__", rt.str(name));
    d.setStr("__doc__", doc === undefined ? rt.none : rt.str(doc));
    d.setStr("__package__", rt.none);
    d.setStr("__loader__", rt.none);
    d.setStr("__spec__", rt.none);
    return module;
  }

  register(name: string, body: ModuleBody): void {
    if (this.bodies.has(name) || name === "builtins")
      throw new SandbakeError("vm-order", `module ${name} is registered twice`);
    this.bodies.set(name, body);
  }

  /** Runs the body of a native module again; false for one that is not `reloadable`. */
  reload(name: string): boolean {
    const module = this.modules.getStr(name);
    const body = this.bodies.get(name);
    if (module === undefined || body === undefined || !this.reloadable.has(name)) return false;
    body(this.rt, this.rt.instanceDict(module));
    return true;
  }

  /** Names of natively registered modules, sorted (sys.builtin_module_names). */
  get nativeNames(): string[] {
    return [...this.bodies.keys(), "builtins"].sort();
  }

  /** An attribute that a native module has before its body runs (a registered type). */
  addAttribute(module: string, name: string, value: PyObject): void {
    if (module === "builtins") {
      this.builtins.$d!.setStr(name, value);
      return;
    }
    (this.additions.get(module) ?? this.additions.set(module, new Map()).get(module)!).set(name, value);
  }

  /**
   * Whether nobody can tell when the body of a module runs: `import name` then leaves it until something of the module is
   * asked for. Asked with a name that a finder knows.
   */
  deferrable: (name: string) => boolean = () => false;
  /** Modules whose body has not run yet. */
  private readonly pending = new WeakSet<PyObject>();

  /** Whether a module has been imported and its body not run yet: its names are not to be asked for without need. */
  isPending(module: PyObject): boolean {
    return this.pending.has(module);
  }

  /** Told each module when its import has ended. */
  onLoaded: ((name: string, module: PyObject) => void) | undefined;

  addFinder(finder: Finder): void {
    this.finders.push(finder);
  }

  /** The module `name`, imported with its parents. */
  importModule(name: string): PyObject {
    this.rt.lifecycle.importing(name);
    return this.ensure(name);
  }

  /** @param later the body may be left until something of the module is asked for */
  private ensure(name: string, later = false): PyObject {
    const { rt } = this;
    const present = this.modules.getStr(name);
    if (present !== undefined) {
      if (present === rt.none) throw this.notFound(name, `import of ${name} halted; None in sys.modules`);
      return present;
    }
    const dot = name.lastIndexOf(".");
    let parent: PyObject | undefined;
    let path: readonly string[] | undefined;
    if (dot >= 0) {
      const parentName = name.slice(0, dot);
      parent = this.ensure(parentName);
      // The parent's import may have imported us.
      const now = this.modules.getStr(name);
      if (now !== undefined && now !== rt.none) return now;
      const parentPath = rt.lookup(parent, "__path__");
      if (parentPath === undefined && !this.hasNativeChild(parentName)) {
        throw this.notFound(name, `No module named ${quote(name)}; ${quote(parentName)} is not a package`);
      }
      path = parentPath === undefined ? [] : [...rt.iterate(parentPath)].map((p) => rt.strOf(p));
    }
    const module = this.load(name, path, later && this.deferrable(name));
    if (parent !== undefined) rt.setattr(parent, name.slice(dot + 1), module);
    return module;
  }

  private hasNativeChild(name: string): boolean {
    const prefix = `${name}.`;
    for (const key of this.bodies.keys()) if (key.startsWith(prefix)) return true;
    return false;
  }

  private load(name: string, path: readonly string[] | undefined, later: boolean): PyObject {
    const body = this.bodies.get(name) ?? (this.additions.has(name) ? () => undefined : undefined);
    if (body !== undefined) return this.loadNative(name, body);
    for (const finder of this.finders) {
      const found = finder(name, path);
      if (found !== undefined) return this.loadSource(name, found, later);
    }
    if (this.hasNativeChild(name)) return this.loadNative(name, () => undefined);
    throw this.notFound(name, `No module named ${quote(name)}`);
  }

  private loadNative(name: string, body: ModuleBody): PyObject {
    const { rt } = this;
    const module = this.newModule(name);
    module.$native = true;
    const d = rt.instanceDict(module);
    const isPackage = this.hasNativeChild(name);
    d.setStr("__package__", rt.str(isPackage ? name : parentOf(name)));
    if (isPackage) d.setStr("__path__", rt.list([]));
    for (const [key, value] of this.additions.get(name) ?? []) d.setStr(key, value);
    return this.run(name, module, () => body(rt, d));
  }

  private loadSource(name: string, found: FoundModule, later: boolean): PyObject {
    const { rt } = this;
    const module = this.newModule(name);
    const d = rt.instanceDict(module);
    d.setStr("__package__", rt.str(found.isPackage ? name : parentOf(name)));
    d.setStr("__file__", rt.str(found.filename));
    d.setStr("__builtins__", this.builtins);
    if (found.isPackage) {
      const dir = found.filename.replace(/\/__init__\.py$/, "");
      d.setStr("__path__", rt.list([rt.str(dir)]));
    }
    const compiler = rt.compiler;
    if (compiler === undefined)
      throw new SandbakeError(
        "vm-order",
        `import of ${name} needs the compiler: code generation is not installed`,
      );
    const body = (): void =>
      compiler.exec(
        found.code ?? compiler.compile(found.source, { filename: found.filename, mode: "exec" }),
        d,
      );
    return later ? this.runLater(name, module, body) : this.run(name, module, body);
  }

  /** Runs the body when the module's dict is first read, from whichever side. Where it raises, the next reader tries again. */
  private runLater(name: string, module: PyObject, body: () => void): PyObject {
    const dict = this.rt.instanceDict(module);
    const field = { configurable: true, enumerable: true };
    const ready = (): void => {
      this.pending.delete(module);
      Object.defineProperty(module, "$d", { ...field, value: dict, writable: true });
    };
    const wait = (): void => {
      this.pending.add(module);
      Object.defineProperty(module, "$d", {
        ...field,
        get: () => {
          ready();
          module.$initializing = true;
          try {
            this.rt.code.thread.guard(() => this.rt.runImport(body));
          } catch (e) {
            wait();
            throw e;
          } finally {
            module.$initializing = false;
          }
          this.onLoaded?.(name, module);
          return dict;
        },
      });
    };
    wait();
    this.modules.setStr(name, module);
    return module;
  }

  /** Runs a body with the module in sys.modules; takes it out again when the body raises. */
  private run(name: string, module: PyObject, body: () => void): PyObject {
    this.modules.setStr(name, module);
    module.$initializing = true;
    try {
      this.rt.runImport(body);
    } catch (e) {
      this.modules.delStr(name);
      throw e;
    } finally {
      module.$initializing = false;
    }
    // A module may replace itself.
    const loaded = this.modules.getStr(name) ?? module;
    this.onLoaded?.(name, loaded);
    return loaded;
  }

  private notFound(name: string, message: string): PyObject {
    const e = this.rt.error("ModuleNotFoundError", message);
    e.$nameText = this.rt.str(name);
    return e;
  }

  /** See Runtime.importName. */
  importName(
    name: string,
    globals: PyObject | undefined,
    fromlist: readonly string[] | undefined,
    level: number,
  ): PyObject {
    const { rt } = this;
    rt.lifecycle.importing(name);
    if (level < 0) throw rt.error("ValueError", "level must be >= 0");
    if (level === 0 && name === "") throw rt.error("ValueError", "Empty module name");
    const absolute = level === 0 ? name : this.resolve(name, globals, level);
    const plain = fromlist === undefined || fromlist.length === 0;
    const module = this.ensure(absolute, plain);
    if (fromlist !== undefined && fromlist.length > 0) {
      if (rt.lookup(module, "__path__") !== undefined) this.importSubmodules(module, fromlist);
      return module;
    }
    if (level === 0) {
      const dot = name.indexOf(".");
      return dot < 0 ? module : this.ensure(name.slice(0, dot));
    }
    if (name === "") return module;
    const dot = name.indexOf(".");
    if (dot < 0) return module;
    return this.ensure(absolute.slice(0, absolute.length - (name.length - dot)));
  }

  /** `from package import a, b`: names that are no attributes may be submodules. */
  private importSubmodules(module: PyObject, names: readonly string[]): void {
    const { rt } = this;
    for (const n of names) {
      if (n === "*") {
        const all = rt.lookup(module, "__all__");
        if (all !== undefined) {
          this.importSubmodules(
            module,
            [...rt.iterate(all)].filter((x) => rt.isStr(x)).map((x) => x.v as string),
          );
        }
        continue;
      }
      if (rt.lookup(module, n) !== undefined) continue;
      const full = `${rt.strOf(rt.getattr(module, "__name__"))}.${n}`;
      try {
        this.ensure(full);
      } catch (e) {
        // Only "there is no such module" is let go: importFrom says it better.
        if (
          rt.isException(e, "ModuleNotFoundError") &&
          e.$nameText !== undefined &&
          rt.strOf(e.$nameText as PyObject) === full
        )
          continue;
        throw e;
      }
    }
  }

  private resolve(name: string, globals: PyObject | undefined, level: number): string {
    const { rt } = this;
    const get = (key: string): PyObject | undefined => (globals as PyDict | undefined)?.getStr(key);
    let pkg: string | undefined;
    const stated = get("__package__");
    if (stated !== undefined && stated !== rt.none) {
      if (!rt.isStr(stated)) throw rt.error("TypeError", "package must be a string");
      pkg = stated.v as string;
    } else {
      const own = get("__name__");
      if (own === undefined) throw rt.error("KeyError", "'__name__' not in globals");
      pkg = rt.strOf(own);
      if (get("__path__") === undefined) pkg = parentOf(pkg);
    }
    if (pkg === "") throw rt.error("ImportError", "attempted relative import with no known parent package");
    for (let i = 1; i < level; i++) {
      const dot = pkg.lastIndexOf(".");
      if (dot < 0) throw rt.error("ImportError", "attempted relative import beyond top-level package");
      pkg = pkg.slice(0, dot);
    }
    return name === "" ? pkg : `${pkg}.${name}`;
  }

  /** See Runtime.importFrom. */
  importFrom(module: PyObject, name: string): PyObject {
    const { rt } = this;
    const v = rt.lookup(module, name);
    if (v !== undefined) return v;
    const own = rt.lookup(module, "__name__");
    const modName = own !== undefined && rt.isStr(own) ? (own.v as string) : undefined;
    if (modName !== undefined) {
      const sub = this.modules.getStr(`${modName}.${name}`);
      if (sub !== undefined) return sub;
    }
    const file = rt.lookup(module, "__file__");
    const where = file !== undefined && rt.isStr(file) ? (file.v as string) : "unknown location";
    const state =
      module.$initializing === true
        ? ["partially initialized module ", " (most likely due to a circular import)"]
        : ["", ""];
    const e = rt.error(
      "ImportError",
      `cannot import name ${quote(name)} from ${state[0]}${quote(modName ?? "<unknown module name>")}${state[1]} (${where})`,
    );
    if (modName !== undefined) e.$nameText = rt.str(modName);
    if (file !== undefined) e.$path = file;
    throw e;
  }

  /** See Runtime.importStar. */
  importStar(module: PyObject, namespace: PyObject): void {
    const { rt } = this;
    const all = rt.lookup(module, "__all__");
    const d = rt.lookup(module, "__dict__");
    let names: string[];
    if (all === undefined) {
      if (d === undefined)
        throw rt.error("ImportError", "from-import-* object has no __dict__ and no __all__");
      names = [...rt.iterate(d)]
        .filter((k) => rt.isStr(k))
        .map((k) => k.v as string)
        .filter((n) => !n.startsWith("_"));
    } else {
      names = [...rt.iterate(all)].map((n) => {
        if (!rt.isStr(n)) {
          throw rt.error(
            "TypeError",
            `Item in ${rt.strOf(rt.getattr(module, "__name__"))}.__all__ must be str, not ${rt.tpName(n)}`,
          );
        }
        return n.v as string;
      });
    }
    for (const n of names) {
      const v = rt.getattr(module, n);
      const target = namespace as PyDict;
      if (typeof target.setStr === "function") target.setStr(n, v);
      else rt.setItem(namespace, rt.str(n), v);
    }
  }
}

function parentOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(0, dot);
}

function quote(s: string): string {
  return s.includes("'") && !s.includes('"') ? `"${s}"` : `'${s}'`;
}
