/** Looking for a file along a path (bb.utils.which), with the places looked at. */
import type { Host } from "../../sandbox/host.js";
import { abspath, join } from "./path.js";

export interface SearchResult {
  /** The absolute path found, "" if there is none. */
  readonly found: string;
  /** Every candidate tried, in order, absolute only if the path was. */
  readonly tried: readonly string[];
}

/** An executable file: a file with a bit set for others, the group or the owner (root may run any of them). */
function isExecutable(host: Host, path: string): boolean {
  try {
    const stat = host.stat(path);
    if (stat.kind !== "file") return false;
    if (host.uid === 0) return (stat.mode & 0o111) !== 0;
    if (stat.uid === host.uid) return (stat.mode & 0o100) !== 0;
    return (stat.mode & (stat.gid === host.gid ? 0o010 : 0o001)) !== 0;
  } catch {
    return false;
  }
}

/** bb.utils.which: the folders of a colon path, last first if `reverse`; an absolute item is itself. */
export function which(
  host: Host,
  path: string,
  item: string,
  reverse: boolean,
  executable: boolean,
): SearchResult {
  const tried: string[] = [];
  const folders = path.split(":");
  if (reverse) folders.reverse();
  for (const folder of folders) {
    const candidate = join(folder, item);
    tried.push(candidate);
    const full = candidate.startsWith("/") ? candidate : abspath(candidate, host.cwd);
    if (executable ? isExecutable(host, full) : host.exists(full)) {
      return { found: candidate.startsWith("/") ? candidate : full, tried };
    }
  }
  return { found: "", tried };
}
