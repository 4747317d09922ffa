/**
 * A task's datastore: the recipe's, with what BitBake adds before a task runs; and the run of a Python task in it.
 *
 * As measured on BitBake 2.19 (a task that dumps its `d`): OVERRIDES begins with `task-NAME` (`do_` left off, `_` as
 * `-`), names that hold `${...}` are expanded once more under these overrides, BB_FILENAME, BB_CURRENTTASK (without
 * `do_`) and BB_RUNTASK are set, the functions of `prefuncs` run before and those of `postfuncs` after, on the same
 * datastore. What only an execution has (BB_LOGFILE, BB_TASKHASH, BB_UNIHASH, BB_TASKDEPDATA, BB_TASK_LOGGER) is not
 * set, unless `variables` brings it.
 */
import type { DataStore, Edit, Snapshot } from "../datastore/index.js";
import { SandbakeError } from "../diagnostics/errors.js";
import { userError } from "../evaluate/errors.js";
import { runFunction } from "../evaluate/run-function.js";
import type { Workspace } from "../layers/workspace.js";
import { places } from "../modules/bb/places.js";
import { TaskOutcome } from "./outcome.js";

export interface RunOptions {
  /** Variables set before the run, which are part of no outcome: BB_TASKDEPDATA and the like, as texts. */
  readonly variables?: ReadonlyMap<string, string>;
}

/** One task of one recipe. Made by Recipe.task(). */
export class Task {
  #snapshot: Snapshot | undefined;

  constructor(
    private readonly workspace: Workspace,
    private readonly recipe: DataStore,
    /** The recipe as BitBake names it. */
    private readonly recipeKey: string,
    /** `do_...` */
    readonly name: string,
  ) {}

  /** The task's datastore before it runs: immutable, and all but what it adds shared with the recipe's. */
  get snapshot(): Snapshot {
    this.#snapshot ??= taskStore(this.recipe, this.recipeKey, this.name).snapshot();
    return this.#snapshot;
  }

  get isPython(): boolean {
    return this.workspace.evaluator.python.isTrue(this.recipe.getVarFlag(this.name, "python", false));
  }

  /**
   * Runs a Python task, with its prefuncs and postfuncs, in the sandbox. Nothing of the recipe, of other tasks or of
   * an earlier run changes; lists and dicts that the datastore holds are copied for it. Files it writes stay in the
   * host's memory, as do changes it makes to modules.
   * @throws {SandbakeError} "shell-function" for a shell task, and what the task raises, with file and line
   */
  run(options: RunOptions = {}): TaskOutcome {
    if (!this.isPython) {
      throw new SandbakeError("shell-function", `${this.name} is a shell task: sandbake does not run shell`, {
        hint: "`sandbake script RECIPE -c TASK` writes the script that BitBake would run.",
      });
    }
    const { evaluator } = this.workspace;
    const { python } = evaluator;
    const { functions } = python;
    const before = this.snapshot;
    const copies = new Map<string, { readonly value: unknown; readonly text: string }>();
    const prepare = (store: DataStore): void => {
      for (const [name, value] of options.variables ?? []) store.setVar(name, value, { ignore: true });
      for (const [name, value] of this.#mutable(store)) {
        copies.set(name, { value, text: JSON.stringify(python.plain(value)) });
        store.setVarFlag(name, "_content", value, { ignore: true });
      }
    };
    let edit: Edit;
    try {
      // The namespace is put into the prepared store, not into what the run writes to.
      edit = before.edit(
        (store) =>
          functions.inNamespace(store, () => {
            const flag = (name: string): string[] => words(store.getVarFlag(this.name, name));
            for (const name of flag("prefuncs")) runFunction(name, store, evaluator);
            runFunction(this.name, store, evaluator);
            for (const name of flag("postfuncs")) runFunction(name, store, evaluator);
            for (const [name, { value, text }] of copies) {
              if (store.getVar(name, false) === value && JSON.stringify(python.plain(value)) !== text)
                store.setVarFlag(name, "_content", value, { ignore: true });
            }
          }),
        (store) => {
          functions.copyNamespace(store);
          prepare(store);
        },
      );
    } catch (error) {
      throw userError(error, this.recipeKey, python);
    }
    return new TaskOutcome(before, edit, functions);
  }

  /** Copies of the values that Python could change in place. */
  *#mutable(store: DataStore): Generator<[string, unknown]> {
    const { functions } = this.workspace.evaluator.python;
    for (const name of store.objectNames()) {
      if (name.startsWith("__sandbake_")) continue; // the namespace has its copy already
      const copy = functions.detached(store.getVarFlag(name, "_content", false));
      if (copy !== undefined) yield [name, copy];
    }
  }
}

/** A copy of a recipe's store as the task `name` (`do_...`) has it before it runs; `key` as BitBake names the recipe. */
export function taskStore(recipe: DataStore, key: string, name: string): DataStore {
  const store = recipe.createCopy();
  const short = name.replace(/^do_/, "");
  const overrides = recipe.getVar("OVERRIDES", false);
  store.setVar("BB_FILENAME", key, { ignore: true });
  store.setVar("OVERRIDES", `task-${short.replaceAll("_", "-")}:${String(overrides)}`, { ignore: true });
  store.expandKeys(store, places.expandKeys);
  store.setVar("BB_RUNTASK", name, { ignore: true });
  store.setVar("BB_CURRENTTASK", short, { ignore: true });
  return store;
}

const words = (value: unknown): string[] =>
  typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];
