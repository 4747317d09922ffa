/**
 * Python's standard library for a VM: `installModules(rt, { host, ... })` registers every native module and the finders
 * for the carried ones, between the birth of the runtime and its seal. Nothing is made until it is imported.
 */
import type { Runtime } from "../vm/runtime/runtime.js";
import { installAbc } from "./abc.js";
import { installAst } from "./ast.js";
import { installBinascii } from "./binascii.js";
import { installCodecs } from "./codecs.js";
import { installProcess } from "./process.js";
import { installRandom } from "./random.js";
import { installStringFormatter } from "./string-formatter.js";
import { installSignal } from "./signal.js";
import { installLocale } from "./locale.js";
import { installAccounts } from "./accounts.js";
import { installInterpreter } from "./interpreter.js";
import { installSystemCalls } from "./system-calls.js";
import { installContextVars } from "./contextvars.js";
import { installUnicodedata } from "./unicode/module.js";
import { installZlib } from "./zlib/module.js";
import { installSorted } from "./sorted.js";
import { installStruct } from "./struct.js";
import { installThread } from "./thread.js";
import { installWeakref } from "./weakref.js";
import { installCollections } from "./collections.js";
import { ModuleContext, type ModuleOptions } from "./context.js";
import { installErrno } from "./errno.js";
import { installFinders } from "./finders.js";
import { installFunctools } from "./functools.js";
import { installGlob } from "./glob.js";
import { installHashlib } from "./hashlib.js";
import { installImporting } from "./importing.js";
import { installIo } from "./io/io.js";
import { installItertools } from "./itertools.js";
import { installJson } from "./json.js";
import { installMath } from "./math.js";
import { installOperator } from "./operator.js";
import { installOs } from "./os.js";
import { installRe } from "./re.js";
import { installSys } from "./sys.js";
import { installTime } from "./time.js";

export type { ModuleOptions } from "./context.js";

/** Registers the modules. The context is returned for modules of other folders (bb, bitbake_internal). */
export function installModules(rt: Runtime, options: ModuleOptions): ModuleContext {
  const context = new ModuleContext(options);
  rt.code.thread.ended = () => context.host.settle();
  if (options.version !== undefined && options.version[0] === 3 && options.version[1] < 12)
    rt.escapeWarning = "DeprecationWarning";
  const io = installIo(rt, context);
  installSys(rt, context, io);
  installErrno(rt);
  installOs(rt, context);
  installGlob(rt, context);
  installTime(rt, context);
  installRe(rt);
  installItertools(rt);
  installFunctools(rt);
  installCollections(rt);
  installOperator(rt);
  installMath(rt);
  installHashlib(rt);
  installJson(rt);
  installAbc(rt);
  installWeakref(rt);
  installThread(rt);
  installRandom(rt, context);
  installSorted(rt);
  installStruct(rt);
  installBinascii(rt);
  installCodecs(rt);
  installStringFormatter(rt);
  installSignal(rt);
  installLocale(rt);
  installAccounts(rt, context);
  installInterpreter(rt);
  installSystemCalls(rt, context);
  installContextVars(rt);
  installUnicodedata(rt);
  installZlib(rt);
  installAst(rt);
  installImporting(rt, context);
  installProcess(rt, context);
  installFinders(rt, context);
  // Pickled by name, as every builtin function is.
  rt.patchType(rt.builtin("len").ob$type, {
    methods: { __reduce__: ["(self)", (self) => rt.getattr(self, "__qualname__")] },
  });
  // open() of builtins is io's, which is made when it is first called.
  rt.imports.builtins.$d!.setStr(
    "open",
    rt.fn(
      "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
      (...args) => rt.call(io().open, args),
      undefined,
      "_io",
    ),
  );
  return context;
}
