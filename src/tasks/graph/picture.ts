/**
 * Pictures of a task graph in Graphviz's language: the tasks of one recipe, or the recipes around one. What follows from
 * other arrows is left out, so that fifty nodes stay legible. render.ts lays them out.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import type { RecipeSummary } from "../../layers/summary.js";
import { byCodePoint } from "../../sandbox/overlay.js";
import type { TaskGraph, TaskNode } from "./graph.js";

/** More recipes than this are not drawn around one: the nearest are. */
const MOST_RECIPES = 60;

const ink = "#1f2933";
const style = {
  plain: { fill: "#eef4fb", line: "#3d6fa5" },
  noexec: { fill: "#f2f2f2", line: "#8a8f98" },
  always: { fill: "#fdf3e1", line: "#b7791f" },
  centre: { fill: "#3d6fa5", line: "#26486e" },
} as const;

/** A node to draw. */
interface Box {
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly look: keyof typeof style;
}

/**
 * The tasks of a recipe that take part in the graph; what other recipes' tasks they wait for stands in the tooltips.
 * @throws {SandbakeError} "not-in-graph"
 */
export function tasksPicture(graph: TaskGraph, pn: string): string {
  const nodes = [...graph.nodes.values()].filter(({ recipe }) => recipe.pn === pn);
  if (nodes.length === 0) throw notThere(pn, graph);
  const edges = new Map(
    nodes.map((node) => [
      node.id,
      new Set([...node.depends].filter((d) => d.recipe === node.recipe).map((d) => d.id)),
    ]),
  );
  const boxes = nodes.map((node): Box => {
    const outside = [...node.depends].filter(({ recipe }) => recipe !== node.recipe);
    return {
      id: node.id,
      label: outside.length > 0 ? `${node.task.name}\\n+${outside.length} of other recipes` : node.task.name,
      tooltip:
        outside.length > 0
          ? `waits for ${outside.map(shortName).sort(byCodePoint).join(", ")}`
          : node.task.name,
      look: isSet(node.task.noexec) ? "noexec" : isSet(node.task.nostamp) ? "always" : "plain",
    };
  });
  const legend =
    "an arrow points at what runs before; grey: runs nothing (noexec); amber: runs each time (nostamp)";
  return picture(`Tasks of ${pn}`, legend, boxes, edges);
}

/**
 * The recipes that the tasks of one wait for, and those whose tasks wait for it, up to `depth` steps.
 * @throws {SandbakeError} "not-in-graph"
 */
export function aroundPicture(graph: TaskGraph, pn: string, depth: number): string {
  const { down, up } = recipeEdges(graph);
  const centre = graph.recipes().find((recipe) => recipe.pn === pn);
  if (centre === undefined) throw notThere(pn, graph);
  const shown = new Set([centre]);
  let left = 0;
  for (const edges of [down, up]) {
    let ring = [centre];
    for (let step = 0; step < depth; step++) {
      const next = [...new Set(ring.flatMap((recipe) => [...(edges.get(recipe) ?? [])]))]
        .filter((recipe) => !shown.has(recipe))
        .sort((a, b) => byCodePoint(a.pn, b.pn));
      const room = edges === down ? MOST_RECIPES / 2 : MOST_RECIPES;
      ring = next.slice(0, Math.max(0, room - shown.size));
      left += next.length - ring.length;
      for (const recipe of ring) shown.add(recipe);
    }
  }
  const boxes = [...shown].map((recipe): Box => ({
    id: recipe.key,
    label: `${recipe.pn}\\n${recipe.pv}`,
    tooltip: recipe.key,
    look: recipe === centre ? "centre" : "plain",
  }));
  const edges = new Map(
    [...shown].map((recipe) => [
      recipe.key,
      new Set([...(down.get(recipe) ?? [])].filter((other) => shown.has(other)).map(({ key }) => key)),
    ]),
  );
  const rest = left > 0 ? `; ${left} more are not drawn` : "";
  return picture(`Recipes around ${pn}`, `an arrow points at what is built before${rest}`, boxes, edges);
}

/** Which recipe's tasks wait for which other's, and the reverse. */
function recipeEdges(graph: TaskGraph): Record<"down" | "up", Map<RecipeSummary, Set<RecipeSummary>>> {
  const down = new Map<RecipeSummary, Set<RecipeSummary>>();
  const up = new Map<RecipeSummary, Set<RecipeSummary>>();
  const put = (map: Map<RecipeSummary, Set<RecipeSummary>>, a: RecipeSummary, b: RecipeSummary): void => {
    const known = map.get(a);
    if (known === undefined) map.set(a, new Set([b]));
    else known.add(b);
  };
  for (const { recipe, depends } of graph.nodes.values()) {
    for (const dep of depends) {
      if (dep.recipe === recipe) continue;
      put(down, recipe, dep.recipe);
      put(up, dep.recipe, recipe);
    }
  }
  return { down, up };
}

function picture(
  title: string,
  legend: string,
  boxes: readonly Box[],
  edges: Map<string, Set<string>>,
): string {
  reduce(edges);
  const many = boxes.length > 30;
  const lines = [
    "digraph picture {",
    `graph [rankdir=${many ? "LR" : "TB"}, bgcolor="white", pad=0.3, nodesep=0.18, ranksep=${many ? 0.55 : 0.4}, fontname="Helvetica", fontcolor="${ink}", labelloc=t, label=<<b>${markup(title)}</b><br/><font point-size="4"> <br/></font><font point-size="10">${markup(legend)}</font><br/> >]`,
    `node [shape=box, style="filled,rounded", fontname="Helvetica", fontsize=11, fontcolor="${ink}", margin="0.12,0.05", height=0.3]`,
    'edge [color="#7b8794", arrowsize=0.6]',
  ];
  for (const { id, label, tooltip, look } of boxes) {
    const { fill, line } = style[look];
    const text = look === "centre" ? ', fontcolor="white"' : "";
    lines.push(
      `${quote(id)} [label=${quote(label)}, tooltip=${quote(tooltip)}, fillcolor="${fill}", color="${line}"${text}]`,
    );
  }
  for (const [from, all] of edges) for (const to of all) lines.push(`${quote(from)} -> ${quote(to)}`);
  lines.push("}");
  return lines.join("\n");
}

/** Leaves out the edges that follow from others. Rings stay as they are. */
function reduce(edges: Map<string, Set<string>>): void {
  const below = new Map<string, Set<string>>();
  const reach = (id: string): Set<string> => {
    let known = below.get(id);
    if (known === undefined) {
      below.set(id, (known = new Set()));
      for (const next of edges.get(id) ?? []) {
        known.add(next);
        for (const far of reach(next)) known.add(far);
      }
    }
    return known;
  };
  for (const id of edges.keys()) reach(id);
  for (const [id, direct] of edges) {
    for (const next of [...direct]) {
      if (
        [...direct].some(
          (other) => other !== next && !below.get(next)?.has(other) && below.get(other)?.has(next) === true,
        )
      )
        direct.delete(next);
    }
    if (direct.has(id)) direct.delete(id);
  }
}

const shortName = ({ recipe, task }: TaskNode): string => `${recipe.pn}:${task.name}`;
const isSet = (flag: string | undefined): boolean => flag !== undefined && flag !== "";
/** A quoted string of Graphviz's language; `\\n` of a label stays a line break. */
const quote = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;
const markup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function notThere(pn: string, graph: TaskGraph): SandbakeError {
  const near = [...new Set(graph.recipes().map((recipe) => recipe.pn))].filter(
    (name) => name.includes(pn) || pn.includes(name),
  );
  return new SandbakeError("not-in-graph", `no task of '${pn}' takes part in this graph`, {
    ...(near.length > 0 ? { hint: `These do: ${near.slice(0, 5).join(", ")}.` } : {}),
  });
}
