/** Lays out a picture: Graphviz itself, as WebAssembly (@viz-js/viz), here and in a browser alike. */
import { SandbakeError } from "../../diagnostics/errors.js";

/** SVG of a graph in Graphviz's language. */
export async function renderSvg(dot: string): Promise<string> {
  const { instance } = await import("@viz-js/viz"); // 1.4 MB, for pictures only
  const viz = await instance();
  const result = viz.render(dot, { format: "svg", engine: "dot" });
  if (result.status === "success") return result.output;
  throw new SandbakeError("graphviz", result.errors.map(({ message }) => message).join("\n"));
}
