/**
 * Runs one function of the metadata (bb.build.exec_func): its folders are made, Python runs in the VM with `d`, the
 * working directory is that of the last folder named and is restored. Shell is not run. As measured on BitBake 2.19.
 */
import type { DataStore } from "../datastore/index.js";
import { SandbakeError } from "../diagnostics/errors.js";
import type { Host } from "../sandbox/host.js";
import { dirname, joinPath } from "../sandbox/paths.js";
import type { Evaluator } from "./evaluator.js";

const words = (value: unknown): string[] =>
  typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];

/** `dirs` takes the place of the flag. Throws what the function raises; SandbakeError "shell-function" for shell. */
export function runFunction(
  name: string,
  store: DataStore,
  evaluator: Evaluator,
  dirs?: readonly string[],
): void {
  const { python, host } = evaluator;
  const body = store.getVar(name, false);
  if (body === null || body === undefined) {
    evaluator.log({ level: "warn", message: `Function ${name} doesn't exist` });
    return;
  }
  if (typeof body !== "string" || body === "") return;
  for (const dir of words(store.getVarFlag(name, "cleandirs"))) {
    removeTree(dir, host);
    makeFolders(dir, host);
  }
  const folders = dirs ?? words(store.getVarFlag(name, "dirs"));
  for (const dir of folders) makeFolders(dir, host);

  if (!python.isTrue(store.getVarFlag(name, "python", false))) {
    throw new SandbakeError("shell-function", `${name} is a shell function: sandbake does not run shell`, {
      hint: "`sandbake script` writes the script that BitBake would run.",
    });
  }
  const file = store.getVarFlag(name, "filename", false);
  const line = Number(store.getVarFlag(name, "lineno", false) ?? 1);
  const { functions } = python;
  const before = functions.cwd;
  const folder = folders.at(-1);
  if (folder !== undefined) functions.cwd = folder;
  try {
    functions.call(name, body, typeof file === "string" ? file : name, line, store);
  } finally {
    functions.cwd = before;
  }
}

function makeFolders(path: string, host: Host): void {
  if (host.exists(path)) return;
  makeFolders(dirname(path), host);
  host.mkdir(path, 0o777);
}

function removeTree(path: string, host: Host): void {
  let kind;
  try {
    ({ kind } = host.lstat(path));
  } catch {
    return; // nothing there
  }
  if (kind !== "directory") {
    host.unlink(path);
    return;
  }
  for (const name of host.list(path)) removeTree(joinPath(path, name), host);
  host.rmdir(path);
}
