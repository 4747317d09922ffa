/**
 * The modules of bb that metadata imports or names, and of which evaluating needs little: bb.runqueue's task names,
 * bb.msg, bb.progress, bb.cooker, bb.tinfoil, bb.compress and others. What is not here raises an error
 * that names it.
 */
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { messageFormat } from "./message-format.js";

/** A task's id taken apart: "mc:CONFIG:FILE:TASK" or "FILE:TASK". */
export function splitTaskId(tid: string): { mc: string; file: string; task: string; mcFile: string } {
  const cut = tid.lastIndexOf(":");
  const mcFile = tid.slice(0, cut);
  const task = tid.slice(cut + 1);
  if (!tid.startsWith("mc:") || tid.split(":").length < 3) return { mc: "", file: mcFile, task, mcFile };
  const [, mc = "", ...rest] = mcFile.split(":");
  return { mc, file: rest.join(":"), task, mcFile };
}

/** bb.runqueue.split_mc: "mc:CONFIG:NAME" or a name alone. */
export function splitMultiConfig(name: string): [mc: string, name: string] {
  const parts = name.split(":");
  if (parts[0] !== "mc" || parts.length < 3) return ["", name];
  return [parts[1] ?? "", parts.slice(2).join(":")];
}

export function installRest(binding: Binding): void {
  const { rt } = binding;
  const text = (o: PyObject): string => binding.text(o);
  binding.module(
    "bb.runqueue",
    {
      "split_tid(tid)": (tid: PyObject) => {
        const { mc, file, task } = splitTaskId(text(tid));
        return rt.tuple([mc, file, task].map((part) => rt.str(part)));
      },
      "split_tid_mcfn(tid)": (tid: PyObject) => {
        const { mc, file, task, mcFile } = splitTaskId(text(tid));
        return rt.tuple([mc, file, task, mcFile].map((part) => rt.str(part)));
      },
      "split_mc(n)": (name: PyObject) => rt.tuple(splitMultiConfig(text(name)).map((part) => rt.str(part))),
      "fn_from_tid(tid)": (tid: PyObject) => splitTaskId(text(tid)).mcFile,
      "taskname_from_tid(tid)": (tid: PyObject) => splitTaskId(text(tid)).task,
      "mc_from_tid(tid)": (tid: PyObject) => splitTaskId(text(tid)).mc,
      "build_tid(mc, fn, taskname)": (mc: PyObject, fn: PyObject, task: PyObject) =>
        `${rt.isTrue(mc) ? `mc:${text(mc)}:` : ""}${text(fn)}:${text(task)}`,
    },
    binding.missing("bb.runqueue", ["RunQueue", "RunQueueData"], "tasks are not run"),
  );
  const fatal = (_domain: PyObject, message: PyObject): never => {
    binding.context.log({ level: "fatal", message: rt.strOf(message) });
    throw rt.errorWith("SystemExit", [rt.int(1)]);
  };
  rt.addFinder((name) => (name === "bb._msg_format" ? messageFormat : undefined));
  binding.module("bb.msg", { "fatal(msgdomain, msg)": fatal }, (set) => {
    // Derived from logging's Formatter, so imported when something asks for it.
    set(
      "__getattr__",
      rt.fn("__getattr__(name)", (name: PyObject) => {
        if (text(name) === "BBLogFormatter")
          return rt.getattr(rt.importModule("bb._msg_format"), "BBLogFormatter");
        throw rt.error("AttributeError", `module 'bb.msg' has no attribute '${text(name)}'`);
      }),
    );
  });

  const absent: readonly (readonly [module: string, names: readonly string[], why: string])[] = [
    [
      "bb.multiprocessing",
      ["Process", "Pipe", "Queue", "Pool", "Lock", "Event", "Manager"],
      "no other process is started",
    ],
    [
      "bb.progress",
      [
        "MultiStageProgressReporter",
        "ProgressHandler",
        "LineFilterProgressHandler",
        "BasicProgressHandler",
        "OutOfProgressHandler",
      ],
      "tasks are not run",
    ],
    ["bb.methodpool", ["insert_method"], "the evaluator defines functions"],
    ["bb.cooker", ["BBCooker", "CookerFeatures"], "there is no cooker process"],
    [
      "bb.cookerdata",
      ["parse_config_file", "findConfigFile", "CookerConfiguration", "CookerDataBuilder"],
      "there is no cooker process",
    ],
    ["bb.command", [], "there is no cooker process"],
    ["bb.providers", [], "providers are not resolved"],
    ["bb.persist_data", ["persist", "connect"], "nothing is kept between runs"],
    ["bb.tinfoil", ["Tinfoil", "TinfoilDataStoreConnector"], "there is no cooker process"],
    ["bb.compress.zstd", ["open"], "files are not compressed while evaluating"],
    ["bb.compress.lz4", ["open"], "files are not compressed while evaluating"],
  ];
  for (const [module, names, why] of absent) binding.module(module, {}, binding.missing(module, names, why));
  rt.registerModule("bb.compress", (_rt, module) => module.setStr("__path__", rt.list()));
}
