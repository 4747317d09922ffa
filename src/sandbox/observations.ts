/**
 * What an evaluation looked at outside of itself: files read, entries found or missed, folders listed, programs run. Each is a
 * key with a stamp, a text that is the same as long as what was seen is: the validity of a cached result is that all
 * its stamps still hold.
 */
import type { FileStat } from "./host.js";

/** What was looked at: an entry (stat, existence), a file's content, the names in a folder, where a link leads, a program's answer. */
export type ObservationKind = "entry" | "content" | "list" | "link" | "run";

/** Told by a file system each time that it looks below itself; see OverlayFiles.observe. */
export interface Observer {
  /** undefined: there is none. */
  entry(path: string, stat: FileStat | undefined): void;
  content(path: string, data: Uint8Array): void;
  list(path: string, names: readonly string[]): void;
  link(path: string, target: string): void;
  run(request: string, answer: string): void;
}

const letters = { entry: "e", content: "c", list: "l", link: "k", run: "r" } as const;
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as ObservationKind]));

/** The key of an observation: kind and path (of a run: the request as JSON). */
export function observationKey(kind: ObservationKind, what: string): string {
  return letters[kind] + what;
}

/** The kind and path of an observation's key. */
export function splitObservationKey(key: string): { kind: ObservationKind; what: string } {
  return { kind: kinds.get(key.charAt(0) as "e") ?? "entry", what: key.slice(1) };
}

/** The stamp of an entry. A folder's time says nothing about what metadata sees of it. */
export function entryStamp(stat: FileStat | undefined): string {
  if (stat === undefined) return "-";
  if (stat.kind !== "file") return stat.kind;
  return `${String(stat.size)} ${String(stat.mtimeNs)} ${String(stat.ino)} ${String(stat.mode)}`;
}
