/**
 * Task hashes of a whole build: the base hash, the hashes of the tasks before it that count, the checksums of the local
 * files it fetches, and a taint (manual, "Checksums (Signatures)"). What counts and what stands for a task is the
 * signature handler's say, which runs in the VM (src/evaluate/signature-handler.ts); this asks it task by task.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import { userError } from "../../evaluate/errors.js";
import type { SignatureHandler } from "../../evaluate/signature-handler.js";
import type { Workspace } from "../../layers/workspace.js";
import { hashOrder, type FileChecksum } from "../../modules/bb/siggen/file-checksums.js";
import { byCodePoint } from "../../sandbox/overlay.js";
import type { TaskGraph, TaskNode } from "../graph/graph.js";
import type { GraphResult, Recipes } from "../graph/targets.js";

/** What a sigdata file says of a task beyond its base hash. */
export interface TaskHash {
  readonly taskhash: string;
  /** Without a hash equivalence server mostly the same as taskhash. */
  readonly unihash: string;
  /** `PN:do_task` of the dependencies that count and their hashes, in the order they are hashed in. */
  readonly dependencies: readonly (readonly [name: string, hash: string])[];
  /** Local files by name, with their checksums, in the order they are hashed in. */
  readonly files: readonly FileChecksum[];
  readonly taint?: string;
}

/** The hashes of a graph's tasks by id, in the order they were computed in, and the handler that said them. */
export interface BuildHashes {
  readonly handler: SignatureHandler;
  readonly tasks: ReadonlyMap<string, TaskHash>;
}

/**
 * Asks the signature handler of `workspace`'s configuration for the hashes of all tasks of a graph. `parts` are all recipes
 * by multiconfig, evaluated with base hashes.
 * @throws {SandbakeError} "no-basehash", "task-loop", "no-handler"; what the handler's Python raises, with file and line
 */
export function hashBuild(
  workspace: Workspace,
  parts: ReadonlyMap<string, Recipes>,
  { graph, resolutions }: GraphResult,
): BuildHashes {
  const side = workspace.evaluator.python;
  const { configuration } = workspace;
  if (side.signatureHandler === undefined)
    throw new SandbakeError(
      "no-handler",
      "task hashes ask the metadata's signature handler: Python has to run",
    );
  const named = configuration.getVar("BB_SIGNATURE_HANDLER");
  if (named === null || named === "" || named === "noop")
    throw new SandbakeError(
      "no-handler",
      "BB_SIGNATURE_HANDLER names no signature handler (oe-core sets OEBasicHash)",
    );
  try {
    const handler = side.signatureHandler(configuration);
    handler.setRecipes(new Map([...parts].map(([mc, { summaries }]) => [mc, summaries] as const)));
    for (const [mc, resolution] of resolutions) handler.tasksResolved(mc, resolution.virtualProviders());
    const order = hashingOrder(graph);
    handler.setSetsceneTasks(order.filter(hasSetscene).map(({ id }) => id));
    const tasks = new Map<string, TaskHash>();
    const unihashes = new Map<string, string>();
    for (const node of order) {
      const hashes = handler.hash(
        node.id,
        [...node.depends].map(({ id }) => id),
      );
      unihashes.set(node.id, hashes.unihash);
      const { dependencies, files, taint } = handler.parts(node.id);
      tasks.set(node.id, {
        ...hashes,
        dependencies: [...dependencies]
          .sort(([a, x], [b, y]) => byCodePoint(a, b) || byCodePoint(x, y))
          .map(([name, id]) => [name, unihashes.get(id) ?? ""] as const),
        files: hashOrder(files),
        ...(taint === undefined ? {} : { taint }),
      });
    }
    return { handler, tasks };
  } catch (error) {
    throw userError(error, "the signature handler", side);
  }
}

/** Each task after those that it depends on. */
function hashingOrder(graph: TaskGraph): TaskNode[] {
  const done = new Set<TaskNode>();
  const open = new Set<TaskNode>();
  // Without recursion: a chain of tasks may be longer than the stack.
  for (const root of graph.nodes.values()) {
    const stack = [root];
    for (let task = stack.at(-1); task !== undefined; task = stack.at(-1)) {
      const missing = done.has(task) ? [] : [...task.depends].filter((dep) => !done.has(dep));
      if (missing.length > 0) {
        if (open.has(task)) throw new SandbakeError("task-loop", `the task ${task.id} depends on itself`);
        open.add(task);
        stack.push(...missing);
        continue;
      }
      stack.pop();
      if (done.has(task)) continue;
      if (task.task.basehash === undefined)
        throw new SandbakeError(
          "no-basehash",
          `the task ${task.id} has no base hash: evaluate with signatures`,
        );
      done.add(task);
      open.delete(task);
    }
  }
  return [...done];
}

function hasSetscene({ recipe, task }: TaskNode): boolean {
  return recipe.tasks.some(({ name }) => name === `${task.name}_setscene`);
}
