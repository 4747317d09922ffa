/**
 * Signatures as BitBake's sigdata files hold them (JSON, zstd- or gzip-compressed or plain): what a task's hash is made
 * of. Ours are given the same form, so that either can be compared with either.
 */
import { decompress } from "fzstd";

import type { RecipeSignatures } from "../../analysis/signatures.js";
import type { DataStore } from "../../datastore/index.js";
import { SandbakeError } from "../../diagnostics/errors.js";
import { gunzip } from "../../modules/zlib/gunzip.js";
import type { FileChecksum } from "../../modules/bb/siggen/file-checksums.js";
import type { TaskHash } from "./task-hashes.js";

/** One task's signature. Values are texts, numbers or null as BitBake stores them. */
export interface SigData {
  readonly task: string;
  readonly basehash: string | undefined;
  readonly taskhash: string | undefined;
  /** Variables that never count. */
  readonly ignored: readonly string[];
  /** Pattern of tasks that never count (BB_TASKHASH_IGNORE_TASKS). */
  readonly ignoredTasks: string | null;
  /** Everything that the task depends on. */
  readonly dependencies: readonly string[];
  /** Direct dependencies of each. */
  readonly direct: ReadonlyMap<string, readonly string[]>;
  readonly values: ReadonlyMap<string, string | null>;
  readonly files: readonly FileChecksum[];
  /** Hashes of the tasks before it, by `PN:do_task`. */
  readonly tasks: ReadonlyMap<string, string>;
  readonly taint: string | null;
}

/**
 * Reads the bytes of a sigdata or siginfo file.
 * @throws {SandbakeError} "bad-sigdata", naming the file
 */
export function readSigData(bytes: Uint8Array, file: string): SigData {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(plain(bytes)));
  } catch (error) {
    throw bad(file, error instanceof Error ? error.message : String(error));
  }
  if (typeof data !== "object" || data === null || !("task" in data) || !("varvals" in data))
    throw bad(file, "it is JSON, but holds no task's signature");
  const fields = new Map<string, unknown>(Object.entries(data));
  const map = (name: string): [string, unknown][] => {
    const value = fields.get(name);
    return typeof value === "object" && value !== null ? Object.entries(value) : [];
  };
  const text = (name: string): string | undefined => {
    const value = fields.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const files = fields.get("file_checksum_values");
  return {
    task: text("task") ?? "",
    basehash: text("basehash"),
    taskhash: text("taskhash"),
    ignored: names(fields.get("basehash_ignore_vars")),
    ignoredTasks: text("taskhash_ignore_tasks") ?? null,
    dependencies: names(fields.get("taskdeps")),
    direct: new Map(map("gendeps").map(([name, list]) => [name, names(list)] as const)),
    values: new Map(map("varvals").map(([name, value]) => [name, valueText(value)] as const)),
    files: Array.isArray(files)
      ? (files as [unknown, unknown][]).map(([name, sum]) => [String(name), String(sum)] as const)
      : [],
    tasks: new Map(map("runtaskhashes").map(([name, hash]) => [name, String(hash)] as const)),
    taint: text("taint") ?? null,
  };
}

/** What we computed of one task, in the same form; `hash` where the graph was asked too. */
export function sigDataOf(
  task: string,
  signatures: RecipeSignatures,
  store: DataStore,
  ignored: Iterable<string>,
  hash?: TaskHash,
): SigData {
  const own = signatures.tasks.get(task);
  if (own === undefined) throw new SandbakeError("no-task", `there is no task ${task}`);
  const used = [task, ...own.dependencies.filter((name) => name !== task)];
  const direct = new Map<string, readonly string[]>();
  const values = new Map<string, string | null>();
  for (const name of used) {
    const found = signatures.variables.get(name);
    direct.set(name, [...(found?.names ?? [])].sort());
    const value = found?.value;
    values.set(name, value === null || value === undefined ? null : store.textOf(value));
  }
  return {
    task,
    basehash: own.basehash,
    taskhash: hash?.taskhash,
    ignored: [...ignored].sort(),
    ignoredTasks: null,
    dependencies: own.dependencies,
    direct,
    values,
    files: hash?.files ?? [],
    tasks: new Map(hash?.dependencies ?? []),
    taint: hash?.taint ?? null,
  };
}

function plain(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd)
    return decompress(bytes);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzip(bytes);
  return bytes;
}

/** A list, or a set as BitBake writes it. */
function names(value: unknown): string[] {
  const items: unknown =
    typeof value === "object" && value !== null && "_set_object" in value ? value._set_object : value;
  return Array.isArray(items) ? items.map(String).sort() : [];
}

function valueText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  return typeof value === "boolean" ? (value ? "True" : "False") : JSON.stringify(value);
}

function bad(file: string, why: string): SandbakeError {
  return new SandbakeError("bad-sigdata", `${file} is no sigdata file of BitBake: ${why}`);
}
