/** Shell patterns on the host's files, as Python's glob: "*", "?", "[...]"; names with a dot need one in the pattern. */
import type { Host } from "../../sandbox/host.js";
import { dirname, join } from "./path.js";

function isPattern(text: string): boolean {
  return /[*?[]/.test(text);
}

function toRegExp(pattern: string): RegExp {
  let out = "";
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] ?? "";
    if (c === "*") out += "[^]*";
    else if (c === "?") out += "[^]";
    else if (c === "[") {
      const end = pattern.indexOf("]", pattern[i + 1] === "!" || pattern[i + 1] === "]" ? i + 2 : i + 1);
      if (end < 0) out += "\\[";
      else {
        const body = pattern.slice(i + 1, end).replaceAll("\\", "\\\\");
        out += `[${body.startsWith("!") ? `^${body.slice(1)}` : body}]`;
        i = end;
      }
    } else out += c.replace(/[\\^$.|+(){}\]]/, "\\$&");
  }
  return new RegExp(`^${out}$`, "u");
}

/** The paths that match, in code point order; a pattern without wildcards matches itself if it exists. */
export function glob(host: Host, pattern: string): string[] {
  if (!isPattern(pattern)) return lexists(host, pattern) ? [pattern] : [];
  const folder = dirname(pattern);
  const base = pattern.slice(pattern.lastIndexOf("/") + 1);
  const folders = isPattern(folder) ? glob(host, folder) : [folder];
  const test = toRegExp(base);
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
      if (test.test(name)) out.push(join(dir, name));
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
