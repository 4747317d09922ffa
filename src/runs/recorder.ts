/**
 * Records what a thread's evaluations look at, and sorts it: what belongs to one recipe alone, and what any later one may
 * have seen through something kept (a computed value of the configuration, a module's global). Of the second kind is
 * everything outside of the recipe's own folder that is not among its files: when that changes, no result stands.
 */
import { createHash } from "node:crypto";
import {
  entryStamp,
  observationKey,
  splitObservationKey,
  type ObservationKind,
  type Observer,
} from "../sandbox/observations.js";
import type { FileStat } from "../sandbox/host.js";
import { dirname, isBelow } from "../sandbox/paths.js";

/** Hex sha256. */
export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** What one evaluation looked at, as keys of the recorder's stamps. */
export interface Seen {
  readonly own: readonly string[];
  readonly shared: readonly string[];
}

/** Something looked at. */
interface Noted {
  readonly key: string;
  /** When it was looked at last. */
  round: number;
}

/** See the file's comment. One for each thread and host. */
export class Recorder implements Observer {
  readonly #stamps = new Map<string, string>();
  /** By what was looked at, which is asked thousands of times for each recipe. */
  readonly #noted: Readonly<Record<ObservationKind, Map<string, Noted>>> = {
    entry: new Map(),
    content: new Map(),
    list: new Map(),
    link: new Map(),
    run: new Map(),
  };
  /** Raised when what was seen is taken. */
  #round = 0;
  #current: string[] = [];
  #fresh: [string, string][] = [];

  /** Whether it has a stamp already. */
  #again(kind: ObservationKind, what: string): boolean {
    const noted = this.#noted[kind].get(what);
    if (noted === undefined) return false;
    if (noted.round !== this.#round) {
      noted.round = this.#round;
      this.#current.push(noted.key);
    }
    return true;
  }

  #first(kind: ObservationKind, what: string, stamp: string): void {
    const key = observationKey(kind, what);
    this.#noted[kind].set(what, { key, round: this.#round });
    this.#stamps.set(key, stamp);
    this.#current.push(key);
    this.#fresh.push([key, stamp]);
  }

  entry(path: string, stat: FileStat | undefined): void {
    if (!this.#again("entry", path)) this.#first("entry", path, entryStamp(stat));
  }
  content(path: string, data: Uint8Array): void {
    if (!this.#again("content", path)) this.#first("content", path, sha256(data));
  }
  list(path: string, names: readonly string[]): void {
    if (!this.#again("list", path)) this.#first("list", path, listStamp(names));
  }
  link(path: string, target: string): void {
    if (!this.#again("link", path)) this.#first("link", path, target);
  }
  run(request: string, answer: string): void {
    if (!this.#again("run", request)) this.#first("run", request, answer);
  }

  /** The stamp of everything seen so far, by key (sandbox/observations.ts), in the order seen. */
  get stamps(): ReadonlyMap<string, string> {
    return this.#stamps;
  }

  /** What it looked at has changed: it gets another stamp when it is looked at again. */
  forget(key: string): void {
    const { kind, what } = splitObservationKey(key);
    this.#noted[kind].delete(what);
    this.#stamps.delete(key);
  }

  /** The stamps that came since the last call. */
  takeFresh(): [string, string][] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** Everything since the last call, as keys. */
  takeAll(): string[] {
    const keys = this.#current;
    this.#current = [];
    this.#round++;
    return keys;
  }

  /** What was seen since the last call, for the recipe `file`, whose `dependencies` are the paths it read or missed. */
  takeFor(file: string, dependencies: Iterable<string>): Seen {
    const own = new Set<string>();
    for (const path of dependencies) {
      // Read (or missed) by an earlier recipe already, perhaps: the thread's files are read once.
      for (const kind of ["entry", "content"] as const) {
        const noted = this.#noted[kind].get(path);
        if (noted !== undefined) own.add(noted.key);
      }
    }
    const shared: string[] = [];
    const folder = dirname(file);
    for (const key of this.takeAll()) {
      if (own.has(key)) continue;
      if (!key.startsWith("r") && isBelow(key.slice(1), folder)) own.add(key);
      else shared.push(key);
    }
    return { own: [...own], shared };
  }
}

/** The stamp of a folder's names. */
export function listStamp(names: readonly string[]): string {
  return sha256([...names].sort().join("\0"));
}
