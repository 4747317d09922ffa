/** Opens the example with a host that has faults, as if they were ours: files named after what reading them does. */
import { existsSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import { openQuietly, type WorkerRequest } from "../../src/cli/worker.js";
import type { Opened } from "../../src/runs/opener.js";

const kept: unknown[] = [];

export function openForWorker(request: unknown): Opened {
  const opened = openQuietly(request as WorkerRequest);
  const { host } = opened;
  const readFile = host.readFile.bind(host);
  host.readFile = (path) => {
    if (path.endsWith("/hang")) for (;;);
    // Fills the heap of a worker; the main thread waits until one has come so far.
    if (path.endsWith("/heap")) {
      const marker = path.replace(/heap$/, "marker");
      const until = Date.now() + 30_000;
      if (isMainThread) while (!existsSync(marker) && Date.now() < until);
      else {
        writeFileSync(marker, "");
        for (;;) kept.push(new Array(1_000_000).fill(kept.length));
      }
    }
    if (path.endsWith("/exit") && !isMainThread) process.exit(3);
    return readFile(path);
  };
  return opened;
}
