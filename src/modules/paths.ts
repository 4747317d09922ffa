/**
 * The text half of posixpath: pure functions on POSIX paths, results equal to CPython 3.11's (test/modules/paths). What
 * looks at files is in os.ts.
 */

/** os.path.normpath */
export function normpath(path: string): string {
  if (path === "") return ".";
  // Two leading slashes are kept, one or three and more become one (POSIX).
  const leading = !path.startsWith("/") ? 0 : path.startsWith("//") && !path.startsWith("///") ? 2 : 1;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== ".." || (leading === 0 && parts.length === 0) || parts.at(-1) === "..") parts.push(part);
    else if (parts.length > 0) parts.pop();
  }
  return "/".repeat(leading) + parts.join("/") || ".";
}

/** The text without the slashes at its end; linear, whatever the text. */
export function trimSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "/") end--;
  return text.slice(0, end);
}

/** os.path.join */
export function join(first: string, ...rest: readonly string[]): string {
  let path = first;
  for (const part of rest) {
    if (part.startsWith("/")) path = part;
    else if (path === "" || path.endsWith("/")) path += part;
    else path += `/${part}`;
  }
  return path;
}

/** os.path.split */
export function split(path: string): [head: string, tail: string] {
  const at = path.lastIndexOf("/") + 1;
  let head = path.slice(0, at);
  if (head !== "" && !/^\/+$/.test(head)) head = trimSlashes(head);
  return [head, path.slice(at)];
}

/** os.path.splitext: leading dots of the last component do not begin an extension. */
export function splitext(path: string): [root: string, extension: string] {
  const base = path.lastIndexOf("/") + 1;
  const dot = path.lastIndexOf(".");
  if (dot <= base) return [path, ""];
  for (let i = base; i < dot; i++) if (path[i] !== ".") return [path.slice(0, dot), path.slice(dot)];
  return [path, ""];
}

/** os.path.relpath of two absolute, normalised paths. */
export function relative(path: string, start: string): string {
  const from = start.split("/").filter((part) => part !== "");
  const to = path.split("/").filter((part) => part !== "");
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common++;
  const parts = [...new Array<string>(from.length - common).fill(".."), ...to.slice(common)];
  return parts.length === 0 ? "." : parts.join("/");
}

/** os.path.commonprefix of texts, by code unit. */
export function commonPrefix(texts: readonly string[]): string {
  if (texts.length === 0) return "";
  let prefix = texts[0];
  for (const text of texts) {
    let i = 0;
    while (i < prefix.length && i < text.length && prefix[i] === text[i]) i++;
    prefix = prefix.slice(0, i);
  }
  return prefix;
}

/** os.path.commonpath; throws a text that is CPython's ValueError message. */
export function commonPath(paths: readonly string[]): { path: string } | { error: string } {
  if (paths.length === 0) return { error: "commonpath() arg is an empty sequence" };
  const absolute = paths[0].startsWith("/");
  if (paths.some((path) => path.startsWith("/") !== absolute))
    return { error: "Can't mix absolute and relative paths" };
  const split = paths.map((path) => path.split("/").filter((part) => part !== "" && part !== "."));
  let common = split[0];
  for (const parts of split) {
    let i = 0;
    while (i < common.length && i < parts.length && common[i] === parts[i]) i++;
    common = common.slice(0, i);
  }
  return { path: (absolute ? "/" : "") + common.join("/") };
}

/** os.path.expandvars: $name and ${name}; unknown names stay. Linear in the length of the path. */
export function expandVars(path: string, env: ReadonlyMap<string, string>): string {
  let result = "";
  let done = 0;
  let at = path.indexOf("$");
  while (at >= 0) {
    let end = at + 1;
    let name: string;
    if (path[end] === "{") {
      const close = path.indexOf("}", end);
      if (close < 0) {
        // No brace closes from here on: only plain names are left.
        const plain = /\$[A-Za-z0-9_]/g;
        plain.lastIndex = at;
        const next = plain.exec(path);
        if (next === null) break;
        at = next.index;
        continue;
      }
      name = path.slice(end + 1, close);
      end = close + 1;
    } else {
      while (end < path.length && /[A-Za-z0-9_]/.test(path[end])) end++;
      name = path.slice(at + 1, end);
    }
    const value = name === "" && path[at + 1] !== "{" ? undefined : env.get(name);
    if (value !== undefined) {
      result += path.slice(done, at) + value;
      done = end;
    }
    at = path.indexOf("$", Math.max(end, at + 1));
  }
  return result + path.slice(done);
}

/** os.path.expanduser; `homeOf` gives the home directory of "" (this user) or of a name. */
export function expandUser(path: string, homeOf: (user: string) => string | undefined): string {
  if (!path.startsWith("~")) return path;
  const slash = path.indexOf("/", 1);
  const end = slash < 0 ? path.length : slash;
  const home = homeOf(path.slice(1, end));
  if (home === undefined) return path;
  return trimSlashes(home) + path.slice(end) || "/";
}
