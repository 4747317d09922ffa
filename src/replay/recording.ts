/**
 * A host that writes down every answer of another one: first answers only, in order, since a run that asks again gets the
 * same answer. What Python writes goes to an overlay above it, so that only questions about the world are recorded.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { HostError, type FileStat, type Host, type RunOptions, type RunResult } from "../sandbox/host.js";
import type { HostFacts } from "../sandbox/host/memory.js";
import { OverlayHost } from "../sandbox/host/memory.js";
import type { BaseFiles } from "../sandbox/overlay.js";
import type { Answer, Facts, StatRecord } from "./trace.js";

/** The contents that answers name, by hash. */
export type Contents = Map<string, Uint8Array>;

export const digestOf = (data: Uint8Array): string => bytesToHex(sha256(data));

const statRecord = (s: FileStat): StatRecord => [
  s.kind,
  s.size,
  s.mode,
  s.mtimeNs.toString(),
  s.ino,
  s.uid,
  s.gid,
];

/** Asks `host` and keeps each answer under its question. */
class RecordingFiles implements BaseFiles {
  readonly #lstats = new Map<string, FileStat | undefined>();

  constructor(
    private readonly host: Host,
    private readonly answers: Answer[],
    private readonly contents: Contents,
  ) {}

  #ask<T>(question: string, path: string, ask: () => T, record: (value: T) => unknown): T {
    try {
      const value = ask();
      this.answers.push([question, path, record(value)]);
      return value;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.answers.push([question, path, errorRecord(error)]);
      throw error;
    }
  }

  lstat(path: string): FileStat | undefined {
    if (this.#lstats.has(path)) return this.#lstats.get(path);
    const found = this.#ask(
      "lstat",
      path,
      () => {
        try {
          return this.host.lstat(path);
        } catch (error) {
          if (error instanceof HostError && (error.code === "ENOENT" || error.code === "ENOTDIR"))
            return undefined;
          throw error;
        }
      },
      (stat) => (stat === undefined ? null : statRecord(stat)),
    );
    this.#lstats.set(path, found);
    return found;
  }
  readFile(path: string): Uint8Array {
    return this.#ask(
      "read",
      path,
      () => this.host.readFile(path),
      (data) => {
        const digest = digestOf(data);
        this.contents.set(digest, data);
        return digest;
      },
    );
  }
  list(path: string): string[] {
    return this.#ask(
      "list",
      path,
      () => this.host.list(path),
      (names) => names,
    );
  }
  readlink(path: string): string {
    return this.#ask(
      "readlink",
      path,
      () => this.host.readlink(path),
      (target) => target,
    );
  }
}

export function errorRecord(error: HostError): unknown {
  return { error: error.code, ...(error.permission === undefined ? {} : { permission: error.permission }) };
}

/** What a run sees that is no file, as the host has it. */
export function factsOf(host: Host): Facts {
  const { cwd, pid, uid, gid, user, home, cpuCount } = host;
  return {
    env: [...host.env],
    now: host.now(),
    cwd,
    pid,
    uid,
    gid,
    user,
    home,
    cpuCount,
    uname: host.uname(),
  };
}

export function hostFacts(facts: Facts): HostFacts {
  return { ...facts, env: new Map(facts.env), uname: { ...facts.uname } };
}

/** `host` with every answer put into `answers`, and the contents read into `contents`. */
export class RecordingHost extends OverlayHost {
  constructor(
    private readonly inner: Host,
    private readonly answers: Answer[],
    contents: Contents,
    facts: Facts,
  ) {
    super(new RecordingFiles(inner, answers, contents), {
      ...hostFacts(facts),
      // A clock that stands still needs no answers.
      clock: () => {
        const now = inner.now();
        if (now !== facts.now) answers.push(["now", "", now]);
        return now;
      },
      randomBytes: (n) => {
        const bytes = inner.randomBytes(n);
        answers.push(["random", String(n), toBase64(bytes)]);
        return bytes;
      },
    });
  }

  override reseed(seed: string): void {
    super.reseed(seed);
    this.inner.reseed?.(seed);
  }

  override run(argv: readonly string[], options: RunOptions = {}): RunResult {
    const question = JSON.stringify(argv);
    try {
      const result = this.inner.run(argv, options);
      this.answers.push(["run", question, [result.status, toBase64(result.stdout), toBase64(result.stderr)]]);
      return result;
    } catch (error) {
      if (error instanceof HostError) this.answers.push(["run", question, errorRecord(error)]);
      throw error;
    }
  }
}

export function toBase64(data: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < data.length; i += 0x8000)
    binary += String.fromCharCode(...data.subarray(i, i + 0x8000));
  return btoa(binary);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
