/**
 * A ContentStore in a directory: one file an entry, `<space>/<sha256 of the content>`, written under another name and
 * renamed, so that processes may share the directory. What cannot be read or written is as if it were not there.
 *
 * The directory is trusted as the program itself is: entries may be generated code, which runs. Nobody else may be able to
 * write there.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentStore } from "../store.js";

export class DiskContentStore implements ContentStore {
  private readonly made = new Set<string>();
  private count = 0;

  /** @param directory is made when the first entry is written */
  constructor(private readonly directory: string) {}

  get(space: string, content: string): string | undefined {
    try {
      return readFileSync(this.path(space, content), "utf8");
    } catch {
      return undefined;
    }
  }

  put(space: string, content: string, value: string): void {
    const path = this.path(space, content);
    const temporary = `${path}.${process.pid}.${this.count++}`;
    try {
      const folder = join(this.directory, space);
      if (!this.made.has(folder)) {
        mkdirSync(folder, { recursive: true });
        this.made.add(folder);
      }
      writeFileSync(temporary, value);
      renameSync(temporary, path);
    } catch {
      rmSync(temporary, { force: true });
    }
  }

  private path(space: string, content: string): string {
    return join(this.directory, space, createHash("sha256").update(content).digest("hex"));
  }
}
