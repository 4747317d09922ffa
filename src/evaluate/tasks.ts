/** `addtask` and `deltask`, and what a finished recipe says of its tasks (`_task_deps`). */
import type { DataStore } from "../datastore/index.js";
import { places } from "../modules/bb/places.js";
import { addTask, addTasks, deleteTask, listTasks, type TaskLists } from "../modules/bb/tasks.js";
import type { AddTask } from "../recipe-grammar/index.js";
import type { Evaluator } from "./evaluator.js";

/** Lists in the store are JS arrays when evaluation made them and Python lists when metadata did. */
function lists(evaluator: Evaluator): TaskLists {
  return {
    make: (items) => [...items],
    read: (value) => (value === null || value === undefined ? undefined : evaluator.stringList(value)),
  };
}

/** `addtask a b after c before d`: clauses are expanded first. */
export function addTaskStatement(statement: AddTask, store: DataStore, evaluator: Evaluator): void {
  const after = store.expand(statement.after);
  const before = store.expand(statement.before);
  for (const name of store.expand(statement.tasks).split(/\s+/).filter(Boolean)) {
    addTask(store, name, before, after, lists(evaluator));
  }
}

/** `deltask a b` */
export function deleteTasks(names: string, store: DataStore, evaluator: Evaluator): void {
  for (const name of store.expand(names).split(/\s+/).filter(Boolean))
    deleteTask(store, name, lists(evaluator));
}

/** Puts the expanded dependencies of all tasks into `_task_deps`, as `bitbake` leaves them. */
export function finaliseTasks(store: DataStore, evaluator: Evaluator): void {
  const own = lists(evaluator);
  let result;
  try {
    result = addTasks(store, listTasks(store, own), own, (message) =>
      evaluator.log({ level: "warn", message }),
    );
  } catch (error) {
    const value = evaluator.python.unknown?.valueOf(error);
    if (value === undefined) throw error;
    store.setVar("_task_deps", value, places.taskDependencies);
    return;
  }
  const value = new Map<string, unknown>([
    ["tasks", result.tasks],
    ["parents", result.parents],
    ...result.flags,
  ]);
  store.setVar("_task_deps", value, places.taskDependencies);
}
