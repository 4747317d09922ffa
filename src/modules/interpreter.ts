/**
 * What CPython tells of itself and we have little of: gc, atexit, _imp, _typing, _opcode, faulthandler. What cannot
 * exist in the sandbox says so.
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { addFunctions, unsupported } from "./support.js";

export function installInterpreter(rt: Runtime): void {
  rt.registerModule("gc", (_, module) => {
    let enabled = true;
    addFunctions(rt, module, {
      collect: ["(generation=2)", () => rt.int(0)],
      enable: [
        "()",
        () => {
          enabled = true;
        },
      ],
      disable: [
        "()",
        () => {
          enabled = false;
        },
      ],
      isenabled: ["()", () => enabled],
      get_threshold: ["()", () => rt.tuple([rt.int(700), rt.int(10), rt.int(10)])],
      set_threshold: ["(*args)", () => rt.none],
      get_count: ["()", () => rt.tuple([rt.int(0), rt.int(0), rt.int(0)])],
      freeze: ["()", () => rt.none],
      unfreeze: ["()", () => rt.none],
      is_tracked: ["(obj, /)", () => false],
      get_objects: unsupported(rt, "gc", "get_objects"),
      get_referrers: unsupported(rt, "gc", "get_referrers"),
      get_referents: unsupported(rt, "gc", "get_referents"),
    });
    module.setStr("garbage", rt.list([]));
    module.setStr("callbacks", rt.list([]));
  });
  rt.registerModule("atexit", (_, module) => {
    const registered: [PyObject, PyObject[], Map<string, PyObject>][] = [];
    addFunctions(rt, module, {
      register: [
        "(func, /, *args, **kwargs)",
        (func: PyObject, args: PyObject[], kw: Map<string, PyObject>) => {
          registered.push([func, args, kw]);
          return func;
        },
      ],
      unregister: [
        "(func, /)",
        (func: PyObject) => {
          for (let i = registered.length - 1; i >= 0; i--)
            if (rt.equals(registered[i][0], func)) registered.splice(i, 1);
        },
      ],
      _run_exitfuncs: [
        "()",
        () => {
          for (let entry = registered.pop(); entry !== undefined; entry = registered.pop())
            rt.call(entry[0], entry[1], [...entry[2]].flat());
        },
      ],
      _clear: [
        "()",
        () => {
          registered.length = 0;
        },
      ],
      _ncallbacks: ["()", () => rt.int(registered.length)],
    });
  });
  rt.registerModule("_imp", (_, module) => {
    addFunctions(rt, module, {
      lock_held: ["()", () => false],
      acquire_lock: ["()", () => rt.none],
      release_lock: ["()", () => rt.none],
      is_builtin: [
        "(name, /)",
        (name: PyObject) => rt.int(rt.imports.nativeNames.includes(rt.strOf(name)) ? 1 : 0),
      ],
      _override_frozen_modules_for_tests: ["(override, /)", () => rt.none],
      is_frozen: ["(name, /)", () => false],
      is_frozen_package: ["(name, /)", () => false],
      extension_suffixes: ["()", () => rt.list([])],
      source_hash: unsupported(rt, "_imp", "source_hash"),
      create_dynamic: unsupported(rt, "_imp", "create_dynamic"),
    });
    module.setStr("check_hash_based_pycs", rt.str("default"));
  });
  rt.registerModule("_typing", (_, module) =>
    addFunctions(rt, module, { _idfunc: ["(x, /)", (x: PyObject) => x] }),
  );
  rt.registerModule("_opcode", (_, module) =>
    addFunctions(rt, module, {
      stack_effect: unsupported(rt, "_opcode", "stack_effect"),
      get_specialization_stats: ["()", () => rt.none],
    }),
  );
  rt.registerModule("faulthandler", (_, module) =>
    addFunctions(rt, module, {
      enable: ["(*args, **kw)", () => rt.none],
      disable: ["()", () => rt.none],
      is_enabled: ["()", () => false],
      register: ["(*args, **kw)", () => rt.none],
      unregister: ["(*args)", () => rt.none],
      dump_traceback: ["(*args, **kw)", () => rt.none],
    }),
  );
}
