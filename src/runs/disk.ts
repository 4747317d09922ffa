/**
 * Results of a run on disk: an index (what the run was, the stamps of all it looked at, where each result lies) and a data
 * file with the results one after the other, written as they come. Both are written under another name and renamed, the index last; it names
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

/** A result to be kept, made now or lying in the run read before. */
export type EntryToStore = Omit<StoredEntry, "offset" | "length">;

/** A run read from disk; results are read one by one, when they are asked for. */
export class OpenedRun {
  constructor(
    readonly run: StoredRun,
    private readonly path: string,
  ) {}

  /** The JSON of a result in UTF-8; undefined if it is damaged. */
  read(entry: StoredEntry): Uint8Array | undefined {
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
    return sha256(bytes) === entry.sha256 ? bytes : undefined;
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

  /** Begins to write a run. */
  begin(): RunWriter {
    return new RunWriter(this.folder, this.name);
  }
}

/** A file under another name, open. */
interface Part {
  readonly path: string;
  readonly file: number;
}

/**
 * Writes a run while it goes on: results as they come, and at the end what makes them a run. Where the folder cannot be
 * written the run is evaluated again next time, nothing else is lost.
 */
export class RunWriter {
  readonly #entries: StoredEntry[] = [];
  /** Files under other names that are to be removed if the run does not end. */
  readonly #temporary: string[] = [];
  readonly #open = new Set<number>();
  #data: Part | undefined;
  #offset = 0;
  #failed = false;

  constructor(
    private readonly folder: string,
    private readonly name: string,
  ) {}

  /** @param json of the entry's sha256 */
  append(entry: EntryToStore, json: Uint8Array): void {
    this.#attempt(() => {
      this.#data ??= this.#create(`${this.name}.data`);
      writeFileSync(this.#data.file, json);
      const { length } = json;
      // An entry of an earlier run has a place already: it is this one that counts.
      this.#entries.push({ ...entry, offset: this.#offset, length });
      this.#offset += length;
    });
  }

  /** Ends the run: from now on readers find it. False if it could not be written. */
  end(run: Omit<StoredRun, "entries">): boolean {
    this.#attempt(() => {
      const entries = this.#entries;
      const data = `${this.name}.${sha256(entries.map((entry) => entry.sha256).join()).slice(0, 16)}.data`;
      this.#place(this.#data ?? this.#create(data), data);
      const index = `${this.name}.index`;
      const part = this.#create(index);
      const body = JSON.stringify({ ...run, entries, data } satisfies IndexFile);
      writeFileSync(part.file, `${headOf(body)}\n${body}`);
      this.#place(part, index);
      this.#temporary.length = 0;
      this.#sweep(data);
    });
    return !this.#failed;
  }

  /** Unless the run has ended, what was written is removed. */
  drop(): void {
    this.#failed = true;
    for (const file of this.#open) closeSync(file);
    this.#open.clear();
    for (const path of this.#temporary) rmSync(path, { force: true });
  }

  #attempt(body: () => void): void {
    if (this.#failed) return;
    try {
      body();
    } catch {
      this.drop();
    }
  }

  #create(name: string): Part {
    mkdirSync(this.folder, { recursive: true });
    const path = join(this.folder, `${name}.${randomBytes(6).toString("hex")}.part`);
    const file = openSync(path, "w");
    this.#temporary.push(path);
    this.#open.add(file);
    return { path, file };
  }

  #place({ path, file }: Part, name: string): void {
    this.#open.delete(file);
    closeSync(file);
    renameSync(path, join(this.folder, name));
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
