/**
 * `sandbake hashes TARGET... --full`: the task hashes of all that a build of the targets runs, as `bitbake -S none`; with
 * `--sigdata DIR` also the files that it writes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashBuild, type BuildHashes } from "../../tasks/signatures/task-hashes.js";
import { writeSigData } from "../../tasks/signatures/write-sigdata.js";
import { byCodePoint } from "../../sandbox/overlay.js";
import type { TaskGraph } from "../../tasks/graph/graph.js";
import { partOf } from "../catalog.js";
import { openGraph, type GraphTargetOptions } from "../graphs.js";
import { exitCodes, type Io } from "../output.js";

export interface BuildHashesOptions extends GraphTargetOptions {
  readonly json?: boolean;
  readonly sigdata?: string;
}

export async function buildHashes(
  io: Io,
  targets: readonly string[],
  options: BuildHashesOptions,
): Promise<number> {
  const { catalog, result } = await openGraph(io, targets, { ...options, hashes: true });
  const { workspace } = partOf(catalog);
  const hashes = hashBuild(workspace, catalog.parts, result);
  const { sigdata } = options;
  if (sigdata !== undefined) {
    const parts = new Map([...catalog.parts].map(([mc, part]) => [mc, part.workspace] as const));
    let count = 0;
    for (const { path, data } of writeSigData(parts, result.graph, hashes)) {
      const file = join(sigdata, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, data);
      count++;
    }
    if (options.quiet !== true) io.err(`NOTE: ${count} sigdata files saved below '${sigdata}'\n`);
  }
  if (options.json === true) io.out(`${JSON.stringify(buildHashesJson(result.graph, hashes), null, 2)}\n`);
  else if (sigdata === undefined) {
    const lines = [...hashes.tasks].map(([id, { taskhash }]) => {
      const node = result.graph.nodes.get(id);
      const mc = node === undefined || node.recipe.mc === "" ? "" : `mc:${node.recipe.mc}:`;
      return [`${mc}${node?.recipe.pn ?? ""}:${node?.task.name ?? ""}`, taskhash] as const;
    });
    for (const [name, hash] of lines.sort(([a], [b]) => byCodePoint(a, b))) io.out(`${hash}  ${name}\n`);
  }
  return exitCodes.ok;
}

/** The hashes as plain data. */
export function buildHashesJson(graph: TaskGraph, { handler, tasks }: BuildHashes): unknown {
  return {
    schemaVersion: 1,
    handler: handler.name,
    targets: graph.targets.map(({ id }) => id),
    tasks: [...graph.nodes.values()].map(({ id, recipe, task }) => {
      const hash = tasks.get(id);
      return {
        id,
        pn: recipe.pn,
        task: task.name,
        /** A task's stamps and sigdata files begin with it. */
        stamp: `${recipe.stamp}.${task.name}`,
        basehash: task.basehash,
        taskhash: hash?.taskhash,
        unihash: hash?.unihash,
        dependencies: (hash?.dependencies ?? []).map(([name, value]) => ({ name, hash: value })),
        files: (hash?.files ?? []).map(([name, checksum]) => ({ name, checksum })),
        ...(hash?.taint === undefined ? {} : { taint: hash.taint }),
      };
    }),
  };
}
