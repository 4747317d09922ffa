/**
 * A POSIX file system in memory over a read-only base: reads fall through, writes stay here. Links are resolved by
 * this class, component by component, before the base is asked, so a base decides permissions on resolved paths.
 */
import { HostError, type FileStat, type FileSystem } from "./host.js";
import type { Observer } from "./observations.js";
import { basename, dirname, joinPath, normalise } from "./paths.js";

/** The read-only floor. Paths are absolute and contain no link in any folder part. */
export interface BaseFiles {
  /**
   * The entry itself, links not followed; undefined if there is none. Throws HostError("EACCES") on refusal. `isLost`: its
   * folder is known to be missing, so that only a refusal can be the answer beside undefined.
   */
  lstat(path: string, isLost?: boolean): FileStat | undefined;
  readFile(path: string): Uint8Array;
  list(path: string): string[];
  readlink(path: string): string;
}

/** Where a path leads, and what is there. */
interface Resolved {
  readonly path: string;
  readonly stat: FileStat | undefined;
}

interface Node {
  stat: FileStat;
  data?: Uint8Array;
  target?: string;
}

const maxLinks = 40; // Linux's MAXSYMLINKS

export class OverlayFiles implements FileSystem {
  /** Written or removed entries by resolved path; null marks a removed one. */
  readonly #nodes = new Map<string, Node | null>();
  /** Names added to or removed from a folder. */
  readonly #children = new Map<string, Map<string, boolean>>();
  readonly #lstats = new Map<string, FileStat | undefined>();
  readonly #folders = new Map<string, string>();
  /** Paths that the base refused to resolve in this unit of work: an error for each question is dear. */
  readonly #refused = new Set<string>();
  #inode = 1_000_000_000;
  #kept: Written | undefined;
  /** Something was written since `keepWrites`. */
  #dirty = false;
  #observer: Observer | undefined;
  #questions = 0;

  constructor(
    private readonly base: BaseFiles,
    private readonly nowNs: () => bigint,
    private readonly owner: { uid: number; gid: number },
  ) {}

  /** Tells an observer what is seen of the base from now on (paths resolved); undefined ends it. */
  observe(observer: Observer | undefined): void {
    this.#observer = observer;
  }

  /** The base has changed at a resolved path: it is looked at again. What was written here stays. */
  forget(path: string): void {
    this.#lstats.delete(path);
    this.#forgetWays();
  }

  /** Where paths lead may have changed. */
  #forgetWays(): void {
    this.#folders.clear();
    this.#refused.clear();
  }

  keepWrites(): void {
    this.#kept = { nodes: new Map(this.#nodes), children: copyOf(this.#children), inode: this.#inode };
    this.#dirty = false;
  }

  /** Forgets what was written since `keepWrites`, if that was called; gives the paths. */
  protected forgetWrites(): readonly string[] {
    if (!this.#dirty || this.#kept === undefined) return [];
    const { nodes, children, inode } = this.#kept;
    const paths = [...this.#nodes].filter(([path, node]) => nodes.get(path) !== node).map(([path]) => path);
    this.#nodes.clear();
    for (const [path, node] of nodes) this.#nodes.set(path, node);
    this.#children.clear();
    for (const [path, names] of copyOf(children)) this.#children.set(path, names);
    this.#forgetWays();
    this.#inode = inode;
    this.#dirty = false;
    return paths;
  }

  /** What was refused is asked for again: a unit of work begins, or more is allowed. */
  protected forgetRefusals(): void {
    this.#refused.clear();
  }

  /** How often files, programs or randomness were asked for something. */
  get questions(): number {
    return this.#questions;
  }

  noteQuestion(): void {
    this.#questions++;
  }

  protected get observer(): Observer | undefined {
    return this.#observer;
  }

  /** lstat of a path whose folder part is resolved. */
  #entry(path: string): FileStat | undefined {
    this.#questions++;
    const own = this.#nodes.get(path);
    if (own !== undefined) return own?.stat;
    let found = this.#lstats.get(path);
    if (found === undefined && !this.#lstats.has(path)) {
      found = this.base.lstat(path, this.#isLost(path));
      this.#lstats.set(path, found);
    }
    this.#observer?.entry(path, found);
    return found;
  }

  /** Whether the base has been asked for the folder of `path` and has none. */
  #isLost(path: string): boolean {
    const folder = dirname(path);
    return this.#lstats.has(folder) && this.#lstats.get(folder) === undefined;
  }

  /**
   * Resolves the folders of `path`; the last component is kept. Missing folders are kept as they are. `followed` counts
   * the links of the whole resolution: their number is what ends a ring or a pyramid of links.
   */
  #resolveFolder(path: string, followed: { links: number }): string {
    const clean = path.startsWith("/") ? path : fail("EINVAL", path);
    const dir = dirname(clean);
    if (dir === "/") return normalise(clean);
    const last = basename(clean);
    const known = this.#folders.get(dir);
    const folder = known ?? this.#resolve(dir, followed);
    if (known === undefined) this.#folders.set(dir, folder);
    if (last === "" || last === ".") return folder;
    if (last === "..") return dirname(folder);
    return folder === dir ? clean : joinPath(folder, last);
  }

  /** The path with all links resolved. */
  #resolve(path: string, followed = { links: 0 }): string {
    return this.#look(path, followed).path;
  }

  /** The path with all links resolved, and what is there. */
  #look(path: string, followed = { links: 0 }): Resolved {
    const here = this.#resolveFolder(path, followed);
    if (here === "/") return root;
    const stat = this.#entry(here);
    if (stat?.kind !== "symlink") return { path: here, stat };
    if (++followed.links > maxLinks) return fail("ELOOP", path);
    return this.#look(joinPath(dirname(here), this.#target(here)), followed);
  }

  #target(path: string): string {
    const own = this.#nodes.get(path)?.target;
    if (own !== undefined) return own;
    const target = this.base.readlink(path);
    this.#observer?.link(path, target);
    return target;
  }

  #existing(path: string, resolved: string): FileStat {
    if (resolved === "/") return rootStat;
    return this.#entry(resolved) ?? fail("ENOENT", path);
  }

  lstat(path: string): FileStat {
    return this.#existing(path, this.#resolveFolder(path, { links: 0 }));
  }

  stat(path: string): FileStat {
    return this.#look(path).stat ?? fail("ENOENT", path);
  }

  exists(path: string): boolean {
    try {
      return this.#look(path).stat !== undefined;
    } catch (error) {
      if (error instanceof HostError) return false;
      throw error;
    }
  }

  realpath(path: string, ofRing?: (path: string) => string): string {
    if (this.#refused.has(path)) {
      this.#questions++;
      return normalise(path);
    }
    try {
      return this.#resolve(path);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.code === "ELOOP" && ofRing !== undefined) return ofRing(path);
      if (error.code === "EACCES") this.#refused.add(path);
      // CPython keeps what it cannot resolve (a loop, a folder it may not read).
      return normalise(path);
    }
  }

  readlink(path: string): string {
    const here = this.#resolveFolder(path, { links: 0 });
    if (this.#existing(path, here).kind !== "symlink") fail("EINVAL", path);
    return this.#target(here);
  }

  readFile(path: string): Uint8Array {
    const { path: resolved, stat = fail("ENOENT", path) } = this.#look(path);
    if (stat.kind === "directory") fail("EISDIR", path);
    const own = this.#nodes.get(resolved);
    if (own) return own.data ?? new Uint8Array();
    const data = this.base.readFile(resolved);
    this.#observer?.content(resolved, data);
    return data;
  }

  list(path: string): string[] {
    const { path: resolved, stat = fail("ENOENT", path) } = this.#look(path);
    if (stat.kind !== "directory") fail("ENOTDIR", path);
    const changed = this.#children.get(resolved);
    const isOwn = Boolean(this.#nodes.get(resolved));
    const below = isOwn ? [] : this.base.list(resolved);
    if (!isOwn) this.#observer?.list(resolved, below);
    const names = new Set(below);
    for (const [name, present] of changed ?? []) {
      if (present) names.add(name);
      else names.delete(name);
    }
    return [...names].sort(byCodePoint);
  }

  #put(path: string, node: Node | null): void {
    this.#dirty = true;
    this.#nodes.set(path, node);
    const dir = dirname(path);
    let names = this.#children.get(dir);
    if (!names) this.#children.set(dir, (names = new Map<string, boolean>()));
    names.set(basename(path), node !== null);
    this.#forgetWays();
  }

  /** The resolved place for a new entry; its folder must exist. */
  #place(path: string): string {
    const here = this.#resolveFolder(path, { links: 0 });
    const parent = dirname(here);
    if (parent !== "/" && this.#entry(parent)?.kind !== "directory")
      fail(this.#entry(parent) ? "ENOTDIR" : "ENOENT", path);
    return here;
  }

  #stat(kind: FileStat["kind"], size: number, mode: number): FileStat {
    return { kind, size, mode, mtimeNs: this.nowNs(), ino: ++this.#inode, ...this.owner };
  }

  writeFile(path: string, data: Uint8Array): void {
    const place = this.#place(this.#resolve(path));
    const old = this.#entry(place);
    if (old?.kind === "directory") fail("EISDIR", path);
    this.#put(place, { stat: this.#stat("file", data.length, old?.mode ?? 0o644), data });
  }

  mkdir(path: string, mode = 0o755): void {
    const place = this.#place(path);
    if (place === "/" || this.#entry(place)) fail("EEXIST", path);
    this.#put(place, { stat: this.#stat("directory", 0, mode) });
  }

  unlink(path: string): void {
    const here = this.#resolveFolder(path, { links: 0 });
    if (this.#existing(path, here).kind === "directory") fail("EISDIR", path);
    this.#put(here, null);
  }

  rmdir(path: string): void {
    const here = this.#resolveFolder(path, { links: 0 });
    if (this.#existing(path, here).kind !== "directory") fail("ENOTDIR", path);
    if (this.list(here).length > 0) fail("ENOTEMPTY", path);
    this.#put(here, null);
  }

  rename(from: string, to: string): void {
    const source = this.#resolveFolder(from, { links: 0 });
    const stat = this.#existing(from, source);
    const target = this.#place(to);
    if (stat.kind === "directory") {
      if (this.#entry(target)) fail("EEXIST", to);
      this.#put(target, { stat });
      for (const name of this.list(source)) this.rename(joinPath(source, name), joinPath(target, name));
    } else if (stat.kind === "symlink") this.#put(target, { stat, target: this.#target(source) });
    else this.#put(target, { stat, data: this.readFile(source) });
    this.#put(source, null);
  }

  symlink(target: string, path: string): void {
    const place = this.#place(path);
    if (this.#entry(place)) fail("EEXIST", path);
    this.#put(place, { stat: this.#stat("symlink", target.length, 0o777), target });
  }

  /** Copies an entry of the base up, with changes to its stat. */
  #change(path: string, change: Partial<FileStat>): void {
    const resolved = this.#resolve(path);
    const stat = { ...this.#existing(path, resolved), ...change };
    if (stat.kind === "directory") {
      // Children of the base must stay visible below a folder that is copied up.
      for (const name of this.list(resolved)) this.#childrenOf(resolved).set(name, true);
      this.#put(resolved, { stat });
    } else this.#put(resolved, { stat, data: this.readFile(resolved) });
  }

  #childrenOf(path: string): Map<string, boolean> {
    let names = this.#children.get(path);
    if (!names) this.#children.set(path, (names = new Map<string, boolean>()));
    return names;
  }

  chmod(path: string, mode: number): void {
    this.#change(path, { mode: mode & 0o7777 });
  }

  utime(path: string, mtimeNs: bigint): void {
    this.#change(path, { mtimeNs });
  }
}

interface Written {
  readonly nodes: ReadonlyMap<string, Node | null>;
  readonly children: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
  readonly inode: number;
}

function copyOf(children: Written["children"]): Map<string, Map<string, boolean>> {
  return new Map([...children].map(([path, names]) => [path, new Map(names)] as const));
}

const rootStat: FileStat = { kind: "directory", size: 0, mode: 0o755, mtimeNs: 0n, ino: 2, uid: 0, gid: 0 };
const root: Resolved = { path: "/", stat: rootStat };

function fail(code: string, path: string): never {
  throw new HostError(code, path);
}

/** Orders strings by code point, as Python does (UTF-16 order differs above the BMP). */
export function byCodePoint(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) {
      if (x >= 0xe000) x -= 0x800;
      else x += 0x2000;
      if (y >= 0xe000) y -= 0x800;
      else y += 0x2000;
    }
    return x - y;
  }
  return a.length - b.length;
}
