/**
 * Everything outside of the VM and the datastore, behind one synchronous interface: files, environment, clock,
 * randomness, process and user facts, subprocesses. Nothing else in the project reads the world. Metadata meets it
 * through src/modules, which turn a HostError into Python's OSError.
 */

/** What a file system entry is. */
export type FileKind = "file" | "directory" | "symlink" | "other";

/** The part of stat(2) that metadata uses. Times are in nanoseconds since 1970 (UTC). */
export interface FileStat {
  readonly kind: FileKind;
  readonly size: number;
  /** Permission bits only, e.g. 0o644. */
  readonly mode: number;
  readonly mtimeNs: bigint;
  readonly ino: number;
  readonly uid: number;
  readonly gid: number;
}

/** A refusal or failure of the host. `code` is the POSIX name ("ENOENT", "EACCES", "EPERM", "ELOOP", ...). */
export class HostError extends Error {
  override readonly name = "HostError";
  readonly code: string;
  readonly path: string | undefined;
  /** For refusals: the permission that would allow it, e.g. "--allow-read=/etc/passwd". */
  readonly permission: string | undefined;

  constructor(code: string, path?: string, permission?: string) {
    // It is an answer, given by the thousand; the stack of JavaScript would cost more than finding it.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(
      `${code}${path === undefined ? "" : `: ${path}`}${permission === undefined ? "" : ` (${permission} allows it)`}`,
    );
    Error.stackTraceLimit = stackTraceLimit;
    this.code = code;
    this.path = path;
    this.permission = permission;
  }
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: ReadonlyMap<string, string>;
  readonly input?: Uint8Array;
}
export interface RunResult {
  readonly status: number;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}
/** The five fields of uname(2). */
export interface Uname {
  readonly sysname: string;
  readonly nodename: string;
  readonly release: string;
  readonly version: string;
  readonly machine: string;
}

/** Files as POSIX sees them, absolute paths only. Every method throws HostError. */
export interface FileSystem {
  readFile(path: string): Uint8Array;
  /** Follows links. */
  stat(path: string): FileStat;
  lstat(path: string): FileStat;
  exists(path: string): boolean;
  /** Names in code point order, without "." and "..". */
  list(path: string): string[];
  /**
   * The path with every link resolved; missing tails are kept as they are (os.path.realpath, strict=False). A path that leads
   * into a ring of links is what `ofRing` makes of it, else as it is.
   */
  realpath(path: string, ofRing?: (path: string) => string): string;
  readlink(path: string): string;
  writeFile(path: string, data: Uint8Array): void;
  mkdir(path: string, mode?: number): void;
  /** Removes a file or link. */
  unlink(path: string): void;
  rmdir(path: string): void;
  rename(from: string, to: string): void;
  symlink(target: string, path: string): void;
  chmod(path: string, mode: number): void;
  utime(path: string, mtimeNs: bigint): void;
}

/** The world as one run sees it. */
export interface Host extends FileSystem {
  readonly env: ReadonlyMap<string, string>;
  /** Seconds since 1970 (UTC). */
  now(): number;
  /** Seconds of a monotonic clock. */
  monotonic(): number;
  /** `n` random bytes (seeded unless the embedder opens it). */
  randomBytes(n: number): Uint8Array;
  readonly cwd: string;
  readonly pid: number;
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
  readonly home: string;
  readonly cpuCount: number;
  uname(): Uname;
  /** Tells what metadata asked for and did not get, each once a unit of work, with the permission ("": none allows it). */
  listenToRefusals?(listener: ((what: string, permission: string) => void) | undefined): void;
  /** Metadata asked for the network, which no host of this package opens: told as a refusal that no permission lifts. */
  refuseNetwork?(what: string): void;
  /** What was written so far belongs to every unit of work that follows. */
  keepWrites?(): void;
  /**
   * Begins a unit of work: forgets what was written since `keepWrites` and makes the random bytes those of `seed`, so that
   * nothing of one unit is seen by the next.
   * @returns the paths of what was forgotten
   */
  startUnit?(seed: string): readonly string[];
  /** Makes the random bytes those of `seed`: a part of a unit. */
  reseed?(seed: string): void;
  /** How often random bytes began anew. */
  readonly generation?: number;
  /** Grows with each question to files, programs or randomness, where the host counts. */
  readonly questions?: number;
  /** Counts one more: something was drawn from what the host seeded. */
  noteQuestion?(): void;
  /** The sha256 of bytes, or of a text's UTF-8, in lower-case hex, where the host has a fast one. */
  sha256?(data: string | Uint8Array): string;
  /** Runs a program; throws HostError("EACCES", argv[0], "--allow-run=...") where not permitted. */
  run(argv: readonly string[], options?: RunOptions): RunResult;
}
