/**
 * Checksums of the local files that a task fetches (the flag `file-checksums`), as measured on BitBake 2.19: words
 * `PATH:True` (there) or `PATH:False` (looked for in vain); a path with a star is a pattern; of a folder every file
 * counts, by `FOLDER/./name`, links to folders and folders of version control are passed over.
 */
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Host } from "../../../sandbox/host.js";
import { byCodePoint } from "../../../sandbox/overlay.js";
import { basename } from "../../../sandbox/paths.js";
import { algorithms } from "../../hash/algorithms.js";
import { glob } from "../glob.js";

/** A file's path and its md5. */
export type FileChecksum = readonly [path: string, checksum: string];

/** The folders of version control that are not looked into. */
export const versionControlFolders: readonly string[] = "CVS .bzr .git .hg .osc .p4 .repo .svn".split(" ");

/** What counts of a path in a hash, and is kept in sigdata files: `./dir/name` below a folder, else the name. */
export function cleanedPath(path: string): string {
  const at = path.indexOf("/./");
  return at < 0 ? basename(path) : path.slice(at + 1);
}

/** The files in the order they are hashed in, by their cleaned names. */
export function hashOrder(files: readonly FileChecksum[]): FileChecksum[] {
  return files
    .map(([path, sum]) => [cleanedPath(path), sum] as const)
    .sort(([a, x], [b, y]) => byCodePoint(a, b) || byCodePoint(x, y));
}

/** Reads files of one host, each once. */
export class FileChecksums {
  readonly #known = new Map<string, string>();
  constructor(private readonly host: Host) {}

  /**
   * The files of a flag, by checksum; `excluded` names folders that are not looked into, `absent` hears of files that
   * should be there.
   */
  of(
    flag: string,
    excluded: Iterable<string> = versionControlFolders,
    absent: (path: string) => void = () => undefined,
  ): FileChecksum[] {
    const skipped = new Set(excluded);
    const found: FileChecksum[] = [];
    for (const word of flag.split(/\s+/).filter(Boolean)) {
      const at = word.lastIndexOf(":");
      if (word.slice(at + 1) !== "True") continue;
      const path = word.slice(0, at);
      const paths = path.includes("*") ? glob(this.host, path) : [path];
      for (const each of paths) {
        if (this.host.exists(each)) this.#add(each, skipped, found);
        else absent(each);
      }
    }
    return found.sort(([, a], [, b]) => byCodePoint(a, b));
  }

  #add(path: string, skipped: ReadonlySet<string>, found: FileChecksum[]): void {
    if (this.host.stat(path).kind !== "directory") found.push([path, this.#md5(path)]);
    else if (this.host.lstat(path).kind !== "symlink") this.#folder(path, `${path}/./`, skipped, found);
  }

  #folder(path: string, prefix: string, skipped: ReadonlySet<string>, found: FileChecksum[]): void {
    for (const name of this.host.list(path)) {
      const inner = `${path}/${name}`;
      if (!this.host.exists(inner)) continue; // a link to nowhere
      if (this.host.stat(inner).kind !== "directory") found.push([prefix + name, this.#md5(inner)]);
      else if (!skipped.has(name) && this.host.lstat(inner).kind !== "symlink")
        this.#folder(inner, `${prefix}${name}/`, skipped, found);
    }
  }

  #md5(path: string): string {
    let sum = this.#known.get(path);
    if (sum === undefined) {
      const state = algorithms.get("md5")?.create();
      state?.update(this.host.readFile(path));
      sum = bytesToHex(state?.digest() ?? new Uint8Array());
      this.#known.set(path, sum);
    }
    return sum;
  }
}
