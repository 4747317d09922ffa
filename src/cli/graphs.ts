/** From targets on the command line to the graph of their tasks. */
import type { Catalog } from "../layers/catalog.js";
import { graphOf, type GraphResult } from "../tasks/graph/targets.js";
import { openCatalog, partOf } from "./catalog.js";
import type { Io } from "./output.js";
import type { RunCommandOptions } from "./runs.js";

/** The options of commands that take what `bitbake` would build. */
export interface GraphTargetOptions extends RunCommandOptions {
  /** The task of targets that name none; default BB_DEFAULT_TASK's. */
  readonly task?: string;
  readonly runall?: readonly string[];
  readonly runonly?: readonly string[];
  readonly ignoreDeps?: readonly string[];
}

/** Evaluates everything and makes the targets' graph; names without a provider or a preferred one are told. */
export async function openGraph(
  io: Io,
  targets: readonly string[],
  options: GraphTargetOptions,
): Promise<{ readonly catalog: Catalog; readonly result: GraphResult }> {
  const { catalog } = await openCatalog(io, options);
  const { workspace } = partOf(catalog);
  const byDefault = workspace.configuration.getVar("BB_DEFAULT_TASK");
  const result = graphOf(catalog.parts, targets, {
    task: options.task ?? (typeof byDefault === "string" && byDefault !== "" ? byDefault : "build"),
    ...(options.runall ? { runall: options.runall } : {}),
    ...(options.runonly ? { runonly: options.runonly } : {}),
    ...(options.ignoreDeps ? { ignored: options.ignoreDeps } : {}),
  });
  for (const { undecided, missing } of result.resolutions.values()) {
    for (const { name, runtime, candidates } of undecided) {
      const variable = `PREFERRED_${runtime ? "RPROVIDER" : "PROVIDER"}_${name}`;
      if (options.quiet !== true)
        io.err(
          `NOTE: Multiple providers are available for ${runtime ? "runtime " : ""}${name} (${candidates.join(", ")})\nConsider defining a ${variable} entry to match ${name}\n`,
        );
    }
    for (const { name, runtime, neededBy } of missing) {
      io.err(
        `ERROR: Nothing ${runtime ? "RPROVIDES" : "PROVIDES"} '${name}' (but ${neededBy.join(", ")} ${runtime ? "RDEPENDS" : "DEPENDS"} on or otherwise requires it)\n`,
      );
    }
  }
  return { catalog, result };
}
