/**
 * os.path.realpath as posixpath finds it, link by link: the host resolves whole paths itself, but not one whose links lead
 * in a ring, and not so that an error names the part that is missing.
 */
import { HostError, type FileSystem } from "../sandbox/host.js";

/**
 * The path with its links resolved, not normalised. With a ring of links the part that is resolved, and the rest as it is.
 * @throws HostError with `strict`, for what is missing and for a ring
 */
export function resolveLinks(host: FileSystem, path: string, strict: boolean): string {
  const seen = new Map<string, string | undefined>();
  const walk = (from: string, given: string): { path: string; ended: boolean } => {
    let at = given.startsWith("/") ? "/" : from;
    const rest = given.split("/");
    for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
      if (name === "" || name === ".") continue;
      if (name === "..") {
        at = at.slice(0, Math.max(1, at.lastIndexOf("/")));
        continue;
      }
      const next = at === "/" ? `/${name}` : `${at}/${name}`;
      if (!isLink(next)) {
        at = next;
        continue;
      }
      if (seen.has(next)) {
        const known = seen.get(next);
        if (known === undefined) {
          if (strict) throw new HostError("ELOOP", next);
          return { path: [next, ...rest].join("/"), ended: false };
        }
        at = known;
        continue;
      }
      seen.set(next, undefined);
      const target = walk(at, host.readlink(next));
      if (!target.ended) return { path: [target.path, ...rest].join("/"), ended: false };
      at = target.path;
      seen.set(next, at);
    }
    return { path: at, ended: true };
  };
  const isLink = (candidate: string): boolean => {
    try {
      return host.lstat(candidate).kind === "symlink";
    } catch (e) {
      if (!(e instanceof HostError)) throw e;
      if (strict) throw new HostError(e.code, candidate, e.permission);
      return false;
    }
  };
  return walk("/", path).path;
}
