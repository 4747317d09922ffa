/**
 * Signatures kept as JSON by `sandbake hashes` (a recipe's tasks with values, or with --full all tasks of a build with files and
 * the hashes they depend on), read back, and what differs between two such.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import { compareSigData, type Difference } from "./differences.js";
import type { SigData } from "./sigdata.js";

/** Tasks by name: `do_...` of a recipe, `PN:do_...` (in a multiconfig `mc:NAME:PN:do_...`) of a build. */
export interface SignatureSnapshot {
  readonly kind: "recipe" | "build";
  readonly tasks: ReadonlyMap<string, SigData>;
}

/** What differs between two snapshots. */
export interface SnapshotDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Tasks whose own base hash, files or dependencies differ, with what does. */
  readonly changed: readonly { readonly task: string; readonly differences: readonly Difference[] }[];
  /** Tasks that differ only in the hashes of tasks they depend on. */
  readonly following: readonly string[];
}

type Fields = ReadonlyMap<string, unknown>;
const fieldsOf = (value: unknown): Fields =>
  new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
const text = (fields: Fields, name: string): string | undefined => {
  const value = fields.get(name);
  return typeof value === "string" ? value : undefined;
};
const names = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The snapshot in a file's text; undefined where it is another JSON, or none. */
export function readSnapshot(source: string): SignatureSnapshot | undefined {
  let data: Fields;
  try {
    data = fieldsOf(JSON.parse(source));
  } catch {
    return undefined;
  }
  if (data.get("schemaVersion") !== 1 || !Array.isArray(data.get("tasks"))) return undefined;
  const build = data.has("handler");
  const ignored = names(data.get("ignored"));
  const tasks = listOf(data.get("tasks")).map((task) =>
    build ? builtTask(task) : recipeTask(task, ignored),
  );
  return { kind: build ? "build" : "recipe", tasks: new Map(tasks) };
}

const nothing = {
  taskhash: undefined,
  ignored: [],
  ignoredTasks: null,
  dependencies: [],
  direct: new Map(),
  values: new Map(),
  files: [],
  tasks: new Map(),
  taint: null,
} as const;

function recipeTask(fields: Fields, ignored: readonly string[]): [string, SigData] {
  const task = text(fields, "name") ?? "";
  const used = listOf(fields.get("dependencies"));
  const nameOf = (entry: Fields): string => text(entry, "name") ?? "";
  return [
    task,
    {
      ...nothing,
      task,
      basehash: text(fields, "basehash"),
      ignored,
      dependencies: used.map(nameOf).filter((name) => name !== task),
      direct: new Map(used.map((entry) => [nameOf(entry), names(entry.get("dependencies"))] as const)),
      values: new Map(used.map((entry) => [nameOf(entry), text(entry, "value") ?? null] as const)),
    },
  ];
}

function builtTask(fields: Fields): [string, SigData] {
  const task = text(fields, "task") ?? "";
  const mc = /^mc:([^:]*):/.exec(text(fields, "id") ?? "")?.[0] ?? "";
  return [
    `${mc}${text(fields, "pn") ?? ""}:${task}`,
    {
      ...nothing,
      task,
      basehash: text(fields, "basehash"),
      taskhash: text(fields, "taskhash"),
      files: listOf(fields.get("files")).map(
        (file) => [text(file, "name") ?? "", text(file, "checksum") ?? ""] as const,
      ),
      tasks: new Map(
        listOf(fields.get("dependencies")).map(
          (entry) => [text(entry, "name") ?? "", text(entry, "hash") ?? ""] as const,
        ),
      ),
      taint: text(fields, "taint") ?? null,
    },
  ];
}

/**
 * Compares two snapshots of the same kind; `only`: this task.
 * @throws {SandbakeError} "snapshot-kind", "no-task"
 */
export function compareSnapshots(
  a: SignatureSnapshot,
  b: SignatureSnapshot,
  only?: string,
): SnapshotDifferences {
  if (a.kind !== b.kind)
    throw new SandbakeError(
      "snapshot-kind",
      "one file holds a recipe's hashes, the other those of a build (--full)",
    );
  if (only !== undefined && !a.tasks.has(only) && !b.tasks.has(only))
    throw new SandbakeError("no-task", `neither file has a task ${only}`);
  const wanted = (name: string): boolean => only === undefined || name === only;
  const changed: { task: string; differences: Difference[] }[] = [];
  const following: string[] = [];
  for (const [task, before] of a.tasks) {
    const after = b.tasks.get(task);
    if (after === undefined || !wanted(task)) continue;
    const differences = compareSigData(before, after);
    if (differences.length === 0) continue;
    if (only === undefined && differences.every(({ kind }) => kind === "task-hash")) following.push(task);
    else changed.push({ task, differences });
  }
  const missing = (from: SignatureSnapshot, in_: SignatureSnapshot): string[] =>
    [...from.tasks.keys()].filter((task) => wanted(task) && !in_.tasks.has(task));
  return { added: missing(b, a), removed: missing(a, b), changed, following };
}
