/** A finished recipe and its tasks, each with a datastore of its own. */
import type { DataStore } from "../datastore/index.js";
import { SandbakeError } from "../diagnostics/errors.js";
import type { Found } from "../layers/find.js";
import type { Workspace } from "../layers/workspace.js";
import { taskName } from "../modules/bb/tasks.js";
import { Task } from "./task.js";

/** One variant of a recipe, finished. Its store is not written to: tasks have copies. */
export class Recipe {
  readonly #tasks = new Map<string, Task>();

  constructor(
    readonly workspace: Workspace,
    readonly found: Found,
  ) {}

  get store(): DataStore {
    return this.found.variant.store;
  }

  /** PN. */
  get name(): string {
    return String(this.store.getVar("PN"));
  }

  /** As BitBake names it: the file, or `virtual:VARIANT:FILE`. */
  get key(): string {
    const { file, variant } = this.found;
    return variant.name === "" ? file : `virtual:${variant.name}:${file}`;
  }

  /** The tasks in the order added, each `do_...`. */
  get tasks(): readonly string[] {
    return this.workspace.evaluator.stringList(this.store.getVar("__BBTASKS", false));
  }

  /**
   * The task `name`, with or without `do_`; the same object each time.
   * @throws {SandbakeError} "no-task"
   */
  task(name: string): Task {
    const full = taskName(name);
    let task = this.#tasks.get(full);
    if (task === undefined) {
      if (!this.tasks.includes(full)) {
        throw new SandbakeError("no-task", `Task ${full} does not exist for target ${this.name}`, {
          hint: `Its tasks are ${[...this.tasks].sort().join(", ")}.`,
        });
      }
      this.#tasks.set(full, (task = new Task(this.workspace, this.store, this.key, full)));
    }
    return task;
  }
}

/** Finds a recipe as `Workspace.find` does. */
export function openRecipe(workspace: Workspace, name: string): Recipe {
  return new Recipe(workspace, workspace.find(name));
}
