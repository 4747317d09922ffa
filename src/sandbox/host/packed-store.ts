/**
 * A ContentStore that came with the package: one file, read whole and once, whose entries are deflated. What it has not is asked of
 * another store; what is put goes there. A file that is not there, or of another version, is as if it were empty.
 *
 * The file: 4 bytes (little-endian) length of the index; the index, JSON `{ space, entries: { sha256: [offset, length] } }`,
 * offsets from its end; the entries.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { ContentStore } from "../store.js";

interface Index {
  readonly space: string;
  readonly entries: Readonly<Record<string, readonly [offset: number, length: number]>>;
}

export class PackedContentStore implements ContentStore {
  #file: { readonly index: Index; readonly entries: Buffer } | undefined;
  #tried = false;

  /** @param file is read at the first question */
  constructor(
    private readonly file: string,
    private readonly next?: ContentStore,
  ) {}

  get(space: string, content: string): string | undefined {
    return this.#own(space, content) ?? this.next?.get(space, content);
  }

  put(space: string, content: string, value: string): void {
    this.next?.put(space, content, value);
  }

  #own(space: string, content: string): string | undefined {
    if (!this.#tried) {
      this.#tried = true;
      this.#file = read(this.file);
    }
    if (this.#file?.index.space !== space) return undefined;
    const { index, entries } = this.#file;
    const place = index.entries[digest(content)];
    if (place === undefined) return undefined;
    try {
      return inflateRawSync(entries.subarray(place[0], place[0] + place[1])).toString("utf8");
    } catch {
      return undefined;
    }
  }
}

function read(file: string): { index: Index; entries: Buffer } | undefined {
  try {
    const bytes = readFileSync(file);
    const end = 4 + bytes.readUInt32LE(0);
    return { index: JSON.parse(bytes.toString("utf8", 4, end)) as Index, entries: bytes.subarray(end) };
  } catch {
    return undefined;
  }
}

/** The space of what a packed file holds; undefined where there is none. */
export function packedSpace(file: string): string | undefined {
  return read(file)?.index.space;
}

/** Writes the file of a PackedContentStore. */
export function writePacked(
  file: string,
  space: string,
  values: Iterable<readonly [content: string, value: string]>,
): void {
  const entries: [string, [number, number]][] = [];
  const blobs: Buffer[] = [];
  let offset = 0;
  for (const [content, value] of values) {
    const blob = deflateRawSync(value, { level: 9 });
    entries.push([digest(content), [offset, blob.length]]);
    blobs.push(blob);
    offset += blob.length;
  }
  const index = Buffer.from(JSON.stringify({ space, entries: Object.fromEntries(entries) }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  writeFileSync(file, Buffer.concat([length, index, ...blobs]));
}

function digest(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}
