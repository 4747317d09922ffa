/**
 * Sigdata files as BitBake writes them: JSON with sorted keys, sets as `{"_set_object": [...]}`, without a blank and in
 * ASCII, in a frame of zstd. The frame holds its blocks as they are: any zstd reads it, nothing is saved.
 */
import { byCodePoint } from "../../../sandbox/overlay.js";

/** A value of a sigdata file; JS sets are Python's. */
export type SigValue =
  | string
  | number
  | boolean
  | null
  | readonly SigValue[]
  | ReadonlySet<string>
  | ReadonlyMap<string, SigValue>;

/** The JSON text. */
export function sigJson(value: SigValue): string {
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return ascii(JSON.stringify(value));
  if (value instanceof Set)
    return `{"_set_object":${sigJson([...(value as ReadonlySet<string>)].sort(byCodePoint))}}`;
  if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<string, SigValue>)].sort(([a], [b]) => byCodePoint(a, b));
    return `{${entries.map(([key, item]) => `${sigJson(key)}:${sigJson(item)}`).join(",")}}`;
  }
  return `[${(value as readonly SigValue[]).map(sigJson).join(",")}]`;
}

const ascii = (text: string): string =>
  text.replace(/[\u007f-\uffff]/g, (ch) =>
    ch === "\u007f" ? ch : `\\u${ch.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const BLOCK = 128 * 1024;

/** A zstd frame (RFC 8878) of raw blocks. */
export function zstdFrame(data: Uint8Array): Uint8Array {
  const blocks = Math.max(1, Math.ceil(data.length / BLOCK));
  const out = new Uint8Array(4 + 1 + 8 + blocks * 3 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0xfd2fb528, true);
  out[4] = 0xe0; // the content's size in eight bytes, one segment
  view.setBigUint64(5, BigInt(data.length), true);
  let at = 13;
  for (let i = 0; i < blocks; i++) {
    const part = data.subarray(i * BLOCK, (i + 1) * BLOCK);
    const header = (part.length << 3) | (i === blocks - 1 ? 1 : 0);
    out.set([header & 0xff, (header >> 8) & 0xff, (header >> 16) & 0xff], at);
    out.set(part, at + 3);
    at += 3 + part.length;
  }
  return out;
}
