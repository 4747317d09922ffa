/** A host that lives in memory: for tests, the browser and embedders that hold their files themselves. */
import { HostError, type FileStat, type Host, type RunOptions, type RunResult, type Uname } from "../host.js";
import { OverlayFiles, type BaseFiles } from "../overlay.js";
import { basename } from "../paths.js";

/** Facts that a run sees; the same defaults on every machine, so that a run is repeatable to the byte. */
export interface HostFacts {
  readonly env: ReadonlyMap<string, string>;
  /** Seconds since 1970, UTC. The clock stands still at this time unless `clock` is given. */
  readonly now: number;
  readonly clock?: () => number;
  readonly randomBytes?: (n: number) => Uint8Array;
  readonly cwd: string;
  readonly pid: number;
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
  readonly home: string;
  readonly cpuCount: number;
  readonly uname: Uname;
  /** What programs that may not run answer all the same; `defaultAnswers` unless given. */
  readonly answers?: readonly ProgramAnswer[];
  /** Told every refusal: what was asked for, and the permission that would allow it. */
  readonly onRefusal?: (what: string, permission: string) => void;
}

/** The fixed answer of a program that may not run: the same on every machine, whatever is installed there. */
export interface ProgramAnswer {
  /** Matches argv[0]'s last component. */
  readonly program: RegExp;
  /** The other arguments. */
  readonly args: readonly string[];
  readonly stdout: string;
}

/**
 * oe-core's base.bbclass asks each linker of HOSTTOOLS that it finds in PATH for its options and stops where there is no
 * answer, so that nothing could be evaluated. The linkers answer that they have none.
 */
export const defaultAnswers: readonly ProgramAnswer[] = [
  { program: /^(?:[\w.+]+-)*(?:gnu)?ld(?:\.(?:bfd|gold|lld|mold))?$/, args: ["--help"], stdout: "" },
];

export const defaultFacts: HostFacts = {
  env: new Map([
    ["HOME", "/home/user"],
    ["LOGNAME", "user"],
    ["USER", "user"],
    ["SHELL", "/bin/bash"],
    ["LANG", "en_US.UTF-8"],
    ["LC_ALL", "en_US.UTF-8"],
    ["TZ", "UTC"],
    ["PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
  ]),
  now: Date.UTC(2026, 0, 1) / 1000,
  cwd: "/",
  pid: 1,
  uid: 1000,
  gid: 1000,
  user: "user",
  home: "/home/user",
  cpuCount: 2,
  uname: { sysname: "Linux", nodename: "sandbake", release: "6.1.0", version: "#1", machine: "x86_64" },
};

/** A host made of a base of files and facts; writes go to an overlay in memory, no program runs. */
export class OverlayHost extends OverlayFiles implements Host {
  readonly env: ReadonlyMap<string, string>;
  readonly cwd: string;
  readonly pid: number;
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
  readonly home: string;
  readonly cpuCount: number;
  readonly #facts: HostFacts;
  #seed = 0x9e3779b9;
  generation = 0;
  readonly #refused = new Set<string>();
  #listener: HostFacts["onRefusal"];

  constructor(base: BaseFiles, facts: HostFacts) {
    super(base, () => BigInt(Math.round(facts.now * 1000)) * 1_000_000n, facts);
    this.#facts = facts;
    ({
      env: this.env,
      cwd: this.cwd,
      pid: this.pid,
      uid: this.uid,
      gid: this.gid,
      user: this.user,
      home: this.home,
      cpuCount: this.cpuCount,
    } = facts);
  }

  now(): number {
    return this.#facts.clock?.() ?? this.#facts.now;
  }

  monotonic(): number {
    return this.now();
  }

  uname(): Uname {
    return this.#facts.uname;
  }

  startUnit(seed: string): readonly string[] {
    this.reseed(seed);
    this.#refused.clear();
    this.forgetRefusals();
    return this.forgetWrites();
  }

  reseed(seed: string): void {
    this.generation++;
    // FNV-1a; xorshift must not begin with 0.
    let hash = 0x811c9dc5;
    for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
    this.#seed = hash === 0 ? 0x9e3779b9 : hash;
  }

  /** Deterministic bytes (xorshift32) unless the embedder gave a source. */
  randomBytes(n: number): Uint8Array {
    this.noteQuestion();
    if (this.#facts.randomBytes) return this.#facts.randomBytes(n);
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      let x = this.#seed;
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
      this.#seed = x;
      out[i] = x & 0xff;
    }
    return out;
  }

  /** No program runs here: the fixed answer, or a refusal. */
  run(argv: readonly string[], _options?: RunOptions): RunResult {
    const [program = "", ...args] = argv;
    const answer = (this.#facts.answers ?? defaultAnswers).find(
      (one) => one.program.test(basename(program)) && sameList(one.args, args),
    );
    if (answer !== undefined)
      return { status: 0, stdout: new TextEncoder().encode(answer.stdout), stderr: new Uint8Array() };
    return this.refuse(program, `--allow-run=${program}`);
  }

  /** Tells every refusal of a unit of work once to `listener`; undefined ends it. */
  listenToRefusals(listener: HostFacts["onRefusal"]): void {
    this.#listener = listener;
  }

  protected tellRefusal(what: string, permission: string): void {
    const key = `${permission}\0${what}`;
    if (this.#refused.has(key)) return;
    this.#refused.add(key);
    this.#facts.onRefusal?.(what, permission);
    this.#listener?.(what, permission);
  }

  refuseNetwork(what: string): void {
    this.noteQuestion();
    this.tellRefusal(what, "");
  }

  /** Tells and throws a refusal. */
  protected refuse(what: string, permission: string): never {
    this.noteQuestion();
    this.tellRefusal(what, permission);
    throw new HostError("EACCES", what, permission);
  }
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

const nothing: BaseFiles = {
  lstat: () => undefined,
  readFile: (path) => {
    throw new HostError("ENOENT", path);
  },
  list: () => [],
  readlink: (path) => {
    throw new HostError("EINVAL", path);
  },
};

/** A host with the given files (absolute path to text or bytes); folders appear as needed. */
export function memoryHost(
  files: ReadonlyMap<string, string | Uint8Array> | Record<string, string | Uint8Array>,
  facts: Partial<HostFacts> = {},
): OverlayHost {
  const host = new OverlayHost(nothing, { ...defaultFacts, ...facts });
  const encoder = new TextEncoder();
  const entries = files instanceof Map ? files.entries() : Object.entries(files);
  for (const [path, content] of entries as Iterable<[string, string | Uint8Array]>) {
    makeFolders(host, path);
    host.writeFile(path, typeof content === "string" ? encoder.encode(content) : content);
  }
  return host;
}

function makeFolders(host: OverlayHost, path: string): void {
  for (let cut = path.indexOf("/", 1); cut > 0; cut = path.indexOf("/", cut + 1)) {
    const folder = path.slice(0, cut);
    if (!host.exists(folder)) host.mkdir(folder);
  }
}

export type { FileStat };
