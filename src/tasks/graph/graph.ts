/**
 * The graph of tasks that a build of some targets runs, as BitBake makes it (manual, "Dependencies" and "Variable Flags"):
 *
 * - in a recipe, a task comes after its `deps` (addtask);
 * - `depends` and `rdepends` name tasks of other recipes, `deptask` and `rdeptask` tasks of all that the recipe DEPENDS
 *   on, or its packages need at run time, `mcdepends` tasks of another multiconfig: a task with this flag gets those of
 *   all tasks of all recipes that may take part (measured);
 * - `recrdeptask` adds the tasks named of every recipe that the task leads to, over build time, run time and tasks;
 *   `recideptask` names tasks of the same recipe to look through as well.
 *
 * Recursive dependencies do not make recursive dependencies: what the task leads to is taken over all other kinds.
 * Only what the targets' tasks lead to is kept. Compared with `bitbake -g` (conformance/tasks).
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import type { RecipeSummary, TaskSummary } from "../../layers/summary.js";
import { byCodePoint } from "../../sandbox/overlay.js";
import { findLoop } from "./loops.js";
import { Reach } from "./reach.js";
import { taskEntries, type Resolution } from "./resolve.js";

/** One task of one recipe in the graph. */
export interface TaskNode {
  /** `KEY:do_task`, KEY as BitBake names the recipe. */
  readonly id: string;
  readonly recipe: RecipeSummary;
  readonly task: TaskSummary;
  /** What must have run before. */
  readonly depends: Set<TaskNode>;
}

/** A task asked for. */
export interface TargetTask {
  readonly recipe: RecipeSummary;
  /** `do_...` */
  readonly task: string;
  /** As it was asked for, for errors. */
  readonly target: string;
}

export interface GraphOptions {
  /** Instead of the targets' tasks, this one of every recipe in their graph (bitbake --runall). */
  readonly runall?: readonly string[];
  /** Of the targets' graph only these tasks and what they need (bitbake --runonly). */
  readonly runonly?: readonly string[];
  /** Tasks that depend on absent ones and rings are no errors: for looking at everything there is. */
  readonly tolerant?: boolean;
}

const words = (text: string | undefined): string[] => text?.split(/\s+/).filter(Boolean) ?? [];
const prefixed = (task: string): string => (task.startsWith("do_") ? task : `do_${task}`);

/** The tasks of a build and their order. */
export class TaskGraph {
  constructor(
    /** By id, sorted. */
    readonly nodes: ReadonlyMap<string, TaskNode>,
    readonly targets: readonly TaskNode[],
  ) {}

  /** The recipes that take part, by PN. */
  recipes(): RecipeSummary[] {
    const found = new Map<string, RecipeSummary>();
    for (const { recipe } of this.nodes.values()) found.set(recipe.key, recipe);
    return [...found.values()].sort((a, b) => byCodePoint(a.pn, b.pn));
  }
}

/**
 * Makes the graph of the targets. `resolutions` by multiconfig, complete.
 * @throws {SandbakeError} "no-task", "task-dependency" (a flag names a task that is not there), "task-loop"
 */
export function buildTaskGraph(
  resolutions: ReadonlyMap<string, Resolution>,
  targets: readonly TargetTask[],
  options: GraphOptions = {},
): TaskGraph {
  const builder = new Builder(resolutions);
  const wanted = targets.map((target) => builder.target(target));
  builder.addRecursive();
  const roots = chosen(builder.all, wanted, options);
  const active = closure(roots);
  if (options.tolerant !== true) {
    builder.check(active);
    const loop = findLoop(active);
    if (loop !== undefined) throw loopError(loop);
  }
  const nodes = new Map(
    [...active].sort((a, b) => byCodePoint(a.id, b.id)).map((node) => [node.id, node] as const),
  );
  return new TaskGraph(nodes, roots);
}

function loopError(loop: readonly TaskNode[]): SandbakeError {
  const lines = loop.map(({ id }, i) => `  Task ${id} depends on ${loop[(i + 1) % loop.length]?.id ?? ""}`);
  return new SandbakeError("task-loop", `Dependency loop found:\n${lines.join("\n")}`);
}

/** The tasks that the graph is grown from. */
function chosen(
  all: ReadonlyMap<string, TaskNode>,
  wanted: readonly TaskNode[],
  { runall = [], runonly = [] }: GraphOptions,
): readonly TaskNode[] {
  let roots = wanted;
  const within = (names: readonly string[]): TaskNode[] => {
    const found = new Set<TaskNode>();
    for (const { recipe } of closure(roots)) {
      for (const name of names) {
        const node = all.get(`${recipe.key}:${prefixed(name)}`);
        if (node !== undefined) found.add(node);
      }
    }
    if (found.size === 0) {
      throw new SandbakeError(
        "no-task",
        `Could not find any tasks with the tasknames [${names.map((n) => `'${n}'`).join(", ")}] to run within the recipes of the taskgraphs of the targets`,
      );
    }
    return [...found];
  };
  if (runall.length > 0) roots = within(runall);
  if (runonly.length > 0) {
    const active = closure(roots);
    roots = [...active].filter(({ task }) => runonly.some((name) => prefixed(name) === task.name));
    if (roots.length === 0) return within(runonly).slice(0, 0);
  }
  return roots;
}

function closure(roots: Iterable<TaskNode>): Set<TaskNode> {
  const found = new Set(roots);
  for (const node of found) for (const dep of node.depends) found.add(dep);
  return found;
}

/** A task with `recrdeptask`. */
interface Recursive {
  readonly names: readonly string[];
  /** Tasks of `recideptask`. */
  readonly through: readonly TaskNode[];
}

/** A task of another multiconfig. */
interface OtherTask {
  readonly recipe: RecipeSummary;
  readonly task: string;
}

class Builder {
  readonly all = new Map<string, TaskNode>();
  readonly #resolutions: ReadonlyMap<string, Resolution>;
  readonly #recursive = new Map<TaskNode, Recursive>();
  /** Dependencies on tasks that are not there, one for each task. */
  readonly #absent = new Map<TaskNode, string>();

  constructor(resolutions: ReadonlyMap<string, Resolution>) {
    this.#resolutions = resolutions;
    for (const { recipes } of resolutions.values()) {
      for (const recipe of recipes.values()) {
        for (const task of recipe.tasks) {
          const id = `${recipe.key}:${task.name}`;
          this.all.set(id, { id, recipe, task, depends: new Set() });
        }
      }
    }
    for (const [mc, resolution] of resolutions) {
      const others = this.#otherConfigurations(mc, resolution);
      for (const recipe of resolution.recipes.values()) this.#connect(recipe, resolution, others);
    }
  }

  target({ recipe, task, target }: TargetTask): TaskNode {
    const node = this.#find(recipe, task);
    if (node !== undefined) return node;
    const names = recipe.tasks.map(({ name }) => name);
    const short = task.replace(/^do_/, "");
    const close = names.filter((name) => name.includes(short) || short.includes(name.replace(/^do_/, "")));
    throw new SandbakeError("no-task", `Task ${task} does not exist for target ${target} (${recipe.key}).`, {
      hint: `${close.length > 0 ? "Close matches" : "Its tasks"}: ${(close.length > 0 ? close : names).join(", ")}.`,
    });
  }

  #find(recipe: RecipeSummary, task: string): TaskNode | undefined {
    return this.all.get(`${recipe.key}:${task}`);
  }

  /** All dependencies but the recursive ones. */
  #connect(recipe: RecipeSummary, resolution: Resolution, others: readonly OtherTask[]): void {
    const needs = resolution.needsOf(recipe);
    const built = unique([...needs.build].map((name) => resolution.buildProvider(name)));
    const atRunTime = unique([...needs.runtime].map((name) => resolution.runtimeProvider(name)));
    const add = (node: TaskNode, providers: readonly RecipeSummary[], names: readonly string[]): void => {
      for (const provider of providers) {
        for (const name of names) {
          const dep = this.#find(provider, name);
          if (dep !== undefined) node.depends.add(dep);
        }
      }
    };
    for (const task of recipe.tasks) {
      const node = this.#find(recipe, task.name) as TaskNode;
      add(node, [recipe], task.deps); // a task deleted since is no dependency
      add(node, built, words(task.deptask));
      add(node, atRunTime, words(task.rdeptask));
      for (const { name, task: wanted } of taskEntries(recipe, task, "depends")) {
        const provider = resolution.buildProvider(name);
        if (provider !== undefined) this.#need(node, provider, wanted);
      }
      for (const { name, task: wanted } of taskEntries(recipe, task, "rdepends")) {
        const provider = resolution.runtimeProvider(name);
        if (provider !== undefined) this.#need(node, provider, wanted);
      }
      if (task.mcdepends !== undefined) for (const dep of others) this.#need(node, dep.recipe, dep.task);
      node.depends.delete(node); // a flag may name the task itself, among others
      if (task.recrdeptask !== undefined) {
        const names = words(task.recrdeptask);
        add(node, built, names);
        add(node, atRunTime, names);
        node.depends.delete(node);
        const through = words(task.recideptask).map((name) => this.#find(recipe, name));
        this.#recursive.set(node, { names, through: unique(through) });
      }
    }
  }

  /** A dependency that a recipe or flag names outright: it has to be there if the task takes part. */
  #need(node: TaskNode, recipe: RecipeSummary, name: string): void {
    const dep = this.#find(recipe, name);
    if (dep !== undefined) node.depends.add(dep);
    else if (!this.#absent.has(node)) this.#absent.set(node, `${recipe.key}:${name}`);
  }

  /** @throws {SandbakeError} "task-dependency" where one of the tasks depends on one that is not there */
  check(active: Iterable<TaskNode>): void {
    for (const node of active) {
      const absent = this.#absent.get(node);
      if (absent === undefined) continue;
      throw new SandbakeError("task-dependency", `Task ${node.id} depends upon non-existent task ${absent}`, {
        file: node.recipe.file,
      });
    }
  }

  /** What the entries `mc:FROM:TO:name:do_task` of all tasks name, for tasks of the multiconfig FROM. */
  #otherConfigurations(mc: string, resolution: Resolution): OtherTask[] {
    const found = new Map<string, OtherTask>();
    for (const { key, file, tasks } of resolution.recipes.values()) {
      for (const task of tasks) {
        for (const entry of words(task.mcdepends)) {
          if (found.has(entry)) continue;
          const other = this.#otherTask(entry, mc, `${key}:${task.name}`, file);
          if (other !== undefined) found.set(entry, other);
        }
      }
    }
    return [...found.values()];
  }

  #otherTask(entry: string, mc: string, id: string, file: string): OtherTask | undefined {
    const [mark, from, to = "", name = "", task, ...rest] = entry.split(":");
    if (mark !== "mc" || task === undefined || rest.length > 0) {
      throw new SandbakeError(
        "task-dependency",
        `${id}: mcdepends '${entry}' is not of the form mc:FROM:TO:NAME:TASK`,
        { file },
      );
    }
    if (from !== mc) return undefined;
    const other = this.#resolutions.get(to);
    if (other === undefined) {
      throw new SandbakeError(
        "task-dependency",
        `${id}: mcdepends names the multiconfig '${to}', which is not in BBMULTICONFIG`,
      );
    }
    const recipe = other.buildProvider(name);
    if (recipe === undefined)
      throw new SandbakeError("no-provider", `${id}: nothing in the multiconfig '${to}' provides '${name}'`);
    return { recipe, task };
  }

  /** The dependencies of `recrdeptask`. */
  addRecursive(): void {
    const reach = new Reach(this.all.values());
    const selfish = new Set(
      [...this.#recursive]
        .filter(([node, { names }]) => names.includes(node.task.name))
        .map(([node]) => node),
    );
    for (const [node, { names, through }] of this.#recursive) {
      // What it leads to grows with what is added, until nothing is.
      const seen = new Set<TaskNode>();
      const queue = [...node.depends, ...through.flatMap((other) => [...other.depends])];
      const recipes = reach.empty();
      for (let dep = queue.pop(); dep !== undefined; dep = queue.pop()) {
        if (seen.has(dep)) continue;
        seen.add(dep);
        for (const recipe of reach.addTo(recipes, dep)) {
          for (const name of names) {
            const found = this.#find(recipe, name);
            if (found === undefined || found === node) continue;
            node.depends.add(found);
            queue.push(found);
          }
        }
      }
    }
    for (const node of selfish) for (const other of selfish) node.depends.delete(other);
  }
}

function unique<T>(items: readonly (T | undefined)[]): T[] {
  return [...new Set(items)].filter((item) => item !== undefined);
}
