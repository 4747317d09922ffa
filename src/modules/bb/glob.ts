/** Shell patterns on the host's files, as Python's glob: "*", "?", "[...]"; names with a dot need one in the pattern. */
import type { Host } from "../../sandbox/host.js";
import { isPattern, matcher } from "../wildcards.js";
import { dirname, join } from "./path.js";

/** The paths that match, in code point order; a pattern without wildcards matches itself if it exists. */
export function glob(host: Host, pattern: string): string[] {
  if (!isPattern(pattern)) return lexists(host, pattern) ? [pattern] : [];
  const folder = dirname(pattern);
  const base = pattern.slice(pattern.lastIndexOf("/") + 1);
  const folders = isPattern(folder) ? glob(host, folder) : [folder];
  const test = matcher(base);
  const out: string[] = [];
  for (const dir of folders) {
    if (base === "") {
      out.push(join(dir, ""));
      continue;
    }
    let names: string[];
    try {
      names = host.list(dir);
    } catch {
      continue;
    }
    for (const name of names) {
      if (name.startsWith(".") && !base.startsWith(".")) continue;
      if (test(name)) out.push(join(dir, name));
    }
  }
  return out;
}

/** os.path.lexists */
export function lexists(host: Host, path: string): boolean {
  try {
    host.lstat(path);
    return true;
  } catch {
    return false;
  }
}
