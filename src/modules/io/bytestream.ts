/**
 * An open file or memory buffer as bytes: the part of `io` that knows no Python object. A file is read whole when it
 * is opened and written whole when it is flushed (at the latest when pending.ts says); the host may keep both in memory.
 */
import { HostError } from "../../sandbox/host.js";
import type { SettlingHost } from "./pending.js";

export interface OpenOptions {
  readonly read: boolean;
  readonly write: boolean;
  readonly create: boolean;
  readonly exclusive: boolean;
  readonly truncate: boolean;
  readonly append: boolean;
  /** Permissions of a file that is created. */
  readonly mode: number;
}

export class ByteStream {
  private data: Uint8Array;
  length: number;
  position = 0;
  closed = false;
  private dirty = false;

  private constructor(
    data: Uint8Array,
    private readonly host: SettlingHost | undefined,
    /** Absolute path; undefined for memory. */
    readonly path: string | undefined,
    readonly readable: boolean,
    readonly writable: boolean,
    private readonly append: boolean,
    private readonly charge: ((bytes: number) => void) | undefined,
  ) {
    this.data = data;
    this.length = data.length;
  }

  /** A buffer in memory that starts with `data` (copied when written to). */
  static memory(data: Uint8Array, charge?: (bytes: number) => void): ByteStream {
    return new ByteStream(data, undefined, undefined, true, true, false, charge);
  }

  /** Opens a file of the host. Throws HostError. */
  static open(
    host: SettlingHost,
    path: string,
    options: OpenOptions,
    charge?: (bytes: number) => void,
  ): ByteStream {
    let exists = host.exists(path);
    if (exists && options.create && options.exclusive) throw new HostError("EEXIST", path);
    if (!exists && options.create && options.exclusive) {
      try {
        host.lstat(path);
        exists = true;
      } catch {
        // no dangling link either
      }
      if (exists) throw new HostError("EEXIST", path);
    }
    if (exists && host.stat(path).kind === "directory") throw new HostError("EISDIR", path);
    let data: Uint8Array = new Uint8Array();
    if (exists && !options.truncate) data = host.readFile(path);
    else if (!options.create && !exists) {
      host.stat(path); // says why
      throw new HostError("ENOENT", path);
    }
    if (options.write && (options.truncate || !exists)) {
      charge?.(32 * 1024); // a file in memory is more than its bytes
      host.writeFile(path, new Uint8Array());
      if (!exists) host.chmod(path, options.mode);
    }
    const stream = new ByteStream(data, host, path, options.read, options.write, options.append, charge);
    if (options.append) stream.position = stream.length;
    return stream;
  }

  /** The bytes as they stand. Do not change them. */
  view(): Uint8Array {
    return this.data.subarray(0, this.length);
  }

  /** At most `n` bytes from the position on; all that is left when `n` is negative. */
  read(n = -1): Uint8Array {
    const end = n < 0 ? this.length : Math.min(this.length, this.position + n);
    const from = Math.min(this.position, this.length);
    const bytes = this.data.slice(from, Math.max(from, end));
    this.position = Math.max(this.position, end);
    return bytes;
  }

  /** A line with its newline, at most `limit` bytes when that is not negative. */
  readLine(limit = -1): Uint8Array {
    const from = Math.min(this.position, this.length);
    const newline = this.data.subarray(0, this.length).indexOf(10, from);
    let end = newline < 0 ? this.length : newline + 1;
    if (limit >= 0) end = Math.min(end, from + limit);
    this.position = Math.max(this.position, end);
    return this.data.slice(from, end);
  }

  write(bytes: Uint8Array): void {
    if (this.append) this.position = this.length;
    if (bytes.length === 0) return;
    const end = this.position + bytes.length;
    this.reserve(end);
    this.data.set(bytes, this.position);
    this.position = end;
    if (end > this.length) this.length = end;
    this.changed();
  }

  private reserve(size: number): void {
    this.charge?.(size);
    // A buffer that came from elsewhere is copied before the first change.
    if (size <= this.data.length && this.owned) return;
    const bigger = new Uint8Array(Math.max(size, this.owned ? this.data.length * 2 : size, 64));
    bigger.set(this.data.subarray(0, this.length));
    this.data = bigger;
    this.owned = true;
  }
  private owned = false;

  /** Moves the position; whence 0 start, 1 current, 2 end. Never before the start. */
  seek(offset: number, whence: number): number {
    const base = whence === 0 ? 0 : whence === 1 ? this.position : this.length;
    this.position = Math.max(0, base + offset);
    return this.position;
  }

  truncate(size: number): void {
    this.reserve(size);
    this.data.fill(0, this.length);
    if (size < this.length) this.data.fill(0, size, this.length);
    this.length = size;
    this.changed();
  }

  private changed(): void {
    if (this.dirty) return;
    this.dirty = true;
    this.host?.wait(this);
  }

  /** Hands what was written to the host. Throws HostError. */
  flush(): void {
    if (!this.dirty || this.host === undefined || this.path === undefined) return;
    this.host.done(this);
    this.host.writeFile(this.path, this.data.slice(0, this.length));
    this.dirty = false;
  }

  close(): void {
    if (this.closed) return;
    try {
      this.flush();
    } finally {
      this.closed = true;
    }
  }
}
