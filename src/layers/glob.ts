/** Path patterns as Python's glob module reads them. */
import type { Host } from "../sandbox/host.js";
import { joinPath } from "../sandbox/paths.js";

/** The files that match a path pattern with `*`, `?` and `[...]` (Python's glob: a star does not match a leading dot). */
export function globFiles(pattern: string, host: Host): string[] {
  // What stands before the first wildcard is kept as it is written.
  const start = pattern.slice(0, pattern.search(/[*?[]/) + 1 || undefined).lastIndexOf("/");
  let found = [pattern.slice(0, start) || "/"];
  const parts = pattern.slice(start).split("/").filter(Boolean);
  parts.forEach((part, index) => {
    const last = index === parts.length - 1;
    const next: string[] = [];
    const test = /[*?[]/.test(part) ? wildcard(part) : undefined;
    for (const dir of found) {
      if (!test) {
        const path = joinPath(dir, part);
        // Folders on the way need no check: what lies below decides.
        if (!last || host.exists(path)) next.push(path);
        continue;
      }
      if (!host.exists(dir) || host.stat(dir).kind !== "directory") continue;
      for (const name of host.list(dir)) {
        if (!test.test(name) || (name.startsWith(".") && !part.startsWith("."))) continue;
        const path = joinPath(dir, name);
        if (last || host.stat(path).kind === "directory") next.push(path);
      }
    }
    found = next;
  });
  return found;
}

/** A test for one name: `*`, `?` and `[...]` as Python's fnmatch reads them. */
export function wildcard(part: string): RegExp {
  let out = "";
  for (let i = 0; i < part.length; i++) {
    const c = part.charAt(i);
    if (c === "*") out += ".*";
    else if (c === "?") out += ".";
    else if (c === "[") {
      let end = part.indexOf("]", i + (part[i + 1] === "!" || part[i + 1] === "]" ? 2 : 1));
      if (end < 0) end = -1;
      if (end < 0) out += "\\[";
      else {
        const body = part
          .slice(i + 1, end)
          .replace(/\\/g, "\\\\")
          .replace(/^!/, "^");
        out += `[${body}]`;
        i = end;
      }
    } else out += c.replace(/[.+^${}()|\\\]]/g, "\\$&");
  }
  return new RegExp(`^${out}$`, "su");
}
