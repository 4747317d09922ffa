/**
 * bb.build's list of tasks. They are listed as far as it is sure that they are added; once it is not known whether one was,
 * or after which others, nothing that the list is asked is known. Variables are not touched by any of these.
 */
import {
  addTask,
  deleteTask,
  listTasks,
  plainLists,
  precedingTasks,
  tasksBetween,
} from "../../modules/bb/tasks.js";
import type { DataStore } from "../../datastore/index.js";
import type { Native, NativeCall } from "./natives.js";
import { forget } from "./store-methods.js";
import { StoreValue, truth, Tuple, Unknown, unknownIn, type StaticValue } from "./values.js";

/** A variable of the store, so that copies have it: Unknown where the list is not known. */
const UNSURE = "__sandbake_unsure_tasks";

/** Changes the list where it is sure that the call happens, with what. */
function change(call: NativeCall, store: DataStore, act: (() => void) | undefined): null {
  const { name, world } = call;
  if (act !== undefined && world.interpreter.may === 0 && world.interpreter.outerMay === 0) act();
  else forget(store, UNSURE, unknownIn(call.args)?.cause ?? { reason: `${name}() may be called` });
  return null;
}

/** Asks the list, if it is known. */
function ask(
  call: NativeCall,
  d: StaticValue | undefined,
  answer: (store: DataStore) => StaticValue | undefined,
): StaticValue {
  const missing = unknownIn(call.args);
  if (missing !== undefined) return missing;
  const unknown = new Unknown({ reason: `${call.name}() with these arguments is not followed` });
  if (!(d instanceof StoreValue)) return unknown;
  const unsure = call.world.variable(d.store, UNSURE, false);
  return unsure instanceof Unknown ? unsure : (answer(d.store) ?? unknown);
}

const named = ({ args, keywords }: NativeCall, ...names: readonly string[]): (StaticValue | undefined)[] =>
  names.map((name, i) => args[i] ?? keywords.get(name));

const isText = (value: StaticValue | undefined): value is string | null =>
  value === null || typeof value === "string";

/** See the file's comment. */
export const taskNatives: readonly (readonly [name: string, native: Native])[] = [
  [
    "bb.build.addtask",
    (call) => {
      const [task, before = null, after = null, d] = named(call, "task", "before", "after", "d");
      if (!(d instanceof StoreValue))
        return new Unknown({ reason: "bb.build.addtask() without d is not followed" });
      const isKnown = typeof task === "string" && isText(before) && isText(after);
      return change(
        call,
        d.store,
        isKnown ? () => addTask(d.store, task, before, after, plainLists) : undefined,
      );
    },
  ],
  [
    "bb.build.deltask",
    (call) => {
      const [task, d] = named(call, "task", "d");
      if (!(d instanceof StoreValue))
        return new Unknown({ reason: "bb.build.deltask() without d is not followed" });
      return change(
        call,
        d.store,
        typeof task === "string" ? () => deleteTask(d.store, task, plainLists) : undefined,
      );
    },
  ],
  [
    "bb.build.tasksbetween",
    (call) => {
      const [start, end, d] = named(call, "task_start", "task_end", "d");
      return ask(call, d, (store) =>
        typeof start === "string" && typeof end === "string"
          ? tasksBetween(store, start, end, plainLists)
          : undefined,
      );
    },
  ],
  [
    "bb.build.preceedtask",
    (call) => {
      const [task, recursive = null, d] = named(call, "task", "with_recrdeptasks", "d");
      return ask(call, d, (store) => {
        const isRecursive = truth(recursive);
        if (typeof task !== "string" || isRecursive === undefined) return undefined;
        return call.world.reading(() => precedingTasks(store, task, isRecursive, plainLists));
      });
    },
  ],
  [
    "bb.build.listtasks",
    (call) => ask(call, named(call, "d")[0], (store) => new Tuple([...listTasks(store, plainLists)])),
  ],
];
