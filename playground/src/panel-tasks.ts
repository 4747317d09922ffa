/** The tab Tasks: the recipe's tasks and what they wait for, as a graph that dagre lays out, and as a list. */
import { graphlib, layout } from "@dagrejs/dagre";
import { h } from "./dom.js";
import type { TaskNode } from "./protocol.js";
import { place, type Links } from "./panel-value.js";

const svgNamespace = "http://www.w3.org/2000/svg";

export function tasksPanel(tasks: readonly TaskNode[], links: Links): HTMLElement[] {
  if (tasks.length === 0) return [h("p", { class: "muted" }, "The recipe has no tasks: addtask makes one.")];
  const drawing = h("div", { class: "graph" });
  drawing.append(draw(tasks, links));
  return [
    drawing,
    h(
      "table",
      { class: "variables" },
      h(
        "thead",
        {},
        h("tr", {}, ...["Task", "After", "Defined in"].map((text) => h("th", { scope: "col" }, text))),
      ),
      h(
        "tbody",
        {},
        ...tasks.map(({ name, after, file, line, python }) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, name, python ? h("span", { class: "muted" }, " python") : ""),
            h("td", {}, after.join(" ")),
            h("td", {}, file === "" ? "" : place(file, line, undefined, links)),
          ),
        ),
      ),
    ),
  ];
}

function draw(tasks: readonly TaskNode[], links: Links): SVGElement {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 16, ranksep: 28, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const known = new Set(tasks.map(({ name }) => name));
  for (const { name } of tasks) graph.setNode(name, { width: 7.4 * name.length + 20, height: 28 });
  for (const { name, after } of tasks)
    for (const each of after) if (known.has(each)) graph.setEdge(each, name);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const svg = element("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    role: "img",
    "aria-label": `Graph of ${tasks.length} tasks; the table below says the same`,
  });
  const marker = element("marker", {
    id: "arrow",
    viewBox: "0 0 8 8",
    refX: "8",
    refY: "4",
    markerWidth: "8",
    markerHeight: "8",
    orient: "auto",
  });
  marker.append(element("path", { d: "M0 0 L8 4 L0 8 z", class: "arrow-head" }));
  const definitions = element("defs", {});
  definitions.append(marker);
  svg.append(definitions);
  for (const edge of graph.edges()) {
    const { points } = graph.edge(edge) as { points: readonly { x: number; y: number }[] };
    const d = points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");
    svg.append(element("path", { d, class: "edge", "marker-end": "url(#arrow)" }));
  }
  for (const task of tasks) {
    const {
      x,
      y,
      width: w,
      height: height_,
    } = graph.node(task.name) as { x: number; y: number; width: number; height: number };
    const group = element("g", { class: task.python ? "task python" : "task" });
    group.append(
      element("rect", {
        x: String(x - w / 2),
        y: String(y - height_ / 2),
        width: String(w),
        height: String(height_),
        rx: "6",
      }),
    );
    const label = element("text", { x: String(x), y: String(y + 4), "text-anchor": "middle" });
    label.textContent = task.name;
    group.append(label);
    if (task.file !== "") group.addEventListener("click", () => links.goTo(task.file, task.line));
    svg.append(group);
  }
  return svg;
}

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
