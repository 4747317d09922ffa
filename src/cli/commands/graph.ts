/** `sandbake graph TARGET...`: the task graph of a build: pn-buildlist and task-depends.dot as `bitbake -g`, JSON, SVG. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { graphJson, pnBuildList, taskDependsDot } from "../../tasks/graph/output.js";
import { aroundPicture, tasksPicture } from "../../tasks/graph/picture.js";
import { renderSvg } from "../../tasks/graph/render.js";
import { openGraph, type GraphTargetOptions } from "../graphs.js";
import { exitCodes, UsageError, type Io } from "../output.js";

export interface GraphOptions extends GraphTargetOptions {
  readonly output?: string;
  readonly json?: boolean;
  readonly svg?: string;
  readonly tasksOf?: string;
  readonly around?: string;
  readonly depth?: string;
}

export async function graph(io: Io, targets: readonly string[], options: GraphOptions): Promise<number> {
  const { svg, tasksOf, around } = options;
  if (svg === undefined && (tasksOf ?? around) !== undefined)
    throw new UsageError("--tasks-of and --around are for --svg FILE");
  if (tasksOf !== undefined && around !== undefined)
    throw new UsageError("--tasks-of and --around exclude each other");
  const depth = Number(options.depth ?? 1);
  if (!Number.isInteger(depth) || depth < 1) throw new UsageError("--depth expects a number from 1 on");
  const made = (await openGraph(io, targets, options)).result.graph;
  if (svg !== undefined) {
    const pn = tasksOf ?? around ?? made.targets[0]?.recipe.pn ?? "";
    writeFileSync(
      svg,
      await renderSvg(around === undefined ? tasksPicture(made, pn) : aroundPicture(made, pn, depth)),
    );
    io.err(`NOTE: Picture saved to '${svg}'\n`);
    return exitCodes.ok;
  }
  if (options.json === true) {
    io.out(`${JSON.stringify(graphJson(made), null, 2)}\n`);
    return exitCodes.ok;
  }
  const folder = options.output ?? ".";
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "pn-buildlist"), pnBuildList(made));
  writeFileSync(join(folder, "task-depends.dot"), taskDependsDot(made));
  io.out(
    `NOTE: PN build list saved to '${join(folder, "pn-buildlist")}'\nNOTE: Task dependencies saved to '${join(folder, "task-depends.dot")}'\n`,
  );
  return exitCodes.ok;
}
