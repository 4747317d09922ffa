/**
 * What the modules of one VM share: the host, the process as Python sees it (arguments, directory, umask, open files,
 * environment) and where output goes. One object for each VM; nothing of it is global.
 */
import type { Host } from "../sandbox/host.js";
import type { PyObject } from "../vm/runtime/objects.js";
import type { ByteStream } from "./io/bytestream.js";
import { SettlingHost } from "./io/pending.js";

/** How the embedder sets the modules up. Every field but `host` has a default. */
export interface ModuleOptions {
  readonly host: Host;
  /** sys.argv; default [""]. */
  readonly argv?: readonly string[];
  /** sys.path: directories of the host that imports look into; default none. */
  readonly path?: readonly string[];
  /** sys.version_info; default [3, 13, 0]. */
  readonly version?: readonly [major: number, minor: number, micro: number];
  /** sys.executable; default "/usr/bin/python3". */
  readonly executable?: string;
  /** Receives what Python writes to sys.stdout; default: dropped. */
  readonly stdout?: (text: string) => void;
  /** Receives what Python writes to sys.stderr; default: dropped. */
  readonly stderr?: (text: string) => void;
  /** What Python reads from sys.stdin; default empty. */
  readonly stdin?: string;
}

/** The process as Python sees it. */
export class ModuleContext {
  readonly host: SettlingHost;
  cwd: string;
  umask = 0o022;
  /** os.environ; a copy of the host's that Python may change. */
  readonly environ: Map<string, string>;
  /** sys.path as the program sees it; undefined until sys is imported. */
  sysPath: PyObject | undefined;
  /** Seconds that time.sleep() has let pass without waiting. */
  slept = 0;
  /** Open file descriptors. */
  readonly files = new Map<number, ByteStream>();

  constructor(readonly options: ModuleOptions) {
    this.host = new SettlingHost(options.host);
    this.cwd = options.host.cwd;
    this.environ = new Map(options.host.env);
  }

  /** The absolute form of a path, without resolving links or "..". */
  absolute(path: string): string {
    if (path.startsWith("/")) return path;
    return this.cwd.endsWith("/") ? this.cwd + path : `${this.cwd}/${path}`;
  }

  /** Registers an open file under the lowest free descriptor from 3 on. */
  openDescriptor(file: ByteStream): number {
    let fd = 3;
    while (this.files.has(fd)) fd++;
    this.files.set(fd, file);
    return fd;
  }
}
