/**
 * Files through the host as bb.utils handles them: making and removing folders, copying and moving. Everything written
 * lands in the host's overlay unless it was opened. Errors are HostErrors; refusals to delete are PythonFaults.
 */
import type { Host } from "../../sandbox/host.js";
import { PythonFault } from "./fault.js";
import { glob, lexists } from "./glob.js";
import { dirname, join, normpath } from "./path.js";

/** `mkdir -p` */
export function makeFolders(host: Host, path: string): void {
  if (host.exists(path)) {
    if (host.stat(path).kind === "directory") return;
    host.mkdir(path); // fails with EEXIST
  }
  const parent = dirname(path);
  if (parent !== path && parent !== "" && !host.exists(parent)) makeFolders(host, parent);
  host.mkdir(path);
}

/** A folder nobody deletes by accident: the root, the home folder, /home and any folder right below it. */
export function isUnsafeToDelete(host: Host, path: string): boolean {
  if (path === "") return false;
  const full = normpath(path.startsWith("/") ? path : join(host.cwd, path)).replace(/^\/\/+/, "/");
  return full === "/" || full === host.home || /^\/home(?:\/[^/]*)?$/.test(full);
}

/** Removes a folder with all in it; links are removed, not followed. */
export function removeTree(host: Host, path: string): void {
  if (host.lstat(path).kind !== "directory") {
    host.unlink(path);
    return;
  }
  for (const name of host.list(path)) removeTree(host, join(path, name));
  host.rmdir(path);
}

/** bb.utils.remove: the files of a pattern, with `recurse` folders too; what is absent is no error. */
export function removePattern(host: Host, pattern: string, recurse: boolean): void {
  if (pattern === "") return;
  for (const path of glob(host, pattern)) {
    if (recurse) {
      if (isUnsafeToDelete(host, path)) {
        throw new PythonFault(
          "Exception",
          `bb.utils.remove: called with dangerous path "${path}" and recurse=True, refusing to delete!`,
        );
      }
      removeTree(host, path);
    } else host.unlink(path);
  }
}

/** bb.utils.prunedir */
export function prune(host: Host, path: string): void {
  if (isUnsafeToDelete(host, path)) {
    throw new PythonFault(
      "Exception",
      `bb.utils.prunedir: called with dangerous path "${path}", refusing to delete!`,
    );
  }
  if (lexists(host, path)) removeTree(host, path);
}

/** Copies a file or a link with its mode and time (of `newTime`, seconds, if given). */
export function copyFile(host: Host, from: string, to: string, newTime: number | undefined): void {
  const stat = host.lstat(from);
  if (lexists(host, to)) host.unlink(to);
  if (stat.kind === "symlink") {
    host.symlink(host.readlink(from), to);
    return;
  }
  host.writeFile(to, host.readFile(from));
  host.chmod(to, stat.mode);
  host.utime(to, newTime === undefined ? stat.mtimeNs : BigInt(Math.round(newTime * 1e9)));
}
