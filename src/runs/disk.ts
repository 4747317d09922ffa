/**
 * Results of a run on disk: an index (what the run was, the stamps of all it looked at, where each result lies) and a data
 * file with the results one after the other. Both are written under another name and renamed, the index last; it names
 * its data file, whose name holds the hash of what it holds. So a reader finds a whole pair or none, whenever a writer
 * is killed and however many there are. The index carries its own checksum, each result its own; what does not fit, or
 * another program version wrote, is as if it were not there.
 */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { sha256 } from "./recorder.js";
import { programVersion } from "./version.generated.js";

/** Raised with every change of what lies on disk. */
const format = 1;
/** Data files that no index names are removed when they are older (milliseconds): a reader may just have opened one. */
const staleAfter = 3_600_000;

/** What is known of one file's result. */
export interface StoredEntry {
  readonly file: string;
  readonly mc: string;
  /** The collection of the file and its bbappends, which the configuration decides. */
  readonly layer: string;
  readonly appends: readonly string[];
  readonly messages: readonly unknown[];
  readonly targets: number;
  readonly skipped: number;
  readonly cost: number;
  /** The stamps it depends on, as places in `stamps`. */
  readonly seen: readonly number[];
  readonly offset: number;
  readonly length: number;
  readonly sha256: string;
}

/** One configuration of the run, and what listings tell of it without evaluating it. */
export interface StoredPart {
  readonly mc: string;
  /** Files of the run in order; those without an entry could not be evaluated, or are not to be kept. */
  readonly files: readonly string[];
  readonly facts: unknown;
}

export interface StoredRun {
  readonly stamps: readonly (readonly [key: string, stamp: string])[];
  /** What the configuration looked at; and what any recipe may have used. Places in `stamps`. */
  readonly configuration: readonly number[];
  readonly shared: readonly number[];
  /** The configuration's outcome. */
  readonly digest: string;
  /** What it said. */
  readonly messages: readonly unknown[];
  readonly parts: readonly StoredPart[];
  readonly entries: readonly StoredEntry[];
}

interface IndexFile extends StoredRun {
  readonly data: string;
}

/** A result to be kept: made now, or lying in the run read before. */
export type EntryToStore = Omit<StoredEntry, "offset" | "length" | "sha256"> & { readonly json: string };

/** A run read from disk; results are read one by one, when they are asked for. */
export class OpenedRun {
  constructor(
    readonly run: StoredRun,
    private readonly path: string,
  ) {}

  /** The JSON of a result; undefined if it is damaged. */
  read(entry: StoredEntry): string | undefined {
    const bytes = Buffer.alloc(entry.length);
    let file: number | undefined;
    try {
      file = openSync(this.path, "r");
      if (readSync(file, bytes, 0, entry.length, entry.offset) !== entry.length) return undefined;
    } catch {
      return undefined; // removed by a later writer, perhaps
    } finally {
      if (file !== undefined) closeSync(file);
    }
    return sha256(bytes) === entry.sha256 ? bytes.toString("utf8") : undefined;
  }
}

/** The runs of a folder; `name` tells runs with other options apart. */
export class RunStore {
  constructor(
    private readonly folder: string,
    private readonly name: string,
  ) {}

  get #index(): string {
    return join(this.folder, `${this.name}.index`);
  }

  /** The last run written; undefined if there is none that is whole and of this program. */
  open(): OpenedRun | undefined {
    try {
      const text = readFileSync(this.#index, "utf8");
      const cut = text.indexOf("\n");
      const body = text.slice(cut + 1);
      if (text.slice(0, cut) !== headOf(body)) return undefined;
      const { data, ...run } = JSON.parse(body) as IndexFile;
      return new OpenedRun(run, join(this.folder, data));
    } catch {
      return undefined;
    }
  }

  /** Writes a run. False if the folder cannot be written: the run is evaluated again next time, nothing else is lost. */
  write(run: Omit<StoredRun, "entries">, entries: readonly EntryToStore[]): boolean {
    const temporary: string[] = [];
    try {
      mkdirSync(this.folder, { recursive: true });
      const chunks: Buffer[] = [];
      let offset = 0;
      const stored = entries.map(({ json, ...entry }): StoredEntry => {
        const bytes = Buffer.from(json, "utf8");
        chunks.push(bytes);
        offset += bytes.length;
        return { ...entry, offset: offset - bytes.length, length: bytes.length, sha256: sha256(bytes) };
      });
      const data = `${this.name}.${sha256(stored.map((entry) => entry.sha256).join()).slice(0, 16)}.data`;
      const place = (name: string, content: string | Uint8Array): void => {
        const path = join(this.folder, `${name}.${randomBytes(6).toString("hex")}.part`);
        temporary.push(path);
        writeFileSync(path, content);
        renameSync(path, join(this.folder, name));
      };
      place(data, Buffer.concat(chunks));
      const body = JSON.stringify({ ...run, entries: stored, data } satisfies IndexFile);
      place(`${this.name}.index`, `${headOf(body)}\n${body}`);
      this.#sweep(data);
      return true;
    } catch {
      for (const path of temporary) rmSync(path, { force: true });
      return false;
    }
  }

  /** Removes what earlier writers left, complete or not. */
  #sweep(current: string): void {
    for (const name of readdirSync(this.folder)) {
      if (!name.startsWith(`${this.name}.`) || name === current || name.endsWith(".index")) continue;
      const path = join(this.folder, name);
      const { mtimeMs } = statSync(path);
      if (Date.now() - mtimeMs > staleAfter) rmSync(path, { force: true });
    }
  }
}

function headOf(body: string): string {
  return `sandbake run ${format} ${programVersion} ${sha256(body)}`;
}
