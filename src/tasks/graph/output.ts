/** A task graph as text: the files that `bitbake -g` writes, and JSON. */
import type { RecipeSummary } from "../../layers/summary.js";
import { byCodePoint } from "../../sandbox/overlay.js";
import type { TaskGraph, TaskNode } from "./graph.js";

/** pn-buildlist: one PN a line. A recipe of a multiconfig is named with it. */
export function pnBuildList(graph: TaskGraph): string {
  const names = new Set(graph.recipes().map(recipeName));
  return [...names]
    .sort(byCodePoint)
    .map((name) => `${name}\n`)
    .join("");
}

/** task-depends.dot: a line for each task, each followed by those for what it depends on. */
export function taskDependsDot(graph: TaskGraph): string {
  const lines = ["digraph depends {"];
  for (const node of graph.nodes.values()) {
    const { recipe, task } = node;
    const name = nodeName(node);
    const version = `${recipe.pe === "" ? "" : recipe.pe}:${recipe.pv}-${recipe.pr}`;
    lines.push(`${name} [label="${recipeName(recipe)} ${task.name}\\n${version}\\n${recipe.key}"]`);
    for (const dep of [...node.depends].map(nodeName).sort(byCodePoint)) lines.push(`${name} -> ${dep}`);
  }
  lines.push("}");
  return `${lines.join("\n")}\n`;
}

const recipeName = ({ mc, pn }: RecipeSummary): string => (mc === "" ? pn : `mc:${mc}:${pn}`);
const nodeName = ({ recipe, task }: TaskNode): string => `"${recipeName(recipe)}.${task.name}"`;

/** The graph as plain data. */
export interface GraphJson {
  readonly schemaVersion: 1;
  readonly targets: readonly string[];
  readonly recipes: readonly {
    readonly key: string;
    readonly pn: string;
    readonly version: string;
    readonly layer: string;
  }[];
  readonly tasks: readonly {
    /** `KEY:do_task` */
    readonly id: string;
    readonly pn: string;
    readonly task: string;
    readonly depends: readonly string[];
    readonly noexec?: true;
    readonly nostamp?: true;
    readonly lockfiles?: readonly string[];
  }[];
}

export function graphJson(graph: TaskGraph): GraphJson {
  return {
    schemaVersion: 1,
    targets: graph.targets.map(({ id }) => id),
    recipes: graph.recipes().map((recipe) => ({
      key: recipe.key,
      pn: recipe.pn,
      version: `${recipe.pe === "" ? "" : `${recipe.pe}:`}${recipe.pv}-${recipe.pr}`,
      layer: recipe.layer,
    })),
    tasks: [...graph.nodes.values()].map(({ id, recipe, task, depends }) => ({
      id,
      pn: recipe.pn,
      task: task.name,
      depends: [...depends].map((dep) => dep.id).sort(byCodePoint),
      ...(isSet(task.noexec) ? { noexec: true as const } : {}),
      ...(isSet(task.nostamp) ? { nostamp: true as const } : {}),
      ...(task.lockfiles === undefined ? {} : { lockfiles: task.lockfiles.split(/\s+/).filter(Boolean) }),
    })),
  };
}

const isSet = (flag: string | undefined): boolean => flag !== undefined && flag !== "";
