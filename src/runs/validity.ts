/** Whether what a run looked at is still as it was. Each thing is looked at once; nothing is read unless its stat is another. */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { runAgain, type NodeHost } from "../sandbox/host/node.js";
import { entryStamp, observationKey, splitObservationKey } from "../sandbox/observations.js";
import { listStamp, sha256 } from "./recorder.js";

/** The places of `stamps` that no longer hold. `host` runs programs again, where the run ran some. */
export function changedStamps(
  stamps: readonly (readonly [key: string, stamp: string])[],
  host: () => NodeHost,
): Set<number> {
  const changed = new Set<number>();
  const contents = new Map(stamps.filter(([key]) => splitObservationKey(key).kind === "content"));
  const moved = new Set<string>();
  const contentHolds = (path: string): boolean => {
    const known = contents.get(observationKey("content", path));
    return known !== undefined && known === attempt(() => sha256(readFileSync(path)));
  };
  // Entries first: a content is read again only if its entry is another.
  for (const wanted of ["entry", "content", "list", "link", "run"] as const) {
    stamps.forEach(([key, stamp], place) => {
      const { kind, what } = splitObservationKey(key);
      if (kind !== wanted) return;
      let holds: boolean;
      switch (kind) {
        case "entry": {
          const now = currentEntry(what);
          holds = now === stamp;
          // Touched, or checked out again: the same content is the same file, for those that read it.
          if (!holds) {
            moved.add(what);
            holds = isFile(now) && isFile(stamp) && contentHolds(what);
          }
          break;
        }
        case "content":
          holds = moved.has(what) ? contentHolds(what) : true;
          break;
        case "list":
          holds = attempt(() => listStamp(readdirSync(what))) === stamp;
          break;
        case "link":
          holds = attempt(() => readlinkSync(what)) === stamp;
          break;
        case "run":
          holds = attempt(() => runAgain(host(), what)) === stamp;
          break;
      }
      if (!holds) changed.add(place);
    });
  }
  return changed;
}

const isFile = (stamp: string): boolean => /^\d/.test(stamp);

function currentEntry(path: string): string {
  return (
    attempt(() => {
      const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
      if (stat === undefined) return "-";
      if (!stat.isFile())
        return stat.isDirectory() ? "directory" : stat.isSymbolicLink() ? "symlink" : "other";
      return entryStamp({
        kind: "file",
        size: Number(stat.size),
        mtimeNs: stat.mtimeNs,
        ino: Number(stat.ino),
        mode: Number(stat.mode) & 0o7777,
        uid: 0,
        gid: 0,
      });
    }) ?? "-"
  );
}

function attempt(body: () => string): string | undefined {
  try {
    return body();
  } catch {
    return undefined;
  }
}
