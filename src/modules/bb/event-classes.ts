/**
 * The event classes of bb.event, bb.build, bb.command, bb.cooker, bb.fetch2 and bb.runqueue as a table: constructor,
 * and the attribute that each argument becomes. Facts: lib/bb/tests/event.py (EventClassesTest) and BitBake 2.19's
 * objects.
 */
import { DataStore } from "../../datastore/index.js";
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { defineClass, type ClassSpec } from "./native-classes.js";

/** [name, base, constructor, attributes in the order of the arguments ("" keeps none)] */
type Row = readonly [name: string, base: string, signature: string, attributes: string];

const eventRows: readonly Row[] = [
  ["HeartbeatEvent", "Event", "(self, time)", "time"],
  ["ConfigParsed", "Event", "(self)", ""],
  ["MultiConfigParsed", "Event", "(self, mcdata)", "mcdata"],
  ["RecipeEvent", "Event", "(self, fn)", "fn"],
  ["RecipePreDeferredInherits", "RecipeEvent", "(self, fn, inherits)", "fn inherits"],
  ["RecipePreFinalise", "RecipeEvent", "(self, fn)", "fn"],
  ["RecipePostKeyExpansion", "RecipeEvent", "(self, fn)", "fn"],
  ["RecipeTaskPreProcess", "RecipeEvent", "(self, fn, tasklist)", "fn tasklist"],
  ["RecipeParsed", "RecipeEvent", "(self, fn)", "fn"],
  [
    "DiskUsageSample",
    "object",
    "(self, available_bytes, free_bytes, total_bytes)",
    "available_bytes free_bytes total_bytes",
  ],
  ["MonitorDiskEvent", "Event", "(self, disk_usage)", "disk_usage"],
  ["DiskFull", "Event", "(self, dev, type, freespace, mountpoint)", "_dev _type _free _mountpoint"],
  ["ParseError", "Event", "(self, msg)", "_msg"],
  ["ReachableStamps", "Event", "(self, stamps)", "stamps"],
  ["StaleSetSceneTasks", "Event", "(self, tasks)", "tasks"],
  ["FilesMatchingFound", "Event", "(self, pattern, matches)", "_pattern _matches"],
  ["ConfigFilesFound", "Event", "(self, variable, values)", "_variable _values"],
  ["ConfigFilePathFound", "Event", "(self, path)", "_path"],
  ["DepTreeGenerated", "Event", "(self, depgraph)", "_depgraph"],
  ["TargetsTreeGenerated", "Event", "(self, model)", "_model"],
  ["MsgBase", "Event", "(self, msg)", "_message"],
  ["MsgDebug", "MsgBase", "(self, msg)", "_message"],
  ["MsgNote", "MsgBase", "(self, msg)", "_message"],
  ["MsgWarn", "MsgBase", "(self, msg)", "_message"],
  ["MsgError", "MsgBase", "(self, msg)", "_message"],
  ["MsgFatal", "MsgBase", "(self, msg)", "_message"],
  ["MsgPlain", "MsgBase", "(self, msg)", "_message"],
  ["LogExecTTY", "Event", "(self, msg, prog, sleep_delay, retries)", "msg prog sleep_delay retries"],
  ["MetadataEvent", "Event", "(self, eventtype, eventdata)", "type _localdata"],
  ["ProcessStarted", "Event", "(self, processname, total)", "processname total"],
  ["ProcessProgress", "Event", "(self, processname, progress)", "processname progress"],
  ["ProcessFinished", "Event", "(self, processname)", "processname"],
  ["SanityCheck", "Event", "(self, generateevents=True)", "generateevents"],
  ["SanityCheckPassed", "Event", "(self)", ""],
  ["SanityCheckFailed", "Event", "(self, msg, network_error=False)", "_msg _network_error"],
  ["NetworkTest", "Event", "(self, generateevents=True)", "generateevents"],
  ["NetworkTestPassed", "Event", "(self)", ""],
  ["NetworkTestFailed", "Event", "(self)", ""],
  ["FindSigInfoResult", "Event", "(self, result)", "result"],
  ["GetTaskSignatureResult", "Event", "(self, sig)", "sig"],
];

/** Operations: what their texts say. */
const operations: readonly (readonly [prefix: string, title: string])[] = [
  ["Parse", "Recipe parsing"],
  ["CacheLoad", "Loading cache"],
  ["TreeDataPreparation", "Preparing tree data"],
];

const runQueueRows: readonly Row[] = [
  ["runQueueEvent", "bb.event.Event", "(self, task, stats, rq)", "taskstring stats rq"],
  ["sceneQueueEvent", "runQueueEvent", "(self, task, stats, rq, noexec=False)", "taskstring stats rq noexec"],
  [
    "runQueueTaskStarted",
    "runQueueEvent",
    "(self, task, stats, rq, noexec=False)",
    "taskstring stats rq noexec",
  ],
  [
    "sceneQueueTaskStarted",
    "sceneQueueEvent",
    "(self, task, stats, rq, noexec=False)",
    "taskstring stats rq noexec",
  ],
  [
    "runQueueTaskFailed",
    "runQueueEvent",
    "(self, task, stats, exitcode, rq, fakeroot_log=None)",
    "taskstring stats exitcode rq fakeroot_log",
  ],
  [
    "sceneQueueTaskFailed",
    "sceneQueueEvent",
    "(self, task, stats, exitcode, rq)",
    "taskstring stats exitcode rq",
  ],
  ["sceneQueueComplete", "sceneQueueEvent", "(self, stats, rq)", "stats rq"],
  ["runQueueTaskCompleted", "runQueueEvent", "(self, task, stats, rq)", "taskstring stats rq"],
  [
    "sceneQueueTaskCompleted",
    "sceneQueueEvent",
    "(self, task, stats, rq, noexec=False)",
    "taskstring stats rq noexec",
  ],
  ["runQueueTaskSkipped", "runQueueEvent", "(self, task, stats, rq, reason)", "taskstring stats rq reason"],
  ["taskUniHashUpdate", "bb.event.Event", "(self, task, unihash)", "taskid unihash"],
];

/** Defines all of them. */
export function defineEvents(binding: Binding): void {
  const { rt } = binding;
  const event = "bb.event";
  /** bb.event.worker_pid: 0 in the process that parses, unless Python sets it. */
  const pid = (): PyObject => rt.findModule(event)?.$d?.getStr("worker_pid") ?? rt.int(0);

  const define = (spec: ClassSpec): void => {
    const { init } = spec;
    const isEvent = spec.base !== "object";
    defineClass(binding, {
      ...spec,
      signature: spec.signature ?? "(self)",
      init: (set, ...args: unknown[]) => {
        if (isEvent) set("pid", pid());
        init?.(set, ...args);
      },
    });
  };
  const table = (module: string, rows: readonly Row[]): void => {
    for (const [name, base, signature, attributes] of rows) {
      const names = attributes === "" ? [] : attributes.split(" ");
      define({
        module,
        name,
        base: base === "object" || base.includes(".") ? base : `${module}.${base}`,
        signature,
        init: (set, ...values: PyObject[]) => {
          for (const [i, attribute] of names.entries()) set(attribute, values[i]);
        },
      });
    }
  };

  defineClass(binding, {
    module: event,
    name: "Event",
    base: "object",
    signature: "(self)",
    init: (set) => set("pid", pid()),
    methods: {
      // As of a class written in Python: events are pickled on their way to user interfaces.
      __reduce__: [
        "(self)",
        (self: PyObject) =>
          rt.tuple([
            rt.getattr(rt.importModule("copyreg"), "__newobj__"),
            rt.tuple([self.ob$type]),
            rt.callMethod0(rt.instanceDict(self), "copy"),
          ]),
      ],
    },
  });
  table(event, eventRows);
  defineOperations(binding, define);
  defineBuilds(binding, define);
  defineProviders(binding, define);
  defineTasks(binding, define);
  table("bb.runqueue", runQueueRows);
  table("bb.command", [
    ["CommandCompleted", "bb.event.Event", "(self)", ""],
    ["CommandExit", "bb.event.Event", "(self, exitcode)", "exitcode"],
  ]);
  define({
    module: "bb.command",
    name: "CommandFailed",
    base: "bb.command.CommandExit",
    signature: "(self, message)",
    init: (set, message: PyObject) => {
      set("error", message);
      set("exitcode", rt.int(1));
    },
    text: (get) => `Command execution failed: ${rt.strOf(get("error"))}`,
  });
  table("bb.cooker", [["CookerExit", "bb.event.Event", "(self)", ""]]);
  define({
    module: "bb.fetch2",
    name: "MissingChecksumEvent",
    base: "bb.event.Event",
    signature: "(self, url, **checksums)",
    init: (set, url: PyObject, checksums: ReadonlyMap<string, PyObject>) => {
      set("url", url);
      set("checksums", rt.dict(checksums));
    },
  });
}

type Define = (spec: ClassSpec) => void;

function defineOperations(binding: Binding, define: Define): void {
  const { rt } = binding;
  const module = "bb.event";
  define({
    module,
    name: "OperationStarted",
    base: "bb.event.Event",
    signature: "(self, msg='Operation Started')",
    init: (set, msg: PyObject) => set("msg", msg),
  });
  define({
    module,
    name: "OperationProgress",
    base: "bb.event.Event",
    signature: "(self, current, total, msg='Operation in Progress')",
    init: (set, current: PyObject, total: PyObject, msg: PyObject) => {
      set("msg", rt.str(`${rt.strOf(msg)}: ${rt.strOf(current)}/${rt.strOf(total)}`));
      set("current", current);
      set("total", total);
    },
  });
  define({
    module,
    name: "OperationCompleted",
    base: "bb.event.Event",
    signature: "(self, total, msg='Operation Completed')",
    init: (set, total: PyObject, msg: PyObject) => {
      set("total", total);
      set("msg", msg);
    },
  });
  for (const [prefix, title] of operations) {
    const started = prefix === "TreeDataPreparation" ? "(self)" : "(self, total)";
    define({
      module,
      name: `${prefix}Started`,
      base: "bb.event.OperationStarted",
      signature: started,
      init: (set, total: PyObject | undefined) => {
        set("msg", rt.str(`${title} Started`));
        if (total !== undefined) set("total", total);
      },
    });
    define({
      module,
      name: `${prefix}Progress`,
      base: "bb.event.OperationProgress",
      signature: "(self, current, total)",
      init: (set, current: PyObject, total: PyObject) => {
        set("msg", rt.str(`${title}: ${rt.strOf(current)}/${rt.strOf(total)}`));
        set("current", current);
        set("total", total);
      },
    });
    const completed = { module, name: `${prefix}Completed`, base: "bb.event.OperationCompleted" };
    const done = rt.str(`${title} Completed`);
    if (prefix === "Parse") {
      const names = "cached parsed skipped masked virtuals errors total".split(" ");
      define({
        ...completed,
        signature: "(self, cached, parsed, skipped, masked, virtuals, errors, total)",
        init: (set, ...values: PyObject[]) => {
          set("msg", done);
          for (const [i, name] of names.entries()) set(name, values[i]);
          set("sofar", rt.binary(values[0], values[1], "add"));
        },
      });
    } else {
      const loaded = prefix === "CacheLoad";
      define({
        ...completed,
        signature: loaded ? "(self, total, num_entries)" : "(self, total)",
        init: (set, total: PyObject, entries: PyObject | undefined) => {
          set("msg", done);
          set("total", total);
          if (entries !== undefined) set("num_entries", entries);
        },
      });
    }
  }
}

function defineBuilds(binding: Binding, define: Define): void {
  const { rt } = binding;
  const module = "bb.event";
  const field = (attribute: string) => ({
    get: (self: PyObject) => rt.getattr(self, attribute),
    set: (self: PyObject, value: PyObject | undefined) => rt.setattr(self, attribute, value ?? rt.none),
  });
  const keep = (
    set: (name: string, value: PyObject) => void,
    n: PyObject,
    p: PyObject,
    failures: PyObject,
  ): void => {
    set("_name", n);
    set("_pkgs", p);
    set("_failures", failures);
  };
  define({
    module,
    name: "BuildBase",
    base: "bb.event.Event",
    signature: "(self, n, p, failures=0)",
    init: (set, n: PyObject, p: PyObject, failures: PyObject) => keep(set, n, p, failures),
    methods: {
      getPkgs: ["(self)", (self: PyObject) => rt.getattr(self, "_pkgs")],
      setPkgs: ["(self, pkgs)", (self: PyObject, value: PyObject) => rt.setattr(self, "_pkgs", value)],
      getName: ["(self)", (self: PyObject) => rt.getattr(self, "_name")],
      setName: ["(self, name)", (self: PyObject, value: PyObject) => rt.setattr(self, "_name", value)],
      getFailures: ["(self)", (self: PyObject) => rt.getattr(self, "_failures")],
    },
    getset: { pkgs: field("_pkgs"), name: field("_name") },
  });
  const base = "bb.event.BuildBase";
  define({
    module,
    name: "BuildInit",
    base,
    signature: "(self, p=...)",
    init: (set, p: PyObject | undefined) => keep(set, rt.none, p ?? rt.list(), rt.int(0)),
  });
  define({
    module,
    name: "BuildStarted",
    base,
    signature: "(self, n, p, failures=0)",
    init: (set, n: PyObject, p: PyObject, failures: PyObject) => {
      set("msg", rt.str("Building Started"));
      keep(set, n, p, failures);
    },
  });
  define({
    module,
    name: "BuildCompleted",
    base,
    signature: "(self, total, n, p, failures=0, interrupted=0)",
    init: (set, total: PyObject, n: PyObject, p: PyObject, failures: PyObject, interrupted: PyObject) => {
      set("total", total);
      set("msg", rt.str(rt.isTrue(failures) ? "Building Failed" : "Building Succeeded"));
      set("_interrupted", interrupted);
      keep(set, n, p, failures);
    },
  });
}

function defineProviders(binding: Binding, define: Define): void {
  const { rt } = binding;
  const module = "bb.event";
  const words = (list: PyObject): string => [...rt.iterate(list)].map((item) => rt.strOf(item)).join(", ");
  const getter = (name: string) => (self: PyObject) => rt.getattr(self, name);
  define({
    module,
    name: "NoProvider",
    base: "bb.event.Event",
    signature: "(self, item, runtime=False, dependees=None, reasons=None, close_matches=None)",
    init: (
      set,
      item: PyObject,
      runtime: PyObject,
      dependees: PyObject,
      reasons: PyObject,
      close: PyObject,
    ) => {
      set("_item", item);
      set("_runtime", runtime);
      set("_dependees", dependees);
      set("_reasons", reasons);
      set("_close_matches", close);
    },
    methods: { getItem: ["(self)", getter("_item")], isRuntime: ["(self)", getter("_runtime")] },
    text: (get) => {
      const runtime = rt.isTrue(get("_runtime"));
      let text = `Nothing ${runtime ? "R" : ""}PROVIDES '${rt.strOf(get("_item"))}'`;
      const dependees = get("_dependees");
      if (rt.isTrue(dependees)) {
        text += ` (but ${words(dependees)} ${runtime ? "RDEPENDS" : "DEPENDS"} on or otherwise requires it)`;
      }
      const reasons = get("_reasons");
      const close = get("_close_matches");
      if (rt.isTrue(reasons)) for (const reason of rt.iterate(reasons)) text += `\n${rt.strOf(reason)}`;
      else if (rt.isTrue(close))
        text += `. Close matches:\n  ${[...rt.iterate(close)].map((item) => rt.strOf(item)).join("\n  ")}`;
      return text;
    },
  });
  define({
    module,
    name: "MultipleProviders",
    base: "bb.event.Event",
    signature: "(self, item, candidates, runtime=False)",
    init: (set, item: PyObject, candidates: PyObject, runtime: PyObject) => {
      set("_item", item);
      set("_candidates", candidates);
      set("_is_runtime", runtime);
    },
    methods: {
      getItem: ["(self)", getter("_item")],
      getCandidates: ["(self)", getter("_candidates")],
      isRuntime: ["(self)", getter("_is_runtime")],
    },
    text: (get) => {
      const runtime = rt.isTrue(get("_is_runtime"));
      const item = rt.strOf(get("_item"));
      return (
        `Multiple providers are available for ${runtime ? "runtime " : ""}${item} (${words(get("_candidates"))})\n` +
        `Consider defining a PREFERRED_${runtime ? "R" : ""}PROVIDER entry to match ${item}`
      );
    },
  });
}

function defineTasks(binding: Binding, define: Define): void {
  const { rt } = binding;
  const module = "bb.build";
  const fill = (
    set: (name: string, value: PyObject) => void,
    state: string,
    task: PyObject,
    fn: PyObject,
    logfile: PyObject,
    d: PyObject,
  ): void => {
    const store = d === rt.none ? new DataStore() : binding.store(d);
    const value = (name: string): PyObject => binding.toPy(store.getVar(name));
    set("_task", task);
    set("_fn", fn);
    set("_package", value("PF"));
    set("_mc", value("BB_CURRENT_MC"));
    set("taskfile", value("FILE"));
    set("taskname", task);
    set("logfile", logfile);
    set("time", rt.float(binding.context.host.now()));
    set("pn", value("PN"));
    set("pv", value("PV"));
    const name = rt.strOf(task);
    const message =
      state === "" ? `No such task '${name}'` : `recipe ${rt.strOf(value("PF"))}: task ${name}: ${state}`;
    set("_message", rt.str(message));
  };
  const task = (
    name: string,
    base: string,
    signature: string,
    init: (set: (name: string, value: PyObject) => void, ...args: any[]) => void,
    methods: ClassSpec["methods"] = {},
  ): void => define({ module, name, base, signature, init, methods });

  define({
    module,
    name: "TaskBase",
    base: "bb.event.Event",
    signature: "(self, t, fn, logfile, d)",
    init: (set, t: PyObject, fn: PyObject, log: PyObject, d: PyObject) => fill(set, "Base", t, fn, log, d),
    methods: {
      getTask: ["(self)", (self: PyObject) => rt.getattr(self, "_task")],
      setTask: ["(self, task)", (self: PyObject, value: PyObject) => rt.setattr(self, "_task", value)],
      getDisplayName: ["(self)", (self: PyObject) => rt.str(self.ob$type.$name.replace(/^Task/, ""))],
    },
    getset: {
      task: {
        get: (self: PyObject) => rt.getattr(self, "_task"),
        set: (self, value) => rt.setattr(self, "_task", value ?? rt.none),
      },
    },
  });
  const base = `${module}.TaskBase`;
  task("TaskStarted", base, "(self, t, fn, logfile, taskflags, d)", (set, t, fn, log, flags: PyObject, d) => {
    fill(set, "Started", t, fn, log, d);
    set("taskflags", flags);
  });
  task("TaskSucceeded", base, "(self, t, fn, logfile, d)", (set, t, fn, log, d) =>
    fill(set, "Succeeded", t, fn, log, d),
  );
  task(
    "TaskFailed",
    base,
    "(self, task, fn, logfile, metadata, errprinted=False)",
    (set, t, fn, log, d, errprinted: PyObject) => {
      fill(set, "Failed", t, fn, log, d);
      set("errprinted", errprinted);
    },
  );
  task(
    "TaskFailedSilent",
    base,
    "(self, t, fn, logfile, d)",
    (set, t, fn, log, d) => fill(set, "Failed", t, fn, log, d),
    {
      getDisplayName: ["(self)", () => "Failed"],
    },
  );
  task("TaskInvalid", base, "(self, task, fn, metadata)", (set, t, fn, d) =>
    fill(set, "", t, fn, rt.none, d),
  );
  define({
    module,
    name: "TaskProgress",
    base: "bb.event.Event",
    signature: "(self, progress, rate=None)",
    init: (set, progress: PyObject, rate: PyObject) => {
      set("progress", progress);
      set("rate", rate);
    },
  });
}
