/**
 * What was written to open files and is not in them yet. The rule (docs/python.md): it is written by `flush` and `close`,
 * and without them before the VM touches that path in any other way, before a program is started, and when a run from
 * TypeScript ends. So `open(path, "w").write(text)` leaves a whole file, on every machine at the same moment.
 */
import type { FileStat, Host, RunOptions, RunResult, Uname } from "../../sandbox/host.js";
import { HostError } from "../../sandbox/host.js";

/** A file with something to write. */
interface Writer {
  readonly path: string | undefined;
  flush(): void;
}

/** The host as the modules of a VM see it: a path is asked about once all that was written to it is there. */
export class SettlingHost implements Host {
  readonly #writers = new Set<Writer>();

  readonly sha256?: (data: string | Uint8Array) => string;

  constructor(readonly inner: Host) {
    if (inner.sha256 !== undefined) this.sha256 = (data) => inner.sha256!(data);
  }

  refuseNetwork(what: string): void {
    this.inner.refuseNetwork?.(what);
  }

  noteQuestion(): void {
    this.inner.noteQuestion?.();
  }

  get generation(): number {
    return this.inner.generation ?? 0;
  }

  /** A file has something to write. */
  wait(writer: Writer): void {
    this.#writers.add(writer);
  }

  /** It has nothing any more. */
  done(writer: Writer): void {
    this.#writers.delete(writer);
  }

  /** Writes all that waits; what the host refuses is dropped, as in an object that CPython collects. */
  settle(): void {
    for (const writer of [...this.#writers]) {
      this.#writers.delete(writer);
      try {
        writer.flush();
      } catch (e) {
        if (!(e instanceof HostError)) throw e;
      }
    }
  }

  #settle(path: string): void {
    if (this.#writers.size === 0) return;
    const name = path.slice(path.lastIndexOf("/") + 1);
    for (const writer of [...this.#writers]) {
      if (writer.path === path) writer.flush();
      // Another way to the same file: through a link, or a folder that is a link.
      else if (writer.path!.endsWith(name) || this.#isLink(path)) {
        if (this.inner.realpath(path) === this.inner.realpath(writer.path!)) writer.flush();
      }
    }
  }

  #isLink(path: string): boolean {
    try {
      return this.inner.lstat(path).kind === "symlink";
    } catch (e) {
      if (e instanceof HostError) return false;
      throw e;
    }
  }

  readFile(path: string): Uint8Array {
    this.#settle(path);
    return this.inner.readFile(path);
  }
  stat(path: string): FileStat {
    this.#settle(path);
    return this.inner.stat(path);
  }
  lstat(path: string): FileStat {
    this.#settle(path);
    return this.inner.lstat(path);
  }
  exists(path: string): boolean {
    return this.inner.exists(path);
  }
  list(path: string): string[] {
    return this.inner.list(path);
  }
  realpath(path: string, ofRing?: (path: string) => string): string {
    return this.inner.realpath(path, ofRing);
  }
  readlink(path: string): string {
    return this.inner.readlink(path);
  }
  writeFile(path: string, data: Uint8Array): void {
    this.inner.writeFile(path, data);
  }
  mkdir(path: string, mode?: number): void {
    this.inner.mkdir(path, mode);
  }
  unlink(path: string): void {
    this.#settle(path);
    this.inner.unlink(path);
  }
  rmdir(path: string): void {
    this.inner.rmdir(path);
  }
  rename(from: string, to: string): void {
    // A folder may take open files with it.
    this.settle();
    this.inner.rename(from, to);
  }
  symlink(target: string, path: string): void {
    this.inner.symlink(target, path);
  }
  chmod(path: string, mode: number): void {
    this.#settle(path);
    this.inner.chmod(path, mode);
  }
  utime(path: string, mtimeNs: bigint): void {
    this.#settle(path);
    this.inner.utime(path, mtimeNs);
  }
  run(argv: readonly string[], options?: RunOptions): RunResult {
    this.settle();
    return this.inner.run(argv, options);
  }

  get env(): ReadonlyMap<string, string> {
    return this.inner.env;
  }
  get cwd(): string {
    return this.inner.cwd;
  }
  get pid(): number {
    return this.inner.pid;
  }
  get uid(): number {
    return this.inner.uid;
  }
  get gid(): number {
    return this.inner.gid;
  }
  get user(): string {
    return this.inner.user;
  }
  get home(): string {
    return this.inner.home;
  }
  get cpuCount(): number {
    return this.inner.cpuCount;
  }
  now(): number {
    return this.inner.now();
  }
  monotonic(): number {
    return this.inner.monotonic();
  }
  randomBytes(n: number): Uint8Array {
    return this.inner.randomBytes(n);
  }
  uname(): Uname {
    return this.inner.uname();
  }
}
