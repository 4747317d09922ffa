/**
 * The task list of a recipe: `addtask`, `deltask`, and what bb.build answers about it. Tasks stand in `__BBTASKS`
 * (order of addition), their direct predecessors in the `deps` flag. No VM here: src/evaluate uses the same functions
 * for the statements. Lists are kept in the form the caller's world wants them (TaskLists), as Python reads and
 * changes them too.
 */
import { flat } from "../../diagnostics/flat.js";
import type { DataStore } from "../../datastore/index.js";
import { places } from "./places.js";
import { splitWords } from "./text.js";

/** How lists are kept in the store. */
export interface TaskLists {
  /** A list as the store shall hold it. */
  make(items: readonly string[]): unknown;
  /** The items of a list from the store; undefined if `value` is none. */
  read(value: unknown): readonly string[] | undefined;
}

/** Lists as JS arrays: for a store without a VM. */
export const plainLists: TaskLists = {
  make: (items) => [...items],
  read: (value) => (Array.isArray(value) ? (value as string[]) : undefined),
};

/** bb.build.ensure_task_prefix */
export function taskName(name: string): string {
  return flat(name.startsWith("do_") ? name : `do_${name}`);
}

function depsOf(store: DataStore, task: string, lists: TaskLists): readonly string[] {
  return lists.read(store.getVarFlag(task, "deps", false)) ?? [];
}

/** The tasks in the order added. */
export function listTasks(store: DataStore, lists: TaskLists): readonly string[] {
  return lists.read(store.getVar("__BBTASKS", false)) ?? [];
}

/**
 * `addtask name before B after A`; several names in `before` and `after`, each with or without `do_`.
 * `flag` is what the flag `task` becomes (BitBake's integer 1 in the caller's world).
 */
export function addTask(
  store: DataStore,
  name: string,
  before: string | null | undefined,
  after: string | null | undefined,
  lists: TaskLists,
  flag: unknown = 1,
): void {
  const task = taskName(name);
  store.setVarFlag(task, "task", flag, places.addTask);
  const tasks = listTasks(store, lists);
  if (!tasks.includes(task)) store.setVar("__BBTASKS", lists.make([...tasks, task]), places.addTask);
  const deps = [...depsOf(store, task, lists)];
  for (const entry of splitWords(after ?? "")) {
    const dep = taskName(entry);
    if (!deps.includes(dep)) deps.push(dep);
  }
  store.setVarFlag(task, "deps", lists.make(deps), places.addTaskAfter);
  for (const entry of splitWords(before ?? "")) {
    const later = taskName(entry);
    const existing = depsOf(store, later, lists);
    if (!existing.includes(task))
      store.setVarFlag(later, "deps", lists.make([task, ...existing]), places.addTaskBefore);
  }
}

/** `deltask name`: the task leaves the list and the `deps` of the tasks in it; its other flags stay. */
export function deleteTask(store: DataStore, name: string, lists: TaskLists): void {
  const info = places.deleteTask;
  const task = taskName(name);
  const tasks = listTasks(store, lists);
  if (tasks.includes(task)) {
    store.delVarFlag(task, "task", info);
    store.setVar("__BBTASKS", lists.make(tasks.filter((t) => t !== task)), info);
  }
  store.delVarFlag(task, "deps", info);
  for (const other of tasks) {
    const deps = depsOf(store, other, lists);
    if (deps.includes(task))
      store.setVarFlag(other, "deps", lists.make(deps.filter((d) => d !== task)), info);
  }
}

/**
 * bb.build.preceedtask: the direct predecessors, with `recursive` also the words of the flag `recrdeptask`. What is no task
 * (any more) has none, whatever its flags say.
 */
export function precedingTasks(
  store: DataStore,
  task: string,
  recursive: boolean,
  lists: TaskLists,
): Set<string> {
  if (!listTasks(store, lists).includes(task)) return new Set();
  const found = new Set(depsOf(store, task, lists));
  if (recursive) {
    const flag = store.getVarFlag(task, "recrdeptask");
    if (typeof flag === "string") for (const word of splitWords(flag)) found.add(word);
  }
  return found;
}

/**
 * bb.build.tasksbetween: all tasks on any chain of `deps` from `start` to `end`, both included; empty if there is no
 * chain. Order: chain by chain from the start, each followed in the order of the task list.
 */
export function tasksBetween(store: DataStore, start: string, end: string, lists: TaskLists): string[] {
  const dependents = new Map<string, string[]>();
  for (const task of listTasks(store, lists)) {
    for (const dep of depsOf(store, task, lists)) {
      const known = dependents.get(dep);
      if (known) known.push(task);
      else dependents.set(dep, [task]);
    }
  }
  const reaches = new Map<string, boolean>();
  const leadsToEnd = (task: string): boolean => {
    const known = reaches.get(task);
    if (known !== undefined) return known;
    reaches.set(task, task === end); // a ring of tasks leads nowhere
    const found = task === end || (dependents.get(task) ?? []).some((next) => leadsToEnd(next));
    reaches.set(task, found);
    return found;
  };
  const out = new Set<string>();
  const follow = (task: string): void => {
    if (out.has(task) || !leadsToEnd(task)) return;
    out.add(task);
    if (task !== end) for (const next of dependents.get(task) ?? []) follow(next);
  };
  follow(start);
  return [...out];
}

/** The flags that `addTasks` reads into `_task_deps`, in BitBake's order. */
export const taskDependencyFlags = [
  "mcdepends",
  "depends",
  "rdepends",
  "deptask",
  "rdeptask",
  "recrdeptask",
  "recideptask",
  "nostamp",
  "fakeroot",
  "noexec",
  "umask",
] as const;

/** With the direct predecessors. */
const readTogether: readonly string[] = [...taskDependencyFlags, "deps"];

/** Flags that mean something only as "1". */
const switchFlags: readonly string[] = ["nostamp", "fakeroot", "noexec"];

/** What `_task_deps` holds. */
export interface TaskDependencies {
  readonly tasks: string[];
  readonly parents: Map<string, string[]>;
  /** For each of taskDependencyFlags: task -> the flag's expanded text. */
  readonly flags: Map<string, Map<string, string>>;
}

/**
 * bb.build.add_tasks: the expanded dependencies of `tasks`. `warn` hears of switch flags that are not "1". The caller
 * puts the result into `_task_deps`.
 */
export function addTasks(
  store: DataStore,
  tasks: readonly string[],
  lists: TaskLists,
  warn: (message: string) => void,
): TaskDependencies {
  const result: TaskDependencies = {
    tasks: [],
    parents: new Map(),
    flags: new Map(taskDependencyFlags.map((flag) => [flag, new Map<string, string>()])),
  };
  const ofFlags = [...result.flags.values()];
  for (const entry of tasks) {
    const task = store.expand(entry);
    if (!result.parents.has(task)) result.tasks.push(task);
    if (store.tracking)
      store.setVarFlag(task, "task", store.getVarFlag(task, "task", false) ?? 1, places.markTask);
    const values = store.readFlags(task, readTogether, false);
    for (let i = 0; i < taskDependencyFlags.length; i++) {
      const raw = values[i];
      if (raw === undefined || raw === null) continue;
      const flag = taskDependencyFlags[i];
      const text = typeof raw === "string" ? store.expand(raw) : valueText(raw);
      if (text !== "1" && switchFlags.includes(flag)) {
        warn(
          `In a future version of BitBake, setting the '${flag}' flag to something other than '1' will result in ` +
            "the flag not being set. See YP bug #13808.",
        );
      }
      ofFlags[i].set(task, text);
    }
    const parents: string[] = [];
    for (const dep of lists.read(values[taskDependencyFlags.length]) ?? []) parents.push(store.expand(dep));
    result.parents.set(task, parents);
  }
  return result;
}

function valueText(value: unknown): string {
  return typeof value === "object" && value !== null && "v" in value ? String(value.v) : String(value);
}
