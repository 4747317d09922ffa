/**
 * Python's `logging` and the messages of bb: what bb.warn and its kin say reaches the handlers of the logger "BitBake",
 * once the metadata (or a test) has imported logging. Levels as measured on BitBake 2.19.
 */
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";
import type { LogRecord } from "./context.js";

const levels: Readonly<Record<LogRecord["level"], number>> = {
  debug: 10,
  verbnote: 22,
  note: 20,
  plain: 21,
  warn: 30,
  error: 40,
  fatal: 50,
};

/** The lowest level that BitBake's logger lets through (debug 3). */
const lowest = 8;

/** Gives a record to Python's logger "BitBake.Main"; nothing happens while logging is not imported. */
export function tellLoggers(
  rt: Runtime,
  record: Pick<LogRecord, "level" | "message" | "once" | "debugLevel">,
): void {
  const logging = rt.findModule("logging");
  if (logging === undefined || logging === rt.none || logging.$initializing === true) return;
  const { own, root, main } = loggersOf(rt, logging);
  // Most runs have no handler but the one that does nothing: no LogRecord is made for it.
  if (rt.len(rt.getattr(own, "handlers")) < 2 && rt.len(rt.getattr(root, "handlers")) === 0) return;
  const depth = record.level === "debug" ? (record.debugLevel ?? 1) - 1 : record.once === true ? 1 : 0;
  rt.callMethod2(main, "log", rt.int(levels[record.level] - depth), rt.str(record.message));
}

interface Loggers {
  readonly root: PyObject;
  /** "BitBake" */
  readonly own: PyObject;
  /** "BitBake.Main" */
  readonly main: PyObject;
}

function loggersOf(rt: Runtime, logging: PyObject): Loggers {
  const known = logging["$bitbake"] as Loggers | undefined;
  if (known !== undefined) return known;
  const logger = (...name: string[]): PyObject =>
    rt.callMethod(
      logging,
      "getLogger",
      name.map((text) => rt.str(text)),
    );
  const loggers = { root: logger(), own: logger("BitBake"), main: logger("BitBake.Main") };
  rt.callMethod1(loggers.own, "setLevel", rt.int(lowest));
  // Without one, logging prints warnings that nobody handles to stderr.
  rt.callMethod1(loggers.own, "addHandler", rt.callMethod0(logging, "NullHandler"));
  logging["$bitbake"] = loggers;
  return loggers;
}
