/** Shell patterns on the host's files, as Python's glob: "*", "?", "[...]"; names with a dot need one in the pattern. */
import type { Host } from "../../sandbox/host.js";
import { dirname, join } from "./path.js";

function isPattern(text: string): boolean {
  return /[*?[]/.test(text);
}

/** One element of a pattern: a star, or a test of one character. */
type Element = "star" | ((ch: string) => boolean);

function elements(pattern: string): Element[] {
  const out: Element[] = [];
  const chars = [...pattern];
  for (let i = 0; i < chars.length; i++) {
    const c = chars[i] ?? "";
    if (c === "*") {
      if (out[out.length - 1] !== "star") out.push("star");
    } else if (c === "?") out.push(() => true);
    else if (c === "[") {
      const negated = chars[i + 1] === "!";
      const from = negated ? i + 2 : i + 1;
      const end = chars.indexOf("]", chars[from] === "]" ? from + 1 : from);
      if (end < 0) out.push((ch) => ch === "[");
      else {
        const inSet = characterSet(chars.slice(from, end));
        out.push((ch) => inSet(ch) !== negated);
        i = end;
      }
    } else out.push((ch) => ch === c);
  }
  return out;
}

/** The inside of "[...]": characters and ranges. */
function characterSet(chars: readonly string[]): (ch: string) => boolean {
  const ranges: (readonly [string, string])[] = [];
  for (let i = 0; i < chars.length; i++) {
    const first = chars[i] ?? "";
    const last = chars[i + 2];
    if (chars[i + 1] === "-" && last !== undefined) {
      ranges.push([first, last]);
      i += 2;
    } else ranges.push([first, first]);
  }
  const code = (ch: string): number => ch.codePointAt(0) ?? 0;
  return (ch) => ranges.some(([low, high]) => code(low) <= code(ch) && code(ch) <= code(high));
}

/**
 * fnmatch.fnmatchcase: whether `name` matches all of `pattern`. Never slower than length times length: a failure goes
 * back to the last star only, since an earlier one could not do better.
 */
export function matches(name: string, pattern: string): boolean {
  return matchElements([...name], elements(pattern));
}

function matchElements(name: readonly string[], pattern: readonly Element[]): boolean {
  let n = 0;
  let p = 0;
  let star = -1; // the last star, and the name's place it covers up to
  let covered = 0;
  while (n < name.length) {
    const element = pattern[p];
    if (element === "star") {
      star = p++;
      covered = n;
    } else if (element?.(name[n] ?? "") === true) {
      n++;
      p++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++covered;
    } else return false;
  }
  while (pattern[p] === "star") p++;
  return p === pattern.length;
}

/** The paths that match, in code point order; a pattern without wildcards matches itself if it exists. */
export function glob(host: Host, pattern: string): string[] {
  if (!isPattern(pattern)) return lexists(host, pattern) ? [pattern] : [];
  const folder = dirname(pattern);
  const base = pattern.slice(pattern.lastIndexOf("/") + 1);
  const folders = isPattern(folder) ? glob(host, folder) : [folder];
  const test = elements(base);
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
      if (matchElements([...name], test)) out.push(join(dir, name));
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
