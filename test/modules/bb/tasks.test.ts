/** Programs of addtask, deltask and questions, against the flags a real BitBake is left with. */
import { DataStore } from "../../../src/datastore/index.js";
import {
  addTask,
  addTasks,
  deleteTask,
  listTasks,
  plainLists,
  precedingTasks,
  tasksBetween,
} from "../../../src/modules/bb/tasks.js";
import { compare, plain, table, tuple, type Json } from "./tables.js";

type Call = [name: string, ...args: any[]];

function run(calls: Call[]): Json {
  const d = new DataStore();
  const lists = plainLists;
  const answers: Json[] = [];
  let taskDeps: Json = null;
  for (const [name, ...args] of calls) {
    const [a, b, c] = args as [string, string, string];
    if (name === "flag") d.setVarFlag(a, b, c);
    else if (name === "addtask") answers.push(plain(addTask(d, a, b, c, lists)));
    else if (name === "deltask") answers.push(plain(deleteTask(d, a, lists)));
    else if (name === "tasksbetween") answers.push({ set: tasksBetween(d, a, b, lists).sort() });
    else if (name === "preceedtask") answers.push(plain(precedingTasks(d, a, Boolean(b), lists)));
    else if (name === "listtasks") answers.push(tuple(listTasks(d, lists)));
    else if (name === "add_tasks") {
      const result = addTasks(d, listTasks(d, lists), lists, () => undefined);
      taskDeps = plain(
        new Map<string, unknown>([["tasks", result.tasks], ["parents", result.parents], ...result.flags]),
      );
    } else throw new Error(`no call ${name}`);
  }
  const tasks = d.getVar("__BBTASKS", false);
  const deps = d
    .keys()
    .filter((key) => d.getVarFlag(key, "deps", false) !== null)
    .sort()
    .map((key): Json => [key, plain(d.getVarFlag(key, "deps", false))]);
  return {
    dict: [
      ["answers", answers],
      ["tasks", plain(tasks)],
      ["deps", { dict: deps }],
      ["_task_deps", taskDeps],
    ],
  };
}

describe("bb: tasks", () => {
  const programs = (table("tasks")["programs"] ?? []).map(([calls, answer]) => [[calls], answer] as const);
  it("leave the same lists and flags as BitBake's", () => compare(programs as never, run));
});
