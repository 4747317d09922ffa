/** Finding files on BBPATH, with every attempt noted: a file that appears later changes the outcome. */
import type { Host } from "../sandbox/host.js";
import { joinPath, normalise } from "../sandbox/paths.js";

/** The first match of `name` in the colon-separated `path` ("" if none), and the places tried, in order; `cwd` is Python's, if it changed. */
export function which(
  host: Host,
  path: string,
  name: string,
  cwd = host.cwd,
): { found: string; attempts: string[] } {
  const attempts: string[] = [];
  for (const dir of path.split(":")) {
    let candidate = dir === "" ? name : joinPath(dir, name);
    if (!candidate.startsWith("/")) candidate = joinPath(cwd, candidate);
    candidate = normalise(candidate);
    attempts.push(candidate);
    if (host.exists(candidate)) return { found: candidate, attempts };
  }
  return { found: "", attempts };
}
