/**
 * The host of Node: files below the granted roots are readable, everything written goes to memory, programs run only
 * where named. The one place, beside the CLI, that imports node:*.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
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
} from "node:fs";
import { arch, cpus, hostname, release, userInfo, version } from "node:os";
import { HostError, type FileStat, type RunOptions, type RunResult } from "../host.js";
import type { BaseFiles } from "../overlay.js";
import { dirname, isBelow, joinPath } from "../paths.js";
import { defaultFacts, OverlayHost, type HostFacts } from "./memory.js";

/** What metadata may reach. Paths are prefixes; links are resolved before the check. */
export interface NodePermissions {
  /** Files and folders whose content may be read. */
  readonly read: readonly string[];
  /** Files and folders whose existence and stat may be asked for (host tools), beside `read`. */
  readonly stat?: readonly string[];
  /** Programs that may run, by the name in argv[0]; `*`: all. What runs has the rights of this process. */
  readonly run?: readonly string[];
}

/** Never readable, whatever is granted: process internals, devices, kernel state. */
const neverRead = ["/proc", "/sys", "/dev"];

class NodeFiles implements BaseFiles {
  readonly #read: string[];
  readonly #stat: string[];

  constructor(
    permissions: NodePermissions,
    private readonly onRefusal: HostFacts["onRefusal"],
  ) {
    this.#read = permissions.read.map(resolvedRoot);
    this.#stat = [...this.#read, ...(permissions.stat ?? []).map(resolvedRoot)];
  }

  grant(paths: readonly string[]): void {
    const roots = paths.map(resolvedRoot);
    this.#read.push(...roots);
    this.#stat.push(...roots);
  }

  #refuse(path: string): never {
    const forbidden = neverRead.find((root) => isBelow(path, root));
    if (forbidden !== undefined) {
      this.onRefusal?.(path, "");
      throw new HostError("EACCES", path);
    }
    const permission = `--allow-read=${path}`;
    this.onRefusal?.(path, permission);
    throw new HostError("EACCES", path, permission);
  }

  #mayStat(path: string): boolean {
    if (neverRead.some((root) => isBelow(path, root))) return false;
    // A folder on the way to a granted one may be seen, not listed.
    return this.#stat.some((root) => isBelow(path, root) || isBelow(root, path));
  }

  #mayRead(path: string): boolean {
    return this.#read.some((root) => isBelow(path, root)) && !neverRead.some((root) => isBelow(path, root));
  }

  lstat(path: string): FileStat | undefined {
    if (!this.#mayStat(path)) {
      // Links such as /bin -> usr/bin must resolve before permissions can be judged.
      const link = attempt(path, () => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
      if (!link?.isSymbolicLink()) this.#refuse(path);
    }
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
    if (!this.#mayRead(path)) this.#refuse(path);
    return attempt(path, () => {
      // The path was resolved before: a link that has come to stand in it since is somebody's race. What is open is read.
      const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      try {
        const opened = fstatSync(fd, { bigint: true });
        if (!opened.isFile()) throw new HostError("EACCES", path);
        const real = realpathSync(path);
        const there = lstatSync(real, { bigint: true });
        if (there.ino !== opened.ino || there.dev !== opened.dev || !this.#mayRead(real)) this.#refuse(path);
        return readFileSync(fd);
      } finally {
        closeSync(fd);
      }
    });
  }

  list(path: string): string[] {
    if (!this.#mayRead(path)) this.#refuse(path);
    return attempt(path, () => readdirSync(path));
  }

  readlink(path: string): string {
    return attempt(path, () => readlinkSync(path));
  }
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

  constructor(
    readonly permissions: NodePermissions,
    facts: HostFacts,
  ) {
    const files = new NodeFiles(permissions, facts.onRefusal);
    super(files, facts);
    this.#files = files;
  }

  /** Opens more folders for reading: the layers, once bblayers.conf has named them. */
  grantRead(paths: readonly string[]): void {
    this.#files.grant(paths);
  }

  sha256(text: string): string {
    return createHash("sha256").update(text, "utf8").digest("hex");
  }

  override run(argv: readonly string[], options: RunOptions = {}): RunResult {
    const program = argv[0] ?? "";
    if (!this.permissions.run?.some((pattern) => pattern === "*" || pattern === program))
      return super.run(argv, options);
    const done = spawnSync(program, argv.slice(1), {
      cwd: options.cwd ?? this.cwd,
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
