/**
 * The host of Node: files below the granted roots are readable, everything written goes to memory, programs run only
 * where named. The one place, beside the CLI, that imports node:*.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from "node:fs";
import { arch, cpus, hostname, platform, release, userInfo, version } from "node:os";
import { HostError, type FileStat, type RunOptions, type RunResult } from "../host.js";
import type { BaseFiles } from "../overlay.js";
import { basename, dirname, isBelow, joinPath, normalise } from "../paths.js";
import { literalPath, PathRules, RunRules } from "../permissions.js";
import { defaultFacts, OverlayHost, type HostFacts } from "./memory.js";

/** What metadata may reach, by patterns (permissions.ts). Links are resolved before the check. */
export interface NodePermissions {
  /** Files and folders whose content may be read. */
  readonly read: readonly string[];
  /** Files and folders whose existence and stat may be asked for (host tools), beside `read`. */
  readonly stat?: readonly string[];
  /** Programs that may run: names (as the host's PATH leads to them), paths, `*`. They have the rights of this process. */
  readonly run?: readonly string[];
  /** What of these is closed all the same. */
  readonly deny?: { readonly read?: readonly string[]; readonly run?: readonly string[] };
}

/** Never readable, whatever is granted: process internals, devices, kernel state. */
const neverRead = ["/proc", "/sys", "/dev"];

class NodeFiles implements BaseFiles {
  readonly #read: PathRules;
  readonly #stat: PathRules;

  constructor(
    { read, stat = [], deny = {} }: NodePermissions,
    private readonly onRefusal: (what: string, permission: string) => void,
  ) {
    this.#read = new PathRules(read, deny.read ?? [], resolvedRoot);
    this.#stat = new PathRules([...read, ...stat], deny.read ?? [], resolvedRoot);
  }

  /** Opens these paths, as they are written, and what lies below. */
  grant(paths: readonly string[]): void {
    this.#read.allow(paths.map(literalPath));
    this.#stat.allow(paths.map(literalPath));
  }

  #refuse(path: string): never {
    const never = neverRead.some((root) => isBelow(path, root));
    const denied = this.#read.denied(path);
    const allow = denied === undefined ? `--allow-read=${path}` : `removing --deny-read=${denied}`;
    this.onRefusal(path, never ? "" : allow);
    throw new HostError("EACCES", path, never ? undefined : allow);
  }

  #mayStat(path: string): boolean {
    if (neverRead.some((root) => isBelow(path, root))) return false;
    // A folder on the way to a granted one may be seen, not listed.
    return this.#stat.allows(path) || this.#stat.leadsTo(path);
  }

  #mayRead(path: string): boolean {
    return this.#read.allows(path) && !neverRead.some((root) => isBelow(path, root));
  }

  lstat(path: string, isLost = false): FileStat | undefined {
    if (!this.#mayStat(path)) {
      // Links such as /bin -> usr/bin must resolve before permissions can be judged.
      const link = attempt(path, () => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
      if (!link?.isSymbolicLink()) this.#refuse(path);
    }
    if (isLost) return undefined;
    const s = attempt(path, () => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
    if (!s) return undefined;
    const kind = s.isFile()
      ? "file"
      : s.isDirectory()
        ? "directory"
        : s.isSymbolicLink()
          ? "symlink"
          : "other";
    return {
      kind,
      size: Number(s.size),
      mode: Number(s.mode) & 0o7777,
      mtimeNs: s.mtimeNs,
      ino: Number(s.ino),
      uid: Number(s.uid),
      gid: Number(s.gid),
    };
  }

  readFile(path: string): Uint8Array {
    return this.#opened(path, constants.O_NONBLOCK, (fd) => {
      if (!fstatSync(fd).isFile()) throw new HostError("EACCES", path);
      return readFileSync(fd);
    });
  }

  list(path: string): string[] {
    if (platform() === "win32") {
      // Folders cannot be opened there.
      if (!this.#mayRead(path)) this.#refuse(path);
      return attempt(path, () => readdirSync(path));
    }
    return this.#opened(path, constants.O_DIRECTORY, (fd, isPlaceKnown) =>
      readdirSync(isPlaceKnown ? descriptorPath(fd) : path),
    );
  }

  /**
   * Opens what may be read. The path was resolved before; a link that has come to stand in it since is somebody's race, so
   * what counts is where the opened file lies: the kernel's word where it gives it (Linux), else the path looked at again.
   */
  #opened<T>(path: string, flags: number, read: (fd: number, isPlaceKnown: boolean) => T): T {
    if (!this.#mayRead(path)) this.#refuse(path);
    return attempt(path, () => {
      const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | flags);
      try {
        const place = placeOf(fd);
        if (!this.#mayRead(place ?? placeByPath(path, fd))) this.#refuse(path);
        return read(fd, place !== undefined);
      } finally {
        closeSync(fd);
      }
    });
  }

  readlink(path: string): string {
    return attempt(path, () => readlinkSync(path));
  }
}

const descriptorPath = (fd: number): string => `/proc/self/fd/${String(fd)}`;

/** Where an open file lies; undefined where the kernel does not say. */
function placeOf(fd: number): string | undefined {
  try {
    return readlinkSync(descriptorPath(fd));
  } catch {
    return undefined;
  }
}

/** Likewise, as far as looking again tells. */
function placeByPath(path: string, fd: number): string {
  const opened = fstatSync(fd, { bigint: true });
  const real = realpathSync(path);
  const there = lstatSync(real, { bigint: true });
  if (there.ino !== opened.ino || there.dev !== opened.dev) throw new HostError("EACCES", path);
  return real;
}

function resolvedRoot(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // not there: nothing to grant
  }
}

function attempt<T>(path: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof HostError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOTDIR" || code === "ENOENT") throw new HostError(code, path);
    throw new HostError(code ?? "EIO", path);
  }
}

/** A host over the real file system. */
export class NodeHost extends OverlayHost {
  readonly #files: NodeFiles;
  readonly #run: RunRules;

  constructor(
    readonly permissions: NodePermissions,
    facts: HostFacts,
  ) {
    const files = new NodeFiles(permissions, (what, permission) => this.tellRefusal(what, permission));
    super(files, facts);
    this.#files = files;
    this.#run = new RunRules(permissions.run ?? [], permissions.deny?.run);
  }

  /** Opens more folders for reading: the layers, once bblayers.conf has named them. */
  grantRead(paths: readonly string[]): void {
    this.#files.grant(paths);
    this.forgetRefusals();
  }

  sha256(data: string | Uint8Array): string {
    return createHash("sha256").update(data).digest("hex");
  }

  /** Where the host's PATH leads to; undefined: nowhere. */
  #which(name: string): string | undefined {
    for (const folder of (this.env.get("PATH") ?? "").split(":")) {
      if (!folder.startsWith("/")) continue;
      const path = joinPath(folder, name);
      try {
        accessSync(path, constants.X_OK);
        if (statSync(path).isFile()) return path;
      } catch {
        // not there: the next folder
      }
    }
    return undefined;
  }

  override run(argv: readonly string[], options: RunOptions = {}): RunResult {
    const program = argv[0] ?? "";
    const cwd = options.cwd ?? this.cwd;
    // The PATH of the metadata says nothing about what was opened: a layer could bring its own `git`.
    const found = this.#which(basename(program));
    const path = program.includes("/") ? normalise(joinPath(cwd, program)) : found;
    if (path === undefined || !this.#run.allows(program, path, path === found)) {
      const denied = this.#run.denied(program, path ?? program);
      if (denied !== undefined) return this.refuse(program, `removing --deny-run=${denied}`);
      return super.run(argv, options);
    }
    this.noteQuestion();
    const done = spawnSync(path, argv.slice(1), {
      argv0: program,
      cwd,
      env: Object.fromEntries(options.env ?? this.env),
      input: options.input,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (done.error) throw new HostError((done.error as NodeJS.ErrnoException).code ?? "EIO", program);
    const result = { status: done.status ?? -1, stdout: done.stdout, stderr: done.stderr };
    this.observer?.run(runRequest(argv, options), runAnswer(result));
    return result;
  }
}

/** What a program was asked, as JSON; see runAgain. */
function runRequest(argv: readonly string[], { cwd, env, input }: RunOptions): string {
  return JSON.stringify({
    argv,
    cwd: cwd ?? null,
    env: env === undefined ? null : [...env],
    input: input === undefined ? null : Buffer.from(input).toString("base64"),
  });
}

function runAnswer({ status, stdout, stderr }: RunResult): string {
  return createHash("sha256").update(`${status}\0`).update(stdout).update("\0").update(stderr).digest("hex");
}

/** Runs again what an observation of a run names (observations.ts); gives its stamp. Throws HostError where not permitted. */
export function runAgain(host: NodeHost, request: string): string {
  const { argv, cwd, env, input } = JSON.parse(request) as {
    argv: string[];
    cwd: string | null;
    env: [string, string][] | null;
    input: string | null;
  };
  return runAnswer(
    host.run(argv, {
      ...(cwd === null ? {} : { cwd }),
      ...(env === null ? {} : { env: new Map(env) }),
      ...(input === null ? {} : { input: Buffer.from(input, "base64") }),
    }),
  );
}

const machines = new Map([
  ["x64", "x86_64"],
  ["arm64", "aarch64"],
  ["arm", "armv7l"],
  ["ia32", "i686"],
  ["riscv64", "riscv64"],
  ["ppc64", "ppc64le"],
]);

/** Facts of this machine (architecture, user, CPUs), with the fixed clock, process id and environment of every run. */
export function machineFacts(): HostFacts {
  const user = userInfo();
  const env = new Map(defaultFacts.env);
  env.set("HOME", user.homedir).set("USER", user.username).set("LOGNAME", user.username);
  return {
    ...defaultFacts,
    env,
    cwd: process.cwd(),
    uid: user.uid,
    gid: user.gid,
    user: user.username,
    home: user.homedir,
    cpuCount: cpus().length,
    uname: {
      sysname: "Linux",
      nodename: hostname(),
      release: release(),
      version: version(),
      machine: machines.get(arch()) ?? arch(),
    },
  };
}

/** A host over the real file system. */
export function nodeHost(permissions: NodePermissions, facts: Partial<HostFacts> = {}): NodeHost {
  return new NodeHost(permissions, { ...machineFacts(), ...facts });
}

/** Files with facts about the host that metadata asks for, readable by default. */
export const hostFactFiles = [
  "/etc/os-release",
  "/usr/lib/os-release",
  "/etc/lsb-release",
  "/etc/debian_version",
];

/** The folder of the checkout that a layer stands in (COREBASE reaches above the layer), or the layer itself. */
export function checkoutOf(layer: string): string {
  for (let dir = layer; dir !== dirname(dir); dir = dirname(dir))
    if (existsSync(joinPath(dir, ".git"))) return dir;
  return layer;
}
