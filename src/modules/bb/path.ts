/** POSIX path arithmetic as os.path does it, on relative paths too: join, basename, dirname, normpath, abspath. */

/** os.path.join */
export function join(first: string, ...more: string[]): string {
  let path = first;
  for (const part of more) {
    if (part.startsWith("/")) path = part;
    else if (path === "" || path.endsWith("/")) path += part;
    else path += "/" + part;
  }
  return path;
}

/** os.path.basename: what follows the last slash. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** os.path.dirname */
export function dirname(path: string): string {
  const head = path.slice(0, path.lastIndexOf("/") + 1);
  return /^\/*$/.test(head) ? head : head.replace(/\/+$/, "");
}

/** os.path.normpath */
export function normpath(path: string): string {
  if (path === "") return ".";
  const root = path.startsWith("//") && !path.startsWith("///") ? "//" : path.startsWith("/") ? "/" : "";
  const out: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== ".." || (root === "" && out.length === 0) || out[out.length - 1] === "..") out.push(part);
    else out.pop();
  }
  return root + out.join("/") || ".";
}

/** os.path.abspath with the working directory given. */
export function abspath(path: string, cwd: string): string {
  return normpath(path.startsWith("/") ? path : join(cwd, path));
}

/** os.path.splitext: a leading dot begins no extension. */
export function splitext(path: string): [root: string, extension: string] {
  const name = basename(path);
  const dot = name.lastIndexOf(".");
  if (dot <= 0 || /^\.*$/.test(name.slice(0, dot))) return [path, ""];
  return [path.slice(0, path.length - (name.length - dot)), name.slice(dot)];
}
