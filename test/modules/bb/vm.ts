/** A VM with the standard library and bb, a memory host and a store whose `${@...}` it evaluates. */
import { DataStore } from "../../../src/datastore/index.js";
import type { BitBakeContext, LogRecord } from "../../../src/modules/bb/context.js";
import { installBitBake, type BitBakeModules } from "../../../src/modules/bb/index.js";
import { installModules } from "../../../src/modules/index.js";
import { memoryHost, type Host } from "../../../src/sandbox/index.js";
import { PythonVM } from "../../../src/vm/python-vm.js";
import type { PyDict, PyObject } from "../../../src/vm/runtime/objects.js";

export interface World {
  readonly vm: PythonVM;
  readonly bb: BitBakeModules;
  readonly log: LogRecord[];
  readonly dependencies: [path: string, present: boolean][];
  newStore(): DataStore;
  /** Runs statements with `bb` and `d` (a fresh store unless given) and gives what `result` is then, as JS data. */
  run(source: string, store?: DataStore): unknown;
}

export function makeWorld(
  files: Readonly<Record<string, string>> = {},
  more: Partial<BitBakeContext> = {},
): World {
  const host: Host = memoryHost(files);
  const log: LogRecord[] = [];
  const dependencies: [string, boolean][] = [];
  let bb: BitBakeModules | undefined;
  const installed = (): BitBakeModules => {
    if (bb === undefined) throw new Error("not installed");
    return bb;
  };
  const newStore = (): DataStore => {
    const modules = installed();
    return new DataStore({
      onExpansion: (length) => vm.runtime.budget.expand(length),
      values: modules.values,
      filters: modules.filters,
      evaluator: {
        evaluate(code, variable, store) {
          const rt = vm.runtime;
          const globals: PyDict = rt.newDict();
          rt.callMethod1(globals, "update", modules.globals);
          globals.setStr("d", modules.wrap(store));
          const compiled = rt.compile(code.trim(), {
            filename: `Var <${variable ?? "expression"}>`,
            mode: "eval",
          });
          return modules.fromPy(rt.eval(compiled, globals));
        },
        describeError: (error) => modules.describeError(error),
        passesThrough: (error) => modules.passesThrough(error),
        expansionErrorOf: (error) => modules.expansionErrorOf(error),
      },
    });
  };
  const vm = new PythonVM({
    host,
    modules: (rt) => {
      installModules(rt, { host });
      bb = installBitBake(rt, {
        host,
        newStore,
        log: (record) => log.push(record),
        markDependency: (_store, path, present) => dependencies.push([path, present]),
        ...more,
      });
    },
  });
  installed().fillContext(installed().globals);
  return {
    vm,
    bb: installed(),
    log,
    dependencies,
    newStore,
    run(source, store = newStore()) {
      vm.globals.setStr("bb", vm.importModule("bb"));
      vm.globals.setStr("d", installed().wrap(store));
      vm.globals.setStr("result", vm.runtime.none);
      vm.exec(source, { filename: "test.py" });
      return vm.runtime.toJs(vm.globals.getStr("result") as PyObject);
    },
  };
}
