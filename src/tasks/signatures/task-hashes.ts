/**
 * Task hashes: the base hash, the hashes of the tasks before it that count, the checksums of the local files it fetches,
 * and a taint (manual, "Checksums (Signatures)"; the text that is hashed is measured on the sigdata files of
 * `bitbake -S none`, conformance/hashes).
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import { byCodePoint } from "../../sandbox/overlay.js";

/** A task of a graph, as hashes see it; src/tasks/graph's nodes are such. */
export interface HashableTask {
  /** `KEY:do_task`, KEY as BitBake names the recipe. */
  readonly id: string;
  readonly recipe: { readonly pn: string; readonly mc: string };
  readonly task: { readonly name: string; readonly basehash?: string; readonly nostamp?: string };
  readonly depends: Iterable<HashableTask>;
}

/** A local file: its name (`./dir/name` below a folder that is fetched as a whole) and its md5. */
export type FileChecksum = readonly [name: string, checksum: string];

export interface TaskHashOptions<T extends HashableTask> {
  /** Whether a dependency counts: the signature handler's rundep_check. */
  readonly keeps: (task: T, dependency: T) => boolean;
  /** The checksums of what `file-checksums` names. */
  readonly checksums: (task: T) => readonly FileChecksum[];
  /** What `bitbake -f` or a nostamp task adds; default none. */
  readonly taint?: (task: T) => string | undefined;
  readonly sha256: (text: string) => string;
}

/** What a sigdata file says of a task beyond its base hash. */
export interface TaskHash {
  readonly taskhash: string;
  /** Without a hash equivalence server the same as taskhash. */
  readonly unihash: string;
  /** `PN:do_task` of the dependencies that count and their hashes, in the order they are hashed in. */
  readonly dependencies: readonly (readonly [name: string, hash: string])[];
  readonly files: readonly FileChecksum[];
  readonly taint?: string;
}

/** The name that signatures give a task: `PN:do_task`, in a multiconfig `mc:NAME:PN:do_task`. */
export function signatureName({ recipe, task }: HashableTask): string {
  return `${recipe.mc === "" ? "" : `mc:${recipe.mc}:`}${recipe.pn}:${task.name}`;
}

/**
 * The hashes of tasks and of all that they depend on, by id.
 * @throws {SandbakeError} "no-basehash" for a task without one, "task-loop"
 */
export function computeTaskHashes<T extends HashableTask>(
  tasks: Iterable<T>,
  options: TaskHashOptions<T>,
): Map<string, TaskHash> {
  const hashes = new Map<string, TaskHash>();
  const open = new Set<T>();
  // Without recursion: a chain of tasks may be longer than the stack.
  const stack = [...tasks];
  for (let task = stack.at(-1); task !== undefined; task = stack.at(-1)) {
    if (hashes.has(task.id)) {
      stack.pop();
      continue;
    }
    const missing = ([...task.depends] as T[]).filter(({ id }) => !hashes.has(id));
    if (missing.length > 0) {
      if (open.has(task)) throw new SandbakeError("task-loop", `the task ${task.id} depends on itself`);
      open.add(task);
      stack.push(...missing);
      continue;
    }
    hashes.set(task.id, hashOf(task, hashes, options));
    open.delete(task);
    stack.pop();
  }
  return hashes;
}

function hashOf<T extends HashableTask>(
  task: T,
  hashes: ReadonlyMap<string, TaskHash>,
  { keeps, checksums, taint, sha256 }: TaskHashOptions<T>,
): TaskHash {
  const { basehash } = task.task;
  if (basehash === undefined)
    throw new SandbakeError("no-basehash", `the task ${task.id} has no base hash: evaluate with signatures`);
  const dependencies = ([...task.depends] as T[])
    .filter((dependency) => keeps(task, dependency))
    .map((dependency) => [signatureName(dependency), hashes.get(dependency.id)?.unihash ?? ""] as const)
    .sort(([a], [b]) => byCodePoint(a, b));
  const files = [...checksums(task)].sort(([a, x], [b, y]) => byCodePoint(a, b) || byCodePoint(x, y));
  const mark = taint?.(task);
  let data = basehash;
  for (const [, hash] of dependencies) data += hash;
  for (const [name, checksum] of files) data += name.startsWith("./") ? name + checksum : checksum;
  if (mark !== undefined) data += mark;
  const taskhash = sha256(data);
  return { taskhash, unihash: taskhash, dependencies, files, ...(mark === undefined ? {} : { taint: mark }) };
}
