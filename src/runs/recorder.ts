/**
 * Records what a thread's evaluations look at, and sorts it: what belongs to one recipe alone, and what any later one may
 * have seen through something kept (a computed value of the configuration, a module's global). Of the second kind is
 * everything outside of the recipe's own folder that is not among its files: when that changes, no result stands.
 */
import { createHash } from "node:crypto";
import { entryStamp, observationKey, type Observer } from "../sandbox/observations.js";
import type { FileStat } from "../sandbox/host.js";
import { dirname, isBelow } from "../sandbox/paths.js";

/** Hex sha256. */
export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** What one evaluation looked at, as keys of the recorder's stamps. */
export interface Seen {
  readonly own: readonly string[];
  readonly shared: readonly string[];
}

/** See the file's comment. One for each thread and host. */
export class Recorder implements Observer {
  /** The stamp of everything seen so far, by key (sandbox/observations.ts). */
  readonly stamps = new Map<string, string>();
  #current = new Set<string>();
  #fresh: [string, string][] = [];

  #note(key: string, stamp: () => string): void {
    this.#current.add(key);
    if (this.stamps.has(key)) return;
    const text = stamp();
    this.stamps.set(key, text);
    this.#fresh.push([key, text]);
  }

  entry(path: string, stat: FileStat | undefined): void {
    this.#note(observationKey("entry", path), () => entryStamp(stat));
  }
  content(path: string, data: Uint8Array): void {
    this.#note(observationKey("content", path), () => sha256(data));
  }
  list(path: string, names: readonly string[]): void {
    this.#note(observationKey("list", path), () => listStamp(names));
  }
  link(path: string, target: string): void {
    this.#note(observationKey("link", path), () => target);
  }
  run(request: string, answer: string): void {
    this.#note(observationKey("run", request), () => answer);
  }

  /** The stamps that came since the last call. */
  takeFresh(): [string, string][] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** Everything since the last call, as keys. */
  takeAll(): string[] {
    const keys = [...this.#current];
    this.#current = new Set();
    return keys;
  }

  /** What was seen since the last call, for the recipe `file`, whose `dependencies` are the paths it read or missed. */
  takeFor(file: string, dependencies: Iterable<string>): Seen {
    const own = new Set<string>();
    for (const path of dependencies) {
      // Read (or missed) by an earlier recipe already, perhaps: the thread's files are read once.
      for (const kind of ["entry", "content"] as const) {
        const key = observationKey(kind, path);
        if (this.stamps.has(key)) own.add(key);
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
