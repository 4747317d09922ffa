/**
 * Says when something in a set of folders may have changed. Only a hint to look again: events of the file system are doubled,
 * lost and named differently from system to system, so nothing is read from them. A folder that cannot be watched (too many
 * watches, a network file system) is looked at each second instead.
 */
import { watch, type FSWatcher } from "node:fs";

export interface PulseOptions {
  readonly signal: AbortSignal;
  /** Look each so many milliseconds as well; 0: only where watching fails. */
  readonly poll?: number;
  /** Told once, when watching fails. */
  readonly onFailure?: (reason: string) => void;
}

/** Milliseconds of silence that end a burst of events: an editor writes, renames and removes to save one file. */
const settle = 60;
const pollWhereWatchingFails = 1000;

/** A value each time that something may have changed, until the signal. `folders` is asked anew after each. */
export async function* pulses(
  folders: () => Iterable<string>,
  { signal, poll = 0, onFailure }: PulseOptions,
): AsyncGenerator<undefined, void, void> {
  const watchers = new Map<string, FSWatcher>();
  let wake: () => void = () => undefined;
  let due = false;
  let timer: NodeJS.Timeout | undefined;
  let polling: NodeJS.Timeout | undefined;
  const pulse = (): void => {
    due = true;
    wake();
  };
  const event = (): void => {
    clearTimeout(timer);
    timer = setTimeout(pulse, settle);
  };
  const startPolling = (interval: number): void => {
    polling ??= setInterval(pulse, interval);
  };
  const failed = (folder: string, error: NodeJS.ErrnoException): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
    event(); // the folder is gone, perhaps: what was in it is looked for
    if (error.code === "ENOENT" || error.code === "EPERM" || polling !== undefined) return;
    onFailure?.(`${folder}: ${error.code ?? error.message}`);
    startPolling(pollWhereWatchingFails);
  };
  const follow = (): void => {
    const wanted = new Set(folders());
    for (const [folder, watcher] of watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of wanted) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, event);
        watcher.on("error", (error: NodeJS.ErrnoException) => failed(folder, error));
        watchers.set(folder, watcher);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code !== "ENOENT" && code !== "ENOTDIR") failed(folder, error as NodeJS.ErrnoException);
      }
    }
  };
  const abort = (): void => wake();
  signal.addEventListener("abort", abort);
  if (poll > 0) startPolling(poll);
  try {
    for (;;) {
      follow();
      while (!due && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      due = false;
      yield undefined;
    }
  } finally {
    signal.removeEventListener("abort", abort);
    clearTimeout(timer);
    clearInterval(polling);
    for (const watcher of watchers.values()) watcher.close();
  }
}
