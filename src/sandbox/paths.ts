/** POSIX path arithmetic on absolute paths; no file access. */

/** Collapses ".", ".." and repeated slashes as os.path.normpath does for an absolute path. */
export function normalise(path: string): string {
  if (isNormal(path)) return path;
  const out: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") out.pop();
    else out.push(part);
  }
  return "/" + out.join("/");
}

/** Has a path nothing to collapse? A name may well begin with dots. */
function isNormal(path: string): boolean {
  for (let at = path.indexOf("/."); at >= 0; at = path.indexOf("/.", at + 1)) {
    const next = path[at + 2] === "." ? path[at + 3] : path[at + 2];
    if (next === undefined || next === "/") return false;
  }
  return !path.includes("//") && !(path.length > 1 && path.endsWith("/"));
}

/** The folder part of an absolute path. */
export function dirname(path: string): string {
  const cut = path.lastIndexOf("/");
  return cut <= 0 ? "/" : path.slice(0, cut);
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function joinPath(dir: string, name: string): string {
  if (name.startsWith("/")) return name;
  return dir.endsWith("/") ? dir + name : `${dir}/${name}`;
}

/** True if `path` is `root` or lies below it; both normalised. */
export function isBelow(path: string, root: string): boolean {
  return path === root || root === "/" || (path.startsWith(root) && path[root.length] === "/");
}
