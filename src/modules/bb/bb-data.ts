/** bb.data and bb.data_smart: free functions over stores, and DataSmart as another name of the native type. */
import { pythonScript, pythonScriptText, shellScript, shellScriptText } from "../../analysis/scripts.js";
import type { DataStore } from "../../datastore/index.js";
import type { PyObject } from "../../vm/runtime/objects.js";
import { dependencyFunctions } from "./bb-codeparser.js";
import type { Binding } from "./binding.js";
import { inheritsClass } from "./names.js";
import { places } from "./places.js";
import { stateFromPy } from "./store-state.js";

export function installData(binding: Binding): void {
  const { rt } = binding;
  const write = (o: PyObject, text: string): void => void rt.callMethod1(o, "write", rt.str(text));
  const isFunction = (store: DataStore, name: string): boolean =>
    store.getVarFlag(name, "func", false) !== null;
  const emit = (store: DataStore, name: string, o: PyObject, all: boolean): boolean => {
    const text = store.emitVar(name, all);
    write(o, text);
    return text !== "" && isFunction(store, name);
  };

  binding.module("bb.data", {
    "init()": () => binding.wrap(binding.newStore()),
    "init_db(parent=None)": (parent: PyObject) =>
      binding.wrap(parent === rt.none ? binding.newStore() : binding.store(parent).createCopy()),
    "createCopy(source)": (source: PyObject) => binding.wrap(binding.store(source).createCopy()),
    "initVar(var, d)": (name: PyObject, d: PyObject) => binding.store(d).initVar(binding.text(name)),
    "keys(d)": (d: PyObject) => rt.callMethod0(d, "keys"),
    "expand(s, d, varname=None)": (s: PyObject, d: PyObject, variable: PyObject) =>
      rt.isStr(s) ? binding.store(d).expand(binding.text(s), binding.textOrNone(variable)) : s,
    "expandKeys(alterdata, readdata=None)": (alter: PyObject, read: PyObject) =>
      binding.store(alter).expandKeys(read === rt.none ? undefined : binding.store(read), places.expandKeys),
    "inherits_class(klass, d)": (klass: PyObject, d: PyObject) => {
      const value = binding.store(d).getVar("__inherit_cache", false);
      return value !== null && inheritsClass(filesOf(binding, value), binding.text(klass));
    },
    "inheritFromOS(d, savedenv, permitted)": (d: PyObject, saved: PyObject, permitted: PyObject) => {
      const store = binding.store(d);
      const from = binding.store(saved);
      const exported = new Set([
        "HOME",
        "PATH",
        "PWD",
        "SHELL",
        "USER",
        "LOGNAME",
        "LC_ALL",
        "BBSERVER",
        "BB_TASKHASH",
      ]);
      for (const name of binding.strings(permitted) ?? []) {
        const value = from.getVar(name);
        if (typeof value !== "string") continue;
        store.setVar(name, value, { op: "from env" });
        if (exported.has(name)) store.setVarFlag(name, "export", true, { ignore: true });
      }
    },
    "exported_keys(d)": (d: PyObject) => rt.iter(binding.list(binding.store(d).exportedKeys())),
    "exported_vars(d)": (d: PyObject) => {
      const store = binding.store(d);
      const pairs: PyObject[] = [];
      for (const name of store.exportedKeys()) {
        const value = store.getVar(name);
        if (value !== null) pairs.push(rt.tuple([rt.str(name), rt.str(rt.strOf(binding.toPy(value)))]));
      }
      return rt.iter(rt.list(pairs));
    },
    "emit_var(var, o, d, all=False)": (name: PyObject, o: PyObject, d: PyObject, all: PyObject) =>
      emit(binding.store(d), binding.text(name), o, rt.isTrue(all)) ? rt.int(1) : false,
    "emit_env(o, d, all=False)": (o: PyObject, d: PyObject, all: PyObject) => {
      const store = binding.store(d);
      for (const functions of [false, true]) {
        for (const name of store.keys().sort()) {
          if (isFunction(store, name) === functions && !name.startsWith("__")) {
            if (emit(store, name, o, rt.isTrue(all)) && functions) write(o, "\n");
          }
        }
      }
    },
    "emit_func(func, o, d)": (func: PyObject, o: PyObject, d: PyObject) => {
      write(o, shellScriptText(shellScript(binding.store(d), binding.text(func), binding.code)));
    },
    "emit_func_python(func, o, d)": (func: PyObject, o: PyObject, d: PyObject) => {
      const name = binding.text(func);
      write(o, pythonScriptText(name, pythonScript(binding.store(d), name, binding.code)));
    },
    ...dependencyFunctions(binding),
  });

  rt.registerModule("bb.data_smart", (_rt, module) => {
    module.setStr("DataSmart", binding.classes.get("bitbake_internal.DataStore") as PyObject);
    module.setStr(
      "_restore",
      rt.fn(
        "_restore(state)",
        (state: PyObject) => binding.wrap(stateFromPy(binding, state)),
        undefined,
        "bb.data_smart",
      ),
    );
    module.setStr("VariableHistory", binding.classes.get("bitbake_internal.VariableHistory") as PyObject);
    module.setStr("IncludeHistory", binding.classes.get("bitbake_internal.IncludeHistory") as PyObject);
  });
}

/** The files of `__inherit_cache`: an array of the evaluator's, or a list of Python's. */
function filesOf(binding: Binding, value: unknown): readonly string[] {
  const items = Array.isArray(value) ? value : ((value as PyObject)["v"] as unknown);
  if (!Array.isArray(items)) return binding.strings(value) ?? [];
  if (typeof items[0] === "string") return items as string[];
  const out: string[] = [];
  for (const item of items as PyObject[]) out.push(binding.text(item));
  return out;
}
