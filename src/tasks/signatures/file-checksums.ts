/** Checksums of the local files that a task fetches (the flag `file-checksums`). */
import { bytesToHex } from "@noble/hashes/utils.js";
import { algorithms } from "../../modules/hash/algorithms.js";
import type { Host } from "../../sandbox/host.js";
import { basename } from "../../sandbox/paths.js";
import type { FileChecksum } from "./task-hashes.js";

/** Folders of version control in a folder that is fetched as a whole: not looked into. */
const SKIPPED = new Set(["CVS", ".bzr", ".git", ".hg", ".osc", ".p4", ".repo", ".svn"]);

/** Reads files of one host, each once. */
export class FileChecksums {
  readonly #known = new Map<string, string>();
  constructor(private readonly host: Host) {}

  /** `flag`: words `PATH:True` (there) or `PATH:False` (looked for in vain). */
  of(flag: string): FileChecksum[] {
    const found: FileChecksum[] = [];
    const seen = new Set<string>();
    for (const word of flag.split(/\s+/).filter(Boolean)) {
      const at = word.lastIndexOf(":");
      const path = word.slice(0, at);
      if (word.slice(at + 1) !== "True" || seen.has(path) || !this.host.exists(path)) continue;
      seen.add(path);
      if (this.host.stat(path).kind === "directory") this.#folder(path, "./", found);
      else found.push([basename(path), this.#md5(path)]);
    }
    return found;
  }

  #folder(path: string, prefix: string, found: FileChecksum[]): void {
    for (const name of this.host.list(path)) {
      const inner = `${path}/${name}`;
      if (this.host.lstat(inner).kind === "symlink" && !this.host.exists(inner)) continue;
      if (this.host.stat(inner).kind !== "directory") found.push([prefix + name, this.#md5(inner)]);
      else if (!SKIPPED.has(name)) this.#folder(inner, `${prefix}${name}/`, found);
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
