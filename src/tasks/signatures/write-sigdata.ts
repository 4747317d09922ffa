/** The sigdata files of a build, as `bitbake -S none` leaves them beside the stamps. */
import type { Workspace } from "../../layers/workspace.js";
import type { SignatureParts } from "../../modules/bb/siggen/recipe-cache.js";
import type { TaskGraph, TaskNode } from "../graph/graph.js";
import type { BuildHashes } from "./task-hashes.js";

/** One file: its path below STAMPS_DIR (or TMPDIR, where stamps are elsewhere). */
export interface SigDataFile {
  readonly path: string;
  readonly data: Uint8Array;
}

/**
 * Lets the signature handler write a file for each task of the graph, and gives them. Each recipe file is evaluated once
 * more, since summaries hold no values; `workspaces` by multiconfig.
 */
export function* writeSigData(
  workspaces: ReadonlyMap<string, Workspace>,
  graph: TaskGraph,
  { handler, tasks }: BuildHashes,
): Generator<SigDataFile> {
  const byFile = new Map<string, TaskNode[]>();
  for (const node of graph.nodes.values()) {
    const place = `${node.recipe.mc}\0${node.recipe.file}`;
    const known = byFile.get(place);
    if (known === undefined) byFile.set(place, [node]);
    else known.push(node);
  }
  for (const nodes of byFile.values()) {
    const [first] = nodes;
    const workspace = first === undefined ? undefined : workspaces.get(first.recipe.mc);
    if (first === undefined || workspace === undefined) continue;
    const { host } = workspace.evaluator;
    workspace.computeSignatures = true;
    const wanted = new Map(nodes.map(({ recipe }) => [recipe.variant, recipe.key] as const));
    const roots = stampRoots(workspace);
    workspace.evaluate(
      first.recipe.file,
      (name) => wanted.has(name),
      ({ name, signatures }) => {
        const key = wanted.get(name);
        if (key === undefined || signatures === undefined) return;
        const parts: SignatureParts = {
          tasks: new Map([...signatures.tasks].map(([task, own]) => [task, own.dependencies] as const)),
          direct: new Map([...signatures.variables].map(([of, own]) => [of, [...own.names]] as const)),
          values: new Map([...signatures.variables].map(([of, own]) => [of, own.value] as const)),
        };
        handler.setParts(first.recipe.mc, key, parts);
      },
    );
    for (const { id, recipe, task } of nodes) {
      const path = `${recipe.stamp}.${task.name}.sigdata.${tasks.get(id)?.taskhash ?? ""}`;
      handler.dump(recipe.key, task.name, recipe.stamp);
      if (!host.exists(path)) continue; // the handler writes none for locked tasks
      const root = roots.find((folder) => path.startsWith(`${folder}/`));
      const data = host.readFile(path);
      host.unlink(path); // of the host's memory: there may be thousands
      yield { path: root === undefined ? path.replace(/^\/+/, "") : path.slice(root.length + 1), data };
    }
    handler.forgetParts();
  }
}

function stampRoots({ configuration }: Workspace): string[] {
  return ["STAMPS_DIR", "TMPDIR"]
    .map((name) => configuration.getVar(name))
    .filter((value): value is string => typeof value === "string" && value !== "")
    .map((value) => value.replace(/\/+$/, ""));
}
