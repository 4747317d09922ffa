/** bb.build: the task list for Python. Running tasks, stamps and logs are no part of evaluating. */
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { places } from "./places.js";
import { addTask, addTasks, deleteTask, listTasks, precedingTasks, taskName, tasksBetween } from "./tasks.js";

export function installBuild(binding: Binding): void {
  const { rt, context, lists } = binding;
  const text = (o: PyObject): string => binding.text(o);
  const one = rt.int(1);

  binding.module(
    "bb.build",
    {
      "addtask(task, before, after, d)": (task: PyObject, before: PyObject, after: PyObject, d: PyObject) =>
        addTask(
          binding.store(d),
          text(task),
          binding.textOrNone(before),
          binding.textOrNone(after),
          lists,
          one,
        ),
      "deltask(task, d)": (task: PyObject, d: PyObject) => deleteTask(binding.store(d), text(task), lists),
      "preceedtask(task, with_recrdeptasks, d)": (task: PyObject, recursive: PyObject, d: PyObject) =>
        rt.fromJs(precedingTasks(binding.store(d), text(task), rt.isTrue(recursive), lists)),
      "tasksbetween(task_start, task_end, d)": (start: PyObject, end: PyObject, d: PyObject) =>
        binding.list(tasksBetween(binding.store(d), text(start), text(end), lists)),
      "listtasks(d)": (d: PyObject) =>
        rt.tuple(listTasks(binding.store(d), lists).map((task) => rt.str(task))),
      "add_tasks(tasklist, d)": (tasklist: PyObject, d: PyObject) => {
        const store = binding.store(d);
        const warn = (message: string): void => context.log({ level: "warn", message });
        const result = addTasks(store, binding.strings(tasklist) ?? [], lists, warn);
        const entries = new Map<string, unknown>([
          ["tasks", result.tasks],
          ["parents", result.parents],
          ...result.flags,
        ]);
        store.setVar("_task_deps", rt.fromJs(entries), places.taskDependencies);
      },
      "ensure_task_prefix(name)": (name: PyObject) => taskName(text(name)),
      "exec_func(func, d, dirs=None)": (func: PyObject, d: PyObject, dirs: PyObject) => {
        if (context.execFunction === undefined) {
          throw rt.error(
            "NotImplementedError",
            `sandbake: bb.build.exec_func(${text(func)}) is not available: tasks are not run`,
          );
        }
        context.execFunction(
          text(func),
          binding.store(d),
          dirs === rt.none ? undefined : binding.strings(dirs),
        );
      },
    },
    (set) => {
      // FuncFailed is gone from BitBake 2.19; old layers catch it beside BBHandledException.
      set("builtins", rt.importModule("builtins"));
      binding.missing(
        "bb.build",
        [
          "exec_task",
          "exec_func_python",
          "exec_func_shell",
          "make_stamp",
          "del_stamp",
          "clean_stamp",
          "write_taint",
          "shell_trap_code",
          "make_stamp_mcfn",
          "clean_stamp_mcfn",
          "find_stale_stamps",
        ],
        "tasks are not run",
      )(set);
    },
  );
}
